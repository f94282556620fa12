//! Codes that people read aloud, copy by hand and type on a phone: the order's, the bank transfer's,
//! and the last digits of a phone number.

use crate::{OrderSearch, Phone, text_form::text_form, typed};
use std::fmt;
use thiserror::Error;

/// Crockford's base 32 (<https://www.crockford.com/base32.html>): no I, L, O or U, so that nothing
/// can be misread, and no word appears by accident.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Text that is not such a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CodeError {
    #[error("no code given")]
    Required,
    #[error("not a code of this kind")]
    Invalid,
}

/// What a buyer follows an order group by, shown as `7K3M-9QXT-V2WP`. Sixty random bits: together
/// with the [`PhoneTail`] it is the key to the order page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrderCode(u64);

impl OrderCode {
    const CHARS: u32 = 12;

    /// A code from random bytes; the first 60 bits count.
    pub const fn from_bytes(random: [u8; 8]) -> Self {
        Self(u64::from_be_bytes(random) >> (64 - 5 * Self::CHARS))
    }

    /// Reads a code as people type it: any case, with or without dashes and spaces, full-width
    /// letters, O for 0, I and L for 1.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        read_base32(typed, Self::CHARS).map(Self)
    }

    /// Finds the code in what was copied along with it: a label in any language, `#` or `№`, a full stop, the whole link.
    pub fn find(copied: &str) -> Result<Self, CodeError> {
        let found = OrderSearch::parse(copied).code;
        found.map_or_else(|| Self::parse(copied), Ok)
    }
}

impl fmt::Display for OrderCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = write_base32(self.0, Self::CHARS);
        write!(f, "{}-{}-{}", &digits[..4], &digits[4..8], &digits[8..])
    }
}

impl fmt::Debug for OrderCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OrderCode({self})")
    }
}

text_form!(OrderCode, to_string, CodeError);

/// What a buyer writes into the purpose field of a bank transfer, shown as `7K3M9QXT`: without
/// dashes, since banks cut or replace them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PaymentReference(u64);

impl PaymentReference {
    const CHARS: u32 = 8;

    /// A reference from random bytes; the first 40 bits count.
    pub const fn from_bytes(random: [u8; 8]) -> Self {
        Self(u64::from_be_bytes(random) >> (64 - 5 * Self::CHARS))
    }

    /// Reads a reference as forgivingly as [`OrderCode::parse`].
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        read_base32(typed, Self::CHARS).map(Self)
    }
}

impl fmt::Display for PaymentReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write_base32(self.0, Self::CHARS))
    }
}

impl fmt::Debug for PaymentReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PaymentReference({self})")
    }
}

text_form!(PaymentReference, to_string, CodeError);

/// The last four digits of a buyer's phone, asked for beside the [`OrderCode`]. Not shown by
/// `Debug`: a log that held both would open the order page.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PhoneTail(u16);

impl PhoneTail {
    const DIGITS: usize = 4;

    /// Digits of a whole number, with or without its country's.
    const WHOLE: std::ops::RangeInclusive<usize> = 7..=15;

    /// Reads four digits, full-width and Arabic ones too, whatever stands around and between them; or the whole number, of
    /// which the last four count.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        if let Ok(phone) = Phone::parse(typed) {
            return Ok(phone.tail());
        }
        let kept = significant(typed)?;
        let digits: String = kept.chars().filter(char::is_ascii_digit).collect();
        // A letter among the digits is a digit that was misread.
        let is_clear = kept
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .count()
            == 1
            || Self::WHOLE.contains(&digits.len());
        if !is_clear || !(digits.len() == Self::DIGITS || Self::WHOLE.contains(&digits.len())) {
            return Err(CodeError::Invalid);
        }
        Ok(Self::of(&digits))
    }

    /// The tail of a number that is known to end in four digits.
    pub(crate) fn of(digits: &str) -> Self {
        let tail = digits.bytes().rev().take(Self::DIGITS).collect::<Vec<_>>();
        Self(tail.iter().rev().fold(0, |sum, byte| sum * 10 + u16::from(byte - b'0')))
    }
}

impl fmt::Display for PhoneTail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl fmt::Debug for PhoneTail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhoneTail(…)")
    }
}

text_form!(PhoneTail, to_string, CodeError);

/// What was typed without spaces, dashes and other trimmings.
fn significant(typed: &str) -> Result<String, CodeError> {
    let kept: String = typed::plain(typed)
        .filter(|&c| !c.is_whitespace() && !typed::is_dash(c))
        .collect();
    if kept.is_empty() {
        Err(CodeError::Required)
    } else {
        Ok(kept)
    }
}

fn read_base32(typed: &str, chars: u32) -> Result<u64, CodeError> {
    let kept = significant(typed)?;
    if kept.len() != chars as usize {
        return Err(CodeError::Invalid);
    }
    kept.bytes().try_fold(0, |bits, byte| {
        let digit = match byte.to_ascii_uppercase() {
            b'O' => b'0',
            b'I' | b'L' => b'1',
            other => other,
        };
        let value = ALPHABET.iter().position(|&letter| letter == digit);
        Ok(bits << 5 | value.ok_or(CodeError::Invalid)? as u64)
    })
}

