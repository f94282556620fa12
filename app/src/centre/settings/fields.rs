//! The fields of each section's form.

use domain::{
    Currency, Fees, FieldCode, FreightRegion, Locale, MOST_CLOSED_DAYS, Money, ReturnRules, WayBack, typed_price,
};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::settings::{CLOSED, DEAREST, NOTICES, Value};

use super::region_name;
use crate::cx::Cx;
use crate::ui::{Choice, Html, IntoHtml, LongTextField, SelectField, TextField, language_name};

/// What stands in the fields of a form: what was typed, else what is saved.
#[derive(Clone, Debug)]
pub struct Filled {
    pub saved: Vec<(String, String)>,
    pub typed: Option<Vec<(String, String)>>,
    pub errors: FieldErrors,
}

impl Filled {
    fn value(&self, name: &str) -> String {
        self.typed
            .as_ref()
            .unwrap_or(&self.saved)
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    }
}

/// The fields of the rules of returns.
const REPORT_HOURS: &str = "report-hours";
const RETURN_DAYS: &str = "return-days";
const WAY_BACK: &str = "way-back";

/// The fields of what the Centre keeps of a sale.
const PERMILLE: &str = "permille";
const PARCEL_FEE: &str = "parcel-fee";

/// A value as the fields of its form.
pub fn saved_fields(value: &Value) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut add = |name: String, value: String| fields.push((name, value));
    match value {
        Value::Bank(None) => {}
        Value::Bank(Some(account)) => {
            add("holder".to_owned(), account.holder.clone());
            add("bank".to_owned(), account.bank.clone());
            add("number".to_owned(), account.number.clone());
        }
        Value::Centre(card) => {
            for (lang, name) in &card.name {
                add(format!("name-{}", lang.code()), name.clone());
            }
            add("phones".to_owned(), card.phones.join("\n"));
        }
        Value::Freight(rows) => {
            for row in rows {
                let region = row.region.as_str();
                add(format!("first-grams-{region}"), row.first_grams.to_string());
                add(format!("first-price-{region}"), yuan(row.first_minor));
                add(format!("step-grams-{region}"), row.step_grams.to_string());
                add(format!("step-price-{region}"), yuan(row.step_minor));
            }
        }
        Value::Notices(rows) => {
            for (number, row) in (1..).zip(rows) {
                add(format!("notice-from-{number}"), row.from.to_string());
                add(format!("notice-until-{number}"), row.until.to_string());
                for (lang, text) in &row.text {
                    add(format!("notice-{}-{number}", lang.code()), text.clone());
                }
            }
        }
        Value::Closed(rows) => {
            for (number, row) in (1..).zip(rows) {
                add(format!("closed-from-{number}"), row.from.to_string());
                add(format!("closed-until-{number}"), row.until.to_string());
                for (lang, text) in &row.reason {
                    add(format!("closed-{}-{number}", lang.code()), text.clone());
                }
            }
        }
        Value::Returns(rules) => {
            add(REPORT_HOURS.to_owned(), rules.report_hours.to_string());
            add(RETURN_DAYS.to_owned(), rules.return_days.to_string());
            add(WAY_BACK.to_owned(), rules.way_back.to_string());
        }
        Value::Fees(fees) => {
            add(PERMILLE.to_owned(), fees.permille.to_string());
            add(PARCEL_FEE.to_owned(), yuan(fees.parcel_minor));
        }
    }
    fields
}

/// An amount as one types it: `12.50`.
fn yuan(minor: i64) -> String {
    typed_price(Money::new(minor, Currency::Cny))
}

/// Label of a field of the bank account; `None` for other fields.
pub(super) fn bank_label(name: &str) -> Option<Text> {
    match name {
        "holder" => Some(t::ORDERS_BANK_HOLDER),
        "bank" => Some(t::ORDERS_BANK_NAME),
        "number" => Some(t::ORDERS_BANK_ACCOUNT),
        _ => None,
    }
}

