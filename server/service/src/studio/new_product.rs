//! New products: a draft with one size, or a copy of what is there.

use std::collections::HashSet;

use db::Tx;
use db::entities::{category, product, product_media};
use db::sea_orm::sea_query::{Expr, LockType};
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect, QueryTrait,
};
use domain::{
    Action, Actor, AuditAction, CategoryId, CategoryStatus, ErrorCode, FieldCode, Locale, OfferStatus, OfferTerms,
    ProductId, ProductStatus, PublicName, Slug, TextOwner, TranslationState, UserId, source_hash,
};

use super::audit;
use super::goods_view::NewProductForm;
use super::ledger::By;
use super::lots::{ComesIn, read_lot};
use super::product::find_mine;
use super::signature;
use super::sizes::NewSize;
use super::texts::{self, Field};
use crate::catalog::offers_of;
use crate::error::{Error, FieldErrors, Result, text_code};
use crate::rights::own_cooperative;
use crate::{Shop, random};

/// Most products of a cooperative, those in the archive too: a script that makes drafts stops somewhere.
const MAX_PRODUCTS: u64 = 2_000;
/// The field of a product's name.
const NAME: &str = "name";
/// Longest name, characters, as [`PublicName`] takes it.
const LONGEST_NAME: usize = PublicName::MAX;
/// Longest part of a slug that is made from a name: there is room for more behind it.
const SLUG_OF_NAME: usize = 60;

/// Whether the actor makes products.
///
/// # Errors
/// [`Error::NotFound`] when not.
pub fn may_create(actor: Actor) -> Result<()> {
    own_cooperative(actor, Action::EditProduct).map(|_| ())
}

/// Makes a product as a draft: its cooperative sees it at once, buyers when it is published.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`ErrorCode::ProductsFull`]; [`Error::NotFound`] for anybody who does not edit a
/// cooperative's products.
#[crate::boxed]
pub async fn create_product(shop: &Shop, actor: Actor, locale: Locale, form: &NewProductForm) -> Result<ProductId> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    // Goods are described in the languages that are built in.
    let locale = locale.nearest_built_in();
    let directory = shop.directory();
    let mut errors = FieldErrors::default();
    let name = errors.take("name", PublicName::parse(&form.name).map_err(text_code));
    let category = match form.category.trim() {
        "" => Err(FieldCode::Required),
        slug => directory.category_by_slug(slug).ok_or(FieldCode::InvalidChoice),
    };
    let category = errors.take("category", category);
    let size = NewSize::read(&form.size, &mut errors);
    let comes_in = ComesIn::when(size.as_ref().is_none_or(|size| size.on_hand > 0));
    let lot = read_lot(&form.lot, locale, shop.now(), comes_in, &mut errors);
    let (Some(name), Some((category, _)), Some(size), true) = (name, category, size, errors.is_empty()) else {
        return Err(Error::Fields(errors));
    };
    let new = New {
        cooperative: own.id(),
        category: category.id,
        source: locale,
        slugs: Slugs::of(name.as_str(), &category.slug)?,
        now: shop.now(),
    };
    let name = name.into_string();
    let (by, user, signed) = (By::new(shop, actor), actor.user(), signature(actor));
    shop.once()
        .write(move |tx| {
            let (new, name, lot, signed) = (new.clone(), name.clone(), lot.clone(), signed.clone());
            Box::pin(async move {
                let id = new.insert(tx).await?;
                write_name(tx, new.now, user, id, locale, &name).await?;
                size.insert_lot(tx, id, 0, lot.as_ref(), by).await?;
                audit(
                    tx,
                    new.now,
                    &signed,
                    AuditAction::ProductCreate,
                    &format!("product:{id}"),
                )
                .await?;
                Ok(id)
            })
        })
        .await
}

