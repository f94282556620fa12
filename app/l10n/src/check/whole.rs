//! What another program did to a whole file: told once, at its first line, and undone before the file is parsed, so that nothing
//! is told of what only follows from it. Such texts are not shown; [`unspoilt`] is how `bazar l10n fix` puts them right.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::chunk::is_kebab;
use super::damage::is_unseen;
use super::finding::{Finding, Kind};
use super::parse::MANY;

/// What puts right what can be.
pub const FIX: &str = "bazar l10n fix";
/// Signs that stand in the place of `=` where a file was a table, or was typed on another keyboard.
const EQUALS: [&str; 9] = ["＝", ":", "：", "\t", ";", "；", ",", "，", "→"];
/// Quotation marks behind a name.
const CLOSING: [char; 9] = ['"', '\'', '”', '“', '’', '»', '«', '」', '`'];
/// Longest sign before a name: `12. `.
const LONGEST_SIGN: usize = 6;

/// A file as it was before another program had it.
#[derive(Debug)]
pub struct Undone {
    /// Its text; each line is where it was.
    pub text: String,
    /// Numbers of the lines that are others now, from 1.
    pub lines: BTreeSet<usize>,
    /// What is told.
    pub findings: Vec<Finding>,
}

/// What is undone: by its number, from 0, each line that becomes another one.
struct Mend {
    kind: Kind,
    args: Vec<(&'static str, String)>,
    lines: Vec<(usize, String)>,
    first: usize,
}

/// Looks for one thing that was done to a file, by its lines without their ends.
type Cause = fn(&[&str]) -> Option<Mend>;

/// What lies outermost comes first.
const CAUSES: [Cause; 5] = [padded, quoted, indented, signs_before_names, other_equals];
/// Those that are undone without a doubt: what is cut off at the end of a line may have been there before.
const SAFE: [Cause; 4] = [quoted, indented, signs_before_names, other_equals];

/// The file before that was done to it; nothing when nothing was. `path` is what the reader calls it.
pub fn undo(path: &str, text: &str) -> Option<Undone> {
    undone(path, text, &CAUSES)
}

/// The same as a text, as far as that cannot be wrong.
#[must_use]
pub fn unspoilt(text: &str) -> Cow<'_, str> {
    undone("", text, &SAFE).map_or(Cow::Borrowed(text), |undone| Cow::Owned(undone.text))
}

