//! What is typed into a form of the Centre is kept on the device until it is saved, as in the work areas of cooperatives.
//!
//! Money is not: what is booked is written off a bank's paper each time, and an amount of last week in its place would be worse
//! than an empty field.

use leptos::prelude::*;

use crate::cx::Cx;
use crate::draft::{draft_end, draft_line, personal_key};
use crate::ui::Html;

/// What a draft is kept under.
fn key_of(cx: &Cx, form: &str) -> String {
    personal_key(cx, "centre", form)
}

/// Says above the button that something is not saved yet.
#[component]
pub(super) fn Draft(
    /// Which form of the Centre.
    #[prop(into)]
    form: String,
    /// The page comes after the form was carried out.
    #[prop(optional)]
    is_saved: bool,
    /// The page answers this form, which was not carried out.
    is_refused: bool,
) -> Html {
    let cx = Cx::here();
    draft_line(&cx, key_of(&cx, &form), is_saved, is_refused, None)
}

/// Says that the draft of a form that is not on this page has ended: it was carried out, or there is nothing to decide any more.
/// A page has one of them at most.
#[component]
pub(super) fn DraftEnd(
    /// Which form of the Centre.
    #[prop(into)]
    form: String,
) -> Html {
    let cx = Cx::here();
    draft_end(key_of(&cx, &form))
}
