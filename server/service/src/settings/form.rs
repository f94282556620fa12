//! From a form of the settings to a value.

use domain::{
    Fees, FieldCode, FreightRegion, Locale, LongText, MOST_CLOSED_DAYS, PriceError, PublicName, ReturnRules, WayBack,
    day_number, parse_price, plain_digits,
};

use super::{BankAccount, CentreCard, ClosedDays, Day, FreightRow, Section, ShopNotice, Value};
use crate::error::text_code;
use crate::error::{Error, FieldErrors, Result};
use crate::operator::TextByLanguage;
use crate::shown_phone;

/// Notices at the most.
pub const NOTICES: usize = 6;
/// Holidays and other runs of closed days at the most: those of two years.
pub const CLOSED: usize = 24;
/// Telephones at the most.
const PHONES: usize = 6;
/// Dearest first weight or step of freight, fen.
pub const DEAREST: i64 = 1_000_000;
/// Heaviest first weight or step, grams.
const HEAVIEST: i64 = 1_000_000;
/// Longest name of a holder, bank or number, characters.
const BANK: usize = 80;
/// Fewest digits of an account's number.
const DIGITS: usize = 6;

/// Reads the form of a section; fields are named as on the page.
///
/// # Errors
/// [`Error::Fields`].
pub(super) fn read(section: Section, fields: &[(String, String)]) -> Result<Value> {
    let form = Form(fields);
    let mut errors = FieldErrors::default();
    let value = match section {
        Section::Bank => Value::Bank(bank(form, &mut errors)),
        Section::Centre => Value::Centre(centre(form, &mut errors)),
        Section::Freight => Value::Freight(freight(form, &mut errors)),
        Section::Notices => Value::Notices(
            dated(form, "notice", NOTICES, None, &mut errors)
                .into_iter()
                .map(|(from, until, text)| ShopNotice { from, until, text })
                .collect(),
        ),
        Section::Closed => Value::Closed(
            dated(form, "closed", CLOSED, Some(MOST_CLOSED_DAYS), &mut errors)
                .into_iter()
                .map(|(from, until, reason)| ClosedDays { from, until, reason })
                .collect(),
        ),
        Section::Returns => Value::Returns(returns(form, &mut errors)),
        Section::Fees => Value::Fees(fees(form, &mut errors)),
    };
    if errors.is_empty() {
        Ok(value)
    } else {
        Err(Error::Fields(errors))
    }
}

#[derive(Clone, Copy)]
struct Form<'f>(&'f [(String, String)]);

impl Form<'_> {
    fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value.trim())
    }
}

/// All three, or none of them: then there is no account.
fn bank(form: Form<'_>, errors: &mut FieldErrors) -> Option<BankAccount> {
    let fields = ["holder", "bank", "number"];
    if fields.iter().all(|name| form.get(name).is_empty()) {
        return None;
    }
    let mut line = |name: &'static str| {
        // It is copied into the buyer's bank, which knows no digits but 0 to 9.
        let typed = match name {
            "number" => plain_digits(form.get(name)),
            _ => form.get(name).to_owned(),
        };
        let parsed = PublicName::parse(&typed).map_err(text_code).and_then(|text| {
            if text.as_str().chars().count() > BANK {
                Err(FieldCode::TooLong)
            } else {
                Ok(text.into_string())
            }
        });
        errors.take(name, parsed)
    };
    let (holder, bank, number) = (line("holder"), line("bank"), line("number"));
    if let Some(number) = &number
        && number.chars().filter(char::is_ascii_digit).count() < DIGITS
    {
        errors.push("number", FieldCode::InvalidCode);
    }
    Some(BankAccount {
        holder: holder?,
        bank: bank?,
        number: number?,
    })
}

fn centre(form: Form<'_>, errors: &mut FieldErrors) -> CentreCard {
    let mut name = TextByLanguage::new();
    for locale in Locale::BUILT_IN {
        let field = format!("name-{}", locale.code());
        if let Some(text) = text_of(form, &field, errors, short) {
            name.insert(locale, text);
        }
    }
    let lines = form.get("phones").lines().map(str::trim);
    let phones: Result<Vec<String>, FieldCode> =
        lines.filter(|line| !line.is_empty()).map(shown_phone::parse).collect();
    let phones = phones.and_then(|phones| {
        if phones.len() > PHONES {
            Err(FieldCode::TooLong)
        } else {
            Ok(phones)
        }
    });
    CentreCard {
        name,
        phones: errors.take("phones", phones).unwrap_or_default(),
    }
}

fn freight(form: Form<'_>, errors: &mut FieldErrors) -> Vec<FreightRow> {
    let mut rows = Vec::new();
    for region in FreightRegion::ALL {
        let name = |what: &str| format!("{what}-{}", region.as_str());
        let mut grams = |what: &str| {
            let typed = plain_digits(form.get(&name(what)));
            let parsed = match typed.parse::<i64>() {
                _ if typed.is_empty() => Err(FieldCode::Required),
                Ok(grams) if (1..=HEAVIEST).contains(&grams) => Ok(grams),
                _ => Err(FieldCode::InvalidQuantity),
            };
            errors.take(name(what), parsed)
        };
        let (first_grams, step_grams) = (grams("first-grams"), grams("step-grams"));
        let mut price = |what: &str| {
            let parsed = fen(form.get(&name(what)), DEAREST);
            errors.take(name(what), parsed)
        };
        let (first_minor, step_minor) = (price("first-price"), price("step-price"));
        if let (Some(first_grams), Some(first_minor), Some(step_grams), Some(step_minor)) =
            (first_grams, first_minor, step_grams, step_minor)
        {
            rows.push(FreightRow {
                region,
                first_grams,
                first_minor,
                step_grams,
                step_minor,
            });
        }
    }
    rows
}

