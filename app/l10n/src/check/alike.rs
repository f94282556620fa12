//! The same mistake many times in one file: told at its first place, with how often it is there.

use std::collections::{HashMap, HashSet};

use super::finding::{Finding, Kind};
use super::parse::MANY;
use super::whole::FIX;

/// Kinds that come of how a file was written or saved, and not of what one text says.
const ALIKE: [Kind; 31] = [
    Kind::LineTab,
    Kind::LineLoose,
    Kind::LineSign,
    Kind::LineUnknown,
    Kind::NameForeign,
    Kind::NameMissing,
    Kind::EqualsMissing,
    Kind::BraceOpen,
    Kind::BraceClosing,
    Kind::SignAlike,
    Kind::SpaceAlike,
    Kind::CommentSpace,
    Kind::BracketOpen,
    Kind::QuoteOpen,
    Kind::ValueMissing,
    Kind::StarMissing,
    Kind::StarTwice,
    Kind::ArrowLine,
    Kind::VariableForeign,
    Kind::VariableSpace,
    Kind::FormName,
    Kind::FormUnknown,
    Kind::FormStar,
    Kind::IdShape,
    Kind::SignTab,
    Kind::SignMachine,
    Kind::LetterLost,
    Kind::LettersLost,
    Kind::Mojibake,
    Kind::Direction,
    Kind::Leftover,
];

/// Those that [`FIX`] puts right.
const MENDED: [Kind; 2] = [Kind::LineTab, Kind::SignTab];

/// Leaves of those that are alike in a file the first one, which says how many `more` there are.
pub(super) fn tell_alike(findings: &mut Vec<Finding>) {
    let key = |finding: &Finding| (finding.path.clone(), finding.kind, finding.args.clone());
    let mut counts: HashMap<_, usize> = HashMap::new();
    for finding in findings.iter().filter(|finding| ALIKE.contains(&finding.kind)) {
        *counts.entry(key(finding)).or_default() += 1;
    }
    counts.retain(|_, count| *count >= MANY);
    if counts.is_empty() {
        return;
    }
    let mut told = HashSet::new();
    findings.retain_mut(|finding| {
        let key = key(finding);
        let Some(count) = counts.get(&key) else {
            return true;
        };
        let is_first = told.insert(key);
        if is_first {
            finding.args.push(("more", (count - 1).to_string()));
            if MENDED.contains(&finding.kind) {
                finding.args.push(("command", FIX.to_owned()));
            }
        }
        is_first
    });
}

#[cfg(test)]
mod tests {
    use super::super::parse_file;
    use super::*;

    #[test]
    fn many_that_are_alike_are_told_once_and_others_each() {
        let lines: String = (0..6)
            .map(|number| format!("shop-x{number} = a ｛ $name ｝\nshop-y{number} =\n\tb\nshop-z{number} = c\n"))
            .collect();
        let file = parse_file(
            "f",
            "zh-Hans",
            &format!("{lines}shop-v = {{ $1 }}\nshop-w = {{ $2 }}\n"),
        );
        let told: Vec<(Kind, usize, Option<&str>)> = file
            .findings
            .iter()
            .map(|finding| {
                let more = finding.args.iter().find(|(name, _)| *name == "more");
                (finding.kind, finding.line, more.map(|(_, more)| more.as_str()))
            })
            .collect();
        assert_eq!(
            told,
            [
                (Kind::SignAlike, 1, Some("5")),
                (Kind::LineTab, 3, Some("5")),
                (Kind::VariableDigit, 25, None),
                (Kind::VariableDigit, 26, None),
            ]
        );
        assert_eq!(file.entries.len(), 6);
        assert_eq!(file.broken.len(), 14, "each of them is there");
        let said = file.findings[0].sentence("en");
        assert!(said.ends_with("(the same elsewhere in this file: 5)"), "{said}");
        let mut few = file.findings[2..].to_vec();
        tell_alike(&mut few);
        assert_eq!(few, file.findings[2..]);
    }
}
