//! Texts of goods for translators: what a language lacks or has outdated goes out as XLIFF, and what comes back is made into
//! rows of a table, so that it is shown, said yes to and taken over as any other.

use std::collections::HashMap;

use db::Readable;
use db::entities::product;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, CooperativeId, Locale, OfferId, ProductId, TableColumn, TableRefusal, TranslationState};
use tables::{Cell, CsvWriter, TranslatedUnit, Unit, read_xliff, write_xliff};

use super::cells::Seen;
use super::text_columns;
use super::words::column_word;
use crate::Shop;
use crate::catalog::offers_of_all;
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::texts::{TextSet, read};

/// As many products as a cooperative may have.
const MOST: u64 = 2_000;
/// Products that are looked up at a time.
const BATCH: usize = 500;
const FIELDS: [&str; 2] = ["name", "description"];
/// The columns of the rows that become of units.
const COLUMNS: [TableColumn; 9] = [
    TableColumn::Product,
    TableColumn::Size,
    TableColumn::Seen,
    TableColumn::NameUg,
    TableColumn::NameZh,
    TableColumn::NameEs,
    TableColumn::DescriptionUg,
    TableColumn::DescriptionZh,
    TableColumn::DescriptionEs,
];

/// What names a text outside.
fn unit_id(product: ProductId, field: &str) -> String {
    format!("product-{product}-{field}")
}

fn parse_unit_id(id: &str) -> Option<(ProductId, &'static str)> {
    let (product, field) = id.strip_prefix("product-")?.split_once('-')?;
    let field = FIELDS.into_iter().find(|known| *known == field)?;
    Some((ProductId(product.parse().ok().filter(|id| *id > 0)?), field))
}

/// The texts of the actor's cooperative that are missing or outdated in `target`, as an XLIFF file.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit its products.
#[crate::boxed]
pub async fn translation_file(shop: &Shop, actor: Actor, target: Locale) -> Result<String> {
    let own = own_cooperative(actor, Action::EditProduct)?.id();
    let db = shop.db().read();
    let products = product::Entity::find()
        .filter(product::Column::CooperativeId.eq(own))
        .filter(product::Column::ArchivedAt.is_null())
        .filter(product::Column::SourceLang.ne(target))
        .order_by_asc(product::Column::Id)
        .limit(MOST)
        .readable(db)
        .await?;
    let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
    let texts = read(db, &ids).await?;
    let none = TextSet::default();
    let files: Vec<(Locale, Vec<Unit>)> = Locale::ALL
        .into_iter()
        .map(|source| {
            let of_source = products.iter().filter(|product| product.source_lang == source);
            let units = of_source.flat_map(|product| {
                let texts = texts.get(&product.id).unwrap_or(&none);
                FIELDS
                    .into_iter()
                    .filter_map(move |field| to_translate(product.id, texts, field, source, target))
            });
            (source, units.collect())
        })
        .filter(|(_, units): &(Locale, Vec<Unit>)| !units.is_empty())
        .collect();
    Ok(write_xliff("Bazar", target, &files))
}

fn to_translate(id: ProductId, texts: &TextSet, field: &str, source: Locale, target: Locale) -> Option<Unit> {
    let from = texts.exact(field, source).filter(|text| !text.text.trim().is_empty())?;
    let there = texts.exact(field, target);
    if there.is_some_and(|there| there.state != TranslationState::Outdated) {
        return None;
    }
    Some(Unit {
        id: unit_id(id, field),
        source: from.text.clone(),
        target: there.map_or_else(String::new, |there| there.text.clone()),
    })
}

