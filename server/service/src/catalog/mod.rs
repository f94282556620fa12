//! Goods: lists, a product's page, and the read model that lists are made of.

mod cards;
mod choices;
mod filter;
mod list;
mod product;
mod sitemap;
mod sizes;
mod view;

pub use crate::counted::SitemapPiece;
pub use cards::name_of;
pub(crate) use cards::{
    lock_goods_of, outdate_editors, rebuild_cards, rebuild_cards_of, refresh_availability, refresh_rating,
};
pub use choices::choices;
pub(crate) use choices::choices_with;
pub(crate) use filter::categories_of;
pub(crate) use list::{cards, cards_of, narrowed, show_asked_sizes, to_card};
pub use list::{home, list, popular};
pub(crate) use product::{
    OfferRow, first_pictures, offers, offers_by_id, offers_of, offers_of_all, picture_rows_of, sold,
};
pub use product::{find_product, find_sold, suspended_seller};
pub use sitemap::{SitemapProduct, sitemap_pieces, sitemap_products};
pub(crate) use sizes::show_sizes;
pub use view::{
    BuyerLimit, CategoryLink, Choice, Choices, Cursor, Home, List, ListQuery, OfferView, ProductCard, ProductPage,
    Season, SoldLot, SoldProduct, Sort,
};

use std::collections::HashSet;

use db::entities::{category, product_card};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use domain::{CategoryId, Locale};

use crate::directory::DirectoryEntry;
use crate::{Picture, Result, Shop};

/// Products on a page of a list.
pub const PAGE: u32 = 24;

/// The categories in which a buyer finds something, in the order of the shelves.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn shelves(shop: &Shop, locale: Locale) -> Result<Vec<CategoryLink>> {
    // One look into an index for each of them.
    let goods = product_card::Entity::find()
        .select_only()
        .column(product_card::Column::ProductId)
        .filter(product_card::Column::Lang.eq(locale.nearest_built_in()))
        .filter(
            Expr::col((product_card::Entity, product_card::Column::CategoryId))
                .equals((category::Entity, category::Column::Id)),
        )
        .into_query();
    let with_goods: HashSet<CategoryId> = category::Entity::find()
        .select_only()
        .column(category::Column::Id)
        .filter(Expr::exists(goods))
        .into_tuple::<CategoryId>()
        .all(shop.db().read())
        .await?
        .into_iter()
        .collect();
    let directory = shop.directory();
    let shown = directory.categories.iter();
    Ok(shown
        .filter(|(category, _)| with_goods.contains(&category.id))
        .map(|(category, picture)| link(category, picture, locale))
        .collect())
}

/// All categories that are shown, also those in which nothing is yet, in the order of the shelves.
pub fn categories(shop: &Shop, locale: Locale) -> Vec<CategoryLink> {
    shop.directory()
        .categories
        .iter()
        .map(|(category, picture)| link(category, picture, locale))
        .collect()
}

fn link(category: &DirectoryEntry<CategoryId>, picture: &Picture, locale: Locale) -> CategoryLink {
    CategoryLink {
        slug: category.slug.clone(),
        name: category.name(locale),
        picture: picture.clone(),
    }
}
