//! Files whose texts are those of another language: copied into the wrong folder, or a folder that is a link to another one.

use std::collections::HashSet;

use domain::Locale;

use crate::check::{Entry, FOLDERS, Finding, Kind, is_sentence, parse_file};
use crate::language::is_letter;
use crate::letters::is_in_other_letters;
use crate::sources::built_in;
use crate::unit::UnitId;

/// So many such texts in a file are no chance.
const LEAST: usize = 5;
/// So many such files are the folder's.
const LEAST_FILES: usize = 3;
/// Letters of a text that are looked at.
const LETTERS: usize = 24;

/// The other language of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Other {
    /// The folder of that language.
    pub language: &'static str,
    /// The texts that are in it.
    pub ids: HashSet<String>,
    /// How many texts the file has.
    pub all: usize,
}

/// A text, and its letters where they are not those of the language.
struct Candidate<'t> {
    entry: &'t Entry,
    id: UnitId,
    words: String,
    strange: Option<String>,
}

/// The language that at least half of the texts of a file in the folder `own` are in, when it is another one: they say what the
/// texts built in say in it, or are in its letters and not in those of their own.
pub(crate) fn other_language(own: &str, entries: &[Entry]) -> Option<Other> {
    let locale = locale_of(own);
    let texts: Vec<Candidate<'_>> = entries.iter().filter_map(|entry| candidate(locale, entry)).collect();
    if texts.len() < LEAST {
        return None;
    }
    // What an added language shows for texts that it lacks may be what it begins with.
    let nearest = locale.map(|locale| locale.nearest_built_in().folder());
    let others = FOLDERS
        .into_iter()
        .filter(|other| *other != own && Some(*other) != nearest);
    let (language, _, ids) = others
        .map(|other| {
            let same = texts.iter().filter(|text| says_the_same(own, other, text)).count();
            let is_of = |text: &&Candidate<'_>| says_the_same(own, other, text) || has_letters_of(other, text);
            let ids: HashSet<String> = texts.iter().filter(is_of).map(|text| text.entry.id.clone()).collect();
            (other, same, ids)
        })
        // Letters are those of several languages.
        .max_by_key(|(_, same, ids)| (*same, ids.len()))?;
    let is_most = ids.len() >= LEAST && ids.len() * 2 >= texts.len();
    is_most.then_some(Other {
        language,
        ids,
        all: texts.len(),
    })
}

/// The same of texts that come from somewhere else, by their names: the folder of the language they are in.
pub fn language_of_texts<'t>(
    own: &str,
    texts: impl IntoIterator<Item = (&'t UnitId, &'t str)>,
) -> Option<&'static str> {
    let texts = texts.into_iter().filter(|(id, _)| !id.as_str().contains('.'));
    let lines: Vec<String> = texts.map(|(id, source)| format!("{id} = {source}\n")).collect();
    let file = parse_file(own, own, &lines.concat());
    other_language(own, &file.entries).map(|other| other.language)
}

/// What is told of the files of a folder, each with its path: one line for each, or one for all of the folder. `count` is how many
/// files it has, and `shown` what the reader calls it.
pub(crate) fn told(shown: &str, count: usize, others: &[(&str, &Other)]) -> Vec<Finding> {
    let finding = |path: &str, language: &str, ids: usize, all: usize| {
        Finding::new(Kind::FileLanguage, path, 1)
            .arg("language", language)
            .arg("count", ids.to_string())
            .arg("all", all.to_string())
    };
    if others.len() >= LEAST_FILES && others.len() * 2 > count {
        let language = others.first().map(|(_, other)| other.language).unwrap_or_default();
        let ids = others.iter().map(|(_, other)| other.ids.len()).sum();
        let all = others.iter().map(|(_, other)| other.all).sum();
        return vec![finding(shown, language, ids, all)];
    }
    let each = others.iter();
    each.map(|(path, other)| finding(path, other.language, other.ids.len(), other.all))
        .collect()
}

fn locale_of(folder: &str) -> Option<Locale> {
    Locale::all().iter().copied().find(|locale| locale.folder() == folder)
}

fn candidate(locale: Option<Locale>, entry: &Entry) -> Option<Candidate<'_>> {
    // A term may be a name.
    let id = UnitId::parse(&entry.id).filter(|_| !entry.id.starts_with('-'))?;
    let words = entry.pattern.words();
    let letters: String = words.chars().filter(|c| c.is_alphabetic()).take(LETTERS).collect();
    let is_strange = locale.is_some_and(|locale| is_in_other_letters(locale, &letters));
    Some(Candidate {
        entry,
        id,
        words,
        strange: is_strange.then_some(letters),
    })
}

