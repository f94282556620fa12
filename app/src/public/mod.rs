//! Pages that are the same for everybody, cached as they are sent: home, lists, product, shop, stations, about.
//!
//! Such a page is rendered by a [`Cx`] that knows nobody: no cookies, no session, no cart but the number in the frame. So
//! nothing of one person's can be in it, whatever a page or the frame comes to show. It is cached by address, by that number,
//! by which of its products are favourites of the reader's and by whether the browser [navigates](Cx::is_navigation); it is
//! good for one version of what it shows, one build, one state of the texts and one day. A page asks to be cached by
//! [`shows`]; all others are made anew each time.
//!
//! Because it is sent to many, a public page must hold nothing that is meant for one use, such as a random key of a form.

mod address;
mod cache;
mod encoding;
mod stamp;

use std::sync::Arc;

use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::{Locale, ProductId};

pub use cache::PageCache;
pub use stamp::Shows;

use address::{Address, Shelf};
use cache::{Found, Page};
use encoding::Accepted;
use stamp::Stamp;

use crate::cookies;
use crate::cx::{AppState, Cx};

/// Longest document that is cached.
const LONGEST: usize = 2 * 1024 * 1024;
/// What the answer depends on beside its address.
const VARY: HeaderValue = HeaderValue::from_static("accept-encoding, cookie, x-navigation, save-data");
/// Asked about each time, and never kept between the shop and the reader: the frame has the number of the cart.
const CACHE: HeaderValue = HeaderValue::from_static("private, no-cache");
const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// Says that `response` is a page of everybody's that is made of `shows`.
pub(crate) fn shows(mut response: Response, shows: Shows) -> Response {
    response.extensions_mut().insert(shows);
    response
}

/// The cached page for this request, when that can be said without the database: it is as fresh as anything here, and whoever
/// asks is nobody known, with nothing in a cart and no favourites. Its route is in its extensions.
pub fn cached(state: &AppState, request: &Request) -> Option<Response> {
    let headers = request.headers();
    let is_plain = *request.method() == Method::GET
        && cookies::read(headers, cookies::CART).is_none()
        && cookies::read(headers, cookies::FAVOURITES).is_none();
    if !is_plain || !is_everybodys(request) || !state.shop.is_current() {
        return None;
    }
    let page = state.pages.get(&Address::of(request, (0, &[])), state)?;
    let mut response = answer(state, &page, Accepted::by(headers), headers);
    if let Some(route) = &page.route {
        response.extensions_mut().insert(route.clone());
    }
    Some(response)
}

/// Whether the request may be answered with a page of everybody's. Who is signed in sees pages made for them.
fn is_everybodys(request: &Request) -> bool {
    is_read(request)
        && address::may_be_public(request.uri())
        && cookies::read(request.headers(), cookies::SESSION).is_none()
}

fn is_read(request: &Request) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD)
}

/// Middleware: lets what is in memory catch up with the database, then answers with a cached page or caches the one made.
pub async fn pages(State(state): State<AppState>, request: Request, next: Next) -> Response {
    // What is sent to the shop is decided by the database itself, and mostly answered by a look at another page.
    if is_read(&request)
        && !state.shop.is_current()
        && let Err(error) = state.shop.catch_up().await
    {
        // The page itself will need the database, and say so.
        tracing::warn!(%error, "shop.catch_up");
        return next.run(request).await;
    }
    if !is_everybodys(&request) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let (mut cart_count, mut favourites) = (0, Vec::new());
    let of_reader = [cookies::CART, cookies::FAVOURITES];
    if of_reader
        .iter()
        .any(|name| cookies::read(&parts.headers, name).is_some())
    {
        match Cx::from_request_parts(&mut parts, &state).await {
            Ok(cx) => (cart_count, favourites) = (cx.cart_count(), cx.favourites().to_vec()),
            Err(error) => return error.into_response(),
        }
    }
    let request = Request::from_parts(parts, body);
    let accepted = Accepted::by(request.headers());
    // First the page as all read it who have none of its products on their list: it knows which hearts it has.
    let mut own: Vec<ProductId> = Vec::new();
    loop {
        let shown = (cart_count, own.as_slice());
        let wanted = Address::of(&request, shown);
        let page = if let Some(page) = state.pages.get(&wanted, &state) {
            page
        } else {
            let Some(everybody) = Cx::of_everybody(&state, request.uri(), shown, &wanted.headers()) else {
                return next.run(request).await;
            };
            let Some(shelf) = Shelf::of(&everybody, &wanted) else {
                return next.run(request).await;
            };
            match state.pages.find_or_make(shelf, wanted.to_owned(), &state).await {
                Found::Page(page) => page,
                Found::Place(place) => {
                    let plain = plain(&request, everybody.clone());
                    match made(&state, next.clone(), plain, everybody, accepted).await {
                        Ok(page) => place.keep(page),
                        // An error that has nothing to do with who asks; with cookies, its frame may show another number.
                        Err(other)
                            if other.status().is_server_error() || !request.headers().contains_key(header::COOKIE) =>
                        {
                            return *other;
                        }
                        Err(_) => {
                            drop(place);
                            return next.run(request).await;
                        }
                    }
                }
            }
        };
        if own.is_empty() {
            let is_own = |product: &&ProductId| favourites.binary_search(product).is_ok();
            own = page.hearts.iter().filter(is_own).copied().collect();
            if !own.is_empty() {
                continue;
            }
        }
        return answer(&state, &page, accepted, request.headers());
    }
}

