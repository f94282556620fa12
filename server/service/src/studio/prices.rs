//! Prices of sizes, and those that fall with the amount: as they were saved last, checked beside each other, and written or left
//! to wait for the Centre.

use std::collections::HashMap;

use db::Tx;
use db::entities::{offer, product};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use domain::{FieldCode, OfferId, OfferTerms, PriceSteps, ProductId, StepsError};

use super::product::set_steps;
use crate::catalog::OfferRow;
use crate::error::{Error, Result};
use crate::proposals::{self, Change};

/// Prices that their cooperative saved and buyers do not see yet.
#[derive(Debug, Default)]
pub(super) struct Saved {
    prices: HashMap<OfferId, i64>,
    steps: HashMap<OfferId, PriceSteps>,
}

impl Saved {
    /// What waits of the products of these sizes.
    pub(super) async fn of(db: &impl ConnectionTrait, rows: &HashMap<OfferId, OfferRow>) -> Result<Self> {
        let mut products: Vec<ProductId> = rows.values().map(|row| row.product_id).collect();
        products.sort_unstable();
        products.dedup();
        let mut saved = Self::default();
        for waits in proposals::of_all(db, &products).await?.into_values() {
            saved.prices.extend(waits.proposed.prices);
            let steps = waits.proposed.steps.iter();
            saved
                .steps
                .extend(steps.map(|(offer, steps)| (*offer, PriceSteps::read(steps))));
        }
        Ok(saved)
    }

    /// The price of a size as it was saved last, minor units.
    pub fn price(&self, row: &OfferRow) -> i64 {
        self.prices.get(&row.id).copied().unwrap_or(row.price_minor)
    }

    /// The terms of a size as they were saved last, at this price instead of its own.
    pub fn terms_at(&self, row: &OfferRow, minor: i64) -> OfferTerms {
        let mut terms = row.terms();
        terms.price.minor = minor;
        if let Some(steps) = self.steps.get(&row.id) {
            terms.steps = *steps;
        }
        terms
    }
}

/// Whether a price goes with the steps beside it, which stay as they are.
///
/// # Errors
/// [`FieldCode::InvalidChoice`] when it is as low as one of them, [`FieldCode::TooMuch`] when it is so high that one of them
/// looks mistyped.
pub(super) fn price_beside_steps(terms: &OfferTerms) -> Result<(), FieldCode> {
    terms.steps.check_prices(terms.price).map_err(|error| match error {
        StepsError::TooCheap => FieldCode::TooMuch,
        _ => FieldCode::InvalidChoice,
    })
}

/// Sets a price, or lets it wait for the Centre. Its product is locked.
pub(super) async fn write_price(tx: &Tx, row: &OfferRow, minor: i64, now: i64) -> Result<()> {
    match waiting(tx, row.product_id).await? {
        Some(mut change) => {
            change.set_price(row.id, row.price_minor, minor);
            change.save(tx, now).await
        }
        None => set_price(tx, row, minor).await,
    }
}

/// Sets prices that fall with the amount, or lets them wait for the Centre. Their product is locked.
pub(super) async fn write_steps(tx: &Tx, row: &OfferRow, steps: PriceSteps, now: i64) -> Result<()> {
    match waiting(tx, row.product_id).await? {
        Some(mut change) => {
            change.set_steps(row.id, row.steps(), steps);
            change.save(tx, now).await
        }
        None => set_steps(tx, row.product_id, &[(row.id, steps)]).await,
    }
}

/// Where changes of this product are to be written, when they wait.
async fn waiting(tx: &Tx, product: ProductId) -> Result<Option<Change>> {
    let row = product::Entity::find_by_id(product)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    proposals::open(tx, &row).await
}

/// Sets a price that is still the one that was read.
async fn set_price(tx: &Tx, row: &OfferRow, minor: i64) -> Result<()> {
    let done = offer::Entity::update_many()
        .col_expr(offer::Column::PriceMinor, Expr::value(minor))
        .col_expr(offer::Column::Version, Expr::col(offer::Column::Version).add(1))
        .filter(offer::Column::Id.eq(row.id))
        .filter(offer::Column::PriceMinor.eq(row.price_minor))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 {
        Ok(())
    } else {
        Err(Error::field(format!("price-{}", row.id), FieldCode::Changed))
    }
}
