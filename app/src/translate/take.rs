//! `/translate/take`: what is approved and not in the files yet, as a patch and as files to save.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::ErrorCode;
use l10n::t;
use leptos::prelude::*;
use service::wording::{self, Taken};

use super::frame::{TranslateFrame, translate_meta};
use super::words::UnitName;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::query::{value_of, with_query};
use crate::routes::TranslateTake;
use crate::ui::{Html, IntoHtml};

/// The kind of a file of texts.
const TEXT: &str = "text/plain; charset=utf-8";
/// Names the patch among the files.
const PATCH: &str = "patch";
/// Names all of them as one.
const BUNDLE: &str = "bundle";

/// The list, or one of the files.
pub(super) async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let taken = wording::take(cx.shop(), cx.actor()).await?;
    let wanted = value_of(cx.query(), "file");
    match wanted.as_str() {
        "" => Ok(cx.page(translate_meta(cx.t(t::TRANSLATE_TAKE_TITLE)), || {
            view! { <TakePage taken/> }
        })),
        PATCH if !taken.mail.is_empty() => Ok(file("texts.patch", TEXT, taken.mail.into_bytes())),
        BUNDLE if !taken.files.is_empty() => Ok(file("texts.zip", "application/zip", wording::bundle(&taken)?)),
        path => {
            let text = taken.files.get(path).ok_or(ErrorCode::NotFound)?;
            let name = path.rsplit('/').next().unwrap_or(path);
            Ok(file(name, TEXT, text.clone().into_bytes()))
        }
    }
}

/// A file to save, of this kind.
fn file(name: &str, kind: &'static str, content: Vec<u8>) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(place) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, place);
    }
    (headers, content).into_response()
}

/// What can be saved.
#[component]
fn TakePage(
    /// What is approved.
    taken: Taken,
) -> Html {
    let cx = Cx::here();
    let url = |file: &str| with_query(cx.url(&TranslateTake::new()), &[("file", file)]);
    let content = if taken.count == 0 && taken.files.is_empty() {
        view! { <p class="c-empty">{cx.t(t::TRANSLATE_TAKE_NONE)}</p> }.into_html()
    } else {
        let patch = (!taken.mail.is_empty()).then(|| {
            view! {
                <p>
                    <a class="c-button c-button--primary" href=url(PATCH) data-plain="" data-testid="patch">
                        {cx.t(t::TRANSLATE_TAKE_PATCH)}
                    </a>
                </p>
            }
        });
        let bundle = (!taken.files.is_empty()).then(|| {
            view! {
                <p>
                    <a class="c-button" href=url(BUNDLE) data-plain="" data-testid="bundle">
                        {cx.t(t::TRANSLATE_TAKE_BUNDLE)}
                    </a>
                </p>
            }
        });
        let files = taken
            .files
            .keys()
            .map(|path| {
                view! { <li><a class="c-link" href=url(path) data-plain=""><UnitName name=path.clone()/></a></li> }
            })
            .collect_view();
        let left = (!taken.left.is_empty()).then(|| {
            let units = taken
                .left
                .iter()
                .map(|unit| view! { <li><UnitName name=unit.to_string()/></li> })
                .collect_view();
            view! {
                <div class="c-notice c-notice--warn">
                    <strong>{cx.t(t::TRANSLATE_TAKE_LEFT)}</strong>
                    <ul>{units}</ul>
                </div>
            }
        });
        // Words and answered questions are no texts that were approved.
        let lead = (taken.count > 0).then(|| {
            view! { <p data-testid="take-count">{cx.tv(t::translate_take_count(taken.count))}</p> }
        });
        view! {
            <section class="c-card c-stack">
                {lead}
                {patch}
                {bundle}
                <ul>{files}</ul>
                <p class="c-muted">{cx.t(t::TRANSLATE_TAKE_COMMAND)}" "<UnitName name="bazar l10n take"/></p>
            </section>
            {left}
        }
        .into_html()
    };
    view! {
        <TranslateFrame title=cx.t(t::TRANSLATE_TAKE_TITLE)>
            <p class="c-lead">{cx.t(t::TRANSLATE_TAKE_LEAD)}</p>
            {content}
        </TranslateFrame>
    }
    .into_html()
}
