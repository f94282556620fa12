//! What is still to be done with an order that came: a report to be answered, goods to be sent once more.

use domain::OrderId;
use l10n::t;
use leptos::prelude::*;
use service::orders::{OrderLineView, OrderView, ReportView};

use super::order::NotTaken;
use super::reports::SendAgain;
use crate::cx::Cx;
use crate::ui::{Html, IntoHtml};

/// What is still to be done with an order that came.
#[derive(Clone, Debug, Default)]
pub(super) struct AfterSale {
    /// Whether something is said to be wrong, and nobody has answered.
    is_reported: bool,
    /// Because of which reports something is sent once more.
    again: Vec<ReportView>,
    /// The lines of the order.
    lines: Vec<OrderLineView>,
    /// Whether the reader may do it.
    may_act: bool,
}

impl AfterSale {
    pub fn of(order: &OrderView, may_act: bool) -> Self {
        Self {
            is_reported: order.returns.open().next().is_some(),
            again: order.returns.to_send_again().cloned().collect(),
            lines: order.lines.clone(),
            may_act,
        }
    }

    pub fn is_empty(&self) -> bool {
        !self.is_reported && self.again.is_empty()
    }
}

/// The way to the answers, and each parcel that is sent once more.
#[component]
pub(super) fn AfterSaleSteps(
    /// The order.
    id: OrderId,
    /// What is to be done.
    after: AfterSale,
    /// A step that was not taken.
    not_taken: NotTaken,
) -> Html {
    let cx = Cx::here();
    let report = after.is_reported.then(|| {
        let text = if after.may_act {
            t::RETURNS_STUDIO_NEXT
        } else {
            t::RETURNS_OPEN
        };
        view! {
            <p>
                <a
                    class="c-button c-button--primary c-button--block"
                    href=format!("#reports-{id}")
                    data-testid="answer-report"
                >
                    {cx.t(text)}
                </a>
            </p>
        }
    });
    let again = (!after.again.is_empty()).then(|| {
        let may_send = after.may_act;
        let parcels = after
            .again
            .iter()
            .map(|report| {
                let (report, lines) = (report.clone(), after.lines.clone());
                view! { <SendAgain order=id report lines may_send not_taken=not_taken.clone()/> }
            })
            .collect_view();
        view! { <h3>{cx.t(t::RETURNS_STUDIO_AGAIN)}</h3>{parcels} }
    });
    view! { {report}{again} }.into_html()
}
