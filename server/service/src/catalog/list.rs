//! Product lists: filtered, sorted, a page at a time.

use db::Readable;
use db::entities::product_card;
use db::sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use db::sea_orm::{
    ColumnTrait, Condition, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use domain::{Locale, Money, OfferTerms, PriceSteps, PricedBy, ProductId, SoldBy};

use super::filter::{categories_of, filter, filter_in_order};
use super::sizes::show_sizes;
use super::view::{Cursor, Home, List, ListQuery, ProductCard, Season, Sort};
use super::{PAGE, shelves};
use crate::rating::Rating;
use crate::{Picture, Result, Shop, Shown, cooperatives};

/// Products from which on a page asked for by number may be read from the end. The count may be some moments old, and
/// a page counted from the other end then overlaps its neighbour: that must be worth it.
const FAR: u64 = 1_000;
/// Cooperatives on the home page at the most.
const HOME_COOPERATIVES: usize = 12;
/// Products that stand in for those that were not found.
const POPULAR: u32 = 8;

/// A page of products.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn list(shop: &Shop, query: &ListQuery) -> Result<List> {
    let Some(categories) = categories_of(&shop.directory(), query) else {
        return Ok(List::empty());
    };
    let (filter, in_order) = (filter(query, &categories), filter_in_order(query, &categories));
    let key = query.count_key(&categories);
    let mut list = page_of(shop, filter, in_order, key, query).await?;
    show_asked_sizes(shop, &mut list.cards, query).await?;
    Ok(list)
}

/// Has each card show a size of the price that was asked for.
pub(crate) async fn show_asked_sizes(shop: &Shop, cards: &mut [ProductCard], query: &ListQuery) -> Result<()> {
    let (least, most) = (query.min_price, query.max_price);
    if least.is_none() && most.is_none() {
        return Ok(());
    }
    let is_asked = |price: i64| least.is_none_or(|least| price >= least) && most.is_none_or(|most| price <= most);
    show_sizes(shop, cards, |offer| is_asked(offer.price_minor)).await?;
    // A page that is sorted by price stays so.
    match query.sort {
        Sort::Cheap => cards.sort_by_key(|card| card.terms.price.minor),
        Sort::Dear => cards.sort_by_key(|card| std::cmp::Reverse(card.terms.price.minor)),
        Sort::PerKilogram => cards.sort_by_key(|card| card.price_per_kg.map_or(i64::MAX, |price| price.minor)),
        Sort::Popular | Sort::New => {}
    }
    Ok(())
}

/// The cards that `query` is narrowed to, in its order; none when its categories are gone.
pub(crate) fn narrowed(shop: &Shop, query: &ListQuery) -> Option<Select<product_card::Entity>> {
    let categories = categories_of(&shop.directory(), query)?;
    let found = product_card::Entity::find().filter(filter_in_order(query, &categories));
    Some(sorted(found, query.sort))
}

/// The cards of these products, where a list of `query` would have them.
pub(crate) async fn cards_of(shop: &Shop, query: &ListQuery, ids: &[ProductId]) -> Result<Vec<ProductCard>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = product_card::Entity::find()
        .filter(filter_in_order(query, &[]))
        .filter(product_card::Column::ProductId.is_in(ids.iter().copied()))
        .readable(shop.db().read())
        .await?;
    Ok(rows.into_iter().map(to_card).collect())
}

/// The first cards of a list, without counting. Categories that are gone have none.
pub(crate) async fn cards(shop: &Shop, query: &ListQuery, limit: u32) -> Result<Vec<ProductCard>> {
    let Some(found) = narrowed(shop, query) else {
        return Ok(Vec::new());
    };
    let rows = found.limit(u64::from(limit)).readable(shop.db().read()).await?;
    Ok(rows.into_iter().map(to_card).collect())
}

/// A page of whatever `filter` finds; `in_order` finds the same and is used to read it in the order of its sort. The count
/// is remembered by `count_key`.
async fn page_of(
    shop: &Shop,
    filter: Condition,
    in_order: Condition,
    count_key: String,
    query: &ListQuery,
) -> Result<List> {
    let db = shop.db().read();
    let version = shop.versions().cards;
    let total = match shop.counts().get(version, &count_key) {
        Some(total) => total,
        None => {
            let total = product_card::Entity::find().filter(filter).count(db).await?;
            shop.counts().put(version, count_key, total);
            total
        }
    };
    let pages = Ord::max(1, u32::try_from(total.div_ceil(u64::from(PAGE))).unwrap_or(u32::MAX));
    let page = query.page.clamp(1, pages);
    let select = product_card::Entity::find().filter(in_order);
    let size = u64::from(PAGE);
    let start = u64::from(page - 1) * size;
    let mut rows = match query.after {
        Some(cursor) if page > 1 => {
            let select = select.filter(behind(cursor, query.sort));
            sorted(select, query.sort).limit(size + 1).readable(db).await?
        }
        // Rows that are passed over are read all the same: in a long list, pages of the second half are read from the end.
        _ if start > Ord::max(total / 2, FAR) => {
            let behind = total.saturating_sub(start + size);
            let extra = u64::from(behind > 0);
            let mut rows = reversed(select, query.sort)
                .offset(behind - extra)
                .limit(total - start - behind + extra)
                .readable(db)
                .await?;
            rows.reverse();
            rows
        }
        _ => {
            sorted(select, query.sort)
                .offset(start)
                .limit(size + 1)
                .readable(db)
                .await?
        }
    };
    let more = rows.len() > PAGE as usize;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|row| Cursor {
        key: sort_key(row, query.sort),
        product: row.product_id,
    });
    Ok(List {
        cards: rows.into_iter().map(to_card).collect(),
        total,
        page,
        pages,
        next,
    })
}

