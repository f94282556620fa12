//! What the cells of a row say, beside what stands there and what an export said of it.

use domain::{Currency, Locale, RowProblem, TableColumn, parse_offer_price, parse_price, parse_stock, source_hash};
use tables::Item;

use super::super::stock::amount_of;
use super::plan::{Rules, Wrong};
use crate::catalog::OfferRow;
use crate::error::{Result, text_code};
use crate::texts::TextSet;

/// What is wrong with a row, as it is found.
pub(super) struct Notes<'i> {
    pub item: &'i Item,
    pub wrong: Vec<Wrong>,
}

impl Notes<'_> {
    pub fn note(&mut self, column: TableColumn, problem: RowProblem, text: &str) {
        self.wrong.push(Wrong::new(self.item.row, column, problem, text));
    }

    pub fn texts(
        &mut self,
        texts: &[(Locale, String)],
        parse: impl Fn(&str) -> Result<String, domain::TextError>,
        are_names: bool,
    ) -> Vec<(Locale, String)> {
        let mut read = Vec::with_capacity(texts.len());
        for (lang, text) in texts {
            match parse(text) {
                Ok(text) if text.is_empty() => {}
                Ok(text) => read.push((*lang, text)),
                Err(error) => {
                    let (name, description) = super::text_columns(*lang);
                    let column = if are_names { name } else { description };
                    self.note(column, text_code(error).into(), text);
                }
            }
        }
        read
    }
}

/// What an export said of a size: price and stock, and which texts its product had.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    price: Option<i64>,
    stock: Option<i64>,
    pub texts: Option<u64>,
}

impl Seen {
    pub fn parse(cell: &str) -> Self {
        let mut parts = cell.trim().split('/');
        let mut number = || parts.next().and_then(|part| part.parse().ok());
        let (price, stock) = (number(), number());
        let texts = parts.next().and_then(|part| u64::from_str_radix(part, 16).ok());
        Self { price, stock, texts }
    }

    /// As a cell. It has a sign that spreadsheets take for nothing they count with.
    pub fn write(offer: &OfferRow, texts: Option<&TextSet>) -> String {
        let numbers = format!("{}/{}", offer.price_minor, offer.on_hand);
        texts.map_or_else(
            || format!("{numbers}/"),
            |texts| format!("{numbers}/{:016x}", hash_of(texts)),
        )
    }
}

pub(super) fn texts_hash(names: &[(Locale, String)], descriptions: &[(Locale, String)]) -> u64 {
    let mut all = String::new();
    for texts in [names, descriptions] {
        for locale in Locale::ALL {
            let text = texts.iter().find(|(of, _)| *of == locale);
            all.push_str(text.map_or("", |(_, text)| text.as_str()));
            all.push('\u{1F}');
        }
    }
    source_hash(&all)
}

pub(super) fn hash_of(texts: &TextSet) -> u64 {
    let of = |field: &str| -> Vec<(Locale, String)> {
        let all = texts.all(field).iter();
        all.map(|text| (text.lang, text.text.clone())).collect()
    };
    texts_hash(&of("name"), &of("description"))
}

pub(super) fn price_of(rules: &Rules, item: &Item, offer: &OfferRow, seen: Seen, wrong: &mut Notes<'_>) -> Option<i64> {
    if item.price.is_empty() {
        return None;
    }
    let typed = match offer.currency {
        Currency::Cny => rules.rate.price(&item.price),
        Currency::Eur | Currency::Usd => item.price.clone(),
    };
    let read = parse_price(offer.currency, &typed).ok().map(|price| price.minor);
    if read.is_some_and(|read| read == offer.price_minor || seen.price == Some(read)) {
        return None;
    }
    match parse_offer_price(offer.currency, &typed) {
        Ok(_) if seen.price.is_some_and(|seen| seen != offer.price_minor) => {
            wrong.note(TableColumn::Price, RowProblem::Changed, &item.price);
            None
        }
        Ok(price) => Some(price.minor),
        Err(error) => {
            wrong.note(TableColumn::Price, domain::FieldCode::from(error).into(), &item.price);
            None
        }
    }
}

pub(super) fn stock_of(item: &Item, offer: &OfferRow, seen: Seen, wrong: &mut Notes<'_>) -> Option<i64> {
    if item.stock.is_empty() {
        return None;
    }
    let read = parse_stock(&item.stock, offer.unit).ok();
    if read.is_some_and(|read| read == offer.on_hand || seen.stock == Some(read)) {
        return None;
    }
    match amount_of(offer, &item.stock) {
        Ok(_) if seen.stock.is_some_and(|seen| seen != offer.on_hand) => {
            wrong.note(TableColumn::Stock, RowProblem::Changed, &item.stock);
            None
        }
        Ok(amount) => Some(amount),
        Err(code) => {
            wrong.note(TableColumn::Stock, code.into(), &item.stock);
            None
        }
    }
}
