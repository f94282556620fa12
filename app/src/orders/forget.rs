//! Forgetting one's orders on this phone. The orders themselves stay as they are.

use axum::http::{HeaderValue, header};
use axum::response::Response;

use crate::cookies;
use crate::cx::Cx;
use crate::routes::Orders;

/// What the browser keeps for the shop: what was typed, pages, orders that were not sent.
const STORAGE: HeaderValue = HeaderValue::from_static("\"storage\"");

/// Takes away what lets this phone see its orders, its favourites and its questions, and has the browser throw away what it
/// keeps. Whoever is signed in stays so: at a station that is not the buyer.
pub async fn forget(cx: Cx) -> Response {
    let mut response = cx.see(&format!("{}?forgotten=1", cx.url(&Orders::new())));
    let headers = response.headers_mut();
    headers.insert("clear-site-data", STORAGE);
    if let Some(cookie) = cookies::read(cx.headers(), cookies::FAVOURITES)
        && let Err(error) = service::favourites::forget(cx.shop(), cookie).await
    {
        // Nobody finds the list any more without its cookie.
        tracing::warn!(%error, "favourites.forget");
    }
    for name in [cookies::ORDERS, cookies::CART, cookies::FAVOURITES, cookies::ASKER] {
        if let Some(cookie) = cookies::clear(name) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
    response
}
