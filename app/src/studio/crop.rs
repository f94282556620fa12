//! Keeping a part of a picture: of a product, or of a part of the shop page. The same page does both.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use components::{CropView, kind_name, place_name};
use domain::shop_page::{BlockId, Place as PartPlace};
use domain::{CropKeep, CropRefusal, CropShape, ErrorCode, WIDEST_PICTURE};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::Picture;
use service::studio::{CropForm, CropSource};

use super::frame::StudioFrame;
use super::menu::studio_meta;
use super::picture::place_of;
use super::shop::cropping::{self, LOOK};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::query::value_of;
use crate::routes::{
    Named, StudioPictureCrop, StudioPictureOriginal, StudioPictures, StudioShopCrop, StudioShopOriginal, StudioShopPart,
};
use crate::ui::{ErrorSummary, Hidden, Html, IntoHtml, RefusedNotice, WrongField};

/// Language, product, picture.
type Place = Path<(String, String, String)>;

/// The word of the address, and the field, that names the place of a part.
pub(super) const AT: &str = "at";

/// The field that names the picture the form was made for.
const SEEN: &str = "seen";
/// The button that has all of what was sent kept again.
const WHOLE: &str = "whole";

/// What the page shows.
struct Cropped {
    /// Its heading.
    title: String,
    /// The page one comes from, and what it is called.
    back: (String, String),
    /// Where the form goes.
    action: String,
    /// The place of a part.
    at: Option<String>,
    picture: Picture,
    /// What it is cropped from.
    source: CropSource,
    /// Where that is to be seen.
    src: String,
    alt: String,
}

/// Where what a picture is cropped from is to be seen: the picture itself, unless it is a part of what was sent.
fn src_of(picture: &Picture, source: CropSource, original: impl FnOnce() -> String) -> String {
    if source.is_cropped() {
        original()
    } else {
        picture.url(WIDEST_PICTURE, "jpg")
    }
}

/// What was sent, and why it was not taken.
#[derive(Default)]
struct Sent {
    form: CropForm,
    refusal: Option<CropRefusal>,
    refused: Option<ErrorCode>,
}

fn read(form: &Form) -> CropForm {
    let value = |name: &str| form.get(name).to_owned();
    CropForm {
        shape: value("shape"),
        keep: value("keep"),
        x: value("x"),
        y: value("y"),
        width: value("width"),
        height: value("height"),
        whole: value(WHOLE),
        seen: value(SEEN),
    }
}

/// A product's picture.
pub async fn show(cx: Cx, place: Place) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let cropped = of_product(&cx, place).await?;
    Ok(render(&cx, StatusCode::OK, cropped, Sent::default()))
}

/// Asks for a part of it.
pub async fn ask(cx: Cx, place: Place, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (product, picture) = place_of(Path(place.0.clone()))?;
    let (sent, shop) = (read(&form), shop_for(&cx, &form)?);
    match service::studio::crop_picture(&shop, cx.actor(), product, picture, &sent).await {
        Ok(Ok(())) => {
            let all = cx.url(&StudioPictures::new(&product.to_string()));
            Ok(cx.see(&format!("{all}?cropped=1")))
        }
        // The page of this picture is gone with it.
        Ok(Err(CropRefusal::Replaced)) => {
            let all = cx.url(&StudioPictures::new(&product.to_string()));
            Ok(cx.see(&format!("{all}?replaced=1")))
        }
        Ok(Err(refusal)) => {
            let cropped = of_product(&cx, place).await?;
            Ok(render_refused(&cx, cropped, sent, refusal))
        }
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            let cropped = of_product(&cx, place).await?;
            Ok(render_not_saved(&cx, cropped, sent, &not_saved))
        }
    }
}

/// A picture of a part of the shop page.
pub async fn show_part(cx: Cx, Named(part): Named<BlockId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (at, look) = (value_of(cx.query(), AT), value_of(cx.query(), LOOK));
    if !look.is_empty() {
        return cropping::wait(&cx, part, &at, &look).await;
    }
    let cropped = of_part(&cx, part, &at).await?;
    Ok(render(&cx, StatusCode::OK, cropped, Sent::default()))
}

/// Asks for a part of it.
pub async fn ask_part(cx: Cx, Named(part): Named<BlockId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (at, sent, shop) = (form.get(AT), read(&form), shop_for(&cx, &form)?);
    match service::studio::crop_shop_picture(&shop, cx.actor(), part, at, &sent).await {
        Ok(Ok(())) => Ok(cx.see(&cropping::page_of(&cx, part, at))),
        Ok(Err(refusal)) => {
            let cropped = of_part(&cx, part, at).await?;
            Ok(render_refused(&cx, cropped, sent, refusal))
        }
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            let cropped = of_part(&cx, part, at).await?;
            Ok(render_not_saved(&cx, cropped, sent, &not_saved))
        }
    }
}

