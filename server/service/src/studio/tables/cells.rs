//! What the cells of a row say, beside what stands there and what an export said of it.

use std::fmt::Write as _;

use domain::{
    Currency, Locale, Money, PriceSteps, RowProblem, SoldBy, StepsError, TableColumn, TranslationState,
    parse_offer_price, parse_price, parse_stock, source_hash, typed_amount,
};
use tables::Item;

use super::super::stock::amount_of;
use super::facts::Facts;
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

    /// Notes what is wrong with the steps of a size that is sold like this; before an amount that is too large stands the most
    /// that one can buy at once.
    pub fn steps(&mut self, error: StepsError, sold_by: SoldBy, text: &str) {
        let mut shown = String::new();
        if error == StepsError::AboveMost {
            shown = format!("≤ {}: ", typed_amount(sold_by.max, sold_by.unit));
        }
        shown.push_str(text);
        self.note(TableColumn::Steps, error.into(), &shown);
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

/// The texts of a product, as their fingerprints follow one another in an export.
const TEXTS: [(&str, Locale); 6] = [
    ("name", Locale::Ug),
    ("name", Locale::Zh),
    ("name", Locale::Es),
    ("description", Locale::Ug),
    ("description", Locale::Zh),
    ("description", Locale::Es),
];

fn place_of(field: &str, lang: Locale) -> Option<usize> {
    TEXTS.iter().position(|text| *text == (field, lang))
}

/// What stands for each text of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fingerprints {
    each: [u64; 6],
    /// Texts that a translator calls done, as they stand; in the order of [`TEXTS`].
    done: [bool; 6],
}

impl Fingerprints {
    /// Of the texts as they are.
    pub fn of(texts: &TextSet) -> Self {
        Self {
            each: TEXTS.map(|(field, lang)| text_hash(texts, field, lang)),
            done: [false; 6],
        }
    }

    /// Notes that a text was another.
    pub fn set(&mut self, field: &str, lang: Locale, fingerprint: u64) {
        if let Some(place) = place_of(field, lang) {
            self.each[place] = fingerprint;
        }
    }

    /// Notes that a translator calls a text done.
    pub fn confirm(&mut self, field: &str, lang: Locale) {
        if let Some(place) = place_of(field, lang) {
            self.done[place] = true;
        }
    }

    fn is_done(self, field: &str, lang: Locale) -> bool {
        place_of(field, lang).is_some_and(|place| self.done[place])
    }

    fn get(self, field: &str, lang: Locale) -> Option<u64> {
        Some(self.each[place_of(field, lang)?])
    }
}

/// The fingerprint of one text; a text that is not there has that of an empty one.
pub(super) fn text_hash(texts: &TextSet, field: &str, lang: Locale) -> u64 {
    source_hash(texts.exact(field, lang).map_or("", |text| text.text.as_str()))
}

/// What an export said of the texts of a product.
#[derive(Clone, Copy, Debug, Default)]
enum SeenTexts {
    #[default]
    Nothing,
    /// One fingerprint for all, as exports had until each text got its own.
    All(u64),
    Each(Fingerprints),
}

/// What an export said of a size: price, steps of it and stock, and which texts its product had.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    price: Option<i64>,
    /// Nothing when there was no price either.
    steps: Option<PriceSteps>,
    stock: Option<i64>,
    texts: SeenTexts,
    /// Nothing in a cell of the releases that had none.
    facts: Option<Facts>,
}

impl Seen {
    /// Category, season, harvest and what one buyer may have.
    pub const fn facts(self) -> Option<Facts> {
        self.facts
    }

    /// Whether the export said just this of a text.
    pub fn is_text(self, field: &str, lang: Locale, text: &str) -> bool {
        matches!(self.texts, SeenTexts::Each(each) if each.get(field, lang) == Some(source_hash(text)))
    }

    /// Whether it said these texts, where it has one fingerprint for all.
    pub fn are_texts(self, names: &[(Locale, String)], descriptions: &[(Locale, String)]) -> bool {
        matches!(self.texts, SeenTexts::All(all) if all == texts_hash(names, descriptions))
    }

