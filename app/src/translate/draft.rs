//! What is typed into the form of a text is kept on the device until it is saved, as in the work areas of cooperatives.

use leptos::prelude::*;

use crate::cx::Cx;
use crate::draft::{draft_end, draft_line, personal_key};
use crate::query::value_of;
use crate::ui::Html;

/// What a draft is kept under.
fn key_of(cx: &Cx, form: &str) -> String {
    personal_key(cx, "translate", form)
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
    draft_end(key_of(&cx, &form))
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
    let is_saved = value_of(cx.query(), "done") == saved;
    draft_line(&cx, key_of(&cx, &form), is_saved, is_refused, None)
}
