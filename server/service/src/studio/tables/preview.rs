//! The first rows of a table as they would become: what the page of an import shows before somebody says yes.

use db::entities::import;
use domain::{Locale, Money, OfferTerms, TableColumn, Unit};
use tables::{Item, Outcome};

use super::file::{Named, Rows};
use super::known::Known;
use super::page::{Problem, short};
use super::plan::{Change, NewRow, Planned, Rules};
use super::text_columns;
use super::translations::is_of_translators;
use crate::Shop;
use crate::catalog::OfferRow;
use crate::error::Result;

/// Rows shown as they would become.
const SHOWN: usize = 8;
/// The same of a file of translators: each is to be read, and they are short.
const SHOWN_TRANSLATED: usize = 40;
/// Longest part of a text that is shown before and after, characters.
const MAX_TEXT: usize = 400;

/// What a row would do.
#[derive(Clone, Debug)]
pub enum Was {
    /// A new size.
    New,
    /// A size that changes.
    Changed {
        /// The price now, where it changes.
        price: Option<Money>,
        /// What is there now, where it changes.
        stock: Option<i64>,
        /// Names and descriptions that change.
        texts: Vec<TextChange>,
    },
    /// Nothing.
    Same,
    /// It is not right.
    Wrong(Vec<Problem>),
}

/// A name or a description as it is and as it would become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// Which one, and in which language.
    pub column: TableColumn,
    /// The language.
    pub lang: Locale,
    /// As it is; empty when there is none.
    pub before: String,
    /// As it would become.
    pub after: String,
    /// It is written in the letters of another language.
    pub is_foreign: bool,
}

/// A row as it would become.
#[derive(Clone, Debug)]
pub struct PreviewRow {
    /// Its number.
    pub row: u64,
    /// What it does.
    pub was: Was,
    /// The name as the table has it; where it has none, that of the product.
    pub name: String,
    /// The name's language.
    pub lang: Option<Locale>,
    /// Terms it would have; nothing for a row that is not right.
    pub terms: Option<OfferTerms>,
    /// What would be there.
    pub stock: Option<i64>,
    /// Unit of that.
    pub unit: Unit,
}

pub(super) async fn preview(shop: &Shop, row: &import::Model) -> Result<Vec<PreviewRow>> {
    let rules = Rules::of(shop, row);
    let mut rows = Rows::behind(shop, row, 0);
    let mut outcomes = Vec::new();
    let has_texts_alone = is_of_translators(row);
    let most = if has_texts_alone { SHOWN_TRANSLATED } else { SHOWN };
    while outcomes.len() < most {
        match rows.next().await? {
            Ok(Some(mut some)) => outcomes.append(&mut some),
            Ok(None) | Err(_) => break,
        }
    }
    outcomes.truncate(most);
    let items: Vec<&Item> = outcomes
        .iter()
        .filter_map(|outcome| match outcome {
            Outcome::Item(item) => Some(&**item),
            _ => None,
        })
        .collect();
    let known = Known::of(shop.db().read(), row.cooperative_id, &items).await?;
    let named = rows.named();
    let list = outcomes
        .iter()
        .filter_map(|outcome| shown(&known, &rules, &named, outcome));
    Ok(if has_texts_alone {
        list.map(PreviewRow::without_goods).collect()
    } else {
        list.collect()
    })
}

impl PreviewRow {
    /// Without price and stock, of which its file says nothing.
    fn without_goods(self) -> Self {
        Self {
            terms: None,
            stock: None,
            ..self
        }
    }
}

fn shown(known: &Known, rules: &Rules, named: &Named, outcome: &Outcome) -> Option<PreviewRow> {
    match outcome {
        Outcome::Nothing => None,
        Outcome::Wrong {
            row,
            column,
            problem,
            text,
        } => Some(PreviewRow {
            row: *row,
            was: Was::Wrong(vec![Problem {
                row: i64::try_from(*row).unwrap_or_default(),
                column: *column,
                problem: *problem,
                typed: text.clone(),
            }]),
            name: String::new(),
            lang: None,
            terms: None,
            stock: None,
            unit: Unit::Piece,
        }),
        Outcome::Item(item) => Some(of_item(item, known.plan(rules, named, item), known, rules.language)),
    }
}

