//! A day of the shop's calendar, without a time.

use std::fmt;

use l10n::format;
use serde::{Deserialize, Serialize};

/// A day as forms write it, `2026-12-31`; days compare as their texts do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(String);

/// Text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day such as 2026-12-31")]
pub struct NoDay;

impl Day {
    /// The day at `now`, milliseconds since 1970 UTC, in the shop's zone.
    pub fn of(now: i64) -> Self {
        Self(format::machine_date(now))
    }

    /// Reads a day that exists, of the years 2000 to 2099.
    ///
    /// # Errors
    /// [`NoDay`] for everything else.
    pub fn parse(text: &str) -> Result<Self, NoDay> {
        let text = text.trim();
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next()?;
            let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| part.parse::<i64>().ok()).flatten()
        };
        let (Some(year), Some(month), Some(day)) = (number(4), number(2), number(2)) else {
            return Err(NoDay);
        };
        let is_leap = year % 4 == 0;
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => 31,
        };
        let exists = (2000..2100).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day);
        if exists && parts.next().is_none() {
            Ok(Self(text.to_owned()))
        } else {
            Err(NoDay)
        }
    }

    /// Noon of that day in the shop's zone, milliseconds since 1970 UTC: for [`format::date`].
    pub fn noon(&self) -> i64 {
        let mut parts = self.0.split('-').map(|part| part.parse::<i64>().unwrap_or(1));
        let mut next = || parts.next().unwrap_or(1);
        let (year, month, day) = (next(), next(), next());
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`; years are after 1999.
        let year = if month <= 2 { year - 1 } else { year };
        let era = year / 400;
        let year_of_era = year - era * 400;
        let march_month = (month + 9) % 12;
        let day_of_year = (153 * march_month + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = era * 146_097 + day_of_era - 719_468;
        days * 86_400_000 + 4 * 3_600_000
    }

    /// As it stands in a form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for Day {
    type Error = NoDay;

    fn try_from(text: String) -> Result<Self, NoDay> {
        Self::parse(&text)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.0
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_day_that_exists_is_read_and_found_again() {
        for text in [
            "2026-01-01",
            "2026-02-28",
            "2028-02-29",
            "2026-12-31",
            "2099-12-31",
            "2000-03-01",
        ] {
            let day = Day::parse(text).unwrap();
            assert_eq!(Day::of(day.noon()), day);
        }
    }

    #[test]
    fn other_texts_are_no_days() {
        for text in [
            "",
            "2026-2-3",
            "2026-02-29",
            "2026-13-01",
            "2026-04-31",
            "2026-00-10",
            "31.12.2026",
            "2026-12-31-1",
            "1999-12-31",
        ] {
            assert_eq!(Day::parse(text), Err(NoDay), "{text}");
        }
    }
}
