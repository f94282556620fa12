//! What a page in the browser brought along of its language.

use std::sync::OnceLock;
#[cfg(feature = "full")]
use std::sync::{Mutex, PoisonError};

use domain::{Direction, LanguageFacts, Locale, register_languages};

use super::{BEHIND, BETWEEN};

/// As the server wrote it: what a page does not ask for is not read.
static OWN: OnceLock<&'static str> = OnceLock::new();
/// Of languages into which somebody translates.
#[cfg(feature = "full")]
static OTHERS: Mutex<Vec<(Locale, &str)>> = Mutex::new(Vec::new());

/// Takes what the server wrote with `page_data`, before anything is shown.
pub fn open(written: String) {
    // It is open already when the document was.
    let _ = OWN.set(written.leak());
}

/// Reads what the other languages are called, before anything is shown that names one. The second time it does nothing.
pub fn open_added() {
    if let Some((_, added)) = own().split_once(BEHIND) {
        let _ = register_languages(facts(added));
    }
}

/// Takes the same of another language, whose texts this page shows as well: what it says is chosen and written by its own rules.
#[cfg(feature = "full")]
pub fn open_other(locale: Locale, written: String) {
    let mut others = OTHERS.lock().unwrap_or_else(PoisonError::into_inner);
    if others.iter().all(|(other, _)| *other != locale) {
        others.push((locale, &*written.leak()));
    }
}

fn own() -> &'static str {
    OWN.get().copied().unwrap_or_default()
}

/// An entry of what was written.
fn entry(written: &'static str, place: usize) -> &'static str {
    let entries = written.split(BEHIND).next().unwrap_or_default();
    entries.split(BETWEEN).nth(place).unwrap_or_default()
}

/// Languages that were added: their code, tag, direction and name.
fn facts(added: &'static str) -> Vec<LanguageFacts> {
    let mut texts = added.split(BETWEEN);
    let mut facts = Vec::new();
    while let (Some(code), Some(bcp47), Some(dir), Some(native_name)) =
        (texts.next(), texts.next(), texts.next(), texts.next())
    {
        facts.push(LanguageFacts {
            code,
            bcp47,
            dir: if dir == Direction::Rtl.as_str() {
                Direction::Rtl
            } else {
                Direction::Ltr
            },
            native_name,
            fallbacks: &Locale::BUILT_IN,
        });
    }
    facts
}

/// An entry of the page's language, whichever is asked for: a page of the shop shows no other.
#[cfg_attr(
    not(feature = "full"),
    expect(unused_variables, reason = "only who translates has another one")
)]
pub(crate) fn get(locale: Locale, place: usize) -> &'static str {
    #[cfg(feature = "full")]
    if let Some((_, written)) = OTHERS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .iter()
        .find(|(other, _)| *other == locale)
    {
        return entry(written, place);
    }
    entry(own(), place)
}

#[cfg(all(test, feature = "fluent"))]
mod tests {
    use super::*;
    use crate::language::{page_data, place, server};

    #[test]
    fn a_browser_reads_what_the_server_wrote() {
        open(page_data(Locale::Es, false));
        open_added();
        let is_spanish = |at: usize| get(Locale::Ug, at) == server::get(Locale::Es, at);
        assert!((0..place::SHOP).all(is_spanish), "whichever language is asked for");
        assert_eq!(get(Locale::Es, place::MONTHS), "", "the shop shows no months");
        for locale in [Locale::Ug, Locale::Zh] {
            open_other(locale, page_data(locale, true));
            for at in 0..place::ALL {
                assert_eq!(get(locale, at), server::get(locale, at));
            }
        }
        assert_eq!(get(Locale::Es, place::CNY), server::get(Locale::Es, place::CNY));
    }

    #[test]
    fn added_languages_are_named_by_four_texts_each() {
        let facts = facts("kk|kk-Arab|rtl|قازاقشا|ru|ru|ltr|Русский|broken");
        let named: Vec<_> = facts
            .iter()
            .map(|facts| (facts.code, facts.bcp47, facts.dir, facts.native_name))
            .collect();
        assert_eq!(
            named,
            [
                ("kk", "kk-Arab", Direction::Rtl, "قازاقشا"),
                ("ru", "ru", Direction::Ltr, "Русский")
            ]
        );
    }
}
