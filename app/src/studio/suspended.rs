//! What a suspended cooperative is told.

use l10n::t;
use leptos::prelude::*;
use service::admission;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, Moment};

/// On every page of its studio: since when and why it sells nothing, and what it can still do.
#[component]
pub(super) fn SuspendedBanner() -> Html {
    let cx = Cx::here();
    admission::suspension(cx.shop(), cx.actor())
        .map(|suspension| {
            // In the Centre's own words, whatever language they are in.
            let reason = view! { <p dir="auto" data-testid="suspended-reason">{suspension.reason}</p> };
            view! {
                <div class="c-notice c-notice--warn" role="note" data-testid="suspended">
                    <p><strong>{cx.t(t::STUDIO_SUSPENDED)}</strong>" "<Moment at=suspension.since/></p>
                    {reason}
                    <p>{cx.t(t::STUDIO_SUSPENDED_TEXT)}</p>
                </div>
            }
        })
        .into_html()
}
