//! People of every kind: members of cooperatives, of stations, of the Centre.

use std::sync::Arc;

use db::WriteError;
use db::entities::{member_role, user};
use db::sea_orm::{ActiveModelTrait, ActiveValue::Set};
use domain::{Actor, CentreRole, CooperativeRole, Membership, MessageState, Subject, UserId};
use service::identity::{self, Fresh, SignIn, SignedIn, hash_password};
use service::messages::channel::Page;
use service::messages::{self, Budgets, Office};

use crate::TestShop;

impl TestShop {
    /// A fresh owner of the cooperative with this name in the URL.
    pub async fn member_of(&self, cooperative: &str) -> Actor {
        self.cooperative_member(cooperative, CooperativeRole::Owner).await
    }

    /// A fresh member of a cooperative in this role.
    pub async fn cooperative_member(&self, cooperative: &str, role: CooperativeRole) -> Actor {
        let id = self.cooperative(cooperative).await;
        self.member(Membership::Cooperative(id, role)).await
    }

    /// The Centre's admin.
    pub async fn of_centre(&self) -> Actor {
        self.member(Membership::Centre(CentreRole::Admin)).await
    }

    /// Somebody fresh with this membership.
    pub async fn member(&self, membership: Membership) -> Actor {
        let phone = format!("+86139{:08}", self.number("SELECT COUNT(*) FROM users").await);
        Actor::of(self.add_user(&phone, None, Some(membership)).await, membership)
    }

    /// An owner who signs in with `phone` (as +86…) and `password`.
    ///
    /// # Panics
    /// When the password cannot be hashed.
    pub async fn member_with_password(&self, cooperative: &str, phone: &str, password: &str) -> Actor {
        let id = self.cooperative(cooperative).await;
        self.person_with(Membership::Cooperative(id, CooperativeRole::Owner), phone, password)
            .await
    }

    /// Somebody with this membership who signs in with `phone` (as +86…) and `password`.
    ///
    /// # Panics
    /// When the password cannot be hashed.
    pub async fn person_with(&self, membership: Membership, phone: &str, password: &str) -> Actor {
        let hash = hash_password(password).expect("a hash");
        Actor::of(self.add_user(phone, Some(hash), Some(membership)).await, membership)
    }

    /// Signs in from nowhere in particular.
    ///
    /// # Errors
    /// As [`identity::sign_in`].
    pub async fn sign_in(&self, phone: &str, password: &str, code: &str) -> service::Result<SignedIn> {
        let ask = SignIn {
            phone,
            password,
            code,
            ..SignIn::default()
        };
        identity::sign_in(self, &ask).await
    }

    /// The session cookie of somebody with this membership who has just signed in, and that they did so just now.
    ///
    /// # Panics
    /// When they cannot.
    pub async fn signed_in(&self, membership: Membership) -> (String, Actor, Fresh) {
        let phone = format!("+86135{:08}", self.number("SELECT COUNT(*) FROM users").await);
        let actor = self.person_with(membership, &phone, "correct horse").await;
        let cookie = self.sign_in(&phone, "correct horse", "").await.unwrap().token.to_hex();
        let fresh = identity::require_fresh(self, &cookie).await.unwrap().expect("just now");
        (cookie, actor, fresh)
    }

    /// Gives a person another membership.
    ///
    /// # Panics
    /// When the database does not take it.
    pub async fn add_membership(&self, user: UserId, membership: Membership) {
        let now = self.now();
        let done = self.db().write(move |tx| {
            Box::pin(async move {
                row_of(user, membership, now)
                    .insert(tx)
                    .await
                    .map_err(WriteError::Database)?;
                Ok::<_, WriteError>(())
            })
        });
        done.await.unwrap();
    }

    /// The newest one-time code, as somebody of the Centre is shown it while no provider is connected.
    ///
    /// # Panics
    /// When none waits.
    pub async fn code_sent(&self) -> String {
        let office = Office::new(Arc::new(Page), Budgets::default());
        office.work(self).await.expect("messages are posted");
        let centre = Actor::Centre {
            user: UserId(1),
            role: CentreRole::Admin,
        };
        let sent = messages::list(self, centre, MessageState::Sent, 1).await.unwrap();
        let code = sent.messages.iter().find(|m| m.can_reveal).expect("a code waits");
        messages::reveal_code(self, centre, code.id).await.expect("it is shown")
    }

    async fn add_user(&self, phone: &str, hash: Option<String>, membership: Option<Membership>) -> UserId {
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
                Ok::<_, WriteError>(person.insert(tx).await.map_err(WriteError::Database)?.id)
            })
        });
        let id = id.await.unwrap();
        if let Some(membership) = membership {
            self.add_membership(id, membership).await;
        }
        id
    }
}

fn row_of(user: UserId, membership: Membership, now: i64) -> member_role::ActiveModel {
    let subject = membership.subject();
    let (mut cooperative, mut station, mut language) = (None, None, None);
    match subject {
        Subject::Centre => {}
        Subject::Cooperative(id) => cooperative = Some(id),
        Subject::Station(id) => station = Some(id),
        Subject::Language(locale) => language = Some(locale),
    }
    member_role::ActiveModel {
        user_id: Set(user),
        subject: Set(subject.kind()),
        cooperative_id: Set(cooperative),
        station_id: Set(station),
        language: Set(language),
        role: Set(membership.role()),
        created_at: Set(now),
        ..Default::default()
    }
}
