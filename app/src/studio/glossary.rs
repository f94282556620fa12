//! Beside the fields of a text: the words of the glossary that occur in it, in the other languages.

use domain::Locale;
use l10n::glossary::Term;
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, language_name};

/// The words, a line for each language; nothing where none occurs.
#[component]
pub(super) fn GlossaryWords(
    /// The language of the texts.
    source: Locale,
    /// What is written in it.
    texts: Vec<String>,
) -> Html {
    let cx = Cx::here();
    let glossary = cx.shop().glossary();
    let terms_into = |target: Locale| glossary.terms_in(source, target, texts.iter().map(String::as_str));
    let lines: Vec<Html> = Locale::BUILT_IN
        .into_iter()
        .filter(|target| *target != source)
        .map(|target| (target, terms_into(target)))
        .filter(|(_, terms)| !terms.is_empty())
        .map(|(target, terms)| line(&cx, (source, target), terms))
        .collect();
    if lines.is_empty() {
        return Html::new("");
    }
    view! {
        <details data-testid="glossary">
            <summary>{cx.t(t::STUDIO_GLOSSARY)}</summary>
            <dl class="c-facts">{lines}</dl>
        </details>
    }
    .into_html()
}

fn line(cx: &Cx, (source, target): (Locale, Locale), terms: Vec<Term>) -> Html {
    let words = terms
        .into_iter()
        .map(|term| {
            view! {
                <li><bdi lang=source.bcp47()>{term.source}</bdi>" — "<bdi lang=target.bcp47()>{term.target}</bdi></li>
            }
        })
        .collect_view();
    view! { <div><dt>{language_name(cx, target)}</dt><dd><ul>{words}</ul></dd></div> }.into_html()
}
