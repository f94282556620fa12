//! What it comes to: goods, freight, total.

use domain::view::{CartLine, CartSeller, CartView, LineState};
use domain::{DeliveryMethod, FreightRegion, Locale, Money, Province, Quantity, Unit};
use l10n::{Words, format, t};
use leptos::either::Either;
use leptos::prelude::*;

use super::{Deciding, province_name};
use crate::inert::inert;
use crate::live::live;
use crate::picture::{Shape, ShopPicture};
use crate::price::{Amount, QuantityText, quantity_text, size_text, step_text};
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
    view! {
        <aside class="c-card c-stack" aria-labelledby="checkout-summary">
            {inert(|| view! {
                <div class="c-heading">
                    <h2 class="c-card__title" id="checkout-summary">{words.get(t::CHECKOUT_SUMMARY)}</h2>
                    <a class="c-link" href=cart_place.clone()>{words.get(t::CHECKOUT_EDIT_CART)}</a>
                </div>
            })}
            {inert(|| view! { <div class="c-stack">{sellers(cart.clone())}</div> })}
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
                <div class="c-stack"><LastStep is_orderable=cart.is_orderable() has_changes cart_place/></div>
            })}
            {inert(|| view! { <p class="c-muted c-small">{words.get(t::CHECKOUT_PAY_LATER)}</p> })}
        </aside>
    }
}

/// The button that places the order; where something in it cannot be bought as it stands, the way to the cart instead.
#[component]
fn LastStep(
    /// Every line can be bought.
    is_orderable: bool,
    /// Sending the form agrees to a change.
    has_changes: bool,
    /// Address of the cart.
    cart_place: String,
) -> impl IntoView {
    let words = words();
    if !is_orderable {
        return Either::Left(view! {
            <p class="c-notice c-notice--warn">{words.get(t::CART_NOT_ORDERABLE)}</p>
            <a class="c-button c-button--primary c-button--block" href=cart_place data-testid="to-cart">
                {words.get(t::CHECKOUT_EDIT_CART)}
            </a>
        });
    }
    let button = if has_changes {
        t::CHECKOUT_PLACE_AGAIN
    } else {
        t::CHECKOUT_PLACE
    };
    Either::Right(view! {
        <button class="c-button c-button--primary c-button--block" data-testid="place-order">{words.get(button)}</button>
    })
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

/// A line: picture, name, how much, price. What cannot be bought is not counted and has no price; it says why.
#[component]
pub(super) fn SummaryLine(
    /// The line.
    line: CartLine,
) -> impl IntoView {
    let words = words();
    let locale = words.locale();
    let unit = line.terms.sold_by.unit;
    let is_ready = line.state == LineState::Ready;
    let steps = (is_ready && !line.terms.steps.is_empty()).then(|| {
        let text = step_text(&words, &line.terms, line.quantity, line.available);
        view! { <p class="c-small" data-testid="line-step">{text}</p> }
    });
    let problem = problem_text(&words, &line)
        .map(|text| view! { <p class="c-notice c-notice--error" data-testid="line-problem">{text}</p> });
    let price = is_ready.then(|| view! { <Amount money=line.total locale/> });
    let size = (unit == Unit::Piece).then(|| view! { <bdi>{size_text(locale, &line.terms)}</bdi>" × " });
    let picture =
        (!line.picture.key.is_empty()).then(|| view! { <ShopPicture picture=line.picture shape=Shape::Thumb/> });
    view! {
        <li class="c-line" data-testid="checkout-line">
            <span class="c-line__picture">{picture}</span>
            <div class="c-line__body">
                <p><ShownName shown=line.name/></p>
                <p class="c-muted c-small">{size}<QuantityText quantity=line.quantity unit locale/></p>
                {steps}
                {problem}
            </div>
            <span class="c-line__side">{price}</span>
        </li>
    }
}

/// Why a line cannot be bought as it stands: what is left of it, or that nothing is.
fn problem_text(words: &Words, line: &CartLine) -> Option<String> {
    match line.state {
        LineState::Ready => None,
        LineState::Short => {
            let left = quantity_text(words.locale(), Quantity(line.available), line.terms.sold_by.unit);
            Some(words.get(t::cart_line_short(left)))
        }
        LineState::Gone => Some(words.get(t::CART_LINE_GONE)),
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
