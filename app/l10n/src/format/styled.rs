//! Numbers and moments written as a text asks for it, with the options of `NUMBER()` and `DATETIME()`.

use domain::Locale;

use super::{date, date_time, day_month, filled, mark, month_name, push_digits, time, weekday_name, weekday_short};
use crate::language::{get, place};
use crate::style::{MomentStyle, NumberStyle};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A number of `units`, each of which is 10 to the power of minus `scale`, as ECMA-402 rounds it: half away from zero.
pub(crate) fn styled(locale: Locale, units: i64, scale: u8, style: NumberStyle) -> String {
    let mut value = u128::from(units.unsigned_abs());
    let mut scale = u32::from(scale);
    if style.is_percent {
        let moved = scale.min(2);
        scale -= moved;
        value *= 10_u128.pow(2 - moved);
    }
    // Zeros that stand behind the digits there are.
    let zeros = match style.significant {
        None => {
            let (least, most) = (u32::from(style.fraction.0), u32::from(style.fraction.1));
            value = rounded(value, scale.saturating_sub(most));
            scale = scale.min(most);
            (value, scale) = shortened(value, scale, least);
            least.saturating_sub(scale)
        }
        Some((least, most)) => {
            let (least, most) = (u32::from(least), u32::from(most));
            if value == 0 {
                scale = 0;
            }
            let dropped = digits(value).saturating_sub(most);
            value = rounded(value, dropped);
            value *= 10_u128.pow(dropped.saturating_sub(scale));
            scale = scale.saturating_sub(dropped);
            let whole = digits(value).saturating_sub(scale);
            (value, scale) = shortened(value, scale, least.saturating_sub(whole).min(scale));
            least.saturating_sub(digits(value))
        }
    };
    let one = 10_u128.pow(scale);
    let whole = format!("{:0>width$}", value / one, width = usize::from(style.integer));
    let mut decimals = String::new();
    if scale > 0 {
        decimals = format!("{:0>width$}", value % one, width = scale as usize);
    }
    decimals.extend((0..zeros).map(|_| '0'));
    let mut number = String::from(if units < 0 { "-" } else { "" });
    let between = if style.is_grouped { mark(locale, &whole) } else { "" };
    push_digits(locale, &mut number, &whole, between);
    if !decimals.is_empty() {
        number.push_str(get(locale, place::DECIMAL));
        push_digits(locale, &mut number, &decimals, "");
    }
    if style.is_percent {
        number = filled(get(locale, place::PERCENT), &number);
    }
    number
}

/// How many digits a number has.
fn digits(value: u128) -> u32 {
    value.checked_ilog10().unwrap_or(0) + 1
}

/// Without its last `dropped` digits.
fn rounded(value: u128, dropped: u32) -> u128 {
    match dropped {
        0 => value,
        _ => (value + 5 * 10_u128.pow(dropped - 1)) / 10_u128.pow(dropped),
    }
}

/// Without zeros at the end, down to `least` digits after the point.
fn shortened(mut value: u128, mut scale: u32, least: u32) -> (u128, u32) {
    while scale > least && value.is_multiple_of(10) {
        value /= 10;
        scale -= 1;
    }
    (value, scale)
}

/// A moment, in milliseconds since 1970 in UTC, on the shop's clock.
pub(crate) fn moment(locale: Locale, epoch_ms: i64, style: MomentStyle) -> String {
    match style {
        MomentStyle::Date => date(locale, epoch_ms),
        MomentStyle::Day => day_month(locale, epoch_ms),
        MomentStyle::Month => month_name(locale, super::month(epoch_ms)),
        MomentStyle::Year => {
            let day = super::machine_date(epoch_ms);
            let mut year = String::new();
            push_digits(locale, &mut year, day.rsplitn(3, '-').last().unwrap_or_default(), "");
            year
        }
        MomentStyle::Weekday => weekday_name(locale, weekday(epoch_ms)).to_owned(),
        MomentStyle::ShortWeekday => weekday_short(locale, weekday(epoch_ms)).to_owned(),
        MomentStyle::Time => time(locale, epoch_ms),
        MomentStyle::DateTime => date_time(locale, epoch_ms),
    }
}

