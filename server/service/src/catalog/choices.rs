//! The categories and cooperatives that a list can be narrowed to, with what it would then hold.

use std::sync::Arc;

use db::entities::product_card;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{CategoryId, CooperativeId};

use super::filter::{categories_of, filter};
use super::view::{Choice, Choices, ListQuery};
use crate::counted::GroupedCounts;
use crate::{Directory, Error, Result, Shop};

/// What `query` can be narrowed to. A category is counted as if none was chosen, a cooperative likewise: choosing one more
/// adds its number. While too many count, the choices have no numbers.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn choices(shop: &Shop, query: &ListQuery) -> Result<Choices> {
    let directory = shop.directory();
    let categories = categories_of(&directory, query).unwrap_or_default();
    let counts = match counts(shop, query, &categories).await {
        Ok(counts) => Some(counts),
        Err(Error::Busy) => None,
        Err(error) => return Err(error),
    };
    Ok(choices_with(&directory, query, counts.as_deref()))
}

/// The choices, with these numbers; what there is none of is left out, unless it was chosen.
pub(crate) fn choices_with(directory: &Directory, query: &ListQuery, counts: Option<&GroupedCounts>) -> Choices {
    let categories = directory.categories.iter().map(|(category, _)| Choice {
        is_chosen: query.categories.iter().any(|slug| slug.as_str() == category.slug),
        slug: category.slug.clone(),
        name: category.name(query.locale),
        count: counts.map(|counts| counts.categories.get(&category.id).copied().unwrap_or_default()),
    });
    // One that is suspended can still be asked for by its address.
    let is_asked = |id: CooperativeId| query.cooperatives.contains(&id);
    let listed = directory
        .all_cooperatives()
        .filter(|c| c.sells() || is_asked(c.entry.id));
    let cooperatives = listed.map(|cooperative| {
        let entry = &cooperative.entry;
        Choice {
            is_chosen: is_asked(entry.id),
            slug: entry.slug.clone(),
            name: entry.name(query.locale),
            count: counts.map(|counts| counts.cooperatives.get(&entry.id).copied().unwrap_or_default()),
        }
    });
    let is_of_use = |choice: &Choice| choice.is_chosen || choice.count != Some(0);
    Choices {
        categories: categories.filter(is_of_use).collect(),
        cooperatives: cooperatives.filter(is_of_use).collect(),
    }
}

async fn counts(shop: &Shop, query: &ListQuery, categories: &[CategoryId]) -> Result<Arc<GroupedCounts>> {
    let version = shop.versions().cards;
    let key = query.count_key(categories);
    if let Some(known) = shop.counts().grouped(version, &key) {
        return Ok(known);
    }
    let of_all = ListQuery {
        cooperatives: Vec::new(),
        ..query.clone()
    };
    let by_category = product_card::Entity::find()
        .select_only()
        .column(product_card::Column::CategoryId)
        .column_as(product_card::Column::ProductId.count(), "products")
        .filter(filter(query, &[]))
        .group_by(product_card::Column::CategoryId)
        .into_tuple::<(CategoryId, i64)>();
    let by_cooperative = product_card::Entity::find()
        .select_only()
        .column(product_card::Column::CooperativeId)
        .column_as(product_card::Column::ProductId.count(), "products")
        .filter(filter(&of_all, categories))
        .group_by(product_card::Column::CooperativeId)
        .into_tuple::<(CooperativeId, i64)>();
    let counted = shop
        .db()
        .read_slowly(async move |db| Ok((by_category.all(db).await?, by_cooperative.all(db).await?)))
        .await?;
    let counts = Arc::new(GroupedCounts {
        categories: counted.0.into_iter().map(|(id, n)| (id, n.unsigned_abs())).collect(),
        cooperatives: counted.1.into_iter().map(|(id, n)| (id, n.unsigned_abs())).collect(),
    });
    shop.counts().put_grouped(version, key, counts.clone());
    Ok(counts)
}
