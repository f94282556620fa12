//! Where a value stands in a part: the field, the item, the language.

use std::fmt;

use super::{Field, Format};
use crate::Locale;
use crate::text_form::text_form;
use thiserror::Error;

/// Text that names no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a place such as `caption.2-ug`")]
pub struct PlaceError;

/// One value of a part. Written as `text-ug`, `picture`, `caption.2-zh`: the same in forms, in storage and on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The field.
    pub field: Field,
    /// The item, from 1; 0 for the part itself.
    pub slot: u8,
    /// The language, for what is written in each.
    pub lang: Option<Locale>,
}

impl Place {
    /// A field of the part itself, the same in every language.
    pub const fn of(field: Field) -> Self {
        Self {
            field,
            slot: 0,
            lang: None,
        }
    }

    /// The same field in an item.
    #[must_use]
    pub const fn item(self, slot: u8) -> Self {
        Self { slot, ..self }
    }

    /// The same in one language.
    #[must_use]
    pub const fn lang(self, lang: Locale) -> Self {
        Self {
            lang: Some(lang),
            ..self
        }
    }

    /// Whether a field of this format has such places.
    pub const fn suits(self, format: Format) -> bool {
        self.lang.is_some() == format.is_translated()
    }

    /// Reads what [`Display`](fmt::Display) writes.
    ///
    /// # Errors
    /// [`PlaceError`] for anything else.
    pub fn parse(text: &str) -> Result<Self, PlaceError> {
        let (rest, lang) = match text.split_once('-') {
            Some((rest, code)) => (rest, Some(Locale::from_code(code).ok_or(PlaceError)?)),
            None => (text, None),
        };
        let (field, slot) = match rest.split_once('.') {
            Some((field, slot)) => {
                let number: u8 = slot.parse().map_err(|_| PlaceError)?;
                if number == 0 || number.to_string() != slot {
                    return Err(PlaceError);
                }
                (field, number)
            }
            None => (rest, 0),
        };
        Ok(Self {
            field: Field::parse(field).ok_or(PlaceError)?,
            slot,
            lang,
        })
    }

    fn text(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.field.as_str())?;
        if self.slot > 0 {
            write!(f, ".{}", self.slot)?;
        }
        match self.lang {
            Some(lang) => write!(f, "-{}", lang.code()),
            None => Ok(()),
        }
    }
}

text_form!(Place, text, PlaceError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_one_spelling() {
        for (place, text) in [
            (Place::of(Field::Picture), "picture"),
            (Place::of(Field::Text).lang(Locale::Ug), "text-ug"),
            (Place::of(Field::Caption).item(12).lang(Locale::Zh), "caption.12-zh"),
        ] {
            assert_eq!(place.to_string(), text);
            assert_eq!(Place::parse(text), Ok(place));
        }
        for text in [
            "",
            "text-",
            "text-en",
            "text.0",
            "text.01",
            "text.300",
            "text.+1",
            "story-ug",
            "text-ug-ug",
        ] {
            assert_eq!(Place::parse(text), Err(PlaceError), "{text}");
        }
    }
}
