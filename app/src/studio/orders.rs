//! The cooperative's orders, newest first.

use axum::response::Response;
use domain::OrderStatus;
use l10n::{Text, t};
use leptos::prelude::*;
use service::studio::StudioOrder;

use super::frame::StudioFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::orders::PaymentBadge;
use crate::page::Meta;
use crate::routes::{StudioOrder as StudioOrderRoute, StudioOrders};
use crate::ui::{Amount, Html, IntoHtml, Moment, QuantityText, ShownName, Table};

/// Orders the use case gives at once; a full page has another one after it.
const PAGE: usize = 30;

/// A page of orders.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let page = page_of(cx.query());
    let orders = service::studio::orders(cx.shop(), cx.actor(), cx.locale(), page).await?;
    Ok(cx.page(Meta::private(cx.t(t::STUDIO_ORDERS_TITLE)), || {
        view! { <StudioOrdersPage orders page/> }
    }))
}

/// The page asked for, from 1; anything that is not one is the first.
fn page_of(query: &str) -> u32 {
    serde_urlencoded::from_str::<Vec<(String, String)>>(query)
        .unwrap_or_default()
        .into_iter()
        .find_map(|(name, value)| if name == "page" { value.parse().ok() } else { None })
        .unwrap_or(1)
        .clamp(1, 10_000)
}

/// The list and the way to older ones.
#[component]
fn StudioOrdersPage(
    /// Orders of this page.
    orders: Vec<StudioOrder>,
    /// Page, from 1.
    page: u32,
) -> Html {
    let cx = Cx::here();
    let at = |page: u32| format!("{}?page={page}", cx.url(&StudioOrders::new()));
    let previous = (page > 1).then(|| {
        view! { <a class="c-button" rel="prev" href=at(page - 1)>{cx.t(t::BUTTON_PREVIOUS_PAGE)}</a> }
    });
    let next = (orders.len() >= PAGE).then(|| {
        view! { <a class="c-button" rel="next" href=at(page + 1)>{cx.t(t::BUTTON_NEXT_PAGE)}</a> }
    });
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::STUDIO_ORDERS_TITLE)}</h1>
            <OrderTable orders/>
            <p class="c-actions">{previous}{next}</p>
        </StudioFrame>
    }
    .into_html()
}

/// Orders as rows; on phones as cards.
#[component]
pub(super) fn OrderTable(
    /// The orders.
    orders: Vec<StudioOrder>,
) -> Html {
    let cx = Cx::here();
    if orders.is_empty() {
        return view! { <p class="c-empty">{cx.t(t::STUDIO_ORDERS_EMPTY)}</p> }.into_html();
    }
    let heads = vec![
        t::STUDIO_ORDER_CODE,
        t::STUDIO_ORDER_PLACED,
        t::STUDIO_ORDER_CONTENTS,
        t::STUDIO_ORDER_AMOUNT,
        t::STUDIO_ORDER_STATUS,
        t::STUDIO_ORDER_PAYMENT,
    ];
    let rows = orders
        .into_iter()
        .map(|order| view! { <OrderRow order/> })
        .collect_view();
    view! {
        <Table heads>{rows}</Table>
    }
    .into_html()
}

/// One order.
#[component]
fn OrderRow(
    /// The order.
    order: StudioOrder,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&StudioOrderRoute::new(&order.id.to_string()));
    let contents = order
        .lines
        .into_iter()
        .map(|line| {
            view! { <li><ShownName shown=line.name/>" "<QuantityText quantity=line.quantity unit=line.unit/></li> }
        })
        .collect_view();
    view! {
        <tr data-testid="studio-order">
            <td data-label=cx.t(t::STUDIO_ORDER_CODE)>
                <a href=url><bdi dir="ltr" class="c-num" translate="no">{order.code.to_string()}</bdi></a>
            </td>
            <td data-label=cx.t(t::STUDIO_ORDER_PLACED)><Moment at=order.placed_at/></td>
            <td data-label=cx.t(t::STUDIO_ORDER_CONTENTS)><ul>{contents}</ul></td>
            <td data-label=cx.t(t::STUDIO_ORDER_AMOUNT)><Amount money=order.goods/></td>
            <td data-label=cx.t(t::STUDIO_ORDER_STATUS)><StatusBadge status=order.status/></td>
            <td data-label=cx.t(t::STUDIO_ORDER_PAYMENT)><PaymentBadge state=order.payment/></td>
        </tr>
    }
    .into_html()
}

/// Where an order stands.
#[component]
pub(super) fn StatusBadge(
    /// The status.
    status: OrderStatus,
) -> Html {
    let cx = Cx::here();
    let (text, class): (Text, _) = match status {
        OrderStatus::Placed => (t::STUDIO_STATUS_PLACED, "c-badge c-badge--warn"),
        OrderStatus::Accepted => (t::STUDIO_STATUS_ACCEPTED, "c-badge c-badge--good"),
        OrderStatus::Completed => (t::STUDIO_STATUS_COMPLETED, "c-badge c-badge--good"),
        OrderStatus::Canceled => (t::STUDIO_STATUS_CANCELED, "c-badge c-badge--quiet"),
        OrderStatus::Expired => (t::STUDIO_STATUS_EXPIRED, "c-badge c-badge--error"),
    };
    view! { <span class=class data-testid="order-status" data-status=status.as_str()>{cx.t(text)}</span> }.into_html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absurd_page_is_the_first_or_the_last_one() {
        for (query, page) in [
            ("", 1),
            ("page=3", 3),
            ("page=0", 1),
            ("page=-1", 1),
            ("page=abc", 1),
            ("page=9223372036854775808", 1),
            ("page=4000000000", 10_000),
        ] {
            assert_eq!(page_of(query), page, "{query}");
        }
    }
}
