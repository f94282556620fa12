//! Becoming a member by a link: who one is, and then the code that shows it.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::FieldErrors;
use service::members::Invited;

use crate::account::send_code_to;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_by, shop_for};
use crate::membership_words::role_text;
use crate::page::Meta;
use crate::routes::{AccountJoin, Studio};
use crate::ui::{Html, IntoHtml, TextField};

/// The form asks for two things, each to be done once: coming in, and the code.
const CODE_KEY: &str = "code-key";

/// What was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
struct Typed {
    phone: String,
    name: String,
    errors: FieldErrors,
}

/// What one is invited to.
pub async fn show(cx: Cx, Path((_, code)): Path<(String, String)>) -> PageResult<Response> {
    render(&cx, StatusCode::OK, &code, Typed::default()).await
}

/// Becomes a member, and is sent a code to sign in with.
pub async fn join(cx: Cx, Path((_, code)): Path<(String, String)>, form: Form) -> PageResult<Response> {
    let (phone, name) = (form.get("phone"), form.get("name"));
    match service::members::join(&shop_for(&cx, &form)?, &code, phone, name).await {
        Ok(()) => send_code_to(&cx, &shop_by(&cx, &form, CODE_KEY)?, phone, &cx.url(&Studio::new())).await,
        Err(service::Error::Fields(errors)) => {
            let typed = Typed {
                phone: phone.to_owned(),
                name: name.to_owned(),
                errors,
            };
            render(&cx, StatusCode::UNPROCESSABLE_ENTITY, &code, typed).await
        }
        // Somebody else was faster, or it was taken back.
        Err(service::Error::NotFound) => Ok(not_good(&cx.standing_at(&AccountJoin::new(&code)))),
        Err(error) => Err(error.into()),
    }
}

/// Used, too old, taken back or mistyped: whoever stands here needs another one.
fn not_good(cx: &Cx) -> Response {
    let meta = Meta::private(cx.t(t::MEMBERS_JOIN_TITLE));
    cx.page_with(StatusCode::NOT_FOUND, meta, || view! { <NotGood/> })
}

async fn render(cx: &Cx, status: StatusCode, code: &str, typed: Typed) -> PageResult<Response> {
    let title = cx.t(t::MEMBERS_JOIN_TITLE);
    let invited = match service::members::invited(cx.shop(), cx.locale(), code).await {
        Ok(invited) => invited,
        Err(service::Error::NotFound) => return Ok(not_good(cx)),
        Err(error) => return Err(error.into()),
    };
    let action = cx.url(&AccountJoin::new(code));
    Ok(cx.page_with(status, Meta::private(title), || {
        view! { <JoinPage action invited typed/> }
    }))
}

/// That the link is not good.
#[component]
fn NotGood() -> Html {
    let cx = Cx::here();
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::MEMBERS_JOIN_TITLE)}</h1>
            <p class="c-notice c-notice--warn" id="notice" role="alert" data-testid="link-over">{cx.t(t::MEMBERS_JOIN_OVER)}</p>
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
    /// What was typed.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let role = cx.t(role_text(invited.role));
    let text = cx.tv(t::members_join_text(invited.cooperative.text.clone(), role));
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::MEMBERS_JOIN_TITLE)}</h1>
            <p class="c-lead" data-testid="invited">{text}</p>
            <form class="c-card c-form" method="post" action=action novalidate data-testid="join">
                <FormKey/>
                <FormKey name=CODE_KEY/>
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
                    hint=cx.t(t::MEMBERS_JOIN_PHONE)
                    value=typed.phone
                    error=typed.errors.of("phone")
                    kind="tel"
                    inputmode="tel"
                    autocomplete="tel"
                    is_ltr=true
                    maxlength=30
                />
                <p><button class="c-button c-button--primary c-button--block">{cx.t(t::MEMBERS_JOIN)}</button></p>
            </form>
        </div>
    }
    .into_html()
}
