//! What an offer costs and weighs: the unit it is sold in, the unit it is priced in.

use crate::named::named_enum;
use crate::typed::is_dash;
use crate::{
    AmountError, Money, MoneyError, PriceStep, PriceSteps, Quantity, QuantityError, SoldBy, Unit, Weight,
    WeightOverflow, parse_stock,
};
use serde::{Deserialize, Serialize};

/// Heaviest pack, grams: what one person carries.
pub const MAX_NET_GRAMS: i64 = 100_000;
/// Packing that is weighed with a pack, grams at the least.
const LEAST_PACKING: i64 = 30;
/// Most packs, and most grams of what is weighed out, in one order.
const MOST_PACKS: i64 = 99;
const MOST_GRAMS: i64 = 50_000;
/// The same where a cooperative sets it itself: pieces, and grams or millilitres.
const MAX_PIECES_AT_ONCE: i64 = 1_000;
const MAX_MEASURE_AT_ONCE: i64 = 500_000;
/// What nobody weighs out singly, grams or millilitres.
const LEAST_MEASURE: i64 = 10;
/// How far back orders count towards what one buyer may have of a size, days.
pub const BUYER_LIMIT_DAYS: i64 = 30;

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
    /// In which amounts a new offer is sold.
    pub const fn sold_by(self) -> SoldBy {
        match self {
            Self::Pack => SoldBy {
                unit: Unit::Piece,
                step: 1,
                min: 1,
                max: MOST_PACKS,
            },
            Self::Weight => SoldBy {
                unit: Unit::Gram,
                step: 100,
                min: 500,
                max: MOST_GRAMS,
            },
        }
    }

    /// The terms of a new offer at this price; `net_grams` is what a pack holds.
    pub fn terms(self, price: Money, net_grams: i64) -> OfferTerms {
        let sold_by = self.sold_by();
        match self {
            Self::Pack => OfferTerms {
                sold_by,
                priced_by: PricedBy {
                    unit: Unit::Piece,
                    reference_amount: 1,
                },
                price,
                steps: PriceSteps::NONE,
                net_grams,
                // What a box or a bag adds; its cooperative need not weigh it.
                gross_grams: net_grams + (net_grams * 8 / 100).max(LEAST_PACKING),
            },
            Self::Weight => OfferTerms {
                sold_by,
                priced_by: PricedBy {
                    unit: Unit::Gram,
                    reference_amount: 1000,
                },
                price,
                steps: PriceSteps::NONE,
                net_grams: 1,
                gross_grams: 1,
            },
        }
    }
}

impl SoldBy {
    /// The same goods, with the most that a cooperative may let one buy at once.
    pub const fn up_to_any(self) -> Self {
        let max = match self.unit {
            Unit::Piece => MAX_PIECES_AT_ONCE,
            Unit::Gram | Unit::Millilitre => MAX_MEASURE_AT_ONCE,
        };
        Self { max, ..self }
    }

    /// The least that a cooperative may set as the smallest amount sold, and as what amounts grow by.
    pub const fn least_portion(self) -> i64 {
        match self.unit {
            Unit::Piece => 1,
            Unit::Gram | Unit::Millilitre => LEAST_MEASURE,
        }
    }

    /// Reads the smallest amount sold, or what amounts grow by, as a cooperative types it; a bare number counts as in
    /// [`parse_stock`].
    ///
    /// # Errors
    /// It is no amount, or not between [`least_portion`](Self::least_portion) and the most of [`up_to_any`](Self::up_to_any).
    pub fn parse_portion(self, field: &str) -> Result<i64, QuantityError> {
        let (min, max) = (self.least_portion(), self.up_to_any().max);
        match parse_stock(field, self.unit) {
            Ok(amount) if amount < min => Err(QuantityError::TooLittle { min }),
            Ok(amount) if amount > max => Err(QuantityError::TooMuch { max }),
            Ok(amount) => Ok(amount),
            Err(AmountError::NotANumber) => Err(QuantityError::NotANumber),
            Err(AmountError::TooLarge) => Err(QuantityError::TooMuch { max }),
        }
    }

    /// The same goods in other amounts, whose most is where it was, or the next amount below that is sold.
    ///
    /// # Errors
    /// The most is less than the least.
    pub fn in_portions(self, min: i64, step: i64) -> Result<Self, QuantityError> {
        let changed = Self { min, step, ..self };
        let max = changed.accept(changed.most_of(i64::MAX))?.amount();
        Ok(Self { max, ..changed })
    }

