//! From what was typed to what is looked for: slots, each of which a product fills by any of its alternatives.

use crate::Result;
use crate::lists::{Found, Lists};
use crate::synonyms::{Part, Phrase, Synonyms};
use crate::text::{Script, Token, amount, chinese, latin, uyghur};
use crate::words::{Kind, SHORTEST_STEM, typed_stems};
use crate::{runs, typos};

/// What an alternative counts beside the word itself.
pub(crate) const ITSELF: f32 = 1.0;
const READING: f32 = 0.85;
pub(crate) const INFLECTED: f32 = 0.96;
const BEGINNING: f32 = 0.78;
pub(crate) const SYNONYM: f32 = 0.74;
const STEM: f32 = 0.92;
const SHARED_STEM: f32 = 0.6;
const SYNONYM_INITIALS: f32 = 0.7;
const INITIALS: f32 = 0.5;
pub(crate) const MISTYPED: f32 = 0.5;
/// Words of a query that are looked at, and slots.
const WORDS: usize = 12;
pub(crate) const SLOTS: usize = 30;
/// Stems that are looked up of a word that was meant.
const STEMS_OF_MISTYPED: usize = 3;
/// Words that a beginning may be.
const BEGINNINGS: usize = 12;

/// How a word is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// As it was typed.
    Typed,
    /// What nothing has may be mistyped.
    Mistyped,
}

/// One way to fill a slot: all of its terms are there.
#[derive(Clone, Debug)]
pub(crate) struct Alternative {
    pub terms: Vec<Found>,
    pub weight: f32,
}

/// What must be there, in one way or another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slot {
    pub alternatives: Vec<Alternative>,
}

impl Slot {
    /// Documents that fill it, at the most.
    pub fn documents(&self) -> u64 {
        self.alternatives
            .iter()
            .map(|alternative| alternative.terms.iter().map(|term| term.documents).min().unwrap_or(0))
            .sum()
    }

    /// Documents of its commonest term.
    pub fn often(&self) -> u64 {
        let terms = self.alternatives.iter().flat_map(|alternative| &alternative.terms);
        terms.map(|term| term.often).max().unwrap_or(0)
    }

    pub fn add(&mut self, found: Found, weight: f32) {
        if found.is_some() {
            self.alternatives.push(Alternative {
                terms: vec![found],
                weight,
            });
        }
    }

    /// Whether it is more than words of descriptions.
    pub fn is_named(&self) -> bool {
        self.alternatives
            .iter()
            .any(|alternative| alternative.terms.iter().all(|term| term.is_named))
    }
}

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    pub slots: Vec<Slot>,
    /// What fills all slots of one of these is not wanted.
    pub denied: Vec<Self>,
    /// Words that nothing has.
    pub missing: usize,
    /// What was typed, and what is looked for instead.
    pub corrections: Vec<(String, String)>,
}

/// Makes plans.
pub(crate) struct Planner<'p> {
    pub lists: &'p Lists<'p>,
    pub synonyms: &'p Synonyms,
    pub reading: Reading,
    /// Whether the last word may be unfinished.
    pub is_open: bool,
}

