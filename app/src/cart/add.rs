//! Putting something into the cart.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::{ErrorCode, IdempotencyKey, OfferId, Quantity};

use super::page::{CartProblem, refused_page};
use crate::catalog::{self, NotAdded};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::own_path::OwnPath;
use crate::routes::Cart;

/// Adds `quantity` of `offer`, then goes back to where the form stood (`back`), or to the cart. A quantity that cannot be
/// ordered is shown where it was typed, on the product's page.
pub async fn add(cx: Cx, form: Form) -> PageResult<Response> {
    let offer = form
        .get("offer")
        .parse()
        .map(OfferId)
        .map_err(|_| ErrorCode::NotFound)?;
    let back = OwnPath::parse(form.get("back"));
    let quantity = catalog::amount_of(&form, offer);
    service::cart::count_new(cx.shop(), cx.network(), cx.cart()).await?;
    // A script that could not read the answer sends the form itself, with the key it had used.
    let added = match IdempotencyKey::parse(form.get("key")) {
        Ok(key) => service::cart::add_once(cx.shop(), cx.cart(), offer, quantity, key).await,
        Err(_) => service::cart::add(cx.shop(), cx.cart(), offer, quantity).await,
    };
    let added = match added {
        Ok(added) => added,
        Err(error) => {
            let typed = NotAdded {
                offer,
                quantity: quantity.to_owned(),
                held: Quantity(0),
            };
            if let Some(page) = catalog::refused_page(&cx, back.as_ref(), typed, &error).await? {
                return Ok(page);
            }
            let problem = CartProblem::of(&error).ok_or(error)?.adding(back);
            return refused_page(&cx, Vec::new(), problem).await;
        }
    };
    let place = match back {
        // Where the form stood, which says so.
        Some(back) => back.with("added", offer, "added"),
        None => format!("{}?added={offer}", cx.url(&Cart::new())),
    };
    let mut response = cx.see(&place);
    if let Some(cookie) = added
        .token
        .and_then(|token| HeaderValue::from_str(&service::cart::cookie(&token)).ok())
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
