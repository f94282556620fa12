//! The pictures of a product: adding one with a plain form, and the list with its order. One picture's own page is in
//! [`picture`](super::picture), what a script sends in pieces in [`uploads`](super::uploads).

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::{ErrorCode, PictureRefusal, ProductId};
use l10n::t;

use super::menu::studio_meta;
use super::pictures_page::StudioPicturesPage;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::file_form::{self, FileForm};
use crate::form_key::shop_for;
use crate::not_saved::NotSaved;
use crate::routes::{Named, StudioPictures};
use leptos::prelude::*;

/// Largest form with a picture, bytes: more than a picture may have, so that one that is too large gets an answer that says
/// so instead of a broken line.
pub const MAX_PICTURE_FORM: usize = 40 * 1024 * 1024;
/// After how many seconds the page looks whether a picture is cropped.
const LOOK: u8 = 3;
/// The file's field.
pub(super) const FILE: &str = "picture";

/// Why a picture was not added.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NotAdded {
    /// What is wrong with the file.
    pub refusal: Option<PictureRefusal>,
    /// A rule of the shop that says no.
    pub refused: Option<ErrorCode>,
}

/// The pictures.
pub async fn show(cx: Cx, Named(product): Named<ProductId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, product, NotAdded::default()).await
}

/// Adds the picture that the form brings; the shop shows it at once.
pub async fn add(cx: Cx, Named(product): Named<ProductId>, request: Request) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let incoming = match service::studio::receive_picture(cx.shop(), cx.actor(), product).await {
        Ok(incoming) => incoming,
        Err(error) => return not_added(&cx, product, error).await,
    };
    let multipart = Multipart::from_request(request, &())
        .await
        .map_err(|_| ErrorCode::Invalid)?;
    let FileForm { form, file, .. } = file_form::read(multipart, FILE, incoming).await?;
    let shop = shop_for(&cx, &form)?;
    match service::studio::add_picture(&shop, cx.actor(), file).await {
        Ok(Ok(())) => Ok(cx.see(&format!(
            "{}?added=1",
            cx.url(&StudioPictures::new(&product.to_string()))
        ))),
        Ok(Err(refusal)) => {
            let why = NotAdded {
                refusal: Some(refusal),
                refused: None,
            };
            render(&cx, StatusCode::UNPROCESSABLE_ENTITY, product, why).await
        }
        Err(error) => not_added(&cx, product, error).await,
    }
}

async fn not_added(cx: &Cx, product: ProductId, error: service::Error) -> PageResult<Response> {
    let not_saved = NotSaved::of(error)?;
    let why = NotAdded {
        refusal: None,
        refused: not_saved.refused,
    };
    render(cx, not_saved.status(), product, why).await
}

async fn render(cx: &Cx, status: StatusCode, product: ProductId, why: NotAdded) -> PageResult<Response> {
    let pictures = service::studio::pictures(cx.shop(), cx.actor(), cx.locale(), product).await?;
    let title = cx.t(t::pictures_title(pictures.name.text.as_str()));
    let is_cropping = status == StatusCode::OK && pictures.crops.open > 0;
    let mut response = cx.page_with(status, studio_meta(title), || {
        view! { <StudioPicturesPage pictures why/> }
    });
    if let Some(next) = next_look(cx.query()).filter(|_| is_cropping) {
        let here = cx.url(&StudioPictures::new(&product.to_string()));
        if let Ok(next) = HeaderValue::from_str(&format!("{LOOK}; url={here}?{next}")) {
            // Every browser looks again by itself, without a script.
            response.headers_mut().insert("refresh", next);
        }
    }
    Ok(response)
}

/// The query with which the page is loaded again while a picture is being cropped. Twice: whoever goes on to choose a file is
/// left in peace after that.
fn next_look(query: &str) -> Option<&'static str> {
    match query {
        "cropped=1" => Some("cropped=2"),
        "cropped=2" => Some("cropped=3"),
        _ => None,
    }
}
