//! The number of the cart in the menu, and adding from any card.

use components::{effect, live};
use domain::OfferId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

use super::{adding, store};
use crate::island::island;

/// What the number starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadgeProps {
    /// How many lines the cart has.
    pub count: u32,
}

island! {
    /// The cart's number. It takes over every form of the page that adds from a card, those that come with later pages too,
    /// so that a list of 24 products hydrates one island and not 24.
    badge_island: BadgeProps => badge
}

fn badge(props: BadgeProps) -> impl IntoView {
    let shown = store::shown();
    store::take_count(&shown, props.count);
    let count = RwSignal::from(shown.count);
    effect(|_| {
        let listener = window_event_listener_untyped("submit", take_over);
        on_cleanup(move || listener.remove());
        true
    });
    // A cart has some dozens of lines at most: a number written the same in every language.
    let text = live(move || match count.get() {
        0 => None,
        count => Some(count.to_string()),
    });
    view! { <span class="c-badge" data-testid="cart-count" hidden=live(move || count.get() == 0)>{text}</span> }
}

/// Sends a card's form from here.
fn take_over(event: web_sys::Event) {
    let Some(form) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlFormElement>().ok())
    else {
        return;
    };
    if form.get_attribute("data-enhance").as_deref() != Some("cart-add") {
        return;
    }
    let Ok(fields) = FormData::new_with_form(&form) else {
        return;
    };
    let field = |name: &str| fields.get(name).as_string().unwrap_or_default();
    let Some(offer) = l10n::whole(&field("offer")).map(OfferId) else {
        return;
    };
    event.prevent_default();
    // A sign that the tap was heard; each tap counts, one after the other.
    drop(form.set_attribute("aria-busy", "true"));
    let busy = form.clone();
    adding::add(offer, field("quantity"), Some(form), move |_| {
        drop(busy.remove_attribute("aria-busy"))
    });
}
