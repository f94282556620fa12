//! What is asked, and what is answered.

use std::ops::RangeInclusive;

use domain::{CategoryId, CooperativeId, Locale, OfferId, ProductId, TownshipId};

use crate::text::amount::Amount;

/// Longest query that is read, characters; the rest is cut off.
pub const LONGEST: usize = 100;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Query<'q> {
    /// As it was typed.
    pub text: &'q str,
    /// The language of the page: names in it come first.
    pub locale: Locale,
    pub filter: Filter,
    pub sort: Sort,
    /// From 1; one behind the last is the last.
    pub page: u32,
    /// Products of a page.
    pub per_page: u32,
}

impl<'q> Query<'q> {
    /// The first 24 products, the best first.
    #[must_use]
    pub fn new(text: &'q str, locale: Locale) -> Self {
        Self {
            text,
            locale,
            filter: Filter::default(),
            sort: Sort::Best,
            page: 1,
            per_page: 24,
        }
    }
}

/// What a product must be; an empty filter lets all through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// In one of these.
    pub categories: Vec<CategoryId>,
    /// Of one of these.
    pub cooperatives: Vec<CooperativeId>,
    /// In one of these.
    pub townships: Vec<TownshipId>,
    /// The price of any of its sizes is in here.
    pub price_fen: Option<RangeInclusive<i64>>,
    /// The price of a kilogram of any of its sizes is in here.
    pub per_kilo_fen: Option<RangeInclusive<i64>>,
    /// Any of its sizes can be bought at this moment. The range of prices is then that of such a size.
    pub is_available: bool,
}

/// The order of what is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Best,
    /// The cheapest size first.
    Price,
    /// The dearest first, by the cheapest size of each.
    PriceDown,
    /// The cheapest kilogram first; what has no weight last.
    PerKilo,
    Popular,
}

/// A product that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub product: ProductId,
    /// The size that has the amount which was asked for; without one in the query, or where no size has it, nothing.
    pub offer: Option<OfferId>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// Those of the page.
    pub hits: Vec<Hit>,
    /// How many there are.
    pub total: u64,
    /// The page, from 1.
    pub page: u32,
    /// How many pages there are, one at the least.
    pub pages: u32,
    /// Categories of what was found, the frequent ones first, each with its number of products; as if none was chosen.
    pub categories: Vec<(CategoryId, u64)>,
    /// The same of cooperatives.
    pub cooperatives: Vec<(CooperativeId, u64)>,
    /// Not all words were found together: these are the nearest, and a page says so.
    pub partial: bool,
    /// What was looked for instead of what was typed, which nothing has: a page says so («shown for …»).
    pub corrected: Option<String>,
    /// The amount that was asked for.
    pub amount: Option<Amount>,
}
