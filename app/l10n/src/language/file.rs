//! `language.toml`, as translators write it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use domain::{Currency, Direction};
use serde::Deserialize;

use super::shape::{LanguageFault, faults_of, refused, unreadable};
use super::{BEHIND, BETWEEN, place};
use crate::plural::{Plural, PluralRules, rules_of};

/// The longest entry, bytes.
const LONGEST: usize = 100;
/// What stands for the number in a pattern, in the file and in the list.
const NUMBER: &str = "{number}";
const PLACE: &str = "#";

/// A language as its file says, ready to be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LanguageFile {
    /// The first segment of a page's path.
    pub code: String,
    /// The tag of BCP 47, which the folder is named by.
    pub tag: String,
    /// Its own name for itself.
    pub name: String,
    /// Whether it runs from right to left.
    pub is_rtl: bool,
    /// Codes of built-in languages that its readers may understand, the likelier first.
    pub fallback: Vec<String>,
    /// Other names of the language in tags that browsers send.
    pub names: Vec<String>,
    /// What is looked up at the places of [`place`].
    pub(super) list: Vec<String>,
    pub(super) letters: Vec<RangeInclusive<char>>,
    /// Marks of other languages, and what stands in their place.
    pub(super) marks: Vec<(char, String)>,
}

impl LanguageFile {
    /// Which way it runs.
    pub const fn direction(&self) -> Direction {
        if self.is_rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

/// An entry that says what cannot be: which, and what it should be, as a word of `check.ftl`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Refused(&'static str, &'static str);

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    code: String,
    tag: String,
    name: String,
    direction: Runs,
    fallback: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
    letters: Vec<String>,
    numbers: Numbers,
    money: BTreeMap<String, String>,
    units: Units,
    dates: Dates,
    lists: Lists,
    #[serde(default)]
    marks: BTreeMap<char, String>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Runs {
    LeftToRight,
    RightToLeft,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Numbers {
    group: String,
    grouped_from: u8,
    decimal: String,
    percent: String,
    digits: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Units {
    gram: String,
    kilogram: String,
    millilitre: String,
    litre: String,
    piece: BTreeMap<String, String>,
    half_kilogram: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Dates {
    date: String,
    day_month: String,
    date_time: String,
    months: Vec<String>,
    weekdays: Vec<String>,
    short_weekdays: Vec<String>,
    listed_weekdays: Listed,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Listed {
    Full,
    Short,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Lists {
    between: String,
    last: String,
    last_before_i: Option<String>,
}

/// Reads the text of a `language.toml`.
///
/// # Errors
/// All that is not of its kind, or else the first entry that says what cannot be.
pub fn read_language_file(text: &str) -> Result<LanguageFile, Vec<LanguageFault>> {
    let unreadable = |error: toml::de::Error| vec![unreadable(text, &error)];
    let table: toml::Table = text.parse().map_err(unreadable)?;
    let faults = faults_of(text, &table);
    if !faults.is_empty() {
        return Err(faults);
    }
    let written: Written = toml::from_str(text).map_err(unreadable)?;
    read(written).map_err(|Refused(name, wanted)| vec![refused(text, name, wanted)])
}

fn read(written: Written) -> Result<LanguageFile, Refused> {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_word(&written.code) || !(2..=3).contains(&written.code.len()) {
        return Err(Refused("code", "code"));
    }
    let is_part = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !written.tag.split('-').all(is_part) {
        return Err(Refused("tag", "tag"));
    }
    if !written.names.iter().all(|name| is_word(name)) {
        return Err(Refused("names", "names"));
    }
    let list = list(&written)?;
    Ok(LanguageFile {
        is_rtl: written.direction == Runs::RightToLeft,
        letters: letters(&written.letters)?,
        code: written.code,
        tag: written.tag,
        name: entry("name", &written.name)?,
        fallback: written.fallback,
        names: written.names,
        marks: written.marks.into_iter().collect(),
        list,
    })
}

/// Everything at its place.
fn list(written: &Written) -> Result<Vec<String>, Refused> {
    let Written {
        numbers,
        units,
        dates,
        lists,
        ..
    } = written;
    let rules = rules_of(&written.tag);
    let digits = numbers.digits.as_deref().unwrap_or_default();
    if !matches!(digits.chars().count(), 0 | 10) || !digits.chars().all(char::is_numeric) {
        return Err(Refused("digits", "digits"));
    }
    let mut list = vec![String::new(); place::ALL];
    for (at, text) in [
        (place::GROUP, entry("group", &numbers.group)?),
        (place::GROUPED_FROM, numbers.grouped_from.to_string()),
        (place::DECIMAL, entry("decimal", &numbers.decimal)?),
        (place::DIGITS, digits.to_owned()),
        (place::PLURAL, rules.map(PluralRules::whole).unwrap_or_default()),
        (
            place::PLURAL_FRACTION,
            rules.map(PluralRules::whole_with_fraction).unwrap_or_default(),
        ),
        (place::ORDINAL, rules.map(PluralRules::places).unwrap_or_default()),
        (place::CNY, money(written, Currency::Cny)?),
        (place::EUR, money(written, Currency::Eur)?),
        (place::USD, money(written, Currency::Usd)?),
        (place::GRAM, pattern("gram", &units.gram)?),
        (place::KILOGRAM, pattern("kilogram", &units.kilogram)?),
        (place::MILLILITRE, pattern("millilitre", &units.millilitre)?),
        (place::MILLILITRE + 1, pattern("litre", &units.litre)?),
        (place::PIECE, forms(&units.piece)?),
        (place::PERCENT, pattern("percent", &numbers.percent)?),
        (place::LIST_BETWEEN, entry("between", &lists.between)?),
        (place::LIST_LAST, entry("last", &lists.last)?),
        (place::DATE, with("date", &dates.date, &["{day}", "{month}", "{year}"])?),
        (
            place::DAY_MONTH,
            with("day-month", &dates.day_month, &["{day}", "{month}"])?,
        ),
        (
            place::DATE_TIME,
            with("date-time", &dates.date_time, &["{date}", "{time}"])?,
        ),
    ] {
        list[at] = text;
    }
    if let Some(name) = &units.half_kilogram {
        list[place::HALF_KILOGRAM] = entry("half-kilogram", name)?;
    }
    if let Some(last) = &lists.last_before_i {
        list[place::LIST_LAST_BEFORE_I] = entry("last-before-i", last)?;
    }
    let listed = if dates.listed_weekdays == Listed::Full {
        place::WEEKDAYS
    } else {
        place::SHORT_WEEKDAYS
    };
    list[place::LISTED_WEEKDAYS] = listed.to_string();
    for (from, to, name, names) in [
        (place::MONTHS, place::WEEKDAYS, "months", &dates.months),
        (place::WEEKDAYS, place::SHORT_WEEKDAYS, "weekdays", &dates.weekdays),
        (
            place::SHORT_WEEKDAYS,
            place::ALL,
            "short-weekdays",
            &dates.short_weekdays,
        ),
    ] {
        if names.len() != to - from {
            let wanted = if name == "months" { "months" } else { "weekdays" };
            return Err(Refused(name, wanted));
        }
        for (entry_of, text) in list[from..to].iter_mut().zip(names) {
            *entry_of = entry(name, text)?;
        }
    }
    Ok(list)
}

/// A text that may stand in the list.
fn entry(name: &'static str, text: &str) -> Result<String, Refused> {
    let is_sign = |c: char| c.is_control() || [BETWEEN, BEHIND].contains(&c) || PLACE.contains(c);
    if text.trim().is_empty() && text != "\u{A0}" && text != "\u{202F}" {
        return Err(Refused(name, "filled"));
    }
    if text.len() > LONGEST || text.contains(is_sign) {
        return Err(Refused(name, "short"));
    }
    Ok(text.to_owned())
}

/// A text with each of these in it.
fn with(name: &'static str, text: &str, parts: &[&str]) -> Result<String, Refused> {
    if parts.iter().any(|part| !text.contains(part)) {
        return Err(Refused(name, "parts"));
    }
    entry(name, text)
}

/// A pattern with the place of its number.
fn pattern(name: &'static str, text: &str) -> Result<String, Refused> {
    if text.matches(NUMBER).count() != 1 {
        return Err(Refused(name, "pattern"));
    }
    Ok(entry(name, text)?.replace(NUMBER, PLACE))
}

fn money(written: &Written, currency: Currency) -> Result<String, Refused> {
    let text = written.money.get(currency.code());
    let is_known = |code: &String| Currency::parse(code).is_some();
    let text = text.filter(|_| written.money.keys().all(is_known));
    let text = text.ok_or(Refused("money", "money"))?;
    pattern("money", text)
}

/// Forms of a pattern by the words of plural forms, that for everything else last.
fn forms(forms: &BTreeMap<String, String>) -> Result<String, Refused> {
    let wrong = Refused("piece", "piece");
    let mut written = Vec::new();
    for plural in Plural::ALL {
        let Some(text) = forms.get(plural.as_str()) else {
            continue;
        };
        if text.contains(';') {
            return Err(wrong);
        }
        let letter = if plural == Plural::Other {
            "r"
        } else {
            &plural.as_str()[..1]
        };
        written.push([letter, &pattern("piece", text)?].concat());
    }
    if !forms.contains_key(Plural::Other.as_str()) || written.len() != forms.len() {
        return Err(wrong);
    }
    Ok(written.join(";"))
}

/// Ranges of letters such as `0620-064A`, or single ones.
fn letters(written: &[String]) -> Result<Vec<RangeInclusive<char>>, Refused> {
    let letter = |text: &str| u32::from_str_radix(text, 16).ok().and_then(char::from_u32);
    let range = |text: &String| {
        let (from, to) = text.split_once('-').unwrap_or((text, text));
        Some(letter(from)?..=letter(to)?)
    };
    let ranges: Option<Vec<_>> = written.iter().map(range).collect();
    ranges
        .filter(|ranges| !ranges.is_empty())
        .ok_or(Refused("letters", "letters"))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    const SPANISH: &str = include_str!("../../../../locales/es/language.toml");

    #[test]
    fn what_is_wrong_in_a_file_is_named() {
        for (from, to, named) in [
            ("code = \"es\"", "code = \"ES\"", ["code", "code"]),
            ("tag = \"es\"", "tag = \"es_ES\"", ["tag", "tag"]),
            ("names = [\"spa\"]", "names = [\"SPA\"]", ["names", "names"]),
            ("group = \".\"", "group = \"\"", ["numbers.group", "filled"]),
            ("group = \".\"", "group = \"|\"", ["numbers.group", "short"]),
            (
                "group = \".\"",
                "group = \".\"\ndigits = \"0123\"",
                ["numbers.digits", "digits"],
            ),
            ("kilogram = \"{number}", "kilogram = \"", ["units.kilogram", "pattern"]),
            ("other = \"{number}", "others = \"{number}", ["units.piece", "piece"]),
            ("CNY = ", "GBP = ", ["money", "money"]),
            ("\"enero\", ", "", ["dates.months", "months"]),
            ("\"lunes\", ", "", ["dates.weekdays", "weekdays"]),
            ("{day} de {month}\"", "{day}\"", ["dates.day-month", "parts"]),
            ("0041-005A", "005A-XX", ["letters", "letters"]),
        ] {
            assert!(SPANISH.contains(from), "{from}");
            let told = read_language_file(&SPANISH.replacen(from, to, 1)).unwrap_err();
            let told: Vec<&str> = told
                .iter()
                .flat_map(|fault| fault.fault.args.iter().map(|(_, value)| value.as_str()))
                .collect();
            assert_eq!(told, named, "{from}");
        }
    }

    #[test]
    fn forms_stand_behind_their_letters() {
        let piece = [("other", "{number} uds."), ("one", "{number} ud.")];
        let piece = piece.map(|(form, text)| (form.to_owned(), text.to_owned()));
        assert_eq!(forms(&BTreeMap::from(piece)).unwrap(), "o# ud.;r# uds.");
    }
}