fn undone(path: &str, text: &str, causes: &[Cause]) -> Option<Undone> {
    let mut lines: Vec<(Cow<'_, str>, &str)> = text
        .split_inclusive('\n')
        .map(|line| line.split_at(line.trim_end_matches(['\r', '\n']).len()))
        .map(|(line, end)| (Cow::Borrowed(line), end))
        .collect();
    let (mut changed, mut findings) = (BTreeSet::new(), Vec::new());
    for cause in causes {
        let shown: Vec<&str> = lines.iter().map(|(line, _)| &**line).collect();
        let Some(mend) = cause(&shown) else { continue };
        let mut finding = Finding::new(mend.kind, path, mend.first + 1);
        finding.args = mend.args;
        findings.push(finding);
        for (number, line) in mend.lines {
            changed.insert(number + 1);
            lines[number].0 = Cow::Owned(line);
        }
    }
    if findings.is_empty() {
        return None;
    }
    let text: String = lines.iter().flat_map(|(line, end)| [&**line, *end]).collect();
    Some(Undone {
        text,
        lines: changed,
        findings,
    })
}

impl Mend {
    /// With the lines of which `mend` makes others. The mistake is in `found` of them.
    fn of(kind: Kind, found: &[usize], lines: &[&str], mend: impl Fn(&str) -> Option<String>) -> Self {
        let changed = lines.iter().enumerate().filter_map(|(number, line)| {
            let mended = mend(line).filter(|mended| mended != line)?;
            Some((number, mended))
        });
        Self {
            kind,
            args: vec![("count", found.len().to_string())],
            lines: changed.collect(),
            first: found.first().copied().unwrap_or_default(),
        }
    }

    fn with_fix(self) -> Self {
        self.arg("command", FIX)
    }

    fn arg(mut self, name: &'static str, value: &str) -> Self {
        self.args.push((name, value.to_owned()));
        self
    }
}

/// Numbers of the lines, from 0, of which this is true.
fn those(lines: &[&str], is_meant: impl Fn(&str) -> bool) -> Vec<usize> {
    let numbered = lines.iter().enumerate();
    numbered
        .filter(|(_, line)| is_meant(line))
        .map(|(number, _)| number)
        .collect()
}

/// The name of a text at the beginning of a line, and what stands behind it. A word of a sentence has no `-`, or is not many times
/// in a file.
fn name_in(line: &str) -> Option<(&str, &str)> {
    let is_of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let (name, rest) = line.split_at(line.find(|c: char| !is_of_name(c)).unwrap_or(line.len()));
    (name.contains('-') && is_kebab(name)).then_some((name, rest))
}

/// Whether a text begins in a line: `cart-title =`.
fn begins_text(line: &str) -> bool {
    name_in(line).is_some_and(|(_, rest)| rest.trim_start_matches(' ').starts_with(['=', '＝']))
}

/// `cart-title = Carrito;;`: a spreadsheet gives all lines as many cells.
fn padded(lines: &[&str]) -> Option<Mend> {
    [';', ',', '\t'].into_iter().find_map(|sign| {
        let found = those(lines, |line| line.ends_with(sign));
        let filled = those(lines, |line| !line.is_empty());
        // No comment ends like this, and no empty line has a sign.
        let is_cell = |line: &str| line.ends_with(sign) && (line.starts_with('#') || line.chars().all(|c| c == sign));
        let is_table = lines.iter().any(|line| is_cell(line));
        if found.len() < MANY || found.len() * 4 < filled.len() * 3 || !is_table {
            return None;
        }
        let mend = |line: &str| Some(line.trim_end_matches(sign).to_owned());
        Some(Mend::of(Kind::LinesPadded, &found, lines, mend).arg("sign", shown(&sign.to_string())))
    })
}

/// `"cart-title = Hola, mundo"`: a spreadsheet puts quotation marks round what has a comma in it.
fn quoted(lines: &[&str]) -> Option<Mend> {
    let found = those(lines, |line| line.strip_prefix('"').is_some_and(begins_text));
    if found.len() < MANY {
        return None;
    }
    let mend = |line: &str| {
        let inner = line.strip_prefix('"')?;
        Some(inner.strip_suffix('"').unwrap_or(inner).replace("\"\"", "\""))
    };
    Some(Mend::of(Kind::LinesQuoted, &found, lines, mend).with_fix())
}

/// Lines with a tab or spaces before the name of a text.
fn indented(lines: &[&str]) -> Option<Mend> {
    let split = |line: &str| -> (usize, bool) {
        let inner = line.trim_start_matches([' ', '\t']);
        let length = line.len() - inner.len();
        (length, line[..length].contains('\t'))
    };
    let is_inside = |line: &str| {
        let (length, _) = split(line);
        length > 0 && begins_text(&line[length..])
    };
    let inside = those(lines, is_inside);
    let by_tabs = those(lines, |line| is_inside(line) && split(line).1);
    let is_all = inside.len() > those(lines, begins_text).len();
    // With spaces before it, such a line may be one of the text above.
    let found = if is_all { inside } else { by_tabs };
    if found.len() < MANY {
        return None;
    }
    let first = found.first().and_then(|first| lines.get(*first))?;
    let indent = &first[..split(first).0];
    let mend = |line: &str| {
        let (length, has_tab) = split(line);
        if is_inside(line) && (is_all || has_tab) {
            return Some(line[length..].to_owned());
        }
        let inner = line.strip_prefix(indent).unwrap_or(line);
        if inner.starts_with('#') {
            return Some(inner.to_owned());
        }
        // What belongs to a text keeps a space before it.
        let kept = if inner.starts_with([' ', '\t']) { inner } else { line };
        let (length, _) = split(kept);
        (length < kept.len()).then(|| format!("{}{}", kept[..length].replace('\t', "    "), &kept[length..]))
    };
    Some(Mend::of(Kind::LinesIndented, &found, lines, mend).with_fix())
}

/// `- cart-title = Carrito`, `1. cart-title = Carrito`, `“cart-title” = Carrito`: the sign, the name, and what follows it.
fn sign_before(line: &str) -> Option<(&str, &str, &str)> {
    let inner = line.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    let sign = &line[..line.len() - inner.len()];
    let is_sign = |c: char| !c.is_alphabetic() && !c.is_control() && !"#{}[]$=".contains(c);
    let is_meant = sign.chars().all(is_sign)
        && sign.chars().count() <= LONGEST_SIGN
        && !sign.starts_with(char::is_whitespace)
        && sign.chars().any(|c| !is_unseen(c))
        // Of a term, of an attribute.
        && !matches!(sign, "" | "-" | ".");
    let (name, rest) = name_in(inner).filter(|_| is_meant)?;
    let rest = rest.strip_prefix(CLOSING).unwrap_or(rest).trim_start_matches(' ');
    rest.starts_with(['=', '＝']).then(|| (sign.trim_end(), name, rest))
}

fn signs_before_names(lines: &[&str]) -> Option<Mend> {
    let found = those(lines, |line| sign_before(line).is_some());
    if found.len() < MANY {
        return None;
    }
    let (sign, ..) = found.first().and_then(|first| sign_before(lines.get(*first)?))?;
    let mend = |line: &str| sign_before(line).map(|(_, name, rest)| format!("{name} {rest}"));
    Some(
        Mend::of(Kind::NamesSign, &found, lines, mend)
            .with_fix()
            .arg("sign", sign),
    )
}

/// `cart-title: Carrito`: the name, the sign in the place of `=`, and the text.
fn sign_for_equals(line: &str) -> Option<(&str, &'static str, &str)> {
    let (name, rest) = name_in(line)?;
    let rest = rest.trim_start_matches([' ', '\u{A0}', '\u{3000}']);
    let sign = EQUALS.into_iter().find(|sign| rest.starts_with(sign))?;
    Some((name, sign, &rest[sign.len()..]))
}

fn other_equals(lines: &[&str]) -> Option<Mend> {
    let of = |sign: &str| {
        those(lines, |line| {
            sign_for_equals(line).is_some_and(|(_, found, _)| found == sign)
        })
    };
    let (sign, found) = EQUALS
        .into_iter()
        .map(|sign| (sign, of(sign)))
        .max_by_key(|(_, found)| found.len())?;
    let right = those(lines, |line| {
        name_in(line).is_some_and(|(_, rest)| rest.trim_start_matches(' ').starts_with('='))
    });
    if found.len() < MANY || found.len() <= right.len() {
        return None;
    }
    let mend = |line: &str| {
        let (name, _, text) = sign_for_equals(line).filter(|(_, found, _)| *found == sign)?;
        // Behind a tab it may be there.
        let text = text.trim_start_matches([' ', '\t', '=']);
        Some(format!("{name} = {text}").trim_end().to_owned())
    };
    Some(
        Mend::of(Kind::EqualsOther, &found, lines, mend)
            .with_fix()
            .arg("sign", shown(sign)),
    )
}

/// A sign as it can be seen: the key for a tab has its name.
fn shown(sign: &str) -> &str {
    match sign {
        "\t" => "Tab",
        sign => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse_file;
    use super::*;

    const GOOD: &str = "### Shop\n\nshop-one = Uno\nshop-two = Dos, tres\nshop-three =\n    Tres\nshop-four = { $n ->\n    [one] uno\n   *[other] dos\n}\nshop-five = Cinco\nshop-six = Seis\n";

    /// What is told, and what the file is made again.
    fn told(spoilt: &str) -> (Vec<(Kind, usize)>, String) {
        let file = parse_file("f", "es", spoilt);
        assert_eq!(file.entries, [], "nothing of it is shown");
        for name in ["one", "two", "three", "four", "five", "six"] {
            let name = format!("shop-{name}");
            assert!(file.broken.contains(&name), "{name} is not missing: {:?}", file.broken);
        }
        let findings = file.findings.iter().map(|finding| (finding.kind, finding.line));
        (findings.collect(), unspoilt(spoilt).into_owned())
    }

    fn each_name(with: impl Fn(&str) -> String) -> String {
        let line = |line: &str| {
            if line.starts_with("shop-") {
                with(line)
            } else {
                line.to_owned()
            }
        };
        GOOD.lines().map(|text| format!("{}\n", line(text))).collect()
    }

    #[test]
    fn what_was_done_to_a_whole_file_is_one_cause_and_is_undone() {
        for (spoilt, kind) in [
            (each_name(|line| format!("\t{line}")), Kind::LinesIndented),
            (each_name(|line| format!("    {line}")), Kind::LinesIndented),
            (each_name(|line| format!("- {line}")), Kind::NamesSign),
            (each_name(|line| format!("• {line}")), Kind::NamesSign),
            (each_name(|line| format!("12. {line}")), Kind::NamesSign),
            (
                each_name(|line| format!("“{}", line.replacen(" =", "” =", 1))),
                Kind::NamesSign,
            ),
            (each_name(|line| line.replacen(" =", ":", 1)), Kind::EqualsOther),
            (each_name(|line| line.replacen(" =", " ＝", 1)), Kind::EqualsOther),
            (
                each_name(|line| line.replacen(" = ", "\t", 1).replacen(" =", "\t", 1)),
                Kind::EqualsOther,
            ),
            (
                each_name(|line| line.replacen(" = ", ";", 1).replacen(" =", ";", 1)),
                Kind::EqualsOther,
            ),
        ] {
            assert_eq!(told(&spoilt), (vec![(kind, 3)], GOOD.to_owned()), "{spoilt}");
            let windows = spoilt.replace('\n', "\r\n");
            assert_eq!(unspoilt(&windows), GOOD.replace('\n', "\r\n"), "{spoilt}");
        }
    }

    #[test]
    fn what_a_spreadsheet_made_of_a_file_is_told_by_what_it_did() {
        let quoted: String = GOOD
            .lines()
            .map(|line| format!("\"{}\"\n", line.replace('"', "\"\"")))
            .collect();
        assert_eq!(told(&quoted), (vec![(Kind::LinesQuoted, 3)], GOOD.to_owned()));
        let padded: String = GOOD.lines().map(|line| format!("{line};;\n")).collect();
        let (findings, mended) = told(&padded);
        assert_eq!(findings, [(Kind::LinesPadded, 1)]);
        assert_eq!(mended, padded, "the signs may have been there");
        let names = each_name(|line| format!("\"{line}\""));
        let both: String = names.lines().map(|line| format!("{line},,\n")).collect();
        assert_eq!(told(&both).0, [(Kind::LinesPadded, 1), (Kind::LinesQuoted, 3)]);
    }

    #[test]
    fn a_whole_file_that_is_indented_keeps_what_belongs_to_its_texts() {
        let spoilt: String = GOOD
            .lines()
            .map(|line| format!("\t{line}\n").replace("\t\n", "\n"))
            .collect();
        let (findings, mended) = told(&spoilt);
        assert_eq!(findings, [(Kind::LinesIndented, 3)]);
        // The `}` of a choice may stand behind spaces.
        assert_eq!(mended, GOOD.replace("\n}\n", "\n    }\n"));
    }

    #[test]
    fn what_is_right_or_stands_in_a_few_lines_only_is_left_to_the_parser() {
        assert!(undo("f", GOOD).is_none());
        let few: String = (0..4).map(|number| format!("- shop-x{number}-a = A\n")).collect();
        assert!(undo("f", &few).is_none());
        // Lines of a text, and words of sentences.
        let text = format!("shop-list =\n{}", "    co-op = x\n".repeat(3));
        assert!(undo("f", &format!("{GOOD}{text}")).is_none());
        let terms: String = (0..6).map(|number| format!("-shop-x{number} = A\n")).collect();
        assert!(undo("f", &terms).is_none());
        let signs: String = (0..6).map(|number| format!("shop-x{number} = a, b;\n")).collect();
        assert!(undo("f", &signs).is_none());
        // A few such lines in a file that is otherwise right.
        let mixed = format!("{GOOD}{}", GOOD.replace("shop-", "- shop-x").replace("###", "#"));
        let file = parse_file("f", "es", &mixed);
        assert_eq!(file.entries.len(), 6, "those above stay");
        assert_eq!(file.findings.len(), 1, "{:?}", file.findings);
    }
}
