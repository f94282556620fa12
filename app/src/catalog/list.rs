//! `/products`: everything on the shelves, filtered and sorted by the query.

use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::catalog::{self, CategoryLink, Choices, List};
use service::shops::{self, CooperativeCard};

use super::filter_form::{CategoryStrip, FilterForm, SortLinks};
use super::filters::Filters;
use super::found::list_meta;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::public::{Shows, shows};
use crate::routes::{Products, ShopPage};
use crate::ui::{Html, Icon, IconName, IntoHtml, Paging, ProductGrid, Shape, ShownName, ShownText};

/// Shows the list.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let categories = catalog::categories(cx.shop(), cx.locale());
    let named = |slug: &str| shops::named(cx.shop(), cx.locale(), slug);
    let filters = Filters::parse(cx.query(), &categories, |slug| named(slug).is_some()).resolved(&cx);
    let mut cooperatives: Vec<CooperativeCard> = filters.shops.iter().filter_map(|slug| named(slug)).collect();
    let sellers = filters.sellers(&cx, cooperatives.iter().map(|card| card.id).collect());
    let query = filters.query(cx.locale(), sellers);
    let list = catalog::list(cx.shop(), &query).await?;
    // Beyond the end is the last page, and says so.
    let filters = Filters {
        page: filters.page.min(list.pages.max(1)),
        ..filters
    };
    let mut choices = catalog::choices(cx.shop(), &query).await?;
    filters.mark(&cx, &mut choices);
    // The list of one cooperative has its name; of several, the filters say which.
    let cooperative = cooperatives.pop().filter(|_| cooperatives.is_empty());
    let chosen = only_category(&categories, &filters);
    let mut meta = list_meta(&cx, &filters, chosen, cooperative.as_ref());
    meta.preload = list.cards.first().map(|card| (card.picture.clone(), Shape::Card));
    // Whoever has the address of one in which nothing is sees which one that is.
    let shelves = catalog::shelves(cx.shop(), cx.locale()).await?;
    let is_seen = |slug: &String| filters.categories.contains(slug) || shelves.iter().any(|s| s.slug == *slug);
    let categories: Vec<CategoryLink> = categories.into_iter().filter(|c| is_seen(&c.slug)).collect();
    let page = cx.page(
        meta,
        || view! { <ProductsPage categories filters choices list cooperative/> },
    );
    Ok(shows(page, Shows::Lists))
}

/// The category a list is of, where it is one.
fn only_category<'c>(categories: &'c [CategoryLink], filters: &Filters) -> Option<&'c CategoryLink> {
    match filters.categories.as_slice() {
        [one] => categories.iter().find(|category| category.slug == *one),
        _ => None,
    }
}

/// The list of products.
#[component]
fn ProductsPage(
    /// The categories that lead to something, and the one that was asked for.
    categories: Vec<CategoryLink>,
    /// What was asked for.
    filters: Filters,
    /// What can be asked for.
    choices: Choices,
    /// What there is.
    list: List,
    /// Whose products are asked for, where it is one cooperative.
    cooperative: Option<CooperativeCard>,
) -> Html {
    let cx = Cx::here();
    let chosen = only_category(&categories, &filters).map(|category| category.name.clone());
    let title = match chosen {
        Some(name) => view! { <ShownText shown=name/> }.into_html(),
        None => cx.tv(t::CATALOG_LIST_TITLE),
    };
    let total = i64::try_from(list.total).unwrap_or(i64::MAX);
    let previous = filters.previous_page().map(|page| page.url(&cx));
    let next = list.next.map(|cursor| filters.next_page(Some(cursor)).url(&cx));
    let of_shop = cooperative.map(|card| {
        let all = Filters {
            shops: Vec::new(),
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
            <FilterForm filters choices/>
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
