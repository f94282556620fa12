//! The sitemap: an index, and behind it files of at most 50,000 addresses that are made while they are sent. Each address says in
//! which languages its page is, and when that last changed, where the shop knows.

use std::fmt::Write as _;
use std::io;

use app::cx::AppState;
use app::error::AppError;
use app::etag;
use app::routes::{About, Home, Product, Products, Returns, Route, ShopPage, Shops, Stations};
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::{ErrorCode, Locale, ProductId};
use futures_util::stream;
use l10n::format::machine_date;
use service::catalog::{self, SitemapPiece};

/// Products read and sent at once.
const STEP: u64 = 1_000;
/// Cooperatives in a file: with three languages each they stay below the limit.
const SHOPS: usize = 12_000;
/// A crawler may look again after ten minutes; a file that is as it was is not sent again.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=600");
const XML: HeaderValue = HeaderValue::from_static("application/xml; charset=utf-8");
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const OPEN: &str = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
const CLOSE: &str = "</urlset>\n";

/// `/sitemap.xml`: where the files are.
///
/// # Errors
/// When the database does not answer.
pub async fn index(State(state): State<AppState>) -> Result<Response, AppError> {
    let pieces = catalog::sitemap_pieces(&state.shop).await?;
    let shops = service::shops::count(&state.shop).div_ceil(SHOPS);
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let mut name = |name: String, changed: Option<i64>| {
        // Digits and letters: nothing in them needs escaping.
        let changed = lastmod(changed);
        xml.push_str(&format!(
            "<sitemap><loc>{}/sitemap/{name}.xml</loc>{changed}</sitemap>\n",
            state.public_url
        ));
    };
    name("pages".to_owned(), None);
    (0..shops).for_each(|number| name(format!("shops-{number}"), None));
    pieces
        .iter()
        .for_each(|piece| name(format!("products-{}", piece.number), Some(piece.updated_at)));
    xml.push_str("</sitemapindex>\n");
    Ok(([(header::CONTENT_TYPE, XML), (header::CACHE_CONTROL, CACHE)], xml).into_response())
}

/// `/sitemap/{name}`: one file.
///
/// # Errors
/// [`ErrorCode::NotFound`] when the index names no such file; when the database does not answer.
pub async fn file(
    State(state): State<AppState>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let name = name.strip_suffix(".xml").ok_or(ErrorCode::NotFound)?;
    if name == "pages" {
        return Ok(whole(&pages(&state).await?));
    }
    if let Some(number) = name.strip_prefix("shops-").and_then(|number| number.parse().ok()) {
        return Ok(whole(&shops(&state, number).await?));
    }
    let number = name.strip_prefix("products-").and_then(|number| number.parse().ok());
    let pieces = catalog::sitemap_pieces(&state.shop).await?;
    let piece = pieces.iter().find(|piece| Some(piece.number) == number);
    let piece = *piece.ok_or(ErrorCode::NotFound)?;
    // The directory knows who is suspended.
    let directory = state.shop.versions().directory;
    let tag = HeaderValue::try_from(format!("W/\"{}-{}-{directory}\"", piece.products, piece.updated_at))
        .map_err(|_| ErrorCode::Internal)?;
    let same = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, CACHE)];
    if etag::is_known(&headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, same).into_response());
    }
    let body = Body::from_stream(stream::unfold(Part::Head(state, piece), next));
    Ok((same, [(header::CONTENT_TYPE, XML)], body).into_response())
}

fn whole(addresses: &str) -> Response {
    let xml = format!("{HEAD}{OPEN}{addresses}{CLOSE}");
    ([(header::CONTENT_TYPE, XML), (header::CACHE_CONTROL, CACHE)], xml).into_response()
}

/// The pages there is one of, and the list of each category in which something is.
async fn pages(state: &AppState) -> Result<String, AppError> {
    let mut xml = String::new();
    push(&mut xml, state, |locale| Home::new().url(locale), None);
    push(&mut xml, state, |locale| Products::new().url(locale), None);
    push(&mut xml, state, |locale| Shops::new().url(locale), None);
    push(&mut xml, state, |locale| Stations::new().url(locale), None);
    push(&mut xml, state, |locale| About::new().url(locale), None);
    push(&mut xml, state, |locale| Returns::new().url(locale), None);
    // Names in addresses are small letters, digits and hyphens.
    for category in catalog::shelves(&state.shop, Locale::default()).await? {
        let place = |locale: Locale| format!("{}?category={}", Products::new().url(locale), category.slug);
        push(&mut xml, state, place, None);
    }
    Ok(xml)
}

async fn shops(state: &AppState, number: usize) -> Result<String, AppError> {
    let skip = number.checked_mul(SHOPS).ok_or(ErrorCode::NotFound)?;
    let shops = service::shops::sitemap(&state.shop, skip, SHOPS).await?;
    if shops.is_empty() {
        return Err(ErrorCode::NotFound.into());
    }
    let mut xml = String::new();
    for (slug, published) in &shops {
        push(&mut xml, state, |locale| ShopPage::new(slug).url(locale), *published);
    }
    Ok(xml)
}

/// A page in all languages, each of which names the others. Addresses are percent-encoded: nothing in them needs escaping but what
/// the public address brings, an origin.
fn push(xml: &mut String, state: &AppState, place: impl Fn(Locale) -> String, changed: Option<i64>) {
    let public = &state.public_url;
    let mut links = String::new();
    let mut link = |language: &str, url: &str| {
        // Writing to a text cannot fail.
        let _ = write!(
            links,
            "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{public}{url}\"/>"
        );
    };
    for locale in Locale::all() {
        link(locale.bcp47(), &place(*locale));
    }
    // The same as pages say in their heads.
    let most = place(Locale::default());
    let is_home = most == Home::new().url(Locale::default());
    link("x-default", if is_home { "/" } else { &most });
    let changed = lastmod(changed);
    for locale in Locale::all() {
        let url = place(*locale);
        let _ = writeln!(xml, "<url><loc>{public}{url}</loc>{changed}{links}</url>");
    }
}

fn lastmod(changed: Option<i64>) -> String {
    changed.map_or_else(String::new, |at| format!("<lastmod>{}</lastmod>", machine_date(at)))
}

/// What of a file of products is sent next. Somebody who reads slowly holds one step of it and no connection.
enum Part {
    Head(AppState, SitemapPiece),
    Products(AppState, SitemapPiece, Option<ProductId>),
    Over,
}

async fn next(part: Part) -> Option<(io::Result<Bytes>, Part)> {
    match part {
        Part::Head(state, piece) => Some((
            Ok(Bytes::from(format!("{HEAD}{OPEN}"))),
            Part::Products(state, piece, None),
        )),
        Part::Products(state, piece, after) => {
            let products = match catalog::sitemap_products(&state.shop, piece, after, STEP).await {
                Ok(products) => products,
                // The connection is cut: half a file must not look like a whole one.
                Err(error) => return Some((Err(io::Error::other(error)), Part::Over)),
            };
            let Some(last) = products.last().map(|product| product.id) else {
                return Some((Ok(Bytes::from_static(CLOSE.as_bytes())), Part::Over));
            };
            let mut xml = String::with_capacity(products.len() * 2_048);
            for product in &products {
                let place = |locale: Locale| Product::new(&product.slug).url(locale);
                push(&mut xml, &state, place, Some(product.updated_at));
            }
            Some((Ok(Bytes::from(xml)), Part::Products(state, piece, Some(last))))
        }
        Part::Over => None,
    }
}
