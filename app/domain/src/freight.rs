//! What sending a parcel costs, and how the cooperatives of one order group share it.

use crate::{Money, MoneyError, Weight};
use serde::{Deserialize, Serialize};

/// A carrier's tariff for one region: so much for the first weight, so much for each further step
/// that is begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FreightTemplate {
    pub first_weight: Weight,
    pub first_price: Money,
    pub step_weight: Weight,
    pub step_price: Money,
}

impl FreightTemplate {
    /// The freight of a parcel of `weight`; nothing for a parcel of nothing.
    ///
    /// Refuses a template whose further weight is not positive where it is needed.
    pub fn price(&self, weight: Weight) -> Result<Money, MoneyError> {
        if weight <= Weight::ZERO {
            return Ok(Money::zero(self.first_price.currency));
        }
        let further = weight.grams().saturating_sub(self.first_weight.grams());
        if further <= 0 {
            return Ok(self.first_price);
        }
        if self.step_weight <= Weight::ZERO {
            return Err(MoneyError::DivisionByZero);
        }
        let step = self.step_weight.grams();
        let steps_begun = further / step + i64::from(further % step != 0);
        self.first_price.checked_add(self.step_price.times(steps_begun)?)
    }
}

/// Shares `freight` between orders in proportion to what each weighs, to the last minor unit; in
/// equal parts when nothing weighs anything.
///
/// Refuses an empty list: freight that belongs to no order would be lost.
pub fn share_freight(freight: Money, weights: &[Weight]) -> Result<Vec<Money>, MoneyError> {
    let mut shares: Vec<u64> = weights
        .iter()
        .map(|weight| u64::try_from(weight.grams()).unwrap_or(0))
        .collect();
    if shares.iter().all(|&share| share == 0) {
        shares.fill(1);
    }
    freight.allocate(&shares)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;

    const fn fen(minor: i64) -> Money {
        Money::new(minor, Currency::Cny)
    }

    /// 12.00 for the first kilogram, 5.00 for each further one.
    const MAINLAND: FreightTemplate = FreightTemplate {
        first_weight: Weight(1000),
        first_price: fen(1200),
        step_weight: Weight(1000),
        step_price: fen(500),
    };

    #[test]
    fn each_further_kilogram_begun_is_charged() {
        let by_grams = [
            (0, 0),
            (1, 1200),
            (1000, 1200),
            (1001, 1700),
            (2000, 1700),
            (2001, 2200),
        ];
        for (grams, price) in by_grams {
            assert_eq!(MAINLAND.price(Weight(grams)), Ok(fen(price)), "{grams} g");
        }
    }

    #[test]
    fn a_flat_tariff_needs_no_steps_until_it_does() {
        let flat = FreightTemplate {
            step_weight: Weight::ZERO,
            ..MAINLAND
        };
        assert_eq!(flat.price(Weight(1000)), Ok(fen(1200)));
        assert_eq!(flat.price(Weight(1001)), Err(MoneyError::DivisionByZero));
    }

    #[test]
    fn a_parcel_of_absurd_weight_is_refused_rather_than_cheap() {
        assert_eq!(
            FreightTemplate {
                step_weight: Weight(1),
                ..MAINLAND
            }
            .price(Weight(i64::MAX)),
            Err(MoneyError::Overflow)
        );
    }

    #[test]
    fn freight_is_shared_by_weight_to_the_last_fen() {
        let shares = share_freight(fen(1000), &[Weight(500), Weight(1000), Weight(0)]);
        assert_eq!(shares, Ok(vec![fen(333), fen(667), fen(0)]));
    }

    #[test]
    fn orders_that_weigh_nothing_share_equally() {
        let shares = share_freight(fen(1001), &[Weight(0), Weight(0)]);
        assert_eq!(shares, Ok(vec![fen(501), fen(500)]));
        assert_eq!(share_freight(fen(1000), &[]), Err(MoneyError::NoWeights));
    }
}
