//! What stands in a page as the server made it and never changes: hydrating an island passes over it, and the code that would
//! build it stays out of the WASM. Only for views that are taken over and not built in the browser; what is shown later, or
//! again, must be made of parts the browser knows.

use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use leptos::tachys::html::InertElement;

/// One element with all that is in it.
#[cfg(not(feature = "hydrate"))]
pub fn inert<View: IntoView, Make: FnOnce() -> View>(element: Make) -> View {
    element()
}

/// One element with all that is in it.
#[cfg(feature = "hydrate")]
pub fn inert<View: IntoView, Make: FnOnce() -> View>(_: Make) -> InertElement {
    InertElement::new("")
}

/// All that is in an element; nothing else may stand beside it.
#[cfg(not(feature = "hydrate"))]
pub fn inert_contents<View: IntoView, Make: FnOnce() -> View>(contents: Make) -> View {
    contents()
}

/// All that is in an element; nothing else may stand beside it.
#[cfg(feature = "hydrate")]
pub fn inert_contents<View: IntoView, Make: FnOnce() -> View>(_: Make) -> ((),) {
    // No view at all: what is in the element is left alone.
    ((),)
}