/// 1 (Monday) to 7 of the shop's day; the first of January 1970 was a Thursday.
fn weekday(epoch_ms: i64) -> u8 {
    let day = epoch_ms.saturating_add(domain::SHOP_OFFSET_MS).div_euclid(DAY_MS);
    u8::try_from((day + 3).rem_euclid(7) + 1).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(units: i64, scale: u8, style: NumberStyle) -> String {
        styled(Locale::Zh, units, scale, style)
    }

    #[test]
    fn numbers_are_rounded_and_filled_up_as_ecma_402_does() {
        let plain = NumberStyle::default();
        let fraction = |least, most| NumberStyle {
            fraction: (least, most),
            ..plain
        };
        let significant = |least, most| NumberStyle {
            significant: Some((least, most)),
            ..plain
        };
        // Each as `new Intl.NumberFormat("zh", …).format(…)` writes it.
        for (written, units, scale, style) in [
            ("1,234.568", 12_345_678, 4, plain),
            ("0", 0, 2, plain),
            ("-1.5", -150, 2, plain),
            ("5.00", 5, 0, fraction(2, 3)),
            ("1.25", 125, 2, fraction(1, 2)),
            ("2", 15, 1, fraction(0, 0)),
            ("-2", -15, 1, fraction(0, 0)),
            ("10.0", 996, 2, fraction(1, 1)),
            ("1,200", 1234, 0, significant(1, 2)),
            ("99.5", 9949, 2, significant(1, 3)),
            ("100", 9996, 2, significant(1, 3)),
            ("99.96", 9996, 2, significant(4, 4)),
            ("0.0500", 5, 2, significant(3, 5)),
            ("0.00", 0, 2, significant(3, 5)),
            ("12.30", 123, 1, significant(4, 5)),
        ] {
            assert_eq!(number(units, scale, style), written);
        }
        let two = NumberStyle { integer: 2, ..plain };
        assert_eq!(
            (number(5, 0, two), number(123, 0, two)),
            ("05".to_owned(), "123".to_owned())
        );
        let bare = NumberStyle {
            is_grouped: false,
            ..plain
        };
        assert_eq!(number(1_234_567, 0, bare), "1234567");
    }

    #[test]
    fn hundredths_are_written_as_the_language_writes_them() {
        let style = NumberStyle {
            is_percent: true,
            fraction: (0, 0),
            ..NumberStyle::default()
        };
        assert_eq!(styled(Locale::Zh, 125, 3, style), "13%");
        assert_eq!(styled(Locale::Es, 5, 0, style), "500\u{A0}%");
        assert_eq!(styled(Locale::Ug, i64::MIN, 0, style), "-922,337,203,685,477,580,800%");
    }

    #[test]
    fn a_moment_is_on_the_shops_clock() {
        // Friday, 1 May 2026, 15:04 in Beijing.
        let then = 1_777_619_040_000;
        let written = |style| moment(Locale::Es, then, style);
        assert_eq!(written(MomentStyle::DateTime), "1 de mayo de 2026, 15:04");
        assert_eq!(written(MomentStyle::Weekday), "viernes");
        assert_eq!(
            (written(MomentStyle::Year), written(MomentStyle::Month)),
            ("2026".to_owned(), "mayo".to_owned())
        );
        // Late on Thursday in UTC is Friday here.
        assert_eq!(
            moment(Locale::Es, then - 20 * 3_600_000, MomentStyle::Weekday),
            "jueves"
        );
        assert_eq!(
            moment(Locale::Es, then - 15 * 3_600_000, MomentStyle::ShortWeekday),
            "vie"
        );
    }
}
