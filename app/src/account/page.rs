//! The sign-in page.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::{ErrorCode, PasskeyPurpose};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;

use super::passkey::{ANSWER, PasskeyButton};
use super::sent::{Sent, SentFields};
use super::{ENDED, Way, sign_in_url};
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::own_path::OwnPath;
use crate::page::Meta;
use crate::routes::{SignIn, SignInCode, SignInPasskey};
use crate::ui::{Hidden, Html, IntoHtml, RefusedNotice, TextField, wait_text};

/// The form as it was sent. Password and code are never put back into the page.
#[derive(Clone, Debug)]
pub(super) struct SignInForm {
    /// How one signs in.
    pub way: Way,
    /// Where to go afterwards.
    pub next: Option<OwnPath>,
    /// The phone number as typed.
    pub phone: String,
    /// What was sent by somebody who was signed in no more.
    pub sent: Option<Sent>,
    /// Fields that are not right.
    pub errors: FieldErrors,
    /// Why it was refused.
    pub refused: Option<ErrorCode>,
    /// After how many seconds it may be tried again, when there were too many tries.
    pub wait: Option<u32>,
    /// What can be done instead of waiting.
    pub instead: Text,
    /// Whether what a device answered did not fit.
    pub passkey_failed: bool,
}

impl Default for SignInForm {
    fn default() -> Self {
        Self {
            way: Way::Password,
            next: None,
            phone: String::new(),
            sent: None,
            errors: FieldErrors::default(),
            refused: None,
            wait: None,
            instead: t::ACCOUNT_WAIT_INSTEAD,
            passkey_failed: false,
        }
    }
}

/// The page for somebody whose form came when they were signed in no more.
pub(super) fn keeping(cx: &Cx, sent: Sent) -> Response {
    let form = SignInForm {
        sent: Some(sent),
        ..SignInForm::default()
    };
    render(&cx.standing_at(&SignIn::new()), StatusCode::OK, form)
}

/// Renders the page.
pub(super) fn render(cx: &Cx, status: StatusCode, form: SignInForm) -> Response {
    let wait = form.wait;
    let response = cx.page_with(status, Meta::private(cx.t(t::ACCOUNT_SIGN_IN_TITLE)), || {
        view! { <SignInPage form/> }
    });
    waiting(response, wait)
}

/// The answer of a page that says how long one has to wait says it to programs as well.
pub(crate) fn waiting(mut response: Response, wait: Option<u32>) -> Response {
    if let Some(seconds) = wait {
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// That there were too many tries, and how long to wait.
#[component]
pub(crate) fn WaitNotice(
    /// After how many seconds it may be tried again; nothing is shown without it.
    wait: Option<u32>,
    /// What can be done instead, if anything.
    #[prop(default = None)]
    instead: Option<Text>,
) -> Html {
    let cx = Cx::here();
    wait.map(|seconds| {
        let instead = instead.map(|text| view! { <p>{cx.t(text)}</p> });
        view! {
            <div class="c-notice c-notice--error" id="notice" role="alert" data-testid="wait">
                <strong>{cx.t(t::ERROR_TITLE)}</strong>
                <p>{cx.t_id("error-too-many-attempts")}" "{wait_text(&cx, seconds)}</p>
                {instead}
            </div>
        }
    })
    .into_html()
}

/// That what a device answered did not fit.
#[component]
pub(super) fn PasskeyFailed(
    /// What to do instead.
    text: Text,
) -> Html {
    let cx = Cx::here();
    view! {
        <div class="c-notice c-notice--error" id="notice" role="alert" data-testid="passkey-failed"><p>{cx.t(text)}</p></div>
    }
    .into_html()
}

/// Signing in.
#[component]
fn SignInPage(
    /// The form as it was sent.
    form: SignInForm,
) -> Html {
    let cx = Cx::here();
    let (refused, wait, instead) = (form.refused, form.wait, form.instead);
    let text = if form.sent.is_some() {
        Some(t::ACCOUNT_SIGNED_OUT_KEPT)
    } else {
        let is_ended = cx.query().ends_with(&format!("{}={}", ENDED.0, ENDED.1));
        is_ended.then_some(t::ACCOUNT_SIGNED_OUT)
    };
    let ended = text.map(|text| {
        view! {
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="signed-out">
                <p>{cx.t(text)}</p>
            </div>
        }
    });
    let failed = form
        .passkey_failed
        .then(|| view! { <PasskeyFailed text=t::PASSKEY_SIGN_IN_FAILED/> });
    let (next, sent) = (form.next.clone(), form.sent.clone());
    let fields = match form.way {
        Way::Password => view! { <PasswordForm form/> }.into_html(),
        Way::Code => view! { <CodeForm form/> }.into_html(),
    };
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::ACCOUNT_SIGN_IN_TITLE)}</h1>
            <p class="c-lead">{cx.t(t::ACCOUNT_SIGN_IN_TEXT)}</p>
            {ended}
            <WaitNotice wait instead=Some(instead)/>
            <RefusedNotice code=refused/>
            {failed}
            {fields}
            <form method="post" action=cx.url(&SignInPasskey::new()) data-testid="sign-in-passkey">
                <Next next/>
                <SentFields sent/>
                <PasskeyButton purpose=PasskeyPurpose::SignIn field=ANSWER label=t::PASSKEY_SIGN_IN/>
            </form>
        </div>
    }
    .into_html()
}

