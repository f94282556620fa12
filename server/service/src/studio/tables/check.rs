//! Reading a table through without writing any goods; matching its columns; saying yes or no.

use db::Tx;
use db::entities::{import, import_problem};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use domain::{
    Action, Actor, AuditAction, ErrorCode, FieldCode, ImportId, ImportState, Locale, MAX_PIECE, TableColumn,
    TableEncoding, TableKind, TableRefusal, TableSeparator,
};
use tables::{Item, Outcome, once_each, recognise_as};

use super::super::audit;
use super::super::{is_support, signature};
use super::file::Rows;
use super::known::Known;
use super::page::{Counts, stored_part};
use super::plan::{Planned, Rules, Wrong, notes_of};
use super::room::Room;
use super::translations::is_of_translators;
use super::{MAX_PROBLEMS, columns_of, drop_file, find_own, name_goods, stored, words};
use crate::Shop;
use crate::error::{Error, FieldErrors, Result};
use crate::rights::own_cooperative;

/// Rows that are looked up at a time.
pub(super) const LOOKED_UP: usize = 200;

/// How the columns of a table are to be read, as a form says it.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// `encoding`: a word of [`TableEncoding`].
    pub encoding: String,
    /// `separator`: a word of [`TableSeparator`].
    pub separator: String,
    /// `kind`: a word of [`TableKind`].
    pub kind: String,
    /// `language`: of names and descriptions that do not say theirs.
    pub language: String,
    /// `category`: for new products that name none; its name in the URL, or nothing.
    pub category: String,
    /// `rate`: what one of the table's money is in yuan.
    pub rate: String,
    /// `column-<number>`: words of [`TableColumn`].
    pub columns: Vec<(usize, String)>,
}

/// What is in a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    new: i64,
    changed: i64,
    same: i64,
    wrong: i64,
    pictures: i64,
    pub problems: Vec<Wrong>,
    /// What is no mistake.
    pub notes: Vec<Wrong>,
}

impl Found {
    /// How many rows do what.
    pub fn counts(&self) -> Counts {
        Counts {
            total: self.new + self.changed + self.same + self.wrong,
            new: self.new,
            changed: self.changed,
            same: self.same,
            wrong: self.wrong,
        }
    }

    fn note(&mut self, mut wrong: Vec<Wrong>) {
        self.wrong += 1;
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.append(&mut wrong);
        }
    }
}

/// [`check`] for a file that is one piece: whoever sent it sees at once what is in it.
pub(super) async fn check_if_short(shop: &Shop, id: ImportId) -> Result<()> {
    let row = import::Entity::find_by_id(id).one(shop.db().read()).await?;
    match row {
        Some(row) if row.state == ImportState::Checking && row.size <= MAX_PIECE as i64 => check(shop, &row).await,
        _ => Ok(()),
    }
}

/// Reads a table through and says what is in it.
pub(super) async fn check(shop: &Shop, row: &import::Model) -> Result<()> {
    let found = look_through(shop, row).await?;
    let (id, version, now) = (row.id, row.version, shop.now());
    shop.db()
        .write_as_job(move |tx| {
            let found = found.clone();
            Box::pin(async move {
                let (state, reason) = match &found {
                    Ok(_) => (ImportState::Ready, None),
                    Err(refusal) => (ImportState::Refused, Some(*refusal)),
                };
                let found = found.unwrap_or_default();
                let done = import::Entity::update_many()
                    .col_expr(import::Column::State, Expr::value(state))
                    .col_expr(import::Column::Reason, Expr::value(reason))
                    .col_expr(
                        import::Column::Total,
                        Expr::value(found.new + found.changed + found.same + found.wrong),
                    )
                    .col_expr(import::Column::NewRows, Expr::value(found.new))
                    .col_expr(import::Column::ChangedRows, Expr::value(found.changed))
                    .col_expr(import::Column::SameRows, Expr::value(found.same))
                    .col_expr(import::Column::WrongRows, Expr::value(found.wrong))
                    .col_expr(import::Column::Pictures, Expr::value(found.pictures))
                    .col_expr(import::Column::Attempts, Expr::value(0))
                    .col_expr(import::Column::Version, Expr::col(import::Column::Version).add(1))
                    .col_expr(import::Column::UpdatedAt, Expr::value(now))
                    .filter(import::Column::Id.eq(id))
                    .filter(import::Column::State.eq(ImportState::Checking))
                    .filter(import::Column::Version.eq(version))
                    .exec(tx)
                    .await?;
                if done.rows_affected == 0 {
                    // Somebody matched the columns otherwise meanwhile, or another program was faster.
                    return Ok(());
                }
                forget_problems(tx, id).await?;
                write_problems(tx, id, &found.problems).await?;
                write_problems(tx, id, &found.notes).await
            })
        })
        .await
}

