//! Lots: goods that came in together, of one harvest and from one place. They are taken from the oldest first, unless who
//! packs says otherwise.

use crate::{Day, LotId, typed};

/// How exactly it is known when something was harvested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HarvestedIn {
    Year,
    Month,
    Day,
}

/// When goods were harvested: a day, a month or a year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Harvested(String);

impl Harvested {
    /// Reads `2026-10-05`, `2026-10` or `2026`, with any digits, dashes, dots or slashes, and as Chinese writes it; also with
    /// the day first and the year last: `5/10/2026`, `10-2026`.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain = typed.replace(['年', '月'], "-").replace(['日', '号'], "");
        let plain = year_first(plain.trim().trim_end_matches(['-', '.']));
        let (day, length) = [("", 10), ("-1", 7), ("-1-1", 4)]
            .into_iter()
            .find_map(|(rest, length)| Some((Day::parse(&format!("{plain}{rest}"))?, length)))?;
        Some(Self(day.iso().chars().take(length).collect()))
    }

    /// The year alone, where no more is known.
    pub fn year(&self) -> Option<i64> {
        match self.precision() {
            HarvestedIn::Year => self.0.parse().ok(),
            HarvestedIn::Month | HarvestedIn::Day => None,
        }
    }

    /// As it is stored and read back: `2026-10-05`, `2026-10` or `2026`. Sorted as a text, it is sorted by time.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How exactly it is known.
    pub fn precision(&self) -> HarvestedIn {
        match self.0.len() {
            4 => HarvestedIn::Year,
            7 => HarvestedIn::Month,
            _ => HarvestedIn::Day,
        }
    }

    /// The first moment at which it can have been, ms since 1970 UTC.
    pub fn start_ms(&self) -> i64 {
        let rest = match self.precision() {
            HarvestedIn::Year => "-1-1",
            HarvestedIn::Month => "-1",
            HarvestedIn::Day => "",
        };
        Day::parse(&format!("{}{rest}", self.0)).map_or(0, Day::start_ms)
    }
}

/// A day or a month with the year first. Where the year is last, the day is first: so they are written in Uyghur and Spanish.
fn year_first(typed: &str) -> String {
    let plain: String = typed::plain(typed).collect();
    let mut parts: Vec<&str> = plain
        .split(|c: char| typed::is_dash(c) || matches!(c, '/' | '.'))
        .map(str::trim)
        .collect();
    if parts.last().is_some_and(|last| last.len() == 4) && parts.first().is_some_and(|first| first.len() <= 2) {
        parts.reverse();
    }
    parts.join("-")
}

/// From which lots an amount is taken, and how much from each: from `first`, if somebody chose it, then from the others in
/// their order. What no lot has is taken from none.
pub fn take_from_lots(lots: &[(LotId, i64)], first: Option<LotId>, amount: i64) -> Vec<(LotId, i64)> {
    let is_first = |id: LotId| first == Some(id);
    let chosen = lots.iter().filter(|(id, _)| is_first(*id));
    let others = lots.iter().filter(|(id, _)| !is_first(*id));
    let mut missing = amount;
    let mut taken = Vec::new();
    for (id, there) in chosen.chain(others) {
        let part = missing.min(*there);
        if part > 0 {
            taken.push((*id, part));
            missing -= part;
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Option<String> {
        Harvested::parse(typed).map(|harvested| harvested.as_str().to_owned())
    }

    #[test]
    fn a_harvest_is_a_day_a_month_or_a_year() {
        for (typed, stored) in [
            ("2026-10-05", "2026-10-05"),
            (" 2026/10/5 ", "2026-10-05"),
            ("٢٠٢٦.١٠.٠٥", "2026-10-05"),
            ("2026年10月5日", "2026-10-05"),
            ("2026-10", "2026-10"),
            ("2026年9月", "2026-09"),
            ("2026", "2026"),
            ("２０２６年", "2026"),
            ("15/09/2026", "2026-09-15"),
            ("15.9.2026", "2026-09-15"),
            ("05-10-2026", "2026-10-05"),
            ("٠٥-١٠-٢٠٢٦", "2026-10-05"),
            ("9/2026", "2026-09"),
            ("09-2026", "2026-09"),
            ("\u{2066}2026-\u{2060}10\u{2069}", "2026-10"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(stored), "{typed}");
            assert_eq!(read(stored).as_deref(), Some(stored));
        }
        for typed in [
            "",
            "-",
            "autumn",
            "10",
            "2026-13",
            "2026-02-30",
            "1999",
            "2026-10-05-1",
            "26",
            "05-10-26",
            "10/05",
            "31/02/2026",
            "9/15/2026",
            "1/2/3/2026",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn it_begins_with_its_first_day() {
        let start = |typed| Harvested::parse(typed).map(|harvested| harvested.start_ms());
        assert_eq!(start("2026-10"), Day::parse("2026-10-01").map(Day::start_ms));
        assert_eq!(start("2026"), Day::parse("2026-01-01").map(Day::start_ms));
        assert_eq!(start("2026-10-05"), Day::parse("2026-10-05").map(Day::start_ms));
        let precision = |typed| Harvested::parse(typed).map(|harvested| harvested.precision());
        assert_eq!(precision("2026-10"), Some(HarvestedIn::Month));
        let year = |typed| Harvested::parse(typed).and_then(|harvested| harvested.year());
        assert_eq!(year("２０２６年"), Some(2026));
        assert_eq!(year("2026-10"), None, "more than a year");
    }

    #[test]
    fn the_oldest_is_taken_first_unless_another_is_chosen() {
        let [one, two, gone] = [1, 2, 3].map(LotId);
        let lots = [(one, 3), (two, 10), (gone, 0)];
        assert_eq!(take_from_lots(&lots, None, 2), [(one, 2)]);
        assert_eq!(take_from_lots(&lots, None, 5), [(one, 3), (two, 2)]);
        assert_eq!(take_from_lots(&lots, Some(two), 5), [(two, 5)]);
        assert_eq!(take_from_lots(&lots, Some(two), 12), [(two, 10), (one, 2)]);
        assert_eq!(take_from_lots(&lots, Some(gone), 1), [(one, 1)]);
        assert_eq!(
            take_from_lots(&lots, None, 99),
            [(one, 3), (two, 10)],
            "the rest has no lot"
        );
        assert!(take_from_lots(&lots, None, 0).is_empty());
        assert!(take_from_lots(&lots, None, -4).is_empty());
    }
}
