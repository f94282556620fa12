//! Which documents of a segment fill the slots of a plan, and what they count.

use std::cell::RefCell;

use tantivy::DocId;

use crate::Result;
use crate::lists::{Found, Lists, Place};
use crate::plan::{Plan, Slot};

/// Documents in order, each with what it counts.
pub(crate) type Scored = Vec<(DocId, f32)>;

/// How many documents of a list are read in the time in which one is looked for in it.
const LOOKED_FOR: u64 = 12;
/// What part of all documents is few enough to be put in order instead of being marked among all.
const FEW: u64 = 32;

/// Documents that are in any of some lists; in several, they count what they count most in one.
#[derive(Default)]
struct Group<'l> {
    lists: Vec<(f32, &'l Place)>,
    made: Vec<Scored>,
    /// How many there are in all lists together.
    documents: u64,
}

impl<'l> Group<'l> {
    fn add(&mut self, term: &'l Found, weight: f32, segment: usize) {
        for place in term.places.iter().filter(|place| place.segment == segment) {
            self.documents += place.documents();
            self.lists.push((weight, place));
        }
    }
}

/// Which slots are filled, and what that counts, of each document.
pub(crate) struct Filled {
    pub slots: Vec<u32>,
    pub score: Vec<f32>,
}

/// Fills slots in one segment.
pub(crate) struct Filler<'f> {
    lists: &'f Lists<'f>,
    segment: usize,
    /// All documents of the segment.
    documents: u32,
    /// What each document counts in one slot; nothing in those that are not there.
    marks: Vec<f32>,
}

impl<'f> Filler<'f> {
    pub fn new(lists: &'f Lists<'f>, segment: usize, documents: u32) -> Self {
        Self {
            lists,
            segment,
            documents,
            marks: spare(),
        }
    }

    /// Documents that fill all slots.
    pub fn all(&mut self, plan: &Plan) -> Result<Scored> {
        let mut groups = Vec::with_capacity(plan.slots.len());
        for slot in &plan.slots {
            let group = self.of_slot(slot)?;
            if group.documents == 0 {
                return Ok(Vec::new());
            }
            groups.push(group);
        }
        self.in_all(groups)
    }

    /// Documents that have what a plan says that nothing should have, in order.
    pub fn denied(&mut self, plan: &Plan) -> Result<Vec<DocId>> {
        let mut denied = Vec::new();
        for one in &plan.denied {
            denied.extend(self.all(one)?.into_iter().map(|(document, _)| document));
        }
        denied.sort_unstable();
        Ok(denied)
    }

    /// Which slots each document fills.
    pub fn any(&mut self, plan: &Plan) -> Result<Filled> {
        let mut filled = Filled {
            slots: vec![0; self.documents as usize],
            score: vec![0.0; self.documents as usize],
        };
        for (number, slot) in plan.slots.iter().enumerate() {
            let bit = 1_u32 << number;
            let group = self.of_slot(slot)?;
            if self.is_few(group.documents) {
                for (document, counts) in self.in_any(&group)? {
                    let at = document as usize;
                    if let (Some(slots), Some(score)) = (filled.slots.get_mut(at), filled.score.get_mut(at)) {
                        *slots |= bit;
                        *score += counts;
                    }
                }
                continue;
            }
            self.mark(&group)?;
            let rows = filled.slots.iter_mut().zip(&mut filled.score).zip(&self.marks);
            for ((slots, score), counts) in rows {
                *slots |= if *counts > 0.0 { bit } else { 0 };
                *score += *counts;
            }
        }
        Ok(filled)
    }

    fn is_few(&self, documents: u64) -> bool {
        documents * FEW < u64::from(self.documents)
    }

