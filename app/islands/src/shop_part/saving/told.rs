//! Bringing the page in line with what the shop answered: what others saved, and what is decided.

use components::SavingTrouble;
use domain::shop_page::{Place, fingerprint};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{RIGHT, Saving};

impl Saving {
    /// Shows what somebody else saved in fields that nobody touched here.
    pub(super) fn show_others(self) {
        for field in self.fields() {
            let saved = self
                .work
                .try_with_value(|work| work.pending.block.get(field.place).to_owned())
                .unwrap_or_default();
            let (typed, now) = (fingerprint(&field.text), fingerprint(&saved));
            if typed == field.seen && now != field.seen {
                self.put(&field.place.to_string(), &saved);
                self.see(field.place, now);
            }
        }
    }

    /// Takes the tick out of the box that says that a translation is right.
    pub(super) fn untick(self, place: Place) {
        self.each_field(&[RIGHT, &place.to_string()].concat(), |field| {
            if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
                input.set_checked(false);
            }
        });
    }

    /// Takes away what the page itself told of conflicts that are decided by now: what is saved, and the choice beside it.
    pub(super) fn drop_decided(self) {
        let open = |place: &str| {
            self.work.try_with_value(|work| {
                let mut troubles = work.pending.troubles.iter();
                troubles.any(|trouble| match trouble {
                    // The notice above the form is of all of them.
                    SavingTrouble::Conflict { place: of, .. } => place.is_empty() || of.to_string() == place,
                    _ => false,
                })
            })
        };
        let Ok(told) = document().query_selector_all("[data-conflict]") else {
            return;
        };
        for told in (0..told.length()).filter_map(|at| told.get(at)) {
            let Some(element) = told.dyn_ref::<web_sys::Element>() else {
                continue;
            };
            let place = element.get_attribute("data-conflict").unwrap_or_default();
            if open(&place) == Some(false) {
                element.remove();
            }
        }
    }
}
