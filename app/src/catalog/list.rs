//! `/products`: everything on the shelves, filtered and sorted by the query.

use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::catalog::{self, CategoryLink, List};
use service::shops::{self, CooperativeCard};

use super::filters::{CategoryStrip, FilterForm, Filters, SortLinks};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::public::{Shows, shows};
use crate::routes::{Products, ShopPage};
use crate::ui::{Html, Icon, IconName, IntoHtml, Paging, ProductGrid, ShownName, ShownText};

/// Shows the list.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let categories = catalog::categories(cx.shop(), cx.locale());
    let named = |slug: &str| shops::named(cx.shop(), cx.locale(), slug);
    let filters = Filters::parse(cx.query(), &categories, |slug| named(slug).is_some());
    let cooperative = filters.shop.as_deref().and_then(named);
    let query = filters.query(cx.locale(), cooperative.as_ref().map(|card| card.id));
    let list = catalog::list(cx.shop(), &query).await?;
    let chosen = categories.iter().find(|c| Some(&c.slug) == filters.category.as_ref());
    let title = chosen.map_or_else(|| cx.t(t::CATALOG_LIST_TITLE), |category| category.name.text.clone());
    let title = match &cooperative {
        Some(card) => [&title, " · ", &card.name.text].concat(),
        None => title,
    };
    // Whoever has the address of one in which nothing is sees which one that is.
    let shelves = catalog::shelves(cx.shop(), cx.locale()).await?;
    let is_seen = |slug: &str| filters.category.as_deref() == Some(slug) || shelves.iter().any(|s| s.slug == slug);
    let categories: Vec<CategoryLink> = categories.into_iter().filter(|c| is_seen(&c.slug)).collect();
    let meta = Meta::new(title).description(cx.t(t::CATALOG_LIST_DESCRIPTION));
    let page = cx.page(meta, || view! { <ProductsPage categories filters list cooperative/> });
    Ok(shows(page, Shows::Lists))
}

/// The list of products.
#[component]
fn ProductsPage(
    /// The categories that lead to something, and the one that was asked for.
    categories: Vec<CategoryLink>,
    /// What was asked for.
    filters: Filters,
    /// What there is.
    list: List,
    /// Whose products are asked for.
    cooperative: Option<CooperativeCard>,
) -> Html {
    let cx = Cx::here();
    let chosen = categories
        .iter()
        .find(|c| Some(&c.slug) == filters.category.as_ref())
        .map(|c| c.name.clone());
    let title = match chosen {
        Some(name) => view! { <ShownText shown=name/> }.into_html(),
        None => cx.tv(t::CATALOG_LIST_TITLE),
    };
    let total = i64::try_from(list.total).unwrap_or(i64::MAX);
    let previous = filters.previous_page().map(|page| page.url(&cx));
    let next = list.next.map(|cursor| filters.next_page(cursor).url(&cx));
    let of_shop = cooperative.map(|card| {
        let all = Filters {
            shop: None,
            ..filters.first_page()
        };
        view! {
            <p data-testid="of-shop">
                <a class="c-link" href=cx.url(&ShopPage::new(&card.slug))><ShownName shown=card.name/></a>
                " · "<a class="c-link" href=all.url(&cx)>{cx.tv(t::CATALOG_LIST_ALL_SHOPS)}</a>
            </p>
        }
    });
    let goods = if list.cards.is_empty() {
        view! { <NothingHere/> }.into_html()
    } else {
        view! {
            // The cards' headings are of the third level: on other pages they stand in sections.
            <h2 class="c-hidden">{cx.tv(t::NAV_PRODUCTS)}</h2>
            <ProductGrid cards=list.cards at_once=4/>
        }
        .into_html()
    };
    view! {
        <CategoryStrip categories filters=filters.clone() with_all=true/>
        <div class="c-heading">
            <h1 class="c-title">{title}</h1>
            <p class="c-muted">{cx.tv(t::catalog_list_count(total))}</p>
        </div>
        {of_shop}
        <div class="c-toolbar">
            <SortLinks filters=filters.clone()/>
            <FilterForm filters/>
        </div>
        {goods}
        <Paging page=list.page pages=list.pages previous next/>
    }
    .into_html()
}

/// No product fits.
#[component]
fn NothingHere() -> Html {
    let cx = Cx::here();
    view! {
        <section class="c-empty">
            <Icon name=IconName::Leaf/>
            <h2>{cx.tv(t::CATALOG_EMPTY_TITLE)}</h2>
            <p>{cx.tv(t::CATALOG_EMPTY_TEXT)}</p>
            <a class="c-button c-button--primary" href=cx.url(&Products::new())>{cx.tv(t::CATALOG_EMPTY_ALL)}</a>
        </section>
    }
    .into_html()
}
