//! One's own account.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{Actor, FieldCode, Membership};
use l10n::{Text, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::identity::{Account as Own, SessionView};

use super::page::{WaitNotice, waiting};
use super::{areas_of, session_cookie, sign_in_first};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::membership_words::{MembershipText, is_acting};
use crate::page::Meta;
use crate::routes::{AccountAct, AccountPasskeys, AccountPassword, AccountSessions, SignOut};
use crate::sent_form::{NEW_PASSWORD, OLD_PASSWORD};
use crate::ui::{Html, IntoHtml, Moment, PhoneLink, TextField};

/// Why the password was not changed.
#[derive(Clone, Debug, Default)]
pub(super) struct NotChanged {
    /// Fields that are not right.
    pub errors: FieldErrors,
    /// After how many seconds it may be tried again, when there were too many tries.
    pub wait: Option<u32>,
}

/// The account.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, NotChanged::default()).await
}

pub(super) async fn render(cx: &Cx, status: StatusCode, not_changed: NotChanged) -> PageResult<Response> {
    let own = service::identity::account(cx.shop(), session_cookie(cx)).await?;
    let wait = not_changed.wait;
    let response = cx.page_with(status, Meta::private(cx.t(t::ACCOUNT_TITLE)), || {
        view! { <AccountPage own not_changed/> }
    });
    Ok(waiting(response, wait))
}

/// Who one is, what one works for, where one is signed in, the password.
#[component]
fn AccountPage(
    /// The account.
    own: Own,
    /// Why the password was not changed, when it was not.
    not_changed: NotChanged,
) -> Html {
    let cx = Cx::here();
    let done: Option<Text> = match cx.query() {
        "changed=1" => Some(t::ACCOUNT_PASSWORD_CHANGED),
        "ended=1" => Some(t::ACCOUNT_SESSION_ENDED),
        _ => None,
    };
    let done = done.map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    view! {
        <div class="c-page c-stack">
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::ACCOUNT_TITLE)}</h1>
                <form method="post" action=cx.url(&SignOut::new())>
                    <button class="c-button c-button--quiet">{cx.t(t::ACCOUNT_SIGN_OUT)}</button>
                </form>
            </div>
            {done}
            <WaitNotice wait=not_changed.wait/>
            <dl class="c-facts c-card">
                <div><dt>{cx.t(t::MEMBERS_NAME)}</dt><dd><bdi>{own.name.clone()}</bdi></dd></div>
                <div><dt>{cx.t(t::ACCOUNT_PHONE)}</dt><dd><PhoneLink number=own.phone.clone()/></dd></div>
            </dl>
            <Works acting=own.acting memberships=own.memberships.clone()/>
            <Sessions sessions=own.sessions.clone()/>
            <section class="c-card c-stack">
                <h2 class="c-card__title">{cx.t(t::PASSKEY_TITLE)}</h2>
                <p class="c-muted">{cx.t(t::PASSKEY_TEXT)}</p>
                <p><a class="c-button" href=cx.url(&AccountPasskeys::new())>{cx.t(t::PASSKEY_MANAGE)}</a></p>
            </section>
            <PasswordForm has_password=own.has_password asks_old=own.asks_old errors=not_changed.errors/>
        </div>
    }
    .into_html()
}

/// What one may work for; the present one with its work areas, the others with a button.
#[component]
fn Works(
    /// What this session acts by.
    acting: Actor,
    /// Everything one may act by.
    memberships: Vec<(domain::MembershipId, Membership)>,
) -> Html {
    let cx = Cx::here();
    let none = memberships
        .is_empty()
        .then(|| view! { <p class="c-empty">{cx.t(t::ACCOUNT_WORKS_NONE)}</p> });
    let areas = areas_of(&cx, acting)
        .into_iter()
        .map(|(url, text)| view! { <a class="c-button" href=url>{cx.t(text)}</a> })
        .collect_view();
    let rows = memberships
        .into_iter()
        .map(|(id, membership)| {
            let is_now = is_acting(acting, membership);
            let side = if is_now {
                view! { <span class="c-badge c-badge--good">{cx.t(t::ACCOUNT_WORKS_NOW)}</span> }.into_html()
            } else {
                view! {
                    <button class="c-button" name="membership" value=id.to_string()>{cx.t(t::ACCOUNT_WORKS_SWITCH)}</button>
                }
                .into_html()
            };
            view! {
                <li class="c-line" data-testid="membership" data-now=is_now.then_some("1")>
                    <span class="c-line__body"><MembershipText membership/></span>
                    <span class="c-line__side">{side}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::ACCOUNT_WORKS_TITLE)}</h2>
            {none}
            <form method="post" action=cx.url(&AccountAct::new()) data-testid="works"><ul class="c-list">{rows}</ul></form>
            <p class="c-actions">{areas}</p>
        </section>
    }
    .into_html()
}