/// The address of the page that crops the picture at a place of a part.
pub(super) fn page_of(cx: &Cx, part: BlockId, place: PartPlace) -> String {
    format!("{}?{AT}={place}", cx.url(&StudioShopCrop::new(&part.to_string())))
}

/// The page again, with why the picture cannot be cropped so.
fn render_refused(cx: &Cx, cropped: Cropped, form: CropForm, refusal: CropRefusal) -> Response {
    let sent = Sent {
        form,
        refusal: Some(refusal),
        refused: None,
    };
    render(cx, StatusCode::UNPROCESSABLE_ENTITY, cropped, sent)
}

/// The page again, with why nothing was noted.
fn render_not_saved(cx: &Cx, cropped: Cropped, form: CropForm, not_saved: &NotSaved) -> Response {
    let sent = Sent {
        form,
        refusal: None,
        refused: not_saved.refused,
    };
    render(cx, not_saved.status(), cropped, sent)
}

/// The frame that was drawn, if it was drawn on this picture.
fn frame_of(form: &CropForm, picture: &Picture) -> Option<[u16; 4]> {
    if form.seen != picture.key {
        return None;
    }
    let side = |side: &str| side.parse::<u16>().ok();
    Some([side(&form.x)?, side(&form.y)?, side(&form.width)?, side(&form.height)?])
}

async fn of_product(cx: &Cx, place: Place) -> PageResult<Cropped> {
    let (product, id) = place_of(place)?;
    let found = service::studio::picture(cx.shop(), cx.actor(), cx.locale(), product, id).await?;
    let number = format::number(cx.locale(), i64::try_from(found.place).unwrap_or(i64::MAX));
    let (product, id) = (product.to_string(), id.to_string());
    let source = found.source_picture;
    let original = || cx.url(&StudioPictureOriginal::new(&product, &id));
    Ok(Cropped {
        src: src_of(&found.picture, source, original),
        source,
        title: cx.t(t::pictures_crop_place(number.clone())),
        back: (cx.url(&StudioPictures::new(&product)), cx.t(t::PICTURES_ALL)),
        action: cx.url(&StudioPictureCrop::new(&product, &id)),
        at: None,
        alt: cx.t(t::pictures_picture_title(number, found.name.text.as_str())),
        picture: found.picture,
    })
}

async fn of_part(cx: &Cx, part: BlockId, at: &str) -> PageResult<Cropped> {
    let found = service::studio::shop_crop(cx.shop(), cx.actor(), part, at).await?;
    let words = cx.shop().texts().words(cx.locale(), components::texts::PLACES);
    let back = cx.url(&StudioShopPart::new(&part.to_string()));
    let original = || {
        let place = cx.url(&StudioShopOriginal::new(&part.to_string()));
        format!("{place}?{AT}={}", found.place)
    };
    Ok(Cropped {
        src: src_of(&found.picture, found.source, original),
        source: found.source,
        title: cx.t(t::PICTURES_CROP),
        back: (back, cx.t(t::SHOPFRONT_PICTURE_BACK)),
        action: cx.url(&StudioShopCrop::new(&part.to_string())),
        at: Some(found.place.to_string()),
        alt: format!(
            "{}: {}",
            cx.t(kind_name(found.block.kind)),
            place_name(&words, found.block.kind, found.place)
        ),
        picture: found.picture,
    })
}

fn render(cx: &Cx, status: StatusCode, cropped: Cropped, sent: Sent) -> Response {
    let title = cropped.title.clone();
    cx.page_with(status, studio_meta(title), || {
        view! { <CropPage cropped sent/> }
    })
}

