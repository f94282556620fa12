//! The WASM's entry: links the islands in and starts Leptos. `start.js` calls `hydrate` and then wakes each island.

#[expect(unused_extern_crates, reason = "links the islands; without it the linker drops them")]
extern crate islands;

use wasm_bindgen::prelude::wasm_bindgen;

/// Prepares the browser for islands.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
