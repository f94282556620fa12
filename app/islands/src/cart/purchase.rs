//! Choosing a size and an amount on a product's page: steppers, and the sum while one chooses.

use domain::{Currency, Money, SoldBy};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::dom;

/// Round the form of a product's page. The sum is computed by the same code the server prices the order with; prices
/// and rules stand in the form's own `data-` attributes.
#[island]
pub fn PurchaseIsland(
    /// The server-rendered form.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            wake_steppers(&root);
            show_total(&root);
        }
    });
    let on_input = move |event: web_sys::Event| {
        let Some(root) = dom::current(&event) else { return };
        if let Some(chosen) = dom::input_of(&event).filter(|input| input.name() == "offer")
            && let Some(amount) = dom::input(&root, "input[name=quantity]")
        {
            take_rules(&chosen, &amount);
        }
        show_total(&root);
        show_problem(&root, false);
    };
    // A number half typed is no mistake yet.
    let on_change = move |event: web_sys::Event| {
        if let Some(root) = dom::current(&event) {
            show_problem(&root, true);
        }
    };
    view! { <div class="c-island" node_ref=root on:input=on_input on:change=on_change>{children()}</div> }
}

/// The chosen size and the amount.
fn fields(root: &Element) -> Option<(HtmlInputElement, HtmlInputElement)> {
    Some((
        dom::input(root, "input[name=offer]:checked, input[type=hidden][name=offer]")?,
        dom::input(root, "input[name=quantity]")?,
    ))
}

/// Says beside an amount that cannot be ordered which ones can, when `is_typed` to the end; says nothing beside others.
fn show_problem(root: &Element, is_typed: bool) {
    let Some((chosen, amount)) = fields(root) else { return };
    let problem = problem(&chosen, &amount);
    if problem.is_none() || is_typed {
        say_beside(root, &amount, problem.as_deref());
    }
}

/// Why the amount of the chosen size cannot be ordered.
fn problem(chosen: &HtmlInputElement, amount: &HtmlInputElement) -> Option<String> {
    let is_wrong = rules(amount).parse(amount.value().trim()).is_err();
    is_wrong.then(|| chosen.dataset().get("sold").unwrap_or_default())
}

/// Says beside the form's amount why it was refused: what its own rules say, else what the shop said. Returns that.
pub(super) fn refused(form: &Element, said: String) -> String {
    let Some((chosen, amount)) = fields(form) else {
        return said;
    };
    let text = problem(&chosen, &amount).unwrap_or(said);
    say_beside(form, &amount, Some(&text));
    text
}

/// Takes back what was said beside the form's amount: it was added after all.
pub(super) fn accepted(form: &Element) {
    if let Some((_, amount)) = fields(form) {
        say_beside(form, &amount, None);
    }
}

/// Sets or, without `text`, takes away what is said beside an amount.
fn say_beside(root: &Element, amount: &HtmlInputElement, text: Option<&str>) {
    let Some(beside) = dom::first(root, "[data-testid=quantity-error]") else {
        return;
    };
    // Hidden, a text would still describe the field to a screen reader.
    beside.set_text_content(text);
    beside.set_hidden(text.is_none());
    drop(match text {
        Some(_) => amount.set_attribute("aria-invalid", "true"),
        None => amount.remove_attribute("aria-invalid"),
    });
}

fn show_total(root: &Element) {
    let Some((chosen, amount)) = fields(root) else { return };
    let text = total(&chosen, &amount).map_or_else(|| "–".to_owned(), |sum| l10n::format::money(dom::locale(), sum));
    dom::write(root, "[data-testid=purchase-total] bdi", &text);
}

/// What the chosen amount of the chosen size costs; nothing for an amount that is not sold.
fn total(chosen: &HtmlInputElement, amount: &HtmlInputElement) -> Option<Money> {
    let price = Money::new(
        dom::number(chosen, "price")?,
        Currency::parse(&chosen.get_attribute("data-currency")?)?,
    );
    let quantity = rules(amount).parse(amount.value().trim()).ok()?;
    price.times_ratio(quantity.amount(), dom::number(chosen, "per")?).ok()
}

/// Gives the amount the rules of a newly chosen size; one that does not fit them becomes the least.
fn take_rules(chosen: &HtmlInputElement, amount: &HtmlInputElement) {
    for rule in ["min", "step", "max"] {
        if let Some(value) = dom::number(chosen, rule) {
            drop(amount.dataset().set(rule, &value.to_string()));
        }
    }
    let rules = rules(amount);
    if amount.value().trim().parse().is_ok_and(|n| rules.accept(n).is_ok()) {
        return;
    }
    amount.set_value(&rules.min.to_string());
}

/// The rules an amount carries.
fn rules(amount: &HtmlElement) -> SoldBy {
    SoldBy {
        unit: domain::Unit::Piece,
        min: dom::number(amount, "min").unwrap_or(1),
        step: dom::number(amount, "step").unwrap_or(1).max(1),
        max: dom::number(amount, "max").unwrap_or(i64::MAX),
    }
}

/// Wakes the − and + buttons beside the amounts below `root`. The server renders them asleep, so nothing moves.
pub(super) fn wake_steppers(root: &Element) {
    for button in dom::all(root, "button[data-step]") {
        let Some(direction) = dom::number(&button, "step") else {
            continue;
        };
        drop(button.remove_attribute("disabled"));
        let owner = button.clone();
        let step = wasm_bindgen::closure::Closure::<dyn FnMut()>::new(move || {
            if let Some(amount) = owner.parent_element().and_then(|parent| dom::input(&parent, "input")) {
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
