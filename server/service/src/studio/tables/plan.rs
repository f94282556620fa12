//! What a table's rows would do to the goods as they stand: the same question for the first look, and for the transaction
//! that does it.

use std::sync::Arc;

use db::entities::import;
use domain::shop_page::{BlockKind, Place};
use domain::{
    CategoryId, CooperativeId, FieldCode, Locale, LongText, OfferId, PriceSteps, ProductId, PublicName, RowProblem,
    ShortText, SoldAs, StepsError, TableColumn, TableKind, Unit,
};
use tables::Item;

use super::super::goods_view::SizeForm;
use super::super::sizes::{MAX_SIZES, NewSize, has_same, net_grams};
use super::cells::{Beside, Notes, Seen, price_beside, price_of, steps_of, stock_of};
use super::facts::{self, Facts, NewFacts};
use super::file::{Named, name_of, number_name, shown};
use super::known::{Known, id_of, sku_key};
use super::lots::NewLotRow;
use super::parts::{self, PartChange};
use super::said::{names_of_product, product_name};
use super::translations::is_of_translators;
use super::words::{Rate, Vocabulary};
use crate::catalog::OfferRow;
use crate::error::FieldErrors;
use crate::{Directory, Shop};

/// Longest part of a cell that is shown with what is wrong with it, characters.
const MAX_SHOWN: usize = 60;

/// Stands behind the number of the row that says something else of the same product, before what is said.
pub(super) const OTHER_ROW: char = '\u{1F}';

/// How the rows of an import are understood.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub cooperative: CooperativeId,
    pub kind: TableKind,
    pub language: Locale,
    /// What is harvested later is still to come.
    pub now: i64,
    /// For new products that name none.
    category: Option<CategoryId>,
    pub rate: Rate,
    pub words: Vocabulary,
    /// What categories are called.
    pub directory: Arc<Directory>,
    /// Rows may be about texts of the shop page.
    takes_parts: bool,
}

impl Rules {
    pub fn of(shop: &Shop, row: &import::Model) -> Self {
        let words = Vocabulary::of(shop);
        Self {
            cooperative: row.cooperative_id,
            kind: row.kind,
            language: row.language,
            now: shop.now(),
            category: words.category(&row.category),
            rate: Rate::parse(&row.rate).unwrap_or(Rate::YUAN),
            words,
            directory: shop.directory(),
            takes_parts: is_of_translators(row),
        }
    }
}

/// Something in a row that is not right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub row: u64,
    pub column: TableColumn,
    pub problem: RowProblem,
    pub text: String,
    /// Where it stands, when it is about a text of the shop page.
    pub part: Option<(BlockKind, Place)>,
}

impl Wrong {
    pub fn new(row: u64, column: TableColumn, problem: RowProblem, text: &str) -> Self {
        Self {
            row,
            column,
            problem,
            text: text.chars().take(MAX_SHOWN).collect(),
            part: None,
        }
    }

    /// A row above makes the same lot.
    pub fn lot_twice(item: &Item) -> Self {
        let came_in = item.lot.as_deref().map_or("", |lot| lot.came_in.as_str());
        Self::new(item.row, TableColumn::CameIn, RowProblem::LotTwice, came_in)
    }

    /// The same of a text of the shop page.
    pub fn in_part(self, kind: BlockKind, place: Place) -> Self {
        Self {
            part: Some((kind, place)),
            ..self
        }
    }
}

/// What is taken over otherwise than it stands in a row.
pub(super) fn notes_of(item: &Item) -> Vec<Wrong> {
    let archived = item
        .is_archived
        .then(|| Wrong::new(item.row, TableColumn::Status, RowProblem::Archived, ""));
    let is_below = !item.below_zero.is_empty();
    let below = is_below.then(|| Wrong::new(item.row, TableColumn::Stock, RowProblem::BelowZero, &item.below_zero));
    archived.into_iter().chain(below).collect()
}

/// What becomes of a size that is there.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// As buyers see it.
    pub offer: OfferRow,
    /// The price that was saved last.
    pub price_now: i64,
    pub price: Option<i64>,
    /// Prices that fall with the amount, as they were saved last.
    pub steps_now: PriceSteps,
    pub steps: Option<PriceSteps>,
    pub stock: Option<i64>,
    /// Category, season, harvest and what one buyer may have, as they were saved last.
    pub facts_now: Facts,
    pub facts: NewFacts,
    pub names: Vec<(Locale, String)>,
    pub descriptions: Vec<(Locale, String)>,
    /// Those of them that stay and are up to date from now on, such as `name-es`.
    pub right: Vec<String>,
    pub source: Locale,
    pub sku: Option<String>,
}

