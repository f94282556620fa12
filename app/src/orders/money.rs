//! How far an order is paid, in words and amounts.

use domain::{Money, PaymentMethod, PaymentState};
use l10n::{Text, t};
use leptos::prelude::*;
use service::money::MoneyView;

use crate::cx::Cx;
use crate::ui::{Amount, Html, IntoHtml};

/// The word for how far it is paid.
const fn payment_name(state: PaymentState) -> Text {
    match state {
        PaymentState::NothingDue => t::ORDERS_PAYMENT_NOTHING_DUE,
        PaymentState::Unpaid => t::ORDERS_PAYMENT_UNPAID,
        PaymentState::PartPaid => t::ORDERS_PAYMENT_PART_PAID,
        PaymentState::Paid => t::ORDERS_PAYMENT_PAID,
        PaymentState::Overpaid => t::ORDERS_PAYMENT_OVERPAID,
        PaymentState::ToRefund => t::ORDERS_PAYMENT_TO_REFUND,
        PaymentState::Refunded => t::ORDERS_PAYMENT_REFUNDED,
    }
}

/// The word as a badge.
#[component]
pub(crate) fn PaymentBadge(
    /// How far it is paid.
    state: PaymentState,
    /// How it is paid, where nobody is to take cash at the station for a bill that is overdue.
    #[prop(default = None)]
    method: Option<PaymentMethod>,
) -> Html {
    let cx = Cx::here();
    if state == PaymentState::Unpaid && method == Some(PaymentMethod::CashAtStation) {
        return view! {
            <span class="c-badge c-badge--quiet" data-testid="payment-state" data-state=state.as_str()>
                {cx.t(t::STUDIO_PAYS_AT_STATION)}
            </span>
        }
        .into_html();
    }
    let class = match state {
        PaymentState::Paid => "c-badge c-badge--good",
        PaymentState::Unpaid | PaymentState::PartPaid => "c-badge c-badge--warn",
        PaymentState::Overpaid | PaymentState::ToRefund => "c-badge c-badge--error",
        PaymentState::NothingDue | PaymentState::Refunded => "c-badge c-badge--quiet",
    };
    view! { <span class=class data-testid="payment-state" data-state=state.as_str()>{cx.t(payment_name(state))}</span> }
        .into_html()
}

/// What is due, came in, was waived, is still to be paid and comes back; only what is not nothing.
#[component]
pub(super) fn MoneyCard(
    /// The money.
    money: MoneyView,
) -> Html {
    let cx = Cx::here();
    let line = |name: Text, amount: Money, id: &'static str| {
        (amount.minor > 0).then(|| {
            view! { <div><dt>{cx.t(name)}</dt><dd data-testid=id><Amount money=amount/></dd></div> }
        })
    };
    view! {
        <section class="c-card c-stack" data-testid="money">
            <div class="c-heading">
                <h2 class="c-card__title">{cx.t(t::ORDERS_MONEY)}</h2>
                <PaymentBadge state=money.state/>
            </div>
            <dl class="c-summary">
                {line(t::ORDERS_MONEY_DUE, money.due, "money-due")}
                {line(t::ORDERS_MONEY_RECEIVED, money.received, "money-received")}
                {line(t::ORDERS_MONEY_WAIVED, money.written_off, "money-waived")}
                {line(t::ORDERS_MONEY_OPEN, money.open, "money-open")}
                {line(t::ORDERS_MONEY_BACK, money.to_give_back, "money-back")}
                {line(t::ORDERS_MONEY_GIVEN_BACK, money.given_back, "money-given-back")}
            </dl>
        </section>
    }
    .into_html()
}
