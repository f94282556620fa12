//! Which entries a `language.toml` has and of which kind each is, so that what is wrong is named with its line, in any language.
//! What an entry may say beyond its kind is in `file.rs`.

use toml::{Table, Value};

use crate::check::{Fault, Finding, Kind, nearest};

/// What keeps a file from being used, and in which of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageFault {
    /// From 1.
    pub line: usize,
    /// What it is.
    pub fault: Fault,
}

impl LanguageFault {
    /// The same of the file with this path.
    pub(super) fn finding(self, path: &str) -> Finding {
        let mut finding = Finding::new(self.fault.kind, path, self.line).meant(self.fault.meant);
        finding.args = self.fault.args;
        finding
    }
}

/// Of which kind the value of an entry is.
#[derive(Clone, Copy)]
enum Shape {
    Text,
    Texts,
    /// From 0 to 255.
    Number,
    /// One of these.
    Word(&'static [&'static str]),
    /// Texts by words.
    Forms,
}

/// Whether an entry may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Always,
    Sometimes,
}

/// An entry: the part it is in, which is none for those at the top, and its name.
struct Entry(&'static str, &'static str, Shape, Need);

static ENTRIES: [Entry; 28] = [
    Entry("", "code", Shape::Text, Need::Always),
    Entry("", "tag", Shape::Text, Need::Always),
    Entry("", "name", Shape::Text, Need::Always),
    Entry(
        "",
        "direction",
        Shape::Word(&["left-to-right", "right-to-left"]),
        Need::Always,
    ),
    Entry("", "fallback", Shape::Texts, Need::Always),
    Entry("", "names", Shape::Texts, Need::Sometimes),
    Entry("", "letters", Shape::Texts, Need::Always),
    Entry("numbers", "group", Shape::Text, Need::Always),
    Entry("numbers", "grouped-from", Shape::Number, Need::Always),
    Entry("numbers", "decimal", Shape::Text, Need::Always),
    Entry("numbers", "percent", Shape::Text, Need::Always),
    Entry("numbers", "digits", Shape::Text, Need::Sometimes),
    Entry("units", "gram", Shape::Text, Need::Always),
    Entry("units", "kilogram", Shape::Text, Need::Always),
    Entry("units", "millilitre", Shape::Text, Need::Always),
    Entry("units", "litre", Shape::Text, Need::Always),
    Entry("units", "piece", Shape::Forms, Need::Always),
    Entry("units", "half-kilogram", Shape::Text, Need::Sometimes),
    Entry("dates", "date", Shape::Text, Need::Always),
    Entry("dates", "day-month", Shape::Text, Need::Always),
    Entry("dates", "date-time", Shape::Text, Need::Always),
    Entry("dates", "months", Shape::Texts, Need::Always),
    Entry("dates", "weekdays", Shape::Texts, Need::Always),
    Entry("dates", "short-weekdays", Shape::Texts, Need::Always),
    Entry(
        "dates",
        "listed-weekdays",
        Shape::Word(&["full", "short"]),
        Need::Always,
    ),
    Entry("lists", "between", Shape::Text, Need::Always),
    Entry("lists", "last", Shape::Text, Need::Always),
    Entry("lists", "last-before-i", Shape::Text, Need::Sometimes),
];

/// The parts with a name of their own. What stands in the two whose entries are not listed above has names of its own.
static PARTS: [(&str, Need); 6] = [
    ("numbers", Need::Always),
    ("money", Need::Always),
    ("units", Need::Always),
    ("dates", Need::Always),
    ("lists", Need::Always),
    ("marks", Need::Sometimes),
];

/// What of a file is not as it has to be, all of it.
pub(super) fn faults_of(text: &str, file: &Table) -> Vec<LanguageFault> {
    let mut faults = part_faults(text, "", file);
    for (part, _) in PARTS {
        match file.get(part) {
            Some(Value::Table(own)) if matches!(part, "money" | "marks") => {
                // The names are currencies, or the marks themselves.
                let is_good =
                    |(name, value): (&String, &Value)| value.is_str() && (part == "money" || name.chars().count() == 1);
                if !own.iter().all(is_good) {
                    let wanted = if part == "money" { "money" } else { "sign" };
                    faults.push(refused(text, part, wanted));
                }
            }
            Some(Value::Table(own)) => faults.extend(part_faults(text, part, own)),
            Some(_) => faults.push(refused(text, part, "part")),
            // Told with the entries at the top.
            None => {}
        }
    }
    faults.sort_by_key(|fault| fault.line);
    faults
}

