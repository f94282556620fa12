//! Which parts of a page are not as they were, and in what.

use super::{Block, BlockId, Difference, ShopDocument};
use crate::named::named_enum;

named_enum! {
    /// What became of a part.
    pub enum PartChange {
        Added = "added",
        Removed = "removed",
        Written = "written",
        /// It stands elsewhere among the others.
        Moved = "moved",
        Hidden = "hidden",
        Shown = "shown",
    }
}

/// A part that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedPart {
    /// The part, as it is; one that is gone, as it was.
    pub block: Block,
    /// What became of it.
    pub changes: Vec<PartChange>,
}

impl ShopDocument {
    /// The parts that `newer` shows otherwise, in its order; at the end those that it does not have. What buyers see on neither
    /// page is not among them.
    pub fn changed_parts(&self, newer: &Self) -> Vec<ChangedPart> {
        let differences = self.compare(newer);
        let moved = self.moved(newer);
        let changes = |block: &Block| -> Vec<PartChange> {
            let is = |change: PartChange| {
                let is_it = |difference: &Difference| of(difference) == Some((block.id, change));
                match change {
                    PartChange::Moved => moved.contains(&block.id),
                    _ => differences.iter().any(is_it),
                }
            };
            PartChange::ALL.into_iter().filter(|change| is(*change)).collect()
        };
        let there = newer
            .blocks()
            .iter()
            .filter(|block| self.shows(block) || !block.hidden)
            .map(|block| {
                let mut changes = changes(block);
                if changes.contains(&PartChange::Added) {
                    // All that is in a new part is new; a number may have been another part's.
                    changes = vec![PartChange::Added];
                }
                ChangedPart {
                    block: block.clone(),
                    changes,
                }
            });
        let is_gone = |block: &&Block| !block.hidden && newer.block(block.id).is_none_or(|new| new.kind != block.kind);
        let gone = self.blocks().iter().filter(is_gone).map(|block| ChangedPart {
            block: block.clone(),
            changes: vec![PartChange::Removed],
        });
        there.filter(|part| !part.changes.is_empty()).chain(gone).collect()
    }

    /// Whether buyers see this part of another page here, too.
    fn shows(&self, of: &Block) -> bool {
        self.block(of.id)
            .is_some_and(|block| block.kind == of.kind && !block.hidden)
    }

    /// The fewest parts that have to be moved so that those of both pages stand as in `newer`. One that both hide is passed over.
    fn moved(&self, newer: &Self) -> Vec<BlockId> {
        let places: Vec<(BlockId, usize)> = self
            .blocks()
            .iter()
            .filter(|block| !block.hidden || newer.block(block.id).is_some_and(|new| !new.hidden))
            .filter_map(|block| Some((block.id, newer.position(block.id)?)))
            .collect();
        // For each, the longest row of parts up to it that stand in the same order.
        let mut rows: Vec<Vec<BlockId>> = Vec::with_capacity(places.len());
        for (at, (id, place)) in places.iter().enumerate() {
            let before = places.iter().zip(&rows).take(at);
            let longest = before
                .filter(|((_, earlier), _)| earlier < place)
                .map(|(_, row)| row)
                .max_by_key(|row| row.len());
            let mut row = longest.cloned().unwrap_or_default();
            row.push(*id);
            rows.push(row);
        }
        let stay = rows.into_iter().max_by_key(Vec::len).unwrap_or_default();
        let ids = places.into_iter().map(|(id, _)| id);
        ids.filter(|id| !stay.contains(id)).collect()
    }
}

const fn of(difference: &Difference) -> Option<(BlockId, PartChange)> {
    Some(match difference {
        Difference::Theme(..) | Difference::Order => return None,
        Difference::Added(id, _) => (*id, PartChange::Added),
        Difference::Removed(id, _) => (*id, PartChange::Removed),
        Difference::Hidden(id, _, true) => (*id, PartChange::Hidden),
        Difference::Hidden(id, _, false) => (*id, PartChange::Shown),
        Difference::Outdated(id, ..) | Difference::ByMachine(id, ..) | Difference::Value { block: id, .. } => {
            (*id, PartChange::Written)
        }
    })
}
