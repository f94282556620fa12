//! The button of a product in a grid.

use domain::OfferId;
use leptos::prelude::*;

use crate::icon::{Icon, IconName};

/// The round button of a card: a form of its own, so it works before any script has arrived. A script takes over every
/// form marked `cart-add` at once: a list of 24 products hydrates one island and not 24.
#[component]
pub fn AddButton(
    /// Where the form goes.
    action: String,
    /// Where one comes back to.
    back: String,
    /// What is added.
    offer: OfferId,
    /// How much, in the offer's unit.
    quantity: i64,
    /// What the button does, with the product's name.
    label: String,
) -> impl IntoView {
    view! {
        <form class="c-product__add" method="post" action=action data-enhance="cart-add">
            <input type="hidden" name="offer" value=offer.get()/>
            <input type="hidden" name="quantity" value=quantity/>
            <input type="hidden" name="back" value=back/>
            <button class="c-round" aria-label=label><Icon name=IconName::Plus/></button>
        </form>
    }
}
