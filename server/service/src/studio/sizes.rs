//! The sizes of a product: one more of them, and which ones buyers see.

use db::Tx;
use db::entities::{offer, product};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{
    Action, Actor, AuditAction, Currency, ErrorCode, FieldCode, Locale, MAX_NET_GRAMS, OfferId, OfferStatus,
    OfferTerms, PriceSteps, ProductId, QuantityError, SoldAs, SoldBy, StepsError, Unit, parse_amount,
    parse_offer_price, parse_stock,
};

use super::audit;
use super::goods_view::{AmountsForm, SizeForm, Sizes};
use super::ledger::{self, By};
use super::product::{find_mine, lock_product};
use super::signature;
use super::stock::{rows_of, stock_amount};
use crate::catalog::{OfferRow, offers_of, rebuild_cards};
use crate::error::{Error, FieldErrors, Result};
use crate::lots::NewLot;
use crate::rights::own_cooperative;
use crate::{Shop, proposals};

/// Most sizes of a product.
pub(super) const MAX_SIZES: usize = 20;

/// The sizes of a product.
///
/// # Errors
/// [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn sizes(shop: &Shop, actor: Actor, locale: Locale, id: ProductId) -> Result<Sizes> {
    let db = shop.db().read();
    let row = find_mine(db, actor, id).await?;
    let mut texts = crate::texts::read(db, &[id]).await?.remove(&id).unwrap_or_default();
    if let Some(waits) = proposals::of(db, id).await? {
        waits.proposed.overlay_texts(&mut texts, row.source_lang);
    }
    let offers = offers_of(db, id).await?;
    Ok(Sizes {
        product: id,
        name: texts.name(locale, row.source_lang, &row.slug),
        rows: rows_of(db, actor, locale, offers).await?,
    })
}

/// Adds a size to a product; buyers of a published one see it at once, unless it waits for the Centre.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`ErrorCode::SizesFull`]; [`ErrorCode::SameSize`] when it has one like this, also
/// a hidden one; [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn add_size(shop: &Shop, actor: Actor, id: ProductId, form: &SizeForm) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    find_mine(shop.db().read(), actor, id).await?;
    let mut errors = FieldErrors::default();
    let Some(size) = NewSize::read(form, &mut errors) else {
        return Err(Error::Fields(errors));
    };
    let (by, now, signed) = (By::new(shop, actor), shop.now(), signature(actor));
    shop.once()
        .write(move |tx| {
            let signed = signed.clone();
            Box::pin(async move {
                let row = lock_product(tx, own.id(), id).await?;
                let there = offers_of(tx, id).await?;
                if there.len() >= MAX_SIZES {
                    return Err(Error::Refused(ErrorCode::SizesFull));
                }
                if has_same(&there, size.terms) {
                    return Err(Error::Refused(ErrorCode::SameSize));
                }
                let last = offer::Entity::find()
                    .filter(offer::Column::ProductId.eq(id))
                    .order_by_desc(offer::Column::Position)
                    .one(tx)
                    .await?;
                let made = size
                    .insert(tx, id, last.map_or(0, |offer| offer.position + 1), by)
                    .await?;
                if let Some(mut change) = proposals::open(tx, &row).await? {
                    set_status(tx, made, OfferStatus::Inactive).await?;
                    change.show(made, true);
                    change.save(tx, now).await?;
                }
                touch(tx, id, now).await?;
                rebuild_cards(tx, id).await?;
                audit(tx, now, &signed, AuditAction::ProductAddSize, &format!("product:{id}")).await
            })
        })
        .await
}

