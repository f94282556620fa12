//! What a row says beside prices, stock and texts: how much of a size one buyer may have; in which category its product is, in
//! which months it is in season, and of which year's harvest.

use std::fmt::Write as _;

use db::Tx;
use db::entities::product;
use domain::{CategoryId, ProductId, Quantity, RowProblem, TableColumn, TableKind, parse_stock};
use tables::Item;

use super::super::product::{
    harvest_year, is_none, lock_product, require_shown, set_category, set_harvest_year, set_season,
};
use super::super::sizes::set_buyer_limit;
use super::cells::Notes;
use super::plan::Rules;
use crate::catalog::{OfferRow, Season};
use crate::error::Result;
use crate::{Shown, proposals};

/// First and last month, both or none.
pub(super) type Months = (Option<i64>, Option<i64>);

/// A size and its product as they stand, or stood when they were exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    pub limit: Option<i64>,
    pub year: Option<i64>,
    pub season: Months,
    /// The one that was saved last.
    pub category: CategoryId,
}

/// What stands before them in a cell of an export.
pub(super) const FACTS: &str = "facts";

impl Facts {
    /// As they are. `category`: the one that waits for the Centre, if one does.
    pub fn of(offer: &OfferRow, product: &product::Model, category: Option<CategoryId>) -> Self {
        Self {
            limit: offer.buyer_limit,
            year: product.harvest_year,
            season: (product.season_from, product.season_to),
            category: category.unwrap_or(product.category_id),
        }
    }

    /// As the last part of a cell that says what was exported: `facts3,2026,9,11,5`.
    pub fn write(self) -> String {
        let mut part = FACTS.to_owned();
        for number in [self.limit, self.year, self.season.0, self.season.1] {
            if let Some(number) = number {
                // Nothing can fail while text is added to text.
                let _ = write!(part, "{number}");
            }
            part.push(',');
        }
        let _ = write!(part, "{}", self.category);
        part
    }

    /// Reads what [`write`](Self::write) wrote; nothing of anything else.
    pub fn read(part: &str) -> Option<Self> {
        let mut numbers = part.strip_prefix(FACTS)?.split(',');
        let mut number = || match numbers.next() {
            Some("") => Some(None),
            Some(number) => number.parse().ok().map(Some),
            None => None,
        };
        let (limit, year, from, to, category) = (number()?, number()?, number()?, number()?, number()?);
        Some(Self {
            limit,
            year,
            season: (from, to),
            category: CategoryId(category?),
        })
    }
}

/// Those of them that a row makes others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NewFacts {
    pub limit: Option<Option<i64>>,
    pub year: Option<Option<i64>>,
    pub season: Option<Months>,
    pub category: Option<CategoryId>,
}

impl NewFacts {
    /// Whether it makes none of them another.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// One of them as it is and as it would become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactChange {
    /// The most that one buyer may have within 30 days, in the unit of the row.
    BuyerLimit {
        /// As it is; none where that is not bounded.
        before: Option<Quantity>,
        /// As it would become.
        after: Option<Quantity>,
    },
    /// Of which year's harvest the product is.
    HarvestYear {
        /// As it is; none where nobody said so.
        before: Option<i64>,
        /// As it would become.
        after: Option<i64>,
    },
    /// When the product is in season.
    Season {
        /// As it is; none for all year.
        before: Option<Season>,
        /// As it would become.
        after: Option<Season>,
    },
    /// The product's category.
    Category {
        /// In which it is.
        before: Shown,
        /// In which it would come.
        after: Shown,
    },
}

/// What of `now` a row makes another, to be shown.
pub(super) fn shown(rules: &Rules, now: Facts, new: NewFacts) -> Vec<FactChange> {
    let name = |id: CategoryId| {
        let found = rules.directory.category(id);
        found
            .map(|(category, _)| category.name(rules.language))
            .unwrap_or_default()
    };
    let limit = new.limit.map(|after| FactChange::BuyerLimit {
        before: now.limit.map(Quantity),
        after: after.map(Quantity),
    });
    let year = new.year.map(|after| FactChange::HarvestYear {
        before: now.year,
        after,
    });
    let season = new.season.map(|after| FactChange::Season {
        before: season_of(now.season),
        after: season_of(after),
    });
    let category = new.category.map(|after| FactChange::Category {
        before: name(now.category),
        after: name(after),
    });
    [limit, year, season, category].into_iter().flatten().collect()
}

