//! A file to print that is not made at once: what can be made instead of it, how far one of many orders is, and the file itself.

use std::collections::BTreeSet;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::{ErrorCode, OrderId, PrintJobId, PrintState};
use futures_util::stream::try_unfold;
use l10n::{format, t};
use leptos::prelude::*;
use service::studio::{MAX_IN_JOB, Paper, PrintJob, Printed, PrintedOrders};

use super::frame::StudioFrame;
use super::menu::studio_meta;
use super::print::{ORDERS, WAITING, opened};
use super::print_form::{paper_name, what_name};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{Named, StudioPacking, StudioPrint, StudioPrintJob, StudioPrintedFile};
use crate::ui::{Hidden, Html, IntoHtml, Moment};

/// Between two looks of a page at a file that is made, seconds.
const LOOK: &str = "2";

/// The page in place of a file of these orders that was not made because of `error`. Anything that is not about which orders were
/// chosen is an error page of its own.
pub(super) async fn instead(
    cx: &Cx,
    asked: (Printed, Paper),
    orders: PrintedOrders,
    error: service::Error,
) -> PageResult<Response> {
    let nothing = matches!(error, service::Error::Refused(ErrorCode::NothingToPrint));
    let too_many = matches!(error, service::Error::Refused(ErrorCode::TooManyToPrint));
    let chosen = match orders {
        PrintedOrders::Waiting if too_many => return offer(cx, asked, None).await,
        PrintedOrders::Waiting if nothing => {
            let text = cx.t(t::PRINT_NOTHING_WAITS);
            return Ok(refused(cx, StatusCode::UNPROCESSABLE_ENTITY, asked, text, Vec::new()));
        }
        PrintedOrders::These(_) if nothing => {
            let text = cx.t_id("error-nothing-to-print");
            return Ok(refused(cx, StatusCode::UNPROCESSABLE_ENTITY, asked, text, Vec::new()));
        }
        PrintedOrders::These(chosen) if too_many || matches!(error, service::Error::NotFound) => chosen,
        PrintedOrders::These(_) | PrintedOrders::Waiting => return Err(error.into()),
    };
    let number = |count: usize| format::number(cx.locale(), i64::try_from(count).unwrap_or(i64::MAX));
    let distinct = chosen.iter().collect::<BTreeSet<_>>().len();
    let own = service::studio::printable(cx.shop(), cx.actor(), &chosen).await?;
    if own.len() < distinct {
        let text = cx.t(t::print_unknown(number(distinct - own.len()), number(distinct)));
        return Ok(refused(cx, StatusCode::NOT_FOUND, asked, text, own));
    }
    if own.len() > MAX_IN_JOB {
        let text = cx.t(t::print_too_many(number(own.len()), number(MAX_IN_JOB)));
        return Ok(refused(cx, StatusCode::UNPROCESSABLE_ENTITY, asked, text, Vec::new()));
    }
    offer(cx, asked, Some(own)).await
}

/// What can be made of those that were chosen, or of all orders that wait, as there are too many to wait for.
async fn offer(cx: &Cx, asked: (Printed, Paper), chosen: Option<Vec<OrderId>>) -> PageResult<Response> {
    let count = match &chosen {
        Some(chosen) => chosen.len(),
        None => service::studio::count_waiting(cx.shop(), cx.actor()).await?,
    };
    let title = cx.t(t::PRINT_MANY);
    Ok(cx.page_with(StatusCode::OK, studio_meta(title), || {
        view! { <PrintManyPage asked count chosen/> }
    }))
}

/// Why nothing was printed, and what of the choice can be.
fn refused(cx: &Cx, status: StatusCode, asked: (Printed, Paper), text: String, own: Vec<OrderId>) -> Response {
    cx.page_with(status, studio_meta(cx.t(t::PRINT_TITLE)), || {
        view! { <NotPrintedPage asked text own/> }
    })
}

/// The numbers of orders, as they go back in one field.
fn listed(orders: &[OrderId]) -> String {
    orders.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
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
    /// Those that were chosen; nothing for all that wait.
    chosen: Option<Vec<OrderId>>,
) -> Html {
    let cx = Cx::here();
    let (printed, paper) = asked;
    let text = if chosen.is_some() {
        t::PRINT_MANY_TICKED_TEXT
    } else {
        t::PRINT_MANY_TEXT
    };
    let orders = match chosen {
        Some(chosen) => view! { <Hidden name=ORDERS value=listed(&chosen)/> }.into_html(),
        None => view! { <Hidden name="all" value=WAITING/> }.into_html(),
    };
    let count = format::number(cx.locale(), i64::try_from(count).unwrap_or(i64::MAX));
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::PRINT_MANY)}</h1>
            <section class="c-card c-stack">
                <p>{cx.tv(t::print_many_orders(count))}</p>
                <Asked printed paper/>
                <p class="c-muted">{cx.t(text)}</p>
                <form method="post" action=cx.url(&StudioPrint::new()) data-testid="print-many">
                    <Hidden name="what" value=printed.as_str()/>
                    <Hidden name="paper" value=paper.as_str()/>
                    {orders}
                    <button class="c-button c-button--primary">{cx.t(t::PRINT_MANY_BEGIN)}</button>
                </form>
            </section>
            <p><a class="c-button c-button--quiet" href=cx.url(&StudioPacking::new())>{cx.t(t::PRINT_MANY_BACK)}</a></p>
        </StudioFrame>
    }
    .into_html()
}

/// Why nothing was printed. What of the choice is there goes on to the file with one press.
#[component]
fn NotPrintedPage(
    /// What is asked for.
    asked: (Printed, Paper),
    /// What is in the way.
    text: String,
    /// The orders of the choice that can be printed.
    own: Vec<OrderId>,
) -> Html {
    let cx = Cx::here();
    let (printed, paper) = asked;
    let rest = (!own.is_empty()).then(|| {
        let count = format::number(cx.locale(), i64::try_from(own.len()).unwrap_or(i64::MAX));
        view! {
            <section class="c-card c-stack">
                <p>{cx.tv(t::print_many_orders(count))}</p>
                <Asked printed paper/>
                <form action=cx.url(&StudioPrint::new()) target="_blank" data-testid="print-rest">
                    <Hidden name="what" value=printed.as_str()/>
                    <Hidden name="paper" value=paper.as_str()/>
                    <Hidden name=ORDERS value=listed(&own)/>
                    <button class="c-button c-button--primary">{cx.t(t::PRINT_REST)}</button>
                </form>
            </section>
        }
    });
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::PRINT_TITLE)}</h1>
            <div class="c-notice c-notice--error" id="notice" role="alert" tabindex="-1" autofocus=true data-testid="not-printed">
                <p>{text}</p>
            </div>
            {rest}
            <p><a class="c-button c-button--quiet" href=cx.url(&StudioPacking::new())>{cx.t(t::PRINT_MANY_BACK)}</a></p>
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
