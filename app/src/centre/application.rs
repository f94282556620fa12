//! One application: admitting it, or refusing it with a reason.

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::{ApplicationDocumentId, ApplicationId, ApplicationState, DocumentKind, FieldCode, MessageText};
use l10n::{format, t};
use leptos::prelude::*;
use service::Error;
use service::applications::{self, ApplicationPage};

use super::applications::state_word;
use super::draft::{Draft, DraftEnd};
use super::frame::CentreFrame;
use super::typed::TypedText;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::{CentreApplication, CentreApplications, CentreCooperative, CentreDocument, Named};
use crate::ui::{
    Html, IntoHtml, LongTextField, Moment, PhoneLink, RefusedNotice, ShownName, TextField, error_of, error_text,
};

/// The word of the form that admits.
const ADMIT: &str = "admit";
/// The word of the one that refuses.
const REFUSE: &str = "refuse";

/// What was typed and not done.
#[derive(Clone, Debug, Default)]
struct NotDone {
    slug: Option<String>,
    reason: String,
    why: NotSaved,
}

/// The application.
pub async fn show(cx: Cx, Named(id): Named<ApplicationId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, id, StatusCode::OK, NotDone::default()).await
}

/// Admits or refuses it.
pub async fn change(cx: Cx, Named(id): Named<ApplicationId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let (command, slug, reason) = (form.get("command"), form.get("slug"), form.get("reason"));
    let done = match command {
        ADMIT => applications::admit(&shop, cx.actor(), id, slug).await,
        REFUSE => applications::refuse(&shop, cx.actor(), id, reason).await,
        _ => Err(Error::NotFound),
    };
    match done {
        Ok(()) => {
            let url = cx.url(&CentreApplication::new(&id.to_string()));
            Ok(cx.see(&format!("{url}?done={command}")))
        }
        Err(error) => {
            let not_done = NotDone {
                slug: (command == ADMIT).then(|| slug.to_owned()),
                reason: reason.to_owned(),
                why: NotSaved::of(error)?,
            };
            render(&cx, id, not_done.why.status(), not_done).await
        }
    }
}

/// A document that came with it, as a file that is saved: it is never shown in the shop's own pages, and runs nothing.
pub async fn document(cx: Cx, Path((_, id, document)): Path<(String, String, String)>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (id, document) = (
        id.parse().map(ApplicationId),
        document.parse().map(ApplicationDocumentId),
    );
    let (Ok(id), Ok(document)) = (id, document) else {
        return Err(Error::NotFound.into());
    };
    let file = applications::document(cx.shop(), cx.actor(), id, document).await?;
    let (kind, end) = match file.kind {
        DocumentKind::Pdf => ("application/pdf", "pdf"),
        DocumentKind::Picture => ("image/jpeg", "jpg"),
    };
    let mut response = Response::new(Body::from(file.bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; sandbox"),
    );
    let place = format!("attachment; filename=\"application-{id}-{document}.{end}\"");
    let place = HeaderValue::from_str(&place).map_err(Error::internal)?;
    headers.insert(header::CONTENT_DISPOSITION, place);
    Ok(response)
}

async fn render(cx: &Cx, id: ApplicationId, status: StatusCode, not_done: NotDone) -> PageResult<Response> {
    let page = applications::page(cx.shop(), cx.actor(), cx.locale(), id).await?;
    Ok(cx.page_with(status, Meta::private(page.row.name.text.clone()), || {
        view! { <OneApplication page not_done/> }
    }))
}

/// What was written, and the two forms while it waits.
#[component]
fn OneApplication(
    /// The application.
    page: ApplicationPage,
    /// What was typed and not done.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let done = match value_of(cx.query(), "done").as_str() {
        ADMIT => Some(t::APPLICATION_DONE_ADMIT),
        REFUSE => Some(t::APPLICATION_DONE_REFUSE),
        _ => None,
    };
    let done = done.map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let lang = page.row.name.lang.bcp47();
    let about = (!page.about.is_empty()).then(|| {
        let lines = page
            .about
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| view! { <p lang=lang dir="auto">{line.to_owned()}</p> })
            .collect_view();
        view! { <h3>{cx.t(t::APPLICATION_ABOUT)}</h3><div class="c-prose">{lines}</div> }
    });
    let documents = (!page.documents.is_empty()).then(|| {
        let rows = page
            .documents
            .iter()
            .map(|document| {
                let url = cx.url(&CentreDocument::new(&page.row.id.to_string(), &document.id.to_string()));
                let size = cx.t(t::application_document_size(kilobytes(&cx, document.size)));
                let name = if document.name.is_empty() {
                    document.id.to_string()
                } else {
                    document.name.clone()
                };
                view! {
                    <li class="c-line" data-testid="document">
                        <span class="c-line__body"><a class="c-link" href=url data-plain=""><bdi>{name}</bdi></a></span>
                        <span class="c-line__side c-muted">{size}</span>
                    </li>
                }
            })
            .collect_view();
        view! { <h3>{cx.t(t::APPLICATION_DOCUMENTS)}</h3><ul class="c-list">{rows}</ul> }
    });
    let became = page.became.map(|slug| {
        let url = cx.url(&CentreCooperative::new(&slug));
        view! { <p><a class="c-link" href=url>{cx.t(t::APPLICATION_BECAME)}</a></p> }
    });
    let decided = page.decided_at.map(|at| {
        let reason = (!page.reason.is_empty()).then(|| view! { <p dir="auto">{page.reason.clone()}</p> });
        view! { <p class="c-muted"><Moment at/>" · "<bdi>{page.decided_by.clone()}</bdi></p>{reason} }
    });
    let refused = not_done.why.refused;
    let (notice, forms) = if page.row.state == ApplicationState::Waiting {
        let forms = view! { <Decide id=page.row.id slug=page.slug not_done/> }.into_html();
        (view! { <RefusedNotice code=refused/> }.into_html(), forms)
    } else {
        let notice = (refused.is_some() || !not_done.why.errors.is_empty()).then(|| {
            view! {
                <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="conflict">
                    <p>{cx.t(t::APPLICATION_OVERTAKEN)}</p>
                </div>
            }
        });
        let text = if not_done.reason.is_empty() {
            not_done.slug.unwrap_or_default()
        } else {
            not_done.reason
        };
        let ended = view! { <DraftEnd form=draft_of(page.row.id)/><TypedText text/> };
        (notice.into_html(), ended.into_html())
    };
    view! {
        <CentreFrame title=t::APPLICATION_LIST>
            {done}
            {notice}
            <p><a class="c-link" href=cx.url(&CentreApplications::new())>{cx.t(t::APPLICATION_BACK)}</a></p>
            <section class="c-card c-stack">
                <div class="c-row">
                    <h2 class="c-card__title"><ShownName shown=page.row.name/></h2>
                    <span class="c-badge">{cx.t(state_word(page.row.state))}</span>
                </div>
                <p class="c-muted"><ShownName shown=page.row.township/>" · "<Moment at=page.row.sent_at/></p>
                {decided}
                {became}
                <h3>{cx.t(t::APPLICATION_PERSON)}</h3>
                <p><bdi>{page.person}</bdi>" · "<PhoneLink number=page.phone/></p>
                <h3>{cx.t(t::APPLICATION_GOODS)}</h3>
                <p lang=lang dir="auto">{page.goods}</p>
                {about}
                {documents}
            </section>
            {forms}
        </CentreFrame>
    }
    .into_html()
}

