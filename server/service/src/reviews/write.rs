//! Writing a review, changing it and taking it back: for who holds the order.

use db::Tx;
use db::entities::{order_group, review, review_photo, review_report};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{
    ErrorCode, FieldCode, HeldFor, Locale, OrderGroupId, OrderId, OrderLineId, PersonName, ProductId, ReviewId,
    ReviewState, ReviewText, Stars, WrittenIn, held_for,
};

use super::photos::has_hidden_photo;
use super::standing::{Found, ReviewStanding, find, may_edit, standing, written, written_locked};
use super::{limits, names};
use crate::catalog::refresh_rating;
use crate::error::{Error, FieldErrors, Result, none, text_code};
use crate::orders::OrderAccess;
use crate::{Network, Shop, identity, withdrawn_pictures};

/// A review as its form sends it.
#[derive(Clone, Debug, Default)]
pub struct ReviewForm {
    /// `stars`: a digit from one to five.
    pub stars: String,
    /// `text`; may be empty.
    pub text: String,
    /// `name`: how its writer wants to be called; may be empty.
    pub name: String,
}

/// What of it is right.
#[derive(Clone, Debug)]
struct New {
    stars: Stars,
    text: String,
    lang: WrittenIn,
    name: String,
    held_for: Option<HeldFor>,
}

impl ReviewForm {
    fn read(&self, shop: &Shop, page: Locale) -> Result<New> {
        let mut errors = FieldErrors::default();
        let stars = match self.stars.as_str() {
            "" => Err(FieldCode::Required),
            typed => Stars::parse(typed).ok_or(FieldCode::InvalidChoice),
        };
        let stars = errors.take("stars", stars);
        let text = errors.take("text", ReviewText::parse(&self.text).map_err(text_code));
        let name = PersonName::parse(&self.name).map(PersonName::into_string);
        let name = errors.take("name", name.or_else(none));
        let (Some(stars), Some(text), Some(name)) = (stars, text, name) else {
            return Err(Error::Fields(errors));
        };
        let text = text.into_string();
        Ok(New {
            stars,
            lang: WrittenIn::guess(&text, page),
            held_for: held_for(&text)
                .or_else(|| held_for(&name))
                .or_else(|| names::is_official(shop, &name).then_some(HeldFor::Name)),
            text,
            name,
        })
    }
}

/// Says how the goods of a line were, or changes what was said. What the Centre has to look at first is seen by its writer
/// alone until then.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`ErrorCode::InvalidTransition`] when nothing can be written about it, or not any
/// more; [`Error::TooMany`] when too much comes from this phone or network; [`Error::NotFound`] when the line is not of this
/// order.
#[crate::boxed]
pub async fn write(
    shop: &Shop,
    network: &Network,
    access: &OrderAccess,
    line: OrderLineId,
    page: Locale,
    form: &ReviewForm,
) -> Result<()> {
    let found = find(shop, access, line).await?;
    let new = form.read(shop, page)?;
    if shop.once().answered::<()>().await?.is_some() {
        return Ok(());
    }
    let asks = standing(shop, &found).await? == ReviewStanding::May;
    let there = written(shop.db().read(), found.order.id, found.product.id).await?;
    if !asks && there.is_none_or(|row| row.state == ReviewState::Removed) {
        return Err(Error::Refused(ErrorCode::InvalidTransition));
    }
    let buckets = limits::of_writing(shop, &found.group.phone, network);
    identity::take(shop, &buckets).await?;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let (found, new) = (found.clone(), new.clone());
            Box::pin(async move {
                lock_group(tx, found.group.id).await?;
                match written_locked(tx, found.order.id, found.product.id).await? {
                    None => insert(tx, &found, new, now).await,
                    Some(row) if (asks && row.state == ReviewState::Removed) || may_edit(&row, now) => {
                        change(tx, &row, new, now).await
                    }
                    Some(_) => Err(Error::Refused(ErrorCode::InvalidTransition)),
                }
            })
        })
        .await
}

/// Locks a group whose buyer is known: who forgets the buyer waits, and cuts what is written from its order.
///
/// # Errors
/// [`ErrorCode::OrderOver`] once it is forgotten whose order it was.
pub(super) async fn lock_group(tx: &Tx, id: OrderGroupId) -> Result<()> {
    let group = order_group::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    if group.is_none_or(|group| group.buyer_name.is_empty()) {
        return Err(Error::Refused(ErrorCode::OrderOver));
    }
    Ok(())
}

