//! The key under which simple search compares a name and a query.

use super::latin::uly;
use super::normal::normalise;

/// Folds a text so that what people type finds what merchants wrote, in any script: Uyghur becomes Latin without
/// accents (`بادام`, `Badam` and `badam` are one key), accents go (`melón`, `melon`), case goes, full-width becomes
/// ASCII, punctuation becomes one space. Chinese stays. Made alike for names and queries, which are then compared
/// with `contains`; not for showing.
pub fn search_key(text: &str) -> String {
    let uyghur: String = normalise(text).chars().map(nearest_uyghur).collect();
    let mut folded = String::with_capacity(text.len());
    for c in uly(&uyghur).chars().flat_map(char::to_lowercase) {
        fold(c, &mut folded);
    }
    let folded = folded.replace("kh", "x").replace('v', "w");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters of Arabic loans as Uyghur spells them.
fn nearest_uyghur(c: char) -> char {
    match c {
        '\u{62D}' => 'ھ',
        '\u{637}' => 'ت',
        '\u{62B}' | '\u{635}' => 'س',
        '\u{629}' => 'ە',
        '\u{636}' | '\u{638}' | '\u{630}' => 'ز',
        '\u{621}' | '\u{639}' => 'ئ',
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' => 'ا',
        '\u{624}' => 'و',
        _ => c,
    }
}

fn fold(c: char, out: &mut String) {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'å' | 'ā' | 'ǎ' => out.push('a'),
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ě' | 'ä' | 'ə' => out.push('e'),
        'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' | 'ǐ' => out.push('i'),
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ō' | 'ǒ' => out.push('o'),
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => out.push('u'),
        // In Spanish a letter of its own, yet typed as n on every other keyboard.
        'ñ' => out.push('n'),
        'ŋ' => out.push_str("ng"),
        'ş' => out.push_str("sh"),
        'ç' => out.push_str("ch"),
        'ğ' => out.push_str("gh"),
        'ž' => out.push_str("zh"),
        // Accents that follow their letter, and apostrophes inside words: gone without a gap.
        '\u{300}'..='\u{36F}' | '\'' | '’' | '‘' | 'ʼ' | '`' => {}
        _ if c.is_alphanumeric() => out.push(c),
        _ => out.push(' '),
    }
}
