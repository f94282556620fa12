//! How far an order is paid, in words and amounts.

use domain::{Money, PaymentMethod, PaymentState};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::orders::OrderGroupView;

use crate::cx::Cx;
use crate::notices::CentreContact;
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

/// How much of what cooperatives gave back does not come back, since it pays for what was not paid yet; nothing where all
/// does.
fn kept(group: &OrderGroupView) -> i64 {
    let granted: i64 = group.orders.iter().map(|order| order.returns.given_back()).sum();
    (granted - group.money.to_give_back.minor - group.money.given_back.minor).max(0)
}

/// What is due, came in, was waived, is still to be paid and comes back; only what is not nothing.
#[component]
pub(super) fn MoneyCard(
    /// The order group.
    group: OrderGroupView,
) -> Html {
    let cx = Cx::here();
    let money = group.money;
    let kept = kept(&group);
    let kept = (kept > 0).then(|| {
        let amount = format::money(cx.locale(), Money::new(kept, money.due.currency));
        view! { <p data-testid="money-kept">{cx.tv(t::returns_kept(amount))}</p> }
    });
    // A transfer goes back to the account it came from; of who paid in cash no account is known.
    let is_cash = group.payment_method == PaymentMethod::CashAtStation;
    let cash = (is_cash && money.to_give_back.minor > 0).then(|| {
        view! { <p data-testid="cash-back">{cx.tv(t::RETURNS_MONEY_CASH)}</p><CentreContact/> }
    });
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
            {kept}
            {cash}
        </section>
    }
    .into_html()
}
