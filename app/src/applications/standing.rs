//! How an application stands, for whoever wrote it; while it waits, papers can be added and taken away.

use axum::extract::{FromRequest, Multipart, Path, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::{ApplicationDocumentId, ApplicationState, DocumentRefusal, ErrorCode, FieldCode};
use l10n::{Text, t};
use leptos::prelude::*;
use service::applications::{self, ApplicationStanding, DocumentView};

use crate::cx::Cx;
use crate::error::PageResult;
use crate::file_form::{self, FileForm};
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::page::Meta;
use crate::routes::{Application, Apply, SignIn};
use crate::ui::{ErrorSummary, FileField, Hidden, Html, IntoHtml, Moment, ShownName, WrongField};

/// The file's field.
const FILE: &str = "document";
/// Names the document that is to go.
const REMOVE: &str = "remove";

/// Why a paper was not added, or not taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NotDone {
    /// The file is no document.
    File(DocumentRefusal),
    /// There are as many as there can be, or the application is decided.
    Closed,
    /// The same form brought another file before.
    OtherFile,
    /// The one that was to go is not among them.
    NotThere,
    /// Too many files come in now.
    Busy,
}

impl NotDone {
    /// What the page can say; anything else is an error page of its own.
    fn of(error: service::Error) -> Result<Self, service::Error> {
        match error {
            service::Error::Refused(ErrorCode::InvalidTransition) => Ok(Self::Closed),
            service::Error::Refused(ErrorCode::IdempotencyMismatch) => Ok(Self::OtherFile),
            service::Error::Busy => Ok(Self::Busy),
            other => Err(other),
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::File(_) | Self::OtherFile => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Closed | Self::NotThere => StatusCode::CONFLICT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    const fn refusal(self) -> Option<DocumentRefusal> {
        match self {
            Self::File(refusal) => Some(refusal),
            Self::Closed | Self::OtherFile | Self::NotThere | Self::Busy => None,
        }
    }

    /// What is said at the top; of a file it stands with its field.
    const fn text(self, state: ApplicationState) -> Option<Text> {
        match (self, state) {
            (Self::File(_), _) => None,
            (Self::OtherFile, _) => Some(t::APPLICATION_DOCUMENT_OTHER),
            (Self::NotThere, _) => Some(t::APPLICATION_DOCUMENT_NOT_THERE),
            (Self::Busy, _) => Some(t::APPLICATION_DOCUMENT_BUSY),
            (Self::Closed, ApplicationState::Waiting) => Some(t::APPLICATION_DOCUMENT_NOT_ADDED),
            (Self::Closed, _) => Some(t::APPLICATION_DOCUMENT_DECIDED),
        }
    }
}

/// The page.
pub async fn show(cx: Cx, Path((_, address)): Path<(String, String)>) -> PageResult<Response> {
    render(&cx, &address, None).await
}

/// Adds the paper that the form brings, or takes the one away that it names.
pub async fn change(cx: Cx, Path((_, address)): Path<(String, String)>, request: Request) -> PageResult<Response> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let has_file = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    let done = if has_file {
        add(&cx, &address, request).await?
    } else {
        remove(&cx, &address, &Form::from_request(request, &()).await?).await?
    };
    match done {
        Ok(word) => Ok(cx.see(&format!("{}?{word}=1", cx.url(&Application::new(&address))))),
        Err(why) => render(&cx, &address, Some(why)).await,
    }
}

async fn add(cx: &Cx, address: &str, request: Request) -> PageResult<Result<&'static str, NotDone>> {
    let incoming = match applications::receive_document(cx.shop(), cx.network(), address).await {
        Ok(incoming) => incoming,
        Err(error) => return Ok(Err(NotDone::of(error)?)),
    };
    let multipart = Multipart::from_request(request, &())
        .await
        .map_err(|_| ErrorCode::Invalid)?;
    let FileForm { form, file, file_name } = file_form::read(multipart, FILE, incoming).await?;
    let shop = shop_for(cx, &form)?;
    match applications::add_document(&shop, file, &file_name).await {
        Ok(Ok(())) => Ok(Ok("added")),
        Ok(Err(refusal)) => Ok(Err(NotDone::File(refusal))),
        Err(error) => Ok(Err(NotDone::of(error)?)),
    }
}

