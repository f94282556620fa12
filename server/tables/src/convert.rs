//! From the rows of a table to sizes of products. Shopify and WooCommerce spread a product over several rows; here each
//! item says all that is known of one size.

use std::collections::HashMap;
use std::sync::Arc;

use domain::{Locale, LongText, RowProblem, TableColumn, TableKind, Unit, parse_amount};

use crate::cell::{key, trimmed};
use crate::guard::unguarded;
use crate::html::text_of_html;
use crate::lot::{LotCells, are_lots};
use crate::read::Record;
use crate::weight;

/// Bytes of names and descriptions that are remembered for sizes that come later.
const MAX_REMEMBERED: usize = 8 * 1024 * 1024;

/// How a table is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Whose it is.
    pub kind: TableKind,
    /// The row with the headings; those above it say nothing.
    pub header: u64,
    /// What its columns stand for.
    pub columns: Vec<TableColumn>,
    /// The language of names and descriptions that do not say theirs.
    pub language: Locale,
}

/// Texts by language; the sizes of a product share them.
pub type Texts = Arc<Vec<(Locale, String)>>;

/// One size of a product, as a table says it; cells as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The row.
    pub row: u64,
    /// Number of a product of ours.
    pub product: String,
    /// Number of a size of ours.
    pub size: String,
    /// The cooperative's own code.
    pub sku: String,
    /// What tells this size from all others of the cooperative, when it has no number of ours; empty when nothing does.
    pub key: String,
    /// The same for its product.
    pub group: String,
    /// Names; in each language once.
    pub names: Texts,
    /// Descriptions; in each language once.
    pub descriptions: Texts,
    /// The category.
    pub category: String,
    /// How it is sold.
    pub sold: String,
    /// What a pack holds.
    pub net: String,
    /// The price.
    pub price: String,
    /// Prices that fall with the amount.
    pub steps: String,
    /// The most that one buyer may have within 30 days.
    pub buyer_limit: String,
    /// Of which year's harvest its product is.
    pub harvest_year: String,
    /// The first month in which its product is in season, and the last one.
    pub season: [String; 2],
    /// What is there.
    pub stock: String,
    /// What another shop said is there, where that is less than nothing.
    pub below_zero: String,
    /// Another shop has put the product away.
    pub is_archived: bool,
    /// What an export said.
    pub seen: String,
    /// What it says of a lot of the size, in a table of lots.
    pub lot: Option<Box<LotCells>>,
}

/// What a row came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No size: a heading, a blank row, another picture, a product whose sizes follow.
    Nothing,
    /// A size.
    Item(Box<Item>),
    /// It cannot be understood.
    Wrong {
        /// The row.
        row: u64,
        /// In which column.
        column: TableColumn,
        /// What is wrong.
        problem: RowProblem,
        /// What stands there.
        text: String,
    },
}

/// What the rows of one product have in common.
#[derive(Clone, Debug, Default)]
struct Shared {
    group: String,
    names: Texts,
    descriptions: Texts,
    category: String,
    net: String,
    is_archived: bool,
}

impl Shared {
    fn bytes(&self) -> usize {
        let texts = self.names.iter().chain(self.descriptions.iter());
        self.group.len() + texts.map(|(_, text)| text.len()).sum::<usize>()
    }
}

/// Where each kind of column stands.
#[derive(Debug)]
struct Places {
    /// The first of each kind, by its place among [`TableColumn::ALL`].
    first: [Option<u16>; TableColumn::ALL.len()],
    variants: Vec<usize>,
    pictures: Vec<usize>,
}

impl Places {
    fn of(columns: &[TableColumn]) -> Self {
        let mut first = [None; TableColumn::ALL.len()];
        for (at, column) in (0_u16..).zip(columns) {
            let place = &mut first[*column as usize];
            *place = place.or(Some(at));
        }
        let all = |of: TableColumn| -> Vec<usize> {
            let columns = columns.iter().enumerate();
            columns.filter(|(_, column)| **column == of).map(|(at, _)| at).collect()
        };
        Self {
            first,
            variants: all(TableColumn::Variant),
            pictures: all(TableColumn::Picture),
        }
    }
}

