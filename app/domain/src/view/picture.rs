//! A picture by its name.

use serde::{Deserialize, Serialize};

/// A picture in three sizes and two formats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// First half of the SHA-256 of its source, hex.
    pub key: String,
    /// Width of the largest size, pixels.
    pub width: u32,
    /// Height of the largest size, pixels.
    pub height: u32,
}

impl Picture {
    /// The URL of one size; `format` is `webp` or `jpg`.
    pub fn url(&self, width: u32, format: &str) -> String {
        ["/media/", &self.key, "-", &width.to_string(), ".", format].concat()
    }

    /// Stored form in a read model: `key:width:height`.
    pub fn pack(&self) -> String {
        format!("{}:{}:{}", self.key, self.width, self.height)
    }

    /// Reads [`pack`](Self::pack). What cannot be read shows no picture, and a test finds it.
    pub fn unpack(text: &str) -> Self {
        let mut parts = text.split(':');
        let key = parts.next().unwrap_or_default().to_owned();
        let mut number = || parts.next().and_then(|p| p.parse().ok()).unwrap_or(1200);
        Self {
            key,
            width: number(),
            height: number(),
        }
    }
}