fn season_of((from, to): Months) -> Option<Season> {
    let month = |month: Option<i64>| month.and_then(|month| u8::try_from(month).ok());
    let (from, to) = (month(from)?, month(to)?);
    Some(Season { from, to })
}

/// What a row makes another of a size that is there. An empty cell leaves what is there, a dash takes it away.
pub(super) fn changed(
    rules: &Rules,
    item: &Item,
    offer: &OfferRow,
    (now, seen): (Facts, Option<Facts>),
    wrong: &mut Notes<'_>,
) -> NewFacts {
    NewFacts {
        limit: limit(item, offer, now.limit, seen.map(|seen| seen.limit), wrong),
        year: year(rules, item, now.year, seen.map(|seen| seen.year), wrong),
        season: season(item, now.season, wrong).and_then(|months| {
            new_of(
                months,
                now.season,
                seen.map(|seen| seen.season),
                wrong,
                TableColumn::SeasonFrom,
            )
        }),
        category: category(rules, item, now.category, seen.map(|seen| seen.category), wrong),
    }
}

/// What a row says of a product that it makes; its category is asked for elsewhere.
pub(super) fn of_new(rules: &Rules, item: &Item, wrong: &mut Notes<'_>) -> NewFacts {
    NewFacts {
        year: year_of(rules, item, wrong).filter(Option::is_some),
        season: season(item, (None, None), wrong).filter(|months| months.0.is_some()),
        ..NewFacts::default()
    }
}

/// What was read, where it is neither what is there nor what was exported. What somebody else changed since is noted.
fn new_of<T: PartialEq>(read: T, now: T, seen: Option<T>, wrong: &mut Notes<'_>, column: TableColumn) -> Option<T> {
    if read == now || seen.as_ref() == Some(&read) {
        return None;
    }
    if seen.is_some_and(|seen| seen != now) {
        wrong.note(column, RowProblem::Changed, "");
        return None;
    }
    Some(read)
}

fn limit(
    item: &Item,
    offer: &OfferRow,
    now: Option<i64>,
    seen: Option<Option<i64>>,
    wrong: &mut Notes<'_>,
) -> Option<Option<i64>> {
    if item.buyer_limit.is_empty() {
        return None;
    }
    // One that was exported may not be sold like that any more; nobody asks for it then.
    let read = parse_stock(&item.buyer_limit, offer.unit).ok();
    if read.is_some() && (read == now || seen == Some(read)) {
        return None;
    }
    match offer.amounts().parse_buyer_limit(&item.buyer_limit) {
        Ok(limit) => new_of(limit, now, seen, wrong, TableColumn::BuyerLimit),
        Err(_) => {
            wrong.note(TableColumn::BuyerLimit, RowProblem::InvalidLimit, &item.buyer_limit);
            None
        }
    }
}

fn year(
    rules: &Rules,
    item: &Item,
    now: Option<i64>,
    seen: Option<Option<i64>>,
    wrong: &mut Notes<'_>,
) -> Option<Option<i64>> {
    // One that was exported is not asked about, whatever the clock says.
    let read: Option<i64> = item.harvest_year.parse().ok();
    if read.is_some() && (read == now || seen == Some(read)) {
        return None;
    }
    new_of(year_of(rules, item, wrong)?, now, seen, wrong, TableColumn::HarvestYear)
}

fn year_of(rules: &Rules, item: &Item, wrong: &mut Notes<'_>) -> Option<Option<i64>> {
    if item.harvest_year.is_empty() {
        return None;
    }
    let year = harvest_year(&item.harvest_year, rules.now);
    if year.is_err() {
        wrong.note(TableColumn::HarvestYear, RowProblem::InvalidYear, &item.harvest_year);
    }
    year.ok()
}

