//! Words that have one translation in this shop (`locales/glossary.csv`): those that occur in a text go with it to translators
//! and to a machine, stand beside its fields in the studio, and the check looks for them in the shop's own texts.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::Locale;

use crate::check::{Fault, Finding, Kind, Pair};
use crate::glossary_lines::unguarded;
use crate::search_key;
use crate::verdict::check_word;

pub use crate::glossary_lines::{GlossaryChange, GlossaryLine, cell_of, edited};

pub(crate) const FILE: &str = include_str!("../../../locales/glossary.csv");
/// Most words that are told of one text, or of the texts of one question to a machine.
const MOST: usize = 40;
/// A word as short as this is found as it is, a longer one also with an ending.
const SHORT: usize = 3;

static BUILT_IN: LazyLock<Glossary> = LazyLock::new(|| Glossary::read(FILE));

/// A word and what it is called in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As it is in the text's language.
    pub source: String,
    /// As it is in the other one.
    pub target: String,
}

/// A word of an English text whose translation is not in the translated one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenTerm<'g> {
    /// The English word.
    pub english: &'g str,
    /// The usual translation.
    pub target: &'g str,
    /// Whether it is a name, the same in every language.
    pub is_name: bool,
}

/// The words of a file.
#[derive(Debug, Default)]
pub struct Glossary {
    words: Vec<Word>,
    lines: Vec<GlossaryLine>,
    /// Of each of them its number in the file, from 1.
    numbers: Vec<usize>,
    /// Numbers of lines that are none, from 1.
    unread: Vec<usize>,
    /// Which words begin with this English one.
    by_english: HashMap<String, Vec<usize>>,
}

/// A line of the file.
#[derive(Debug)]
struct Word {
    /// In English, small letters: the usual word first.
    english: Vec<Vec<String>>,
    /// As the file has it.
    shown: String,
    /// In each language, the usual word first.
    texts: [(Locale, Vec<Spelling>); 3],
    is_page: bool,
    is_free: bool,
    is_name: bool,
}

/// A word with the key by which it is found.
#[derive(Debug)]
struct Spelling {
    text: String,
    key: String,
}

impl Word {
    fn of(cells: &[String]) -> Option<Self> {
        let [english, ug, zh, es, note] = cells else {
            return None;
        };
        let spellings = |lang: Locale, cell: &str| (lang, alternatives(cell).map(Spelling::of).collect::<Vec<_>>());
        let texts: [(Locale, Vec<Spelling>); 3] = [
            spellings(Locale::Ug, ug),
            spellings(Locale::Zh, zh),
            spellings(Locale::Es, es),
        ];
        let is_whole = texts
            .iter()
            .all(|(_, all)| !all.is_empty() && all.iter().all(|spelling| !spelling.key.is_empty()));
        let has = |word: &str| note.split_whitespace().any(|noted| noted == word);
        let english_words: Vec<Vec<String>> = alternatives(english).map(english_words).collect();
        let is_named = english_words.first().is_some_and(|words| !words.is_empty());
        (is_whole && is_named).then(|| Self {
            shown: alternatives(english).next().unwrap_or_default().to_owned(),
            english: english_words,
            texts,
            is_page: has("page"),
            is_free: has("free"),
            is_name: has("same"),
        })
    }

    fn in_language(&self, lang: Locale) -> &[Spelling] {
        self.texts
            .iter()
            .find(|(of, _)| *of == lang)
            .map_or(&[], |(_, spellings)| spellings.as_slice())
    }
}

impl Spelling {
    fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            key: search_key(text),
        }
    }
}

impl Glossary {
    /// The words the program was built with.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The words the program was built with, some of them with another translation.
    #[must_use]
    pub fn with(changes: &[GlossaryChange]) -> Self {
        Self::read(&edited(FILE, changes))
    }

    /// All lines, in the order of the file.
    pub fn lines(&self) -> &[GlossaryLine] {
        &self.lines
    }

    /// Lines of the file that are none, each as a finding at its place, or one for a file without any word; `shown` is what the
    /// reader calls the file.
    pub fn findings(&self, shown: &str) -> Vec<Finding> {
        if self.is_empty() {
            return vec![Finding::new(Kind::GlossaryNothing, shown, 1)];
        }
        let unread = self.unread.iter();
        unread
            .map(|line| Finding::new(Kind::GlossaryLine, shown, *line))
            .collect()
    }

    /// What is doubtful in the words themselves, as [`check_word`] says, each at its line.
    pub fn doubts(&self, shown: &str) -> Vec<Finding> {
        let mut found = Vec::new();
        for (line, number) in self.lines.iter().zip(&self.numbers) {
            for (lang, text) in &line.texts {
                let doubts = check_word(&line.english, text, lang.folder()).into_iter();
                found.extend(doubts.map(|doubt| Finding {
                    path: shown.to_owned(),
                    line: *number,
                    column: 1,
                    length: 1,
                    unit: None,
                    line_text: String::new(),
                    ..doubt
                }));
            }
        }
        found
    }

