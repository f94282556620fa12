//! What all read on the pages of a product.

use db::entities::review;
use db::sea_orm::sea_query::Order;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use domain::{Locale, ProductId, ReviewState, Stars, WrittenIn};

use super::rows::{read, stars_of, views};
use super::view::ReviewView;
use crate::Shop;
use crate::error::Result;
use crate::rating::Rating;

/// Reviews on a product's own page, and of how many of the newest they are chosen.
const NEWEST: usize = 3;
const CHOSEN_OF: u64 = 100;
/// Reviews on a page of their own.
const PAGE: u64 = 10;

/// How a product is judged, over all of its published reviews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewSummary {
    groups: Vec<Group>,
}

/// Reviews that have all this in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Group {
    stars: Stars,
    lang: WrittenIn,
    has_photo: bool,
    count: u64,
}

impl ReviewSummary {
    /// How many reviews there are.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.groups.iter().map(|group| group.count).sum()
    }

    /// The average of the stars in tenths, rounded; nothing while there are none.
    #[must_use]
    pub fn average_tenths(&self) -> Option<u64> {
        let stars = self
            .groups
            .iter()
            .map(|group| u64::from(group.stars.get()) * group.count);
        Rating::new(self.count(), stars.sum()).map(|rating| rating.tenths)
    }

    /// How many a filter finds.
    #[must_use]
    pub fn count_of(&self, filter: PublicFilter) -> u64 {
        let found = self.groups.iter().filter(|group| {
            filter.stars.is_none_or(|stars| group.stars == stars)
                && filter.lang.is_none_or(|lang| group.lang == lang)
                && (!filter.with_photo || group.has_photo)
        });
        found.map(|group| group.count).sum()
    }
}

/// What a page of reviews is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PublicFilter {
    /// Those with so many stars.
    pub stars: Option<Stars>,
    /// Those in this language.
    pub lang: Option<WrittenIn>,
    /// Those with a picture.
    pub with_photo: bool,
}

/// What a product's own page says of its reviews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductReviews {
    /// How it is judged.
    pub summary: ReviewSummary,
    /// A few, those that say most to the reader first.
    pub newest: Vec<ReviewView>,
}

/// A page of reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewPage {
    /// How the product is judged.
    pub summary: ReviewSummary,
    /// The reviews: those in the language of the page first, of these the newest.
    pub reviews: Vec<ReviewView>,
    /// Which page it is, from 1.
    pub page: u32,
    /// How many there are.
    pub pages: u32,
}

/// How a product is judged, and the reviews on its own page: with words before stars alone, in the reader's language before
/// others, then the newest.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn of_product(shop: &Shop, locale: Locale, product: ProductId) -> Result<ProductReviews> {
    let db = shop.db().read();
    let summary = summary_of(db, product).await?;
    if summary.count() == 0 {
        return Ok(ProductReviews::default());
    }
    let newest = published(product).order_by_desc(review::Column::Id).limit(CHOSEN_OF);
    let mut rows = read(db, newest).await?;
    let own = WrittenIn::from(locale);
    // The sort is stable: what is alike stays in its order.
    rows.sort_by_key(|row| (row.text.is_empty(), row.lang != own));
    rows.truncate(NEWEST);
    Ok(ProductReviews {
        summary,
        newest: views(db, &rows).await?,
    })
}

/// A page of the reviews of a product; one beyond the last is the last.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn page_of_product(
    shop: &Shop,
    locale: Locale,
    product: ProductId,
    filter: PublicFilter,
    page: u32,
) -> Result<ReviewPage> {
    let db = shop.db().read();
    let summary = summary_of(db, product).await?;
    let pages = u32::try_from(summary.count_of(filter).div_ceil(PAGE))
        .unwrap_or(u32::MAX)
        .max(1);
    let page = page.clamp(1, pages);
    let mut wanted = published(product);
    if let Some(stars) = filter.stars {
        wanted = wanted.filter(review::Column::Stars.eq(i64::from(stars.get())));
    }
    if let Some(lang) = filter.lang {
        wanted = wanted.filter(review::Column::Lang.eq(lang));
    }
    if filter.with_photo {
        wanted = wanted.filter(review::Column::Photos.gt(0));
    }
    let wanted = wanted
        .order_by(review::Column::Lang.eq(WrittenIn::from(locale)), Order::Desc)
        .order_by_desc(review::Column::Id)
        .offset(u64::from(page - 1) * PAGE)
        .limit(PAGE);
    let rows = read(db, wanted).await?;
    Ok(ReviewPage {
        summary,
        reviews: views(db, &rows).await?,
        page,
        pages,
    })
}

fn published(product: ProductId) -> Select<review::Entity> {
    review::Entity::find()
        .filter(review::Column::ProductId.eq(product))
        .filter(review::Column::State.eq(ReviewState::Published))
}

async fn summary_of(db: &impl ConnectionTrait, product: ProductId) -> Result<ReviewSummary> {
    let counted: Vec<(i64, String, i64, i64)> = published(product)
        .select_only()
        .column(review::Column::Stars)
        .column(review::Column::Lang)
        .column(review::Column::Photos)
        .column_as(review::Column::Id.count(), "count")
        .group_by(review::Column::Stars)
        .group_by(review::Column::Lang)
        .group_by(review::Column::Photos)
        .into_tuple()
        .all(db)
        .await?;
    let groups = counted.into_iter().map(|(stars, lang, photos, count)| Group {
        stars: stars_of(stars),
        lang: WrittenIn::parse(&lang).unwrap_or(WrittenIn::Other),
        has_photo: photos > 0,
        count: u64::try_from(count).unwrap_or(0),
    });
    Ok(ReviewSummary {
        groups: groups.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(counts: &[(u8, u64)]) -> ReviewSummary {
        let groups = counts.iter().filter_map(|(stars, count)| {
            Some(Group {
                stars: Stars::new(*stars)?,
                lang: WrittenIn::Ug,
                has_photo: *stars == 5,
                count: *count,
            })
        });
        ReviewSummary {
            groups: groups.collect(),
        }
    }

    #[test]
    fn an_average_is_rounded_to_a_tenth() {
        assert_eq!(summary(&[]).average_tenths(), None);
        assert_eq!(summary(&[(4, 1)]).average_tenths(), Some(40));
        assert_eq!(summary(&[(5, 2), (4, 1)]).average_tenths(), Some(47));
        assert_eq!(summary(&[(5, 1), (4, 1), (1, 1)]).average_tenths(), Some(33));
        assert_eq!(summary(&[(5, 99), (1, 1)]).average_tenths(), Some(50));
    }

    #[test]
    fn a_filter_counts_what_has_all_of_it() {
        let summary = summary(&[(5, 2), (4, 3)]);
        let all = PublicFilter::default();
        assert_eq!(summary.count_of(all), 5);
        assert_eq!(
            summary.count_of(PublicFilter {
                with_photo: true,
                ..all
            }),
            2
        );
        let four = PublicFilter {
            stars: Stars::new(4),
            ..all
        };
        assert_eq!(summary.count_of(four), 3);
        assert_eq!(
            summary.count_of(PublicFilter {
                with_photo: true,
                ..four
            }),
            0
        );
        let lang = Some(WrittenIn::Zh);
        assert_eq!(summary.count_of(PublicFilter { lang, ..four }), 0);
    }
}
