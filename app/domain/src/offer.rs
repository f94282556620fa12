//! What an offer costs and weighs: the unit it is sold in, the unit it is priced in.

use crate::named::named_enum;
use crate::{Money, MoneyError, Quantity, SoldBy, Unit, Weight, WeightOverflow};
use serde::{Deserialize, Serialize};

/// Heaviest pack, grams: what one person carries.
pub const MAX_NET_GRAMS: i64 = 100_000;
/// Packing that is weighed with a pack, grams at the least.
const LEAST_PACKING: i64 = 30;
/// Most packs, and most grams of what is weighed out, in one order.
const MOST_PACKS: i64 = 99;
const MOST_GRAMS: i64 = 50_000;

named_enum! {
    /// How a cooperative sells what it adds.
    pub enum SoldAs {
        /// In packs, bottles or pieces that all weigh the same, with a price each.
        Pack = "pack",
        /// Weighed out, with a price for a kilogram.
        Weight = "weight",
    }
}

impl SoldAs {
    /// The terms of a new offer at this price; `net_grams` is what a pack holds.
    pub fn terms(self, price: Money, net_grams: i64) -> OfferTerms {
        match self {
            Self::Pack => OfferTerms {
                sold_by: SoldBy {
                    unit: Unit::Piece,
                    step: 1,
                    min: 1,
                    max: MOST_PACKS,
                },
                priced_by: PricedBy {
                    unit: Unit::Piece,
                    reference_amount: 1,
                },
                price,
                net_grams,
                // What a box or a bag adds; its cooperative need not weigh it.
                gross_grams: net_grams + (net_grams * 8 / 100).max(LEAST_PACKING),
            },
            Self::Weight => OfferTerms {
                sold_by: SoldBy {
                    unit: Unit::Gram,
                    step: 100,
                    min: 500,
                    max: MOST_GRAMS,
                },
                priced_by: PricedBy {
                    unit: Unit::Gram,
                    reference_amount: 1000,
                },
                price,
                net_grams: 1,
                gross_grams: 1,
            },
        }
    }
}

/// What a price stands for: `reference_amount` of `unit`, such as 500 g or 1 piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PricedBy {
    pub unit: Unit,
    pub reference_amount: i64,
}

/// The terms of one offer, as they stand now in the shop or stood when it was sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OfferTerms {
    pub sold_by: SoldBy,
    pub priced_by: PricedBy,
    /// For [`PricedBy::reference_amount`].
    pub price: Money,
    /// Grams of goods in one sold piece; 1 when sold by the gram.
    pub net_grams: i64,
    /// The same with its packing: what freight is charged for.
    pub gross_grams: i64,
}

impl OfferTerms {
    /// What `quantity` costs, rounded once, half to even.
    pub fn line_total(&self, quantity: Quantity) -> Result<Money, MoneyError> {
        let priced_amount = quantity.amount().checked_mul(self.priced_units_per_sold()?);
        self.price.times_ratio(
            priced_amount.ok_or(MoneyError::Overflow)?,
            self.priced_by.reference_amount,
        )
    }

    /// What `quantity` weighs with its packing.
    pub fn line_weight(&self, quantity: Quantity) -> Result<Weight, WeightOverflow> {
        Weight(self.gross_grams).times(quantity.amount())
    }

    /// What a kilogram of the goods themselves costs, to compare sizes by; none for what has no
    /// weight of its own.
    pub fn price_per_kg(&self) -> Option<Money> {
        let grams_per_priced_unit = match self.priced_by.unit {
            Unit::Gram => 1,
            unit if unit == self.sold_by.unit => self.net_grams,
            _ => return None,
        };
        let grams = self.priced_by.reference_amount.checked_mul(grams_per_priced_unit)?;
        if grams <= 0 {
            return None;
        }
        self.price.times_ratio(1000, grams).ok()
    }

