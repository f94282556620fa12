//! One picture of a product: what there is to see in three languages, moving it, and taking it away.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, Locale, MediaId, PictureMove, ProductId};
use l10n::{format, t};
use leptos::prelude::*;
use service::studio::{PictureForm, PicturePage as Picture};

use super::frame::{Draft, EditorNotice, StudioFrame};
use super::menu::studio_meta;
use super::texts::{Edited, LanguageFields, Length, field_label, sent_right, sent_texts};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::routes::{Segment, StudioPicture, StudioPictures};
use crate::ui::{ErrorSummary, Hidden, Html, IntoHtml, Shape, ShopPicture, WrongField, error_text, language_name};

/// Language, product, picture.
type Place = Path<(String, String, String)>;

pub(super) fn place_of(Path((_, product, picture)): Place) -> Result<(ProductId, MediaId), ErrorCode> {
    let product = ProductId::parse(&product).ok_or(ErrorCode::NotFound)?;
    let picture = MediaId::parse(&picture).ok_or(ErrorCode::NotFound)?;
    Ok((product, picture))
}

/// The picture.
pub async fn show(cx: Cx, place: Place) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (product, picture) = place_of(place)?;
    render(&cx, StatusCode::OK, product, picture, PictureForm::default(), None).await
}

/// Does with the picture what the form's `command` says.
pub async fn change(cx: Cx, place: Place, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (product, picture) = place_of(place)?;
    let sent = PictureForm {
        command: form.get("command").to_owned(),
        version: form.get("version").to_owned(),
        descriptions: sent_texts(&form, "alt-"),
        right: sent_right(&form),
    };
    let shop = shop_for(&cx, &form)?;
    match service::studio::change_picture(&shop, cx.actor(), product, picture, &sent).await {
        Ok(()) => {
            let all = cx.url(&StudioPictures::new(&product.to_string()));
            Ok(cx.see(&match sent.command.as_str() {
                "remove" => format!("{all}?removed=1"),
                command if PictureMove::parse(command).is_some() => {
                    format!("{all}?moved=1#{}", super::pictures_page::anchor(picture))
                }
                _ => format!(
                    "{}?saved=1",
                    cx.url(&StudioPicture::new(&product.to_string(), &picture.to_string()))
                ),
            }))
        }
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            let (status, code) = (not_saved.status(), not_saved.refused);
            match render(&cx, status, product, picture, sent, Some(not_saved)).await {
                // It is gone, and so is its page; why the form was refused can still be said.
                Err(error) if error.code == ErrorCode::NotFound => Err(code.unwrap_or(ErrorCode::NotFound).into()),
                answer => answer,
            }
        }
    }
}

async fn render(
    cx: &Cx,
    status: StatusCode,
    product: ProductId,
    picture: MediaId,
    typed: PictureForm,
    not_saved: Option<NotSaved>,
) -> PageResult<Response> {
    let picture = service::studio::picture(cx.shop(), cx.actor(), cx.locale(), product, picture).await?;
    let place = format::number(cx.locale(), i64::try_from(picture.place).unwrap_or(i64::MAX));
    let title = cx.t(t::pictures_picture_title(place, picture.name.text.as_str()));
    Ok(cx.page_with(status, studio_meta(title), || {
        view! { <StudioPicturePage picture typed not_saved/> }
    }))
}

/// One picture.
#[component]
fn StudioPicturePage(
    /// What is saved.
    picture: Picture,
    /// What was typed, when it could not be saved.
    typed: PictureForm,
    /// Why it was not saved.
    not_saved: Option<NotSaved>,
) -> Html {
    let cx = Cx::here();
    let errors = not_saved.clone().unwrap_or_default().errors;
    let is_refused = not_saved.is_some();
    let is_conflict = not_saved.as_ref().is_some_and(NotSaved::is_conflict);
    let wrong = errors
        .iter()
        .map(|(name, code)| {
            let lang = name.rsplit_once('-').and_then(|(_, lang)| Locale::from_code(lang));
            WrongField {
                name: name.to_string(),
                label: lang.map_or_else(|| cx.t(t::PICTURES_ALT), |lang| field_label(&cx, t::PICTURES_ALT, lang)),
                text: error_text(&cx, code),
            }
        })
        .collect();
    let (product, id) = (picture.product.to_string(), picture.id.to_string());
    let action = cx.url(&StudioPicture::new(&product, &id));
    let place = format::number(cx.locale(), i64::try_from(picture.place).unwrap_or(i64::MAX));
    let words = Edited {
        name: "alt",
        label: t::PICTURES_ALT,
        hint: None,
        length: Length::Line,
        saved: picture.descriptions,
        typed: typed.descriptions,
        right: typed.right,
        required: None,
    };
    let remove = match (picture.is_public, picture.waits) {
        (true, true) => t::CONFIRMATION_PICTURE_REMOVE,
        (true, false) => t::PICTURES_REMOVE_TEXT,
        (false, _) => t::PICTURES_REMOVE_DRAFT,
    };
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.tv(t::pictures_picture_title(place, picture.name.text.as_str()))}</h1>
                <a class="c-button" href=cx.url(&StudioPictures::new(&product))>{cx.t(t::PICTURES_ALL)}</a>
            </div>
            <EditorNotice not_saved is_draft=!picture.is_public waits=picture.waits/>
            <ErrorSummary fields=wrong/>
            <div class="c-card"><ShopPicture picture=picture.picture shape=Shape::Cover/></div>
            <form class="c-form" method="post" action=action.clone() novalidate data-testid="picture-words">
                <FormKey/>
                <input type="hidden" name="command" value="describe"/>
                <Hidden name="version" value=picture.version.to_string()/>
                <p class="c-muted">{cx.t(t::PICTURES_ALT_HINT)}</p>
                <p class="c-muted">{cx.tv(t::studio_source_note(language_name(&cx, picture.source)))}</p>
                <LanguageFields edited=words errors is_conflict/>
                <div class="c-save">
                    <Draft form=format!("picture-{product}-{id}") is_refused/>
                    <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::BUTTON_SAVE)}</button></p>
                </div>
            </form>
            <details class="c-card">
                <summary>{cx.t(t::PICTURES_REMOVE)}</summary>
                <form class="c-form" method="post" action=action data-testid="picture-remove">
                    <FormKey/>
                    <input type="hidden" name="command" value="remove"/>
                    <p>{cx.t(remove)}</p>
                    <button class="c-button c-button--danger">{cx.t(t::PICTURES_REMOVE_CONFIRM)}</button>
                </form>
            </details>
        </StudioFrame>
    }
    .into_html()
}
