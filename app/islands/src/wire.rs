//! How an island's data stands in the page: postcard in hex, then its words if it has any. Both sides are of one build; a page of
//! another one finds no WASM of its own any more and stays plain HTML.

use l10n::Words;

/// Writes what an island is hydrated with.
#[cfg(any(feature = "ssr", test))]
pub(crate) fn write_props<Props: serde::Serialize>(props: &Props) -> String {
    // Plain data always has a form; without one the island is not hydrated and its form works.
    hex::encode(postcard::to_allocvec(props).unwrap_or_default())
}

/// Writes it with the words it shows.
#[cfg(any(feature = "ssr", test))]
pub(crate) fn write<Props: serde::Serialize>(props: &Props, words: &Words) -> String {
    [&write_props(props), "|", &words.write()].concat()
}

/// Reads it back; nothing when it is not of this build.
#[cfg(any(feature = "hydrate", test))]
pub(crate) fn read<Props: serde::de::DeserializeOwned>(
    locale: domain::Locale,
    written: &str,
) -> Option<(Props, Words)> {
    let (props, words) = written.split_once('|')?;
    Some((read_props(props)?, Words::read(locale, words)))
}

/// Reads the data of an island without words.
#[cfg(any(feature = "hydrate", test))]
pub(crate) fn read_props<Props: serde::de::DeserializeOwned>(written: &str) -> Option<Props> {
    postcard::from_bytes(&hex::decode(written).ok()?).ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use domain::Locale;
    use l10n::{Texts, t};

    use super::*;

    #[test]
    fn props_and_words_come_back() {
        let words = Texts::built_in().words(Locale::Ug, &[t::BUTTON_CHECKOUT, t::CART_UNDO]);
        let written = write(&("ئا".to_owned(), 7_u32), &words);
        let read: ((String, u32), Words) = read(Locale::Ug, &written).unwrap();
        assert_eq!(read, (("ئا".to_owned(), 7), words));
    }

    #[test]
    fn another_builds_props_wake_nothing() {
        for written in ["", "|", "zz|", "07", "ff|1:x"] {
            assert!(read::<(String, u32)>(Locale::Es, written).is_none(), "{written}");
        }
    }
}