impl Change {
    fn is_nothing(&self) -> bool {
        self.price.is_none()
            && self.steps.is_none()
            && self.stock.is_none()
            && self.facts.is_nothing()
            && self.names.is_empty()
            && self.descriptions.is_empty()
            && self.sku.is_none()
    }

    pub fn has_texts(&self) -> bool {
        !self.names.is_empty() || !self.descriptions.is_empty()
    }
}

/// A size that is not there yet.
#[derive(Clone, Debug)]
pub(super) struct NewRow {
    /// Of a product that is there.
    pub product: Option<ProductId>,
    pub category: Option<CategoryId>,
    pub size: NewSize,
    /// Season and harvest of a product that it makes.
    pub facts: NewFacts,
    pub names: Vec<(Locale, String)>,
    pub descriptions: Vec<(Locale, String)>,
    pub source: Locale,
    /// A product that it makes is put away at once.
    pub is_archived: bool,
}

/// What a row does.
#[derive(Clone, Debug)]
pub(super) enum Planned {
    Same,
    Change(Box<Change>),
    New(Box<NewRow>),
    /// A lot that came in.
    Lot(Box<NewLotRow>),
    /// A text of the shop page.
    Part(Box<PartChange>),
    Wrong(Vec<Wrong>),
}

impl Known {
    /// The size that a row which changes nothing is about.
    pub fn row_of(&self, item: &Item) -> Option<&OfferRow> {
        self.target(item).ok().flatten()
    }

    /// Whether a row above this one is about the same size, whatever it calls it.
    fn is_named_above(&self, named: &Named, item: &Item, offer: &OfferRow) -> bool {
        let names = self.names.get(&offer.id);
        names.is_some_and(|names| names.iter().any(|name| named.is_above(item.row, name)))
    }

    /// What a row would do. `named`: what the rows down to it name at the least.
    pub fn plan(&self, rules: &Rules, named: &Named, item: &Item) -> Planned {
        if rules.takes_parts && parts::is_of_part(item) {
            return match parts::plan(self.page.as_ref(), item) {
                Ok(Some(change)) => Planned::Part(Box::new(change)),
                Ok(None) => Planned::Same,
                Err(wrong) => Planned::Wrong(wrong),
            };
        }
        if let Some(cells) = item.lot.as_deref() {
            return self.plan_lot(rules, item, cells);
        }
        let mut wrong = Notes {
            item,
            wrong: Vec::new(),
        };
        let names = wrong.texts(&item.names, |t| PublicName::parse(t).map(PublicName::into_string), true);
        let descriptions = wrong.texts(
            &item.descriptions,
            |t| LongText::parse(t).map(LongText::into_string),
            false,
        );
        let planned = match self.target(item) {
            Ok(Some(offer)) if self.is_named_above(named, item, offer) => {
                let (name, column) = name_of(item);
                wrong.note(column, RowProblem::Twice, shown(&name));
                None
            }
            Ok(Some(offer)) => {
                self.check_said(rules, named, item, Some(offer.product_id), &mut wrong);
                self.change(rules, item, offer, names, descriptions, &mut wrong)
            }
            Ok(None) => {
                let product = id_of(&item.product).map(ProductId);
                self.check_said(
                    rules,
                    named,
                    item,
                    product.or_else(|| self.product_of(&item.group)),
                    &mut wrong,
                );
                self.add(rules, item, names, descriptions, &mut wrong)
            }
            Err(column) => {
                let text = if column == TableColumn::Size {
                    &item.size
                } else {
                    &item.product
                };
                wrong.note(column, RowProblem::NotFound, text);
                None
            }
        };
        match planned {
            Some(planned) if wrong.wrong.is_empty() => planned,
            _ => Planned::Wrong(wrong.wrong),
        }
    }

    /// Notes what a row says of its product otherwise than a row above it.
    fn check_said(&self, rules: &Rules, named: &Named, item: &Item, product: Option<ProductId>, wrong: &mut Notes<'_>) {
        let mut names = names_of_product(item);
        if let Some(product) = product {
            names.push(product_name(product.get()));
            for size in self.sizes.get(&product).into_iter().flatten() {
                names.push(number_name(size.id.get()));
                names.extend(self.names.get(&size.id).into_iter().flatten().cloned());
            }
        }
        for (row, statement) in named.said.contradicted(&rules.words, item, &names) {
            let text = format!("{row}{OTHER_ROW}{}", statement.text);
            wrong.note(statement.column, RowProblem::Disagrees, &text);
        }
    }

