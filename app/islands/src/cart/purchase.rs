//! A product's forms.

use components::{PurchaseActions, PurchaseForm, PurchaseView};
use domain::OfferId;
use leptos::prelude::*;
use web_sys::HtmlFormElement;

use super::adding;
use crate::island::island;

island! {
    /// Sizes, amount and sum of a product's page.
    purchase_island in purchase: PurchaseView => purchase, server
}

fn purchase(view: PurchaseView) -> impl IntoView {
    view! { <PurchaseForm view actions=Adding/> }
}

#[derive(Clone, Copy)]
struct Adding;

impl PurchaseActions for Adding {
    fn add(
        self,
        offer: OfferId,
        typed: String,
        form: HtmlFormElement,
        is_busy: RwSignal<bool>,
        refused: RwSignal<Option<String>>,
    ) {
        adding::add(offer, typed, Some(form), move |why| {
            // The page may have been left since.
            let _ = is_busy.try_set(false);
            let _ = refused.try_set(why);
        });
    }
}
