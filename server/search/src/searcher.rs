//! Searching.

use std::sync::Arc;

use domain::ProductId;
use tantivy::DocId;

use crate::Result;
use crate::collect::{Collected, Collector};
use crate::facts::Facts;
use crate::fields::Fields;
use crate::fill::{Filler, Importance, Scored};
use crate::lists::Lists;
use crate::plan::{Plan, Planner, Reading};
use crate::query::{Hit, LONGEST, Query, Results};
use crate::synonyms::Synonyms;
use crate::text::{Token, amount, cut};

/// What an index holds at a moment. Clones are the same one, and cost nothing.
#[derive(Clone)]
pub struct Searcher {
    pub(crate) searcher: tantivy::Searcher,
    pub(crate) fields: Arc<Fields>,
    /// By segment.
    pub(crate) facts: Vec<Arc<Facts>>,
}

impl std::fmt::Debug for Searcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Searcher").finish_non_exhaustive()
    }
}

/// What a plan found.
pub(crate) struct Answer {
    pub plan: Plan,
    /// By segment.
    pub found: Vec<Scored>,
    /// Whether all words are there together.
    pub is_whole: bool,
}

impl Searcher {
    /// The facts of segments that the one before it had, too, are taken from there.
    pub(crate) fn new(searcher: tantivy::Searcher, fields: Arc<Fields>, before: Option<&Self>) -> Result<Self> {
        let mut facts = Vec::new();
        for segment in searcher.segment_readers() {
            let known = before.and_then(|before| {
                let mut segments = before.searcher.segment_readers().iter();
                let place = segments.position(|other| other.segment_id() == segment.segment_id())?;
                before.facts.get(place)
            });
            facts.push(match known {
                Some(known) => Arc::clone(known),
                None => Arc::new(Facts::of(segment)?),
            });
        }
        Ok(Self {
            searcher,
            fields,
            facts,
        })
    }

    /// Finds products. What is typed well is found first; what nothing has is taken for mistyped; and when no product has
    /// all words, those that have most of them are found. A text without words finds nothing.
    ///
    /// # Errors
    /// The index cannot be read: open it again.
    pub fn search(&self, query: &Query<'_>, synonyms: &Synonyms) -> Result<Results> {
        self.find(query, synonyms, false)
    }

    /// The same; `is_open` when the last word may be unfinished.
    pub(crate) fn find(&self, query: &Query<'_>, synonyms: &Synonyms, is_open: bool) -> Result<Results> {
        let (tokens, amount) = read(query.text);
        let lists = Lists::of_products(&self.searcher, &self.fields, query.locale)?;
        let mut results = Results {
            amount,
            page: 1,
            pages: 1,
            ..Results::default()
        };
        let mut answer = match amount {
            // Only an amount: everything that has it.
            Some(amount) if tokens.is_empty() => self.with_amount(amount),
            _ => self.whole(&lists, &tokens, synonyms, is_open)?,
        };
        if is_empty(&answer.found) {
            answer.found = self.nearest(&lists, &answer.plan)?;
            answer.is_whole = false;
        }
        if is_empty(&answer.found) {
            return Ok(results);
        }
        let collector = Collector {
            filter: &query.filter,
            sort: query.sort,
            amount,
        };
        let mut collected = Collected::up_to(query.page, query.per_page);
        for (segment, (facts, scored)) in self.facts.iter().zip(&answer.found).enumerate() {
            collector.collect(segment, facts, scored, &mut collected);
        }
        results.total = collected.total;
        let (candidates, page, pages) = collected.page(query.page, query.per_page);
        results.page = page;
        results.pages = pages;
        results.hits = candidates
            .iter()
            .map(|candidate| {
                let facts = amount.zip(self.facts.get(candidate.segment));
                Hit {
                    product: ProductId(candidate.id),
                    offer: facts.and_then(|(amount, facts)| facts.offer_with(candidate.document, amount)),
                }
            })
            .collect();
        results.categories = collected.categories();
        results.cooperatives = collected.cooperatives();
        results.partial = !answer.is_whole;
        results.corrected = corrected(query.text, &tokens, &answer.plan);
        Ok(results)
    }

