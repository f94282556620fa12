//! Goods: lists, a product's page, and the read model that lists are made of.

mod cards;
mod list;
mod product;
mod sitemap;
mod view;

pub use crate::counted::SitemapPiece;
pub(crate) use cards::{outdate_editors, rebuild_cards, refresh_availability};
pub(crate) use list::{cards, cards_of, to_card};
pub use list::{home, list};
pub use product::find_product;
pub(crate) use product::{
    OfferRow, first_pictures, offers, offers_by_id, offers_of, offers_of_all, picture_rows_of, pictures_of,
};
pub use sitemap::{sitemap_pieces, sitemap_slugs};
pub use view::{CategoryLink, Cursor, Home, List, ListQuery, OfferView, ProductCard, ProductPage, Season, Sort};

use domain::Locale;

use crate::Shop;

/// Products on a page of a list.
pub const PAGE: u32 = 24;

/// The categories, in the order of the shelves.
pub fn categories(shop: &Shop, locale: Locale) -> Vec<CategoryLink> {
    shop.directory()
        .categories
        .iter()
        .map(|(category, picture)| CategoryLink {
            slug: category.slug.clone(),
            name: category.name(locale),
            picture: picture.clone(),
        })
        .collect()
}
