//! The languages the shop speaks: three that are built in, and those that were added as folders of texts.

use std::sync::OnceLock;

use crate::UnknownWord;

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

/// A language of the shop. Uyghur in Arabic script, simplified Chinese and Spanish are built in: in them the shop's people write
/// their texts. Stored and sent as its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(
    feature = "sea-orm",
    derive(sea_orm::DeriveValueType),
    sea_orm(value_type = "String")
)]
pub enum Locale {
    Ug,
    /// Read by most visitors whose language is not known.
    #[default]
    Zh,
    Es,
    /// One that an operator added.
    Added(AddedLanguage),
}

/// One of the languages that were added, by its place among them. Only [`register`] makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AddedLanguage(u8);

/// What is known of an added language wherever it is named, in the browser too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageFacts {
    /// The first segment of a page's path, also what is stored: `kk`.
    pub code: &'static str,
    /// Its tag, which its folder is named by: `kk-Arab`.
    pub bcp47: &'static str,
    /// Which way it runs.
    pub dir: Direction,
    /// Its own name for itself.
    pub native_name: &'static str,
    /// What its readers understand when a text is missing, the likelier first.
    pub fallbacks: &'static [Locale],
}

static ADDED: OnceLock<Vec<LanguageFacts>> = OnceLock::new();

/// The languages of this program are fixed already.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("languages are added once, when the program starts")]
pub struct AlreadyRegistered;

/// Adds languages to those that are built in, once and before any page is made. Their codes have to differ from each other and
/// from those built in; what is beyond the 256th is left out.
///
/// # Errors
/// [`AlreadyRegistered`] the second time.
pub fn register(added: Vec<LanguageFacts>) -> Result<(), AlreadyRegistered> {
    ADDED.set(added).map_err(|_| AlreadyRegistered)
}

impl AddedLanguage {
    fn facts(self) -> Option<&'static LanguageFacts> {
        ADDED.get()?.get(usize::from(self.0))
    }
}

impl Locale {
    /// The languages that are built in: those in which the shop's people write names, descriptions and notices.
    pub const BUILT_IN: [Self; 3] = [Self::Ug, Self::Zh, Self::Es];

    /// Every language one can read the shop in, those built in first.
    pub fn all() -> &'static [Self] {
        static ALL: OnceLock<Vec<Locale>> = OnceLock::new();
        let Some(added) = ADDED.get() else {
            return &Self::BUILT_IN;
        };
        ALL.get_or_init(|| {
            let places = (0..=u8::MAX).zip(added);
            let others = places.map(|(place, _)| Self::Added(AddedLanguage(place)));
            Self::BUILT_IN.into_iter().chain(others).collect()
        })
    }

    /// The language at this place among [all](Self::all).
    pub fn at(place: u8) -> Option<Self> {
        let locale = match place {
            0 => Self::Ug,
            1 => Self::Zh,
            2 => Self::Es,
            _ => Self::Added(AddedLanguage(place - 3)),
        };
        // A browser is told of no others than the shop has, and learns later what those are called.
        let is_known = cfg!(target_family = "wasm") || locale.index() < Self::all().len();
        is_known.then_some(locale)
    }

    /// Its place among [all](Self::all).
    pub fn index(self) -> usize {
        match self {
            Self::Ug => 0,
            Self::Zh => 1,
            Self::Es => 2,
            Self::Added(language) => Self::BUILT_IN.len() + usize::from(language.0),
        }
    }

    /// The first segment of a page's path, also what is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ug => "ug",
            Self::Zh => "zh",
            Self::Es => "es",
            Self::Added(language) => language.facts().map_or("", |facts| facts.code),
        }
    }

    /// The language with exactly this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().iter().copied().find(|locale| locale.code() == code)
    }

    /// The value of HTML's `lang`. Chinese names its script: fonts and screen readers go by it.
    pub fn bcp47(self) -> &'static str {
        match self {
            Self::Ug => "ug",
            Self::Zh => "zh-Hans",
            Self::Es => "es",
            Self::Added(language) => language.facts().map_or("", |facts| facts.bcp47),
        }
    }

    /// The folder under `locales/` with this language's texts.
    pub fn folder(self) -> &'static str {
        self.bcp47()
    }

    /// Which way it runs.
    pub fn dir(self) -> Direction {
        match self {
            Self::Ug => Direction::Rtl,
            Self::Zh | Self::Es => Direction::Ltr,
            Self::Added(language) => language.facts().map_or(Direction::Ltr, |facts| facts.dir),
        }
    }

    /// What to show a reader of this language when it is missing, the likelier understood first; every built-in language is
    /// among them, or the language itself.
    pub fn fallbacks(self) -> &'static [Self] {
        match self {
            Self::Ug => &[Self::Zh, Self::Es],
            Self::Zh => &[Self::Ug, Self::Es],
            Self::Es => &[Self::Zh, Self::Ug],
            Self::Added(language) => language.facts().map_or(&Self::BUILT_IN, |facts| facts.fallbacks),
        }
    }

    /// The built-in language that its readers understand best: for what is kept ready, or written, in those only.
    #[must_use]
    pub fn nearest_built_in(self) -> Self {
        match self {
            Self::Added(_) => self.fallbacks().first().copied().unwrap_or_default(),
            Self::Ug | Self::Zh | Self::Es => self,
        }
    }

    /// The languages in which a reader of this one is shown what was written in `source` first, the best one first: theirs, then the
    /// built-in one they understand best if theirs was added, the writer's own words, and what they are likeliest to understand.
    pub fn shown_in(self, source: Self) -> impl Iterator<Item = Self> {
        let nearest = self.fallbacks().iter().copied();
        [self, self.nearest_built_in(), source].into_iter().chain(nearest)
    }

    /// The language's own name for itself.
    pub fn native_name(self) -> &'static str {
        match self {
            Self::Ug => "ئۇيغۇرچە",
            Self::Zh => "中文",
            Self::Es => "Español",
            Self::Added(language) => language.facts().map_or("", |facts| facts.native_name),
        }
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.code())
    }
}