/// Turns rows into sizes.
#[derive(Debug)]
pub struct Converter {
    shape: Shape,
    places: Places,
    has_lots: bool,
    current: Shared,
    /// Products whose sizes name them (WooCommerce), by SKU and by number.
    parents: HashMap<String, Shared>,
    remembered: usize,
    pictures: u64,
}

impl Converter {
    /// A converter for a table of this shape.
    pub fn new(shape: Shape) -> Self {
        Self {
            places: Places::of(&shape.columns),
            has_lots: are_lots(&shape.columns),
            shape,
            current: Shared::default(),
            parents: HashMap::new(),
            remembered: 0,
            pictures: 0,
        }
    }

    /// How many pictures the rows named so far. None of them is fetched.
    pub const fn pictures(&self) -> u64 {
        self.pictures
    }

    /// Takes the next row.
    pub fn push(&mut self, record: &Record<'_>) -> Outcome {
        if record.row <= self.shape.header || record.is_blank() {
            return Outcome::Nothing;
        }
        let cells = Cells {
            record,
            shape: &self.shape,
            places: &self.places,
        };
        self.pictures += cells.pictures();
        if self.has_lots {
            return of_lot(&cells);
        }
        match self.shape.kind {
            TableKind::Own => Outcome::Item(Box::new(own(&cells))),
            TableKind::Shopify => shopify(&cells, &mut self.current),
            TableKind::WooCommerce => woocommerce(&cells, &mut self.parents, &mut self.remembered),
        }
    }
}

fn shopify(cells: &Cells<'_>, current: &mut Shared) -> Outcome {
    let (handle, title) = (cells.get(TableColumn::Group), cells.get(TableColumn::Name));
    let handle = if handle.is_empty() { title } else { handle };
    // Rows of a product stand together, and most of them are of the one above.
    let is_same = current.group.strip_prefix("shopify:") == Some(handle);
    let group = if is_same { String::new() } else { key("shopify", handle) };
    let is_first = !is_same && group != current.group;
    if is_first {
        *current = Shared {
            group,
            ..cells.shared()
        };
    }
    let says_nothing = [TableColumn::Sku, TableColumn::Price, TableColumn::Stock]
        .iter()
        .all(|column| cells.get(*column).is_empty());
    if says_nothing && !is_first && cells.variant().is_empty() {
        return Outcome::Nothing;
    }
    let net = cells.net();
    Outcome::Item(Box::new(cells.item_of(current.clone(), net)))
}

fn woocommerce(cells: &Cells<'_>, parents: &mut HashMap<String, Shared>, remembered: &mut usize) -> Outcome {
    let kind = cells.get(TableColumn::Type).to_ascii_lowercase();
    let is = |word: &str| kind.split(',').any(|part| part.trim() == word);
    let (sku, id) = (cells.get(TableColumn::Sku), cells.get(TableColumn::ForeignId));
    let number = format!("id:{id}");
    if is("variation") {
        let parent = cells.get(TableColumn::Parent);
        let Some(shared) = parents.get(parent) else {
            return cells.wrong(TableColumn::Parent, RowProblem::NoParent);
        };
        return Outcome::Item(Box::new(cells.item_of(shared.clone(), cells.net())));
    }
    let name = match (sku.is_empty(), id.is_empty()) {
        (false, _) => sku,
        (true, false) => &number,
        (true, true) => cells.get(TableColumn::Name),
    };
    let shared = Shared {
        group: key("woocommerce", name),
        ..cells.shared()
    };
    if is("variable") {
        let names = [sku, if id.is_empty() { "" } else { number.as_str() }];
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            *remembered += shared.bytes();
            if *remembered > MAX_REMEMBERED {
                return cells.wrong(TableColumn::Type, RowProblem::TooLong);
            }
            parents.insert(name.to_owned(), shared.clone());
        }
        return Outcome::Nothing;
    }
    if is("grouped") || is("external") {
        return cells.wrong(TableColumn::Type, RowProblem::InvalidChoice);
    }
    Outcome::Item(Box::new(cells.item_of(shared, String::new())))
}

