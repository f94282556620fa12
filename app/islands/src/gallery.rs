//! Pictures of a product: the strip scrolls by itself, the island marks which one is seen.

use leptos::html::Div;
use leptos::prelude::*;

use crate::dom;

/// Round the strip of pictures and the links below it.
#[island]
pub fn GalleryIsland(
    /// The server-rendered pictures.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let on_scroll = move |_: web_sys::Event| {
        let Some(root) = root.get() else { return };
        let Some(strip) = dom::first(&root, "[data-strip]") else {
            return;
        };
        let width = strip.client_width().max(1);
        // Right-to-left strips count from zero downwards.
        let seen = (strip.scroll_left().abs() + width / 2) / width;
        for (i, dot) in (0..).zip(dom::all(&root, "[data-dot]")) {
            let current = if i == seen { "true" } else { "false" };
            drop(dot.set_attribute("aria-current", current));
        }
    };
    // `scroll` does not bubble, so it is caught on its way down.
    Effect::new(move |_| {
        let Some(element) = root.get() else { return };
        let listener = wasm_bindgen::closure::Closure::<dyn FnMut(web_sys::Event)>::new(on_scroll);
        use wasm_bindgen::JsCast;
        drop(element.add_event_listener_with_callback_and_bool("scroll", listener.as_ref().unchecked_ref(), true));
        listener.forget();
    });
    view! { <div class="c-island" node_ref=root>{children()}</div> }
}
