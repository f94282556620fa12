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
    /// The shop refused it before anything was sent.
    NotTaken,
    /// It could not be sent.
    Failed,
    /// The file that was chosen is larger than the shop takes.
    TooLarge,
    /// The file that was chosen holds nothing.
    Empty,
}

impl UploadProgress {
    /// Whether nothing is on its way.
    pub const fn is_idle(self) -> bool {
        matches!(
            self,
            Self::Idle | Self::NotTaken | Self::Failed | Self::TooLarge | Self::Empty
        )
    }
}

/// What the line below the file's field needs. Its sentences come finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadLineView {
    /// The address that begins an upload.
    pub begin: String,
    /// The fields of the form that say what the picture is for.
    pub fields: Vec<String>,
    /// The page to go to when it is there.
    pub ready: String,
    /// The page that shows what became of it otherwise.
    pub pictures: String,
    /// Most bytes of a file; nothing of a larger one is sent.
    pub most: u32,
    /// Said while it is sent.
    pub sending: String,
    /// Said while there is no network.
    pub offline: String,
    /// Said while its sizes are made.
    pub making: String,
    /// Said when the shop did not take it at all.
    pub not_taken: String,
    /// Said when it did not work.
    pub failed: String,
    /// Said of a file that is larger than the shop takes.
    pub too_large: String,
    /// Said of a file that holds nothing.
    pub empty: String,
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
        not_taken,
        failed,
        too_large,
        empty,
        ..
    } = view;
    let text = live(move || match progress.get() {
        UploadProgress::Idle => None,
        UploadProgress::Sending(_) => Some(sending.clone()),
        UploadProgress::Offline(_) => Some(offline.clone()),
        UploadProgress::Making => Some(making.clone()),
        UploadProgress::NotTaken => Some(not_taken.clone()),
        UploadProgress::Failed => Some(failed.clone()),
        UploadProgress::TooLarge => Some(too_large.clone()),
        UploadProgress::Empty => Some(empty.clone()),
    });
    let class = live(move || {
        let is_wrong = matches!(
            progress.get(),
            UploadProgress::NotTaken | UploadProgress::TooLarge | UploadProgress::Empty
        );
        if is_wrong { "c-field__error" } else { "" }
    });
    let value = live(move || match progress.get() {
        UploadProgress::Sending(percent) | UploadProgress::Offline(percent) => Some(percent),
        UploadProgress::Making => Some(100),
        _ => Some(0),
    });
    let is_hidden = live(move || progress.get().is_idle());
    view! {
        <div class="c-upload" data-testid="upload-line">
            <progress max="100" value=value hidden=is_hidden></progress>
            <p role="status" class=class>{text}</p>
        </div>
    }
}
