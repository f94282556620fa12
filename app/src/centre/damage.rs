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
use crate::form_key::FormKey;
use crate::orders::kind_text;
use crate::page::Meta;
use crate::returns::answer_hours;
use crate::routes::{CentreCooperative, CentreSupport};
use crate::ui::{Hidden, Html, IntoHtml, Moment, PhoneLink, ShownName};

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
    let of = report.cooperative.text.clone();
    let name = view! { <ShownName shown=report.cooperative/> };
    let name = if may_open && !report.slug.is_empty() {
        view! { <a class="c-link" href=cx.url(&CentreCooperative::new(&report.slug))>{name}</a> }.into_html()
    } else {
        view! { <strong>{name}</strong> }.into_html()
    };
    let phone = report.phone.map(|number| view! { <PhoneLink number/>" · " });
    // Its studio opens at this order.
    let answer = report.may_act.then(|| {
        let (order, begin) = (report.order.to_string(), cx.t(t::support_begin_named(of.as_str())));
        view! {
            <form
                class="c-line__side"
                method="post"
                action=cx.url(&CentreSupport::new())
                data-testid=format!("answer-report-{}", report.order)
            >
                <FormKey/>
                <Hidden name="cooperative" value=report.slug/>
                <Hidden name="order" value=order/>
                <button class="c-button" aria-label=begin>{cx.t(t::SUPPORT_BEGIN)}</button>
            </form>
        }
    });
    view! {
        <li class="c-line" data-testid="late-report">
            <span class="c-line__body">
                {name}" "
                <bdi dir="ltr" class="c-num" translate="no">{report.code.to_string()}</bdi><br/>
                <ShownName shown=report.goods/>" · "{cx.t(kind_text(report.kind))}<br/>
                <span class="c-muted">{phone}<Moment at=report.at/></span>
            </span>
            {answer}
        </li>
    }
    .into_html()
}
