//! What was searched for in vain, counted in memory: the part of `missed_searches` that the whole program shares.

mod gathered;
mod term;

use domain::view::Shown;

pub(crate) use gathered::{MissedSearches, Ready, Searcher};
pub(crate) use term::Term;

const DAY: i64 = 86_400_000;
/// Fewer people than this are nobody's business.
pub const PEOPLE: usize = 5;
/// How long a term is shown after somebody looked for it, and how long people are counted who are known by more than their
/// network, milliseconds.
pub(crate) const KEPT: i64 = 30 * DAY;

/// A term that many looked for in vain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedSearch {
    /// As one of them typed it, in the language that is written so.
    pub typed: Shown,
    /// About how many looked for it within thirty days: who is counted twice or not at all cannot always be told.
    pub people: i64,
}