    /// The words of a file like `locales/glossary.csv`. A line that is none is left out.
    #[must_use]
    pub fn read(file: &str) -> Self {
        let numbered = file.lines().zip(1_usize..);
        let lines = numbered.filter(|(line, _)| !line.starts_with('#') && !line.trim().is_empty());
        let (mut unread, mut numbers) = (Vec::new(), Vec::new());
        // The first one says what the columns are.
        let read: Vec<(GlossaryLine, Word)> = lines
            .skip(1)
            .filter_map(|(line, number)| {
                let cells = cells(line);
                let read = GlossaryLine::of(&cells).zip(Word::of(&cells));
                if read.is_some() {
                    numbers.push(number);
                } else {
                    unread.push(number);
                }
                read
            })
            .collect();
        let (lines, words): (Vec<GlossaryLine>, Vec<Word>) = read.into_iter().unzip();
        let mut by_english: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, word) in words.iter().enumerate() {
            for first in word.english.iter().filter_map(|words| words.first()) {
                by_english.entry(first.clone()).or_default().push(number);
            }
        }
        Self {
            words,
            lines,
            numbers,
            unread,
            by_english,
        }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words of goods that occur in these texts, as they stand in it, each once.
    pub fn terms_in<'t>(&self, source: Locale, target: Locale, texts: impl IntoIterator<Item = &'t str>) -> Vec<Term> {
        let keys: Vec<String> = texts.into_iter().map(search_key).collect();
        let is_in = |spelling: &&Spelling| keys.iter().any(|text| occurs(source, &spelling.key, text));
        self.words
            .iter()
            .filter(|word| !word.is_page)
            .filter_map(|word| {
                let found = word.in_language(source).iter().find(is_in)?;
                let target = word.in_language(target).first()?;
                Some(Term {
                    source: found.text.clone(),
                    target: target.text.clone(),
                })
            })
            .take(MOST)
            .collect()
    }

    /// The words of an English text that its translation says in none of the ways that are right.
    pub fn broken_terms(&self, english: &str, target: Locale, text: &str) -> Vec<BrokenTerm<'_>> {
        let words = english_words(english);
        let mut asked: Vec<usize> = Vec::new();
        for (place, word) in words.iter().enumerate() {
            let rest = words.get(place..).unwrap_or_default();
            for first in singulars(word) {
                let found = self.by_english.get(first).into_iter().flatten();
                asked.extend(found.filter(|number| {
                    self.words
                        .get(**number)
                        .is_some_and(|word| !word.is_free && begins(rest, word))
                }));
            }
        }
        asked.sort_unstable();
        asked.dedup();
        if asked.is_empty() {
            return Vec::new();
        }
        let key = search_key(text);
        let asked = asked.into_iter().filter_map(|number| self.words.get(number));
        asked
            .filter(|word| {
                !word
                    .in_language(target)
                    .iter()
                    .any(|spelling| says(target, spelling, text, &key))
            })
            .filter_map(|word| {
                Some(BrokenTerm {
                    english: &word.shown,
                    target: &word.in_language(target).first()?.text,
                    is_name: word.is_name,
                })
            })
            .collect()
    }

    /// The same as a rule of the check.
    pub fn faults(&self, pair: &Pair<'_>) -> Vec<Fault> {
        // It has no words of languages that were added.
        let target = Locale::BUILT_IN.into_iter().find(|lang| lang.folder() == pair.folder);
        let Some((target, (_, english))) = target.zip(pair.english) else {
            return Vec::new();
        };
        let broken = self.broken_terms(english, target, pair.words).into_iter();
        broken
            .map(|term| {
                if term.is_name {
                    Fault::new(Kind::NameLost).arg("name", term.target)
                } else {
                    Fault::new(Kind::Glossary)
                        .arg("word", term.english)
                        .arg("instead", term.target)
                }
            })
            .collect()
    }
}

/// What is told of a glossary that is gone while a shop goes on with it; `shown` is what the reader calls its file.
#[must_use]
pub fn gone_glossary(shown: &str) -> Finding {
    Finding::new(Kind::GlossaryGone, shown, 1)
}

/// The same of one that went before the shop started, so that the words of the program count; `note` is the file by which that is
/// known.
#[must_use]
pub fn built_in_glossary(shown: &str, note: &str) -> Finding {
    Finding::new(Kind::GlossaryBuiltIn, shown, 1).arg("note", note)
}

/// `a|b` as `a` and `b`: the usual word first.
pub fn alternatives(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').map(str::trim).filter(|text| !text.is_empty())
}

/// The words of an English text in small letters. A name like `dried-fruit` is one word.
fn english_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// A word as it is and without the ending of many.
fn singulars(word: &str) -> impl Iterator<Item = &str> {
    let without = ["s", "es"].into_iter().filter_map(|ending| word.strip_suffix(ending));
    [word].into_iter().chain(without)
}