impl Planner<'_> {
    /// Reads tokens.
    pub fn plan(&self, tokens: &[Token]) -> Result<Plan> {
        let mut plan = Plan::default();
        let tokens = &tokens[..tokens.len().min(WORDS)];
        let says_something = tokens.iter().any(|token| !is_little(token));
        let mut rest = tokens;
        while let Some((token, after)) = rest.split_first() {
            if plan.slots.len() >= SLOTS {
                break;
            }
            let is_han = token.script == Script::Han;
            let mut read = if is_han { 0 } else { self.add_phrase(rest, &mut plan)? };
            if read == 0 {
                read = self.add_without(rest, &mut plan)?;
            }
            if read > 0 {
                rest = &rest[read..];
                continue;
            }
            rest = after;
            if is_han {
                self.add_run(&token.text, &mut plan)?;
                continue;
            }
            if says_something && is_little(token) {
                continue;
            }
            self.add_word(token, self.is_open && after.is_empty(), &mut plan)?;
        }
        plan.slots.truncate(SLOTS);
        Ok(plan)
    }

    /// Adds what the next words are together, if they are something: how many they are.
    fn add_phrase(&self, rest: &[Token], plan: &mut Plan) -> Result<usize> {
        let words = rest.iter().take_while(|token| token.script != Script::Han).count();
        for count in (2..=words.min(self.synonyms.longest())).rev() {
            let keys: Vec<String> = rest[..count].iter().map(Token::key).collect();
            let Some(others) = self.synonyms.of_phrase(&keys) else {
                continue;
            };
            let itself: Phrase = keys.into_iter().map(Part::Word).collect();
            let mut slot = Slot::default();
            self.add_alternative(&itself, ITSELF, &mut slot)?;
            for other in others {
                self.add_alternative(other, SYNONYM, &mut slot)?;
            }
            if !slot.alternatives.is_empty() {
                plan.slots.push(slot);
                return Ok(count);
            }
        }
        let words = rest.iter().take_while(|token| is_latin_word(token)).count();
        for count in (2..=words.min(6)).rev() {
            let joined: String = rest[..count]
                .iter()
                .map(|token| chinese::typed_reading(&token.text))
                .collect();
            let mut slot = Slot::default();
            self.add_reading(&joined, &mut slot)?;
            if !slot.alternatives.is_empty() && !self.are_all_words(&rest[..count])? {
                plan.slots.push(slot);
                return Ok(count);
            }
        }
        Ok(0)
    }

    /// Whether each of them is a word that names have.
    fn are_all_words(&self, tokens: &[Token]) -> Result<bool> {
        for token in tokens {
            if !self.lists.find(&Kind::Word.term(&token.key()))?.is_some() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    pub(crate) fn add_alternative(&self, phrase: &Phrase, weight: f32, slot: &mut Slot) -> Result<()> {
        let mut terms = Vec::new();
        for part in phrase {
            match part {
                Part::Han(run) => {
                    for pair in chinese::pairs(run) {
                        terms.push(self.lists.find(&Kind::Han.term(&pair))?);
                    }
                }
                Part::Word(key) => {
                    let mut found = self.lists.find_word(key)?;
                    if !found.is_some() {
                        for stem in typed_stems(key, Script::Latin) {
                            found = self.lists.find_word(&stem)?;
                            if found.is_some() {
                                break;
                            }
                        }
                    }
                    terms.push(found);
                }
            }
        }
        if !terms.is_empty() && terms.iter().all(Found::is_some) {
            slot.alternatives.push(Alternative { terms, weight });
        }
        Ok(())
    }

    fn add_word(&self, token: &Token, is_open: bool, plan: &mut Plan) -> Result<()> {
        let key = token.key();
        let mut slot = Slot::default();
        slot.add(self.lists.find(&Kind::Word.term(&key))?, ITSELF);
        if token.script == Script::Number {
            // A number by itself, as a year or a code; without use when nothing is called so.
            if slot.documents() > 0 {
                plan.slots.push(slot);
            }
            return Ok(());
        }
        let is_exact = !slot.alternatives.is_empty();
        self.add_stems(&key, token.script, &mut slot)?;
        let is_shared = slot.alternatives.is_empty() && self.synonyms_of(&key, token.script).is_empty();
        if is_shared {
            self.add_shared_stems(&key, token.script, &mut slot)?;
        }
        self.add_synonyms(&key, token.script, &mut slot)?;
        let mut is_read = false;
        if !slot.is_named() && is_latin_word(token) {
            let reading = chinese::typed_reading(&token.text);
            let before = slot.alternatives.len();
            self.add_reading(&reading, &mut slot)?;
            is_read = slot.alternatives.len() > before;
            if slot.alternatives.is_empty() {
                self.add_readings(&reading, &mut slot)?;
            }
        }
        let mut is_beginning = false;
        if slot.alternatives.is_empty() || is_open {
            is_beginning = slot.alternatives.is_empty();
            self.add_beginnings(&key, is_open, &mut slot)?;
        }
        // What names are read like as a whole is no other word mistyped: hetao.
        let is_unsure = !is_read && (is_beginning || is_shared || (!is_exact && !slot.is_named()));
        if is_unsure && !slot.alternatives.is_empty() {
            // It may be the beginning of one word, or have an ending that a description has, too; or be another one mistyped.
            let corrections = plan.corrections.len();
            self.add_mistyped((token, &key), 1, plan, &mut slot)?;
            plan.corrections.truncate(corrections);
        }
        if slot.alternatives.is_empty() && is_latin_word(token) {
            self.add_runs(self.synonyms.by_initials(&token.text), SYNONYM_INITIALS, &mut slot)?;
            slot.add(self.lists.find(&Kind::Initials.term(&token.text))?, INITIALS);
        }
        if slot.alternatives.is_empty() && self.reading == Reading::Mistyped {
            self.add_mistyped((token, &key), 2, plan, &mut slot)?;
        }
        if slot.alternatives.is_empty() {
            plan.missing += 1;
        } else {
            plan.slots.push(slot);
        }
        Ok(())
    }

    pub(crate) fn add_stems(&self, key: &str, script: Script, slot: &mut Slot) -> Result<()> {
        let is_exact = !slot.alternatives.is_empty();
        slot.add(self.lists.find(&Kind::Stem.term(key))?, INFLECTED);
        for stem in typed_stems(key, script) {
            let word = self.lists.find(&Kind::Word.term(&stem))?;
            // A plural that nobody writes is nearer to the usual one than to one of the thing: nuezes, nueces, nuez.
            if !is_exact && script == Script::Latin && key.ends_with('s') && word.is_some() {
                slot.add(self.lists.find(&Kind::Stem.term(&stem))?, INFLECTED);
            }
            slot.add(word, STEM);
        }
        Ok(())
    }

    /// Words with another ending on the same stem.
    fn add_shared_stems(&self, key: &str, script: Script, slot: &mut Slot) -> Result<()> {
        for stem in typed_stems(key, script) {
            if stem.len() >= SHORTEST_STEM {
                slot.add(self.lists.find(&Kind::Stem.term(&stem))?, SHARED_STEM);
            }
        }
        Ok(())
    }

    pub(crate) fn add_synonyms(&self, key: &str, script: Script, slot: &mut Slot) -> Result<()> {
        for other in self.synonyms_of(key, script) {
            self.add_alternative(other, SYNONYM, slot)?;
        }
        Ok(())
    }

    fn synonyms_of(&self, key: &str, script: Script) -> &[Phrase] {
        let others = self.synonyms.of(key);
        let of_stem = || {
            let stems = typed_stems(key, script);
            stems.iter().find_map(|stem| self.synonyms.of(stem))
        };
        others.or_else(of_stem).unwrap_or_default()
    }

    /// Words that begin so.
    fn add_beginnings(&self, key: &str, is_open: bool, slot: &mut Slot) -> Result<()> {
        if key.chars().count() < if is_open { 1 } else { 3 } {
            return Ok(());
        }
        let words = self.lists.vocabulary_from(key, BEGINNINGS * 4)?;
        let words = words.iter().filter(|(word, _)| word != key && word.is_ascii());
        for (word, _) in words.take(BEGINNINGS) {
            slot.add(self.lists.find(&Kind::Word.term(word))?, BEGINNING);
        }
        if is_open {
            let prefix = Kind::Reading.term(key);
            for (term, _) in self.lists.readings_from(&prefix, BEGINNINGS)? {
                slot.add(self.lists.find(&term)?, BEGINNING);
            }
        }
        Ok(())
    }

    /// What reads so, in names and among the words of synonyms.
    fn add_reading(&self, reading: &str, slot: &mut Slot) -> Result<()> {
        slot.add(self.lists.find(&Kind::Reading.term(reading))?, READING);
        self.add_runs(self.synonyms.by_reading(reading), READING, slot)
    }

    /// Runs of Chinese with what means the same.
    pub(crate) fn add_runs(&self, runs: &[String], weight: f32, slot: &mut Slot) -> Result<()> {
        for run in runs {
            self.add_alternative(&vec![Part::Han(run.clone())], weight, slot)?;
            for other in self.synonyms.of(run).unwrap_or_default() {
                self.add_alternative(other, weight * SYNONYM, slot)?;
            }
        }
        Ok(())
    }

    /// Readings of words one after the other: badanmulihe.
    fn add_readings(&self, typed: &str, slot: &mut Slot) -> Result<()> {
        let mut terms = Vec::new();
        let mut rest = typed;
        while !rest.is_empty() {
            let mut longest = None;
            for end in (2..=rest.len()).rev() {
                let Some(part) = rest.get(..end) else { continue };
                let found = self.lists.find(&Kind::Reading.term(part))?;
                if found.is_some() {
                    longest = Some((end, found));
                    break;
                }
            }
            let Some((end, found)) = longest else { return Ok(()) };
            terms.push(found);
            rest = &rest[end..];
            if terms.len() > 3 {
                return Ok(());
            }
        }
        // One syllable after the other would be any word.
        if terms.len() > 1 && typed.len() >= 4 * terms.len() {
            slot.alternatives.push(Alternative { terms, weight: READING });
        }
        Ok(())
    }

    fn add_mistyped(&self, (token, key): (&Token, &str), edits: u8, plan: &mut Plan, slot: &mut Slot) -> Result<()> {
        let near = typos::words(self.lists, self.synonyms, key, token.script, edits)?;
        for (word, distance) in &near {
            let times = MISTYPED / (1.0 + distance);
            slot.add(self.lists.find(&Kind::Word.term(word))?, times);
            slot.add(self.lists.find(&Kind::Stem.term(word))?, INFLECTED * times);
            for stem in typed_stems(word, token.script).into_iter().take(STEMS_OF_MISTYPED) {
                slot.add(self.lists.find_word(&stem)?, STEM * times);
            }
            self.add_synonyms(word, token.script, slot)?;
        }
        // A stem is no word: what is told is the nearest that somebody wrote.
        for (word, _) in &near {
            let known = self.synonyms.spelling_of(word).map(str::to_owned);
            if let Some(spelling) = self.lists.spelling_of(word)?.or(known) {
                plan.corrections.push((token.text.clone(), spelling));
                break;
            }
        }
        Ok(())
    }
}

fn is_latin_word(token: &Token) -> bool {
    token.script == Script::Latin && token.text.chars().all(char::is_alphabetic)
}

/// Whether a word says little when there are others.
fn is_little(token: &Token) -> bool {
    match token.script {
        Script::Latin | Script::Arabic | Script::Cyrillic => {
            let key = token.key();
            let is_latin = token.script == Script::Latin;
            (is_latin && latin::is_little(&key)) || uyghur::is_little(&key) || amount::is_unit(&key)
        }
        Script::Number => false,
        Script::Han => token.text.chars().all(runs::is_little),
    }
}
