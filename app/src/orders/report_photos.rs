//! Photos with a report that goods came damaged: its buyer adds them and takes them away while it waits, and those who may see them
//! get them here.

use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::{DamageReportId, ErrorCode, FieldCode, MAX_REPORT_PHOTOS, OrderCode, ReportPhotoId};
use l10n::{Text, t};
use leptos::prelude::*;
use service::orders::{self, OrderAccess, ReportView};
use service::pictures::PhotoSize;

use super::page::NotDone;
use super::{access, cookie, page};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::file_form::{self, FileForm};
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::photo_refused::NotAdded;
use crate::query::value_of;
use crate::routes::{Named, Order, OrderReportPhotos, ReportPhoto, Segment};
use crate::ui::{ErrorSummary, FileField, Hidden, Html, IntoHtml, PhotoList, WrongField};

/// The file's field.
const FILE: &str = "picture";
/// Names the report: in the address of a form that brings a file, since it is asked for before the file comes.
const REPORT: &str = "report";
/// Names the photo that is to go.
const PHOTO: &str = "photo";

/// A photo. It is nobody's but theirs who may see it: nothing between the shop and the browser keeps it, nor does that.
pub async fn show(cx: Cx, Named(photo): Named<ReportPhotoId>) -> PageResult<Response> {
    let size = if value_of(cx.query(), "size") == "small" {
        PhotoSize::Small
    } else {
        PhotoSize::Large
    };
    let bytes = orders::report_photo(cx.shop(), cx.actor(), cookie(&cx), photo, size).await?;
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
        (header::CONTENT_DISPOSITION, "inline"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

/// The report that was meant, and what came of it: a word of the address afterwards, or why nothing did.
type Done = (DamageReportId, Result<&'static str, NotAdded>);

/// Adds the photo that the form brings, or takes the one away that it names.
pub async fn change(cx: Cx, Named(code): Named<OrderCode>, request: Request) -> PageResult<Response> {
    let access = access(&cx, &code).ok_or(ErrorCode::NotFound)?;
    let kind = request.headers().get(header::CONTENT_TYPE);
    let has_file = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    let (report, done) = if has_file {
        add(&cx, &access, request).await?
    } else {
        remove(&cx, &access, &Form::from_request(request, &()).await?).await?
    };
    let order = code.to_string();
    match done {
        Ok(word) => Ok(cx.see(&format!("{}?{word}={report}#notice", cx.url(&Order::new(&order))))),
        Err(why) => {
            let not_done = NotDone {
                photo: Some((report, why)),
                ..NotDone::default()
            };
            page::render(&cx.standing_at(&Order::new(&order)), why.status(), &access, not_done).await
        }
    }
}

async fn add(cx: &Cx, access: &OrderAccess, request: Request) -> PageResult<Done> {
    let report: DamageReportId = Segment::parse(&value_of(cx.query(), REPORT)).ok_or(ErrorCode::NotFound)?;
    let incoming = match orders::receive_report_photo(cx.shop(), cx.network(), access, report).await {
        Ok(incoming) => incoming,
        Err(error) => return Ok((report, Err(NotAdded::of(error)?))),
    };
    let multipart = Multipart::from_request(request, &())
        .await
        .map_err(|_| ErrorCode::Invalid)?;
    let FileForm { form, file, .. } = file_form::read(multipart, FILE, incoming).await?;
    let shop = shop_for(cx, &form)?;
    let done = match orders::add_report_photo(&shop, file).await {
        Ok(Ok(())) => Ok("photo"),
        Ok(Err(refusal)) => Err(NotAdded::File(refusal)),
        Err(error) => Err(NotAdded::of(error)?),
    };
    Ok((report, done))
}

async fn remove(cx: &Cx, access: &OrderAccess, form: &Form) -> PageResult<Done> {
    let report: DamageReportId = Segment::parse(form.get(REPORT)).ok_or(ErrorCode::NotFound)?;
    let photo: ReportPhotoId = Segment::parse(form.get(PHOTO)).ok_or(ErrorCode::NotFound)?;
    let shop = shop_for(cx, form)?;
    let done = match orders::remove_report_photo(&shop, access, report, photo).await {
        Ok(()) => Ok("photo-gone"),
        Err(error) => Err(NotAdded::of(error)?),
    };
    Ok((report, done))
}

/// Why a photo is not there, in words.
const fn why_text(why: NotAdded) -> Text {
    match why {
        NotAdded::Closed => t::RETURNS_PHOTOS_OVER,
        other => other.text(),
    }
}

/// Why a photo is not there, where the page has no field for it.
#[component]
pub(super) fn PhotoRefused(
    /// Why not.
    why: NotAdded,
) -> Html {
    let cx = Cx::here();
    view! {
        <div
            class="c-notice c-notice--error"
            id="notice"
            role="alert"
            tabindex="-1"
            autofocus=true
            data-testid="photo-refused"
        >
            <p>{cx.t(why_text(why))}</p>
        </div>
    }
    .into_html()
}

/// The photos of a report.
#[component]
pub(super) fn ReportPhotos(
    /// The photos.
    photos: Vec<ReportPhotoId>,
) -> Html {
    let cx = Cx::here();
    let photos: Vec<(String, Html)> = photos
        .into_iter()
        .zip(1_i64..)
        .map(|(photo, number)| {
            let large = cx.url(&ReportPhoto::new(&photo.to_string()));
            let small = format!("{large}?size=small");
            let alt = cx.t(t::returns_photo(number));
            let small = view! { <img src=small alt=alt width="80" height="80" loading="lazy"/> };
            (large, small.into_html())
        })
        .collect();
    view! { <PhotoList photos testid="report-photos"/> }.into_html()
}

/// The forms of a report that waits: one for another photo, and one to take each away.
#[component]
pub(super) fn ReportPhotoForms(
    /// The order's code.
    code: OrderCode,
    /// The report.
    report: ReportView,
    /// Why a photo of it is not there.
    #[prop(default = None)]
    why: Option<NotAdded>,
) -> Html {
    let cx = Cx::here();
    let id = report.id;
    let action = cx.url(&OrderReportPhotos::new(&code.to_string()));
    let done = [
        ("photo", t::REVIEWS_PHOTO_ADDED),
        ("photo-gone", t::REVIEWS_PHOTO_REMOVED),
    ]
    .into_iter()
    .find(|(word, _)| cx.query() == format!("{word}={id}"))
    .map(|(_, text)| {
        view! {
            <p class="c-notice c-notice--good" id="notice" role="status" data-testid="photo-done">{cx.t(text)}</p>
        }
    });
    let is_full = report.photos.len() >= MAX_REPORT_PHOTOS;
    let removes = report
        .photos
        .into_iter()
        .zip(1_i64..)
        .map(|(photo, number)| {
            view! {
                <form method="post" action=action.clone() data-testid="remove-report-photo">
                    <FormKey/>
                    <Hidden name=REPORT value=id.to_string()/>
                    <Hidden name=PHOTO value=photo.to_string()/>
                    <button class="c-button c-button--quiet">{cx.t(t::reviews_photo_remove_named(number))}</button>
                </form>
            }
        })
        .collect_view();
    let add = if is_full {
        let refused = why.map(|why| view! { <PhotoRefused why/> });
        view! {
            {refused}
            <p class="c-muted" data-testid="report-photos-full">{cx.t(t::REVIEWS_PHOTOS_FULL)}</p>
        }
        .into_html()
    } else {
        let error_text = why.map(|why| cx.t(why_text(why))).unwrap_or_default();
        let field = format!("{FILE}-{id}");
        let wrong: Vec<WrongField> = why
            .map(|_| WrongField {
                name: field.clone(),
                label: cx.t(t::REVIEWS_PHOTO_FILE),
                text: error_text.clone(),
            })
            .into_iter()
            .collect();
        view! {
            <p class="c-muted">{cx.t(t::RETURNS_PHOTOS_TEXT)}</p>
            <ErrorSummary fields=wrong/>
            <form
                class="c-form"
                method="post"
                enctype="multipart/form-data"
                action=format!("{action}?{REPORT}={id}")
                novalidate
                data-testid="report-photo-form"
            >
                <FormKey/>
                <FileField
                    name=FILE
                    id=Some(field)
                    label=cx.t(t::REVIEWS_PHOTO_FILE)
                    hint=""
                    accept="image/*"
                    error=why.map(|_| FieldCode::InvalidChoice)
                    error_text
                />
                <p><button class="c-button">{cx.t(t::REVIEWS_PHOTO_ADD)}</button></p>
            </form>
        }
        .into_html()
    };
    view! {
        <div class="c-stack">
            {done}
            {removes}
            {add}
        </div>
    }
    .into_html()
}
