//! What somebody typed into a form that is not there any more.

use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml};

/// The text, to be copied; nothing when nothing was typed.
#[component]
pub(super) fn TypedText(
    /// What was typed.
    text: String,
) -> Html {
    let cx = Cx::here();
    if text.trim().is_empty() {
        return Html::new("");
    }
    let lines = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p dir="auto">{line.to_owned()}</p> })
        .collect_view();
    view! {
        <section class="c-card c-stack" data-testid="typed">
            <h2 class="c-card__title">{cx.t(t::CENTRE_TYPED)}</h2>
            <div class="c-prose">{lines}</div>
        </section>
    }
    .into_html()
}
