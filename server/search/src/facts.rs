//! What is asked of each document that is found, in rows in memory: read once for each part of the index, which never changes.

use std::ops::RangeInclusive;

use domain::OfferId;
use tantivy::columnar::Column;
use tantivy::{DocId, SegmentReader};

use crate::Result;
use crate::fields::{AVAILABLE, unit_number};
use crate::query::Filter;
use crate::text::amount::Amount;

/// Some values of each document, one after the other.
pub(crate) struct Rows<T> {
    /// Where those of each document begin, and where the last end.
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T> Rows<T> {
    fn of(documents: DocId, mut add: impl FnMut(DocId, &mut Vec<T>)) -> Self {
        let mut rows = Self {
            starts: vec![0],
            values: Vec::new(),
        };
        rows.starts.reserve_exact(documents as usize);
        for document in 0..documents {
            add(document, &mut rows.values);
            rows.starts.push(u32::try_from(rows.values.len()).unwrap_or(u32::MAX));
        }
        rows.values.shrink_to_fit();
        rows
    }

    pub fn get(&self, document: DocId) -> &[T] {
        let at = document as usize;
        let [start, end] = self.starts.get(at..at + 2).unwrap_or_default() else {
            return &[];
        };
        self.values.get(*start as usize..*end as usize).unwrap_or_default()
    }
}

/// Which of a few things, as cooperatives, each document has: by their places among them.
pub(crate) struct Numbered {
    pub ids: Vec<i64>,
    /// The first of each document; the number of all for those that have none.
    pub first: Vec<u32>,
    /// The others, where any document has more than one.
    pub others: Option<Rows<u32>>,
}

impl Numbered {
    fn of(documents: DocId, column: &Column<i64>) -> Self {
        let mut ids: Vec<i64> = (0..documents)
            .flat_map(|document| column.values_for_doc(document))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let place = |id: i64| {
            let place = ids.binary_search(&id).unwrap_or(ids.len());
            u32::try_from(place).unwrap_or(u32::MAX)
        };
        let first = (0..documents).map(|document| column.first(document).map_or(small_len(&ids), place));
        let first = first.collect();
        let others = Rows::of(documents, |document, values| {
            values.extend(column.values_for_doc(document).skip(1).map(place));
        });
        Self {
            first,
            others: Some(others).filter(|others| !others.values.is_empty()),
            ids,
        }
    }

    /// The place of the first that a document has, and those of the others.
    pub fn places(&self, document: DocId) -> (usize, &[u32]) {
        let first = self.first.get(document as usize).copied().unwrap_or_default();
        let others = self.others.as_ref().map(|others| others.get(document));
        (first as usize, others.unwrap_or_default())
    }
}

fn small_len(ids: &[i64]) -> u32 {
    u32::try_from(ids.len()).unwrap_or(u32::MAX)
}

/// What prices may be, in numbers as they stand in the rows.
pub(crate) struct Prices {
    price: RangeInclusive<u32>,
    per_kilo: RangeInclusive<u32>,
    /// [`BUYABLE`] where it must be so.
    needed: u32,
}

impl Prices {
    /// Those that a filter lets through; nothing when it lets all through.
    pub fn of(filter: &Filter) -> Option<Self> {
        if filter.price_fen.is_none() && filter.per_kilo_fen.is_none() && !filter.is_available {
            return None;
        }
        let range = |range: Option<&RangeInclusive<i64>>, least: u32| match range {
            None => 0..=BUYABLE,
            Some(range) => small(*range.start()).max(least)..=small(*range.end()),
        };
        Some(Self {
            price: range(filter.price_fen.as_ref(), 0),
            // Nothing is what has no weight.
            per_kilo: range(filter.per_kilo_fen.as_ref(), 1),
            needed: if filter.is_available { BUYABLE } else { 0 },
        })
    }
}

/// What a size has in it; numbers that are too large are the largest.
struct AmountRow {
    unit: u8,
    least: u32,
    most: u32,
}

/// The prices of a size. They are read for each product that is found, so they are small.
struct PriceRow {
    /// With [`BUYABLE`] where it can be bought.
    price: u32,
    /// Nothing where it has no weight.
    per_kilo: u32,
}

/// The highest bit of a price; prices are below it.
const BUYABLE: u32 = 1 << 31;

impl PriceRow {
    const fn price(&self) -> u32 {
        self.price & !BUYABLE
    }
}

/// The facts of a part of the index.
pub(crate) struct Facts {
    /// See [`Key`](crate::Key); and the number among those of its kind.
    pub kind: Vec<u8>,
    pub id: Vec<i64>,
    pub rank: Vec<u16>,
    /// What its score is multiplied with.
    pub quality: Vec<f32>,
    pub categories: Numbered,
    pub cooperatives: Numbered,
    pub townships: Rows<i64>,
    amounts: Rows<AmountRow>,
    prices: Rows<PriceRow>,
    offer: Column<i64>,
}

impl Facts {
    pub fn of(segment: &SegmentReader) -> Result<Self> {
        let columns = segment.fast_fields();
        let documents = segment.max_doc();
        let kind = columns.i64("kind")?;
        let (id, rank, township) = (columns.i64("id")?, columns.i64("rank")?, columns.i64("township")?);
        let (unit, buyable) = (columns.i64("unit")?, columns.i64("buyable")?);
        let (least, most) = (columns.i64("least")?, columns.i64("most")?);
        let (price, per_kilo) = (columns.i64("price")?, columns.i64("per-kilo")?);
        let first = |column: &Column<i64>, document: DocId| column.first(document).unwrap_or_default();
        let amounts = Rows::of(documents, |document, amounts| {
            let bounds = least.values_for_doc(document).zip(most.values_for_doc(document));
            let rows = unit.values_for_doc(document).zip(bounds);
            amounts.extend(rows.map(|(unit, (least, most))| AmountRow {
                unit: u8::try_from(unit).unwrap_or(u8::MAX),
                least: small(least),
                most: small(most),
            }));
        });
        let prices = Rows::of(documents, |document, prices| {
            let both = price.values_for_doc(document).zip(per_kilo.values_for_doc(document));
            let rows = both.zip(buyable.values_for_doc(document));
            prices.extend(rows.map(|((price, per_kilo), buyable)| PriceRow {
                price: small(price) | if buyable == 0 { 0 } else { BUYABLE },
                per_kilo: small(per_kilo),
            }));
        });
        Ok(Self {
            kind: (0..documents)
                .map(|document| u8::try_from(first(&kind, document)).unwrap_or_default())
                .collect(),
            id: (0..documents).map(|document| first(&id, document)).collect(),
            rank: (0..documents)
                .map(|document| u16::try_from(first(&rank, document)).unwrap_or_default())
                .collect(),
            quality: (0..documents).map(|document| quality(first(&rank, document))).collect(),
            categories: Numbered::of(documents, &columns.i64("category")?),
            cooperatives: Numbered::of(documents, &columns.i64("cooperative")?),
            townships: Rows::of(documents, |document, values| {
                values.extend(township.values_for_doc(document));
            }),
            amounts,
            prices,
            offer: columns.i64("offer")?,
        })
    }