/// The same of the entries of a part, or of those at the top.
fn part_faults(text: &str, part: &str, own: &Table) -> Vec<LanguageFault> {
    let entries = || ENTRIES.iter().filter(move |entry| entry.0 == part);
    let parts = PARTS.iter().filter(|_| part.is_empty());
    let known: Vec<(&str, Need)> = entries()
        .map(|entry| (entry.1, entry.3))
        .chain(parts.copied())
        .collect();
    let (mut faults, mut meant) = (Vec::new(), Vec::new());
    for name in own.keys().filter(|name| known.iter().all(|(known, _)| known != name)) {
        let lacking = known
            .iter()
            .map(|(known, _)| *known)
            .filter(|known| !own.contains_key(*known));
        let near = nearest(name, lacking);
        meant.extend(near);
        let fault = Fault::new(Kind::EntryUnknown).arg("name", full(part, name));
        faults.push(LanguageFault {
            line: line_of(text, part, name),
            fault: fault.meant(near.map(str::to_owned)),
        });
    }
    // An entry that is misspelt is told once.
    let is_lacking =
        |(name, need): &&(&str, Need)| *need == Need::Always && !own.contains_key(*name) && !meant.contains(name);
    for (name, _) in known.iter().filter(is_lacking) {
        faults.push(LanguageFault {
            line: line_of(text, part, name),
            fault: Fault::new(Kind::EntryMissing).arg("name", full(part, name)),
        });
    }
    for Entry(_, name, shape, _) in entries() {
        let Some(value) = own.get(*name) else { continue };
        let wanted = match (shape, value) {
            (Shape::Word(known), Value::String(word)) if !known.contains(&word.as_str()) => {
                faults.push(unknown_value(text, name, word, known));
                continue;
            }
            (Shape::Text | Shape::Word(_), Value::String(_)) => continue,
            (Shape::Texts, Value::Array(all)) if all.iter().all(Value::is_str) => continue,
            (Shape::Number, Value::Integer(number)) if u8::try_from(*number).is_ok() => continue,
            (Shape::Forms, Value::Table(forms)) if forms.values().all(Value::is_str) => continue,
            (Shape::Text | Shape::Word(_), _) => "text",
            (Shape::Texts, _) => "texts",
            (Shape::Number, _) => "number",
            (Shape::Forms, _) => "forms",
        };
        faults.push(refused(text, name, wanted));
    }
    faults
}

/// An entry that says what cannot be: `wanted` is a word of `check.ftl`.
pub(super) fn refused(text: &str, name: &str, wanted: &str) -> LanguageFault {
    let part = part_of(name);
    LanguageFault {
        line: line_of(text, part, name),
        fault: Fault::new(Kind::EntryValue)
            .arg("name", full(part, name))
            .arg("wanted", wanted),
    }
}

/// An entry that says a word which is none of those known.
pub(super) fn unknown_value(text: &str, name: &str, value: &str, known: &[&str]) -> LanguageFault {
    let part = part_of(name);
    let near = nearest(value, known.iter().copied());
    LanguageFault {
        line: line_of(text, part, name),
        fault: Fault::new(Kind::ValueUnknown)
            .arg("name", full(part, name))
            .arg("value", value)
            .arg("known", known.join(", "))
            .meant(near.map(str::to_owned)),
    }
}

/// What the parser cannot read.
pub(super) fn unreadable(text: &str, error: &toml::de::Error) -> LanguageFault {
    let at = error.span().map_or(0, |span| span.start);
    let before = text.as_bytes().iter().take(at);
    // The parser has no other sign of it.
    let kind = if error.message().contains("duplicate key") {
        Kind::EntryTwice
    } else {
        Kind::TomlSyntax
    };
    LanguageFault {
        line: before.filter(|byte| **byte == b'\n').count() + 1,
        fault: Fault::new(kind),
    }
}

/// The part an entry is in; of a part itself, and of one that nobody knows, the top.
fn part_of(name: &str) -> &'static str {
    let entry = ENTRIES.iter().find(|entry| entry.1 == name);
    entry.map_or("", |entry| entry.0)
}

/// An entry with its part, as TOML names it.
fn full(part: &str, name: &str) -> String {
    if part.is_empty() {
        name.to_owned()
    } else {
        format!("{part}.{name}")
    }
}

/// Where an entry stands, or its part when it has no line of its own; else the first line.
fn line_of(text: &str, part: &str, name: &str) -> usize {
    let full = full(part, name);
    let (mut here, mut of_part) = (String::new(), 1);
    for (line, number) in text.lines().zip(1_usize..) {
        let line = line.trim();
        if let Some(head) = line.strip_prefix('[').and_then(|head| head.split(']').next()) {
            head.trim().clone_into(&mut here);
            if here == full {
                return number;
            }
            if here == part {
                of_part = number;
            }
        } else if here == part && line.split_once('=').is_some_and(|(key, _)| is_named(key, name)) {
            return number;
        }
    }
    of_part
}

