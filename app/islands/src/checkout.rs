//! The checkout form: fields are checked as they are left, and freight and total follow the delivery chosen.

use domain::{FieldCode, Locale, Money, PersonName, Phone};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use crate::dom;

/// What the form needs to count with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fees {
    /// Price of the goods.
    pub goods: Money,
    /// Province code → freight, minor units of the same currency.
    pub freight: Vec<(String, i64)>,
}

/// Round the checkout form. It checks with the domain's own rules and counts with its money; the server does both
/// again in any case.
#[island]
pub fn CheckoutIsland(
    /// The page's language.
    locale: Locale,
    /// Goods and freight.
    fees: Fees,
    /// Field code → what the reader is told.
    messages: Vec<(String, String)>,
    /// The server-rendered form.
    children: Children,
) -> impl IntoView {
    let on_change = move |event: web_sys::Event| {
        let Some(root) = dom::current(&event) else { return };
        if let Some(input) = dom::input_of(&event) {
            check(&input, &messages);
        }
        if let Some(freight) = chosen_freight(&root, &fees) {
            let total = fees.goods.checked_add(freight);
            dom::write(
                &root,
                "[data-testid=checkout-freight] bdi",
                &l10n::format::money(locale, freight),
            );
            if let Ok(total) = total {
                dom::write(
                    &root,
                    "[data-testid=checkout-total] bdi",
                    &l10n::format::money(locale, total),
                );
            }
        }
    };
    view! { <div class="c-island" on:change=on_change>{children()}</div> }
}

/// Says beside a field what is wrong with it, in the same place and words as the server would.
fn check(input: &HtmlInputElement, messages: &[(String, String)]) {
    let typed = input.value();
    let error = match input.name().as_str() {
        "name" => PersonName::parse(&typed).err().map(FieldCode::from),
        "phone" if typed.trim().is_empty() => Some(FieldCode::Required),
        "phone" => Phone::parse(&typed).err().map(FieldCode::from),
        _ => return,
    };
    let id = format!("field-{}-error", input.name());
    let shown = document().get_element_by_id(&id);
    let Some(code) = error else {
        // A field that is right now loses its mark.
        drop(input.remove_attribute("aria-invalid"));
        if let Some(shown) = shown {
            shown.remove();
        }
        return;
    };
    let text = messages
        .iter()
        .find(|(known, _)| known == code.as_str())
        .map_or("", |(_, text)| text.as_str());
    drop(input.set_attribute("aria-invalid", "true"));
    drop(input.set_attribute("aria-describedby", &id));
    let shown = shown.or_else(|| {
        let made = document().create_element("p").ok()?;
        made.set_id(&id);
        made.set_class_name("c-field__error");
        input.parent_element()?.append_child(&made).ok()?;
        Some(made)
    });
    if let Some(shown) = shown {
        shown.set_text_content(Some(text));
    }
}

/// Freight of the delivery chosen in the form, once one is chosen.
fn chosen_freight(root: &Element, fees: &Fees) -> Option<Money> {
    if dom::first(root, "input[name=delivery][value=station]:checked").is_some() {
        return Some(Money::zero(fees.goods.currency));
    }
    let province: HtmlSelectElement = dom::first(root, "select[name=province]")?.dyn_into().ok()?;
    let province = province.value();
    let (_, minor) = fees.freight.iter().find(|(code, _)| *code == province)?;
    Some(Money::new(*minor, fees.goods.currency))
}