/// A row of our own table, or of one that somebody typed.
fn own(cells: &Cells<'_>) -> Item {
    let shared = cells.shared();
    let (product, size) = (cells.number(TableColumn::Product), cells.number(TableColumn::Size));
    let name = shared.names.first().map_or("", |(_, name)| name.as_str());
    let group = cells.get(TableColumn::Group);
    let group = match (product.is_empty(), group.is_empty()) {
        (false, _) => String::new(),
        (true, false) => key("group", group),
        (true, true) => key("name", name),
    };
    let mut item = cells.item_of(Shared { group, ..shared }, String::new());
    if !product.is_empty() && item.sku.is_empty() {
        item.key = key("product", &format!("{product}/{}", item.net));
    }
    item.product = product;
    item.size = size;
    item
}

/// A row of a table of lots; one that names a size alone is there to be filled in.
fn of_lot(cells: &Cells<'_>) -> Outcome {
    let lot = LotCells {
        number: cells.number(TableColumn::Lot),
        harvested: cells.number(TableColumn::Harvested),
        origin: cells.get(TableColumn::Origin).to_owned(),
        came_in: cells.get(TableColumn::CameIn).to_owned(),
    };
    if lot == LotCells::default() {
        return Outcome::Nothing;
    }
    Outcome::Item(Box::new(Item {
        lot: Some(Box::new(lot)),
        ..own(cells)
    }))
}

/// The cells of a row by what they stand for.
struct Cells<'c> {
    record: &'c Record<'c>,
    shape: &'c Shape,
    places: &'c Places,
}

