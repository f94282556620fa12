//! Signing out.

use axum::http::header;
use axum::response::Response;

use super::session_cookie;
use crate::cookies;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::Home;

/// Ends the session, here and in the database. The orders opened in this browser close as well: the next one who takes
/// the phone is somebody else.
pub async fn sign_out(cx: Cx) -> PageResult<Response> {
    service::identity::sign_out(cx.shop(), session_cookie(&cx)).await?;
    let mut response = cx.see(&cx.url(&Home::new()));
    for name in [cookies::SESSION, cookies::ORDERS] {
        if let Some(cookie) = cookies::clear(name) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    Ok(response)
}