/// Where one is signed in.
#[component]
fn Sessions(
    /// The sessions.
    sessions: Vec<SessionView>,
) -> Html {
    let cx = Cx::here();
    let others = (sessions.len() > 1).then(|| {
        view! {
            <p><button class="c-button" name="end" value="others">{cx.t(t::ACCOUNT_SESSIONS_END_OTHERS)}</button></p>
        }
    });
    let rows = sessions
        .into_iter()
        .map(|session| {
            let device = if session.device.is_empty() {
                cx.t(t::ACCOUNT_SESSION_UNKNOWN)
            } else {
                session.device
            };
            let side = if session.is_this {
                view! { <span class="c-badge c-badge--good">{cx.t(t::ACCOUNT_SESSION_THIS)}</span> }.into_html()
            } else {
                view! {
                    <button class="c-button c-button--quiet" name="end" value=session.handle>{cx.t(t::ACCOUNT_SESSION_END)}</button>
                }
                .into_html()
            };
            view! {
                <li class="c-line" data-testid="session">
                    <span class="c-line__body">
                        <bdi>{device}</bdi><br/>
                        <small class="c-muted">{cx.t(t::ACCOUNT_SESSION_SINCE)}": "<Moment at=session.since/></small><br/>
                        <small class="c-muted">{cx.t(t::ACCOUNT_SESSION_SEEN)}": "<Moment at=session.seen/></small>
                    </span>
                    <span class="c-line__side">{side}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <form class="c-card c-stack" method="post" action=cx.url(&AccountSessions::new()) data-testid="sessions">
            <h2 class="c-card__title">{cx.t(t::ACCOUNT_SESSIONS_TITLE)}</h2>
            <p class="c-muted">{cx.t(t::ACCOUNT_SESSIONS_TEXT)}</p>
            <ul class="c-list">{rows}</ul>
            {others}
        </form>
    }
    .into_html()
}

/// Changing the password, or setting the first one.
#[component]
fn PasswordForm(
    /// Whether there is one.
    has_password: bool,
    /// Whether the old one is asked for.
    asks_old: bool,
    /// Fields that are not right.
    errors: FieldErrors,
) -> Html {
    let cx = Cx::here();
    let text = if has_password {
        t::ACCOUNT_PASSWORD_OTHERS
    } else {
        t::ACCOUNT_PASSWORD_FIRST
    };
    let old_error = errors.of("old");
    let old_text = match old_error {
        Some(FieldCode::InvalidCode) => cx.t(t::ACCOUNT_PASSWORD_WRONG),
        _ => String::new(),
    };
    let old = asks_old.then(|| {
        view! {
            <TextField
                name=OLD_PASSWORD
                label=cx.t(t::ACCOUNT_PASSWORD_OLD)
                value=""
                error=old_error
                error_text=old_text
                kind="password"
                autocomplete="current-password"
                is_ltr=true
                maxlength=128
            />
        }
    });
    view! {
        <form class="c-card c-form" method="post" action=cx.url(&AccountPassword::new()) novalidate data-testid="password">
            <h2 class="c-card__title">{cx.t(t::ACCOUNT_PASSWORD)}</h2>
            <p class="c-muted">{cx.t(text)}</p>
            {old}
            <TextField
                name=NEW_PASSWORD
                label=cx.t(t::ACCOUNT_PASSWORD_NEW)
                hint=cx.t(t::ACCOUNT_PASSWORD_HINT)
                value=""
                error=errors.of("new")
                kind="password"
                autocomplete="new-password"
                is_ltr=true
                maxlength=128
            />
            <p><button class="c-button c-button--primary">{cx.t(t::ACCOUNT_PASSWORD_CHANGE)}</button></p>
        </form>
    }
    .into_html()
}
