//! The checkout as it is first seen.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{DeliveryMethod, ErrorCode, PaymentMethod};
use service::checkout::CheckoutForm;

use super::page::render;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::Cart;

/// A fresh form; without anything to order, the cart.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let Some(cart) = cx.cart() else {
        return Ok(cx.see(&cx.url(&Cart::new())));
    };
    // Most buyers of the district collect at a station and pay there.
    let form = CheckoutForm {
        delivery: DeliveryMethod::Station.as_str().to_owned(),
        payment: PaymentMethod::CashAtStation.as_str().to_owned(),
        ..CheckoutForm::default()
    };
    match service::checkout::open(cx.shop(), cx.locale(), cart, form).await {
        Ok(view) => Ok(render(&cx, StatusCode::OK, view, String::new())),
        Err(service::Error::Refused(ErrorCode::CartEmpty)) => Ok(cx.see(&cx.url(&Cart::new()))),
        Err(error) => Err(error.into()),
    }
}
