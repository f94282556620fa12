//! Phone numbers as people type them, kept in one form (ITU-T E.164).

use crate::{PhoneTail, text_form::text_form, typed};
use std::fmt;
use thiserror::Error;

/// Text that is not a phone number we can call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PhoneError {
    #[error("no phone number given")]
    Required,
    #[error("not a phone number")]
    Invalid,
}

/// A Chinese mobile number, or any other country's number, as `+8613800138000`.
///
/// Personal data: `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    /// Reads a number with any spaces, dashes, dots and brackets, in full-width, Arabic-Indic or
    /// Persian digits. Without a country code it must be a Chinese mobile number; other countries
    /// are written with `+` or `00` in front.
    pub fn parse(typed: &str) -> Result<Self, PhoneError> {
        let kept: String = typed::plain(typed).filter(|&c| !is_trimming(c)).collect();
        if kept.is_empty() {
            return Err(PhoneError::Required);
        }
        let (abroad, digits) = match (kept.strip_prefix('+'), kept.strip_prefix("00")) {
            (Some(digits), _) | (None, Some(digits)) => (true, digits),
            (None, None) => (false, kept.as_str()),
        };
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PhoneError::Invalid);
        }

        let chinese = digits.strip_prefix("86");
        match chinese.or((!abroad).then_some(digits)) {
            Some(mobile) if is_chinese_mobile(mobile) => Ok(Self(["+86", mobile].concat())),
            None if is_international(digits) => Ok(Self(["+", digits].concat())),
            _ => Err(PhoneError::Invalid),
        }
    }

    /// The number as it is stored and dialled: `+8613800138000`.
    pub fn as_e164(&self) -> &str {
        &self.0
    }

    /// Its last four digits, which a buyer gives to see an order.
    pub fn tail(&self) -> PhoneTail {
        PhoneTail::of(&self.0)
    }

    /// The number in groups, as its owner would write it: `138 0013 8000`, `+34 600 123 456`.
    pub fn display(&self) -> String {
        if let Some(mobile) = self.chinese_mobile() {
            return format!("{} {} {}", &mobile[..3], &mobile[3..7], &mobile[7..]);
        }
        let (country, mut rest) = self.country_and_rest();
        let mut shown = format!("+{country}");
        // Groups of three, and four at the end rather than a digit left alone.
        while rest.len() > 4 {
            let (group, after) = rest.split_at(3);
            shown.push(' ');
            shown.push_str(group);
            rest = after;
        }
        format!("{shown} {rest}")
    }

    /// Enough for its owner to know it, too little to call it: `138****8000`, `+34 ****3456`.
    pub fn masked(&self) -> String {
        let tail = self.tail();
        match self.chinese_mobile() {
            Some(mobile) => format!("{}****{tail}", &mobile[..3]),
            None => format!("+{} ****{tail}", self.country_and_rest().0),
        }
    }

    fn chinese_mobile(&self) -> Option<&str> {
        self.0.strip_prefix("+86")
    }

    fn country_and_rest(&self) -> (&str, &str) {
        let digits = self.0.trim_start_matches('+');
        digits.split_at(country_code_len(digits))
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

text_form!(Phone, as_e164, PhoneError);

fn is_trimming(c: char) -> bool {
    c.is_whitespace() || typed::is_dash(c) || matches!(c, '.' | '·' | '(' | ')' | '[' | ']' | '/')
}

fn is_chinese_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9')
}

/// E.164: at most 15 digits, and no country code starts with 0.
fn is_international(digits: &str) -> bool {
    (8..=15).contains(&digits.len()) && !digits.starts_with('0')
}

/// How many digits the country code in front takes (ITU-T E.164, list of assigned codes): 1 and 7
/// stand alone, these have two digits, all others three.
fn country_code_len(digits: &str) -> usize {
    const TWO_DIGITS: [&str; 44] = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
        "86", "90", "91", "92", "93", "94", "95", "98",
    ];
    match &digits[..2] {
        one if one.starts_with(['1', '7']) => 1,
        two if TWO_DIGITS.contains(&two) => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn e164(typed: &str) -> Result<String, PhoneError> {
        Phone::parse(typed).map(|phone| phone.as_e164().to_owned())
    }

    #[test]
    fn a_chinese_mobile_number_is_known_however_it_is_typed() {
        for typed in [
            "13800138000",
            "138 0013 8000",
            "138-0013-8000",
            "+86 138 0013 8000",
            "+86-138-0013-8000",
            "(+86) 138.0013.8000",
            "008613800138000",
            "86 13800138000",
            "１３８００１３８０００",
            "＋８６（１３８）００１３－８０００",
            "١٣٨٠٠١٣٨٠٠٠",
            "۱۳۸۰۰۱۳۸۰۰۰",
            "\u{202A}13800138000\u{202C}",
        ] {
            assert_eq!(e164(typed).as_deref(), Ok("+8613800138000"), "{typed:?}");
        }
    }

    #[test]
    fn other_countries_say_which_they_are() {
        assert_eq!(e164("+34 600 123 456").as_deref(), Ok("+34600123456"));
        assert_eq!(e164("0034 600 123 456").as_deref(), Ok("+34600123456"));
        assert_eq!(e164("600 123 456"), Err(PhoneError::Invalid));
    }

    #[test]
    fn what_nobody_could_call_is_refused() {
        for typed in [
            "12800138000",
            "1380013800",
            "138001380000",
            "0998-2212345",
            "+86 998 2212345",
            "+0086 13800138000",
            "+34 600",
            "+1234567890123456",
            "++34600123456",
            "34+600123456",
            "138 0013 8000 ext 2",
            "电话13800138000",
        ] {
            assert_eq!(e164(typed), Err(PhoneError::Invalid), "{typed:?}");
        }
        assert_eq!(e164(" - "), Err(PhoneError::Required));
    }

    #[test]
    fn it_is_shown_in_the_groups_of_its_country() {
        let shown = |typed| Phone::parse(typed).unwrap().display();
        assert_eq!(shown("13800138000"), "138 0013 8000");
        assert_eq!(shown("+34600123456"), "+34 600 123 456");
        assert_eq!(shown("+12025550123"), "+1 202 555 0123");
        assert_eq!(shown("+77012345678"), "+7 701 234 5678");
        assert_eq!(shown("+998901234567"), "+998 901 234 567");
    }

    #[test]
    fn masked_it_is_known_to_its_owner_only() {
        let masked = |typed| Phone::parse(typed).unwrap().masked();
        assert_eq!(masked("13800138000"), "138****8000");
        assert_eq!(masked("+34600123456"), "+34 ****3456");
        assert_eq!(
            Phone::parse("13800138000").unwrap().tail(),
            PhoneTail::parse("8000").unwrap()
        );
    }

    #[test]
    fn it_stays_out_of_logs() {
        assert_eq!(format!("{:?}", Phone::parse("13800138000").unwrap()), "Phone(…)");
    }
}