    /// How many priced units one sold unit holds: a 250 g bag priced by weight holds 250.
    fn priced_units_per_sold(&self) -> Result<i64, MoneyError> {
        match self.priced_by.unit {
            unit if unit == self.sold_by.unit => Ok(1),
            Unit::Gram => Ok(self.net_grams),
            Unit::Piece | Unit::Millilitre => Err(MoneyError::UnitMismatch),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;

    #[test]
    fn a_new_offer_costs_and_weighs_what_its_maker_said() {
        let pack = SoldAs::Pack.terms(fen(2980), 500);
        assert_eq!(pack.line_total(Quantity(2)), Ok(fen(5960)));
        assert_eq!(pack.price_per_kg(), Some(fen(5960)));
        assert_eq!(pack.gross_grams, 540);
        assert_eq!(SoldAs::Pack.terms(fen(1), 10).gross_grams, 40);
        let loose = SoldAs::Weight.terms(fen(9100), 0);
        assert_eq!(loose.line_total(Quantity(500)), Ok(fen(4550)));
        assert!(loose.sold_by.accept(600).is_ok() && loose.sold_by.accept(100).is_err());
    }

    const fn fen(minor: i64) -> Money {
        Money::new(minor, Currency::Cny)
    }

    /// Loose badam at 45.50 for a 斤 (500 g).
    const LOOSE: OfferTerms = OfferTerms {
        sold_by: SoldBy {
            unit: Unit::Gram,
            step: 1,
            min: 1,
            max: 100_000,
        },
        priced_by: PricedBy {
            unit: Unit::Gram,
            reference_amount: 500,
        },
        price: fen(4550),
        net_grams: 1,
        gross_grams: 1,
    };

    /// A 250 g bag at 25.00.
    const BAG: OfferTerms = OfferTerms {
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
        price: fen(2500),
        net_grams: 250,
        gross_grams: 280,
    };

    #[test]
    fn loose_goods_cost_by_weight() {
        assert_eq!(LOOSE.line_total(Quantity(750)), Ok(fen(6825)));
        assert_eq!(LOOSE.price_per_kg(), Some(fen(9100)));
        assert_eq!(LOOSE.line_weight(Quantity(750)), Ok(Weight(750)));
    }

    #[test]
    fn bags_cost_by_the_piece_and_travel_with_their_packing() {
        assert_eq!(BAG.line_total(Quantity(3)), Ok(fen(7500)));
        assert_eq!(BAG.price_per_kg(), Some(fen(10_000)));
        assert_eq!(BAG.line_weight(Quantity(3)), Ok(Weight(840)));
    }

    #[test]
    fn a_bag_may_be_priced_by_what_is_in_it() {
        let by_content = OfferTerms {
            priced_by: LOOSE.priced_by,
            price: LOOSE.price,
            ..BAG
        };
        assert_eq!(by_content.line_total(Quantity(3)), Ok(fen(6825)));
        assert_eq!(by_content.price_per_kg(), Some(fen(9100)));
    }

    #[test]
    fn a_line_is_rounded_once_half_to_even() {
        let cheap = OfferTerms {
            price: fen(25),
            ..LOOSE
        };
        assert_eq!(cheap.line_total(Quantity(10)), Ok(fen(0)), "0.5 fen");
        assert_eq!(cheap.line_total(Quantity(30)), Ok(fen(2)), "1.5 fen");
        assert_eq!(cheap.line_total(Quantity(31)), Ok(fen(2)), "1.55 fen");
    }

    #[test]
    fn goods_without_a_weight_have_no_price_per_kilogram() {
        let weightless = OfferTerms { net_grams: 0, ..BAG };
        assert_eq!(weightless.price_per_kg(), None);
    }

    #[test]
    fn terms_that_contradict_themselves_have_no_price() {
        let by_piece = OfferTerms {
            priced_by: BAG.priced_by,
            ..LOOSE
        };
        assert_eq!(by_piece.line_total(Quantity(500)), Err(MoneyError::UnitMismatch));
        assert_eq!(by_piece.price_per_kg(), None);

        let per_nothing = OfferTerms {
            priced_by: PricedBy {
                reference_amount: 0,
                ..BAG.priced_by
            },
            ..BAG
        };
        assert_eq!(per_nothing.line_total(Quantity(1)), Err(MoneyError::DivisionByZero));
        assert_eq!(per_nothing.price_per_kg(), None);
    }

    #[test]
    fn absurd_amounts_are_refused_rather_than_wrapped() {
        assert_eq!(BAG.line_total(Quantity(i64::MAX)), Err(MoneyError::Overflow));
        assert_eq!(BAG.line_weight(Quantity(i64::MAX)), Err(WeightOverflow));
        let by_content = OfferTerms {
            priced_by: LOOSE.priced_by,
            ..BAG
        };
        assert_eq!(by_content.line_total(Quantity(i64::MAX)), Err(MoneyError::Overflow));
    }
}
