//! Names of writers by which they would pass for the shop's own people: those of the Centre and of cooperatives, and
//! words for who works for them.

use domain::{Locale, bare};
use l10n::t;

use crate::Shop;

/// Shorter names and words are parts of too many others.
const SHORTEST: usize = 2;

/// Whether one of them stands in this name, whatever is between its letters.
pub(super) fn is_official(shop: &Shop, name: &str) -> bool {
    let name = bare(name);
    if name.is_empty() {
        return false;
    }
    let stands_in_it = |official: &str| {
        let official = bare(official);
        official.chars().count() >= SHORTEST && name.contains(&official)
    };
    let directory = shop.directory();
    let has_own_name = directory.settings.centre.name.values().any(|own| stands_in_it(own))
        || directory.all_cooperatives().any(|cooperative| {
            Locale::all()
                .iter()
                .any(|locale| stands_in_it(&cooperative.entry.name(*locale).text))
        });
    has_own_name
        || Locale::all().iter().any(|locale| {
            let words = shop.texts().get(*locale, t::REVIEWS_NAMES_OFFICIAL);
            words.split([',', '،', '，', '、']).any(stands_in_it)
        })
}
