//! Accounts of the demo: somebody of every kind.

use db::entities::{membership, user};
use db::sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use domain::{CentreRole, CooperativeRole, Locale, Membership, StationRole, Subject, TranslatorRole, UserId};

use crate::error::{Error, Result};
use crate::identity::hash_password;
use crate::{Shop, members, random};

/// Somebody who can sign in.
#[derive(Clone, Debug)]
pub struct Account {
    /// Phone number.
    pub phone: String,
    /// Password, made at random: known only to whoever reads the seed's output.
    pub password: String,
    /// What the account is for, one word: a cooperative's name in the URL for its owner, `centre` for the Centre's admin;
    /// with a stroke and the role for all others, as in `altun-badam/packer`, `centre/finance`, `station.B001/clerk`,
    /// `language.ug/reviewer`.
    pub role: String,
}

/// Whose accounts are made, in the order of their numbers: the owners of two cooperatives, the Centre's admin, and
/// somebody in each other role.
fn people(shop: &Shop) -> Vec<Membership> {
    let directory = shop.directory();
    let cooperatives: Vec<_> = directory.cooperatives.iter().map(|c| c.entry.id).take(2).collect();
    let owner = |id: &domain::CooperativeId| Membership::Cooperative(*id, CooperativeRole::Owner);
    let mut all: Vec<Membership> = cooperatives.iter().map(owner).collect();
    all.push(Membership::Centre(CentreRole::Admin));
    all.extend([CentreRole::Finance, CentreRole::Support].map(Membership::Centre));
    if let Some(first) = cooperatives.first() {
        let others = CooperativeRole::ALL
            .into_iter()
            .filter(|role| *role != CooperativeRole::Owner);
        all.extend(others.map(|role| Membership::Cooperative(*first, role)));
    }
    if let Some(station) = directory.stations.first() {
        all.extend(StationRole::ALL.map(|role| Membership::Station(station.entry.id, role)));
    }
    for role in TranslatorRole::ALL {
        all.extend(Locale::BUILT_IN.map(|locale| Membership::Translator(locale, role)));
    }
    all
}

/// The word of an account, see [`Account::role`].
fn word(shop: &Shop, membership: Membership) -> String {
    let subject = members::word_of(shop, membership.subject());
    let subject = subject.strip_prefix("cooperative.").unwrap_or(&subject);
    if membership.runs_it() {
        subject.to_owned()
    } else {
        format!("{subject}/{}", membership.role())
    }
}

/// Makes the demo's accounts.
///
/// # Errors
/// When the database does not answer or they exist already.
#[crate::boxed]
pub async fn demo_accounts(shop: &Shop) -> Result<Vec<Account>> {
    let mut accounts = Vec::new();
    let mut rows = Vec::new();
    for (number, membership) in (1..).zip(people(shop)) {
        let account = Account {
            phone: format!("+861990000{number:04}"),
            password: hex::encode(random::bytes::<6>()?),
            role: word(shop, membership),
        };
        rows.push((account.clone(), hash_password(&account.password)?, membership));
        accounts.push(account);
    }
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            let rows = rows.clone();
            Box::pin(async move {
                for (account, hash, membership) in rows {
                    let made = user::ActiveModel {
                        phone: Set(account.phone),
                        name: Set(account.role),
                        password_hash: Set(Some(hash)),
                        created_at: Set(now),
                        ..Default::default()
                    };
                    let user = made.insert(tx).await?.id;
                    members::insert(tx, now, user, membership).await?;
                    known_before(tx, user, membership).await?;
                }
                Ok::<_, Error>(())
            })
        })
        .await?;
    Ok(accounts)
}

/// Owners and the Centre's admin are known to the program of the release before as well.
async fn known_before(tx: &db::Tx, user: UserId, membership: Membership) -> Result<()> {
    let (cooperative, role) = match membership.subject() {
        Subject::Cooperative(id) if membership.runs_it() => (Some(id), "manager"),
        Subject::Centre if membership.runs_it() => (None, "centre"),
        _ => return Ok(()),
    };
    let row = membership::ActiveModel {
        user_id: Set(user),
        cooperative_id: Set(cooperative),
        role: Set(role.to_owned()),
        ..Default::default()
    };
    membership::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
