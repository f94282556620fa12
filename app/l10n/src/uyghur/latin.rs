//! Uyghur in Latin letters.

use super::normal::normalise;
use super::{HEMZE, is_vowel};

/// Transliterates Uyghur to ULY (Uyghur Latin Yëziqi, Xinjiang University 2000–2001; BGN/PCGN 2023), with é for ې.
/// Other characters stay. Two different words hardly ever give the same Latin text: an apostrophe parts letters that
/// would read as one (`in'gliz`, `mes'hep`).
pub fn uly(text: &str) -> String {
    let letters: Vec<char> = normalise(text).chars().collect();
    let mut out = String::with_capacity(letters.len() * 2);
    for (place, &c) in letters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| letters.get(place)).copied();
        if c == HEMZE {
            // At the start of a word and after a vowel the vowel itself shows the syllable.
            let inside = before.is_some_and(|before| latin(before).is_some() && !is_vowel(before));
            if inside && letters.get(place + 1).is_some_and(|after| is_vowel(*after)) {
                out.push('\'');
            }
            continue;
        }
        match latin(c) {
            Some(latin) => {
                if reads_as_one(before, c) {
                    out.push('\'');
                }
                out.push_str(latin);
            }
            None => out.push(mark(c)),
        }
    }
    out
}

/// n + g = ng, s + h = sh …: pairs whose Latin letters spell another letter.
fn reads_as_one(before: Option<char>, c: char) -> bool {
    matches!((before, c), (Some('ن'), 'گ' | 'غ') | (Some('س' | 'ز' | 'گ' | 'ڭ'), 'ھ'))
}

pub(super) fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ا' => "a",
        'ە' => "e",
        'ب' => "b",
        'پ' => "p",
        'ت' => "t",
        'ج' => "j",
        'چ' => "ch",
        'خ' => "x",
        'د' => "d",
        'ر' => "r",
        'ز' => "z",
        'ژ' => "zh",
        'س' => "s",
        'ش' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' => "k",
        'گ' => "g",
        'ڭ' => "ng",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'ھ' => "h",
        'و' => "o",
        'ۇ' => "u",
        'ۆ' => "ö",
        'ۈ' => "ü",
        'ۋ' => "w",
        'ې' => "é",
        'ى' => "i",
        'ي' => "y",
        _ => return None,
    })
}

/// Punctuation of the Arabic script as Latin text has it.
fn mark(c: char) -> char {
    match c {
        '،' => ',',
        '؛' => ';',
        '؟' => '?',
        _ => c,
    }
}
