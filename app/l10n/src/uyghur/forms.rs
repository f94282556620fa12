//! Arabic presentation forms, which old fonts and PDF files use, as the letters they show.

/// First code point, last code point, the letters.
///
/// Unicode's compatibility decompositions (NFKC) for the forms that a Uyghur text can hold, except that FEE9 and FEEA
/// are ە and FEEB and FEEC are ھ: in Uyghur these shapes are two letters, in Unicode's table one, U+0647.
const FORMS: [(char, char, &str); 60] = [
    ('\u{FB56}', '\u{FB59}', "پ"),
    ('\u{FB7A}', '\u{FB7D}', "چ"),
    ('\u{FB8A}', '\u{FB8B}', "ژ"),
    ('\u{FB8E}', '\u{FB91}', "\u{6A9}"),
    ('\u{FB92}', '\u{FB95}', "گ"),
    ('\u{FBA4}', '\u{FBA5}', "\u{6C0}"),
    ('\u{FBA6}', '\u{FBA9}', "\u{6C1}"),
    ('\u{FBAA}', '\u{FBAD}', "ھ"),
    ('\u{FBD3}', '\u{FBD6}', "ڭ"),
    ('\u{FBD7}', '\u{FBD8}', "ۇ"),
    ('\u{FBD9}', '\u{FBDA}', "ۆ"),
    ('\u{FBDB}', '\u{FBDC}', "ۈ"),
    ('\u{FBDE}', '\u{FBDF}', "ۋ"),
    ('\u{FBE0}', '\u{FBE1}', "\u{6C5}"),
    ('\u{FBE2}', '\u{FBE3}', "\u{6C9}"),
    ('\u{FBE4}', '\u{FBE7}', "ې"),
    ('\u{FBE8}', '\u{FBE9}', "ى"),
    ('\u{FBEA}', '\u{FBEB}', "ئا"),
    ('\u{FBEC}', '\u{FBED}', "ئە"),
    ('\u{FBEE}', '\u{FBEF}', "ئو"),
    ('\u{FBF0}', '\u{FBF1}', "ئۇ"),
    ('\u{FBF2}', '\u{FBF3}', "ئۆ"),
    ('\u{FBF4}', '\u{FBF5}', "ئۈ"),
    ('\u{FBF6}', '\u{FBF8}', "ئې"),
    ('\u{FBF9}', '\u{FBFB}', "ئى"),
    ('\u{FBFC}', '\u{FBFF}', "\u{6CC}"),
    ('\u{FE80}', '\u{FE80}', "\u{621}"),
    ('\u{FE89}', '\u{FE8C}', "ئ"),
    ('\u{FE8D}', '\u{FE8E}', "ا"),
    ('\u{FE8F}', '\u{FE92}', "ب"),
    ('\u{FE93}', '\u{FE94}', "\u{629}"),
    ('\u{FE95}', '\u{FE98}', "ت"),
    ('\u{FE99}', '\u{FE9C}', "\u{62B}"),
    ('\u{FE9D}', '\u{FEA0}', "ج"),
    ('\u{FEA1}', '\u{FEA4}', "\u{62D}"),
    ('\u{FEA5}', '\u{FEA8}', "خ"),
    ('\u{FEA9}', '\u{FEAA}', "د"),
    ('\u{FEAB}', '\u{FEAC}', "\u{630}"),
    ('\u{FEAD}', '\u{FEAE}', "ر"),
    ('\u{FEAF}', '\u{FEB0}', "ز"),
    ('\u{FEB1}', '\u{FEB4}', "س"),
    ('\u{FEB5}', '\u{FEB8}', "ش"),
    ('\u{FEB9}', '\u{FEBC}', "\u{635}"),
    ('\u{FEBD}', '\u{FEC0}', "\u{636}"),
    ('\u{FEC1}', '\u{FEC4}', "\u{637}"),
    ('\u{FEC5}', '\u{FEC8}', "\u{638}"),
    ('\u{FEC9}', '\u{FECC}', "\u{639}"),
    ('\u{FECD}', '\u{FED0}', "غ"),
    ('\u{FED1}', '\u{FED4}', "ف"),
    ('\u{FED5}', '\u{FED8}', "ق"),
    ('\u{FED9}', '\u{FEDC}', "ك"),
    ('\u{FEDD}', '\u{FEE0}', "ل"),
    ('\u{FEE1}', '\u{FEE4}', "م"),
    ('\u{FEE5}', '\u{FEE8}', "ن"),
    ('\u{FEE9}', '\u{FEEA}', "ە"),
    ('\u{FEEB}', '\u{FEEC}', "ھ"),
    ('\u{FEED}', '\u{FEEE}', "و"),
    ('\u{FEEF}', '\u{FEF0}', "ى"),
    ('\u{FEF1}', '\u{FEF4}', "ي"),
    ('\u{FEFB}', '\u{FEFC}', "لا"),
];

/// The letters of a presentation form; `None` for every other character.
pub(super) fn letters_of(c: char) -> Option<&'static str> {
    let place = FORMS.partition_point(|(_, last, _)| *last < c);
    FORMS
        .get(place)
        .filter(|(first, ..)| *first <= c)
        .map(|(.., letters)| *letters)
}
