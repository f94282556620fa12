//! What is bought and what it comes to, with the button that places the order.

use domain::{Money, Unit};
use l10n::t;
use leptos::prelude::*;
use service::cart::{CartLine, CartSeller};
use service::checkout::CheckoutView;

use super::province::province_name;
use crate::cx::Cx;
use crate::routes::Cart;
use crate::ui::{Amount, QuantityText, Shape, ShopPicture, ShownName, size_text};

/// The lines, the totals, the button.
#[component]
pub(super) fn OrderSummary(
    /// The request.
    cx: Cx,
    /// What is bought.
    view: CheckoutView,
) -> impl IntoView {
    let button = if view.changes.is_empty() {
        t::CHECKOUT_PLACE
    } else {
        t::CHECKOUT_PLACE_AGAIN
    };
    let freight = match view.freight {
        Some(money) => view! { <Amount money cx=cx.clone()/> }.into_any(),
        None => view! { <bdi class="c-muted">{cx.t(t::CHECKOUT_FREIGHT_OPEN)}</bdi> }.into_any(),
    };
    let sellers = view
        .cart
        .sellers
        .into_iter()
        .map(|seller| view! { <SummarySeller cx=cx.clone() seller/> })
        .collect_view();
    view! {
        <aside class="c-card c-stack" aria-labelledby="checkout-summary">
            <div class="c-heading">
                <h2 class="c-card__title" id="checkout-summary">{cx.t(t::CHECKOUT_SUMMARY)}</h2>
                <a class="c-link" href=cx.url(&Cart::new())>{cx.t(t::CHECKOUT_EDIT_CART)}</a>
            </div>
            {sellers}
            <dl class="c-summary">
                <div>
                    <dt>{cx.t(t::CHECKOUT_GOODS)}</dt>
                    <dd data-testid="checkout-goods"><Amount money=view.cart.goods cx=cx.clone()/></dd>
                </div>
                <div>
                    <dt>{cx.t(t::CHECKOUT_FREIGHT)}</dt>
                    <dd data-testid="checkout-freight">{freight}</dd>
                </div>
                <div class="c-summary__total">
                    <dt>{cx.t(t::CHECKOUT_TOTAL)}</dt>
                    <dd data-testid="checkout-total"><Amount money=view.total cx=cx.clone()/></dd>
                </div>
            </dl>
            <FreightTable cx=cx.clone() freight=view.freight_by_province/>
            <button class="c-button c-button--primary c-button--block" data-testid="place-order">{cx.t(button)}</button>
            <p class="c-muted c-small">{cx.t(t::CHECKOUT_PAY_LATER)}</p>
        </aside>
    }
    .into_any()
}

/// What one cooperative sends.
#[component]
fn SummarySeller(
    /// The request.
    cx: Cx,
    /// The cooperative and its lines.
    seller: CartSeller,
) -> impl IntoView {
    let lines = seller
        .lines
        .into_iter()
        .map(|line| view! { <SummaryLine cx=cx.clone() line/> })
        .collect_view();
    view! {
        <section>
            <h3 class="c-small c-muted"><ShownName shown=seller.name/></h3>
            <ul class="c-list">{lines}</ul>
        </section>
    }
    .into_any()
}

/// A line: picture, name, how much, price.
#[component]
fn SummaryLine(
    /// The request.
    cx: Cx,
    /// The line.
    line: CartLine,
) -> impl IntoView {
    let size =
        (line.terms.sold_by.unit == Unit::Piece).then(|| view! { <bdi>{size_text(&cx, &line.terms)}</bdi>" × " });
    let picture =
        (!line.picture.key.is_empty()).then(|| view! { <ShopPicture picture=line.picture shape=Shape::Thumb/> });
    view! {
        <li class="c-line" data-testid="checkout-line">
            <span class="c-line__picture">{picture}</span>
            <div class="c-line__body">
                <p><ShownName shown=line.name/></p>
                <p class="c-muted c-small">{size}<QuantityText quantity=line.quantity unit=line.terms.sold_by.unit cx=cx.clone()/></p>
            </div>
            <span class="c-line__side"><Amount money=line.total cx=cx.clone()/></span>
        </li>
    }
    .into_any()
}

/// What the parcel costs to every province: for choosing without script, and for the form's script.
#[component]
fn FreightTable(
    /// The request.
    cx: Cx,
    /// The fees.
    freight: Vec<(domain::Province, Money)>,
) -> impl IntoView {
    let rows = freight
        .into_iter()
        .map(|(province, money)| {
            view! {
                <tr data-province=province.code() data-minor=money.minor.to_string()>
                    <th scope="row">{cx.t(province_name(province))}</th>
                    <td><Amount money cx=cx.clone()/></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <details>
            <summary>{cx.t(t::CHECKOUT_FREIGHT_TABLE)}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{cx.t(t::CHECKOUT_PROVINCE)}</th>
                        <th scope="col">{cx.t(t::CHECKOUT_FREIGHT)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}
