//! How far an order is: what happened, with its time, and what is still to come.

use l10n::{Text, t};
use leptos::prelude::*;
use service::orders::{OrderEventView, OrderView};

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, Moment};

/// The steps of an order that goes well, as its events are called.
const STEPS: [&str; 6] = ["placed", "accepted", "packed", "dispatched", READY, "delivered"];
/// The step only orders to a station take.
const READY: &str = "ready-for-pickup";

/// The name of an event; what is not known here is not shown.
fn event_name(kind: &str) -> Option<Text> {
    Some(match kind {
        "placed" => t::ORDERS_EVENT_PLACED,
        "accepted" => t::ORDERS_EVENT_ACCEPTED,
        "packed" => t::ORDERS_EVENT_PACKED,
        "dispatched" => t::ORDERS_EVENT_DISPATCHED,
        READY => t::ORDERS_EVENT_READY,
        "delivered" => t::ORDERS_EVENT_DELIVERED,
        "completed" => t::ORDERS_EVENT_COMPLETED,
        "canceled" => t::ORDERS_EVENT_CANCELED,
        "expired" => t::ORDERS_EVENT_EXPIRED,
        "not-collected" => t::ORDERS_EVENT_NOT_COLLECTED,
        "refused" => t::ORDERS_EVENT_REFUSED,
        "restocked" | "written-off" => t::ORDERS_EVENT_RETURNED,
        "lost" => t::ORDERS_EVENT_LOST,
        _ => return None,
    })
}

/// A history without what was taken back minutes later.
fn without_undone(events: Vec<OrderEventView>) -> Vec<OrderEventView> {
    let mut kept: Vec<OrderEventView> = Vec::with_capacity(events.len());
    for event in events {
        let undone = match event.kind.as_str() {
            "accept-undone" => "accepted",
            "pack-undone" => "packed",
            _ => {
                kept.push(event);
                continue;
            }
        };
        if let Some(place) = kept.iter().rposition(|before| before.kind == undone) {
            kept.remove(place);
        }
    }
    kept
}

/// The steps an open order still has before it.
fn to_come(happened: &[&str], is_over: bool, is_station: bool) -> Vec<&'static str> {
    let goes_back = happened.iter().any(|kind| matches!(*kind, "not-collected" | "refused"));
    if is_over || goes_back {
        return Vec::new();
    }
    let reached = STEPS
        .iter()
        .rposition(|step| happened.contains(step))
        .map_or(0, |place| place + 1);
    STEPS[reached..]
        .iter()
        .copied()
        .filter(|step| is_station || *step != READY)
        .collect()
}

/// What happened to an order and what is to come.
#[component]
pub(crate) fn Progress(
    /// The order.
    order: OrderView,
    /// Whether it is collected at a station.
    is_station: bool,
) -> Html {
    let cx = Cx::here();
    let events = without_undone(order.events);
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
    let coming = to_come(&kinds, order.status.is_terminal(), is_station)
        .into_iter()
        .filter_map(event_name)
        .map(|name| view! { <li><span>{cx.t(name)}</span></li> })
        .collect_view();
    let known: Vec<_> = events
        .iter()
        .filter_map(|event| Some((event_name(&event.kind)?, event.at)))
        .collect();
    let last = known.len().saturating_sub(1);
    let happened = known
        .into_iter()
        .enumerate()
        .map(|(place, (name, at))| {
            let is_now = place == last;
            view! {
                <li class=if is_now { "is-done is-now" } else { "is-done" } aria-current=is_now.then_some("step")>
                    <strong>{cx.t(name)}</strong>" "
                    <Moment at/>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="c-stepper" data-testid="progress">{happened}{coming}</ol> }.into_html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_to_an_address_never_waits_at_a_station() {
        assert_eq!(
            to_come(&["placed"], false, false),
            ["accepted", "packed", "dispatched", "delivered"]
        );
        assert_eq!(
            to_come(&["placed"], false, true),
            ["accepted", "packed", "dispatched", READY, "delivered"]
        );
    }

    #[test]
    fn what_was_taken_back_did_not_happen() {
        let history = ["placed", "accepted", "packed", "pack-undone", "accept-undone"];
        let events = history.map(|kind| OrderEventView {
            at: 0,
            kind: kind.to_owned(),
        });
        let kept = without_undone(events.to_vec());
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].kind, "placed");
    }

    #[test]
    fn what_is_reached_or_over_does_not_come_again() {
        assert_eq!(
            to_come(&["placed", "accepted", "packed", "dispatched"], false, true),
            [READY, "delivered"]
        );
        assert!(to_come(&["placed", "canceled"], true, true).is_empty());
        assert!(to_come(&["placed", "accepted", "not-collected"], false, true).is_empty());
        assert!(to_come(&["placed", "accepted", "delivered"], false, false).is_empty());
    }
}
