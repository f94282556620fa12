//! What the buyer has to do now.

use domain::{OrderGroupStatus, OrderStatus, PaymentMethod};
use l10n::{Message, Text, format, t};
use leptos::prelude::*;
use service::orders::{DeliveryView, OrderGroupView};
use service::settings;

use crate::cx::Cx;
use crate::ui::{Amount, Html, IntoHtml, PhoneLink};

/// One sentence on what to do, and what is needed for it.
#[component]
pub(super) fn WhatNext(
    /// The order group.
    group: OrderGroupView,
) -> Html {
    let cx = Cx::here();
    let sentence = sentence(&cx, &group);
    let is_transfer = group.status == OrderGroupStatus::Placed && group.payment_method == PaymentMethod::BankTransfer;
    // Of what is off altogether all comes back, of the rest what is too much.
    let stands = !matches!(group.status, OrderGroupStatus::Canceled | OrderGroupStatus::Expired);
    let is_made_good = group.orders.iter().any(|order| order.returns.given_back() > 0);
    let back: Option<(&'static str, Message<'static>)> = match (stands, group.money.to_give_back.minor > 0) {
        (true, true) if is_made_good => {
            let amount = format::money(cx.locale(), group.money.to_give_back);
            Some(("goes-back", t::returns_next_back(amount)))
        }
        (true, true) => Some(("goes-back", t::ORDERS_NEXT_GOES_BACK.into())),
        (false, true) => Some(("goes-back", t::ORDERS_NEXT_PAID_GOES_BACK.into())),
        (false, false) if group.money.given_back.minor > 0 => Some(("went-back", t::ORDERS_NEXT_PAID_WENT_BACK.into())),
        _ => None,
    };
    let back = back.map(|(id, text)| view! { <p data-testid=id>{cx.tv(text)}</p> });
    let hold = hold(&cx, &group).map(|text| view! { <p class="c-muted" data-testid="hold">{cx.tv(text)}</p> });
    let closed = is_closed(&group).then(|| view! { <StationClosed/> });
    let facts = is_transfer.then(|| view! { <TransferFacts group/> });
    view! {
        <section class="c-card c-stack" data-testid="next">
            <h2 class="c-card__title">{cx.t(t::ORDERS_NEXT)}</h2>
            <p>{cx.tv(sentence)}</p>
            {back}
            {hold}
            {closed}
            {facts}
        </section>
    }
    .into_html()
}

/// Whether it is to be collected where no new orders go any more.
fn is_closed(group: &OrderGroupView) -> bool {
    let is_awaited = matches!(group.status, OrderGroupStatus::Placed | OrderGroupStatus::Paid);
    is_awaited && matches!(&group.delivery, DeliveryView::Station(station) if !station.is_open)
}

/// That its station has closed since, and whom to call.
#[component]
fn StationClosed() -> Html {
    let cx = Cx::here();
    let (_, phones) = settings::centre(cx.shop(), cx.locale());
    let phones = phones
        .into_iter()
        .map(|number| view! { " "<PhoneLink number/> })
        .collect_view();
    view! {
        <p class="c-notice c-notice--warn" data-testid="station-closed">{cx.tv(t::ORDERS_STATION_CLOSED)}{phones}</p>
    }
    .into_html()
}

/// Until when the goods are nobody else's, while that is not for good. What is paid in cash says so already.
fn hold(cx: &Cx, group: &OrderGroupView) -> Option<Message<'static>> {
    let time = |at| format::date_time(cx.locale(), at);
    if group.can_prove {
        return group.holds_until.map(|until| t::orders_next_hold(time(until)));
    }
    let is_awaited = group.status == OrderGroupStatus::Placed
        && group.holds_until.is_none()
        && group.orders.iter().any(|order| order.status == OrderStatus::Placed);
    let is_transfer = group.payment_method == PaymentMethod::BankTransfer;
    (is_awaited && is_transfer).then(|| t::orders_next_held(time(group.expires_at)))
}

fn sentence(cx: &Cx, group: &OrderGroupView) -> Message<'static> {
    let locale = cx.locale();
    match group.status {
        OrderGroupStatus::Paid => t::ORDERS_NEXT_PAID.into(),
        OrderGroupStatus::Canceled => t::ORDERS_NEXT_CANCELED.into(),
        OrderGroupStatus::Expired => t::ORDERS_NEXT_EXPIRED.into(),
        OrderGroupStatus::Completed => t::ORDERS_NEXT_COMPLETED.into(),
        OrderGroupStatus::Placed => {
            let amount = format::money(locale, group.money.open);
            // What may be gone before that is to be paid before that.
            let held = group.holds_until.filter(|_| group.can_prove);
            match (&group.delivery, group.payment_method) {
                (DeliveryView::Station(station), PaymentMethod::CashAtStation) => {
                    let date = held.map_or_else(
                        || format::date(locale, group.expires_at),
                        |until| format::date_time(locale, until),
                    );
                    t::orders_next_cash(amount, station.name.text.clone(), date)
                }
                _ => t::orders_next_transfer(amount, format::date_time(locale, held.unwrap_or(group.expires_at))),
            }
        }
    }
}

/// What goes into the transfer form of a bank.
#[component]
fn TransferFacts(
    /// The order group.
    group: OrderGroupView,
) -> Html {
    let cx = Cx::here();
    let bank = |name: Text, value: String| view! { <div><dt>{cx.t(name)}</dt><dd><bdi>{value}</bdi></dd></div> };
    let account = match settings::bank(cx.shop()) {
        Some(account) => [
            bank(t::ORDERS_BANK_HOLDER, account.holder),
            bank(t::ORDERS_BANK_ACCOUNT, account.number),
            bank(t::ORDERS_BANK_NAME, account.bank),
        ]
        .into_iter()
        .collect_view()
        .into_html(),
        None => view! { <div><dt>{cx.t(t::ORDERS_BANK_ACCOUNT)}</dt><dd>{cx.t(t::ORDERS_BANK_MISSING)}</dd></div> }
            .into_html(),
    };
    view! {
        <dl class="c-facts">
            <div>
                <dt>{cx.t(t::ORDERS_REFERENCE)}</dt>
                <dd>
                    <bdi class="c-code" dir="ltr" translate="no" data-testid="payment-reference">
                        {group.payment_reference.to_string()}
                    </bdi>
                </dd>
            </div>
            <div><dt>{cx.t(t::ORDERS_AMOUNT)}</dt><dd><Amount money=group.money.open/></dd></div>
            {account}
        </dl>
    }
    .into_html()
}
