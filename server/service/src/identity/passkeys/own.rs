//! One's own passkeys: the list, a new one, its name, taking it away.

use db::Readable;
use db::entities::{passkey, session as sessions, user};
use db::sea_orm::sea_query::{Expr, LockType, OnConflict};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use domain::{AuditAction, FieldCode, Locale, PasskeyId, PasskeyPurpose, Phone, UserId, clean_name};

use super::PasskeyPlace;
use super::answer::Answer;
use super::ask::take_question;
use crate::error::{Error, Result, text_code};
use crate::identity::device;
use crate::identity::own::{Fresh, get_user};
use crate::identity::session;
use crate::messages::{self, Notice};
use crate::security::{self, Event};
use crate::{Shop, audit};

/// Most passkeys of one person.
pub const MOST: usize = 10;
/// Longest name of one, characters.
pub const LONGEST_NAME: usize = 60;

/// A passkey as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyView {
    /// Names it in a form.
    pub id: PasskeyId,
    /// What its owner calls it; empty when they and the browser said nothing.
    pub name: String,
    /// When it was added, milliseconds since 1970 UTC.
    pub added: i64,
    /// When it was used last.
    pub used: Option<i64>,
}

/// The passkeys of the person whose cookie this is, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] when it is nobody's.
#[crate::boxed]
pub async fn list(shop: &Shop, cookie: &str) -> Result<Vec<PasskeyView>> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let view = |key: passkey::Model| PasskeyView {
        id: key.id,
        name: key.name,
        added: key.created_at,
        used: key.used_at,
    };
    Ok(of_user(shop, row.user_id).await?.into_iter().map(view).collect())
}

/// Whether they have any.
///
/// # Errors
/// [`Error::NotFound`] when it is nobody's session.
#[crate::boxed]
pub async fn has_any(shop: &Shop, cookie: &str) -> Result<bool> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    Ok(passkey::Entity::find()
        .filter(passkey::Column::UserId.eq(row.user_id))
        .has_rows(shop.db().read())
        .await?)
}

pub(super) async fn of_user(shop: &Shop, user: UserId) -> Result<Vec<passkey::Model>> {
    Ok(passkey::Entity::find()
        .filter(passkey::Column::UserId.eq(user))
        .order_by_asc(passkey::Column::Id)
        .readable(shop.db().read())
        .await?)
}

/// A passkey that a device made.
#[derive(Clone, Copy, Default)]
pub struct NewPasskey<'r> {
    /// What the device answered.
    pub answer: &'r str,
    /// What its owner calls it, as typed; empty for the browser's own name.
    pub name: &'r str,
    /// What the browser calls itself.
    pub agent: &'r str,
    /// The language of the page, for the message about it.
    pub locale: Locale,
}

/// Adds a passkey, and tells its owner by a message.
///
/// # Errors
/// [`FieldCode::TooLong`] and those of [`clean_name`] on `name`; on `passkey` [`FieldCode::InvalidCode`] for an answer that
/// does not fit and [`FieldCode::TooMuch`] when there are [as many](MOST) as one may have; [`Error::NotFound`] when it is
/// nobody's session.
#[crate::boxed]
pub async fn add<'a>(shop: &Shop, place: &PasskeyPlace, cookie: &'a str, _: Fresh, new: NewPasskey<'a>) -> Result<()> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let name = match check_name(new.name)? {
        name if name.is_empty() => device::name(new.agent),
        name => name,
    };
    let not_right = |error: String| {
        security::note(Event::PasskeyRefused { why: &error });
        wrong()
    };
    let answer = Answer::read(new.answer).map_err(|error| not_right(error.to_string()))?;
    let question = take_question(shop, PasskeyPurpose::Add, answer.challenge, row.token_hash.clone()).await?;
    let Some(question) = question.filter(|question| question.user_id == Some(row.user_id)) else {
        // A form sent twice: it is there already.
        let keys = of_user(shop, row.user_id).await?;
        let is_there = keys.iter().any(|key| key.credential == answer.credential);
        return if is_there {
            Ok(())
        } else {
            Err(not_right("challenge".to_owned()))
        };
    };
    let key = answer.new_key(place).map_err(|error| not_right(error.to_string()))?;
    let user = get_user(shop, row.user_id).await?;
    let phone = Phone::parse(&user.phone).map_err(Error::internal)?;
    let (now, user, locale) = (shop.now(), user.id, new.locale);
    let model = passkey::ActiveModel {
        user_id: Set(user),
        user_handle: Set(question.user_handle),
        credential: Set(key.credential),
        public_key: Set(key.public_key),
        sign_count: Set(i64::from(key.sign_count)),
        name: Set(name.clone()),
        created_at: Set(now),
        ..Default::default()
    };
    shop.db()
        .write(move |tx| {
            let (model, name, phone) = (model.clone(), name.clone(), phone.clone());
            Box::pin(async move {
                // One after the other, so that the bound holds.
                user::Entity::find_by_id(user)
                    .lock(LockType::NoKeyUpdate)
                    .one(tx)
                    .await?;
                let theirs = passkey::Entity::find().filter(passkey::Column::UserId.eq(user));
                if theirs.count(tx).await? >= MOST as u64 {
                    return Err(Error::field("passkey", FieldCode::TooMuch));
                }
                let unless_known = OnConflict::column(passkey::Column::Credential).do_nothing().to_owned();
                let added = passkey::Entity::insert(model)
                    .on_conflict(unless_known)
                    .exec_without_returning(tx)
                    .await;
                match added {
                    Ok(1) => {}
                    // Somebody has a key of this name; whose it is is not told.
                    Ok(_) | Err(DbErr::RecordNotInserted) => return Err(wrong()),
                    Err(error) => return Err(error.into()),
                }
                let notice = Notice::PasskeyAdded { phone, locale, name };
                messages::tell(tx, now, notice).await?;
                let by = format!("user:{user}");
                audit::note(tx, now, &by, AuditAction::PasskeyAdd, &by, "").await
            })
        })
        .await?;
    security::note(Event::PasskeyAdded { user });
    Ok(())
}

