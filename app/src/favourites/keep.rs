//! Putting a product on the list, and taking it off.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use domain::{ErrorCode, ProductId};
use service::favourites;

use super::page::render;
use crate::cookies;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::own_path::OwnPath;
use crate::routes::Favourites;
use crate::ui::HEART;

/// Does what the pressed button says, and goes back to where it stood: the page with the heart (`page`), or the list.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    let product = form
        .get("product")
        .parse()
        .map(ProductId)
        .map_err(|_| ErrorCode::NotFound)?;
    let back = OwnPath::parse(form.get("page")).map(|back| format!("{}#{HEART}-{product}", back.as_str()));
    let list = cx.url(&Favourites::new());
    let cookie = cookies::read(cx.headers(), cookies::FAVOURITES);
    if form.get("keep") != "1" {
        if let Some(cookie) = cookie {
            favourites::take_off(cx.shop(), cookie, product).await?;
        }
        let place = back.unwrap_or_else(|| format!("{list}?off={product}"));
        return Ok(cx.see(&place));
    }
    let token = match favourites::keep(cx.shop(), cx.network(), cx.locale(), cookie, product).await {
        Ok(token) => token,
        Err(service::Error::Refused(ErrorCode::TooLarge)) => {
            return render(&cx.standing_at(&Favourites::new()), StatusCode::CONFLICT, true).await;
        }
        Err(error) => return Err(error.into()),
    };
    let mut response = cx.see(&back.unwrap_or(list));
    if let Ok(cookie) = HeaderValue::from_str(&favourites::cookie(&token)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