/// An amount from nothing to `most`, fen.
fn fen(typed: &str, most: i64) -> Result<i64, FieldCode> {
    match parse_price(domain::Currency::Cny, typed) {
        Ok(amount) if (0..=most).contains(&amount.minor) => Ok(amount.minor),
        Ok(_) | Err(PriceError::Invalid | PriceError::TooLarge) => Err(FieldCode::InvalidPrice),
        Err(PriceError::Required) => Err(FieldCode::Required),
    }
}

fn returns(form: Form<'_>, errors: &mut FieldErrors) -> ReturnRules {
    let mut number = |name: &'static str, least: u16, most: u16| {
        let typed = plain_digits(form.get(name));
        let parsed = match typed.parse::<u16>() {
            _ if typed.is_empty() => Err(FieldCode::Required),
            Ok(number) if (least..=most).contains(&number) => Ok(number),
            _ => Err(FieldCode::InvalidQuantity),
        };
        errors.take(name, parsed).unwrap_or_default()
    };
    let report_hours = number("report-hours", *ReturnRules::HOURS.start(), *ReturnRules::HOURS.end());
    let return_days = number("return-days", 0, ReturnRules::MOST_DAYS);
    let way_back = WayBack::parse(form.get("way-back")).ok_or(FieldCode::Required);
    ReturnRules {
        report_hours,
        return_days,
        way_back: errors.take("way-back", way_back).unwrap_or(WayBack::Buyer),
    }
}

/// Empty is none.
fn fees(form: Form<'_>, errors: &mut FieldErrors) -> Fees {
    let typed = plain_digits(form.get("permille"));
    let permille = match typed.parse::<u16>() {
        _ if typed.is_empty() => Ok(0),
        Ok(permille) if permille <= Fees::MOST_PERMILLE => Ok(permille),
        _ => Err(FieldCode::InvalidQuantity),
    };
    let parcel = match form.get("parcel-fee") {
        "" => Ok(0),
        typed => fen(typed, Fees::MOST_PARCEL),
    };
    Fees {
        permille: errors.take("permille", permille).unwrap_or_default(),
        parcel_minor: errors.take("parcel-fee", parcel).unwrap_or_default(),
    }
}

/// Rows `<what>-from-1`, `<what>-until-1`, `<what>-ug-1` …; a row with nothing in it is left out. Each needs a text in one language
/// at least, and is of `longest` days at the most.
fn dated(
    form: Form<'_>,
    what: &str,
    most: usize,
    longest: Option<i64>,
    errors: &mut FieldErrors,
) -> Vec<(Day, Day, TextByLanguage)> {
    let mut rows = Vec::new();
    for number in 1..=most {
        let field = |part: &str| format!("{what}-{part}-{number}");
        let parts = ["from", "until", "ug", "zh", "es"];
        if parts.iter().all(|part| form.get(&field(part)).is_empty()) {
            continue;
        }
        let (mut texts, wrong) = (TextByLanguage::new(), errors.len());
        for locale in Locale::BUILT_IN {
            if let Some(text) = text_of(form, &field(locale.code()), errors, long) {
                texts.insert(locale, text);
            }
        }
        // A text that is wrong is told about; it is there all the same.
        if texts.is_empty() && errors.len() == wrong {
            errors.push(field("ug"), FieldCode::Required);
        }
        let mut day = |part: &str| {
            let typed = form.get(&field(part));
            let parsed = match Day::parse(typed) {
                _ if typed.is_empty() => Err(FieldCode::Required),
                day => day.map_err(|_| FieldCode::InvalidChoice),
            };
            errors.take(field(part), parsed)
        };
        let (from, until) = (day("from"), day("until"));
        if let (Some(from), Some(until)) = (from, until) {
            let days = day_number(until.noon()) - day_number(from.noon()) + 1;
            if until < from {
                errors.push(field("until"), FieldCode::InvalidChoice);
            } else if longest.is_some_and(|longest| days > longest) {
                errors.push(field("until"), FieldCode::TooMuch);
            }
            rows.push((from, until, texts));
        }
    }
    rows
}

/// A text that may be empty.
fn text_of(
    form: Form<'_>,
    field: &str,
    errors: &mut FieldErrors,
    parse: fn(&str) -> Result<String, FieldCode>,
) -> Option<String> {
    let typed = form.get(field);
    if typed.is_empty() {
        return None;
    }
    let text = errors.take(field.to_owned(), parse(typed));
    text.filter(|text| !text.is_empty())
}

fn short(typed: &str) -> Result<String, FieldCode> {
    PublicName::parse(typed).map(PublicName::into_string).map_err(text_code)
}

/// A notice: a few lines.
fn long(typed: &str) -> Result<String, FieldCode> {
    let text = LongText::parse(typed).map(LongText::into_string).map_err(text_code)?;
    if text.chars().count() > 400 {
        return Err(FieldCode::TooLong);
    }
    Ok(text)
}
