//! One lot: where it is from, what is left of it, and the orders it was packed into, so that it can be called back.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{LotId, Quantity, Unit};
use l10n::t;
use leptos::prelude::*;
use service::studio::{LotOrder, LotPage};

use super::frame::StudioFrame;
use super::goods_words::row_name;
use super::lots::{lot_name, origin_waits_text};
use super::menu::studio_meta;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::query::page_of;
use crate::routes::{Named, StudioLot, StudioOrder};
use crate::ui::{Html, IntoHtml, Moment, Paging, QuantityText, Table};

/// The page.
pub async fn show(cx: Cx, Named(id): Named<LotId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let page = service::studio::lot(cx.shop(), cx.actor(), cx.locale(), id, page_of(cx.query())).await?;
    let title = cx.t(t::goods_lot(page.lot.number));
    Ok(cx.page_with(StatusCode::OK, studio_meta(title), || view! { <StudioLotPage page/> }))
}

/// The lot, then who got it.
#[component]
fn StudioLotPage(
    /// What it shows.
    page: LotPage,
) -> Html {
    let cx = Cx::here();
    let unit = page.row.terms.sold_by.unit;
    let url = cx.url(&StudioLot::new(&page.lot.id.to_string()));
    let address = |number: u32| format!("{url}?page={number}");
    let (at, pages) = (page.page, page.pages);
    let previous = (at > 1).then(|| address(at - 1));
    let next = (at < pages).then(|| address(at + 1));
    let gone = (page.gone.amount() > 0).then(|| {
        view! {
            <div>
                <dt>{cx.t(t::GOODS_LOT_GONE)}</dt>
                <dd data-testid="lot-gone"><QuantityText quantity=page.gone unit/></dd>
            </div>
        }
    });
    let waits = page.lot.origin_waits.then(|| {
        let text = origin_waits_text(&cx, page.asks_centre);
        view! { <div><dt>{cx.t(t::GOODS_ORIGIN)}</dt><dd>{text}</dd></div> }
    });
    view! {
        <StudioFrame>
            <h1 class="c-title"><bdi>{lot_name(&cx, &page.lot)}</bdi></h1>
            <p><bdi>{row_name(&cx, &page.row)}</bdi></p>
            <dl class="c-facts c-card">
                <div>
                    <dt>{cx.t(t::GOODS_LOT_CAME)}</dt>
                    <dd><QuantityText quantity=Quantity(page.lot.amount) unit/>" · "<Moment at=page.lot.at/></dd>
                </div>
                <div>
                    <dt>{cx.t(t::GOODS_LOT_LEFT)}</dt>
                    <dd data-testid="lot-left"><QuantityText quantity=Quantity(page.lot.remaining) unit/></dd>
                </div>
                <div>
                    <dt>{cx.t(t::GOODS_LOT_PACKED)}</dt>
                    <dd data-testid="lot-packed"><QuantityText quantity=page.packed unit/></dd>
                </div>
                {gone}
                {waits}
            </dl>
            <h2>{cx.t(t::GOODS_LOT_ORDERS)}</h2>
            <Orders orders=page.orders unit/>
            <Paging page=at pages previous next/>
        </StudioFrame>
    }
    .into_html()
}

/// The orders it was packed into.
#[component]
fn Orders(
    /// The orders, the newest first.
    orders: Vec<LotOrder>,
    /// Unit of the amounts.
    unit: Unit,
) -> Html {
    let cx = Cx::here();
    if orders.is_empty() {
        return view! { <p class="c-empty">{cx.t(t::GOODS_LOT_ORDERS_EMPTY)}</p> }.into_html();
    }
    let rows = orders
        .into_iter()
        .map(|order| {
            let url = cx.url(&StudioOrder::new(&order.id.to_string()));
            view! {
                <tr data-testid="lot-order">
                    <td data-label=cx.t(t::GOODS_LOT_ORDER)>
                        <a href=url><bdi dir="ltr" class="c-num" translate="no">{order.code.to_string()}</bdi></a>
                    </td>
                    <td data-label=cx.t(t::CHECKOUT_RECIPIENT)><bdi>{order.buyer_name}</bdi></td>
                    <td data-label=cx.t(t::GOODS_LOT_AMOUNT)><QuantityText quantity=order.amount unit/></td>
                    <td data-label=cx.t(t::STUDIO_ORDER_PLACED)><Moment at=order.placed_at/></td>
                </tr>
            }
        })
        .collect_view();
    let heads = vec![
        t::GOODS_LOT_ORDER,
        t::CHECKOUT_RECIPIENT,
        t::GOODS_LOT_AMOUNT,
        t::STUDIO_ORDER_PLACED,
    ];
    view! { <p class="c-muted">{cx.t(t::GOODS_LOT_RECALL)}</p><Table heads>{rows}</Table> }.into_html()
}
