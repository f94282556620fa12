//! Texts that merchants wrote: in the reader's language if there is one, else in another, and then it says so.

use domain::Locale;
use domain::view::Shown;
use l10n::{Words, t};
use leptos::prelude::*;

use crate::words::{Say, words};

/// The name of a language; of one that was added, only its own is known.
pub fn language_name(words: &Words, language: Locale) -> String {
    words.get(match language {
        Locale::Ug => t::LANGUAGE_NAME_UG,
        Locale::Zh => t::LANGUAGE_NAME_ZH,
        Locale::Es => t::LANGUAGE_NAME_ES,
        Locale::Added(_) => return language.native_name().to_owned(),
    })
}

/// A short text (a name, a tagline) with the mark of its language; a small label when that is not the page's.
#[component]
pub fn ShownText(
    /// The text.
    shown: Shown,
) -> impl IntoView {
    let words = words();
    let label = (shown.lang != words.locale()).then(|| {
        let language = language_name(&words, shown.lang);
        view! { " "<small class="c-shown__lang"><Say text=t::language_shown_in(language)/></small> }
    });
    view! {
        <span class="c-shown" lang=shown.lang.bcp47() dir="auto">{shown.text}</span>
        {label}
    }
}

/// A name where there is no room for a label (cards, links, lines of a table): marked for screen readers and fonts.
#[component]
pub fn ShownName(
    /// The name.
    shown: Shown,
) -> impl IntoView {
    view! { <span class="c-shown" lang=shown.lang.bcp47() dir="auto">{shown.text}</span> }
}
