//! The first page: what is in season, the shelves, who sells, and how it works.

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use l10n::t;
use leptos::prelude::*;
use service::catalog::{self, Home as Shelves, ProductCard};
use service::shops::CooperativeCard;

use crate::catalog::CategoryStrip;
use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::notices::ShopNotices;
use crate::page::Meta;
use crate::public::{Shows, shows};
use crate::routes::{About, Home, Products, Route, Shops, Stations};
use crate::sharing::data_of_home;
use crate::shops::CooperativeTile;
use crate::ui::{Html, Icon, IconName, IntoHtml, ProductGrid, RecentlySeen, Shape, ShopPicture};

/// Products of a section: two rows on a wide screen, four on a phone.
const SECTION: usize = 8;
/// Cooperatives in the strip.
const COOPERATIVES: usize = 6;

/// The page of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(Home::PATTERN, get(show))
}

/// Shows the first page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let shelves = catalog::home(cx.shop(), cx.locale()).await?;
    let mut meta = Meta::new("").description(cx.t(t::HOME_HERO_TEXT));
    meta.data = data_of_home(&cx);
    meta.preload = Some((shelves.hero.clone(), Shape::Main));
    let page = cx.page(meta, || view! { <HomePage shelves/> });
    Ok(shows(page, Shows::Lists))
}

/// The first page.
#[component]
fn HomePage(
    /// What stands on the shelves.
    shelves: Shelves,
) -> Html {
    let cx = Cx::here();
    let in_season: Vec<ProductCard> = shelves.in_season.into_iter().take(SECTION).collect();
    let popular = shelves
        .popular
        .into_iter()
        .filter(|card| in_season.iter().all(|other| other.id != card.id))
        .take(SECTION)
        .collect();
    view! {
        <ShopNotices/>
        <section class="c-hero">
            <ShopPicture picture=shelves.hero shape=Shape::Main first=true/>
            <div class="c-hero__text">
                <h1>{cx.tv(t::HOME_HERO_TITLE)}</h1>
                <p>{cx.tv(t::HOME_HERO_TEXT)}</p>
                <a class="c-button c-button--primary" href=cx.url(&Products::new())>{cx.tv(t::HOME_HERO_BUTTON)}</a>
            </div>
        </section>
        <CategoryStrip categories=shelves.categories/>
        <Goods title=t::HOME_SEASON_TITLE cards=in_season/>
        <HowItWorks/>
        <Goods title=t::HOME_POPULAR_TITLE cards=popular/>
        <Cooperatives cards=shelves.cooperatives/>
        <StationsLine count=shelves.station_count/>
        <RecentlySeen/>
    }
    .into_html()
}

/// A shelf of products under a title.
#[component]
fn Goods(
    /// The title.
    title: l10n::Text,
    /// The products.
    cards: Vec<ProductCard>,
) -> Html {
    let cx = Cx::here();
    (!cards.is_empty()).then(|| {
        view! {
            <section class="c-section">
                <div class="c-heading">
                    <h2>{cx.tv(title)}</h2>
                    <a class="c-link" href=cx.url(&Products::new())>{cx.tv(t::HOME_ALL_PRODUCTS)}<Icon name=IconName::Arrow/></a>
                </div>
                <ProductGrid cards/>
            </section>
        }
    })
    .into_html()
}

/// From choosing to collecting, in three steps.
#[component]
fn HowItWorks() -> Html {
    let cx = Cx::here();
    let step = |icon: IconName, title: l10n::Text, text: l10n::Text| {
        view! {
            <li>
                <span class="c-how__icon"><Icon name=icon/></span>
                <div><h3>{cx.tv(title)}</h3><p>{cx.tv(text)}</p></div>
            </li>
        }
    };
    view! {
        <section class="c-section c-how">
            <h2>{cx.tv(t::HOME_HOW_TITLE)}</h2>
            <ol>
                {step(IconName::Cart, t::HOME_HOW_CHOOSE, t::HOME_HOW_CHOOSE_TEXT)}
                {step(IconName::Phone, t::HOME_HOW_ORDER, t::HOME_HOW_ORDER_TEXT)}
                {step(IconName::Station, t::HOME_HOW_RECEIVE, t::HOME_HOW_RECEIVE_TEXT)}
            </ol>
            <a class="c-link" href=cx.url(&About::new())>{cx.tv(t::HOME_HOW_MORE)}<Icon name=IconName::Arrow/></a>
        </section>
    }
    .into_html()
}

/// Some of the cooperatives, in a strip.
#[component]
fn Cooperatives(
    /// The cooperatives.
    cards: Vec<CooperativeCard>,
) -> Html {
    let cx = Cx::here();
    let tiles = cards
        .into_iter()
        .take(COOPERATIVES)
        .map(|card| view! { <li><CooperativeTile card/></li> })
        .collect_view();
    view! {
        <section class="c-section">
            <div class="c-heading">
                <h2>{cx.tv(t::HOME_COOPERATIVES_TITLE)}</h2>
                <a class="c-link" href=cx.url(&Shops::new())>{cx.tv(t::HOME_COOPERATIVES_ALL)}<Icon name=IconName::Arrow/></a>
            </div>
            <ul class="c-strip">{tiles}</ul>
        </section>
    }
    .into_html()
}

/// One line about the stations.
#[component]
fn StationsLine(
    /// How many there are.
    count: usize,
) -> Html {
    let cx = Cx::here();
    view! {
        <section class="c-band">
            <Icon name=IconName::Station/>
            <div>
                <h2>{cx.tv(t::home_stations_title(count))}</h2>
                <p>{cx.tv(t::HOME_STATIONS_TEXT)}</p>
            </div>
            <a class="c-button" href=cx.url(&Stations::new())>{cx.tv(t::HOME_STATIONS_BUTTON)}</a>
        </section>
    }
    .into_html()
}