fn wrong() -> Error {
    Error::field("passkey", FieldCode::InvalidCode)
}

fn check_name(typed: &str) -> Result<String> {
    let name = clean_name(typed).map_err(|error| Error::field("name", text_code(error)))?;
    if name.chars().count() > LONGEST_NAME {
        return Err(Error::field("name", FieldCode::TooLong));
    }
    Ok(name)
}

/// Gives one of one's passkeys another name.
///
/// # Errors
/// As [`add`] on `name`, and [`FieldCode::Required`]; [`Error::NotFound`] when one has no such passkey.
#[crate::boxed]
pub async fn rename(shop: &Shop, cookie: &str, id: PasskeyId, name: &str) -> Result<()> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let name = check_name(name)?;
    if name.is_empty() {
        return Err(Error::field("name", FieldCode::Required));
    }
    let (user, now) = (row.user_id, shop.now());
    shop.db()
        .write(move |tx| {
            let name = name.clone();
            Box::pin(async move {
                let key = passkey::Entity::find_by_id(id)
                    .filter(passkey::Column::UserId.eq(user))
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                if key.name == name {
                    return Ok(());
                }
                passkey::Entity::update_many()
                    .col_expr(passkey::Column::Name, Expr::value(name))
                    .filter(passkey::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                let by = format!("user:{user}");
                audit::note(tx, now, &by, AuditAction::PasskeyName, &by, "").await
            })
        })
        .await
}

/// Takes one of one's passkeys away. Sessions that began with it end, but for the one that asks. One that is gone already
/// stays so.
///
/// # Errors
/// [`Error::NotFound`] when it is nobody's session.
#[crate::boxed]
pub async fn remove(shop: &Shop, cookie: &str, _: Fresh, id: PasskeyId) -> Result<()> {
    let row = session::find(shop, cookie).await?.ok_or(Error::NotFound)?;
    let (user, now, this) = (row.user_id, shop.now(), row.token_hash);
    let removed = shop
        .db()
        .write(move |tx| {
            let this = this.clone();
            Box::pin(async move {
                let done = passkey::Entity::delete_by_id(id)
                    .filter(passkey::Column::UserId.eq(user))
                    .exec(tx)
                    .await?;
                if done.rows_affected == 0 {
                    return Ok(false);
                }
                sessions::Entity::delete_many()
                    .filter(sessions::Column::UserId.eq(user))
                    .filter(sessions::Column::PasskeyId.eq(id))
                    .filter(sessions::Column::TokenHash.ne(this))
                    .exec(tx)
                    .await?;
                let by = format!("user:{user}");
                audit::note(tx, now, &by, AuditAction::PasskeyRemove, &by, "").await?;
                Ok::<_, Error>(true)
            })
        })
        .await?;
    if removed {
        security::note(Event::PasskeyRemoved { user });
    }
    Ok(())
}
