//! What rows say of a product rather than of a size: its texts, category, harvest and season. All rows of a product have cells for
//! that. Where two of them say different things, it would be up to chance which one counts in the end; so the later one is not
//! taken over, and both are named.

use std::collections::HashMap;
use std::sync::Arc;

use domain::{Harvested, Locale, LongText, PublicName, TableColumn, source_hash};
use tables::Item;

use super::super::product::is_none;
use super::cells::Seen;
use super::facts::month_number;
use super::file::name_of;
use super::known::id_of;
use super::text_columns;
use super::words::Vocabulary;

/// Stands between the parts of a name.
const BETWEEN: char = '\u{1F}';

/// Something that a row says of its product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    /// Of what, and where it stands.
    pub column: TableColumn,
    /// As it stands there.
    pub text: String,
    /// What it comes to: another way of writing the same is the same.
    value: u64,
}

impl Statement {
    fn new(column: TableColumn, text: &str, value: &str) -> Self {
        Self {
            column,
            text: text.to_owned(),
            value: source_hash(value),
        }
    }
}

/// In which row a table first says something of a product, and what; by the hash of how the row names it.
#[derive(Clone, Debug, Default)]
pub(super) struct Said(Arc<HashMap<u64, (u64, u64)>>);

impl Said {
    /// Notes what a row says.
    pub fn note(&mut self, words: &Vocabulary, item: &Item) {
        let all = statements(words, item);
        if all.is_empty() {
            return;
        }
        let names = names_of_product(item);
        // Nobody else holds it while rows are read: it is not copied.
        let said = Arc::make_mut(&mut self.0);
        for statement in all {
            for name in &names {
                let place = said.entry(place_of(name, statement.column));
                place.or_insert((item.row, statement.value));
            }
        }
    }

    /// What this row says otherwise than the first row above it that says anything of it, and which row that is. `names`: all by
    /// which rows may mean the product.
    pub fn contradicted(&self, words: &Vocabulary, item: &Item, names: &[String]) -> Vec<(u64, Statement)> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let all = statements(words, item).into_iter();
        all.filter_map(|statement| {
            let rows = names.iter();
            let rows = rows.filter_map(|name| self.0.get(&place_of(name, statement.column)));
            let (row, value) = *rows.min_by_key(|(row, _)| *row)?;
            (row < item.row && value != statement.value).then_some((row, statement))
        })
        .collect()
    }
}

fn place_of(name: &str, column: TableColumn) -> u64 {
    source_hash(&format!("{name}{BETWEEN}{}", column.as_str()))
}

/// How rows name a product by its number.
pub(super) fn product_name(number: i64) -> String {
    format!("product{BETWEEN}{number}")
}

/// All by which this row names its product: its number, what it has in common with the rows of its sizes, the size itself.
pub(super) fn names_of_product(item: &Item) -> Vec<String> {
    let number = id_of(&item.product).map(product_name);
    let (size, _) = name_of(item);
    let names = [number, Some(item.group.clone()), Some(size)].into_iter().flatten();
    names.filter(|name| !name.is_empty()).collect()
}

/// Texts as they are saved. What cannot be read is wrong for another reason.
fn read(texts: &[(Locale, String)], parse: impl Fn(&str) -> Option<String>) -> Vec<(Locale, String)> {
    let read = texts.iter().filter_map(|(lang, text)| Some((*lang, parse(text)?)));
    read.filter(|(_, text)| !text.is_empty()).collect()
}

/// The year of a harvest, also as Chinese writes it.
fn year_number(typed: &str) -> Option<i64> {
    let plain = typed.trim().parse().ok();
    plain.or_else(|| Harvested::parse(typed.trim())?.year())
}

/// What a row says, without what stands there because it was exported so.
fn statements(words: &Vocabulary, item: &Item) -> Vec<Statement> {
    let seen = Seen::parse(&item.seen);
    let mut all = Vec::new();
    let names = read(&item.names, |text| Some(PublicName::parse(text).ok()?.into_string()));
    let descriptions = read(&item.descriptions, |text| {
        Some(LongText::parse(text).ok()?.into_string())
    });
    if !seen.are_texts(&names, &descriptions) {
        for (field, texts) in [("name", &names), ("description", &descriptions)] {
            for (lang, text) in texts {
                let (name, description) = text_columns(*lang);
                let column = if field == "name" { name } else { description };
                if !seen.is_text(field, *lang, text) {
                    all.push(Statement::new(column, text, text));
                }
            }
        }
    }
    let facts = seen.facts();
    if !item.category.is_empty() {
        let typed = item.category.as_str();
        let category = words.category(typed).or_else(|| words.hidden_category(typed));
        if category.is_none() || facts.map(|facts| facts.category) != category {
            let value = category.map_or_else(|| typed.to_owned(), |id| id.to_string());
            all.push(Statement::new(TableColumn::Category, typed, &value));
        }
    }
    let [from, to] = &item.season;
    for (column, typed, exported) in [
        (
            TableColumn::HarvestYear,
            &item.harvest_year,
            facts.map(|facts| facts.year),
        ),
        (TableColumn::SeasonFrom, from, facts.map(|facts| facts.season.0)),
        (TableColumn::SeasonTo, to, facts.map(|facts| facts.season.1)),
    ] {
        if typed.is_empty() {
            continue;
        }
        let number = if column == TableColumn::HarvestYear {
            year_number(typed)
        } else {
            month_number(typed)
        };
        let is_read = number.is_some() || is_none(typed);
        if is_read && exported == Some(number) {
            continue;
        }
        let value = match number {
            Some(number) => number.to_string(),
            None if is_read => String::new(),
            None => typed.clone(),
        };
        all.push(Statement::new(column, typed, &value));
    }
    all
}
