//! `/shops`: cooperatives, a page at a time, by township.

use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::shops::{self, ShopList};

use super::CooperativeTile;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::public::{Shows, shows};
use crate::query::with_query;
use crate::routes::Shops;
use crate::ui::{Html, IntoHtml, Paging};

/// Shows a page of cooperatives.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let fields: Vec<(String, String)> = serde_urlencoded::from_str(cx.query()).unwrap_or_default();
    let value = |name: &str| {
        fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    let page = value("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let list = shops::list(cx.shop(), cx.locale(), value("township"), page);
    let meta = Meta::new(cx.t(t::SHOPS_LIST_TITLE))
        .description(cx.t(t::SHOPS_LIST_LEAD))
        .canonical(page_url(&cx, &list, list.page));
    let page = cx.page(meta, || view! { <ShopsPage list/> });
    Ok(shows(page, Shows::Lists))
}

/// The URL of another page of the same list.
fn page_url(cx: &Cx, list: &ShopList, page: usize) -> String {
    let page = (page > 1).then(|| page.to_string());
    let township = list.chosen.as_deref().unwrap_or_default();
    let pairs = [("township", township), ("page", page.as_deref().unwrap_or_default())];
    with_query(cx.url(&Shops::new()), &pairs)
}

/// A page of cooperatives.
#[component]
fn ShopsPage(
    /// The cooperatives.
    list: ShopList,
) -> Html {
    let cx = Cx::here();
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    let (page, pages) = (number(list.page), number(list.pages));
    let previous = (list.page > 1).then(|| page_url(&cx, &list, list.page - 1));
    let next = (list.page < list.pages).then(|| page_url(&cx, &list, list.page + 1));
    let options = list
        .townships
        .into_iter()
        .map(|(slug, name)| {
            let is_chosen = list.chosen.as_deref() == Some(slug.as_str());
            view! { <option value=slug selected=is_chosen lang=name.lang.bcp47()>{name.text}</option> }
        })
        .collect_view();
    let tiles = list
        .cards
        .into_iter()
        .map(|card| view! { <li><CooperativeTile card/></li> })
        .collect_view();
    view! {
        <h1 class="c-title">{cx.tv(t::SHOPS_LIST_TITLE)}</h1>
        <p class="c-lead">{cx.tv(t::SHOPS_LIST_LEAD)}</p>
        <form class="c-card c-finder" action=cx.url(&Shops::new())>
            <div class="c-field">
                <label class="c-field__label" for="shops-township">{cx.tv(t::SHOPS_FACT_TOWNSHIP)}</label>
                <select class="c-field__input" id="shops-township" name="township">
                    <option value="">{cx.t(t::STATIONS_TOWNSHIP_ALL)}</option>
                    {options}
                </select>
            </div>
            <button class="c-button c-button--primary">{cx.tv(t::SHOPS_LIST_SHOW)}</button>
        </form>
        <div class="c-heading">
            <h2 class="c-hidden">{cx.tv(t::NAV_COOPERATIVES)}</h2>
            <p class="c-muted">{cx.tv(t::shops_list_count(list.total))}</p>
        </div>
        <ul class="c-grid c-grid--wide">{tiles}</ul>
        <Paging page pages previous next/>
    }
    .into_html()
}
