//! Simple search: every word of the query must be in the names of the product, its category or its cooperative, in any
//! of the languages and scripts, itself or by another [word that means the same](crate::synonyms). It looks at every card, so it has its own place and time
//! ([`read_slowly`](db::Db::read_slowly)) and finds so many at the most.

mod words;

use db::Readable;
use db::entities::product_card;
use db::sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, SimpleExpr};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Locale, ProductId};
use l10n::search_key;

use crate::catalog::{List, PAGE, to_card};
use crate::{Result, Shop};

pub use words::{WORDS, WordsLine, WordsPage, add, line, lines, remove, save};

/// Longest query looked at, characters.
pub const MAX_QUERY: usize = 100;
/// Products found at the most: ten pages. Who looks for more says more.
pub const MAX_FOUND: u32 = 10 * PAGE;
/// Most words looked at.
const MAX_WORDS: usize = 8;

/// Products that match `q`, the popular ones first; an empty query finds nothing.
///
/// # Errors
/// [`Error::Busy`](crate::Error::Busy) when too many search at once or it takes too long.
#[crate::boxed]
pub async fn find(shop: &Shop, locale: Locale, q: &str, page: u32) -> Result<List> {
    let typed: String = q.chars().take(MAX_QUERY).collect();
    let key = search_key(&typed);
    let words: Vec<&str> = key.split_whitespace().take(MAX_WORDS).collect();
    if words.is_empty() {
        return Ok(List {
            cards: Vec::new(),
            total: 0,
            page: 1,
            pages: 1,
            next: None,
        });
    }
    let mut found = product_card::Entity::find().filter(product_card::Column::Lang.eq(locale));
    let directory = shop.directory();
    for term in directory.synonyms.terms(&words) {
        let itself = term.words.iter().map(|word| contains(word));
        let others = term.others.iter().map(|word| contains(word));
        let itself = itself.fold(Condition::all(), Condition::add);
        found = found.filter(others.fold(Condition::any().add(itself), Condition::add));
    }
    let found = found
        .order_by_desc(product_card::Column::Popularity)
        .order_by_desc(product_card::Column::ProductId);
    let (ids, page, rows) = shop
        .db()
        .read_slowly(async move |db| {
            // One pass over the cards, which ends when enough was found.
            let ids: Vec<ProductId> = found
                .clone()
                .select_only()
                .column(product_card::Column::ProductId)
                .limit(u64::from(MAX_FOUND))
                .into_tuple()
                .all(db)
                .await?;
            let page = page.clamp(1, pages_of(ids.len()));
            let start = (page - 1) as usize * PAGE as usize;
            let shown = ids.iter().skip(start).take(PAGE as usize).copied();
            let rows = product_card::Entity::find()
                .filter(product_card::Column::Lang.eq(locale))
                .filter(product_card::Column::ProductId.is_in(shown))
                .order_by_desc(product_card::Column::Popularity)
                .order_by_desc(product_card::Column::ProductId)
                .readable(db)
                .await?;
            Ok((ids, page, rows))
        })
        .await?;
    Ok(List {
        cards: rows.into_iter().map(to_card).collect(),
        total: ids.len() as u64,
        page,
        pages: pages_of(ids.len()),
        next: None,
    })
}

/// That a product is found by `word`, a search key.
fn contains(word: &str) -> SimpleExpr {
    let pattern = format!(
        "%{}%",
        word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
    );
    Expr::col(product_card::Column::Search).like(LikeExpr::new(pattern).escape('\\'))
}

fn pages_of(found: usize) -> u32 {
    Ord::max(1, u32::try_from(found).unwrap_or(u32::MAX).div_ceil(PAGE))
}
