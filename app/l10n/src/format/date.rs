//! Dates and times of day in the shop's zone. All of China keeps Beijing time, without daylight saving.

use domain::{Locale, SHOP_OFFSET_MS};

use super::push_digits;
use crate::language::{get, place};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

struct Moment {
    year: i64,
    month: u8,
    day: u8,
    hour: i64,
    minute: i64,
}

/// `1-ماي، 2026`, `2026年5月1日`, `1 de mayo de 2026`, from milliseconds since 1970 in UTC. In Uyghur it holds letters:
/// isolate it by its own direction (`<bdi>`), not as left to right.
pub fn date(locale: Locale, epoch_ms: i64) -> String {
    day(locale, place::DATE, epoch_ms)
}

/// `1-ماي`, `5月1日`, `1 de mayo`.
pub fn day_month(locale: Locale, epoch_ms: i64) -> String {
    day(locale, place::DAY_MONTH, epoch_ms)
}

fn day(locale: Locale, pattern: usize, epoch_ms: i64) -> String {
    let Moment { year, month, day, .. } = moment(epoch_ms);
    get(locale, pattern)
        .replace("{year}", &own_digits(locale, &year.to_string()))
        .replace("{month}", &month_name(locale, month))
        .replace("{day}", &own_digits(locale, &day.to_string()))
}

/// Date and time of day: `1-ماي، 2026 15:04`, `2026年5月1日 15:04`, `1 de mayo de 2026, 15:04`.
pub fn date_time(locale: Locale, epoch_ms: i64) -> String {
    get(locale, place::DATE_TIME)
        .replace("{date}", &date(locale, epoch_ms))
        .replace("{time}", &time(locale, epoch_ms))
}

/// `15:04`, in every language in this order.
pub fn time(locale: Locale, epoch_ms: i64) -> String {
    let Moment { hour, minute, .. } = moment(epoch_ms);
    own_digits(locale, &format!("{hour:02}:{minute:02}"))
}

/// Opening hours from minutes after midnight: `09:30–18:30`, in every language in this order. Runs left to right, one
/// isolate round the whole; 1440 is written `24:00`.
pub fn time_range(locale: Locale, from_minute: u16, to_minute: u16) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    own_digits(locale, &format!("{}–{}", clock(from_minute), clock(to_minute)))
}

/// The same in the digits of the language.
fn own_digits(locale: Locale, text: &str) -> String {
    let mut out = String::new();
    push_digits(locale, &mut out, text, "");
    out
}

/// The month, 1 to 12, of the shop's day.
pub fn month(epoch_ms: i64) -> u8 {
    moment(epoch_ms).month
}

/// `2026-05-01`, for `<time datetime>` and `<input type=date>`; the shop's day.
pub fn machine_date(epoch_ms: i64) -> String {
    let Moment { year, month, day, .. } = moment(epoch_ms);
    format!("{year:04}-{month:02}-{day:02}")
}

/// `2026-05-01T15:04+08:00`, for `<time datetime>`.
pub fn machine_date_time(epoch_ms: i64) -> String {
    let Moment { hour, minute, .. } = moment(epoch_ms);
    format!("{}T{hour:02}:{minute:02}+08:00", machine_date(epoch_ms))
}

/// The name of month 1 to 12 inside a sentence; anything else counts as the nearest of them.
pub fn month_name(locale: Locale, month: u8) -> String {
    get(locale, place::MONTHS + usize::from(month.clamp(1, 12) - 1)).to_owned()
}

/// What stands between the parts of a day that names its month.
#[cfg(feature = "fluent")]
const WITH_MONTHS: [&str; 6] = ["de", "del", "يىلى", "يىل", "كۈنى", "كۈن"];

/// A day or a month that somebody typed with the name of its month, in numbers with the year first: `5 de octubre de 2026` is
/// `2026-10-5`, `2026-يىلى ئۆكتەبىر` is `2026-10`. What names no month is left as it was typed.
#[cfg(feature = "fluent")]
pub fn named_month(typed: &str) -> String {
    read_named_month(typed).unwrap_or_else(|| typed.to_owned())
}

#[cfg(feature = "fluent")]
fn read_named_month(typed: &str) -> Option<String> {
    let typed = typed.to_lowercase();
    let mut month = None;
    let mut numbers: Vec<&str> = Vec::new();
    for word in typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if word.chars().all(char::is_numeric) {
            numbers.push(word);
        } else if let Some(number) = month_of(word) {
            if month.replace(number).is_some() {
                return None;
            }
        } else if !WITH_MONTHS.contains(&word) {
            return None;
        }
    }
    let month = month?;
    let is_year = |number: &str| number.chars().count() == 4;
    match numbers.as_slice() {
        [year] => Some(format!("{year}-{month}")),
        [year, day] if is_year(year) => Some(format!("{year}-{month}-{day}")),
        [day, year] => Some(format!("{year}-{month}-{day}")),
        _ => None,
    }
}

/// The month of this name, 1 to 12, in any of the languages that name them.
#[cfg(feature = "fluent")]
fn month_of(word: &str) -> Option<u8> {
    // The month's fifth day, in Uyghur.
    let word = word.strip_suffix("نىڭ").unwrap_or(word);
    let is_named = |month: &u8| {
        let mut languages = Locale::all().iter();
        languages.any(|locale| month_name(*locale, *month).to_lowercase() == word)
    };
    (1..=12).find(is_named)
}

/// The name of a day of the week, 1 (Monday) to 7; anything else counts as the nearest of them.
pub fn weekday_name(locale: Locale, weekday: u8) -> &'static str {
    weekday_of(locale, place::WEEKDAYS, weekday)
}

/// The short name for tables, 1 (Monday) to 7.
pub fn weekday_short(locale: Locale, weekday: u8) -> &'static str {
    weekday_of(locale, place::SHORT_WEEKDAYS, weekday)
}

fn weekday_of(locale: Locale, names: usize, weekday: u8) -> &'static str {
    get(locale, names + usize::from(weekday.clamp(1, 7) - 1))
}

/// Days of the week in words: a run such as Monday – Friday, or one after the other.
pub fn weekdays(locale: Locale, days: &[u8]) -> String {
    let names = get(locale, place::LISTED_WEEKDAYS).parse::<usize>();
    let names = names.unwrap_or(place::WEEKDAYS);
    let name = |day: u8| weekday_of(locale, names, day);
    let (Some(&first), Some(&last)) = (days.first(), days.last()) else {
        return String::new();
    };
    let is_run = days.windows(2).all(|pair| pair[1] == pair[0] + 1);
    if days.len() > 2 && is_run {
        return [name(first), name(last)].join("–");
    }
    let names: Vec<&str> = days.iter().map(|day| name(*day)).collect();
    names.join(get(locale, place::LIST_BETWEEN))
}

fn moment(epoch_ms: i64) -> Moment {
    let local = epoch_ms.saturating_add(SHOP_OFFSET_MS);
    let (year, month, day) = civil(local.div_euclid(DAY_MS));
    let minutes = local.rem_euclid(DAY_MS) / 60_000;
    Moment {
        year,
        month,
        day,
        hour: minutes / 60,
        minute: minutes % 60,
    }
}

/// Gregorian year, month and day of a day number since 1970-01-01. Counts in eras of 400 years that start on a 1st
/// of March, so that the leap day is the last of its year (Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", `civil_from_days`).
fn civil(days: i64) -> (i64, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 {
        march_month + 3
    } else {
        march_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    // Both are at most 31 here.
    (year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))
}
