//! What shoppers follow: favourites, sizes they wait for, and the links in the messages they get.

use db::entities::{answer_link, favourite, restock_refusal, restock_wish};
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
    removed += remove!(shop, answer_link, Link: String, answer_link::Column::ToldAt.lt(now - restock::TOLD));
    Ok(removed)
}
