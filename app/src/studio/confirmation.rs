//! What of a product waits for the Centre, or was sent back, as its cooperative reads it.

use domain::{ProductId, ProposalState};
use l10n::{Text, t};
use leptos::prelude::*;
use service::studio::Standing;

use super::listing::TAKE_BACK;
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::routes::StudioProductSteps;
use crate::ui::{Html, IntoHtml, Moment};

/// How far the Centre is, in a word.
const fn state_word(state: ProposalState) -> Text {
    match state {
        ProposalState::Waiting => t::CONFIRMATION_WAITS,
        ProposalState::SentBack => t::CONFIRMATION_SENT_BACK,
    }
}

/// How far the Centre is with a product, or with one of its sizes, in a list.
#[component]
pub(super) fn StandingBadge(
    /// How far.
    state: ProposalState,
) -> Html {
    let cx = Cx::here();
    let class = match state {
        ProposalState::Waiting => "c-badge c-badge--warn",
        ProposalState::SentBack => "c-badge c-badge--error",
    };
    view! { <span class=class data-testid="standing">{cx.t(state_word(state))}</span> }.into_html()
}

/// The same at the product, with the reason, and the way to take it back; or that changes are going to wait.
#[component]
pub(super) fn StandingNotice(
    /// The product.
    id: ProductId,
    /// How far; nothing when nothing waits.
    standing: Option<Standing>,
    /// Whether what the cooperative does with its goods waits for the Centre.
    is_confirmed: bool,
    /// Whether buyers see the product.
    is_public: bool,
) -> Html {
    let cx = Cx::here();
    let Some(standing) = standing else {
        let text = if is_public {
            t::CONFIRMATION_WILL_WAIT
        } else {
            t::CONFIRMATION_WILL_WAIT_NEW
        };
        return is_confirmed
            .then(|| view! { <p class="c-notice">{cx.t(text)}</p> })
            .into_html();
    };
    let (text, next) = match (standing.publishes, standing.is_waiting()) {
        (true, true) => (t::CONFIRMATION_PRODUCT_WAITS, None),
        (false, true) => (t::CONFIRMATION_CHANGES_WAIT, None),
        (true, false) => (t::CONFIRMATION_PRODUCT_BACK, Some(t::CONFIRMATION_PRODUCT_MEND)),
        (false, false) => (t::CONFIRMATION_CHANGES_BACK, Some(t::CONFIRMATION_CHANGES_MEND)),
    };
    let reason = (!standing.reason.is_empty())
        .then(|| view! { <p dir="auto" data-testid="sent-back">{standing.reason.clone()}</p> });
    let next = next.map(|text| view! { <p>{cx.t(text)}</p> });
    let url = cx.url(&StudioProductSteps::new(&id.to_string()));
    let (take_back, explained) = if standing.publishes {
        (t::CONFIRMATION_TAKE_BACK_PRODUCT, None)
    } else {
        (t::CONFIRMATION_TAKE_BACK, Some(t::CONFIRMATION_TAKE_BACK_TEXT))
    };
    let explained = explained.map(|text| view! { <p class="c-muted">{cx.t(text)}</p> });
    view! {
        <section class="c-notice c-notice--warn c-stack" data-testid="waits-for-centre">
            <div class="c-row c-row--between">
                <strong>{cx.t(state_word(standing.state))}</strong>
                <span class="c-muted"><Moment at=standing.since/></span>
            </div>
            <p>{cx.t(text)}</p>
            {reason}
            {next}
            <form method="post" action=url data-testid="take-back">
                <FormKey/>
                {explained}
                <button class="c-button c-button--quiet" name="command" value=TAKE_BACK>{cx.t(take_back)}</button>
            </form>
        </section>
    }
    .into_html()
}
