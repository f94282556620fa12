//! Editing a product: names and descriptions in three languages, prices and stock of its sizes.

use db::Tx;
use db::entities::{category, offer, product};
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{
    Action, Actor, AuditAction, CategoryId, CategoryStatus, CooperativeId, ErrorCode, FieldCode, Harvested, Listing,
    Locale, LongText, OfferId, OfferStatus, PriceSteps, ProductId, PublicName, StockReason, TextOwner,
    parse_offer_price, plain_dashes,
};

use super::ledger::{self, By};
use super::prices::price_beside_steps;
use super::proposal::{Standing, WAITS, picture_rows_for_maker};
use super::sizes::stored_steps;
use super::stock::amount_of;
use super::suggestions::suggestions_of;
use super::texts::checked;
use super::texts::{self, Field};
use super::view::{EditOffer, ProductEditor, ProductForm};
use super::{emblem, signature};
use crate::catalog::{OfferRow, Season, offers_of, rebuild_cards};
use crate::error::text_code;
use crate::error::{Error, FieldErrors, Result};
use crate::pictures::of_row;
use crate::rights::own_cooperative;
use crate::texts::read;
use crate::{Shop, proposals};

/// A product in the editor.
///
/// # Errors
/// [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn product_editor(shop: &Shop, actor: Actor, locale: Locale, id: ProductId) -> Result<ProductEditor> {
    let db = shop.db().read();
    let row = find_mine(db, actor, id).await?;
    let waits = proposals::of(db, row.id).await?;
    let mut set = read(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let source = row.source_lang;
    let mut offers = offers_of(db, row.id).await?;
    if let Some(waits) = &waits {
        waits.proposed.overlay_texts(&mut set, source);
        waits.proposed.overlay_offers(&mut offers);
    }
    let suggestions = suggestions_of(shop, id, &set, source, waits.as_ref()).await?;
    let directory = shop.directory();
    let cooperative = directory.cooperative(row.cooperative_id);
    let moves_to = waits.as_ref().and_then(|waits| waits.proposed.category);
    let category = directory.category(moves_to.unwrap_or(row.category_id));
    Ok(ProductEditor {
        id,
        name: set.name(locale, source, &row.slug),
        picture: picture_rows_for_maker(db, row.id, waits.as_ref())
            .await?
            .first()
            .map_or_else(|| emblem(shop, row.category_id), of_row),
        is_confirmed: cooperative.is_some_and(|found| found.needs_confirmation),
        standing: waits.map(Standing::of),
        names: texts::edit(&set, "name", source),
        descriptions: texts::edit(&set, "description", source),
        suggestions,
        offers: offers
            .into_iter()
            .map(|o| EditOffer {
                id: o.id,
                terms: o.terms(),
                on_hand: o.on_hand,
                reserved: o.reserved,
                is_hidden: o.status == OfferStatus::Inactive,
                sku: o.sku,
            })
            .collect(),
        season: season_of(&row),
        harvest_year: row.harvest_year,
        category: category.map_or_else(String::new, |(category, _)| category.slug.clone()),
        category_name: category.map(|(category, _)| category.name(locale)).unwrap_or_default(),
        listing: Listing::of(row.status, row.paused_until, row.archived_at),
        version: row.version,
        slug: row.slug,
        source,
    })
}

