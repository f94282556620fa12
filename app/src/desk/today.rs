//! What a clerk's day looks like at a glance.

use l10n::{format, t};
use leptos::prelude::*;
use service::desk::Today;

use crate::cx::Cx;
use crate::routes::DeskShift;
use crate::ui::{Amount, Html, Icon, IconName, IntoHtml, Moment};

/// Parcels, cash, and the shift.
#[component]
pub(super) fn TodayCard(
    /// The day.
    today: Today,
) -> Html {
    let cx = Cx::here();
    let parcels = format::number(cx.locale(), today.parcels);
    let place = cx.url(&DeskShift::new());
    let (expected, shift) = match today.shift {
        Some(shift) => {
            let expected = view! {
                <li class="c-stat">
                    <strong data-testid="expected"><Amount money=shift.expected/></strong>" "
                    <span><Icon name=IconName::Check/>" "{cx.t(t::SHIFT_EXPECTED)}</span>
                </li>
            };
            let shift = view! {
                <p data-testid="shift-runs">
                    <Icon name=IconName::Clock/>" "
                    <span class="c-muted">{cx.t(t::SHIFT_SINCE)}</span>" "<Moment at=shift.since/>
                </p>
                <p><a class="c-button c-button--block" href=place>{cx.t(t::SHIFT_TITLE)}</a></p>
            };
            (Some(expected), shift.into_html())
        }
        None => {
            let none = view! {
                <p class="c-muted" data-testid="no-shift"><Icon name=IconName::Close/>" "{cx.t(t::SHIFT_NONE)}</p>
                <p><a class="c-button c-button--primary c-button--block" href=place>{cx.t(t::SHIFT_START)}</a></p>
            };
            (None, none.into_html())
        }
    };
    view! {
        <section class="c-card c-stack" data-testid="today">
            <h2 class="c-card__title">{cx.t(t::DESK_TODAY)}</h2>
            <ul class="c-stats">
                <li class="c-stat">
                    <strong><bdi data-testid="parcels">{parcels}</bdi></strong>" "
                    <span><Icon name=IconName::Station/>" "{cx.t(t::DESK_PARCELS)}</span>
                </li>
                <li class="c-stat">
                    <strong data-testid="cash-to-come"><Amount money=today.to_take/></strong>" "
                    <span><Icon name=IconName::Plus/>" "{cx.t(t::DESK_CASH_TO_COME)}</span>
                </li>
                {expected}
            </ul>
            {shift}
        </section>
    }
    .into_html()
}
