//! What the Centre tells all cooperatives: it stands on the first page of every studio until its last day, until it is taken
//! back, or until the cooperative has put it away; then it is found in a list.

mod centre;
mod read;
mod studio;

pub use centre::{Announced, NewAnnouncement, TEXT_MAX, list, publish, take_back};
pub use read::Announcement;
pub use studio::{Listed, all, put_away, unread};

use db::Readable;
use db::entities::{announcement, announcement_read};
use db::sea_orm::sea_query::Query;
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::Shop;
use crate::error::{Error, Result};

/// How long one is stored after it is over: for the question what was said last season.
const STORED_MS: i64 = 365 * 86_400_000;

/// Removes those that have been over for a year, with who had read them; answers how many rows went.
pub(crate) async fn expire(shop: &Shop, now: i64) -> Result<u64> {
    let over = move || {
        Condition::any()
            .add(announcement::Column::TakenBackAt.lt(now - STORED_MS))
            .add(announcement::Column::Until.lt(now - STORED_MS))
    };
    if !announcement::Entity::find()
        .filter(over())
        .has_rows(shop.db().read())
        .await?
    {
        return Ok(0);
    }
    shop.db()
        .write_as_job(move |tx| {
            Box::pin(async move {
                // A few dozen a year, and a row a cooperative each.
                let old = Query::select()
                    .column(announcement::Column::Id)
                    .from(announcement::Entity)
                    .cond_where(over())
                    .to_owned();
                let reads = announcement_read::Entity::delete_many()
                    .filter(announcement_read::Column::AnnouncementId.in_subquery(old))
                    .exec(tx)
                    .await?;
                let gone = announcement::Entity::delete_many().filter(over()).exec(tx).await?;
                Ok::<_, Error>(reads.rows_affected + gone.rows_affected)
            })
        })
        .await
}
