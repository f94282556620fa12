//! Adding to the cart without leaving the page.

use std::cell::RefCell;

use domain::{IdempotencyKey, OfferId};
use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, HtmlInputElement};

use super::calls::add_to_cart;
use super::store;
use crate::browser;
use crate::call::Problem;
use crate::toast::{self, Toast};

thread_local! {
    /// Additions of which it is not known whether they were done: pressed again, they go out with the same key.
    static UNSURE: RefCell<Vec<(OfferId, String, IdempotencyKey)>> = const { RefCell::new(Vec::new()) };
}

/// Adds `typed` of an offer when its turn comes, and says so. `done` learns why not, if it was refused; `form` is sent the
/// ordinary way when the answer cannot be read.
pub(super) fn add(
    offer: OfferId,
    typed: String,
    form: Option<HtmlFormElement>,
    done: impl FnOnce(Option<String>) + 'static,
) {
    let key = UNSURE
        .with_borrow_mut(|unsure| {
            let known = unsure
                .iter()
                .position(|(known, amount, _)| *known == offer && *amount == typed)?;
            Some(unsure.swap_remove(known).2)
        })
        .unwrap_or_else(browser::fresh_key);
    store::enqueue(async move {
        let answer = add_to_cart(browser::locale(), offer, typed.clone(), key).await;
        if matches!(
            answer,
            Err(Problem::Offline | Problem::Busy | Problem::Later(_) | Problem::Kept(_))
        ) {
            UNSURE.with_borrow_mut(|unsure| unsure.push((offer, typed, key)));
        }
        let refused = match answer {
            Ok(added) => {
                toast::say(Toast::Added(added.says));
                store::take_cart(added.cart);
                None
            }
            Err(Problem::Refused(text) | Problem::Over(text)) => {
                toast::say(Toast::Said(text.clone()));
                Some(text)
            }
            Err(Problem::Busy) => {
                toast::say(Toast::Busy);
                None
            }
            Err(Problem::Later(text) | Problem::Kept(text)) => {
                toast::say(Toast::Said(text));
                None
            }
            Err(Problem::Offline) => {
                toast::say(Toast::Offline);
                None
            }
            Err(Problem::Broken) => {
                if let Some(form) = form {
                    send_plainly(&form, key);
                }
                None
            }
        };
        done(refused);
    });
}

/// Sends a form as it would go without a script, with its key: the shop may have done it already.
fn send_plainly(form: &HtmlFormElement, key: IdempotencyKey) {
    let field = leptos::prelude::document()
        .create_element("input")
        .ok()
        .and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        field.set_type("hidden");
        field.set_name("key");
        field.set_value(&key.to_string());
        drop(form.append_child(&field));
    }
    drop(form.submit());
}
