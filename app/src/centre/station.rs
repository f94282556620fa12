//! One station, as the Centre edits it: what it is called, where it is, when it is open; closed and opened again. And a new
//! one.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, StationId, StationStep};
use l10n::{format, t};
use leptos::prelude::*;
use service::stations::{self, NewStation, StationFile, StationForm};
use service::{FieldErrors, Shown};

use super::district::{
    Differing, LanguageFields, Outcome, differing_languages, language_label, sent_languages, wrong_fields,
};
use super::draft::{Draft, DraftEnd};
use super::frame::CentreFrame;
use super::stations::{OpenBadge, township_choices};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::{CentreNewStation, CentreStation, CentreStations, Named};
use crate::ui::{ErrorSummary, Hidden, Html, IntoHtml, SelectField, ShownName, TextField};

/// What the draft of a new one is kept under.
const NEW: &str = "station-new";

/// Days of the week.
const DAYS: [u8; 7] = [1, 2, 3, 4, 5, 6, 7];

/// The empty form.
pub async fn show_new(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render_new(&cx, StatusCode::OK, NewStation::default(), NotSaved::default())
}

/// Makes a station.
pub async fn add(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let new = NewStation {
        code: form.get("code").to_owned(),
        form: sent(&form),
    };
    match stations::add(&shop_for(&cx, &form)?, cx.actor(), &new).await {
        Ok(id) => Ok(cx.see(&format!("{}?done=added", cx.url(&CentreStation::new(&id.to_string()))))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render_new(&cx, not_saved.status(), new, not_saved)
        }
    }
}

/// The station.
pub async fn show(cx: Cx, Named(id): Named<StationId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, id, StatusCode::OK, None, NotSaved::default()).await
}

/// Saves it, closes it or opens it again.
pub async fn change(cx: Cx, Named(id): Named<StationId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let place = cx.url(&CentreStation::new(&id.to_string()));
    if let Some(step) = StationStep::parse(form.get("step")) {
        return match stations::take(&shop, cx.actor(), id, step).await {
            Ok(()) => Ok(cx.see(&format!("{place}?done={step}"))),
            Err(error) => {
                let not_saved = NotSaved::of(error)?;
                render(&cx, id, not_saved.status(), None, not_saved).await
            }
        };
    }
    // A form that does not say what it was shown with is older than anything.
    let seen = form.get("seen").parse().unwrap_or(-1);
    let typed = sent(&form);
    match stations::save(&shop, cx.actor(), id, seen, &typed).await {
        Ok(()) => Ok(cx.see(&format!("{place}?done=saved"))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render(&cx, id, not_saved.status(), Some(typed), not_saved).await
        }
    }
}

fn sent(form: &Form) -> StationForm {
    StationForm {
        township: form.get("township").to_owned(),
        phone: form.get("phone").to_owned(),
        names: sent_languages(form, "name"),
        addresses: sent_languages(form, "address"),
        hours: DAYS.map(|day| form.get(&format!("hours-{day}")).to_owned()),
    }
}

fn render_new(cx: &Cx, status: StatusCode, typed: NewStation, not_saved: NotSaved) -> PageResult<Response> {
    stations::may_edit(cx.actor())?;
    let townships = stations::townships(cx.shop(), cx.locale());
    Ok(cx.page_with(status, Meta::private(cx.t(t::DISTRICT_STATION_NEW)), || {
        view! { <NewStationPage typed not_saved townships/> }
    }))
}

async fn render(
    cx: &Cx,
    id: StationId,
    status: StatusCode,
    typed: Option<StationForm>,
    not_saved: NotSaved,
) -> PageResult<Response> {
    let file = stations::file(cx.shop(), cx.actor(), cx.locale(), id).await?;
    let townships = stations::townships(cx.shop(), cx.locale());
    Ok(cx.page_with(status, Meta::private(file.name.text.clone()), || {
        view! { <StationPage file typed not_saved townships/> }
    }))
}

/// What a field is called, and what is said of it when the general text would not help.
fn words(cx: &Cx, name: &str, code: FieldCode) -> (String, Option<String>) {
    let label = match name {
        "code" => cx.t(t::DISTRICT_STATION_CODE),
        "township" => cx.t(t::STATIONS_TOWNSHIP),
        "phone" => cx.t(t::DISTRICT_STATION_PHONE),
        _ => language_label(cx, name, "name", t::DISTRICT_STATION_NAME)
            .or_else(|| language_label(cx, name, "address", t::DISTRICT_STATION_ADDRESS))
            .or_else(|| Some(day_name(cx, name.strip_prefix("hours-")?.parse().ok()?)))
            .unwrap_or_default(),
    };
    (label, special(cx, name, code))
}

