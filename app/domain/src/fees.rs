//! What the Centre keeps of a sale: a commission and a fee for the parcel, both as they were agreed when it was sold.

/// What the Centre charges a cooperative; an order keeps what held at its sale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fees {
    /// Thousandths of what the goods cost.
    pub permille: u16,
    /// For each order of a cooperative, which is one parcel; fen.
    pub parcel_minor: i64,
}

/// What is charged for one order, fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Charged {
    /// Of the goods.
    pub commission: i64,
    /// For the parcel.
    pub parcel: i64,
}

impl Charged {
    /// Both.
    pub const fn all(self) -> i64 {
        self.commission + self.parcel
    }
}

impl Fees {
    /// The highest commission, thousandths.
    pub const MOST_PERMILLE: u16 = 300;
    /// The highest fee for a parcel, fen.
    pub const MOST_PARCEL: i64 = 10_000;

    /// What is charged for goods that cost this much, fen. A part of a fen is not charged, and never more than the goods
    /// bring in. The same is worked out in SQL, in `service::payouts`.
    pub fn of(self, goods_minor: i64) -> Charged {
        let goods = goods_minor.max(0);
        let commission = goods.saturating_mul(i64::from(self.permille)) / 1_000;
        Charged {
            commission,
            parcel: self.parcel_minor.min(goods - commission),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SOME: Fees = Fees {
        permille: 15,
        parcel_minor: 200,
    };

    #[test]
    fn nothing_is_charged_unless_somebody_says_so() {
        assert_eq!(Fees::default().of(123_456), Charged::default());
    }

    #[test]
    fn a_part_of_a_fen_is_not_charged() {
        assert_eq!(SOME.of(10_066).commission, 150, "150.99");
        assert_eq!(SOME.of(10_066).parcel, 200);
        assert_eq!(SOME.of(66).commission, 0);
    }

    proptest! {
        #[test]
        fn a_cooperative_never_pays_for_having_sold(
            permille in 0..=Fees::MOST_PERMILLE,
            parcel_minor in 0..=Fees::MOST_PARCEL,
            goods in 0_i64..100_000_000,
        ) {
            let charged = Fees { permille, parcel_minor }.of(goods);
            prop_assert!(charged.commission >= 0 && charged.parcel >= 0);
            prop_assert!(charged.all() <= goods);
        }

        /// Money rows say what an order costs in full, undo that, and say it anew: what is charged for all of them is what is
        /// charged for the order as it stands.
        #[test]
        fn what_was_charged_for_what_was_undone_is_undone(
            permille in 0..=Fees::MOST_PERMILLE,
            parcel_minor in 0..=Fees::MOST_PARCEL,
            costs in prop::collection::vec(0_i64..1_000_000, 1..8),
        ) {
            let fees = Fees { permille, parcel_minor };
            let mut sum = 0;
            for (place, goods) in costs.iter().enumerate() {
                if place > 0 {
                    sum -= fees.of(costs[place - 1]).all();
                }
                sum += fees.of(*goods).all();
            }
            let last = costs.last().copied().unwrap_or_default();
            prop_assert_eq!(sum, fees.of(last).all());
        }
    }
}
