//! Where the goods go: a station, or an address. Both parts are in the form; browsers that can hide the other one.

use domain::{DeliveryMethod, Province};
use l10n::t;
use leptos::prelude::*;
use service::FieldErrors;
use service::checkout::CheckoutForm;
use service::stations::{StationView, TownshipStations};

use super::fields::label;
use super::province::province_name;
use crate::cx::Cx;
use crate::routes::Stations;
use crate::ui::{Card, Choice, RadioCards, SelectField, TextField};

/// The choice of a delivery and what each needs.
#[component]
pub(super) fn DeliveryFields(
    /// The request.
    cx: Cx,
    /// The form as typed.
    form: CheckoutForm,
    /// Fields that are not right.
    errors: FieldErrors,
    /// Stations by township.
    stations: Vec<TownshipStations>,
    /// The township whose stations are shown, empty for all.
    township: String,
) -> impl IntoView {
    let cards = [DeliveryMethod::Station, DeliveryMethod::Address].map(|method| delivery_card(&cx, method));
    view! {
        <fieldset class="c-fieldset">
            <legend>{cx.t(t::CHECKOUT_DELIVERY)}</legend>
            <RadioCards
                cx=cx.clone()
                name="delivery"
                value=form.delivery.clone()
                cards=cards.to_vec()
                error=errors.of("delivery")
            />
            <div class="c-when-station c-stack">
                <StationFields cx=cx.clone() chosen=form.station.clone() errors=errors.clone() stations township/>
            </div>
            <div class="c-when-address c-stack">
                <AddressFields cx form errors/>
            </div>
        </fieldset>
    }
    .into_any()
}

fn delivery_card(cx: &Cx, method: DeliveryMethod) -> Card {
    let (title, text) = match method {
        DeliveryMethod::Station => (t::CHECKOUT_DELIVERY_STATION, t::CHECKOUT_DELIVERY_STATION_TEXT),
        DeliveryMethod::Address => (t::CHECKOUT_DELIVERY_ADDRESS, t::CHECKOUT_DELIVERY_ADDRESS_TEXT),
    };
    Card {
        value: method.as_str(),
        title: cx.t(title),
        text: cx.t(text),
    }
}

/// The station, out of all or out of one township's.
#[component]
fn StationFields(
    /// The request.
    cx: Cx,
    /// Code of the chosen station, empty when none is.
    chosen: String,
    /// Fields that are not right.
    errors: FieldErrors,
    /// Stations by township.
    stations: Vec<TownshipStations>,
    /// The township whose stations are shown, empty for all.
    township: String,
) -> impl IntoView {
    let townships = stations
        .iter()
        .map(|place| Choice::new(place.slug.clone(), place.name.text.clone()).lang(place.name.lang))
        .collect();
    let groups = station_groups(stations, &township, &chosen);
    view! {
        <div class="c-row">
            <SelectField
                cx=cx.clone()
                name="township"
                label=cx.t(t::CHECKOUT_TOWNSHIP)
                value=township
                placeholder=cx.t(t::CHECKOUT_TOWNSHIP_ALL)
                groups=vec![(String::new(), townships)]
                may_be_empty=true
            />
            <button class="c-button" name="refresh" value="stations">{cx.t(t::CHECKOUT_TOWNSHIP_SHOW)}</button>
        </div>
        <SelectField
            cx=cx.clone()
            name="station"
            label=cx.t(label("station"))
            value=chosen
            placeholder=cx.t(t::CHECKOUT_STATION_CHOOSE)
            groups
            error=errors.of("station")
        />
        <p><a class="c-link" href=cx.url(&Stations::new())>{cx.t(t::CHECKOUT_STATION_SEE)}</a></p>
    }
    .into_any()
}

/// The stations of one township, or of all when it is not known; a chosen station stays in the list either way.
fn station_groups(stations: Vec<TownshipStations>, township: &str, chosen: &str) -> Vec<(String, Vec<Choice>)> {
    let is_known = stations.iter().any(|place| place.slug == township);
    stations
        .into_iter()
        .filter_map(|place| {
            let is_open = !is_known || place.slug == township;
            let choices: Vec<Choice> = place
                .stations
                .into_iter()
                .filter(|station| is_open || station.code == chosen)
                .map(station_choice)
                .collect();
            (!choices.is_empty()).then_some((place.name.text, choices))
        })
        .collect()
}

/// A list cannot hold markup: isolating characters keep name and number apart.
fn station_choice(station: StationView) -> Choice {
    let label = format!(
        "\u{2068}{}\u{2069} · \u{2066}{}\u{2069}",
        station.name.text, station.code
    );
    Choice::new(station.code, label).lang(station.name.lang)
}

/// The address.
#[component]
fn AddressFields(
    /// The request.
    cx: Cx,
    /// The form as typed.
    form: CheckoutForm,
    /// Fields that are not right.
    errors: FieldErrors,
) -> impl IntoView {
    let provinces = Province::ALL
        .into_iter()
        .map(|province| Choice::new(province.code(), cx.t(province_name(province))))
        .collect();
    let line = |name: &'static str, value: String, autocomplete: &'static str| {
        let text = cx.t(label(name));
        let error = errors.of(name);
        view! { <TextField cx=cx.clone() name=name label=text value=value error=error autocomplete=autocomplete/> }
    };
    view! {
        <SelectField
            cx=cx.clone()
            name="province"
            label=cx.t(label("province"))
            value=form.province
            placeholder=cx.t(t::CHECKOUT_PROVINCE_CHOOSE)
            groups=vec![(String::new(), provinces)]
            error=errors.of("province")
            autocomplete="address-level1"
        />
        <div class="c-fields">
            {line("city", form.city, "address-level2")}
            {line("district", form.district, "address-level3")}
        </div>
        // `street-address` is for fields of several lines.
        {line("street", form.street, "address-line1")}
        <p><button class="c-button" name="refresh" value="freight">{cx.t(t::CHECKOUT_REFRESH)}</button></p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use domain::{Locale, StationId};
    use service::Shown;

    use super::*;

    fn shown(text: &str) -> Shown {
        Shown {
            text: text.to_owned(),
            lang: Locale::Es,
            outdated: false,
        }
    }

    fn township(slug: &str, codes: &[&str]) -> TownshipStations {
        let station = |code: &&str| StationView {
            id: StationId(1),
            code: (*code).to_owned(),
            name: shown(code),
            township: shown(slug),
            address: None,
            phone: None,
            hours: Vec::new(),
        };
        TownshipStations {
            slug: slug.to_owned(),
            name: shown(slug),
            stations: codes.iter().map(station).collect(),
        }
    }

    fn codes(township_shown: &str, chosen: &str) -> Vec<String> {
        let all = vec![township("badamche", &["B001", "B002"]), township("yangaq", &["B021"])];
        station_groups(all, township_shown, chosen)
            .into_iter()
            .flat_map(|(_, c)| c)
            .map(|c| c.value)
            .collect()
    }

    #[test]
    fn a_township_narrows_the_list_but_keeps_what_was_chosen() {
        assert_eq!(codes("", ""), ["B001", "B002", "B021"]);
        assert_eq!(codes("badamche", ""), ["B001", "B002"]);
        assert_eq!(codes("badamche", "B021"), ["B001", "B002", "B021"]);
        assert_eq!(codes("no-such-place", ""), ["B001", "B002", "B021"]);
    }
}
