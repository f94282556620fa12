//! Sizes that are sold out, and who wants to be told when they can be bought again: one message, and the number is forgotten.
//!
//! Anybody may type anybody's number. So each number waits for a few sizes only, is told of each once, and whoever gets a
//! message can end them for good by its link. When a size is there again, the first are told; the next ones a day later, if
//! something is left, or when more comes after it was sold out once more.

mod ask;
mod link;
mod tell;

use std::collections::HashMap;

use db::entities::restock_wish;
use db::sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{OfferId, Phone};

use crate::secret::keyed;
use crate::{Result, Shop};

pub use crate::message_links::Links;
pub(crate) use crate::restock_turn::is_refused;
pub use ask::{Asked, WishForm, ask};
pub(crate) use link::note_answer;
pub use link::{Told, allow, open, stop};
pub use tell::tell_due;

const DAY: i64 = 86_400_000;

/// A wish that nothing came of.
const WAITED: i64 = 180 * DAY;
/// One whose message was written: as long as its link works.
pub(crate) const TOLD: i64 = 30 * DAY;
/// That somebody wants no such messages: after that the number may have another owner.
pub(crate) const REFUSED: i64 = 365 * DAY;

/// What a number is called where it must not stand.
pub(crate) fn key_of(shop: &Shop, phone: &Phone) -> String {
    keyed(shop, &["restock", phone.as_e164()])
}

/// Wishes that are past their time. One that was told of on its last day keeps its link as long as any other.
pub(crate) fn past(now: i64) -> Condition {
    let waited_in_vain = Condition::all()
        .add(restock_wish::Column::ToldAt.is_null())
        .add(restock_wish::Column::AskedAt.lt(now - WAITED));
    Condition::any()
        .add(waited_in_vain)
        .add(restock_wish::Column::ToldAt.lt(now - TOLD))
}

/// How many people wait for each of these sizes.
pub(crate) async fn waiting(db: &impl ConnectionTrait, offers: &[OfferId]) -> Result<HashMap<OfferId, i64>> {
    let still = Condition::all().add(restock_wish::Column::ToldAt.is_null());
    count(db, offers, still).await
}

/// How many of the wishes for each of these sizes are like this.
async fn count(db: &impl ConnectionTrait, offers: &[OfferId], which: Condition) -> Result<HashMap<OfferId, i64>> {
    let rows: Vec<(OfferId, i64)> = restock_wish::Entity::find()
        .select_only()
        .column(restock_wish::Column::OfferId)
        .column_as(restock_wish::Column::Id.count(), "people")
        .filter(restock_wish::Column::OfferId.is_in(offers.iter().copied()))
        .filter(which)
        .group_by(restock_wish::Column::OfferId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
