//! What happened and has consequences, written in the transaction that causes it and carried out afterwards. Messages to
//! people are made of it by [`crate::messages`].

use crate::{Result, Shop};

/// Keeps the retention of messages, events and one-time codes: what is done is emptied of personal data after two weeks
/// and deleted after three months (events after one, codes after a day). Answers how many rows it touched.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn prune(shop: &Shop, now: i64) -> Result<u64> {
    crate::messages::prune(shop, now).await
}
