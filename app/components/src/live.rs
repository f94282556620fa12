//! What changes in a view, in few types. Leptos compiles a view's code anew for each closure that stands in it; a signal,
//! a boxed handler and a boxed effect are compiled once for all that show the same kind of value. (A fifth of the WASM.)

use leptos::prelude::*;

/// A value that follows the signals it reads.
pub fn live<T: Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    Signal::derive(value)
}

/// A handler of an event.
pub fn on<Event: 'static>(handle: impl FnMut(Event) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(handle)
}

/// An effect that remembers whether it has done its first round. It runs in the browser only.
pub fn effect(run: impl FnMut(Option<bool>) -> bool + 'static) {
    Effect::new(Box::new(run) as Box<dyn FnMut(Option<bool>) -> bool>);
}
