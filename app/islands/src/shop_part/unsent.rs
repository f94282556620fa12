//! On the page that is shown to buyers: which of its parts have text that is on this device only.

use components::{UnsentLine, UnsentPart, UnsentView};
use leptos::prelude::*;

use crate::draft;
use crate::island::island;

island! {
    /// Names the parts whose text the shop does not have yet.
    unsent_island: UnsentView => unsent
}

fn unsent(view: UnsentView) -> impl IntoView {
    let UnsentView { lead, parts } = view;
    let unsent = RwSignal::new(Vec::<UnsentPart>::new());
    components::effect(move |is_done| {
        if is_done.is_none() {
            let found = parts.iter().filter(|part| draft::is_unsent(&part.key)).cloned();
            unsent.set(found.collect());
        }
        true
    });
    view! { <UnsentLine lead unsent/> }
}
