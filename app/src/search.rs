//! `/search?q=`: products by what somebody typed.

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use l10n::t;
use leptos::prelude::*;
use service::catalog::{self, CategoryLink, List};

use crate::catalog::CategoryStrip;
use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::page::Meta;
use crate::query::with_query;
use crate::routes::{Products, Route, Search};
use crate::ui::{Html, Icon, IconName, IntoHtml, Paging, ProductGrid};

/// Longest query looked for, characters; more is cut off.
const LONGEST: usize = 200;
/// Last page that can be asked for.
const LAST_PAGE: u32 = 1000;

/// The page of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(Search::PATTERN, get(show))
}

/// Shows what was found.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let (query, page) = parse(cx.query());
    let categories = catalog::shelves(cx.shop(), cx.locale()).await?;
    let found = if query.is_empty() {
        None
    } else {
        Some(service::search::find(cx.shop(), cx.locale(), &query, page).await?)
    };
    if found.as_ref().is_some_and(|list| list.total == 0) {
        service::missed_searches::note(&cx.caller(), cx.locale(), &query);
    }
    let title = if query.is_empty() {
        cx.t(t::NAV_SEARCH)
    } else {
        cx.t(t::search_title(query.as_str()))
    };
    // Nothing is gained by search engines keeping pages of other people's queries.
    let mut meta = Meta::new(title);
    meta.private = true;
    Ok(cx.page(meta, || view! { <SearchPage query found categories/> }))
}

/// Query and page from the URL; what makes no sense is left out.
fn parse(query: &str) -> (String, u32) {
    let fields: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
    let value = |name: &str| {
        fields
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value.as_str())
    };
    let words: String = value("q")
        .trim()
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect();
    let page = value("page")
        .parse()
        .ok()
        .filter(|page| (1..=LAST_PAGE).contains(page))
        .unwrap_or(1);
    (words, page)
}

/// The URL of a page of results.
fn page_url(cx: &Cx, query: &str, page: u32) -> String {
    let page = (page > 1).then(|| page.to_string());
    let pairs = [("q", query), ("page", page.as_deref().unwrap_or_default())];
    with_query(cx.url(&Search::new()), &pairs)
}

/// What was found.
#[component]
fn SearchPage(
    /// What was looked for; may be nothing yet.
    query: String,
    /// What was found; `None` when nothing was looked for.
    found: Option<List>,
    /// The shelves, for those who would rather look around.
    categories: Vec<CategoryLink>,
) -> Html {
    let cx = Cx::here();
    match found {
        None => view! {
            <h1 class="c-title">{cx.tv(t::NAV_SEARCH)}</h1>
            <p class="c-lead">{cx.tv(t::SEARCH_PROMPT)}</p>
            <CategoryStrip categories/>
        }
        .into_html(),
        Some(list) if list.cards.is_empty() => view! {
            <section class="c-empty">
                <Icon name=IconName::Search/>
                <h1 class="c-title">{cx.tv(t::search_empty_title(query))}</h1>
                <p>{cx.tv(t::SEARCH_EMPTY_TEXT)}</p>
                <a class="c-button c-button--primary" href=cx.url(&Products::new())>{cx.tv(t::SEARCH_EMPTY_ALL)}</a>
            </section>
            <CategoryStrip categories/>
        }
        .into_html(),
        Some(list) => {
            let total = i64::try_from(list.total).unwrap_or(i64::MAX);
            let count = if list.total < u64::from(service::search::MAX_FOUND) {
                cx.tv(t::search_count(total))
            } else {
                cx.tv(t::search_count_more(total))
            };
            let previous = (list.page > 1).then(|| page_url(&cx, &query, list.page - 1));
            let next = (list.page < list.pages).then(|| page_url(&cx, &query, list.page + 1));
            view! {
                <div class="c-heading">
                    <h1 class="c-title">{cx.tv(t::search_title(query))}</h1>
                    <p class="c-muted">{count}</p>
                </div>
                <h2 class="c-hidden">{cx.tv(t::NAV_PRODUCTS)}</h2>
                <ProductGrid cards=list.cards at_once=4/>
                <Paging page=list.page pages=list.pages previous next/>
            }
            .into_html()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonsense_in_the_url_is_left_out() {
        assert_eq!(parse("q=+badam+&page=2"), ("badam".to_owned(), 2));
        assert_eq!(parse("page=9223372036854775808&q=%00%0a"), (String::new(), 1));
        assert_eq!(parse("%ff%fe"), (String::new(), 1));
        assert_eq!(parse(&format!("q={}", "ن".repeat(5000))).0.chars().count(), LONGEST);
    }
}
