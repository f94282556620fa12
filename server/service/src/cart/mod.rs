//! The cart: an anonymous shopping list found by a random token in a cookie.

mod handle;
mod read;

use db::Tx;
use db::entities::{cart, cart_line, product};
use db::sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect,
};
use domain::{
    CartId, CartStatus, ErrorCode, FieldCode, IdempotencyKey, Locale, OfferId, OfferStatus, ProductStatus, Quantity,
    QuantityError, Token, Unit, parse_amount,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::catalog::{OfferRow, offers_by_id};
use crate::error::{Error, FieldErrors, Result};
use crate::secret::token_hash;
use crate::{Network, Shop, cooperatives, identity, once, orders, random};

pub use domain::view::{CartLine, CartSeller, CartView, LineState};
pub use handle::CartHandle;
pub(crate) use read::{read, read_lines};

use self::read::empty;

/// Names the keys of additions among those of other forms.
const ADD_ROUTE: &str = "cart-add";

/// Different offers a cart holds at the most.
pub const MAX_LINES: u64 = 60;
/// Lines one form changes at the most: a write holds up all others while it runs. A full cart of an older page, whose
/// lines are others by now, still fits.
const MAX_CHANGES: usize = 120;
/// Carts that begin in one network in a day: a whole town may share an address of its telephone company.
const CARTS: i64 = 5_000;

/// What adding to a cart answers.
#[derive(Clone, Debug)]
pub struct Added {
    /// The token of a cart that had to be made: it goes into the cookie.
    pub token: Option<Token>,
    /// How many lines the cart has now.
    pub count: u32,
    /// The cart.
    pub cart: CartHandle,
}

/// Finds the cart of a cookie and counts its lines. A cart that became an order is found too, with no lines: its form
/// may be sent a second time.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn open(shop: &Shop, cookie: &str) -> Result<Option<(CartHandle, u32)>> {
    let Ok(token) = Token::parse(cookie) else {
        return Ok(None);
    };
    let lines = Query::select()
        .expr(cart_line::Column::OfferId.count())
        .from(cart_line::Entity)
        .and_where(Expr::col((cart_line::Entity, cart_line::Column::CartId)).equals((cart::Entity, cart::Column::Id)))
        .to_owned();
    // Asked for with every page of somebody who has a cart: one statement.
    let found: Option<(CartId, CartStatus, i64)> = cart::Entity::find()
        .select_only()
        .column(cart::Column::Id)
        .column(cart::Column::Status)
        .expr(Expr::SubQuery(None, Box::new(lines.into())))
        .filter(cart::Column::TokenHash.eq(token_hash(&token)))
        .into_tuple()
        .all(shop.db().read())
        .await?
        .pop();
    Ok(found.map(|(id, status, lines)| {
        let is_open = status == CartStatus::Open;
        let count = if is_open {
            u32::try_from(lines).unwrap_or(u32::MAX)
        } else {
            0
        };
        (CartHandle::of_token_holder(id), count)
    }))
}

/// The cart as a page shows it; nothing in it when there is none.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn view(shop: &Shop, locale: Locale, cart: Option<CartHandle>) -> Result<CartView> {
    let Some(cart) = cart else {
        return Ok(empty(locale));
    };
    read(shop.db().read(), locale, cart).await
}

/// Counts a cart that is about to begin, where this browser has none: a script that begins one after the other fills no table.
///
/// # Errors
/// [`Error::TooMany`] when too many begin in this network.
#[crate::boxed]
pub async fn count_new(shop: &Shop, network: &Network, cart: Option<CartHandle>) -> Result<()> {
    match cart {
        Some(_) => Ok(()),
        None => identity::take(shop, &identity::of_network_a_day(network, "carts", CARTS)).await,
    }
}

/// Puts `quantity` (as typed) of an offer into the cart, on top of what is there.
///
/// # Errors
/// [`Error::Fields`] on `quantity` when it cannot be ordered, [`ErrorCode::SoldOut`] when less is there,
/// [`ErrorCode::Suspended`] when its cooperative is; [`Error::NotFound`] when the offer is not sold.
#[crate::boxed]
pub async fn add(shop: &Shop, cart: Option<CartHandle>, offer: OfferId, quantity: &str) -> Result<Added> {
    adding(shop, cart, offer, quantity, None).await
}