    pub fn parse(cell: &str) -> Self {
        let mut parts = cell.trim().split('/');
        // `2680`, or with steps `2680;10=2400;50=2150;`, which a program without them takes for no price.
        let (price, steps) = parts
            .next()
            .map_or(("", ""), |part| part.split_once(';').unwrap_or((part, "")));
        let price: Option<i64> = price.parse().ok();
        let steps = price.map(|_| PriceSteps::read(steps));
        let stock = parts.next().and_then(|part| part.parse().ok());
        let hash = |part: &str| u64::from_str_radix(part, 16).ok();
        let all = parts.next().and_then(hash);
        let mut done = [false; 6];
        let mut each: Vec<&str> = parts.collect();
        let facts = each.last().and_then(|last| Facts::read(last));
        if facts.is_some() {
            each.pop();
        }
        if let Some(flags) = each.last().and_then(|last| last.strip_prefix(DONE)) {
            for (flag, digit) in done.iter_mut().zip(flags.chars()) {
                *flag = digit == '1';
            }
            each.pop();
        }
        let each: Option<Vec<u64>> = each.into_iter().map(hash).collect();
        let each = each.and_then(|each| each.try_into().ok());
        let each = each.map(|each| Fingerprints { each, done });
        let texts = match (each, all) {
            (Some(each), _) => SeenTexts::Each(each),
            (None, Some(all)) => SeenTexts::All(all),
            (None, None) => SeenTexts::Nothing,
        };
        Self {
            price,
            steps,
            stock,
            texts,
            facts,
        }
    }

    /// As a cell. It has a sign that spreadsheets take for nothing they count with. The facts come last: the release before
    /// takes the texts for those of an older one then, and no number for another.
    pub fn write(offer: &OfferRow, texts: Option<&TextSet>, facts: Facts) -> String {
        let steps = match offer.steps() {
            PriceSteps::NONE => String::new(),
            steps => format!(";{steps}"),
        };
        let numbers = format!("{}{steps}/{}", offer.price_minor, offer.on_hand);
        let cell = match texts {
            Some(texts) => cell(&numbers, texts, Fingerprints::of(texts)),
            None => format!("{numbers}/"),
        };
        format!("{cell}/{}", facts.write())
    }

    /// The cell of a row that has texts alone, which were like `seen` when they went out.
    pub fn write_texts(texts: &TextSet, seen: Fingerprints) -> String {
        cell("/", texts, seen)
    }
}

/// The fingerprint of all texts stays for programs of the release before.
fn cell(numbers: &str, texts: &TextSet, each: Fingerprints) -> String {
    let mut cell = format!("{numbers}/{:016x}", hash_of(texts));
    for fingerprint in each.each {
        // Nothing can fail while text is added to text.
        let _ = write!(cell, "/{fingerprint:016x}");
    }
    if each.done.contains(&true) {
        cell.push('/');
        cell.push_str(DONE);
        cell.extend(each.done.map(|done| if done { '1' } else { '0' }));
    }
    cell
}

/// Before the last part of a cell: which texts a translator calls done, a digit each.
const DONE: &str = "done";

/// The texts of a product, beside which those of a row are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside<'t> {
    pub now: Option<&'t TextSet>,
    pub source: Locale,
    pub seen: Seen,
}

impl Beside<'_> {
    /// Whether a row says what the export said, in all its texts.
    pub fn is_as_exported(&self, names: &[(Locale, String)], descriptions: &[(Locale, String)]) -> bool {
        self.seen.are_texts(names, descriptions)
    }

    /// Those of a field's texts that a row changes. One that somebody else changed since the export is noted, and so is a
    /// translation whose source is another by now. Behind them those that stay and are said to be right although their source
    /// changed, such as `name-es`: they are among the first, too.
    pub fn changed(
        &self,
        field: &str,
        mut typed: Vec<(Locale, String)>,
        wrong: &mut Notes<'_>,
    ) -> (Vec<(Locale, String)>, Vec<String>) {
        let mut right = Vec::new();
        typed.retain(|(lang, text)| {
            let hash = source_hash(text);
            let is_as_exported = self.seen.is_text(field, *lang, text);
            if self.is_confirmed(field, *lang, text) {
                right.push(format!("{field}-{}", lang.code()));
                return true;
            }
            !is_as_exported && hash != self.now(field, *lang)
        });
        for (lang, text) in &typed {
            if self.is_overtaken(field, *lang) {
                let (name, description) = super::text_columns(*lang);
                let column = if field == "name" { name } else { description };
                wrong.note(column, RowProblem::Changed, text);
            }
        }
        (typed, right)
    }

    /// Whether a translator says of an outdated translation that it is right as it is.
    fn is_confirmed(&self, field: &str, lang: Locale, text: &str) -> bool {
        let there = self.now.and_then(|now| now.exact(field, lang));
        let is_outdated = there.is_some_and(|there| there.state == TranslationState::Outdated && there.text == text);
        is_outdated && matches!(self.seen.texts, SeenTexts::Each(each) if each.is_done(field, lang))
    }

    fn now(&self, field: &str, lang: Locale) -> u64 {
        self.now.map_or(source_hash(""), |now| text_hash(now, field, lang))
    }

    fn is_overtaken(&self, field: &str, lang: Locale) -> bool {
        match self.seen.texts {
            SeenTexts::Nothing => false,
            SeenTexts::All(all) => self.now.map_or(0, hash_of) != all,
            SeenTexts::Each(each) => [lang, self.source]
                .into_iter()
                .any(|lang| each.get(field, lang) != Some(self.now(field, lang))),
        }
    }
}

