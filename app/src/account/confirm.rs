//! Showing once more who one is, before money or roles are touched. What was typed into the form is not lost: it goes along
//! in the page that asks, and is carried out when that is sent.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, FieldCode, PasskeyPurpose};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::identity::{Fresh, Proof};

use super::page::{PasskeyFailed, WaitNotice, waiting};
use super::passkey::{PasskeyButton, place};
use super::sign_in::instead_of_waiting;
use super::{guesser, session_cookie, sign_in_first};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{CONFIRM, FormKey, shop_by};
use crate::own_path::OwnPath;
use crate::page::Meta;
use crate::renewed_session::with_form;
use crate::routes::{
    Account, AccountConfirm, AccountConfirmCode, AccountPasskeys, CentreMembers, CentrePayouts, StudioMembers,
};
use crate::sent_form::CONFIRMING;
use crate::ui::{Hidden, Html, IntoHtml, TextField};

const PASSWORD: &str = "confirm-password";
const CODE: &str = "confirm-code";
const PASSKEY: &str = "confirm-passkey";
const TARGET: &str = "confirm-target";
/// The page that comes after the question.
const NEXT: &str = "next";

/// The question: where its answer goes, and what goes along.
#[derive(Clone, Debug, Default)]
struct Question {
    target: String,
    along: Vec<(String, String)>,
    errors: FieldErrors,
    wait: Option<u32>,
    /// What can be done instead of waiting.
    instead: Option<Text>,
    is_code_sent: bool,
    passkey_failed: bool,
}

impl Question {
    fn new(target: String, form: &Form) -> Self {
        Self {
            target,
            along: form
                .iter()
                .filter(|(name, _)| !name.starts_with(CONFIRMING) && !name.contains("password"))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            ..Self::default()
        }
    }

    /// The title of the page, which says what it is asked for: that is told by the page that asks, or that comes after it.
    fn title(&self, cx: &Cx) -> Text {
        let next = self.along.iter().find(|(name, _)| name == NEXT);
        let place = next.map_or(self.target.as_str(), |(_, next)| next.as_str());
        let path = place.split('?').next().unwrap_or_default();
        if path == cx.url(&CentrePayouts::new()) {
            t::ACCOUNT_CONFIRM_TITLE_MONEY
        } else if path == cx.url(&StudioMembers::new()) || path == cx.url(&CentreMembers::new()) {
            t::ACCOUNT_CONFIRM_TITLE_PEOPLE
        } else if path == cx.url(&AccountPasskeys::new()) {
            t::ACCOUNT_CONFIRM_TITLE_DEVICES
        } else {
            t::ACCOUNT_CONFIRM_TITLE
        }
    }
}

/// For forms about money and roles: that whoever sends it showed within ten minutes who they are, or the page that asks
/// for it and then sends the same form.
///
/// # Errors
/// When the database does not answer, or nobody is signed in.
pub(crate) async fn fresh_first(cx: &Cx, form: &Form) -> PageResult<Result<Fresh, Response>> {
    if let Some(fresh) = service::identity::require_fresh(cx.shop(), session_cookie(cx)).await? {
        return Ok(Ok(fresh));
    }
    let question = Question::new(cx.here_in(cx.locale()), form);
    if form.iter().all(|(name, _)| name != PASSWORD) {
        return Ok(Err(render(cx, StatusCode::OK, question).await?));
    }
    check(cx, form, question).await
}

/// The same for pages that are only read: they come after the question.
///
/// # Errors
/// As [`fresh_first`].
pub(crate) async fn fresh_page_first(cx: &Cx) -> PageResult<Option<Response>> {
    let fresh = service::identity::require_fresh(cx.shop(), session_cookie(cx)).await?;
    let next = serde_urlencoded::to_string([(NEXT, cx.here_in(cx.locale()))]).unwrap_or_default();
    let asking = || cx.see(&format!("{}?{next}", cx.url(&AccountConfirm::new())));
    Ok(fresh.is_none().then(asking))
}

async fn check(cx: &Cx, form: &Form, question: Question) -> PageResult<Result<Fresh, Response>> {
    if cx.renewed_session().cookie().is_some()
        && let Some(fresh) = service::identity::require_fresh(cx.shop(), session_cookie(cx)).await?
    {
        // The same form came a moment ago.
        return Ok(Ok(fresh));
    }
    let (place, passkey) = (place(cx), form.get(PASSKEY));
    let passkey = place
        .as_ref()
        .map(|place| (place, passkey))
        .filter(|_| !passkey.is_empty());
    let proof = Proof {
        passkey,
        password: form.get(PASSWORD),
        code: form.get(CODE),
        form: cx.confirmation(),
    };
    let answer = service::identity::confirm(cx.shop(), session_cookie(cx), proof, &guesser(cx)).await;
    let question = match answer {
        Ok(confirmed) => {
            cx.renewed_session().set(&confirmed.token);
            return Ok(Ok(confirmed.fresh));
        }
        Err(service::Error::Refused(ErrorCode::SignInFailed)) if passkey.is_some() => Question {
            passkey_failed: true,
            ..question
        },
        Err(service::Error::Fields(errors)) => Question {
            // The use case knows one secret: when both are empty it names the password.
            errors: errors
                .of("password")
                .map_or(errors, |code| FieldErrors::one(PASSWORD, code)),
            ..question
        },
        // Somebody is signed in, and stays so: only what was typed does not fit.
        Err(service::Error::Refused(ErrorCode::SignInFailed)) => {
            let wrong = if form.get(CODE).trim().is_empty() {
                PASSWORD
            } else {
                CODE
            };
            Question {
                errors: FieldErrors::one(wrong, FieldCode::InvalidCode),
                ..question
            }
        }
        Err(service::Error::TooMany { seconds }) => Question {
            wait: Some(seconds),
            instead: passkey.is_none().then(|| instead_of_waiting(form.get(CODE))),
            ..question
        },
        Err(error) => return Err(error.into()),
    };
    Ok(Err(render(cx, StatusCode::UNPROCESSABLE_ENTITY, question).await?))
}

