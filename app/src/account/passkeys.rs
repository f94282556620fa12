//! One's own passkeys, named for people by what the device asks for: fingerprint or face.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, FieldCode, PasskeyId, PasskeyPurpose};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::identity::passkeys::{self, MOST, NewPasskey, PasskeyView};
use service::identity::require_fresh;

use super::passkey::{ANSWER, PasskeyButton, place};
use super::sign_in::agent;
use super::{fresh_first, session_cookie, sign_in_first};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::page::Meta;
use crate::query::with_query;
use crate::routes::{Account, AccountConfirm, AccountPasskeys};
use crate::ui::{Html, IntoHtml, Moment, TextField};

/// The button that gives a passkey its new name; the name is in the field of this name and the passkey's number.
const RENAME: &str = "rename";
/// The button that takes one away.
const REMOVE: &str = "remove";
const NAME: &str = "name";
/// Longer names are an error, not cut.
const FIELD_LENGTH: u32 = 120;

/// What was typed and could not be done.
#[derive(Clone, Debug, Default)]
struct NotDone {
    /// The passkey whose name was typed; none for a new one.
    of: Option<PasskeyId>,
    name: String,
    errors: FieldErrors,
}

/// The list.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, NotDone::default()).await
}

/// Adds one, gives one another name, or takes one away.
pub async fn save(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let numbered = |name| form.get(name).parse().map(PasskeyId).ok();
    let saved = if let Some(id) = numbered(REMOVE) {
        remove(&cx, &form, id).await?
    } else if let Some(id) = numbered(RENAME) {
        rename(&cx, &form, id).await?
    } else if form.iter().any(|(name, _)| name == ANSWER) {
        add(&cx, &form).await?
    } else {
        return Err(ErrorCode::NotFound.into());
    };
    match saved {
        Saved::Done(word) => Ok(cx.see(&with_query(cx.url(&AccountPasskeys::new()), &[("done", word)]))),
        Saved::Asks(page) => Ok(page),
        Saved::Not(not_done) => render(&cx, StatusCode::UNPROCESSABLE_ENTITY, not_done).await,
    }
}

/// What became of a form.
enum Saved {
    /// It was done; the next page says so by this word.
    Done(&'static str),
    /// Who one is is asked first.
    Asks(Response),
    Not(NotDone),
}

const ADDED: &str = "added";
const RENAMED: &str = "renamed";
const REMOVED: &str = "removed";

async fn add(cx: &Cx, form: &Form) -> PageResult<Saved> {
    let place = place(cx).ok_or(ErrorCode::NotFound)?;
    let fresh = match fresh_first(cx, form).await? {
        Ok(fresh) => fresh,
        Err(asking) => return Ok(Saved::Asks(asking)),
    };
    let new = NewPasskey {
        answer: form.get(ANSWER),
        name: form.get(NAME),
        agent: agent(cx),
        locale: cx.locale(),
    };
    match passkeys::add(cx.shop(), &place, session_cookie(cx), fresh, new).await {
        Ok(()) => Ok(Saved::Done(ADDED)),
        Err(service::Error::Fields(errors)) => Ok(Saved::Not(NotDone {
            of: None,
            name: form.get(NAME).to_owned(),
            errors,
        })),
        Err(error) => Err(error.into()),
    }
}

async fn rename(cx: &Cx, form: &Form, id: PasskeyId) -> PageResult<Saved> {
    let name = form.get(&name_field(id)).to_owned();
    match passkeys::rename(cx.shop(), session_cookie(cx), id, &name).await {
        Ok(()) => Ok(Saved::Done(RENAMED)),
        Err(service::Error::Fields(errors)) => Ok(Saved::Not(NotDone {
            of: Some(id),
            name,
            errors,
        })),
        Err(error) => Err(error.into()),
    }
}

async fn remove(cx: &Cx, form: &Form, id: PasskeyId) -> PageResult<Saved> {
    match fresh_first(cx, form).await? {
        Ok(fresh) => {
            passkeys::remove(cx.shop(), session_cookie(cx), fresh, id).await?;
            Ok(Saved::Done(REMOVED))
        }
        Err(asking) => Ok(Saved::Asks(asking)),
    }
}

fn name_field(id: PasskeyId) -> String {
    format!("{NAME}-{id}")
}

async fn render(cx: &Cx, status: StatusCode, not_done: NotDone) -> PageResult<Response> {
    let list = passkeys::list(cx.shop(), session_cookie(cx)).await?;
    let is_fresh = require_fresh(cx.shop(), session_cookie(cx)).await?.is_some();
    Ok(cx.page_with(status, Meta::private(cx.t(t::PASSKEY_TITLE)), || {
        view! { <PasskeysPage list is_fresh not_done/> }
    }))
}

/// What is set up, and setting up this device.
#[component]
fn PasskeysPage(
    /// The passkeys.
    list: Vec<PasskeyView>,
    /// Whether one showed just now who one is.
    is_fresh: bool,
    /// What could not be done.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let done: Option<Text> = match cx.query().strip_prefix("done=") {
        Some(ADDED) => Some(t::PASSKEY_IS_ADDED),
        Some(RENAMED) => Some(t::PASSKEY_IS_RENAMED),
        Some(REMOVED) => Some(t::PASSKEY_IS_REMOVED),
        _ => None,
    };
    let done = done.map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let failed = not_done.errors.of(ANSWER).map(|code| {
        let text = match code {
            FieldCode::TooMuch => most(&cx),
            _ => cx.t(t::PASSKEY_ADD_FAILED),
        };
        view! { <div class="c-notice c-notice--error" id="notice" role="alert" data-testid="not-added"><p>{text}</p></div> }
    });
    let is_full = list.len() >= MOST;
    let none = list
        .is_empty()
        .then(|| view! { <p class="c-empty">{cx.t(t::PASSKEY_NONE)}</p> });
    let of_new = if not_done.of.is_none() {
        not_done.clone()
    } else {
        NotDone::default()
    };
    let rows = list
        .into_iter()
        .map(|passkey| {
            let own = not_done.of == Some(passkey.id);
            let not_done = own.then(|| not_done.clone());
            view! { <Passkey passkey not_done/> }
        })
        .collect_view();
    view! {
        <div class="c-page c-stack">
            <h1 class="c-title">{cx.t(t::PASSKEY_TITLE)}</h1>
            <p class="c-lead">{cx.t(t::PASSKEY_TEXT)}</p>
            {done}
            {failed}
            <section class="c-card c-stack">
                <h2 class="c-card__title">{cx.t(t::PASSKEY_MANAGE)}</h2>
                {none}
                <ul class="c-list">{rows}</ul>
            </section>
            <Adding is_fresh is_full not_done=of_new/>
            <p><a class="c-link" href=cx.url(&Account::new())>{cx.t(t::ACCOUNT_TITLE)}</a></p>
        </div>
    }
    .into_html()
}

