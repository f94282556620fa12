//! Days of the shop, as people choose or type them. All of China keeps Beijing time, without daylight saving.

use crate::typed;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Beijing time is UTC+8.
pub const SHOP_OFFSET_MS: i64 = 8 * 60 * 60 * 1000;

/// A day between 2000 and 2099.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Days since 1 January 1970.
    number: i64,
}

impl Day {
    /// Reads `2026-11-23`, as browsers send it, with any digits, dashes, dots or slashes.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain: String = typed::plain(typed).collect();
        let mut parts = plain
            .trim()
            .split(|c: char| typed::is_dash(c) || matches!(c, '/' | '.'))
            .map(|part| {
                let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
                is_number.then(|| part.parse::<i64>().ok()).flatten()
            });
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        if parts.next().is_some() || !(2000..2100).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        let is_leap = year % 4 == 0;
        let length = match month {
            2 => 28 + i64::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        (1..=length).contains(&day).then(|| Self {
            number: number_of(year, month, day),
        })
    }

    /// The day in the shop's zone at `epoch_ms`.
    pub const fn of(epoch_ms: i64) -> Self {
        Self {
            number: day_number(epoch_ms),
        }
    }

    /// As browsers write it, `2026-11-23`.
    pub fn iso(self) -> String {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`; years are after 1999.
        let days = self.number + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let part = (5 * of_year + 2) / 153;
        let day = of_year - (153 * part + 2) / 5 + 1;
        let month = if part < 10 { part + 3 } else { part - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Its first moment, ms since 1970 UTC.
    pub const fn start_ms(self) -> i64 {
        day_start(self.number)
    }

    /// The first moment after it, ms since 1970 UTC.
    pub const fn end_ms(self) -> i64 {
        self.start_ms() + DAY_MS
    }
}

/// Days since 1970 of a date in the Gregorian calendar
/// (<https://howardhinnant.github.io/date_algorithms.html#days_from_civil>).
const fn number_of(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Days since 1970 in the shop's zone at `epoch_ms`.
pub const fn day_number(epoch_ms: i64) -> i64 {
    epoch_ms.saturating_add(SHOP_OFFSET_MS).div_euclid(DAY_MS)
}

/// The first moment of the day with this [number](day_number), ms since 1970 UTC.
pub const fn day_start(number: i64) -> i64 {
    number.saturating_mul(DAY_MS).saturating_sub(SHOP_OFFSET_MS)
}

/// The midnight after `epoch_ms` in the shop's zone, both in milliseconds since 1970 UTC.
pub const fn next_midnight(epoch_ms: i64) -> i64 {
    let local = epoch_ms.saturating_add(SHOP_OFFSET_MS);
    let since_midnight = local.rem_euclid(DAY_MS);
    epoch_ms.saturating_add(DAY_MS - since_midnight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_midnight_in_the_shop() {
        let midnight = Day::parse("2026-11-23").map_or(0, Day::start_ms);
        assert_eq!(day_number(midnight), number_of(2026, 11, 23));
        assert_eq!(day_number(midnight - 1), number_of(2026, 11, 22));
        assert_eq!(day_start(day_number(midnight)), midnight);
        assert_eq!(day_start(day_number(midnight - 1)), midnight - DAY_MS);
    }

    #[test]
    fn a_day_begins_at_midnight_in_the_shop() {
        // Monday, 23 November 2026, 00:00 in Beijing.
        let start = 1_795_406_400_000 - 12 * 60 * 60 * 1000;
        for typed in [
            "2026-11-23",
            " 2026/11/23 ",
            "2026.11.23",
            "٢٠٢٦-١١-٢٣",
            "２０２６－１１－２３",
        ] {
            let day = Day::parse(typed);
            assert_eq!(day.map(Day::start_ms), Some(start), "{typed}");
            assert_eq!(day.map(Day::end_ms), Some(start + DAY_MS), "{typed}");
            assert_eq!(day.map(Day::iso).as_deref(), Some("2026-11-23"), "{typed}");
        }
        for typed in ["2000-01-01", "2024-02-29", "2026-12-31", "2028-03-01", "2099-12-31"] {
            assert_eq!(Day::parse(typed).map(Day::iso).as_deref(), Some(typed));
        }
        let leap = |typed| Day::parse(typed).map(Day::start_ms);
        assert_eq!(leap("2024-02-29").map(|start| start + DAY_MS), leap("2024-3-1"));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for typed in [
            "",
            "yesterday",
            "2026-13-01",
            "2026-02-29",
            "2026-11-31",
            "2026-00-10",
            "1999-12-31",
            "2026-11",
            "23",
            "2026-11-23-1",
            "-2026-11-23",
            "2026-11-99999999999999999999",
        ] {
            assert_eq!(Day::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_day_ends_at_midnight_in_beijing() {
        // 23 November 2026, 12:00 in Beijing.
        let noon = 1_795_406_400_000;
        let midnight = noon + 12 * 60 * 60 * 1000;
        assert_eq!(next_midnight(noon), midnight);
        assert_eq!(next_midnight(midnight - 1), midnight);
        assert_eq!(next_midnight(midnight), midnight + DAY_MS, "a day has begun");
        assert_eq!(next_midnight(-1), 16 * 60 * 60 * 1000);
    }
}
