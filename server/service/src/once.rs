//! Doing what a form asks for once, however often it is sent: a tap too many, a browser that sends again because no answer
//! came, "Back" and the button once more. A form carries a key; what was done under it is noted in the same transaction,
//! and whoever sends it again gets the first answer.
//!
//! A use case takes part by writing through [`Shop::once`]. Adding to a cart chooses its cart first, and calls [`claim`] and
//! [`note`] itself; placing an order notes more than an answer, and has its own.

use std::sync::Arc;

use db::entities::idempotency_key;
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter};
use db::{BoxFuture, MaybeRetry, Tx, WriteError};
use domain::{Actor, ErrorCode, IdempotencyKey, PictureRefusal};

use crate::attempt::Attempt;
use crate::error::{Error, Result};
use crate::secret::keyed;
use crate::{Shop, random};

/// Names these keys among those of orders and carts.
const ROUTE: &str = "form";

impl Attempt {
    /// The form that `actor` sent to `address` with these fields.
    pub fn new<'f>(
        shop: &Shop,
        key: IdempotencyKey,
        actor: Actor,
        address: &str,
        fields: impl IntoIterator<Item = (&'f str, &'f str)>,
    ) -> Self {
        let by = actor.user().map_or_else(String::new, |user| user.to_string());
        let mut parts = vec!["form", by.as_str(), address];
        for (name, value) in fields {
            parts.extend([name, value]);
        }
        Self {
            fingerprint: keyed(shop, &parts),
            key,
        }
    }

    /// The form in the present stretch of `length_ms`: what it brings is good for no longer, and sent again after that it asks
    /// anew.
    ///
    /// # Errors
    /// None that a reader can bring about.
    pub(crate) fn in_stretch(&self, shop: &Shop, length_ms: i64) -> Result<Self> {
        let (key, stretch) = (self.key.to_string(), (shop.now() / length_ms).to_string());
        let key = keyed(shop, &["stretch", &key, &stretch]);
        Ok(Self {
            key: IdempotencyKey::parse(&key).map_err(Error::internal)?,
            fingerprint: self.fingerprint.clone(),
        })
    }

    /// What this form answered, when the key is one it came under.
    fn answer_of(&self, row: idempotency_key::Model) -> Result<String> {
        noted(row, ROUTE, &self.fingerprint)
    }
}

/// Takes a key for a form of the kind `route` that asks for what `fingerprint` says; or finds what the first time answered.
///
/// # Errors
/// [`ErrorCode::IdempotencyMismatch`] when the key came with something else before; when the database does not answer.
pub(crate) async fn claim(
    tx: &Tx,
    key: IdempotencyKey,
    route: &str,
    fingerprint: &str,
    now: i64,
) -> Result<Option<String>> {
    let claim = idempotency_key::ActiveModel {
        key: Set(key.to_string()),
        route: Set(route.to_owned()),
        request_hash: Set(fingerprint.to_owned()),
        response: Set(String::new()),
        created_at: Set(now),
    };
    let unless_there = OnConflict::column(idempotency_key::Column::Key).do_nothing().to_owned();
    match idempotency_key::Entity::insert(claim)
        .on_conflict(unless_there)
        .exec_without_returning(tx)
        .await
    {
        Ok(1..) => return Ok(None),
        // Sent before; on PostgreSQL perhaps this very moment, and the insert waited for that to end.
        Ok(0) | Err(DbErr::RecordNotInserted) => {}
        Err(error) => return Err(error.into()),
    }
    let known = idempotency_key::Entity::find_by_id(key.to_string()).one(tx).await?;
    noted(known.ok_or(Error::Busy)?, route, fingerprint).map(Some)
}

fn noted(row: idempotency_key::Model, route: &str, fingerprint: &str) -> Result<String> {
    if row.route == route && row.request_hash == fingerprint {
        Ok(row.response)
    } else {
        Err(Error::Refused(ErrorCode::IdempotencyMismatch))
    }
}