    fn of_slot<'l>(&mut self, slot: &'l Slot) -> Result<Group<'l>> {
        let segment = self.segment;
        let mut group = Group::default();
        for alternative in &slot.alternatives {
            if let [term] = alternative.terms.as_slice() {
                group.add(term, alternative.weight, segment);
                continue;
            }
            // Several terms that must be there together count what they count on average.
            let count = f32::from(u8::try_from(alternative.terms.len()).unwrap_or(u8::MAX));
            let terms = alternative.terms.iter().map(|term| {
                let mut of_term = Group::default();
                of_term.add(term, alternative.weight / count, segment);
                of_term
            });
            let terms: Vec<Group<'_>> = terms.collect();
            let made = self.in_all(terms)?;
            group.documents += made.len() as u64;
            group.made.push(made);
        }
        Ok(group)
    }

    /// Documents that are in all groups, with the sum of what they count in each.
    fn in_all(&mut self, mut groups: Vec<Group<'_>>) -> Result<Scored> {
        groups.sort_by_key(|group| group.documents);
        let Some((rarest, others)) = groups.split_first() else {
            return Ok(Vec::new());
        };
        if rarest.documents == 0 {
            return Ok(Vec::new());
        }
        if !self.is_few(rarest.documents) && !others.is_empty() {
            return self.among_all(rarest, others);
        }
        let mut scored = self.in_any(rarest)?;
        for group in others {
            if scored.is_empty() {
                break;
            }
            self.keep_those_in(group, &mut scored)?;
        }
        Ok(scored)
    }

    /// Documents that are in a group.
    fn in_any(&mut self, group: &Group<'_>) -> Result<Scored> {
        if let ([(weight, place)], []) = (group.lists.as_slice(), group.made.as_slice()) {
            let mut scored = Vec::with_capacity(usize::try_from(group.documents).unwrap_or_default());
            self.lists
                .each_document(place, *weight, |document, counts| scored.push((document, counts)))?;
            return Ok(scored);
        }
        if self.is_few(group.documents) {
            let mut scored = group.made.concat();
            for (weight, place) in &group.lists {
                self.lists
                    .each_document(place, *weight, |document, counts| scored.push((document, counts)))?;
            }
            scored.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
            scored.dedup_by_key(|(document, _)| *document);
            return Ok(scored);
        }
        self.mark(group)?;
        Ok(marked(&self.marks))
    }

    /// Documents that are in a group and all others, of which each has many.
    fn among_all(&mut self, rarest: &Group<'_>, others: &[Group<'_>]) -> Result<Scored> {
        self.mark(rarest)?;
        let mut sums = std::mem::replace(&mut self.marks, spare());
        for group in others {
            self.mark(group)?;
            for (sum, counts) in sums.iter_mut().zip(&self.marks) {
                let both = *sum + *counts;
                *sum = if (*sum > 0.0) & (*counts > 0.0) { both } else { 0.0 };
            }
        }
        let scored = marked(&sums);
        keep(sums);
        Ok(scored)
    }

    /// Keeps those that are in a group, too, and adds what they count there.
    fn keep_those_in(&mut self, group: &Group<'_>, scored: &mut Scored) -> Result<()> {
        let mut counts = vec![0.0_f32; scored.len()];
        if scored.len() as u64 * LOOKED_FOR < group.documents {
            for (weight, place) in &group.lists {
                self.lists.each_among(place, *weight, scored, |number, of_term| {
                    counts[number] = counts[number].max(of_term);
                })?;
            }
            for made in &group.made {
                let mut rest = made.as_slice();
                for ((document, _), counts) in scored.iter().zip(&mut counts) {
                    let before = rest.partition_point(|(other, _)| other < document);
                    rest = &rest[before..];
                    if let Some((other, of_made)) = rest.first()
                        && other == document
                    {
                        *counts = counts.max(*of_made);
                    }
                }
            }
        } else {
            self.mark(group)?;
            for ((document, _), counts) in scored.iter().zip(&mut counts) {
                *counts = self.marks.get(*document as usize).copied().unwrap_or_default();
            }
        }
        let mut counts = counts.into_iter();
        scored.retain_mut(|(_, sum)| {
            let counts = counts.next().unwrap_or_default();
            *sum += counts;
            counts > 0.0
        });
        Ok(())
    }

    /// Marks the documents of a group among all.
    fn mark(&mut self, group: &Group<'_>) -> Result<()> {
        self.marks.clear();
        self.marks.resize(self.documents as usize, 0.0);
        let marks = &mut self.marks;
        let mut mark = |document: DocId, counts: f32| {
            if let Some(mark) = marks.get_mut(document as usize)
                && *mark < counts
            {
                *mark = counts;
            }
        };
        for (weight, place) in &group.lists {
            self.lists.each_document(place, *weight, &mut mark)?;
        }
        for (document, counts) in group.made.iter().flatten() {
            mark(*document, *counts);
        }
        Ok(())
    }
}

impl Drop for Filler<'_> {
    fn drop(&mut self) {
        keep(std::mem::take(&mut self.marks));
    }
}

thread_local! {
    /// Rows of marks that a search has left: asking the system for their memory takes as long as filling them.
    static SPARE: RefCell<Vec<Vec<f32>>> = const { RefCell::new(Vec::new()) };
}

/// Rows that a thread keeps.
const KEPT: usize = 2;

fn spare() -> Vec<f32> {
    SPARE.with_borrow_mut(Vec::pop).unwrap_or_default()
}

fn keep(marks: Vec<f32>) {
    if marks.capacity() > 0 {
        SPARE.with_borrow_mut(|spare| {
            spare.push(marks);
            spare.truncate(KEPT);
        });
    }
}

/// The documents that are marked.
fn marked(marks: &[f32]) -> Scored {
    // Without a branch: which documents are there cannot be guessed.
    let mut scored = vec![(0, 0.0); marks.len()];
    let mut count = 0;
    for (document, counts) in (0..).zip(marks) {
        scored[count] = (document, *counts);
        count += usize::from(*counts > 0.0);
    }
    scored.truncate(count);
    scored
}

/// How much of a plan each set of slots is: what is rare counts more.
pub(crate) struct Importance {
    /// By the sets of the first eight slots, of the next eight, and so on.
    of_sets: Box<[[f32; 256]; 4]>,
}

/// What a word counts that is only in descriptions, when not all are found.
const UNNAMED: f32 = 0.3;

impl Importance {
    pub fn new(plan: &Plan, documents: u64) -> Self {
        let mut of_sets = Box::new([[0.0_f32; 256]; 4]);
        for (of_sets, slots) in of_sets.iter_mut().zip(plan.slots.chunks(8)) {
            let mut sets = 1;
            for slot in slots {
                let often = slot.often().clamp(1, documents.max(1));
                // A word that only descriptions have may be there by chance.
                let importance = rarity(documents, often) * if slot.is_named() { 1.0 } else { UNNAMED };
                let (without, with) = of_sets.split_at_mut(sets);
                for (with, without) in with.iter_mut().zip(without) {
                    *with = *without + importance;
                }
                sets *= 2;
            }
        }
        Self { of_sets }
    }

    pub fn of(&self, slots: u32) -> f32 {
        let sets = slots.to_le_bytes().into_iter().zip(self.of_sets.iter());
        sets.map(|(set, of_sets)| of_sets[usize::from(set)]).sum()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a rough measure")]
fn rarity(documents: u64, often: u64) -> f32 {
    (1.0 + documents as f32 / often as f32).ln()
}