/// The question before a page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let query: Vec<(String, String)> = serde_urlencoded::from_str(cx.query()).unwrap_or_default();
    let next = query.into_iter().find(|(name, _)| name == NEXT);
    let question = Question {
        target: cx.url(&AccountConfirm::new()),
        along: next.into_iter().collect(),
        ..Question::default()
    };
    render(&cx, StatusCode::OK, question).await
}

/// Its answer; then to the page.
pub async fn confirm(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let question = Question::new(cx.url(&AccountConfirm::new()), &form);
    if let Err(asking) = check(&cx, &form, question).await? {
        return Ok(asking);
    }
    let next = OwnPath::parse(form.get(NEXT));
    Ok(cx.see(&next.map_or_else(|| cx.url(&Account::new()), |next| next.to_string())))
}

/// Sends a code to one's own phone, and asks again.
pub async fn send_code(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let target =
        OwnPath::parse(form.get(TARGET)).map_or_else(|| cx.url(&AccountConfirm::new()), |path| path.to_string());
    let question = Question::new(target, &form);
    let sent =
        service::identity::send_confirm_code(&shop_by(&cx, &form, CONFIRM)?, session_cookie(&cx), &guesser(&cx)).await;
    let question = match sent {
        Ok(()) => Question {
            is_code_sent: true,
            ..question
        },
        Err(service::Error::TooMany { seconds }) => Question {
            wait: Some(seconds),
            instead: Some(t::ACCOUNT_WAIT_INSTEAD),
            ..question
        },
        Err(error) => return Err(error.into()),
    };
    render(&cx, StatusCode::OK, question).await
}

async fn render(cx: &Cx, status: StatusCode, question: Question) -> PageResult<Response> {
    let wait = question.wait;
    let has_passkey = service::identity::passkeys::has_any(cx.shop(), session_cookie(cx)).await?;
    let title = question.title(cx);
    let response = cx.page_with(status, Meta::private(cx.t(title)), || {
        view! { <ConfirmPage question title has_passkey/> }
    });
    Ok(waiting(response, wait))
}

/// What is said of a secret that does not fit; of anything else the general text of its code is.
fn wrong_text(cx: &Cx, errors: &FieldErrors, name: &'static str) -> String {
    match (errors.of(name), name) {
        (Some(FieldCode::InvalidCode), PASSWORD) => cx.t(t::ACCOUNT_CONFIRM_PASSWORD_WRONG),
        (Some(FieldCode::InvalidCode), _) => cx.t(t::ACCOUNT_CONFIRM_CODE_WRONG),
        _ => String::new(),
    }
}

/// Asks for the password, a code or a passkey.
#[component]
fn ConfirmPage(
    /// The question.
    question: Question,
    /// Title of the page.
    title: Text,
    /// Whether a device of theirs can show it.
    has_passkey: bool,
) -> Html {
    let cx = Cx::here();
    let sent = question.is_code_sent.then(|| {
        view! { <div class="c-notice" id="notice" role="status"><p>{cx.t(t::ACCOUNT_CONFIRM_SENT)}</p></div> }
    });
    let failed = question
        .passkey_failed
        .then(|| view! { <PasskeyFailed text=t::PASSKEY_CONFIRM_FAILED/> });
    let by_passkey = has_passkey
        .then(|| view! { <PasskeyButton purpose=PasskeyPurpose::Confirm field=PASSKEY label=t::PASSKEY_CONFIRM/> });
    // Without random bytes the form is one that must not be sent twice.
    let form = service::new_key().ok();
    let target = form.map_or_else(|| question.target.clone(), |form| with_form(&question.target, form));
    let along = question
        .along
        .into_iter()
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect_view();
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(title)}</h1>
            <p class="c-lead">{cx.t(t::ACCOUNT_CONFIRM_TEXT)}</p>
            {sent}
            <WaitNotice wait=question.wait instead=question.instead/>
            {failed}
            <form class="c-form c-card" method="post" action=target novalidate data-testid="confirm">
                {along}
                <Hidden name=TARGET value=question.target/>
                // For the button that sends a code.
                <FormKey name=CONFIRM/>
                <TextField
                    name=PASSWORD
                    label=cx.t(t::ACCOUNT_PASSWORD)
                    value=""
                    error=question.errors.of(PASSWORD)
                    error_text=wrong_text(&cx, &question.errors, PASSWORD)
                    kind="password"
                    autocomplete="current-password"
                    is_ltr=true
                    may_be_empty=true
                    maxlength=128
                />
                <TextField
                    name=CODE
                    label=cx.t(t::ACCOUNT_CONFIRM_CODE)
                    value=""
                    error=question.errors.of(CODE)
                    error_text=wrong_text(&cx, &question.errors, CODE)
                    inputmode="numeric"
                    autocomplete="one-time-code"
                    is_ltr=true
                    is_short=true
                    may_be_empty=true
                    maxlength=12
                />
                <p class="c-actions">
                    <button class="c-button c-button--primary">{cx.t(t::ACCOUNT_CONFIRM)}</button>
                    <button class="c-button" formaction=cx.url(&AccountConfirmCode::new())>{cx.t(t::ACCOUNT_CODE_SEND)}</button>
                </p>
                {by_passkey}
            </form>
        </div>
    }
    .into_html()
}
