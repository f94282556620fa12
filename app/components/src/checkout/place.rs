//! Where it goes: a station of a township, or a province.

use domain::Province;
use domain::view::{StationChoice, TownshipChoice};
use l10n::t;
use leptos::prelude::*;

use super::fields::{ChosenSelect, Frame};
use super::{CheckoutPlaces, Deciding, province_name};
use crate::inert::{inert, inert_contents};
use crate::words::{Say, words};

/// The station, out of all or out of one township's.
#[component]
pub(super) fn StationFields(
    /// What was decided so far.
    deciding: Deciding,
    /// Stations by township.
    townships: Vec<TownshipChoice>,
    /// Where forms and links go.
    places: CheckoutPlaces,
) -> impl IntoView {
    let words = words();
    let close = words.get(t::BUTTON_CLOSE);
    let options = inert_contents(|| {
        let options = townships
            .iter()
            .map(|place| {
                let is_chosen = deciding.township.with_untracked(|chosen| *chosen == place.slug);
                view! {
                    <option value=place.slug.clone() selected=is_chosen lang=place.name.lang.bcp47()>{place.name.text.clone()}</option>
                }
            })
            .collect_view();
        view! {
            <option value="">{words.get(t::CHECKOUT_TOWNSHIP_ALL)}</option>
            {options}
        }
    });
    let groups = StoredValue::new(townships);
    // A township narrows the list; a station that was chosen stays in it.
    let shown = move || {
        let (township, station) = (deciding.township.get(), deciding.station.get());
        groups.with_value(|groups| narrowed(groups, &township, &station))
    };
    let group = move |place: usize| {
        let title = groups.with_value(|groups| groups.get(place).map(|group| group.name.text.clone()));
        let stations = move || {
            let (township, station) = (deciding.township.get(), deciding.station.get());
            groups.with_value(|groups| stations_of(groups, place, &township, &station))
        };
        view! {
            <optgroup label=title>
                <For each=stations key=|station| station.code.clone() children=move |station| station_option(deciding, station)/>
            </optgroup>
        }
    };
    view! {
        <div class="c-row">
            <Frame name="township" label=t::CHECKOUT_TOWNSHIP hint=None deciding>
                <ChosenSelect name="township" chosen=deciding.township is_required=false deciding>
                    {options}
                </ChosenSelect>
            </Frame>
            {inert(|| view! {
                <button
                    class="c-button c-without-script"
                    name="refresh"
                    value="stations"
                    // The answer shows the place again that one was at.
                    formaction=[&places.checkout, "#field-township"].concat()
                >
                    <Say text=t::CHECKOUT_TOWNSHIP_SHOW/>
                </button>
            })}
        </div>
        <Frame name="station" label=t::CHECKOUT_STATION hint=None deciding>
            <ChosenSelect name="station" chosen=deciding.station is_required=true deciding>
                {inert(|| view! { <option value=""><Say text=t::CHECKOUT_STATION_CHOOSE/></option> })}
                <For each=shown key=|place| *place children=group/>
            </ChosenSelect>
        </Frame>
        {inert(|| view! {
            <p>
                <a
                    class="c-link"
                    href=places.stations.clone()
                    data-plain=""
                    data-script=places.script.clone()
                    data-of="township"
                    data-close=close
                >
                    <Say text=t::CHECKOUT_STATION_SEE/>
                </a>
            </p>
        })}
    }
}

/// The places of the townships that have something to show.
pub(super) fn narrowed(groups: &[TownshipChoice], township: &str, station: &str) -> Vec<usize> {
    (0..groups.len())
        .filter(|place| !stations_of(groups, *place, township, station).is_empty())
        .collect()
}

/// The stations of a township that are shown: all, when it or no known one is chosen, else only the chosen station.
pub(super) fn stations_of(
    groups: &[TownshipChoice],
    place: usize,
    township: &str,
    station: &str,
) -> Vec<StationChoice> {
    let is_known = groups.iter().any(|group| group.slug == township);
    let Some(group) = groups.get(place) else {
        return Vec::new();
    };
    let is_open = !is_known || group.slug == township;
    let shown = group.stations.iter().filter(|choice| is_open || choice.code == station);
    shown.cloned().collect()
}

/// A list cannot hold markup: isolating characters keep name and number apart.
pub(super) fn station_option(deciding: Deciding, station: StationChoice) -> impl IntoView {
    let is_chosen = deciding.station.with_untracked(|chosen| *chosen == station.code);
    let label = [
        "\u{2068}",
        &station.name.text,
        "\u{2069} · \u{2066}",
        &station.code,
        "\u{2069}",
    ]
    .concat();
    view! { <option value=station.code selected=is_chosen lang=station.name.lang.bcp47()>{label}</option> }
}

/// The province, which the freight follows.
#[component]
pub(super) fn ProvinceField(
    /// What was decided so far.
    deciding: Deciding,
) -> impl IntoView {
    let options = inert_contents(|| {
        let words = words();
        let options = Province::ALL
            .into_iter()
            .map(|province| {
                let is_chosen = deciding.province.with_untracked(|chosen| chosen == province.code());
                view! { <option value=province.code() selected=is_chosen>{words.get(province_name(province))}</option> }
            })
            .collect_view();
        view! {
            <option value="">{words.get(t::CHECKOUT_PROVINCE_CHOOSE)}</option>
            {options}
        }
    });
    view! {
        <Frame name="province" label=t::CHECKOUT_PROVINCE hint=None deciding>
            <ChosenSelect name="province" chosen=deciding.province is_required=true deciding>
                {options}
            </ChosenSelect>
        </Frame>
    }
}
