//! What is done with a page, as it is noted: with what was there before, so that it can be taken back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Block, BlockId, BlockKind, MAX_BLOCKS, Place, ShopDocument, Theme};

/// Something done with a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageStep {
    /// Fields of a part got other values.
    Set {
        /// The part.
        block: BlockId,
        /// Where, what was there, what is.
        sets: Vec<(Place, String, String)>,
        /// Outdated translations before and after.
        marks: (BTreeSet<Place>, BTreeSet<Place>),
        /// Translations of a machine before and after; none in what the release before noted.
        #[serde(default)]
        by_machine: (BTreeSet<Place>, BTreeSet<Place>),
    },
    /// A new part.
    Add {
        /// It.
        block: Block,
        /// Its place.
        at: usize,
    },
    /// A part was taken away.
    Remove {
        /// It, as it was.
        block: Block,
        /// Its place.
        at: usize,
    },
    /// A part and its neighbour changed places.
    Move {
        /// The part.
        block: BlockId,
        /// Where it was.
        from: usize,
        /// Where it is.
        to: usize,
    },
    /// A part stands elsewhere, further away than one place. Not a [`Move`](Self::Move): programs that know only neighbours
    /// would let the two places be swapped when it is taken back.
    Carry {
        /// The part.
        block: BlockId,
        /// Where it was.
        from: usize,
        /// Where it is.
        to: usize,
    },
    /// A part is shown or not.
    Hide {
        /// The part.
        block: BlockId,
        /// Whether it is hidden now.
        hidden: bool,
    },
    /// Another colour.
    Theme {
        /// The one before.
        old: Theme,
        /// The one now.
        new: Theme,
    },
    /// The whole page is one from its history.
    Replace {
        /// The page before.
        old: Box<ShopDocument>,
        /// The page now.
        new: Box<ShopDocument>,
    },
}

/// A step without what was written: a line of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepSummary {
    /// As [`PageStep::Set`].
    Set(BlockId),
    /// As [`PageStep::Add`].
    Add(BlockKind),
    /// As [`PageStep::Remove`].
    Remove(BlockKind),
    /// As [`PageStep::Move`] or [`PageStep::Carry`].
    Move(BlockId),
    /// As [`PageStep::Hide`].
    Hide(BlockId, bool),
    /// As [`PageStep::Theme`].
    Theme,
    /// As [`PageStep::Replace`].
    Replace,
}

/// Why a step cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StepRefusal {
    /// The part is not there any more.
    #[error("no such part")]
    Gone,
    /// The cover stays.
    #[error("this part stays where it is")]
    Fixed,
    /// There are [`MAX_BLOCKS`] parts.
    #[error("the page is full")]
    Full,
    /// Somebody has changed the same since.
    #[error("changed since")]
    Changed,
}

impl PageStep {
    /// This step and a later one as one, where both write the same fields of a part: somebody who types is saved again and
    /// again, and means one thing.
    pub fn and_then(&self, later: &Self) -> Option<Self> {
        let (
            Self::Set {
                block,
                sets,
                marks,
                by_machine,
            },
            Self::Set {
                block: same,
                sets: then,
                marks: marks_then,
                by_machine: machine_then,
            },
        ) = (self, later)
        else {
            return None;
        };
        let is_one = block == same
            && sets.len() == then.len()
            && sets
                .iter()
                .zip(then)
                .all(|(one, other)| one.0 == other.0 && one.2 == other.1);
        is_one.then(|| Self::Set {
            block: *block,
            sets: sets
                .iter()
                .zip(then)
                .map(|(one, other)| (one.0, one.1.clone(), other.2.clone()))
                .collect(),
            marks: (marks.0.clone(), marks_then.1.clone()),
            by_machine: (by_machine.0.clone(), machine_then.1.clone()),
        })
    }