/// The account.
#[component]
pub fn BankFields(
    /// What stands in the fields.
    filled: Filled,
) -> Html {
    let cx = Cx::here();
    ["holder", "number", "bank"]
        .into_iter()
        .map(|name| {
            view! {
                <TextField
                    name
                    label=bank_label(name).map(|text| cx.t(text)).unwrap_or_default()
                    value=filled.value(name)
                    error=filled.errors.of(name)
                    error_text=special_text(&cx, filled.errors.of(name))
                    is_ltr=name == "number"
                    may_be_empty=true
                    maxlength=80
                />
            }
        })
        .collect_view()
        .into_html()
}

pub(super) fn in_language(cx: &Cx, label: Text, lang: Locale) -> String {
    cx.t(t::centre_settings_field_in(cx.t(label), language_name(cx, lang)))
}

/// Name and telephones.
#[component]
pub fn CentreFields(
    /// What stands in the fields.
    filled: Filled,
) -> Html {
    let cx = Cx::here();
    let names = Locale::BUILT_IN
        .into_iter()
        .map(|lang| {
            let name = format!("name-{}", lang.code());
            view! {
                <TextField
                    label=in_language(&cx, t::CENTRE_SETTINGS_NAME, lang)
                    value=filled.value(&name)
                    error=filled.errors.of(&name)
                    name
                    may_be_empty=true
                    lang=Some(lang)
                />
            }
        })
        .collect_view();
    view! {
        {names}
        <LongTextField
            name="phones"
            label=cx.t(t::CENTRE_SETTINGS_PHONES)
            hint=cx.t(t::CENTRE_SETTINGS_PHONES_HINT)
            value=filled.value("phones")
            error=filled.errors.of("phones")
            may_be_empty=true
            maxlength=200
            rows=3
        />
    }
    .into_html()
}

/// Name and label of each number of a region.
pub(super) const FREIGHT_FIELDS: [(&str, Text); 4] = [
    ("first-grams", t::CENTRE_SETTINGS_FIRST_GRAMS),
    ("first-price", t::CENTRE_SETTINGS_FIRST_PRICE),
    ("step-grams", t::CENTRE_SETTINGS_STEP_GRAMS),
    ("step-price", t::CENTRE_SETTINGS_STEP_PRICE),
];

/// Four numbers a region.
#[component]
pub fn FreightFields(
    /// What stands in the fields.
    filled: Filled,
) -> Html {
    let cx = Cx::here();
    FreightRegion::ALL
        .into_iter()
        .map(|region| {
            let fields = FREIGHT_FIELDS
                .into_iter()
                .map(|(part, label)| {
                    let name = format!("{part}-{}", region.as_str());
                    view! {
                        <TextField
                            label=cx.t(label)
                            value=filled.value(&name)
                            error=filled.errors.of(&name)
                            error_text=special_text(&cx, filled.errors.of(&name))
                            name
                            inputmode=if part.ends_with("grams") { "numeric" } else { "decimal" }
                            is_ltr=true
                            is_short=true
                            maxlength=12
                        />
                    }
                })
                .collect_view();
            view! {
                <fieldset class="c-fieldset">
                    <legend>{cx.t(region_name(region))}</legend>
                    <div class="c-fields">{fields}</div>
                </fieldset>
            }
        })
        .collect_view()
        .into_html()
}

/// What is said here instead of the general text of a code.
pub(super) fn special_text(cx: &Cx, error: Option<FieldCode>) -> String {
    match error {
        Some(FieldCode::InvalidQuantity) => cx.t(t::CENTRE_SETTINGS_GRAMS_WRONG),
        Some(FieldCode::InvalidPrice) => {
            let money = |minor| format::money(cx.locale(), Money::new(minor, Currency::Cny));
            cx.t(t::goods_price_bounds(money(0), money(DEAREST)))
        }
        Some(FieldCode::InvalidChoice) => cx.t(t::CENTRE_SETTINGS_DAY_WRONG),
        Some(FieldCode::InvalidCode) => cx.t(t::CENTRE_SETTINGS_ACCOUNT_WRONG),
        _ => String::new(),
    }
}

