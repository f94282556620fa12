//! The words for where an order stands, and for how many there are.

use domain::{FulfilmentStatus, OrderStage, OrderStatus};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::studio::StageCount;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml};

/// What the tab of a stage says.
pub(super) const fn stage_name(stage: OrderStage) -> Text {
    match stage {
        OrderStage::AwaitsPayment => t::STUDIO_STAGE_AWAITS_PAYMENT,
        OrderStage::New => t::STUDIO_STAGE_NEW,
        OrderStage::ToPack => t::STUDIO_STAGE_TO_PACK,
        OrderStage::ToHandOver => t::STUDIO_STAGE_TO_HAND_OVER,
        OrderStage::OnTheWay => t::STUDIO_STAGE_ON_THE_WAY,
        OrderStage::Done => t::STUDIO_STAGE_DONE,
        OrderStage::Over => t::STUDIO_STAGE_OVER,
    }
}

/// A number that is told up to where it makes no difference any more.
pub(super) fn count_text(cx: &Cx, count: StageCount) -> String {
    let number = format::number(cx.locale(), i64::try_from(count.number).unwrap_or(i64::MAX));
    if count.has_more { format!("{number}+") } else { number }
}

/// Where an order stands, goods and all.
#[component]
pub(super) fn StageBadge(
    /// What is to be done with it.
    stage: OrderStage,
    /// Its status.
    status: OrderStatus,
    /// How far the goods are.
    fulfilment: FulfilmentStatus,
) -> Html {
    let cx = Cx::here();
    let (text, class) = match (stage, status, fulfilment) {
        (OrderStage::AwaitsPayment, ..) => (t::STUDIO_STAGE_AWAITS_PAYMENT, "c-badge c-badge--quiet"),
        (OrderStage::New, ..) => (t::STUDIO_STATUS_PLACED, "c-badge c-badge--warn"),
        (OrderStage::ToPack, ..) => (t::STUDIO_STAGE_TO_PACK, "c-badge c-badge--warn"),
        (OrderStage::ToHandOver, ..) => (t::STUDIO_STATUS_PACKED, "c-badge c-badge--warn"),
        (OrderStage::OnTheWay, _, FulfilmentStatus::ReadyForPickup) => {
            (t::STUDIO_STATUS_AT_STATION, "c-badge c-badge--good")
        }
        (OrderStage::OnTheWay, _, FulfilmentStatus::Returning) => (t::STUDIO_STATUS_RETURNING, "c-badge c-badge--warn"),
        (OrderStage::OnTheWay, ..) => (t::STUDIO_STAGE_ON_THE_WAY, "c-badge c-badge--good"),
        (OrderStage::Done, ..) => (t::STUDIO_STATUS_COMPLETED, "c-badge c-badge--good"),
        (OrderStage::Over, _, FulfilmentStatus::Returned) => (t::STUDIO_STATUS_RETURNED, "c-badge c-badge--quiet"),
        (OrderStage::Over, _, FulfilmentStatus::Lost) => (t::STUDIO_STATUS_LOST, "c-badge c-badge--error"),
        (OrderStage::Over, OrderStatus::Expired, _) => (t::STUDIO_STATUS_EXPIRED, "c-badge c-badge--error"),
        (OrderStage::Over, ..) => (t::STUDIO_STATUS_CANCELED, "c-badge c-badge--quiet"),
    };
    view! {
        <span class=class data-testid="order-status" data-status=status.as_str() data-stage=stage.as_str()>
            {cx.t(text)}
        </span>
    }
    .into_html()
}
