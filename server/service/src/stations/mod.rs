//! Village stations: where they are and when they are open.

mod centre;
mod edit;
mod hours;
mod view;

use domain::{Locale, StationId, TownshipId};
use l10n::search_key;

use crate::Shop;
use crate::directory::{Directory, DirectoryEntry, Station};

pub use crate::directory::HoursView;
pub use centre::{StationFile, StationList, StationQuery, StationRow, file, list_all, may_edit, townships};
pub use edit::{NewStation, StationForm, add, save, take};
pub use view::{StationView, TownshipStations};

/// Stations that take orders, by township; `township` narrows to one, `query` to names, addresses and codes that contain it in any
/// language or script.
pub fn list(shop: &Shop, locale: Locale, township: Option<&str>, query: &str) -> Vec<TownshipStations> {
    let directory = shop.directory();
    let wanted = search_key(query);
    by_township(&directory, locale, |t, station| {
        township.is_none_or(|slug| slug == t.slug)
            && station.is_open
            && (wanted.is_empty() || matches(&directory, station, &wanted))
    })
}

/// All stations by township, also those that are closed: orders go on naming them.
pub fn list_with_closed(shop: &Shop, locale: Locale) -> Vec<TownshipStations> {
    by_township(&shop.directory(), locale, |_, _| true)
}

/// The station with this code, also one that is closed.
pub fn by_code(shop: &Shop, code: &str) -> Option<StationId> {
    shop.directory().station_by_code(code).map(|station| station.entry.id)
}

fn by_township(
    directory: &Directory,
    locale: Locale,
    is_wanted: impl Fn(&DirectoryEntry<TownshipId>, &Station) -> bool,
) -> Vec<TownshipStations> {
    directory
        .townships
        .iter()
        .filter_map(|t| {
            let stations: Vec<StationView> = directory
                .all_stations()
                .filter(|s| s.township == t.id && is_wanted(t, s))
                .map(|s| view(directory, s, locale))
                .collect();
            (!stations.is_empty()).then(|| TownshipStations {
                slug: t.slug.clone(),
                name: t.name(locale),
                stations,
            })
        })
        .collect()
}

/// Whether a station's code, name or address, or its township's name, contains what is looked for, a [`search_key`].
pub(crate) fn matches(directory: &Directory, station: &Station, wanted: &str) -> bool {
    let township = directory.township(station.township);
    let texts = Locale::BUILT_IN.into_iter().flat_map(|locale| {
        let address = station.entry.texts.exact("address", locale).map(|t| t.text.clone());
        let township = township.map(|t| t.name(locale).text);
        [Some(station.entry.name(locale).text), address, township]
    });
    texts
        .flatten()
        .chain([station.code.clone(), station.entry.slug.clone()])
        .any(|text| search_key(&text).contains(wanted))
}

pub(crate) fn view(directory: &Directory, station: &Station, locale: Locale) -> StationView {
    StationView {
        id: station.entry.id,
        code: station.code.clone(),
        name: station.entry.name(locale),
        township: directory.township_name(station.township, locale),
        address: station.entry.texts.show("address", locale, station.entry.source),
        phone: station.phone.clone(),
        hours: station.hours.clone(),
        is_open: station.is_open,
    }
}
