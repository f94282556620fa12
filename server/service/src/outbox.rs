//! What happened and has consequences, written in the transaction that causes it and carried out afterwards. Messages to
//! people are made of it by [`crate::messages`].

use db::entities::setting;
use db::sea_orm::{ConnectionTrait, EntityTrait};

use crate::{Result, Shop};

/// Topics of an older program that were notes for the Centre: they are entries of money now, and no message.
pub(crate) const NOTES_ABOUT_MONEY: [&str; 3] = ["refund-due", "refund-late", "payment-lowered"];

/// Keeps the retention of messages, events and one-time codes: what is done is emptied of personal data after two weeks
/// and deleted after three months (events after one, codes after a day). Answers how many rows it touched.
///
/// # Errors
/// When the database does not answer.
pub async fn prune(shop: &Shop, now: i64) -> Result<u64> {
    crate::messages::prune(shop, now).await
}

/// A value the shop keeps about itself.
pub(crate) async fn setting(db: &impl ConnectionTrait, name: &str) -> Result<Option<String>> {
    Ok(setting::Entity::find_by_id(name.to_owned())
        .one(db)
        .await?
        .map(|row| row.value))
}