    /// Whether nothing is different after it: what was typed was taken out again.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Set {
                sets,
                marks,
                by_machine,
                ..
            } => {
                let is_same = marks.0 == marks.1 && by_machine.0 == by_machine.1;
                is_same && sets.iter().all(|(_, old, new)| old == new)
            }
            _ => false,
        }
    }

    /// A part went from one place to another.
    const fn moved(block: BlockId, from: usize, to: usize) -> Self {
        if from.abs_diff(to) == 1 {
            Self::Move { block, from, to }
        } else {
            Self::Carry { block, from, to }
        }
    }

    /// What it was, in short.
    pub const fn summary(&self) -> StepSummary {
        match self {
            Self::Set { block, .. } => StepSummary::Set(*block),
            Self::Add { block, .. } => StepSummary::Add(block.kind),
            Self::Remove { block, .. } => StepSummary::Remove(block.kind),
            Self::Move { block, .. } | Self::Carry { block, .. } => StepSummary::Move(*block),
            Self::Hide { block, hidden } => StepSummary::Hide(*block, *hidden),
            Self::Theme { .. } => StepSummary::Theme,
            Self::Replace { .. } => StepSummary::Replace,
        }
    }

    /// The part it is about, if it is about one.
    pub const fn block(&self) -> Option<BlockId> {
        match self {
            Self::Set { block, .. }
            | Self::Move { block, .. }
            | Self::Carry { block, .. }
            | Self::Hide { block, .. } => Some(*block),
            Self::Add { block, .. } | Self::Remove { block, .. } => Some(block.id),
            Self::Theme { .. } | Self::Replace { .. } => None,
        }
    }
}

impl ShopDocument {
    /// A new empty part below `after`, or at the end.
    ///
    /// # Errors
    /// When the page is full, or there may be no second one of its kind.
    pub fn add(&mut self, kind: BlockKind, after: Option<BlockId>) -> Result<PageStep, StepRefusal> {
        if kind.is_fixed() {
            return Err(StepRefusal::Fixed);
        }
        if self.blocks().len() >= MAX_BLOCKS {
            return Err(StepRefusal::Full);
        }
        let at = after
            .and_then(|id| self.position(id))
            .map_or(self.blocks().len(), |place| place + 1);
        let block = Block::new(self.next_id(), kind);
        self.blocks_mut().insert(at, block.clone());
        Ok(PageStep::Add { block, at })
    }

    /// Takes a part away.
    ///
    /// # Errors
    /// When it is not there, or stays.
    pub fn remove(&mut self, id: BlockId) -> Result<PageStep, StepRefusal> {
        let at = self.movable(id)?;
        let block = self.blocks_mut().remove(at);
        Ok(PageStep::Remove { block, at })
    }

    /// Moves a part one place up or down. At the end it stays.
    ///
    /// # Errors
    /// As [`remove`](Self::remove).
    pub fn shift(&mut self, id: BlockId, is_up: bool) -> Result<Option<PageStep>, StepRefusal> {
        let from = self.movable(id)?;
        let to = if is_up {
            // The cover stays first.
            from.saturating_sub(1).max(1)
        } else {
            Ord::min(from + 1, self.blocks().len() - 1)
        };
        Ok(self.put_at(id, from, to))
    }

    /// Moves a part to right below another one.
    ///
    /// # Errors
    /// As [`remove`](Self::remove); also when the other one is not there.
    pub fn move_below(&mut self, id: BlockId, above: BlockId) -> Result<Option<PageStep>, StepRefusal> {
        let from = self.movable(id)?;
        let above = self.position(above).ok_or(StepRefusal::Gone)?;
        // Those below it go up when it is taken out.
        let to = if above < from { above + 1 } else { above };
        Ok(self.put_at(id, from, to))
    }

    fn put_at(&mut self, id: BlockId, from: usize, to: usize) -> Option<PageStep> {
        let block = self.blocks_mut().remove(from);
        self.blocks_mut().insert(to, block);
        (from != to).then(|| PageStep::moved(id, from, to))
    }

    /// Shows a part to everybody, or only to the cooperative.
    ///
    /// # Errors
    /// As [`remove`](Self::remove).
    pub fn hide(&mut self, id: BlockId, hidden: bool) -> Result<Option<PageStep>, StepRefusal> {
        self.movable(id)?;
        let block = self.block_mut(id).ok_or(StepRefusal::Gone)?;
        let is_new = std::mem::replace(&mut block.hidden, hidden) != hidden;
        Ok(is_new.then_some(PageStep::Hide { block: id, hidden }))
    }

    /// Another colour.
    pub fn paint(&mut self, theme: Theme) -> Option<PageStep> {
        let old = std::mem::replace(&mut self.theme, theme);
        (old != theme).then_some(PageStep::Theme { old, new: theme })
    }

    /// The page becomes another one. Numbers of parts go on, so that none is used twice.
    pub fn replace(&mut self, new: Self) -> Option<PageStep> {
        if self.is_same(&new) {
            return None;
        }
        let old = self.clone();
        *self = new;
        self.number_after(&old);
        Some(PageStep::Replace {
            old: Box::new(old),
            new: Box::new(self.clone()),
        })
    }

