//! One spelling for look-alike letters, presentation forms, invisible characters and digits.

use super::forms::letters_of;
use super::{HEMZE, is_vowel};

/// Arabic heh, which other keyboards write for both ە and ھ.
const HEH: char = '\u{647}';
/// Zero width non-joiner.
const ZWNJ: char = '\u{200C}';
const FARSI_YEH: char = '\u{6CC}';

/// The text in standard Uyghur spelling: U+06D5 for ە, U+06BE for ھ, no presentation forms, no vowel marks, joiners or
/// direction characters, digits 0–9, ASCII for full-width characters. Other scripts stay as they are. Does it twice
/// the same: `normalise(normalise(x)) == normalise(x)`.
///
/// The order of the steps matters: presentation forms still tell ە from ھ, and ZWNJ after heh is a Sorani ە, so
/// both come before anything is removed.
pub fn normalise(text: &str) -> String {
    let letters = replace_forms(text);
    let letters = join_marks(&letters);
    let letters: Vec<char> = letters.into_iter().filter(|c| !is_invisible(*c)).map(plain).collect();
    by_neighbours(&letters)
}

/// The text with the letters of presentation forms, which only old fonts and PDF files know; and where it is Uyghur, with
/// Uyghur letters for those of Arabic, Persian and neighbouring keyboards. Marks, digits and all else stay as they were typed.
pub fn standard_letters(text: &str, is_uyghur: bool) -> String {
    let letters = replace_forms(text);
    if !is_uyghur {
        return letters.into_iter().collect();
    }
    let letters: Vec<char> = join_marks(&letters).into_iter().map(own_letter).collect();
    by_neighbours(&letters)
}

/// The letters of [`plain`], without digits and full-width characters: a text is not only compared here, it is kept.
fn own_letter(c: char) -> char {
    match c {
        '\u{600}'..='\u{65F}' | '\u{66A}'..='\u{6EF}' | '\u{6FA}'..='\u{6FF}' => plain(c),
        _ => c,
    }
}

fn replace_forms(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(text.len());
    for c in text.chars() {
        match letters_of(c) {
            Some(letters) => out.extend(letters.chars()),
            None if c == ZWNJ && out.last() == Some(&HEH) => {
                out.pop();
                out.push('ە');
            }
            None => out.push(c),
        }
    }
    out
}

/// A base letter and a mark that Uyghur writes as one letter.
fn join_marks(letters: &[char]) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(letters.len());
    for &c in letters {
        let joined = match (out.last(), c) {
            (Some('\u{649}' | '\u{64A}' | '\u{6CC}'), '\u{654}') => Some(HEMZE),
            (Some('و'), '\u{64F}') => Some('ۇ'),
            (Some('و'), '\u{670}') => Some('ۈ'),
            (Some('و'), '\u{65A}') => Some('ۆ'),
            _ => None,
        };
        if joined.is_some() {
            out.pop();
        }
        out.push(joined.unwrap_or(c));
    }
    out
}

/// Tatweel, vowel marks, joiners and direction characters.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{61C}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn plain(c: char) -> char {
    match c {
        '\u{6A9}' | '\u{6AA}' => 'ك',
        '\u{6C5}' => 'ۆ',
        '\u{6C9}' | '\u{6CA}' => 'ۈ',
        '\u{6CE}' => 'ې',
        '\u{6C0}' | '\u{6C1}' => HEH,
        '\u{660}'..='\u{669}' => shifted(c, 0x660, '0'),
        '\u{6F0}'..='\u{6F9}' => shifted(c, 0x6F0, '0'),
        '\u{FF01}'..='\u{FF5E}' => shifted(c, 0xFF01, '!'),
        '\u{3000}' => ' ',
        _ => c,
    }
}

fn shifted(c: char, from: u32, to: char) -> char {
    char::from_u32(u32::from(c) - from + u32::from(to)).unwrap_or(c)
}

/// Heh and Farsi yeh stand for two letters each; which one, the next letter tells.
fn by_neighbours(letters: &[char]) -> String {
    let mut out = String::with_capacity(letters.len() * 2);
    for (place, &c) in letters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| letters.get(place)).copied();
        let after = letters.get(place + 1).copied();
        out.push(match c {
            // After the carrier only a vowel can stand: ئهنجۈر is ئەنجۈر.
            HEH if before == Some(HEMZE) => 'ە',
            HEH if after.is_some_and(is_arabic_letter) => 'ھ',
            HEH => 'ە',
            FARSI_YEH if after.is_some_and(is_vowel) => 'ي',
            FARSI_YEH => 'ى',
            _ => c,
        });
    }
    out
}

fn is_arabic_letter(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{63F}' | '\u{641}'..='\u{64A}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}')
}
