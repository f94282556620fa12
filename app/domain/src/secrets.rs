//! Random strings that only machines read: session tokens, and the key that makes sending a form
//! twice harmless.

use crate::{CodeError, text_form::text_form};
use std::fmt;

/// A session's bearer token: 32 random bytes. Whoever holds it is signed in, so neither `Debug` nor
/// `Display` shows it, and the database keeps only its hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    pub const fn from_bytes(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// Reads exactly 64 lower-case hexadecimal digits: a cookie is never typed by hand.
    pub fn parse(cookie: &str) -> Result<Self, CodeError> {
        read_hex(cookie).map(Self)
    }

    /// The bytes, to hash.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The 64 hexadecimal digits, for the cookie.
    pub fn to_hex(&self) -> String {
        write_hex(&self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Names one attempt to do something, however often its form is sent: 16 random bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct IdempotencyKey([u8; 16]);

impl IdempotencyKey {
    pub const fn from_bytes(random: [u8; 16]) -> Self {
        Self(random)
    }

    /// Reads exactly 32 lower-case hexadecimal digits.
    pub fn parse(field: &str) -> Result<Self, CodeError> {
        read_hex(field).map(Self)
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write_hex(&self.0))
    }
}

impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdempotencyKey({self})")
    }
}

text_form!(IdempotencyKey, to_string, CodeError);

/// One value has one spelling, so upper case is refused.
fn read_hex<const N: usize>(text: &str) -> Result<[u8; N], CodeError> {
    if text.is_empty() {
        return Err(CodeError::Required);
    }
    if text.len() != 2 * N {
        return Err(CodeError::Invalid);
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = half_byte(pair[0])? << 4 | half_byte(pair[1])?;
    }
    Ok(bytes)
}

fn half_byte(digit: u8) -> Result<u8, CodeError> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(CodeError::Invalid),
    }
}

fn write_hex(bytes: &[u8]) -> String {
    // Without `format!`, which every page would bring along for it.
    let mut hex = String::new();
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(half.into(), 16).unwrap_or_default());
        }
    }
    hex
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_token_is_read_back_from_its_cookie() {
        let token = Token::from_bytes(std::array::from_fn(|place| place as u8 * 7));
        assert_eq!(token.to_hex().len(), 64);
        assert_eq!(Token::parse(&token.to_hex()), Ok(token));
    }

    #[test]
    fn a_token_has_one_spelling() {
        let hex = Token::from_bytes([0xAB; 32]).to_hex();
        for cookie in [
            &hex.to_uppercase(),
            &format!(" {hex}"),
            &hex[1..],
            "ａｂ",
            &"é".repeat(32),
        ] {
            assert_eq!(Token::parse(cookie), Err(CodeError::Invalid), "{cookie:?}");
        }
        assert_eq!(Token::parse(""), Err(CodeError::Required));
    }

    #[test]
    fn a_token_stays_out_of_logs() {
        assert_eq!(format!("{:?}", Token::from_bytes([1; 32])), "Token(…)");
    }

    #[test]
    fn an_idempotency_key_travels_through_a_form() {
        let key = IdempotencyKey::from_bytes(*b"0123456789abcdef");
        assert_eq!(key.to_string(), "30313233343536373839616263646566");
        assert_eq!(IdempotencyKey::parse(&key.to_string()).unwrap(), key);
    }
}
