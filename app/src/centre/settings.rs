//! What the operator sets, a form a section, and the history of changes.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, FieldCode, FreightRegion, Locale, Money};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::settings::{self, Change, Editor, NOTICES, Section, Value};

use super::frame::CentreFrame;
use super::{page_of, value_of};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::page::Meta;
use crate::routes::CentreSettings;
use crate::ui::{
    ErrorSummary, Hidden, Html, IntoHtml, LongTextField, Moment, Paging, TextField, WrongField, error_text,
    language_name,
};

/// A form that was not saved.
#[derive(Clone, Debug)]
struct NotSaved {
    section: Section,
    fields: Vec<(String, String)>,
    errors: FieldErrors,
    is_conflict: bool,
}

/// The forms and the history.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, None).await
}

/// Saves a section, or takes a change back.
pub async fn save(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let done = |word: &str| Ok(cx.see(&format!("{}?done={word}", cx.url(&CentreSettings::new()))));
    if let Ok(change) = form.get("undo").parse() {
        settings::undo(&shop_for(&cx, &form)?, cx.actor(), change).await?;
        return done("undone");
    }
    let section = Section::parse(form.get("section")).ok_or(service::Error::NotFound)?;
    let fields: Vec<(String, String)> = form
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    // A form that does not say what it was shown with is older than anything.
    let seen = form.get("seen").parse().unwrap_or(-1);
    let not_saved = match settings::save(cx.shop(), cx.actor(), section, seen, &fields).await {
        Ok(()) => return done("saved"),
        Err(service::Error::Fields(errors)) => NotSaved {
            section,
            fields,
            errors,
            is_conflict: false,
        },
        Err(service::Error::Refused(ErrorCode::InvalidTransition)) => NotSaved {
            section,
            fields,
            errors: FieldErrors::default(),
            is_conflict: true,
        },
        Err(error) => return Err(error.into()),
    };
    let status = if not_saved.is_conflict {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    render(&cx, status, Some(not_saved)).await
}

async fn render(cx: &Cx, status: StatusCode, not_saved: Option<NotSaved>) -> PageResult<Response> {
    let editor = settings::editor(cx.shop(), cx.actor(), page_of(cx.query())).await?;
    Ok(cx.page_with(status, Meta::private(cx.t(t::CENTRE_SETTINGS_TITLE)), || {
        view! { <SettingsPage editor not_saved/> }
    }))
}

/// All sections, one under the other.
#[component]
fn SettingsPage(
    /// What is saved.
    editor: Editor,
    /// What was typed, when it could not be saved.
    not_saved: Option<NotSaved>,
) -> Html {
    let cx = Cx::here();
    let wrong = not_saved
        .as_ref()
        .map(|n| wrong_fields(&cx, &n.errors))
        .unwrap_or_default();
    let is_conflict = not_saved.as_ref().is_some_and(|n| n.is_conflict);
    let conflict = is_conflict.then(|| {
        view! {
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="conflict">
                <p>{cx.t(t::CENTRE_SETTINGS_CONFLICT)}</p>
            </div>
        }
    });
    let done = match value_of(cx.query(), "done").as_str() {
        "saved" => Some(t::CENTRE_SETTINGS_SAVED),
        "undone" => Some(t::CENTRE_SETTINGS_UNDONE),
        _ => None,
    };
    let done = done.filter(|_| not_saved.is_none()).map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let sections = editor
        .sections
        .into_iter()
        .map(|(section, value, newest)| {
            let not_saved = not_saved.clone().filter(|n| n.section == section);
            view! { <SectionForm section value newest not_saved/> }
        })
        .collect_view();
    let (page, pages) = (editor.page, editor.pages);
    let place = cx.url(&CentreSettings::new());
    let at = |number: u32| format!("{place}?page={number}#history");
    let previous = (page > 1).then(|| at(page - 1));
    let next = (page < pages).then(|| at(page + 1));
    view! {
        <CentreFrame title=t::CENTRE_SETTINGS_TITLE>
            {done}
            {conflict}
            <ErrorSummary fields=wrong/>
            <p class="c-lead">{cx.t(t::CENTRE_SETTINGS_LEAD)}</p>
            {sections}
            <section class="c-stack" id="history">
                <h2 class="c-card__title">{cx.t(t::CENTRE_SETTINGS_HISTORY)}</h2>
                <History changes=editor.changes/>
                <Paging page pages previous next/>
            </section>
        </CentreFrame>
    }
    .into_html()
}

const fn section_name(section: Section) -> Text {
    match section {
        Section::Bank => t::CENTRE_SETTINGS_BANK,
        Section::Centre => t::CENTRE_SETTINGS_CENTRE,
        Section::Freight => t::CENTRE_SETTINGS_FREIGHT,
        Section::Notices => t::CENTRE_SETTINGS_NOTICES,
        Section::Closed => t::CENTRE_SETTINGS_CLOSED,
    }
}

const fn section_text(section: Section) -> Option<Text> {
    match section {
        Section::Bank => Some(t::CENTRE_SETTINGS_BANK_TEXT),
        Section::Centre => None,
        Section::Freight => Some(t::CENTRE_SETTINGS_FREIGHT_TEXT),
        Section::Notices => Some(t::CENTRE_SETTINGS_NOTICES_TEXT),
        Section::Closed => Some(t::CENTRE_SETTINGS_CLOSED_TEXT),
    }
}

const fn region_name(region: FreightRegion) -> Text {
    match region {
        FreightRegion::Xinjiang => t::CENTRE_REGION_XINJIANG,
        FreightRegion::Northwest => t::CENTRE_REGION_NORTHWEST,
        FreightRegion::Mainland => t::CENTRE_REGION_MAINLAND,
        FreightRegion::Remote => t::CENTRE_REGION_REMOTE,
    }
}

/// The form of one section.
#[component]
fn SectionForm(
    /// Which one.
    section: Section,
    /// What is saved.
    value: Value,
    /// Its newest change.
    newest: i64,
    /// What was typed, when it could not be saved.
    not_saved: Option<NotSaved>,
) -> Html {
    let cx = Cx::here();
    let warning = (value == Value::Bank(None)).then(|| {
        view! {
            <p class="c-notice c-notice--warn" data-testid="no-bank">{cx.t(t::CENTRE_SETTINGS_BANK_MISSING)}</p>
        }
    });
    let text = section_text(section).map(|text| view! { <p class="c-muted">{cx.t(text)}</p> });
    let errors = not_saved.as_ref().map(|n| n.errors.clone()).unwrap_or_default();
    let filled = Filled {
        saved: saved_fields(&value),
        typed: not_saved.map(|n| n.fields),
        errors,
    };
    let fields = match section {
        Section::Bank => view! { <BankFields filled/> }.into_html(),
        Section::Centre => view! { <CentreFields filled/> }.into_html(),
        Section::Freight => view! { <FreightFields filled/> }.into_html(),
        Section::Notices => view! { <DatedFields filled what="notice"/> }.into_html(),
        Section::Closed => view! { <DatedFields filled what="closed"/> }.into_html(),
    };
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(section_name(section))}</h2>
            {text}
            {warning}
            <form
                class="c-form"
                method="post"
                action=cx.url(&CentreSettings::new())
                novalidate
                data-testid=format!("settings-{}", section.as_str())
            >
                <Hidden name="section" value=section.as_str()/>
                // After a conflict the newer number goes along: saving again is then a decision, not an accident.
                <Hidden name="seen" value=newest.to_string()/>
                {fields}
                <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::BUTTON_SAVE)}</button></p>
            </form>
        </section>
    }
    .into_html()
}