/// Whether these words begin with one of the English ways to say it.
fn begins(words: &[String], word: &Word) -> bool {
    word.english.iter().any(|wanted| {
        let Some((last, first)) = wanted.split_last() else {
            return false;
        };
        let there = words.get(first.len());
        words.starts_with(first) && there.is_some_and(|there| singulars(there).any(|there| there == last.as_str()))
    })
}

/// Whether a translation says a word: Chinese as it is, the others each of its words with any ending.
fn says(target: Locale, spelling: &Spelling, text: &str, key: &str) -> bool {
    if target == Locale::Zh {
        return text.to_lowercase().contains(&spelling.text.to_lowercase());
    }
    spelling.key.split(' ').all(|word| {
        key.split(' ')
            .any(|there| stems(word).any(|stem| there.starts_with(&stem)))
    })
}

/// What stays of a word before an ending: it without its last vowel, and with the vowel that Uyghur raises.
fn stems(word: &str) -> impl Iterator<Item = String> {
    let bare = match word.chars().count() {
        0..=SHORT => word,
        _ => word.strip_suffix(['a', 'e', 'i', 'o', 'u']).unwrap_or(word),
    };
    let last = bare.rfind(['a', 'e', 'i', 'o', 'u']);
    let raised = last
        .filter(|at| bare[*at..].starts_with(['a', 'e']))
        .map(|at| format!("{}i{}", &bare[..at], &bare[at + 1..]));
    [bare.to_owned()].into_iter().chain(raised)
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

/// The cells of a line: parted by commas, those with a comma of their own between quotation marks.
pub(crate) fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let Some(cell) = cells.last_mut() else { break };
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            _ => cell.push(c),
        }
    }
    cells.iter().map(|cell| unguarded(cell.trim()).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: Locale, target: Locale, text: &str) -> Vec<String> {
        let terms = Glossary::built_in().terms_in(source, target, [text]);
        terms.into_iter().map(|term| term.target).collect()
    }

    fn broken(english: &str, target: Locale, text: &str) -> Vec<String> {
        let terms = Glossary::built_in().broken_terms(english, target, text);
        terms.into_iter().map(|term| term.target.to_owned()).collect()
    }

    #[test]
    fn each_line_of_the_file_is_read() {
        let lines = FILE.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        assert_eq!(Glossary::built_in().len(), lines.count() - 1);
        assert!(Glossary::built_in().len() > 90);
        assert_eq!(cells("a,\"b, \"\"c\"\"\", d ,"), ["a", "b, \"c\"", "d", ""]);
        for word in &Glossary::built_in().words {
            for (lang, spellings) in word.texts.iter().filter(|_| word.is_name) {
                let all: Vec<&str> = spellings.iter().map(|spelling| spelling.text.as_str()).collect();
                assert_eq!(all, [word.shown.as_str()], "{lang}");
            }
        }
    }

    #[test]
    fn what_no_word_has_is_told_at_its_line() {
        assert_eq!(Glossary::built_in().doubts("g.csv"), []);
        let file = "en,ug,zh,es,note\n# a\ncart,ھارۋا,<b>车</b>,carrito!!,\nhoney,ھەسەل,蜂蜜,miel,\n";
        let doubts = Glossary::read(file).doubts("g.csv");
        let told: Vec<(Kind, usize)> = doubts.iter().map(|doubt| (doubt.kind, doubt.line)).collect();
        assert_eq!(told, [(Kind::Markup, 3), (Kind::MarkTwice, 3)]);
        assert!(Glossary::read(file).findings("g.csv").is_empty(), "it can be used");
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

    #[test]
    fn a_word_said_otherwise_than_the_glossary_has_it_is_told() {
        assert_eq!(broken("Your cart", Locale::Es, "Tu cesta"), ["carrito"]);
        assert_eq!(broken("Carts", Locale::Es, "Los carritos"), [""; 0]);
        assert_eq!(
            broken("Change the password", Locale::Ug, "پارولنى ئۆزگەرتىش"),
            ["مەخپىي نومۇر"]
        );
        assert_eq!(
            broken("Change the password", Locale::Ug, "مەخپىي نومۇرنى ئۆزگەرتىش"),
            [""; 0]
        );
        assert_eq!(broken("Settings", Locale::Ug, "دۇكان تەڭشىكى"), [""; 0], "raised vowel");
        assert_eq!(broken("Honey", Locale::Ug, "ھەسىلى"), [""; 0], "raised vowel");
        assert_eq!(broken("The shipping fee", Locale::Zh, "邮费"), ["运费"]);
        assert_eq!(broken("Save it as CSV", Locale::Es, "Guárdalo como tabla"), ["CSV"]);
        assert_eq!(broken("such as dried-fruit", Locale::Es, "como dried-fruit"), [""; 0]);
        assert_eq!(broken("An order", Locale::Es, "Una compra"), [""; 0], "free");
    }
}
