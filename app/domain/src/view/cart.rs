//! What the cart shows.

use super::{Picture, Shown};
use crate::{Locale, Money, OfferId, OfferTerms, Quantity, Weight};
use serde::{Deserialize, Serialize};

/// A cart, by cooperative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

    /// All lines, in the order they are shown.
    pub fn lines(&self) -> impl Iterator<Item = &CartLine> {
        self.sellers.iter().flat_map(|seller| &seller.lines)
    }

    /// The line of an offer.
    pub fn line(&self, offer: OfferId) -> Option<&CartLine> {
        self.lines().find(|line| line.offer == offer)
    }

    /// The cart as it will be with another quantity of a line, `0` without it, with all sums anew. What is too large to be
    /// counted changes nothing: the shop will refuse it.
    pub fn set_quantity(&mut self, offer: OfferId, quantity: Quantity) {
        let mut next = self.clone();
        for seller in &mut next.sellers {
            if quantity.amount() == 0 {
                seller.lines.retain(|line| line.offer != offer);
            }
            for line in seller.lines.iter_mut().filter(|line| line.offer == offer) {
                line.quantity = quantity;
                line.state = match line.available {
                    0 => LineState::Gone,
                    there if there < quantity.amount() => LineState::Short,
                    _ => LineState::Ready,
                };
            }
        }
        next.sellers.retain(|seller| !seller.lines.is_empty());
        if next.count_anew().is_some() {
            *self = next;
        }
    }

    /// Works out every sum from the lines; nothing when one does not fit.
    fn count_anew(&mut self) -> Option<()> {
        self.goods = Money::zero(self.goods.currency);
        self.weight = Weight::ZERO;
        self.count = u32::try_from(self.lines().count()).ok()?;
        for seller in &mut self.sellers {
            seller.goods = Money::zero(seller.goods.currency);
            for line in &mut seller.lines {
                line.total = line.terms.line_total(line.quantity).ok()?;
                if line.state == LineState::Ready {
                    seller.goods = seller.goods.checked_add(line.total).ok()?;
                    let weight = line.terms.line_weight(line.quantity).ok()?;
                    self.weight = self.weight.checked_add(weight).ok()?;
                }
            }
            self.goods = self.goods.checked_add(seller.goods).ok()?;
        }
        Some(())
    }

    /// Whether every line can be bought as it stands.
    pub fn is_orderable(&self) -> bool {
        !self.is_empty() && self.lines().all(|line| line.state == LineState::Ready)
    }
}

/// The lines of one cooperative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineState {
    /// Yes.
    Ready,
    /// Less is there than the cart asks for; `available` says how much.
    Short,
    /// Sold out or no longer sold.
    Gone,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Currency, PriceSteps, PricedBy, SoldBy, Unit};

    fn line(offer: i64, quantity: i64, available: i64) -> CartLine {
        let terms = OfferTerms {
            sold_by: SoldBy {
                unit: Unit::Piece,
                step: 1,
                min: 1,
                max: 99,
            },
            priced_by: PricedBy {
                unit: Unit::Piece,
                reference_amount: 1,
            },
            price: Money::new(250, Currency::Cny),
            steps: PriceSteps::NONE,
            net_grams: 500,
            gross_grams: 520,
        };
        CartLine {
            offer: OfferId(offer),
            product_slug: String::new(),
            name: Shown::default(),
            picture: Picture::unpack(""),
            terms,
            quantity: Quantity(quantity),
            total: Money::zero(Currency::Cny),
            available,
            state: LineState::Ready,
        }
    }

    fn cart() -> CartView {
        let seller = |slug: &str, lines| CartSeller {
            name: Shown::default(),
            slug: slug.to_owned(),
            lines,
            goods: Money::zero(Currency::Cny),
        };
        let mut cart = CartView {
            locale: Locale::Es,
            sellers: vec![
                seller("a", vec![line(1, 2, 9)]),
                seller("b", vec![line(2, 1, 9), line(3, 4, 9)]),
            ],
            goods: Money::zero(Currency::Cny),
            weight: Weight(0),
            count: 0,
        };
        cart.set_quantity(OfferId(1), Quantity(2));
        cart
    }

    fn sums(cart: &CartView) -> (Vec<i64>, i64, i64, u32) {
        let sellers = cart.sellers.iter().map(|seller| seller.goods.minor).collect();
        (sellers, cart.goods.minor, cart.weight.grams(), cart.count)
    }

    #[test]
    fn each_cooperative_keeps_its_own_sum() {
        let mut cart = cart();
        assert_eq!(sums(&cart), (vec![500, 1250], 1750, 7 * 520, 3));
        cart.set_quantity(OfferId(3), Quantity(1));
        assert_eq!(sums(&cart), (vec![500, 500], 1000, 4 * 520, 3));
        cart.set_quantity(OfferId(1), Quantity(0));
        assert_eq!(sums(&cart), (vec![500], 500, 2 * 520, 2));
        assert_eq!(cart.sellers[0].slug, "b");
    }

    #[test]
    fn a_line_costs_what_its_amount_reaches() {
        let mut cart = cart();
        cart.sellers[1].lines[0].terms.steps = PriceSteps::read("5=200;8=150;");
        for (amount, goods) in [(4, 1000), (5, 1000), (8, 1200), (7, 1400)] {
            cart.set_quantity(OfferId(2), Quantity(amount));
            assert_eq!(sums(&cart).0, [500, 1000 + goods], "{amount}");
        }
    }

    #[test]
    fn what_is_not_there_costs_nothing_until_less_is_asked_for() {
        let mut cart = cart();
        cart.set_quantity(OfferId(2), Quantity(10));
        assert!(!cart.is_orderable());
        assert_eq!(sums(&cart).0, [500, 1000]);
        cart.set_quantity(OfferId(2), Quantity(9));
        assert!(cart.is_orderable());
        assert_eq!(sums(&cart).0, [500, 3250]);
    }
}
