//! How names are compared that a stranger chose, and how they may be drawn: nobody is to pass for somebody else.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::typed;

/// The letters and digits of a text alone, as they are compared: whatever stands between, over and under them, and however they
/// are drawn. What looks alike is the same here (as in Unicode's UTS #39, for the letters people write names with), so this is to
/// be compared with the like of it, never shown.
pub fn bare(text: &str) -> String {
    let apart: String = text.nfkd().collect();
    let letters = typed::plain(&apart).flat_map(char::to_lowercase);
    letters
        .filter(|&c| c.is_alphanumeric() && !is_combining_mark(c) && !typed::is_blank(c) && c != TATWEEL)
        .map(look_alike)
        .collect()
}

/// The line that makes words of Arabic letters longer; Unicode counts it as a letter.
const TATWEEL: char = '\u{640}';

/// The letter that stands for all that look like it: those of Cyrillic and Greek for Latin ones, digits for letters, letters of
/// Arabic and Persian keyboards for Uyghur ones, and traditional Chinese ones of words for a shop's people.
const fn look_alike(c: char) -> char {
    match c {
        'а' | 'α' => 'a',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        '1' | 'l' | 'ı' | 'і' | 'ӏ' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' => 'm',
        'п' | 'η' => 'n',
        '0' | 'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'г' => 'r',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' => 'u',
        'ν' | 'ѵ' => 'v',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        'ى' | 'ی' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ه' | 'ھ' | 'ہ' | 'ة' => 'ە',
        '員' => '员',
        '賣' => '卖',
        '臺' => '台',
        '號' => '号',
        _ => c,
    }
}

/// Marks that stand over and under one letter in any script.
const MOST_MARKS: usize = 4;

/// A text whose letters carry no more marks than any script needs: towers of them are drawn over what stands above and below.
pub fn without_towers(text: &str) -> String {
    let mut marks = 0;
    let kept = text.chars().filter(|c| {
        marks = if is_combining_mark(*c) { marks + 1 } else { 0 };
        marks <= MOST_MARKS
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_by_letters_alone() {
        for (drawn, plain) in [
            ("官 方·客服", "官方客服"),
            ("官\u{3164}方", "官方"),
            ("管理員", "管理员"),
            ("Ｏｆｆｉｃｉａｌ ★ Bazar-2", "official bazar 2"),
            ("O.f.f.i.c.i.a.l", "OFFICIAL"),
            ("officiaI", "official"),
            ("0ff1cial", "official"),
            ("оffісіаl", "official"),
            ("ⓞⓕⓕⓘⓒⓘⓐⓛ", "official"),
            ("o\u{336}f\u{336}f\u{336}icial", "official"),
            ("Atencion", "Atención"),
            ("\u{200F}رەسمىي\u{200C}!", "رەسمىي"),
            ("ر ە س م ى ي", "رەسمىي"),
            ("رەســمىي", "رەسمىي"),
            ("ره\u{64E}سمیی", "رەسمىي"),
            ("ﺭﻩﺳﻤﻰﻱ", "رەسمىي"),
        ] {
            assert_eq!(bare(drawn), bare(plain), "{drawn}");
            assert!(!bare(plain).is_empty(), "{plain}");
        }
        assert_eq!(bare(" ★\u{640}\u{301}\u{3164}- "), "");
        for (one, other) in [
            ("بادام", "باداملار"),
            ("阿依古丽", "阿依古"),
            ("María", "Mario"),
            ("ئايگۈل", "ئايگۇل"),
        ] {
            assert_ne!(bare(one), bare(other), "{one}");
        }
    }

    #[test]
    fn letters_carry_no_towers() {
        let tower = format!("e{}a", "\u{301}".repeat(60));
        assert_eq!(without_towers(&tower), format!("e{}a", "\u{301}".repeat(4)));
        for text in ["", "很好", "ئېلىۋېتىڭ", "Muy buen\u{303}o", "བསྒྲུབས་པ", "👩‍👩‍👧", "ที่นี่"]
        {
            assert_eq!(without_towers(text), text);
        }
    }
}
