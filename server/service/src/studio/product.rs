//! Editing a product: names and descriptions in three languages, prices and stock of its sizes.

use db::Tx;
use db::entities::{offer, product, stock};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, Currency, ErrorCode, FieldCode, Locale, LongText, Money, OfferId, PriceError, ProductId, ShortText,
    TextOwner, parse_price,
};

use super::shop_page::{audit, checked};
use super::texts::{self, Field};
use super::view::{EditOffer, ProductEditor, ProductForm};
use super::{no_picture, signature};
use crate::Shop;
use crate::catalog::{offers_of, pictures_of, rebuild_cards};
use crate::error::text_code;
use crate::error::{Error, FieldErrors, Result};
use crate::rights::own_cooperative;
use crate::texts::read;

/// Highest price of a size, minor units: a typing mistake beyond it is more likely than a sale.
const MAX_PRICE: i64 = 10_000_000;
/// Most units of a size on hand.
const MAX_STOCK: i64 = 1_000_000_000;

/// A product in the editor.
///
/// # Errors
/// [`Error::NotFound`] when it is not this cooperative's.
pub async fn product_editor(shop: &Shop, actor: Actor, locale: Locale, id: ProductId) -> Result<ProductEditor> {
    let db = shop.db().read();
    let row = find_mine(db, actor, id).await?;
    let set = read(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let source = row.source_lang;
    let offers = offers_of(db, row.id).await?;
    Ok(ProductEditor {
        id,
        name: set.name(locale, source, &row.slug),
        picture: pictures_of(db, row.id)
            .await?
            .into_iter()
            .next()
            .unwrap_or_else(no_picture),
        names: texts::edit(&set, "name", source),
        descriptions: texts::edit(&set, "description", source),
        offers: offers
            .into_iter()
            .map(|o| EditOffer {
                id: o.id,
                terms: o.terms(),
                on_hand: o.on_hand,
                reserved: o.reserved,
                sku: o.sku,
            })
            .collect(),
        version: row.version,
        slug: row.slug,
        source,
    })
}

/// Saves a product; it shows in the shop at once, in all languages.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`ErrorCode::InvalidTransition`] when somebody saved in between;
/// [`Error::NotFound`] when it is not this cooperative's.
pub async fn save_product(shop: &Shop, actor: Actor, id: ProductId, form: &ProductForm) -> Result<()> {
    let row = find_mine(shop.db().read(), actor, id).await?;
    let source = row.source_lang;
    let version: i64 = form
        .version
        .parse()
        .map_err(|_| Error::Refused(ErrorCode::InvalidTransition))?;
    let offers = offers_of(shop.db().read(), row.id).await?;
    let mut errors = FieldErrors::default();
    let names = checked(&form.names, "name", source, &mut errors, |t| {
        ShortText::parse(t).map(ShortText::into_string).map_err(text_code)
    });
    let descriptions = checked_descriptions(form, source, &mut errors);
    let mut prices = Vec::new();
    for (offer, typed) in &form.prices {
        let known = offers.iter().find(|o| o.id == *offer).ok_or(Error::NotFound)?;
        let currency = known.currency;
        if let Some(price) = errors.take(format!("price-{offer}"), price(currency, typed)) {
            prices.push((*offer, price.minor));
        }
    }
    let mut stocks = Vec::new();
    for (offer, typed) in &form.stocks {
        let known = offers.iter().find(|o| o.id == *offer).ok_or(Error::NotFound)?;
        if let Some(on_hand) = errors.take(format!("stock-{offer}"), on_hand(typed)) {
            stocks.push((known.id, on_hand));
        }
    }
    if !errors.is_empty() {
        return Err(Error::Fields(errors));
    }
    let right = form.right.clone();
    let (now, by) = (shop.now(), signature(actor));
    let user = actor.user();
    let product = row.id;
    shop.db()
        .write(move |tx| {
            let (names, descriptions, by) = (names.clone(), descriptions.clone(), by.clone());
            let (prices, stocks, right) = (prices.clone(), stocks.clone(), right.clone());
            Box::pin(async move {
                lock_stock(tx, &stocks).await?;
                claim_version(tx, product, version, now).await?;
                for (name, new) in [("name", &names), ("description", &descriptions)] {
                    let field = Field {
                        owner: TextOwner::Product,
                        id: product.get(),
                        name,
                        source,
                    };
                    texts::save(tx, now, user, field, new, &right).await?;
                }
                set_prices(tx, product, &prices).await?;
                set_stocks(tx, &stocks).await?;
                audit(tx, now, &by, "product.save", &format!("product:{product}")).await?;
                rebuild_cards(tx, product).await
            })
        })
        .await
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

async fn find_mine(db: &impl db::sea_orm::ConnectionTrait, actor: Actor, id: ProductId) -> Result<product::Model> {
    let cooperative = own_cooperative(actor, Action::EditProduct)?;
    product::Entity::find_by_id(id)
        .filter(product::Column::CooperativeId.eq(cooperative.id()))
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}

fn price(currency: Currency, typed: &str) -> Result<Money, FieldCode> {
    let price = parse_price(currency, typed).map_err(|error| match error {
        PriceError::Required => FieldCode::Required,
        PriceError::Invalid => FieldCode::InvalidPrice,
    })?;
    if (1..=MAX_PRICE).contains(&price.minor) {
        Ok(price)
    } else {
        Err(FieldCode::InvalidPrice)
    }
}

fn on_hand(typed: &str) -> Result<i64, FieldCode> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(FieldCode::Required);
    }
    match typed.parse::<i64>() {
        Ok(n) if (0..=MAX_STOCK).contains(&n) && typed.bytes().all(|b| b.is_ascii_digit()) => Ok(n),
        _ => Err(FieldCode::InvalidQuantity),
    }
}

async fn claim_version(tx: &Tx, id: ProductId, version: i64, now: i64) -> Result<()> {
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

/// Stock before the product, in the order of the offers, as orders take them: neither waits for the other in a circle.
async fn lock_stock(tx: &Tx, stocks: &[(OfferId, i64)]) -> Result<()> {
    stock::Entity::find()
        .filter(stock::Column::OfferId.is_in(stocks.iter().map(|(offer, _)| *offer)))
        .order_by_asc(stock::Column::OfferId)
        .lock_exclusive()
        .all(tx)
        .await?;
    Ok(())
}

async fn set_prices(tx: &Tx, product: ProductId, prices: &[(OfferId, i64)]) -> Result<()> {
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

/// Sets what is on hand. Less than what orders already hold is refused: those goods are sold.
async fn set_stocks(tx: &Tx, stocks: &[(OfferId, i64)]) -> Result<()> {
    for (id, on_hand) in stocks {
        let done = stock::Entity::update_many()
            .col_expr(stock::Column::OnHand, Expr::value(*on_hand))
            .filter(stock::Column::OfferId.eq(*id))
            .filter(stock::Column::Reserved.lte(*on_hand))
            .exec(tx)
            .await?;
        if done.rows_affected == 0 {
            return Err(Error::field(format!("stock-{id}"), FieldCode::InvalidQuantity));
        }
    }
    Ok(())
}
