//! Placing the order.

use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::{ErrorCode, OrderCode};
use service::cart::CartHandle;
use service::checkout::{CheckoutForm, Placed, Placer, Rejected};

use super::page::render;
use crate::cart::{CartProblem, refused_page};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::orders::remember;
use crate::routes::Order;

/// Places the order of the form, or shows it again. The button `refresh` only works out freight and stations.
pub async fn place(cx: Cx, form: Form) -> PageResult<Response> {
    let Some(cart) = cx.cart() else {
        return refused_page(&cx, Vec::new(), CartProblem::new(ErrorCode::CartEmpty)).await;
    };
    let township = form.get("township").to_owned();
    let sent = read(&form);
    if !form.get("refresh").is_empty() {
        return again(&cx, cart, sent, Rejected::default(), township).await;
    }
    let placer = Placer {
        network: cx.network().clone(),
        is_member: cx.actor().user().is_some(),
    };
    match service::checkout::place_for(cx.shop(), cx.locale(), cart, &sent, &placer).await? {
        Placed::Order { code } => Ok(placed(&cx, &code)),
        Placed::Again(rejected) => again(&cx, cart, sent, *rejected, township).await,
    }
}

/// The form as it was typed. Prices, totals and anything else a form might carry are not looked at.
fn read(form: &Form) -> CheckoutForm {
    let field = |name: &str| form.get(name).to_owned();
    CheckoutForm {
        name: field("name"),
        phone: field("phone"),
        delivery: field("delivery"),
        province: field("province"),
        city: field("city"),
        district: field("district"),
        street: field("street"),
        station: field("station"),
        payment: field("payment"),
        note: field("note"),
        key: field("key"),
        quote: field("quote"),
    }
}

/// To the order's page, which this browser may see from now on.
fn placed(cx: &Cx, code: &OrderCode) -> Response {
    let mut response = cx.see(&format!("{}?placed=1", cx.url(&Order::new(&code.to_string()))));
    if let Some(cookie) = remember(cx, code) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The page again, with everything typed.
async fn again(
    cx: &Cx,
    cart: CartHandle,
    sent: CheckoutForm,
    rejected: Rejected,
    township: String,
) -> PageResult<Response> {
    let status = status_of(&rejected);
    let refused = rejected.refused;
    match service::checkout::reopen(cx.shop(), cx.locale(), cart, sent, rejected).await {
        Ok(view) => Ok(render(cx, status, view, township)),
        // The cart has become an order, or was emptied in another window: there is no form left to show.
        Err(service::Error::Refused(ErrorCode::CartEmpty)) => {
            refused_page(
                cx,
                Vec::new(),
                CartProblem::new(refused.unwrap_or(ErrorCode::CartEmpty)),
            )
            .await
        }
        Err(error) => Err(error.into()),
    }
}

fn status_of(rejected: &Rejected) -> StatusCode {
    match rejected.refused {
        Some(code) => StatusCode::from_u16(code.status()).unwrap_or(StatusCode::CONFLICT),
        None if !rejected.errors.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        None if !rejected.changes.is_empty() => StatusCode::CONFLICT,
        None => StatusCode::OK,
    }
}

#[cfg(test)]
mod tests {
    use domain::FieldCode;
    use service::FieldErrors;
    use service::checkout::Change;

    use super::*;

    #[test]
    fn the_status_says_whether_the_form_or_the_shop_is_the_reason() {
        let wrong = Rejected {
            errors: FieldErrors::one("name", FieldCode::Required),
            ..Rejected::default()
        };
        assert_eq!(status_of(&wrong), StatusCode::UNPROCESSABLE_ENTITY);
        let changed = Rejected {
            changes: vec![Change::Cart],
            ..Rejected::default()
        };
        assert_eq!(status_of(&changed), StatusCode::CONFLICT);
        let refused = |code| Rejected {
            refused: Some(code),
            ..Rejected::default()
        };
        assert_eq!(status_of(&refused(ErrorCode::SoldOut)), StatusCode::CONFLICT);
        assert_eq!(
            status_of(&refused(ErrorCode::IdempotencyMismatch)),
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(status_of(&Rejected::default()), StatusCode::OK);
    }
}
