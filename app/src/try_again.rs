//! The way on from an error of ours: what was typed goes onto the page that says so, with a button that sends it again.

use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::sent_form::SentForm;
use crate::ui::{Html, IntoHtml};

/// The way on from an error that may be over in a moment: the same form again, or the page at `place`.
#[component]
pub(crate) fn TryAgain(
    /// What was sent.
    sent: SentForm,
    /// The page to open again where no form was sent.
    place: String,
) -> Html {
    let cx = Cx::here();
    let label = cx.t(t::BUTTON_TRY_AGAIN);
    match sent.fields() {
        None => view! { <a class="c-button c-button--primary" href=place>{label}</a> }.into_html(),
        Some(fields) => {
            let fields = fields
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
                .collect_view();
            view! {
                <form method="post" action=cx.here_in(cx.locale()) data-testid="try-again">
                    {fields}
                    <button class="c-button c-button--primary">{label}</button>
                </form>
            }
            .into_html()
        }
    }
}
