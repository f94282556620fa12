//! Texts that nobody wrote, to try a layout with: longer ones, ones from right to left, ones in Uyghur letters. What is filled
//! in, and what a program reads, stays.

use std::iter::Peekable;
use std::str::Chars;

use crate::layout::{Entry, entries, has_value};
use crate::literals::{literals, replaced};

/// What the texts look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pseudo {
    /// `⟦Ćááŕť~⟧`: 35 % longer, with letters that stand high and low; the signs at both ends show a text that is cut, or put
    /// together of pieces.
    Accented,
    /// `ʇɹɐɔ`: English turned round, which reads from right to left.
    Mirrored,
    /// English words in Uyghur letters.
    Uyghur,
}

impl Pseudo {
    /// The kind of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "accented" => Self::Accented,
            "mirrored" => Self::Mirrored,
            "uyghur" => Self::Uyghur,
            _ => return None,
        })
    }
}

/// An English file with its texts changed so.
pub fn pseudo(kind: Pseudo, english: &str) -> String {
    let mut changes = Vec::new();
    for entry in entries(english).iter().filter(|entry| entry.is_whole) {
        // What else is said of a term, such as its gender, is chosen by and not shown.
        for place in literals(english, entry, !entry.id.is_term()) {
            let words = &english[place.clone()];
            let said = match kind {
                Pseudo::Accented => accented(words),
                Pseudo::Mirrored => mirrored(words),
                Pseudo::Uyghur => uyghur(words),
            };
            changes.push((place, said));
        }
        if kind == Pseudo::Accented && !entry.id.is_term() {
            changes.extend(brackets(english, entry));
        }
    }
    replaced(english, changes)
}

/// Signs at both ends of the value, and of each attribute.
fn brackets(english: &str, entry: &Entry) -> Vec<(std::ops::Range<usize>, String)> {
    let attributes = entry.attributes.iter().map(|attribute| &attribute.value);
    [&entry.value]
        .into_iter()
        .chain(attributes)
        .filter(|value| has_value(english, value))
        .flat_map(|value| {
            let blank = &english[value.clone()];
            let start = value.end - blank.trim_start_matches([' ', '\r', '\n']).len();
            [(start..start, "⟦".to_owned()), (value.end..value.end, "⟧".to_owned())]
        })
        .collect()
}

fn accented(words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 2);
    // In hundredths of a letter.
    let mut owed = 0;
    for c in words.trim_end().chars() {
        let letter = accent(c);
        out.push(letter);
        if !c.is_whitespace() {
            owed += 35;
        }
        if owed >= 100 && "aeiouAEIOU".contains(c) {
            out.push(letter);
            owed -= 100;
        }
    }
    // Half a letter owed is one: short words grow as well.
    while owed >= 50 {
        out.push('~');
        owed -= 100;
    }
    out.push_str(&words[words.trim_end().len()..]);
    out
}

fn accent(c: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const HIGH: &str = "áƀćďéƒğĥíĵķĺɱńóƥɋŕšťúṽŵẋýžÁƁĆĎÉƑĞĤÍĴĶĹṀŃÓƤɊŔŠŤÚṼŴẊÝŽ";
    let place = PLAIN.chars().position(|plain| plain == c);
    place.and_then(|place| HIGH.chars().nth(place)).unwrap_or(c)
}

/// The letters upside down, the last one first, between marks that keep what stands beside them in their order.
fn mirrored(words: &str) -> String {
    const EDGE: char = '\u{200F}';
    let core = words.trim();
    let from = words.len() - words.trim_start().len();
    let (before, after) = (&words[..from], &words[from + core.len()..]);
    let turned: String = core.chars().rev().map(turn).collect();
    format!("{before}{EDGE}{turned}{EDGE}{after}")
}

fn turn(c: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGJKLMNPQRTUVWY.,?!'()[]<>&";
    const TURNED: &str = "ɐqɔpǝɟƃɥıɾʞʅɯuodbɹsʇnʌʍxʎz∀ԐↃᗡƎℲ⅁ſӼ⅂WИԀÒᴚ⊥∩ɅM⅄˙ʻ¿¡,)(][><⅋";
    let place = PLAIN.chars().position(|plain| plain == c);
    place.and_then(|place| TURNED.chars().nth(place)).unwrap_or(c)
}

