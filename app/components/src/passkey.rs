//! The button that asks one's device for fingerprint, face or lock, and what it says meanwhile.

use leptos::html::Input;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::live::{live, on};

/// How far the device is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyState {
    /// Nobody looked yet whether the browser can do it.
    Unknown,
    /// It cannot.
    NotHere,
    /// The button can be pressed.
    Ready,
    /// The device asks.
    Asking,
    /// Canceled, or too late.
    Stopped,
    /// The device was set up before.
    Known,
    /// The device cannot.
    Impossible,
    /// There is no network.
    Offline,
    /// Asked too often.
    Later,
    /// The shop cannot answer right now.
    Busy,
    /// Anything else.
    Broken,
}

/// What the button needs. Its sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyButtonView {
    /// The address that says what to ask the device.
    pub ask: String,
    /// What for, as that address is told.
    pub purpose: String,
    /// Whether the device makes a key, rather than showing one.
    pub makes: bool,
    /// The field of the form round it in which the answer goes.
    pub field: String,
    /// Where passkeys are good: under another address of the shop there is no button.
    pub origin: String,
    /// What stands on the button.
    pub label: String,
    /// Said where the browser cannot do it; may be empty.
    pub not_here: String,
    /// Said while the device asks.
    pub asking: String,
    /// Said when it was canceled or took too long.
    pub stopped: String,
    /// Said when the device was set up before.
    pub known: String,
    /// Said when the device cannot.
    pub impossible: String,
    /// Said without a network.
    pub offline: String,
    /// Said when it was asked too often.
    pub later: String,
    /// Said when the shop cannot answer right now.
    pub busy: String,
    /// Said when anything else went wrong.
    pub broken: String,
}

/// The button and a sentence. Without a script, and where the browser cannot do it, there is the sentence alone.
#[component]
pub fn PasskeyButton(
    /// What it needs.
    view: PasskeyButtonView,
    /// How far the device is.
    state: RwSignal<PasskeyState>,
    /// Takes the answer along.
    answer: NodeRef<Input>,
    /// Called when it is pressed.
    pressed: Callback<()>,
) -> impl IntoView {
    let PasskeyButtonView {
        field,
        label,
        not_here,
        asking,
        stopped,
        known,
        impossible,
        offline,
        later,
        busy,
        broken,
        ..
    } = view;
    let text = live(move || match state.get() {
        PasskeyState::Unknown | PasskeyState::NotHere => not_here.clone(),
        PasskeyState::Ready => String::new(),
        PasskeyState::Asking => asking.clone(),
        PasskeyState::Stopped => stopped.clone(),
        PasskeyState::Known => known.clone(),
        PasskeyState::Impossible => impossible.clone(),
        PasskeyState::Offline => offline.clone(),
        PasskeyState::Later => later.clone(),
        PasskeyState::Busy => busy.clone(),
        PasskeyState::Broken => broken.clone(),
    });
    let is_hidden = live(move || matches!(state.get(), PasskeyState::Unknown | PasskeyState::NotHere));
    let is_asking = live(move || state.get() == PasskeyState::Asking);
    view! {
        <div class="c-stack" data-testid="passkey-button">
            <input type="hidden" name=field value="" node_ref=answer/>
            <p hidden=is_hidden>
                <button
                    type="button"
                    class="c-button c-button--block"
                    disabled=is_asking
                    on:click=on(move |_| pressed.run(()))
                >
                    {label}
                </button>
            </p>
            <p role="status">{text}</p>
        </div>
    }
}
