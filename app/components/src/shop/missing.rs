//! What is missing in a part, each with the way to its field.

use l10n::t;
use leptos::prelude::*;

use crate::words::Say;

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingLine {
    /// Where it would be written.
    pub href: String,
    /// What the field is called.
    pub label: String,
    /// What buyers do not see without it.
    pub text: String,
}

/// What buyers see by half or not at all; nothing where all is whole.
#[component]
pub fn MissingLines(
    /// It.
    lines: Vec<MissingLine>,
) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let lines = lines
            .into_iter()
            .map(|line| {
                view! {
                    <li data-testid="hint"><a class="c-link" href=line.href>{line.label}</a>" — "{line.text}</li>
                }
            })
            .collect_view();
        view! {
            <div class="c-notice c-notice--warn" data-testid="missing">
                <p><Say text=t::SHOPFRONT_MISSING/></p>
                <ul>{lines}</ul>
            </div>
        }
    })
}