fn write_base32(bits: u64, chars: u32) -> String {
    let five_bits = |place: u32| (bits >> (5 * place) & 31) as usize;
    (0..chars)
        .rev()
        .map(|place| char::from(ALPHABET[five_bits(place)]))
        .collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn an_order_code_is_shown_in_three_groups() {
        assert_eq!(OrderCode::from_bytes([0; 8]).to_string(), "0000-0000-0000");
        assert_eq!(OrderCode::from_bytes([0xFF; 8]).to_string(), "ZZZZ-ZZZZ-ZZZZ");
        let code = OrderCode::from_bytes([0x08, 0x86, 0x42, 0x98, 0xE8, 0x4A, 0x96, 0xC0]);
        assert_eq!(code.to_string(), "1234-5678-9ABC");
    }

    #[test]
    fn an_order_code_may_be_typed_as_one_hears_or_copies_it() {
        let code = OrderCode::parse("10A1-0BCD-EFGH").unwrap();
        for typed in [
            "10a10bcdefgh",
            "IOAL OBCD EFGH",
            "ioal-obcd-efgh",
            " 10A1–0BCD—EFGH ",
            "１０Ａ１－０ＢＣＤ－ＥＦＧＨ",
            "\u{2066}10A1-0BCD-EFGH\u{2069}",
        ] {
            assert_eq!(OrderCode::parse(typed), Ok(code), "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for typed in [
            "10A1-0BCD-EFG",
            "10A1-0BCD-EFGHJ",
            "UUUU-UUUU-UUUU",
            "10A1_0BCD_EFGH",
            "订单十二三四五六七八",
        ] {
            assert_eq!(OrderCode::parse(typed), Err(CodeError::Invalid), "{typed:?}");
        }
        assert_eq!(OrderCode::parse(" - "), Err(CodeError::Required));
    }

    #[test]
    fn an_order_code_is_found_in_what_was_copied_with_it() {
        let code = OrderCode::parse("7K3M-9QXT-V2WP").unwrap();
        for copied in [
            "#7K3M-9QXT-V2WP",
            "№ 7K3M-9QXT-V2WP",
            "7K3M-9QXT-V2WP.",
            "«7K3M-9QXT-V2WP»",
            "订单号：7K3M-9QXT-V2WP。",
            "订单7k3m9qxtv2wp",
            "زاكاز كودى: \u{2066}7K3M‑9QXT‑V2WP\u{2069}",
            "Pedido 7K3M-9QXT-V2WP",
            "Code 7K3M 9QXT V2WP",
            "order code ７Ｋ３Ｍ－９ＱＸＴ－Ｖ２ＷＰ",
            "https://shop.example/zh/orders/7K3M-9QXT-V2WP?placed=1",
            "shop.example/ug/orders/7K3M-9QXT-V2WP#notice",
            "7K3M-9QXT-V2WP 8000",
        ] {
            assert_eq!(OrderCode::find(copied), Ok(code), "{copied:?}");
        }
        for typed in ["", " - "] {
            assert_eq!(OrderCode::find(typed), Err(CodeError::Required), "{typed:?}");
        }
        for typed in [
            "pedido",
            "https://shop.example/zh/orders",
            "7K3M-9QXT",
            "订单号",
            "13800138000",
        ] {
            assert_eq!(OrderCode::find(typed), Err(CodeError::Invalid), "{typed:?}");
        }
    }

    #[test]
    fn a_payment_reference_is_one_word() {
        assert_eq!(PaymentReference::from_bytes([0xFF; 8]).to_string(), "ZZZZZZZZ");
        let reference = PaymentReference::parse("7k3m-9qxt").unwrap();
        assert_eq!(reference.to_string(), "7K3M9QXT");
    }

    #[test]
    fn a_phone_tail_keeps_its_zeros() {
        assert_eq!(PhoneTail::parse("0007").unwrap().to_string(), "0007");
        for whole in [
            "13800130007",
            "138 0013 0007",
            "+86 138-0013-0007",
            "１３８００１３０００７",
            "Tel. 138 0013 0007",
            "手机号：13800130007。",
            "0086 13800130007",
            "…0007",
            "0007.",
            "(0007)",
        ] {
            assert_eq!(PhoneTail::parse(whole).unwrap().to_string(), "0007", "{whole}");
        }
        assert_eq!(PhoneTail::parse(" ٠٠-٠٧ "), PhoneTail::parse("0007"));
        assert_eq!(PhoneTail::of("+8613800130042"), PhoneTail::parse("0042").unwrap());
        for typed in ["800", "80000", "80O0", "80O00", "+800"] {
            assert_eq!(PhoneTail::parse(typed), Err(CodeError::Invalid), "{typed:?}");
        }
    }

    #[test]
    fn a_phone_tail_stays_out_of_logs() {
        let tail = PhoneTail::parse("8000").unwrap();
        assert_eq!(format!("{tail:?}"), "PhoneTail(…)");
    }
}