/// Saves a product; it shows in the shop at once, in all languages, unless it waits for the Centre.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`ErrorCode::InvalidTransition`] when somebody saved in between;
/// [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn save_product(shop: &Shop, actor: Actor, id: ProductId, form: &ProductForm) -> Result<()> {
    let row = find_mine(shop.db().read(), actor, id).await?;
    let source = row.source_lang;
    let version: i64 = form
        .version
        .parse()
        .map_err(|_| Error::Refused(ErrorCode::InvalidTransition))?;
    let mut offers = offers_of(shop.db().read(), row.id).await?;
    if let Some(waits) = proposals::of(shop.db().read(), row.id).await? {
        waits.proposed.overlay_offers(&mut offers);
    }
    let mut errors = FieldErrors::default();
    let names = checked(&form.names, "name", source, &mut errors, |t| {
        PublicName::parse(t).map(PublicName::into_string).map_err(text_code)
    });
    let descriptions = checked_descriptions(form, source, &mut errors);
    let mut prices = Vec::new();
    for (offer, typed) in &form.prices {
        let known = offers.iter().find(|o| o.id == *offer).ok_or(Error::NotFound)?;
        let price = parse_offer_price(known.currency, typed).map_err(FieldCode::from);
        if let Some(price) = errors.take(format!("price-{offer}"), price) {
            prices.push((*offer, price.minor));
        }
    }
    let steps = checked_steps(form, &offers, &prices, &mut errors)?;
    let mut stocks = Vec::new();
    for (offer, typed) in &form.stocks {
        let known = offers.iter().find(|o| o.id == *offer).ok_or(Error::NotFound)?;
        if let Some(on_hand) = errors.take(format!("stock-{offer}"), amount_of(known, typed)) {
            stocks.push((known.id, on_hand));
        }
    }
    let season = checked_season(form, &mut errors);
    let harvest_year = form.harvest_year.as_deref().and_then(|typed| {
        let year = harvest_year(typed, shop.now());
        errors.take("harvest-year".to_owned(), year)
    });
    let category = form.category.as_deref().and_then(|slug| {
        let category = checked_category(shop, slug);
        errors.take("category".to_owned(), category)
    });
    if !errors.is_empty() {
        return Err(Error::Fields(errors));
    }
    let right = form.right.clone();
    let (now, by) = (shop.now(), signature(actor));
    let (user, counted_by) = (actor.user(), By::new(shop, actor));
    let product = row.id;
    shop.db()
        .write(move |tx| {
            let (names, descriptions, by) = (names.clone(), descriptions.clone(), by.clone());
            let (prices, steps, stocks, right) = (prices.clone(), steps.clone(), stocks.clone(), right.clone());
            Box::pin(async move {
                let counted: Vec<OfferId> = stocks.iter().map(|(offer, _)| *offer).collect();
                let there = ledger::lock(tx, &counted).await?;
                claim_version(tx, product, version, now).await?;
                let row = product::Entity::find_by_id(product)
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                if let Some(season) = season.filter(|season| *season != (row.season_from, row.season_to)) {
                    set_season(tx, product, season).await?;
                }
                if let Some(year) = harvest_year.filter(|year| *year != row.harvest_year) {
                    set_harvest_year(tx, product, year).await?;
                }
                let texts = [("name", &names), ("description", &descriptions)];
                let waits = proposals::open(tx, &row).await?;
                // Where it is it may stay. One that it is to come into may be hidden by now, also since it was chosen.
                if let Some(category) = category.filter(|category| *category != row.category_id) {
                    require_shown(tx, category).await?;
                }
                let waiting_for = waits.as_ref().and_then(proposals::Change::category);
                let category = category.filter(|category| *category != waiting_for.unwrap_or(row.category_id));
                let mut detail: Vec<String> = waits.iter().map(|_| WAITS.to_owned()).collect();
                detail.extend(category.map(|to| format!("category:{} to category:{to}", row.category_id)));
                if let Some(mut change) = waits {
                    if let Some(category) = category {
                        change.set_category(row.category_id, category);
                    }
                    for (name, new) in texts {
                        change.set_texts(name, new, &right);
                    }
                    for live in offers_of(tx, product).await? {
                        if let Some((_, minor)) = prices.iter().find(|(id, _)| *id == live.id) {
                            change.set_price(live.id, live.price_minor, *minor);
                        }
                        if let Some((_, new)) = steps.iter().find(|(id, _)| *id == live.id) {
                            change.set_steps(live.id, live.steps(), *new);
                        }
                    }
                    change.save(tx, now).await?;
                } else {
                    for (name, new) in texts {
                        let field = Field {
                            owner: TextOwner::Product,
                            id: product.get(),
                            name,
                            source,
                        };
                        texts::save(tx, now, user, field, new, &right).await?;
                    }
                    set_prices(tx, product, &prices).await?;
                    set_steps(tx, product, &steps).await?;
                    if let Some(category) = category {
                        set_category(tx, product, category).await?;
                    }
                }
                // Less than what orders already hold is refused here: the page of the stock says whose orders would be short.
                for (offer, on_hand) in &stocks {
                    let Some(row) = there
                        .iter()
                        .find(|row| row.offer_id == *offer && row.on_hand != *on_hand)
                    else {
                        continue;
                    };
                    if *on_hand < row.reserved {
                        return Err(Error::field(format!("stock-{offer}"), FieldCode::InvalidQuantity));
                    }
                    ledger::book(tx, row, *on_hand, StockReason::Counted, "", counted_by).await?;
                }
                rebuild_cards(tx, product).await?;
                let (object, detail) = (format!("product:{product}"), detail.join(" "));
                crate::audit::note(tx, now, &by, AuditAction::ProductSave, &object, &detail).await
            })
        })
        .await
}

