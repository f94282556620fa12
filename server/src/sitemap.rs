//! The sitemap: an index, and behind it files of at most 50,000 addresses that are made while they are sent.

use std::io;

use app::cx::AppState;
use app::error::AppError;
use app::routes::{About, Home, Product, Products, Route, ShopPage, Shops, Stations};
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::{ErrorCode, Locale, ProductId};
use futures_util::stream;
use service::catalog::{self, SitemapPiece};

/// Products read and sent at once.
const STEP: u64 = 1_000;
/// Cooperatives in a file: with three languages each they stay below the limit.
const SHOPS: usize = 16_000;
/// A crawler may look again after ten minutes; a file that is as it was is not sent again.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=600");
const XML: HeaderValue = HeaderValue::from_static("application/xml; charset=utf-8");
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const OPEN: &str = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
const CLOSE: &str = "</urlset>\n";

/// `/sitemap.xml`: where the files are.
///
/// # Errors
/// When the database does not answer.
pub async fn index(State(state): State<AppState>) -> Result<Response, AppError> {
    let pieces = catalog::sitemap_pieces(&state.shop).await?;
    let shops = service::shops::count(&state.shop).div_ceil(SHOPS);
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let mut name = |name: String| {
        // Digits and letters: nothing in them needs escaping.
        xml.push_str(&format!(
            "<sitemap><loc>{}/sitemap/{name}.xml</loc></sitemap>\n",
            state.public_url
        ));
    };
    name("pages".to_owned());
    (0..shops).for_each(|number| name(format!("shops-{number}")));
    pieces
        .iter()
        .for_each(|piece| name(format!("products-{}", piece.number)));
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
        return Ok(whole(pages(&state)));
    }
    if let Some(number) = name.strip_prefix("shops-").and_then(|number| number.parse().ok()) {
        return shops(&state, number).map(whole).ok_or(ErrorCode::NotFound.into());
    }
    let number = name.strip_prefix("products-").and_then(|number| number.parse().ok());
    let pieces = catalog::sitemap_pieces(&state.shop).await?;
    let piece = pieces.iter().find(|piece| Some(piece.number) == number);
    let piece = *piece.ok_or(ErrorCode::NotFound)?;
    let tag = HeaderValue::try_from(format!("W/\"{}-{}\"", piece.products, piece.updated_at))
        .map_err(|_| ErrorCode::Internal)?;
    let same = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, CACHE)];
    if headers.get(header::IF_NONE_MATCH) == Some(&tag) {
        return Ok((StatusCode::NOT_MODIFIED, same).into_response());
    }
    let body = Body::from_stream(stream::unfold(Part::Head(state, piece), next));
    Ok((same, [(header::CONTENT_TYPE, XML)], body).into_response())
}

fn whole(addresses: String) -> Response {
    let xml = format!("{HEAD}{OPEN}{addresses}{CLOSE}");
    ([(header::CONTENT_TYPE, XML), (header::CACHE_CONTROL, CACHE)], xml).into_response()
}

fn pages(state: &AppState) -> String {
    let mut xml = String::new();
    for locale in Locale::ALL {
        for url in [
            Home::new().url(locale),
            Products::new().url(locale),
            Shops::new().url(locale),
            Stations::new().url(locale),
            About::new().url(locale),
        ] {
            push(&mut xml, state, &url);
        }
    }
    xml
}

fn shops(state: &AppState, number: usize) -> Option<String> {
    let slugs = service::shops::public_slugs(&state.shop);
    let slugs = slugs.chunks(SHOPS).nth(number)?;
    let mut xml = String::new();
    for slug in slugs {
        for locale in Locale::ALL {
            push(&mut xml, state, &ShopPage::new(slug).url(locale));
        }
    }
    Some(xml)
}

/// Addresses are percent-encoded: nothing in them needs escaping but what the public address brings, an origin.
fn push(xml: &mut String, state: &AppState, url: &str) {
    xml.push_str("<url><loc>");
    xml.push_str(&state.public_url);
    xml.push_str(url);
    xml.push_str("</loc></url>\n");
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
            let slugs = match catalog::sitemap_slugs(&state.shop, piece, after, STEP).await {
                Ok(slugs) => slugs,
                // The connection is cut: half a file must not look like a whole one.
                Err(error) => return Some((Err(io::Error::other(error)), Part::Over)),
            };
            let Some((last, _)) = slugs.last() else {
                return Some((Ok(Bytes::from_static(CLOSE.as_bytes())), Part::Over));
            };
            let last = *last;
            let mut xml = String::with_capacity(slugs.len() * 256);
            for (_, slug) in &slugs {
                for locale in Locale::ALL {
                    push(&mut xml, &state, &Product::new(slug).url(locale));
                }
            }
            Some((Ok(Bytes::from(xml)), Part::Products(state, piece, Some(last))))
        }
        Part::Over => None,
    }
}
