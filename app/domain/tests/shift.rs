//! Properties of a shift's cash: whatever happened, its sum is what it began with and took, less what it gave away; and a
//! count by pieces is that sum.

use domain::{CASH_PIECES, CloseError, Drawer, EntryKind, count_cash};
use proptest::prelude::*;

#[derive(Clone, Copy, Debug)]
enum Happens {
    Entry(EntryKind, i64),
    HandedOver(i64),
}

fn happens() -> impl Strategy<Value = Happens> {
    let amount = || 1..=5_000_000i64;
    prop_oneof![
        4 => amount().prop_map(|amount| Happens::Entry(EntryKind::Received, amount)),
        // Undone: the same with its amount negated.
        1 => amount().prop_map(|amount| Happens::Entry(EntryKind::Received, -amount)),
        2 => amount().prop_map(|amount| Happens::Entry(EntryKind::GivenBack, amount)),
        1 => amount().prop_map(|amount| Happens::Entry(EntryKind::ToGiveBack, amount)),
        1 => amount().prop_map(|amount| Happens::Entry(EntryKind::Due, amount)),
        2 => amount().prop_map(Happens::HandedOver),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_sum_is_float_and_taken_less_given_back_and_handed_over(
        float in 0..=1_000_000i64,
        all in prop::collection::vec(happens(), 0..60),
        counted in 0..=10_000_000i64,
        share in 0..=100i64,
    ) {
        let mut drawer = Drawer::starting_with(float);
        let mut sum = float;
        for one in all {
            drawer = match one {
                Happens::Entry(kind, amount) => {
                    sum += match kind {
                        EntryKind::Received => amount,
                        EntryKind::GivenBack => -amount,
                        _ => 0,
                    };
                    drawer.with_entry(kind, amount).unwrap_or_default()
                }
                Happens::HandedOver(amount) => {
                    sum -= amount;
                    drawer.with_handed_over(amount).unwrap_or_default()
                }
            };
            prop_assert_eq!(drawer.expected(), Ok(sum));
        }

        let left = counted * share / 100;
        let closing = drawer.close(counted, left, true);
        prop_assert!(closing.is_ok());
        let Ok(closing) = closing else { return Ok(()) };
        // What is there in the end, and what went away, is what should have been there and the difference.
        prop_assert_eq!(closing.left + closing.handed_over, sum + closing.difference());
        let after = drawer.with_handed_over(closing.handed_over);
        prop_assert_eq!(
            after.and_then(Drawer::expected).map(|sum| sum + closing.difference()),
            Ok(closing.left)
        );
        let silent = drawer.close(counted, left, false);
        prop_assert_eq!(silent.is_ok(), counted == sum);
        prop_assert!(silent.is_ok() || silent == Err(CloseError::ReasonMissing));
    }

    #[test]
    fn pieces_come_to_their_sum(numbers in prop::collection::vec(prop::option::of(0..=500i64), CASH_PIECES.len())) {
        let typed: Vec<String> = numbers
            .iter()
            .map(|number| number.map(|number| number.to_string()).unwrap_or_default())
            .collect();
        let sum: i64 = CASH_PIECES
            .iter()
            .zip(&numbers)
            .map(|(value, number)| value * number.unwrap_or(0))
            .sum();
        let pieces = || CASH_PIECES.into_iter().zip(typed.iter().map(String::as_str));
        let said = format!("{}.{:02}", sum / 100, sum % 100);
        prop_assert_eq!(count_cash(pieces(), &said), Ok(sum));
        if numbers.iter().any(Option::is_some) {
            prop_assert_eq!(count_cash(pieces(), ""), Ok(sum));
        }
    }
}