/// A few products that many buy and one can buy now, for a page that has nothing else to show.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn popular(shop: &Shop, locale: Locale) -> Result<Vec<ProductCard>> {
    let query = ListQuery {
        available_only: true,
        ..ListQuery::new(locale)
    };
    cards(shop, &query, POPULAR).await
}

/// What the home page shows.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn home(shop: &Shop, locale: Locale) -> Result<Home> {
    let popular = cards(
        shop,
        &ListQuery {
            available_only: true,
            ..ListQuery::new(locale)
        },
        16,
    )
    .await?;
    let seasonal = sorted(
        product_card::Entity::find()
            .filter(product_card::Column::Lang.eq(locale.nearest_built_in()))
            .filter(product_card::Column::SeasonFrom.is_not_null())
            .filter(product_card::Column::Available.eq(true)),
        Sort::Popular,
    )
    .limit(48)
    .readable(shop.db().read())
    .await?;
    let month = l10n::format::month(shop.now());
    let mut in_season: Vec<ProductCard> = seasonal
        .into_iter()
        .map(to_card)
        .filter(|card| card.season.is_some_and(|season| season.contains(month)))
        .take(8)
        .collect();
    let popular: Vec<ProductCard> = popular
        .into_iter()
        .filter(|card| in_season.iter().all(|c| c.id != card.id))
        .collect();
    let (fill, popular) = popular.split_at(popular.len().min(4_usize.saturating_sub(in_season.len())));
    in_season.extend(fill.iter().cloned());
    let directory = shop.directory();
    Ok(Home {
        in_season,
        popular: popular.iter().take(8).cloned().collect(),
        categories: shelves(shop, locale).await?,
        cooperative_count: directory.cooperatives.len(),
        cooperatives: cooperatives::first(shop, locale, HOME_COOPERATIVES),
        station_count: directory.stations.len(),
        hero: directory.hero.clone().unwrap_or_else(|| Picture {
            key: String::new(),
            width: 1600,
            height: 900,
        }),
    })
}

fn sort_column(sort: Sort) -> (product_card::Column, Order) {
    match sort {
        Sort::Popular => (product_card::Column::Popularity, Order::Desc),
        Sort::Cheap => (product_card::Column::PriceMinor, Order::Asc),
        Sort::PerKilogram => (product_card::Column::PerKgMinor, Order::Asc),
        Sort::Dear => (product_card::Column::PriceMinor, Order::Desc),
        Sort::New => (product_card::Column::CreatedAt, Order::Desc),
    }
}

fn sorted(select: Select<product_card::Entity>, sort: Sort) -> Select<product_card::Entity> {
    let (column, order) = sort_column(sort);
    by(select, column, order)
}

/// From the other end.
fn reversed(select: Select<product_card::Entity>, sort: Sort) -> Select<product_card::Entity> {
    let (column, order) = sort_column(sort);
    by(
        select,
        column,
        if order == Order::Asc { Order::Desc } else { Order::Asc },
    )
}

fn by(
    select: Select<product_card::Entity>,
    column: product_card::Column,
    order: Order,
) -> Select<product_card::Entity> {
    select
        .order_by(column, order.clone())
        .order_by(product_card::Column::ProductId, order)
}

fn sort_key(row: &product_card::Model, sort: Sort) -> i64 {
    match sort {
        Sort::Popular => row.popularity,
        Sort::Cheap | Sort::Dear => row.price_minor,
        Sort::PerKilogram => row.per_kg_minor,
        Sort::New => row.created_at,
    }
}

/// Rows after the cursor: a row value comparison, which both databases answer from the index of the sort.
fn behind(cursor: Cursor, sort: Sort) -> SimpleExpr {
    let (column, order) = sort_column(sort);
    let here = Expr::tuple([Expr::col(column), Expr::col(product_card::Column::ProductId)]);
    let there = Expr::tuple([Expr::val(cursor.key), Expr::val(cursor.product)]);
    if order == Order::Asc {
        here.gt(there)
    } else {
        here.lt(there)
    }
}

pub(crate) fn to_card(row: product_card::Model) -> ProductCard {
    let terms = OfferTerms {
        sold_by: SoldBy {
            unit: row.unit,
            step: row.step,
            min: row.minimum,
            max: row.maximum,
        },
        priced_by: PricedBy {
            unit: row.unit,
            reference_amount: row.reference_amount,
        },
        price: Money::new(row.price_minor, row.currency),
        // A card adds the least that is sold, and no step begins there.
        steps: PriceSteps::NONE,
        net_grams: row.net_grams,
        gross_grams: row.gross_grams,
    };
    let month = |m: Option<i64>| m.and_then(|m| u8::try_from(m).ok());
    ProductCard {
        id: row.product_id,
        slug: row.slug,
        name: shown(row.name, row.name_lang),
        cooperative: shown(row.cooperative_name, row.cooperative_name_lang),
        cooperative_slug: row.cooperative_slug,
        picture: Picture::unpack(&row.picture),
        offer: row.offer_id,
        offer_count: row.offer_count,
        price_per_kg: terms.price_per_kg(),
        terms,
        available: row.available,
        season: month(row.season_from)
            .zip(month(row.season_to))
            .map(|(from, to)| Season { from, to }),
        rating: Rating::new(
            u64::try_from(row.review_count).unwrap_or(0),
            u64::try_from(row.stars_sum).unwrap_or(0),
        ),
    }
}

fn shown(text: String, lang: Locale) -> Shown {
    Shown {
        text,
        lang,
        outdated: false,
    }
}