async fn insert(tx: &Tx, found: &Found, new: New, now: i64) -> Result<()> {
    let state = if new.held_for.is_some() {
        ReviewState::Held
    } else {
        ReviewState::Published
    };
    review::Entity::insert(review::ActiveModel {
        product_id: Set(found.product.id),
        cooperative_id: Set(found.order.cooperative_id),
        order_id: Set(Some(found.order.id)),
        stars: Set(i64::from(new.stars.get())),
        text: Set(new.text),
        lang: Set(new.lang),
        name: Set(new.name),
        province: Set(found.province()),
        photos: Set(0),
        state: Set(state),
        held_for: Set(new.held_for),
        hide_reason: Set(None),
        hide_words: Set(String::new()),
        reports: Set(0),
        created_at: Set(now),
        changed_at: Set(now),
        published_at: Set((state == ReviewState::Published).then_some(now)),
        answer: Set(None),
        answer_lang: Set(None),
        answered_at: Set(None),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    refresh_rating(tx, found.product.id).await
}

async fn change(tx: &Tx, row: &review::Model, new: New, now: i64) -> Result<()> {
    // What the Centre took away once it looks at again, and so does it at pictures of that in a review that waits.
    let waits_for_photo = row.state == ReviewState::Held && has_hidden_photo(tx, row.id).await?;
    let is_held = new.held_for.is_some() || row.hide_reason.is_some() || waits_for_photo;
    let state = if is_held {
        ReviewState::Held
    } else {
        ReviewState::Published
    };
    let is_same = row.stars == i64::from(new.stars.get()) && row.text == new.text;
    let is_new_to_all = state == ReviewState::Published && row.state != ReviewState::Published;
    let mut changed = review::ActiveModel {
        stars: Set(i64::from(new.stars.get())),
        text: Set(new.text),
        lang: Set(new.lang),
        name: Set(new.name),
        state: Set(state),
        held_for: Set(new.held_for),
        // Sent again as it is, it is no other review than the one that was answered.
        changed_at: Set(if is_same { row.changed_at } else { now }),
        ..Default::default()
    };
    if row.state == ReviewState::Removed {
        changed.created_at = Set(now);
    }
    if is_new_to_all {
        changed.published_at = Set(Some(now));
    }
    if state != row.state {
        let withdrawn = (state != ReviewState::Published).then_some(now);
        withdrawn_pictures::note_of_review(tx, row.id, withdrawn).await?;
    }
    save(tx, row.id, changed).await
}

/// Writes what is set in `changed`; lists say at once how the product is judged then.
pub(super) async fn save(tx: &Tx, id: ReviewId, changed: review::ActiveModel) -> Result<()> {
    let counts = changed.state.is_set() || changed.stars.is_set();
    review::Entity::update_many()
        .set(changed)
        .filter(review::Column::Id.eq(id))
        .exec(tx)
        .await?;
    if !counts {
        return Ok(());
    }
    let product: Option<ProductId> = review::Entity::find_by_id(id)
        .select_only()
        .column(review::Column::ProductId)
        .into_tuple()
        .one(tx)
        .await?;
    match product {
        Some(product) => refresh_rating(tx, product).await,
        None => Ok(()),
    }
}

/// Takes a review back, with its pictures and what the cooperative said to it. One that was taken back stays so.
///
/// # Errors
/// [`Error::NotFound`] when nothing was written, or the line is not of this order.
#[crate::boxed]
pub async fn remove(shop: &Shop, access: &OrderAccess, line: OrderLineId) -> Result<()> {
    let found = find(shop, access, line).await?;
    let (group, order, product): (OrderGroupId, OrderId, ProductId) =
        (found.group.id, found.order.id, found.product.id);
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                lock_group(tx, group).await?;
                let row = written_locked(tx, order, product).await?.ok_or(Error::NotFound)?;
                if row.state == ReviewState::Removed {
                    return Ok(());
                }
                withdrawn_pictures::note_of_review(tx, row.id, Some(now)).await?;
                drop_parts(tx, row.id).await?;
                // Why the Centre took it away stays: who writes anew waits for it.
                let gone = review::ActiveModel {
                    text: Set(String::new()),
                    name: Set(String::new()),
                    photos: Set(0),
                    state: Set(ReviewState::Removed),
                    held_for: Set(None),
                    reports: Set(0),
                    changed_at: Set(now),
                    answer: Set(None),
                    answer_lang: Set(None),
                    answered_at: Set(None),
                    ..Default::default()
                };
                save(tx, row.id, gone).await
            })
        })
        .await
}

/// Its pictures, and who reported it.
async fn drop_parts(tx: &Tx, id: ReviewId) -> Result<()> {
    review_photo::Entity::delete_many()
        .filter(review_photo::Column::ReviewId.eq(id))
        .exec(tx)
        .await?;
    review_report::Entity::delete_many()
        .filter(review_report::Column::ReviewId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}