fn most(cx: &Cx) -> String {
    cx.t(t::passkey_most(MOST.to_string()))
}

/// One of them, and what can be done with it.
#[component]
fn Passkey(
    /// The passkey.
    passkey: PasskeyView,
    /// The name that was typed, when it could not be taken.
    not_done: Option<NotDone>,
) -> Html {
    let cx = Cx::here();
    let id = passkey.id.to_string();
    let shown = if passkey.name.is_empty() {
        cx.t(t::ACCOUNT_SESSION_UNKNOWN)
    } else {
        passkey.name.clone()
    };
    let used = match passkey.used {
        Some(at) => view! { <small class="c-muted">{cx.t(t::PASSKEY_USED)}": "<Moment at/></small> }.into_html(),
        None => view! { <small class="c-muted">{cx.t(t::PASSKEY_UNUSED)}</small> }.into_html(),
    };
    let is_open = not_done.is_some();
    let NotDone { name, errors, .. } = not_done.unwrap_or(NotDone {
        name: passkey.name,
        ..NotDone::default()
    });
    view! {
        <li class="c-list__item" data-testid="passkey">
            <div class="c-stack">
                <span class="c-line__body">
                    <bdi>{shown}</bdi><br/>
                    <small class="c-muted">{cx.t(t::PASSKEY_ADDED)}": "<Moment at=passkey.added/></small><br/>
                    {used}
                </span>
                <details class="c-stack" open=is_open>
                    <summary>{cx.t(t::PASSKEY_CHANGE)}</summary>
                    <form class="c-form" method="post" action=cx.url(&AccountPasskeys::new()) novalidate>
                        <TextField
                            name=name_field(passkey.id)
                            label=cx.t(t::PASSKEY_NAME)
                            value=name
                            error=errors.of(NAME)
                            maxlength=FIELD_LENGTH
                        />
                        <p><button class="c-button" name=RENAME value=id.clone()>{cx.t(t::PASSKEY_RENAME)}</button></p>
                    </form>
                    <form class="c-form" method="post" action=cx.url(&AccountPasskeys::new())>
                        <p class="c-muted">{cx.t(t::PASSKEY_REMOVE_TEXT)}</p>
                        <p><button class="c-button c-button--quiet" name=REMOVE value=id>{cx.t(t::PASSKEY_REMOVE)}</button></p>
                    </form>
                </details>
            </div>
        </li>
    }
    .into_html()
}

/// Setting up the device in one's hand.
#[component]
fn Adding(
    /// Whether one showed just now who one is; else that comes first.
    is_fresh: bool,
    /// Whether there are as many as one may have.
    is_full: bool,
    /// What was typed and could not be taken.
    not_done: NotDone,
) -> Html {
    let cx = Cx::here();
    let here = cx.url(&AccountPasskeys::new());
    let rest = if is_full {
        view! { <p>{most(&cx)}</p> }.into_html()
    } else if place(&cx).is_none() {
        view! { <p>{cx.t(t::PASSKEY_NOT_HERE)}</p> }.into_html()
    } else if is_fresh {
        view! {
            <form class="c-form" method="post" action=here novalidate data-testid="add-passkey">
                <TextField
                    name=NAME
                    label=cx.t(t::PASSKEY_NAME)
                    hint=cx.t(t::PASSKEY_NAME_HINT)
                    value=not_done.name
                    error=not_done.errors.of(NAME)
                    may_be_empty=true
                    maxlength=FIELD_LENGTH
                />
                <PasskeyButton
                    purpose=PasskeyPurpose::Add
                    field=ANSWER
                    label=t::PASSKEY_ADD
                    not_here=Some(t::PASSKEY_NOT_HERE)
                />
            </form>
        }
        .into_html()
    } else {
        let first = with_query(cx.url(&AccountConfirm::new()), &[("next", &here)]);
        view! { <p><a class="c-button" href=first>{cx.t(t::PASSKEY_ADD)}</a></p> }.into_html()
    };
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::PASSKEY_ADD_TITLE)}</h2>
            <p class="c-muted">{cx.t(t::PASSKEY_ADD_TEXT)}</p>
            {rest}
        </section>
    }
    .into_html()
}
