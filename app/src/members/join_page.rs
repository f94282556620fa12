//! The page a link for a new member leads to.

use axum::http::StatusCode;
use axum::response::Response;
use domain::Role;
use l10n::t;
use leptos::prelude::*;
use service::FieldErrors;
use service::members::Invited;

use crate::account::{CodeStep, Step, WaitNotice, sign_in_to, waiting};
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::membership_words::role_text;
use crate::page::Meta;
use crate::routes::{AccountJoin, Studio};
use crate::ui::{Html, IntoHtml, TextField};

/// What was typed, and what is wrong with it. The code is never put back into the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub phone: String,
    pub name: String,
    pub step: Step,
    /// A code was just sent.
    pub is_sent: bool,
    pub errors: FieldErrors,
    /// After how many seconds it may be tried again.
    pub wait: Option<u32>,
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub(super) struct Own {
    pub name: String,
    pub phone: String,
    /// What they are in the cooperative already.
    pub role: Option<Role>,
}

/// The page of a link that is good.
pub(super) fn page(
    cx: &Cx,
    status: StatusCode,
    link: &str,
    invited: Invited,
    own: Option<Own>,
    typed: Typed,
) -> Response {
    let (action, wait) = (cx.url(&AccountJoin::new(link)), typed.wait);
    let meta = Meta::private(cx.t(t::MEMBERS_JOIN_TITLE));
    let response = cx.page_with(status, meta, || view! { <JoinPage action invited own typed/> });
    waiting(response, wait)
}

/// The page of one that is used, too old, taken back or mistyped: whoever stands here needs another one. What they typed
/// stays, to be copied; nothing can be sent.
pub(super) fn not_good(cx: &Cx, typed: Typed) -> Response {
    let meta = Meta::private(cx.t(t::MEMBERS_JOIN_TITLE));
    cx.page_with(StatusCode::NOT_FOUND, meta, || view! { <NotGood typed/> })
}

/// That the link is not good.
#[component]
fn NotGood(
    /// What was typed.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let has_typed = !(typed.name.is_empty() && typed.phone.is_empty());
    let person = has_typed.then(|| {
        view! { <div class="c-card c-form" data-testid="typed"><PersonFields typed/></div> }
    });
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::MEMBERS_JOIN_TITLE)}</h1>
            <p class="c-notice c-notice--warn" id="notice" role="alert" data-testid="link-over">{cx.t(t::MEMBERS_JOIN_OVER)}</p>
            {person}
        </div>
    }
    .into_html()
}

/// What one is invited to, and who one is.
#[component]
fn JoinPage(
    /// Where the form goes.
    action: String,
    /// What one is invited to.
    invited: Invited,
    /// Who is signed in.
    own: Option<Own>,
    /// What was typed.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let role = cx.t(role_text(invited.role));
    let text = cx.tv(t::members_join_text(invited.cooperative.text.clone(), role));
    let sent = typed.is_sent.then(|| {
        view! { <div class="c-notice" id="notice" role="status" data-testid="code-sent"><p>{cx.t(t::MEMBERS_JOIN_SENT)}</p></div> }
    });
    let is_known = own.is_some();
    let (as_own, other) = match own {
        // Nobody is asked twice who they are in the middle of it.
        Some(own) if typed.step == Step::Number => {
            let action = action.clone();
            let other = view! { <h2>{cx.t(t::MEMBERS_JOIN_OTHER)}</h2> }.into_html();
            let as_own = match own.role {
                Some(role) => view! { <Already role/> }.into_html(),
                None => view! { <OwnForm action own/> }.into_html(),
            };
            (as_own, other)
        }
        _ => (Html::new(""), Html::new("")),
    };
    let may_sign_in = typed.step == Step::Number && !is_known;
    let has_account = may_sign_in.then(|| {
        let url = sign_in_to(&cx, &action);
        view! { <p><a class="c-link" href=url data-testid="join-sign-in">{cx.t(t::MEMBERS_JOIN_PASSWORD)}</a></p> }
    });
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::MEMBERS_JOIN_TITLE)}</h1>
            <p class="c-lead" data-testid="invited">{text}</p>
            {sent}
            <WaitNotice wait=typed.wait/>
            {as_own}
            {other}
            <JoinForm action typed/>
            {has_account}
        </div>
    }
    .into_html()
}

/// That who is signed in is a member already.
#[component]
fn Already(
    /// What they are.
    role: Role,
) -> Html {
    let cx = Cx::here();
    let text = cx.tv(t::members_join_already(cx.t(role_text(role))));
    let studio = cx.url(&Studio::new());
    view! {
        <div class="c-notice" data-testid="join-already">
            <p>{text}</p>
            <p><a class="c-link" href=studio>{cx.t(t::STUDIO_TITLE)}</a></p>
        </div>
    }
    .into_html()
}

/// One press for who is signed in.
#[component]
fn OwnForm(
    /// Where the form goes.
    action: String,
    /// Who is signed in.
    own: Own,
) -> Html {
    let cx = Cx::here();
    view! {
        <form class="c-card c-form" method="post" action=action data-testid="join-own">
            <FormKey/>
            <p>{cx.tv(t::members_join_signed_in(own.name, own.phone))}</p>
            <p>
                <button class="c-button c-button--primary c-button--block" name="command" value="own">
                    {cx.t(t::MEMBERS_JOIN)}
                </button>
            </p>
        </form>
    }
    .into_html()
}

/// Name and number; and the code, once it was sent.
#[component]
fn JoinForm(
    /// Where the form goes.
    action: String,
    /// What was typed.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let (step, error) = (typed.step, typed.errors.of("code"));
    view! {
        <form class="c-card c-form" method="post" action=action novalidate data-testid="join">
            <FormKey/>
            <PersonFields typed hint=cx.t(t::MEMBERS_JOIN_PHONE)/>
            <CodeStep step error command="join" text=t::MEMBERS_JOIN/>
        </form>
    }
    .into_html()
}

/// Who one is.
#[component]
fn PersonFields(
    /// What was typed.
    typed: Typed,
    /// What the number is for.
    #[prop(optional)]
    hint: String,
) -> Html {
    let cx = Cx::here();
    view! {
        <TextField
            name="name"
            label=cx.t(t::MEMBERS_NAME)
            value=typed.name
            error=typed.errors.of("name")
            autocomplete="name"
            maxlength=60
        />
        <TextField
            name="phone"
            label=cx.t(t::ACCOUNT_PHONE)
            hint
            value=typed.phone
            error=typed.errors.of("phone")
            kind="tel"
            inputmode="tel"
            autocomplete="tel"
            is_ltr=true
            maxlength=30
        />
    }
    .into_html()
}
