//! What differs between two states of a page.

use std::collections::BTreeSet;

use super::{Block, BlockId, BlockKind, Place, ShopDocument, Theme};

/// One difference, from an older state to a newer one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Another colour.
    Theme(Theme, Theme),
    /// A new part.
    Added(BlockId, BlockKind),
    /// A part that is gone.
    Removed(BlockId, BlockKind),
    /// Parts stand in another order.
    Order,
    /// A part is hidden now, or shown.
    Hidden(BlockId, BlockKind, bool),
    /// A translation is older than its source now, or is not any more.
    Outdated(BlockId, BlockKind, Place, bool),
    /// A translation is a machine's now, or somebody said that it is right.
    ByMachine(BlockId, BlockKind, Place, bool),
    /// Another value.
    Value {
        /// The part.
        block: BlockId,
        /// What it is.
        kind: BlockKind,
        /// Where in it.
        place: Place,
        /// What was there, empty for nothing.
        old: String,
        /// What is there, empty for nothing.
        new: String,
    },
}

impl ShopDocument {
    /// What `newer` has otherwise.
    pub fn compare(&self, newer: &Self) -> Vec<Difference> {
        let mut found = Vec::new();
        if self.theme != newer.theme {
            found.push(Difference::Theme(self.theme, newer.theme));
        }
        for old in self.blocks() {
            match newer.block(old.id) {
                None => found.push(Difference::Removed(old.id, old.kind)),
                // Two pages may have come to use a number for different parts.
                Some(new) if new.kind != old.kind => {
                    found.push(Difference::Removed(old.id, old.kind));
                    found.push(Difference::Added(new.id, new.kind));
                }
                Some(new) => found.extend(between(old, new)),
            }
        }
        let is_new = |block: &&Block| self.block(block.id).is_none();
        for new in newer.blocks().iter().filter(is_new) {
            found.push(Difference::Added(new.id, new.kind));
            found.extend(between(&Block::new(new.id, new.kind), new));
        }
        let common = |page: &Self, other: &Self| -> Vec<BlockId> {
            let ids = page.blocks().iter().map(|block| block.id);
            ids.filter(|id| other.block(*id).is_some()).collect()
        };
        if common(self, newer) != common(newer, self) {
            found.push(Difference::Order);
        }
        found
    }
}

fn between(old: &Block, new: &Block) -> Vec<Difference> {
    let mut found = Vec::new();
    if old.hidden != new.hidden {
        found.push(Difference::Hidden(new.id, new.kind, new.hidden));
    }
    let places: BTreeSet<Place> = old.values().chain(new.values()).map(|(place, _)| place).collect();
    for place in places {
        let (before, after) = (old.get(place), new.get(place));
        if before != after {
            found.push(Difference::Value {
                block: new.id,
                kind: new.kind,
                place,
                old: before.to_owned(),
                new: after.to_owned(),
            });
        } else if old.is_outdated(place) != new.is_outdated(place) {
            found.push(Difference::Outdated(new.id, new.kind, place, new.is_outdated(place)));
        } else if old.is_by_machine(place) != new.is_by_machine(place) {
            found.push(Difference::ByMachine(new.id, new.kind, place, new.is_by_machine(place)));
        }
    }
    found
}
