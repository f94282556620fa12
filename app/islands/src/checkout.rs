//! The checkout form: fields are checked as they are left, and the freight follows the province.

use domain::{FieldCode, PersonName, Phone, TextError};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use crate::dom;

/// Round the checkout form. It checks with the domain's own rules; the server checks again in any case.
#[island]
pub fn CheckoutIsland(
    /// Field code → what the reader is told.
    messages: Vec<(String, String)>,
    /// Total when the goods are collected at a station.
    collected: String,
    /// The server-rendered form.
    children: Children,
) -> impl IntoView {
    let on_change = move |event: web_sys::Event| {
        let Some(root) = dom::current(&event) else { return };
        if let Some(input) = dom::input_of(&event) {
            check(&root, &input, &messages);
        }
        show_freight(&root, &collected);
    };
    view! { <div class="c-island" on:change=on_change>{children()}</div> }
}

fn check(root: &Element, input: &HtmlInputElement, messages: &[(String, String)]) {
    let typed = input.value();
    let error = match input.name().as_str() {
        "name" => PersonName::parse(&typed).err().map(|error| match error {
            TextError::Required => FieldCode::Required,
            TextError::TooLong { .. } => FieldCode::TooLong,
            TextError::Forbidden => FieldCode::InvalidText,
        }),
        "phone" if typed.trim().is_empty() => Some(FieldCode::Required),
        "phone" => Phone::parse(&typed).err().map(|_| FieldCode::InvalidPhone),
        _ => return,
    };
    let text = error
        .and_then(|code| messages.iter().find(|(known, _)| known == code.as_str()))
        .map_or("", |(_, text)| text.as_str());
    match error {
        Some(_) => drop(input.set_attribute("aria-invalid", "true")),
        None => drop(input.remove_attribute("aria-invalid")),
    }
    dom::write(root, &format!("[data-error-for={}]", input.name()), text);
}

/// Freight and total of the delivery chosen, as the server wrote them into the options.
fn show_freight(root: &Element, collected: &str) {
    let chosen = |selector: &str| dom::first(root, selector);
    if chosen("input[name=delivery][value=station]:checked").is_some() {
        dom::write(root, "[data-testid=total] bdi", collected);
        if let Some(free) = chosen("input[name=delivery][value=station]").and_then(|e| e.get_attribute("data-freight")) {
            dom::write(root, "[data-testid=freight] bdi", &free);
        }
        return;
    }
    let option = chosen("select[name=province]")
        .and_then(|e| e.dyn_into::<HtmlSelectElement>().ok())
        .and_then(|select| select.selected_options().item(0));
    if let Some(option) = option {
        for (selector, name) in [("[data-testid=freight] bdi", "data-freight"), ("[data-testid=total] bdi", "data-total")] {
            if let Some(text) = option.get_attribute(name) {
                dom::write(root, selector, &text);
            }
        }
    }
}
