//! Saying no to what a cooperative would send in place of what was ordered.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, OrderCode, OrderLineId};
use l10n::{format, t};
use leptos::prelude::*;
use service::orders::OrderView;

use super::page::{NotDone, goods_name};
use super::{access, page};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::routes::{Named, Order, OrderDecline};
use crate::ui::{Hidden, Html, IntoHtml};

/// Says no; whoever has not opened the order is told that it is not there.
pub async fn decline(cx: Cx, Named(code): Named<OrderCode>, form: Form) -> PageResult<Response> {
    let access = access(&cx, &code).ok_or(ErrorCode::NotFound)?;
    let line = form.get("line").parse().map_err(|_| ErrorCode::NotFound)?;
    match service::orders::decline(&shop_for(&cx, &form)?, &access, OrderLineId(line)).await {
        Ok(()) => Ok(cx.see(&format!("{}?declined=1", cx.url(&Order::new(&code.to_string()))))),
        Err(service::Error::Refused(refusal)) => {
            let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::CONFLICT);
            let place = cx.standing_at(&Order::new(&code.to_string()));
            page::render(&place, status, &access, NotDone::refused(refusal)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// A question for each line that takes another's place, with what its answer changes: works without script.
#[component]
pub(super) fn Decline(
    /// The order's code.
    code: OrderCode,
    /// One cooperative's part of it.
    order: OrderView,
) -> Html {
    let cx = Cx::here();
    if !order.may_decline {
        return Html::new("");
    }
    let action = cx.url(&OrderDecline::new(&code.to_string()));
    let sent = order.lines.iter().filter(|line| line.quantity.amount() > 0).count();
    order
        .lines
        .iter()
        .filter(|line| line.replaces.is_some() && line.quantity.amount() > 0)
        .map(|line| {
            let old = order.lines.iter().find(|old| Some(old.id) == line.replaces);
            let old = old.map(|old| goods_name(&cx, old)).unwrap_or_default();
            // Freight is paid for a parcel: without one it is not due either.
            let (less, all) = if sent == 1 {
                let all = view! { <p>{cx.t(t::REPLACE_DECLINE_ALL)}</p> };
                (order.total, Some(all))
            } else {
                (line.total, None)
            };
            let less = format::money(cx.locale(), less);
            view! {
                <section class="c-card c-stack" data-testid="replacement">
                    <p>{cx.tv(t::replace_told(goods_name(&cx, line), old))}</p>
                    <details>
                        <summary>{cx.t(t::REPLACE_DECLINE)}</summary>
                        <form class="c-form" method="post" action=action.clone() data-testid="decline">
                            <FormKey/>
                            <Hidden name="line" value=line.id.to_string()/>
                            <p>{cx.tv(t::replace_decline_text(less))}</p>
                            {all}
                            <p><button class="c-button c-button--danger">{cx.t(t::REPLACE_DECLINE_CONFIRM)}</button></p>
                        </form>
                    </details>
                </section>
            }
        })
        .collect_view()
        .into_html()
}
