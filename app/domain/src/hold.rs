//! What placing an order may hold for whom. An order costs its buyer nothing, so what it keeps from others is small and
//! short until the shop knows more: that this phone paid before, or that a cooperative accepted.

use crate::{ErrorCode, OrderStatus};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// How long goods are held for a phone that is new to the shop. After that the order still stands until its payment is
/// due, but gives way to whoever wants the goods and finds too few.
pub const UNPROVED_HOLD_MS: i64 = 30 * MINUTE_MS;
/// A new phone's order holds this part of what is there at the most …
pub const UNPROVED_SHARE: i64 = 4;
/// … but always this many times the smallest amount sold: the last jars can be bought by anybody.
pub const UNPROVED_SMALLEST: i64 = 5;
/// Open orders of one new phone.
pub const UNPROVED_OPEN_OF_PHONE: u64 = 3;
/// Open orders of one phone that paid before.
pub const OPEN_OF_PHONE: u64 = 12;
/// Open orders of new phones from one network: a training day in a village, not a script.
pub const UNPROVED_OPEN_OF_NETWORK: u64 = 40;
/// Orders in a day from one network without a session, whatever became of them.
pub const PLACED_OF_NETWORK: u64 = 400;
/// The time [`PLACED_OF_NETWORK`] counts.
pub const PLACED_OF_NETWORK_MS: i64 = DAY_MS;
/// Of all offers, one part in so many may be off sale for the open orders of one network …
pub const TAKEN_PART: u64 = 20;
/// … and no more than this many, however large the shop is. (One at least: a last jar is sold in a small shop too.)
pub const TAKEN_MOST: u64 = 25;

/// What is known of whoever orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Signed in.
    Member,
    /// The phone belongs to an order that was paid, or that a cooperative accepted.
    Proved,
    /// Nobody ever heard of the phone.
    New,
}

impl Standing {
    /// Until when goods are held at the least, given when the payment is due.
    pub const fn holds_until(self, now_ms: i64, due_ms: i64) -> i64 {
        let until = now_ms.saturating_add(UNPROVED_HOLD_MS);
        match self {
            Self::New if until < due_ms => until,
            Self::Member | Self::Proved | Self::New => due_ms,
        }
    }
}

/// Whether showing that the phone is theirs keeps a buyer's goods longer: they are held for a short time (`is_short`),
/// nothing is paid yet, and a cooperative has still to accept.
pub fn is_lengthened_by_proof(is_short: bool, has_money: bool, statuses: &[OrderStatus]) -> bool {
    is_short && !has_money && statuses.contains(&OrderStatus::Placed)
}

/// What is open already for whoever orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenOrders {
    /// Orders with this phone that are neither paid nor accepted nor over.
    pub of_phone: u64,
    /// The same of new phones from this network.
    pub of_network: u64,
    /// Orders from this network in a day.
    pub placed_of_network: u64,
}

impl OpenOrders {
    /// Whether one more may be placed.
    ///
    /// # Errors
    /// Which of the limits is reached.
    pub const fn allow(self, standing: Standing) -> Result<(), ErrorCode> {
        let of_phone = match standing {
            Standing::Member => return Ok(()),
            Standing::Proved => OPEN_OF_PHONE,
            Standing::New => UNPROVED_OPEN_OF_PHONE,
        };
        if self.of_phone >= of_phone {
            return Err(ErrorCode::OpenOrders);
        }
        let is_new = matches!(standing, Standing::New);
        if self.placed_of_network >= PLACED_OF_NETWORK || (is_new && self.of_network >= UNPROVED_OPEN_OF_NETWORK) {
            return Err(ErrorCode::OpenOrdersNearby);
        }
        Ok(())
    }
}

/// How much of an offer one order may hold, of `on_hand` sold in amounts from `smallest` on.
pub const fn most_of_offer(standing: Standing, on_hand: i64, smallest: i64) -> i64 {
    match standing {
        Standing::Member | Standing::Proved => i64::MAX,
        Standing::New => {
            let smallest = if smallest < 1 { 1 } else { smallest };
            let (share, few) = (on_hand / UNPROVED_SHARE, smallest.saturating_mul(UNPROVED_SMALLEST));
            if share > few { share } else { few }
        }
    }
}

/// How many of `offers` may be off sale for the open orders of one network.
pub const fn most_taken(standing: Standing, offers: u64) -> u64 {
    match standing {
        Standing::Member => u64::MAX,
        Standing::Proved | Standing::New => match offers / TAKEN_PART {
            0 => 1,
            part if part > TAKEN_MOST => TAKEN_MOST,
            part => part,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_phone_holds_half_an_hour() {
        let due = 7 * DAY_MS;
        assert_eq!(Standing::New.holds_until(0, due), 30 * MINUTE_MS);
        assert_eq!(Standing::New.holds_until(0, MINUTE_MS), MINUTE_MS);
        for known in [Standing::Proved, Standing::Member] {
            assert_eq!(known.holds_until(0, due), due);
        }
    }

    #[test]
    fn a_proof_helps_who_waits_with_little_time() {
        use OrderStatus::{Accepted, Canceled, Expired, Placed};
        assert!(is_lengthened_by_proof(true, false, &[Placed]));
        assert!(is_lengthened_by_proof(true, false, &[Accepted, Placed]));
        assert!(!is_lengthened_by_proof(false, false, &[Placed]), "held long already");
        assert!(!is_lengthened_by_proof(true, true, &[Placed]), "paid");
        for over in [&[Accepted, Canceled][..], &[Canceled], &[Expired], &[]] {
            assert!(!is_lengthened_by_proof(true, false, over), "{over:?}");
        }
    }

    #[test]
    fn a_new_phone_gets_a_share_and_always_a_few() {
        let most = |on_hand, smallest| most_of_offer(Standing::New, on_hand, smallest);
        assert_eq!(most(1_000, 1), 250);
        assert_eq!(most(3, 1), 5, "all that is left of little");
        assert_eq!(most(60_000, 100), 15_000);
        assert_eq!(most(100, 0), 25);
        assert_eq!(most_of_offer(Standing::Proved, 1, 1), i64::MAX);
    }

    #[test]
    fn one_network_takes_a_twentieth_of_the_shop_at_the_most() {
        for offers in [20, 227, 500, 10_000] {
            assert!(most_taken(Standing::New, offers) * 20 <= offers, "{offers}");
            assert_eq!(most_taken(Standing::New, offers), most_taken(Standing::Proved, offers));
        }
        assert_eq!(most_taken(Standing::New, 3), 1);
    }

    #[test]
    fn open_orders_are_few_for_a_phone_and_more_for_a_network() {
        let open = |of_phone, of_network, placed_of_network| OpenOrders {
            of_phone,
            of_network,
            placed_of_network,
        };
        assert_eq!(open(2, 39, 399).allow(Standing::New), Ok(()));
        assert_eq!(open(3, 0, 0).allow(Standing::New), Err(ErrorCode::OpenOrders));
        assert_eq!(open(3, 40, 0).allow(Standing::Proved), Ok(()));
        assert_eq!(open(0, 40, 0).allow(Standing::New), Err(ErrorCode::OpenOrdersNearby));
        assert_eq!(
            open(0, 0, 400).allow(Standing::Proved),
            Err(ErrorCode::OpenOrdersNearby)
        );
        assert_eq!(open(99, 99, 999).allow(Standing::Member), Ok(()));
    }
}
