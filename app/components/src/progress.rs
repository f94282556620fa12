//! How far an order is: what happened, with its time, and what is still to come.

use domain::view::ProgressView;
use domain::{Locale, OrderNote};
use l10n::{Text, format, t};
use leptos::prelude::*;

use crate::words::words;

/// The texts it may show.
pub const TEXTS: &[Text] = &[
    t::ORDERS_EVENT_ACCEPTED,
    t::ORDERS_EVENT_CANCELED,
    t::ORDERS_EVENT_DELIVERED,
    t::ORDERS_EVENT_DISPATCHED,
    t::ORDERS_EVENT_EXPIRED,
    t::ORDERS_EVENT_LOST,
    t::ORDERS_EVENT_NOT_COLLECTED,
    t::ORDERS_EVENT_PACKED,
    t::ORDERS_EVENT_PLACED,
    t::ORDERS_EVENT_READY,
    t::ORDERS_EVENT_REDUCED,
    t::ORDERS_EVENT_REFUSED,
    t::ORDERS_EVENT_REPLACED,
    t::ORDERS_EVENT_REPLACEMENT_DECLINED,
    t::ORDERS_EVENT_RETURNED,
];

/// What is said of it; nothing where it only takes something back.
fn name(note: OrderNote) -> Option<Text> {
    Some(match note {
        OrderNote::Placed => t::ORDERS_EVENT_PLACED,
        OrderNote::Accepted => t::ORDERS_EVENT_ACCEPTED,
        OrderNote::Packed => t::ORDERS_EVENT_PACKED,
        OrderNote::Dispatched => t::ORDERS_EVENT_DISPATCHED,
        OrderNote::ReadyForPickup => t::ORDERS_EVENT_READY,
        OrderNote::Delivered => t::ORDERS_EVENT_DELIVERED,
        OrderNote::NotCollected => t::ORDERS_EVENT_NOT_COLLECTED,
        OrderNote::Refused => t::ORDERS_EVENT_REFUSED,
        OrderNote::Restocked | OrderNote::WrittenOff => t::ORDERS_EVENT_RETURNED,
        OrderNote::Lost => t::ORDERS_EVENT_LOST,
        OrderNote::Reduced => t::ORDERS_EVENT_REDUCED,
        OrderNote::Replaced => t::ORDERS_EVENT_REPLACED,
        OrderNote::ReplacementDeclined => t::ORDERS_EVENT_REPLACEMENT_DECLINED,
        OrderNote::Canceled => t::ORDERS_EVENT_CANCELED,
        OrderNote::Expired => t::ORDERS_EVENT_EXPIRED,
        OrderNote::AcceptUndone
        | OrderNote::PackUndone
        | OrderNote::DispatchUndone
        | OrderNote::ShelveUndone
        | OrderNote::ReplaceUndone => return None,
    })
}

/// What happened to an order and what is to come.
#[component]
pub fn OrderProgress(
    /// How far it is.
    progress: ProgressView,
    /// The reader's language.
    locale: Locale,
) -> impl IntoView {
    let words = words();
    let last = progress.happened.len().saturating_sub(1);
    let happened = progress
        .happened
        .into_iter()
        .enumerate()
        .filter_map(|(place, (note, at))| {
            let is_now = place == last;
            let name = words.get(name(note)?);
            Some(view! {
                <li class=if is_now { "is-done is-now" } else { "is-done" } aria-current=is_now.then_some("step")>
                    <strong>{name}</strong>" "
                    <Moment at locale/>
                </li>
            })
        })
        .collect_view();
    let coming = progress
        .coming
        .into_iter()
        .filter_map(name)
        .map(|name| view! { <li><span>{words.get(name)}</span></li> })
        .collect_view();
    view! { <ol class="c-stepper" data-testid="progress">{happened}{coming}</ol> }
}

/// A day and time.
#[component]
pub fn Moment(
    /// Milliseconds since 1970 UTC.
    at: i64,
    /// The reader's language.
    locale: Locale,
) -> impl IntoView {
    view! { <time datetime=format::machine_date_time(at)><bdi>{format::date_time(locale, at)}</bdi></time> }
}
