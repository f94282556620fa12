//! How an application stands, for whoever wrote it; while it waits, papers can be added.

use axum::extract::{FromRequest, Multipart, Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use domain::{ApplicationState, DocumentRefusal, ErrorCode};
use l10n::{Text, t};
use leptos::prelude::*;
use service::applications::{self, ApplicationStanding};

use crate::cx::Cx;
use crate::error::PageResult;
use crate::form_key::{FormKey, shop_for};
use crate::page::Meta;
use crate::routes::{Application, Apply, SignIn};
use crate::studio::file_form::{self, FileForm};
use crate::ui::{ErrorSummary, FileField, Html, IntoHtml, Moment, ShownName, WrongField};

/// The file's field.
const FILE: &str = "document";

/// The page.
pub async fn show(cx: Cx, Path((_, address)): Path<(String, String)>) -> PageResult<Response> {
    render(&cx, StatusCode::OK, &address, None).await
}

/// Adds the paper that the form brings.
pub async fn add(cx: Cx, Path((_, address)): Path<(String, String)>, request: Request) -> PageResult<Response> {
    let incoming = applications::receive_document(cx.shop(), &address).await?;
    let multipart = Multipart::from_request(request, &())
        .await
        .map_err(|_| ErrorCode::Invalid)?;
    let FileForm { form, file, file_name } = file_form::read(multipart, FILE, incoming).await?;
    let shop = shop_for(&cx, &form)?;
    match applications::add_document(&shop, file, &file_name).await? {
        Ok(()) => Ok(cx.see(&format!("{}?added=1", cx.url(&Application::new(&address))))),
        Err(refusal) => render(&cx, StatusCode::UNPROCESSABLE_ENTITY, &address, Some(refusal)).await,
    }
}

async fn render(cx: &Cx, status: StatusCode, address: &str, why: Option<DocumentRefusal>) -> PageResult<Response> {
    let standing = applications::standing(cx.shop(), address).await?;
    let action = cx.url(&Application::new(address));
    Ok(cx.page_with(status, Meta::private(cx.t(t::APPLICATION_YOURS)), || {
        view! { <StandingPage standing action why/> }
    }))
}

/// Why a file is no document, in words.
const fn refusal_text(refusal: DocumentRefusal) -> Text {
    match refusal {
        DocumentRefusal::Missing => t::APPLICATION_DOCUMENT_MISSING,
        DocumentRefusal::TooLarge => t::APPLICATION_DOCUMENT_TOO_LARGE,
        DocumentRefusal::OtherKind => t::APPLICATION_DOCUMENT_OTHER_KIND,
        DocumentRefusal::Broken => t::APPLICATION_DOCUMENT_BROKEN,
    }
}

/// How far the Centre is.
#[component]
fn StandingPage(
    /// How far.
    standing: ApplicationStanding,
    /// Where the form goes.
    action: String,
    /// Why a file was not taken.
    why: Option<DocumentRefusal>,
) -> Html {
    let cx = Cx::here();
    let done = match (cx.query(), why) {
        ("sent=1", None) if standing.state == ApplicationState::Waiting => Some(t::APPLICATION_SENT),
        ("added=1", None) => Some(t::APPLICATION_DOCUMENT_ADDED),
        _ => None,
    };
    let done = done.map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let wrong: Vec<WrongField> = why
        .map(|refusal| WrongField {
            name: FILE.to_owned(),
            label: cx.t(t::APPLICATION_DOCUMENT_FILE),
            text: cx.t(refusal_text(refusal)),
        })
        .into_iter()
        .collect();
    let (class, text, link) = match standing.state {
        ApplicationState::Waiting => ("c-notice", t::APPLICATION_WAITS, None),
        ApplicationState::Admitted => (
            "c-notice c-notice--good",
            t::APPLICATION_ADMITTED,
            Some((cx.url(&SignIn::new()), t::APPLICATION_SIGN_IN)),
        ),
        ApplicationState::Refused => (
            "c-notice c-notice--warn",
            t::APPLICATION_REFUSED,
            Some((cx.url(&Apply::new()), t::APPLICATION_AGAIN)),
        ),
    };
    let reason = (!standing.reason.is_empty()).then(|| view! { <p dir="auto">{standing.reason.clone()}</p> });
    let link = link.map(|(url, text)| view! { <p><a class="c-button" href=url>{cx.t(text)}</a></p> });
    let names: Vec<String> = standing.documents.into_iter().map(|document| document.name).collect();
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::APPLICATION_YOURS)}</h1>
            {done}
            <ErrorSummary fields=wrong/>
            <section class="c-card c-stack">
                <h2 class="c-card__title"><ShownName shown=standing.name/></h2>
                <p class="c-muted">{cx.t(t::APPLICATION_SENT_AT)}" "<Moment at=standing.sent_at/></p>
                <div class=class data-testid="application-state" data-state=standing.state.as_str()>
                    <p>{cx.t(text)}</p>
                    {reason}
                </div>
                {link}
            </section>
            <Documents names action takes=standing.takes_documents why/>
        </div>
    }
    .into_html()
}

/// The papers that came with it, and the form for another one.
#[component]
fn Documents(
    /// What they are called.
    names: Vec<String>,
    /// Where the form goes.
    action: String,
    /// Whether one more can be added.
    takes: bool,
    /// Why a file was not taken.
    why: Option<DocumentRefusal>,
) -> Html {
    let cx = Cx::here();
    if names.is_empty() && !takes {
        return Html::new("");
    }
    let rows = names
        .into_iter()
        .map(|name| view! { <li class="c-line"><span class="c-line__body"><bdi>{name}</bdi></span></li> })
        .collect_view();
    let text = why.map(|refusal| cx.t(refusal_text(refusal))).unwrap_or_default();
    let error = why.map(|_| domain::FieldCode::Required);
    let form = takes.then(|| {
        view! {
            <p class="c-muted">{cx.t(t::APPLICATION_DOCUMENTS_TEXT)}</p>
            <form
                class="c-form"
                method="post"
                enctype="multipart/form-data"
                action=action
                novalidate
                data-testid="add-document"
            >
                <FormKey/>
                <FileField
                    name=FILE
                    label=cx.t(t::APPLICATION_DOCUMENT_FILE)
                    hint=""
                    accept="image/*,application/pdf"
                    error
                    error_text=text
                />
                <p><button class="c-button">{cx.t(t::APPLICATION_DOCUMENT_ADD)}</button></p>
            </form>
        }
    });
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::APPLICATION_DOCUMENTS)}</h2>
            <ul class="c-list">{rows}</ul>
            {form}
        </section>
    }
    .into_html()
}
