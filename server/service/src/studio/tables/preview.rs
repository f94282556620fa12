//! The first rows of a table as they would become: what the page of an import shows before somebody says yes.

use db::entities::import;
use domain::shop_page::{BlockKind, Place};
use domain::{Harvested, Locale, Money, OfferTerms, PriceSteps, TableColumn, Unit};
use tables::{Item, Outcome};

use super::facts::{self, FactChange};
use super::file::{Named, Rows};
use super::known::Known;
use super::lots::NewLotRow;
use super::page::{Problem, short};
use super::parts::PartChange;
use super::plan::{Change, NewRow, Planned, Rules, Wrong, notes_of};
use super::room::Room;
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
        /// The steps of the price now, where they change.
        steps: Option<PriceSteps>,
        /// What is there now, where it changes.
        stock: Option<i64>,
        /// Category, season, harvest and what one buyer may have, where they change.
        facts: Vec<FactChange>,
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
    /// It stays as it is, and is no longer out of date.
    pub is_confirmed: bool,
    /// Where it stands, when it is a text of the shop page: the kind of its part, and the place in it.
    pub part: Option<(BlockKind, Place)>,
}

/// A lot as it would come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewLot {
    /// When it was harvested, where the row says so.
    pub harvested: Option<Harvested>,
    /// Where it is from; may be empty.
    pub origin: String,
    /// The language of that.
    pub lang: Locale,
    /// How much comes in, in the unit of the row.
    pub amount: i64,
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
    /// What of it is taken over otherwise than it stands in the table.
    pub notes: Vec<Problem>,
    /// Where its text stands, when it is one of the shop page.
    pub part: Option<(BlockKind, Place)>,
    /// The lot that it makes.
    pub lot: Option<PreviewLot>,
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
    let mut room = Room::of(shop.db().read(), row.cooperative_id).await?;
    let list = outcomes
        .iter()
        .filter_map(|outcome| shown(&known, &mut room, &rules, &named, outcome));
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

fn shown(known: &Known, room: &mut Room, rules: &Rules, named: &Named, outcome: &Outcome) -> Option<PreviewRow> {
    match outcome {
        Outcome::Nothing => None,
        Outcome::Wrong {
            row,
            column,
            problem,
            text,
        } => Some(PreviewRow {
            row: *row,
            was: Was::Wrong(vec![Problem::of(Wrong::new(*row, *column, *problem, text))]),
            name: String::new(),
            lang: None,
            terms: None,
            stock: None,
            unit: Unit::Piece,
            notes: Vec::new(),
            part: None,
            lot: None,
        }),
        Outcome::Item(item) => {
            let planned = room.take(known, item, known.plan(rules, named, item));
            Some(of_item(item, planned, known, rules))
        }
    }
}

/// What a row calls its product; what it is called here where the row does not say.
fn name_of(item: &Item, known: &Known, locale: Locale) -> (String, Option<Locale>) {
    if let Some((lang, name)) = item.names.first() {
        return (short(name), Some(*lang));
    }
    // Of lots one code is like another: what is harvested has a name.
    if !item.sku.is_empty() && item.lot.is_none() {
        return (item.sku.clone(), None);
    }
    let there = known
        .row_of(item)
        .and_then(|offer| known.name(offer.product_id, locale));
    there.map_or_else(|| (String::new(), None), |name| (name.text, Some(name.lang)))
}

fn of_item(item: &Item, planned: Planned, known: &Known, rules: &Rules) -> PreviewRow {
    let (name, lang) = name_of(item, known, rules.language);
    let row = PreviewRow {
        row: item.row,
        was: Was::Same,
        name,
        lang,
        terms: None,
        stock: None,
        unit: Unit::Piece,
        notes: notes_of(item).into_iter().map(Problem::of).collect(),
        part: known.part_of(item),
        lot: None,
    };
    match planned {
        Planned::Same => match known.row_of(item) {
            Some(offer) => PreviewRow {
                terms: Some(terms_at(offer, known.price(offer), known.steps(offer))),
                stock: Some(offer.on_hand),
                unit: offer.unit,
                ..row
            },
            None => row,
        },
        Planned::Change(change) => changed(row, &change, known, rules),
        Planned::New(new) => added(row, &new),
        Planned::Lot(lot) => lot_of(row, *lot, known),
        Planned::Part(change) => part(row, &change),
        Planned::Wrong(wrong) => PreviewRow {
            was: Was::Wrong(wrong.into_iter().map(Problem::of).collect()),
            notes: Vec::new(),
            ..row
        },
    }
}

/// The terms of a size at these prices.
fn terms_at(offer: &OfferRow, minor: i64, steps: PriceSteps) -> OfferTerms {
    let terms = offer.terms();
    OfferTerms {
        price: Money { minor, ..terms.price },
        steps,
        ..terms
    }
}

fn changed(row: PreviewRow, change: &Change, known: &Known, rules: &Rules) -> PreviewRow {
    let offer = &change.offer;
    let now = terms_at(offer, change.price_now, change.steps_now);
    let (price, steps) = (
        change.price.unwrap_or(change.price_now),
        change.steps.unwrap_or(change.steps_now),
    );
    let mut texts = Vec::new();
    for (field, new) in [("name", &change.names), ("description", &change.descriptions)] {
        texts.extend(new.iter().map(|(lang, text)| {
            let is_confirmed = change.right.contains(&format!("{field}-{}", lang.code()));
            TextChange {
                is_confirmed,
                ..text_change(offer, known, field, *lang, text)
            }
        }));
    }
    PreviewRow {
        was: Was::Changed {
            price: change.price.map(|_| now.price),
            steps: change.steps.map(|_| change.steps_now),
            stock: change.stock.map(|_| offer.on_hand),
            facts: facts::shown(rules, change.facts_now, change.facts),
            texts,
        },
        terms: Some(terms_at(offer, price, steps)),
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
        is_confirmed: false,
        part: None,
    }
}

fn lot_of(row: PreviewRow, new: NewLotRow, known: &Known) -> PreviewRow {
    let offer = &new.offer;
    PreviewRow {
        was: Was::New,
        terms: Some(terms_at(offer, known.price(offer), known.steps(offer))),
        unit: offer.unit,
        lot: Some(PreviewLot {
            harvested: new.lot.harvested,
            origin: new.lot.origin,
            lang: new.lot.lang,
            amount: new.amount,
        }),
        ..row
    }
}

fn part(row: PreviewRow, change: &PartChange) -> PreviewRow {
    let lang = change.of.target;
    let text = TextChange {
        column: text_columns(lang).1,
        lang,
        before: cut(&change.before),
        after: cut(&change.text),
        is_foreign: l10n::is_in_other_letters(lang, &change.text),
        is_confirmed: change.confirms,
        part: Some((change.kind, change.of.place)),
    };
    PreviewRow {
        was: Was::Changed {
            price: None,
            steps: None,
            stock: None,
            facts: Vec::new(),
            texts: vec![text],
        },
        ..row
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
