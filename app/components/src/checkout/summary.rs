//! What it comes to: goods, freight, total.

use domain::view::{CartLine, CartSeller, CartView};
use domain::{DeliveryMethod, FreightRegion, Locale, Money, Province, Unit};
use l10n::{format, t};
use leptos::prelude::*;

use super::{Deciding, province_name};
use crate::inert::inert;
use crate::live::live;
use crate::picture::{Shape, ShopPicture};
use crate::price::{Amount, QuantityText, size_text};
use crate::text::ShownName;
use crate::words::words;

/// What is bought and what it comes to, with the button that places the order.
#[component]
pub(super) fn Summary(
    /// What was decided so far.
    deciding: Deciding,
    /// What is bought.
    cart: CartView,
    /// Sending the form agrees to a change.
    has_changes: bool,
    /// Freight to each region.
    freight: Vec<(FreightRegion, Money)>,
    /// Address of the cart.
    cart_place: String,
) -> impl IntoView {
    let words = words();
    let locale = words.locale();
    let goods = cart.goods;
    let table = freight.clone();
    let fee = live(move || match deciding.method()? {
        DeliveryMethod::Station => Some(Money::zero(goods.currency)),
        DeliveryMethod::Address => {
            let region = deciding.province.with(|code| Province::from_code(code))?.region();
            freight.iter().find(|(known, _)| *known == region).map(|(_, fee)| *fee)
        }
    });
    let open = words.get(t::CHECKOUT_FREIGHT_OPEN);
    let fee_text = live(move || {
        Some(match fee.get() {
            Some(fee) => format::money(locale, fee),
            None => open.clone(),
        })
    });
    let fee_class = live(move || if fee.get().is_some() { "c-num" } else { "c-muted" });
    let total = live(move || {
        let total = fee.get().and_then(|fee| goods.checked_add(fee).ok()).unwrap_or(goods);
        Some(format::money(locale, total))
    });
    let button = if has_changes {
        t::CHECKOUT_PLACE_AGAIN
    } else {
        t::CHECKOUT_PLACE
    };
    view! {
        <aside class="c-card c-stack" aria-labelledby="checkout-summary">
            {inert(|| view! {
                <div class="c-heading">
                    <h2 class="c-card__title" id="checkout-summary">{words.get(t::CHECKOUT_SUMMARY)}</h2>
                    <a class="c-link" href=cart_place>{words.get(t::CHECKOUT_EDIT_CART)}</a>
                </div>
            })}
            {inert(|| view! { <div class="c-stack">{sellers(cart)}</div> })}
            <dl class="c-summary">
                {inert(|| view! {
                    <div>
                        <dt>{words.get(t::CHECKOUT_GOODS)}</dt>
                        <dd data-testid="checkout-goods"><Amount money=goods locale/></dd>
                    </div>
                })}
                <div>
                    {inert(|| view! { <dt>{words.get(t::CHECKOUT_FREIGHT)}</dt> })}
                    <dd data-testid="checkout-freight"><bdi class=fee_class>{fee_text}</bdi></dd>
                </div>
                <div class="c-summary__total">
                    {inert(|| view! { <dt>{words.get(t::CHECKOUT_TOTAL)}</dt> })}
                    <dd data-testid="checkout-total"><bdi class="c-num">{total}</bdi></dd>
                </div>
            </dl>
            {inert(|| view! { <FreightTable freight=table/> })}
            {inert(|| view! {
                <button class="c-button c-button--primary c-button--block" data-testid="place-order">{words.get(button)}</button>
            })}
            {inert(|| view! { <p class="c-muted c-small">{words.get(t::CHECKOUT_PAY_LATER)}</p> })}
        </aside>
    }
}

/// What each cooperative sends.
pub(super) fn sellers(cart: CartView) -> impl IntoView {
    cart.sellers
        .into_iter()
        .map(|seller| view! { <SummarySeller seller/> })
        .collect_view()
}

/// What one cooperative sends.
#[component]
pub(super) fn SummarySeller(
    /// The cooperative and its lines.
    seller: CartSeller,
) -> impl IntoView {
    let lines = seller
        .lines
        .into_iter()
        .map(|line| view! { <SummaryLine line/> })
        .collect_view();
    view! {
        <section>
            <h3 class="c-small c-muted"><ShownName shown=seller.name/></h3>
            <ul class="c-list">{lines}</ul>
        </section>
    }
}

/// A line: picture, name, how much, price.
#[component]
pub(super) fn SummaryLine(
    /// The line.
    line: CartLine,
) -> impl IntoView {
    let locale = words().locale();
    let unit = line.terms.sold_by.unit;
    let size = (unit == Unit::Piece).then(|| view! { <bdi>{size_text(locale, &line.terms)}</bdi>" × " });
    let picture =
        (!line.picture.key.is_empty()).then(|| view! { <ShopPicture picture=line.picture shape=Shape::Thumb/> });
    view! {
        <li class="c-line" data-testid="checkout-line">
            <span class="c-line__picture">{picture}</span>
            <div class="c-line__body">
                <p><ShownName shown=line.name/></p>
                <p class="c-muted c-small">{size}<QuantityText quantity=line.quantity unit locale/></p>
            </div>
            <span class="c-line__side"><Amount money=line.total locale/></span>
        </li>
    }
}

/// What the parcel costs to every province, for choosing without script.
#[component]
pub(super) fn FreightTable(
    /// Freight to each region.
    freight: Vec<(FreightRegion, Money)>,
) -> impl IntoView {
    let words = words();
    let locale: Locale = words.locale();
    let rows = Province::ALL
        .into_iter()
        .filter_map(|province| {
            let (_, money) = *freight.iter().find(|(region, _)| *region == province.region())?;
            Some(view! {
                <tr>
                    <th scope="row">{words.get(province_name(province))}</th>
                    <td><Amount money locale/></td>
                </tr>
            })
        })
        .collect_view();
    view! {
        <details>
            <summary>{words.get(t::CHECKOUT_FREIGHT_TABLE)}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.get(t::CHECKOUT_PROVINCE)}</th>
                        <th scope="col">{words.get(t::CHECKOUT_FREIGHT)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}
