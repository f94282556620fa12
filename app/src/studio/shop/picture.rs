//! A photo for the shop page: in pieces where a script runs, with a plain form where none does.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::Response;
use components::{kind_name, place_name};
use domain::shop_page::{Block, BlockId, Format, Place, Slots};
use domain::{Action, Actor, ErrorCode, FieldCode, PictureRefusal, UploadState};
use l10n::t;
use leptos::prelude::*;
use service::studio::PhotoPage;

use super::super::crop::AT;
use super::super::frame::{StudioFrame, may};
use super::super::menu::studio_meta;
use super::super::pictures::FILE;
use super::super::pictures_page::{Crops, Uploads, refusal_text, upload_line};
use super::part::part_of;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::file_form::{self, FileForm};
use crate::query::value_of;
use crate::routes::{StudioShop, StudioShopPart, StudioShopPictures, StudioShopUpload, StudioShopUploads};
use crate::ui::{Choice, ErrorSummary, FileField, Hidden, Html, IntoHtml, SelectField, WrongField};

/// What was sent and not taken.
#[derive(Clone, Debug, Default)]
struct Sent {
    /// The place it was for.
    at: Option<String>,
    /// Why it was not taken.
    refusal: Option<PictureRefusal>,
}

/// The form, for a part when the address names one.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    if !may(&cx, Action::EditShop) {
        return Err(ErrorCode::NotFound.into());
    }
    let part = value_of(cx.query(), PART).parse().ok().map(BlockId);
    render(&cx, StatusCode::OK, part, Sent::default()).await
}

/// Where the form is, for a part when one is named.
pub(in super::super) fn page_of(cx: &Cx, part: Option<BlockId>) -> String {
    let page = cx.url(&StudioShopPictures::new());
    match part {
        Some(part) => format!("{page}?{PART}={part}"),
        None => page,
    }
}

/// Adds the picture that the form brings, at the place it names; parts can show it then.
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
    match service::studio::add_shop_picture(cx.shop(), cx.actor(), file, form.get(PART), form.get(AT)).await? {
        Ok(_) => Ok(cx.see(&ready(&cx, part))),
        Err(refusal) => {
            let sent = Sent {
                at: Some(form.get(AT).to_owned()),
                refusal: Some(refusal),
            };
            render(&cx, StatusCode::UNPROCESSABLE_ENTITY, part, sent).await
        }
    }
}

/// The page one comes from.
fn back(cx: &Cx, part: Option<BlockId>) -> String {
    match part {
        Some(part) => cx.url(&StudioShopPart::new(&part.to_string())),
        None => cx.url(&StudioShop::new()),
    }
}

/// The same, when the picture is there.
fn ready(cx: &Cx, part: Option<BlockId>) -> String {
    format!("{}?picture=1", back(cx, part))
}

async fn render(cx: &Cx, status: StatusCode, part: Option<BlockId>, sent: Sent) -> PageResult<Response> {
    let page = service::studio::photo_page(cx.shop(), cx.actor(), part).await?;
    let title = cx.t(t::SHOPFRONT_PICTURE_ADD);
    Ok(cx.page_with(status, studio_meta(title), || {
        view! { <AddPicturePage page sent/> }
    }))
}

/// The file's field as the page knows it: parts have a field of the other name.
const NEW: &str = "new-picture";
/// The field, and the word of the address, that names the part one comes from.
const PART: &str = "part";

fn upload_place(cx: &Cx, id: &str) -> String {
    cx.url(&StudioShopUpload::new(id))
}

/// The place that somebody's half-sent photo is for: chosen again it goes on, which it does for this place alone. Empty when it
/// is for none.
fn place_of_half_sent(page: &PhotoPage, actor: Actor) -> Option<String> {
    let here = page.part.as_ref()?.id;
    page.uploads
        .iter()
        .filter(|upload| upload.state == UploadState::Receiving && actor.user() == Some(upload.user))
        .filter_map(|upload| upload.part)
        .find(|(part, _)| *part == here)
        .map(|(_, place)| place.map(|place| place.to_string()).unwrap_or_default())
}

