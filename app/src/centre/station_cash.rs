//! The cash of all stations: which have an open shift, what should be in their drawers, and where something is missing or
//! waits.

use axum::body::Body;
use axum::response::Response;
use domain::ShiftFilter;
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::shifts::{self, StationCash, StationCashList, StationCashQuery};

use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::query::{value_of, with_query};
use crate::routes::{CentreMoney, CentreStationCash, CentreStationShifts, CentreStationTable};
use crate::studio::file_answer;
use crate::ui::{Amount, Choice, Html, IntoHtml, Moment, SelectField, ShownName, TextField};

/// Days after which a parcel is late, where nobody says otherwise, and the most that can be asked for.
const DAYS: i64 = 7;
const MOST_DAYS: i64 = 90;

/// A page of them.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let query = asked(&cx);
    let list = shifts::stations(cx.shop(), cx.actor(), cx.locale(), &query).await?;
    Ok(cx.page(Meta::private(cx.t(t::SHIFT_STATIONS)), || {
        view! { <StationCashPage list query/> }
    }))
}

/// All of them as a file.
pub async fn table(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let query = StationCashQuery {
        after: String::new(),
        ..asked(&cx)
    };
    let file = shifts::stations_table(cx.shop(), cx.actor(), cx.locale(), &query).await?;
    let name = format!("stations-{}.csv", format::machine_date(cx.now()));
    Ok(file_answer(Body::from(file), "text/csv; charset=utf-8", &name))
}

/// What the address asks for.
fn asked(cx: &Cx) -> StationCashQuery {
    let days = domain::plain_digits(&value_of(cx.query(), "days"));
    StationCashQuery {
        text: value_of(cx.query(), "q").trim().chars().take(80).collect(),
        only: ShiftFilter::parse(&value_of(cx.query(), "only")),
        days: days.trim().parse().unwrap_or(DAYS).clamp(1, MOST_DAYS),
        after: value_of(cx.query(), "after").chars().take(20).collect(),
    }
}

const fn filter_name(filter: ShiftFilter) -> Text {
    match filter {
        ShiftFilter::Open => t::SHIFT_ONLY_OPEN,
        ShiftFilter::Difference => t::SHIFT_ONLY_DIFFERENCE,
        ShiftFilter::Late => t::SHIFT_ONLY_LATE,
    }
}

/// The list, and what narrows it.
#[component]
fn StationCashPage(
    /// The stations of this page.
    list: StationCashList,
    /// What was asked for.
    query: StationCashQuery,
) -> Html {
    let cx = Cx::here();
    let place = cx.url(&CentreStationCash::new());
    let only = query.only.map(ShiftFilter::as_str).unwrap_or_default();
    let days = query.days.to_string();
    let values = [("q", query.text.as_str()), ("only", only), ("days", days.as_str())];
    let file = with_query(cx.url(&CentreStationTable::new()), &values);
    let next = list.next.map(|code| {
        let url = with_query(with_query(place.clone(), &values), &[("after", code.as_str())]);
        view! { <a class="c-button" rel="next" href=url>{cx.t(t::BUTTON_NEXT_PAGE)}</a> }
    });
    let rows = if list.rows.is_empty() {
        view! { <p class="c-empty">{cx.t(t::STATIONS_EMPTY_TITLE)}</p> }.into_html()
    } else {
        let rows = list.rows.into_iter().map(|row| view! { <Line row/> }).collect_view();
        view! { <ul class="c-list">{rows}</ul> }.into_html()
    };
    let filters: Vec<Choice> = ShiftFilter::ALL
        .into_iter()
        .map(|filter| Choice::new(filter.as_str(), cx.t(filter_name(filter))))
        .collect();
    let open = format::number(cx.locale(), i64::try_from(list.open).unwrap_or(i64::MAX));
    view! {
        <CentreFrame title=t::SHIFT_STATIONS>
            <p><a class="c-link" href=cx.url(&CentreMoney::new())>{cx.t(t::CENTRE_MONEY_TITLE)}</a></p>
            <p class="c-lead">{cx.t(t::SHIFT_STATIONS_TEXT)}</p>
            <form class="c-card c-form" action=place novalidate data-testid="find-cash">
                <TextField
                    name="q"
                    label=cx.t(t::SHIFT_QUERY)
                    value=query.text.clone()
                    may_be_empty=true
                    maxlength=80
                />
                <SelectField
                    name="only"
                    label=cx.t(t::SHIFT_ONLY)
                    value=only
                    placeholder=cx.t(t::SHIFT_ONLY_ALL)
                    groups=vec![(String::new(), filters)]
                    may_be_empty=true
                />
                <TextField
                    name="days"
                    label=cx.t(t::SHIFT_DAYS)
                    value=days.clone()
                    inputmode="numeric"
                    is_ltr=true
                    is_short=true
                    maxlength=3
                />
                <p><button class="c-button">{cx.t(t::MEMBERS_SHOW)}</button></p>
            </form>
            <ul class="c-stats">
                <li class="c-stat">
                    <strong><bdi data-testid="open-shifts">{open}</bdi></strong>" "<span>{cx.t(t::SHIFT_OPEN_NOW)}</span>
                </li>
                <li class="c-stat">
                    <strong data-testid="all-expected"><Amount money=list.expected/></strong>" "
                    <span>{cx.t(t::SHIFT_EXPECTED)}</span>
                </li>
            </ul>
            <p class="c-muted" data-testid="station-count">{cx.t(t::stations_count(list.total))}</p>
            {rows}
            <p class="c-actions">
                {next}
                <a class="c-button c-button--quiet" href=file data-plain="">{cx.t(t::SHIFT_TABLE)}</a>
            </p>
        </CentreFrame>
    }
    .into_html()
}

