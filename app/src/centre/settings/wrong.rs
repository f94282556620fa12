//! What is wrong in a section's form, for the summary at the top.

use domain::{FieldCode, Locale};
use l10n::t;
use service::FieldErrors;

use super::fields::{
    FREIGHT_FIELDS, bank_label, bounds_text, closed_text, fees_bounds, fees_label, in_language, returns_label,
    special_text,
};
use crate::cx::Cx;
use crate::ui::{WrongField, error_text};

/// The fields that are not right, each with its label and why.
pub fn wrong_fields(cx: &Cx, errors: &FieldErrors) -> Vec<WrongField> {
    errors
        .iter()
        .map(|(name, code)| {
            let special = closed_text(cx, name, Some(code)).or_else(|| match code {
                FieldCode::InvalidQuantity => bounds_text(cx, name).or_else(|| fees_bounds(cx, name)),
                FieldCode::InvalidPrice => fees_bounds(cx, name),
                _ => None,
            });
            let special = special.unwrap_or_else(|| special_text(cx, Some(code)));
            WrongField {
                name: name.to_owned(),
                label: label_of(cx, name),
                text: if special.is_empty() {
                    error_text(cx, code)
                } else {
                    special
                },
            }
        })
        .collect()
}

fn label_of(cx: &Cx, name: &str) -> String {
    if let Some(label) = bank_label(name)
        .or_else(|| returns_label(name))
        .or_else(|| fees_label(name))
    {
        return cx.t(label);
    }
    if let Some((_, label)) = FREIGHT_FIELDS.iter().find(|(part, _)| name.starts_with(part)) {
        return cx.t(*label);
    }
    let mut parts = name.split('-');
    match (parts.next(), parts.next()) {
        (Some("phones"), _) => cx.t(t::CENTRE_SETTINGS_PHONES),
        (_, Some("from")) => cx.t(t::CENTRE_SETTINGS_FROM),
        (_, Some("until")) => cx.t(t::CENTRE_SETTINGS_UNTIL),
        (Some("name"), Some(lang)) => {
            in_language(cx, t::CENTRE_SETTINGS_NAME, Locale::from_code(lang).unwrap_or_default())
        }
        (Some("notice"), Some(lang)) => in_language(
            cx,
            t::CENTRE_SETTINGS_TEXT_FIELD,
            Locale::from_code(lang).unwrap_or_default(),
        ),
        (_, lang) => in_language(
            cx,
            t::CENTRE_SETTINGS_REASON,
            lang.and_then(Locale::from_code).unwrap_or_default(),
        ),
    }
}
