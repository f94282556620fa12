//! How amounts and dates are written, the same on the server and in the browser.
//!
//! Integers in, text out: no floats, no clock, no locale data of the browser. Signs, names and patterns are those of each
//! language's `language.toml`, which for `ug`, `zh-Hans` and `es` are those of CLDR 48 but where a comment there says otherwise.
//!
//! Nothing here isolates directions; in a right-to-left page a view puts each result in `<bdi>`.

mod amount;
mod date;
mod money;
#[cfg(feature = "full")]
mod styled;
mod wait;

use domain::Locale;

use crate::language::{get, place};
use crate::resolve::whole;

pub use amount::{price_per_grams, price_per_kg, quantity, weight};
#[cfg(feature = "fluent")]
pub use date::named_month;
pub use date::{
    date, date_time, day_month, machine_date, machine_date_time, month, month_name, time, time_range, weekday_name,
    weekday_short, weekdays,
};
pub use money::{MoneyParts, money, money_parts};
#[cfg(feature = "full")]
pub(crate) use styled::{moment, styled};
pub use wait::wait;

/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{A0}';

/// A whole number, grouped by thousands: `12,345`; in Spanish `1234` and `12.345`.
pub fn number(locale: Locale, value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    [sign, &grouped(locale, value.unsigned_abs(), "")].concat()
}

/// A number in tenths with the one digit after the point: `4.7`, in Spanish `4,7`.
pub fn tenths(locale: Locale, value: u64) -> String {
    grouped(locale, value / 10, &(value % 10).to_string())
}

/// Whole per cent: `5%`, in Spanish `5 %`.
pub fn percent(locale: Locale, value: i64) -> String {
    filled(get(locale, place::PERCENT), &number(locale, value))
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
    let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
    let and = match get(locale, place::LIST_LAST_BEFORE_I) {
        "" => get(locale, place::LIST_LAST),
        and if sounds_like_i(last) => and,
        _ => get(locale, place::LIST_LAST),
    };
    [&before.join(get(locale, place::LIST_BETWEEN)), and, last].concat()
}

/// Spanish `y` becomes `e` before the sound i (`e higos`), but not before the diphthongs of `hielo` and `hiato`.
fn sounds_like_i(word: &str) -> bool {
    let word: String = word.trim_start().chars().take(3).flat_map(char::to_lowercase).collect();
    let rest = word.strip_prefix('h').unwrap_or(&word);
    let diphthong = rest.starts_with("ia") || rest.starts_with("ie") || rest.starts_with("io");
    (rest.starts_with('i') && !diphthong) || rest.starts_with('í')
}

/// A whole number and, behind the point, these decimals if there are any.
fn grouped(locale: Locale, value: u64, decimals: &str) -> String {
    let whole = value.to_string();
    let mut out = String::new();
    push_digits(locale, &mut out, &whole, mark(locale, &whole));
    if !decimals.is_empty() {
        out.push_str(get(locale, place::DECIMAL));
        push_digits(locale, &mut out, decimals, "");
    }
    out
}

/// The digits of a number below a power of ten, as many as that has zeros. Without `format!`, which every page would bring along
/// for it.
fn last_digits(value: u64, base: u64) -> String {
    let digits = (base + value % base).to_string();
    digits.get(1..).unwrap_or_default().to_owned()
}

/// What parts the thousands of a number of these digits: Spanish starts to group at five.
fn mark(locale: Locale, digits: &str) -> &'static str {
    let from = whole(get(locale, place::GROUPED_FROM)).unwrap_or(4);
    if i64::try_from(digits.len()).is_ok_and(|length| length < from) {
        ""
    } else {
        get(locale, place::GROUP)
    }
}

/// Digits in those of the language, with `mark` between the thousands; what is no digit stays.
fn push_digits(locale: Locale, out: &mut String, digits: &str, mark: &str) {
    let own = get(locale, place::DIGITS);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(mark);
        }
        let value = digit.to_digit(10).and_then(|value| own.chars().nth(value as usize));
        out.push(value.unwrap_or(digit));
    }
}

/// A pattern with its number in it.
fn filled(pattern: &str, number: &str) -> String {
    let (before, behind) = around(pattern);
    [before, number, behind].concat()
}

/// The unit that a pattern writes with its number, and whether it stands before it.
fn unit(pattern: &str) -> (&str, bool) {
    match around(pattern) {
        ("", behind) => (behind.strip_prefix(NO_BREAK).unwrap_or(behind), false),
        (before, _) => (before, true),
    }
}

/// What stands before the number of a pattern and behind it.
fn around(pattern: &str) -> (&str, &str) {
    pattern.split_once('#').unwrap_or((pattern, ""))
}