    fn movable(&self, id: BlockId) -> Result<usize, StepRefusal> {
        let at = self.position(id).ok_or(StepRefusal::Gone)?;
        if self.blocks().get(at).is_some_and(|block| block.kind.is_fixed()) {
            return Err(StepRefusal::Fixed);
        }
        Ok(at)
    }

    /// Takes a step back, if nobody has changed the same since. Answers that as a step, which can itself be taken back.
    ///
    /// # Errors
    /// [`StepRefusal::Changed`] or [`StepRefusal::Gone`]; then nothing was changed.
    pub fn undo(&mut self, step: &PageStep) -> Result<PageStep, StepRefusal> {
        Ok(match step {
            PageStep::Set {
                block,
                sets,
                marks,
                by_machine,
            } => {
                let block = self.block_mut(*block).ok_or(StepRefusal::Gone)?;
                if sets.iter().any(|(place, _, new)| block.get(*place) != new) {
                    return Err(StepRefusal::Changed);
                }
                let before = block.marks().clone();
                for (place, old, _) in sets {
                    // No language is the source here: marks are put back as they were.
                    block.put(*place, old);
                }
                // Those it made go and those it took come back; others are of what was done since.
                let others = before.difference(&marks.1).chain(marks.0.intersection(&before));
                let mut after: BTreeSet<Place> = others.copied().collect();
                after.extend(marks.0.difference(&marks.1));
                // What was translated since was made of what goes now.
                after.extend(marks.1.difference(&marks.0).filter(|place| !before.contains(place)));
                block.set_marks(&after);
                let machine = block.machine_marks().clone();
                let gone: BTreeSet<Place> = by_machine.1.difference(&by_machine.0).copied().collect();
                let mut back: BTreeSet<Place> = machine.difference(&gone).copied().collect();
                back.extend(by_machine.0.difference(&by_machine.1));
                block.set_machine_marks(back);
                PageStep::Set {
                    block: block.id,
                    sets: sets
                        .iter()
                        .map(|(place, old, new)| (*place, new.clone(), old.clone()))
                        .collect(),
                    marks: (before, block.marks().clone()),
                    by_machine: (machine, block.machine_marks().clone()),
                }
            }
            PageStep::Add { block, .. } => {
                // What was written into it since would be lost.
                if self.block(block.id).ok_or(StepRefusal::Gone)? != block {
                    return Err(StepRefusal::Changed);
                }
                let at = self.position(block.id).ok_or(StepRefusal::Gone)?;
                PageStep::Remove {
                    block: self.blocks_mut().remove(at),
                    at,
                }
            }
            PageStep::Remove { block, at } => {
                if self.blocks().len() >= MAX_BLOCKS {
                    return Err(StepRefusal::Full);
                }
                if self.block(block.id).is_some() {
                    return Err(StepRefusal::Changed);
                }
                let at = (*at).clamp(1, self.blocks().len());
                self.blocks_mut().insert(at, block.clone());
                PageStep::Add {
                    block: block.clone(),
                    at,
                }
            }
            PageStep::Move { block, from, to } | PageStep::Carry { block, from, to } => {
                if self.position(*block).ok_or(StepRefusal::Gone)? != *to || *from >= self.blocks().len() {
                    return Err(StepRefusal::Changed);
                }
                let moved = self.blocks_mut().remove(*to);
                self.blocks_mut().insert(*from, moved);
                PageStep::moved(*block, *to, *from)
            }
            PageStep::Hide { block, hidden } => {
                let block = self.block_mut(*block).ok_or(StepRefusal::Gone)?;
                if block.hidden != *hidden {
                    return Err(StepRefusal::Changed);
                }
                block.hidden = !hidden;
                PageStep::Hide {
                    block: block.id,
                    hidden: !hidden,
                }
            }
            PageStep::Theme { old, new } => {
                if self.theme != *new {
                    return Err(StepRefusal::Changed);
                }
                self.theme = *old;
                PageStep::Theme { old: *new, new: *old }
            }
            PageStep::Replace { old, new } => {
                if !self.is_same(new) {
                    return Err(StepRefusal::Changed);
                }
                let mut before = (**old).clone();
                before.number_after(self);
                let after = std::mem::replace(self, before);
                PageStep::Replace {
                    old: Box::new(after),
                    new: Box::new(self.clone()),
                }
            }
        })
    }
}