    /// Reads the most that one may buy at once, as a cooperative types it: an amount that is sold; a bare number counts as in
    /// [`parse_stock`].
    ///
    /// # Errors
    /// It is no amount, or not one that could be sold.
    pub fn parse_most(&self, field: &str) -> Result<i64, QuantityError> {
        let wide = self.up_to_any();
        match parse_stock(field, self.unit) {
            Ok(amount) => wide.accept(amount).map(|quantity| quantity.amount()),
            Err(AmountError::NotANumber) => Err(QuantityError::NotANumber),
            Err(AmountError::TooLarge) => Err(QuantityError::TooMuch { max: wide.max }),
        }
    }

    /// Reads the most that one buyer may have within [`BUYER_LIMIT_DAYS`], in however many orders, as a cooperative types it: an
    /// amount that is sold, as in [`parse_most`](Self::parse_most). Nothing, or a dash alone, is no such limit.
    ///
    /// # Errors
    /// It is no amount, or not one that could be sold.
    pub fn parse_buyer_limit(&self, field: &str) -> Result<Option<i64>, QuantityError> {
        if field.trim().chars().all(is_dash) {
            return Ok(None);
        }
        self.parse_most(field).map(Some)
    }

    /// The same goods for a buyer who may have `limit` of them at the most: no more than that is sold at once either. Where it is
    /// less than the least, nothing is.
    #[must_use]
    pub fn for_buyer(self, limit: Option<i64>) -> Self {
        match limit {
            Some(limit) if limit < self.max => Self {
                max: self.most_of(limit),
                ..self
            },
            _ => self,
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
    /// For [`PricedBy::reference_amount`], of whatever amount [`steps`](Self::steps) say nothing.
    pub price: Money,
    /// From which amounts on it costs less.
    pub steps: PriceSteps,
    /// Grams of goods in one sold piece; 1 when sold by the gram.
    pub net_grams: i64,
    /// The same with its packing: what freight is charged for.
    pub gross_grams: i64,
}

impl OfferTerms {
    /// The place of an offer among those of its product, of which `available` can be bought: the least is the one that is shown
    /// and chosen at first. What can be bought comes before what cannot, a packet before what is weighed out, the cheaper before
    /// the dearer.
    pub fn rank(&self, available: i64) -> (bool, bool, i64) {
        let is_there = available >= self.sold_by.min.max(1);
        (!is_there, self.sold_by.unit != Unit::Piece, self.price.minor)
    }

    /// The price of one who takes `quantity`, for [`PricedBy::reference_amount`]. All of it costs that, not only what is
    /// above the step.
    pub fn unit_price(&self, quantity: Quantity) -> Money {
        Money {
            minor: self.steps.minor_at(self.price.minor, quantity.amount()),
            ..self.price
        }
    }

    /// The next step, where one who takes `quantity` is near it: no more than half of its amount is missing, and `most`,
    /// what can be bought at the most, reaches it.
    pub fn near_step(&self, quantity: Quantity, most: i64) -> Option<PriceStep> {
        let amount = quantity.amount();
        let now = self.unit_price(quantity).minor;
        let next = self.steps.iter().find(|step| step.from > amount)?;
        let is_near = amount >= next.from / 2 && next.from <= most;
        (is_near && next.minor < now).then_some(next)
    }

    /// Its price at a step.
    pub const fn at_step(&self, step: PriceStep) -> Money {
        Money::new(step.minor, self.price.currency)
    }

    /// What `quantity` costs at its [`unit_price`](Self::unit_price), rounded once, half to even.
    pub fn line_total(&self, quantity: Quantity) -> Result<Money, MoneyError> {
        let priced_amount = quantity.amount().checked_mul(self.priced_units_per_sold()?);
        self.unit_price(quantity).times_ratio(
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

    #[test]
    fn the_most_at_once_is_an_amount_that_is_sold() {
        let packs = SoldAs::Pack.sold_by();
        assert_eq!(packs.parse_most("20"), Ok(20));
        assert_eq!(packs.parse_most("1000"), Ok(1_000), "above what a new size begins with");
        for field in ["", "0", "-1", "1001", "2.5"] {
            assert!(packs.parse_most(field).is_err(), "{field:?}");
        }
        let loose = SoldAs::Weight.sold_by();
        assert_eq!(loose.parse_most("10"), Ok(10_000));
        assert_eq!(loose.parse_most("750 g"), Err(QuantityError::OffStep { step: 100 }));
        assert!(loose.parse_most("501").is_err() && loose.parse_most("0.1").is_err());
    }

    #[test]
    fn one_buyer_has_no_more_than_the_limit() {
        let packs = SoldAs::Pack.sold_by();
        for field in ["", " ", "-", "–"] {
            assert_eq!(packs.parse_buyer_limit(field), Ok(None), "{field:?}");
        }
        assert_eq!(packs.parse_buyer_limit("3"), Ok(Some(3)));
        assert_eq!(packs.parse_buyer_limit("٣"), Ok(Some(3)));
        for field in ["0", "-3", "1.5", "1001", "many"] {
            assert!(packs.parse_buyer_limit(field).is_err(), "{field:?}");
        }
        let loose = SoldAs::Weight.sold_by();
        assert_eq!(loose.parse_buyer_limit("2"), Ok(Some(2_000)));
        assert_eq!(
            loose.parse_buyer_limit("550 g"),
            Err(QuantityError::OffStep { step: 100 })
        );
        assert_eq!(packs.for_buyer(Some(3)).max, 3);
        assert_eq!(packs.for_buyer(Some(200)), packs, "more than one buys at once");
        assert_eq!(packs.for_buyer(None), packs);
        // A row that somebody else made: what is sold is on a step, and nothing is where the least is more.
        let sixes = SoldBy {
            step: 6,
            min: 6,
            ..packs
        };
        assert_eq!(sixes.for_buyer(Some(20)).max, 18);
        assert!(sixes.for_buyer(Some(5)).accept(6).is_err());
    }

    #[test]
    fn the_least_and_the_step_are_amounts_one_can_count_out() {
        let packs = SoldAs::Pack.sold_by();
        assert_eq!(packs.parse_portion("6"), Ok(6));
        for field in ["", "0", "-2", "1001", "1.5", "many"] {
            assert!(packs.parse_portion(field).is_err(), "{field:?}");
        }
        let loose = SoldAs::Weight.sold_by();
        assert_eq!(loose.parse_portion("0.25"), Ok(250));
        assert_eq!(loose.parse_portion("250 g"), Ok(250));
        assert_eq!(loose.parse_portion("9 g"), Err(QuantityError::TooLittle { min: 10 }));
        assert_eq!(loose.parse_portion("501"), Err(QuantityError::TooMuch { max: 500_000 }));
        // The most stays as near as it can.
        assert_eq!(packs.in_portions(6, 6).map(|sold_by| sold_by.max), Ok(96));
        assert_eq!(packs.in_portions(99, 6).map(|sold_by| sold_by.max), Ok(99));
        assert_eq!(packs.in_portions(100, 6), Err(QuantityError::TooLittle { min: 100 }));
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
        steps: PriceSteps::NONE,
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
        steps: PriceSteps::NONE,
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
    fn who_takes_more_pays_less_for_all_of_it() {
        let bags = OfferTerms {
            steps: PriceSteps::read("10=2400;50=2150;"),
            ..BAG
        };
        for (amount, total) in [(9, 22_500), (10, 24_000), (49, 117_600), (50, 107_500)] {
            assert_eq!(bags.line_total(Quantity(amount)), Ok(fen(total)), "{amount}");
        }
        assert_eq!(bags.unit_price(Quantity(10)), fen(2400));
        assert_eq!(bags.price_per_kg(), Some(fen(10_000)), "of one bag");
        // Weighed goods step by the amount that is ordered, and each order is rounded once.
        let loose = OfferTerms {
            steps: PriceSteps::read("5000=4333;"),
            ..LOOSE
        };
        assert_eq!(loose.line_total(Quantity(4999)), Ok(fen(45_491)));
        assert_eq!(loose.line_total(Quantity(5001)), Ok(fen(43_339)));
    }

    #[test]
    fn a_step_is_told_of_where_it_is_near_and_can_be_reached() {
        let bags = OfferTerms {
            steps: PriceSteps::read("10=2400;50=2150;"),
            ..BAG
        };
        let near = |amount, most| bags.near_step(Quantity(amount), most).map(|step| step.from);
        assert_eq!(near(4, 99), None);
        assert_eq!(near(5, 99), Some(10));
        assert_eq!(near(9, 99), Some(10));
        assert_eq!(near(10, 99), None, "forty more is not a little");
        assert_eq!(near(25, 99), Some(50));
        assert_eq!(near(25, 49), None, "not so many are there");
        assert_eq!(near(50, 99), None);
        assert_eq!(BAG.near_step(Quantity(9), 99), None);
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
