//! Whether a script listens: what cannot work without one has no effect until then.

use leptos::prelude::*;

use crate::live::effect;

#[derive(Clone, Copy)]
struct Hydrated(RwSignal<bool>);

/// Gives the components below a sign of being hydrated. On the server, and in the browser until the markup is taken over, it
/// says no: what is shown at first is the same on both sides.
pub fn provide_hydrated() {
    let sign = RwSignal::new(false);
    provide_context(Hydrated(sign));
    // Effects do not run on the server.
    effect(move |_| {
        sign.set(true);
        true
    });
}

/// Whether a script listens.
pub fn hydrated() -> Signal<bool> {
    let sign = use_context::<Hydrated>().map_or_else(|| RwSignal::new(false), |Hydrated(sign)| sign);
    sign.into()
}
