//! The secret that signs cookies and goes into the hashes of one-time codes: one for all programs on a database.

use db::Db;
use db::entities::setting;
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{ActiveValue::Set, DbErr, EntityTrait};
use domain::Token;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::{Shop, random};

/// The row of the table `settings`.
const NAME: &str = "secret";

/// The secret of this database. The first program that asks makes it: of `own`, what it kept in its data folder before,
/// or at random. Every other one gets the same.
///
/// # Errors
/// When the database does not answer, or what stands there is damaged.
#[crate::boxed]
pub async fn shared_secret(db: &Db, own: Option<[u8; 32]>) -> Result<[u8; 32]> {
    let row = setting::Entity::find_by_id(NAME).one(db.read()).await?;
    let text = match row {
        Some(row) => row.value,
        None => make(db, hex::encode(own.map_or_else(random::bytes, Ok)?)).await?,
    };
    let mut secret = [0; 32];
    hex::decode_to_slice(text.trim(), &mut secret).map_err(|_| {
        Error::internal(std::io::Error::other(
            "the row `secret` of the table `settings` is damaged: restore it from a backup, or delete it (open orders \
             then ask for their digits again)",
        ))
    })?;
    Ok(secret)
}

/// Of several that make one at the same moment the first wins, and all get its secret.
async fn make(db: &Db, candidate: String) -> Result<String> {
    db.write(move |tx| {
        let candidate = candidate.clone();
        Box::pin(async move {
            let row = setting::ActiveModel {
                name: Set(NAME.to_owned()),
                value: Set(candidate),
            };
            let made = setting::Entity::insert(row)
                .on_conflict(OnConflict::column(setting::Column::Name).do_nothing().to_owned())
                .exec_without_returning(tx)
                .await;
            match made {
                Ok(_) | Err(DbErr::RecordNotInserted) => {}
                Err(error) => return Err(error.into()),
            }
            let row = setting::Entity::find_by_id(NAME).one(tx).await?;
            Ok::<_, Error>(row.ok_or(Error::NotFound)?.value)
        })
    })
    .await
}

/// Only the hash of a token is kept: a stolen database opens no cart and no session.
pub(crate) fn token_hash(token: &Token) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

/// Half of a keyed hash: 128 bits, in hexadecimal. What a table or a log may hold instead of something personal.
pub(crate) fn keyed(shop: &Shop, parts: &[&str]) -> String {
    // A key of any length is fine for HMAC, so this cannot fail.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(shop.secret()) else {
        return String::new();
    };
    for part in parts {
        mac.update(part.as_bytes());
        mac.update(&[0]);
    }
    hex::encode(&mac.finalize().into_bytes()[..16])
}
