//! Which letters a language is written with.

use domain::Locale;

const fn is_of(lang: Locale, letter: char) -> bool {
    match lang {
        Locale::Ug => matches!(
            letter,
            '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{6D5}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        ),
        Locale::Zh => matches!(letter, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}'),
        Locale::Es => matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}'),
    }
}

/// Whether a text is mostly written in other letters than its language is: it may be in another one. A brand, a unit or a code
/// may stand in it.
pub fn is_in_other_letters(lang: Locale, text: &str) -> bool {
    let (mut own, mut others) = (0_usize, 0_usize);
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        if is_of(lang, letter) {
            own += 1;
        } else {
            others += 1;
        }
    }
    others > 2 * own
}

#[cfg(test)]
mod tests {
    use super::*;

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
