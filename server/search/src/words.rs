//! What of a text goes into the index: terms, whose first letter says what they are.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::Locale;

use crate::text::{Script, Token, chinese, cut, latin, letters, uyghur};

/// What a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// A word's key.
    Word,
    /// One of the stems of a word, which are not the word.
    Stem,
    /// A pair of Chinese characters, or one of them.
    Han,
    /// How a part of a run of Chinese reads.
    Reading,
    /// The initials of such a part.
    Initials,
}

impl Kind {
    /// The term of this kind.
    pub fn term(self, text: &str) -> String {
        let kind = match self {
            Self::Word => 'w',
            Self::Stem => 's',
            Self::Han => 'h',
            Self::Reading => 'p',
            Self::Initials => 'i',
        };
        let mut term = String::with_capacity(text.len() + 1);
        term.push(kind);
        term.push_str(text);
        term
    }
}

/// Parts a key and how it is written.
pub(crate) const SPELLED: char = '\u{1}';
/// Stands before a pair of Chinese characters that was turned round.
pub(crate) const TURNED: char = '\u{2}';
/// Stands before a skeleton, which its key follows.
pub(crate) const SKELETON: char = '\u{3}';

/// Shortest stem that a mistyped word may be, letters; and that two words with different endings may share.
pub(crate) const SHORTEST_STEM: usize = 4;

/// The terms of a text, and the words it brings along.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    pub terms: HashSet<String>,
    /// Keys of words, also by their skeletons, pairs of characters, and pairs turned round: what a mistyped word is compared with.
    pub vocabulary: HashSet<String>,
    /// Keys with how they are written.
    pub spellings: HashSet<String>,
}

impl Terms {
    /// Adds those of another text.
    pub fn add(&mut self, other: &Self) {
        add_new(&mut self.terms, &other.terms);
        self.add_words(other);
    }

    /// Adds the words of another text without its terms.
    pub fn add_words(&mut self, other: &Self) {
        add_new(&mut self.vocabulary, &other.vocabulary);
        add_new(&mut self.spellings, &other.spellings);
    }

    fn add_vocabulary(&mut self, key: &str) {
        self.vocabulary
            .insert(format!("{SKELETON}{}{SPELLED}{key}", letters::skeleton(key)));
        self.vocabulary.insert(key.to_owned());
    }

    fn add_han(&mut self, run: &str) {
        for c in run.chars() {
            self.terms.insert(Kind::Han.term(&c.to_string()));
        }
        for pair in chinese::pairs(run) {
            self.terms.insert(Kind::Han.term(&pair));
            let turned: String = pair.chars().rev().collect();
            self.vocabulary.insert(format!("{TURNED}{turned}"));
            self.vocabulary.insert(pair);
        }
        let (readings, initials) = chinese::readings(run);
        self.terms
            .extend(readings.iter().map(|reading| Kind::Reading.term(reading)));
        self.terms
            .extend(initials.iter().map(|initials| Kind::Initials.term(initials)));
    }
}

fn add_new(all: &mut HashSet<String>, others: &HashSet<String>) {
    for other in others {
        if !all.contains(other) {
            all.insert(other.clone());
        }
    }
}

/// A word of a name.
#[derive(Debug)]
struct Word {
    key: String,
    stems: Vec<String>,
    terms: Terms,
}

impl Word {
    fn of(token: &Token, locale: Locale) -> Self {
        let key = token.key();
        let stems = stems(&key, token.script, locale);
        let mut terms = Terms::default();
        terms.terms.insert(Kind::Word.term(&key));
        terms.add_vocabulary(&key);
        for stem in &stems {
            if stem.len() >= SHORTEST_STEM {
                terms.add_vocabulary(stem);
            }
            terms.terms.insert(Kind::Stem.term(stem));
        }
        terms.spellings.insert(format!("{key}{SPELLED}{}", token.text));
        Self { key, stems, terms }
    }
}

/// Words and names that are remembered of one language; then they are read anew.
const REMEMBERED: usize = 4_000;

/// What was read in one language.
#[derive(Debug, Default)]
struct Known {
    words: HashMap<String, Arc<Word>>,
    /// The terms of words of descriptions.
    described: HashMap<String, Arc<[String]>>,
    /// Names that many products have around them.
    names: HashMap<String, Arc<Terms>>,
}

