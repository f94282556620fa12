//! What is typed into the form of a text is kept on the device until it is saved, as in the work areas of cooperatives.

use components::DraftView;
use domain::UserId;
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::query::value_of;
use crate::ui::{Html, IntoHtml};

/// Says above the button that something is not saved yet. What it was translated from is kept with it: when it comes back and that
/// is another by then, the shop finds out.
#[component]
pub(super) fn Draft(
    /// Which text of which language, and in which fields.
    form: String,
    /// The page answers this form, which was not taken.
    is_refused: bool,
) -> Html {
    let cx = Cx::here();
    let user = cx.actor().user().map_or(0, UserId::get);
    let view = DraftView {
        key: format!("translate/{form}/{user}"),
        is_saved: value_of(cx.query(), "done") == "suggested",
        is_refused,
        ended: None,
        unsaved: cx.t(t::STUDIO_DRAFT_UNSAVED),
        restored: cx.t(t::STUDIO_DRAFT_RESTORED),
        discard: cx.t(t::STUDIO_DRAFT_DISCARD),
    };
    islands::draft_island(view).into_html()
}
