//! What the fields of the checkout are called on the page.

use l10n::{Text, t};
use service::FieldErrors;

use crate::cx::Cx;
use crate::ui::{WrongField, error_text};

/// The label of the field `name`.
pub(super) fn label(name: &str) -> Text {
    match name {
        "name" => t::CHECKOUT_NAME,
        "phone" => t::CHECKOUT_PHONE,
        "province" => t::CHECKOUT_PROVINCE,
        "city" => t::CHECKOUT_CITY,
        "district" => t::CHECKOUT_DISTRICT,
        "street" => t::CHECKOUT_STREET,
        "station" => t::CHECKOUT_STATION,
        "payment" => t::CHECKOUT_PAYMENT,
        "note" => t::CHECKOUT_NOTE,
        _ => t::CHECKOUT_DELIVERY,
    }
}

/// The wrong fields for the summary at the top.
pub(super) fn wrong_fields(cx: &Cx, errors: &FieldErrors) -> Vec<WrongField> {
    errors
        .iter()
        .map(|(name, code)| WrongField {
            name: name.to_string(),
            label: cx.t(label(name)),
            text: error_text(cx, code),
        })
        .collect()
}
