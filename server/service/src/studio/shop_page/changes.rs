//! What was changed since buyers were shown the page, part by part, and who did it.

use std::collections::{HashMap, HashSet};

use db::Readable;
use db::entities::shop_edit;
use db::sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};
use domain::shop_page::{BlockId, ShopDocument, StepSummary};
use domain::{CooperativeId, ShopEditId};

use super::storage::{self, EditLine};
use super::view::{PageChange, Signed};
use crate::error::Result;

/// The parts of `draft` that are not as buyers see them, each with those who changed it since.
pub(super) async fn since(
    db: &impl ConnectionTrait,
    id: CooperativeId,
    seen: &ShopDocument,
    draft: &ShopDocument,
    since: i64,
) -> Result<Vec<PageChange>> {
    let parts = seen.changed_parts(draft);
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let rows = storage::edit_lines(id)
        .filter(shop_edit::Column::At.gte(since))
        .limit(u64::from(storage::EDITS))
        .readable_as::<EditLine, _>(db)
        .await?;
    // Of what was taken back nothing is left, and of taking it back neither.
    let ids: HashSet<ShopEditId> = rows.iter().map(|row| row.id).collect();
    let is_left = |row: &&EditLine| row.undone_at.is_none() && row.undo_of.is_none_or(|of| !ids.contains(&of));
    let names = storage::names(db, rows.iter().filter_map(|row| row.user_id)).await?;
    let mut by_part: HashMap<BlockId, Vec<Signed>> = HashMap::new();
    let mut by_all = Vec::new();
    for row in rows.iter().filter(is_left) {
        let signed = Signed {
            number: 0,
            at: row.at,
            by: row.user_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
            by_centre: row.by_centre,
        };
        match part_of(db, row).await? {
            About::Part(part) => add(by_part.entry(part).or_default(), signed),
            About::All => add(&mut by_all, signed),
            About::None => {}
        }
    }
    Ok(parts
        .into_iter()
        .map(|part| {
            let mut by = by_part.remove(&part.block.id).unwrap_or_default();
            for signed in &by_all {
                add(&mut by, signed.clone());
            }
            PageChange {
                block: part.block,
                changes: part.changes,
                by,
            }
        })
        .collect())
}

/// Names somebody once.
fn add(by: &mut Vec<Signed>, new: Signed) {
    let is_same = |signed: &Signed| signed.by == new.by && signed.by_centre == new.by_centre;
    if !by.iter().any(is_same) {
        by.push(new);
    }
}

/// What an edit is about.
enum About {
    Part(BlockId),
    /// The whole page became another one.
    All,
    None,
}

async fn part_of(db: &impl ConnectionTrait, row: &EditLine) -> Result<About> {
    Ok(match storage::summary_of(db, row).await? {
        Some(StepSummary::Set(part) | StepSummary::Move(part) | StepSummary::Hide(part, _)) => About::Part(part),
        // The short line of these names only what the part is.
        Some(StepSummary::Add(_) | StepSummary::Remove(_)) => {
            let part = storage::step(db, row.id).await?.and_then(|step| step.block());
            part.map_or(About::None, About::Part)
        }
        Some(StepSummary::Replace) => About::All,
        Some(StepSummary::Theme) | None => About::None,
    })
}
