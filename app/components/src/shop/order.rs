//! The order of a page's parts: their names, each with a handle to drag it by. A part itself is taller than a phone.

use domain::shop_page::BlockId;
use leptos::html::Ol;
use leptos::prelude::*;
use leptos::web_sys::PointerEvent;
use serde::{Deserialize, Serialize};

use super::block_anchor;
use crate::live::{live, on};

/// A part in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderPart {
    /// The part.
    pub id: BlockId,
    /// What it is called beside the others.
    pub name: String,
    /// It stays where it is.
    pub is_fixed: bool,
}

/// What the list needs. Its sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderView {
    /// The parts, in their order.
    pub parts: Vec<OrderPart>,
    /// What each place is called, the first one's first.
    pub places: Vec<String>,
    /// How to drag, and what does the same.
    pub hint: String,
    /// While the new order is on its way.
    pub sending: String,
    /// Without a network.
    pub offline: String,
    /// When the shop has too much to do.
    pub busy: String,
    /// When it cannot be done from this page.
    pub broken: String,
    /// Link under that: to the page as it is now.
    pub again: String,
    /// The page.
    pub here: String,
}

/// Where the list stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OrderState {
    /// Nothing is on its way.
    #[default]
    Resting,
    /// This part is being dragged.
    Dragging(BlockId),
    /// A part was put down, and the shop is told.
    Sending,
    /// It was put back, and this is why; there may be one more try.
    PutBack(String),
    /// It was put back, since the page is not as this list shows it.
    Overtaken(String),
}

/// What a handle does.
pub trait OrderActions: Copy + Send + Sync + 'static {
    /// A part is taken by its handle.
    fn take(self, part: BlockId, event: PointerEvent);
}

/// The names of the parts, each the way to its part. Without a script there are no handles.
#[component]
pub fn OrderList<Actions: OrderActions>(
    /// What it needs.
    view: OrderView,
    /// The parts in the order that is shown.
    order: RwSignal<Vec<BlockId>>,
    /// Where the list stands.
    state: RwSignal<OrderState>,
    /// A script runs.
    is_alive: RwSignal<bool>,
    /// The list.
    list: NodeRef<Ol>,
    /// What the handles do.
    actions: Actions,
) -> impl IntoView {
    let words = StoredValue::new(view);
    let at = move |part: BlockId| order.with(|order| order.iter().position(|id| *id == part));
    let row = move |id: BlockId| {
        let part = words.with_value(|words| words.parts.iter().find(|part| part.id == id).cloned())?;
        let handle = move || {
            (is_alive.get() && !part.is_fixed).then(|| {
                view! {
                    <span
                        class="c-grip"
                        aria-hidden="true"
                        data-testid="grip"
                        on:pointerdown=on(move |event| actions.take(id, event))
                    ></span>
                }
            })
        };
        let is_dragged = live(move || state.get() == OrderState::Dragging(id));
        Some(view! {
            <li class="c-order__row" class:is-dragged=is_dragged data-testid="order-row" data-part=id.to_string()>
                <a class="c-link" href=["#", &block_anchor(id)].concat()>{part.name}</a>
                {handle}
            </li>
        })
    };
    let shown = move || order.get();
    let says = live(move || match state.get() {
        OrderState::Resting => String::new(),
        OrderState::Dragging(part) => words.with_value(|words| {
            let name = words.parts.iter().find(|other| other.id == part);
            let place = at(part).and_then(|at| words.places.get(at));
            match (name, place) {
                (Some(part), Some(place)) => [&part.name, ": ", place].concat(),
                _ => String::new(),
            }
        }),
        OrderState::Sending => words.with_value(|words| words.sending.clone()),
        OrderState::PutBack(why) | OrderState::Overtaken(why) => why,
    });
    // Its line stays in sight only while there is something to read: an empty one would hide a row.
    let is_said = live(move || state.get() != OrderState::Resting);
    let again = move || {
        matches!(state.get(), OrderState::Overtaken(_)).then(|| {
            let (here, again) = words.with_value(|words| (words.here.clone(), words.again.clone()));
            view! { <a class="c-button" href=here data-plain="">{again}</a> }
        })
    };
    let hint = move || {
        is_alive
            .get()
            .then(|| view! { <p class="c-muted">{words.with_value(|words| words.hint.clone())}</p> })
    };
    view! {
        {hint}
        <ol class="c-order" node_ref=list data-testid="order-list"><For each=shown key=|id| *id children=row/></ol>
        <div class="c-order__says" class:is-said=is_said>
            <p role="status" data-testid="order-says">{says}</p>
            {again}
        </div>
    }
}