/// The picture and what is to be kept of it.
#[component]
fn CropPage(
    /// The picture.
    cropped: Cropped,
    /// What was sent.
    sent: Sent,
) -> Html {
    let cx = Cx::here();
    let error = sent
        .refusal
        .map(|refusal| cx.t(refusal_text(refusal)))
        .unwrap_or_default();
    let wrong: Vec<WrongField> = sent
        .refusal
        .map(|_| WrongField {
            name: "shape".to_owned(),
            label: cx.t(t::PICTURES_CROP_SHAPE),
            text: error.clone(),
        })
        .into_iter()
        .collect();
    let named = |text: Text| cx.t(text);
    let seen = cropped.picture.key.clone();
    let source = cropped.source;
    let shown = source.is_cropped().then(|| source.frame.thousandths());
    let frame = frame_of(&sent.form, &cropped.picture).or(shown);
    let field = CropView {
        size: source.size,
        src: cropped.src,
        alt: cropped.alt,
        // Nobody can draw without a script.
        shape: CropShape::parse(&sent.form.shape).unwrap_or(CropShape::Square),
        drawn: CropShape::parse(&sent.form.shape).unwrap_or(CropShape::Free),
        frame,
        keep: CropKeep::parse(&sent.form.keep).unwrap_or(CropKeep::Middle),
        shapes: CropShape::ALL.map(|shape| (shape, named(shape_text(shape)))).to_vec(),
        keeps: CropKeep::ALL.map(|keep| (keep, named(keep_text(keep)))).to_vec(),
        shape_label: named(t::PICTURES_CROP_SHAPE),
        keep_label: named(t::PICTURES_CROP_KEEP),
        frame_label: named(t::PICTURES_CROP_FRAME),
        hint: named(t::PICTURES_CROP_HINT),
        kept: named(t::PICTURES_CROP_KEPT),
        error,
    };
    let (back, back_to) = cropped.back;
    let at = cropped.at.map(|at| view! { <Hidden name=AT value=at/> });
    let as_sent = source
        .is_cropped()
        .then(|| view! { <p class="c-notice" data-testid="as-sent">{cx.t(t::PICTURES_CROP_AS_SENT)}</p> });
    // Behind the one that crops: it is what Enter does.
    let whole = source.is_cropped().then(|| {
        view! { <button class="c-button" name=WHOLE value="1" data-testid="crop-whole">{cx.t(t::PICTURES_CROP_WHOLE)}</button> }
    });
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cropped.title}</h1>
                <a class="c-button" href=back>{back_to}</a>
            </div>
            <RefusedNotice code=sent.refused/>
            <ErrorSummary fields=wrong/>
            <form class="c-form" method="post" action=cropped.action novalidate data-testid="crop-form">
                <FormKey/>
                {at}
                <Hidden name=SEEN value=seen/>
                {as_sent}
                {islands::crop_island(field)}
                <p class="c-muted">{cx.t(t::PICTURES_CROP_NOTE)}</p>
                <p class="c-actions">
                    <button class="c-button c-button--primary">{cx.t(t::PICTURES_CROP_SEND)}</button>
                    {whole}
                </p>
            </form>
        </StudioFrame>
    }
    .into_html()
}

const fn shape_text(shape: CropShape) -> Text {
    match shape {
        CropShape::Free => t::PICTURES_CROP_FREE,
        CropShape::Square => t::PICTURES_CROP_SQUARE,
        CropShape::Landscape => t::PICTURES_CROP_LANDSCAPE,
        CropShape::Portrait => t::PICTURES_CROP_PORTRAIT,
        CropShape::Wide => t::PICTURES_CROP_WIDE,
    }
}

const fn keep_text(keep: CropKeep) -> Text {
    match keep {
        CropKeep::First => t::PICTURES_CROP_FIRST,
        CropKeep::Middle => t::PICTURES_CROP_MIDDLE,
        CropKeep::Last => t::PICTURES_CROP_LAST,
    }
}

/// Why it is not cropped so, and what to do.
const fn refusal_text(refusal: CropRefusal) -> Text {
    match refusal {
        CropRefusal::Nothing => t::PICTURES_CROP_NOTHING,
        CropRefusal::Same => t::PICTURES_CROP_SAME,
        CropRefusal::TooSmall => t::PICTURES_CROP_TOO_SMALL,
        CropRefusal::Outside => t::PICTURES_CROP_OUTSIDE,
        CropRefusal::Already => t::PICTURES_CROP_ALREADY,
        CropRefusal::Replaced => t::PICTURES_CROP_REPLACED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_that_was_not_taken_stays_on_its_picture_alone() {
        let picture = |key: &str| Picture {
            key: key.to_owned(),
            width: 400,
            height: 300,
        };
        let drawn = |width: &str| CropForm {
            x: "10".to_owned(),
            y: "20".to_owned(),
            width: width.to_owned(),
            height: "700".to_owned(),
            seen: "this".to_owned(),
            ..CropForm::default()
        };
        assert_eq!(frame_of(&drawn("600"), &picture("this")), Some([10, 20, 600, 700]));
        assert_eq!(frame_of(&drawn("600"), &picture("another")), None);
        assert_eq!(frame_of(&drawn(""), &picture("this")), None);
    }
}