/// The page: the form, what is on its way, and what could not be taken.
#[component]
fn AddPicturePage(
    /// What there is.
    page: PhotoPage,
    /// What was sent.
    sent: Sent,
) -> Html {
    let cx = Cx::here();
    let part = page.part.as_ref().map(|block| block.id);
    let sent = Sent {
        at: sent.at.or_else(|| place_of_half_sent(&page, cx.actor())),
        ..sent
    };
    let here = page_of(&cx, part);
    let upload = upload_place;
    let words = cx.shop().texts().words(cx.locale(), components::texts::PLACES);
    let named = page
        .uploads
        .iter()
        .filter_map(|upload| {
            let (part, place) = upload.part?;
            let (_, kind) = page.kinds.iter().find(|(id, _)| *id == part)?;
            let name = match place {
                Some(place) => [&cx.t(kind_name(*kind)), " · ", &place_name(&words, *kind, place)].concat(),
                None => cx.t(t::SHOPFRONT_PICTURE_NOWHERE),
            };
            Some((upload.id, name))
        })
        .collect::<Vec<_>>();
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::SHOPFRONT_PICTURE_ADD)}</h1>
                <a class="c-button" href=back(&cx, part)>{cx.t(t::SHOPFRONT_PICTURE_BACK)}</a>
            </div>
            <AddPicture part=page.part sent/>
            <Crops crops=page.crops here=here.clone()/>
            <Uploads uploads=page.uploads here place=upload named/>
        </StudioFrame>
    }
    .into_html()
}

/// The places of a part that show a picture.
fn places(block: &Block) -> Vec<Place> {
    let specs = block.kind.specs().iter();
    let pictures = specs.filter(|spec| spec.format == Format::Picture);
    pictures
        .flat_map(|spec| {
            let (first, last) = match spec.slots {
                Slots::One => (0, 0),
                Slots::Items(first, last) => (first, last),
            };
            (first..=last).map(|slot| Place::of(spec.field).item(slot))
        })
        .collect()
}

/// Where the picture goes: at first the first place that has none.
#[component]
fn WhereTo(
    /// The part.
    block: Block,
    /// What was chosen.
    at: Option<String>,
) -> Html {
    let cx = Cx::here();
    let words = cx.shop().texts().words(cx.locale(), components::texts::PLACES);
    let places = places(&block);
    let free = places.iter().find(|place| block.get(**place).is_empty());
    let value = at.unwrap_or_else(|| free.map(Place::to_string).unwrap_or_default());
    let choices = places
        .iter()
        .map(|place| Choice::new(place.to_string(), place_name(&words, block.kind, *place)))
        .collect();
    let groups = vec![(String::new(), choices)];
    view! {
        <SelectField
            name=AT
            label=cx.t(t::SHOPFRONT_PICTURE_WHERE)
            hint=cx.t(t::SHOPFRONT_PICTURE_WHERE_HINT)
            value
            groups
            placeholder=cx.t(t::SHOPFRONT_PICTURE_NOWHERE)
            may_be_empty=true
        />
    }
    .into_html()
}

/// The form that brings a picture, from the camera or from the phone's own ones.
#[component]
fn AddPicture(
    /// The part one comes from.
    part: Option<Block>,
    /// What was sent and not taken.
    sent: Sent,
) -> Html {
    let cx = Cx::here();
    let refusal = sent.refusal;
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
    let id = part.as_ref().map(|block| block.id);
    let begin = cx.url(&StudioShopUploads::new());
    let line = upload_line(&cx, begin, &[PART, AT], ready(&cx, id), page_of(&cx, id));
    let part = part.map(|block| {
        view! {
            <Hidden name=PART value=block.id.to_string()/>
            <WhereTo block at=sent.at/>
        }
    });
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
                    id=Some(NEW.to_owned())
                    label=cx.t(t::PICTURES_FILE)
                    hint=cx.t(t::PICTURES_FILE_HINT)
                    accept="image/*"
                    error
                    error_text=text
                />
                {islands::upload_island(line)}
                <p class="c-actions"><button class="c-button">{cx.t(t::PICTURES_SEND)}</button></p>
            </form>
        </section>
    }
    .into_html()
}
