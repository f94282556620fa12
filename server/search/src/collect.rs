//! What was found, counted and put in order.

use std::cmp::Ordering;
use std::collections::HashMap;

use domain::{CategoryId, CooperativeId};
use tantivy::DocId;

use crate::facts::{Facts, Numbered, Prices};
use crate::query::{Filter, Sort};
use crate::text::amount::Amount;

/// What something with the amount that was asked for counts more than without.
const WITH_AMOUNT: f64 = 1e6;
/// Candidates that are kept before they are looked through.
const KEPT: usize = 1_024;

/// Counts and chooses.
pub(crate) struct Collector<'c> {
    pub filter: &'c Filter,
    pub sort: Sort,
    pub amount: Option<Amount>,
}

/// A document that was found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    key: f64,
    pub id: i64,
    pub segment: usize,
    pub document: DocId,
}

impl Candidate {
    /// The best first, then the newest.
    fn order(&self, other: &Self) -> Ordering {
        other.key.total_cmp(&self.key).then(other.id.cmp(&self.id))
    }
}

/// What was found in all segments: how many, and the best of them.
pub(crate) struct Collected {
    pub total: u64,
    candidates: Vec<Candidate>,
    /// How many are wanted, and what one must count to be among them.
    wanted: usize,
    least: f64,
    categories: HashMap<i64, u64>,
    cooperatives: HashMap<i64, u64>,
}

impl Collected {
    /// For a page, and those before it.
    pub fn up_to(page: u32, per_page: u32) -> Self {
        Self {
            total: 0,
            candidates: Vec::new(),
            wanted: page.max(1) as usize * per_page.max(1) as usize,
            least: f64::NEG_INFINITY,
            categories: HashMap::new(),
            cooperatives: HashMap::new(),
        }
    }

    /// Keeps one; from time to time those that are not among the wanted go.
    fn keep(&mut self, candidate: Candidate) {
        self.candidates.push(candidate);
        if self.candidates.len() >= self.wanted.saturating_mul(2).max(KEPT) {
            self.candidates
                .select_nth_unstable_by(self.wanted - 1, Candidate::order);
            self.candidates.truncate(self.wanted);
            self.least = self.candidates.last().map_or(f64::NEG_INFINITY, |last| last.key);
        }
    }

    /// The documents of the page, in order; and the page and how many there are.
    pub fn page(&mut self, page: u32, per_page: u32) -> (Vec<Candidate>, u32, u32) {
        let per_page = per_page.max(1);
        let total = u32::try_from(self.total).unwrap_or(u32::MAX);
        let pages = total.div_ceil(per_page).max(1);
        let page = page.clamp(1, pages);
        let start = (page as usize - 1) * per_page as usize;
        self.candidates.sort_unstable_by(Candidate::order);
        let shown = self.candidates.iter().skip(start).take(per_page as usize);
        (shown.copied().collect(), page, pages)
    }

    /// Categories with their counts, the frequent ones first.
    pub fn categories(&self) -> Vec<(CategoryId, u64)> {
        let counts = sorted(&self.categories).into_iter();
        counts.map(|(id, count)| (CategoryId(id), count)).collect()
    }

    /// Cooperatives with their counts, the frequent ones first.
    pub fn cooperatives(&self) -> Vec<(CooperativeId, u64)> {
        let counts = sorted(&self.cooperatives).into_iter();
        counts.map(|(id, count)| (CooperativeId(id), count)).collect()
    }
}

fn sorted(counts: &HashMap<i64, u64>) -> Vec<(i64, u64)> {
    let mut counts: Vec<(i64, u64)> = counts.iter().map(|(id, count)| (*id, *count)).collect();
    counts.sort_unstable_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    counts
}

/// What is counted of the categories, or cooperatives, in one segment.
struct Facet<'f> {
    numbered: &'f Numbered,
    /// Which of them are asked for; nothing when all are.
    wanted: Option<Vec<bool>>,
    counts: Vec<u64>,
}