    /// The size that a row is about, or the column that names one which is not there.
    pub(super) fn target(&self, item: &Item) -> Result<Option<&OfferRow>, TableColumn> {
        let product = match item.product.as_str() {
            "" => None,
            text => {
                let id = id_of(text).map(ProductId).filter(|id| self.products.contains_key(id));
                Some(id.ok_or(TableColumn::Product)?)
            }
        };
        if !item.size.is_empty() {
            let offer = id_of(&item.size).and_then(|id| self.offers.get(&OfferId(id)));
            let offer = offer.filter(|offer| product.is_none_or(|product| offer.product_id == product));
            return offer.map(Some).ok_or(TableColumn::Size);
        }
        Ok(self.offer_of(item))
    }

    fn change(
        &self,
        rules: &Rules,
        item: &Item,
        offer: &OfferRow,
        names: Vec<(Locale, String)>,
        descriptions: Vec<(Locale, String)>,
        wrong: &mut Notes<'_>,
    ) -> Option<Planned> {
        let product = self.products.get(&offer.product_id)?;
        let seen = Seen::parse(&item.seen);
        let price_now = self.price(offer);
        let price = price_of(rules, item, (offer, price_now), seen, wrong);
        let facts_now = Facts::of(offer, product, self.category(product.id));
        let facts = facts::changed(rules, item, offer, (facts_now, seen.facts()), wrong);
        let limit = facts.limit.unwrap_or(facts_now.limit);
        let sold_by = offer.amounts().for_buyer(limit);
        let steps_now = self.steps(offer);
        let steps = steps_of(
            rules,
            item,
            (offer, steps_now, sold_by),
            (price.unwrap_or(price_now), seen),
            wrong,
        );
        let are_steps_wrong = wrong.wrong.iter().any(|wrong| wrong.column == TableColumn::Steps);
        if steps.is_none()
            && facts.limit.is_some()
            && !are_steps_wrong
            && let Err(error) = steps_now.check_amounts(sold_by)
        {
            // They stay, and no buyer could reach them any more.
            wrong.steps(error, sold_by, &steps_now.typed(offer.unit, offer.currency));
        }
        if let Some(price) = price.filter(|_| !are_steps_wrong) {
            price_beside(item, offer, price, steps.unwrap_or(steps_now), wrong);
        }
        let stock = stock_of(item, offer, seen, wrong);
        let beside = Beside {
            now: self.texts(product.id),
            source: product.source_lang,
            seen,
        };
        let mut right = Vec::new();
        let (names, descriptions) = if beside.is_as_exported(&names, &descriptions) {
            // Whatever was written since stays.
            (Vec::new(), Vec::new())
        } else {
            let mut changed = |field, texts| {
                let (changed, mut confirmed) = beside.changed(field, texts, wrong);
                right.append(&mut confirmed);
                changed
            };
            (changed("name", names), changed("description", descriptions))
        };
        let sku = self.new_sku(item, offer, wrong);
        if rules.kind == TableKind::Own {
            Self::check_fixed(rules, item, offer, wrong);
        }
        let change = Change {
            offer: offer.clone(),
            price_now,
            price,
            steps_now,
            steps,
            stock,
            facts_now,
            facts,
            names,
            descriptions,
            right,
            source: product.source_lang,
            sku,
        };
        Some(if change.is_nothing() {
            Planned::Same
        } else {
            Planned::Change(Box::new(change))
        })
    }

    /// Another code for a size that is named by its number.
    fn new_sku(&self, item: &Item, offer: &OfferRow, wrong: &mut Notes<'_>) -> Option<String> {
        let now = self.own_sku.get(&offer.id).unwrap_or(&offer.sku);
        if item.size.is_empty() || item.sku.is_empty() || item.sku == *now {
            return None;
        }
        let of_key = self.by_key.get(&sku_key(&item.sku)).and_then(|row| row.offer_id);
        let taken = of_key.or_else(|| self.by_sku.get(&item.sku).copied());
        if taken.is_some_and(|taken| taken != offer.id) {
            wrong.note(TableColumn::Sku, RowProblem::Twice, &item.sku);
            return None;
        }
        if ShortText::parse(&item.sku).map(ShortText::into_string).as_ref() != Ok(&item.sku) {
            wrong.note(TableColumn::Sku, RowProblem::InvalidText, &item.sku);
            return None;
        }
        Some(item.sku.clone())
    }

