//! The key of a form, which makes sending it twice harmless: the page carries a fresh one, and the use case does under it
//! what is asked for once. Forms that only set a value need none.

use domain::{ErrorCode, IdempotencyKey};
use leptos::prelude::*;
use service::{Attempt, Shop};

use crate::cx::Cx;
use crate::form::Form;
use crate::sent_form::CONFIRMING;
use crate::ui::{Html, IntoHtml};

/// Name of the field.
const NAME: &str = "key";
/// Its name in the page that asks once more who one is: that page carries another form, with a key of its own.
pub(crate) const CONFIRM: &str = "confirm-key";

/// The hidden field.
#[component]
pub(crate) fn FormKey(
    /// Name of the field.
    #[prop(default = NAME)]
    name: &'static str,
) -> Html {
    // A system without randomness cannot sign anybody in either; the form itself need not fail for it.
    service::new_key()
        .ok()
        .map(|key| view! { <input type="hidden" name=name value=key.to_string()/> })
        .into_html()
}

/// The shop, as it does what `form` asks for once.
///
/// # Errors
/// [`ErrorCode::Invalid`] for a key that no page of ours carries.
pub(crate) fn shop_for(cx: &Cx, form: &Form) -> Result<Shop, ErrorCode> {
    shop_by(cx, form, NAME)
}

/// [`shop_for`], by the key in this field.
///
/// # Errors
/// As [`shop_for`].
pub(crate) fn shop_by(cx: &Cx, form: &Form, name: &'static str) -> Result<Shop, ErrorCode> {
    let shop = cx.shop();
    let typed = form.get(name);
    // Pages of the release before carry none.
    if typed.is_empty() {
        return Ok(shop.clone());
    }
    let key = IdempotencyKey::parse(typed).map_err(|_| ErrorCode::Invalid)?;
    let address = format!("{}?{}", cx.path(), cx.query());
    // Showing who one is is no part of what is asked for, and nothing that could be guessed from a hash is hashed.
    let fields = form
        .iter()
        .filter(|(field, _)| *field != name && !field.starts_with(CONFIRMING) && !field.contains("password"));
    Ok(shop.attempting(Attempt::new(shop, key, cx.actor(), &address, fields)))
}
