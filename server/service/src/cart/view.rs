//! What the cart shows.

use domain::{Locale, Money, OfferId, OfferTerms, Quantity, Weight};

use crate::{Picture, Shown};

/// A cart, by cooperative.
#[derive(Clone, Debug)]
pub struct CartView {
    /// The language of its names.
    pub locale: Locale,
    /// Lines by cooperative, in the order they were first added.
    pub sellers: Vec<CartSeller>,
    /// Price of all goods that can be bought.
    pub goods: Money,
    /// Weight of all goods that can be bought, with packing.
    pub weight: Weight,
    /// How many lines there are (the number on the badge).
    pub count: u32,
}

impl CartView {
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.sellers.is_empty()
    }

    /// Whether every line can be bought as it stands.
    pub fn is_orderable(&self) -> bool {
        !self.is_empty()
            && self
                .sellers
                .iter()
                .flat_map(|s| &s.lines)
                .all(|l| l.state == LineState::Ready)
    }
}

/// The lines of one cooperative.
#[derive(Clone, Debug)]
pub struct CartSeller {
    /// Its name.
    pub name: Shown,
    /// Its name in the URL.
    pub slug: String,
    /// Its lines.
    pub lines: Vec<CartLine>,
    /// Their sum.
    pub goods: Money,
}

/// One offer in the cart.
#[derive(Clone, Debug)]
pub struct CartLine {
    /// The offer.
    pub offer: OfferId,
    /// The product's name in the URL.
    pub product_slug: String,
    /// The product's name.
    pub name: Shown,
    /// Its picture.
    pub picture: Picture,
    /// Unit, steps, price now.
    pub terms: OfferTerms,
    /// How much, in the offer's unit.
    pub quantity: Quantity,
    /// Price of the line now.
    pub total: Money,
    /// What can be bought at the most now, in the offer's unit.
    pub available: i64,
    /// Whether it can be bought.
    pub state: LineState,
}

/// Whether a cart line can be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineState {
    /// Yes.
    Ready,
    /// Less is there than the cart asks for; `available` says how much.
    Short,
    /// Sold out or no longer sold.
    Gone,
}
