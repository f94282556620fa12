//! Finding goods by what somebody types.
//!
//! Each program has an [index](Engine) of the shop in a folder of its own, made from the database and [following](follow) it.
//! It understands spellings, scripts, mistakes and amounts; what it does is in the crate `search`. Until it is there (it is
//! built when a program starts without one), and while something is wrong with it, a simple search over the database answers.

mod changes;
mod documents;
mod follow;
mod simple;
mod suggest;
mod words;

use std::collections::HashMap;
use std::ops::RangeInclusive;

use ::search::{Filter, Hit, Query, Results};
use domain::{Locale, OfferId, ProductId};

use crate::catalog::{self, Choices, List, ListQuery, PAGE, Sort, choices_with};
use crate::counted::GroupedCounts;
use crate::{Result, Shop};

pub use crate::search_index::{Engine, SearchCounts, ask_for_rebuild};
pub use follow::{Followed, follow};
pub use suggest::{Places, Suggestions, places, suggest};
pub(crate) use words::read_line;
pub use words::{WORDS, WordsLine, WordsPage, add, line, lines, remove, save};

/// Longest query looked at, characters.
pub const MAX_QUERY: usize = 100;
/// Products that the simple search finds at the most: ten pages. Who looks for more says more.
pub const MAX_FOUND: u32 = 10 * PAGE;

/// What was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The products of the page.
    pub list: List,
    /// What they can be narrowed to.
    pub choices: Choices,
    /// No product has all of the words: these have the most of them.
    pub is_partial: bool,
    /// What was looked for, as nothing is called what was typed.
    pub corrected: Option<String>,
    /// There may be more than were looked for.
    pub is_cut: bool,
}

impl Default for Found {
    fn default() -> Self {
        Self {
            list: List::empty(),
            choices: Choices::default(),
            is_partial: false,
            corrected: None,
            is_cut: false,
        }
    }
}

/// Products that match `words`; the best come first unless `query` asks for another order. No words find nothing.
///
/// # Errors
/// [`Error::Busy`](crate::Error::Busy) when too many search at once or it takes too long.
#[crate::boxed]
pub async fn look_for(shop: &Shop, query: &ListQuery, words: &str) -> Result<Found> {
    match in_index(shop, query, words).await? {
        Some(found) => Ok(found),
        None => simple::find(shop, query, words).await,
    }
}

/// A page of the products that match `words`, whatever they cost and wherever they are from.
///
/// # Errors
/// [`Error::Busy`](crate::Error::Busy) when too many search at once or it takes too long.
#[crate::boxed]
pub async fn find(shop: &Shop, locale: Locale, words: &str, page: u32) -> Result<List> {
    let query = ListQuery {
        page,
        ..ListQuery::new(locale)
    };
    Ok(look_for(shop, &query, words).await?.list)
}

/// What the index has; nothing while there is none.
async fn in_index(shop: &Shop, query: &ListQuery, words: &str) -> Result<Option<Found>> {
    let Some(engine) = shop.search_engine() else {
        return Ok(None);
    };
    let Some(asked) = Asked::of(shop, query, words) else {
        return Ok(Some(Found {
            choices: choices_with(&shop.directory(), query, None),
            ..Found::default()
        }));
    };
    let synonyms = shop.directory().synonyms.for_index();
    let results = engine
        .read(move |searcher| searcher.search(&asked.query(), &synonyms))
        .await?;
    match results {
        Some(results) => found(shop, query, results).await.map(Some),
        None => Ok(None),
    }
}

/// A query that can be handed to another thread.
struct Asked {
    words: String,
    locale: Locale,
    filter: Filter,
    sort: ::search::Sort,
    page: u32,
}

impl Asked {
    /// Nothing when nothing can be found: without words, or in categories that are gone.
    fn of(shop: &Shop, query: &ListQuery, words: &str) -> Option<Self> {
        let words: String = words.chars().filter(|c| !c.is_control()).take(MAX_QUERY).collect();
        let directory = shop.directory();
        let categories = catalog::categories_of(&directory, query)?;
        (!words.trim().is_empty()).then(|| Self {
            words,
            locale: query.locale,
            filter: Filter {
                categories,
                cooperatives: query.cooperatives.clone(),
                price_fen: price_range(query),
                is_available: query.available_only,
                ..Filter::default()
            },
            sort: match query.sort {
                // The list's order without one chosen; and the index knows no dates.
                Sort::Popular | Sort::New => ::search::Sort::Best,
                Sort::Cheap => ::search::Sort::Price,
                Sort::Dear => ::search::Sort::PriceDown,
                Sort::PerKilogram => ::search::Sort::PerKilo,
            },
            page: query.page,
        })
    }

    fn query(&self) -> Query<'_> {
        Query {
            filter: self.filter.clone(),
            sort: self.sort,
            page: self.page,
            per_page: PAGE,
            ..Query::new(&self.words, self.locale)
        }
    }
}

fn price_range(query: &ListQuery) -> Option<RangeInclusive<i64>> {
    let is_asked = query.min_price.is_some() || query.max_price.is_some();
    is_asked.then(|| query.min_price.unwrap_or(0)..=query.max_price.unwrap_or(i64::MAX))
}

/// The products as the database has them now: what is gone since the index was written is left out.
async fn found(shop: &Shop, query: &ListQuery, results: Results) -> Result<Found> {
    let ids: Vec<ProductId> = results.hits.iter().map(|hit| hit.product).collect();
    let all = ListQuery::new(query.locale);
    let known = catalog::cards_of(shop, &all, &ids).await?;
    let mut known: HashMap<ProductId, _> = known.into_iter().map(|card| (card.id, card)).collect();
    let mut cards: Vec<_> = ids.iter().filter_map(|id| known.remove(id)).collect();
    let sizes: HashMap<ProductId, OfferId> = results.hits.iter().filter_map(size_of).collect();
    if sizes.is_empty() {
        catalog::show_asked_sizes(shop, &mut cards, query).await?;
    } else {
        catalog::show_sizes(shop, &mut cards, |offer| {
            sizes.get(&offer.product_id) == Some(&offer.id)
        })
        .await?;
    }
    let counts = GroupedCounts {
        categories: results.categories.into_iter().collect(),
        cooperatives: results.cooperatives.into_iter().collect(),
    };
    Ok(Found {
        list: List {
            cards,
            total: results.total,
            page: results.page,
            pages: results.pages,
            next: None,
        },
        choices: choices_with(&shop.directory(), query, Some(&counts)),
        is_partial: results.partial,
        corrected: results.corrected,
        is_cut: false,
    })
}

fn size_of(hit: &Hit) -> Option<(ProductId, OfferId)> {
    hit.offer.map(|offer| (hit.product, offer))
}
