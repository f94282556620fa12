//! What a work area says while there is no network: what was pressed waits on the phone and is sent when it is back.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::live::live;

/// What became of what was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// There is a network, or nothing was pressed.
    Nothing,
    /// A form waits to be sent.
    Form,
    /// A page cannot be opened now.
    Page,
}

/// What the notice needs. Its sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfflineView {
    /// Said while a form waits.
    pub form: String,
    /// Said when a page cannot be opened.
    pub page: String,
}

/// The notice. Without a script it says nothing, and the browser does.
#[component]
pub fn OfflineNotice(
    /// What it needs.
    view: OfflineView,
    /// What waits.
    waiting: RwSignal<Waiting>,
) -> impl IntoView {
    let OfflineView { form, page } = view;
    let text = live(move || match waiting.get() {
        Waiting::Nothing => None,
        Waiting::Form => Some(form.clone()),
        Waiting::Page => Some(page.clone()),
    });
    view! {
        <div class="c-offline" data-testid="offline" hidden=live(move || waiting.get() == Waiting::Nothing)>
            <p class="c-notice c-notice--warn" role="alert">{text}</p>
        </div>
    }
}
