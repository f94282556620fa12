//! Cooperatives that want to sell here. Anybody may write an application, and it is there once the code that was sent to the
//! phone came back; its address lets them read how it stands. The Centre admits it, which makes the cooperative, or refuses
//! it with a reason.

mod admit;
mod centre;
mod documents;
mod send;
mod standing;

use db::entities::{application, application_document};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use domain::{ApplicationId, ApplicationState};

use crate::{Error, Result, Shop};

pub use admit::{admit, refuse};
pub use centre::{ApplicationList, ApplicationPage, ApplicationRow, list, page};
pub use documents::{
    DocumentFile, DocumentView, IncomingDocument, add_document, document, receive_document, remove_document,
};
pub use send::{ApplicationForm, send, send_code};
pub use standing::{ApplicationStanding, standing};

const DAY: i64 = 86_400_000;
/// How long one that was refused stays, for whoever asks why.
const REFUSED: i64 = 90 * DAY;
/// One that nobody decided about for so long is of no use to anybody.
const WAITING: i64 = 365 * DAY;

/// Applications of one round; the rest waits for the next.
const ROUND: u64 = 100;

/// Removes what was refused, or was never decided, long ago, with its documents.
pub(crate) async fn expire(shop: &Shop, now: i64) -> Result<u64> {
    let over = move || {
        let since = |state, at: application::Column, before: i64| {
            Condition::all()
                .add(application::Column::State.eq(state))
                .add(at.lt(before))
        };
        Condition::any()
            .add(since(
                ApplicationState::Refused,
                application::Column::DecidedAt,
                now - REFUSED,
            ))
            .add(since(
                ApplicationState::Waiting,
                application::Column::CreatedAt,
                now - WAITING,
            ))
    };
    let old: Vec<ApplicationId> = application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(over())
        .limit(ROUND)
        .into_tuple()
        .all(shop.db().read())
        .await?;
    if old.is_empty() {
        return Ok(0);
    }
    let places: Vec<String> = application_document::Entity::find()
        .select_only()
        .column(application_document::Column::Place)
        .filter(application_document::Column::ApplicationId.is_in(old.iter().copied()))
        .into_tuple()
        .all(shop.db().read())
        .await?;
    let gone = shop
        .db()
        .write_as_job(move |tx| {
            let old = old.clone();
            Box::pin(async move {
                let documents = application_document::Entity::delete_many()
                    .filter(application_document::Column::ApplicationId.is_in(old.iter().copied()))
                    .exec(tx)
                    .await?;
                let gone = application::Entity::delete_many()
                    .filter(application::Column::Id.is_in(old))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(documents.rows_affected + gone.rows_affected)
            })
        })
        .await?;
    for place in places {
        shop.pictures().drop_document(&place).await;
    }
    Ok(gone)
}