impl<'c> Cells<'c> {
    fn get(&self, column: TableColumn) -> &'c str {
        let Some(at) = self.places.first[column as usize] else {
            return "";
        };
        let cell = trimmed(self.record.get(usize::from(at)));
        match self.shape.kind {
            TableKind::Own => unguarded(cell),
            TableKind::Shopify | TableKind::WooCommerce => cell,
        }
    }

    fn all(&self, places: &'c [usize]) -> impl Iterator<Item = &'c str> {
        let cells = places.iter().map(|at| trimmed(self.record.get(*at)));
        cells.filter(|cell| !cell.is_empty())
    }

    /// A number as spreadsheets may write it back: `12.0`.
    fn number(&self, column: TableColumn) -> String {
        let typed = self.get(column);
        if typed.is_empty() {
            return String::new();
        }
        let plain = domain::plain_digits(typed);
        let plain = plain.trim();
        plain.strip_suffix(".0").unwrap_or(plain).to_owned()
    }

    fn pictures(&self) -> u64 {
        let cells = self.all(&self.places.pictures);
        cells
            .map(|cell| cell.split(',').filter(|url| !url.trim().is_empty()).count() as u64)
            .sum()
    }

    /// What tells a size from the others of its product, in one line.
    fn variant(&self) -> String {
        let mut variant = String::new();
        for value in self.all(&self.places.variants) {
            if value.eq_ignore_ascii_case("default title") {
                continue;
            }
            if !variant.is_empty() {
                variant.push_str(" / ");
            }
            variant.push_str(value);
        }
        variant
    }

    fn texts(&self, any: TableColumn, of: [(Locale, TableColumn); 3]) -> Texts {
        let mut texts: Vec<(Locale, String)> = Vec::new();
        let columns = std::iter::once((self.shape.language, any)).chain(of);
        for (locale, column) in columns {
            let cell = self.get(column);
            if cell.is_empty() || texts.iter().any(|(of, _)| *of == locale) {
                continue;
            }
            let text = match self.shape.kind {
                TableKind::Own => cell.to_owned(),
                TableKind::Shopify | TableKind::WooCommerce => plain_text(cell),
            };
            texts.push((locale, text));
        }
        Arc::new(texts)
    }

    fn shared(&self) -> Shared {
        Shared {
            group: String::new(),
            names: self.texts(
                TableColumn::Name,
                [
                    (Locale::Ug, TableColumn::NameUg),
                    (Locale::Zh, TableColumn::NameZh),
                    (Locale::Es, TableColumn::NameEs),
                ],
            ),
            descriptions: self.texts(
                TableColumn::Description,
                [
                    (Locale::Ug, TableColumn::DescriptionUg),
                    (Locale::Zh, TableColumn::DescriptionZh),
                    (Locale::Es, TableColumn::DescriptionEs),
                ],
            ),
            category: self.get(TableColumn::Category).to_owned(),
            net: self.net(),
            is_archived: self.get(TableColumn::Status).eq_ignore_ascii_case("archived"),
        }
    }

    /// What a pack holds, in words the shop reads.
    fn net(&self) -> String {
        let typed = self.get(TableColumn::Net);
        if !typed.is_empty() {
            return weight::imperial(typed).map_or_else(|| typed.to_owned(), in_grams);
        }
        for unit in [
            TableColumn::Grams,
            TableColumn::Kilograms,
            TableColumn::Pounds,
            TableColumn::Ounces,
        ] {
            let cell = self.get(unit);
            if !cell.is_empty()
                && let Some(grams) = weight::grams(cell, unit)
            {
                return in_grams(grams);
            }
        }
        // `500 g` as the name of a size; a number alone says nothing.
        let named = self.all(&self.places.variants).find_map(|value| {
            let has_unit = value.chars().any(char::is_alphabetic);
            let grams = parse_amount(value, Unit::Gram).ok().filter(|_| has_unit);
            grams.or_else(|| weight::imperial(value)).filter(|grams| *grams > 0)
        });
        named.map_or_else(String::new, in_grams)
    }

    fn item_of(&self, shared: Shared, net: String) -> Item {
        let Shared {
            group,
            names,
            descriptions,
            category,
            net: net_of_all,
            is_archived,
        } = shared;
        let sku = self.get(TableColumn::Sku);
        let net = if net.is_empty() { net_of_all } else { net };
        let key_of_size = match (sku.is_empty(), group.is_empty()) {
            (false, _) => key("sku", sku),
            (true, false) => {
                let variant = self.variant();
                let size = if variant.is_empty() { &net } else { &variant };
                key("size", &format!("{group}/{size}"))
            }
            (true, true) => String::new(),
        };
        let stock = self.get(TableColumn::Stock);
        // Other shops sell what they do not have.
        let is_less = stock.starts_with(['-', '\u{2212}']) && self.shape.kind != TableKind::Own;
        Item {
            row: self.record.row,
            product: String::new(),
            size: String::new(),
            sku: sku.to_owned(),
            key: key_of_size,
            group,
            names,
            descriptions,
            category,
            sold: self.get(TableColumn::Sold).to_owned(),
            net,
            price: self.get(TableColumn::Price).to_owned(),
            steps: self.get(TableColumn::Steps).to_owned(),
            buyer_limit: self.get(TableColumn::BuyerLimit).to_owned(),
            harvest_year: self.number(TableColumn::HarvestYear),
            season: [TableColumn::SeasonFrom, TableColumn::SeasonTo].map(|column| self.number(column)),
            stock: if is_less { "0" } else { stock }.to_owned(),
            below_zero: if is_less { stock } else { "" }.to_owned(),
            is_archived,
            seen: self.get(TableColumn::Seen).to_owned(),
            lot: None,
        }
    }

    fn wrong(&self, column: TableColumn, problem: RowProblem) -> Outcome {
        Outcome::Wrong {
            row: self.record.row,
            column,
            problem,
            text: self.get(column).chars().take(60).collect(),
        }
    }
}

/// The text of another shop's cell. WooCommerce writes line breaks as two characters.
fn plain_text(cell: &str) -> String {
    let text = if cell.contains("\\n") {
        text_of_html(&cell.replace("\\n", "\n"))
    } else {
        text_of_html(cell)
    };
    // Ours ends there too.
    if text.len() <= LongText::MAX {
        return text;
    }
    text.chars().take(LongText::MAX).collect()
}

/// As the shop reads it.
fn in_grams(grams: i64) -> String {
    grams.to_string() + " g"
}