/// The number of a month, also as Chinese writes it.
pub(super) fn month_number(typed: &str) -> Option<i64> {
    typed.trim_end_matches('月').trim().parse().ok()
}

/// The months of a row; an empty cell stands for the month that is there.
fn season(item: &Item, now: Months, wrong: &mut Notes<'_>) -> Option<Months> {
    let [from, to] = &item.season;
    if from.is_empty() && to.is_empty() {
        return None;
    }
    let month = |typed: &str, now: Option<i64>| match typed {
        "" => Some(now),
        typed if is_none(typed) => Some(None),
        typed => match month_number(typed) {
            Some(month @ 1..=12) => Some(Some(month)),
            _ => None,
        },
    };
    let read = (month(from, now.0), month(to, now.1));
    let (column, typed) = match read {
        (None, _) => (TableColumn::SeasonFrom, from),
        (_, None) => (TableColumn::SeasonTo, to),
        (Some(None), Some(Some(_))) => (TableColumn::SeasonFrom, from),
        (Some(Some(_)), Some(None)) => (TableColumn::SeasonTo, to),
        (Some(first), Some(last)) => return Some((first, last)),
    };
    wrong.note(column, RowProblem::InvalidMonth, typed);
    None
}

fn category(
    rules: &Rules,
    item: &Item,
    now: CategoryId,
    seen: Option<CategoryId>,
    wrong: &mut Notes<'_>,
) -> Option<CategoryId> {
    // Shelves of another shop are not ours.
    if item.category.is_empty() || rules.kind != TableKind::Own {
        return None;
    }
    // What is in one that the Centre has hidden may stay there, and nothing comes into it.
    let (shown, hidden) = (
        rules.words.category(&item.category),
        rules.words.hidden_category(&item.category),
    );
    let mut named = [shown, hidden].into_iter().flatten();
    if named.any(|id| id == now || seen == Some(id)) {
        return None;
    }
    match shown {
        Some(category) => new_of(category, now, seen, wrong, TableColumn::Category),
        None => {
            wrong.note(TableColumn::Category, RowProblem::InvalidChoice, &item.category);
            None
        }
    }
}

/// Writes them. The stock and the product are locked; a category waits where the Centre asks for that.
pub(super) async fn write(tx: &Tx, rules: &Rules, offer: &OfferRow, new: NewFacts) -> Result<()> {
    if let Some(limit) = new.limit {
        set_buyer_limit(tx, offer.id, limit).await?;
    }
    write_of_product(tx, offer.product_id, new).await?;
    if let Some(category) = new.category {
        let product = lock_product(tx, rules.cooperative, offer.product_id).await?;
        require_shown(tx, category).await?;
        match proposals::open(tx, &product).await? {
            Some(mut change) => {
                change.set_category(product.category_id, category);
                change.save(tx, rules.now).await?;
            }
            None => set_category(tx, product.id, category).await?,
        }
    }
    Ok(())
}

/// Writes what needs nobody's yes.
pub(super) async fn write_of_product(tx: &Tx, product: ProductId, new: NewFacts) -> Result<()> {
    if let Some(season) = new.season {
        set_season(tx, product, season).await?;
    }
    if let Some(year) = new.year {
        set_harvest_year(tx, product, year).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_exported_is_read_as_the_same() {
        let all = Facts {
            limit: Some(3),
            year: Some(2026),
            season: (Some(9), Some(11)),
            category: CategoryId(5),
        };
        let none = Facts {
            limit: None,
            year: None,
            season: (None, None),
            ..all
        };
        assert_eq!(all.write(), "facts3,2026,9,11,5");
        assert_eq!(none.write(), "facts,,,,5");
        for facts in [all, none] {
            assert_eq!(Facts::read(&facts.write()), Some(facts));
        }
        for damaged in ["", "facts", "facts3,2026,9,11", "facts3,2026,9,x,5", "done000000"] {
            assert_eq!(Facts::read(damaged), None, "{damaged:?}");
        }
    }
}
