//! Texts of goods and of the shop page for translators: what a language lacks or has outdated goes out as XLIFF, and what comes
//! back is made into rows of a table, so that it is shown, said yes to and taken over as any other. Each text is a row of its own:
//! one that somebody changed meanwhile keeps no other away.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use db::Readable;
use db::entities::{import, product};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::shop_page::ShopDocument;
use domain::{
    Action, Actor, CooperativeId, Locale, OfferId, ProductId, TableColumn, TableRefusal, TranslationState, source_hash,
};
use l10n::glossary::{Glossary, Term};
use tables::{Cell, CsvWriter, TranslatedUnit, Unit, read_xliff, write_xliff};
use tokio::sync::SemaphorePermit;

use super::super::shop_page::draft_page;
use super::cells::{Fingerprints, Seen, text_hash};
use super::parts::{PartUnit, seen_cell, units_of};
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
        format!("{}-{:016x}", self.text(), self.was)
    }

    /// The text that it names, whatever stood there.
    fn text(self) -> String {
        let Self {
            product,
            field,
            target,
            was: _,
        } = self;
        format!("product-{product}-{field}-{}", target.code())
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
    let glossary = shop.glossary();
    let with_words = |source: Locale, unit: Unit| Unit {
        notes: words_in(&glossary, source, target, &unit.source),
        ..unit
    };
    let files: Vec<(Locale, Vec<Unit>)> = Locale::BUILT_IN
        .into_iter()
        .map(|source| {
            let units = goods.units(source, target);
            (source, units.map(|unit| with_words(source, unit)).collect())
        })
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
        Locale::BUILT_IN
            .into_iter()
            .map(|source| goods.units(source, target).count())
            .sum::<usize>()
    };
    Ok(Locale::BUILT_IN
        .into_iter()
        .map(|target| (target, count(target)))
        .collect())
}

/// What translators are told of a text: the words of the glossary in it.
fn words_in(glossary: &Glossary, source: Locale, target: Locale, text: &str) -> Vec<String> {
    glossary
        .terms_in(source, target, [text])
        .into_iter()
        .map(|Term { source, target }| format!("{source} = {target}"))
        .collect()
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

    /// What is to be translated from one language into another; without notes.
    fn units(&self, source: Locale, target: Locale) -> impl Iterator<Item = Unit> {
        let of_source = self
            .products
            .iter()
            .filter(move |product| product.source_lang == source && source != target);
        let page = self.page.as_ref().filter(|(_, of)| *of == source && source != target);
        let of_page = page.map_or_else(Vec::new, |(page, _)| units_of(page, source, target));
        let of_goods = of_source.flat_map(move |product| {
            let texts = self.texts.get(&product.id);
            FIELDS
                .into_iter()
                .filter_map(move |field| to_translate(product.id, texts?, field, (source, target)))
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
    (source, target): (Locale, Locale),
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
        notes: Vec::new(),
    })
}

/// The rows of a table that says the same as an XLIFF file. `takes_page`: texts of the shop page, too. `turn`: nobody else's until
/// this is over, even when whoever sent it is gone.
pub(super) async fn rows_of_translations(
    shop: &Shop,
    own: CooperativeId,
    takes_page: bool,
    bytes: Vec<u8>,
    turn: SemaphorePermit<'static>,
) -> Result<Result<Vec<u8>, TableRefusal>> {
    let read = tokio::task::spawn_blocking(move || (read_xliff(&bytes), turn)).await;
    let (units, _turn) = read.map_err(Error::internal)?;
    let units = match units {
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
    // A text that stands in the file twice is as it stands there last.
    let mut places: HashMap<String, usize> = HashMap::new();
    for translated in units {
        let TranslatedUnit {
            languages: (source, target),
            unit,
            is_final,
        } = translated;
        let (text, row) = if let Some((part, (_, own))) = PartUnit::parse(&unit.id).zip(page.as_ref()) {
            if *own != source || part.of.target != target {
                return Ok(Err(TableRefusal::OtherLanguage));
            }
            (part.of.write(), row_of_part(part, unit, is_final))
        } else if let Some(name) = UnitName::parse(&unit.id) {
            let is_other = known.sources.get(&name.product).is_some_and(|own| *own != source);
            if is_other || name.target != target {
                return Ok(Err(TableRefusal::OtherLanguage));
            }
            (name.text(), known.row(name, source, unit, is_final))
        } else {
            rows.push(unknown_row(&unit.id));
            continue;
        };
        match places.entry(text) {
            Entry::Occupied(place) => rows[*place.get()] = row,
            Entry::Vacant(place) => {
                place.insert(rows.len());
                rows.push(row);
            }
        }
    }
    for row in rows {
        csv.row(&row.map(Cell::Text));
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

    /// The row of a text of a product, and what its texts were when it went out.
    fn row(&self, name: UnitName, source: Locale, unit: Unit, is_final: bool) -> Row {
        let mut row = Row::default();
        row[0] = name.product.to_string();
        if let Some(size) = self.sizes.get(&name.product) {
            row[1] = size.to_string();
        }
        if let Some(texts) = self.texts.get(&name.product) {
            let mut seen = Fingerprints::of(texts);
            seen.set(name.field, name.target, name.was);
            if !self.is_as_it_went(name, source, &unit.source) {
                seen.set(name.field, source, source_hash(&unit.source));
            }
            if is_final {
                seen.confirm(name.field, name.target);
            }
            row[SEEN] = Seen::write_texts(texts, seen);
        }
        let (of_name, of_description) = text_columns(name.target);
        let column = if name.field == FIELDS[0] {
            of_name
        } else {
            of_description
        };
        put(&mut row, column, unit.target);
        row
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

/// The cells of a row, in the order of [`COLUMNS`].
type Row = [String; COLUMNS.len()];

fn put(row: &mut Row, column: TableColumn, text: String) {
    if let Some(at) = COLUMNS.iter().position(|of| *of == column) {
        row[at] = text;
    }
}

/// A row about what is not there: it is told so.
fn unknown_row(id: &str) -> Row {
    let mut row = Row::default();
    // No number, so no product.
    row[0] = format!("? {id}");
    row
}

/// A row about a text of the shop page.
fn row_of_part(part: PartUnit, unit: Unit, is_final: bool) -> Row {
    let mut row = Row::default();
    row[0] = part.of.write();
    row[SEEN] = seen_cell(part.was, &unit.source, is_final);
    put(&mut row, text_columns(part.of.target).1, unit.target);
    row
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
