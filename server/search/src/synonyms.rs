//! Words that mean the same, and words that stand for a need: data that the Centre edits, given with each query.

use std::collections::HashMap;

use crate::text::letters::skeleton;
use crate::text::{Script, chinese, cut, latin};
use crate::words::typed_stems;

/// Others of one word at the most.
const OTHERS: usize = 40;
/// Forms of one phrase at the most.
const MOST_FORMS: usize = 27;

/// A line, as the Centre writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// They mean the same: each finds what has another of them.
    pub words: Vec<String>,
    /// What each of `words` finds, too; not the other way round.
    pub finds: Vec<String>,
}

/// A part of a word or phrase: a word's key, or a run of Chinese.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Word(String),
    Han(String),
}

/// Another word, or several that must be there together.
pub(crate) type Phrase = Vec<Part>;

/// A single word.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub key: String,
    pub skeleton: String,
    /// The letters it has, a bit each; see [`letters_of`].
    pub letters: u64,
    /// How it is written.
    spelling: String,
}

/// The letters that a key has, a bit each: keys with one letter changed differ in two at the most.
pub(crate) fn letters_of(key: &str) -> u64 {
    key.bytes().fold(0, |letters, byte| letters | 1 << (byte % 64))
}

/// All lines, by what they are looked up with; read once and kept, as it takes a moment to make.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    /// By the key of a word or the keys of a phrase; by a run of Chinese.
    others: HashMap<String, Vec<Phrase>>,
    /// Most words of one of the keys, and most characters of a run of Chinese.
    longest: usize,
    longest_han: usize,
    /// Single words; runs of Chinese.
    words: Vec<Word>,
    runs: Vec<String>,
    /// Runs of Chinese by how they read, and by their initials.
    readings: HashMap<String, Vec<String>>,
    initials: HashMap<String, Vec<String>>,
}

impl Synonyms {
    /// Reads lines.
    #[must_use]
    pub fn new(lines: impl IntoIterator<Item = Line>) -> Self {
        let mut all = Self::default();
        for line in lines {
            for word in &line.words {
                all.add_vocabulary(word);
            }
            let words: Vec<Phrase> = line.words.iter().map(|word| phrase(word)).collect();
            let finds: Vec<Phrase> = line.finds.iter().map(|word| phrase(word)).collect();
            for word in words.iter().filter(|word| !word.is_empty()) {
                for key in keys(word) {
                    let others = all.others.entry(key).or_default();
                    for other in words.iter().chain(&finds) {
                        if other != word && !other.is_empty() && !others.contains(other) && others.len() < OTHERS {
                            others.push(other.clone());
                        }
                    }
                }
                match word.as_slice() {
                    [Part::Han(run)] => all.longest_han = all.longest_han.max(run.chars().count()),
                    parts => all.longest = all.longest.max(parts.len()),
                }
            }
        }
        all
    }

    fn add_vocabulary(&mut self, word: &str) {
        let mut tokens = cut(word).into_iter();
        let (Some(token), None) = (tokens.next(), tokens.next()) else {
            return;
        };
        if token.script == Script::Han {
            if token.text.chars().nth(1).is_some()
                && let Some((reading, initials)) = chinese::usual_reading(&token.text)
            {
                self.readings.entry(reading).or_default().push(token.text.clone());
                self.initials.entry(initials).or_default().push(token.text.clone());
            }
            self.runs.push(token.text);
        } else {
            let key = token.key();
            self.words.push(Word {
                skeleton: skeleton(&key),
                letters: letters_of(&key),
                key,
                spelling: token.text,
            });
        }
    }

    /// Runs of Chinese that read so.
    pub(crate) fn by_reading(&self, reading: &str) -> &[String] {
        self.readings.get(reading).map_or(&[], Vec::as_slice)
    }

    /// Runs of Chinese with these initials.
    pub(crate) fn by_initials(&self, initials: &str) -> &[String] {
        self.initials.get(initials).map_or(&[], Vec::as_slice)
    }

