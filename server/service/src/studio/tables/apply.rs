//! One batch of rows, in one transaction that also says how far the import is.

use std::collections::{BTreeSet, HashMap, HashSet};

use db::Tx;
use db::entities::{goods_key, import, import_problem, offer, product, stock};
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType, OnConflict};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use domain::{
    ErrorCode, Locale, OfferId, OfferStatus, ProductId, ProductStatus, RowProblem, StockReason, TableColumn, TextOwner,
    UserId,
};
use tables::Item;

use super::super::ledger::{self, By};
use super::super::new_product::{New, Slugs};
use super::super::prices::{write_price, write_steps};
use super::super::product::lock_product;
use super::super::shop_page::hold_page;
use super::super::sizes::{MAX_SIZES, has_same};
use super::super::texts::{self, Field};
use super::MAX_PROBLEMS;
use super::check::write_problems;
use super::facts;
use super::file::Named;
use super::known::{Known, sku_key};
use super::lots::NewLotRow;
use super::parts::{self, PartChange};
use super::plan::{Change, NewRow, Planned, Rules, Wrong, notes_of};
use crate::catalog::{offers_of, outdate_editors, rebuild_cards, refresh_availability};
use crate::error::{Error, Result};
use crate::proposals;

/// Rows that are taken over together.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    pub rules: Rules,
    pub named: Named,
    pub row: import::Model,
    pub items: Vec<(Item, Slugs)>,
    /// Rows that could not be understood.
    pub wrong: Vec<Wrong>,
    /// The last row of the batch.
    pub last: i64,
    pub by: By,
    pub now: i64,
}

#[derive(Default)]
struct Work {
    new: i64,
    changed: i64,
    same: i64,
    problems: Vec<Wrong>,
    /// What is no mistake.
    notes: Vec<Wrong>,
    wrong: i64,
    /// Products that this batch made, by what their rows have in common.
    made: HashMap<String, ProductId>,
    /// Products whose lists have to be made anew, and sizes of which only the stock is another.
    products: BTreeSet<ProductId>,
    counted: Vec<OfferId>,
}

impl Work {
    fn note(&mut self, mut wrong: Vec<Wrong>) {
        self.wrong += 1;
        self.problems.append(&mut wrong);
    }
}

