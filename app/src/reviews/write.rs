//! Writing a review, changing it and taking it back.

use axum::http::StatusCode;
use axum::response::Response;
use domain::ErrorCode;
use service::reviews::{self, ReviewForm};

use super::Named;
use super::own::{NotDone, Place, render};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;

/// Does what the form asks for.
pub async fn take(cx: Cx, address: Named, form: Form) -> PageResult<Response> {
    let at = Place::of(&cx, address)?;
    let shop = shop_for(&cx, &form)?;
    if form.get("command") == "remove" {
        reviews::remove(&shop, &at.access, at.line).await?;
        return Ok(cx.see(&at.done(&cx, "removed")));
    }
    let typed = ReviewForm {
        stars: form.get("stars").to_owned(),
        text: form.get("text").to_owned(),
        name: form.get("name").to_owned(),
    };
    let network = cx.network();
    let error = match reviews::write(&shop, network, &at.access, at.line, cx.locale(), &typed).await {
        Ok(()) => return Ok(cx.see(&at.done(&cx, "sent"))),
        Err(error) => error,
    };
    let mut not_done = NotDone {
        typed: Some(typed),
        ..NotDone::default()
    };
    let status = match error {
        service::Error::Fields(errors) => {
            not_done.errors = errors;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        service::Error::TooMany { seconds } => {
            not_done.wait = Some(seconds);
            StatusCode::TOO_MANY_REQUESTS
        }
        service::Error::Refused(refused @ (ErrorCode::InvalidTransition | ErrorCode::OrderOver)) => {
            not_done.refused = Some(refused);
            StatusCode::CONFLICT
        }
        error => return Err(error.into()),
    };
    render(&cx, status, &at, not_done).await
}