/// Makes another product like this one, as a draft: its texts, pictures and sizes, but nothing in stock.
///
/// # Errors
/// [`ErrorCode::ProductsFull`]; [`ErrorCode::InvalidTransition`] when its category was hidden a moment ago;
/// [`Error::NotFound`] when it is not this cooperative's.
#[crate::boxed]
pub async fn copy_product(shop: &Shop, actor: Actor, id: ProductId) -> Result<ProductId> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let row = find_mine(shop.db().read(), actor, id).await?;
    let new = New {
        cooperative: own.id(),
        category: row.category_id,
        source: row.source_lang,
        slugs: Slugs::new(row.slug.get(..SLUG_OF_NAME).unwrap_or(&row.slug))?,
        now: shop.now(),
    };
    let (by, user, signed) = (By::new(shop, actor), actor.user(), signature(actor));
    shop.once()
        .write(move |tx| {
            let (new, row, signed) = (new.clone(), row.clone(), signed.clone());
            Box::pin(async move {
                let copy = match new.insert(tx).await {
                    // There is no field to choose another one.
                    Err(Error::Fields(_)) => return Err(Error::Refused(ErrorCode::InvalidTransition)),
                    made => made?,
                };
                product::Entity::update_many()
                    .col_expr(product::Column::SeasonFrom, Expr::value(row.season_from))
                    .col_expr(product::Column::SeasonTo, Expr::value(row.season_to))
                    .filter(product::Column::Id.eq(copy))
                    .exec(tx)
                    .await?;
                let taken = names_of(tx, new.cooperative).await?;
                copy_texts(tx, new.now, user, id, copy, new.source, &taken).await?;
                copy_pictures(tx, id, copy).await?;
                let sold = offers_of(tx, id)
                    .await?
                    .into_iter()
                    .filter(|o| o.status == OfferStatus::Active);
                for (position, offer) in (0..).zip(sold) {
                    let size = NewSize {
                        terms: OfferTerms {
                            sold_by: offer.amounts(),
                            ..offer.terms()
                        },
                        buyer_limit: offer.buyer_limit,
                        on_hand: 0,
                    };
                    size.insert(tx, copy, position, by).await?;
                }
                let (object, detail) = (format!("product:{copy}"), format!("of {id}"));
                crate::audit::note(tx, new.now, &signed, AuditAction::ProductCopy, &object, &detail).await?;
                Ok(copy)
            })
        })
        .await
}

/// A product before it has a row.
#[derive(Clone, Debug)]
pub(super) struct New {
    pub cooperative: domain::CooperativeId,
    pub category: CategoryId,
    pub source: Locale,
    pub slugs: Slugs,
    pub now: i64,
}

impl New {
    /// Writes the row.
    ///
    /// # Errors
    /// [`ErrorCode::ProductsFull`]; [`Error::Fields`] on `category` when the Centre hid it a moment ago.
    pub(super) async fn insert(&self, tx: &Tx) -> Result<ProductId> {
        // Whoever hides it waits until this transaction is over, and counts what is in it then.
        let shelf = category::Entity::find_by_id(self.category)
            .lock(LockType::KeyShare)
            .one(tx)
            .await?;
        if shelf.is_none_or(|row| row.status != CategoryStatus::Shown) {
            return Err(Error::field("category", FieldCode::InvalidChoice));
        }
        if room(tx, self.cooperative).await? == 0 {
            return Err(Error::Refused(ErrorCode::ProductsFull));
        }
        let made = product::ActiveModel {
            slug: Set(self.slugs.free(tx).await?),
            cooperative_id: Set(self.cooperative),
            category_id: Set(self.category),
            source_lang: Set(self.source),
            status: Set(ProductStatus::Draft),
            popularity: Set(0),
            created_at: Set(self.now),
            updated_at: Set(self.now),
            version: Set(1),
            ..Default::default()
        };
        Ok(made.insert(tx).await?.id)
    }
}

/// How many more products a cooperative may have.
pub(super) async fn room(db: &impl ConnectionTrait, cooperative: domain::CooperativeId) -> Result<u64> {
    let there = product::Entity::find()
        .filter(product::Column::CooperativeId.eq(cooperative))
        .count(db)
        .await?;
    Ok(MAX_PRODUCTS.saturating_sub(there))
}

/// A name for the address, and another one in case it is taken.
#[derive(Clone, Debug)]
pub(super) struct Slugs {
    first: String,
    other: String,
}

impl Slugs {
    /// For a product of this name; without Latin letters it is called by its category.
    pub(super) fn of(name: &str, category: &str) -> Result<Self> {
        Self::new(&slug_of(name).unwrap_or_else(|| category.to_owned()))
    }

    fn new(base: &str) -> Result<Self> {
        let other = format!("{base}-{}", hex::encode(random::bytes::<4>()?));
        for slug in [base, &other] {
            Slug::parse(slug).map_err(Error::internal)?;
        }
        Ok(Self {
            first: base.to_owned(),
            other,
        })
    }

    async fn free(&self, tx: &Tx) -> Result<String> {
        let taken = product::Entity::find()
            .filter(product::Column::Slug.eq(&self.first))
            .count(tx)
            .await?;
        Ok(if taken == 0 { &self.first } else { &self.other }.clone())
    }
}