/// What is wrong with closed days: too many at a stretch, or without a name.
pub(super) fn closed_text(cx: &Cx, name: &str, error: Option<FieldCode>) -> Option<String> {
    if !name.starts_with("closed-") {
        return None;
    }
    match error? {
        FieldCode::TooMuch => {
            let most = format::number(cx.locale(), MOST_CLOSED_DAYS);
            Some(cx.t(t::centre_settings_closed_too_long(most)))
        }
        FieldCode::Required if !name.contains("-from-") && !name.contains("-until-") => {
            Some(cx.t(t::CENTRE_SETTINGS_CLOSED_NAME))
        }
        _ => None,
    }
}

/// What a number of the rules of returns may be.
pub(super) fn bounds_text(cx: &Cx, name: &str) -> Option<String> {
    let (least, most) = match name {
        REPORT_HOURS => (*ReturnRules::HOURS.start(), *ReturnRules::HOURS.end()),
        RETURN_DAYS => (0, ReturnRules::MOST_DAYS),
        _ => return None,
    };
    let number = |number: u16| format::number(cx.locale(), i64::from(number));
    Some(cx.t(t::returns_settings_bounds(number(least), number(most))))
}

/// Label of a field of the rules of returns; `None` for other fields.
pub(super) fn returns_label(name: &str) -> Option<Text> {
    match name {
        REPORT_HOURS => Some(t::RETURNS_SETTINGS_HOURS),
        RETURN_DAYS => Some(t::RETURNS_SETTINGS_DAYS),
        WAY_BACK => Some(t::RETURNS_SETTINGS_WAY),
        _ => None,
    }
}

/// What is taken back and made good.
#[component]
pub fn ReturnsFields(
    /// What stands in the fields.
    filled: Filled,
) -> Html {
    let cx = Cx::here();
    let label = |name: &str| returns_label(name).map(|text| cx.t(text)).unwrap_or_default();
    let numbers = [REPORT_HOURS, RETURN_DAYS]
        .into_iter()
        .map(|name| {
            let bounds = bounds_text(&cx, name).unwrap_or_default();
            let error = filled.errors.of(name);
            let error_text = match error {
                Some(FieldCode::InvalidQuantity) => bounds.clone(),
                _ => String::new(),
            };
            view! {
                <TextField
                    name
                    label=label(name)
                    hint=bounds
                    value=filled.value(name)
                    error
                    error_text
                    inputmode="numeric"
                    is_ltr=true
                    is_short=true
                    maxlength=5
                />
            }
        })
        .collect_view();
    let ways = [
        (WayBack::Buyer, t::RETURNS_SETTINGS_WAY_BUYER),
        (WayBack::Cooperative, t::RETURNS_SETTINGS_WAY_COOPERATIVE),
    ];
    let ways: Vec<Choice> = ways
        .into_iter()
        .map(|(way, text)| Choice::new(way.as_str(), cx.t(text)))
        .collect();
    view! {
        {numbers}
        <SelectField
            name=WAY_BACK
            label=label(WAY_BACK)
            value=filled.value(WAY_BACK)
            error=filled.errors.of(WAY_BACK)
            placeholder=cx.t(t::RETURNS_FORM_CHOOSE)
            groups=vec![(String::new(), ways)]
        />
    }
    .into_html()
}

/// Label of a field of the fees; `None` for other fields.
pub(super) fn fees_label(name: &str) -> Option<Text> {
    match name {
        PERMILLE => Some(t::PAYOUT_SETTINGS_PERMILLE),
        PARCEL_FEE => Some(t::PAYOUT_SETTINGS_PARCEL),
        _ => None,
    }
}

