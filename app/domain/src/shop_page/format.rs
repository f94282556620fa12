//! What a field of a shop page may hold, and its one canonical spelling.

use std::fmt::Write as _;

use crate::view::Picture;
use crate::{Day, FieldCode, LinkIn, LongText, ShortText, Slug, TextError, plain_digits};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A line of text in each language.
    Line,
    /// Paragraphs in each language, of so many characters at the most.
    Prose(u16),
    /// A name or a number, the same in every language.
    Plain,
    /// What a person or shop is called in another app: letters, digits, `_`, `-`, `.`.
    Handle,
    /// An `https` address, or a text with one in it, as other apps copy it.
    Link,
    /// A picture of the shop, as [`Picture::pack`] writes it.
    Picture,
    /// A product's id.
    Product,
    /// A category's name in addresses.
    Shelf,
    /// `2026-11-23`.
    Day,
    /// `1` to `12`.
    Month,
    /// `09:00`.
    Time,
}

impl Format {
    /// Longest text of a [`Plain`](Self::Plain) field, characters.
    pub const MAX_PLAIN: usize = 60;
    /// Longest name in another app, characters.
    pub const MAX_HANDLE: usize = 40;

    /// Whether each language has a text of its own.
    pub const fn is_translated(self) -> bool {
        matches!(self, Self::Line | Self::Prose(_))
    }

    /// Most characters of a text; nothing for what is chosen rather than written.
    pub const fn longest(self) -> Option<usize> {
        match self {
            Self::Line => Some(ShortText::MAX),
            Self::Prose(most) => Some(most as usize),
            Self::Plain => Some(Self::MAX_PLAIN),
            Self::Handle => Some(Self::MAX_HANDLE),
            _ => None,
        }
    }

    /// The value as it is stored; empty when nothing was typed.
    ///
    /// # Errors
    /// What is wrong with it. Nothing is ever cut.
    pub fn parse(self, typed: &str) -> Result<String, FieldCode> {
        if typed.trim().is_empty() {
            return Ok(String::new());
        }
        match self {
            Self::Line => Ok(ShortText::parse(typed).map(ShortText::into_string).or_else(blank)?),
            Self::Prose(most) => prose(typed, most.into()),
            Self::Plain => short(typed, Self::MAX_PLAIN),
            Self::Handle => handle(typed),
            Self::Link => LinkIn::find(typed).map(|found| found.link.into_string()),
            Self::Picture => picture(typed),
            Self::Product => product(typed),
            Self::Shelf => Slug::parse(typed.trim())
                .map(|slug| slug.to_string())
                .map_err(|_| FieldCode::InvalidChoice),
            Self::Day => Day::parse(typed).map(Day::iso).ok_or(FieldCode::InvalidDay),
            Self::Month => match number(typed, 1, 12) {
                Some(month) => Ok(month.to_string()),
                None => Err(FieldCode::InvalidChoice),
            },
            Self::Time => time(typed).ok_or(FieldCode::InvalidTime),
        }
    }
}

/// A text of nothing visible is none.
fn blank(error: TextError) -> Result<String, FieldCode> {
    match error {
        TextError::Required => Ok(String::new()),
        other => Err(other.into()),
    }
}

fn prose(typed: &str, most: usize) -> Result<String, FieldCode> {
    let text = LongText::parse(typed)?.into_string();
    if text.chars().count() > most {
        return Err(FieldCode::TooLong);
    }
    Ok(text)
}

fn short(typed: &str, most: usize) -> Result<String, FieldCode> {
    let text = ShortText::parse(typed).map(ShortText::into_string).or_else(blank)?;
    if text.chars().count() > most {
        return Err(FieldCode::TooLong);
    }
    Ok(text)
}

fn handle(typed: &str) -> Result<String, FieldCode> {
    let text = plain_digits(typed).trim().trim_start_matches('@').to_owned();
    if text.chars().count() > Format::MAX_HANDLE {
        return Err(FieldCode::TooLong);
    }
    let is_handle = text
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    if is_handle {
        Ok(text)
    } else {
        Err(FieldCode::InvalidText)
    }
}

fn picture(typed: &str) -> Result<String, FieldCode> {
    let picture = Picture::unpack(typed);
    let is_key = picture.key.len() == 32
        && picture
            .key
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let is_size = |size: u32| (1..=100_000).contains(&size);
    if is_key && is_size(picture.width) && is_size(picture.height) && picture.pack() == typed {
        Ok(typed.to_owned())
    } else {
        Err(FieldCode::InvalidChoice)
    }
}

