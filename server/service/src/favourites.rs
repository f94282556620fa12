//! Favourites: products that somebody keeps in mind, without an account. Their list is found by a random token in a cookie of
//! its own, so it works without scripts and is the same in all windows of a browser.

use std::collections::HashMap;

use db::entities::{favourite, product, product_card};
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use db::{Readable, Tx};
use domain::{ErrorCode, Locale, Money, ProductId, Token};

use crate::catalog::{ListQuery, ProductCard, cards_of};
use crate::error::{Error, Result};
use crate::secret::token_hash;
use crate::{Network, Shop, Shown, identity, random, texts};

const DAY: i64 = 86_400_000;

/// Name of the cookie.
pub const COOKIE: &str = "__Host-favourites";
/// Seconds the cookie lives after the list was added to last: a year.
const COOKIE_SECONDS: u64 = 365 * 86_400;
/// As long as the cookie, and a day.
const KEPT: i64 = 366 * DAY;
/// Products on a list at the most.
pub const MOST: u64 = 200;
/// Lists that begin in one network in a day: a whole town may share an address of its telephone company.
const LISTS: i64 = 2_000;

/// A product on somebody's list.
#[derive(Clone, Debug)]
pub struct Favourite {
    /// The product.
    pub product: ProductId,
    /// What has become of it.
    pub state: FavouriteState,
}

/// What has become of a product on a list.
#[derive(Clone, Debug)]
pub enum FavouriteState {
    /// It is in the shop, sold out or not.
    There {
        /// As lists show it.
        card: Box<ProductCard>,
        /// What this size cost when it was put on the list, where that was more than now.
        was: Option<Money>,
    },
    /// The shop does not show it now; this is what it is called.
    Gone(Shown),
}

/// The `Set-Cookie` of a list.
pub fn cookie(token: &Token) -> String {
    crate::host_cookie(COOKIE, &token.to_hex(), COOKIE_SECONDS)
}

/// The owner of the list of a cookie.
fn owner_of(cookie: &str) -> Option<String> {
    Token::parse(cookie).ok().map(|token| token_hash(&token))
}

/// Puts a product on the list of the `cookie`, or on a new one, and answers the token of that list: its cookie lives a year
/// from now. What is on it already stays as it is.
///
/// # Errors
/// [`Error::NotFound`] for what the shop does not show, [`ErrorCode::TooLarge`] when the list is full, [`Error::TooMany`] when
/// too many lists begin in this network.
#[crate::boxed]
pub async fn keep(
    shop: &Shop,
    network: &Network,
    locale: Locale,
    cookie: Option<&str>,
    product: ProductId,
) -> Result<Token> {
    let known = cookie.and_then(|cookie| Token::parse(cookie).ok());
    let goes_on = match &known {
        Some(token) => has_any(shop, token_hash(token)).await?,
        None => false,
    };
    if !goes_on {
        identity::take(shop, &identity::of_network_a_day(network, "favourites", LISTS)).await?;
    }
    let token = match known {
        Some(token) => token,
        None => Token::from_bytes(random::bytes()?),
    };
    let (owner, now) = (token_hash(&token), shop.settled_now());
    shop.db()
        .write(move |tx| {
            let owner = owner.clone();
            Box::pin(async move { keep_in(tx, now, locale, owner, product).await })
        })
        .await?;
    Ok(token)
}

async fn has_any(shop: &Shop, owner: String) -> Result<bool> {
    let rows = favourite::Entity::find().filter(favourite::Column::Owner.eq(owner));
    Ok(rows.limit(1).has_rows(shop.db().read()).await?)
}

