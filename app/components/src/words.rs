//! The words at hand where a component is rendered.

#[cfg(feature = "ssr")]
use std::sync::Arc;

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

/// Hears the name of a text, and what it says.
#[cfg(feature = "ssr")]
pub type HearsText = dyn Fn(&str, &str) + Send + Sync;

/// Given in translator mode, where sentences carry the names of their texts: hears of each that is said. A page that has it is
/// hydrated by nothing.
#[cfg(feature = "ssr")]
#[derive(Clone)]
pub struct MarkTexts(pub Arc<HearsText>);

/// A sentence; what fills it in stands in `<bdi>`.
#[component]
pub fn Say(
    /// The sentence.
    #[prop(into)]
    text: Message<'static>,
) -> impl IntoView {
    said(text)
}

/// In the browser there is one way only: a page whose sentences carry names is hydrated by nothing.
#[cfg(not(feature = "ssr"))]
fn said(text: Message<'static>) -> impl IntoView {
    view_of(words().parts(text))
}

#[cfg(feature = "ssr")]
fn said(text: Message<'static>) -> impl IntoView {
    let id = text.id();
    let parts = words().parts(text);
    match use_context::<MarkTexts>() {
        Some(marks) => {
            let said = parts.iter().map(|part| match part {
                Part::Text(text) | Part::Isolated(text) => text.as_str(),
            });
            (marks.0)(id, &said.collect::<String>());
            Either::Left(view! { <span data-l10n=id>{view_of(parts)}</span> })
        }
        None => Either::Right(view_of(parts)),
    }
}

/// A filled-in text; what fills it in stands in `<bdi>`.
pub(crate) fn view_of(parts: Vec<Part>) -> impl IntoView {
    parts
        .into_iter()
        .map(|part| match part {
            Part::Text(text) => Either::Left(text),
            Part::Isolated(text) => Either::Right(view! { <bdi>{text}</bdi> }),
        })
        .collect_view()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use std::sync::Mutex;

    use domain::Locale;
    use l10n::{Texts, t};

    use super::*;

    fn html(is_marked: bool) -> (String, Vec<String>) {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let hears = Arc::clone(&heard);
        let html = Owner::new().with(|| {
            provide_words(Texts::built_in().words(Locale::Es, &[t::CART_TITLE]));
            if is_marked {
                provide_context(MarkTexts(Arc::new(move |unit: &str, text: &str| {
                    if let Ok(mut heard) = hears.lock() {
                        heard.push([unit, "=", text].concat());
                    }
                })));
            }
            view! { <h1><Say text=t::CART_TITLE/></h1> }.to_html()
        });
        let heard = heard.lock().map(|heard| heard.clone()).unwrap_or_default();
        (html, heard)
    }

    #[test]
    fn a_sentence_carries_its_name_in_translator_mode_only() {
        let title = Texts::built_in().get(Locale::Es, t::CART_TITLE);
        let (plain, heard) = html(false);
        assert!(plain.contains(&title) && !plain.contains("span"), "{plain}");
        assert!(heard.is_empty());
        let (marked, heard) = html(true);
        assert!(marked.contains("<span data-l10n=\"cart-title\">"), "{marked}");
        assert_eq!(heard, [format!("cart-title={title}")]);
    }
}