/// When a product is in season.
fn season_of(row: &product::Model) -> Option<Season> {
    let month = |month: Option<i64>| month.and_then(|month| u8::try_from(month).ok());
    let (from, to) = month(row.season_from).zip(month(row.season_to))?;
    Some(Season { from, to })
}

/// First and last month as they are stored, both or none; nothing when the form does not say.
fn checked_season(form: &ProductForm, errors: &mut FieldErrors) -> Option<(Option<i64>, Option<i64>)> {
    let (from, to) = form.season.as_ref()?;
    let month = |typed: &str, other: &str| match (typed.trim(), other.trim()) {
        ("", "") => Ok(None),
        ("", _) => Err(FieldCode::Required),
        (typed, _) => match typed.parse::<i64>() {
            Ok(month @ 1..=12) => Ok(Some(month)),
            _ => Err(FieldCode::InvalidChoice),
        },
    };
    let first = errors.take("season-from".to_owned(), month(from, to));
    let last = errors.take("season-to".to_owned(), month(to, from));
    first.zip(last)
}

/// Whether nothing was typed, or a dash that stands for nothing.
pub(super) fn is_none(typed: &str) -> bool {
    plain_dashes(typed.trim()).bytes().all(|byte| byte == b'-')
}

/// The year of a harvest as it was typed; none where nobody says, or a dash.
pub(super) fn harvest_year(typed: &str, now: i64) -> Result<Option<i64>, FieldCode> {
    if is_none(typed) {
        return Ok(None);
    }
    let harvested = Harvested::parse(typed.trim()).ok_or(FieldCode::InvalidDay)?;
    match harvested.year() {
        Some(_) if harvested.start_ms() > now => Err(FieldCode::InvalidTime),
        Some(year) => Ok(Some(year)),
        None => Err(FieldCode::InvalidDay),
    }
}

/// A category by its name in the URL, also one that is hidden: what is in it may stay there.
fn checked_category(shop: &Shop, slug: &str) -> Result<CategoryId, FieldCode> {
    let slug = slug.trim();
    if slug.is_empty() {
        return Err(FieldCode::Required);
    }
    let directory = shop.directory();
    let found = directory.all_categories().find(|(category, _)| category.slug == slug);
    found.map(|(category, _)| category.id).ok_or(FieldCode::InvalidChoice)
}

/// Whether goods can be moved into a category now. Whoever hides it waits until this transaction is over.
///
/// # Errors
/// [`Error::Fields`] on `category` when it is hidden.
pub(super) async fn require_shown(tx: &Tx, id: CategoryId) -> Result<()> {
    let shelf = category::Entity::find_by_id(id)
        .lock(LockType::KeyShare)
        .one(tx)
        .await?;
    if shelf.is_some_and(|row| row.status == CategoryStatus::Shown) {
        Ok(())
    } else {
        Err(Error::field("category", FieldCode::InvalidChoice))
    }
}

/// Moves a product, which is locked, into another category; its cards are written anew by whoever asks.
pub(super) async fn set_category(tx: &Tx, product: ProductId, category: CategoryId) -> Result<()> {
    product::Entity::update_many()
        .col_expr(product::Column::CategoryId, Expr::value(category))
        .filter(product::Column::Id.eq(product))
        .exec(tx)
        .await?;
    Ok(())
}

/// Says of which year's harvest a product is. A year says nothing that the Centre would have to confirm, as little as the
/// harvest of a lot does.
pub(super) async fn set_harvest_year(tx: &Tx, product: ProductId, year: Option<i64>) -> Result<()> {
    product::Entity::update_many()
        .col_expr(product::Column::HarvestYear, Expr::value(year))
        .filter(product::Column::Id.eq(product))
        .exec(tx)
        .await?;
    Ok(())
}

/// Says in which months a product is in season, both or none.
pub(super) async fn set_season(tx: &Tx, product: ProductId, (from, to): (Option<i64>, Option<i64>)) -> Result<()> {
    // Months say nothing that the Centre would have to confirm either.
    product::Entity::update_many()
        .col_expr(product::Column::SeasonFrom, Expr::value(from))
        .col_expr(product::Column::SeasonTo, Expr::value(to))
        .filter(product::Column::Id.eq(product))
        .exec(tx)
        .await?;
    Ok(())
}