fn special(cx: &Cx, name: &str, code: FieldCode) -> Option<String> {
    let text = match (name, code) {
        ("code", FieldCode::InvalidChoice) => t::DISTRICT_STATION_CODE_TAKEN,
        ("code", FieldCode::InvalidCode) => t::DISTRICT_STATION_CODE_WRONG,
        ("phone", _) => t::DISTRICT_STATION_PHONE_WRONG,
        (name, FieldCode::InvalidChoice) if name.starts_with("hours-") => t::DISTRICT_STATION_HOURS_WRONG,
        _ => return None,
    };
    Some(cx.t(text))
}

/// Where what was typed is another than what is saved.
fn differing(cx: &Cx, typed: &StationForm, saved: &StationForm, townships: &[(String, Shown)]) -> Vec<Differing> {
    let township = townships.iter().find(|(slug, _)| *slug == saved.township);
    let township = township.map(|(_, name)| name.text.clone()).unwrap_or_default();
    let one = |name: &str, label: String, is_other: bool, saved: String| {
        is_other.then(|| Differing {
            name: name.to_owned(),
            label,
            saved,
        })
    };
    let names = (("name", t::DISTRICT_STATION_NAME), &typed.names, &saved.names);
    let addresses = (
        ("address", t::DISTRICT_STATION_ADDRESS),
        &typed.addresses,
        &saved.addresses,
    );
    let texts = [names, addresses]
        .into_iter()
        .flat_map(|(field, typed, saved)| differing_languages(cx, field, typed, saved));
    let township = one(
        "township",
        cx.t(t::STATIONS_TOWNSHIP),
        typed.township != saved.township,
        township,
    );
    let phone = one(
        "phone",
        cx.t(t::DISTRICT_STATION_PHONE),
        typed.phone.trim() != saved.phone.trim(),
        saved.phone.clone(),
    );
    let days = DAYS.into_iter().zip(typed.hours.iter().zip(&saved.hours));
    let days = days.filter_map(|(day, (typed, saved))| {
        let is_other = typed.trim() != saved.trim();
        one(&format!("hours-{day}"), day_name(cx, day), is_other, saved.clone())
    });
    texts.chain(township).chain(phone).chain(days).collect()
}

fn day_name(cx: &Cx, day: u8) -> String {
    format::weekday_name(cx.locale(), day).to_owned()
}

/// The form of a new station.
#[component]
fn NewStationPage(
    /// What was typed.
    typed: NewStation,
    /// Why it was not saved.
    not_saved: NotSaved,
    /// All townships.
    townships: Vec<(String, Shown)>,
) -> Html {
    let cx = Cx::here();
    let wrong = wrong_fields(&cx, &not_saved.errors, |name, code| words(&cx, name, code));
    let is_refused = not_saved.is_any();
    let errors = not_saved.errors;
    let code_error = errors.of("code");
    view! {
        <CentreFrame title=t::DISTRICT_STATION_NEW>
            <p><a class="c-link" href=cx.url(&CentreStations::new())>{cx.t(t::DISTRICT_STATIONS_BACK)}</a></p>
            <Outcome done=None refused=not_saved.refused/>
            <ErrorSummary fields=wrong/>
            <form
                class="c-card c-form"
                method="post"
                action=cx.url(&CentreNewStation::new())
                novalidate
                data-testid="new-station"
            >
                <FormKey/>
                <TextField
                    name="code"
                    label=cx.t(t::DISTRICT_STATION_CODE)
                    hint=cx.t(t::DISTRICT_STATION_CODE_HINT)
                    value=typed.code
                    error=code_error
                    error_text=code_error.and_then(|code| special(&cx, "code", code)).unwrap_or_default()
                    is_ltr=true
                    is_short=true
                    maxlength=0
                />
                <Fields form=typed.form errors townships/>
                <Draft form=NEW is_refused/>
                <p><button class="c-button c-button--primary">{cx.t(t::DISTRICT_STATION_ADD)}</button></p>
            </form>
        </CentreFrame>
    }
    .into_html()
}

