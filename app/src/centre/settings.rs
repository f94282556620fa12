//! What the operator sets, a form a section, and the history of changes.

mod fields;
mod history;
mod wrong;

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, FreightRegion, SettingChangeId};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::settings::{self, Editor, Section, Value};

use self::fields::{
    BankFields, CentreFields, DatedFields, FeesFields, Filled, FreightFields, ReturnsFields, saved_fields,
};
use self::history::History;
use self::wrong::wrong_fields;
use super::draft::Draft;
use super::frame::CentreFrame;
use super::page_of;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::CentreSettings;
use crate::ui::{ErrorSummary, Hidden, Html, IntoHtml, Paging};

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
        settings::undo(&shop_for(&cx, &form)?, cx.actor(), SettingChangeId(change)).await?;
        return done("undone");
    }
    let section = Section::parse(form.get("section")).ok_or(service::Error::NotFound)?;
    let fields: Vec<(String, String)> = form
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    // A form that does not say what it was shown with is older than anything.
    let seen = SettingChangeId(form.get("seen").parse().unwrap_or(-1));
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

pub(super) const fn section_name(section: Section) -> Text {
    match section {
        Section::Bank => t::CENTRE_SETTINGS_BANK,
        Section::Centre => t::CENTRE_SETTINGS_CENTRE,
        Section::Freight => t::CENTRE_SETTINGS_FREIGHT,
        Section::Notices => t::CENTRE_SETTINGS_NOTICES,
        Section::Closed => t::CENTRE_SETTINGS_CLOSED,
        Section::Returns => t::RETURNS_TITLE,
        Section::Fees => t::PAYOUT_SETTINGS_FEES,
    }
}

const fn section_text(section: Section) -> Option<Text> {
    match section {
        Section::Bank => Some(t::CENTRE_SETTINGS_BANK_TEXT),
        Section::Centre => None,
        Section::Freight => Some(t::CENTRE_SETTINGS_FREIGHT_TEXT),
        Section::Notices => Some(t::CENTRE_SETTINGS_NOTICES_TEXT),
        Section::Closed => Some(t::CENTRE_SETTINGS_CLOSED_TEXT),
        Section::Returns => Some(t::RETURNS_SETTINGS_TEXT),
        Section::Fees => Some(t::PAYOUT_SETTINGS_FEES_TEXT),
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
    newest: SettingChangeId,
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
    let is_refused = not_saved.is_some();
    let is_saved = value_of(cx.query(), "done") == "saved";
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
        Section::Returns => view! { <ReturnsFields filled/> }.into_html(),
        Section::Fees => view! { <FeesFields filled/> }.into_html(),
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
                <Draft form=format!("settings-{}", section.as_str()) is_saved is_refused/>
                <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::BUTTON_SAVE)}</button></p>
            </form>
        </section>
    }
    .into_html()
}
