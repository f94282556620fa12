//! What the link in a message opens: the goods, and the end of such messages. There are two: that goods are there again, and
//! that a question about them is answered. Anybody can have anybody's number told of either, and one refusal ends both.

use db::Tx;
use db::entities::{answer_link, offer, product, restock_refusal, restock_wish};
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use domain::{Locale, ProductId, RestockWishId};

use crate::catalog::{ListQuery, ProductCard, cards_of};
use crate::error::{Error, Result};
use crate::restock_turn::is_refused;
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
    /// Where a question was answered, the product's name in the URL.
    pub answered: Option<String>,
}

/// What stands behind the link of a message.
///
/// # Errors
/// [`Error::NotFound`] for a link that is none, or is past its time.
#[crate::boxed]
pub async fn open(shop: &Shop, locale: Locale, link: &str) -> Result<Told> {
    let db = shop.db().read();
    let behind = Behind::find(db, link).await?;
    let row = product::Entity::find_by_id(behind.product).one(db).await?;
    let row = row.ok_or(Error::NotFound)?;
    let texts = texts::read(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    Ok(Told {
        name: texts.name(locale, row.source_lang, &row.slug),
        card: cards_of(shop, &ListQuery::new(locale), &[row.id]).await?.pop(),
        is_refused: is_refused(db, &behind.phone_key).await?,
        answered: behind.wish.is_none().then_some(row.slug),
    })
}

/// Keeps what the message opens that tells this number of an answer.
pub(crate) async fn note_answer(tx: &Tx, now: i64, link: &str, phone_key: String, product: ProductId) -> Result<()> {
    answer_link::Entity::insert(answer_link::ActiveModel {
        link: Set(link.to_owned()),
        phone_key: Set(phone_key),
        product_id: Set(product),
        told_at: Set(now),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// What a link stands for.
struct Behind {
    phone_key: String,
    product: ProductId,
    /// The wish of the message; nothing where it told of an answer.
    wish: Option<RestockWishId>,
}

impl Behind {
    /// What stands behind this link.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    async fn find(db: &impl ConnectionTrait, link: &str) -> Result<Self> {
        let wish = restock_wish::Entity::find()
            .filter(restock_wish::Column::Link.eq(link))
            .one(db)
            .await?;
        if let Some(wish) = wish {
            let size = offer::Entity::find_by_id(wish.offer_id).one(db).await?;
            return Ok(Self {
                phone_key: wish.phone_key,
                product: size.ok_or(Error::NotFound)?.product_id,
                wish: Some(wish.id),
            });
        }
        let told = answer_link::Entity::find_by_id(link.to_owned()).one(db).await?;
        let told = told.ok_or(Error::NotFound)?;
        Ok(Self {
            phone_key: told.phone_key,
            product: told.product_id,
            wish: None,
        })
    }
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
    let behind = Behind::find(tx, link).await?;
    let row = restock_refusal::ActiveModel {
        phone_key: Set(behind.phone_key.clone()),
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
    let mut waits = restock_wish::Entity::delete_many()
        .filter(restock_wish::Column::PhoneKey.eq(behind.phone_key))
        .filter(restock_wish::Column::ToldAt.is_null());
    if let Some(own) = behind.wish {
        waits = waits.filter(restock_wish::Column::Id.ne(own));
    }
    waits.exec(tx).await?;
    let Some(own) = behind.wish else {
        return Ok(());
    };
    // The message's own wish, where it was asked for again, stays for its link, and waits no more.
    restock_wish::Entity::update_many()
        .col_expr(restock_wish::Column::Phone, Expr::value(None::<String>))
        .col_expr(restock_wish::Column::ToldAt, Expr::value(now))
        .filter(restock_wish::Column::Id.eq(own))
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
                let behind = Behind::find(tx, &link).await?;
                restock_refusal::Entity::delete_by_id(behind.phone_key).exec(tx).await?;
                Ok::<_, Error>(())
            })
        })
        .await
}