/// What stands in the fields of a form: what was typed, else what is saved.
#[derive(Clone, Debug)]
struct Filled {
    saved: Vec<(String, String)>,
    typed: Option<Vec<(String, String)>>,
    errors: FieldErrors,
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

/// A value as the fields of its form.
fn saved_fields(value: &Value) -> Vec<(String, String)> {
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
    }
    fields
}

/// An amount as one types it: `12.50`.
fn yuan(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

/// Label of a field of the bank account; `None` for other fields.
fn bank_label(name: &str) -> Option<Text> {
    match name {
        "holder" => Some(t::ORDERS_BANK_HOLDER),
        "bank" => Some(t::ORDERS_BANK_NAME),
        "number" => Some(t::ORDERS_BANK_ACCOUNT),
        _ => None,
    }
}

/// The account.
#[component]
fn BankFields(
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
                    is_ltr=name == "number"
                    may_be_empty=true
                    maxlength=80
                />
            }
        })
        .collect_view()
        .into_html()
}

fn in_language(cx: &Cx, label: Text, lang: Locale) -> String {
    cx.t(t::centre_settings_field_in(cx.t(label), language_name(cx, lang)))
}

/// Name and telephones.
#[component]
fn CentreFields(
    /// What stands in the fields.
    filled: Filled,
) -> Html {
    let cx = Cx::here();
    let names = Locale::ALL
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

const FREIGHT_FIELDS: [(&str, Text); 4] = [
    ("first-grams", t::CENTRE_SETTINGS_FIRST_GRAMS),
    ("first-price", t::CENTRE_SETTINGS_FIRST_PRICE),
    ("step-grams", t::CENTRE_SETTINGS_STEP_GRAMS),
    ("step-price", t::CENTRE_SETTINGS_STEP_PRICE),
];

/// Four numbers a region.
#[component]
fn FreightFields(
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
fn special_text(cx: &Cx, error: Option<FieldCode>) -> String {
    match error {
        Some(FieldCode::InvalidQuantity) => cx.t(t::CENTRE_SETTINGS_GRAMS_WRONG),
        Some(FieldCode::InvalidChoice) => cx.t(t::CENTRE_SETTINGS_DAY_WRONG),
        _ => String::new(),
    }
}

/// Runs of days with a text: as many as there are, and one more.
#[component]
fn DatedFields(
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
    let last = (1..=NOTICES).rev().find(is_used).unwrap_or(0);
    (1..=Ord::min(last + 1, NOTICES))
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
        view! {
            <TextField
                label=cx.t(label)
                value=filled.value(&name)
                error=filled.errors.of(&name)
                error_text=special_text(&cx, filled.errors.of(&name))
                name
                kind="date"
                is_ltr=true
                is_short=true
                may_be_empty=true
                maxlength=10
            />
        }
    };
    let texts = Locale::ALL
        .into_iter()
        .map(|lang| {
            let name = format!("{what}-{}-{number}", lang.code());
            view! {
                <TextField
                    label=in_language(&cx, text, lang)
                    value=filled.value(&name)
                    error=filled.errors.of(&name)
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

/// The wrong fields for the summary at the top.
fn wrong_fields(cx: &Cx, errors: &FieldErrors) -> Vec<WrongField> {
    errors
        .iter()
        .map(|(name, code)| {
            let special = special_text(cx, Some(code));
            WrongField {
                name: name.to_owned(),
                label: label_of(cx, name),
                text: if special.is_empty() {
                    error_text(cx, code)
                } else {
                    special
                },
            }
        })
        .collect()
}

fn label_of(cx: &Cx, name: &str) -> String {
    if let Some(label) = bank_label(name) {
        return cx.t(label);
    }
    if let Some((_, label)) = FREIGHT_FIELDS.iter().find(|(part, _)| name.starts_with(part)) {
        return cx.t(*label);
    }
    let mut parts = name.split('-');
    match (parts.next(), parts.next()) {
        (Some("phones"), _) => cx.t(t::CENTRE_SETTINGS_PHONES),
        (_, Some("from")) => cx.t(t::CENTRE_SETTINGS_FROM),
        (_, Some("until")) => cx.t(t::CENTRE_SETTINGS_UNTIL),
        (Some("name"), Some(lang)) => {
            in_language(cx, t::CENTRE_SETTINGS_NAME, Locale::from_code(lang).unwrap_or_default())
        }
        (Some("notice"), Some(lang)) => in_language(
            cx,
            t::CENTRE_SETTINGS_TEXT_FIELD,
            Locale::from_code(lang).unwrap_or_default(),
        ),
        (_, lang) => in_language(
            cx,
            t::CENTRE_SETTINGS_REASON,
            lang.and_then(Locale::from_code).unwrap_or_default(),
        ),
    }
}

/// Who changed what, and the way back.
#[component]
fn History(
    /// The changes, newest first.
    changes: Vec<Change>,
) -> Html {
    let cx = Cx::here();
    if changes.is_empty() {
        return view! { <p class="c-empty">{cx.t(t::CENTRE_SETTINGS_HISTORY_EMPTY)}</p> }.into_html();
    }
    let heads = [
        t::CENTRE_OUTBOX_WHEN,
        t::CENTRE_SETTINGS_WHO,
        t::CENTRE_SETTINGS_WHAT,
        t::CENTRE_SETTINGS_BEFORE,
        t::CENTRE_SETTINGS_AFTER,
    ];
    let heads = heads
        .map(|head| view! { <th scope="col">{cx.t(head)}</th> })
        .into_iter()
        .collect_view();
    let rows = changes
        .into_iter()
        .map(|change| view! { <ChangeRow change/> })
        .collect_view();
    view! {
        <table class="c-table">
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_html()
}

/// One change.
#[component]
fn ChangeRow(
    /// The change.
    change: Change,
) -> Html {
    let cx = Cx::here();
    let was_undo = change
        .is_undo
        .then(|| view! { " · "<small class="c-muted">{cx.t(t::CENTRE_SETTINGS_WAS_UNDO)}</small> });
    let undo = change.can_undo.then(|| {
        view! {
            <form method="post" action=cx.url(&CentreSettings::new()) data-testid="undo">
                <FormKey/>
                <Hidden name="undo" value=change.id.to_string()/>
                <button class="c-button">{cx.t(t::CENTRE_SETTINGS_UNDO)}</button>
            </form>
        }
    });
    view! {
        <tr data-testid="setting-change">
            <td data-label=cx.t(t::CENTRE_OUTBOX_WHEN)><Moment at=change.at/></td>
            <td data-label=cx.t(t::CENTRE_SETTINGS_WHO)><bdi>{change.who}</bdi></td>
            <td data-label=cx.t(t::CENTRE_SETTINGS_WHAT)>{cx.t(section_name(change.section))}{was_undo}</td>
            <td data-label=cx.t(t::CENTRE_SETTINGS_BEFORE)><ValueLines value=change.before/></td>
            <td data-label=cx.t(t::CENTRE_SETTINGS_AFTER)><ValueLines value=change.after/>{undo}</td>
        </tr>
    }
    .into_html()
}

/// A value in words, a line a part of it.
#[component]
fn ValueLines(
    /// The value.
    value: Value,
) -> Html {
    let cx = Cx::here();
    let lines = lines(&cx, &value);
    if lines.is_empty() {
        return view! { <span class="c-muted">{cx.t(t::CENTRE_SETTINGS_NOTHING)}</span> }.into_html();
    }
    let lines = lines
        .into_iter()
        .map(|line| view! { <li><bdi>{line}</bdi></li> })
        .collect_view();
    view! { <ul>{lines}</ul> }.into_html()
}

fn lines(cx: &Cx, value: &Value) -> Vec<String> {
    let locale = cx.locale();
    let days = |from: &settings::Day, until: &settings::Day| {
        cx.t(t::notices_days(
            format::date(locale, from.noon()),
            format::date(locale, until.noon()),
        ))
    };
    match value {
        Value::Bank(account) => account
            .iter()
            .flat_map(|account| [account.holder.clone(), account.number.clone(), account.bank.clone()])
            .collect(),
        Value::Centre(card) => card.name.values().chain(&card.phones).cloned().collect(),
        Value::Freight(rows) => rows
            .iter()
            .map(|row| {
                let part = |grams, minor| {
                    let price = Money::new(minor, domain::Currency::Cny);
                    format!(
                        "{} {}",
                        format::weight(locale, domain::Weight(grams)),
                        format::money(locale, price)
                    )
                };
                format!(
                    "{}: {} + {}",
                    cx.t(region_name(row.region)),
                    part(row.first_grams, row.first_minor),
                    part(row.step_grams, row.step_minor)
                )
            })
            .collect(),
        Value::Notices(rows) => rows
            .iter()
            .flat_map(|row| std::iter::once(days(&row.from, &row.until)).chain(row.text.values().cloned()))
            .collect(),
        Value::Closed(rows) => rows
            .iter()
            .flat_map(|row| std::iter::once(days(&row.from, &row.until)).chain(row.reason.values().cloned()))
            .collect(),
    }
}