/// What a row calls its product; what it is called here where the row does not say.
fn name_of(item: &Item, known: &Known, locale: Locale) -> (String, Option<Locale>) {
    if let Some((lang, name)) = item.names.first() {
        return (short(name), Some(*lang));
    }
    if !item.sku.is_empty() {
        return (item.sku.clone(), None);
    }
    let there = known
        .row_of(item)
        .and_then(|offer| known.name(offer.product_id, locale));
    there.map_or_else(|| (String::new(), None), |name| (name.text, Some(name.lang)))
}

fn of_item(item: &Item, planned: Planned, known: &Known, locale: Locale) -> PreviewRow {
    let (name, lang) = name_of(item, known, locale);
    let row = PreviewRow {
        row: item.row,
        was: Was::Same,
        name,
        lang,
        terms: None,
        stock: None,
        unit: Unit::Piece,
    };
    match planned {
        Planned::Same => match known.row_of(item) {
            Some(offer) => PreviewRow {
                terms: Some(terms_at(offer, known.price(offer))),
                stock: Some(offer.on_hand),
                unit: offer.unit,
                ..row
            },
            None => row,
        },
        Planned::Change(change) => changed(row, &change, known),
        Planned::New(new) => added(row, &new),
        Planned::Wrong(wrong) => PreviewRow {
            was: Was::Wrong(
                wrong
                    .into_iter()
                    .map(|wrong| Problem {
                        row: i64::try_from(wrong.row).unwrap_or_default(),
                        column: wrong.column,
                        problem: wrong.problem,
                        typed: wrong.text,
                    })
                    .collect(),
            ),
            ..row
        },
    }
}

/// The terms of a size at this price.
fn terms_at(offer: &OfferRow, minor: i64) -> OfferTerms {
    let terms = offer.terms();
    OfferTerms {
        price: Money { minor, ..terms.price },
        ..terms
    }
}

fn changed(row: PreviewRow, change: &Change, known: &Known) -> PreviewRow {
    let offer = &change.offer;
    let now = terms_at(offer, change.price_now);
    let mut texts = Vec::new();
    for (field, new) in [("name", &change.names), ("description", &change.descriptions)] {
        texts.extend(
            new.iter()
                .map(|(lang, text)| text_change(offer, known, field, *lang, text)),
        );
    }
    PreviewRow {
        was: Was::Changed {
            price: change.price.map(|_| now.price),
            stock: change.stock.map(|_| offer.on_hand),
            texts,
        },
        terms: Some(change.price.map_or(now, |minor| terms_at(offer, minor))),
        stock: Some(change.stock.unwrap_or(offer.on_hand)),
        unit: offer.unit,
        ..row
    }
}

fn text_change(offer: &OfferRow, known: &Known, field: &str, lang: Locale, text: &str) -> TextChange {
    let (name, description) = text_columns(lang);
    let before = known.texts(offer.product_id).and_then(|texts| texts.exact(field, lang));
    TextChange {
        column: if field == "name" { name } else { description },
        lang,
        before: before.map_or_else(String::new, |before| cut(&before.text)),
        after: cut(text),
        is_foreign: l10n::is_in_other_letters(lang, text),
    }
}

/// The beginning of a long text; that it goes on is shown.
fn cut(text: &str) -> String {
    let mut letters = text.chars();
    let mut shown: String = letters.by_ref().take(MAX_TEXT).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}

fn added(row: PreviewRow, new: &NewRow) -> PreviewRow {
    PreviewRow {
        was: Was::New,
        terms: Some(new.size.terms),
        stock: Some(new.size.on_hand),
        unit: new.size.terms.sold_by.unit,
        ..row
    }
}
