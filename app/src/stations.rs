//! `/stations`: where orders can be collected and paid, by township.

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use l10n::{format, t};
use leptos::prelude::*;
use service::Shown;
use service::stations::{self, HoursView, StationView, TownshipStations};

use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::notices::ClosedDays;
use crate::page::Meta;
use crate::public::{Shows, shows};
use crate::query::with_query;
use crate::routes::{Products, Route, Stations};
use crate::ui::{Html, Icon, IconName, IntoHtml, PhoneLink, ShownName, ShownText};

/// Longest query looked for, characters; more is cut off.
const LONGEST: usize = 100;

/// The page of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(Stations::PATTERN, get(show))
}

/// A township one can choose.
#[derive(Clone, Debug)]
struct Township {
    slug: String,
    name: Shown,
    count: usize,
}

/// Shows townships, or the stations that were looked for.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let fields: Vec<(String, String)> = serde_urlencoded::from_str(cx.query()).unwrap_or_default();
    let value = |name: &str| {
        fields
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value.as_str())
    };
    let query: String = value("q").trim().chars().take(LONGEST).collect();
    let townships: Vec<Township> = stations::list(cx.shop(), cx.locale(), None, "")
        .into_iter()
        .map(|township| Township {
            slug: township.slug,
            name: township.name,
            count: township.stations.len(),
        })
        .collect();
    let chosen = townships
        .iter()
        .find(|township| township.slug == value("township"))
        .map(|t| t.slug.clone());
    let found = (chosen.is_some() || !query.is_empty())
        .then(|| stations::list(cx.shop(), cx.locale(), chosen.as_deref(), &query));
    let place = cx.url(&Stations::new());
    let mut meta = Meta::new(cx.t(t::NAV_STATIONS))
        .description(cx.t(t::STATIONS_LEAD))
        .canonical(with_query(
            place,
            &[("township", chosen.as_deref().unwrap_or_default())],
        ));
    meta.unlisted = !query.is_empty();
    let page = cx.page(meta, || view! { <StationsPage townships chosen query found/> });
    Ok(shows(page, Shows::Lists))
}

/// Whether the query asks for one township, as the links of this page do.
pub(crate) fn is_township(cx: &Cx) -> Option<bool> {
    let chosen = cx.query().strip_prefix("township=")?;
    let directory = cx.shop().directory();
    directory.has_township(chosen).then_some(true)
}

/// Stations by township.
#[component]
fn StationsPage(
    /// All townships.
    townships: Vec<Township>,
    /// The one chosen.
    chosen: Option<String>,
    /// What was looked for.
    query: String,
    /// The stations that fit; `None` when nothing was chosen.
    found: Option<Vec<TownshipStations>>,
) -> Html {
    let cx = Cx::here();
    let options = townships
        .iter()
        .map(|township| {
            let is_chosen = chosen.as_deref() == Some(township.slug.as_str());
            let name = township.name.clone();
            view! { <option value=township.slug.clone() selected=is_chosen lang=name.lang.bcp47()>{name.text}</option> }
        })
        .collect_view();
    let places = match found {
        None => view! { <Townships townships/> }.into_html(),
        Some(found) => view! { <Found found/> }.into_html(),
    };
    view! {
        <h1 class="c-title">{cx.tv(t::NAV_STATIONS)}</h1>
        <p class="c-lead">{cx.tv(t::STATIONS_LEAD)}</p>
        <ClosedDays/>
        <form class="c-card c-finder" action=cx.url(&Stations::new())>
            <div class="c-field">
                <label class="c-field__label" for="station-township">{cx.tv(t::STATIONS_TOWNSHIP)}</label>
                <select class="c-field__input" id="station-township" name="township">
                    <option value="">{cx.t(t::STATIONS_TOWNSHIP_ALL)}</option>
                    {options}
                </select>
            </div>
            <div class="c-field">
                <label class="c-field__label" for="station-query">{cx.tv(t::STATIONS_QUERY)}</label>
                <input class="c-field__input" id="station-query" type="search" name="q" dir="auto" maxlength=LONGEST value=query/>
            </div>
            <button class="c-button c-button--primary">{cx.tv(t::STATIONS_FIND)}</button>
        </form>
        {places}
    }
    .into_html()
}

