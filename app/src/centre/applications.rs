//! Cooperatives that want to sell here, as the Centre sees them.

use axum::response::Response;
use domain::{ApplicationId, ApplicationState};
use l10n::{Text, t};
use leptos::prelude::*;
use service::applications::{self, ApplicationList, ApplicationRow};

use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::query::{value_of, with_query};
use crate::routes::{CentreApplication, CentreApplications};
use crate::ui::{Html, IntoHtml, Moment, ShownName};

/// A page of them.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let state = ApplicationState::parse(&value_of(cx.query(), "state")).unwrap_or(ApplicationState::Waiting);
    let after = value_of(cx.query(), "after").parse().ok().map(ApplicationId);
    let list = applications::list(cx.shop(), cx.actor(), cx.locale(), state, after).await?;
    Ok(cx.page(Meta::private(cx.t(t::APPLICATION_LIST)), || {
        view! { <ApplicationsPage list state/> }
    }))
}

/// What the Centre calls a state.
pub(super) const fn state_word(state: ApplicationState) -> Text {
    match state {
        ApplicationState::Waiting => t::APPLICATION_STATE_WAITING,
        ApplicationState::Admitted => t::APPLICATION_STATE_ADMITTED,
        ApplicationState::Refused => t::APPLICATION_STATE_REFUSED,
    }
}

/// The list.
#[component]
fn ApplicationsPage(
    /// The applications of this page.
    list: ApplicationList,
    /// Which are shown.
    state: ApplicationState,
) -> Html {
    let cx = Cx::here();
    let place = cx.url(&CentreApplications::new());
    let tabs = ApplicationState::ALL
        .into_iter()
        .map(|tab| {
            let word = if tab == ApplicationState::Waiting {
                ""
            } else {
                tab.as_str()
            };
            let url = with_query(place.clone(), &[("state", word)]);
            view! { <a href=url aria-current=(tab == state).then_some("page")>{cx.t(state_word(tab))}</a> }
        })
        .collect_view();
    let next = list.next.map(|id| {
        let url = with_query(
            place.clone(),
            &[("state", state.as_str()), ("after", id.to_string().as_str())],
        );
        view! { <p class="c-actions"><a class="c-button" rel="next" href=url>{cx.t(t::BUTTON_NEXT_PAGE)}</a></p> }
    });
    let rows = if list.rows.is_empty() {
        view! { <p class="c-empty">{cx.t(t::APPLICATION_NONE)}</p> }.into_html()
    } else {
        let rows = list.rows.into_iter().map(|row| view! { <Line row/> }).collect_view();
        view! { <ul class="c-list">{rows}</ul> }.into_html()
    };
    view! {
        <CentreFrame title=t::APPLICATION_LIST>
            <nav class="c-tabs" aria-label=cx.t(t::APPLICATION_LIST)>{tabs}</nav>
            {rows}
            {next}
        </CentreFrame>
    }
    .into_html()
}

/// One application.
#[component]
fn Line(
    /// The application.
    row: ApplicationRow,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&CentreApplication::new(&row.id.to_string()));
    view! {
        <li class="c-line" data-testid="application">
            <span class="c-line__body">
                <a class="c-link" href=url><ShownName shown=row.name/></a><br/>
                <span class="c-muted"><ShownName shown=row.township/>" · "<Moment at=row.sent_at/></span>
            </span>
        </li>
    }
    .into_html()
}
