//! Texts of goods and of the shop page for translators: what a language lacks or has outdated goes out as XLIFF, and what comes
//! back is made into rows of a table, so that it is shown, said yes to and taken over as any other.

use std::collections::HashMap;

use db::Readable;
use db::entities::{import, product};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::shop_page::ShopDocument;
use domain::{
    Action, Actor, CooperativeId, Locale, OfferId, ProductId, TableColumn, TableRefusal, TranslationState, source_hash,
};
use tables::{Cell, CsvWriter, TranslatedUnit, Unit, read_xliff, write_xliff};

use super::super::shop_page::draft_page;
use super::cells::{Fingerprints, Seen, text_hash};
use super::parts::{self, PartUnit};
use super::words::column_word;
use super::{columns_of, text_columns};
use crate::catalog::offers_of_all;
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::texts::{TextSet, read};
use crate::{Shop, proposals};

/// As many products as a cooperative may have.
const MOST: u64 = 2_000;
/// Products that are looked up at a time.
const BATCH: usize = 500;
const FIELDS: [&str; 2] = ["name", "description"];
/// The columns of the rows that become of units; no table has them in this order otherwise.
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
/// Where [`TableColumn::Seen`] stands among them.
const SEEN: usize = 2;

/// Whether an import was made of a file of translators.
pub(super) fn is_of_translators(row: &import::Model) -> bool {
    columns_of(row) == COLUMNS
}

/// What names a text outside, with what has to be known of it when it comes back: into which language it goes, and which
/// translation there was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct UnitName {
    product: ProductId,
    field: &'static str,
    target: Locale,
    /// The fingerprint of the translation that there was.
    was: u64,
}

impl UnitName {
    fn write(self) -> String {
        let Self {
            product,
            field,
            target,
            was,
        } = self;
        format!("product-{product}-{field}-{}-{was:016x}", target.code())
    }

    fn parse(id: &str) -> Option<Self> {
        let parts: Vec<&str> = id.trim().split('-').collect();
        let ["product", product, field, target, was] = parts[..] else {
            return None;
        };
        Some(Self {
            product: ProductId(product.parse().ok().filter(|id| *id > 0)?),
            field: FIELDS.into_iter().find(|known| *known == field)?,
            target: Locale::from_code(target)?,
            was: u64::from_str_radix(was, 16).ok()?,
        })
    }
}

/// The texts of the actor's cooperative that are missing or outdated in `target`, as an XLIFF file.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit its products.
#[crate::boxed]
pub async fn translation_file(shop: &Shop, actor: Actor, target: Locale) -> Result<String> {
    let goods = Sources::of(shop, actor).await?;
    let files: Vec<(Locale, Vec<Unit>)> = Locale::ALL
        .into_iter()
        .map(|source| (source, goods.units(source, target).collect()))
        .filter(|(_, units): &(Locale, Vec<Unit>)| !units.is_empty())
        .collect();
    Ok(write_xliff("Bazar", target, &files))
}

/// How many texts of the actor's cooperative such a file would have for each language.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit its products.
#[crate::boxed]
pub async fn texts_to_translate(shop: &Shop, actor: Actor) -> Result<Vec<(Locale, usize)>> {
    let goods = Sources::of(shop, actor).await?;
    let count = |target| {
        Locale::ALL
            .into_iter()
            .map(|source| goods.units(source, target).count())
            .sum::<usize>()
    };
    Ok(Locale::ALL.into_iter().map(|target| (target, count(target))).collect())
}

/// A cooperative's products with their texts, as it saved them, and the draft of its page.
struct Sources {
    products: Vec<product::Model>,
    texts: HashMap<ProductId, TextSet>,
    /// With its language; nothing for who does not edit it.
    page: Option<(ShopDocument, Locale)>,
}

impl Sources {
    async fn of(shop: &Shop, actor: Actor) -> Result<Self> {
        let own = own_cooperative(actor, Action::EditProduct)?.id();
        let db = shop.db().read();
        let page = match own_cooperative(actor, Action::EditShop) {
            Ok(_) => draft_page(db, own).await?,
            Err(_) => None,
        };
        let products = product::Entity::find()
            .filter(product::Column::CooperativeId.eq(own))
            .filter(product::Column::ArchivedAt.is_null())
            .order_by_asc(product::Column::Id)
            .limit(MOST)
            .readable(db)
            .await?;
        let ids: Vec<(ProductId, Locale)> = products.iter().map(|row| (row.id, row.source_lang)).collect();
        let texts = texts_of(shop, &ids).await?;
        Ok(Self { products, texts, page })
    }

