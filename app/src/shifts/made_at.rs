//! Forms about cash say at which counter they were made: whoever works at two, and went on at another one in a second window, is told
//! and books nothing there.

use domain::{Actor, FieldCode};
use l10n::t;
use leptos::prelude::*;
use service::{Error, FieldErrors};

use crate::cx::Cx;
use crate::form::Form;
use crate::ui::{Hidden, Html, IntoHtml};

/// Name of the field.
const NAME: &str = "station";

/// The number of the station, or a word for the Centre.
fn counter_of(actor: Actor) -> String {
    actor
        .station()
        .map_or_else(|| "centre".to_owned(), |station| station.to_string())
}

/// The hidden field.
#[component]
pub(crate) fn MadeAt() -> Html {
    let value = counter_of(Cx::here().actor());
    view! { <Hidden name=NAME value/> }.into_html()
}

/// Whether a form was made at another counter than that at which its sender works by now.
pub(crate) fn is_made_elsewhere(cx: &Cx, form: &Form) -> bool {
    let made_at = form.get(NAME);
    // Pages of the release before do not say it.
    !made_at.is_empty() && made_at != counter_of(cx.actor())
}

/// Why such a form was not carried out.
pub(crate) fn elsewhere() -> Error {
    Error::field(NAME, FieldCode::Changed)
}

/// Says so, where that is what is wrong.
#[component]
pub(crate) fn ElsewhereNotice(
    /// What is wrong with the form that was sent.
    errors: FieldErrors,
) -> Html {
    let cx = Cx::here();
    errors
        .of(NAME)
        .map(|_| {
            view! {
                <div class="c-notice c-notice--error" id="notice" role="alert" data-testid="made-elsewhere">
                    <p>{cx.t(t::SHIFT_ELSEWHERE)}</p>
                </div>
            }
        })
        .into_html()
}
