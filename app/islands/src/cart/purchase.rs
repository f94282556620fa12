//! Choosing a size and an amount on a product's page: steppers, and the sum while one chooses.

use domain::{Locale, OfferTerms, SoldBy};
use leptos::html::Div;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::dom;

/// A size and what it costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// The offer.
    pub offer: i64,
    /// Unit, steps, price.
    pub terms: OfferTerms,
}

/// Round the form of a product's page. The sum is computed by the same code the server prices the order with.
#[island]
pub fn PurchaseIsland(
    /// The page's language.
    locale: Locale,
    /// The sizes.
    sizes: Vec<Size>,
    /// What the button that takes one away is called.
    less: String,
    /// What the button that adds one is called.
    more: String,
    /// The server-rendered form.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            add_steppers(&root, &less, &more);
        }
    });
    let on_input = move |event: web_sys::Event| {
        let Some(root) = dom::current(&event) else { return };
        let chosen = dom::first(&root, "input[name=offer]:checked, input[type=hidden][name=offer]")
            .and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
        let amount = dom::first(&root, "input[name=quantity]").and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
        let (Some(chosen), Some(amount)) = (chosen, amount) else {
            return;
        };
        if dom::input_of(&event).is_some_and(|input| input.name() == "offer") {
            take_rules(&chosen, &amount);
        }
        let size = sizes.iter().find(|size| size.offer.to_string() == chosen.value());
        let total = size.and_then(|size| {
            let quantity = size.terms.sold_by.parse(amount.value().trim()).ok()?;
            size.terms.line_total(quantity).ok()
        });
        let text = total.map_or_else(|| "–".to_owned(), |total| l10n::format::money(locale, total));
        dom::write(&root, "[data-testid=purchase-total] bdi", &text);
    };
    view! { <div class="c-island" node_ref=root on:input=on_input>{children()}</div> }
}

/// Gives the amount the rules of a newly chosen size; one that does not fit them becomes the least.
fn take_rules(chosen: &HtmlInputElement, amount: &HtmlInputElement) {
    for rule in ["min", "step", "max"] {
        if let Some(value) = dom::number(chosen, rule) {
            drop(amount.set_attribute(&format!("data-{rule}"), &value.to_string()));
        }
    }
    let rules = rules(amount);
    if amount.value().trim().parse().is_ok_and(|n| rules.accept(n).is_ok()) {
        return;
    }
    amount.set_value(&rules.min.to_string());
}

/// The rules an amount carries.
fn rules(amount: &Element) -> SoldBy {
    SoldBy {
        unit: domain::Unit::Piece,
        min: dom::number(amount, "min").unwrap_or(1),
        step: dom::number(amount, "step").unwrap_or(1).max(1),
        max: dom::number(amount, "max").unwrap_or(i64::MAX),
    }
}

/// Wakes the − and + buttons beside the amounts below `root`. The server renders them asleep, so nothing moves.
pub(super) fn add_steppers(root: &Element, less: &str, more: &str) {
    for button in dom::all(root, "button[data-step]") {
        let Some(direction) = dom::number(&button, "step") else {
            continue;
        };
        drop(button.set_attribute("aria-label", if direction < 0 { less } else { more }));
        drop(button.remove_attribute("disabled"));
        let owner = button.clone();
        let step = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || {
            let amount = owner
                .parent_element()
                .and_then(|parent| dom::first(&parent, "input"))
                .and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
            if let Some(amount) = amount {
                take_step(&amount, direction);
            }
        });
        drop(button.add_event_listener_with_callback("click", step.as_ref().unchecked_ref()));
        step.forget();
    }
}

fn take_step(amount: &HtmlInputElement, direction: i64) {
    let rules = rules(amount);
    let now = amount.value().trim().parse().unwrap_or(rules.min);
    let next = direction
        .saturating_mul(rules.step)
        .saturating_add(now)
        .clamp(rules.min, rules.max.max(rules.min));
    if next == now {
        return;
    }
    amount.set_value(&next.to_string());
    for kind in ["input", "change"] {
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        if let Ok(event) = web_sys::Event::new_with_event_init_dict(kind, &init) {
            drop(amount.dispatch_event(&event));
        }
    }
}
