//! What is done with the parts: added, moved, hidden, taken away, coloured; and taken back.

use db::Tx;
use db::entities::shop_edit;
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use domain::shop_page::{BlockId, BlockKind, PageStep, ShopDocument, StepRefusal, Theme};
use domain::{Action, Actor, AuditAction, ErrorCode, ShopEditId};

use super::super::signature;
use super::storage::{self, By};
use crate::Shop;
use crate::error::{Error, Result};
use crate::once::Answer;
use crate::rights::own_cooperative;

/// A step with the draft as its form sends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShopStep {
    /// A new part below another one, or at the end.
    Add(BlockKind, Option<BlockId>),
    /// One place up from this one, where somebody saw it.
    Up(BlockId, usize),
    /// One place down from this one, where somebody saw it.
    Down(BlockId, usize),
    /// From this place, where somebody saw it, to right below another part.
    Below(BlockId, usize, BlockId),
    /// Only the cooperative sees it.
    Hide(BlockId),
    /// Everybody sees it.
    Show(BlockId),
    /// It goes.
    Remove(BlockId),
    /// Another colour.
    Paint(Theme),
}

impl ShopStep {
    /// Reads the fields of a form: `command`, and what it is about. `from` is the place at which its page shows the part.
    pub fn read(command: &str, block: &str, from: &str, kind: &str, theme: &str) -> Option<Self> {
        let id = || block.parse().ok().map(BlockId);
        Some(match command {
            "add" => Self::Add(BlockKind::parse(kind)?, id()),
            "up" => Self::Up(id()?, from.parse().ok()?),
            "down" => Self::Down(id()?, from.parse().ok()?),
            "hide" => Self::Hide(id()?),
            "show" => Self::Show(id()?),
            "remove" => Self::Remove(id()?),
            "theme" => Self::Paint(Theme::parse(theme)?),
            _ => return None,
        })
    }

    fn take(self, page: &mut ShopDocument) -> Result<Option<PageStep>, StepRefusal> {
        match self {
            Self::Add(kind, after) => page.add(kind, after).map(Some),
            Self::Up(id, from) => shift_from(page, id, from, true),
            Self::Down(id, from) => shift_from(page, id, from, false),
            Self::Below(id, from, above) => move_from(page, id, from, above),
            Self::Hide(id) => page.hide(id, true),
            Self::Show(id) => page.hide(id, false),
            Self::Remove(id) => page.remove(id).map(Some),
            Self::Paint(theme) => Ok(page.paint(theme)),
        }
    }
}

/// Moves a part from where it was seen. Sent twice it is one place; where somebody else moved it, nothing is done.
fn shift_from(page: &mut ShopDocument, id: BlockId, from: usize, is_up: bool) -> Result<Option<PageStep>, StepRefusal> {
    let to = if is_up {
        from.checked_sub(1)
    } else {
        from.checked_add(1)
    };
    match page.position(id) {
        Some(at) if at == from => page.shift(id, is_up),
        Some(at) if Some(at) == to => Ok(None),
        Some(_) => Err(StepRefusal::Changed),
        None => Err(StepRefusal::Gone),
    }
}

/// The same, to right below another part.
fn move_from(
    page: &mut ShopDocument,
    id: BlockId,
    from: usize,
    above: BlockId,
) -> Result<Option<PageStep>, StepRefusal> {
    let at = page.position(id).ok_or(StepRefusal::Gone)?;
    match page.position(above) {
        Some(above) if at == above + 1 => Ok(None),
        Some(_) if at == from => page.move_below(id, above),
        Some(_) => Err(StepRefusal::Changed),
        None => Err(StepRefusal::Gone),
    }
}

impl Answer for Option<BlockId> {
    fn noted(&self) -> String {
        self.map_or_else(String::new, |id| id.to_string())
    }

    fn read(noted: &str) -> Option<Self> {
        match noted {
            "" => Some(None),
            noted => noted.parse().ok().map(|id| Some(BlockId(id))),
        }
    }
}

/// Takes a step with the draft; answers the part it is about.
///
/// # Errors
/// [`ErrorCode::BlocksFull`]; [`ErrorCode::InvalidTransition`] when the part is not there any more; [`Error::NotFound`] for
/// anybody who does not edit a shop page.
#[crate::boxed]
pub async fn take_step(shop: &Shop, actor: Actor, step: ShopStep) -> Result<Option<BlockId>> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    let (by, signed) = (By::new(shop, actor), signature(actor));
    shop.once()
        .write(move |tx| {
            let signed = signed.clone();
            Box::pin(async move {
                let mut draft = storage::lock(tx, own).await?;
                let Some(done) = step.take(&mut draft.document).map_err(refused)? else {
                    return Ok(None);
                };
                storage::note(tx, own, &draft, &done, by).await?;
                let part = done.block().map(|id| format!("part:{id}")).unwrap_or_default();
                crate::audit::note(
                    tx,
                    by.at,
                    &signed,
                    AuditAction::ShopEdit,
                    &format!("cooperative:{own}"),
                    &part,
                )
                .await?;
                Ok(done.block())
            })
        })
        .await
}

/// Takes back something that was done with the draft; once, however often it is asked for. That is an edit, too: taking it back
/// brings back what it took.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when somebody has changed the same since; [`ErrorCode::PageFull`] when the page would be
/// longer than any may be; [`Error::NotFound`] when it is not this cooperative's or too long ago.
#[crate::boxed]
pub async fn undo_edit(shop: &Shop, actor: Actor, edit: ShopEditId) -> Result<()> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    let (by, signed) = (By::new(shop, actor), signature(actor));
    shop.db()
        .write(move |tx| {
            let signed = signed.clone();
            Box::pin(async move {
                let mut draft = storage::lock(tx, own).await?;
                let row = shop_edit::Entity::find_by_id(edit)
                    .one(tx)
                    .await?
                    .filter(|row| row.cooperative_id == own)
                    .ok_or(Error::NotFound)?;
                if row.undone_at.is_some() {
                    return Ok(());
                }
                let step = storage::step_of(&row).ok_or(Error::NotFound)?;
                let back = draft.document.undo(&step).map_err(refused)?;
                if draft.is_too_long()? {
                    return Err(Error::Refused(ErrorCode::PageFull));
                }
                set_undone(tx, edit, Some(by.at)).await?;
                match row.undo_of {
                    // What was taken back is there again, and can be taken back again.
                    Some(before) => {
                        storage::put(tx, own, &draft, by).await?;
                        set_undone(tx, before, None).await?;
                    }
                    None => storage::note_undo(tx, own, &draft, (edit, &step), &back, by).await?,
                }
                crate::audit::note(
                    tx,
                    by.at,
                    &signed,
                    AuditAction::ShopUndo,
                    &format!("cooperative:{own}"),
                    &format!("edit:{edit}"),
                )
                .await
            })
        })
        .await
}

async fn set_undone(tx: &Tx, edit: ShopEditId, at: Option<i64>) -> Result<()> {
    shop_edit::Entity::update_many()
        .col_expr(shop_edit::Column::UndoneAt, Expr::value(at))
        .filter(shop_edit::Column::Id.eq(edit))
        .exec(tx)
        .await?;
    Ok(())
}

fn refused(refusal: StepRefusal) -> Error {
    Error::Refused(match refusal {
        StepRefusal::Full => ErrorCode::BlocksFull,
        StepRefusal::Fixed => ErrorCode::Invalid,
        StepRefusal::Gone | StepRefusal::Changed => ErrorCode::InvalidTransition,
    })
}
