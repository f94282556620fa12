//! Closed sets of names: enums whose values are stored, sent and logged as one fixed word.

/// Declares such an enum with its words, and derives from that one list `ALL`, `as_str`, `parse`,
/// `Display`, `FromStr`, serde and the column's value, so that the database, forms and the wire can never disagree on a
/// spelling.
macro_rules! named_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$note:meta])* $variant:ident = $word:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "sea-orm", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
        pub enum $name {
            $( $(#[$note])* #[serde(rename = $word)] $variant, )+
        }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            /// The word that is stored, sent and logged.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The value written with exactly this word.
            pub fn parse(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        /// As part of a key, which the database does not number then.
        #[cfg(feature = "sea-orm")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownWord;

            fn from_str(word: &str) -> Result<Self, $crate::UnknownWord> {
                Self::parse(word).ok_or_else(|| $crate::UnknownWord(word.to_owned()))
            }
        }
    };
}

pub(crate) use named_enum;

/// A word that names no value: what holds it was damaged, or a later program wrote it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown word `{0}`")]
pub struct UnknownWord(pub String);

#[cfg(test)]
mod tests {
    use super::UnknownWord;
    use crate::OrderStatus;
    use serde::{Deserialize, Serialize, de::IntoDeserializer};
    use std::fmt;

    /// What serde writes, without a format crate: `Formatter` is a serializer of plain values.
    struct Wire(OrderStatus);

    impl fmt::Display for Wire {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.serialize(f)
        }
    }

    #[test]
    fn a_value_has_the_same_word_everywhere() {
        for status in OrderStatus::ALL {
            let word = status.as_str();
            assert_eq!(OrderStatus::parse(word), Some(status));
            assert_eq!(status.to_string(), word);
            assert_eq!(Wire(status).to_string(), word);
            let wire = IntoDeserializer::<serde::de::value::Error>::into_deserializer(word);
            assert_eq!(OrderStatus::deserialize(wire), Ok(status));
        }
    }

    #[test]
    fn other_words_are_no_value() {
        for word in ["", "Placed", "placed ", "PLACED"] {
            assert_eq!(OrderStatus::parse(word), None, "{word:?}");
            assert_eq!(word.parse::<OrderStatus>(), Err(UnknownWord(word.to_owned())));
        }
    }
}