/// Makes the page for everybody; what is none of everybody's comes as it was made.
async fn made(
    state: &AppState,
    next: Next,
    plain: Request,
    everybody: Cx,
    accepted: Accepted,
) -> Result<Page, Box<Response>> {
    let (locale, stamp) = (everybody.locale(), Stamp::now(state));
    let route = plain.extensions().get::<MatchedPath>().cloned();
    let made = next.run(plain).await;
    let mut page = page_of(made, locale, route, stamp, accepted).await?;
    page.hearts = everybody.hearts();
    Ok(page)
}

/// The request without anything of who sent it.
fn plain(request: &Request, everybody: Cx) -> Request {
    let mut plain = Request::new(Body::empty());
    *plain.uri_mut() = request.uri().clone();
    *plain.headers_mut() = everybody.headers().clone();
    // An error is told in the way that was asked for.
    if let Some(accept) = request.headers().get(header::ACCEPT) {
        plain.headers_mut().insert(header::ACCEPT, accept.clone());
    }
    // What the layers around know of the connection stays theirs; the page itself sees `everybody`.
    *plain.extensions_mut() = request.extensions().clone();
    plain.extensions_mut().insert(everybody);
    plain
}

/// The page in `made`, or `made` as it was if it is none of everybody's.
async fn page_of(
    made: Response,
    locale: Locale,
    route: Option<MatchedPath>,
    stamp: Stamp,
    accepted: Accepted,
) -> Result<Page, Box<Response>> {
    let Some(shows) = made.extensions().get::<Shows>().copied() else {
        return Err(Box::new(made));
    };
    if made.status() != StatusCode::OK {
        return Err(Box::new(made));
    }
    // What is too long to be kept is sent as it is.
    if made.body().size_hint().lower() > LONGEST as u64 {
        return Err(Box::new(made));
    }
    let (parts, body) = made.into_parts();
    let Ok(html) = to_bytes(body, LONGEST).await else {
        return Err(Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response()));
    };
    let policy = parts.headers.get(header::CONTENT_SECURITY_POLICY).cloned();
    let page = Page::new(html, locale, route, policy, stamp.of(shows), accepted);
    page.ok_or_else(|| Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response()))
}

/// The page as `headers` ask for it, or 304 when the browser has it.
fn answer(state: &AppState, page: &Arc<Page>, accepted: Accepted, headers: &HeaderMap) -> Response {
    let mut response = Response::new(Body::empty());
    let asked = headers.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok());
    let known = asked.and_then(|asked| page.known_as(asked));
    if let Some(tag) = known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response.headers_mut().insert(header::ETAG, tag);
    } else {
        let sent = page.packed(accepted);
        state.pages.improve(page, accepted);
        *response.body_mut() = Body::from(sent.bytes);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HTML);
        headers.insert(header::ETAG, page.tag(sent.encoding));
        if let Some(name) = sent.encoding.name() {
            headers.insert(header::CONTENT_ENCODING, name);
        }
    }
    let sent = response.headers_mut();
    sent.insert(header::CACHE_CONTROL, CACHE);
    sent.insert(header::VARY, VARY);
    if let Some(policy) = &page.policy {
        sent.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    }
    if let Some(chosen) = cookies::remember_language(headers, page.locale()) {
        sent.append(header::SET_COOKIE, chosen);
    }
    response
}
