//! In which language a stranger wrote a text, as far as its letters and commonest words tell.

use crate::Locale;
use crate::named::named_enum;

named_enum! {
    /// The language of a text that somebody typed into the shop.
    pub enum WrittenIn {
        Ug = "ug",
        Zh = "zh",
        Es = "es",
        En = "en",
        /// Another one, or one that cannot be told.
        Other = "und",
    }
}

/// Words that a Spanish text of a few lines hardly does without, and an English one.
const SPANISH: [&str; 30] = [
    "a",
    "bien",
    "bueno",
    "buena",
    "buen",
    "con",
    "de",
    "del",
    "el",
    "en",
    "es",
    "está",
    "excelente",
    "la",
    "las",
    "los",
    "mal",
    "me",
    "muy",
    "no",
    "para",
    "pero",
    "por",
    "que",
    "rico",
    "rica",
    "se",
    "todo",
    "un",
    "una",
];
const ENGLISH: [&str; 30] = [
    "a", "and", "are", "bad", "but", "for", "good", "great", "had", "have", "i", "in", "is", "it", "me", "my", "no",
    "not", "of", "so", "tasty", "that", "the", "they", "this", "to", "very", "was", "were", "with",
];

impl WrittenIn {
    /// The language of `text`, written on a page in the language `page`.
    pub fn guess(text: &str, page: Locale) -> Self {
        let (mut arabic, mut han, mut latin, mut others) = (0_usize, 0_usize, 0_usize, 0_usize);
        let (mut is_uyghur, mut is_japanese) = (false, false);
        for letter in text.chars().filter(|c| c.is_alphabetic()) {
            match letter {
                // The letters for vowels, and three more, which the neighbours' alphabets have not got.
                'ې' | 'ۈ' | 'ۆ' | 'ۋ' | 'ە' | 'ڭ' => {
                    is_uyghur = true;
                    arabic += 1;
                }
                '\u{620}'..='\u{6FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => arabic += 1,
                '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' => han += 1,
                '\u{3040}'..='\u{30FF}' => {
                    is_japanese = true;
                    others += 1;
                }
                'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' => latin += 1,
                _ => others += 1,
            }
        }
        // A character of Chinese says as much as a word of the others.
        let most = arabic.max(2 * han).max(latin).max(others);
        if most == 0 || most == others {
            Self::Other
        } else if most == arabic {
            if is_uyghur || page == Locale::Ug {
                Self::Ug
            } else {
                Self::Other
            }
        } else if most == 2 * han {
            if is_japanese { Self::Other } else { Self::Zh }
        } else {
            of_latin(text, page)
        }
    }

    /// The value of HTML's `lang`; nothing when it cannot be told.
    pub fn bcp47(self) -> Option<&'static str> {
        match self {
            Self::Ug => Some(Locale::Ug.bcp47()),
            Self::Zh => Some(Locale::Zh.bcp47()),
            Self::Es => Some(Locale::Es.bcp47()),
            Self::En => Some("en"),
            Self::Other => None,
        }
    }

    /// The value of HTML's `dir`.
    pub fn dir(self) -> &'static str {
        match self {
            Self::Ug => Locale::Ug.dir().as_str(),
            Self::Zh | Self::Es | Self::En => "ltr",
            Self::Other => "auto",
        }
    }

    /// The language's own name for itself.
    pub fn native_name(self) -> Option<&'static str> {
        match self {
            Self::Ug => Some(Locale::Ug.native_name()),
            Self::Zh => Some(Locale::Zh.native_name()),
            Self::Es => Some(Locale::Es.native_name()),
            Self::En => Some("English"),
            Self::Other => None,
        }
    }

    /// The built-in language of the shop that it is.
    pub const fn locale(self) -> Option<Locale> {
        match self {
            Self::Ug => Some(Locale::Ug),
            Self::Zh => Some(Locale::Zh),
            Self::Es => Some(Locale::Es),
            Self::En | Self::Other => None,
        }
    }
}

impl From<Locale> for WrittenIn {
    fn from(locale: Locale) -> Self {
        match locale {
            Locale::Ug => Self::Ug,
            Locale::Zh => Self::Zh,
            Locale::Es => Self::Es,
            // Which one is not stored: what is shown says that it cannot be told.
            Locale::Added(_) => Self::Other,
        }
    }
}

/// Spanish or English by their marks and commonest words; what shows neither is the page's, if that is Spanish.
fn of_latin(text: &str, page: Locale) -> WrittenIn {
    let lower = text.to_lowercase();
    let marks = lower.chars().filter(|c| "ñáéíóú¿¡".contains(*c)).count();
    let words = || lower.split(|c: char| !c.is_alphabetic());
    let spanish = marks + words().filter(|word| SPANISH.contains(word)).count();
    let english = words().filter(|word| ENGLISH.contains(word)).count();
    if spanish > english {
        WrittenIn::Es
    } else if english > spanish {
        WrittenIn::En
    } else if page == Locale::Es {
        WrittenIn::Es
    } else {
        WrittenIn::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_words_tell_the_language_on_any_page() {
        for (text, lang) in [
            ("بەك تاتلىق ئىكەن", WrittenIn::Ug),
            ("ياخشى ئىكەن، Bazar غا رەھمەت", WrittenIn::Ug),
            ("很好吃", WrittenIn::Zh),
            ("味道很好，OK", WrittenIn::Zh),
            ("Muy ricas, llegaron bien", WrittenIn::Es),
            ("¡Buenísimas!", WrittenIn::Es),
            ("Very good, the kernels are big", WrittenIn::En),
            ("おいしいです", WrittenIn::Other),
            ("Очень вкусно", WrittenIn::Other),
            ("", WrittenIn::Other),
            ("5555 !!!", WrittenIn::Other),
        ] {
            for page in Locale::BUILT_IN {
                assert_eq!(WrittenIn::guess(text, page), lang, "{text} on {page}");
            }
        }
    }

    #[test]
    fn what_says_nothing_by_itself_is_taken_for_the_pages() {
        assert_eq!(WrittenIn::guess("Perfecto", Locale::Es), WrittenIn::Es);
        assert_eq!(WrittenIn::guess("Yaxshi", Locale::Ug), WrittenIn::Other);
        // Letters that Arabic and Persian have as well.
        assert_eq!(WrittenIn::guess("تاتلىق", Locale::Ug), WrittenIn::Ug);
        assert_eq!(WrittenIn::guess("لذيذ", Locale::Zh), WrittenIn::Other);
    }

    #[test]
    fn a_language_of_the_shop_is_itself() {
        for locale in Locale::BUILT_IN {
            let lang = WrittenIn::from(locale);
            assert_eq!(lang.locale(), Some(locale));
            assert_eq!(lang.bcp47(), Some(locale.bcp47()));
            assert_eq!(lang.dir(), locale.dir().as_str());
        }
        assert_eq!(WrittenIn::Other.bcp47(), None);
    }
}
