//! Words that have one translation in this shop (`locales/glossary.csv`): those that occur in a text go with it to translators
//! and to a machine, and stand beside its fields in the studio.

use std::sync::LazyLock;

use domain::Locale;
use l10n::search_key;

const FILE: &str = include_str!("../../../locales/glossary.csv");
/// Most words that are told of one text, or of the texts of one question to a machine.
const MOST: usize = 40;
/// A word as short as this is found as it is, a longer one also with an ending.
const SHORT: usize = 3;

static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| words_of(FILE));

/// A word and what it is called in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As it is in the text's language.
    pub source: String,
    /// As it is in the other one.
    pub target: String,
}

/// A line of the file.
struct Word {
    /// It in each language, with the key by which it is found.
    texts: [(Locale, String, String); 3],
}

impl Word {
    fn of(line: &str) -> Option<Self> {
        let cells: Vec<&str> = line.split(',').map(str::trim).collect();
        let [ug, zh, es, _note] = cells[..] else {
            return None;
        };
        let text = |lang: Locale, text: &str| (lang, text.to_owned(), search_key(text));
        let texts = [text(Locale::Ug, ug), text(Locale::Zh, zh), text(Locale::Es, es)];
        texts
            .iter()
            .all(|(_, _, key)| !key.is_empty())
            .then_some(Self { texts })
    }

    fn in_language(&self, lang: Locale) -> Option<&(Locale, String, String)> {
        self.texts.iter().find(|(of, ..)| *of == lang)
    }
}

fn words_of(file: &str) -> Vec<Word> {
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    // The first one says what the columns are.
    lines.skip(1).filter_map(Word::of).collect()
}

/// The words of the glossary that occur in these texts, as they stand in it, each once.
pub fn terms_in<'t>(source: Locale, target: Locale, texts: impl IntoIterator<Item = &'t str>) -> Vec<Term> {
    let keys: Vec<String> = texts.into_iter().map(search_key).collect();
    WORDS
        .iter()
        .filter_map(|word| word.in_language(source).zip(word.in_language(target)))
        .filter(|((_, _, key), _)| keys.iter().any(|text| occurs(source, key, text)))
        .map(|((_, source, _), (_, target, _))| Term {
            source: source.clone(),
            target: target.clone(),
        })
        .take(MOST)
        .collect()
}

/// Whether a word stands in a text, both as keys. Chinese has no spaces between words; others have endings.
fn occurs(lang: Locale, word: &str, text: &str) -> bool {
    if lang == Locale::Zh {
        return text.contains(word);
    }
    let bare: Vec<&str> = text.split(' ').collect();
    let words: Vec<&str> = word.split(' ').collect();
    let Some((last, first)) = words.split_last() else {
        return false;
    };
    let is_it = |there: &str| there == *last || (last.chars().count() > SHORT && there.starts_with(last));
    bare.windows(words.len()).any(|some| {
        let (end, begin) = (some.last().copied().unwrap_or_default(), &some[..first.len()]);
        begin == first && is_it(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: Locale, target: Locale, text: &str) -> Vec<String> {
        let terms = terms_in(source, target, [text]);
        terms.into_iter().map(|term| term.target).collect()
    }

    #[test]
    fn each_line_of_the_file_is_read() {
        let lines = FILE.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        assert_eq!(WORDS.len(), lines.count() - 1);
        assert!(WORDS.len() > 20);
    }

    #[test]
    fn words_are_found_with_their_endings_and_in_no_others() {
        assert_eq!(found(Locale::Es, Locale::Zh, "Almendras de Yarkand."), ["巴旦木"]);
        assert_eq!(found(Locale::Ug, Locale::Es, "يېڭى باداملار"), ["almendra"]);
        assert_eq!(found(Locale::Zh, Locale::Ug, "新鲜的蜂蜜"), ["ھەسەل"]);
        assert_eq!(
            found(Locale::Es, Locale::Zh, "Tenemos un punto de recogida"),
            ["自提点"],
            "no tea in it"
        );
        assert_eq!(found(Locale::Es, Locale::Zh, "un punto"), [""; 0]);
        assert_eq!(found(Locale::Es, Locale::Zh, ""), [""; 0]);
    }
}
