//! What is typed into the form of a text is kept on the device until it is saved, as in the work areas of cooperatives.

use components::DraftView;
use domain::UserId;
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::query::value_of;
use crate::ui::{Html, IntoHtml};

/// What a draft is kept under: several people may share a device.
fn key_of(cx: &Cx, form: &str) -> String {
    let user = cx.actor().user().map_or(0, UserId::get);
    format!("translate/{form}/{user}")
}

/// What the reason is kept under with which a version is said not to be right, while it is typed.
pub(super) fn draft_of_reason(version: &str) -> String {
    format!("reject/{version}")
}

/// Says that the draft of a form that is not on this page any more has ended, since it was taken. A page has one of them at most.
#[component]
pub(super) fn DraftEnd(
    /// Which form.
    form: String,
) -> Html {
    let cx = Cx::here();
    view! { <span hidden=true data-draft-end=key_of(&cx, &form)></span> }.into_html()
}

/// Says above the button that something is not saved yet. What it was translated from is kept with it: when it comes back and that
/// is another by then, the shop finds out.
#[component]
pub(super) fn Draft(
    /// Which text of which language, and in which fields.
    form: String,
    /// The page answers this form, which was not taken.
    is_refused: bool,
    /// What the address says when it was taken.
    #[prop(default = "suggested")]
    saved: &'static str,
) -> Html {
    let cx = Cx::here();
    let view = DraftView {
        key: key_of(&cx, &form),
        is_saved: value_of(cx.query(), "done") == saved,
        is_refused,
        ended: None,
        unsaved: cx.t(t::STUDIO_DRAFT_UNSAVED),
        restored: cx.t(t::STUDIO_DRAFT_RESTORED),
        discard: cx.t(t::STUDIO_DRAFT_DISCARD),
    };
    islands::draft_island(view).into_html()
}