/// [`add`], once for each `key`: the same again answers as the first time did and adds nothing. A cart that was made for
/// it is found again even when its cookie never arrived.
///
/// # Errors
/// As [`add`]; [`ErrorCode::IdempotencyMismatch`] when the key came with something else before.
#[crate::boxed]
pub async fn add_once(
    shop: &Shop,
    cart: Option<CartHandle>,
    offer: OfferId,
    quantity: &str,
    key: IdempotencyKey,
) -> Result<Added> {
    adding(shop, cart, offer, quantity, Some(key)).await
}

async fn adding(
    shop: &Shop,
    cart: Option<CartHandle>,
    offer: OfferId,
    quantity: &str,
    key: Option<IdempotencyKey>,
) -> Result<Added> {
    let fresh = match key {
        Some(key) => token_for(shop, key)?,
        None => Token::from_bytes(random::bytes()?),
    };
    let request = Adding {
        now: shop.settled_now(),
        secret: *shop.secret(),
        cart,
        offer,
        quantity: quantity.to_owned(),
        key,
        fresh,
    };
    shop.db()
        .write(move |tx| {
            let request = request.clone();
            Box::pin(async move { request.run(tx).await })
        })
        .await
}

/// The token of a cart that is made for this key: nobody can tell it without the shop's secret, and the same key makes the
/// same one.
fn token_for(shop: &Shop, key: IdempotencyKey) -> Result<Token> {
    derived(shop.secret(), &format!("cart {key}"))
}

/// The token of the cart that follows `cart` in its browser once it is ordered: the same one for everything that is
/// added at that moment, or each would go into a cart of its own and all but one be lost.
fn next_token(secret: &[u8; 32], cart: CartId) -> Result<Token> {
    derived(secret, &format!("cart after {cart}"))
}

fn derived(secret: &[u8; 32], name: &str) -> Result<Token> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).map_err(Error::internal)?;
    mac.update(name.as_bytes());
    Ok(Token::from_bytes(mac.finalize().into_bytes().into()))
}

/// The row of a cart. On PostgreSQL whoever else changes this cart waits until this transaction is over: what is counted
/// and added up of its lines still holds when it is written. (SQLite has one writer.)
async fn lock(tx: &Tx, cart: CartId) -> Result<Option<cart::Model>> {
    Ok(cart::Entity::find_by_id(cart).lock_exclusive().one(tx).await?)
}

/// Orders in a row after which a browser that still sends its first cart's token gets a cart without a past.
const FORGETFUL: usize = 50;

/// Something that is being added.
#[derive(Clone)]
struct Adding {
    now: i64,
    secret: [u8; 32],
    cart: Option<CartHandle>,
    offer: OfferId,
    quantity: String,
    key: Option<IdempotencyKey>,
    /// Of a cart that has to be made without a past.
    fresh: Token,
}

impl Adding {
    async fn run(&self, tx: &Tx) -> Result<Added> {
        if let Some(key) = self.key
            && let Some(cart) = once::claim(tx, key, ADD_ROUTE, &self.fingerprint(), self.now).await?
        {
            let cart = cart.parse().map(CartId).map_err(Error::internal)?;
            return self.repeated(tx, cart).await;
        }
        let offer = sellable(tx, self.offer).await?;
        let wanted = parse_quantity(&offer, &self.quantity)?;
        let (cart, token) = self.open_or_make(tx).await?;
        let line = cart_line::Entity::find_by_id((cart, offer.id)).one(tx).await?;
        if line.is_none() && u64::from(count_lines(tx, cart).await?) >= MAX_LINES {
            return Err(Error::Refused(ErrorCode::TooLarge));
        }
        let total = line
            .map_or(0, |l| l.quantity)
            .checked_add(wanted.amount())
            .ok_or_else(|| Error::field("quantity", FieldCode::InvalidQuantity))?;
        let total = accept(tx, self.now, &offer, total).await?;
        put(tx, self.now, cart, offer.id, total).await?;
        if let Some(key) = self.key {
            once::note(tx, key, cart.to_string()).await?;
        }
        Ok(Added {
            token,
            count: count_lines(tx, cart).await?,
            cart: CartHandle::of_token_holder(cart),
        })
    }

