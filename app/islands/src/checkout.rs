//! The checkout form: fields are checked as they are left, and freight and total follow the delivery chosen.

use domain::{Currency, FieldCode, Money, PersonName, Phone};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use crate::dom;

/// Round the checkout form. It checks with the domain's own rules and counts with its money; the server does both
/// again in any case. Fees stand in the freight table, sentences in `data-say-<code>` of the form.
#[island]
pub fn CheckoutIsland(
    /// The server-rendered form.
    children: Children,
) -> impl IntoView {
    let on_change = move |event: web_sys::Event| {
        let Some(root) = dom::current(&event) else { return };
        let Some(form) = dom::first(&root, "form") else { return };
        if let Some(input) = dom::input_of(&event) {
            check(&form, &input);
        }
        show_fees(&form);
    };
    view! { <div class="c-island" on:change=on_change>{children()}</div> }
}

/// Says beside a field what is wrong with it, in the same place and words as the server would.
fn check(form: &HtmlElement, input: &HtmlInputElement) {
    let typed = input.value();
    let error = match input.name().as_str() {
        "name" => PersonName::parse(&typed).err().map(FieldCode::from),
        "phone" if typed.trim().is_empty() => Some(FieldCode::Required),
        "phone" => Phone::parse(&typed).err().map(FieldCode::from),
        _ => return,
    };
    let mut id = input.id();
    id.push_str("-error");
    let shown = document().get_element_by_id(&id);
    let Some(code) = error else {
        // A field that is right now loses its mark.
        drop(input.remove_attribute("aria-invalid"));
        if let Some(shown) = shown {
            shown.remove();
        }
        return;
    };
    let mut name = String::from("data-say-");
    name.push_str(code.as_str());
    let text = form.get_attribute(&name).unwrap_or_default();
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
        shown.set_text_content(Some(&text));
    }
}

fn show_fees(form: &HtmlElement) {
    let sums = || {
        let currency = Currency::parse(&form.get_attribute("data-currency")?)?;
        let freight = Money::new(chosen_freight(form)?, currency);
        let total = Money::new(dom::number(form, "goods")?, currency)
            .checked_add(freight)
            .ok()?;
        Some((freight, total))
    };
    if let Some((freight, total)) = sums() {
        for (selector, money) in [
            ("[data-testid=checkout-freight] bdi", freight),
            ("[data-testid=checkout-total] bdi", total),
        ] {
            dom::write(form, selector, &l10n::format::money(dom::locale(), money));
        }
    }
}

/// Freight of the delivery chosen in the form, minor units, once one is chosen.
fn chosen_freight(form: &Element) -> Option<i64> {
    if dom::first(form, "input[name=delivery][value=station]:checked").is_some() {
        return Some(0);
    }
    let province: HtmlSelectElement = dom::first(form, "select[name=province]")?.dyn_into().ok()?;
    let province = province.value();
    dom::all(form, "tr[data-province]")
        .iter()
        .find(|row| row.dataset().get("province").as_deref() == Some(&province))
        .and_then(|row| dom::number(row, "minor"))
}
