//! What the index holds of the shop: goods that can be found, categories, cooperatives and stations.

use std::hash::{DefaultHasher, Hash, Hasher};

use ::search::{Document, Key, Place, Product, Size, Texts};
use db::Readable;
use db::entities::product_card;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Locale, OfferStatus, ProductId, TownshipId, Unit};

use crate::catalog::{OfferRow, offers_of_all};
use crate::texts::{self, TextSet};
use crate::{Directory, Result, Shop};

/// How much a category or a cooperative counts among those that fit alike, of 100.
const SHELF: u32 = 60;
/// The same of a station: a district has two hundred of them.
const STATION: u32 = 20;
/// One of the rows of a product says all that they have in common.
const ONE_OF_THE_ROWS: Locale = Locale::Ug;

/// The next products behind this one, by number, that can be found.
pub(super) async fn products_behind(shop: &Shop, last: ProductId, count: u64) -> Result<Vec<ProductId>> {
    Ok(product_card::Entity::find()
        .select_only()
        .column(product_card::Column::ProductId)
        .filter(product_card::Column::Lang.eq(ONE_OF_THE_ROWS))
        .filter(product_card::Column::ProductId.gt(last))
        .order_by_asc(product_card::Column::ProductId)
        .limit(count)
        .into_tuple()
        .all(shop.db().read())
        .await?)
}

/// The documents of these products; those that nobody can see have none.
pub(super) async fn of_products(shop: &Shop, directory: &Directory, ids: &[ProductId]) -> Result<Vec<Document>> {
    let db = shop.db().read();
    let mut documents = Vec::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let cards = product_card::Entity::find()
            .filter(product_card::Column::Lang.eq(ONE_OF_THE_ROWS))
            .filter(product_card::Column::ProductId.is_in(ids.iter().copied()))
            .readable(db)
            .await?;
        let offers = offers_of_all(db, ids).await?;
        let mut all_texts = texts::read(db, ids).await?;
        for card in cards {
            let texts = all_texts.remove(&card.product_id).unwrap_or_default();
            let sizes = offers
                .iter()
                .filter(|offer| offer.product_id == card.product_id && offer.status == OfferStatus::Active)
                .map(size)
                .collect();
            documents.push(Document::Product(Box::new(product(directory, &card, &texts, sizes))));
        }
    }
    Ok(documents)
}

fn product(directory: &Directory, card: &product_card::Model, texts: &TextSet, sizes: Vec<Size>) -> Product {
    let category = directory
        .category(card.category_id)
        .map(|(category, _)| &category.texts);
    let cooperative = directory.cooperative(card.cooperative_id);
    Product {
        id: card.product_id,
        names: in_all(texts, "name"),
        descriptions: in_all(texts, "description"),
        category_names: category.map(|texts| in_all(texts, "name")).into_iter().collect(),
        cooperative_name: cooperative
            .map(|cooperative| in_all(&cooperative.entry.texts, "name"))
            .unwrap_or_default(),
        keywords: card.slug.replace('-', " "),
        categories: vec![card.category_id],
        cooperative: card.cooperative_id,
        townships: cooperative
            .map(|cooperative| cooperative.township)
            .into_iter()
            .collect(),
        sizes,
        popularity: u32::try_from(card.popularity.clamp(1, 100)).unwrap_or(1),
    }
}

fn size(offer: &OfferRow) -> Size {
    let (unit, least, most) = match offer.unit {
        Unit::Piece if offer.net_grams > 0 => (Unit::Gram, offer.net_grams, offer.net_grams),
        Unit::Piece => (Unit::Piece, 1, 1),
        unit => (unit, offer.minimum, offer.terms().sold_by.max),
    };
    Size {
        offer: offer.id,
        unit,
        least,
        most,
        price_fen: offer.price_minor,
        per_kilo_fen: offer.terms().price_per_kg().map(|price| price.minor),
        is_available: offer.available() > 0,
    }
}

/// Everything but the goods: documents of what can be found, and the keys of what cannot any more.
pub(super) fn places(directory: &Directory) -> (Vec<Document>, Vec<Key>) {
    let mut found = Vec::new();
    let mut gone = Vec::new();
    for (category, _) in directory.all_categories() {
        let key = Key::Category(category.id);
        if directory.categories.iter().any(|(shown, _)| shown.id == category.id) {
            found.push(place(key, &category.texts, category.slug.replace('-', " "), SHELF));
        } else {
            gone.push(key);
        }
    }
    for cooperative in directory.all_cooperatives() {
        let entry = &cooperative.entry;
        let key = Key::Cooperative(entry.id);
        if cooperative.sells() {
            let township = township_names(directory, cooperative.township);
            let more = [entry.slug.replace('-', " "), township].join(" ");
            found.push(place(key, &entry.texts, more, SHELF));
        } else {
            gone.push(key);
        }
    }
    for station in directory.all_stations() {
        let key = Key::Station(station.entry.id);
        if station.is_open {
            let addresses = all_of(&station.entry.texts, "address");
            let more = [
                station.code.clone(),
                township_names(directory, station.township),
                addresses,
            ]
            .join(" ");
            found.push(place(key, &station.entry.texts, more, STATION));
        } else {
            gone.push(key);
        }
    }
    (found, gone)
}

fn place(key: Key, texts: &TextSet, more: String, popularity: u32) -> Document {
    Document::Place(Box::new(Place {
        key,
        names: in_all(texts, "name"),
        more,
        popularity,
    }))
}

/// A number that is another one when any of these is.
pub(super) fn mark_of(places: &(Vec<Document>, Vec<Key>)) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{places:?}").hash(&mut hasher);
    hasher.finish()
}

fn township_names(directory: &Directory, id: TownshipId) -> String {
    directory
        .township(id)
        .map(|township| all_of(&township.texts, "name"))
        .unwrap_or_default()
}

fn all_of(texts: &TextSet, field: &str) -> String {
    let texts: Vec<&str> = texts.all(field).iter().map(|text| text.text.as_str()).collect();
    texts.join(" ")
}

fn in_all(texts: &TextSet, field: &str) -> Texts {
    Texts::of(|locale| {
        let text = texts.exact(field, locale);
        text.map(|text| text.text.clone()).unwrap_or_default()
    })
}
