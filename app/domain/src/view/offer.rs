//! A size of a product.

use crate::{OfferId, OfferTerms};
use serde::{Deserialize, Serialize};

/// A size of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    /// The offer.
    pub id: OfferId,
    /// Unit, steps, price.
    pub terms: OfferTerms,
    /// What can still be bought, in the offer's unit.
    pub available: i64,
}

impl OfferView {
    /// Whether the least that is sold can be bought.
    pub fn is_there(&self) -> bool {
        self.available >= self.terms.sold_by.min.max(1)
    }

    /// The most that can be bought now.
    pub fn most(&self) -> i64 {
        self.terms.sold_by.most_of(self.available)
    }

    /// The size chosen at first, and whose price lists show: see [`OfferTerms::rank`].
    pub fn first_choice(offers: &[Self]) -> Option<&Self> {
        offers
            .iter()
            .min_by_key(|offer| (offer.terms.rank(offer.available), offer.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Currency, Money, PriceSteps, PricedBy, SoldBy, Unit};

    fn size(id: i64, unit: Unit, minor: i64, available: i64) -> OfferView {
        let least = if unit == Unit::Piece { 1 } else { 500 };
        OfferView {
            id: OfferId(id),
            terms: OfferTerms {
                sold_by: SoldBy {
                    unit,
                    step: least,
                    min: least,
                    max: 20 * least,
                },
                priced_by: PricedBy {
                    unit,
                    reference_amount: least,
                },
                price: Money::new(minor, Currency::Cny),
                steps: PriceSteps::NONE,
                net_grams: 500,
                gross_grams: 520,
            },
            available,
        }
    }

    #[test]
    fn the_cheapest_packet_that_is_there_is_chosen_at_first() {
        let sizes = [
            size(1, Unit::Piece, 5200, 9),
            size(2, Unit::Gram, 2580, 9000),
            size(3, Unit::Piece, 2600, 0),
            size(4, Unit::Piece, 2680, 9),
        ];
        let first = |sizes: &[OfferView]| OfferView::first_choice(sizes).map(|size| size.id);
        assert_eq!(first(&sizes), Some(OfferId(4)));
        assert_eq!(first(&sizes[1..3]), Some(OfferId(2)), "what is sold out comes last");
        assert_eq!(first(&sizes[2..3]), Some(OfferId(3)));
        assert_eq!(first(&[]), None);
    }
}
