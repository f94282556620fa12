//! What people's keyboards and clipboards do to plain characters.

/// The characters of `text` as ASCII wherever they only look different: full-width forms from a
/// Chinese keyboard, Arabic-Indic and Persian digits. Invisible marks, which come along when a
/// number is copied out of a right-to-left page, are dropped.
pub(crate) fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&c| !is_invisible(c)).map(to_ascii)
}

fn to_ascii(c: char) -> char {
    let code = u32::from(c);
    let ascii = match c {
        '\u{FF01}'..='\u{FF5E}' => code - 0xFF01 + 0x21,
        '\u{0660}'..='\u{0669}' => code - 0x0660 + 0x30,
        '\u{06F0}'..='\u{06F9}' => code - 0x06F0 + 0x30,
        _ => code,
    };
    char::from_u32(ascii).unwrap_or(c)
}

/// The dashes that phones and word processors put where a hyphen was meant.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}')
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
