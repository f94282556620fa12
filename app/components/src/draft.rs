//! What somebody types in a work area and has not saved yet: it is kept on their device, and the form says so.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::live::{live, on};

/// Where a form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftState {
    /// The fields hold what is saved.
    Saved,
    /// Something was typed since.
    Unsaved,
    /// What was typed an earlier time stands in the fields again.
    Restored,
}

/// What the line above the button needs. Its sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    /// Whose draft of which form.
    pub key: String,
    /// The page answers a form that was just saved.
    pub is_saved: bool,
    /// The page answers a form that was refused: its fields hold what was sent.
    pub is_refused: bool,
    /// The draft of another form, whose answer this page is.
    pub ended: Option<String>,
    /// Said while something is not saved.
    pub unsaved: String,
    /// Said when it was brought back.
    pub restored: String,
    /// The button that goes back to what is saved.
    pub discard: String,
}

/// Says that something is not saved yet, beside the button that saves it. Without a script it says nothing.
#[component]
pub fn DraftLine(
    /// What it needs.
    view: DraftView,
    /// Where the form stands.
    state: RwSignal<DraftState>,
    /// Called to go back to what is saved.
    discard: Callback<()>,
) -> impl IntoView {
    let DraftView {
        unsaved,
        restored,
        discard: label,
        ..
    } = view;
    let text = live(move || match state.get() {
        DraftState::Saved => None,
        DraftState::Unsaved => Some(unsaved.clone()),
        DraftState::Restored => Some(restored.clone()),
    });
    view! {
        <div class="c-draft" data-testid="draft">
            <p role="status">{text}</p>
            <button
                type="button"
                class="c-button c-button--quiet"
                hidden=live(move || state.get() == DraftState::Saved)
                on:click=on(move |_| discard.run(()))
            >
                {label}
            </button>
        </div>
    }
}
