//! The one-time code of a message, as people type it back.

use std::fmt;

use crate::{CodeError, typed};

/// Six digits. Not shown by `Debug`: whoever reads it is signed in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SignInCode(u32);

impl SignInCode {
    const DIGITS: usize = 6;

    /// A code from random bytes: 64 bits modulo a million, whose bias is below one in 10¹³.
    pub const fn from_bytes(random: [u8; 8]) -> Self {
        Self((u64::from_be_bytes(random) % 1_000_000) as u32)
    }

    /// Reads six digits of any script, between any spaces, dashes and marks of direction.
    ///
    /// # Errors
    /// When nothing is there, or something that is not such a code.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let digits: String = typed::plain(text)
            .filter(|&c| !c.is_whitespace() && !typed::is_dash(c))
            .collect();
        if digits.is_empty() {
            return Err(CodeError::Required);
        }
        if digits.len() != Self::DIGITS || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(CodeError::Invalid);
        }
        digits.parse().map(Self).map_err(|_| CodeError::Invalid)
    }
}

impl fmt::Display for SignInCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl fmt::Debug for SignInCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignInCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_in_the_digits_of_any_keyboard() {
        let code = SignInCode::parse("012345");
        assert!(code.is_ok());
        for typed in [
            "٠١٢٣٤٥",
            "۰۱۲۳۴۵",
            "０１２ ３４５",
            "012-345",
            "\u{2068}012\u{a0}345\u{2069} ",
            "०१२३४५",
        ] {
            assert_eq!(SignInCode::parse(typed), code, "{typed:?}");
        }
        assert_eq!(code.map(|code| code.to_string()).as_deref(), Ok("012345"));
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for typed in ["01234", "0123456", "12345a", "+12345", "一二三四五六"] {
            assert_eq!(SignInCode::parse(typed), Err(CodeError::Invalid), "{typed:?}");
        }
        assert_eq!(SignInCode::parse(" - "), Err(CodeError::Required));
        let code = SignInCode::from_bytes([255; 8]);
        assert_eq!(format!("{code:?}"), "SignInCode(…)");
    }
}
