//! Texts that people type into forms: cleaned of what cannot be seen, checked for length.

use crate::{text_form::text_form, typed};
use std::fmt;
use thiserror::Error;

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TextError {
    #[error("nothing was written")]
    Required,
    #[error("longer than {max} characters")]
    TooLong { max: usize },
    /// A control character, which no keyboard types.
    #[error("a character that cannot be shown")]
    Forbidden,
    /// A tag of HTML in a name. It would be shown as it stands, and be copied into places that read it.
    #[error("a tag in a name")]
    Markup,
}

/// Whether `Debug`, and so a log, may show a text.
macro_rules! debug_text {
    ($name:ident, personal) => {
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
    ($name:ident, public) => {
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0).finish()
            }
        }
    };
}

macro_rules! texts {
    ($( $(#[$meta:meta])* $name:ident: $min:literal..=$max:literal, $clean:path, $debug:ident; )+) => {$(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The fewest characters, 0 when it may stay empty.
            pub const MIN: usize = $min;
            /// The most characters, for the field's `maxlength`.
            pub const MAX: usize = $max;

            /// Cleans and checks what was typed.
            pub fn parse(typed: &str) -> Result<Self, TextError> {
                let text = none_if_blank($clean(typed)?);
                check_length(&text, Self::MIN, Self::MAX)?;
                Ok(Self(text))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }

            pub fn into_string(self) -> String {
                self.0
            }

            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        debug_text!($name, $debug);
        text_form!($name, as_str, TextError);
    )+};
}

texts! {
    /// Who a parcel is for, in any script.
    PersonName: 1..=60, clean_name, personal;
    /// What a cooperative, a product, a category, a township, a station or the Centre is called.
    PublicName: 1..=120, clean_name, public;
    /// City, district or street of an address.
    AddressLine: 1..=120, one_line, personal;
    /// What a buyer tells the cooperative; may be empty.
    Note: 0..=300, one_line, personal;
    /// What somebody who wants to sell here has to sell.
    GoodsLine: 1..=300, one_line, public;
    /// What a buyer and a cooperative write to one another about an order.
    MessageText: 1..=1000, paragraphs, personal;
    /// What somebody asks about a product, for all to read.
    QuestionText: 1..=500, paragraphs, personal;
    /// What a buyer says about goods; may be empty.
    ReviewText: 0..=1000, paragraphs, public;
    /// A heading, a caption, an address: a line that names nothing.
    ShortText: 1..=120, one_line, public;
    /// A story or description in paragraphs; may be empty.
    LongText: 0..=5000, paragraphs, public;
}

/// A name of anybody or anything, as it is kept: one line, without characters that show nothing or turn their neighbours round.
/// All names that are typed or come from a table go through here.
///
/// # Errors
/// [`TextError::Forbidden`] for control characters, [`TextError::Markup`] for a tag.
pub fn clean_name(raw: &str) -> Result<String, TextError> {
    let seen: String = raw.chars().filter(|&c| !typed::is_unseen(c)).collect();
    let name = one_line(&seen)?;
    if has_tag(&name) {
        return Err(TextError::Markup);
    }
    Ok(none_if_blank(name))
}

/// Whether a browser would read a tag, a comment or a declaration here; an arrow or `a < b` is none.
fn has_tag(text: &str) -> bool {
    let mut after = text.split('<').skip(1);
    after.any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')))
}

/// Trimmed, with every run of white space, line breaks too, as one space.
fn one_line(raw: &str) -> Result<String, TextError> {
    let mut line = String::with_capacity(raw.len());
    for word in visible(raw)?.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    Ok(line)
}

/// Each line trimmed, no empty ones at either end; line breaks as `\n`, whatever the browser sent.
fn paragraphs(raw: &str) -> Result<String, TextError> {
    let text = visible(raw)?
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    Ok(lines.join("\n").trim().to_owned())
}

/// The text without invisible characters; refused if it has control characters.
fn visible(raw: &str) -> Result<String, TextError> {
    let text: String = raw.chars().filter(|&c| !typed::is_invisible(c)).collect();
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.contains(is_control) {
        return Err(TextError::Forbidden);
    }
    Ok(text)
}

/// A text of joiners or fillers alone looks like none, and is none.
fn none_if_blank(text: String) -> String {
    if text.chars().all(typed::is_blank) {
        String::new()
    } else {
        text
    }
}

fn check_length(text: &str, min: usize, max: usize) -> Result<(), TextError> {
    let length = text.chars().count();
    if length < min {
        return Err(TextError::Required);
    }
    if length > max {
        return Err(TextError::TooLong { max });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde::{Deserialize, de::IntoDeserializer};

    fn name(typed: &str) -> Result<String, TextError> {
        PersonName::parse(typed).map(PersonName::into_string)
    }

    #[test]
    fn a_name_is_trimmed_to_one_line_in_any_script() {
        assert_eq!(name("  ئايگۈل  تۇرسۇن ").as_deref(), Ok("ئايگۈل تۇرسۇن"));
        assert_eq!(name("　阿依古丽\r\n").as_deref(), Ok("阿依古丽"));
        assert_eq!(name("María\tde  la\nO").as_deref(), Ok("María de la O"));
    }

    #[test]
    fn overrides_that_would_turn_a_line_round_are_taken_out() {
        assert_eq!(name("A\u{202E}nna\u{2066}\u{200F}\u{FEFF}").as_deref(), Ok("Anna"));
        assert_eq!(
            name("نى\u{200C}ما").as_deref(),
            Ok("نى\u{200C}ما"),
            "joiners belong to the script"
        );
    }

    #[test]
    fn a_name_holds_nothing_that_is_not_seen() {
        let hidden = "\u{AD}\u{34F}\u{180E}\u{2063}\u{206A}\u{3164}\u{115F}\u{FFA0}\u{FFF9}\u{E0041}\u{E007F}";
        for c in hidden
            .chars()
            .chain("\u{202E}\u{2067}\u{200B}\u{2060}\u{FEFF}\u{61C}".chars())
        {
            assert_eq!(name(&format!("An{c}na")).as_deref(), Ok("Anna"), "{c:?}");
            let public = PublicName::parse(&format!("{c}Badam{c}"));
            assert_eq!(public.map(PublicName::into_string).as_deref(), Ok("Badam"), "{c:?}");
        }
        // Signs that change how a Chinese letter or a picture is drawn are seen.
        assert_eq!(name("葛\u{E0100}城").as_deref(), Ok("葛\u{E0100}城"));
        assert_eq!(
            clean_name("❤\u{FE0F} 👩\u{200D}🌾").as_deref(),
            Ok("❤\u{FE0F} 👩\u{200D}🌾")
        );
    }

    #[test]
    fn a_name_is_no_markup() {
        for typed in [
            "<b>Anna</b>",
            "Anna<br>",
            "</title>",
            "a<!--",
            "<?php",
            "Anna <img src=x onerror=alert(1)",
            "<\u{202E}b>",
            "<\u{AD}script>",
        ] {
            assert_eq!(name(typed), Err(TextError::Markup), "{typed}");
            assert_eq!(PublicName::parse(typed), Err(TextError::Markup), "{typed}");
            assert!(ShortText::parse(typed).is_ok() && Note::parse(typed).is_ok(), "{typed}");
        }
        for typed in ["< 500 g", "A > B", "Badam <3", "\"><", "&lt;b&gt;", "《金色》"] {
            assert_eq!(name(typed).as_deref(), Ok(typed));
        }
    }

    #[test]
    fn a_name_of_nothing_visible_is_missing() {
        let fillers = [
            "\u{3164}",
            "\u{115F}\u{1160}",
            "\u{FFA0} \u{FFA0}",
            "\u{AD}\u{34F}",
            "\u{2062}\u{FE0F}",
            "\u{2800}\n\u{2800}",
        ];
        for typed in ["", "   ", "\u{202E}", "\u{200B}\u{FEFF}", "\u{200D} \u{200C}"]
            .into_iter()
            .chain(fillers)
        {
            assert_eq!(name(typed), Err(TextError::Required), "{typed:?}");
            assert_eq!(MessageText::parse(typed), Err(TextError::Required), "{typed:?}");
            assert_eq!(GoodsLine::parse(typed), Err(TextError::Required), "{typed:?}");
            assert!(Note::parse(typed).unwrap().is_empty(), "{typed:?}");
            assert!(LongText::parse(typed).unwrap().is_empty(), "{typed:?}");
        }
        assert_eq!(
            name("A\u{2800}").as_deref(),
            Ok("A\u{2800}"),
            "beside a letter they may stand"
        );
    }

    #[test]
    fn control_characters_are_refused() {
        for typed in ["a\0b", "a\u{1B}[31mb", "a\u{85}b", "a\u{7F}b"] {
            assert_eq!(name(typed), Err(TextError::Forbidden), "{typed:?}");
            assert_eq!(LongText::parse(typed), Err(TextError::Forbidden), "{typed:?}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(name(&"阿".repeat(60)).map(|text| text.len()), Ok(180));
        assert_eq!(name(&"阿".repeat(61)), Err(TextError::TooLong { max: 60 }));
    }

    #[test]
    fn a_note_may_be_empty_and_a_story_keeps_its_lines() {
        assert!(Note::parse(" ").unwrap().is_empty());
        let story = LongText::parse("\r\n　Once \r\n\r\n  upon\ra time\u{2028}\n").unwrap();
        assert_eq!(story.as_str(), "Once\n\nupon\na time");
    }

    #[test]
    fn nothing_from_the_wire_skips_the_check() {
        let read = |text: &'static str| {
            ShortText::deserialize(IntoDeserializer::<serde::de::value::Error>::into_deserializer(text))
        };
        assert_eq!(read(" badam ").unwrap().as_str(), "badam");
        assert!(read("\0").is_err());
    }

    #[test]
    fn who_somebody_is_stays_out_of_logs() {
        assert_eq!(format!("{:?}", PersonName::parse("Anna").unwrap()), "PersonName(…)");
        assert_eq!(
            format!("{:?}", ShortText::parse("Badam").unwrap()),
            "ShortText(\"Badam\")"
        );
    }
}