    /// The cart to add to, with its token where the browser has to be told: the one given while it is open, else the one
    /// that follows it, else a new one.
    async fn open_or_make(&self, tx: &Tx) -> Result<(CartId, Option<Token>)> {
        let mut last = match self.cart {
            Some(cart) => lock(tx, cart.id()).await?,
            None => None,
        };
        if let Some(row) = last.as_ref().filter(|row| is_open(row)) {
            return Ok((row.id, None));
        }
        let mut token = self.fresh.clone();
        for _ in 0..FORGETFUL {
            let Some(ordered) = last else {
                return Ok((make(tx, self.now, token_hash(&token)).await?, Some(token)));
            };
            token = next_token(&self.secret, ordered.id)?;
            let next = cart::Entity::find()
                .filter(cart::Column::TokenHash.eq(token_hash(&token)))
                .lock_exclusive()
                .one(tx)
                .await?;
            if let Some(row) = next.as_ref().filter(|row| is_open(row)) {
                return Ok((row.id, Some(token)));
            }
            last = next;
        }
        let cart = make(tx, self.now, token_hash(&self.fresh)).await?;
        Ok((cart, Some(self.fresh.clone())))
    }

    /// What the first time answered: its cart as it is now. Somebody else's key is no token: who cannot be shown to be of
    /// that cart hears of their own.
    async fn repeated(&self, tx: &Tx, cart: CartId) -> Result<Added> {
        let found = cart::Entity::find_by_id(cart).one(tx).await?.ok_or(Error::NotFound)?;
        let token = self.token_of(tx, &found).await?;
        let own = self.cart.map(CartHandle::id);
        let is_theirs = token.is_some() || own == Some(cart);
        let row = match own {
            _ if is_theirs => found,
            Some(own) => cart::Entity::find_by_id(own).one(tx).await?.ok_or(Error::NotFound)?,
            None => return Err(Error::Refused(ErrorCode::IdempotencyMismatch)),
        };
        let count = if is_open(&row) {
            count_lines(tx, row.id).await?
        } else {
            0
        };
        Ok(Added {
            token,
            count,
            cart: CartHandle::of_token_holder(row.id),
        })
    }

    /// The token of the first time's cart, when the browser does not send it yet.
    async fn token_of(&self, tx: &Tx, found: &cart::Model) -> Result<Option<Token>> {
        let mut last = self.cart.map(CartHandle::id);
        if last == Some(found.id) {
            return Ok(None);
        }
        if token_hash(&self.fresh) == found.token_hash {
            return Ok(Some(self.fresh.clone()));
        }
        for _ in 0..FORGETFUL {
            let Some(ordered) = last else { break };
            let token = next_token(&self.secret, ordered)?;
            let hash = token_hash(&token);
            if hash == found.token_hash {
                return Ok(Some(token));
            }
            let next = cart::Entity::find()
                .filter(cart::Column::TokenHash.eq(hash))
                .one(tx)
                .await?;
            last = next.map(|row| row.id);
        }
        Ok(None)
    }

    /// What was asked for. The cart is left out: the first time there may have been none.
    fn fingerprint(&self) -> String {
        // It is written before the quantity is read, and PostgreSQL keeps no NUL.
        let typed = self.quantity.replace('\0', " ");
        format!("{}x{}", self.offer, typed.trim())
    }
}

/// Sets quantities as typed; `0` takes a line out. All or nothing.
///
/// # Errors
/// As [`add`], on the field `quantity-<offer>`.
#[crate::boxed]
pub async fn change(shop: &Shop, cart: CartHandle, quantities: &[(OfferId, String)]) -> Result<()> {
    if quantities.len() > MAX_CHANGES {
        return Err(Error::Refused(ErrorCode::TooLarge));
    }
    let now = shop.settled_now();
    let quantities = quantities.to_owned();
    shop.db()
        .write(move |tx| {
            let quantities = quantities.clone();
            Box::pin(async move {
                if lock(tx, cart.id()).await?.filter(is_open).is_none() {
                    return Err(Error::NotFound);
                }
                for (offer, quantity) in &quantities {
                    change_line(tx, now, cart, *offer, quantity).await?;
                }
                Ok(())
            })
        })
        .await
}