/// One station.
#[component]
fn Line(
    /// The station.
    row: StationCash,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&CentreStationShifts::new(&row.station.id.to_string()));
    let number = |count: i64| format::number(cx.locale(), count);
    let badge = if row.open.is_empty() {
        view! { <span class="c-badge c-badge--quiet">{cx.t(t::SHIFT_NOT_OPEN)}</span> }.into_html()
    } else {
        let count = number(i64::try_from(row.open.len()).unwrap_or(i64::MAX));
        view! { <span class="c-badge c-badge--good">{cx.t(t::SHIFT_OPEN_NOW)}" "<bdi>{count}</bdi></span> }.into_html()
    };
    let is_open = !row.open.is_empty();
    let open = row
        .open
        .into_iter()
        .map(|shift| {
            view! {
                <span class="c-row c-small" data-testid="open-shift">
                    <bdi>{shift.clerk}</bdi>
                    <span><span class="c-muted">{cx.t(t::SHIFT_SINCE)}</span>" "<Moment at=shift.since/></span>
                    <span>
                        <span class="c-muted">{cx.t(t::SHIFT_EXPECTED)}</span>" "<Amount money=shift.expected/>
                    </span>
                </span>
            }
        })
        .collect_view();
    let last = row.last.map(|(counted, at)| {
        view! {
            <span data-testid="last-count">
                <span class="c-muted">{cx.t(t::SHIFT_LAST)}</span>" "<Amount money=counted/>" "<Moment at/>
            </span>
        }
    });
    let differences = (row.differences > 0).then(|| {
        view! {
            <span class="c-badge c-badge--warn" data-testid="differences">
                {cx.t(t::SHIFT_DIFFERENCES)}" "<bdi>{number(row.differences)}</bdi>" · "<Amount money=row.difference/>
            </span>
        }
    });
    let late = (row.late > 0).then(|| {
        view! {
            <span class="c-badge c-badge--warn" data-testid="late">
                {cx.t(t::SHIFT_LATE)}" "<bdi>{number(row.late)}</bdi>
            </span>
        }
    });
    let station = row.station;
    view! {
        <li class="c-line" data-testid="station-cash" data-open=is_open.to_string()>
            <span class="c-line__body">
                <a class="c-link" href=url><bdi>{station.code}</bdi>" · "<ShownName shown=station.name/></a>" "
                <span class="c-muted"><ShownName shown=station.township/></span>
                {open}
                <span class="c-row c-small">{last}{differences}{late}</span>
            </span>
            <span class="c-line__side">{badge}</span>
        </li>
    }
    .into_html()
}
