//! Sums over time: by day, or by month of the shop's calendar.

use domain::{Day, day_start};
use l10n::format::machine_date;

const DAY_MS: i64 = 86_400_000;

/// Days that are shown one by one.
const DAYS: i64 = 30;
/// Days that twelve months have at the most, with those of the first one that are over.
const YEAR: i64 = 366;

/// How sums over time are cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// The last thirty days.
    #[default]
    Days,
    /// Twelve months, with this one.
    Months,
}

impl Period {
    /// Its first day, where the last one is `today`, both by their [number](domain::day_number).
    pub(crate) fn since(self, today: i64) -> i64 {
        match self {
            Self::Days => today - DAYS + 1,
            Self::Months => first_of_twelve(today),
        }
    }

    /// A line for each day or month until `today`, the oldest first: of one day by `line`, of more by adding them up.
    pub(crate) fn lines<Line>(
        self,
        today: i64,
        line: impl Fn(i64) -> Line,
        add: impl Fn(&mut Line, Line),
    ) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut last = None;
        for day in self.since(today)..=today {
            let one = line(day);
            let month = (self == Self::Months).then(|| month_of(day));
            match lines.last_mut() {
                Some(sum) if month.is_some() && last == month => add(sum, one),
                _ => lines.push(one),
            }
            last = month;
        }
        lines
    }

    /// A day or month, by its first moment, as spreadsheets sort it: `2026-05-01`, `2026-05`.
    pub fn written(self, at: i64) -> String {
        let day = machine_date(at);
        match self {
            Self::Days => day,
            Self::Months => day.chars().take(7).collect(),
        }
    }
}

/// A day or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Which of both.
    pub period: Period,
    /// Its first moment, milliseconds since 1970 UTC.
    pub from: i64,
    /// The first moment after it.
    pub until: i64,
}

impl Span {
    /// Reads what [`Period::written`] writes.
    pub fn parse(written: &str) -> Option<Self> {
        if let Some(day) = Day::parse(written) {
            return Some(Self {
                period: Period::Days,
                from: day.start_ms(),
                until: day.end_ms(),
            });
        }
        let from = Day::parse(&format!("{written}-01"))?.start_ms();
        let month = Period::Months.written(from);
        let until = (28..=31)
            .map(|days| from + days * DAY_MS)
            .find(|at| Period::Months.written(*at) != month)?;
        Some(Self {
            period: Period::Months,
            from,
            until,
        })
    }
}

/// `2026-11` of a day, by its [number](domain::day_number).
fn month_of(day: i64) -> String {
    machine_date(day_start(day)).chars().take(7).collect()
}

/// The first day of the month eleven months before the one of `today`.
fn first_of_twelve(today: i64) -> i64 {
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

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use domain::day_number;

    use super::*;

    #[test]
    fn a_day_and_a_month_are_read_as_they_are_written() {
        for (written, period, days) in [
            ("2026-11-23", Period::Days, 1),
            ("2026-11", Period::Months, 30),
            ("2026-12", Period::Months, 31),
            ("2027-02", Period::Months, 28),
            ("2028-02", Period::Months, 29),
        ] {
            let span = Span::parse(written).unwrap();
            assert_eq!(
                (span.period, span.until - span.from),
                (period, days * DAY_MS),
                "{written}"
            );
            assert_eq!(period.written(span.from), written);
            assert_eq!(period.written(span.until - 1), written);
            assert_ne!(period.written(span.until), written);
        }
        for nothing in ["", "2026", "2026-13", "2026-02-30", "x"] {
            assert_eq!(Span::parse(nothing), None, "{nothing}");
        }
    }

    fn number(day: &str) -> i64 {
        day_number(Day::parse(day).unwrap().start_ms())
    }

    #[test]
    fn each_day_stands_in_one_line_and_the_last_one_is_today() {
        for today in ["2026-11-23", "2028-02-29", "2026-12-31", "2027-01-01"] {
            let today = number(today);
            for (period, count) in [(Period::Days, 30), (Period::Months, 12)] {
                let lines = period.lines(today, |day| vec![day], |sum, day| sum.extend(day));
                assert_eq!(lines.len(), count, "{period:?}");
                let all: Vec<i64> = lines.iter().flatten().copied().collect();
                assert_eq!(all, (period.since(today)..=today).collect::<Vec<_>>(), "{period:?}");
                for line in lines {
                    let written: Vec<String> = line.iter().map(|day| period.written(day_start(*day))).collect();
                    assert!(written.windows(2).all(|pair| pair[0] == pair[1]), "{written:?}");
                }
            }
        }
    }
}
