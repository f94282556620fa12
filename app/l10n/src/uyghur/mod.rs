//! Uyghur text: one spelling for what keyboards and old pages write in many ways, dictionary order, Latin script,
//! and keys for simple search in any of the three languages.
//!
//! The shop stores what a merchant typed; these functions make what is compared with it.

mod forms;
mod latin;
mod normal;
mod search;

pub use latin::uly;
pub use normal::{normalise, standard_letters};
pub use search::search_key;

/// The alphabet in dictionary order.
const ALPHABET: &str = "اەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي";

/// Carries a vowel at the start of a word or syllable; not a letter of the alphabet.
const HEMZE: char = 'ئ';

fn is_vowel(c: char) -> bool {
    "اەوۇۆۈېى".contains(c)
}

/// Bytes that compare in dictionary order: a word that starts with a vowel stands at that vowel, not first of all as
/// CLDR's collation has it. Spaces come before digits, digits before Uyghur letters, everything else after them.
/// Store it in a binary column.
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len());
    for c in normalise(text).trim().chars().filter(|c| *c != HEMZE) {
        if let Some(place) = ALPHABET.chars().position(|letter| letter == c) {
            // 32 letters, so it always fits.
            key.push(0x20 + u8::try_from(place).unwrap_or(0));
        } else if let Some(digit) = c.to_digit(10) {
            key.push(0x10 + u8::try_from(digit).unwrap_or(0));
        } else if c.is_whitespace() {
            key.push(0x01);
        } else {
            key.push(0x80);
            key.extend(c.to_lowercase().collect::<String>().bytes());
        }
    }
    key
}