/// Longest file of translators that is looked at again, bytes: its texts are looked up by their numbers, which is quick.
const LONG_TRANSLATED: i64 = 8 * MAX_PIECE as i64;

/// What a table that waits for a yes would do by now; nothing for a long one, whose numbers stay as it was read.
pub(super) async fn looked_at_again(shop: &Shop, row: &import::Model) -> Result<Option<Found>> {
    let most = if is_of_translators(row) {
        LONG_TRANSLATED
    } else {
        MAX_PIECE as i64
    };
    if row.state != ImportState::Ready || row.size > most {
        return Ok(None);
    }
    Ok(look_through(shop, row).await?.ok())
}

async fn look_through(shop: &Shop, row: &import::Model) -> Result<Result<Found, TableRefusal>> {
    let rules = Rules::of(shop, row);
    let mut rows = Rows::behind(shop, row, 0);
    let mut found = Found::default();
    let mut room = Room::of(shop.db().read(), row.cooperative_id).await?;
    loop {
        let outcomes = match rows.next().await? {
            Ok(Some(outcomes)) => outcomes,
            Ok(None) => break,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let items = sorted(outcomes, |wrong| found.note(vec![wrong]));
        let named = rows.named();
        for some in items.chunks(LOOKED_UP) {
            let some: Vec<&Item> = some.iter().collect();
            let known = Known::of(shop.db().read(), row.cooperative_id, &some).await?;
            for item in some {
                let planned = room.take(&known, item, known.plan(&rules, &named, item));
                if !matches!(planned, Planned::Wrong(_)) && found.notes.len() < MAX_PROBLEMS {
                    found.notes.append(&mut notes_of(item));
                }
                match planned {
                    Planned::Same => found.same += 1,
                    Planned::Change(_) | Planned::Part(_) => found.changed += 1,
                    Planned::New(_) | Planned::Lot(_) => found.new += 1,
                    Planned::Wrong(wrong) => found.note(wrong),
                }
            }
        }
    }
    found.pictures = i64::try_from(rows.pictures()).unwrap_or(i64::MAX);
    Ok(Ok(found))
}

/// The sizes of these rows, and apart from them what is wrong.
fn sorted(outcomes: Vec<Outcome>, mut note: impl FnMut(Wrong)) -> Vec<Item> {
    let mut items = Vec::with_capacity(outcomes.len());
    for outcome in outcomes {
        match outcome {
            Outcome::Nothing => {}
            Outcome::Item(item) => items.push(*item),
            Outcome::Wrong {
                row,
                column,
                problem,
                text,
            } => note(Wrong::new(row, column, problem, &text)),
        }
    }
    items
}

pub(super) async fn forget_problems(tx: &Tx, id: ImportId) -> Result<()> {
    import_problem::Entity::delete_many()
        .filter(import_problem::Column::ImportId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

pub(super) async fn write_problems(tx: &Tx, id: ImportId, problems: &[Wrong]) -> Result<()> {
    for some in problems.chunks(100) {
        let rows = some.iter().map(|wrong| import_problem::ActiveModel {
            import_id: Set(id),
            row_number: Set(i64::try_from(wrong.row).unwrap_or(i64::MAX)),
            column_word: Set(wrong.column),
            problem: Set(wrong.problem),
            // No database of ours takes it.
            typed: Set(wrong.text.replace('\0', "")),
            part: Set(wrong.part.map(stored_part)),
            ..Default::default()
        });
        import_problem::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// Matches the columns of a table anew; it is read through once more. Letters, separator or kind other than before: the
/// columns are recognised again by them.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`ErrorCode::InvalidTransition`] when its rows are in the shop already, or
/// somebody said no; [`Error::NotFound`] when it is another cooperative's.
#[crate::boxed]
pub async fn match_columns(shop: &Shop, actor: Actor, id: ImportId, form: &Mapping) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let row = find_own(shop.db().read(), own, id).await?;
    if !row.state.is_open() {
        return Err(Error::Refused(ErrorCode::InvalidTransition));
    }
    let mut errors = FieldErrors::default();
    let choice = FieldCode::InvalidChoice;
    let encoding = errors.take("encoding", TableEncoding::parse(&form.encoding).ok_or(choice));
    let separator = errors.take("separator", TableSeparator::parse(&form.separator).ok_or(choice));
    let kind = errors.take("kind", TableKind::parse(&form.kind).ok_or(choice));
    let language = errors.take("language", Locale::from_code(&form.language).ok_or(choice));
    let is_shelf = form.category.is_empty() || shop.directory().category_by_slug(&form.category).is_some();
    errors.take("category", is_shelf.then_some(()).ok_or(choice));
    errors.take("rate", words::Rate::parse(&form.rate).ok_or(FieldCode::InvalidQuantity));
    let (Some(encoding), Some(separator), Some(kind), Some(language)) = (encoding, separator, kind, language) else {
        return Err(Error::Fields(errors));
    };
    if !errors.is_empty() {
        return Err(Error::Fields(errors));
    }
    let mut next = row.clone();
    if (encoding, separator, kind) == (row.encoding, row.separator, row.kind) {
        let mut columns = columns_of(&row);
        for (at, word) in &form.columns {
            if let (Some(column), Some(new)) = (columns.get_mut(*at), TableColumn::parse(word)) {
                *column = new;
            }
        }
        next.columns = stored(&once_each(columns));
    } else {
        let sample = shop.pictures().read_piece(&row.place, 0).await?.unwrap_or_default();
        // Other letters or separators may show another kind; one that was chosen is taken as it is.
        let wanted = (kind != row.kind).then_some(kind);
        let found = recognise_as(&sample, encoding, separator, wanted, &words::names(shop));
        (next.kind, next.header) = (found.kind, i64::try_from(found.header).unwrap_or_default());
        next.columns = stored(&found.columns);
    }
    let is_known = name_goods(&columns_of(&next));
    let (now, rate, category) = (shop.now(), form.rate.trim().to_owned(), form.category.clone());
    shop.db()
        .write(move |tx| {
            let (next, rate, category) = (next.clone(), rate.clone(), category.clone());
            Box::pin(async move {
                let state = if is_known {
                    ImportState::Checking
                } else {
                    ImportState::Refused
                };
                let reason = (!is_known).then_some(TableRefusal::NoColumns);
                let done = import::Entity::update_many()
                    .col_expr(import::Column::Encoding, Expr::value(encoding))
                    .col_expr(import::Column::Separator, Expr::value(separator))
                    .col_expr(import::Column::Kind, Expr::value(next.kind))
                    .col_expr(import::Column::Header, Expr::value(next.header))
                    .col_expr(import::Column::Columns, Expr::value(next.columns))
                    .col_expr(import::Column::Language, Expr::value(language))
                    .col_expr(import::Column::Category, Expr::value(category))
                    .col_expr(import::Column::Rate, Expr::value(rate))
                    .col_expr(import::Column::State, Expr::value(state))
                    .col_expr(import::Column::Reason, Expr::value(reason))
                    .col_expr(import::Column::Version, Expr::col(import::Column::Version).add(1))
                    .col_expr(import::Column::UpdatedAt, Expr::value(now))
                    .filter(import::Column::Id.eq(next.id))
                    .filter(import::Column::Version.eq(next.version))
                    .exec(tx)
                    .await?;
                moved(done.rows_affected)?;
                forget_problems(tx, next.id).await
            })
        })
        .await?;
    check_if_short(shop, id).await
}

fn moved(rows: u64) -> Result<()> {
    if rows == 1 {
        Ok(())
    } else {
        Err(Error::Refused(ErrorCode::InvalidTransition))
    }
}

/// Says yes to what the page showed: a job takes the rows over. Once more changes nothing.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when something else is shown by now; [`Error::NotFound`] when it is another
/// cooperative's.
#[crate::boxed]
pub async fn confirm_import(shop: &Shop, actor: Actor, id: ImportId, version: &str) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    let by_centre = is_support(actor);
    let row = find_own(shop.db().read(), own, id).await?;
    if matches!(row.state, ImportState::Running | ImportState::Done) {
        return Ok(());
    }
    let version: i64 = version
        .parse()
        .map_err(|_| Error::Refused(ErrorCode::InvalidTransition))?;
    let (now, signed) = (shop.now(), signature(actor));
    shop.db()
        .write(move |tx| {
            let signed = signed.clone();
            Box::pin(async move {
                let mut update = import::Entity::update_many();
                for counted in [
                    import::Column::AtRow,
                    import::Column::NewRows,
                    import::Column::ChangedRows,
                    import::Column::SameRows,
                    import::Column::WrongRows,
                    import::Column::Attempts,
                ] {
                    update = update.col_expr(counted, Expr::value(0));
                }
                let done = update
                    .col_expr(import::Column::State, Expr::value(ImportState::Running))
                    // Stock is booked in the name of whoever says yes.
                    .col_expr(import::Column::UserId, Expr::value(user))
                    .col_expr(import::Column::ByCentre, Expr::value(by_centre))
                    .col_expr(import::Column::Version, Expr::col(import::Column::Version).add(1))
                    .col_expr(import::Column::UpdatedAt, Expr::value(now))
                    .filter(import::Column::Id.eq(id))
                    .filter(import::Column::State.eq(ImportState::Ready))
                    .filter(import::Column::Version.eq(version))
                    .exec(tx)
                    .await?;
                moved(done.rows_affected)?;
                forget_problems(tx, id).await?;
                audit(tx, now, &signed, AuditAction::ImportConfirm, &format!("import:{id}")).await
            })
        })
        .await
}

/// Says no. What a job took over already stays.
///
/// # Errors
/// [`Error::NotFound`] when it is another cooperative's.
#[crate::boxed]
pub async fn cancel_import(shop: &Shop, actor: Actor, id: ImportId) -> Result<()> {
    let own = own_cooperative(actor, Action::EditProduct)?;
    let row = find_own(shop.db().read(), own, id).await?;
    let (now, signed) = (shop.now(), signature(actor));
    let is_over = shop
        .db()
        .write(move |tx| {
            let signed = signed.clone();
            Box::pin(async move {
                let done = import::Entity::update_many()
                    .col_expr(import::Column::State, Expr::value(ImportState::Canceled))
                    .col_expr(import::Column::Reason, Expr::value(None::<TableRefusal>))
                    .col_expr(import::Column::Version, Expr::col(import::Column::Version).add(1))
                    .col_expr(import::Column::UpdatedAt, Expr::value(now))
                    .filter(import::Column::Id.eq(id))
                    .filter(import::Column::State.is_in([
                        ImportState::Checking,
                        ImportState::Ready,
                        ImportState::Refused,
                        ImportState::Running,
                    ]))
                    .exec(tx)
                    .await?;
                if done.rows_affected == 1 {
                    audit(tx, now, &signed, AuditAction::ImportCancel, &format!("import:{id}")).await?;
                }
                Ok::<_, Error>(done.rows_affected == 1)
            })
        })
        .await?;
    if is_over {
        drop_file(shop, &row).await;
    }
    Ok(())
}
