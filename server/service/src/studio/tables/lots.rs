//! Tables of lots: what a row would do, and the rows of an export. What makes a lot, and within which bounds, is the rule of the
//! form for what came in: it is asked. A lot that is there is what came in, and no row changes it; one that says the same without
//! its number is that lot, so that a table that grows from week to week can be imported again.

use std::collections::{HashMap, HashSet};

use db::Readable;
use db::entities::lot;
use db::sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::{Harvested, OfferId, RowProblem, ShortText, StockReason, TableColumn, Unit, parse_stock, source_hash};
use l10n::format;
use tables::{Cell, Item, LotCells};

use super::super::goods_view::LotForm;
use super::super::lots::{ComesIn, read_lot};
use super::super::stock::amount_of;
use super::cells::Notes;
use super::export::amount;
use super::known::{Known, id_of};
use super::plan::{Planned, Rules};
use crate::catalog::OfferRow;
use crate::error::{FieldErrors, Result};
use crate::lots::{Lot, NewLot};

/// A lot that a row makes.
#[derive(Clone, Debug)]
pub(super) struct NewLotRow {
    pub offer: OfferRow,
    pub lot: NewLot,
    pub amount: i64,
}

impl NewLotRow {
    /// Whether two rows make the same lot, whatever they call its size.
    pub fn fingerprint(&self) -> u64 {
        let harvested = self.lot.harvested.as_ref().map_or("", Harvested::as_str);
        let (size, amount, origin) = (self.offer.id, self.amount, &self.lot.origin);
        source_hash(&format!("{size}/{harvested}/{amount}/{origin}"))
    }

    fn is(&self, lot: &Lot) -> bool {
        lot.harvested == self.lot.harvested && origin_of(lot) == self.lot.origin && lot.amount == self.amount
    }
}

fn origin_of(lot: &Lot) -> &str {
    lot.origin.as_ref().map_or("", |origin| origin.text.as_str())
}

/// A harvest as it is stored; nothing when none can be read.
fn stored_harvest(typed: &str) -> Option<String> {
    if typed.is_empty() {
        return Some(String::new());
    }
    Harvested::parse(&format::named_month(typed)).map(|harvested| harvested.as_str().to_owned())
}

/// A spreadsheet that was told 2026.10 says 2026.1: nobody knows whether that is October.
fn could_be_october(harvested: &str) -> bool {
    harvested
        .split_once('.')
        .is_some_and(|(year, month)| month == "1" && year.len() == 4)
}

/// The lots that rows may be about: of these sizes, those with the numbers of rows, and of the harvests of rows without one.
pub(super) async fn lots_of(
    db: &impl ConnectionTrait,
    items: &[&Item],
    offers: &HashMap<OfferId, OfferRow>,
) -> Result<HashMap<OfferId, Vec<Lot>>> {
    let cells: Vec<&LotCells> = items.iter().filter_map(|item| item.lot.as_deref()).collect();
    let mut lots: HashMap<OfferId, Vec<Lot>> = HashMap::new();
    if cells.is_empty() {
        return Ok(lots);
    }
    let numbers: HashSet<i64> = cells.iter().filter_map(|cells| id_of(&cells.number)).collect();
    let new = cells.iter().filter(|cells| cells.number.is_empty());
    let harvests: HashSet<String> = new.filter_map(|cells| stored_harvest(&cells.harvested)).collect();
    let sizes: Vec<OfferId> = offers.keys().copied().collect();
    for some in sizes.chunks(500) {
        let which = Condition::any()
            .add(lot::Column::Number.is_in(numbers.iter().copied()))
            .add(lot::Column::Harvested.is_in(harvests.iter().map(String::as_str)));
        let rows = lot::Entity::find()
            .filter(lot::Column::OfferId.is_in(some.iter().copied()))
            .filter(which)
            .readable(db)
            .await?;
        for lot in rows.into_iter().map(Lot::of) {
            lots.entry(lot.offer).or_default().push(lot);
        }
    }
    Ok(lots)
}

