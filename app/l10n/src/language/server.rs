//! The languages a server has: those built in, and those that were added when it started.

use std::sync::{LazyLock, OnceLock};

use domain::Locale;

use super::file::{LanguageFile, read_language_file};
use super::{BEHIND, BETWEEN, place};
use crate::check::FOLDERS;

/// The files of the languages built in, in the order of [`Locale::BUILT_IN`].
pub(super) const BUILT_IN_FILES: [&str; 3] = [
    include_str!("../../../../locales/ug/language.toml"),
    include_str!("../../../../locales/zh-Hans/language.toml"),
    include_str!("../../../../locales/es/language.toml"),
];

/// A test reads each of them.
static BUILT_IN: LazyLock<[LanguageFile; 3]> =
    LazyLock::new(|| BUILT_IN_FILES.map(|text| read_language_file(text).unwrap_or_default()));

/// In the order in which [`domain::register_languages`] was given them.
pub(super) static ADDED: OnceLock<Vec<LanguageFile>> = OnceLock::new();

fn file(locale: Locale) -> &'static LanguageFile {
    let (index, built_in) = (locale.index(), &*BUILT_IN);
    let added: &[LanguageFile] = ADDED.get().map_or(&[], Vec::as_slice);
    built_in
        .get(index)
        .or_else(|| added.get(index - built_in.len()))
        .unwrap_or(&built_in[0])
}

/// An entry of a language.
pub(crate) fn get(locale: Locale, place: usize) -> &'static str {
    file(locale).list.get(place).map_or("", String::as_str)
}

/// Whether a language is written with this letter.
pub(crate) fn is_letter(locale: Locale, letter: char) -> bool {
    file(locale).letters.iter().any(|range| range.contains(&letter))
}

/// Marks of other languages, each with what stands in its place.
pub(super) fn marks(locale: Locale) -> &'static [(char, String)] {
    &file(locale).marks
}

/// The language that the first part of a tag names: `zh-TW` gets the only Chinese there is, and Uyghur in Latin or Cyrillic
/// letters (`ug-Latn`) still means a reader of Uyghur. `uig`, `zho`, `chi` and `spa` are what some older phones send.
pub fn named(tag: &str) -> Option<Locale> {
    let language = tag.split(['-', '_']).next()?;
    Locale::all().iter().copied().find(|locale| {
        let names = file(*locale).names.iter();
        names
            .map(String::as_str)
            .chain([locale.code()])
            .any(|name| name.eq_ignore_ascii_case(language))
    })
}

/// The folders of all languages, English first.
pub fn folders() -> Vec<&'static str> {
    let added = Locale::all().iter().skip(Locale::BUILT_IN.len());
    FOLDERS.into_iter().chain(added.map(|locale| locale.folder())).collect()
}

/// What a page in this language brings along for what runs in it; the work areas show more than the shop.
pub fn page_data(locale: Locale, is_work_area: bool) -> String {
    let list = &file(locale).list;
    let most = if is_work_area { place::ALL } else { place::SHOP };
    let between = BETWEEN.to_string();
    let mut written = list[..most.min(list.len())].join(between.as_str());
    written.truncate(written.trim_end_matches(BETWEEN).len());
    let added = &Locale::all()[Locale::BUILT_IN.len()..];
    if !added.is_empty() {
        let facts = added
            .iter()
            .flat_map(|added| [added.code(), added.bcp47(), added.dir().as_str(), added.native_name()]);
        written.push(BEHIND);
        written.push_str(&facts.collect::<Vec<_>>().join(between.as_str()));
    }
    written
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn every_built_in_language_has_a_file_that_says_what_the_program_says() {
        for (locale, text) in Locale::BUILT_IN.into_iter().zip(BUILT_IN_FILES) {
            let file = read_language_file(text).unwrap();
            assert_eq!(file.code, locale.code());
            assert_eq!(file.tag, locale.bcp47());
            assert_eq!(file.name, locale.native_name());
            assert_eq!(file.direction(), locale.dir());
            let fallback: Vec<&str> = locale.fallbacks().iter().map(|other| other.code()).collect();
            assert_eq!(file.fallback, fallback);
        }
    }

    #[test]
    fn a_page_of_the_shop_brings_little_along() {
        for locale in Locale::BUILT_IN {
            let (shop, work) = (page_data(locale, false), page_data(locale, true));
            assert!(work.starts_with(&shop));
            assert!(shop.len() < 260, "{shop}");
            assert_eq!(work.split(BETWEEN).count(), place::ALL);
        }
    }
}
