//! What people's keyboards and clipboards do to plain characters.

/// The characters of `text` as ASCII wherever they only look different: full-width forms from a
/// Chinese keyboard, digits of other scripts. Invisible marks, which come along when a
/// number is copied out of a right-to-left page, are dropped.
pub(crate) fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&c| !is_invisible(c)).map(to_ascii)
}

/// A text with the digits of all scripts as ASCII ones, and without invisible marks.
pub fn plain_digits(text: &str) -> String {
    plain(text).collect()
}

/// The zeros of the scripts whose digits stand in ten places one after the other: Arabic-Indic, Persian, N'Ko, the scripts
/// of India, Sinhala, Thai, Lao, Tibetan, Burmese, Khmer, Mongolian.
const DIGITS: [u32; 20] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810,
];

fn to_ascii(c: char) -> char {
    let code = u32::from(c);
    let ascii = match c {
        '\u{FF01}'..='\u{FF5E}' => code - 0xFF01 + 0x21,
        _ => DIGITS
            .iter()
            .find(|zero| (**zero..**zero + 10).contains(&code))
            .map_or(code, |zero| code - zero + 0x30),
    };
    char::from_u32(ascii).unwrap_or(c)
}

/// The dashes that phones and word processors put where a hyphen was meant.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}')
}

/// A text with a hyphen for each of these dashes.
pub fn plain_dashes(text: &str) -> String {
    text.chars().map(|c| if is_dash(c) { '-' } else { c }).collect()
}

/// Characters that show nothing themselves and reorder or part their neighbours: direction marks
/// (Unicode UAX #9), zero-width space, word joiner, byte order mark. One override left inside a
/// name could turn a whole line round. The joiners U+200C and U+200D are not among them: Arabic
/// script and emoji need those.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// Characters that are no part of how a name is written: soft hyphens and joiners of other kinds, fillers of Hangul, marks of old
/// formatting, and the tags of U+E0000, in which another text can be hidden. Unlike [`is_invisible`] ones some of them belong into
/// longer texts.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{2061}'..='\u{2064}' | '\u{206A}'..='\u{206F}'
            | '\u{3164}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
    )
}

/// Characters that leave the paper white: white space, the joiners, signs that only tell how their neighbours look or part,
/// and the letters that fill a place without being seen (of Hangul and of Braille). A text of these alone says nothing.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{AD}' | '\u{34F}' | '\u{200C}' | '\u{200D}' | '\u{115F}' | '\u{1160}' | '\u{2061}'..='\u{2064}' | '\u{2800}'
                | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plainly(text: &str) -> String {
        plain(text).collect()
    }

    #[test]
    fn look_alikes_become_ascii() {
        assert_eq!(plainly("（０１９）"), "(019)");
        assert_eq!(plainly("٠١٩۰۱۹"), "019019");
        assert_eq!(plainly("ＡＺａｚ"), "AZaz");
    }

    #[test]
    fn marks_copied_along_from_a_page_vanish_and_other_scripts_stay() {
        assert_eq!(plainly("\u{2068}13\u{200E}8\u{2069}\u{FEFF}"), "138");
        assert_eq!(plainly("بادام 巴旦木"), "بادام 巴旦木");
    }
}