/// The steps of each size, beside the price it will have, which has to go with those that a size keeps.
fn checked_steps(
    form: &ProductForm,
    offers: &[OfferRow],
    prices: &[(OfferId, i64)],
    errors: &mut FieldErrors,
) -> Result<Vec<(OfferId, PriceSteps)>> {
    if form
        .steps
        .iter()
        .any(|(id, _)| offers.iter().all(|offer| offer.id != *id))
    {
        return Err(Error::NotFound);
    }
    let mut taken = Vec::new();
    for offer in offers {
        let mut terms = offer.terms();
        let price = format!("price-{}", offer.id);
        if let Some((_, minor)) = prices.iter().find(|(id, _)| *id == offer.id) {
            terms.price.minor = *minor;
        }
        match form.steps.iter().find(|(id, _)| *id == offer.id) {
            // Beside a price that is not right, nobody can say whether these are.
            _ if errors.of(&price).is_some() => {}
            Some((_, typed)) => {
                let steps = PriceSteps::parse(terms.sold_by, terms.price, typed).map_err(FieldCode::from);
                if let Some(steps) = errors.take(format!("steps-{}", offer.id), steps) {
                    taken.push((offer.id, steps));
                }
            }
            None => {
                errors.take(price, price_beside_steps(&terms));
            }
        }
    }
    Ok(taken)
}

/// A product may do without a description in any language.
fn checked_descriptions(form: &ProductForm, source: Locale, errors: &mut FieldErrors) -> Vec<(Locale, String)> {
    let parse = |t: &str| LongText::parse(t).map(LongText::into_string).map_err(text_code);
    let empty_source = form
        .descriptions
        .iter()
        .any(|(lang, t)| *lang == source && t.trim().is_empty());
    let mut taken = checked(&form.descriptions, "description", source, errors, parse);
    let source_field = format!("description-{}", source.code());
    if empty_source && errors.of(&source_field) == Some(FieldCode::Required) {
        errors.forget(&source_field);
        taken.push((source, String::new()));
    }
    taken
}

/// A product of the actor's cooperative.
pub(super) async fn find_mine(
    db: &impl db::sea_orm::ConnectionTrait,
    actor: Actor,
    id: ProductId,
) -> Result<product::Model> {
    let cooperative = own_cooperative(actor, Action::EditProduct)?;
    product::Entity::find_by_id(id)
        .filter(product::Column::CooperativeId.eq(cooperative.id()))
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}

/// A product of this cooperative; whoever else changes it waits.
pub(super) async fn lock_product(tx: &Tx, cooperative: CooperativeId, id: ProductId) -> Result<product::Model> {
    product::Entity::find_by_id(id)
        .filter(product::Column::CooperativeId.eq(cooperative))
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

pub(super) async fn claim_version(tx: &Tx, id: ProductId, version: i64, now: i64) -> Result<()> {
    let done = product::Entity::update_many()
        .col_expr(product::Column::Version, Expr::col(product::Column::Version).add(1))
        .col_expr(product::Column::UpdatedAt, Expr::value(now))
        .filter(product::Column::Id.eq(id))
        .filter(product::Column::Version.eq(version))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 {
        Ok(())
    } else {
        Err(Error::Refused(ErrorCode::InvalidTransition))
    }
}

pub(super) async fn set_prices(tx: &Tx, product: ProductId, prices: &[(OfferId, i64)]) -> Result<()> {
    for (id, minor) in prices {
        offer::Entity::update_many()
            .col_expr(offer::Column::PriceMinor, Expr::value(*minor))
            .col_expr(offer::Column::Version, Expr::col(offer::Column::Version).add(1))
            .filter(offer::Column::Id.eq(*id))
            .filter(offer::Column::ProductId.eq(product))
            .exec(tx)
            .await?;
    }
    Ok(())
}

pub(super) async fn set_steps(tx: &Tx, product: ProductId, steps: &[(OfferId, PriceSteps)]) -> Result<()> {
    for (id, steps) in steps {
        offer::Entity::update_many()
            .col_expr(offer::Column::PriceSteps, Expr::value(stored_steps(*steps)))
            .col_expr(offer::Column::Version, Expr::col(offer::Column::Version).add(1))
            .filter(offer::Column::Id.eq(*id))
            .filter(offer::Column::ProductId.eq(product))
            .exec(tx)
            .await?;
    }
    Ok(())
}
