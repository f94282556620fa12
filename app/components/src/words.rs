//! The words at hand where a component is rendered.

use l10n::{Message, Part, Words};
use leptos::either::Either;
use leptos::prelude::*;

/// Gives the components below these words.
pub fn provide_words(words: Words) {
    provide_context(words);
}

/// The words of this page or island. Call it while rendering; handlers take a copy along.
pub fn words() -> Words {
    use_context().unwrap_or_else(|| Words::read(domain::Locale::default(), ""))
}

/// A sentence; what fills it in stands in `<bdi>`.
#[component]
pub fn Say(
    /// The sentence.
    #[prop(into)]
    text: Message<'static>,
) -> impl IntoView {
    words()
        .parts(text)
        .into_iter()
        .map(|part| match part {
            Part::Text(text) => Either::Left(text),
            Part::Isolated(text) => Either::Right(view! { <bdi>{text}</bdi> }),
        })
        .collect_view()
}
