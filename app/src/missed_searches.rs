//! What many people searched for and did not find, on the pages of cooperatives and of the Centre.

use l10n::t;
use leptos::prelude::*;
use service::missed_searches::MissedSearch;

use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::routes::CentreSearchWords;
use crate::ui::{Hidden, Html, IntoHtml, ShownName};

/// The terms, and what they are.
#[component]
pub(crate) fn MissedSearches(
    /// What most people searched for comes first.
    list: Vec<MissedSearch>,
    /// Whether each can be given goods to find.
    #[prop(optional)]
    is_answered: bool,
) -> Html {
    let cx = Cx::here();
    if list.is_empty() {
        return view! { <p class="c-muted">{cx.t(t::SEARCH_MISSED_NONE)}</p> }.into_html();
    }
    let terms = if is_answered {
        view! { <Answers list/> }.into_html()
    } else {
        let terms = list
            .into_iter()
            .map(|search| {
                let people = cx.tv(t::search_missed_people(search.people));
                view! { <div><dt><ShownName shown=search.typed/></dt><dd>{people}</dd></div> }
            })
            .collect_view();
        view! { <dl class="c-summary" data-testid="missed-searches">{terms}</dl> }.into_html()
    };
    view! {
        <p class="c-muted">{cx.t(t::SEARCH_MISSED_LEAD)}</p>
        {terms}
    }
    .into_html()
}

/// The terms, each with a field for what it is to find: that becomes a line of the search words.
#[component]
fn Answers(
    /// The terms.
    list: Vec<MissedSearch>,
) -> Html {
    let cx = Cx::here();
    let terms = (1..)
        .zip(list)
        .map(|(number, search)| view! { <li><Answer number search/></li> })
        .collect_view();
    view! { <ul class="c-list" aria-label=cx.t(t::SEARCH_MISSED_TITLE) data-testid="missed-searches">{terms}</ul> }
        .into_html()
}

/// One of them.
#[component]
fn Answer(
    /// Its place in the list.
    number: u32,
    /// What was searched for.
    search: MissedSearch,
) -> Html {
    let cx = Cx::here();
    let id = format!("answer-finds-{number}");
    let people = cx.tv(t::search_missed_people(search.people));
    view! {
        <form
            class="c-form"
            method="post"
            action=cx.url(&CentreSearchWords::new())
            novalidate
            data-testid=format!("answer-{number}")
        >
            <FormKey/>
            <Hidden name="words" value=search.typed.text.clone()/>
            <p><strong><ShownName shown=search.typed/></strong>" "<span class="c-muted">{people}</span></p>
            <div class="c-field">
                <label class="c-field__label" for=id.clone()>{cx.t(t::SEARCH_MISSED_FINDS)}</label>
                <input class="c-field__input" id=id name="finds" dir="auto" autocomplete="off" required/>
            </div>
            <p><button class="c-button">{cx.t(t::SEARCH_MISSED_ADD)}</button></p>
        </form>
    }
    .into_html()
}
