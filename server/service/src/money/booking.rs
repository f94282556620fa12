//! The forms of the money page, checked, and which amounts they take.

use db::Tx;
use domain::{Actor, AuditAction, Currency, EntryKind, ErrorCode, FieldCode, IdempotencyKey, Money, parse_price};

use super::book::{Entry, is_booked};
use super::centre::{clerk, find_group};
use super::view::{AmountBounds, MoneyForm};
use crate::Shop;
use crate::audit::note;
use crate::error::{Error, Result};
use crate::orders::Group;

/// Unusually much of nobody known, minor units; of an order so many times what it costs: a digit too many makes it ten.
pub(super) const MUCH: i64 = 10_000_000;
const TIMES: i64 = 2;
/// What no transfer comes to, minor units: a billion yuan.
const MOST: i64 = 100_000_000_000;
/// Longest reference kept, characters.
const MAX_REFERENCE: usize = 120;

/// A checked form.
#[derive(Clone, Debug)]
pub(super) struct Booking {
    pub by: String,
    pub now: i64,
    pub order: String,
    amount: Option<Money>,
    pub reference: String,
    pub key: Option<String>,
    /// Whether somebody was asked about this very amount.
    is_sure: bool,
}

impl Booking {
    pub fn of(shop: &Shop, actor: Actor, form: &MoneyForm) -> Result<Self> {
        let by = clerk(actor)?;
        let amount = match form.amount.trim() {
            "" => None,
            typed => Some(parse_price(Currency::Cny, typed).map_err(|error| Error::field("amount", error.into()))?),
        };
        let reference = form.reference.trim().to_owned();
        if reference.chars().count() > MAX_REFERENCE {
            return Err(Error::field("reference", FieldCode::TooLong));
        }
        if reference.chars().any(char::is_control) {
            return Err(Error::field("reference", FieldCode::InvalidText));
        }
        let key = IdempotencyKey::parse(&form.key).map_err(|_| Error::Refused(ErrorCode::InvalidTransition))?;
        Ok(Self {
            by,
            now: shop.now(),
            order: form.order.clone(),
            amount,
            reference,
            key: Some(format!("form:{key}")),
            is_sure: !form.sure.trim().is_empty() && form.sure.trim() == form.amount.trim(),
        })
    }

    /// The amount, where it is usual or was asked about: a clerk may type a digit too many.
    pub fn usual_amount(&self, most: i64) -> Result<Money> {
        match self.amount()? {
            amount if amount.minor > most && !self.is_sure => Err(Error::field("amount", FieldCode::TooMuch)),
            amount => Ok(amount),
        }
    }

    pub fn amount(&self) -> Result<Money> {
        match self.amount {
            None => Err(Error::field("amount", FieldCode::Required)),
            Some(amount) if amount.minor <= 0 => Err(Error::field("amount", FieldCode::InvalidPrice)),
            Some(amount) if amount.minor > MOST => Err(Error::field("amount", FieldCode::TooMuch)),
            Some(amount) => Ok(amount),
        }
    }

    pub fn entry(&self, group: &Group, kind: EntryKind, amount: Money) -> Entry {
        Entry {
            reference: self.reference.clone(),
            key: self.key.clone(),
            ..Entry::of(group, kind, amount.minor, &self.by, self.now)
        }
    }

    pub(super) async fn is_done(&self, tx: &Tx) -> Result<bool> {
        match &self.key {
            Some(key) => is_booked(tx, key).await,
            None => Ok(false),
        }
    }

    pub(super) async fn audit(&self, tx: &Tx, action: AuditAction, object: &str, amount: Money) -> Result<()> {
        // Not the bank's words, which may name a person: they stand in the entry.
        let detail = format!("{} {}", amount.minor, amount.currency.code());
        note(tx, self.now, &self.by, action, object, &detail).await
    }
}

/// What a transfer for this order comes to at the most, minor units, as long as nobody was asked.
pub(super) const fn usual(group: &Group) -> i64 {
    group.row.total_minor.saturating_mul(TIMES)
}

/// What amounts a form takes about the order of this code or payment reference; of no order, about money of nobody known.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn bounds(shop: &Shop, actor: Actor, order: &str) -> Result<AmountBounds> {
    clerk(actor)?;
    let db = shop.db().read();
    let (usual, refund) = match find_group(db, order).await {
        Ok(id) => {
            let group = Group::read(db, id).await?;
            (usual(&group), group.balance.excess())
        }
        Err(Error::Fields(_)) => (MUCH, 0),
        Err(error) => return Err(error),
    };
    let yuan = |minor| Money::new(minor, Currency::Cny);
    Ok(AmountBounds {
        usual: yuan(usual),
        most: yuan(MOST),
        refund: yuan(refund),
    })
}
