//! A telephone as it is shown to whoever wants to call: a landline, a short number, or several groups of digits.

use domain::{FieldCode, plain_dashes, plain_digits};

/// Reads it; spaces in a row are one.
///
/// # Errors
/// [`FieldCode::InvalidPhone`].
pub(crate) fn parse(typed: &str) -> Result<String, FieldCode> {
    let phone = plain_dashes(&plain_digits(typed));
    let phone = phone.split_whitespace().collect::<Vec<_>>().join(" ");
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let is_known = phone.chars().all(|c| c.is_ascii_digit() || "+-() ".contains(c));
    if is_known && (5..=15).contains(&digits) && phone.len() <= 30 {
        Ok(phone)
    } else {
        Err(FieldCode::InvalidPhone)
    }
}