/// Whether it is what the program was built with in the other language, and not in its own; names are the same in several.
fn says_the_same(own: &str, other: &str, text: &Candidate<'_>) -> bool {
    let is_said = |folder: &str| built_in(folder, &text.id).is_some_and(|written| written.source == text.entry.source);
    is_said(other)
        && !is_said(own)
        && (built_in(own, &text.id).is_some() || is_sentence(&text.words) || other != FOLDERS[0])
}

/// Whether nearly all of its letters, which are not those of its own language, are those of the other one; a foreign name may
/// stand in it.
fn has_letters_of(other: &str, text: &Candidate<'_>) -> bool {
    let Some((locale, letters)) = locale_of(other).zip(text.strange.as_deref()) else {
        return false;
    };
    let own = letters.chars().filter(|letter| is_letter(locale, *letter)).count();
    own * 5 >= letters.chars().count() * 4
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::check::parse_file;
    use crate::texts::entries_of;

    fn built_in_file(folder: &str, name: &str) -> Vec<Entry> {
        let all = entries_of(folder).iter();
        all.filter(|(file, _)| *file == name)
            .map(|(_, entry)| entry.clone())
            .collect()
    }

    #[test]
    fn a_file_of_another_language_is_known_by_what_it_says() {
        for (own, other) in [
            ("es", "ug"),
            ("es", "en"),
            ("ug", "es"),
            ("zh-Hans", "en"),
            ("ug", "zh-Hans"),
            ("en", "es"),
        ] {
            let entries = built_in_file(other, "cart.ftl");
            let found = other_language(own, &entries).unwrap();
            assert_eq!(found.language, other, "{own}");
            assert!(found.ids.len() * 10 > entries.len() * 8, "{own} {other} {found:?}");
            assert_eq!(
                found.all,
                entries.iter().filter(|entry| !entry.id.starts_with('-')).count()
            );
        }
    }

    #[test]
    fn the_files_of_the_shop_are_in_their_own_languages() {
        for folder in FOLDERS {
            let names: HashSet<&str> = entries_of(folder).iter().map(|(name, _)| *name).collect();
            assert!(names.len() > 20);
            for name in names {
                assert_eq!(
                    other_language(folder, &built_in_file(folder, name)),
                    None,
                    "{folder}/{name}"
                );
            }
        }
    }

    #[test]
    fn what_was_changed_since_is_known_by_its_letters_and_a_few_texts_are_left_to_the_rules() {
        let text = |count: usize| {
            let lines: Vec<String> = (0..count)
                .map(|number| format!("a-b-{number} = سالغان مال\n"))
                .collect();
            parse_file("f", "es", &lines.concat()).entries
        };
        assert_eq!(other_language("es", &text(4)), None);
        assert_eq!(other_language("es", &text(5)).map(|other| other.language), Some("ug"));
        assert_eq!(other_language("ug", &text(5)), None);
        // Letters upside down are nobody's.
        let turned = "a-b-1 = pɐɥ uı\na-b-2 = ʇɹɐɔ\na-b-3 = ǝɔıɹd\na-b-4 = ʅɐʇoʇ\na-b-5 = ʇsɐǝʅ ʇɐ\n";
        assert_eq!(other_language("ug", &parse_file("f", "ug", turned).entries), None);
    }

    #[test]
    fn many_files_are_told_as_one_folder() {
        let other = Other {
            language: "ug",
            ids: HashSet::from(["a-b".to_owned()]),
            all: 2,
        };
        let files = [("l/es/a.ftl", &other), ("l/es/b.ftl", &other), ("l/es/c.ftl", &other)];
        let paths = |told: Vec<Finding>| told.into_iter().map(|finding| finding.path).collect::<Vec<_>>();
        assert_eq!(paths(told("l/es", 5, &files)), ["l/es"]);
        assert_eq!(
            paths(told("l/es", 60, &files)),
            ["l/es/a.ftl", "l/es/b.ftl", "l/es/c.ftl"]
        );
        assert_eq!(paths(told("l/es", 2, &files[..2])), ["l/es/a.ftl", "l/es/b.ftl"]);
    }
}
