//! The few things islands do with the document.

use domain::Locale;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement};

/// All elements below `root` that match.
pub(crate) fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|i| found.item(i)?.dyn_into().ok())
        .collect()
}

/// The first element below `root` that matches.
pub(crate) fn first(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok()??.dyn_into().ok()
}

/// Writes a finished text into every element below `root` that matches.
pub(crate) fn write(root: &Element, selector: &str, text: &str) {
    for element in all(root, selector) {
        if element.text_content().as_deref() != Some(text) {
            element.set_text_content(Some(text));
        }
    }
}

/// The value of a form's field.
pub(crate) fn field(form: &HtmlFormElement, name: &str) -> String {
    web_sys::FormData::new_with_form(form)
        .ok()
        .and_then(|data| data.get(name).as_string())
        .unwrap_or_default()
}

/// All elements of the document that match.
pub(crate) fn everywhere(selector: &str) -> Vec<HtmlElement> {
    document()
        .document_element()
        .map_or_else(Vec::new, |root| all(&root, selector))
}

/// The first input below `root` that matches.
pub(crate) fn input(root: &Element, selector: &str) -> Option<HtmlInputElement> {
    first(root, selector)?.dyn_into().ok()
}

/// A number an element carries as `data-<name>`.
pub(crate) fn number(element: &HtmlElement, name: &str) -> Option<i64> {
    element.dataset().get(name)?.parse().ok()
}

/// The page's language.
pub(crate) fn locale() -> Locale {
    let tag = document()
        .document_element()
        .map(|root| root.get_attribute("lang").unwrap_or_default())
        .unwrap_or_default();
    Locale::ALL
        .into_iter()
        .find(|locale| locale.bcp47() == tag)
        .unwrap_or_default()
}

/// How long a short message stays.
const SAID: std::time::Duration = std::time::Duration::from_secs(5);

/// The page's live region: read out by screen readers, shown as a short message that goes away by itself.
pub(crate) fn say(text: &str) {
    let Some(region) = document().get_element_by_id("status") else {
        return;
    };
    region.set_text_content(Some(text));
    let said = text.to_owned();
    set_timeout(
        move || {
            // A later message has a clock of its own.
            if region.text_content().as_deref() == Some(&said) {
                region.set_text_content(None);
            }
        },
        SAID,
    );
}

/// Says that the network is gone, in the words the page brought along.
pub(crate) fn say_offline() {
    if let Some(text) = document()
        .get_element_by_id("status")
        .and_then(|region| region.get_attribute("data-offline"))
    {
        say(&text);
    }
}

/// The input behind an event, if it is one.
pub(crate) fn input_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// The element a listener of an island sits on.
pub(crate) fn current(event: &web_sys::Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}
