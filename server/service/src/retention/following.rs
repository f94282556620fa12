//! What shoppers follow: favourites, and sizes they wait for.

use db::entities::{favourite, restock_refusal, restock_wish};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::RestockWishId;

use super::{BATCH, PAUSE, ROUND};
use crate::{Error, Result, Shop, restock};

/// Removes what is past its time; answers how many rows.
pub(super) async fn remove(shop: &Shop, now: i64) -> Result<u64> {
    let mut removed = remove!(shop, favourite, Owner: String, favourite::Column::KeptUntil.lt(now));
    removed += remove!(shop, restock_wish, Id: RestockWishId, restock::past(now));
    removed += remove!(
        shop,
        restock_refusal,
        PhoneKey: String,
        restock_refusal::Column::RefusedAt.lt(now - restock::REFUSED)
    );
    Ok(removed)
}
