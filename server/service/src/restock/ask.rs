//! Asking to be told.

use db::entities::restock_wish;
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use db::{Readable, Tx};
use domain::{FieldCode, Locale, OfferId, OfferStatus, Phone, ProductId};

use super::{DAY, is_refused, key_of};
use crate::catalog::offers_by_id;
use crate::checkout::wait_for_turn;
use crate::error::{Error, FieldErrors, Result};
use crate::identity::{self, Bucket};
use crate::{Network, Shop, random};

/// Sizes that one number waits for at a time.
const MOST: u64 = 5;
/// Wishes of one number, and out of one network, in a day.
const OF_PHONE: i64 = 10;
const OF_NETWORK: i64 = 60;

/// The form, as typed.
#[derive(Clone, Debug, Default)]
pub struct WishForm {
    /// The size.
    pub offer: String,
    /// The number.
    pub phone: String,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The number is told when the size is there again.
    Waits,
    /// The size can be bought now.
    IsThere,
}

/// Notes that this number wants to be told, in this language, when the size can be bought again.
///
/// # Errors
/// [`Error::Fields`]: on `offer` for what is no size of the product; on `phone` for no number, [`FieldCode::InvalidChoice`]
/// for one to which no messages go, and [`FieldCode::TooMuch`] for one that waits for as much as it may. [`Error::TooMany`]
/// when too many ask. Of a number whose owner wants no such messages nothing is noted, and nobody is told so.
#[crate::boxed]
pub async fn ask(shop: &Shop, network: &Network, locale: Locale, product: ProductId, form: &WishForm) -> Result<Asked> {
    let mut errors = FieldErrors::default();
    let offer = errors.take("offer", offer_of(&form.offer));
    let phone = errors.take("phone", shop.budgets().reached(&form.phone));
    let (Some(offer), Some(phone)) = (offer, phone) else {
        return Err(Error::Fields(errors));
    };
    let found = offers_by_id(shop.db().read(), &[offer]).await?.remove(&offer);
    let size = found
        .filter(|size| size.product_id == product && size.status == OfferStatus::Active)
        .ok_or_else(|| Error::field("offer", FieldCode::InvalidChoice))?;
    if size.available() > 0 {
        return Ok(Asked::IsThere);
    }
    let wish = Wish {
        offer,
        phone_key: key_of(shop, &phone),
        phone,
        lang: locale,
        link: hex::encode(random::bytes::<8>()?),
        now: shop.settled_now(),
    };
    if !network.is_exempt() {
        identity::take(shop, &limits(&wish.phone_key, network)).await?;
    }
    shop.db()
        .write(move |tx| {
            let wish = wish.clone();
            Box::pin(async move { wish.note(tx).await })
        })
        .await?;
    Ok(Asked::Waits)
}

fn offer_of(typed: &str) -> Result<OfferId, FieldCode> {
    if typed.is_empty() {
        return Err(FieldCode::Required);
    }
    typed.parse().map(OfferId).map_err(|_| FieldCode::InvalidChoice)
}

fn limits(phone_key: &str, network: &Network) -> Vec<Bucket> {
    let bucket = |name: String, size| Bucket {
        name,
        size,
        period_ms: DAY,
    };
    let mut buckets = vec![bucket(format!("restock:{phone_key}"), OF_PHONE)];
    buckets.extend(identity::of_network_a_day(network, "restock", OF_NETWORK));
    buckets
}

#[derive(Clone)]
struct Wish {
    offer: OfferId,
    phone: Phone,
    phone_key: String,
    lang: Locale,
    link: String,
    now: i64,
}

impl Wish {
    async fn note(&self, tx: &Tx) -> Result<()> {
        if is_refused(tx, &self.phone_key).await? {
            // Answered as any other: whether somebody wants messages is nobody else's business.
            return Ok(());
        }
        // Two that ask at once for the same number do not both find place for the last one.
        wait_for_turn(tx, &format!("restock {}", self.phone_key)).await?;
        let of_phone =
            || restock_wish::Entity::find().filter(restock_wish::Column::PhoneKey.eq(self.phone_key.as_str()));
        let before = of_phone()
            .filter(restock_wish::Column::OfferId.eq(self.offer))
            .readable(tx)
            .await?
            .pop();
        if before.as_ref().is_some_and(|row| row.told_at.is_none()) {
            // It keeps its turn.
            return Ok(());
        }
        let waits = of_phone()
            .filter(restock_wish::Column::ToldAt.is_null())
            .count(tx)
            .await?;
        if waits >= MOST {
            return Err(Error::field("phone", FieldCode::TooMuch));
        }
        let Some(told) = before else {
            return self.insert(tx).await;
        };
        // With the link it had: the message that was sent still opens it.
        restock_wish::Entity::update_many()
            .col_expr(restock_wish::Column::Phone, Expr::value(self.phone.as_e164()))
            .col_expr(restock_wish::Column::Lang, Expr::value(self.lang))
            .col_expr(restock_wish::Column::AskedAt, Expr::value(self.now))
            .col_expr(restock_wish::Column::ToldAt, Expr::value(None::<i64>))
            .col_expr(restock_wish::Column::MissedAt, Expr::value(None::<i64>))
            .col_expr(restock_wish::Column::NotBefore, Expr::value(None::<i64>))
            .filter(restock_wish::Column::Id.eq(told.id))
            .exec(tx)
            .await?;
        Ok(())
    }

    async fn insert(&self, tx: &Tx) -> Result<()> {
        let row = restock_wish::ActiveModel {
            offer_id: Set(self.offer),
            phone_key: Set(self.phone_key.clone()),
            phone: Set(Some(self.phone.as_e164().to_owned())),
            lang: Set(self.lang),
            link: Set(self.link.clone()),
            asked_at: Set(self.now),
            told_at: Set(None),
            ..Default::default()
        };
        let unless_there = OnConflict::columns([restock_wish::Column::OfferId, restock_wish::Column::PhoneKey])
            .do_nothing()
            .to_owned();
        match restock_wish::Entity::insert(row)
            .on_conflict(unless_there)
            .exec_without_returning(tx)
            .await
        {
            Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
