//! Properties of money: nothing is lost in a sum or a split, and rounding is half to even.

use domain::{Currency, Money, MoneyError};
use proptest::prelude::*;

fn fen(minor: i64) -> Money {
    Money::new(minor, Currency::Cny)
}

/// The exact result rounded half to even, found without dividing into it: the nearest candidates are
/// measured against the exact fraction. None when it does not fit.
fn reference_ratio(minor: i64, mul: i64, div: i64) -> Option<i64> {
    let (exact, div) = (i128::from(minor) * i128::from(mul), i128::from(div));
    let truncated = exact / div;
    let distance = |candidate: i128| (candidate * div - exact).abs();
    let nearest =
        (truncated - 1..=truncated + 1).min_by_key(|&candidate| (distance(candidate), candidate.rem_euclid(2)))?;
    i64::try_from(nearest).ok()
}

/// Small numbers meet halves often, large ones the edges.
fn any_size() -> impl Strategy<Value = i64> {
    prop_oneof![-50..=50i64, -1_000_000..=1_000_000i64, any::<i64>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_ratio_is_rounded_half_to_even(minor in any_size(), mul in any_size(), div in any_size()) {
        let result = fen(minor).times_ratio(mul, div);
        if div == 0 {
            prop_assert_eq!(result, Err(MoneyError::DivisionByZero));
        } else {
            let expected = reference_ratio(minor, mul, div).map(fen).ok_or(MoneyError::Overflow);
            prop_assert_eq!(result, expected);
        }
    }

    #[test]
    fn halves_are_rounded_to_the_even_fen(half in -1_000_000_000..=1_000_000_000i64) {
        let odd = 2 * half + 1;
        let rounded = fen(odd).times_ratio(1, 2).map(|money| money.minor);
        let even = if half % 2 == 0 { half } else { half + 1 };
        prop_assert_eq!(rounded, Ok(even));
    }

    #[test]
    fn a_split_adds_up_and_nobody_is_off_by_a_fen(
        minor in any_size(),
        weights in prop::collection::vec(prop_oneof![0..=3u64, 0..=5_000u64, any::<u64>()], 0..12),
    ) {
        let total: u128 = weights.iter().copied().map(u128::from).sum();
        let Ok(parts) = fen(minor).allocate(&weights) else {
            prop_assert_eq!(total, 0, "only a split among nobody is refused");
            return Ok(());
        };

        prop_assert_eq!(Money::sum(Currency::Cny, parts.iter().copied()), Ok(fen(minor)));
        for (part, &weight) in parts.iter().zip(&weights) {
            let exact = u128::from(minor.unsigned_abs()) * u128::from(weight);
            let size = u128::from(part.minor.unsigned_abs());
            prop_assert!(size == exact / total || (exact % total != 0 && size == exact / total + 1));
            prop_assert!(part.minor == 0 || part.minor.signum() == minor.signum());
        }
    }

    #[test]
    fn more_weight_never_gets_less(
        minor in 0..=1_000_000i64,
        weights in prop::collection::vec(0..=1_000u64, 2..8),
    ) {
        let Ok(parts) = fen(minor).allocate(&weights) else { return Ok(()) };
        for (part, weight) in parts.iter().zip(&weights) {
            for (other_part, other_weight) in parts.iter().zip(&weights) {
                prop_assert!(weight <= other_weight || part.minor >= other_part.minor);
            }
        }
    }

    #[test]
    fn a_sum_is_exact_or_refused(minors in prop::collection::vec(any_size(), 0..20)) {
        let partial_sums = minors.iter().scan(0i128, |sum, &minor| {
            *sum += i128::from(minor);
            Some(*sum)
        });
        let fits = partial_sums.clone().all(|sum| i64::try_from(sum).is_ok());
        let exact = partial_sums.last().unwrap_or(0);

        let sum = Money::sum(Currency::Cny, minors.iter().copied().map(fen));
        if fits {
            prop_assert_eq!(sum.map(|money| i128::from(money.minor)), Ok(exact));
        } else {
            prop_assert_eq!(sum, Err(MoneyError::Overflow));
        }
    }

    #[test]
    fn what_is_added_can_be_taken_away(a in any_size(), b in any_size()) {
        if let Ok(sum) = fen(a).checked_add(fen(b)) {
            prop_assert_eq!(sum.checked_sub(fen(b)), Ok(fen(a)));
        } else {
            prop_assert!(a.checked_add(b).is_none());
        }
    }
}