    /// The place of the size that has an amount: one that is just it, then one that is weighed out.
    fn size_with(&self, document: DocId, amount: Amount) -> Option<usize> {
        let mut weighed = None;
        for (place, size) in self.amounts.get(document).iter().enumerate() {
            let (least, most) = (i64::from(size.least), i64::from(size.most));
            if i64::from(size.unit) != unit_number(amount.unit) || amount.value < least || amount.value > most {
                continue;
            }
            if least == most {
                return Some(place);
            }
            weighed = weighed.or(Some(place));
        }
        weighed
    }

    /// Whether a size has an amount.
    pub fn has_amount(&self, document: DocId, amount: Amount) -> bool {
        self.size_with(document, amount).is_some()
    }

    /// The size that has an amount.
    pub fn offer_with(&self, document: DocId, amount: Amount) -> Option<OfferId> {
        let place = self.size_with(document, amount)?;
        self.offer.values_for_doc(document).nth(place).map(OfferId)
    }

    /// Whether any size has such a price.
    pub fn has_price(&self, document: DocId, prices: &Prices) -> bool {
        // Without branches: which sizes fit cannot be guessed.
        self.prices.get(document).iter().fold(false, |is_any, size| {
            let fits = prices.price.contains(&size.price())
                & prices.per_kilo.contains(&size.per_kilo)
                & (size.price & prices.needed == prices.needed);
            is_any | fits
        })
    }

    /// The price of the cheapest size.
    pub fn least_price(&self, document: DocId) -> f64 {
        let prices = self.prices.get(document).iter().map(PriceRow::price);
        f64::from(prices.min().unwrap_or_default())
    }

    /// The cheapest kilogram, less for a dearer one, and last of all for what has no weight.
    pub fn cheap_per_kilo(&self, document: DocId) -> f64 {
        let prices = self.prices.get(document).iter().map(|size| size.per_kilo);
        let least = prices.filter(|price| *price > 0).min();
        least.map_or(f64::NEG_INFINITY, |price| -f64::from(price))
    }
}

/// A number as it stands in the rows.
fn small(number: i64) -> u32 {
    u32::try_from(number.clamp(0, i64::from(BUYABLE - 1))).unwrap_or_default()
}

/// What something that cannot be bought now counts.
const SOLD_OUT: f32 = 0.6;
/// What the most popular counts more than the least popular.
const POPULAR: f32 = 0.2;

/// What a score is multiplied with, by rank.
fn quality(rank: i64) -> f32 {
    let popularity = i16::try_from(rank % AVAILABLE).unwrap_or_default();
    let popular = 1.0 + POPULAR * f32::from(popularity) / 100.0;
    let available = if rank >= AVAILABLE { 1.0 } else { SOLD_OUT };
    popular * available
}
