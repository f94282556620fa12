//! Numbers with the digits they show, and how the value of a variable is written when its text says so.
//!
//! `build.rs` uses this file as well, so nothing here uses the rest of the crate.

use std::fmt;

/// A number with the digits after the point that are shown: 1.50 is 150 hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// How many of the smallest digit shown.
    pub units: i64,
    /// Digits after the point.
    pub scale: u8,
}

impl Decimal {
    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self { units: value, scale: 0 }
    }

    /// Reads `-12.50`; `None` when it is no number or has more than 18 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = whole.strip_prefix('-').unwrap_or(whole);
        let is_number = !digits.is_empty() && digits.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
        if !is_number || digits.len() + fraction.len() > 18 || (text.contains('.') && fraction.is_empty()) {
            return None;
        }
        Some(Self {
            units: format!("{whole}{fraction}").parse().ok()?,
            scale: u8::try_from(fraction.len()).ok()?,
        })
    }

    /// The same number without zeros at the end: by it two numbers are compared.
    #[must_use]
    pub const fn shortest(self) -> Self {
        let mut short = self;
        while short.scale > 0 && short.units % 10 == 0 {
            short.units /= 10;
            short.scale -= 1;
        }
        short
    }

    /// The same number with at least so many digits after the point, as far as there is room.
    #[must_use]
    pub fn with_fraction(self, digits: u8) -> Self {
        let mut long = self;
        while long.scale < digits {
            let Some(units) = long.units.checked_mul(10) else {
                break;
            };
            long = Self {
                units,
                scale: long.scale + 1,
            };
        }
        long
    }
}

/// As a program writes it: `-12.50`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let scale = usize::from(self.scale);
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let point = if scale > 0 { "." } else { "" };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

/// Options of `NUMBER()` with what holds for those that are not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberStyle {
    /// Digits before the point, at least.
    pub integer: u8,
    /// Digits after the point, at least and at most.
    pub fraction: (u8, u8),
    /// Digits that count, at least and at most; instead of those after the point.
    pub significant: Option<(u8, u8)>,
    /// Whether thousands are parted.
    pub is_grouped: bool,
    /// Whether it is written as hundredths.
    pub is_percent: bool,
}

impl Default for NumberStyle {
    fn default() -> Self {
        Self {
            integer: 1,
            fraction: (0, 3),
            significant: None,
            is_grouped: true,
            is_percent: false,
        }
    }
}

/// Options of `DATETIME()` that the shop can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MomentStyle {
    /// `1 de mayo de 2026`
    Date,
    /// `1 de mayo`
    Day,
    /// `mayo`
    Month,
    /// `2026`
    Year,
    /// `viernes`
    Weekday,
    /// `vie`
    ShortWeekday,
    /// `15:04`
    Time,
    /// `1 de mayo de 2026, 15:04`
    DateTime,
}

impl NumberStyle {
    /// `#1,0,3,0,0,gp`: digits before the point; after it, at least and at most; that count, at least and at most; whether
    /// thousands are parted and whether it is hundredths.
    pub fn write(self) -> String {
        let (least, most) = self.fraction;
        let (significant, digits) = self.significant.unwrap_or_default();
        let grouped = if self.is_grouped { "g" } else { "" };
        let percent = if self.is_percent { "p" } else { "" };
        format!(
            "#{},{least},{most},{significant},{digits},{grouped}{percent}",
            self.integer
        )
    }

    /// The style behind a `#`; what cannot be read is as without options.
    pub fn read(written: &str) -> Self {
        let mut parts = written.split(',');
        let mut next = || parts.next().and_then(|part| part.parse().ok());
        let integer = next().unwrap_or(1);
        let fraction = (next().unwrap_or(0), next().unwrap_or(3));
        let significant = next().zip(next()).filter(|(_, most)| *most > 0);
        let flags = parts.next().unwrap_or("g");
        Self {
            integer,
            fraction,
            significant,
            is_grouped: flags.contains('g'),
            is_percent: flags.contains('p'),
        }
    }
}

impl MomentStyle {
    /// Every style.
    pub const ALL: [Self; 8] = [
        Self::Date,
        Self::Day,
        Self::Month,
        Self::Year,
        Self::Weekday,
        Self::ShortWeekday,
        Self::Time,
        Self::DateTime,
    ];

    /// The letter behind an `@`.
    pub const fn letter(self) -> char {
        match self {
            Self::Date => 'l',
            Self::Day => 'd',
            Self::Month => 'm',
            Self::Year => 'y',
            Self::Weekday => 'w',
            Self::ShortWeekday => 's',
            Self::Time => 't',
            Self::DateTime => 'b',
        }
    }

    /// The style behind an `@`.
    pub fn read(written: &str) -> Option<Self> {
        let mut letters = written.chars();
        let style = letters
            .next()
            .and_then(|c| Self::ALL.into_iter().find(|style| style.letter() == c));
        style.filter(|_| letters.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_written_with_their_digits() {
        for good in ["0", "-1", "12.50", "0.05", "-0.5"] {
            assert_eq!(
                Decimal::parse(good).map(|number| number.to_string()).as_deref(),
                Some(good)
            );
        }
        for wrong in ["", "-", ".5", "1.", "1e3", "--1", "+1", "1234567890123456789", "1.2.3"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
        assert_eq!(
            Decimal { units: 1500, scale: 3 }.shortest(),
            Decimal { units: 15, scale: 1 }
        );
        assert_eq!(Decimal::whole(0).with_fraction(2), Decimal { units: 0, scale: 2 });
    }

    #[test]
    fn a_style_is_read_as_it_was_written() {
        let style = NumberStyle {
            integer: 2,
            fraction: (1, 4),
            significant: Some((1, 5)),
            is_grouped: false,
            is_percent: true,
        };
        for style in [style, NumberStyle::default()] {
            let written = style.write();
            assert_eq!(NumberStyle::read(written.trim_start_matches('#')), style, "{written}");
        }
        for style in MomentStyle::ALL {
            assert_eq!(MomentStyle::read(&style.letter().to_string()), Some(style));
        }
        assert_eq!((MomentStyle::read(""), MomentStyle::read("dd")), (None, None));
        assert_eq!(NumberStyle::read("x"), NumberStyle::default());
    }
}