impl Known {
    /// What a row of a table of lots would do.
    pub(super) fn plan_lot(&self, rules: &Rules, item: &Item, cells: &LotCells) -> Planned {
        let mut wrong = Notes {
            item,
            wrong: Vec::new(),
        };
        let planned = match self.target(item) {
            Ok(Some(offer)) if cells.number.is_empty() => self.new_lot(rules, offer, cells, &mut wrong),
            Ok(Some(offer)) => self.lot_there(offer, cells, &mut wrong),
            Ok(None) => {
                let name = item.names.first().map_or("", |(_, name)| name.as_str());
                match item.sku.as_str() {
                    "" if name.is_empty() => wrong.note(TableColumn::Size, RowProblem::Required, ""),
                    "" => wrong.note(TableColumn::Name, RowProblem::NoGoods, name),
                    sku => wrong.note(TableColumn::Sku, RowProblem::NoGoods, sku),
                }
                None
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

    fn lots(&self, offer: OfferId) -> &[Lot] {
        self.lots.get(&offer).map_or(&[][..], Vec::as_slice)
    }

    fn new_lot(&self, rules: &Rules, offer: &OfferRow, cells: &LotCells, wrong: &mut Notes<'_>) -> Option<Planned> {
        let amount = match amount_of(offer, &cells.came_in) {
            Ok(amount) => Some(amount),
            Err(code) => {
                wrong.note(TableColumn::CameIn, code.into(), &cells.came_in);
                None
            }
        };
        let lot = self.read_cells(rules, offer, cells, wrong);
        let row = NewLotRow {
            offer: offer.clone(),
            lot: lot?,
            amount: amount?,
        };
        if self.lots(offer.id).iter().any(|lot| row.is(lot)) {
            return Some(Planned::Same);
        }
        if StockReason::Harvest.after(offer.on_hand, row.amount).is_err() {
            wrong.note(TableColumn::CameIn, RowProblem::InvalidQuantity, &cells.came_in);
        }
        Some(Planned::Lot(Box::new(row)))
    }

    /// The lot as the form for what came in would read it.
    fn read_cells(&self, rules: &Rules, offer: &OfferRow, cells: &LotCells, wrong: &mut Notes<'_>) -> Option<NewLot> {
        let form = LotForm {
            harvested: cells.harvested.clone(),
            origin: cells.origin.clone(),
        };
        if form.is_empty() {
            wrong.note(TableColumn::Harvested, RowProblem::LotUnnamed, "");
        }
        if could_be_october(&cells.harvested) {
            wrong.note(TableColumn::Harvested, RowProblem::InvalidDay, &cells.harvested);
        }
        let product = self.products.get(&offer.product_id);
        let lang = product.map_or(rules.language, |product| product.source_lang);
        let mut errors = FieldErrors::default();
        let lot = read_lot(&form, lang, rules.now, ComesIn::Goods, &mut errors);
        for (field, code) in errors.iter() {
            let (column, text) = if field == "origin" {
                (TableColumn::Origin, &cells.origin)
            } else {
                (TableColumn::Harvested, &cells.harvested)
            };
            wrong.note(column, code.into(), text);
        }
        lot
    }

    /// A row about a lot that is there: it says the same, or nothing.
    fn lot_there(&self, offer: &OfferRow, cells: &LotCells, wrong: &mut Notes<'_>) -> Option<Planned> {
        let number = id_of(&cells.number);
        let there = self.lots(offer.id).iter().find(|lot| Some(lot.number) == number);
        let Some(there) = there else {
            wrong.note(TableColumn::Lot, RowProblem::NoLot, &cells.number);
            return None;
        };
        let harvested = there.harvested.as_ref().map_or("", Harvested::as_str);
        let origin = ShortText::parse(&cells.origin).map(ShortText::into_string);
        let came_in = parse_stock(&cells.came_in, offer.unit);
        let is_same_harvest = stored_harvest(&cells.harvested).is_some_and(|typed| typed == harvested);
        let is_same_origin = origin.is_ok_and(|typed| typed == origin_of(there));
        let is_same_amount = came_in.is_ok_and(|typed| typed == there.amount);
        for (column, typed, is_same) in [
            (TableColumn::Harvested, &cells.harvested, is_same_harvest),
            (TableColumn::Origin, &cells.origin, is_same_origin),
            (TableColumn::CameIn, &cells.came_in, is_same_amount),
        ] {
            if !typed.is_empty() && !is_same {
                wrong.note(column, RowProblem::LotFixed, typed);
            }
        }
        Some(Planned::Same)
    }
}

/// All lots of these sizes, the first one first.
pub(super) async fn all_lots(db: &impl ConnectionTrait, offers: &[OfferId]) -> Result<Vec<Lot>> {
    let mut lots = Vec::new();
    for some in offers.chunks(500) {
        let rows = lot::Entity::find()
            .filter(lot::Column::OfferId.is_in(some.iter().copied()))
            .order_by_asc(lot::Column::Id)
            .readable(db)
            .await?;
        lots.extend(rows.into_iter().map(Lot::of));
    }
    Ok(lots)
}

/// The rows of a size in an export: one for each of its lots, and where there is none one to be filled in. `size`: the cells
/// that say which one it is.
pub(super) fn export_rows(size: &[Cell], offer: &OfferRow, lots: &[Lot]) -> Vec<Vec<Cell>> {
    let of_size = lots.iter().filter(|lot| lot.offer == offer.id);
    let mut rows: Vec<Vec<Cell>> = of_size.map(|lot| [size, &cells_of(lot, offer.unit)].concat()).collect();
    if rows.is_empty() {
        rows.push([size, &[const { Cell::Text(String::new()) }; 6]].concat());
    }
    rows
}

fn cells_of(lot: &Lot, unit: Unit) -> [Cell; 6] {
    [
        Cell::number(lot.number),
        Cell::text(lot.harvested.as_ref().map_or("", Harvested::as_str)),
        Cell::text(origin_of(lot)),
        amount(lot.amount, unit),
        amount(lot.remaining, unit),
        Cell::Text(format::machine_date(lot.at)),
    ]
}
