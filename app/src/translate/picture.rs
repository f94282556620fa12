//! Pictures of texts where they stand. The browser tests take them (`cargo xtask pictures`); a shop whose site has none does without.

use std::path::PathBuf;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::{ErrorCode, Locale};
use l10n::t;
use l10n::unit::UnitId;
use leptos::prelude::*;

use crate::account::sign_in_first;
use crate::cx::{AppState, Cx};
use crate::error::{AppError, PageResult};
use crate::routes::{Named, Route, TranslatePicture};
use crate::ui::{Html, IntoHtml, language_name};

/// The folder of the pictures in that of the built site: a folder a language, a file a text.
const FOLDER: &str = "l10n";

/// Where pictures are.
pub(super) fn routes() -> Router<AppState> {
    Router::new().route(TranslatePicture::PATTERN, get(show))
}

/// The picture of a text.
async fn show(cx: Cx, Named(unit): Named<UnitId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    service::wording::open(cx.actor())?;
    let (_, file) = file_of(&cx, &unit).ok_or(ErrorCode::NotFound)?;
    let picture = tokio::fs::read(file).await;
    let picture = picture.map_err(|_| AppError::from(ErrorCode::NotFound))?;
    let headers = [
        (header::CONTENT_TYPE, "image/webp"),
        (header::CACHE_CONTROL, "private, max-age=86400"),
    ];
    Ok((headers, picture).into_response())
}

/// The picture in the page's language, else in another one, and which: where a text stands is seen all the same. A name of a text
/// holds nothing that leads to another folder.
fn file_of(cx: &Cx, unit: &UnitId) -> Option<(Locale, PathBuf)> {
    let folder = cx.assets().folder.join(FOLDER);
    let own = [cx.locale(), cx.locale().nearest_built_in()];
    own.into_iter()
        .chain(Locale::BUILT_IN)
        .map(|language| (language, folder.join(language.folder()).join(format!("{unit}.webp"))))
        .find(|(_, file)| file.is_file())
}

/// Where a text stands, if there is a picture of it; one of a page in another language says so.
#[component]
pub(super) fn TextPicture(
    /// Name of the text.
    unit: UnitId,
) -> Html {
    let cx = Cx::here();
    file_of(&cx, &unit)
        .map(|(language, _)| view! { <Framed unit language/> })
        .into_html()
}

/// The picture.
#[component]
fn Framed(
    /// Name of the text.
    unit: UnitId,
    /// Language of the page on it.
    language: Locale,
) -> Html {
    let cx = Cx::here();
    let other = (language != cx.locale()).then(|| {
        view! {
            <figcaption class="c-small c-muted" data-testid="text-picture-language">
                {cx.tv(t::texts_picture_language(language_name(&cx, language)))}
            </figcaption>
        }
    });
    view! {
        <figure>
            <img
                class="c-texts-picture"
                src=cx.url(&TranslatePicture::new(unit.as_str()))
                alt=cx.t(t::TEXTS_PICTURE)
                width="360"
                height="240"
                loading="lazy"
                data-testid="text-picture"
            />
            {other}
        </figure>
    }
    .into_html()
}
