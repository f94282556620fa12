//! A cooperative's products: which texts need work, and of which sizes little is left.

use std::collections::HashMap;

use db::Readable;
use db::entities::product as products;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{
    Action, Actor, CooperativeId, Listing, Locale, OfferStatus, OfferTerms, ProductId, Quantity, TranslationState,
};

use super::proposal::Standing;
use super::view::StudioProduct;
use crate::catalog::{self, OfferRow, first_pictures};
use crate::error::Result;
use crate::rights::own_cooperative;
use crate::texts::{TextSet, read};
use crate::{Shop, proposals};

/// The products of the actor's cooperative, with the pictures of their categories: a page shows some of them, and asks for
/// [their own](with_pictures).
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody who is not of a cooperative.
#[crate::boxed]
pub async fn products(shop: &Shop, actor: Actor, locale: Locale) -> Result<Vec<StudioProduct>> {
    let id = own_cooperative(actor, Action::OpenWork)?.id();
    of_cooperative(shop, id, locale).await
}

/// The products with their first pictures, where they have one.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn with_pictures(shop: &Shop, mut products: Vec<StudioProduct>) -> Result<Vec<StudioProduct>> {
    let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
    let mut pictures = first_pictures(shop.db().read(), &ids).await?;
    for product in &mut products {
        if let Some(picture) = pictures.remove(&product.id) {
            product.picture = picture;
        }
    }
    Ok(products)
}

/// The products of a cooperative, also those that buyers do not see; what is in the archive comes last.
pub(super) async fn of_cooperative(shop: &Shop, id: CooperativeId, locale: Locale) -> Result<Vec<StudioProduct>> {
    let db = shop.db().read();
    let mut rows = products::Entity::find()
        .filter(products::Column::CooperativeId.eq(id))
        .order_by_asc(products::Column::Id)
        .readable(db)
        .await?;
    rows.sort_by_key(|row| row.archived_at.is_some());
    let ids: Vec<ProductId> = rows.iter().map(|p| p.id).collect();
    let mut texts = read(db, &ids).await?;
    let mut waiting = proposals::of_all(db, &ids).await?;
    let mut sizes: HashMap<ProductId, Vec<OfferRow>> = HashMap::new();
    let mut codes: HashMap<ProductId, Vec<String>> = HashMap::new();
    for size in catalog::offers_of_all(db, &ids).await? {
        codes.entry(size.product_id).or_default().push(size.sku.clone());
        if size.status == OfferStatus::Active {
            sizes.entry(size.product_id).or_default().push(size);
        }
    }
    let mut list = Vec::with_capacity(rows.len());
    for row in rows {
        let mut texts = texts.remove(&row.id).unwrap_or_default();
        let mut sizes = sizes.remove(&row.id).unwrap_or_default();
        let waits = waiting.remove(&row.id);
        if let Some(waits) = &waits {
            waits.proposed.overlay_texts(&mut texts, row.source_lang);
            waits.proposed.overlay_offers(&mut sizes);
        }
        let listing = Listing::of(row.status, row.paused_until, row.archived_at);
        list.push(StudioProduct {
            id: row.id,
            name: texts.name(locale, row.source_lang, &row.slug),
            found_by: texts
                .all("name")
                .iter()
                .map(|name| name.text.clone())
                .chain(codes.remove(&row.id).unwrap_or_default())
                // What it is called while it has no name.
                .chain([row.slug.clone()])
                .collect(),
            picture: super::emblem(shop, row.category_id),
            price: sizes
                .iter()
                .map(|size| size.terms().price)
                .min_by_key(|price| price.minor),
            listing,
            standing: waits.map(Standing::of),
            available: sizes.iter().any(|size| size.available() > 0),
            running_out: match listing {
                Listing::OnSale => sizes.iter().filter_map(running_out).collect(),
                _ => Vec::new(),
            },
            missing: texts_that(&texts, |t| t.is_none()),
            outdated: texts_that(&texts, |t| t == Some(TranslationState::Outdated)),
            slug: row.slug,
        });
    }
    Ok(list)
}

fn texts_that(texts: &TextSet, wanted: impl Fn(Option<TranslationState>) -> bool) -> Vec<(&'static str, Locale)> {
    ["name", "description"]
        .into_iter()
        .flat_map(|field| Locale::BUILT_IN.map(|locale| (field, locale)))
        .filter(|(field, locale)| wanted(texts.exact(field, *locale).map(|text| text.state)))
        .collect()
}

/// A size on sale of which little is left.
fn running_out(size: &OfferRow) -> Option<(OfferTerms, Quantity)> {
    let (terms, free) = (size.terms(), (size.on_hand - size.reserved).max(0));
    terms.sold_by.is_running_out(free).then_some((terms, Quantity(free)))
}
