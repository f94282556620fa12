//! What search engines are told of: every published product, in pieces of which none is large.

use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use db::entities::product;
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use domain::{CooperativeId, ProductId, ProductStatus};

use crate::counted::{CountedPieces, SitemapPiece};
use crate::{Result, Shop};

/// Ids in a piece: with three languages each its addresses stay below the 50,000 that a sitemap may have, and as each names those
/// in the other languages, below its 50 MB too.
const IDS: i64 = 12_000;
/// How long the list of pieces stands without a change of what lists are made of.
const LIFE: Duration = Duration::from_secs(60);
/// How long it stands whatever is written: many who ask at once cost one count.
const MOMENT: Duration = Duration::from_millis(500);

/// All pieces, in order.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn sitemap_pieces(shop: &Shop) -> Result<Arc<Vec<SitemapPiece>>> {
    shop.catch_up().await?;
    let versions = shop.versions();
    let version = (versions.directory, versions.cards);
    let counted = shop.sitemap().0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some(counted) = counted
        && counted.at.elapsed() < if counted.version == version { LIFE } else { MOMENT }
    {
        return Ok(counted.pieces);
    }
    // As text: with the number as a value PostgreSQL does not see that it is grouped by what is asked for.
    let number = Expr::cust(format!("id / {IDS}"));
    let rows: Vec<(i64, i64, i64)> = product::Entity::find()
        .select_only()
        .expr_as(number.clone(), "number")
        .column_as(product::Column::Id.count(), "products")
        .column_as(product::Column::UpdatedAt.max(), "updated_at")
        .filter(product::Column::Status.eq(ProductStatus::Published))
        .group_by(number.clone())
        .order_by_asc(number)
        .into_tuple()
        .all(shop.db().read())
        .await?;
    let pieces = Arc::new(
        rows.into_iter()
            .map(|(number, products, updated_at)| SitemapPiece {
                number,
                products,
                updated_at,
            })
            .collect::<Vec<_>>(),
    );
    let counted = CountedPieces {
        pieces: pieces.clone(),
        version,
        at: Instant::now(),
    };
    *shop.sitemap().0.lock().unwrap_or_else(PoisonError::into_inner) = Some(counted);
    Ok(pieces)
}

/// A product that search engines are told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitemapProduct {
    /// The product.
    pub id: ProductId,
    /// Its name in the URL.
    pub slug: String,
    /// When it, a price or what is left of it last changed, milliseconds since 1970 UTC.
    pub updated_at: i64,
}

/// Products of a piece after the id `after`, `limit` at the most; those of a suspended cooperative have no page.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn sitemap_products(
    shop: &Shop,
    piece: SitemapPiece,
    after: Option<ProductId>,
    limit: u64,
) -> Result<Vec<SitemapProduct>> {
    let directory = shop.directory();
    let suspended: Vec<CooperativeId> = directory.suspended.iter().map(|one| one.entry.id).collect();
    let first = piece.number.saturating_mul(IDS);
    let rows: Vec<(ProductId, String, i64)> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .column(product::Column::Slug)
        .column(product::Column::UpdatedAt)
        .filter(product::Column::Status.eq(ProductStatus::Published))
        .filter(product::Column::CooperativeId.is_not_in(suspended))
        .filter(product::Column::Id.gte(after.map_or(first, |id| id.get() + 1)))
        .filter(product::Column::Id.lt(first.saturating_add(IDS)))
        .order_by_asc(product::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(shop.db().read())
        .await?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|(id, slug, updated_at)| SitemapProduct { id, slug, updated_at })
        .collect())
}
