//! Lines of the glossary, and changing a cell of one.

use domain::Locale;

use crate::glossary::{alternatives, cells};

/// A line of the file, for those who look after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlossaryLine {
    /// The English word, and after `|` others: what the line is known by.
    pub english: String,
    /// In each language, written the same way.
    pub texts: [(Locale, String); 3],
    /// Whether a native speaker is asked.
    pub is_doubted: bool,
}

/// Another translation of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlossaryChange {
    /// The English word, as its line has it.
    pub english: String,
    /// In which language.
    pub locale: Locale,
    /// What it was; where the line has something else, that was changed meanwhile and stays.
    pub before: String,
    /// What it is to be: the usual word first, and after `|` others that are right too.
    pub text: String,
}

impl GlossaryLine {
    pub(crate) fn of(cells: &[String]) -> Option<Self> {
        let [english, ug, zh, es, note] = cells else {
            return None;
        };
        Some(Self {
            english: english.clone(),
            texts: [
                (Locale::Ug, ug.clone()),
                (Locale::Zh, zh.clone()),
                (Locale::Es, es.clone()),
            ],
            is_doubted: note.split_whitespace().any(|word| word == "review"),
        })
    }

    /// What it says in a language.
    pub fn text(&self, locale: Locale) -> Option<&str> {
        let found = self.texts.iter().find(|(of, _)| *of == locale);
        found.map(|(_, text)| text.as_str())
    }

    /// The usual word in a language.
    pub fn usual(&self, locale: Locale) -> Option<&str> {
        alternatives(self.text(locale)?).next()
    }

    /// The usual word in English.
    pub fn usual_english(&self) -> &str {
        alternatives(&self.english).next().unwrap_or_default()
    }
}

/// Words as somebody types them, each on a line or after `|`, as a cell has them.
#[must_use]
pub fn cell_of(typed: &str) -> String {
    let words: Vec<&str> = typed.lines().flat_map(alternatives).collect();
    words.join("|")
}

/// A file like `locales/glossary.csv` with other translations of some words, one change after the other. All other lines stay as
/// they are.
#[must_use]
pub fn edited(file: &str, changes: &[GlossaryChange]) -> String {
    let mut text = String::with_capacity(file.len());
    for line in file.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\r', '\n']);
        let before = cells(bare);
        let mut now = before.clone();
        for change in changes.iter().filter(|change| before.first() == Some(&change.english)) {
            let cell = column(change.locale).and_then(|column| now.get_mut(column));
            if let Some(cell) = cell.filter(|cell| **cell == change.before) {
                cell.clone_from(&change.text);
            }
        }
        if now == before || bare.starts_with('#') {
            text.push_str(line);
        } else {
            let cells: Vec<String> = now.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push_str(&line[bare.len()..]);
        }
    }
    text
}

/// The column of a language.
const fn column(locale: Locale) -> Option<usize> {
    match locale {
        Locale::Ug => Some(1),
        Locale::Zh => Some(2),
        Locale::Es => Some(3),
        Locale::Added(_) => None,
    }
}

/// A cell as it stands in the file. One that a spreadsheet would take for a formula (CWE-1236) has an apostrophe before it, which
/// [`unguarded`] takes away.
fn quoted(cell: &str) -> String {
    let guard = if begins_formula(cell) { "'" } else { "" };
    if cell.contains([',', '"']) {
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    } else {
        format!("{guard}{cell}")
    }
}

/// The text of a cell as it was before it was written. Nothing else that a cell begins with is taken away.
pub(crate) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if begins_formula(rest) => rest,
        _ => cell,
    }
}

/// Whether a cell is dangerous in a spreadsheet, or looks like one that has its apostrophe.
fn begins_formula(cell: &str) -> bool {
    let text = cell.trim_start_matches('\'');
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::glossary::{FILE, Glossary};

    #[test]
    fn words_are_typed_a_line_each() {
        assert_eq!(
            cell_of(" carrito \r\n\r\ncesta de la compra\n"),
            "carrito|cesta de la compra"
        );
        assert_eq!(cell_of("carrito | cesta"), "carrito|cesta");
        assert_eq!(cell_of("|\n "), "");
        let lines = Glossary::built_in().lines();
        let red_date = lines.iter().find(|line| line.english == "jujube|red date").unwrap();
        assert_eq!(red_date.usual_english(), "jujube");
        let cart = lines.iter().find(|line| line.english == "cart").unwrap();
        assert!(cart.text(Locale::Ug).is_some_and(|text| text.contains('|')));
        assert!(cart.usual(Locale::Ug).is_some_and(|word| !word.contains('|')));
    }

    #[test]
    fn no_cell_begins_a_formula_and_all_are_read_back() {
        for text in [
            "=1+1",
            "+86",
            "-5, so",
            "@SUM(A1)",
            "＝1",
            "'=1",
            "a\",\"b|=cmd|x",
            "'tis",
        ] {
            let change = GlossaryChange {
                english: "cart".to_owned(),
                locale: Locale::Es,
                before: "carrito".to_owned(),
                text: text.to_owned(),
            };
            let file = edited(FILE, std::slice::from_ref(&change));
            let line = file.lines().find(|line| line.starts_with("cart,")).unwrap();
            let dangerous = |cell: &str| cell.trim_start_matches('"').starts_with(['=', '+', '-', '@', '＝']);
            assert!(!line.split(',').any(dangerous), "{line}");
            assert_eq!(cells(line).get(3).map(String::as_str), Some(text));
            // It is found again by what it says.
            let back = GlossaryChange {
                before: text.to_owned(),
                text: "carrito".to_owned(),
                ..change
            };
            assert_eq!(edited(&file, &[back]), FILE);
        }
    }

    #[test]
    fn a_changed_word_is_the_only_line_that_changes() {
        let change = |before: &str, text: &str| GlossaryChange {
            english: "cart".to_owned(),
            locale: Locale::Es,
            before: before.to_owned(),
            text: text.to_owned(),
        };
        let all = [change("carrito", "cesta, la"), change("cesta, la", "cesta|bolsa")];
        let file = edited(FILE, &all);
        let differing: Vec<(&str, &str)> = FILE.lines().zip(file.lines()).filter(|(old, new)| old != new).collect();
        let [(old, new)] = differing.as_slice() else {
            panic!("{differing:?}");
        };
        assert_eq!(old.replace("carrito", "cesta|bolsa"), *new);
        assert!(edited(FILE, &all[..1]).contains(",\"cesta, la\","));
        assert_eq!(
            edited(FILE, &[change("otra", "x")]),
            FILE,
            "changed in the file meanwhile"
        );
        let glossary = Glossary::with(&all);
        assert_eq!(glossary.len(), Glossary::built_in().len());
        assert_eq!(glossary.broken_terms("Your cart", Locale::Es, "Tu carrito").len(), 1);
        assert_eq!(glossary.broken_terms("Your cart", Locale::Es, "Tu cesta").len(), 0);
        let line = glossary.lines().iter().find(|line| line.english == "cart");
        assert_eq!(line.and_then(|line| line.text(Locale::Es)), Some("cesta|bolsa"));
    }
}
