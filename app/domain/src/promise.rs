//! How long something takes when nobody is there on some days.

/// No promise looks further ahead, days: whoever closes for longer than that makes none.
const FURTHEST: i64 = 366;

/// Days that the Centre is closed at a stretch at the most, the first and the last one counted. The longest public holidays take
/// nine; much more is rather a year mistyped, and would put off all that is promised.
pub const MOST_CLOSED_DAYS: i64 = 31;

/// In how many days something is done that takes `promised` days on which somebody is there. `today` is the number of the
/// present day, which does not count; `is_closed` says of a day whether nobody is there.
pub fn days_with_closed(promised: i64, today: i64, is_closed: impl Fn(i64) -> bool) -> i64 {
    let (mut left, mut days) = (promised, 0);
    while left > 0 && days < FURTHEST {
        days += 1;
        if !is_closed(today + days) {
            left -= 1;
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_three_days_takes_longer_over_a_holiday() {
        let never = |_| false;
        assert_eq!(days_with_closed(3, 100, never), 3);
        assert_eq!(days_with_closed(0, 100, never), 0);
        // Days 102 to 108 are a holiday.
        let holiday = |day| (102..=108).contains(&day);
        assert_eq!(days_with_closed(1, 100, holiday), 1, "tomorrow somebody is there");
        assert_eq!(days_with_closed(2, 100, holiday), 9);
        assert_eq!(days_with_closed(3, 100, holiday), 10);
        // In the middle of it, and after it.
        assert_eq!(days_with_closed(1, 105, holiday), 4);
        assert_eq!(days_with_closed(3, 108, holiday), 3);
        assert_eq!(days_with_closed(3, 100, |_| true), FURTHEST);
    }
}
