//! Labels and packing slips of so many orders that nobody waits for their file at the form: a job makes it in parts, a page says
//! how far it is, and all of it is one file in the end. A program that stops in the middle goes on behind the last whole part.

use std::collections::BTreeSet;
use std::path::PathBuf;

use bytes::Bytes;
use db::entities::{order, print_job};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use domain::{Action, Actor, AuditAction, ErrorCode, Locale, OrderId, PrintJobId, PrintState};
use print::{FIRST_OBJECT, FilePart, Paper, PartedFile, PrintError};

use super::print::{OrderLink, PrintPart, Printed, PrintedOrders, print_part, without_repeats};
use super::signature;
use crate::Shop;
use crate::checkout::wait_for_turn;
use crate::error::{Error, Result};
use crate::pictures::new_place;
use crate::rights::{OwnCooperative, own_cooperative};

/// Most orders of one file.
pub const MAX_IN_JOB: usize = 5_000;
/// Orders of a part: a moment for whoever else prints. Sheets of four labels are full with it.
const PART: usize = 100;
/// Files of one cooperative that are made at a time.
const MAX_MAKING: u64 = 3;
/// So often a part is tried; then it is no matter of luck.
const ATTEMPTS: i64 = 5;
/// Whoever makes a file says at least so often that it is still at it, milliseconds.
const TURN: i64 = 60_000;
/// The same file asked for again within this time is the same, milliseconds: somebody pressed twice. Later its orders may stand
/// otherwise.
const SAME: i64 = 10 * 60_000;
/// How long a file can be opened, milliseconds: it says where people live.
const DAY: i64 = 86_400_000;

/// A file that is made, or was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintJob {
    /// Its number.
    pub id: PrintJobId,
    /// Labels or slips.
    pub printed: Printed,
    /// On which paper.
    pub paper: Paper,
    /// Of how many orders.
    pub total: i64,
    /// How many of them are done.
    pub done: i64,
    /// Where it stands.
    pub state: PrintState,
    /// Until when it can be opened, milliseconds since 1970 UTC.
    pub until: i64,
}

impl PrintJob {
    fn of(row: &print_job::Model) -> Result<Self> {
        Ok(Self {
            id: row.id,
            printed: Printed::parse(&row.printed).ok_or(Error::NotFound)?,
            paper: Paper::parse(&row.paper).ok_or(Error::NotFound)?,
            total: row.total,
            done: row.done,
            state: row.state,
            until: row.created_at + DAY,
        })
    }

    /// How far it is, of 100.
    pub const fn percent(self) -> i64 {
        if self.total == 0 {
            100
        } else {
            self.done * 100 / self.total
        }
    }
}

/// How many orders would be in a file of all that wait, counted up to [`MAX_IN_JOB`].
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not read orders.
#[crate::boxed]
pub async fn count_waiting(shop: &Shop, actor: Actor) -> Result<usize> {
    let own = own_cooperative(actor, Action::ReadOrders)?;
    Ok(PrintedOrders::Waiting.ids(shop, own, MAX_IN_JOB).await?.len())
}

/// Those of `ids` that are orders of this cooperative, each once and as they came: what of a choice can be printed. Of the others
/// nobody learns whether they are there.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not read orders.
#[crate::boxed]
pub async fn printable(shop: &Shop, actor: Actor, ids: &[OrderId]) -> Result<Vec<OrderId>> {
    let own = own_cooperative(actor, Action::ReadOrders)?;
    let there = own_among(shop, own, ids).await?;
    let mut known = without_repeats(ids.to_vec());
    known.retain(|id| there.contains(id));
    Ok(known)
}