/// A name as part of an address, in Latin letters; nothing for one that has none, such as a Chinese one.
pub(crate) fn slug_of(name: &str) -> Option<String> {
    let mut slug = String::new();
    for c in l10n::search_key(name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.truncate(SLUG_OF_NAME);
    let slug = slug.trim_end_matches('-');
    slug.contains(|c: char| c.is_ascii_lowercase()).then(|| slug.to_owned())
}

async fn write_name(tx: &Tx, now: i64, user: Option<UserId>, id: ProductId, source: Locale, name: &str) -> Result<()> {
    let field = Field {
        owner: TextOwner::Product,
        id: id.get(),
        name: "name",
        source,
    };
    texts::save(tx, now, user, field, &[(source, name.to_owned())], &[]).await
}

/// What the products of a cooperative are called, in all languages.
async fn names_of(tx: &Tx, cooperative: domain::CooperativeId) -> Result<HashSet<String>> {
    use db::entities::translation;
    let own = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::CooperativeId.eq(cooperative))
        .into_query();
    let names: Vec<String> = translation::Entity::find()
        .select_only()
        .column(translation::Column::Value)
        .filter(translation::Column::Entity.eq(TextOwner::Product))
        .filter(translation::Column::Field.eq(NAME))
        .filter(translation::Column::EntityId.in_subquery(own))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(names.into_iter().collect())
}

/// A name with a number behind it that no other has. A copy of a copy goes on counting: a number counts copies when what
/// stands before it is a name as well.
fn numbered(name: &str, taken: &HashSet<String>) -> String {
    let first = match name.rsplit_once(' ') {
        Some((first, number)) if taken.contains(first) && number.bytes().all(|byte| byte.is_ascii_digit()) => first,
        _ => name,
    };
    let first: String = first.chars().take(LONGEST_NAME - 5).collect();
    let mut number = 2;
    loop {
        let numbered = format!("{} {number}", first.trim_end());
        if !taken.contains(&numbered) {
            return numbered;
        }
        number += 1;
    }
}

/// All texts, translations and what is known of them too, as they are; but no two products have the same name.
async fn copy_texts(
    tx: &Tx,
    now: i64,
    user: Option<UserId>,
    from: ProductId,
    to: ProductId,
    source: Locale,
    taken: &HashSet<String>,
) -> Result<()> {
    use db::entities::translation;
    let rows = translation::Entity::find()
        .filter(translation::Column::Entity.eq(TextOwner::Product))
        .filter(translation::Column::EntityId.eq(from.get()))
        .all(tx)
        .await?;
    let mut rows: Vec<_> = rows
        .into_iter()
        .filter(|row| row.state != TranslationState::Outdated)
        .collect();
    for row in rows.iter_mut().filter(|row| row.field == NAME) {
        row.value = numbered(&row.value, taken);
    }
    let source_name = rows.iter().find(|row| row.field == NAME && row.lang == source);
    if let Some(hash) = source_name.map(|row| format!("{:016x}", source_hash(&row.value))) {
        for row in rows.iter_mut().filter(|row| row.field == NAME) {
            row.source_hash.clone_from(&hash);
        }
    }
    let copies: Vec<_> = rows
        .into_iter()
        .map(|row| translation::ActiveModel {
            entity_id: Set(to.get()),
            updated_at: Set(now),
            updated_by: Set(user),
            entity: Set(row.entity),
            field: Set(row.field),
            lang: Set(row.lang),
            value: Set(row.value),
            state: Set(row.state),
            source_lang: Set(row.source_lang),
            source_hash: Set(row.source_hash),
        })
        .collect();
    if !copies.is_empty() {
        translation::Entity::insert_many(copies)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

async fn copy_pictures(tx: &Tx, from: ProductId, to: ProductId) -> Result<()> {
    let rows = product_media::Entity::find()
        .filter(product_media::Column::ProductId.eq(from))
        .all(tx)
        .await?;
    let copies: Vec<_> = rows
        .into_iter()
        .map(|row| product_media::ActiveModel {
            product_id: Set(to),
            position: Set(row.position),
            media_id: Set(row.media_id),
        })
        .collect();
    if !copies.is_empty() {
        product_media::Entity::insert_many(copies)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_told_from_what_it_is_a_copy_of() {
        let taken: HashSet<String> = ["Honey", "Honey 2", "Honey 500", "Badam 500"].map(str::to_owned).into();
        assert_eq!(numbered("Honey", &taken), "Honey 3");
        assert_eq!(numbered("Honey 2", &taken), "Honey 3");
        assert_eq!(numbered("Badam 500", &taken), "Badam 500 2");
        let long = numbered(&"x".repeat(LONGEST_NAME), &taken);
        assert!(PublicName::parse(&long).is_ok() && long.ends_with(" 2"), "{long}");
    }

    #[test]
    fn a_name_becomes_an_address_in_latin_letters() {
        assert_eq!(
            slug_of("Almendras de cáscara fina").as_deref(),
            Some("almendras-de-cascara-fina")
        );
        assert_eq!(slug_of("نېپىز بادام 500").as_deref(), Some("nepiz-badam-500"));
        for name in ["野花蜜", "500", "—", ""] {
            assert_eq!(slug_of(name), None, "{name}");
        }
        let long = slug_of(&"badam ".repeat(40)).unwrap_or_default();
        assert!(long.len() <= SLUG_OF_NAME && !long.ends_with('-'), "{long}");
    }
}
