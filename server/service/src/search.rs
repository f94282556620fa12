//! Simple search: every word of the query must be in the names of the product, its category or its cooperative, in any
//! of the languages and scripts.

use db::entities::product_card;
use db::sea_orm::sea_query::{Expr, ExprTrait, LikeExpr};
use db::sea_orm::{ColumnTrait, Condition};
use domain::Locale;
use l10n::search_key;

use crate::catalog::{List, ListQuery, page_of};
use crate::{Result, Shop};

/// Longest query looked at, characters.
pub const MAX_QUERY: usize = 100;
/// Most words looked at.
const MAX_WORDS: usize = 8;

/// Products that match `q`; an empty query finds nothing.
///
/// # Errors
/// When the database does not answer.
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
    let mut filter = Condition::all().add(product_card::Column::Lang.eq(locale.code()));
    for word in words {
        let pattern = format!(
            "%{}%",
            word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
        );
        filter = filter.add(Expr::col(product_card::Column::Search).like(LikeExpr::new(pattern).escape('\\')));
    }
    page_of(
        shop,
        filter.clone(),
        filter,
        None,
        &ListQuery {
            page,
            ..ListQuery::new(locale)
        },
    )
    .await
}
