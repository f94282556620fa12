//! The Centre at work in this studio, as both sides see it.

use domain::Actor;
use l10n::t;
use leptos::prelude::*;
use service::members::Visit;

use crate::cx::Cx;
use crate::routes::AccountAct;
use crate::ui::{Html, IntoHtml, Moment};

/// On every page of a studio that is open in its name: that it is, and the way out.
#[component]
pub(super) fn SupportBanner() -> Html {
    let cx = Cx::here();
    matches!(cx.actor(), Actor::Support { .. }).then(|| {
        view! {
            <form class="c-notice c-notice--warn c-bar" method="post" action=cx.url(&AccountAct::new()) data-testid="support-banner">
                <p>{cx.t(t::SUPPORT_BANNER)}</p>
                <button class="c-button" name="support" value="end">{cx.t(t::SUPPORT_END)}</button>
            </form>
        }
    })
    .into_html()
}

/// For the cooperative: that the Centre worked here in its name, who, and when.
#[component]
pub(super) fn SupportVisits(
    /// The visits.
    visits: Vec<Visit>,
) -> Html {
    let cx = Cx::here();
    if visits.is_empty() {
        return Html::new("");
    }
    let rows = visits
        .into_iter()
        .map(|visit| view! { <li><Moment at=visit.at/>" · "<bdi>{visit.name}</bdi></li> })
        .collect_view();
    view! {
        <section class="c-notice" data-testid="support-visits">
            <strong>{cx.t(t::SUPPORT_VISITS_TITLE)}</strong>
            <ul>{rows}</ul>
        </section>
    }
    .into_html()
}
