//! Cancelling an order.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, OrderCode};
use l10n::{Message, format, t};
use leptos::prelude::*;
use service::orders::OrderGroupView;

use super::page::NotDone;
use super::{access, page};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::routes::{Named, Order, OrderCancel};
use crate::ui::{Html, IntoHtml};

/// Cancels the whole order group; whoever has not opened it is told that it is not there.
pub async fn cancel(cx: Cx, Named(code): Named<OrderCode>, form: Form) -> PageResult<Response> {
    let access = access(&cx, &code).ok_or(ErrorCode::NotFound)?;
    match service::orders::cancel(&shop_for(&cx, &form)?, &access).await {
        Ok(()) => Ok(cx.see(&format!("{}?canceled=1", cx.url(&Order::new(&code.to_string()))))),
        Err(service::Error::Refused(refusal)) => {
            let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::CONFLICT);
            let place = cx.standing_at(&Order::new(&code.to_string()));
            page::render(&place, status, &access, NotDone::refused(refusal)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Cancelling, with the question before it: works without script. Where a part has come or is off already, it says of whom the
/// rest is.
#[component]
pub(super) fn CancelOrder(
    /// The order group.
    group: OrderGroupView,
) -> Html {
    let cx = Cx::here();
    if !group.can_cancel {
        return Html::new("");
    }
    let left = group.orders.iter().filter(|order| !order.status.is_terminal());
    let left: Vec<&str> = left.map(|order| order.cooperative.text.as_str()).collect();
    let (title, question, confirm): (_, Message<'static>, _) = if left.len() == group.orders.len() {
        (t::ORDERS_CANCEL, t::ORDERS_CANCEL_TEXT.into(), t::ORDERS_CANCEL_CONFIRM)
    } else {
        let of = format::list_and(cx.locale(), &left);
        (
            t::ORDERS_CANCEL_REST,
            t::orders_cancel_rest_text(of),
            t::ORDERS_CANCEL_REST_CONFIRM,
        )
    };
    let action = cx.url(&OrderCancel::new(&group.code.to_string()));
    view! {
        <details class="c-card" data-testid="cancel">
            <summary>{cx.t(title)}</summary>
            <form class="c-form" method="post" action=action data-testid="cancel-form">
                <FormKey/>
                <p>{cx.tv(question)}</p>
                <p><button class="c-button c-button--danger">{cx.t(confirm)}</button></p>
            </form>
        </details>
    }
    .into_html()
}
