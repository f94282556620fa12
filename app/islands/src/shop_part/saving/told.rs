//! Bringing the page in line with what the shop answered: what others saved, and what is decided.

use components::SavingTrouble;
use domain::shop_page::{Place, RIGHT, fingerprint};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::Saving;
use crate::browser::remove_told;

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
        remove_told("data-conflict", |place| open(place) == Some(false));
    }
}