async fn change_line(tx: &Tx, now: i64, cart: CartHandle, offer: OfferId, quantity: &str) -> Result<()> {
    let Some(line) = cart_line::Entity::find_by_id((cart.id(), offer)).one(tx).await? else {
        return Err(Error::NotFound);
    };
    // Nothing is nothing in every unit.
    if parse_amount(quantity, Unit::Piece) == Ok(0) {
        cart_line::Entity::delete_by_id((cart.id(), offer)).exec(tx).await?;
        return Ok(());
    }
    let offer = sellable(tx, offer).await?;
    let wanted = parse_quantity(&offer, quantity)
        .map_err(|_| Error::field(format!("quantity-{}", offer.id), FieldCode::InvalidQuantity))?;
    if wanted.amount() == line.quantity {
        return Ok(());
    }
    let wanted = accept(tx, now, &offer, wanted.amount()).await?;
    put(tx, now, cart.id(), offer.id, wanted).await
}

fn is_open(row: &cart::Model) -> bool {
    row.status == CartStatus::Open
}

async fn count_lines(db: &impl ConnectionTrait, cart: CartId) -> Result<u32> {
    let count = cart_line::Entity::find()
        .filter(cart_line::Column::CartId.eq(cart))
        .count(db)
        .await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

async fn sellable(tx: &Tx, offer: OfferId) -> Result<OfferRow> {
    let offer = offers_by_id(tx, &[offer])
        .await?
        .remove(&offer)
        .ok_or(Error::NotFound)?;
    let product = product::Entity::find_by_id(offer.product_id)
        .one(tx)
        .await?
        .filter(|product| offer.status == OfferStatus::Active && product.status == ProductStatus::Published)
        .ok_or(Error::NotFound)?;
    cooperatives::require_selling(tx, product.cooperative_id).await?;
    Ok(offer)
}

fn parse_quantity(offer: &OfferRow, typed: &str) -> Result<Quantity> {
    offer.terms().sold_by.parse(typed.trim()).map_err(|_| wrong_quantity())
}

/// A quantity the offer allows and the stock covers, whose price can be counted.
async fn accept(tx: &Tx, now: i64, offer: &OfferRow, amount: i64) -> Result<Quantity> {
    let terms = offer.terms();
    let quantity = terms
        .sold_by
        .accept(amount)
        .map_err(|_: QuantityError| wrong_quantity())?;
    terms.line_total(quantity)?;
    if offer.available() >= amount {
        return Ok(quantity);
    }
    // What other orders hold past their time gives way, whether or not the job that expires them runs.
    let expired = orders::expire_due_for_offer(tx, offer.id, now).await?;
    let now_there = offers_by_id(tx, &[offer.id])
        .await?
        .remove(&offer.id)
        .map_or(0, |offer| offer.available());
    if expired > 0 && now_there >= amount {
        Ok(quantity)
    } else {
        Err(Error::Refused(ErrorCode::SoldOut))
    }
}

fn wrong_quantity() -> Error {
    Error::Fields(FieldErrors::one("quantity", FieldCode::InvalidQuantity))
}

async fn make(tx: &Tx, now: i64, token_hash: String) -> Result<CartId> {
    let row = cart::ActiveModel {
        token_hash: Set(token_hash),
        status: Set(CartStatus::Open),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.id)
}

async fn put(tx: &Tx, now: i64, cart: CartId, offer: OfferId, quantity: Quantity) -> Result<()> {
    let row = cart_line::ActiveModel {
        cart_id: Set(cart),
        offer_id: Set(offer),
        quantity: Set(quantity.amount()),
        added_at: Set(now),
    };
    let same_line = OnConflict::columns([cart_line::Column::CartId, cart_line::Column::OfferId])
        .update_column(cart_line::Column::Quantity)
        .to_owned();
    cart_line::Entity::insert(row)
        .on_conflict(same_line)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Name of the cart's cookie.
pub const COOKIE: &str = "__Host-cart";
/// Seconds a cart's cookie lives: 60 days.
const COOKIE_SECONDS: u64 = 60 * 86_400;

/// The `Set-Cookie` of a cart.
pub fn cookie(token: &Token) -> String {
    crate::host_cookie(COOKIE, &token.to_hex(), COOKIE_SECONDS)
}