/// The station, and what can be done with it.
#[component]
fn StationPage(
    /// The station.
    file: StationFile,
    /// What was typed, when it could not be saved.
    typed: Option<StationForm>,
    /// Why it was not saved.
    not_saved: NotSaved,
    /// All townships.
    townships: Vec<(String, Shown)>,
) -> Html {
    let cx = Cx::here();
    let done = match value_of(cx.query(), "done").as_str() {
        "saved" => Some(t::DISTRICT_SAVED),
        "added" => Some(t::DISTRICT_STATION_ADDED),
        "close" => Some(t::DISTRICT_STATION_CLOSE_DONE),
        "open" => Some(t::DISTRICT_STATION_OPEN_DONE),
        _ => None,
    };
    let done = done.filter(|_| not_saved.errors.is_empty());
    let is_saved = value_of(cx.query(), "done") == "saved";
    let is_refused = typed.is_some();
    let ended = (value_of(cx.query(), "done") == "added").then(|| view! { <DraftEnd form=NEW/> });
    let draft = format!("station-{}", file.id);
    let place = cx.url(&CentreStation::new(&file.id.to_string()));
    let wrong = wrong_fields(&cx, &not_saved.errors, |name, code| words(&cx, name, code));
    // Of a step nothing was typed that one would want to compare.
    let saved_at = typed.is_some().then(|| place.clone());
    let differing = typed
        .as_ref()
        .map(|typed| differing(&cx, typed, &file.form, &townships))
        .unwrap_or_default();
    view! {
        <CentreFrame title=t::DISTRICT_STATIONS_TITLE>
            <Outcome done refused=not_saved.refused saved_at differing/>
            {ended}
            <ErrorSummary fields=wrong/>
            <p><a class="c-link" href=cx.url(&CentreStations::new())>{cx.t(t::DISTRICT_STATIONS_BACK)}</a></p>
            <div class="c-row">
                <h2 class="c-card__title"><bdi>{file.code}</bdi>" · "<ShownName shown=file.name/></h2>
                <OpenBadge is_open=file.is_open/>
            </div>
            <form class="c-card c-form" method="post" action=place.clone() novalidate data-testid="station-form">
                <FormKey/>
                // After a conflict the newer version goes along: saving again is then a decision, not an accident.
                <Hidden name="seen" value=file.version.to_string()/>
                <Fields form=typed.unwrap_or(file.form) errors=not_saved.errors townships/>
                <Draft form=draft is_saved is_refused/>
                <p><button class="c-button c-button--primary">{cx.t(t::BUTTON_SAVE)}</button></p>
            </form>
            <StepForm place is_open=file.is_open orders=file.orders/>
        </CentreFrame>
    }
    .into_html()
}

/// Closing, or opening again.
#[component]
fn StepForm(
    /// Where it is sent.
    place: String,
    /// Whether the station is open.
    is_open: bool,
    /// Orders that are not over yet and go there.
    orders: Option<u64>,
) -> Html {
    let cx = Cx::here();
    let (step, title, text) = if is_open {
        (
            StationStep::Close,
            t::DISTRICT_STATION_CLOSE,
            t::DISTRICT_STATION_CLOSE_TEXT,
        )
    } else {
        (
            StationStep::Open,
            t::DISTRICT_STATION_OPEN,
            t::DISTRICT_STATION_OPEN_TEXT,
        )
    };
    let orders = orders.map(|orders| {
        let count = format::number(cx.locale(), i64::try_from(orders).unwrap_or(i64::MAX));
        view! { <p data-testid="station-orders">{cx.t(t::district_station_orders(count))}</p> }
    });
    view! {
        <form class="c-card c-form" method="post" action=place novalidate data-testid="station-step">
            <h2 class="c-card__title">{cx.t(title)}</h2>
            <p class="c-muted">{cx.t(text)}</p>
            {orders}
            <FormKey/>
            <Hidden name="step" value=step.as_str()/>
            <p><button class="c-button">{cx.t(title)}</button></p>
        </form>
    }
    .into_html()
}

/// What a new station and one that is there have in common.
#[component]
fn Fields(
    /// What stands in the fields.
    form: StationForm,
    /// What is wrong.
    errors: FieldErrors,
    /// All townships.
    townships: Vec<(String, Shown)>,
) -> Html {
    let cx = Cx::here();
    let error_text = |name: &str| {
        let error = errors.of(name);
        error.and_then(|code| special(&cx, name, code)).unwrap_or_default()
    };
    let days = DAYS
        .into_iter()
        .zip(form.hours)
        .map(|(day, value)| {
            let name = format!("hours-{day}");
            view! {
                <TextField
                    label=day_name(&cx, day)
                    value
                    error=errors.of(&name)
                    error_text=error_text(&name)
                    name
                    is_ltr=true
                    may_be_empty=true
                    maxlength=0
                />
            }
        })
        .collect_view();
    view! {
        <p class="c-muted">{cx.t(t::DISTRICT_LANGUAGES_HINT)}</p>
        <LanguageFields
            field="name"
            label=t::DISTRICT_STATION_NAME
            values=form.names
            errors=errors.clone()
            needs_one=true
        />
        <LanguageFields field="address" label=t::DISTRICT_STATION_ADDRESS values=form.addresses errors=errors.clone()/>
        <SelectField
            name="township"
            label=cx.t(t::STATIONS_TOWNSHIP)
            value=form.township
            placeholder=cx.t(t::DISTRICT_CHOOSE)
            groups=township_choices(townships)
            error=errors.of("township")
        />
        <TextField
            name="phone"
            label=cx.t(t::DISTRICT_STATION_PHONE)
            value=form.phone
            error=errors.of("phone")
            error_text=error_text("phone")
            kind="tel"
            inputmode="tel"
            is_ltr=true
            is_short=true
            may_be_empty=true
            maxlength=0
        />
        <fieldset class="c-fieldset">
            <legend>{cx.t(t::DISTRICT_STATION_HOURS)}</legend>
            <p class="c-muted">{cx.t(t::DISTRICT_STATION_HOURS_HINT)}</p>
            <div class="c-fields">{days}</div>
        </fieldset>
    }
    .into_html()
}