/// Lets a file be made of orders of this cooperative; of all that wait, of the [`MAX_IN_JOB`] oldest. The same once more is the
/// same file.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not read orders, and when one is another's; [`ErrorCode::NothingToPrint`] for none,
/// [`ErrorCode::TooManyToPrint`]; [`Error::Busy`] while others of this cooperative are made.
#[crate::boxed]
pub async fn begin_print(
    shop: &Shop,
    actor: Actor,
    locale: Locale,
    what: (Printed, Paper),
    orders: PrintedOrders,
) -> Result<PrintJobId> {
    let (printed, paper) = what;
    let own = own_cooperative(actor, Action::ReadOrders)?;
    let ids = orders.ids(shop, own, MAX_IN_JOB).await?;
    if ids.is_empty() {
        return Err(Error::Refused(ErrorCode::NothingToPrint));
    }
    if ids.len() > MAX_IN_JOB {
        return Err(Error::Refused(ErrorCode::TooManyToPrint));
    }
    require_own(shop, own, &ids).await?;
    let (now, place) = (shop.now(), new_place()?);
    let orders = ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let total = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    let signed = signature(actor);
    shop.db()
        .write(move |tx| {
            let (orders, place, signed) = (orders.clone(), place.clone(), signed.clone());
            Box::pin(async move {
                // Or of two at once neither would see the other.
                wait_for_turn(tx, &format!("print {}", own.id())).await?;
                let own_jobs = || print_job::Entity::find().filter(print_job::Column::CooperativeId.eq(own.id()));
                let same = own_jobs()
                    .filter(print_job::Column::Printed.eq(printed.as_str()))
                    .filter(print_job::Column::Paper.eq(paper.as_str()))
                    .filter(print_job::Column::Lang.eq(locale))
                    .filter(print_job::Column::Orders.eq(orders.as_str()))
                    .filter(print_job::Column::State.ne(PrintState::Failed))
                    .filter(print_job::Column::CreatedAt.gt(now - SAME))
                    .one(tx)
                    .await?;
                if let Some(same) = same {
                    return Ok(same.id);
                }
                let making = own_jobs().filter(print_job::Column::State.eq(PrintState::Making));
                if making.count(tx).await? >= MAX_MAKING {
                    return Err(Error::Busy);
                }
                let made = print_job::ActiveModel {
                    cooperative_id: Set(own.id()),
                    printed: Set(printed.as_str().to_owned()),
                    paper: Set(paper.as_str().to_owned()),
                    lang: Set(locale),
                    orders: Set(orders),
                    total: Set(total),
                    done: Set(0),
                    next_object: Set(i64::from(FIRST_OBJECT)),
                    place: Set(place),
                    state: Set(PrintState::Making),
                    attempts: Set(0),
                    created_at: Set(now),
                    // Nobody is at it.
                    updated_at: Set(now - TURN),
                    ..Default::default()
                };
                let id = made.insert(tx).await?.id;
                // Names and addresses of many buyers go out, as with a table of orders.
                let object = format!("cooperative:{}", own.id());
                crate::audit::note(tx, now, &signed, AuditAction::OrdersExport, &object, "pdf").await?;
                Ok(id)
            })
        })
        .await
}

/// Which of these orders are this cooperative's.
async fn own_among(shop: &Shop, own: OwnCooperative, ids: &[OrderId]) -> Result<BTreeSet<OrderId>> {
    let mut there = BTreeSet::new();
    for some in ids.chunks(500) {
        let found: Vec<OrderId> = order::Entity::find()
            .select_only()
            .column(order::Column::Id)
            .filter(order::Column::Id.is_in(some.iter().copied()))
            .filter(order::Column::CooperativeId.eq(own.id()))
            .into_tuple()
            .all(shop.db().read())
            .await?;
        there.extend(found);
    }
    Ok(there)
}

