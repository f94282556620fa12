//! What is suggested while somebody types: the rows under a search field, which a script puts there (`frontend/suggest.js`).
//! They are the same for everybody, so nobody is asked who they are.

use axum::extract::{OriginalUri, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::ErrorCode;
use l10n::t;
use leptos::prelude::*;
use service::catalog::ProductCard;
use service::search::Suggestions;

use super::hits::links;
use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::query::value_of;
use crate::routes::Product;
use crate::ui::{Html, IntoHtml, PerKilogram, Price, Shape, ShopPicture, ShownName};

/// The rows for what is typed so far.
pub async fn show(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
) -> PageResult<Response> {
    let cx = Cx::of_everybody(&state, &uri, (0, &[]), &HeaderMap::new()).ok_or(ErrorCode::NotFound)?;
    let typed = value_of(cx.query(), "q").replace(char::is_control, " ");
    let found = service::search::suggest(cx.shop(), cx.locale(), &typed).await?;
    Ok(cx.part(&headers, || view! { <Rows found/> }))
}

/// The list; nothing when nothing is suggested.
#[component]
fn Rows(
    /// What is suggested.
    found: Suggestions,
) -> Html {
    let cx = Cx::here();
    let count = found.count();
    if count == 0 {
        return Html::new("");
    }
    let products = found
        .products
        .into_iter()
        .map(|card| view! { <ProductRow card/> })
        .collect_view();
    let places = links(&cx, found.places)
        .into_iter()
        .map(|link| view! { <Row url=link.url inside=link.inside/> })
        .collect_view();
    view! {
        <div
            class="c-suggest"
            role="listbox"
            id="suggestions"
            aria-label=cx.t(t::SEARCH_SUGGESTIONS)
            data-says=cx.t(t::search_suggestions_count(count))
        >
            {products}
            {places}
        </div>
    }
    .into_html()
}

/// A link in the list.
#[component]
fn Row(
    /// Where it leads.
    url: String,
    /// What it shows.
    inside: Html,
) -> Html {
    view! { <a class="c-list__item" role="option" aria-selected="false" tabindex="-1" href=url>{inside}</a> }
        .into_html()
}

/// A product: picture, name, who sells it, and what it costs.
#[component]
fn ProductRow(
    /// The product.
    card: ProductCard,
) -> Html {
    let cx = Cx::here();
    let costs = if card.available {
        view! { <Price terms=card.terms/><PerKilogram terms=card.terms/> }.into_html()
    } else {
        view! { <span class="c-badge c-badge--error">{cx.tv(t::PRODUCT_STOCK_NONE)}</span> }.into_html()
    };
    let inside = view! {
        <ShopPicture picture=card.picture shape=Shape::Thumb/>
        <span class="c-list__main">
            <ShownName shown=card.name/>
            <small class="c-muted"><ShownName shown=card.cooperative/></small>
        </span>
        <span class="c-list__side">{costs}</span>
    }
    .into_html();
    view! { <Row url=cx.url(&Product::new(&card.slug)) inside/> }.into_html()
}