/// Shows a size to buyers, or hides it. Orders that hold some of it go on.
///
/// # Errors
/// [`ErrorCode::LastSize`] when no size would be left to be shown: that is what a pause is for;
/// [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn show_size(shop: &Shop, actor: Actor, id: ProductId, size: OfferId, status: OfferStatus) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let (now, signed) = (shop.now(), signature(actor));
    shop.once()
        .write(move |tx| {
            let signed = signed.clone();
            Box::pin(async move {
                let row = lock_product(tx, own.id(), id).await?;
                let offers = offers_of(tx, id).await?;
                if !offers.iter().any(|offer| offer.id == size) {
                    return Err(Error::NotFound);
                }
                let mut others = offers.iter().filter(|offer| offer.id != size);
                let are_hidden = others.all(|offer| offer.status == OfferStatus::Inactive);
                if status == OfferStatus::Inactive && are_hidden {
                    return Err(Error::Refused(ErrorCode::LastSize));
                }
                let is_shown = status == OfferStatus::Active;
                let is_live = offers
                    .iter()
                    .any(|offer| offer.id == size && offer.status == OfferStatus::Active);
                match proposals::open(tx, &row).await? {
                    Some(mut change) if !is_live => {
                        change.show(size, is_shown);
                        change.save(tx, now).await?;
                    }
                    // To sell less of something never waits.
                    _ => set_status(tx, size, status).await?,
                }
                touch(tx, id, now).await?;
                rebuild_cards(tx, id).await?;
                audit(
                    tx,
                    now,
                    &signed,
                    match status {
                        OfferStatus::Active => AuditAction::OfferActive,
                        OfferStatus::Inactive => AuditAction::OfferInactive,
                    },
                    &format!("offer:{size}"),
                )
                .await
            })
        })
        .await
}

/// Sets in which amounts a size is sold, and how much of it one buyer may have; buyers see it at once.
///
/// # Errors
/// [`Error::Fields`] with `least-<size>`, `by-<size>`, `most-<size>` and `buyer-<size>`: [`FieldCode::InvalidChoice`] when a step
/// of its price would begin at an amount that nobody could buy; [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn limit_size(shop: &Shop, actor: Actor, id: ProductId, size: OfferId, form: &AmountsForm) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let (form, now, signed) = (form.clone(), shop.now(), signature(actor));
    shop.once()
        .write(move |tx| {
            let (form, signed) = (form.clone(), signed.clone());
            Box::pin(async move {
                lock_product(tx, own.id(), id).await?;
                let mut offers = offers_of(tx, id).await?;
                if let Some(waits) = proposals::of(tx, id).await? {
                    waits.proposed.overlay_offers(&mut offers);
                }
                let there = offers.iter().find(|offer| offer.id == size).ok_or(Error::NotFound)?;
                let before = (there.amounts(), there.buyer_limit);
                let (sold_by, limit) = read_amounts(there, size, &form).map_err(Error::Fields)?;
                offer::Entity::update_many()
                    .col_expr(offer::Column::Minimum, Expr::value(sold_by.min))
                    .col_expr(offer::Column::Step, Expr::value(sold_by.step))
                    .col_expr(offer::Column::Maximum, Expr::value(sold_by.max))
                    .col_expr(offer::Column::BuyerLimit, Expr::value(limit))
                    .col_expr(offer::Column::Version, Expr::col(offer::Column::Version).add(1))
                    .filter(offer::Column::Id.eq(size))
                    .exec(tx)
                    .await?;
                touch(tx, id, now).await?;
                rebuild_cards(tx, id).await?;
                let detail = said(before, (sold_by, limit));
                let object = format!("offer:{size}");
                crate::audit::note(tx, now, &signed, AuditAction::OfferAmounts, &object, &detail).await
            })
        })
        .await
}

/// The amounts of a size, and how much of it one buyer may have, as typed: each step of its price can be reached.
fn read_amounts(there: &OfferRow, size: OfferId, form: &AmountsForm) -> Result<(SoldBy, Option<i64>), FieldErrors> {
    let (before, mut errors) = (there.amounts(), FieldErrors::default());
    let [least, by, most, buyer] = ["least", "by", "most", "buyer"].map(|name| format!("{name}-{size}"));
    let portion = |typed: &str| before.parse_portion(typed).map_err(FieldCode::from);
    let min = errors.take(least, portion(&form.least));
    let step = errors.take(by.clone(), portion(&form.by));
    let changed = SoldBy {
        min: min.unwrap_or(before.min),
        step: step.unwrap_or(before.step),
        ..before
    };
    // The most that was not touched goes along with the others.
    let max = match parse_stock(&form.most, before.unit) {
        Ok(amount) if amount == before.max => before.in_portions(changed.min, changed.step).map(|sold_by| sold_by.max),
        _ => changed.parse_most(&form.most),
    };
    let max = errors.take(most.clone(), max.map_err(FieldCode::from));
    // So does what one buyer may have.
    let limit = match (form.buyer.as_deref(), there.buyer_limit) {
        (None, None) => Ok(None),
        (None, Some(limit)) => kept_limit(changed, limit),
        (Some(typed), Some(limit)) if parse_stock(typed, before.unit) == Ok(limit) => kept_limit(changed, limit),
        (Some(typed), _) => changed.parse_buyer_limit(typed),
    };
    let limit = errors.take(buyer.clone(), limit.map_err(FieldCode::from));
    let (Some(max), Some(limit), true) = (max, limit, errors.is_empty()) else {
        return Err(errors);
    };
    let sold_by = SoldBy { max, ..changed };
    let steps = there.steps();
    match (
        steps.check_amounts(sold_by),
        steps.check_amounts(sold_by.for_buyer(limit)),
    ) {
        (Ok(()), Ok(())) => Ok((sold_by, limit)),
        (Ok(()), Err(_)) => Err(FieldErrors::one(buyer, FieldCode::InvalidChoice)),
        (Err(StepsError::AboveMost), _) => Err(FieldErrors::one(most, FieldCode::InvalidChoice)),
        (Err(_), _) => Err(FieldErrors::one(by, FieldCode::InvalidChoice)),
    }
}

