//! Whether a script listens: what cannot work without one stays asleep until then.

use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Awake(RwSignal<bool>);

/// Gives the components below a sign of being awake. On the server, and in the browser until the markup is taken over, it
/// says no: what is shown at first is the same on both sides.
pub fn provide_awake() {
    let sign = RwSignal::new(false);
    provide_context(Awake(sign));
    // Effects do not run on the server.
    Effect::new(move |_| sign.set(true));
}

/// Whether a script listens.
pub fn awake() -> Signal<bool> {
    use_context::<Awake>().map_or_else(|| Signal::stored(false), |Awake(sign)| sign.into())
}
