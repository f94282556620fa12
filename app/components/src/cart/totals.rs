//! What the cart comes to, and the way to the checkout.

use domain::view::CartView;
use l10n::{format, t};
use leptos::prelude::*;

use super::{Trouble, TroubleKind};
use crate::inert::{inert, inert_contents};
use crate::live::live;
use crate::words::{Say, words};

/// What it comes to, and the way to the checkout.
#[component]
pub(super) fn CartTotals(
    /// What is in the cart.
    cart: Signal<CartView>,
    /// Lines whose typed quantity is not the cart's.
    troubles: Signal<Vec<Trouble>>,
) -> impl IntoView {
    let words = words();
    let locale = words.locale();
    let is_orderable = Memo::new(move |_| cart.with(CartView::is_orderable));
    // A quantity that was not saved for want of a network is tried again by going on.
    let is_blocked = move || {
        troubles.with(|troubles| {
            troubles
                .iter()
                .any(|trouble| matches!(trouble.kind, TroubleKind::Rules | TroubleKind::Refused(_)))
        })
    };
    let is_closed = live(move || !is_orderable.get() || is_blocked());
    view! {
        <aside class="c-cart__sum" aria-labelledby="cart-summary">
            <div class="c-card">
                {inert(|| view! { <h2 class="c-card__title" id="cart-summary"><Say text=t::CART_SUMMARY/></h2> })}
                <dl class="c-summary">
                    <div>
                        {inert(|| view! { <dt><Say text=t::CART_WEIGHT/></dt> })}
                        <dd data-testid="cart-weight">
                            <bdi class="c-num">{live(move || Some(format::weight(locale, cart.with(|cart| cart.weight))))}</bdi>
                        </dd>
                    </div>
                </dl>
                {inert(|| view! { <p class="c-muted c-small"><Say text=t::CART_FREIGHT_LATER/></p> })}
            </div>
            <div class="c-till">
                <dl class="c-till__total">
                    {inert(|| view! { <dt><Say text=t::CART_GOODS/></dt> })}
                    <dd data-testid="cart-goods">
                        <bdi class="c-num">{live(move || Some(format::money(locale, cart.with(|cart| cart.goods))))}</bdi>
                    </dd>
                </dl>
                <button
                    class="c-button c-button--primary"
                    name="checkout"
                    value="1"
                    data-testid="checkout"
                    hidden=is_closed
                >
                    {inert_contents(|| words.get(t::BUTTON_CHECKOUT))}
                </button>
                // The style shows it while the button is hidden.
                {inert(|| view! { <p class="c-notice c-notice--warn"><Say text=t::CART_NOT_ORDERABLE/></p> })}
            </div>
        </aside>
    }
}
