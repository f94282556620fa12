//! Properties of codes, phones and texts: what is shown can be typed back, however it was typed.

use domain::{
    AddressLine, IdempotencyKey, LongText, Note, OrderCode, PaymentReference, PersonName, Phone, PhoneTail, Slug, Token,
};
use proptest::prelude::*;

/// The same text with its ASCII as a Chinese keyboard types it.
fn full_width(text: &str) -> String {
    let widen = |c: char| match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(widen).collect()
}

/// The same digits as written in Arabic (`zero` ٠) or Persian (`zero` ۰).
fn native_digits(text: &str, zero: char) -> String {
    let native = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_u32(u32::from(zero) + digit).unwrap_or(c),
        None => c,
    };
    text.chars().map(native).collect()
}

/// The same text with trimmings that mean nothing between its characters.
fn trimmed_with(text: &str, trimmings: &[char]) -> String {
    let mut trimmings = trimmings.iter().cycle();
    text.chars()
        .flat_map(|c| [Some(c), trimmings.next().copied()])
        .flatten()
        .collect()
}

fn trimmings() -> impl Strategy<Value = Vec<char>> {
    let harmless = vec![' ', '-', '–', '　', '－', '\u{2066}', '\u{200F}', '\u{A0}'];
    prop::collection::vec(prop::sample::select(harmless), 0..6)
}

proptest! {
    #[test]
    fn an_order_code_round_trips_however_it_is_typed(
        random in any::<[u8; 8]>(),
        trimmings in trimmings(),
    ) {
        let code = OrderCode::from_bytes(random);
        let shown = code.to_string();
        prop_assert_eq!(shown.len(), 14);

        let misread = shown.replace('0', "o").replace('1', "L");
        for typed in [
            shown.clone(),
            shown.to_lowercase(),
            shown.replace('-', ""),
            full_width(&shown),
            trimmed_with(&shown, &trimmings),
            misread,
        ] {
            prop_assert_eq!(OrderCode::parse(&typed), Ok(code), "{:?}", typed);
        }
    }

    #[test]
    fn all_sixty_bits_of_an_order_code_count(a in any::<u64>(), b in any::<u64>()) {
        let same_code = OrderCode::from_bytes(a.to_be_bytes()) == OrderCode::from_bytes(b.to_be_bytes());
        prop_assert_eq!(same_code, a >> 4 == b >> 4);
        let neighbour = a ^ 1 << (4 + b % 60);
        prop_assert_ne!(
            OrderCode::from_bytes(a.to_be_bytes()).to_string(),
            OrderCode::from_bytes(neighbour.to_be_bytes()).to_string()
        );
    }

    #[test]
    fn references_keys_and_tokens_round_trip(random in any::<[u8; 32]>()) {
        let [eight, sixteen] = [&random[..8], &random[8..24]];
        let reference = PaymentReference::from_bytes(eight.try_into()?);
        prop_assert_eq!(PaymentReference::parse(&reference.to_string()), Ok(reference));
        let key = IdempotencyKey::from_bytes(sixteen.try_into()?);
        prop_assert_eq!(IdempotencyKey::parse(&key.to_string()), Ok(key));
        let token = Token::from_bytes(random);
        prop_assert_eq!(Token::parse(&token.to_hex()), Ok(token));
    }

    #[test]
    fn a_chinese_number_is_one_number_however_it_is_typed(
        mobile in "1[3-9][0-9]{9}",
        country in prop::sample::select(vec!["", "86", "0086", "+86"]),
        trimmings in trimmings(),
    ) {
        let typed = format!("{country}{mobile}");
        for variant in [
            trimmed_with(&typed, &trimmings),
            full_width(&typed),
            native_digits(&typed, '٠'),
            native_digits(&typed, '۰'),
        ] {
            let phone = Phone::parse(&variant);
            prop_assert!(phone.is_ok(), "{:?}", variant);
            let phone = phone?;
            prop_assert_eq!(phone.as_e164(), format!("+86{mobile}"));
            prop_assert_eq!(Phone::parse(&phone.display()), Ok(phone.clone()));
            prop_assert_eq!(PhoneTail::parse(&mobile[7..]), Ok(phone.tail()));
            prop_assert!(!phone.masked().contains(&mobile[3..7]) || mobile[3..7] == mobile[7..]);
        }
    }

    #[test]
    fn a_number_from_abroad_keeps_its_digits(digits in "[1-9][0-9]{7,14}") {
        prop_assume!(!digits.starts_with("86"));
        for prefix in ["+", "00"] {
            let phone = Phone::parse(&format!("{prefix}{digits}"))?;
            prop_assert_eq!(phone.as_e164(), format!("+{digits}"));
            prop_assert_eq!(Phone::parse(&phone.display()), Ok(phone.clone()));
        }
    }

    #[test]
    fn nothing_typed_panics_and_what_is_kept_stays_as_it_is(
        typed in prop_oneof![any::<String>(), "[ \t\r\n\u{200B}-\u{200F}\u{2028}-\u{202E}a-cئ木]{0,40}"],
    ) {
        let _ = (OrderCode::parse(&typed), PhoneTail::parse(&typed), Token::parse(&typed));
        if let Ok(phone) = Phone::parse(&typed) {
            prop_assert_eq!(Phone::parse(phone.as_e164()), Ok(phone.clone()));
        }
        if let Ok(slug) = Slug::parse(&typed) {
            prop_assert_eq!(slug.as_str(), typed.as_str());
        }
        if let Ok(name) = PersonName::parse(&typed) {
            prop_assert!((1..=60).contains(&name.as_str().chars().count()));
            prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name.clone()));
        }
        if let Ok(line) = AddressLine::parse(&typed) {
            let unwanted = ['\n', '\r', '\t', '\u{202E}', '\u{2066}'];
            prop_assert!(!line.as_str().contains(unwanted));
        }
        if let Ok(note) = Note::parse(&typed) {
            prop_assert_eq!(Note::parse(note.as_str()), Ok(note.clone()));
        }
        if let Ok(story) = LongText::parse(&typed) {
            prop_assert!(!story.as_str().contains('\r'));
            prop_assert_eq!(LongText::parse(story.as_str()), Ok(story.clone()));
        }
    }
}
