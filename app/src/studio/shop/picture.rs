//! A photo for the shop page, with a plain form.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::Response;
use domain::shop_page::BlockId;
use domain::{Action, ErrorCode, FieldCode, PictureRefusal};
use l10n::t;
use leptos::prelude::*;

use super::super::file_form::{self, FileForm};
use super::super::frame::{StudioFrame, may};
use super::super::menu::studio_meta;
use super::super::pictures::FILE;
use super::super::pictures_page::refusal_text;
use super::part::part_of;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::query::value_of;
use crate::routes::{StudioShop, StudioShopPart, StudioShopPictures};
use crate::ui::{ErrorSummary, FileField, Hidden, Html, IntoHtml, WrongField};

/// The form, for a part when the address names one.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    if !may(&cx, Action::EditShop) {
        return Err(ErrorCode::NotFound.into());
    }
    let part = value_of(cx.query(), PART).parse().ok().map(BlockId);
    Ok(render(&cx, StatusCode::OK, part, None))
}

/// Where the form for a part is.
pub(super) fn page_of(cx: &Cx, part: BlockId) -> String {
    format!("{}?{PART}={part}", cx.url(&StudioShopPictures::new()))
}

/// Adds the picture that the form brings; parts can show it then.
pub async fn add(cx: Cx, request: Request) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let incoming = service::studio::receive_shop_picture(cx.shop(), cx.actor()).await?;
    let multipart = Multipart::from_request(request, &())
        .await
        .map_err(|_| ErrorCode::Invalid)?;
    let FileForm { form, file, .. } = file_form::read(multipart, FILE, incoming).await?;
    let part = part_of(&form).ok();
    match service::studio::add_shop_picture(cx.shop(), cx.actor(), file).await? {
        Ok(_) => {
            let place = back(&cx, part);
            Ok(cx.see(&format!("{place}?picture=1")))
        }
        Err(refusal) => Ok(render(&cx, StatusCode::UNPROCESSABLE_ENTITY, part, Some(refusal))),
    }
}

/// The page one comes from.
fn back(cx: &Cx, part: Option<BlockId>) -> String {
    match part {
        Some(part) => cx.url(&StudioShopPart::new(&part.to_string())),
        None => cx.url(&StudioShop::new()),
    }
}

fn render(cx: &Cx, status: StatusCode, part: Option<BlockId>, refusal: Option<PictureRefusal>) -> Response {
    let title = cx.t(t::SHOPFRONT_PICTURE_ADD);
    cx.page_with(status, studio_meta(title.clone()), || {
        view! {
            <StudioFrame>
                <div class="c-bar">
                    <h1 class="c-title">{title}</h1>
                    <a class="c-button" href=back(cx, part)>{cx.t(t::SHOPFRONT_PICTURE_BACK)}</a>
                </div>
                <AddPicture part refusal/>
            </StudioFrame>
        }
    })
}

/// The file's field as the page knows it: parts have a field of the other name.
const NEW: &str = "new-picture";
/// The field, and the word of the address, that names the part one comes from.
const PART: &str = "part";

/// The form that brings a picture, from the camera or from the phone's own ones.
#[component]
fn AddPicture(
    /// The part one comes from.
    part: Option<BlockId>,
    /// Why the last one was not taken.
    refusal: Option<PictureRefusal>,
) -> Html {
    let cx = Cx::here();
    let error = refusal.map(|_| FieldCode::InvalidChoice);
    let text = refusal.map(|refusal| cx.t(refusal_text(refusal))).unwrap_or_default();
    let wrong: Vec<WrongField> = refusal
        .map(|_| WrongField {
            name: NEW.to_owned(),
            label: cx.t(t::PICTURES_FILE),
            text: text.clone(),
        })
        .into_iter()
        .collect();
    let part = part.map(|part| view! { <Hidden name=PART value=part.to_string()/> });
    view! {
        <section class="c-stack c-card">
            <ErrorSummary fields=wrong title=Some(t::FORM_FILE_REFUSED)/>
            <form
                class="c-form"
                method="post"
                enctype="multipart/form-data"
                action=cx.url(&StudioShopPictures::new())
                novalidate
                data-testid="shop-picture"
            >
                {part}
                <FileField
                    name=FILE
                    id=Some(NEW)
                    label=cx.t(t::PICTURES_FILE)
                    hint=cx.t(t::PICTURES_FILE_HINT)
                    accept="image/*"
                    error
                    error_text=text
                />
                <p class="c-actions"><button class="c-button">{cx.t(t::PICTURES_SEND)}</button></p>
            </form>
        </section>
    }
    .into_html()
}