/// Latin letters as the Uyghur Latin alphabet has them, in Arabic script.
fn uyghur(words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 2);
    let mut letters = words.chars().peekable();
    // Whether the letter before was a consonant: only then a vowel stands without its carrier.
    let mut is_carried = false;
    while let Some(c) = letters.next() {
        let c = c.to_ascii_lowercase();
        if let Some(vowel) = vowel(c) {
            if !is_carried {
                out.push('ئ');
            }
            out.push(vowel);
            is_carried = false;
        } else if let Some(consonant) = consonant(c, &mut letters) {
            out.push(consonant);
            is_carried = true;
        } else {
            out.push(match c {
                ',' => '،',
                ';' => '؛',
                '?' => '؟',
                other => other,
            });
            is_carried = false;
        }
    }
    out
}

const fn vowel(c: char) -> Option<char> {
    Some(match c {
        'a' => 'ا',
        'e' => 'ە',
        'i' => 'ى',
        'o' => 'و',
        'u' => 'ۇ',
        _ => return None,
    })
}

/// Two Latin letters may be one.
fn consonant(c: char, rest: &mut Peekable<Chars<'_>>) -> Option<char> {
    let pairs = [
        ('c', 'h', 'چ'),
        ('s', 'h', 'ش'),
        ('z', 'h', 'ژ'),
        ('g', 'h', 'غ'),
        ('n', 'g', 'ڭ'),
    ];
    let pair = pairs
        .iter()
        .find(|(first, second, _)| *first == c && rest.peek() == Some(second));
    if let Some((.., both)) = pair {
        rest.next();
        return Some(*both);
    }
    Some(match c {
        'b' => 'ب',
        'c' | 'k' => 'ك',
        'd' => 'د',
        'f' => 'ف',
        'g' => 'گ',
        'h' => 'ھ',
        'j' => 'ج',
        'l' => 'ل',
        'm' => 'م',
        'n' => 'ن',
        'p' => 'پ',
        'q' => 'ق',
        'r' => 'ر',
        's' => 'س',
        't' => 'ت',
        'v' | 'w' => 'ۋ',
        'x' => 'خ',
        'y' => 'ي',
        'z' => 'ز',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::units;

    const FILE: &str = "# c\na-b = Add to cart\na-c = { $n ->\n    [one] { $n } item\n   *[other] { $n } items\n}\n    .label = Shelf\n-brand = Bazar\n    .gender = male\n";

    fn sources(kind: Pseudo) -> Vec<String> {
        units(&pseudo(kind, FILE)).into_iter().map(|unit| unit.source).collect()
    }

    #[test]
    fn accented_texts_are_longer_and_whole() {
        let said = sources(Pseudo::Accented);
        assert_eq!(said[0], "⟦Áďď ťóó ćááŕť~⟧");
        assert!(
            said[1].starts_with("⟦{ $n ->\n    [one] { $n } í") && said[1].ends_with("}⟧"),
            "{}",
            said[1]
        );
        assert!(said[2].starts_with("⟦Š") && said[2].ends_with('⟧'));
        assert!(!said[3].contains('⟦'), "a term stands inside other texts");
        assert_eq!(said[4], "male");
        let long = accented("Everything that was in the cart is kept here for you");
        let (grown, plain) = (long.chars().count(), 52);
        assert!(
            (plain * 125 / 100..=plain * 140 / 100).contains(&grown),
            "{grown} of {plain}"
        );
    }

    #[test]
    fn mirrored_texts_read_from_the_right() {
        assert_eq!(mirrored(" Add, "), " \u{200F}ʻpp∀\u{200F} ");
        assert_eq!(sources(Pseudo::Mirrored)[4], "male");
    }

    #[test]
    fn english_in_uyghur_letters_is_spelled_as_uyghur_is() {
        assert_eq!(uyghur("Add to cart, idea?"), "ئادد تو كارت، ئىدەئا؟");
        assert_eq!(uyghur("ching"), "چىڭ");
        assert_eq!(l10n::uyghur::uly(&uyghur("bazar ming")), "bazar ming");
    }

    #[test]
    fn every_letter_has_its_other_one() {
        for c in ('a'..='z').chain('A'..='Z') {
            assert_ne!(accent(c), c);
        }
        assert_eq!(turn('&'), '⅋');
        assert_eq!(turn('z'), 'z');
        assert_eq!(turn('A'), '∀');
    }

    #[test]
    fn what_is_filled_in_stays_in_every_kind() {
        for kind in [Pseudo::Accented, Pseudo::Mirrored, Pseudo::Uyghur] {
            let said = pseudo(kind, FILE);
            assert_eq!(said.matches("{ $n").count(), 3, "{said}");
            assert_eq!(units(&said).len(), units(FILE).len());
        }
    }
}