/// Reads texts for the index, and remembers the words.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    ug: Known,
    zh: Known,
    es: Known,
}

impl Reader {
    fn known(&mut self, locale: Locale) -> &mut Known {
        match locale.nearest_built_in() {
            Locale::Ug => &mut self.ug,
            Locale::Zh | Locale::Added(_) => &mut self.zh,
            Locale::Es => &mut self.es,
        }
    }

    /// What a name is found by, in whatever letters it is typed.
    pub fn name(&mut self, text: &str, locale: Locale) -> Terms {
        let mut terms = Terms::default();
        let mut before: Option<Arc<Word>> = None;
        for token in cut(text) {
            before = match token.script {
                Script::Han => {
                    terms.add_han(&token.text);
                    None
                }
                Script::Number => {
                    terms.terms.insert(Kind::Word.term(&token.text));
                    None
                }
                _ => {
                    let known = &mut self.known(locale).words;
                    let word = remembered(known, &token.text, || Arc::new(Word::of(&token, locale)));
                    terms.add(&word.terms);
                    if let Some(before) = before {
                        // Written without the space: qizilchilan.
                        let joined = format!("{}{}", before.key, word.key);
                        terms.terms.insert(Kind::Word.term(&joined));
                        for stem in word.stems.iter().take(2) {
                            let joined = format!("{}{stem}", before.key);
                            terms.terms.insert(Kind::Stem.term(&joined));
                        }
                    }
                    Some(word)
                }
            };
        }
        terms
    }

    /// The same of a name that many have.
    pub fn repeated_name(&mut self, text: &str, locale: Locale) -> Arc<Terms> {
        if let Some(known) = self.known(locale).names.get(text) {
            return Arc::clone(known);
        }
        let terms = Arc::new(self.name(text, locale));
        remembered(&mut self.known(locale).names, text, || terms)
    }

    /// Adds what a description is found by: its words, well spelled.
    pub fn add_description(&mut self, text: &str, locale: Locale, terms: &mut HashSet<String>) {
        let known = &mut self.known(locale).described;
        for token in cut(text) {
            match token.script {
                Script::Han => terms.extend(chinese::pairs(&token.text).iter().map(|pair| Kind::Han.term(pair))),
                Script::Number => {}
                _ => {
                    let of_word = remembered(known, &token.text, || described(&token, locale));
                    for term in of_word.iter() {
                        if !terms.contains(term) {
                            terms.insert(term.clone());
                        }
                    }
                }
            }
        }
    }
}

/// The terms of a word of a description.
fn described(token: &Token, locale: Locale) -> Arc<[String]> {
    let key = token.key();
    let short = match locale {
        Locale::Ug => uyghur::root(&key),
        Locale::Zh | Locale::Es | Locale::Added(_) => latin::stems(&key).into_iter().next(),
    };
    let stem = short.map(|stem| Kind::Stem.term(&stem));
    [Kind::Word.term(&key)].into_iter().chain(stem).collect()
}

/// What is known of a text, or is made of it now.
fn remembered<T: Clone>(known: &mut HashMap<String, T>, text: &str, make: impl FnOnce() -> T) -> T {
    if let Some(known) = known.get(text) {
        return known.clone();
    }
    if known.len() >= REMEMBERED {
        known.clear();
    }
    let made = make();
    known.insert(text.to_owned(), made.clone());
    made
}

/// The stems of a word in a text in this language.
pub(crate) fn stems(key: &str, script: Script, locale: Locale) -> Vec<String> {
    match (script, locale) {
        (Script::Arabic | Script::Cyrillic, _) => uyghur::stems(key),
        (_, Locale::Ug) => {
            let mut stems = uyghur::stems(key);
            stems.extend(latin::stems(key));
            stems
        }
        _ => latin::stems(key),
    }
}

/// The stems of a word that was typed: in Latin letters it can be of any language.
pub(crate) fn typed_stems(key: &str, script: Script) -> Vec<String> {
    let mut stems = uyghur::stems(key);
    if script == Script::Latin {
        for stem in latin::stems(key) {
            if !stems.contains(&stem) {
                stems.push(stem);
            }
        }
    }
    stems
}