async fn keep_in(tx: &Tx, now: i64, locale: Locale, owner: String, product: ProductId) -> Result<()> {
    let card = card_of(tx, locale, product).await?.ok_or(Error::NotFound)?;
    // All of the list lives on; and what is put on it at once in another window waits, so the list does not grow past its end.
    favourite::Entity::update_many()
        .col_expr(favourite::Column::KeptUntil, Expr::value(now + KEPT))
        .filter(favourite::Column::Owner.eq(owner.as_str()))
        .exec(tx)
        .await?;
    let of_owner = || favourite::Entity::find().filter(favourite::Column::Owner.eq(owner.as_str()));
    let is_on_it = of_owner()
        .filter(favourite::Column::ProductId.eq(product))
        .has_rows(tx)
        .await?;
    if !is_on_it && of_owner().count(tx).await? >= MOST {
        return Err(Error::Refused(ErrorCode::TooLarge));
    }
    let row = favourite::ActiveModel {
        owner: Set(owner),
        product_id: Set(product),
        offer_id: Set(card.offer_id),
        price_minor: Set(card.price_minor),
        currency: Set(card.currency),
        reference_amount: Set(card.reference_amount),
        net_grams: Set(card.net_grams),
        added_at: Set(now),
        kept_until: Set(now + KEPT),
    };
    let unless_there = OnConflict::columns([favourite::Column::Owner, favourite::Column::ProductId])
        .do_nothing()
        .to_owned();
    match favourite::Entity::insert(row)
        .on_conflict(unless_there)
        .exec_without_returning(tx)
        .await
    {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// What lists show of a product; none of what the shop does not show.
async fn card_of(db: &impl ConnectionTrait, locale: Locale, product: ProductId) -> Result<Option<product_card::Model>> {
    let cards = product_card::Entity::find()
        .filter(product_card::Column::ProductId.eq(product))
        .filter(product_card::Column::Lang.eq(locale.nearest_built_in()));
    Ok(cards.readable(db).await?.pop())
}

/// Whether a product can be put on a list: the shop shows it.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn may_keep(shop: &Shop, locale: Locale, product: ProductId) -> Result<bool> {
    Ok(card_of(shop.db().read(), locale, product).await?.is_some())
}

/// Takes a product off the list of the `cookie`.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn take_off(shop: &Shop, cookie: &str, product: ProductId) -> Result<()> {
    delete(shop, cookie, Some(product)).await
}

/// Forgets the list of the `cookie`.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn forget(shop: &Shop, cookie: &str) -> Result<()> {
    delete(shop, cookie, None).await
}

async fn delete(shop: &Shop, cookie: &str, product: Option<ProductId>) -> Result<()> {
    let Some(owner) = owner_of(cookie) else {
        return Ok(());
    };
    shop.db()
        .write(move |tx| {
            let owner = owner.clone();
            Box::pin(async move {
                let mut gone = favourite::Entity::delete_many().filter(favourite::Column::Owner.eq(owner));
                if let Some(product) = product {
                    gone = gone.filter(favourite::Column::ProductId.eq(product));
                }
                gone.exec(tx).await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

/// The products on the list of the `cookie`, in the order of their numbers, whether the shop shows them or not.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn products(shop: &Shop, cookie: &str) -> Result<Vec<ProductId>> {
    let Some(owner) = owner_of(cookie) else {
        return Ok(Vec::new());
    };
    let rows = favourite::Entity::find()
        .filter(favourite::Column::Owner.eq(owner))
        .order_by_asc(favourite::Column::ProductId)
        .limit(MOST)
        .readable(shop.db().read())
        .await?;
    Ok(rows.into_iter().map(|row| row.product_id).collect())
}

/// What is on the list of the `cookie`, what came last first.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn list(shop: &Shop, locale: Locale, cookie: &str) -> Result<Vec<Favourite>> {
    let Some(owner) = owner_of(cookie) else {
        return Ok(Vec::new());
    };
    let db = shop.db().read();
    let rows = favourite::Entity::find()
        .filter(favourite::Column::Owner.eq(owner))
        .order_by_desc(favourite::Column::AddedAt)
        .order_by_desc(favourite::Column::ProductId)
        .limit(MOST)
        .readable(db)
        .await?;
    let ids: Vec<ProductId> = rows.iter().map(|row| row.product_id).collect();
    let mut cards: HashMap<ProductId, ProductCard> = cards_of(shop, &ListQuery::new(locale), &ids)
        .await?
        .into_iter()
        .map(|card| (card.id, card))
        .collect();
    let gone = ids.into_iter().filter(|id| !cards.contains_key(id)).collect();
    let mut names = names_of(db, locale, gone).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let product = row.product_id;
            let state = match cards.remove(&product) {
                Some(card) => FavouriteState::There {
                    was: was(&row, &card),
                    card: Box::new(card),
                },
                None => FavouriteState::Gone(names.remove(&product)?),
            };
            Some(Favourite { product, state })
        })
        .collect())
}

/// What the size on the card cost, where it is the same size, sold in the same amounts, and costs less now.
fn was(row: &favourite::Model, card: &ProductCard) -> Option<Money> {
    let terms = &card.terms;
    let is_same = row.offer_id == card.offer
        && row.currency == terms.price.currency
        && row.reference_amount == terms.priced_by.reference_amount
        && row.net_grams == terms.net_grams;
    (is_same && terms.price.minor < row.price_minor).then(|| Money::new(row.price_minor, row.currency))
}

/// What products are called that the shop does not show.
async fn names_of(db: &impl ConnectionTrait, locale: Locale, ids: Vec<ProductId>) -> Result<HashMap<ProductId, Shown>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut texts = texts::read(db, &ids).await?;
    let rows = product::Entity::find()
        .filter(product::Column::Id.is_in(ids))
        .readable(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let set = texts.remove(&row.id).unwrap_or_default();
            (row.id, set.name(locale, row.source_lang, &row.slug))
        })
        .collect())
}
