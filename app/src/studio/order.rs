//! One order of the cooperative: what to pack, where it goes, and the next step.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, OrderId};
use l10n::t;
use leptos::prelude::*;
use service::studio::StudioOrderPage as Order;

use super::frame::{Done, NotSaved, StudioFrame};
use super::moves::{can_cancel, next_moves};
use super::orders::StatusBadge;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::orders::{OrderLines, Progress};
use crate::page::Meta;
use crate::routes::{Segment, StudioOrder};
use crate::ui::{Amount, Moment, RefusedNotice};

/// The order.
pub async fn show(cx: Cx, Path((_, id)): Path<(String, String)>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, order_id(&id)?, None).await
}

/// Takes the step the form's `command` names.
pub async fn move_on(cx: Cx, Path((_, id)): Path<(String, String)>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let order = order_id(&id)?;
    match service::studio::move_on(cx.shop(), cx.actor(), order, form.get("command")).await {
        Ok(()) => Ok(cx.see(&format!("{}?moved=1", cx.url(&StudioOrder::new(&order.to_string()))))),
        Err(error) => {
            let refused = NotSaved::of(error)?;
            render(&cx, refused.status(), order, refused.refused).await
        }
    }
}

fn order_id(text: &str) -> Result<OrderId, ErrorCode> {
    Segment::parse(text).ok_or(ErrorCode::NotFound)
}

async fn render(cx: &Cx, status: StatusCode, id: OrderId, refused: Option<ErrorCode>) -> PageResult<Response> {
    let order = service::studio::order(cx.shop(), cx.actor(), cx.locale(), id).await?;
    let title = cx.t(t::studio_order_title(order.code.to_string()));
    Ok(cx.page_with(status, Meta::private(title), || {
        view! { <StudioOrderPage cx=cx.clone() order refused/> }
    }))
}

/// One order.
#[component]
fn StudioOrderPage(
    /// The request.
    cx: Cx,
    /// The order.
    order: Order,
    /// Why a step was not taken.
    refused: Option<ErrorCode>,
) -> impl IntoView {
    let part = order.order;
    view! {
        <StudioFrame cx=cx.clone()>
            <Done cx=cx.clone() word="moved=1" text=t::STUDIO_ORDER_MOVED/>
            <RefusedNotice cx=cx.clone() code=refused/>
            <div class="c-bar">
                <h1 class="c-title">{cx.tv(t::studio_order_title(order.code.to_string()))}</h1>
                <StatusBadge cx=cx.clone() status=part.status/>
            </div>
            <div class="c-split">
                <div class="c-stack">
                    <section class="c-card">
                        <OrderLines cx=cx.clone() order=part.clone()/>
                        <dl class="c-summary">
                            <div class="c-summary__total">
                                <dt>{cx.t(t::STUDIO_ORDER_AMOUNT)}</dt><dd><Amount money=part.goods cx=cx.clone()/></dd>
                            </div>
                        </dl>
                    </section>
                    <dl class="c-facts c-card">
                        <div><dt>{cx.t(t::CHECKOUT_RECIPIENT)}</dt><dd><bdi>{order.buyer_name}</bdi></dd></div>
                        <div><dt>{cx.t(t::STUDIO_ORDER_DESTINATION)}</dt><dd dir="auto">{order.destination}</dd></div>
                        <div><dt>{cx.t(t::STUDIO_ORDER_PLACED)}</dt><dd><Moment at=order.placed_at cx=cx.clone()/></dd></div>
                    </dl>
                </div>
                <aside class="c-stack">
                    <NextStep cx=cx.clone() id=part.id status=part.status fulfilment=part.fulfilment/>
                    <Progress cx=cx.clone() order=part is_station=false/>
                </aside>
            </div>
        </StudioFrame>
    }
    .into_any()
}

/// The buttons.
#[component]
fn NextStep(
    /// The request.
    cx: Cx,
    /// The order.
    id: OrderId,
    /// Where it stands.
    status: domain::OrderStatus,
    /// How far the goods are.
    fulfilment: domain::FulfilmentStatus,
) -> impl IntoView {
    let action = cx.url(&StudioOrder::new(&id.to_string()));
    let moves = next_moves(status, fulfilment);
    let none = moves
        .is_empty()
        .then(|| view! { <p class="c-muted">{cx.t(t::STUDIO_ORDER_NONE)}</p> });
    let buttons = moves
        .into_iter()
        .map(|step| {
            view! {
                <button class="c-button c-button--primary c-button--block" name="command" value=step.command()>
                    {cx.t(step.label())}
                </button>
            }
        })
        .collect_view();
    let cancel = can_cancel(status, fulfilment).then(|| {
        view! {
            <details>
                <summary>{cx.t(t::STUDIO_ORDER_CANCEL)}</summary>
                <p>{cx.t(t::STUDIO_ORDER_CANCEL_TEXT)}</p>
                <button class="c-button c-button--danger" name="command" value="cancel">
                    {cx.t(t::STUDIO_ORDER_CANCEL_CONFIRM)}
                </button>
            </details>
        }
    });
    view! {
        <form class="c-card c-form" method="post" action=action data-testid="next-step">
            <h2 class="c-card__title">{cx.t(t::STUDIO_ORDER_NEXT)}</h2>
            {none}
            {buttons}
            {cancel}
        </form>
    }
    .into_any()
}
