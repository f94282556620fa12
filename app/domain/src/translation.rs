//! Merchants' texts in several languages: where a translation stands, and which one a reader gets.

use crate::{Locale, named::named_enum};
use serde::{Deserialize, Serialize};

named_enum! {
    /// What a translated text belongs to.
    pub enum TextOwner {
        Category = "category",
        /// A cooperative and its shop page.
        Cooperative = "cooperative",
        Product = "product",
        Station = "station",
        Township = "township",
    }
}

named_enum! {
    /// Where the text of one language comes from.
    pub enum TranslationState {
        /// Written by the merchant in their own language.
        Source = "source",
        Human = "human",
        Machine = "machine",
        /// The source was edited since; the text is still shown, with a mark.
        Outdated = "outdated",
    }
}

impl TranslationState {
    /// The state once the source has a new text: every translation is outdated, the source is not.
    pub const fn after_source_edit(self) -> Self {
        match self {
            Self::Source => Self::Source,
            Self::Human | Self::Machine | Self::Outdated => Self::Outdated,
        }
    }
}

/// A fingerprint of a source text, kept with its translations to notice when it changed. It guards
/// against nobody; it only has to stay the same on every machine for years, so it is FNV-1a with 64
/// bits over the UTF-8 bytes (<http://www.isthe.com/chongo/tech/comp/fnv/>).
pub const fn source_hash(text: &str) -> u64 {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;

    let bytes = text.as_bytes();
    let mut hash = OFFSET_BASIS;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(PRIME);
        at += 1;
    }
    hash
}

/// A merchant's text in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translated {
    pub text: String,
    pub lang: Locale,
    pub state: TranslationState,
}

/// The text a reader of `wanted` gets: theirs if there is one, else the merchant's own words, else
/// the language they are likeliest to understand ([`Locale::shown_in`]). A blank text counts as none.
pub fn pick(wanted: Locale, source: Locale, available: &[Translated]) -> Option<&Translated> {
    wanted.shown_in(source).find_map(|lang| {
        available
            .iter()
            .find(|text| text.lang == lang && !text.text.trim().is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lang: Locale, text: &str) -> Translated {
        Translated {
            text: text.to_owned(),
            lang,
            state: TranslationState::Human,
        }
    }

    #[test]
    fn the_fingerprint_is_the_published_fnv_1a() {
        assert_eq!(source_hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(source_hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(source_hash("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn readers_get_their_language_else_the_merchants_else_the_nearest() {
        let all = [text(Locale::Es, "es"), text(Locale::Zh, "zh"), text(Locale::Ug, "ug")];
        let shown = |wanted, source, from: &[Translated]| pick(wanted, source, from).map(|t| t.lang);

        assert_eq!(shown(Locale::Ug, Locale::Es, &all), Some(Locale::Ug));
        assert_eq!(shown(Locale::Ug, Locale::Es, &all[..2]), Some(Locale::Es));
        assert_eq!(shown(Locale::Es, Locale::Es, &all[1..]), Some(Locale::Zh));
        assert_eq!(shown(Locale::Es, Locale::Zh, &[]), None);
    }

    #[test]
    fn a_blank_translation_counts_as_none() {
        let blank = [text(Locale::Ug, " \n"), text(Locale::Zh, "巴旦木")];
        assert_eq!(pick(Locale::Ug, Locale::Zh, &blank), Some(&blank[1]));
    }

    #[test]
    fn an_edit_of_the_source_outdates_its_translations_only() {
        use TranslationState::{Outdated, Source};
        let after = TranslationState::ALL.map(TranslationState::after_source_edit);
        assert_eq!(after, [Source, Outdated, Outdated, Outdated]);
    }
}
