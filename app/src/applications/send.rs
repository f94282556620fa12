//! Writing it: first the code goes to the phone, then the application with it. What is typed stays until it is sent.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, IdempotencyKey};
use service::applications::{self, ApplicationForm};

use super::page::{Typed, page};
use crate::account::{Step, guesser};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::routes::Application;

/// The form.
pub async fn show(cx: Cx) -> PageResult<Response> {
    Ok(page(&cx, StatusCode::OK, Typed::default()))
}

/// Sends a code; or takes the application with it.
pub async fn take(cx: Cx, form: Form) -> PageResult<Response> {
    let mut typed = Typed {
        form: ApplicationForm {
            name: form.get("name").to_owned(),
            township: form.get("township").to_owned(),
            person: form.get("person").to_owned(),
            phone: form.get("phone").to_owned(),
            goods: form.get("goods").to_owned(),
            about: form.get("about").to_owned(),
        },
        step: Step::of(&form),
        ..Typed::default()
    };
    let (shop, guesser) = (cx.shop(), guesser(&cx));
    let why = if form.get("command") == "send" {
        let shop = shop_for(&cx, &form)?;
        match applications::send(&shop, cx.locale(), &typed.form, form.get("code"), &guesser).await {
            Ok(address) => return Ok(cx.see(&format!("{}?sent=1", cx.url(&Application::new(&address))))),
            Err(error) => error,
        }
    } else {
        let key = IdempotencyKey::parse(form.get("key")).ok();
        match applications::send_code(shop, cx.locale(), &typed.form, key, &guesser).await {
            Ok(()) => {
                typed.step = Step::Code;
                typed.is_sent = true;
                return Ok(page(&cx, StatusCode::OK, typed));
            }
            Err(error) => error,
        }
    };
    let status = match why {
        service::Error::Fields(errors) => {
            typed.errors = errors;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        // "Back", and something else typed: what came first stands, and this is another application, with a key of its own.
        service::Error::Refused(ErrorCode::IdempotencyMismatch) => {
            typed.step = Step::Number;
            typed.was_taken = true;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        service::Error::TooMany { seconds } => {
            typed.wait = Some(seconds);
            StatusCode::TOO_MANY_REQUESTS
        }
        error => return Err(error.into()),
    };
    Ok(page(&cx, status, typed))
}