/// The townships with the number of their stations: all stations at once would be a long way to scroll.
#[component]
fn Townships(
    /// The townships.
    townships: Vec<Township>,
) -> Html {
    let cx = Cx::here();
    let links = townships
        .into_iter()
        .map(|township| {
            let url = format!("{}?township={}", cx.url(&Stations::new()), township.slug);
            view! {
                <li>
                    <a class="c-list__item" href=url>
                        <span class="c-list__main"><ShownName shown=township.name/></span>
                        <span class="c-list__side c-muted">{cx.tv(t::stations_count(township.count))}</span>
                        <Icon name=IconName::Arrow/>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="c-list c-townships">{links}</ul> }.into_html()
}

/// The stations that fit.
#[component]
fn Found(
    /// By township.
    found: Vec<TownshipStations>,
) -> Html {
    let cx = Cx::here();
    let townships: Vec<_> = found
        .into_iter()
        .filter(|township| !township.stations.is_empty())
        .collect();
    if townships.is_empty() {
        return view! {
            <section class="c-empty">
                <Icon name=IconName::Station/>
                <h2>{cx.tv(t::STATIONS_EMPTY_TITLE)}</h2>
                <p>{cx.tv(t::STATIONS_EMPTY_TEXT)}</p>
                <a class="c-button" href=cx.url(&Stations::new())>{cx.tv(t::STATIONS_EMPTY_ALL)}</a>
            </section>
        }
        .into_html();
    }
    townships
        .into_iter()
        .map(|township| {
            let count = township.stations.len();
            let stations = township
                .stations
                .into_iter()
                .map(|station| {
                    let goods = with_query(cx.url(&Products::new()), &[("station", &station.code)]);
                    view! {
                        <li>
                            <StationCard station/>
                            <p><a class="c-link" href=goods rel="nofollow">{cx.tv(t::STATIONS_GOODS)}</a></p>
                        </li>
                    }
                })
                .collect_view();
            view! {
                <section class="c-section">
                    <div class="c-heading">
                        <h2><ShownText shown=township.name/></h2>
                        <p class="c-muted">{cx.tv(t::stations_count(count))}</p>
                    </div>
                    <ul class="c-grid c-grid--wide">{stations}</ul>
                </section>
            }
        })
        .collect_view()
        .into_html()
}

/// One station: name, number on its sign, how to find it, when it is open, how to call it.
#[component]
pub fn StationCard(
    /// The station.
    station: StationView,
) -> Html {
    let address = station
        .address
        .map(|shown| view! { <p><Icon name=IconName::Pin/><span><ShownName shown/></span></p> });
    let phone = station
        .phone
        .map(|number| view! { <p><Icon name=IconName::Phone/><PhoneLink number/></p> });
    let id = station.code.clone();
    view! {
        <article class="c-station" id=id>
            <h3><ShownName shown=station.name/>" "<bdi class="c-badge">{station.code}</bdi></h3>
            {address}
            <Hours hours=station.hours/>
            {phone}
        </article>
    }
    .into_html()
}

/// Opening hours, days with the same hours together.
#[component]
pub fn Hours(
    /// The hours.
    hours: Vec<HoursView>,
) -> Html {
    let cx = Cx::here();
    if hours.is_empty() {
        return Html::new("");
    }
    let lines = hours
        .into_iter()
        .map(|group| {
            let days = if group.days.len() == 7 {
                cx.t(t::STATIONS_HOURS_DAILY)
            } else {
                format::weekdays(cx.locale(), &group.days)
            };
            let time = format::time_range(cx.locale(), group.opens_minute, group.closes_minute);
            view! { <li><bdi>{days}</bdi>" "<bdi dir="ltr" class="c-num">{time}</bdi></li> }
        })
        .collect_view();
    view! {
        <div class="c-hours">
            <Icon name=IconName::Clock/>
            <ul aria-label=cx.t(t::STATIONS_HOURS)>{lines}</ul>
        </div>
    }
    .into_html()
}
