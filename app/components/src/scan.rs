//! Reading a bar code by the camera: a button beside a field, the picture while it looks, and how it goes. Without a script,
//! and where the browser reads no codes, none of it is there.

use leptos::html::Video;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::live::{live, on};

/// How far the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanState {
    /// This browser cannot do it.
    Absent,
    /// The camera is off.
    Off,
    /// The person is asked whether the camera may be used.
    Asking,
    /// The camera is on.
    Looking,
    /// It is on, and has seen nothing for a while.
    Nothing,
    /// A code was found and stands in the field.
    Found,
    /// The camera may not be used.
    Denied,
    /// There is no camera, or another program has it.
    NoCamera,
    /// It saw nothing for long, and is off.
    GaveUp,
}

impl ScanState {
    /// Whether the camera is on, or is about to be.
    pub const fn is_on(self) -> bool {
        matches!(self, Self::Asking | Self::Looking | Self::Nothing)
    }
}

/// What the button and its line need. Its sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanView {
    /// Name of the field, in the form round it, that the code goes into.
    pub field: String,
    /// The button that turns the camera on.
    pub open: String,
    /// The button that turns it off.
    pub close: String,
    /// Said while it looks.
    pub looking: String,
    /// Said after a while without a code.
    pub nothing: String,
    /// Said when a code was found.
    pub found: String,
    /// Said when the camera may not be used.
    pub denied: String,
    /// Said when there is none.
    pub no_camera: String,
    /// Said when it looked for too long.
    pub gave_up: String,
}

/// The button, the camera's picture and how it goes.
#[component]
pub fn ScanLine(
    /// What it needs.
    view: ScanView,
    /// How far the reading is.
    state: RwSignal<ScanState>,
    /// Where the camera's picture is shown.
    video: NodeRef<Video>,
    /// Called to turn the camera on, or off.
    turn: Callback<bool>,
) -> impl IntoView {
    let ScanView {
        open,
        close,
        looking,
        nothing,
        found,
        denied,
        no_camera,
        gave_up,
        ..
    } = view;
    let label = live(move || {
        if state.get().is_on() {
            close.clone()
        } else {
            open.clone()
        }
    });
    let text = live(move || match state.get() {
        ScanState::Absent | ScanState::Off | ScanState::Asking => None,
        ScanState::Looking => Some(looking.clone()),
        ScanState::Nothing => Some(nothing.clone()),
        ScanState::Found => Some(found.clone()),
        ScanState::Denied => Some(denied.clone()),
        ScanState::NoCamera => Some(no_camera.clone()),
        ScanState::GaveUp => Some(gave_up.clone()),
    });
    view! {
        <div class="c-scan" hidden=live(move || state.get() == ScanState::Absent) data-testid="scan">
            <button type="button" class="c-button" on:click=on(move |_| turn.run(!state.get_untracked().is_on()))>
                {label}
            </button>
            <video
                class="c-scan__picture"
                node_ref=video
                muted
                playsinline
                aria-hidden="true"
                hidden=live(move || !state.get().is_on())
            ></video>
            <p role="status">{text}</p>
        </div>
    }
}
