//! The little that islands ask of the document: its language, its build, going somewhere, focus.

use domain::{IdempotencyKey, Locale};
#[cfg(feature = "work")]
use leptos::html::Span;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
#[cfg(feature = "work")]
use web_sys::{Element, Event, EventInit, EventTarget, HtmlFormElement};

/// The page's language: its place among all.
pub(crate) fn locale() -> Locale {
    let place = l10n::whole(&of_document("data-place")).and_then(|place| place.try_into().ok());
    place.and_then(Locale::at).unwrap_or_default()
}

/// The word that changes with every build, as `start.js` left it.
pub(crate) fn build() -> String {
    of_document("data-build")
}

/// What the document says of itself; empty when it says nothing.
pub(crate) fn of_document(attribute: &str) -> String {
    document()
        .document_element()
        .and_then(|root| root.get_attribute(attribute))
        .unwrap_or_default()
}

/// Goes to a page.
pub(crate) fn go(url: &str) {
    // A browser that refuses an address of our own stays where it is.
    drop(window().location().assign(url));
}

/// Loads this page anew.
pub(crate) fn reload() {
    drop(window().location().reload());
}

/// Loads a page that says what was done, at this place of it. An address that is open already would only be scrolled in.
#[cfg(feature = "work")]
pub(crate) fn show_anew(url: &str, says: &str, place: &str) {
    let query = ["?", says].concat();
    if window().location().search().is_ok_and(|open| open == query) {
        reload();
    } else {
        go(&[url, &query, "#", place].concat());
    }
}

/// Asks for this page's address again: what it was sent, if it answers a form, is not sent once more.
#[cfg(feature = "work")]
pub(crate) fn open_again() {
    let location = window().location();
    if let (Ok(path), Ok(query)) = (location.pathname(), location.search()) {
        go(&[path, query].concat());
    }
}

/// Puts the focus on the element with this id.
pub(crate) fn focus(id: &str) {
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        drop(element.focus());
    }
}

/// Takes away what the server wrote with this attribute, where its value says that it is over: a page that stayed open tells of
/// what was so when it was loaded.
#[cfg(feature = "work")]
pub(crate) fn remove_told(attribute: &str, is_over: impl Fn(&str) -> bool) {
    let Ok(told) = document().query_selector_all(&["[", attribute, "]"].concat()) else {
        return;
    };
    for told in (0..told.length()).filter_map(|at| told.get(at)) {
        let Some(element) = told.dyn_ref::<Element>() else {
            continue;
        };
        if is_over(&element.get_attribute(attribute).unwrap_or_default()) {
            element.remove();
        }
    }
}

/// The form that an element stands in.
#[cfg(feature = "work")]
pub(crate) fn form_round(element: &Element) -> Option<HtmlFormElement> {
    element.closest("form").ok()??.dyn_into().ok()
}

/// Calls `begin` once with the form round an island's place in it, as soon as it is there. Listeners that are ended by
/// [`on_cleanup`] go with the island.
#[cfg(feature = "work")]
pub(crate) fn with_form(place: NodeRef<Span>, begin: impl FnOnce(HtmlFormElement) + 'static) {
    let mut begin = Some(begin);
    components::effect(move |_| {
        if let Some(form) = place.get().and_then(|place| form_round(&place))
            && let Some(begin) = begin.take()
        {
            begin(form);
        }
        true
    });
}

/// Whoever listens to the form hears of what a script put into a field as of something typed.
#[cfg(feature = "work")]
pub(crate) fn say_typed(field: &EventTarget) {
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &bubbles) {
        drop(field.dispatch_event(&event));
    }
}

/// A key nobody else has.
pub(crate) fn fresh_key() -> IdempotencyKey {
    let mut bytes = [0; 16];
    if let Ok(crypto) = window().crypto() {
        drop(crypto.get_random_values_with_u8_array(&mut bytes));
    }
    IdempotencyKey::from_bytes(bytes)
}
