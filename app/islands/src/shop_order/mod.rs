//! Dragging a part of the shop page to another place, with a finger or a mouse: in the list of their names. Whoever has neither, or
//! no script, moves it with the buttons at the part.

mod call;

use std::time::Duration;

use components::{OrderList, OrderState, OrderView};
use domain::shop_page::BlockId;
use leptos::html::Ol;
use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

pub use call::{MoveShopPart, move_shop_part};

use crate::browser;
use crate::call::Problem;
use crate::cart::store::enqueue;
use crate::island::island;

island! {
    /// The names of the parts, in an order that can be changed.
    shop_order_island: OrderView => shop_order
}

/// So near to an end of the screen it scrolls, pixels: the bar at the bottom and a finger.
const EDGE: f64 = 108.0;
/// Once the pointer went so far towards it: whoever takes a part there sees it stay.
const SLIP: f64 = 12.0;
/// So far at once.
const SCROLL: f64 = 12.0;
/// So often.
const SCROLL_EVERY: Duration = Duration::from_millis(30);

fn shop_order(view: OrderView) -> impl IntoView {
    let order = Order::new(&view);
    components::effect(move |is_done| {
        if is_done.is_none() {
            order.listen();
        }
        true
    });
    view! {
        <OrderList view order=order.shown state=order.state is_alive=order.is_alive list=order.list actions=order/>
    }
}

/// The list and what is dragged in it.
#[derive(Clone, Copy)]
struct Order {
    shown: RwSignal<Vec<BlockId>>,
    state: RwSignal<OrderState>,
    is_alive: RwSignal<bool>,
    list: NodeRef<Ol>,
    view: StoredValue<OrderView>,
    drag: StoredValue<Option<Drag>>,
}

/// A part on its way.
#[derive(Clone, Copy)]
struct Drag {
    part: BlockId,
    pointer: i32,
    /// Where the pointer took it, from the top of the screen.
    start: f64,
    /// Where it is now.
    y: f64,
    scrolling: Option<IntervalHandle>,
}

impl Order {
    fn new(view: &OrderView) -> Self {
        Self {
            shown: RwSignal::new(ids(view)),
            state: RwSignal::new(OrderState::default()),
            is_alive: RwSignal::new(false),
            list: NodeRef::new(),
            view: StoredValue::new(view.clone()),
            drag: StoredValue::new(None),
        }
    }

    fn listen(self) {
        self.is_alive.set(true);
        let is_ours = move |event: &PointerEvent| {
            let drag = self.drag.try_get_value().flatten();
            drag.is_some_and(|drag| drag.pointer == event.pointer_id())
        };
        let pointer = move |run: fn(Self, &PointerEvent)| {
            move |event: Event| {
                let event: PointerEvent = event.unchecked_into();
                if is_ours(&event) {
                    run(self, &event);
                }
            }
        };
        let key = move |event: Event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" && self.drop_it().is_some() {
                self.put_back(OrderState::Resting);
            }
        };
        let listeners = [
            window_event_listener_untyped(
                "pointermove",
                pointer(|order, event| order.follow(event.client_y().into())),
            ),
            window_event_listener_untyped("pointerup", pointer(|order, _| order.put_down())),
            window_event_listener_untyped(
                "pointercancel",
                pointer(|order, _| {
                    let _: Option<BlockId> = order.drop_it();
                    order.put_back(OrderState::Resting);
                }),
            ),
            window_event_listener_untyped("keydown", key),
        ];
        on_cleanup(move || {
            listeners.into_iter().for_each(WindowListenerHandle::remove);
            let _: Option<BlockId> = self.drop_it();
        });
    }

    /// The pointer is there now.
    fn follow(self, y: f64) {
        let part = self.drag.try_update_value(|drag| {
            drag.as_mut().map(|drag| {
                drag.y = y;
                drag.part
            })
        });
        let (Some(Some(part)), Some(list)) = (part, self.list.get_untracked()) else {
            return;
        };
        let (rows, part_row) = (list.children(), part.to_string());
        let is_above = |row: &Element| {
            let place = row.get_bounding_client_rect();
            place.top() + place.height() / 2.0 < y
        };
        let above = (0..rows.length())
            .filter_map(|at| rows.item(at))
            .filter(|row| row.get_attribute("data-part").as_ref() != Some(&part_row) && is_above(row))
            .count();
        let shown = self.shown.get_untracked();
        let now = moved(&shown, part, above);
        if now != shown {
            self.shown.set(now);
        }
    }

    /// Near an end of the screen the page goes on under the pointer, as far as the list does.
    fn scroll(self) {
        let Some(drag) = self.drag.try_get_value().flatten() else {
            return;
        };
        let Some(list) = self.list.get_untracked() else { return };
        let height = window()
            .inner_height()
            .ok()
            .and_then(|height| height.as_f64())
            .unwrap_or_default();
        let list = list.get_bounding_client_rect();
        if let Some(by) = goes_on(&drag, height, list.top(), list.bottom()) {
            window().scroll_by_with_x_and_y(0.0, by);
            self.follow(drag.y);
        }
    }

    /// Nothing is dragged any more; answers what was.
    fn drop_it(self) -> Option<BlockId> {
        let drag = self.drag.try_update_value(Option::take).flatten()?;
        if let Some(scrolling) = drag.scrolling {
            scrolling.clear();
        }
        Some(drag.part)
    }

    /// The order that the page has.
    fn put_back(self, state: OrderState) {
        self.shown.set(self.view.with_value(ids));
        self.state.set(state);
    }

    /// The part stays here: the shop is told once.
    fn put_down(self) {
        let Some(part) = self.drop_it() else { return };
        let (first, shown) = (self.view.with_value(ids), self.shown.get_untracked());
        let at = |order: &[BlockId]| order.iter().position(|id| *id == part);
        let above = at(&shown).and_then(|to| shown.get(to.checked_sub(1)?)).copied();
        match (at(&first), above) {
            (Some(from), Some(above)) if first != shown => {
                self.state.set(OrderState::Sending);
                enqueue(self.send(part, from, above));
            }
            _ => self.put_back(OrderState::Resting),
        }
    }

    async fn send(self, part: BlockId, from: usize, above: BlockId) {
        let answer = move_shop_part(browser::locale(), part, from, above).await;
        // Whoever has gone on to another page meanwhile stays there.
        let Some(words) = self.view.try_get_value() else { return };
        let state = match answer {
            // Its parts stand in their new order there.
            Ok(()) => return browser::show_anew(&words.here, "moved=1", "order"),
            Err(Problem::Offline) => OrderState::PutBack(words.offline),
            Err(Problem::Busy) => OrderState::PutBack(words.busy),
            Err(Problem::Later(why) | Problem::Kept(why)) => OrderState::PutBack(why),
            Err(Problem::Refused(why) | Problem::Over(why)) => OrderState::Overtaken(why),
            Err(Problem::Broken) => OrderState::Overtaken(words.broken),
        };
        self.put_back(state);
    }
}