/// A name may stand between quotation marks.
fn is_named(key: &str, name: &str) -> bool {
    key.trim().trim_matches(['"', '\'']) == name
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::super::read_language_file;
    use super::*;

    const SPANISH: &str = include_str!("../../../../locales/es/language.toml");

    /// What is told of the Spanish file with another text in it: line, kind, what fills the sentence in, what was meant.
    fn told(from: &str, to: &str) -> Vec<String> {
        assert!(SPANISH.contains(from), "{from}");
        let faults = read_language_file(&SPANISH.replacen(from, to, 1)).unwrap_err();
        let told = faults.into_iter().map(|LanguageFault { line, fault }| {
            let args: Vec<&str> = fault.args.iter().map(|(_, value)| value.as_str()).collect();
            let meant = fault.meant.map(|meant| format!(" → {meant}")).unwrap_or_default();
            format!("{line}: {} {}{meant}", fault.kind.as_str(), args.join(" | "))
        });
        told.collect()
    }

    fn line(with: &str) -> usize {
        SPANISH.lines().position(|line| line.contains(with)).unwrap() + 1
    }

    #[test]
    fn an_entry_that_is_misspelt_is_told_once_with_what_was_meant() {
        assert_eq!(
            told("grouped-from", "grouped-form"),
            [format!(
                "{}: entry-unknown numbers.grouped-form → grouped-from",
                line("grouped-from")
            )]
        );
        assert_eq!(
            told("[lists]", "[list]"),
            [format!("{}: entry-unknown list → lists", line("[lists]"))]
        );
        let told = told("name = \"Español\"", "colour = \"red\"");
        assert_eq!(
            told,
            [
                "1: entry-missing name".to_owned(),
                format!("{}: entry-unknown colour", line("Español"))
            ]
        );
    }

    #[test]
    fn an_entry_that_is_missing_is_told_at_its_part() {
        assert_eq!(
            told("between = \", \"\n", ""),
            [format!("{}: entry-missing lists.between", line("[lists]"))]
        );
    }

    #[test]
    fn a_value_of_another_kind_is_told_with_the_one_wanted() {
        for (from, to, entry, wanted) in [
            ("code = \"es\"", "code = 5", "code", "text"),
            ("names = [\"spa\"]", "names = \"spa\"", "names", "texts"),
            ("names = [\"spa\"]", "names = [7]", "names", "texts"),
            (
                "grouped-from = 5",
                "grouped-from = \"5\"",
                "numbers.grouped-from",
                "number",
            ),
            (
                "grouped-from = 5",
                "grouped-from = 500",
                "numbers.grouped-from",
                "number",
            ),
            ("CNY = \"{number}\\u00A0CNY\"", "CNY = 1", "money", "money"),
            ("direction = \"left-to-right\"", "direction = true", "direction", "text"),
        ] {
            let name = entry.rsplit('.').next().unwrap();
            let at = if name == "money" { line("[money]") } else { line(from) };
            assert_eq!(
                told(from, to),
                [format!("{at}: entry-value {entry} | {wanted}")],
                "{to}"
            );
        }
        let forms = SPANISH.lines().find(|line| line.starts_with("piece")).unwrap();
        assert_eq!(
            told(forms, "piece = \"{number}\""),
            [format!("{}: entry-value units.piece | forms", line("piece ="))]
        );
    }

    #[test]
    fn a_word_of_which_there_are_few_is_told_with_those() {
        assert_eq!(
            told("\"left-to-right\"", "\"left-to-rigth\""),
            [format!(
                "{}: value-unknown direction | left-to-rigth | left-to-right, right-to-left → left-to-right",
                line("direction")
            )]
        );
        assert_eq!(
            told("listed-weekdays = \"short\"", "listed-weekdays = \"all\""),
            [format!(
                "{}: value-unknown dates.listed-weekdays | all | full, short",
                line("listed-weekdays")
            )]
        );
    }

    #[test]
    fn a_line_that_is_no_toml_is_told_and_one_that_is_there_twice() {
        let at = line("name = ");
        assert_eq!(
            told("name = \"Español\"", "name = Español"),
            [format!("{at}: toml-syntax ")]
        );
        let twice = told("name = \"Español\"", "name = \"Español\"\nname = \"Spanish\"");
        assert_eq!(twice, [format!("{}: entry-twice ", at + 1)]);
        let signs = told("[lists]", "[marks]\n\"ab\" = \"x\"\n[lists]");
        assert_eq!(signs, [format!("{}: entry-value marks | sign", line("[lists]"))]);
    }
}