/// What one buyer may have stays as near as it can where amounts become others.
fn kept_limit(sold_by: SoldBy, limit: i64) -> Result<Option<i64>, QuantityError> {
    let wide = sold_by.up_to_any();
    wide.accept(wide.most_of(limit)).map(|limit| Some(limit.amount()))
}

/// What of the amounts is another now, for the log.
fn said(before: (SoldBy, Option<i64>), now: (SoldBy, Option<i64>)) -> String {
    let all = |(sold_by, limit): (SoldBy, Option<i64>)| {
        let limit = limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string());
        [
            ("least", sold_by.min.to_string()),
            ("by", sold_by.step.to_string()),
            ("most", sold_by.max.to_string()),
            ("buyer", limit),
        ]
    };
    all(before)
        .into_iter()
        .zip(all(now))
        .filter(|((_, before), (_, now))| before != now)
        .map(|((word, before), (_, now))| format!("{word} {before}>{now}"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether buyers see a size.
pub(super) async fn set_status(tx: &Tx, size: OfferId, status: OfferStatus) -> Result<()> {
    offer::Entity::update_many()
        .col_expr(offer::Column::Status, Expr::value(status))
        .col_expr(offer::Column::Version, Expr::col(offer::Column::Version).add(1))
        .filter(offer::Column::Id.eq(size))
        .exec(tx)
        .await?;
    Ok(())
}

/// Sets how much of a size one buyer may have.
pub(super) async fn set_buyer_limit(tx: &Tx, size: OfferId, limit: Option<i64>) -> Result<()> {
    offer::Entity::update_many()
        .col_expr(offer::Column::BuyerLimit, Expr::value(limit))
        .col_expr(offer::Column::Version, Expr::col(offer::Column::Version).add(1))
        .filter(offer::Column::Id.eq(size))
        .exec(tx)
        .await?;
    Ok(())
}

/// Whether a size like this one is among them, also a hidden one.
pub(super) fn has_same(there: &[OfferRow], terms: OfferTerms) -> bool {
    there
        .iter()
        .any(|offer| offer.unit == terms.sold_by.unit && offer.net_grams == terms.net_grams)
}

async fn touch(tx: &Tx, id: ProductId, now: i64) -> Result<()> {
    product::Entity::update_many()
        .col_expr(product::Column::Version, Expr::col(product::Column::Version).add(1))
        .col_expr(product::Column::UpdatedAt, Expr::value(now))
        .filter(product::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// A size that was checked.
#[derive(Clone, Copy, Debug)]
pub(super) struct NewSize {
    pub terms: OfferTerms,
    /// The most that one buyer may have within 30 days.
    pub buyer_limit: Option<i64>,
    pub on_hand: i64,
}

impl NewSize {
    /// Reads the fields, or notes what is wrong with them.
    pub fn read(form: &SizeForm, errors: &mut FieldErrors) -> Option<Self> {
        let sold = errors.take("sold", SoldAs::parse(&form.sold).ok_or(FieldCode::InvalidChoice));
        let net = match sold {
            Some(SoldAs::Weight) => Some(1),
            _ => errors.take("net", net_grams(&form.net)),
        };
        let price = parse_offer_price(Currency::Cny, &form.price).map_err(FieldCode::from);
        let price = errors.take("price", price);
        let sold_by = new_amounts(sold.unwrap_or(SoldAs::Pack).sold_by(), form, errors);
        let terms = sold
            .zip(price)
            .zip(net)
            .zip(sold_by)
            .map(|(((sold, price), net), sold_by)| OfferTerms {
                sold_by,
                ..sold.terms(price, net)
            });
        let limit = sold_by.and_then(|sold_by| {
            let limit = sold_by.parse_buyer_limit(&form.buyer).map_err(FieldCode::from);
            errors.take("buyer", limit)
        });
        // Beside a price that is not right, nobody can say whether these are.
        let steps = terms.and_then(|terms| {
            let for_buyer = terms.sold_by.for_buyer(limit.flatten());
            let steps = PriceSteps::parse(for_buyer, terms.price, &form.steps);
            errors.take("steps", steps.map_err(FieldCode::from))
        });
        let unit = sold.unwrap_or(SoldAs::Pack).sold_by().unit;
        let on_hand = errors.take("stock", stock_amount(&form.stock, unit));
        Some(Self {
            terms: OfferTerms {
                steps: steps?,
                ..terms?
            },
            buyer_limit: limit?,
            on_hand: on_hand?,
        })
    }

    /// Writes it with its stock.
    pub(super) async fn insert(self, tx: &Tx, product: ProductId, position: i64, by: By) -> Result<OfferId> {
        self.insert_lot(tx, product, position, None, by).await
    }

    /// Writes it with its stock, which is a lot where one is given.
    pub(super) async fn insert_lot(
        self,
        tx: &Tx,
        product: ProductId,
        position: i64,
        lot: Option<&NewLot>,
        by: By,
    ) -> Result<OfferId> {
        let terms = self.terms;
        let made = offer::ActiveModel {
            product_id: Set(product),
            sku: Set(format!("P{product}-{position}")),
            position: Set(position),
            unit: Set(terms.sold_by.unit),
            step: Set(terms.sold_by.step),
            minimum: Set(terms.sold_by.min),
            maximum: Set(terms.sold_by.max),
            reference_amount: Set(terms.priced_by.reference_amount),
            price_minor: Set(terms.price.minor),
            price_steps: Set(stored_steps(terms.steps)),
            currency: Set(terms.price.currency),
            net_grams: Set(terms.net_grams),
            gross_grams: Set(terms.gross_grams),
            status: Set(OfferStatus::Active),
            buyer_limit: Set(self.buyer_limit),
            version: Set(1),
            ..Default::default()
        };
        let id = made.insert(tx).await?.id;
        ledger::open(tx, id, self.on_hand, lot.map(|lot| (lot, product)), by).await?;
        Ok(id)
    }
}

/// In which amounts a new size is sold; what is left empty is as it is for most goods.
fn new_amounts(usual: SoldBy, form: &SizeForm, errors: &mut FieldErrors) -> Option<SoldBy> {
    let portion = |typed: &str, usual_amount: i64| match typed.trim() {
        "" => Ok(usual_amount),
        typed => usual.parse_portion(typed).map_err(FieldCode::from),
    };
    let min = errors.take("least", portion(&form.least, usual.min));
    let step = errors.take("by", portion(&form.by, usual.step));
    let (min, step) = min.zip(step)?;
    let wide = SoldBy {
        max: Ord::max(usual.max, min),
        ..usual
    };
    errors.take("least", wide.in_portions(min, step).map_err(FieldCode::from))
}

/// How prices that fall with the amount stand in the row of a size.
pub(super) fn stored_steps(steps: PriceSteps) -> Option<String> {
    (!steps.is_empty()).then(|| steps.to_string())
}

/// What a pack holds, in grams; a bare number counts grams.
pub(super) fn net_grams(typed: &str) -> Result<i64, FieldCode> {
    if typed.trim().is_empty() {
        return Err(FieldCode::Required);
    }
    match parse_amount(typed, Unit::Gram) {
        Ok(grams) if (1..=MAX_NET_GRAMS).contains(&grams) => Ok(grams),
        _ => Err(FieldCode::InvalidQuantity),
    }
}
