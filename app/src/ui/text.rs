//! Texts that merchants wrote: in the reader's language if there is one, else in another, and then it says so.

use domain::Locale;
use l10n::{format, t};
use leptos::prelude::*;
use service::Shown;

use crate::cx::Cx;
use crate::html::{Html, IntoHtml};

/// The name of a language, in the reader's language; of one that was added, its own.
pub fn language_name(cx: &Cx, language: Locale) -> String {
    match language {
        Locale::Ug => cx.t(t::LANGUAGE_NAME_UG),
        Locale::Zh => cx.t(t::LANGUAGE_NAME_ZH),
        Locale::Es => cx.t(t::LANGUAGE_NAME_ES),
        Locale::Added(_) => language.native_name().to_owned(),
    }
}

/// When it may work again, in words.
pub fn wait_text(cx: &Cx, seconds: u32) -> String {
    cx.t(format::wait(seconds))
}

/// A short text (a name, a tagline) with the mark of its language; a small label when that is not the page's.
#[component]
pub fn ShownText(
    /// The text.
    shown: Shown,
) -> Html {
    let cx = Cx::here();
    let label = (shown.lang != cx.locale()).then(|| {
        let text = cx.tv(t::language_shown_in(language_name(&cx, shown.lang)));
        view! { " "<small class="c-shown__lang">{text}</small> }
    });
    view! {
        <span class="c-shown" lang=shown.lang.bcp47() dir="auto">{shown.text}</span>
        {label}
    }
    .into_html()
}

/// A name where there is no room for a label (cards, links, lines of a table): marked for screen readers and fonts.
#[component]
pub fn ShownName(
    /// The name.
    shown: Shown,
) -> Html {
    view! { <span class="c-shown" lang=shown.lang.bcp47() dir="auto">{shown.text}</span> }.into_html()
}

/// A long text in paragraphs, with a label above when it is in another language or may be out of date.
#[component]
pub fn ShownProse(
    /// The text; a newline begins a paragraph.
    shown: Shown,
) -> Html {
    let cx = Cx::here();
    let elsewhere = (shown.lang != cx.locale())
        .then(|| view! { <p class="c-shown__lang">{cx.tv(t::language_shown_in(language_name(&cx, shown.lang)))}</p> });
    let outdated = shown
        .outdated
        .then(|| view! { <p class="c-shown__lang">{cx.tv(t::LANGUAGE_TRANSLATION_OUTDATED)}</p> });
    let lang = shown.lang.bcp47();
    let paragraphs = shown
        .text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p lang=lang dir="auto">{line.to_owned()}</p> })
        .collect_view();
    view! { <div class="c-prose">{elsewhere}{outdated}{paragraphs}</div> }.into_html()
}
