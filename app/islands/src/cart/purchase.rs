//! A product's forms.

use components::{PurchaseActions, PurchaseForm, PurchaseView, texts};
use domain::OfferId;
use leptos::html::Form;
use leptos::prelude::*;

use super::adding;
use crate::island::island;

island! {
    /// Sizes, amount and sum of a product's page.
    purchase_island in purchase: PurchaseView => purchase, [texts::PURCHASE]
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
        form: NodeRef<Form>,
        is_busy: RwSignal<bool>,
        refused: RwSignal<Option<String>>,
    ) {
        adding::add(offer, typed, form.get_untracked(), move |why| {
            // The page may have been left since.
            let _ = is_busy.try_set(false);
            let _ = refused.try_set(why);
        });
    }
}
