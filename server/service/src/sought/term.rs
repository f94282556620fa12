//! What may be counted of what somebody typed: words for goods, and nothing that may say something about a person.

use domain::{Locale, OrderSearch, plain_digits};
use l10n::search_key;
use unicode_normalization::UnicodeNormalization;

/// Longest key and longest spelling, characters: what is longer is no name of goods.
const LONGEST: usize = 40;
/// Most words.
const WORDS: usize = 6;
/// So many digits are a number of somebody's: of a phone, a card, a parcel.
const DIGITS: usize = 5;

/// A term that may be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// What the search compares.
    pub key: String,
    /// As it was typed: letters, digits and spaces of it.
    pub typed: String,
    /// The language that is written so.
    pub lang: Locale,
}

impl Term {
    /// Reads what was typed into the search of a page in `locale`; nothing when it is not to be counted.
    pub fn read(typed: &str, locale: Locale) -> Option<Self> {
        if typed.len() > 4 * LONGEST || is_personal(typed) {
            return None;
        }
        let key = search_key(typed);
        let is_short = key.len() < 2;
        if is_short || key.chars().count() > LONGEST || key.split_whitespace().count() > WORDS {
            return None;
        }
        let typed = spelling(typed);
        (!typed.is_empty()).then(|| Self {
            lang: language(&typed, locale),
            key,
            typed,
        })
    }
}

/// Whether it looks like a phone number, an order's or a parcel's code, an address of the post or the web, or a part of one.
fn is_personal(typed: &str) -> bool {
    let plain = plain_digits(typed).to_lowercase();
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let order = OrderSearch::parse(typed);
    digits >= DIGITS
        || !plain.chars().any(char::is_alphabetic)
        || plain.contains(['@', '/', '\\'])
        || order.code.is_some()
        || order.phone.is_some()
        || !order.digits.is_empty()
        || plain.split_whitespace().any(is_address)
        || plain.split(|c: char| !c.is_ascii_alphanumeric()).any(is_code)
}

/// `shop.example`: a point between letters.
fn is_address(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters
        .windows(3)
        .any(|three| three[1] == '.' && three[0].is_alphabetic() && three[2].is_alphabetic())
}

/// Letters and digits that take turns more than once, as in `7K3M`; `500g` and `b12` do not.
fn is_code(word: &str) -> bool {
    let bytes = word.as_bytes();
    let turns = bytes
        .windows(2)
        .filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit());
    turns.count() > 1
}

/// In one line, without what could turn it round, draw something or be taken for a link.
fn spelling(typed: &str) -> String {
    // Some keyboards send a letter and its accent as two.
    let kept: String = typed
        .nfc()
        .map(|c| {
            if c.is_alphanumeric() || "'’‘-".contains(c) {
                c
            } else {
                ' '
            }
        })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// By its letters where only one language of the shop has them, else the page's.
fn language(typed: &str, locale: Locale) -> Locale {
    let has = |from: char, to: char| typed.chars().any(|c| (from..=to).contains(&c));
    if has('\u{600}', '\u{6FF}') {
        Locale::Ug
    } else if has('\u{4E00}', '\u{9FFF}') {
        Locale::Zh
    } else {
        locale
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn what_may_be_somebodys_is_never_counted() {
        for typed in [
            "13800138000",
            "138 0013 8000",
            "١٣٨٠٠١٣٨٠٠٠",
            "１３８００",
            "尾号8000",
            "2026",
            "gul@example.com",
            "gul＠example",
            "www.example.com",
            "example.com",
            "https://example",
            "7K3M-9QXT-V2WP",
            "7k3m9qxtv2wp",
            "زاكاز 7K3M9QXTV2WP",
            "7K3M",
            "7K3M9QXT",
            "SF1234567",
            "",
            "…",
            "x",
        ] {
            assert_eq!(Term::read(typed, Locale::Zh), None, "{typed:?}");
        }
        let long = "ھەسەل ".repeat(7);
        assert_eq!(Term::read(&long, Locale::Ug), None);
        assert_eq!(Term::read(&"x".repeat(1 << 20), Locale::Ug), None);
    }

    #[test]
    fn names_of_goods_are_counted_under_one_key_in_their_language() {
        let term = |typed| Term::read(typed, Locale::Es).unwrap();
        assert_eq!(term("زەپەر").lang, Locale::Ug);
        assert_eq!(term("枣").lang, Locale::Zh);
        assert_eq!(term("Azafrán").lang, Locale::Es);
        assert_eq!(term(" AZAFRAN! ").key, term("Azafrán").key);
        assert_eq!(term("\u{202E}Azafrán\u{0} «500g» ✨").typed, "Azafrán 500g");
        assert_eq!(term("omega 3").typed, "omega 3");
        assert_eq!(term("azafra\u{301}n").typed, "azafrán");
        assert_eq!(term("so‘k").typed, "so‘k");
        for typed in ["azafra\u{301}n", "so‘k", "zäpär, khorma", "زەپەر"] {
            let key = term(typed).key;
            assert_eq!(search_key(&key), key, "the search is asked for the key");
        }
    }
}
