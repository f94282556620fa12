//! Who changed what: one row a change, written in its transaction.

use db::Tx;
use db::entities::audit_event;
use db::sea_orm::{ActiveValue::Set, EntityTrait};

use crate::Result;

/// Writes down that `actor` did `action` to `object`, both as `kind:id`.
pub(crate) async fn note(tx: &Tx, at: i64, actor: &str, action: &str, object: &str, detail: &str) -> Result<()> {
    audit_event::Entity::insert(audit_event::ActiveModel {
        at: Set(at),
        actor: Set(actor.to_owned()),
        action: Set(action.to_owned()),
        object: Set(object.to_owned()),
        detail: Set(detail.to_owned()),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}