    /// What has all words, read as they are typed, then as mistyped. When nothing has them, the plan is the one of which as much
    /// as possible is to be found.
    pub(crate) fn whole(
        &self,
        lists: &Lists<'_>,
        tokens: &[Token],
        synonyms: &Synonyms,
        is_open: bool,
    ) -> Result<Answer> {
        let mut planner = Planner {
            lists,
            synonyms,
            reading: Reading::Typed,
            is_open,
        };
        let typed = planner.plan(tokens)?;
        let is_all_known = typed.missing == 0 && !typed.slots.is_empty();
        if is_all_known {
            let found = self.all(lists, &typed)?;
            if !is_empty(&found) {
                return Ok(Answer {
                    plan: typed,
                    found,
                    is_whole: true,
                });
            }
        }
        planner.reading = Reading::Mistyped;
        let plan = planner.plan(tokens)?;
        let found = if is_all_known && plan.corrections.is_empty() {
            Vec::new()
        } else {
            self.all(lists, &plan)?
        };
        let is_whole = plan.missing == 0 && !is_empty(&found);
        // A word that is known stays as it is when another reading finds no more.
        if is_all_known && !is_whole {
            return Ok(Answer {
                plan: typed,
                found: Vec::new(),
                is_whole: false,
            });
        }
        Ok(Answer { plan, found, is_whole })
    }

    /// What fills all slots of a plan.
    fn all(&self, lists: &Lists<'_>, plan: &Plan) -> Result<Vec<Scored>> {
        let mut found = Vec::new();
        for (number, segment) in self.searcher.segment_readers().iter().enumerate() {
            let mut filler = Filler::new(lists, number, segment.max_doc());
            let mut scored = filler.all(plan)?;
            let denied = filler.denied(plan)?;
            if !denied.is_empty() {
                scored.retain(|(document, _)| denied.binary_search(document).is_err());
            }
            if let Some(alive) = segment.alive_bitset() {
                scored.retain(|(document, _)| alive.is_alive(*document));
            }
            found.push(scored);
        }
        Ok(found)
    }

    /// What fills most of the slots of a plan: those that tell most.
    fn nearest(&self, lists: &Lists<'_>, plan: &Plan) -> Result<Vec<Scored>> {
        let segments = self.searcher.segment_readers();
        if plan.slots.is_empty() {
            return Ok(Vec::new());
        }
        let importance = Importance::new(plan, self.searcher.num_docs());
        let mut best = 0.0_f32;
        let mut near: Vec<Vec<(DocId, f32, f32)>> = Vec::with_capacity(segments.len());
        for (number, segment) in segments.iter().enumerate() {
            let mut filler = Filler::new(lists, number, segment.max_doc());
            let denied = filler.denied(plan)?;
            let filled = filler.any(plan)?;
            let mut of_segment = Vec::new();
            for (document, (slots, score)) in (0..).zip(filled.slots.into_iter().zip(filled.score)) {
                let importance = importance.of(slots);
                let is_near = importance > 0.0 && importance >= best * NEARLY;
                if is_near && !segment.is_deleted(document) && denied.binary_search(&document).is_err() {
                    best = best.max(importance);
                    of_segment.push((document, score, importance));
                }
            }
            near.push(of_segment);
        }
        let least = best * NEARLY;
        let found = near.into_iter().map(|of_segment| {
            let near = of_segment.into_iter().filter(|(.., importance)| *importance >= least);
            near.map(|(document, score, importance)| (document, score + importance * IMPORTANT))
                .collect()
        });
        Ok(found.collect())
    }

    /// All products with a size of this amount.
    fn with_amount(&self, amount: amount::Amount) -> Answer {
        let mut found = Vec::new();
        for (segment, facts) in self.searcher.segment_readers().iter().zip(&self.facts) {
            let documents = segment.doc_ids_alive();
            let with = documents.filter(|document| facts.has_amount(*document, amount));
            found.push(with.map(|document| (document, 1.0)).collect());
        }
        Answer {
            plan: Plan::default(),
            found,
            is_whole: true,
        }
    }
}

/// Of a partial answer: how near to the best it must come.
const NEARLY: f32 = 0.95;
/// What the words that are there count beside where they are.
const IMPORTANT: f32 = 10.0;

fn is_empty(found: &[Scored]) -> bool {
    found.iter().all(Vec::is_empty)
}

/// The words and the amount of what was typed.
pub(crate) fn read(text: &str) -> (Vec<Token>, Option<amount::Amount>) {
    let typed: String = text.chars().take(LONGEST).collect();
    amount::take(&cut(&typed))
}

/// What was typed, with what was looked for instead.
fn corrected(text: &str, tokens: &[Token], plan: &Plan) -> Option<String> {
    if plan.corrections.is_empty() {
        return None;
    }
    let mut all = text.trim().to_lowercase();
    for (typed, instead) in &plan.corrections {
        if all.contains(typed.as_str()) {
            all = all.replacen(typed.as_str(), instead, 1);
        } else {
            // Written in other characters than it is read in: put together anew.
            let words: Vec<&str> = tokens
                .iter()
                .map(|token| {
                    let instead = plan.corrections.iter().find(|(typed, _)| *typed == token.text);
                    instead.map_or(token.text.as_str(), |(_, instead)| instead.as_str())
                })
                .collect();
            return Some(words.join(" "));
        }
    }
    Some(all)
}
