//! The button beside a parcel's number that reads it by the camera.

use components::ScanView;
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml};

/// Reads a bar code into a field of the form round it. Without a script there is no button.
#[component]
pub(super) fn Scan(
    /// Name of the field.
    field: String,
) -> Html {
    let cx = Cx::here();
    let view = ScanView {
        field,
        open: cx.t(t::STUDIO_SCAN_OPEN),
        close: cx.t(t::STUDIO_SCAN_CLOSE),
        looking: cx.t(t::STUDIO_SCAN_LOOKING),
        nothing: cx.t(t::STUDIO_SCAN_NOTHING),
        found: cx.t(t::STUDIO_SCAN_FOUND),
        denied: cx.t(t::STUDIO_SCAN_DENIED),
        no_camera: cx.t(t::STUDIO_SCAN_NO_CAMERA),
        gave_up: cx.t(t::STUDIO_SCAN_GAVE_UP),
    };
    islands::scan_island(view).into_html()
}
