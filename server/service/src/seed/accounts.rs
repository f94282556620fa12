//! Accounts of the demo: one member for each of two cooperatives and one of the Centre.

use db::entities::{membership, user};
use db::sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use crate::error::{Error, Result};
use crate::identity::hash_password;
use crate::{Shop, random};

/// Somebody who can sign in.
#[derive(Clone, Debug)]
pub struct Account {
    /// Phone number.
    pub phone: String,
    /// Password, made at random: known only to whoever reads the seed's output.
    pub password: String,
    /// What the account is for: a cooperative's name in the URL, or `centre`.
    pub role: String,
}

/// Makes the demo's accounts.
///
/// # Errors
/// When the database does not answer or they exist already.
pub async fn demo_accounts(shop: &Shop) -> Result<Vec<Account>> {
    let directory = shop.directory();
    let mut accounts = Vec::new();
    let mut rows = Vec::new();
    let cooperatives = directory
        .cooperatives
        .iter()
        .map(|c| (c.entry.slug.clone(), Some(c.entry.id.get())))
        .take(2);
    for (number, (role, cooperative)) in (1..).zip(cooperatives.chain([("centre".to_owned(), None)])) {
        let password = hex::encode(random::bytes::<6>()?);
        let phone = format!("+861990000000{number}");
        rows.push((phone.clone(), role.clone(), hash_password(&password)?, cooperative));
        accounts.push(Account { phone, password, role });
    }
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            let rows = rows.clone();
            Box::pin(async move {
                for (phone, name, hash, cooperative) in rows {
                    let made = user::ActiveModel {
                        phone: Set(phone),
                        name: Set(name),
                        password_hash: Set(Some(hash)),
                        created_at: Set(now),
                        ..Default::default()
                    };
                    let user = made.insert(tx).await?.id;
                    let role = if cooperative.is_some() { "manager" } else { "centre" };
                    let member = membership::ActiveModel {
                        user_id: Set(user),
                        cooperative_id: Set(cooperative),
                        role: Set(role.to_owned()),
                        ..Default::default()
                    };
                    membership::Entity::insert(member).exec_without_returning(tx).await?;
                }
                Ok::<_, Error>(())
            })
        })
        .await?;
    Ok(accounts)
}
