//! An answer to a damage report that came after another member's.

use domain::ErrorCode;
use l10n::t;
use leptos::prelude::*;
use service::orders::OrderView;

use super::order::NotTaken;
use crate::cx::Cx;
use crate::orders::ReportList;
use crate::ui::{Html, IntoHtml};

/// What the other one answered, and what was typed here, which no field holds any more.
#[component]
pub(super) fn Overtaken(
    /// The order.
    order: OrderView,
    /// The answer that was not taken, if it is one.
    not_taken: NotTaken,
) -> Html {
    let cx = Cx::here();
    let is_late = not_taken
        .why
        .is_some_and(|why| why.refused == Some(ErrorCode::DoneAlready));
    let settle = not_taken.settle;
    let mut reports = order.returns.reports;
    reports.retain(|report| is_late && report.outcome.is_some() && report.id.to_string() == settle.report);
    if reports.is_empty() {
        return Html::new("");
    }
    let typed = (!settle.text.trim().is_empty()).then(|| {
        let lines = settle.text.lines().filter(|line| !line.is_empty());
        let lines = lines
            .map(|line| view! { <p dir="auto">{line.to_owned()}</p> })
            .collect_view();
        view! { <p class="c-muted">{cx.t(t::RETURNS_SETTLE_TYPED)}</p>{lines} }
    });
    view! {
        <div class="c-notice c-notice--warn c-stack" data-testid="overtaken">
            <strong>{cx.t(t::RETURNS_SETTLE_OVERTAKEN)}</strong>
            <ReportList reports lines=order.lines/>
            {typed}
        </div>
    }
    .into_html()
}
