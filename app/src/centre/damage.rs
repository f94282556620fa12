//! What buyers report and no cooperative has answered in time.

use axum::response::Response;
use domain::{Action, Subject, rights};
use l10n::{format, t};
use leptos::prelude::*;
use service::damage::{self, LateReport};

use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::orders::kind_text;
use crate::page::Meta;
use crate::returns::answer_hours;
use crate::routes::CentreCooperative;
use crate::ui::{Html, IntoHtml, Moment, ShownName};

/// The list.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (reports, has_more) = damage::late_reports(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(cx.page(Meta::private(cx.t(t::RETURNS_LATE_TITLE)), || {
        view! { <DamagePage reports has_more/> }
    }))
}

/// The page.
#[component]
fn DamagePage(
    /// The reports, the longest waiting first.
    reports: Vec<LateReport>,
    /// Whether there are more than are shown.
    has_more: bool,
) -> Html {
    let cx = Cx::here();
    let more = has_more.then(|| {
        let count = format::number(cx.locale(), i64::try_from(reports.len()).unwrap_or(i64::MAX));
        view! { <p class="c-muted">{cx.tv(t::returns_late_more(count))}</p> }
    });
    let list = if reports.is_empty() {
        view! { <p class="c-empty">{cx.t(t::RETURNS_LATE_NONE)}</p> }.into_html()
    } else {
        let rows = reports
            .into_iter()
            .map(|report| view! { <Line report/> })
            .collect_view();
        view! {
            <p class="c-lead">{cx.tv(t::returns_late_lead(answer_hours(&cx)))}</p>
            <ul class="c-list">{rows}</ul>
        }
        .into_html()
    };
    view! {
        <CentreFrame title=t::RETURNS_LATE_TITLE>
            {list}
            {more}
        </CentreFrame>
    }
    .into_html()
}

/// One report.
#[component]
fn Line(
    /// The report.
    report: LateReport,
) -> Html {
    let cx = Cx::here();
    let may_open = rights::may(cx.actor(), Action::AdmitCooperatives, Subject::Centre).is_ok();
    let name = view! { <ShownName shown=report.cooperative/> };
    let name = if may_open && !report.slug.is_empty() {
        view! { <a class="c-link" href=cx.url(&CentreCooperative::new(&report.slug))>{name}</a> }.into_html()
    } else {
        view! { <strong>{name}</strong> }.into_html()
    };
    view! {
        <li class="c-line" data-testid="late-report">
            <span class="c-line__body">
                {name}" "
                <bdi dir="ltr" class="c-num" translate="no">{report.code.to_string()}</bdi><br/>
                <ShownName shown=report.goods/>" · "{cx.t(kind_text(report.kind))}<br/>
                <span class="c-muted"><Moment at=report.at/></span>
            </span>
        </li>
    }
    .into_html()
}
