//! Simple search, for as long as there is no index: every word of the query must be in the names of the product, its category
//! or its cooperative, in any of the languages and scripts, itself or by another [word that means the same](crate::synonyms). It
//! looks at every card, so it has its own place and time ([`read_slowly`](db::Db::read_slowly)) and finds so many at the most.

use std::collections::HashMap;

use db::Readable;
use db::entities::product_card;
use db::sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, SimpleExpr};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use domain::ProductId;
use l10n::search_key;

use super::{Found, MAX_FOUND, MAX_QUERY};
use crate::catalog::{List, ListQuery, PAGE, choices_with, narrowed, show_asked_sizes, to_card};
use crate::like::escaped;
use crate::{Result, Shop};

/// Most words looked at.
const MAX_WORDS: usize = 8;

/// Products that match `words`, in the order of `query`.
pub(super) async fn find(shop: &Shop, query: &ListQuery, words: &str) -> Result<Found> {
    let directory = shop.directory();
    let typed: String = words.chars().take(MAX_QUERY).collect();
    let key = search_key(&typed);
    let words: Vec<&str> = key.split_whitespace().take(MAX_WORDS).collect();
    let choices = choices_with(&directory, query, None);
    let Some(mut found) = narrowed(shop, query).filter(|_| !words.is_empty()) else {
        return Ok(Found {
            choices,
            ..Found::default()
        });
    };
    for term in directory.synonyms.terms(&words) {
        let itself = term.words.iter().map(|word| contains(word));
        let others = term.others.iter().map(|word| contains(word));
        let itself = itself.fold(Condition::all(), Condition::add);
        found = found.filter(others.fold(Condition::any().add(itself), Condition::add));
    }
    let (locale, page) = (query.locale, query.page);
    let (ids, page, rows) = shop
        .db()
        .read_slowly(async move |db| {
            // One pass over the cards, which ends when enough was found.
            let ids: Vec<ProductId> = found
                .select_only()
                .column(product_card::Column::ProductId)
                .limit(u64::from(MAX_FOUND))
                .into_tuple()
                .all(db)
                .await?;
            let page = page.clamp(1, pages_of(ids.len()));
            let start = (page - 1) as usize * PAGE as usize;
            let shown: Vec<ProductId> = ids.iter().skip(start).take(PAGE as usize).copied().collect();
            let rows = product_card::Entity::find()
                .filter(product_card::Column::Lang.eq(locale.nearest_built_in()))
                .filter(product_card::Column::ProductId.is_in(shown))
                .readable(db)
                .await?;
            Ok((ids, page, rows))
        })
        .await?;
    let places: HashMap<ProductId, usize> = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut cards: Vec<_> = rows.into_iter().map(to_card).collect();
    cards.sort_by_key(|card| places.get(&card.id).copied());
    show_asked_sizes(shop, &mut cards, query).await?;
    Ok(Found {
        list: List {
            cards,
            total: ids.len() as u64,
            page,
            pages: pages_of(ids.len()),
            next: None,
        },
        choices,
        is_cut: ids.len() >= MAX_FOUND as usize,
        ..Found::default()
    })
}

/// That a product is found by `word`, a search key.
fn contains(word: &str) -> SimpleExpr {
    let pattern = LikeExpr::new(format!("%{}%", escaped(word)));
    Expr::col(product_card::Column::Search).like(pattern.escape('\\'))
}

fn pages_of(found: usize) -> u32 {
    Ord::max(1, u32::try_from(found).unwrap_or(u32::MAX).div_ceil(PAGE))
}
