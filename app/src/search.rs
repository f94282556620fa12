//! `/search?q=`: products by what somebody typed.

mod hits;
mod nothing;
mod suggestions;

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use l10n::t;
use leptos::prelude::*;
use service::catalog::{self, CategoryLink, ProductCard};
use service::search::{Found, Places};
use service::shops;

use self::hits::{SearchHits, ShelfHits};
use self::nothing::NothingFound;
use crate::catalog::{CategoryStrip, FilterForm, Filters, SortLinks};
use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::page::Meta;
use crate::routes::{Route, Search, SearchSuggestions};
use crate::ui::{Html, IntoHtml, Paging, ProductGrid};

/// The page of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Search::PATTERN, get(show))
        .route(SearchSuggestions::PATTERN, get(suggestions::show))
}

/// Shows what was found.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let categories = catalog::categories(cx.shop(), cx.locale());
    let named = |slug: &str| shops::named(cx.shop(), cx.locale(), slug);
    let filters = Filters::parse_search(cx.query(), &categories, |slug| named(slug).is_some()).resolved(&cx);
    let words = filters.sought.clone().unwrap_or_default();
    let categories = catalog::shelves(cx.shop(), cx.locale()).await?;
    // Nothing is gained by search engines keeping pages of other people's queries.
    let mut meta = Meta::new(if words.is_empty() {
        cx.t(t::NAV_SEARCH)
    } else {
        cx.t(t::search_title(words.as_str()))
    });
    meta.private = true;
    if words.is_empty() {
        return Ok(cx.page(meta, || view! { <Prompt categories/> }));
    }
    let cooperatives = filters.shops.iter().filter_map(|slug| named(slug)).map(|card| card.id);
    let query = filters.query(cx.locale(), filters.sellers(&cx, cooperatives.collect()));
    let mut found = service::search::look_for(cx.shop(), &query, &words).await?;
    filters.mark(&cx, &mut found.choices);
    let places = if filters.count() == 0 && filters.page == 1 {
        service::search::places(cx.shop(), cx.locale(), &words).await?
    } else {
        Places::default()
    };
    let mut popular = Vec::new();
    if found.list.total == 0 {
        popular = catalog::popular(cx.shop(), cx.locale()).await?;
        // What a filter leaves out is not what the shop lacks.
        if filters.count() == 0 && places.count() == 0 {
            service::missed_searches::note(&cx.caller(), cx.locale(), &words);
        }
    }
    let what = Answer {
        words,
        filters,
        found,
        places,
    };
    Ok(cx.page(meta, || view! { <SearchPage what categories popular/> }))
}

/// What was asked, and what was found.
struct Answer {
    words: String,
    filters: Filters,
    found: Found,
    places: Places,
}

/// Nothing was looked for yet.
#[component]
fn Prompt(
    /// The shelves, for those who would rather look around.
    categories: Vec<CategoryLink>,
) -> Html {
    let cx = Cx::here();
    view! {
        <h1 class="c-title">{cx.tv(t::NAV_SEARCH)}</h1>
        <p class="c-lead">{cx.tv(t::SEARCH_PROMPT)}</p>
        <CategoryStrip categories/>
    }
    .into_html()
}

/// What was found.
#[component]
fn SearchPage(
    /// What was asked, and what was found.
    what: Answer,
    /// The shelves, for when nothing was.
    categories: Vec<CategoryLink>,
    /// What others buy, likewise.
    popular: Vec<ProductCard>,
) -> Html {
    let cx = Cx::here();
    let Answer {
        words,
        filters,
        found,
        places,
    } = what;
    let Found {
        list,
        choices,
        is_partial,
        corrected,
        is_cut,
    } = found;
    // Whoever narrowed the search too far finds the filters on the page.
    let tools = (list.total > 0 || filters.count() > 0 || filters.has_error() || filters.lacks_any()).then(|| {
        let filters = filters.clone();
        view! {
            <div class="c-toolbar">
                <SortLinks filters=filters.clone()/>
                <FilterForm filters choices/>
            </div>
        }
    });
    if list.cards.is_empty() && places.count() > 0 {
        return view! {
            <h1 class="c-title">{cx.tv(t::search_title(words))}</h1>
            <SearchHits places/>
            <CategoryStrip categories/>
        }
        .into_html();
    }
    if list.cards.is_empty() {
        return view! {
            <NothingFound words filters categories popular>
                {tools}
            </NothingFound>
        }
        .into_html();
    }
    let total = i64::try_from(list.total).unwrap_or(i64::MAX);
    let count = if is_cut {
        cx.tv(t::search_count_more(total))
    } else {
        cx.tv(t::search_count(total))
    };
    // What is shown was looked for instead of what was typed.
    let corrected = corrected.map(|words| {
        let url = Filters {
            sought: Some(words.clone()),
            ..filters.first_page()
        }
        .url(&cx);
        view! {
            <p class="c-notice" role="status" data-testid="corrected">
                {cx.tv(t::SEARCH_CORRECTED)}" "<a class="c-link" href=url><bdi>{words}</bdi></a>
            </p>
        }
    });
    let partial = is_partial
        .then(|| view! { <p class="c-notice" role="status" data-testid="partial">{cx.tv(t::SEARCH_PARTIAL)}</p> });
    let previous = (list.page > 1).then(|| {
        Filters {
            page: list.page - 1,
            ..filters.clone()
        }
        .url(&cx)
    });
    let next = (list.page < list.pages).then(|| {
        Filters {
            page: list.page + 1,
            ..filters.clone()
        }
        .url(&cx)
    });
    // The goods come first: where one collects parcels is looked for by few.
    let shelves = Places {
        stations: Vec::new(),
        ..places.clone()
    };
    let stations = Places {
        stations: places.stations,
        ..Places::default()
    };
    view! {
        <div class="c-heading">
            <h1 class="c-title">{cx.tv(t::search_title(words))}</h1>
            <p class="c-muted">{count}</p>
        </div>
        <ShelfHits places=shelves/>
        {corrected}
        {partial}
        {tools}
        <h2 class="c-hidden">{cx.tv(t::NAV_PRODUCTS)}</h2>
        <ProductGrid cards=list.cards at_once=4/>
        <Paging page=list.page pages=list.pages previous next/>
        <div class="c-section"><SearchHits places=stations/></div>
    }
    .into_html()
}
