//! What the Centre tells the cooperatives: writing it, and taking it back.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{AnnouncementId, ErrorCode, FieldCode, Locale};
use l10n::{format, t};
use leptos::prelude::*;
use service::announcements::{self, Announced, NewAnnouncement, TEXT_MAX};
use service::{Error, FieldErrors};

use super::draft::Draft;
use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::CentreAnnouncements;
use crate::ui::{
    ErrorSummary, Hidden, Html, IntoHtml, LongTextField, Moment, RefusedNotice, ShownProse, TextField, WrongField,
    error_text, language_name,
};

/// What was typed and not done.
#[derive(Clone, Debug, Default)]
struct NotDone {
    fields: Vec<(String, String)>,
    errors: FieldErrors,
    refused: Option<ErrorCode>,
}

impl NotDone {
    fn value(&self, name: &str) -> String {
        let typed = self.fields.iter().find(|(field, _)| field == name);
        typed.map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

/// The form, and what was announced.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, NotDone::default()).await
}

/// Writes one, or takes one back.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let done = |word: &str| Ok(cx.see(&format!("{}?done={word}", cx.url(&CentreAnnouncements::new()))));
    if let Ok(id) = form.get("take-back").parse() {
        announcements::take_back(&shop, cx.actor(), AnnouncementId(id)).await?;
        return done("taken-back");
    }
    let typed = NewAnnouncement {
        ug: form.get("text-ug"),
        zh: form.get("text-zh"),
        es: form.get("text-es"),
        until: form.get("until"),
    };
    let (errors, refused) = match announcements::publish(&shop, cx.actor(), &typed).await {
        Ok(()) => return done("published"),
        Err(Error::Fields(errors)) => (errors, None),
        Err(Error::Refused(code @ ErrorCode::AnnouncementsFull)) => (FieldErrors::default(), Some(code)),
        Err(error) => return Err(error.into()),
    };
    let status = match refused {
        Some(_) => StatusCode::CONFLICT,
        None => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let fields = form.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let not_done = NotDone {
        fields: fields.collect(),
        errors,
        refused,
    };
    render(&cx, status, not_done).await
}

async fn render(cx: &Cx, status: StatusCode, not_done: NotDone) -> PageResult<Response> {
    let all = announcements::list(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(cx.page_with(status, Meta::private(cx.t(t::ANNOUNCEMENTS_TITLE)), || {
        view! { <AnnouncementsPage all not_done/> }
    }))
}

/// The form, what the cooperatives see now, and what is over.
#[component]
fn AnnouncementsPage(
    /// What the cooperatives see first, then what is over.
    all: Vec<Announced>,
    /// What was typed and not done.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let is_refused = !not_done.errors.is_empty() || not_done.refused.is_some();
    let done = match value_of(cx.query(), "done").as_str() {
        "published" => Some(t::ANNOUNCEMENTS_PUBLISHED),
        "taken-back" => Some(t::ANNOUNCEMENTS_TAKEN_BACK_DONE),
        _ => None,
    };
    let done = done.filter(|_| !is_refused).map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let refused = not_done.refused;
    let wrong = wrong_fields(&cx, &not_done.errors);
    let (current, over): (Vec<_>, Vec<_>) = all.into_iter().partition(|row| row.is_current);
    let lines = |rows: Vec<Announced>| {
        if rows.is_empty() {
            return view! { <p class="c-muted">{cx.t(t::ANNOUNCEMENTS_NONE)}</p> }.into_html();
        }
        let rows = rows.into_iter().map(|row| view! { <Line row/> }).collect_view();
        view! { <ul class="c-list">{rows}</ul> }.into_html()
    };
    let (current, over) = (lines(current), lines(over));
    view! {
        <CentreFrame title=t::ANNOUNCEMENTS_TITLE>
            {done}
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            <p class="c-lead">{cx.t(t::ANNOUNCEMENTS_LEAD)}</p>
            <NewForm not_done/>
            <section class="c-stack" data-testid="announcements-current">
                <h2>{cx.t(t::ANNOUNCEMENTS_CURRENT)}</h2>
                {current}
            </section>
            <section class="c-stack" data-testid="announcements-over">
                <h2>{cx.t(t::ANNOUNCEMENTS_OVER)}</h2>
                {over}
            </section>
        </CentreFrame>
    }
    .into_html()
}

fn text_field(lang: Locale) -> String {
    format!("text-{}", lang.code())
}

fn text_label(cx: &Cx, lang: Locale) -> String {
    cx.t(t::announcements_text(language_name(cx, lang)))
}

/// What is said here instead of the general text of a code.
fn special_text(cx: &Cx, error: FieldCode) -> Option<String> {
    match error {
        FieldCode::InvalidChoice => Some(cx.t(t::ANNOUNCEMENTS_DAY_WRONG)),
        FieldCode::Required => Some(cx.t(t::ANNOUNCEMENTS_TEXT_MISSING)),
        _ => None,
    }
}

fn wrong_fields(cx: &Cx, errors: &FieldErrors) -> Vec<WrongField> {
    errors
        .iter()
        .map(|(name, code)| {
            let lang = name.strip_prefix("text-").and_then(Locale::from_code);
            WrongField {
                label: lang.map_or_else(|| cx.t(t::ANNOUNCEMENTS_LAST_DAY), |lang| text_label(cx, lang)),
                text: special_text(cx, code).unwrap_or_else(|| error_text(cx, code)),
                name: name.to_owned(),
            }
        })
        .collect()
}

/// The form for a new one.
#[component]
fn NewForm(
    /// What was typed and not done.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let longest = u32::try_from(TEXT_MAX).unwrap_or(1_000);
    let texts = Locale::BUILT_IN
        .into_iter()
        .map(|lang| {
            let name = text_field(lang);
            view! {
                <LongTextField
                    label=text_label(&cx, lang)
                    value=not_done.value(&name)
                    error=not_done.errors.of(&name)
                    name
                    may_be_empty=true
                    maxlength=longest
                    rows=3
                    lang=Some(lang)
                />
            }
        })
        .collect_view();
    let day_error = not_done.errors.of("until");
    let is_refused = !not_done.fields.is_empty();
    let is_saved = value_of(cx.query(), "done") == "published";
    view! {
        <form
            class="c-card c-form"
            method="post"
            action=cx.url(&CentreAnnouncements::new())
            novalidate
            data-testid="announce"
        >
            <h2 class="c-card__title">{cx.t(t::ANNOUNCEMENTS_NEW)}</h2>
            <p class="c-muted">{cx.t(t::ANNOUNCEMENTS_NEW_TEXT)}</p>
            <FormKey/>
            {texts}
            <TextField
                name="until"
                label=cx.t(t::ANNOUNCEMENTS_LAST_DAY)
                hint=cx.t(t::ANNOUNCEMENTS_LAST_DAY_HINT)
                value=not_done.value("until")
                error=day_error
                error_text=day_error.and_then(|code| special_text(&cx, code)).unwrap_or_default()
                kind="date"
                is_ltr=true
                is_short=true
                may_be_empty=true
                maxlength=10
            />
            <Draft form="announcement" is_saved is_refused/>
            <p><button class="c-button c-button--primary">{cx.t(t::ANNOUNCEMENTS_PUBLISH)}</button></p>
        </form>
    }
    .into_html()
}

/// One of them.
#[component]
fn Line(
    /// The announcement.
    row: Announced,
) -> Html {
    let cx = Cx::here();
    let announcement = row.announcement;
    let until = announcement.until.map(|until| {
        let day = format::date(cx.locale(), until);
        view! { " · "{cx.tv(t::announcements_until(day))} }
    });
    let taken_back = row.taken_back_at.map(|at| {
        view! { <p class="c-muted">{cx.t(t::ANNOUNCEMENTS_TAKEN_BACK)}" · "<Moment at/></p> }
    });
    let read_by = cx.tv(t::announcements_read_by(format::number(cx.locale(), row.read_by)));
    let form = row.is_current.then(|| {
        view! {
            <form method="post" action=cx.url(&CentreAnnouncements::new()) data-testid="take-back">
                <FormKey/>
                <Hidden name="take-back" value=announcement.id.to_string()/>
                <button class="c-button c-button--quiet">{cx.t(t::ANNOUNCEMENTS_TAKE_BACK)}</button>
            </form>
        }
    });
    view! {
        <li class="c-line" data-testid="announced">
            <div class="c-line__body c-stack">
                <p class="c-muted"><Moment at=announcement.at/>{until}</p>
                <ShownProse shown=announcement.text/>
                {taken_back}
                <p class="c-muted">{read_by}</p>
                {form}
            </div>
        </li>
    }
    .into_html()
}
