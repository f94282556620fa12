//! The stations, as the Centre sees them: found by name, township or number, and whether they are open.

use axum::response::Response;
use domain::StationStatus;
use l10n::t;
use leptos::prelude::*;
use service::Shown;
use service::stations::{self, StationList, StationQuery, StationRow};

use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::query::{value_of, with_query};
use crate::routes::{CentreNewStation, CentreStation, CentreStations};
use crate::ui::{Choice, Html, IntoHtml, SelectField, ShownName, TextField};

/// A page of them.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let query = StationQuery {
        text: value_of(cx.query(), "q").trim().chars().take(80).collect(),
        township: value_of(cx.query(), "township").chars().take(80).collect(),
        status: StationStatus::parse(&value_of(cx.query(), "only")),
        after: value_of(cx.query(), "after").chars().take(20).collect(),
    };
    let list = stations::list_all(cx.shop(), cx.actor(), cx.locale(), &query)?;
    let townships = stations::townships(cx.shop(), cx.locale());
    Ok(cx.page(Meta::private(cx.t(t::DISTRICT_STATIONS_TITLE)), || {
        view! { <StationsPage list query townships/> }
    }))
}

/// The townships as choices.
pub(super) fn township_choices(townships: Vec<(String, Shown)>) -> Vec<(String, Vec<Choice>)> {
    let choices = townships
        .into_iter()
        .map(|(slug, name)| Choice::new(slug, name.text).lang(name.lang));
    vec![(String::new(), choices.collect())]
}

/// The list, and what narrows it.
#[component]
fn StationsPage(
    /// The stations of this page.
    list: StationList,
    /// What was asked for.
    query: StationQuery,
    /// All townships.
    townships: Vec<(String, Shown)>,
) -> Html {
    let cx = Cx::here();
    let place = cx.url(&CentreStations::new());
    let only = query.status.map(StationStatus::as_str).unwrap_or_default();
    let next = list.next.map(|code| {
        let values = [
            ("q", query.text.as_str()),
            ("township", &query.township),
            ("only", only),
            ("after", &code),
        ];
        let url = with_query(place.clone(), &values);
        view! { <a class="c-button" rel="next" href=url>{cx.t(t::BUTTON_NEXT_PAGE)}</a> }
    });
    let rows = if list.rows.is_empty() {
        view! { <p class="c-empty">{cx.t(t::STATIONS_EMPTY_TITLE)}</p> }.into_html()
    } else {
        let rows = list.rows.into_iter().map(|row| view! { <Line row/> }).collect_view();
        view! { <ul class="c-list">{rows}</ul> }.into_html()
    };
    let states = vec![
        Choice::new(StationStatus::Open.as_str(), cx.t(t::DISTRICT_STATIONS_OPEN)),
        Choice::new(StationStatus::Closed.as_str(), cx.t(t::DISTRICT_STATIONS_CLOSED)),
    ];
    view! {
        <CentreFrame title=t::DISTRICT_STATIONS_TITLE>
            <p class="c-actions">
                <a class="c-button" href=cx.url(&CentreNewStation::new())>{cx.t(t::DISTRICT_STATION_NEW)}</a>
            </p>
            <form class="c-card c-form" action=place novalidate data-testid="find-stations">
                <TextField name="q" label=cx.t(t::STATIONS_QUERY) value=query.text may_be_empty=true maxlength=80/>
                <SelectField
                    name="township"
                    label=cx.t(t::STATIONS_TOWNSHIP)
                    value=query.township
                    placeholder=cx.t(t::STATIONS_TOWNSHIP_ALL)
                    groups=township_choices(townships)
                    may_be_empty=true
                />
                <SelectField
                    name="only"
                    label=cx.t(t::DISTRICT_STATIONS_STATE)
                    value=only
                    placeholder=cx.t(t::DISTRICT_STATIONS_STATE_ALL)
                    groups=vec![(String::new(), states)]
                    may_be_empty=true
                />
                <p><button class="c-button">{cx.t(t::MEMBERS_SHOW)}</button></p>
            </form>
            <p class="c-muted" data-testid="station-count">{cx.t(t::stations_count(list.total))}</p>
            {rows}
            <p class="c-actions">{next}</p>
        </CentreFrame>
    }
    .into_html()
}

/// One station.
#[component]
fn Line(
    /// The station.
    row: StationRow,
) -> Html {
    let cx = Cx::here();
    let station = row.station;
    let url = cx.url(&CentreStation::new(&station.id.to_string()));
    view! {
        <li class="c-line" data-testid="station" data-open=row.is_open.to_string()>
            <span class="c-line__body">
                <a class="c-link" href=url><bdi>{station.code}</bdi>" · "<ShownName shown=station.name/></a>" "
                <span class="c-muted"><ShownName shown=station.township/></span>
            </span>
            <span class="c-line__side"><OpenBadge is_open=row.is_open/></span>
        </li>
    }
    .into_html()
}

/// Whether orders can be sent there.
#[component]
pub(super) fn OpenBadge(
    /// Whether it is open.
    is_open: bool,
) -> Html {
    let cx = Cx::here();
    let (class, text) = if is_open {
        ("c-badge c-badge--good", t::DISTRICT_STATIONS_OPEN)
    } else {
        ("c-badge c-badge--warn", t::DISTRICT_STATIONS_CLOSED)
    };
    view! { <span class=class>{cx.t(text)}</span> }.into_html()
}
