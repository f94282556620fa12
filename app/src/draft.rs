//! Drafts of the work areas' forms: what is typed is kept on the device until it is saved. The studio, the Centre and the
//! translators each say what a draft of theirs is kept under.

use components::DraftView;
use domain::UserId;
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml};

/// What the draft of a form of this area is kept under where it is one person's: several may share a device.
pub(crate) fn personal_key(cx: &Cx, area: &str, form: &str) -> String {
    let user = cx.actor().user().map_or(0, UserId::get);
    format!("{area}/{form}/{user}")
}

/// Says above the button that something is not saved yet. `is_saved`: the page comes after the form was carried out; `is_refused`: it
/// answers the form, which was not; `ended`: the draft of another form that is over.
pub(crate) fn draft_line(cx: &Cx, key: String, is_saved: bool, is_refused: bool, ended: Option<String>) -> Html {
    let view = DraftView {
        key,
        is_saved,
        is_refused,
        ended,
        unsaved: cx.t(t::STUDIO_DRAFT_UNSAVED),
        restored: cx.t(t::STUDIO_DRAFT_RESTORED),
        discard: cx.t(t::STUDIO_DRAFT_DISCARD),
    };
    islands::draft_island(view).into_html()
}

/// Says that the draft of a form that is not on this page has ended. A page has one of them at most.
pub(crate) fn draft_end(key: String) -> Html {
    view! { <span hidden=true data-draft-end=key></span> }.into_html()
}
