//! Ending sessions.

use axum::response::Response;

use super::{session_cookie, sign_in_first};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::routes::Account;

/// Ends the session of the form's `end`, or all but this one (`others`).
pub async fn end(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let cookie = session_cookie(&cx);
    match form.get("end") {
        "others" => service::identity::end_other_sessions(cx.shop(), cookie).await?,
        handle => service::identity::end_session(cx.shop(), cookie, handle).await?,
    }
    Ok(cx.see(&format!("{}?ended=1", cx.url(&Account::new()))))
}