    /// Single words.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// How a word is written.
    pub(crate) fn spelling_of(&self, key: &str) -> Option<&str> {
        let word = self.words.iter().find(|word| word.key == key)?;
        Some(word.spelling.as_str())
    }

    /// Runs of two or more characters of which one is another.
    pub(crate) fn runs_near(&self, run: &str) -> Vec<String> {
        let length = run.chars().count();
        let is_near = |known: &&String| {
            known.chars().count() == length
                && known
                    .chars()
                    .zip(run.chars())
                    .filter(|(one, other)| one != other)
                    .count()
                    == 1
        };
        if length < 2 {
            return Vec::new();
        }
        self.runs.iter().filter(is_near).cloned().collect()
    }

    /// The others of a phrase, whether its words are one or many.
    pub(crate) fn of_phrase(&self, keys: &[String]) -> Option<&[Phrase]> {
        if let Some(others) = self.of(&keys.join(" ")) {
            return Some(others);
        }
        let one_and_many: Vec<Vec<String>> = keys.iter().map(|key| one_and_many(key)).collect();
        if let Some(others) = combined(&one_and_many).iter().find_map(|key| self.of(key)) {
            return Some(others);
        }
        // In Uyghur the last word carries the endings of all.
        let (last, before) = keys.split_last()?;
        typed_stems(last, Script::Arabic).iter().find_map(|stem| {
            let mut words: Vec<&str> = before.iter().map(String::as_str).collect();
            words.push(stem);
            self.of(&words.join(" "))
        })
    }

    /// Most words of a phrase that is known.
    pub(crate) fn longest(&self) -> usize {
        self.longest
    }

    /// The others of a word or phrase, by its keys with a space between.
    pub(crate) fn of(&self, key: &str) -> Option<&[Phrase]> {
        self.others.get(key).map(Vec::as_slice)
    }

    /// The longest part of a run of Chinese from its start on that is known: its bytes. One character is only known by itself.
    pub(crate) fn han_prefix(&self, run: &str) -> Option<usize> {
        let ends: Vec<usize> = run
            .char_indices()
            .map(|(start, c)| start + c.len_utf8())
            .take(self.longest_han)
            .collect();
        ends.into_iter()
            .skip(1)
            .rev()
            .find(|end| self.others.contains_key(&run[..*end]))
    }
}

/// A Spanish or English word as it is and as one of many.
fn one_and_many(key: &str) -> Vec<String> {
    let mut forms = vec![key.to_owned()];
    if key.ends_with('s') {
        forms.extend(latin::stems(key).into_iter().take(2));
    }
    forms
}

/// All ways to choose one form of each word, put together.
fn combined(words: &[Vec<String>]) -> Vec<String> {
    let mut all = vec![String::new()];
    for forms in words {
        all = all
            .iter()
            .flat_map(|before| {
                forms.iter().map(move |form| {
                    let space = if before.is_empty() { "" } else { " " };
                    format!("{before}{space}{form}")
                })
            })
            .take(MOST_FORMS)
            .collect();
    }
    all
}

/// The parts of a word or phrase.
fn phrase(text: &str) -> Phrase {
    cut(text)
        .into_iter()
        .map(|token| match token.script {
            Script::Han => Part::Han(token.text),
            _ => Part::Word(token.key()),
        })
        .collect()
}

/// What a phrase is looked up with: its keys; for one word also its stems.
fn keys(phrase: &Phrase) -> Vec<String> {
    match phrase.as_slice() {
        [Part::Word(key)] => {
            let mut keys = typed_stems(key, Script::Latin);
            keys.insert(0, key.clone());
            keys
        }
        parts => {
            let parts: Vec<&str> = parts
                .iter()
                .map(|part| match part {
                    Part::Word(text) | Part::Han(text) => text.as_str(),
                })
                .collect();
            let forms: Vec<Vec<String>> = parts.iter().map(|part| one_and_many(part)).collect();
            combined(&forms)
        }
    }
}
