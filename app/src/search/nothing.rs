//! Nothing was found: what one can do now.

use l10n::t;
use leptos::prelude::*;
use service::catalog::{CategoryLink, ProductCard};

use crate::catalog::{CategoryStrip, Filters};
use crate::cx::Cx;
use crate::routes::{About, Products};
use crate::ui::{Contents, Html, Icon, IconName, IntoHtml, ProductGrid, RecentlySeen};

/// The ways on: another word, without filters, the shelves, what others buy, the Centre.
#[component]
pub(super) fn NothingFound(
    /// What was looked for.
    words: String,
    /// What it was narrowed to.
    filters: Filters,
    /// The shelves.
    categories: Vec<CategoryLink>,
    /// What others buy.
    popular: Vec<ProductCard>,
    /// Places that are called so, and the filters where there are any.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let (text, button, url) = if filters.count() > 0 {
        let all = filters.cleared().url(&cx);
        (t::SEARCH_EMPTY_FILTERED, t::CATALOG_FILTER_CLEAR, all)
    } else {
        (t::SEARCH_EMPTY_TEXT, t::SEARCH_EMPTY_ALL, cx.url(&Products::new()))
    };
    let popular = (!popular.is_empty()).then(|| {
        view! {
            <section class="c-section">
                <h2 class="c-title">{cx.tv(t::SEARCH_EMPTY_POPULAR)}</h2>
                <ProductGrid cards=popular/>
            </section>
        }
    });
    view! {
        <section class="c-empty">
            <Icon name=IconName::Search/>
            <h1 class="c-title">{cx.tv(t::search_empty_title(words))}</h1>
            <p>{cx.tv(text)}</p>
            <a class="c-button c-button--primary" href=url>{cx.tv(button)}</a>
            <p><a class="c-link" href=cx.url(&About::new())>{cx.tv(t::SEARCH_EMPTY_ASK)}</a></p>
        </section>
        {children.into_inner()}
        <CategoryStrip categories/>
        {popular}
        <RecentlySeen/>
    }
    .into_html()
}
