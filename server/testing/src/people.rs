//! Members of cooperatives and of the Centre.

use db::WriteError;
use db::entities::{membership, user};
use db::sea_orm::{ActiveModelTrait, ActiveValue::Set};
use domain::{Actor, CooperativeId, UserId};
use service::identity::hash_password;

use crate::TestShop;

impl TestShop {
    /// A fresh member of the cooperative with this name in the URL.
    pub async fn member_of(&self, cooperative: &str) -> Actor {
        let id = self.cooperative(cooperative).await;
        let phone = format!("+86139{:08}", self.number("SELECT COUNT(*) FROM users").await);
        Actor::Cooperative {
            user: self.add_user(&phone, None, Some(id)).await,
            cooperative: id,
        }
    }

    /// Somebody of the Centre.
    pub async fn of_centre(&self) -> Actor {
        let phone = format!("+86137{:08}", self.number("SELECT COUNT(*) FROM users").await);
        Actor::Centre {
            user: self.add_user(&phone, None, None).await,
        }
    }

    /// A member who signs in with `phone` (as +86…) and `password`.
    ///
    /// # Panics
    /// When the password cannot be hashed.
    pub async fn member_with_password(&self, cooperative: &str, phone: &str, password: &str) -> Actor {
        let id = self.cooperative(cooperative).await;
        let hash = hash_password(password).expect("a hash");
        Actor::Cooperative {
            user: self.add_user(phone, Some(hash), Some(id)).await,
            cooperative: id,
        }
    }

    async fn add_user(&self, phone: &str, hash: Option<String>, cooperative: Option<CooperativeId>) -> UserId {
        let (phone, now) = (phone.to_owned(), self.now());
        let id = self.db().write(move |tx| {
            let (phone, hash) = (phone.clone(), hash.clone());
            Box::pin(async move {
                let person = user::ActiveModel {
                    name: Set(phone.clone()),
                    phone: Set(phone),
                    password_hash: Set(hash),
                    created_at: Set(now),
                    ..Default::default()
                };
                let id = person.insert(tx).await.map_err(WriteError::Database)?.id;
                let member = membership::ActiveModel {
                    user_id: Set(id),
                    cooperative_id: Set(cooperative.map(CooperativeId::get)),
                    role: Set(if cooperative.is_some() { "manager" } else { "centre" }.to_owned()),
                    ..Default::default()
                };
                member.insert(tx).await.map_err(WriteError::Database)?;
                Ok::<_, WriteError>(id)
            })
        });
        UserId(id.await.unwrap())
    }
}