/// Takes the rows over, unless another program did, or somebody stopped the import; answers how many of
/// them are wrong, when it was done.
pub(super) async fn write(tx: &Tx, batch: &Batch) -> Result<Option<i64>> {
    if !claim(tx, batch).await? {
        return Ok(None);
    }
    let (rules, cooperative) = (&batch.rules, batch.rules.cooperative);
    let items: Vec<&Item> = batch.items.iter().map(|(item, _)| item).collect();
    let mut known = Known::of(tx, cooperative, &items).await?;
    let offers = known.offers();
    // Before any product, as orders take them; what is decided by stands still from here on.
    let mut stocks = ledger::lock(tx, &offers).await?;
    let has_parts = items.iter().any(|item| parts::is_of_part(item));
    if !known.products.is_empty() || has_parts {
        lock_products(tx, &known).await?;
        if has_parts {
            hold_page(tx, cooperative).await?;
        }
        known = Known::of(tx, cooperative, &items).await?;
    }
    let mut work = Work::default();
    for wrong in &batch.wrong {
        work.note(vec![wrong.clone()]);
    }
    let (mut changes, mut new, mut lots, mut texts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (item, slugs) in &batch.items {
        let planned = known.plan(rules, &batch.named, item);
        if !matches!(planned, Planned::Wrong(_)) {
            work.notes.append(&mut notes_of(item));
        }
        match planned {
            Planned::Same => work.same += 1,
            Planned::Wrong(wrong) => work.note(wrong),
            Planned::Change(change) => changes.push((item, *change)),
            Planned::New(row) => new.push((item, slugs, *row)),
            Planned::Lot(row) => lots.push((item, *row)),
            Planned::Part(text) => texts.push(*text),
        }
    }
    let changed = changes.iter().map(|(_, change)| change.offer.id);
    let touched: Vec<OfferId> = changed.chain(lots.iter().map(|(_, row)| row.offer.id)).collect();
    outdate_editors(tx, &touched, batch.now).await?;
    for (item, change) in &changes {
        let there = stocks.iter().find(|stock| stock.offer_id == change.offer.id);
        if let (Some(amount), Some(there)) = (change.stock, there) {
            ledger::book(tx, there, amount, StockReason::Counted, "", batch.by).await?;
            work.counted.push(change.offer.id);
        }
        write_change(tx, batch, item, change, &mut work).await?;
    }
    for (item, slugs, row) in new {
        match add(tx, batch, item, slugs, &row, &mut work).await? {
            Ok(()) => work.new += 1,
            Err(wrong) => work.note(vec![wrong]),
        }
    }
    write_lots(tx, batch, lots, &mut stocks, &mut work).await?;
    write_parts(tx, batch, texts, &mut work).await?;
    for product in &work.products {
        rebuild_cards(tx, *product).await?;
    }
    refresh_availability(tx, &work.counted).await?;
    write_counts(tx, batch, &work).await?;
    Ok(Some(work.wrong))
}

/// Books what came in as lots. The stocks are locked, and so are the products.
async fn write_lots(
    tx: &Tx,
    batch: &Batch,
    lots: Vec<(&Item, NewLotRow)>,
    stocks: &mut [stock::Model],
    work: &mut Work,
) -> Result<()> {
    let mut booked = HashSet::new();
    for (item, row) in lots {
        if !booked.insert(row.fingerprint()) {
            work.note(vec![Wrong::lot_twice(item)]);
            continue;
        }
        let there = stocks.iter_mut().find(|stock| stock.offer_id == row.offer.id);
        let there = there.ok_or(Error::NotFound)?;
        let Ok(on_hand) = StockReason::Harvest.after(there.on_hand, row.amount) else {
            let (column, problem) = (TableColumn::CameIn, RowProblem::InvalidQuantity);
            work.note(vec![Wrong::new(item.row, column, problem, "")]);
            continue;
        };
        ledger::book_lot(tx, there, on_hand, "", (&row.lot, row.offer.product_id), batch.by).await?;
        there.on_hand = on_hand;
        work.counted.push(row.offer.id);
        work.new += 1;
    }
    Ok(())
}

/// Puts texts into the draft of the shop page.
async fn write_parts(tx: &Tx, batch: &Batch, texts: Vec<PartChange>, work: &mut Work) -> Result<()> {
    let all = i64::try_from(texts.len()).unwrap_or(i64::MAX);
    let by = (batch.row.user_id, batch.row.by_centre, batch.now);
    let wrong = parts::write(tx, batch.rules.cooperative, texts, by).await?;
    work.changed += all - i64::try_from(wrong.len()).unwrap_or(all);
    for wrong in wrong {
        work.note(vec![wrong]);
    }
    Ok(())
}

/// All products that rows are about, in the order in which everybody locks products.
async fn lock_products(tx: &Tx, known: &Known) -> Result<()> {
    product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .filter(product::Column::Id.is_in(known.products.keys().copied()))
        .order_by_asc(product::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .into_tuple::<ProductId>()
        .all(tx)
        .await?;
    Ok(())
}

/// Moves the import behind this batch, if it still stands before it.
async fn claim(tx: &Tx, batch: &Batch) -> Result<bool> {
    let done = import::Entity::update_many()
        .col_expr(import::Column::AtRow, Expr::value(batch.last))
        .col_expr(import::Column::Attempts, Expr::value(0))
        .col_expr(import::Column::UpdatedAt, Expr::value(batch.now))
        .filter(import::Column::Id.eq(batch.row.id))
        .filter(import::Column::AtRow.eq(batch.row.at_row))
        .filter(import::Column::State.eq(domain::ImportState::Running))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

async fn write_counts(tx: &Tx, batch: &Batch, work: &Work) -> Result<()> {
    let mut update = import::Entity::update_many();
    for (column, more) in [
        (import::Column::NewRows, work.new),
        (import::Column::ChangedRows, work.changed),
        (import::Column::SameRows, work.same),
        (import::Column::WrongRows, work.wrong),
    ] {
        update = update.col_expr(column, Expr::col(column).add(more));
    }
    update.filter(import::Column::Id.eq(batch.row.id)).exec(tx).await?;
    let before = usize::try_from(batch.row.wrong_rows).unwrap_or(usize::MAX);
    let room = MAX_PROBLEMS.saturating_sub(before);
    let shown = &work.problems[..work.problems.len().min(room)];
    write_problems(tx, batch.row.id, shown).await?;
    if work.notes.is_empty() {
        return Ok(());
    }
    let before = import_problem::Entity::find()
        .filter(import_problem::Column::ImportId.eq(batch.row.id))
        .filter(import_problem::Column::Problem.is_in(RowProblem::NOTES))
        .count(tx)
        .await?;
    let room = MAX_PROBLEMS.saturating_sub(usize::try_from(before).unwrap_or(usize::MAX));
    write_problems(tx, batch.row.id, &work.notes[..work.notes.len().min(room)]).await
}

async fn write_change(tx: &Tx, batch: &Batch, item: &Item, change: &Change, work: &mut Work) -> Result<()> {
    let offer = &change.offer;
    if let Some(minor) = change.price {
        write_price(tx, offer, minor, batch.now).await?;
        work.products.insert(offer.product_id);
    }
    if let Some(steps) = change.steps {
        write_steps(tx, offer, steps, batch.now).await?;
    }
    if !change.facts.is_nothing() {
        facts::write(tx, &batch.rules, offer, change.facts).await?;
        work.products.insert(offer.product_id);
    }
    if change.has_texts() {
        let texts = [("name", &change.names), ("description", &change.descriptions)];
        write_texts(tx, batch, offer.product_id, change.source, texts, &change.right).await?;
        work.products.insert(offer.product_id);
    }
    if let Some(sku) = &change.sku {
        goods_key::Entity::delete_many()
            .filter(goods_key::Column::OfferId.eq(offer.id))
            .filter(goods_key::Column::Key.starts_with("sku:"))
            .exec(tx)
            .await?;
        remember(tx, batch, &sku_key(sku), offer.product_id, Some(offer.id)).await?;
    }
    remember(tx, batch, &item.key, offer.product_id, Some(offer.id)).await?;
    work.changed += 1;
    Ok(())
}

async fn write_texts(
    tx: &Tx,
    batch: &Batch,
    product: ProductId,
    source: Locale,
    texts: [(&str, &Vec<(Locale, String)>); 2],
    right: &[String],
) -> Result<()> {
    let user: Option<UserId> = Some(batch.row.user_id);
    let row = product::Entity::find_by_id(product)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    if let Some(mut change) = proposals::open(tx, &row).await? {
        for (name, new) in texts {
            change.set_texts(name, new, right);
        }
        return change.save(tx, batch.now).await;
    }
    for (name, new) in texts {
        let field = Field {
            owner: TextOwner::Product,
            id: product.get(),
            name,
            source,
        };
        texts::save(tx, batch.now, user, field, new, right).await?;
    }
    Ok(())
}

/// Makes a size, and its product where there is none. Of a product that is on sale it is hidden: a table publishes nothing.
async fn add(
    tx: &Tx,
    batch: &Batch,
    item: &Item,
    slugs: &Slugs,
    row: &NewRow,
    work: &mut Work,
) -> Result<Result<(), Wrong>> {
    let wrong = |column, problem| Ok(Err(Wrong::new(item.row, column, problem, "")));
    let there = row.product.or_else(|| work.made.get(&item.group).copied());
    let (product, position, is_draft) = match there {
        Some(id) => {
            let product = lock_product(tx, batch.rules.cooperative, id).await?;
            let sizes = offers_of(tx, id).await?;
            if sizes.len() >= MAX_SIZES {
                return wrong(TableColumn::Name, RowProblem::SizesFull);
            }
            if has_same(&sizes, row.size.terms) {
                return wrong(TableColumn::Net, RowProblem::SameSize);
            }
            let last = offer::Entity::find()
                .filter(offer::Column::ProductId.eq(id))
                .order_by_desc(offer::Column::Position)
                .one(tx)
                .await?;
            let is_draft = product.status == ProductStatus::Draft;
            (id, last.map_or(0, |offer| offer.position + 1), is_draft)
        }
        None => {
            let Some(category) = row.category else {
                return wrong(TableColumn::Category, RowProblem::Required);
            };
            let new = New {
                cooperative: batch.rules.cooperative,
                category,
                source: row.source,
                slugs: slugs.clone(),
                now: batch.now,
            };
            let id = match new.insert(tx).await {
                Ok(id) => id,
                Err(Error::Refused(ErrorCode::ProductsFull)) => {
                    return wrong(TableColumn::Name, RowProblem::ProductsFull);
                }
                Err(Error::Fields(_)) => return wrong(TableColumn::Category, RowProblem::InvalidChoice),
                Err(error) => return Err(error),
            };
            let texts = [("name", &row.names), ("description", &row.descriptions)];
            write_texts(tx, batch, id, row.source, texts, &[]).await?;
            facts::write_of_product(tx, id, row.facts).await?;
            if row.is_archived {
                put_away(tx, id, batch.now).await?;
            }
            remember(tx, batch, &item.group, id, None).await?;
            if !item.group.is_empty() {
                work.made.insert(item.group.clone(), id);
            }
            (id, 0, true)
        }
    };
    let size = row.size.insert(tx, product, position, batch.by).await?;
    if !is_draft {
        offer::Entity::update_many()
            .col_expr(offer::Column::Status, Expr::value(OfferStatus::Inactive))
            .filter(offer::Column::Id.eq(size))
            .exec(tx)
            .await?;
    }
    if there.is_some() {
        work.products.insert(product);
    }
    remember(tx, batch, &item.key, product, Some(size)).await?;
    Ok(Ok(()))
}

/// Puts a product that was just made into the archive: the shop it comes from has done so.
async fn put_away(tx: &Tx, id: ProductId, now: i64) -> Result<()> {
    product::Entity::update_many()
        .col_expr(product::Column::ArchivedAt, Expr::value(Some(now)))
        .filter(product::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes what a table calls something, unless something is called so already.
async fn remember(tx: &Tx, batch: &Batch, key: &str, product: ProductId, offer: Option<OfferId>) -> Result<()> {
    if key.is_empty() {
        return Ok(());
    }
    let row = goods_key::ActiveModel {
        cooperative_id: Set(batch.rules.cooperative),
        key: Set(key.replace('\0', "")),
        product_id: Set(product),
        offer_id: Set(offer),
    };
    let unless_there = OnConflict::columns([goods_key::Column::CooperativeId, goods_key::Column::Key])
        .do_nothing()
        .to_owned();
    match goods_key::Entity::insert(row)
        .on_conflict(unless_there)
        .exec_without_returning(tx)
        .await
    {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
