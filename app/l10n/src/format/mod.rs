//! How amounts and dates are written, the same on the server and in the browser.
//!
//! Integers in, text out: no floats, no clock, no locale data of the browser. Patterns are those of CLDR 48 for
//! `ug`, `zh-Hans` and `es`, with Latin digits in all three, except
//! - Uyghur lists are `A، B ۋە C` (CLDR has the English list),
//! - the yuan is ¥ U+00A5 in Uyghur too (CLDR's full-width sign would pull in a Chinese font),
//! - Chinese kilograms are 公斤 as in shops, not 千克.
//!
//! Nothing here isolates directions; in a right-to-left page a view puts each result in `<bdi>`.

mod amount;
mod date;
mod money;
mod wait;

use domain::Locale;

pub use amount::{price_per_grams, price_per_kg, quantity, weight};
pub use date::{
    date, date_time, day_month, machine_date, machine_date_time, month, month_name, named_month, time, time_range,
    weekday_name, weekday_short, weekdays,
};
pub use money::{MoneyParts, money, money_parts};
pub use wait::wait;

/// Keeps a number and its unit on one line.
const NO_BREAK: &str = "\u{A0}";

/// A whole number, grouped by thousands: `12,345`; in Spanish `1234` and `12.345`.
pub fn number(locale: Locale, value: i64) -> String {
    let digits = grouped(locale, value.unsigned_abs());
    if value < 0 { format!("-{digits}") } else { digits }
}

/// A number in tenths with the one digit after the point: `4.7`, in Spanish `4,7`.
pub fn tenths(locale: Locale, value: u64) -> String {
    format!("{}{}{}", grouped(locale, value / 10), decimal_mark(locale), value % 10)
}

/// Whole per cent: `5%`, in Spanish `5 %`.
pub fn percent(locale: Locale, value: i64) -> String {
    let space = if locale == Locale::Es { NO_BREAK } else { "" };
    format!("{}{space}%", number(locale, value))
}

/// `A، B ۋە C`, `A、B和C`, `A, B y C`.
pub fn list_and<S: AsRef<str>>(locale: Locale, items: &[S]) -> String {
    let Some((last, before)) = items.split_last() else {
        return String::new();
    };
    let last = last.as_ref();
    if before.is_empty() {
        return last.to_owned();
    }
    let (comma, and) = match locale {
        Locale::Ug => ("، ", " ۋە "),
        Locale::Zh => ("、", "和"),
        Locale::Es if sounds_like_i(last) => (", ", " e "),
        Locale::Es => (", ", " y "),
    };
    let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
    format!("{}{and}{last}", before.join(comma))
}

/// Spanish `y` becomes `e` before the sound i (`e higos`), but not before the diphthongs of `hielo` and `hiato`.
fn sounds_like_i(word: &str) -> bool {
    let word: String = word.trim_start().chars().take(3).flat_map(char::to_lowercase).collect();
    let rest = word.strip_prefix('h').unwrap_or(&word);
    let diphthong = rest.starts_with("ia") || rest.starts_with("ie") || rest.starts_with("io");
    (rest.starts_with('i') && !diphthong) || rest.starts_with('í')
}

fn grouped(locale: Locale, value: u64) -> String {
    let digits = value.to_string();
    // CLDR minimumGroupingDigits: Spanish starts to group at five digits.
    let (mark, shortest) = match locale {
        Locale::Ug | Locale::Zh => (',', 4),
        Locale::Es => ('.', 5),
    };
    if digits.len() < shortest {
        return digits;
    }
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

const fn decimal_mark(locale: Locale) -> char {
    match locale {
        Locale::Ug | Locale::Zh => '.',
        Locale::Es => ',',
    }
}
