//! What a page says about itself.

use service::Picture;

use crate::html::Html;
use crate::ui::Shape;

/// What the head of a document says.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// Title, without the shop's name.
    pub title: String,
    /// What a shared link is called, where that is not the title.
    pub shared_title: Option<String>,
    /// One or two sentences for search engines and shared links.
    pub description: String,
    /// The picture beside a shared link; the shop's own where there is none.
    pub picture: Option<SharedPicture>,
    /// What the page sells, when it sells one thing.
    pub price: Option<SharedPrice>,
    /// The address under which the page is known, such as `/zh/products?category=honey`, where it has more than one: by
    /// default the one asked for, without its query.
    pub canonical: Option<String>,
    /// Everybody may see the page, and no search engine need know it.
    pub unlisted: bool,
    /// What it says to machines, as JSON in which nothing ends a script.
    pub data: Option<String>,
    /// The picture one sees first, as the page shows it: the browser asks for it before it has read the style sheet.
    pub preload: Option<(Picture, Shape)>,
    /// The page belongs to one person: not cached, not indexed.
    pub private: bool,
    /// A work area's own menu, in place of the shop's.
    pub menu: Option<fn() -> Html>,
}

/// A picture beside a shared link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPicture {
    /// Its address, without the shop's own.
    pub path: String,
    /// What it shows.
    pub alt: String,
    /// Width and height, pixels.
    pub sides: (u32, u32),
    /// Address of a picture about as wide as high, which WeChat and QQ show.
    pub square: Option<String>,
}

/// What something costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPrice {
    /// The number, with a point: `12.50`.
    pub amount: String,
    /// Code of the currency.
    pub currency: &'static str,
    /// Whether it can be bought now.
    pub is_there: bool,
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

    /// Is known under this address.
    #[must_use]
    pub fn canonical(mut self, url: impl Into<String>) -> Self {
        self.canonical = Some(url.into());
        self
    }
}
