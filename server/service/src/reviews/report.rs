//! Saying that something is wrong with a review. The Centre looks at it; however many say so, it is hidden by nobody else.

use db::entities::{product, review, review_report};
use db::sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use domain::{ReviewId, ReviewState};

use super::limits;
use crate::error::{Error, Result};
use crate::identity::{self, keyed};
use crate::{Network, Shop};

/// Notes that somebody thinks so of a review of the product with this name in the URL: once a network.
///
/// # Errors
/// [`Error::NotFound`] when it is none that all see; [`Error::TooMany`] when too many come from this network.
#[crate::boxed]
pub async fn report(shop: &Shop, network: &Network, slug: &str, id: ReviewId) -> Result<()> {
    let db = shop.db().read();
    let of_product = product::Entity::find()
        .filter(product::Column::Slug.eq(slug))
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    review::Entity::find_by_id(id)
        .filter(review::Column::ProductId.eq(of_product.id))
        .filter(review::Column::State.eq(ReviewState::Published))
        .one(db)
        .await?
        .ok_or(Error::NotFound)?;
    identity::take(shop, &limits::of_reports(network)).await?;
    let reporter = keyed(shop, &["review-report", &network.whole().to_string()]);
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            let reporter = reporter.clone();
            Box::pin(async move {
                let row = review_report::ActiveModel {
                    review_id: Set(id),
                    reporter: Set(reporter),
                    at: Set(now),
                };
                let unless_there = OnConflict::new().do_nothing().to_owned();
                match review_report::Entity::insert(row)
                    .on_conflict(unless_there)
                    .exec_without_returning(tx)
                    .await
                {
                    Ok(1..) => {}
                    Ok(0) | Err(DbErr::RecordNotInserted) => return Ok(()),
                    Err(error) => return Err(error.into()),
                }
                review::Entity::update_many()
                    .col_expr(review::Column::Reports, Expr::col(review::Column::Reports).add(1_i64))
                    .filter(review::Column::Id.eq(id))
                    .filter(review::Column::State.eq(ReviewState::Published))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await
}
