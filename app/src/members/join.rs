//! Becoming a member by a link: who one is, and then the code that shows it. Only with the code, or signed in, is the link
//! taken; a number typed wrong is corrected on the same page.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{CooperativeId, IdempotencyKey, Subject};
use service::members::{self, Guest};

use super::guest::{ASKING, asking_for_code, forgetting, sent_to};
use super::join_page::{Own, Typed, not_good, page};
use crate::account::{Step, guesser, session_cookie, sign_in_by, sign_in_first, with_session};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::query::value_of;
use crate::routes::{AccountJoin, Studio};

/// What one is invited to.
pub async fn show(cx: Cx, Path((_, link)): Path<(String, String)>) -> PageResult<Response> {
    if members::came_by(cx.shop(), cx.actor(), &link).await? {
        return Ok(through(&cx));
    }
    let typed = if value_of(cx.query(), ASKING) == Step::CODE {
        sent_to(&cx, &link)
    } else {
        Typed::default()
    };
    render(&cx, StatusCode::OK, &link, typed).await
}

/// Sends a code; or takes the link with it, or as who is signed in.
pub async fn take(cx: Cx, Path((_, link)): Path<(String, String)>, form: Form) -> PageResult<Response> {
    // Sent again after it was done: "Back", or a tap too many.
    if members::came_by(cx.shop(), cx.actor(), &link).await? {
        return Ok(through(&cx));
    }
    match form.get("command") {
        "own" => by_session(&cx, &link, &form).await,
        "join" => by_code(&cx, &link, &form).await,
        _ => send_code(&cx, &link, &form).await,
    }
}

/// To the work: what was typed to come in is not needed any more.
fn through(cx: &Cx) -> Response {
    forgetting(cx.see(&cx.url(&Studio::new())))
}

fn guest<'f>(link: &'f str, form: &'f Form) -> Guest<'f> {
    Guest {
        link,
        name: form.get("name"),
        form: IdempotencyKey::parse(form.get("key")).ok(),
    }
}

fn typed(form: &Form) -> Typed {
    Typed {
        phone: form.get("phone").to_owned(),
        name: form.get("name").to_owned(),
        step: Step::of(form),
        ..Typed::default()
    }
}

async fn send_code(cx: &Cx, link: &str, form: &Form) -> PageResult<Response> {
    let sent = members::send_join_code(cx.shop(), guest(link, form), form.get("phone"), &guesser(cx)).await;
    if let Err(error) = sent {
        return not_done(cx, link, typed(form), error).await;
    }
    Ok(asking_for_code(cx, link, form))
}

async fn by_code(cx: &Cx, link: &str, form: &Form) -> PageResult<Response> {
    match members::join(cx.shop(), guest(link, form), &sign_in_by(cx, form)).await {
        Ok(signed_in) => Ok(with_session(through(cx), &signed_in)),
        Err(error) => not_done(cx, link, typed(form), error).await,
    }
}

async fn by_session(cx: &Cx, link: &str, form: &Form) -> PageResult<Response> {
    // Their session has ended since the page was shown.
    if let Some(sign_in) = sign_in_first(cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(cx, form)?;
    match members::join_as(&shop, cx.actor(), session_cookie(cx), link).await {
        Ok(()) => Ok(through(cx)),
        Err(service::Error::NotFound) => {
            render(&standing(cx, link), StatusCode::NOT_FOUND, link, Typed::default()).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The page once more, with what was typed and why it was not done.
async fn not_done(cx: &Cx, link: &str, typed: Typed, why: service::Error) -> PageResult<Response> {
    let (status, typed) = match why {
        service::Error::Fields(errors) => (StatusCode::UNPROCESSABLE_ENTITY, Typed { errors, ..typed }),
        service::Error::TooMany { seconds } => {
            let wait = Some(seconds);
            (StatusCode::TOO_MANY_REQUESTS, Typed { wait, ..typed })
        }
        // Somebody else was faster, it was taken back or is too old.
        service::Error::NotFound => (StatusCode::NOT_FOUND, typed),
        error => return Err(error.into()),
    };
    render(&standing(cx, link), status, link, typed).await
}

/// The answer to a form stands at the page it came from.
fn standing(cx: &Cx, link: &str) -> Cx {
    cx.standing_at(&AccountJoin::new(link))
}

async fn render(cx: &Cx, status: StatusCode, link: &str, typed: Typed) -> PageResult<Response> {
    match members::invited(cx.shop(), cx.locale(), link).await {
        Ok(invited) => {
            let own = own(cx, invited.id).await?;
            Ok(page(cx, status, link, invited, own, typed))
        }
        Err(service::Error::NotFound) => Ok(not_good(cx, typed)),
        Err(error) => Err(error.into()),
    }
}

/// Who is signed in, and may come in as themselves.
async fn own(cx: &Cx, cooperative: CooperativeId) -> PageResult<Option<Own>> {
    if cx.actor().user().is_none() || matches!(cx.actor(), domain::Actor::Support { .. }) {
        return Ok(None);
    }
    let account = service::identity::account(cx.shop(), session_cookie(cx)).await?;
    let subject = Subject::Cooperative(cooperative);
    let membership = account.memberships.iter().find(|(_, held)| held.subject() == subject);
    Ok(Some(Own {
        role: membership.map(|(_, held)| held.role()),
        name: account.name,
        phone: account.phone,
    }))
}
