//! The page with the form.

use axum::http::StatusCode;
use axum::response::Response;
use components::OfflineView;
use domain::FieldCode;
use l10n::{Text, t};
use leptos::prelude::*;
use service::applications::ApplicationForm;
use service::{FieldErrors, stations};

use crate::account::{CodeStep, Step, WaitNotice, code_error, waiting};
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::page::Meta;
use crate::routes::Apply;
use crate::ui::{
    Choice, ErrorSummary, Html, IntoHtml, LongTextField, SelectField, TextField, WrongField, error_of, error_text,
};

/// What was typed, and what is wrong with it. The code is never put back into the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub form: ApplicationForm,
    pub step: Step,
    /// A code was just sent.
    pub is_sent: bool,
    /// The form came before, with other details, and those were taken.
    pub was_taken: bool,
    pub errors: FieldErrors,
    /// After how many seconds it may be tried again.
    pub wait: Option<u32>,
}

/// The fields and what they are called.
const FIELDS: [(&str, Text); 7] = [
    ("name", t::APPLICATION_NAME),
    ("township", t::APPLICATION_TOWNSHIP),
    ("goods", t::APPLICATION_GOODS),
    ("about", t::APPLICATION_ABOUT),
    ("person", t::APPLICATION_PERSON),
    ("phone", t::ACCOUNT_PHONE),
    ("code", t::ACCOUNT_CODE),
];

/// The page.
pub(super) fn page(cx: &Cx, status: StatusCode, typed: Typed) -> Response {
    let cx = cx.standing_at(&Apply::new());
    let wait = typed.wait;
    let meta = Meta::private(cx.t(t::APPLICATION_TITLE));
    let response = cx.page_with(status, meta, || view! { <ApplyPage typed/> });
    waiting(response, wait)
}

/// What is wrong with a field, in words.
fn wrong_text(cx: &Cx, name: &str, code: FieldCode) -> String {
    match (name, code) {
        ("code", code) => code_error(cx, code),
        ("phone", FieldCode::TooMuch) => cx.t(t::APPLICATION_ONE_WAITS),
        ("phone", FieldCode::InvalidChoice) => cx.t(t::RESTOCK_NEVER),
        _ => error_text(cx, code),
    }
}

/// What it is for, and the form.
#[component]
fn ApplyPage(
    /// What was typed.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let wrong: Vec<WrongField> = FIELDS
        .into_iter()
        .filter_map(|(name, label)| {
            let code = typed.errors.of(name)?;
            Some(WrongField {
                name: name.to_owned(),
                label: cx.t(label),
                text: wrong_text(&cx, name, code),
            })
        })
        .collect();
    let sent = typed.is_sent.then(|| {
        view! {
            <div class="c-notice" id="notice" role="status" data-testid="code-sent"><p>{cx.t(t::APPLICATION_CODE_SENT)}</p></div>
        }
    });
    let taken = typed.was_taken.then(|| {
        view! {
            <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="was-taken">
                <p>{cx.t(t::APPLICATION_WAS_TAKEN)}</p>
            </div>
        }
    });
    let offline = OfflineView {
        form: cx.t(t::STUDIO_OFFLINE_FORM),
        page: cx.t(t::STUDIO_OFFLINE_PAGE),
    };
    let script = cx.assets().url("draft.js");
    view! {
        <div class="c-page c-stack" data-draft="apply" data-draft-script=script>
            <h1 class="c-title">{cx.t(t::APPLICATION_TITLE)}</h1>
            <p class="c-lead">{cx.t(t::APPLICATION_LEAD)}</p>
            {sent}
            {taken}
            <WaitNotice wait=typed.wait/>
            <ErrorSummary fields=wrong/>
            <ApplyForm typed/>
            {islands::offline_island(offline)}
        </div>
    }
    .into_html()
}

/// The cooperative, the person, and the code once it was sent.
#[component]
fn ApplyForm(
    /// What was typed.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let Typed { form, step, errors, .. } = typed;
    let townships = stations::townships(cx.shop(), cx.locale())
        .into_iter()
        .map(|(slug, name)| Choice::new(slug, name.text).lang(name.lang))
        .collect();
    let first = (step == Step::Number).then(|| view! { <p class="c-muted">{cx.t(t::APPLICATION_CODE_FIRST)}</p> });
    let (wrong_phone, phone_text) = error_of(&errors, "phone", |code| wrong_text(&cx, "phone", code));
    view! {
        <form class="c-card c-form" method="post" action=cx.url(&Apply::new()) novalidate data-testid="apply">
            <FormKey/>
            <TextField
                name="name"
                label=cx.t(t::APPLICATION_NAME)
                value=form.name
                error=errors.of("name")
                autocomplete="organization"
            />
            <SelectField
                name="township"
                label=cx.t(t::APPLICATION_TOWNSHIP)
                value=form.township
                placeholder=cx.t(t::APPLICATION_TOWNSHIP_CHOOSE)
                groups=vec![(String::new(), townships)]
                error=errors.of("township")
            />
            <TextField
                name="goods"
                label=cx.t(t::APPLICATION_GOODS)
                hint=cx.t(t::APPLICATION_GOODS_HINT)
                value=form.goods
                error=errors.of("goods")
                maxlength=300
            />
            <LongTextField
                name="about"
                label=cx.t(t::APPLICATION_ABOUT)
                hint=cx.t(t::APPLICATION_ABOUT_HINT)
                value=form.about
                error=errors.of("about")
                may_be_empty=true
                maxlength=1000
                rows=4
            />
            <TextField
                name="person"
                label=cx.t(t::APPLICATION_PERSON)
                hint=cx.t(t::APPLICATION_PERSON_HINT)
                value=form.person
                error=errors.of("person")
                autocomplete="name"
                maxlength=60
            />
            <TextField
                name="phone"
                label=cx.t(t::ACCOUNT_PHONE)
                hint=cx.t(t::APPLICATION_PHONE_HINT)
                value=form.phone
                error=wrong_phone
                error_text=phone_text
                kind="tel"
                inputmode="tel"
                autocomplete="tel"
                is_ltr=true
                maxlength=30
            />
            {first}
            <CodeStep step error=errors.of("code") command="send" text=t::APPLICATION_SEND/>
        </form>
    }
    .into_html()
}
