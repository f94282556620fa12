//! What many people searched for and did not find, on the pages of cooperatives and of the Centre.

use l10n::t;
use leptos::prelude::*;
use service::missed_searches::MissedSearch;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, ShownName};

/// The terms, and what they are.
#[component]
pub(crate) fn MissedSearches(
    /// What most people searched for comes first.
    list: Vec<MissedSearch>,
) -> Html {
    let cx = Cx::here();
    if list.is_empty() {
        return view! { <p class="c-muted">{cx.t(t::SEARCH_MISSED_NONE)}</p> }.into_html();
    }
    let terms = list
        .into_iter()
        .map(|search| {
            let people = cx.tv(t::search_missed_people(search.people));
            view! { <div><dt><ShownName shown=search.typed/></dt><dd>{people}</dd></div> }
        })
        .collect_view();
    view! {
        <p class="c-muted">{cx.t(t::SEARCH_MISSED_LEAD)}</p>
        <dl class="c-summary" data-testid="missed-searches">{terms}</dl>
    }
    .into_html()
}