/// Notes the answer under a claimed key.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn note(tx: &Tx, key: IdempotencyKey, answer: String) -> Result<()> {
    idempotency_key::Entity::update_many()
        .col_expr(idempotency_key::Column::Response, Expr::value(answer))
        .filter(idempotency_key::Column::Key.eq(key.to_string()))
        .exec(tx)
        .await?;
    Ok(())
}

/// A new form's key.
///
/// # Errors
/// When the operating system gives no randomness.
pub fn new_key() -> Result<IdempotencyKey> {
    Ok(IdempotencyKey::from_bytes(random::bytes()?))
}

/// What a use case answers, as it is noted.
pub(crate) trait Answer: Sized {
    /// In one line.
    fn noted(&self) -> String;

    /// Read back.
    fn read(noted: &str) -> Option<Self>;
}

impl Answer for () {
    fn noted(&self) -> String {
        String::new()
    }

    fn read(noted: &str) -> Option<Self> {
        noted.is_empty().then_some(())
    }
}

/// Whether a picture was taken, and why not.
impl Answer for Result<(), PictureRefusal> {
    fn noted(&self) -> String {
        match self {
            Ok(()) => String::new(),
            Err(refusal) => refusal.as_str().to_owned(),
        }
    }

    fn read(noted: &str) -> Option<Self> {
        match noted {
            "" => Some(Ok(())),
            noted => PictureRefusal::parse(noted).map(Err),
        }
    }
}

impl Answer for domain::UserId {
    fn noted(&self) -> String {
        self.to_string()
    }

    fn read(noted: &str) -> Option<Self> {
        noted.parse().ok().map(Self)
    }
}

impl Answer for domain::ApplicationId {
    fn noted(&self) -> String {
        self.to_string()
    }

    fn read(noted: &str) -> Option<Self> {
        noted.parse().ok().map(Self)
    }
}

impl Answer for domain::ProductId {
    fn noted(&self) -> String {
        self.to_string()
    }

    fn read(noted: &str) -> Option<Self> {
        noted.parse().ok().map(Self)
    }
}

fn read<T: Answer>(noted: &str) -> Result<T> {
    T::read(noted).ok_or_else(|| Error::internal(std::io::Error::other("a noted answer is not one of this form")))
}

impl Shop {
    /// For what must not be done twice when its form is sent twice: money, messages, steps of orders. A form has one such
    /// write: a second one would find the key taken.
    pub(crate) fn once(&self) -> Once<'_> {
        Once(self)
    }
}

/// Writes once for each key; see [`Shop::once`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Once<'s>(&'s Shop);

impl Once<'_> {
    /// [`Db::write`](db::Db::write); for a form that was carried out before, what it answered then. One that was refused left
    /// nothing behind and may be sent again as it is, or mended.
    ///
    /// # Errors
    /// As `work`; [`ErrorCode::IdempotencyMismatch`] when the key came with something else before.
    pub async fn write<T, E, F>(self, work: F) -> Result<T, E>
    where
        T: Answer + Send + 'static,
        E: From<WriteError> + From<Error> + MaybeRetry + Send + 'static,
        F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    {
        let Some(attempt) = self.0.attempt().cloned() else {
            return self.0.db().write(work).await;
        };
        let (now, work) = (self.0.settled_now(), Arc::new(work));
        self.0
            .db()
            .write(move |tx| {
                let (attempt, work) = (attempt.clone(), work.clone());
                Box::pin(async move {
                    if let Some(noted) = claim(tx, attempt.key, ROUTE, &attempt.fingerprint, now).await? {
                        return Ok(read(&noted)?);
                    }
                    let answer = work(tx).await?;
                    let noted = answer.noted();
                    if !noted.is_empty() {
                        note(tx, attempt.key, noted).await?;
                    }
                    Ok(answer)
                })
            })
            .await
    }

    /// What this form answered before, if it was carried out: for use cases that count or check something before they write.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub async fn answered<T: Answer>(self) -> Result<Option<T>> {
        let Some(attempt) = self.0.attempt() else {
            return Ok(None);
        };
        let known = idempotency_key::Entity::find_by_id(attempt.key.to_string())
            .one(self.0.db().read())
            .await?;
        known
            .map(|row| attempt.answer_of(row).and_then(|noted| read(&noted)))
            .transpose()
    }
}
