//! A picture on its way to the shop: how far it is, beside the form that brings it.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::live::live;

/// How far a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadProgress {
    /// None is sent.
    Idle,
    /// So many hundredths have arrived.
    Sending(u32),
    /// The same, and the line is lost.
    Offline(u32),
    /// All is there, and its sizes are made.
    Making,
    /// It could not be sent.
    Failed,
}

/// What the line below the file's field needs. Its sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadLineView {
    /// The address that begins an upload.
    pub begin: String,
    /// The product's number.
    pub product: String,
    /// The page that shows what became of it.
    pub pictures: String,
    /// Most bytes of a file that is sent in pieces; a larger one goes with the form, which says what is wrong with it.
    pub most: u32,
    /// Said while it is sent.
    pub sending: String,
    /// Said while there is no network.
    pub offline: String,
    /// Said while its sizes are made.
    pub making: String,
    /// Said when it did not work.
    pub failed: String,
}

/// A bar and a sentence. Without a script neither is there.
#[component]
pub fn UploadLine(
    /// What it needs.
    view: UploadLineView,
    /// How far it is.
    progress: RwSignal<UploadProgress>,
) -> impl IntoView {
    let UploadLineView {
        sending,
        offline,
        making,
        failed,
        ..
    } = view;
    let text = live(move || match progress.get() {
        UploadProgress::Idle => None,
        UploadProgress::Sending(_) => Some(sending.clone()),
        UploadProgress::Offline(_) => Some(offline.clone()),
        UploadProgress::Making => Some(making.clone()),
        UploadProgress::Failed => Some(failed.clone()),
    });
    let value = live(move || match progress.get() {
        UploadProgress::Idle | UploadProgress::Failed => Some(0),
        UploadProgress::Sending(percent) | UploadProgress::Offline(percent) => Some(percent),
        UploadProgress::Making => Some(100),
    });
    let is_hidden = live(move || matches!(progress.get(), UploadProgress::Idle | UploadProgress::Failed));
    view! {
        <div class="c-upload" data-testid="upload-line">
            <progress max="100" value=value hidden=is_hidden></progress>
            <p role="status">{text}</p>
        </div>
    }
}
