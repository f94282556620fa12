//! Dates and times of day in the shop's zone. All of China keeps Beijing time, without daylight saving.

use domain::{Locale, SHOP_OFFSET_MS};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

const MONTHS_UG: [&str; 12] = [
    "يانۋار",
    "فېۋرال",
    "مارت",
    "ئاپرېل",
    "ماي",
    "ئىيۇن",
    "ئىيۇل",
    "ئاۋغۇست",
    "سېنتەبىر",
    "ئۆكتەبىر",
    "نويابىر",
    "دېكابىر",
];
const MONTHS_ES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const DAYS_UG: [&str; 7] = [
    "دۈشەنبە",
    "سەيشەنبە",
    "چارشەنبە",
    "پەيشەنبە",
    "جۈمە",
    "شەنبە",
    "يەكشەنبە",
];
const DAYS_ZH: [&str; 7] = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];
const DAYS_ES: [&str; 7] = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const SHORT_DAYS_UG: [&str; 7] = ["دۈ", "سە", "چا", "پە", "جۈ", "شە", "يە"];
const SHORT_DAYS_ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const SHORT_DAYS_ES: [&str; 7] = ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"];

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
    let Moment { year, .. } = moment(epoch_ms);
    let day_month = day_month(locale, epoch_ms);
    match locale {
        Locale::Ug => format!("{day_month}، {year}"),
        Locale::Zh => format!("{year}年{day_month}"),
        Locale::Es => format!("{day_month} de {year}"),
    }
}

/// `1-ماي`, `5月1日`, `1 de mayo`.
pub fn day_month(locale: Locale, epoch_ms: i64) -> String {
    let Moment { month, day, .. } = moment(epoch_ms);
    let name = month_name(locale, month);
    match locale {
        Locale::Ug => format!("{day}-{name}"),
        Locale::Zh => format!("{name}{day}日"),
        Locale::Es => format!("{day} de {name}"),
    }
}

/// Date and time of day: `1-ماي، 2026 15:04`, `2026年5月1日 15:04`, `1 de mayo de 2026, 15:04`.
pub fn date_time(locale: Locale, epoch_ms: i64) -> String {
    let comma = if locale == Locale::Es { "," } else { "" };
    format!("{}{comma} {}", date(locale, epoch_ms), time(locale, epoch_ms))
}

/// `15:04`, the same in every language.
pub fn time(_locale: Locale, epoch_ms: i64) -> String {
    let Moment { hour, minute, .. } = moment(epoch_ms);
    format!("{hour:02}:{minute:02}")
}

/// Opening hours from minutes after midnight: `09:30–18:30`, the same in every language. Runs left to right, one
/// isolate round the whole; 1440 is written `24:00`.
pub fn time_range(_locale: Locale, from_minute: u16, to_minute: u16) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    format!("{}–{}", clock(from_minute), clock(to_minute))
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
    let month = month.clamp(1, 12);
    let index = usize::from(month - 1);
    match locale {
        Locale::Ug => MONTHS_UG[index].to_owned(),
        Locale::Zh => format!("{month}月"),
        Locale::Es => MONTHS_ES[index].to_owned(),
    }
}

/// What stands between the parts of a day that names its month.
const WITH_MONTHS: [&str; 6] = ["de", "del", "يىلى", "يىل", "كۈنى", "كۈن"];

/// A day or a month that somebody typed with the name of its month, in numbers with the year first: `5 de octubre de 2026` is
/// `2026-10-5`, `2026-يىلى ئۆكتەبىر` is `2026-10`. What names no month is left as it was typed.
pub fn named_month(typed: &str) -> String {
    read_named_month(typed).unwrap_or_else(|| typed.to_owned())
}

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
fn month_of(word: &str) -> Option<usize> {
    // The month's fifth day, in Uyghur.
    let word = word.strip_suffix("نىڭ").unwrap_or(word);
    let place = |names: &[&str; 12]| names.iter().position(|name| *name == word);
    place(&MONTHS_UG).or_else(|| place(&MONTHS_ES)).map(|place| place + 1)
}

/// The name of a day of the week, 1 (Monday) to 7; anything else counts as the nearest of them.
pub fn weekday_name(locale: Locale, weekday: u8) -> &'static str {
    let index = usize::from(weekday.clamp(1, 7) - 1);
    match locale {
        Locale::Ug => DAYS_UG[index],
        Locale::Zh => DAYS_ZH[index],
        Locale::Es => DAYS_ES[index],
    }
}

/// The short name for tables, 1 (Monday) to 7.
pub fn weekday_short(locale: Locale, weekday: u8) -> &'static str {
    let index = usize::from(weekday.clamp(1, 7) - 1);
    match locale {
        Locale::Ug => SHORT_DAYS_UG[index],
        Locale::Zh => SHORT_DAYS_ZH[index],
        Locale::Es => SHORT_DAYS_ES[index],
    }
}

/// Days of the week in words: a run such as Monday – Friday, or one after the other.
pub fn weekdays(locale: Locale, days: &[u8]) -> String {
    // The short Uyghur names are of two letters and hard to read.
    let name = |day: u8| match locale {
        Locale::Ug => weekday_name(locale, day),
        Locale::Zh | Locale::Es => weekday_short(locale, day),
    };
    let (Some(&first), Some(&last)) = (days.first(), days.last()) else {
        return String::new();
    };
    let is_run = days.windows(2).all(|pair| pair[1] == pair[0] + 1);
    if days.len() > 2 && is_run {
        return [name(first), name(last)].join("–");
    }
    let comma = match locale {
        Locale::Ug => "، ",
        Locale::Zh => "、",
        Locale::Es => ", ",
    };
    days.iter().map(|day| name(*day)).collect::<Vec<_>>().join(comma)
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