fn product(typed: &str) -> Result<String, FieldCode> {
    match typed.parse::<i64>() {
        Ok(id @ 1..) if id.to_string() == typed => Ok(typed.to_owned()),
        _ => Err(FieldCode::InvalidChoice),
    }
}

fn number(typed: &str, least: u16, most: u16) -> Option<u16> {
    let number = plain_digits(typed).trim().parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}

/// Reads `9`, `9:30`, `09.30`, `９：３０`. `24:00`, the end of a day, is `00:00` of the next: a browser's field of a time shows
/// nothing for `24:00`.
fn time(typed: &str) -> Option<String> {
    let plain = plain_digits(typed);
    let (hour, minute) = plain.trim().split_once([':', '.', '٫']).unwrap_or((plain.trim(), "0"));
    let (hour, minute) = (number(hour, 0, 24)?, number(minute, 0, 59)?);
    if hour == 24 && minute > 0 {
        return None;
    }
    let hour = hour % 24;
    let mut time = String::with_capacity(5);
    // Writing to a text cannot fail.
    let _ = write!(time, "{hour:02}:{minute:02}");
    Some(time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [Format; 11] = [
        Format::Line,
        Format::Prose(600),
        Format::Plain,
        Format::Handle,
        Format::Link,
        Format::Picture,
        Format::Product,
        Format::Shelf,
        Format::Day,
        Format::Month,
        Format::Time,
    ];

    proptest! {
        #[test]
        fn what_is_stored_is_read_as_the_same(typed in "\\PC{0,40}|[0-9:.-]{0,12}|[a-z0-9.-]{0,30}") {
            for format in ALL {
                if let Ok(value) = format.parse(&typed) {
                    prop_assert_eq!(format.parse(&value), Ok(value.clone()), "{:?} of {:?}", format, typed);
                }
            }
        }
    }

    #[test]
    fn values_are_read_as_people_type_them() {
        for (format, typed, value) in [
            (Format::Time, "９：３０", "09:30"),
            (Format::Time, "٩", "09:00"),
            (Format::Time, "18.05", "18:05"),
            (Format::Time, "24:00", "00:00"),
            (Format::Day, "2026/5/1", "2026-05-01"),
            (Format::Month, " ٦ ", "6"),
            (Format::Handle, "@badam_88", "badam_88"),
            (Format::Link, "v.douyin.com/abc", "https://v.douyin.com/abc"),
            (
                Format::Link,
                "7.89 复制打开抖音，看看 https://v.douyin.com/abc/ 08/11",
                "https://v.douyin.com/abc/",
            ),
            (Format::Line, " a  b ", "a b"),
            (Format::Line, "\u{202E}", ""),
            (Format::Day, "  ", ""),
        ] {
            assert_eq!(format.parse(typed).as_deref(), Ok(value), "{format:?} {typed}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_and_never_cut() {
        for (format, typed, code) in [
            (Format::Line, "x".repeat(121), FieldCode::TooLong),
            (Format::Prose(600), "x".repeat(601), FieldCode::TooLong),
            (Format::Plain, "x".repeat(61), FieldCode::TooLong),
            (Format::Handle, "a b".to_owned(), FieldCode::InvalidText),
            (Format::Link, "javascript:alert(1)".to_owned(), FieldCode::InvalidLink),
            (Format::Picture, "../x:1:1".to_owned(), FieldCode::InvalidChoice),
            (
                Format::Picture,
                format!("{}:0:1", "a".repeat(32)),
                FieldCode::InvalidChoice,
            ),
            (Format::Product, "+1".to_owned(), FieldCode::InvalidChoice),
            (Format::Shelf, "A/b".to_owned(), FieldCode::InvalidChoice),
            (Format::Day, "2026-02-30".to_owned(), FieldCode::InvalidDay),
            (Format::Month, "13".to_owned(), FieldCode::InvalidChoice),
            (Format::Time, "24:01".to_owned(), FieldCode::InvalidTime),
            (Format::Line, "a\0b".to_owned(), FieldCode::InvalidText),
        ] {
            assert_eq!(format.parse(&typed), Err(code), "{format:?} {typed}");
        }
    }
}