fn texts_hash(names: &[(Locale, String)], descriptions: &[(Locale, String)]) -> u64 {
    let mut all = String::new();
    for texts in [names, descriptions] {
        for locale in Locale::BUILT_IN {
            let text = texts.iter().find(|(of, _)| *of == locale);
            all.push_str(text.map_or("", |(_, text)| text.as_str()));
            all.push('\u{1F}');
        }
    }
    source_hash(&all)
}

fn hash_of(texts: &TextSet) -> u64 {
    let of = |field: &str| -> Vec<(Locale, String)> {
        let all = texts.all(field).iter();
        all.map(|text| (text.lang, text.text.clone())).collect()
    };
    texts_hash(&of("name"), &of("description"))
}

/// The price that a row sets; `now` is the one that was saved last.
pub(super) fn price_of(
    rules: &Rules,
    item: &Item,
    (offer, now): (&OfferRow, i64),
    seen: Seen,
    wrong: &mut Notes<'_>,
) -> Option<i64> {
    if item.price.is_empty() {
        return None;
    }
    let typed = match offer.currency {
        Currency::Cny => rules.rate.price(&item.price),
        Currency::Eur | Currency::Usd => item.price.clone(),
    };
    let read = parse_price(offer.currency, &typed).ok().map(|price| price.minor);
    if read.is_some_and(|read| read == now || seen.price == Some(read)) {
        return None;
    }
    match parse_offer_price(offer.currency, &typed) {
        Ok(_) if seen.price.is_some_and(|seen| seen != now) => {
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

/// The steps that a row sets, beside the price that its size will have; `now` are those that were saved last. An empty cell
/// leaves them as they are, a dash takes them away. `sold_by`: how a buyer gets it.
pub(super) fn steps_of(
    rules: &Rules,
    item: &Item,
    (offer, now, sold_by): (&OfferRow, PriceSteps, SoldBy),
    (price, seen): (i64, Seen),
    wrong: &mut Notes<'_>,
) -> Option<PriceSteps> {
    if item.steps.is_empty() {
        return None;
    }
    let mut terms = offer.terms();
    let typed = match offer.currency {
        Currency::Cny => rules.rate.steps(&item.steps),
        Currency::Eur | Currency::Usd => item.steps.clone(),
    };
    let is_as_before = |steps: PriceSteps| typed == steps.typed(offer.unit, offer.currency);
    if is_as_before(now) || seen.steps.is_some_and(is_as_before) {
        return None;
    }
    (terms.price.minor, terms.sold_by) = (price, sold_by);
    match PriceSteps::parse(terms.sold_by, terms.price, &typed) {
        Ok(steps) if steps == now || seen.steps == Some(steps) => None,
        Ok(_) if seen.steps.is_some_and(|seen| seen != now) => {
            wrong.note(TableColumn::Steps, RowProblem::Changed, &item.steps);
            None
        }
        Ok(steps) => Some(steps),
        Err(error) => {
            wrong.steps(error, terms.sold_by, &item.steps);
            None
        }
    }
}

/// Notes a price, minor units, that does not go with the steps beside it. Where it is so high that one of these looks mistyped,
/// they stand there, as one types them.
pub(super) fn price_beside(item: &Item, offer: &OfferRow, minor: i64, steps: PriceSteps, wrong: &mut Notes<'_>) {
    match steps.check_prices(Money::new(minor, offer.currency)) {
        Ok(()) => {}
        Err(StepsError::TooCheap) => {
            let typed = steps.typed(offer.unit, offer.currency);
            wrong.note(TableColumn::Steps, RowProblem::StepsTooCheap, &typed);
        }
        Err(_) => wrong.note(TableColumn::Price, RowProblem::BelowSteps, &item.price),
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

#[cfg(test)]
mod tests {
    use domain::CategoryId;

    use super::*;

    fn texts(es: &str) -> TextSet {
        let mut texts = TextSet::default();
        texts.overlay("name", Locale::Ug, Locale::Ug, "بادام");
        texts.overlay("name", Locale::Es, Locale::Ug, es);
        texts
    }

    fn noted(seen: Seen, now: &TextSet, lang: Locale, text: &str) -> (usize, Vec<TableColumn>) {
        let item = Item::default();
        let mut notes = Notes {
            item: &item,
            wrong: Vec::new(),
        };
        let beside = Beside {
            now: Some(now),
            source: Locale::Ug,
            seen,
        };
        let (changed, _) = beside.changed("name", vec![(lang, text.to_owned())], &mut notes);
        (changed.len(), notes.wrong.iter().map(|wrong| wrong.column).collect())
    }

    #[test]
    fn each_text_is_compared_with_what_the_export_said_of_it() {
        let (before, now) = (texts("Almendra"), texts("Almendras"));
        assert_eq!(
            before.exact("name", Locale::Es).map(|text| text.state),
            Some(TranslationState::Human)
        );
        let seen = Seen::parse(&Seen::write_texts(&before, Fingerprints::of(&before)));
        assert_eq!(
            noted(seen, &now, Locale::Es, "Almendra"),
            (0, vec![]),
            "as it was exported"
        );
        assert_eq!(noted(seen, &now, Locale::Es, "Almendras"), (0, vec![]), "as it is");
        assert_eq!(noted(seen, &now, Locale::Es, "Nuez"), (1, vec![TableColumn::NameEs]));
        assert_eq!(noted(seen, &now, Locale::Zh, "巴旦木"), (1, vec![]), "another language");
        let mut source = before.clone();
        source.overlay("name", Locale::Ug, Locale::Ug, "ياڭاق");
        assert_eq!(
            noted(seen, &source, Locale::Zh, "巴旦木"),
            (1, vec![TableColumn::NameZh])
        );
    }

    #[test]
    fn a_cell_of_the_release_before_is_still_read() {
        let (before, now) = (texts("Almendra"), texts("Almendras"));
        let seen = Seen::parse(&format!("2980/100/{:016x}", hash_of(&before)));
        assert_eq!((seen.price, seen.stock), (Some(2980), Some(100)));
        assert_eq!(noted(seen, &before, Locale::Es, "Nuez"), (1, vec![]));
        assert_eq!(noted(seen, &now, Locale::Es, "Nuez"), (1, vec![TableColumn::NameEs]));
        assert!(matches!(Seen::parse("2980/100/").texts, SeenTexts::Nothing));
        assert!(matches!(Seen::parse("").texts, SeenTexts::Nothing));
        assert_eq!(seen.steps, Some(PriceSteps::NONE));
    }

    #[test]
    fn a_cell_says_which_steps_were_exported() {
        let seen = Seen::parse("2680;10=2400;50=2150;/100/");
        assert_eq!((seen.price, seen.stock), (Some(2680), Some(100)));
        assert_eq!(seen.steps, Some(PriceSteps::read("10=2400;50=2150;")));
        assert_eq!(Seen::parse("//").steps, None);
    }

    #[test]
    fn a_cell_says_what_was_exported_beside_prices_and_texts() {
        let facts = Facts {
            limit: Some(3),
            year: Some(2026),
            season: (Some(9), Some(11)),
            category: CategoryId(5),
        };
        let texts = texts("Almendra");
        let of_product = format!(
            "{}/{}",
            cell("2680/100", &texts, Fingerprints::of(&texts)),
            facts.write()
        );
        for written in [of_product, format!("2680/100//{}", facts.write())] {
            let seen = Seen::parse(&written);
            assert_eq!(
                (seen.price, seen.stock, seen.facts),
                (Some(2680), Some(100), Some(facts))
            );
        }
        assert!(matches!(Seen::parse("2680/100//facts,,,,5").texts, SeenTexts::Nothing));
        assert_eq!(Seen::parse("2680/100/").facts, None);
    }
}
