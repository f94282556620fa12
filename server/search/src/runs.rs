//! Runs of Chinese in what was typed. They have no spaces: the words of synonyms are cut out of them, and what is between is
//! looked for by its pairs of characters.

use crate::Result;
use crate::lists::Found;
use crate::plan::{INFLECTED, ITSELF, MISTYPED, Plan, Planner, Reading, SYNONYM, Slot};
use crate::synonyms::Part;
use crate::text::chinese;
use crate::typos;
use crate::words::Kind;

impl Planner<'_> {
    /// Adds a run of Chinese; when a part of it is unknown, what it may be as a whole.
    pub(crate) fn add_run(&self, run: &str, plan: &mut Plan) -> Result<()> {
        let (missing, slots) = (plan.missing, plan.slots.len());
        self.add_words_of_run(run, plan)?;
        if self.reading == Reading::Typed || plan.missing == missing {
            return Ok(());
        }
        let runs = typos::runs(self.lists, self.synonyms, run)?;
        let mut slot = Slot::default();
        self.add_runs(&runs, MISTYPED, &mut slot)?;
        if let Some(first) = runs.into_iter().next()
            && !slot.alternatives.is_empty()
        {
            plan.missing = missing;
            plan.slots.truncate(slots);
            plan.slots.push(slot);
            plan.corrections.push((run.to_owned(), first));
        }
        Ok(())
    }

    /// Adds the words of synonyms in a run, and the pairs of what is between them.
    pub(crate) fn add_words_of_run(&self, run: &str, plan: &mut Plan) -> Result<()> {
        let whole = self.synonyms.of(run);
        let mut between = String::new();
        let mut rest = run;
        while !rest.is_empty() {
            let known = match whole {
                Some(_) => Some(run.len()),
                None => self.synonyms.han_prefix(rest),
            };
            if let Some(end) = known {
                self.add_pairs(&between, plan)?;
                between.clear();
                self.add_known_run(&rest[..end], plan)?;
                rest = &rest[end..];
                continue;
            }
            if let Some(behind) = self.add_run_without(rest, plan)? {
                self.add_pairs(&between, plan)?;
                between.clear();
                rest = behind;
                continue;
            }
            let mut characters = rest.chars();
            if let Some(c) = characters.next() {
                if is_little(c) {
                    self.add_pairs(&between, plan)?;
                    between.clear();
                } else {
                    between.push(c);
                }
            }
            rest = characters.as_str();
        }
        self.add_pairs(&between, plan)
    }

    /// Adds a word of synonyms.
    fn add_known_run(&self, run: &str, plan: &mut Plan) -> Result<()> {
        let mut slot = Slot::default();
        self.add_alternative(&vec![Part::Han(run.to_owned())], ITSELF, &mut slot)?;
        for other in self.synonyms.of(run).unwrap_or_default() {
            self.add_alternative(other, SYNONYM, &mut slot)?;
        }
        if slot.alternatives.is_empty() {
            plan.missing += 1;
        } else {
            plan.slots.push(slot);
        }
        Ok(())
    }

    /// Adds a run whose words nobody knows: pairs that something has, as far as they cover it.
    fn add_pairs(&self, run: &str, plan: &mut Plan) -> Result<()> {
        let characters: Vec<char> = run.chars().collect();
        if characters.is_empty() {
            return Ok(());
        }
        let mut pairs = Vec::new();
        for pair in chinese::pairs(run) {
            pairs.push(self.lists.find(&Kind::Han.term(&pair))?);
        }
        let covered: Vec<bool> = (0..characters.len())
            .map(|place| {
                let before = place.checked_sub(1).and_then(|place| pairs.get(place));
                [before, pairs.get(place)].into_iter().flatten().any(Found::is_some)
            })
            .collect();
        let is_any_pair = pairs.iter().any(Found::is_some);
        for found in pairs.into_iter().filter(Found::is_some) {
            let mut slot = Slot::default();
            slot.add(found, ITSELF);
            plan.slots.push(slot);
        }
        for (c, _) in characters.iter().zip(&covered).filter(|(_, is_covered)| !**is_covered) {
            // A character of a word that nothing has says nothing by itself.
            let found = if is_any_pair {
                self.lists.find(&Kind::Han.term(&c.to_string()))?
            } else {
                Found::default()
            };
            if found.is_some() {
                let mut slot = Slot::default();
                slot.add(found, INFLECTED);
                plan.slots.push(slot);
            } else {
                plan.missing += 1;
            }
        }
        Ok(())
    }
}

/// Characters between words.
pub(crate) const fn is_little(c: char) -> bool {
    matches!(c, '的' | '和' | '与' | '及' | '或' | '了' | '吗')
}
