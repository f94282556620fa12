//! Who receives an order, where, how it is paid, and what it comes to.

use components::province_name;
use domain::PaymentMethod;
use l10n::{Text, t};
use leptos::prelude::*;
use service::orders::{DeliveryView, OrderGroupView};

use crate::cx::Cx;
use crate::stations::StationCard;
use crate::ui::{Amount, Html, IntoHtml};

/// The facts and totals of an order group.
#[component]
pub(super) fn OrderDetails(
    /// The order group.
    group: OrderGroupView,
) -> Html {
    let cx = Cx::here();
    let note = (!group.note.is_empty()).then(|| {
        view! { <div><dt>{cx.t(t::ORDERS_NOTE)}</dt><dd dir="auto">{group.note}</dd></div> }
    });
    // All of it cancelled, the page says so at its top.
    let left = (group.due != group.total && group.due.minor > 0).then(|| {
        view! {
            <div class="c-summary__total">
                <dt>{cx.t(t::ORDERS_LEFT)}</dt>
                <dd data-testid="order-due"><Amount money=group.due/></dd>
            </div>
        }
    });
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::ORDERS_DETAILS)}</h2>
            <dl class="c-summary">
                <div><dt>{cx.t(t::CHECKOUT_GOODS)}</dt><dd><Amount money=group.goods/></dd></div>
                <div><dt>{cx.t(t::CHECKOUT_FREIGHT)}</dt><dd><Amount money=group.freight/></dd></div>
                <div class="c-summary__total">
                    <dt>{cx.t(t::CHECKOUT_TOTAL)}</dt>
                    <dd data-testid="order-total"><Amount money=group.total/></dd>
                </div>
                {left}
            </dl>
            <dl class="c-facts">
                <div><dt>{cx.t(t::ORDERS_RECIPIENT)}</dt><dd><bdi>{group.buyer_name}</bdi></dd></div>
                <div><dt>{cx.t(t::ORDERS_PHONE)}</dt><dd><bdi dir="ltr">{group.phone_masked}</bdi></dd></div>
                <div><dt>{cx.t(t::ORDERS_PAYMENT)}</dt><dd>{cx.t(method_name(group.payment_method))}</dd></div>
                <Destination delivery=group.delivery/>
                {note}
            </dl>
        </section>
    }
    .into_html()
}

/// The name of a way to pay.
pub(crate) const fn method_name(method: PaymentMethod) -> Text {
    match method {
        PaymentMethod::CashAtStation => t::CHECKOUT_PAYMENT_CASH,
        PaymentMethod::BankTransfer => t::CHECKOUT_PAYMENT_TRANSFER,
    }
}

/// The address, or the station with its opening hours.
#[component]
fn Destination(
    /// Where it goes.
    delivery: DeliveryView,
) -> Html {
    let cx = Cx::here();
    match delivery {
        DeliveryView::Station(station) => view! {
            <div>
                <dt>{cx.t(t::ORDERS_DELIVERY_STATION)}</dt>
                <dd><StationCard station=*station/></dd>
            </div>
        }
        .into_html(),
        DeliveryView::Address {
            province,
            city,
            district,
            street,
        } => view! {
            <div>
                <dt>{cx.t(t::ORDERS_DELIVERY_ADDRESS)}</dt>
                <dd>
                    <span>{cx.t(province_name(province))}</span><br/>
                    <bdi>{city}</bdi>" · "<bdi>{district}</bdi><br/>
                    <bdi>{street}</bdi>
                </dd>
            </div>
        }
        .into_html(),
    }
}
