//! Which letters a language is written with.

use std::collections::HashSet;

use domain::Locale;

use crate::check::{Fault, Kind, Pair, is_arabic_script};
use crate::language::is_letter;

/// Whether a text is mostly written in other letters than its language is: it may be in another one. A brand, a unit or a code
/// may stand in it.
pub fn is_in_other_letters(lang: Locale, text: &str) -> bool {
    let (mut own, mut others) = (0_usize, 0_usize);
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        if is_letter(lang, letter) {
            own += 1;
        } else {
            others += 1;
        }
    }
    others > 2 * own
}

/// Says that a translation is in other letters than its language: typed with another keyboard, or into the box of another language;
/// of one that is not, each word with letters that are neither the language's nor Latin. Words that the English text has, too, are
/// names and stay out of it.
pub(crate) fn letter_faults(pair: &Pair<'_>) -> Vec<Fault> {
    let locale = Locale::all().iter().find(|locale| locale.folder() == pair.folder);
    let (Some(locale), Some((_, english))) = (locale, pair.english) else {
        return Vec::new();
    };
    let names: HashSet<&str> = words(english).collect();
    let own: Vec<&str> = words(pair.words).filter(|word| !names.contains(word)).collect();
    let fault = |word: &str| Fault::new(Kind::LettersOther).at(word);
    if is_in_other_letters(*locale, &own.concat()) {
        let is_other = |word: &&&str| word.chars().any(|letter| !is_letter(*locale, letter));
        return own.iter().find(is_other).map(|word| fault(word)).into_iter().collect();
    }
    let mut seen = HashSet::new();
    own.into_iter()
        .filter(|word| word.chars().any(|letter| is_strange(*locale, letter)) && seen.insert(*word))
        .map(fault)
        .collect()
}

/// Whether a letter is of a script that a text in this language has no words of; Latin ones are in names everywhere. Of Arabic
/// script each language has its own letters, which are a rule of the check where it is known what they are meant for.
fn is_strange(lang: Locale, letter: char) -> bool {
    let is_latin = letter.is_ascii() || matches!(letter, '\u{AA}'..='\u{24F}');
    let is_kindred = is_arabic_script(letter) && is_letter(lang, '\u{627}');
    !is_letter(lang, letter) && !is_latin && !is_kindred
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::parse_file;

    /// The letters that are told of, as they stand in the text.
    fn found(lang: Locale, text: &str, english: &str) -> Vec<String> {
        let entry = |folder: &str, text: &str| parse_file("f", folder, &format!("a-b = {text}\n")).entries.remove(0);
        let (own, english) = (entry(lang.folder(), text), entry("es", english));
        let (words, english_words) = (own.pattern.words(), english.pattern.words());
        let faults = letter_faults(&Pair {
            folder: lang.folder(),
            own: &own,
            words: &words,
            english: Some((&english, &english_words)),
        });
        assert!(faults.iter().all(|fault| fault.kind == Kind::LettersOther));
        faults.into_iter().filter_map(|fault| fault.at).collect()
    }

    fn told(lang: Locale, text: &str, english: &str) -> bool {
        !found(lang, text, english).is_empty()
    }

    #[test]
    fn every_word_in_letters_of_another_script_is_told_and_once() {
        let words = |lang, text| found(lang, text, "{ $count } things of Сырдарья from WeChat");
        assert_eq!(
            words(Locale::Ug, "سالغان товар بۇ يەردە، 购物车 ۋە товар، WeChat، Сырдарья"),
            ["товар", "购物车"]
        );
        // A letter of another keyboard that looks like the right one.
        assert_eq!(words(Locale::Es, "Tu c\u{430}rrito"), ["c\u{430}rrito"]);
        assert_eq!(words(Locale::Zh, "您的 سالغان 购物车里有 τιμή"), ["سالغان", "τιμή"]);
        for (lang, text) in [
            (Locale::Es, "El 1.º, la 2.ª, Ürümqi, pingüino: { $count }"),
            (Locale::Ug, "مال WeChat { $count } kg"),
            (Locale::Ug, "\u{647}ەسەل بار"),
            (Locale::Zh, "微信支付 WeChat Omega"),
        ] {
            assert_eq!(words(lang, text), [""; 0], "{lang:?} {text}");
        }
        // Of a text that is none of the language's the first word points at it.
        assert_eq!(words(Locale::Ug, "{ $count } салған маллириңиз"), ["салған"]);
    }

    #[test]
    fn a_translation_in_another_script_is_told_and_a_name_is_not() {
        for (lang, text) in [
            (Locale::Ug, "您的购物车是空的"),
            (Locale::Ug, "salghan malliringiz bu yerde"),
            (Locale::Ug, "салған маллириңиз бу йәрдә"),
            (Locale::Ug, "{ $count } dana"),
            (Locale::Zh, "سالغان ماللىرىڭىز بۇ يەردە"),
            (Locale::Es, "سالغان ماللىرىڭىز بۇ يەردە"),
        ] {
            assert!(told(lang, text, "{ $count } things from WeChat"), "{lang:?} {text}");
        }
        for (lang, text) in [
            (Locale::Ug, "WeChat: { $count }"),
            (Locale::Ug, "{ $count } دانە"),
            (Locale::Zh, "WeChat"),
            (Locale::Es, "{ $count } cosas"),
            (Locale::Ug, "2 + { $count }"),
        ] {
            assert!(!told(lang, text, "{ $count } things from WeChat"), "{lang:?} {text}");
        }
    }

    #[test]
    fn a_text_in_another_script_is_told_from_one_with_a_foreign_word() {
        for (lang, text) in [
            (Locale::Ug, "بادام مېغىزى"),
            (Locale::Ug, "Bazar بادام 500 g"),
            (Locale::Zh, "巴旦木"),
            (Locale::Zh, "有机巴旦木 Omega"),
            (Locale::Es, "Almendra pequeña"),
            (Locale::Es, "500 ٪"),
            (Locale::Zh, ""),
        ] {
            assert!(!is_in_other_letters(lang, text), "{lang:?} {text}");
        }
        for (lang, text) in [
            (Locale::Ug, "Almendra"),
            (Locale::Ug, "巴旦木"),
            (Locale::Zh, "بادام"),
            (Locale::Zh, "Almendra"),
            (Locale::Es, "بادام 500 g"),
            (Locale::Es, "巴旦木"),
        ] {
            assert!(is_in_other_letters(lang, text), "{lang:?} {text}");
        }
    }
}