/// What a reason to refuse it is kept under while it is typed.
fn draft_of(id: ApplicationId) -> String {
    format!("refuse-{id}")
}

/// How long a file is, in thousands of bytes, at least one.
fn kilobytes(cx: &Cx, bytes: i64) -> String {
    format::number(cx.locale(), (bytes / 1000).max(1))
}

/// Admitting, and refusing.
#[component]
fn Decide(
    /// The application.
    id: ApplicationId,
    /// The name in the URL that is offered.
    slug: String,
    /// What was typed and not done.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let action = cx.url(&CentreApplication::new(&id.to_string()));
    let errors = not_done.why.errors;
    let is_refused = !not_done.reason.is_empty() || errors.of("reason").is_some();
    let (wrong_slug, slug_text) = error_of(&errors, "slug", |code| match code {
        FieldCode::InvalidChoice => cx.t(t::APPLICATION_SLUG_TAKEN),
        FieldCode::InvalidText => cx.t(t::APPLICATION_SLUG_WRONG),
        _ => error_text(&cx, code),
    });
    let longest = u32::try_from(MessageText::MAX).unwrap_or(1_000);
    view! {
        <form class="c-card c-form" method="post" action=action.clone() novalidate data-testid="admit">
            <h2 class="c-card__title">{cx.t(t::APPLICATION_ADMIT)}</h2>
            <p class="c-muted">{cx.t(t::APPLICATION_ADMIT_TEXT)}</p>
            <FormKey/>
            <TextField
                name="slug"
                label=cx.t(t::APPLICATION_SLUG)
                hint=cx.t(t::APPLICATION_SLUG_HINT)
                value=not_done.slug.unwrap_or(slug)
                error=wrong_slug
                error_text=slug_text
                is_ltr=true
                maxlength=80
            />
            <p>
                <button class="c-button c-button--primary" name="command" value=ADMIT>{cx.t(t::APPLICATION_ADMIT)}</button>
            </p>
        </form>
        <form class="c-card c-form" method="post" action=action novalidate data-testid="refuse">
            <h2 class="c-card__title">{cx.t(t::APPLICATION_REFUSE)}</h2>
            <FormKey/>
            <LongTextField
                name="reason"
                label=cx.t(t::APPLICATION_REASON)
                hint=cx.t(t::APPLICATION_REASON_HINT)
                value=not_done.reason
                error=errors.of("reason")
                maxlength=longest
                rows=3
            />
            <Draft form=draft_of(id) is_refused/>
            <p><button class="c-button" name="command" value=REFUSE>{cx.t(t::APPLICATION_REFUSE)}</button></p>
        </form>
    }
    .into_html()
}