    /// What is to be translated from one language into another.
    fn units(&self, source: Locale, target: Locale) -> impl Iterator<Item = Unit> {
        let of_source = self
            .products
            .iter()
            .filter(move |product| product.source_lang == source && source != target);
        let page = self.page.as_ref().filter(|(_, of)| *of == source && source != target);
        let of_page = page.map_or_else(Vec::new, |(page, _)| parts::units(page, source, target));
        let of_goods = of_source.flat_map(move |product| {
            let texts = self.texts.get(&product.id);
            FIELDS
                .into_iter()
                .filter_map(move |field| to_translate(product.id, texts?, field, source, target))
        });
        of_goods.chain(of_page)
    }
}

/// The texts of these products, whose source is in this language, as their cooperative saved them.
async fn texts_of(shop: &Shop, products: &[(ProductId, Locale)]) -> Result<HashMap<ProductId, TextSet>> {
    let db = shop.db().read();
    let ids: Vec<ProductId> = products.iter().map(|(id, _)| *id).collect();
    let mut texts = read(db, &ids).await?;
    let mut waiting = proposals::of_all(db, &ids).await?;
    for (id, source) in products {
        if let Some(waits) = waiting.remove(id) {
            waits.proposed.overlay_texts(texts.entry(*id).or_default(), *source);
        }
    }
    Ok(texts)
}

fn to_translate(
    product: ProductId,
    texts: &TextSet,
    field: &'static str,
    source: Locale,
    target: Locale,
) -> Option<Unit> {
    let from = texts.exact(field, source).filter(|text| !text.text.trim().is_empty())?;
    let there = texts.exact(field, target);
    if there.is_some_and(|there| there.state != TranslationState::Outdated) {
        return None;
    }
    let was = text_hash(texts, field, target);
    let name = UnitName {
        product,
        field,
        target,
        was,
    };
    Some(Unit {
        id: name.write(),
        source: from.text.clone(),
        target: there.map_or_else(String::new, |there| there.text.clone()),
        notes: parts::notes(source, target, &from.text),
    })
}

/// The rows of a table that says the same as an XLIFF file. `takes_page`: texts of the shop page, too.
pub(super) async fn rows_of_translations(
    shop: &Shop,
    own: CooperativeId,
    takes_page: bool,
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
        .filter_map(|translated| Some(UnitName::parse(&translated.unit.id)?.product))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let known = Goods::of(shop, own, &ids).await?;
    let page = match takes_page {
        true => draft_page(shop.db().read(), own).await?,
        false => None,
    };
    let mut csv = CsvWriter::default();
    csv.cells(COLUMNS.map(|column| shop.texts().plain(Locale::Es, column_word(column))));
    let mut rows: Vec<Row> = Vec::new();
    let mut places: HashMap<ProductId, usize> = HashMap::new();
    for translated in units {
        let TranslatedUnit {
            languages,
            unit,
            is_final,
        } = translated;
        let (source, target) = languages;
        if let Some((part, (_, own))) = PartUnit::parse(&unit.id).zip(page.as_ref()) {
            if *own != source || part.of.target != target {
                return Ok(Err(TableRefusal::OtherLanguage));
            }
            rows.push(Row::of_part(part, unit, is_final));
            continue;
        }
        let Some(name) = UnitName::parse(&unit.id) else {
            rows.push(Row::unknown(&unit.id));
            continue;
        };
        let is_other = known.sources.get(&name.product).is_some_and(|own| *own != source);
        if is_other || name.target != target {
            return Ok(Err(TableRefusal::OtherLanguage));
        }
        let at = *places.entry(name.product).or_insert_with(|| {
            rows.push(known.row(name.product));
            rows.len() - 1
        });
        if let Some(row) = rows.get_mut(at) {
            row.take(&known, name, source, unit);
            if is_final && let Some(seen) = &mut row.seen {
                seen.confirm(name.field, name.target);
            }
        }
    }
    for row in rows {
        csv.row(&row.cells(&known).map(Cell::Text));
    }
    let csv = csv.take();
    if csv.len() as u64 > domain::MAX_TABLE_BYTES {
        return Ok(Err(TableRefusal::TooMuchText));
    }
    Ok(Ok(csv))
}

