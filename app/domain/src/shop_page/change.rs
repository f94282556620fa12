//! Changing fields: what is saved is the difference, and it says what it was made from.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{BlockId, PageStep, Place, ShopDocument};
use crate::{FieldCode, Locale, source_hash};

/// Before a place in the name of a hidden field: the [`fingerprint`] of what was seen there.
pub const SEEN: &str = "seen-";
/// Before a place in the name of a box: the translation is right as it is.
pub const RIGHT: &str = "right-";

/// What a form or a script remembers of the value it was made from: two values with the same one are taken for the same.
pub const fn fingerprint(value: &str) -> u64 {
    source_hash(value)
}

/// What somebody wants to stand at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Where.
    pub place: Place,
    /// The [`fingerprint`] of the value they saw there.
    pub seen: u64,
    /// What they typed.
    pub new: String,
    /// A translation whose source changed, or that a machine wrote, is right as it is.
    pub confirms: bool,
    /// The [`fingerprint`] of the source they saw beside a translation. What is confirmed without it, or beside another one
    /// than stands there, is not.
    pub source: Option<u64>,
}

/// What a machine made of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    /// Where it is to stand.
    pub place: Place,
    /// What it was made from.
    pub from: String,
    /// What the machine wrote.
    pub text: String,
}

/// A place that somebody else changed, too: nothing is put back silently, both are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Where.
    pub place: Place,
    /// What stands there now.
    pub saved: String,
}

/// What became of some changes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Outcome {
    /// What was done, to be noted; nothing when all was as wished already.
    pub step: Option<PageStep>,
    /// Places that somebody else changed.
    pub conflicts: Vec<Conflict>,
    /// Places whose value cannot be taken.
    pub wrong: Vec<(Place, FieldCode)>,
}

impl ShopDocument {
    /// Applies changes to one part, each for itself: those that can be taken are. Nothing when there is no such part (any more).
    pub fn apply(&mut self, id: BlockId, source: Locale, changes: &[Change]) -> Option<Outcome> {
        let block = self.block_mut(id)?;
        let (mut outcome, mut sets, mut confirmed) = (Outcome::default(), Vec::new(), BTreeSet::new());
        let (before, marks) = (block.clone(), block.marks().clone());
        let machine = block.machine_marks().clone();
        // The source first, so that a translation written in the same save is up to date after it.
        let (first, rest): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.place.lang == Some(source));
        for change in first.into_iter().chain(rest) {
            let place = change.place;
            let Some(format) = block.format(place) else {
                outcome.wrong.push((place, FieldCode::InvalidChoice));
                continue;
            };
            let new = match format.parse(&change.new) {
                Ok(new) => new,
                Err(code) => {
                    outcome.wrong.push((place, code));
                    continue;
                }
            };
            let saved = block.get(place).to_owned();
            // What is written of the source in the same save is their own.
            let now = place.lang.map(|_| fingerprint(before.get(place.lang(source))));
            if new == saved {
                if change.confirms && block.is_in_doubt(place) {
                    if change.source == now {
                        confirmed.insert(place);
                    } else {
                        outcome.wrong.push((place, FieldCode::SourceChanged));
                    }
                }
                continue;
            }
            if fingerprint(&saved) != change.seen {
                outcome.conflicts.push(Conflict { place, saved });
                continue;
            }
            block.set(place, &new, source);
            if let Some(seen) = change
                .source
                .filter(|seen| place.lang != Some(source) && Some(*seen) != now)
            {
                block.outdate(place, seen);
            }
            sets.push((place, saved, new));
        }
        for place in confirmed {
            block.confirm(place);
        }
        if !sets.is_empty() || *block.marks() != marks || *block.machine_marks() != machine {
            outcome.step = Some(PageStep::Set {
                block: id,
                sets,
                marks: (marks, block.marks().clone()),
                by_machine: (machine, block.machine_marks().clone()),
            });
        }
        Some(outcome)
    }

    /// Puts what a machine wrote into one part: each text only where nothing stands, and where the source still is what the
    /// machine was given. Nothing when there was nothing to write.
    pub fn suggest(&mut self, id: BlockId, source: Locale, texts: &[Suggested]) -> Option<PageStep> {
        let block = self.block_mut(id)?;
        let (marks, machine) = (block.marks().clone(), block.machine_marks().clone());
        let mut sets = Vec::new();
        for Suggested { place, from, text } in texts {
            let is_free = place.lang.is_some_and(|lang| lang != source) && block.get(*place).is_empty();
            if !is_free || block.get(place.lang(source)) != from {
                continue;
            }
            let read = block.format(*place).and_then(|format| format.parse(text).ok());
            let Some(new) = read.filter(|new| !new.is_empty()) else {
                continue;
            };
            block.set(*place, &new, source);
            block.mark_machine(*place);
            sets.push((*place, String::new(), new));
        }
        (!sets.is_empty()).then(|| PageStep::Set {
            block: id,
            sets,
            marks: (marks, block.marks().clone()),
            by_machine: (machine, block.machine_marks().clone()),
        })
    }
}
