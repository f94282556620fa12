//! Months of the shop's calendar, for sums by month.

use domain::day_start;
use l10n::format::machine_date;

/// Days that twelve months have at the most, with those of the first one that are over.
const YEAR: i64 = 366;

/// `2026-11` of a day, by its [number](domain::day_number).
pub(crate) fn month_of(day: i64) -> String {
    machine_date(day_start(day)).chars().take(7).collect()
}

/// The first day of the month eleven months before the one of `today`.
pub(crate) fn first_of_twelve(today: i64) -> i64 {
    let mut months = vec![month_of(today)];
    let mut first = today;
    for day in (today - YEAR..today).rev() {
        let month = month_of(day);
        if months.last() != Some(&month) {
            if months.len() == 12 {
                break;
            }
            months.push(month);
        }
        first = day;
    }
    first
}
