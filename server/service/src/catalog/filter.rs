//! What a list is narrowed to, as a condition on its rows.

use db::entities::{offer, product_card};
use db::sea_orm::sea_query::{Expr, ExprTrait};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use domain::{CategoryId, OfferStatus};

use super::view::{ListQuery, Sort};
use crate::Directory;

/// The categories that are asked for; `None` when those that are asked for are all gone, so that nothing is found.
pub(crate) fn categories_of(directory: &Directory, query: &ListQuery) -> Option<Vec<CategoryId>> {
    let known: Vec<CategoryId> = query
        .categories
        .iter()
        .filter_map(|slug| directory.category_by_slug(slug.as_str()))
        .map(|(category, _)| category.id)
        .collect();
    (query.categories.is_empty() || !known.is_empty()).then_some(known)
}

/// What a query finds, for counting: an index of prices answers it.
pub(super) fn filter(query: &ListQuery, categories: &[CategoryId]) -> Condition {
    filter_by(query, categories, Use::Index, Use::Index)
}

/// The same, for reading in the order of the sort: `price_minor + 0` is in no index. Offered one, SQLite would read all
/// that match, thousands of rows, and sort them for the sake of one page.
pub(super) fn filter_in_order(query: &ListQuery, categories: &[CategoryId]) -> Condition {
    let price = match query.sort {
        Sort::Cheap | Sort::Dear => Use::Index,
        Sort::Popular | Sort::New | Sort::PerKilogram => Use::PassOver,
    };
    filter_by(query, categories, price, Use::PassOver)
}

/// How a column that is compared may be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// By an index.
    Index,
    /// Not by an index: rows are passed over.
    PassOver,
}

impl Use {
    fn of(self, column: product_card::Column) -> Expr {
        match self {
            Self::Index => Expr::col(column),
            Self::PassOver => Expr::col(column).add(0),
        }
    }
}

fn filter_by(query: &ListQuery, categories: &[CategoryId], price: Use, several: Use) -> Condition {
    use product_card::Column;
    let category = match categories {
        [] => None,
        [one] => Some(Column::CategoryId.eq(*one)),
        _ => Some(several.of(Column::CategoryId).is_in(categories.iter().copied())),
    };
    let cooperative = match query.cooperatives.as_slice() {
        [] => None,
        [one] => Some(Column::CooperativeId.eq(*one)),
        all => Some(several.of(Column::CooperativeId).is_in(all.iter().copied())),
    };
    Condition::all()
        .add(Column::Lang.eq(query.locale.nearest_built_in()))
        .add_option(category)
        .add_option(cooperative)
        .add_option(any_size(query, price))
        .add_option(query.available_only.then(|| Column::Available.eq(true)))
}

/// That a size costs what is asked for. The card knows the price it shows, the lowest and the highest one; only where the
/// range lies between these are the sizes themselves looked at.
fn any_size(query: &ListQuery, price: Use) -> Option<Condition> {
    use product_card::Column;
    let (least, most) = (query.min_price, query.max_price);
    if least.is_none() && most.is_none() {
        return None;
    }
    let within = |column: &Expr| {
        Condition::all()
            .add_option(least.map(|least| column.clone().gte(least)))
            .add_option(most.map(|most| column.clone().lte(most)))
    };
    let (lowest, highest) = (Expr::col(Column::LowestMinor), Expr::col(Column::HighestMinor));
    let between = least.zip(most).map(|(least, most)| {
        let sizes = offer::Entity::find()
            .select_only()
            .column(offer::Column::Id)
            .filter(
                Expr::col((offer::Entity, offer::Column::ProductId)).equals((product_card::Entity, Column::ProductId)),
            )
            .filter(offer::Column::Status.eq(OfferStatus::Active))
            .filter(offer::Column::PriceMinor.gte(least))
            .filter(offer::Column::PriceMinor.lte(most))
            .into_query();
        Condition::all()
            .add(lowest.clone().lt(least))
            .add(highest.clone().gt(most))
            .add(Column::OfferCount.gt(2))
            .add(Expr::exists(sizes))
    });
    // Rows of the release before know no lowest and highest price.
    let others = Condition::any()
        .add(within(&lowest))
        .add(within(&highest))
        .add_option(between);
    Some(
        Condition::any()
            .add(within(&price.of(Column::PriceMinor)))
            .add(Condition::all().add(highest.gt(0)).add(others)),
    )
}