impl components::OrderActions for Order {
    fn take(self, part: BlockId, event: PointerEvent) {
        let is_busy = self.state.get_untracked() == OrderState::Sending || self.drag.get_value().is_some();
        if is_busy || !event.is_primary() || event.button() != 0 {
            return;
        }
        // A mouse would select texts.
        event.prevent_default();
        if let Some(list) = self.list.get_untracked() {
            // The list stays where it is, the handle does not. Without it the pointer is followed inside of the page only.
            drop(list.set_pointer_capture(event.pointer_id()));
        }
        let scrolling = set_interval_with_handle(move || self.scroll(), SCROLL_EVERY).ok();
        self.drag.set_value(Some(Drag {
            part,
            pointer: event.pointer_id(),
            start: event.client_y().into(),
            y: event.client_y().into(),
            scrolling,
        }));
        self.state.set(OrderState::Dragging(part));
    }
}

/// How far the page goes on under the pointer: up or down, until that end of the list is in sight.
fn goes_on(drag: &Drag, height: f64, top: f64, bottom: f64) -> Option<f64> {
    let edge = height - EDGE;
    if drag.y < EDGE && drag.y < drag.start - SLIP && top < EDGE {
        Some(-SCROLL)
    } else if drag.y > edge && drag.y > drag.start + SLIP && bottom > edge {
        Some(SCROLL)
    } else {
        None
    }
}

fn ids(view: &OrderView) -> Vec<BlockId> {
    view.parts.iter().map(|part| part.id).collect()
}

/// The order with a part below so many of the others. The first one stays.
fn moved(order: &[BlockId], part: BlockId, above: usize) -> Vec<BlockId> {
    let mut moved: Vec<BlockId> = order.iter().copied().filter(|id| *id != part).collect();
    moved.insert(above.clamp(1, moved.len().max(1)), part);
    moved
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_page_goes_on_under_the_pointer_until_the_lists_end_is_in_sight() {
        let height = 640.0;
        for (start, y, top, bottom, expected) in [
            // In the middle of the screen nothing moves, nor when a part is only taken near its end.
            (300.0, 400.0, -500.0, 900.0, None),
            (600.0, 605.0, -500.0, 900.0, None),
            (50.0, 45.0, -500.0, 900.0, None),
            (300.0, 600.0, -500.0, 900.0, Some(SCROLL)),
            (300.0, 600.0, -868.0, 532.0, None),
            (300.0, 40.0, -500.0, 900.0, Some(-SCROLL)),
            (300.0, 40.0, 108.0, 1508.0, None),
        ] {
            let drag = Drag {
                part: BlockId(2),
                pointer: 1,
                start,
                y,
                scrolling: None,
            };
            assert_eq!(
                goes_on(&drag, height, top, bottom),
                expected,
                "{start} {y} {top} {bottom}"
            );
        }
    }

    #[test]
    fn a_part_is_put_between_the_others_and_never_above_the_cover() {
        let order = [1, 2, 3, 4].map(BlockId);
        for (part, above, expected) in [
            (2, 0, [1, 2, 3, 4]),
            (2, 3, [1, 3, 4, 2]),
            (4, 0, [1, 4, 2, 3]),
            (4, 2, [1, 2, 4, 3]),
            (3, 2, [1, 2, 3, 4]),
        ] {
            assert_eq!(
                moved(&order, BlockId(part), above),
                expected.map(BlockId),
                "{part} below {above}"
            );
        }
    }
}