/// One that is there beside one that is not: none. Each is named once.
async fn require_own(shop: &Shop, own: OwnCooperative, ids: &[OrderId]) -> Result<()> {
    if own_among(shop, own, ids).await?.len() == ids.len() {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

/// How far a file is.
///
/// # Errors
/// [`Error::NotFound`] when it is another cooperative's, or past its day.
#[crate::boxed]
pub async fn find_print_job(shop: &Shop, actor: Actor, id: PrintJobId) -> Result<PrintJob> {
    let own = own_cooperative(actor, Action::ReadOrders)?;
    PrintJob::of(&find_own(shop.db().read(), own, id, shop.now()).await?)
}

async fn find_own(
    db: &impl ConnectionTrait,
    own: OwnCooperative,
    id: PrintJobId,
    now: i64,
) -> Result<print_job::Model> {
    print_job::Entity::find_by_id(id)
        .filter(print_job::Column::CooperativeId.eq(own.id()))
        .filter(print_job::Column::CreatedAt.gt(now - DAY))
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}

/// A whole file on its way out, a part at a time.
#[derive(Debug)]
pub struct PrintedParts {
    shop: Shop,
    place: String,
    name: String,
    parts: u64,
    next: u64,
    /// What is to be sent before the next part.
    before: Vec<u8>,
    /// Nothing once its end was sent.
    file: Option<PartedFile>,
}

/// A file that is ready.
///
/// # Errors
/// [`Error::NotFound`] when it is another cooperative's, is not ready, or past its day.
#[crate::boxed]
pub async fn printed_parts(shop: &Shop, actor: Actor, id: PrintJobId) -> Result<PrintedParts> {
    let own = own_cooperative(actor, Action::ReadOrders)?;
    let row = find_own(shop.db().read(), own, id, shop.now()).await?;
    if row.state != PrintState::Ready {
        return Err(Error::NotFound);
    }
    let (file, before) = PartedFile::begin();
    Ok(PrintedParts {
        shop: shop.clone(),
        name: format!("{}-{}.pdf", row.printed, row.total),
        parts: parts_of(row.done),
        place: row.place,
        next: 0,
        before,
        file: Some(file),
    })
}

impl PrintedParts {
    /// The file's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The next bytes of the file; nothing behind the last.
    ///
    /// # Errors
    /// When the place of the parts does not answer, or one of them is gone.
    #[crate::boxed]
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>> {
        let Some(mut file) = self.file.take() else {
            return Ok(None);
        };
        if self.next == self.parts {
            return Ok(Some(file.end(&self.name)));
        }
        let stored = self.shop.pictures().read_piece(&self.place, self.next).await?;
        let part = stored.as_deref().and_then(FilePart::from_bytes);
        let part = part.ok_or_else(|| Error::internal(PrintError::OtherPart))?;
        let mut bytes = std::mem::take(&mut self.before);
        bytes.extend(file.add(part).map_err(Error::internal)?);
        self.next += 1;
        self.file = Some(file);
        Ok(Some(bytes))
    }
}

/// How many parts hold so many orders: all but the last are full.
fn parts_of(done: i64) -> u64 {
    let done = u64::try_from(done).unwrap_or_default();
    done.div_ceil(PART as u64)
}

/// Goes on with the file that has waited longest; whether there was one. Called again and again by a job. `fonts`: where they
/// lie, when the site has some.
///
/// # Errors
/// When the database or the place of the parts does not answer; the file waits then.
#[crate::boxed]
pub async fn print_next(shop: &Shop, fonts: Option<PathBuf>, link: &OrderLink) -> Result<bool> {
    let now = shop.now();
    let next = print_job::Entity::find()
        .filter(print_job::Column::State.eq(PrintState::Making))
        .filter(print_job::Column::UpdatedAt.lte(now - TURN))
        .order_by_asc(print_job::Column::UpdatedAt)
        .order_by_asc(print_job::Column::Id)
        .one(shop.db().read())
        .await?;
    let Some(mut row) = next else {
        return Ok(false);
    };
    // Another program may have been faster.
    if !move_on(shop, &mut row, Step::Begin).await? {
        return Ok(true);
    }
    let ids = orders_of(&row);
    while row.state == PrintState::Making {
        match make_part(shop, &mut row, &ids, fonts.clone(), link).await {
            Ok(Some(step)) => {
                if !move_on(shop, &mut row, step).await? {
                    return Ok(true);
                }
            }
            Ok(None) => return Ok(true),
            Err(error) => {
                if !matches!(error, Error::Unavailable(_) | Error::Busy) {
                    // Fonts do not come by themselves.
                    let is_hopeless = matches!(error, Error::Refused(ErrorCode::NoFonts));
                    move_on(shop, &mut row, Step::Failed { is_hopeless }).await?;
                }
                return Err(error);
            }
        }
    }
    Ok(true)
}

fn orders_of(row: &print_job::Model) -> Vec<OrderId> {
    let numbers = row.orders.split(' ');
    numbers.filter_map(|number| number.parse().ok().map(OrderId)).collect()
}

/// What somebody at work does to a file.
#[derive(Clone, Copy)]
enum Step {
    /// Takes its turn, or another one.
    Begin,
    /// So many orders are done, and the next object has this number.
    Part { done: i64, next_object: i32 },
    /// The next part cannot be made.
    Failed { is_hopeless: bool },
}

/// Makes the next part and stores it; nothing when somebody else went on with the file meanwhile.
async fn make_part(
    shop: &Shop,
    row: &mut print_job::Model,
    ids: &[OrderId],
    fonts: Option<PathBuf>,
    link: &OrderLink,
) -> Result<Option<Step>> {
    let job = PrintJob::of(row)?;
    let begins = usize::try_from(row.done).unwrap_or(usize::MAX).min(ids.len());
    let ends = begins.saturating_add(PART).min(ids.len());
    let query = PrintPart {
        printed: job.printed,
        paper: job.paper,
        orders: &ids[begins..ends],
        first: i32::try_from(row.next_object).map_err(Error::internal)?,
        fonts,
    };
    let part = print_part(shop, row.cooperative_id, row.lang, query, link).await?;
    let stored = Bytes::from(part.to_bytes());
    // Who took longer than a turn must not store this over a part that others go on behind: it may have other objects.
    if !move_on(shop, row, Step::Begin).await? {
        return Ok(None);
    }
    shop.pictures()
        .put_piece(&row.place, parts_of(row.done), stored)
        .await?;
    Ok(Some(Step::Part {
        done: i64::try_from(ends).unwrap_or(i64::MAX),
        next_object: part.next_object(),
    }))
}

/// Writes how far a file is, unless somebody else went on with it meanwhile; whether it was written.
async fn move_on(shop: &Shop, row: &mut print_job::Model, step: Step) -> Result<bool> {
    let mut next = row.clone();
    match step {
        Step::Begin => {}
        Step::Part { done, next_object } => {
            (next.done, next.next_object, next.attempts) = (done, i64::from(next_object), 0);
            if done >= next.total {
                next.state = PrintState::Ready;
            }
        }
        Step::Failed { is_hopeless } => {
            next.attempts += 1;
            if is_hopeless || next.attempts >= ATTEMPTS {
                next.state = PrintState::Failed;
            }
        }
    }
    // Two steps within a millisecond are two all the same.
    next.updated_at = shop.now().max(row.updated_at + 1);
    let (before, after) = (row.clone(), next.clone());
    let is_written = shop
        .db()
        .write_as_job(move |tx| {
            let (before, after) = (before.clone(), after.clone());
            Box::pin(async move {
                let done = print_job::Entity::update_many()
                    .col_expr(print_job::Column::Done, Expr::value(after.done))
                    .col_expr(print_job::Column::NextObject, Expr::value(after.next_object))
                    .col_expr(print_job::Column::Attempts, Expr::value(after.attempts))
                    .col_expr(print_job::Column::State, Expr::value(after.state))
                    .col_expr(print_job::Column::UpdatedAt, Expr::value(after.updated_at))
                    .filter(print_job::Column::Id.eq(before.id))
                    .filter(print_job::Column::State.eq(PrintState::Making))
                    .filter(print_job::Column::Done.eq(before.done))
                    .filter(print_job::Column::UpdatedAt.eq(before.updated_at))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected == 1)
            })
        })
        .await?;
    if is_written {
        *row = next;
    }
    Ok(is_written)
}

/// Removes files that are a day old; answers how many.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn expire(shop: &Shop, now: i64) -> Result<u64> {
    let old: Vec<print_job::Model> = print_job::Entity::find()
        .filter(print_job::Column::CreatedAt.lte(now - DAY))
        .limit(200)
        .all(shop.db().read())
        .await?;
    if old.is_empty() {
        return Ok(0);
    }
    let ids: Vec<PrintJobId> = old.iter().map(|row| row.id).collect();
    let removed = shop
        .db()
        .write_as_job(move |tx| {
            let ids = ids.clone();
            Box::pin(async move {
                let done = print_job::Entity::delete_many()
                    .filter(print_job::Column::Id.is_in(ids))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(done.rows_affected)
            })
        })
        .await?;
    for row in &old {
        shop.pictures().drop_pieces(&row.place, parts_of(row.done)).await;
    }
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_full_but_for_the_last() {
        for (done, parts) in [(0, 0), (1, 1), (100, 1), (101, 2), (5_000, 50), (-1, 0)] {
            assert_eq!(parts_of(done), parts, "{done}");
        }
    }
}