    /// What a table cannot change of a size that is there: that is another size.
    fn check_fixed(rules: &Rules, item: &Item, offer: &OfferRow, wrong: &mut Notes<'_>) {
        let sold_now = if offer.unit == Unit::Gram {
            SoldAs::Weight
        } else {
            SoldAs::Pack
        };
        if !item.sold.is_empty() && rules.words.sold(&item.sold) != Some(sold_now) {
            wrong.note(TableColumn::Sold, RowProblem::Fixed, &item.sold);
        }
        let is_pack = sold_now == SoldAs::Pack;
        if is_pack && !item.net.is_empty() && net_grams(&item.net) != Ok(offer.net_grams) {
            wrong.note(TableColumn::Net, RowProblem::Fixed, &item.net);
        }
    }

    fn add(
        &self,
        rules: &Rules,
        item: &Item,
        names: Vec<(Locale, String)>,
        descriptions: Vec<(Locale, String)>,
        wrong: &mut Notes<'_>,
    ) -> Option<Planned> {
        let named = id_of(&item.product).map(ProductId);
        let product = named.or_else(|| self.product_of(&item.group));
        let in_language = names.iter().find(|(lang, _)| *lang == rules.language);
        let source = in_language.or(names.first()).map(|(lang, _)| *lang);
        if product.is_none() && source.is_none() {
            wrong.note(TableColumn::Name, RowProblem::Required, "");
        }
        let category = match item.category.as_str() {
            "" => rules.category,
            word => rules.words.category(word).or(match rules.kind {
                TableKind::Own => None,
                // Shelves of another shop are not ours.
                TableKind::Shopify | TableKind::WooCommerce => rules.category,
            }),
        };
        if product.is_none() && category.is_none() {
            let problem = match item.category.as_str() {
                "" => RowProblem::Required,
                _ => RowProblem::InvalidChoice,
            };
            wrong.note(TableColumn::Category, problem, &item.category);
        }
        let there = product
            .and_then(|id| self.sizes.get(&id))
            .map_or(&[][..], Vec::as_slice);
        if there.len() >= MAX_SIZES {
            wrong.note(TableColumn::Product, RowProblem::SizesFull, &item.product);
        }
        if !item.sku.is_empty() && ShortText::parse(&item.sku).map(ShortText::into_string).as_ref() != Ok(&item.sku) {
            wrong.note(TableColumn::Sku, RowProblem::InvalidText, &item.sku);
        }
        let sold = rules.words.sold(&item.sold);
        let form = SizeForm {
            sold: sold.map_or_else(|| item.sold.clone(), |sold| sold.to_string()),
            net: item.net.clone(),
            price: rules.rate.price(&item.price),
            steps: rules.rate.steps(&item.steps),
            buyer: item.buyer_limit.clone(),
            stock: if item.stock.is_empty() { "0" } else { &item.stock }.to_owned(),
            ..SizeForm::default()
        };
        let mut errors = FieldErrors::default();
        let size = NewSize::read(&form, &mut errors);
        for (field, code) in errors.iter() {
            let (column, text) = match field {
                "sold" => (TableColumn::Sold, &item.sold),
                "net" => (TableColumn::Net, &item.net),
                "price" => (TableColumn::Price, &item.price),
                "buyer" => {
                    wrong.note(TableColumn::BuyerLimit, RowProblem::InvalidLimit, &item.buyer_limit);
                    continue;
                }
                "steps" => {
                    let error = match code {
                        FieldCode::TooMuch => StepsError::AboveMost,
                        FieldCode::InvalidChoice => StepsError::TooCheap,
                        _ => StepsError::Unreadable,
                    };
                    wrong.steps(error, sold.unwrap_or(SoldAs::Pack).sold_by(), &item.steps);
                    continue;
                }
                _ => (TableColumn::Stock, &item.stock),
            };
            wrong.note(column, code.into(), text);
        }
        if size.is_some_and(|size| has_same(there, size.terms)) {
            wrong.note(TableColumn::Net, RowProblem::SameSize, &item.net);
        }
        let facts = facts::of_new(rules, item, wrong);
        Some(Planned::New(Box::new(NewRow {
            product,
            category,
            size: size?,
            facts,
            names,
            descriptions,
            source: source.unwrap_or(rules.language),
            is_archived: item.is_archived,
        })))
    }
}