async fn remove(cx: &Cx, address: &str, form: &Form) -> PageResult<Result<&'static str, NotDone>> {
    let document = form.get(REMOVE).parse().map(ApplicationDocumentId);
    let document = document.map_err(|_| ErrorCode::NotFound)?;
    let shop = shop_for(cx, form)?;
    match applications::remove_document(&shop, address, document).await {
        Ok(true) => Ok(Ok("removed")),
        Ok(false) => Ok(Err(NotDone::NotThere)),
        Err(error) => Ok(Err(NotDone::of(error)?)),
    }
}

async fn render(cx: &Cx, address: &str, why: Option<NotDone>) -> PageResult<Response> {
    let status = why.map_or(StatusCode::OK, NotDone::status);
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
    /// Why a paper was not added, or not taken away.
    why: Option<NotDone>,
) -> Html {
    let cx = Cx::here();
    let done = match (cx.query(), why) {
        ("sent=1", None) if standing.state == ApplicationState::Waiting => Some(t::APPLICATION_SENT),
        ("added=1", None) => Some(t::APPLICATION_DOCUMENT_ADDED),
        ("removed=1", None) => Some(t::APPLICATION_DOCUMENT_REMOVED),
        _ => None,
    };
    let done = done.map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let not_done = why.and_then(|why| why.text(standing.state)).map(|text| {
        view! {
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="not-done"><p>{cx.t(text)}</p></div>
        }
    });
    let refusal = why.and_then(NotDone::refusal);
    let wrong: Vec<WrongField> = refusal
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
    let (documents, waits) = (standing.documents, standing.state == ApplicationState::Waiting);
    view! {
        <div class="c-page c-stack" data-draft-end="apply">
            <h1 class="c-title">{cx.t(t::APPLICATION_YOURS)}</h1>
            {done}
            {not_done}
            <ErrorSummary fields=wrong title=Some(t::FORM_FILE_REFUSED)/>
            <section class="c-card c-stack">
                <h2 class="c-card__title"><ShownName shown=standing.name/></h2>
                <p class="c-muted">{cx.t(t::APPLICATION_SENT_AT)}" "<Moment at=standing.sent_at/></p>
                <div class=class data-testid="application-state" data-state=standing.state.as_str()>
                    <p>{cx.t(text)}</p>
                    {reason}
                </div>
                {link}
            </section>
            <Documents documents action waits takes=standing.takes_documents refusal/>
        </div>
    }
    .into_html()
}

/// The papers that came with it, and the form for another one.
#[component]
fn Documents(
    /// The papers.
    documents: Vec<DocumentView>,
    /// Where the forms go.
    action: String,
    /// Whether nobody has decided yet.
    waits: bool,
    /// Whether one more can be added.
    takes: bool,
    /// Why a file was not taken.
    refusal: Option<DocumentRefusal>,
) -> Html {
    let cx = Cx::here();
    if documents.is_empty() && !takes {
        return Html::new("");
    }
    let rows = documents
        .into_iter()
        .map(|document| {
            let action = waits.then(|| action.clone());
            view! { <DocumentLine document action/> }
        })
        .collect_view();
    let text = refusal.map(|refusal| cx.t(refusal_text(refusal))).unwrap_or_default();
    let error = refusal.map(|_| FieldCode::InvalidChoice);
    let full = (waits && !takes)
        .then(|| view! { <p class="c-notice" data-testid="documents-full">{cx.t(t::APPLICATION_DOCUMENTS_FULL)}</p> });
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
            {full}
            {form}
        </section>
    }
    .into_html()
}

/// One of them, and the button that takes it away.
#[component]
fn DocumentLine(
    /// The paper.
    document: DocumentView,
    /// Where the form goes; nothing once it is decided.
    action: Option<String>,
) -> Html {
    let cx = Cx::here();
    let id = document.id.to_string();
    let name = if document.name.is_empty() {
        id.clone()
    } else {
        document.name
    };
    let named = cx.t(t::application_document_remove_named(name.as_str()));
    let form = action.map(|action| {
        view! {
            <form class="c-line__side" method="post" action=action data-testid="remove-document">
                <FormKey/>
                <Hidden name=REMOVE value=id/>
                <button class="c-button c-button--quiet" aria-label=named>{cx.t(t::APPLICATION_DOCUMENT_REMOVE)}</button>
            </form>
        }
    });
    view! { <li class="c-line"><span class="c-line__body"><bdi>{name}</bdi></span>{form}</li> }.into_html()
}
