//! Which letters a language is written with.

use std::collections::HashSet;

use domain::Locale;

use crate::check::{Fault, Kind, Pair};
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

/// Says that a translation is in other letters than its language: typed with another keyboard, or into the box of another language.
/// Words that the English text has, too, are names and stay out of it.
pub(crate) fn letter_faults(pair: &Pair<'_>) -> Vec<Fault> {
    let locale = Locale::all().iter().find(|locale| locale.folder() == pair.folder);
    let (Some(locale), Some((_, english))) = (locale, pair.english) else {
        return Vec::new();
    };
    let names: HashSet<&str> = words(english).collect();
    let own: String = words(pair.words).filter(|word| !names.contains(word)).collect();
    if !is_in_other_letters(*locale, &own) {
        return Vec::new();
    }
    let first = own.chars().find(|letter| !is_letter(*locale, *letter));
    let fault = Fault::new(Kind::LettersOther);
    vec![match first {
        Some(letter) => fault.at(letter),
        None => fault,
    }]
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::parse_file;

    fn told(lang: Locale, text: &str, english: &str) -> bool {
        let entry = |folder: &str, text: &str| parse_file("f", folder, &format!("a-b = {text}\n")).entries.remove(0);
        let (own, english) = (entry(lang.folder(), text), entry("es", english));
        let (words, english_words) = (own.pattern.words(), english.pattern.words());
        let faults = letter_faults(&Pair {
            folder: lang.folder(),
            own: &own,
            words: &words,
            english: Some((&english, &english_words)),
        });
        faults.iter().any(|fault| fault.kind == Kind::LettersOther)
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
