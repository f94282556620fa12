//! A merchant's text.

use crate::Locale;
use serde::{Deserialize, Serialize};

/// A merchant's text as shown: in the reader's language if there is one, else in another, and then it says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The text itself, as the merchant wrote it.
    pub text: String,
    /// The language it is in.
    pub lang: Locale,
    /// The source changed since this translation was made.
    pub outdated: bool,
}
