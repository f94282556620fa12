//! What people searched for and did not find.

use axum::response::Response;
use domain::{Action, Subject, rights};
use l10n::t;
use leptos::prelude::*;

use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::missed_searches::MissedSearches;
use crate::page::Meta;

/// The list; nothing in the moment before the program has made it.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let list = service::missed_searches::for_centre(cx.shop(), cx.actor())?;
    // The list is shown to more people than those who may change what searches find.
    let is_answered = rights::may(cx.actor(), Action::EditSettings, Subject::Centre).is_ok();
    Ok(cx.page(Meta::private(cx.t(t::SEARCH_MISSED_TITLE)), || {
        view! {
            <CentreFrame title=t::SEARCH_MISSED_TITLE>
                {list.map(|list| view! { <section class="c-card c-stack"><MissedSearches list is_answered/></section> })}
            </CentreFrame>
        }
    }))
}
