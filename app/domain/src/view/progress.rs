//! How far an order is.

use serde::{Deserialize, Serialize};

use crate::OrderNote;

/// The steps of an order that goes well.
const STEPS: [OrderNote; 6] = [
    OrderNote::Placed,
    OrderNote::Accepted,
    OrderNote::Packed,
    OrderNote::Dispatched,
    OrderNote::ReadyForPickup,
    OrderNote::Delivered,
];

/// What happened to an order, and what is still to come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressView {
    /// What happened and when (milliseconds since 1970 UTC), the oldest first; without what was undone.
    pub happened: Vec<(OrderNote, i64)>,
    /// The steps before it.
    pub coming: Vec<OrderNote>,
}

impl ProgressView {
    /// The progress of an order with this history, the oldest first. An order that is over has nothing before it; only
    /// one that is collected at a station waits there.
    pub fn new(history: impl IntoIterator<Item = (OrderNote, i64)>, is_over: bool, is_to_station: bool) -> Self {
        let mut happened: Vec<(OrderNote, i64)> = Vec::new();
        for (note, at) in history {
            let undone = match note {
                OrderNote::AcceptUndone => OrderNote::Accepted,
                OrderNote::PackUndone => OrderNote::Packed,
                OrderNote::DispatchUndone => OrderNote::Dispatched,
                OrderNote::ShelveUndone => OrderNote::ReadyForPickup,
                OrderNote::ReplaceUndone => OrderNote::Replaced,
                _ => {
                    happened.push((note, at));
                    continue;
                }
            };
            if let Some(place) = happened.iter().rposition(|(before, _)| *before == undone) {
                happened.remove(place);
            }
        }
        let coming = coming(&happened, is_over, is_to_station);
        Self { happened, coming }
    }
}

fn coming(happened: &[(OrderNote, i64)], is_over: bool, is_to_station: bool) -> Vec<OrderNote> {
    let has = |step: OrderNote| happened.iter().any(|(note, _)| *note == step);
    if is_over || has(OrderNote::NotCollected) || has(OrderNote::Refused) {
        return Vec::new();
    }
    let reached = STEPS.iter().rposition(|step| has(*step)).map_or(0, |place| place + 1);
    STEPS[reached..]
        .iter()
        .copied()
        .filter(|step| is_to_station || *step != OrderNote::ReadyForPickup)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coming_after(history: &[OrderNote], is_over: bool, is_to_station: bool) -> Vec<OrderNote> {
        ProgressView::new(history.iter().map(|note| (*note, 0)), is_over, is_to_station).coming
    }

    #[test]
    fn an_order_to_an_address_never_waits_at_a_station() {
        assert_eq!(
            coming_after(&[OrderNote::Placed], false, false),
            [
                OrderNote::Accepted,
                OrderNote::Packed,
                OrderNote::Dispatched,
                OrderNote::Delivered
            ]
        );
        assert_eq!(coming_after(&[OrderNote::Placed], false, true), STEPS[1..]);
    }

    #[test]
    fn what_was_undone_did_not_happen() {
        let history = [
            OrderNote::Placed,
            OrderNote::Accepted,
            OrderNote::Packed,
            OrderNote::PackUndone,
            OrderNote::AcceptUndone,
        ];
        let progress = ProgressView::new(history.map(|note| (note, 7)), false, true);
        assert_eq!(progress.happened, [(OrderNote::Placed, 7)]);
        assert_eq!(progress.coming, STEPS[1..]);
    }

    #[test]
    fn what_is_reached_or_over_does_not_come_again() {
        use OrderNote::{Accepted, Canceled, Delivered, Dispatched, NotCollected, Packed, Placed, ReadyForPickup};
        assert_eq!(
            coming_after(&[Placed, Accepted, Packed, Dispatched], false, true),
            [ReadyForPickup, Delivered]
        );
        assert!(coming_after(&[Placed, Canceled], true, true).is_empty());
        assert!(coming_after(&[Placed, Accepted, NotCollected], false, true).is_empty());
        assert!(coming_after(&[Placed, Accepted, Delivered], false, false).is_empty());
    }
}