impl std::str::FromStr for Locale {
    type Err = UnknownWord;

    fn from_str(code: &str) -> Result<Self, UnknownWord> {
        Self::from_code(code).ok_or_else(|| UnknownWord(code.to_owned()))
    }
}

/// As its code, also in what is stored; on the way to a browser and back as its place among all, one byte: both sides have the
/// same languages.
impl serde::Serialize for Locale {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            to.serialize_str(self.code())
        } else {
            to.serialize_u8(u8::try_from(self.index()).unwrap_or(u8::MAX))
        }
    }
}

impl<'de> serde::Deserialize<'de> for Locale {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let found = if from.is_human_readable() {
            Self::from_code(&<String as serde::Deserialize>::deserialize(from)?)
        } else {
            Self::at(<u8 as serde::Deserialize>::deserialize(from)?)
        };
        found.ok_or_else(|| serde::de::Error::custom("no language of the shop"))
    }
}

/// As part of a key, which the database does not number then.
#[cfg(feature = "sea-orm")]
impl sea_orm::TryFromU64 for Locale {
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("Locale"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use serde::de::{IntoDeserializer, value::Error};

    #[test]
    fn a_language_is_its_code_in_paths_and_on_the_wire() {
        for locale in Locale::BUILT_IN {
            assert_eq!(Locale::from_code(locale.code()), Some(locale));
            let wire: serde::de::value::StrDeserializer<'_, Error> = locale.code().into_deserializer();
            assert_eq!(Locale::deserialize(wire), Ok(locale));
            assert_eq!(Locale::all()[locale.index()], locale);
        }
        for code in ["", "UG", "zh-Hans", "en"] {
            assert_eq!(Locale::from_code(code), None, "{code:?}");
            assert_eq!(code.parse::<Locale>(), Err(UnknownWord(code.to_owned())));
        }
    }

    #[test]
    fn every_language_falls_back_to_the_two_others() {
        for locale in Locale::BUILT_IN {
            let mut together = vec![locale];
            together.extend(locale.fallbacks());
            together.sort_unstable();
            assert_eq!(together, Locale::BUILT_IN);
        }
    }

    #[test]
    fn only_uyghur_runs_from_the_right() {
        assert_eq!(
            Locale::BUILT_IN.map(|locale| locale.dir().as_str()),
            ["rtl", "ltr", "ltr"]
        );
    }
}
