//! What a page says about itself.

use crate::html::Html;

/// What the head of a document says.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// Title, without the shop's name.
    pub title: String,
    /// One or two sentences for search engines and shared links.
    pub description: String,
    /// Path of a picture for shared links.
    pub picture: Option<String>,
    /// A picture the browser should fetch first.
    pub preload: Option<String>,
    /// The page belongs to one person: not cached, not indexed.
    pub private: bool,
    /// A work area's own menu, in place of the shop's.
    pub menu: Option<fn() -> Html>,
}

impl Meta {
    /// A public page with this title.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// A page of one person's own.
    pub fn private(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            private: true,
            ..Self::default()
        }
    }

    /// Has this menu under the thumb instead of the shop's.
    #[must_use]
    pub fn menu(mut self, menu: fn() -> Html) -> Self {
        self.menu = Some(menu);
        self
    }

    /// Adds a description.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = text.into();
        self
    }
}