/// What a field of the fees may hold.
pub(super) fn fees_bounds(cx: &Cx, name: &str) -> Option<String> {
    match name {
        PERMILLE => Some(cx.t(t::payout_settings_permille_hint(format::number(
            cx.locale(),
            i64::from(Fees::MOST_PERMILLE),
        )))),
        PARCEL_FEE => Some(cx.t(t::payout_settings_parcel_hint(format::money(
            cx.locale(),
            Money::new(Fees::MOST_PARCEL, Currency::Cny),
        )))),
        _ => None,
    }
}

/// What the Centre keeps of a sale.
#[component]
pub fn FeesFields(
    /// What stands in the fields.
    filled: Filled,
) -> Html {
    let cx = Cx::here();
    [(PERMILLE, "numeric"), (PARCEL_FEE, "decimal")]
        .into_iter()
        .map(|(name, inputmode)| {
            let bounds = fees_bounds(&cx, name).unwrap_or_default();
            let error = filled.errors.of(name);
            view! {
                <TextField
                    name
                    label=fees_label(name).map(|text| cx.t(text)).unwrap_or_default()
                    hint=bounds.clone()
                    value=filled.value(name)
                    error
                    error_text=error.map(|_| bounds).unwrap_or_default()
                    inputmode
                    is_ltr=true
                    is_short=true
                    may_be_empty=true
                    maxlength=8
                />
            }
        })
        .collect_view()
        .into_html()
}

/// Runs of days with a text: as many as there are, and one more.
#[component]
pub fn DatedFields(
    /// What stands in the fields.
    filled: Filled,
    /// `notice` or `closed`.
    what: &'static str,
) -> Html {
    let is_used = |number: &usize| {
        ["from", "until", "ug", "zh", "es"]
            .iter()
            .any(|part| !filled.value(&format!("{what}-{part}-{number}")).is_empty())
    };
    let most = if what == "closed" { CLOSED } else { NOTICES };
    let last = (1..=most).rev().find(is_used).unwrap_or(0);
    (1..=Ord::min(last + 1, most))
        .map(|number| view! { <DatedRow filled=filled.clone() what number/> })
        .collect_view()
        .into_html()
}

/// First day, last day, and the text in three languages.
#[component]
fn DatedRow(
    /// What stands in the fields.
    filled: Filled,
    /// `notice` or `closed`.
    what: &'static str,
    /// Which one, from 1.
    number: usize,
) -> Html {
    let cx = Cx::here();
    let (title, text) = if what == "notice" {
        (t::centre_settings_notice(number), t::CENTRE_SETTINGS_TEXT_FIELD)
    } else {
        (t::centre_settings_closed_run(number), t::CENTRE_SETTINGS_REASON)
    };
    let day = |part: &str, label: Text| {
        let name = format!("{what}-{part}-{number}");
        let error = filled.errors.of(&name);
        view! {
            <TextField
                label=cx.t(label)
                value=filled.value(&name)
                error
                error_text=closed_text(&cx, &name, error).unwrap_or_else(|| special_text(&cx, error))
                name
                kind="date"
                is_ltr=true
                is_short=true
                may_be_empty=true
                maxlength=10
            />
        }
    };
    let texts = Locale::BUILT_IN
        .into_iter()
        .map(|lang| {
            let name = format!("{what}-{}-{number}", lang.code());
            let error = filled.errors.of(&name);
            view! {
                <TextField
                    label=in_language(&cx, text, lang)
                    value=filled.value(&name)
                    error
                    error_text=closed_text(&cx, &name, error).unwrap_or_default()
                    name
                    may_be_empty=true
                    maxlength=400
                    lang=Some(lang)
                />
            }
        })
        .collect_view();
    view! {
        <fieldset class="c-fieldset">
            <legend>{cx.tv(title)}</legend>
            <div class="c-fields">
                {day("from", t::CENTRE_SETTINGS_FROM)}
                {day("until", t::CENTRE_SETTINGS_UNTIL)}
            </div>
            {texts}
        </fieldset>
    }
    .into_html()
}
