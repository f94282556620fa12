//! The draft's row, and the notes of what was done with it.

use db::entities::{cooperative, shop_draft, shop_edit, shop_revision, user};
use db::sea_orm::sea_query::{Expr, LockType, OnConflict};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use db::{Readable, Tx};
use domain::shop_page::{PageStep, ShopDocument, StepSummary};
use domain::{Actor, CooperativeId, CooperativeStatus, Locale, ShopEditId, UserId};
use std::collections::HashMap;

use super::super::is_support;
use super::view::{Edit, Signed};
use crate::error::{Error, Result};
use crate::{Shop, shop_documents, texts};

/// What was done with a draft that is remembered.
pub(super) const EDITS: u16 = 300;
/// Bytes of it that are remembered.
const EDIT_BYTES: i64 = 4 * 1024 * 1024;
/// Longest page that may be saved, bytes of its JSON: many times as long as anybody has written.
pub(super) const LONGEST: usize = 256 * 1024;
/// Stands for a draft that could not be read, in the short line of an edit.
const LOST: &str = "lost";
/// Somebody who goes on typing in the same fields does one thing, for so long.
const ONE_THING_MS: i64 = 10 * 60_000;

/// Who does something, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct By {
    pub user: Option<UserId>,
    pub by_centre: bool,
    pub at: i64,
}

impl By {
    pub fn new(shop: &Shop, actor: Actor) -> Self {
        Self {
            user: actor.user(),
            by_centre: is_support(actor),
            at: shop.now(),
        }
    }
}

/// A draft.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub document: ShopDocument,
    /// 0 when nothing was ever done with it.
    pub version: i64,
    pub source: Locale,
    /// How long it is as it is stored, bytes.
    size: usize,
    /// What is stored, where it cannot be read: a later program's, or damaged.
    lost: Option<String>,
}

impl Draft {
    /// Whether what is stored could not be read, and this is made of what buyers see.
    pub const fn is_rebuilt(&self) -> bool {
        self.lost.is_some()
    }

    /// Whether it is longer than any may be. One that is too long already may become shorter.
    pub fn is_too_long(&self) -> Result<bool> {
        Ok(shop_documents::write(&self.document)?.len() > Ord::max(LONGEST, self.size))
    }
}

/// The draft as it is. Only a cooperative that the Centre let in has one, as it has a studio.
pub(super) async fn read(db: &impl ConnectionTrait, id: CooperativeId) -> Result<Draft> {
    let row = admitted(id).one(db).await?.ok_or(Error::NotFound)?;
    let draft = shop_draft::Entity::find_by_id(id).one(db).await?;
    of_rows(db, &row, draft).await
}

