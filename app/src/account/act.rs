//! Choosing what one works for.

use axum::response::Response;
use domain::{ErrorCode, MembershipId};

use super::{session_cookie, sign_in_first, work_of};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::routes::CentreSupport;

/// Works for the membership of the form from now on, or no longer for another's cooperative; then goes to that work.
pub async fn choose(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    if form.get("support") == "end" {
        service::members::end_support(cx.shop(), session_cookie(&cx)).await?;
        return Ok(cx.see(&cx.url(&CentreSupport::new())));
    }
    let membership = form
        .get("membership")
        .parse()
        .map(MembershipId)
        .map_err(|_| ErrorCode::NotFound)?;
    let actor = service::identity::act_by(cx.shop(), session_cookie(&cx), membership).await?;
    Ok(cx.see(&work_of(&cx, actor)))
}