/// Phone and password, or the phone alone to ask for a code.
#[component]
fn PasswordForm(
    /// The form as it was sent.
    form: SignInForm,
) -> Html {
    let cx = Cx::here();
    view! {
        <form class="c-form c-card" method="post" action=cx.url(&SignIn::new()) novalidate data-testid="sign-in">
            // For the button that sends a code.
            <FormKey/>
            <Next next=form.next/>
            <SentFields sent=form.sent/>
            <PhoneField phone=form.phone errors=form.errors.clone()/>
            <TextField
                name="password"
                label=cx.t(t::ACCOUNT_PASSWORD)
                value=""
                error=form.errors.of("password")
                kind="password"
                autocomplete="current-password"
                is_ltr=true
                maxlength=128
            />
            <p><button class="c-button c-button--primary c-button--block">{cx.t(t::ACCOUNT_SIGN_IN)}</button></p>
            <section class="c-stack">
                <h2 class="c-card__title">{cx.t(t::ACCOUNT_CODE_TITLE)}</h2>
                <p class="c-muted">{cx.t(t::ACCOUNT_CODE_TEXT)}</p>
                <p><button class="c-button c-button--block" formaction=cx.url(&SignInCode::new())>{cx.t(t::ACCOUNT_CODE_SEND)}</button></p>
            </section>
        </form>
    }
    .into_html()
}

/// Phone and the code that was sent.
#[component]
fn CodeForm(
    /// The form as it was sent.
    form: SignInForm,
) -> Html {
    let cx = Cx::here();
    let again = if form.sent.is_some() {
        // What was sent goes along.
        view! {
            <FormKey/>
            <p><button class="c-button c-button--quiet" formaction=cx.url(&SignInCode::new())>{cx.t(t::ACCOUNT_CODE_AGAIN)}</button></p>
        }
        .into_html()
    } else {
        let again = sign_in_url(&cx, form.next.as_ref(), Way::Password, None);
        view! { <p><a class="c-link" href=again>{cx.t(t::ACCOUNT_CODE_AGAIN)}</a></p> }.into_html()
    };
    // The use case knows one secret: when both are empty it names the password.
    let error = form.errors.of("code").or_else(|| form.errors.of("password"));
    view! {
        <div class="c-notice" id="notice" role="status"><p>{cx.t(t::ACCOUNT_CODE_SENT)}</p></div>
        <form class="c-form c-card" method="post" action=cx.url(&SignIn::new()) novalidate data-testid="sign-in">
            <Hidden name="way" value=Way::CODE/>
            <Next next=form.next/>
            <SentFields sent=form.sent/>
            <PhoneField phone=form.phone errors=form.errors.clone()/>
            <TextField
                name="code"
                label=cx.t(t::ACCOUNT_CODE)
                value=""
                error
                inputmode="numeric"
                autocomplete="one-time-code"
                is_ltr=true
                is_short=true
                maxlength=12
            />
            <p><button class="c-button c-button--primary c-button--block">{cx.t(t::ACCOUNT_SIGN_IN)}</button></p>
            {again}
        </form>
    }
    .into_html()
}

/// The phone number.
#[component]
fn PhoneField(
    /// The number as typed.
    phone: String,
    /// Fields that are not right.
    errors: FieldErrors,
) -> Html {
    let cx = Cx::here();
    view! {
        <TextField
            name="phone"
            label=cx.t(t::ACCOUNT_PHONE)
            value=phone
            error=errors.of("phone")
            kind="tel"
            inputmode="tel"
            autocomplete="tel"
            is_ltr=true
            maxlength=30
        />
    }
    .into_html()
}

/// Where to go afterwards.
#[component]
fn Next(
    /// A page of this shop.
    next: Option<OwnPath>,
) -> Html {
    next.map(|next| view! { <Hidden name="next" value=next.to_string()/> })
        .into_html()
}
