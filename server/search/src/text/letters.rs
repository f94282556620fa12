//! The key of a word of letters: small Latin letters without accents, one for each letter of Uyghur, in which `sh`, `ch`, `gh`
//! and `zh` are the capitals `S`, `C`, `G`, `Z`, and `ng` is `N`, so that one mistyped letter is one difference.

/// The key of a word that [`cut`](super::cut) gave.
#[must_use]
pub fn key(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(word.len());
    let mut place = 0;
    while let Some(&c) = letters.get(place) {
        let before = place.checked_sub(1).and_then(|place| letters.get(place)).copied();
        let after = letters.get(place + 1).copied();
        place += 1;
        if let Some(one) = pair(c, after) {
            out.push(one);
            place += 1;
            continue;
        }
        match c {
            // In Persian and Kazakh alef carries a vowel at the start, as hemze does in Uyghur.
            'ا' if before.is_none() && after.is_some_and(|c| is_vowel(c) && !matches!(c, 'ا' | 'آ')) => {}
            // Keyboards of neighbours have one letter for these two, or the other one at that key.
            'ھ' if out.ends_with(is_consonant) && !after.is_some_and(is_vowel) => out.push('e'),
            'ي' if !before.is_some_and(is_vowel) && !after.is_some_and(is_vowel) => out.push('i'),
            'ى' if before != Some('ئ') && after.is_some_and(|c| is_vowel(c) && c != 'ى') => out.push('y'),
            _ => out.push_str(one(c)),
        }
        if one(c).is_empty() && c.is_ascii_alphanumeric() {
            out.push(c);
        }
    }
    out
}

/// Latin letters that are one letter together.
fn pair(c: char, after: Option<char>) -> Option<char> {
    match (c, after?) {
        ('s', 'h') => Some('S'),
        ('c', 'h') => Some('C'),
        ('g', 'h') => Some('G'),
        ('z', 'h') => Some('Z'),
        ('k', 'h') => Some('x'),
        ('n', 'g') | ('ن', 'گ') | ('н', 'г') => Some('N'),
        _ => None,
    }
}

/// A consonant of a key.
const fn is_consonant(c: char) -> bool {
    !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// A vowel of Uyghur in Arabic letters.
fn is_vowel(c: char) -> bool {
    matches!(c, 'ا' | 'ە' | 'و' | 'ۇ' | 'ۆ' | 'ۈ' | 'ې' | 'ى' | 'آ')
}

/// The letters of the key for one letter; nothing for what falls away, and for ASCII, which stays.
fn one(c: char) -> &'static str {
    match c {
        'ا' | 'آ' | 'أ' | 'إ' | 'ٱ' | 'а' | 'á' | 'à' | 'â' | 'ã' | 'å' | 'ā' | 'ǎ' | 'ă' => "a",
        'ە' | 'ې' | '\u{647}' | 'ة' | 'ۀ' | 'ۃ' | 'ہ' | 'е' | 'э' | 'ә' | 'є' | 'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ě'
        | 'ä' | 'ə' => "e",
        'ب' | 'б' => "b",
        'پ' | 'п' => "p",
        'ت' | 'ط' | 'ٹ' | 'т' => "t",
        'ج' | 'җ' => "j",
        'چ' | 'ч' | 'ç' => "C",
        'خ' | 'х' => "x",
        'د' | 'ڈ' | 'д' => "d",
        'ر' | 'ڑ' | 'р' => "r",
        'ز' | 'ض' | 'ظ' | 'ذ' | 'з' => "z",
        'ژ' | 'ж' | 'ž' => "Z",
        'س' | 'ث' | 'ص' | 'с' => "s",
        'ش' | 'ш' | 'щ' | 'ş' | 'š' => "S",
        'غ' | 'ғ' | 'ğ' => "G",
        'ف' | 'ф' => "f",
        'ق' | 'қ' | 'ҡ' => "q",
        'ك' | 'ک' | 'ڪ' | 'к' => "k",
        'گ' | 'г' => "g",
        'ڭ' | 'ң' | 'ŋ' => "N",
        'ل' | 'л' | 'ł' => "l",
        'م' | 'м' => "m",
        'ن' | 'ں' | 'н' | 'ñ' | 'ń' | 'ň' | 'ǹ' => "n",
        'ھ' | 'ح' | 'һ' | 'ҳ' => "h",
        'و' | 'ۆ' | 'ؤ' | 'ۅ' | 'о' | 'ө' | 'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ō' | 'ǒ' => "o",
        'ۇ' | 'ۈ' | 'ۉ' | 'ۊ' | 'у' | 'ү' | 'ұ' | 'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => {
            "u"
        }
        'ۋ' | 'ڤ' | 'в' | 'v' => "w",
        'ى' | 'ے' | 'и' | 'ы' | 'і' | 'í' | 'ì' | 'î' | 'ï' | 'ı' | 'ī' | 'ǐ' => "i",
        'ي' | 'ی' | 'й' | 'ý' => "y",
        'ю' => "yu",
        'я' => "ya",
        'ё' => "yo",
        'ц' => "ts",
        _ => "",
    }
}

/// The key in which spellings by ear are the same: vowels that are not round are one, round ones are one; `k`, `q`, `g` and
/// `gh` are one; `x` is `h`, which falls away in front; a doubled letter is one. Different words may share it.
#[must_use]
pub fn skeleton(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    for c in key.chars() {
        let c = match c {
            'e' | 'i' => 'a',
            'u' => 'o',
            'q' | 'G' | 'g' => 'k',
            'N' => {
                out.push('n');
                'k'
            }
            'Z' => 'j',
            'x' => 'h',
            _ => c,
        };
        if !(out.ends_with(c) || out.is_empty() && c == 'h') {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_by_ear_share_a_skeleton() {
        for (one, other) in [
            ("hesel", "asal"),
            ("yaNaq", "yaNak"),
            ("yaNaq", "yanqaq"),
            ("kiSmiS", "keSmeS"),
            ("adres", "addris"),
            ("zakaz", "zakaz"),
            ("toGraq", "tograk"),
        ] {
            assert_eq!(skeleton(one), skeleton(other), "{one} {other}");
        }
        assert_ne!(skeleton("badam"), skeleton("anar"));
    }

    #[test]
    fn every_letter_of_uyghur_has_one_of_its_own_but_for_accents() {
        assert_eq!(key("ئاەبپتجچخدرزژسشغفقكگڭ"), "aebptjCxdrzZsSGfqkgN");
        assert_eq!(key("لمنھوۇۆۈۋې"), "lmnhououwe");
        assert_eq!(key("مەسھەپ"), "meshep");
        assert_eq!(key("mes'hep"), "meshep");
    }
}
