//! A payout in words.

use domain::{Currency, Money, PayoutMethod, PayoutState};
use l10n::{Text, t};
use leptos::prelude::*;
use service::payouts::PayoutView;

use crate::cx::Cx;
use crate::ui::{Amount, Html, IntoHtml, Moment};

/// Fen as an amount.
pub(crate) const fn yuan(minor: i64) -> Money {
    Money::new(minor, Currency::Cny)
}

/// How a cooperative gets its money.
pub(crate) const fn method_name(method: PayoutMethod) -> Text {
    match method {
        PayoutMethod::Bank => t::PAYOUT_METHOD_BANK,
        PayoutMethod::Cash => t::PAYOUT_METHOD_CASH,
    }
}

/// How far a payout is.
pub(crate) const fn state_name(state: PayoutState) -> Text {
    match state {
        PayoutState::Draft => t::PAYOUT_STATE_DRAFT,
        PayoutState::Approved => t::PAYOUT_STATE_APPROVED,
        PayoutState::Paid => t::PAYOUT_STATE_PAID,
        PayoutState::Withdrawn => t::PAYOUT_STATE_WITHDRAWN,
    }
}

/// Amount, how far it is, when, how it was paid, and why it undoes another one.
#[component]
pub(crate) fn PayoutFacts(
    /// The payout.
    payout: PayoutView,
) -> Html {
    let cx = Cx::here();
    let (class, text) = match payout.state {
        _ if payout.is_counter => ("c-badge c-badge--quiet", t::PAYOUT_STATE_COUNTER),
        _ if payout.is_undone => ("c-badge c-badge--quiet", t::PAYOUT_STATE_UNDONE),
        PayoutState::Draft | PayoutState::Approved => ("c-badge c-badge--warn", state_name(payout.state)),
        PayoutState::Paid => ("c-badge c-badge--good", state_name(payout.state)),
        PayoutState::Withdrawn => ("c-badge c-badge--quiet", state_name(payout.state)),
    };
    let last = payout
        .paid
        .as_ref()
        .or(payout.approved.as_ref())
        .unwrap_or(&payout.made);
    let at = last.1;
    let method = payout
        .method
        .map(|method| view! { <span class="c-muted">{cx.t(method_name(method))}</span> });
    let reference =
        (!payout.reference.is_empty()).then(|| view! { <span dir="auto">{payout.reference.clone()}</span> });
    let reason = (!payout.reason.is_empty())
        .then(|| view! { <p dir="auto" data-testid="payout-reason">{payout.reason.clone()}</p> });
    view! {
        <p class="c-row">
            <strong><Amount money=payout.amount/></strong>
            <span class=class data-state=payout.state.as_str()>{cx.t(text)}</span>
            <Moment at/>
            {method}
            {reference}
        </p>
        {reason}
    }
    .into_html()
}

/// Payouts as their cooperative reads them; nothing where there are none.
#[component]
pub(super) fn PayoutList(
    /// The payouts.
    payouts: Vec<PayoutView>,
) -> Html {
    let cx = Cx::here();
    if payouts.is_empty() {
        return Html::new("");
    }
    let payouts = payouts
        .into_iter()
        .map(|payout| view! { <li data-testid="payout"><PayoutFacts payout/></li> })
        .collect_view();
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::PAYOUT_LIST)}</h2>
            <ul class="c-list">{payouts}</ul>
        </section>
    }
    .into_html()
}