/// What units may be about.
struct Goods {
    sources: HashMap<ProductId, Locale>,
    texts: HashMap<ProductId, TextSet>,
    /// The first size of each, by which a row names its product.
    sizes: HashMap<ProductId, OfferId>,
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
            for size in offers_of_all(db, &found).await? {
                goods.sizes.entry(size.product_id).or_insert(size.id);
            }
            // Of one that has lost all its texts it is known that they are gone.
            goods.texts.extend(found.into_iter().map(|id| (id, TextSet::default())));
            goods.texts.extend(texts_of(shop, &products).await?);
            goods.sources.extend(products);
        }
        Ok(goods)
    }

    fn row(&self, product: ProductId) -> Row {
        let mut cells = <[String; 9]>::default();
        cells[0] = product.to_string();
        if let Some(size) = self.sizes.get(&product) {
            cells[1] = size.to_string();
        }
        Row {
            product: Some(product),
            seen: self.texts.get(&product).map(Fingerprints::of),
            cells,
        }
    }

    /// Whether the source is what was sent to the translator.
    fn is_as_it_went(&self, name: UnitName, source: Locale, text: &str) -> bool {
        let plain = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
        let texts = self.texts.get(&name.product);
        texts
            .and_then(|texts| texts.exact(name.field, source))
            .is_some_and(|now| plain(&now.text) == plain(text))
    }
}

/// A row on its way into the table.
struct Row {
    /// Nothing for one about what is not there.
    product: Option<ProductId>,
    /// What its texts were when they went out.
    seen: Option<Fingerprints>,
    cells: [String; 9],
}

impl Row {
    /// A row about what is not there: it is told so.
    fn unknown(id: &str) -> Self {
        let mut cells = <[String; 9]>::default();
        // No number, so no product.
        cells[0] = format!("? {id}");
        Self {
            product: None,
            seen: None,
            cells,
        }
    }

    /// A row about a text of the shop page.
    fn of_part(part: PartUnit, unit: Unit, is_final: bool) -> Self {
        let mut cells = <[String; 9]>::default();
        cells[0] = part.of.write();
        cells[SEEN] = parts::seen_cell(part.was, &unit.source, is_final);
        let (_, column) = text_columns(part.of.target);
        if let Some(at) = COLUMNS.iter().position(|of| *of == column) {
            cells[at] = unit.target;
        }
        Self {
            product: None,
            seen: None,
            cells,
        }
    }

    fn take(&mut self, known: &Goods, name: UnitName, source: Locale, unit: Unit) {
        if let Some(seen) = &mut self.seen {
            seen.set(name.field, name.target, name.was);
            if !known.is_as_it_went(name, source, &unit.source) {
                seen.set(name.field, source, source_hash(&unit.source));
            }
        }
        let (of_name, of_description) = text_columns(name.target);
        let column = if name.field == FIELDS[0] {
            of_name
        } else {
            of_description
        };
        if let Some(at) = COLUMNS.iter().position(|of| *of == column) {
            self.cells[at] = unit.target;
        }
    }

    fn cells(mut self, known: &Goods) -> [String; 9] {
        let texts = self.product.and_then(|product| known.texts.get(&product));
        if let Some((texts, seen)) = texts.zip(self.seen) {
            self.cells[SEEN] = Seen::write_texts(texts, seen);
        }
        self.cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_units_name_is_read_again_and_no_other() {
        for field in FIELDS {
            let name = UnitName {
                product: ProductId(7),
                field,
                target: Locale::Es,
                was: source_hash(""),
            };
            assert_eq!(UnitName::parse(&name.write()), Some(name));
        }
        for id in [
            "",
            "product-7-name",
            "product-7-name-es",
            "product-7-name-es-x",
            "product-7-name-fr-1",
            "product-7-price-es-1",
            "product--1-name-es-1",
            "product-x-name-es-1",
            "product-7-name-es-1-2",
            "shop-7-name-es-1",
        ] {
            assert_eq!(UnitName::parse(id), None, "{id}");
        }
    }
}
