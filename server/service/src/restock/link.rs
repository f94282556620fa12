//! What the link in a message opens: the goods, and the end of such messages.

use db::entities::{offer, product, restock_refusal, restock_wish};
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use db::{Readable, Tx};
use domain::Locale;

use crate::catalog::{ListQuery, ProductCard, cards_of};
use crate::error::{Error, Result};
use crate::{Shop, Shown, texts};

/// What somebody was told of.
#[derive(Clone, Debug)]
pub struct Told {
    /// The product's name.
    pub name: Shown,
    /// The product as lists show it; nothing when the shop does not show it now.
    pub card: Option<ProductCard>,
    /// Whether this number gets no such messages any more.
    pub is_refused: bool,
}

/// What stands behind the link of a message.
///
/// # Errors
/// [`Error::NotFound`] for a link that is none, or is past its time.
#[crate::boxed]
pub async fn open(shop: &Shop, locale: Locale, link: &str) -> Result<Told> {
    let db = shop.db().read();
    let wish = find(db, link).await?;
    let size = offer::Entity::find_by_id(wish.offer_id).one(db).await?;
    let size = size.ok_or(Error::NotFound)?;
    let row = product::Entity::find_by_id(size.product_id).one(db).await?;
    let row = row.ok_or(Error::NotFound)?;
    let texts = texts::read(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let refusal = restock_refusal::Entity::find_by_id(wish.phone_key);
    Ok(Told {
        name: texts.name(locale, row.source_lang, &row.slug),
        card: cards_of(shop, &ListQuery::new(locale), &[row.id]).await?.pop(),
        is_refused: refusal.has_rows(db).await?,
    })
}

async fn find(db: &impl ConnectionTrait, link: &str) -> Result<restock_wish::Model> {
    restock_wish::Entity::find()
        .filter(restock_wish::Column::Link.eq(link))
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}

/// The number of this message gets none any more, whoever types it into a form; what it waits for is forgotten.
///
/// # Errors
/// As [`open`].
#[crate::boxed]
pub async fn stop(shop: &Shop, link: &str) -> Result<()> {
    let (now, link) = (shop.settled_now(), link.to_owned());
    shop.db()
        .write(move |tx| {
            let link = link.clone();
            Box::pin(async move { stop_in(tx, now, &link).await })
        })
        .await
}

async fn stop_in(tx: &Tx, now: i64, link: &str) -> Result<()> {
    let wish = find(tx, link).await?;
    let row = restock_refusal::ActiveModel {
        phone_key: Set(wish.phone_key.clone()),
        refused_at: Set(now),
    };
    let unless_there = OnConflict::column(restock_refusal::Column::PhoneKey)
        .do_nothing()
        .to_owned();
    match restock_refusal::Entity::insert(row)
        .on_conflict(unless_there)
        .exec_without_returning(tx)
        .await
    {
        Ok(_) | Err(DbErr::RecordNotInserted) => {}
        Err(error) => return Err(error.into()),
    }
    restock_wish::Entity::delete_many()
        .filter(restock_wish::Column::PhoneKey.eq(wish.phone_key))
        .filter(restock_wish::Column::ToldAt.is_null())
        .filter(restock_wish::Column::Id.ne(wish.id))
        .exec(tx)
        .await?;
    // The message's own wish, where it was asked for again, stays for its link, and waits no more.
    restock_wish::Entity::update_many()
        .col_expr(restock_wish::Column::Phone, Expr::value(None::<String>))
        .col_expr(restock_wish::Column::ToldAt, Expr::value(now))
        .filter(restock_wish::Column::Id.eq(wish.id))
        .filter(restock_wish::Column::ToldAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// The number may wait for goods again.
///
/// # Errors
/// As [`open`].
#[crate::boxed]
pub async fn allow(shop: &Shop, link: &str) -> Result<()> {
    let link = link.to_owned();
    shop.db()
        .write(move |tx| {
            let link = link.clone();
            Box::pin(async move {
                let wish = find(tx, &link).await?;
                restock_refusal::Entity::delete_by_id(wish.phone_key).exec(tx).await?;
                Ok::<_, Error>(())
            })
        })
        .await
}