/// The draft, which nobody else changes until the transaction is over.
pub(super) async fn lock(tx: &Tx, id: CooperativeId) -> Result<Draft> {
    let row = admitted(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    let draft = shop_draft::Entity::find_by_id(id).one(tx).await?;
    of_rows(tx, &row, draft).await
}

/// One that the Centre has admitted; it may be suspended now, and goes on preparing its page.
fn admitted(id: CooperativeId) -> Select<cooperative::Entity> {
    cooperative::Entity::find_by_id(id).filter(cooperative::Column::Status.ne(CooperativeStatus::Pending))
}

/// A draft that cannot be read is logged, and made of what buyers see.
async fn of_rows(
    db: &impl ConnectionTrait,
    row: &cooperative::Model,
    draft: Option<shop_draft::Model>,
) -> Result<Draft> {
    let source = row.source_lang;
    let (mut version, mut lost) = (0, None);
    if let Some(draft) = draft {
        version = draft.version;
        match shop_documents::read(&draft.document) {
            Ok(document) => {
                return Ok(Draft {
                    document,
                    version,
                    source,
                    size: draft.document.len(),
                    lost,
                });
            }
            Err(error) => {
                error.report();
                lost = Some(draft.document);
            }
        }
    }
    let set = texts::read(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let newest = shop_documents::newest(db, row.id).await?;
    let own = || shop_documents::first(&set, source, row.link.as_deref());
    Ok(Draft {
        document: shop_documents::shown(newest.as_ref(), own),
        version,
        source,
        size: 0,
        lost,
    })
}

/// Writes the draft after something was done with it, and notes what. Answers whether that is a line of its own: who goes on
/// typing in the same fields does one thing.
pub(super) async fn note(tx: &Tx, id: CooperativeId, draft: &Draft, step: &PageStep, by: By) -> Result<bool> {
    put(tx, id, draft, by).await?;
    if let Some((last, one)) = same_thing(tx, id, step, by).await? {
        if one.is_empty() {
            shop_edit::Entity::delete_by_id(last).exec(tx).await?;
            return Ok(false);
        }
        let step = written(&one)?;
        shop_edit::Entity::update_many()
            .col_expr(shop_edit::Column::Size, Expr::value(size_of(&step)))
            .col_expr(shop_edit::Column::Step, Expr::value(step))
            .filter(shop_edit::Column::Id.eq(last))
            .exec(tx)
            .await?;
        return Ok(false);
    }
    note_line(tx, id, step, step.summary(), None, by).await?;
    Ok(true)
}

/// Notes that an edit was taken back: which one, what it was, and the step that took it back.
pub(super) async fn note_undo(
    tx: &Tx,
    id: CooperativeId,
    draft: &Draft,
    (edit, done): (ShopEditId, &PageStep),
    back: &PageStep,
    by: By,
) -> Result<()> {
    put(tx, id, draft, by).await?;
    note_line(tx, id, back, done.summary(), Some(edit), by).await
}

async fn note_line(
    tx: &Tx,
    id: CooperativeId,
    step: &PageStep,
    summary: StepSummary,
    undo_of: Option<ShopEditId>,
    by: By,
) -> Result<()> {
    let summary = serde_json::to_string(&summary).map_err(Error::internal)?;
    insert(tx, id, written(step)?, summary, undo_of, by).await?;
    trim(tx, id).await
}

async fn insert(
    tx: &Tx,
    id: CooperativeId,
    step: String,
    summary: String,
    undo_of: Option<ShopEditId>,
    by: By,
) -> Result<()> {
    let row = shop_edit::ActiveModel {
        cooperative_id: Set(id),
        size: Set(size_of(&step)),
        step: Set(step),
        summary: Set(summary),
        user_id: Set(by.user),
        by_centre: Set(by.by_centre),
        at: Set(by.at),
        undone_at: Set(None),
        undo_of: Set(undo_of),
        ..Default::default()
    };
    shop_edit::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

fn written(step: &PageStep) -> Result<String> {
    serde_json::to_string(step).map_err(Error::internal)
}

fn size_of(step: &str) -> i64 {
    i64::try_from(step.len()).unwrap_or(i64::MAX)
}

/// Removes what was done before the last of so many edits and bytes; the newest always stays.
async fn trim(tx: &Tx, id: CooperativeId) -> Result<()> {
    let edits: Vec<(ShopEditId, i64)> = shop_edit::Entity::find()
        .select_only()
        .column(shop_edit::Column::Id)
        .column(shop_edit::Column::Size)
        .filter(shop_edit::Column::CooperativeId.eq(id))
        .order_by_desc(shop_edit::Column::Id)
        .into_tuple()
        .all(tx)
        .await?;
    let mut bytes = 0_i64;
    let oldest = edits.iter().enumerate().find(|(place, (_, size))| {
        bytes = bytes.saturating_add(*size);
        *place > 0 && (*place >= EDITS.into() || bytes > EDIT_BYTES)
    });
    if let Some((_, (oldest, _))) = oldest {
        shop_edit::Entity::delete_many()
            .filter(shop_edit::Column::CooperativeId.eq(id))
            .filter(shop_edit::Column::Id.lte(*oldest))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The text of each page that was published under a number above `after`, one after the other; answers the highest number.
pub(super) async fn each_published(
    db: &impl ConnectionTrait,
    id: CooperativeId,
    after: i64,
    mut look: impl FnMut(&str),
) -> Result<i64> {
    let mut last = after;
    loop {
        let next = shop_revision::Entity::find()
            .filter(shop_revision::Column::CooperativeId.eq(id))
            .filter(shop_revision::Column::Number.gt(last))
            .order_by_asc(shop_revision::Column::Number)
            .one(db)
            .await?;
        let Some(row) = next else { return Ok(last) };
        look(&row.document);
        last = row.number;
    }
}

/// The text of the draft, and of all that was done with it.
pub(super) async fn each_draft_text(tx: &Tx, id: CooperativeId, mut look: impl FnMut(&str)) -> Result<()> {
    if let Some(draft) = shop_draft::Entity::find_by_id(id).one(tx).await? {
        look(&draft.document);
    }
    let edits: Vec<String> = shop_edit::Entity::find()
        .select_only()
        .column(shop_edit::Column::Step)
        .filter(shop_edit::Column::CooperativeId.eq(id))
        .into_tuple()
        .all(tx)
        .await?;
    edits.iter().for_each(|step| look(step));
    Ok(())
}

/// Writes the draft. One that could not be read stays among the edits for as long as these.
pub(super) async fn put(tx: &Tx, id: CooperativeId, draft: &Draft, by: By) -> Result<()> {
    if let Some(lost) = &draft.lost {
        insert(tx, id, lost.clone(), LOST.to_owned(), None, by).await?;
    }
    let row = shop_draft::ActiveModel {
        cooperative_id: Set(id),
        document: Set(shop_documents::write(&draft.document)?),
        version: Set(draft.version + 1),
        updated_at: Set(by.at),
    };
    let there = OnConflict::column(shop_draft::Column::CooperativeId)
        .update_columns([
            shop_draft::Column::Document,
            shop_draft::Column::Version,
            shop_draft::Column::UpdatedAt,
        ])
        .to_owned();
    match shop_draft::Entity::insert(row)
        .on_conflict(there)
        .exec_without_returning(tx)
        .await
    {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The last thing done, and this one with it, when both are one. What buyers were shown in between is another thing.
async fn same_thing(tx: &Tx, id: CooperativeId, step: &PageStep, by: By) -> Result<Option<(ShopEditId, PageStep)>> {
    let last = shop_edit::Entity::find()
        .filter(shop_edit::Column::CooperativeId.eq(id))
        .order_by_desc(shop_edit::Column::Id)
        .one(tx)
        .await?
        .filter(|row| {
            let is_same_person = row.user_id == by.user && row.by_centre == by.by_centre;
            is_same_person && row.undone_at.is_none() && row.undo_of.is_none() && by.at - row.at < ONE_THING_MS
        });
    let Some((row, one)) = last.and_then(|row| step_of(&row)?.and_then(step).map(|one| (row, one))) else {
        return Ok(None);
    };
    let shown: Option<i64> = shop_revision::Entity::find()
        .select_only()
        .column(shop_revision::Column::At)
        .filter(shop_revision::Column::CooperativeId.eq(id))
        .order_by_desc(shop_revision::Column::Number)
        .into_tuple()
        .one(tx)
        .await?;
    Ok(shown.is_none_or(|shown| shown < row.at).then_some((row.id, one)))
}

/// An edit without what was written.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct EditLine {
    pub id: ShopEditId,
    pub user_id: Option<UserId>,
    pub by_centre: bool,
    pub at: i64,
    pub undone_at: Option<i64>,
    pub undo_of: Option<ShopEditId>,
    summary: String,
}

impl EditLine {
    /// It, as the history shows it.
    pub fn edit(&self, step: StepSummary, by: String) -> Edit {
        Edit {
            id: self.id,
            step,
            signed: Signed {
                number: 0,
                at: self.at,
                by,
                by_centre: self.by_centre,
            },
            is_undone: self.undone_at.is_some(),
            is_undo: self.undo_of.is_some(),
        }
    }
}

/// Edits without what was written; a draft that was kept because it could not be read is none.
pub(super) fn edit_lines(id: CooperativeId) -> Select<shop_edit::Entity> {
    shop_edit::Entity::find()
        .select_only()
        .columns([
            shop_edit::Column::Id,
            shop_edit::Column::UserId,
            shop_edit::Column::ByCentre,
            shop_edit::Column::At,
            shop_edit::Column::UndoneAt,
            shop_edit::Column::UndoOf,
            shop_edit::Column::Summary,
        ])
        .filter(shop_edit::Column::CooperativeId.eq(id))
        .filter(shop_edit::Column::Summary.ne(LOST))
        .order_by_desc(shop_edit::Column::Id)
}

/// The last things done, the newest first.
pub(super) async fn lines(
    db: &impl ConnectionTrait,
    id: CooperativeId,
    count: u64,
) -> Result<Vec<(EditLine, StepSummary)>> {
    let rows = edit_lines(id).limit(count).readable_as::<EditLine, _>(db).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let summary = summary_of(db, &row).await?;
        lines.extend(summary.map(|summary| (row, summary)));
    }
    Ok(lines)
}

/// What an edit was, in short; nothing when a later program wrote it, or when it is no step. Edits of before m0086 say it only
/// in their step.
pub(super) async fn summary_of(db: &impl ConnectionTrait, row: &EditLine) -> Result<Option<StepSummary>> {
    if !row.summary.is_empty() {
        return Ok(serde_json::from_str(&row.summary).ok());
    }
    Ok(step(db, row.id).await?.map(|step| step.summary()))
}

/// What was done in an edit; nothing when a later program wrote it.
pub(super) async fn step(db: &impl ConnectionTrait, edit: ShopEditId) -> Result<Option<PageStep>> {
    let row = shop_edit::Entity::find_by_id(edit).one(db).await?;
    Ok(row.and_then(|row| step_of(&row)))
}

/// What was done; nothing when a later program wrote it.
pub(super) fn step_of(row: &shop_edit::Model) -> Option<PageStep> {
    serde_json::from_str(&row.step).ok()
}

/// The names of these people.
pub(super) async fn names(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = UserId>,
) -> Result<HashMap<UserId, String>> {
    Ok(user::Entity::find()
        .filter(user::Column::Id.is_in(ids))
        .all(db)
        .await?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect())
}