impl<'f> Facet<'f> {
    fn of(numbered: &'f Numbered, wanted: &[i64]) -> Self {
        Self {
            numbered,
            wanted: (!wanted.is_empty()).then(|| numbered.ids.iter().map(|id| wanted.contains(id)).collect()),
            // One more for those that have none.
            counts: vec![0; numbered.ids.len() + 1],
        }
    }

    /// Whether a document has one that is asked for.
    fn fits(&self, document: DocId) -> bool {
        self.wanted.as_ref().is_none_or(|wanted| {
            let (first, others) = self.numbered.places(document);
            let is_wanted = |place: usize| wanted.get(place).copied().unwrap_or_default();
            is_wanted(first) || others.iter().any(|other| is_wanted(*other as usize))
        })
    }

    fn count(&mut self, document: DocId) {
        let (first, others) = self.numbered.places(document);
        if let Some(count) = self.counts.get_mut(first) {
            *count += 1;
        }
        for other in others {
            if let Some(count) = self.counts.get_mut(*other as usize) {
                *count += 1;
            }
        }
    }

    fn add_to(self, counts: &mut HashMap<i64, u64>) {
        for (id, count) in self.numbered.ids.iter().zip(self.counts) {
            if count > 0 {
                *counts.entry(*id).or_default() += count;
            }
        }
    }
}

impl Collector<'_> {
    /// Counts the documents of one segment, and keeps those that are among the best of what was asked for.
    pub fn collect(&self, segment: usize, facts: &Facts, scored: &[(DocId, f32)], collected: &mut Collected) {
        let filter = self.filter;
        let prices = Prices::of(filter);
        let wanted: Vec<i64> = filter.categories.iter().map(|id| id.get()).collect();
        let mut categories = Facet::of(&facts.categories, &wanted);
        let wanted: Vec<i64> = filter.cooperatives.iter().map(|id| id.get()).collect();
        let mut cooperatives = Facet::of(&facts.cooperatives, &wanted);
        for (document, score) in scored.iter().copied() {
            if prices.as_ref().is_some_and(|prices| !facts.has_price(document, prices)) {
                continue;
            }
            if !filter.townships.is_empty() {
                let mut townships = facts.townships.get(document).iter();
                if !townships.any(|township| filter.townships.iter().any(|wanted| wanted.get() == *township)) {
                    continue;
                }
            }
            // Each of the two is counted as if none of it was chosen.
            let is_of_cooperative = cooperatives.fits(document);
            let is_in_category = categories.fits(document);
            if is_of_cooperative {
                categories.count(document);
            }
            if is_in_category {
                cooperatives.count(document);
            }
            if !is_of_cooperative || !is_in_category {
                continue;
            }
            collected.total += 1;
            let key = self.key(facts, document, score);
            if key >= collected.least {
                collected.keep(Candidate {
                    key,
                    id: facts.id.get(document as usize).copied().unwrap_or_default(),
                    segment,
                    document,
                });
            }
        }
        categories.add_to(&mut collected.categories);
        cooperatives.add_to(&mut collected.cooperatives);
    }

    fn key(&self, facts: &Facts, document: DocId, score: f32) -> f64 {
        let at = document as usize;
        match self.sort {
            Sort::Best => {
                let quality = facts.quality.get(at).copied().unwrap_or(1.0);
                let has_amount = self.amount.is_some_and(|amount| facts.has_amount(document, amount));
                f64::from(score * quality) + if has_amount { WITH_AMOUNT } else { 0.0 }
            }
            Sort::Price => -facts.least_price(document),
            Sort::PriceDown => facts.least_price(document),
            Sort::PerKilo => facts.cheap_per_kilo(document),
            Sort::Popular => f64::from(facts.rank.get(at).copied().unwrap_or_default()),
        }
    }
}
