//! Values the shop stores about itself, by name.

use db::entities::setting;
use db::sea_orm::{ConnectionTrait, EntityTrait};

use crate::error::Result;

/// The value of this name, if there is one.
pub(crate) async fn read(db: &impl ConnectionTrait, name: &str) -> Result<Option<String>> {
    Ok(setting::Entity::find_by_id(name.to_owned())
        .one(db)
        .await?
        .map(|row| row.value))
}
