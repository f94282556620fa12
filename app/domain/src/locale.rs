//! The three languages the shop speaks.

use crate::named::named_enum;

/// Which way a text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Ltr,
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

named_enum! {
    /// A language of the shop: Uyghur in Arabic script, simplified Chinese, Spanish.
    #[derive(Default)]
    pub enum Locale {
        Ug = "ug",
        /// Read by most visitors whose language is not known.
        #[default]
        Zh = "zh",
        Es = "es",
    }
}

impl Locale {
    /// The first segment of a page's path, also what is stored.
    pub const fn code(self) -> &'static str {
        self.as_str()
    }

    /// The language with exactly this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::parse(code)
    }

    /// The value of HTML's `lang`. Chinese names its script: fonts and screen readers go by it.
    pub const fn bcp47(self) -> &'static str {
        match self {
            Self::Ug => "ug",
            Self::Zh => "zh-Hans",
            Self::Es => "es",
        }
    }

    /// The folder under `locales/` with this language's texts.
    pub const fn folder(self) -> &'static str {
        self.bcp47()
    }

    pub const fn dir(self) -> Direction {
        match self {
            Self::Ug => Direction::Rtl,
            Self::Zh | Self::Es => Direction::Ltr,
        }
    }

    /// What to show a reader of this language when it is missing, the likelier understood first.
    pub const fn fallbacks(self) -> [Self; 2] {
        match self {
            Self::Ug => [Self::Zh, Self::Es],
            Self::Zh => [Self::Ug, Self::Es],
            Self::Es => [Self::Zh, Self::Ug],
        }
    }

    /// The language's own name for itself.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::Ug => "ئۇيغۇرچە",
            Self::Zh => "中文",
            Self::Es => "Español",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use serde::de::{IntoDeserializer, value::Error};

    #[test]
    fn a_language_is_its_code_in_paths_and_on_the_wire() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_code(locale.code()), Some(locale));
            let wire: serde::de::value::StrDeserializer<'_, Error> = locale.code().into_deserializer();
            assert_eq!(Locale::deserialize(wire), Ok(locale));
        }
        for code in ["", "UG", "zh-Hans", "en"] {
            assert_eq!(Locale::from_code(code), None, "{code:?}");
        }
    }

    #[test]
    fn every_language_falls_back_to_the_two_others() {
        for locale in Locale::ALL {
            let mut together = vec![locale];
            together.extend(locale.fallbacks());
            together.sort_unstable();
            assert_eq!(together, Locale::ALL);
        }
    }

    #[test]
    fn only_uyghur_runs_from_the_right() {
        assert_eq!(Locale::ALL.map(|locale| locale.dir().as_str()), ["rtl", "ltr", "ltr"]);
    }
}