/// The rows of a table that says the same as an XLIFF file.
pub(super) async fn rows_of_translations(
    shop: &Shop,
    own: CooperativeId,
    bytes: Vec<u8>,
) -> Result<Result<Vec<u8>, TableRefusal>> {
    let read = tokio::task::spawn_blocking(move || read_xliff(&bytes)).await;
    let units = match read.map_err(Error::internal)? {
        Ok(units) => units,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let units: Vec<TranslatedUnit> = units
        .into_iter()
        .filter(|translated| !translated.unit.target.trim().is_empty())
        .collect();
    let mut ids: Vec<ProductId> = units
        .iter()
        .filter_map(|translated| Some(parse_unit_id(&translated.unit.id)?.0))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let known = Goods::of(shop, own, &ids).await?;
    let mut csv = CsvWriter::default();
    csv.cells(COLUMNS.map(|column| shop.texts().plain(Locale::Es, column_word(column))));
    let mut rows: Vec<[String; 9]> = Vec::new();
    let mut places: HashMap<ProductId, usize> = HashMap::new();
    for TranslatedUnit { languages, unit } in units {
        let Some((id, field)) = parse_unit_id(&unit.id) else {
            rows.push(unknown(&unit.id));
            continue;
        };
        if known.sources.get(&id).is_some_and(|source| *source != languages.0) {
            return Ok(Err(TableRefusal::OtherLanguage));
        }
        let at = *places.entry(id).or_insert_with(|| {
            rows.push(known.row(id));
            rows.len() - 1
        });
        let Some(cells) = rows.get_mut(at) else { continue };
        if !known.is_as_it_went(id, field, &unit.source) {
            // A hash that no texts have: whoever reads the table is told that the text changed meanwhile.
            cells[2] = "//0".to_owned();
        }
        let (name, description) = text_columns(languages.1);
        let column = if field == FIELDS[0] { name } else { description };
        if let Some(at) = COLUMNS.iter().position(|of| *of == column) {
            cells[at] = unit.target;
        }
    }
    for cells in rows {
        csv.row(&cells.map(Cell::Text));
    }
    let csv = csv.take();
    if csv.len() as u64 > domain::MAX_TABLE_BYTES {
        return Ok(Err(TableRefusal::TooManyBytes));
    }
    Ok(Ok(csv))
}

/// What units may be about.
struct Goods {
    sources: HashMap<ProductId, Locale>,
    texts: HashMap<ProductId, TextSet>,
    /// The first size of each, by which a row names its product, with what an export would say of it.
    sizes: HashMap<ProductId, (OfferId, String)>,
}

impl Goods {
    async fn of(shop: &Shop, own: CooperativeId, ids: &[ProductId]) -> Result<Self> {
        let db = shop.db().read();
        let mut goods = Self {
            sources: HashMap::new(),
            texts: HashMap::new(),
            sizes: HashMap::new(),
        };
        for ids in ids.chunks(BATCH) {
            let products: Vec<(ProductId, Locale)> = product::Entity::find()
                .select_only()
                .column(product::Column::Id)
                .column(product::Column::SourceLang)
                .filter(product::Column::Id.is_in(ids.iter().copied()))
                .filter(product::Column::CooperativeId.eq(own))
                .into_tuple()
                .all(db)
                .await?;
            let found: Vec<ProductId> = products.iter().map(|(id, _)| *id).collect();
            goods.sources.extend(products);
            let texts = read(db, &found).await?;
            for size in offers_of_all(db, &found).await? {
                let seen = || (size.id, Seen::write(&size, texts.get(&size.product_id)));
                goods.sizes.entry(size.product_id).or_insert_with(seen);
            }
            goods.texts.extend(texts);
        }
        Ok(goods)
    }

    fn row(&self, id: ProductId) -> [String; 9] {
        let mut cells = <[String; 9]>::default();
        cells[0] = id.to_string();
        if let Some((size, seen)) = self.sizes.get(&id) {
            cells[1] = size.to_string();
            cells[2].clone_from(seen);
        }
        cells
    }

    /// Whether the source is what was sent to the translator; of others' goods it is not asked.
    fn is_as_it_went(&self, id: ProductId, field: &str, source: &str) -> bool {
        let plain = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
        let now = self.sources.get(&id).zip(self.texts.get(&id));
        now.and_then(|(lang, texts)| texts.exact(field, *lang))
            .is_none_or(|now| plain(&now.text) == plain(source))
    }
}

/// A row about what is not there: it is told so.
fn unknown(id: &str) -> [String; 9] {
    let mut cells = <[String; 9]>::default();
    // No number, so no product.
    cells[0] = format!("? {id}");
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_units_name_is_read_again_and_no_other() {
        for field in FIELDS {
            assert_eq!(
                parse_unit_id(&unit_id(ProductId(7), field)),
                Some((ProductId(7), field))
            );
        }
        for id in [
            "",
            "product-7",
            "product-7-price",
            "product--1-name",
            "product-x-name",
            "shop-7-name",
        ] {
            assert_eq!(parse_unit_id(id), None, "{id}");
        }
    }
}
