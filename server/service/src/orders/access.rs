//! Who may see an order: whoever knows its code and the last four digits of its phone number, and then this browser.

use db::entities::order_group;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::{FieldCode, OrderCode, Phone, PhoneTail};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::error::{Error, Result};
use crate::identity::{self, Bucket};
use crate::security::{self, Event};
use crate::{Network, Shop};

/// Proof that this caller may see this order. Only this module makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderAccess {
    code: OrderCode,
}

impl OrderAccess {
    /// The order's code.
    pub fn code(&self) -> &OrderCode {
        &self.code
    }
}

/// Orders one browser remembers; the oldest is forgotten first.
const REMEMBERED: usize = 12;

/// Opens an order by its code and the phone's last four digits, or the whole number. Only wrong ones count: by the network they
/// come from, and over all networks.
///
/// # Errors
/// [`FieldCode::InvalidCode`] on `tail` when they do not belong together or the order does not exist (the same
/// answer); [`Error::TooMany`] after six wrong ones for an order in an hour, or too many from one network, or so many from all
/// that digits are not looked at for a while: the whole number still is.
#[crate::boxed]
pub async fn unlock(shop: &Shop, network: &Network, code: &OrderCode, typed: &str) -> Result<OrderAccess> {
    let tail = PhoneTail::parse(typed).map_err(|_| Error::field("tail", FieldCode::InvalidCode))?;
    let order = identity::keyed(shop, &["order", &code.to_string()]);
    let mut taken = identity::of_order(&order, network);
    let number = Phone::parse(typed).ok();
    if number.is_some() {
        taken.push(identity::of_order_number(&order));
    }
    try_with(shop, &taken).await?;
    let row = find_row(shop, code).await?;
    let phone = row.and_then(|row| Phone::parse(&row.phone).ok());
    let is_whole = number.is_some() && number == phone;
    if !is_whole {
        // A number written in another way than it is kept counts by its last digits, and so do guesses at whole numbers.
        let digits = [identity::of_order_digits(&order)];
        try_with(shop, &digits).await?;
        taken.extend(digits);
    }
    if is_whole || phone.is_some_and(|phone| phone.tail() == tail) {
        identity::give_back(shop, &taken).await?;
        Ok(OrderAccess { code: *code })
    } else {
        Err(Error::field("tail", FieldCode::InvalidCode))
    }
}

/// Takes a try before it is looked at.
async fn try_with(shop: &Shop, buckets: &[Bucket]) -> Result<()> {
    identity::take(shop, buckets)
        .await
        .inspect_err(|_| security::note(Event::OrderRefused))
}

/// Reads from the order cookie whether this browser opened the order before.
pub fn access(shop: &Shop, cookie: &str, code: &OrderCode) -> Option<OrderAccess> {
    let expected = signed(shop, code);
    let found = cookie
        .split('~')
        .any(|entry| bool::from(entry.as_bytes().ct_eq(expected.as_bytes())));
    found.then_some(OrderAccess { code: *code })
}

/// The orders that this browser opened before, by its order cookie.
pub fn remembered(shop: &Shop, cookie: &str) -> Vec<OrderAccess> {
    let codes = cookie.split('~').take(REMEMBERED).filter_map(|entry| {
        let (code, _) = entry.split_once('.')?;
        OrderCode::parse(code).ok()
    });
    codes.filter_map(|code| access(shop, cookie, &code)).collect()
}

/// The order cookie with this order added.
pub fn remember(shop: &Shop, cookie: &str, code: &OrderCode) -> String {
    let entry = signed(shop, code);
    let kept = cookie
        .split('~')
        .filter(|old| {
            !old.is_empty() && *old != entry && old.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b))
        })
        .take(REMEMBERED - 1);
    std::iter::once(entry.as_str())
        .chain(kept)
        .collect::<Vec<_>>()
        .join("~")
}

fn signed(shop: &Shop, code: &OrderCode) -> String {
    let code = code.to_string();
    // A key of any length is fine for HMAC, so this cannot fail; an empty signature would open nothing.
    let signature = Hmac::<Sha256>::new_from_slice(shop.secret()).map_or_else(
        |_| String::new(),
        |mut mac| {
            mac.update(b"order:");
            mac.update(code.as_bytes());
            hex::encode(mac.finalize().into_bytes())
        },
    );
    format!("{code}.{signature}")
}

pub(crate) async fn find_row(shop: &Shop, code: &OrderCode) -> Result<Option<order_group::Model>> {
    Ok(order_group::Entity::find()
        .filter(order_group::Column::Code.eq(code.to_string()))
        .one(shop.db().read())
        .await?)
}
