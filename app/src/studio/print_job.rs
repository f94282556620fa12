//! A file to print of many orders: what can be made, how far it is, and the file itself.

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::{PrintJobId, PrintState};
use futures_util::stream::try_unfold;
use l10n::{format, t};
use leptos::prelude::*;
use service::studio::{Paper, PrintJob, Printed};

use super::frame::StudioFrame;
use super::menu::studio_meta;
use super::print::{WAITING, opened};
use super::print_form::{paper_name, what_name};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{Named, StudioPacking, StudioPrint, StudioPrintJob, StudioPrintedFile};
use crate::ui::{Hidden, Html, IntoHtml, Moment};

/// Between two looks of a page at a file that is made, seconds.
const LOOK: &str = "2";

/// What can be made of all orders that wait, as there are too many to wait for.
pub(super) async fn offer(cx: &Cx, asked: (Printed, Paper)) -> PageResult<Response> {
    let count = service::studio::count_waiting(cx.shop(), cx.actor()).await?;
    let title = cx.t(t::PRINT_MANY);
    Ok(cx.page_with(StatusCode::OK, studio_meta(title), || {
        view! { <PrintManyPage asked count/> }
    }))
}

/// How far it is.
pub async fn show(cx: Cx, Named(id): Named<PrintJobId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let job = service::studio::find_print_job(cx.shop(), cx.actor(), id).await?;
    let is_making = job.state == PrintState::Making;
    let mut response = cx.page_with(StatusCode::OK, studio_meta(cx.t(t::PRINT_MANY)), || {
        view! { <PrintJobPage job/> }
    });
    if is_making {
        // Every browser looks again by itself, without a script.
        response.headers_mut().insert("refresh", HeaderValue::from_static(LOOK));
    }
    Ok(response)
}

/// The file, once it is ready.
pub async fn file(cx: Cx, Named(id): Named<PrintJobId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let parts = service::studio::printed_parts(cx.shop(), cx.actor(), id).await?;
    let name = parts.name().to_owned();
    let bytes = try_unfold(parts, async |mut parts| {
        match parts.chunk().await {
            Ok(part) => Ok(part.map(|part| (Bytes::from(part), parts))),
            Err(error) => {
                // The line breaks off: half a file is not taken for a whole one.
                error.report();
                Err(std::io::Error::other("the file ends early"))
            }
        }
    });
    Ok(opened(Body::from_stream(bytes), &name))
}

/// What is printed, and on which paper.
#[component]
fn Asked(
    /// Labels or slips.
    printed: Printed,
    /// The paper.
    paper: Paper,
) -> Html {
    let cx = Cx::here();
    view! { <p class="c-muted">{cx.t(what_name(printed))}" · "{cx.t(paper_name(paper))}</p> }.into_html()
}

/// What can be made.
#[component]
fn PrintManyPage(
    /// What is asked for.
    asked: (Printed, Paper),
    /// How many orders would be in it.
    count: usize,
) -> Html {
    let cx = Cx::here();
    let (printed, paper) = asked;
    let count = format::number(cx.locale(), i64::try_from(count).unwrap_or(i64::MAX));
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::PRINT_MANY)}</h1>
            <section class="c-card c-stack">
                <p>{cx.tv(t::print_many_orders(count))}</p>
                <Asked printed paper/>
                <p class="c-muted">{cx.t(t::PRINT_MANY_TEXT)}</p>
                <form method="post" action=cx.url(&StudioPrint::new()) data-testid="print-many">
                    <Hidden name="what" value=printed.as_str()/>
                    <Hidden name="paper" value=paper.as_str()/>
                    <Hidden name="all" value=WAITING/>
                    <button class="c-button c-button--primary">{cx.t(t::PRINT_MANY_BEGIN)}</button>
                </form>
            </section>
        </StudioFrame>
    }
    .into_html()
}

/// How far a file is, and the file once it is ready.
#[component]
fn PrintJobPage(
    /// The file.
    job: PrintJob,
) -> Html {
    let cx = Cx::here();
    let locale = cx.locale();
    let number = |value: i64| format::number(locale, value);
    let (url, file) = (
        cx.url(&StudioPrintJob::new(&job.id.to_string())),
        cx.url(&StudioPrintedFile::new(&job.id.to_string())),
    );
    let state = match job.state {
        PrintState::Making => view! {
            <div class="c-upload">
                <progress max="100" value=job.percent().to_string() aria-label=cx.t(t::PRINT_MANY_MAKING)></progress>
            </div>
            <p class="c-row">
                <a class="c-button" href=url>{cx.t(t::TABLES_RELOAD)}</a>
                <span class="c-muted">{cx.t(t::TABLES_LEAVE)}</span>
            </p>
        }
        .into_html(),
        PrintState::Ready => view! {
            <p>
                <a class="c-button c-button--primary" href=file target="_blank" data-plain="" data-testid="open-file">
                    {cx.t(t::PRINT_BUTTON)}
                </a>
            </p>
            <p class="c-muted">{cx.t(t::PRINT_MANY_UNTIL)}" "<Moment at=job.until/></p>
        }
        .into_html(),
        PrintState::Failed => view! {
            <div class="c-notice c-notice--error" role="alert"><p>{cx.t(t::PRINT_MANY_FAILED)}</p></div>
        }
        .into_html(),
    };
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::PRINT_MANY)}</h1>
                <a class="c-button c-button--quiet" href=cx.url(&StudioPacking::new())>{cx.t(t::PRINT_MANY_BACK)}</a>
            </div>
            <section class="c-card c-stack" aria-live="polite" data-testid="print-job" data-state=job.state.as_str()>
                <Asked printed=job.printed paper=job.paper/>
                <p data-testid="print-progress">{cx.tv(t::print_many_progress(number(job.done), number(job.total)))}</p>
                {state}
            </section>
        </StudioFrame>
    }
    .into_html()
}
