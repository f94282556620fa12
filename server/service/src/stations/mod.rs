//! Village stations: where they are and when they are open.

mod centre;
mod edit;
mod hours;
mod view;

use domain::Locale;
use l10n::search_key;

use crate::Shop;
use crate::directory::{Directory, Station};

pub use crate::directory::HoursView;
pub use centre::{StationFile, StationList, StationQuery, StationRow, file, list_all, may_edit, townships};
pub use edit::{NewStation, StationForm, add, save, take};
pub use view::{StationView, TownshipStations};

/// Stations by township; `township` narrows to one, `query` to names, addresses and codes that contain it in any
/// language or script.
pub fn list(shop: &Shop, locale: Locale, township: Option<&str>, query: &str) -> Vec<TownshipStations> {
    let directory = shop.directory();
    let wanted = search_key(query);
    directory
        .townships
        .iter()
        .filter(|t| township.is_none_or(|slug| slug == t.slug))
        .filter_map(|t| {
            let stations: Vec<StationView> = directory
                .stations
                .iter()
                .filter(|s| s.township == t.id && (wanted.is_empty() || matches(&directory, s, &wanted)))
                .map(|s| view(&directory, s, locale))
                .collect();
            (!stations.is_empty()).then(|| TownshipStations {
                slug: t.slug.clone(),
                name: t.name(locale),
                stations,
            })
        })
        .collect()
}

fn matches(directory: &Directory, station: &Station, wanted: &str) -> bool {
    let township = directory.township(station.township);
    let texts = Locale::ALL.into_iter().flat_map(|locale| {
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
    }
}
