//! The parts of a form's field that belong together for a screen reader: input, hint, error.

use domain::FieldCode;
use l10n::{Text, t};
use leptos::prelude::*;

/// The `id` of the input called `name`: where the summary of errors leads.
pub fn field_id(name: &str) -> String {
    joined("field-", name, "")
}

/// The `id` of the text that says how to fill the field `name`.
pub fn hint_id(name: &str) -> String {
    joined("field-", name, "-hint")
}

/// The `id` of the text that says what is wrong with the field `name`.
pub fn error_id(name: &str) -> String {
    joined("field-", name, "-error")
}

fn joined(before: &str, name: &str, after: &str) -> String {
    [before, name, after].concat()
}

/// The ids of the texts that belong to the input, for `aria-describedby`.
pub fn described_by(name: &str, has_hint: bool, is_wrong: bool) -> Option<String> {
    match (has_hint, is_wrong) {
        (false, false) => None,
        (false, true) => Some(error_id(name)),
        (true, false) => Some(hint_id(name)),
        (true, true) => Some([&error_id(name), " ", &hint_id(name)].concat()),
    }
}

/// The class of a field.
pub const fn field_class(is_wrong: bool, is_short: bool) -> &'static str {
    match (is_wrong, is_short) {
        (false, false) => "c-field",
        (false, true) => "c-field c-field--short",
        (true, false) => "c-field c-field--wrong",
        (true, true) => "c-field c-field--wrong c-field--short",
    }
}

/// The general text of a field's error.
pub const fn field_error_text(code: FieldCode) -> Text {
    match code {
        FieldCode::Required => t::FIELD_ERROR_REQUIRED,
        FieldCode::TooLong => t::FIELD_ERROR_TOO_LONG,
        FieldCode::InvalidPhone => t::FIELD_ERROR_INVALID_PHONE,
        FieldCode::InvalidQuantity => t::FIELD_ERROR_INVALID_QUANTITY,
        FieldCode::InvalidText => t::FIELD_ERROR_INVALID_TEXT,
        FieldCode::Markup => t::FIELD_ERROR_MARKUP,
        FieldCode::InvalidChoice => t::FIELD_ERROR_INVALID_CHOICE,
        FieldCode::InvalidCode => t::FIELD_ERROR_INVALID_CODE,
        FieldCode::InvalidPrice => t::FIELD_ERROR_INVALID_PRICE,
        FieldCode::InvalidLink => t::FIELD_ERROR_INVALID_LINK,
        FieldCode::InsecureLink => t::FIELD_ERROR_INSECURE_LINK,
        FieldCode::InvalidTime => t::FIELD_ERROR_INVALID_TIME,
        FieldCode::InvalidDay => t::FIELD_ERROR_INVALID_DAY,
        FieldCode::TooShort => t::FIELD_ERROR_TOO_SHORT,
        FieldCode::TooEasy => t::FIELD_ERROR_TOO_EASY,
        FieldCode::Unknown => t::FIELD_ERROR_UNKNOWN,
        FieldCode::TooMuch => t::FIELD_ERROR_TOO_MUCH,
        FieldCode::NotServed => t::FIELD_ERROR_NOT_SERVED,
        FieldCode::Changed => t::FIELD_ERROR_CHANGED,
        FieldCode::SourceChanged => t::FIELD_ERROR_SOURCE_CHANGED,
        FieldCode::PageFull => t::FIELD_ERROR_PAGE_FULL,
    }
}

/// What is wrong with the field `name`, right beside it.
#[component]
pub fn FieldError(
    /// The `id`, for `aria-describedby`.
    id: String,
    /// What it says.
    text: String,
) -> impl IntoView {
    view! { <p class="c-field__error" id=id role="alert">{text}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_is_described_by_its_error_first() {
        assert_eq!(described_by("name", false, false), None);
        assert_eq!(described_by("name", true, false).as_deref(), Some("field-name-hint"));
        assert_eq!(
            described_by("name", true, true).as_deref(),
            Some("field-name-error field-name-hint")
        );
    }
}
