//! Signing out.

use axum::http::header;
use axum::response::Response;

use crate::cookies;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::Home;

/// Ends the session, here and in the database.
pub async fn sign_out(cx: Cx) -> PageResult<Response> {
    if let Some(token) = cookies::read(cx.headers(), cookies::SESSION) {
        service::identity::sign_out(cx.shop(), token).await?;
    }
    let mut response = cx.see(&cx.url(&Home::new()));
    if let Some(cookie) = cookies::clear(cookies::SESSION) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
