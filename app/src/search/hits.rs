//! Places of the shop that are called what was searched for: shelves, cooperatives, stations. As links beside the goods, and as
//! rows of the list under the search field.

use l10n::{Text, t};
use leptos::prelude::*;
use service::search::Places;

use crate::cx::Cx;
use crate::query::with_query;
use crate::routes::{Products, ShopPage, Stations};
use crate::ui::{Html, Icon, IconName, IntoHtml, ShownName};

/// A place, ready to be shown.
pub(super) struct PlaceLink {
    /// Where it leads.
    pub url: String,
    /// Icon, name, and what it is.
    pub inside: Html,
}

/// The links to `places`: shelves first, then cooperatives, then stations.
pub(super) fn links(cx: &Cx, places: Places) -> Vec<PlaceLink> {
    let kind = |icon: IconName, name: Html, says: Html| {
        view! {
            <Icon name=icon/>
            <span class="c-list__main">{name}</span>
            <span class="c-list__side c-muted">{says}</span>
        }
        .into_html()
    };
    let called = |text: Text| cx.tv(text);
    let categories = places.categories.into_iter().map(|category| PlaceLink {
        url: with_query(cx.url(&Products::new()), &[("category", &category.slug)]),
        inside: kind(
            IconName::Menu,
            view! { <ShownName shown=category.name/> }.into_html(),
            called(t::SEARCH_KIND_CATEGORY),
        ),
    });
    let cooperatives = places.cooperatives.into_iter().map(|cooperative| PlaceLink {
        url: cx.url(&ShopPage::new(&cooperative.slug)),
        inside: kind(
            IconName::Shop,
            view! { <ShownName shown=cooperative.name/> }.into_html(),
            called(t::SEARCH_KIND_COOPERATIVE),
        ),
    });
    let stations = places.stations.into_iter().map(|station| PlaceLink {
        url: with_query(cx.url(&Stations::new()), &[("q", &station.code)]),
        inside: kind(
            IconName::Station,
            view! { <ShownName shown=station.name/>" "<bdi class="c-badge">{station.code}</bdi> }.into_html(),
            view! { <ShownName shown=station.township/> }.into_html(),
        ),
    });
    categories.chain(cooperatives).chain(stations).collect()
}

/// Shelves and cooperatives that are called so, in a row above the goods; nothing when none is.
#[component]
pub(crate) fn ShelfHits(
    /// What was found; stations are left out.
    places: Places,
) -> Html {
    let cx = Cx::here();
    let shelves = places.categories.into_iter().map(|category| {
        let url = with_query(cx.url(&Products::new()), &[("category", &category.slug)]);
        (url, IconName::Menu, category.name)
    });
    let cooperatives = places.cooperatives.into_iter().map(|cooperative| {
        (
            cx.url(&ShopPage::new(&cooperative.slug)),
            IconName::Shop,
            cooperative.name,
        )
    });
    let links: Vec<_> = shelves
        .chain(cooperatives)
        .map(|(url, icon, shown)| view! { <a href=url><Icon name=icon/>" "<ShownName shown/></a> })
        .collect();
    if links.is_empty() {
        return Html::new("");
    }
    view! { <nav class="c-tabs" aria-label=cx.t(t::SEARCH_PLACES) data-testid="shelf-hits">{links}</nav> }.into_html()
}

/// What is called so besides goods; nothing when nothing is.
#[component]
pub(crate) fn SearchHits(
    /// What was found.
    places: Places,
) -> Html {
    let cx = Cx::here();
    let links = links(&cx, places);
    if links.is_empty() {
        return Html::new("");
    }
    let links = links
        .into_iter()
        .map(|link| view! { <li><a class="c-list__item" href=link.url>{link.inside}</a></li> })
        .collect_view();
    view! { <ul class="c-list" aria-label=cx.t(t::SEARCH_PLACES) data-testid="search-hits">{links}</ul> }.into_html()
}
