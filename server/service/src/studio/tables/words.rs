//! What columns, problems and states are called; and how words of a table are read back, in whatever language it was made.

use std::collections::HashMap;

use domain::{
    CategoryId, ImportState, Locale, RowProblem, SoldAs, TableColumn, TableEncoding, TableKind, TableRefusal,
    TableSeparator, parse_price,
};
use l10n::{Text, t};
use tables::Names;

use super::page::Counts;
use crate::directory::DirectoryEntry;
use crate::{Picture, Shop};

/// What a column is called.
pub const fn column_word(column: TableColumn) -> Text {
    match column {
        TableColumn::Ignore => t::TABLES_COLUMN_IGNORE,
        TableColumn::Product => t::TABLES_COLUMN_PRODUCT,
        TableColumn::Size => t::TABLES_COLUMN_SIZE,
        TableColumn::Sku => t::TABLES_COLUMN_SKU,
        TableColumn::Group => t::TABLES_COLUMN_GROUP,
        TableColumn::Variant => t::TABLES_COLUMN_VARIANT,
        TableColumn::Name => t::TABLES_COLUMN_NAME,
        TableColumn::NameUg => t::TABLES_COLUMN_NAME_UG,
        TableColumn::NameZh => t::TABLES_COLUMN_NAME_ZH,
        TableColumn::NameEs => t::TABLES_COLUMN_NAME_ES,
        TableColumn::Description => t::TABLES_COLUMN_DESCRIPTION,
        TableColumn::DescriptionUg => t::TABLES_COLUMN_DESCRIPTION_UG,
        TableColumn::DescriptionZh => t::TABLES_COLUMN_DESCRIPTION_ZH,
        TableColumn::DescriptionEs => t::TABLES_COLUMN_DESCRIPTION_ES,
        TableColumn::Category => t::TABLES_COLUMN_CATEGORY,
        TableColumn::Sold => t::TABLES_COLUMN_SOLD,
        TableColumn::Net => t::TABLES_COLUMN_NET,
        TableColumn::Grams => t::TABLES_COLUMN_GRAMS,
        TableColumn::Kilograms => t::TABLES_COLUMN_KILOGRAMS,
        TableColumn::Pounds => t::TABLES_COLUMN_POUNDS,
        TableColumn::Ounces => t::TABLES_COLUMN_OUNCES,
        TableColumn::Price => t::TABLES_COLUMN_PRICE,
        TableColumn::Steps => t::TABLES_COLUMN_STEPS,
        TableColumn::BuyerLimit => t::TABLES_COLUMN_BUYER_LIMIT,
        TableColumn::HarvestYear => t::TABLES_COLUMN_HARVEST_YEAR,
        TableColumn::SeasonFrom => t::TABLES_COLUMN_SEASON_FROM,
        TableColumn::SeasonTo => t::TABLES_COLUMN_SEASON_TO,
        TableColumn::Stock => t::TABLES_COLUMN_STOCK,
        TableColumn::Status => t::TABLES_COLUMN_STATUS,
        TableColumn::Seen => t::TABLES_COLUMN_SEEN,
        TableColumn::Picture => t::TABLES_COLUMN_PICTURE,
        TableColumn::Type => t::TABLES_COLUMN_TYPE,
        TableColumn::Parent => t::TABLES_COLUMN_PARENT,
        TableColumn::ForeignId => t::TABLES_COLUMN_FOREIGN_ID,
        TableColumn::Lot => t::TABLES_COLUMN_LOT,
        TableColumn::Harvested => t::TABLES_COLUMN_HARVESTED,
        TableColumn::Origin => t::TABLES_COLUMN_ORIGIN,
        TableColumn::CameIn => t::TABLES_COLUMN_CAME_IN,
    }
}

/// What is wrong with a row, and what to do about it.
pub const fn problem_word(problem: RowProblem) -> Text {
    match problem {
        RowProblem::Required => t::TABLES_PROBLEM_REQUIRED,
        RowProblem::TooLong => t::TABLES_PROBLEM_TOO_LONG,
        RowProblem::InvalidPrice => t::TABLES_PROBLEM_INVALID_PRICE,
        RowProblem::InvalidQuantity => t::TABLES_PROBLEM_INVALID_QUANTITY,
        RowProblem::InvalidText => t::TABLES_PROBLEM_INVALID_TEXT,
        RowProblem::Markup => t::FIELD_ERROR_MARKUP,
        RowProblem::InvalidChoice => t::TABLES_PROBLEM_INVALID_CHOICE,
        RowProblem::NotFound => t::TABLES_PROBLEM_NOT_FOUND,
        RowProblem::Changed => t::TABLES_PROBLEM_CHANGED,
        RowProblem::Fixed => t::TABLES_PROBLEM_FIXED,
        RowProblem::Twice => t::TABLES_PROBLEM_TWICE,
        RowProblem::Disagrees => t::TABLES_PROBLEM_DISAGREES,
        RowProblem::NoParent => t::TABLES_PROBLEM_NO_PARENT,
        RowProblem::ProductsFull => t::TABLES_PROBLEM_PRODUCTS_FULL,
        RowProblem::SizesFull => t::TABLES_PROBLEM_SIZES_FULL,
        RowProblem::SameSize => t::TABLES_PROBLEM_SAME_SIZE,
        RowProblem::InvalidSteps => t::TABLES_PROBLEM_INVALID_STEPS,
        RowProblem::StepsAbove => t::TABLES_PROBLEM_STEPS_ABOVE,
        RowProblem::StepsTooCheap => t::TABLES_PROBLEM_STEPS_TOO_CHEAP,
        RowProblem::BelowSteps => t::TABLES_PROBLEM_BELOW_STEPS,
        RowProblem::InvalidLimit => t::TABLES_PROBLEM_INVALID_LIMIT,
        RowProblem::InvalidMonth => t::TABLES_PROBLEM_INVALID_MONTH,
        RowProblem::InvalidYear => t::TABLES_PROBLEM_INVALID_YEAR,
        RowProblem::Archived => t::TABLES_PROBLEM_ARCHIVED,
        RowProblem::BelowZero => t::TABLES_PROBLEM_BELOW_ZERO,
        RowProblem::NoGoods => t::TABLES_PROBLEM_NO_GOODS,
        RowProblem::NoLot => t::TABLES_PROBLEM_NO_LOT,
        RowProblem::LotFixed => t::TABLES_PROBLEM_LOT_FIXED,
        RowProblem::LotTwice => t::TABLES_PROBLEM_LOT_TWICE,
        RowProblem::LotUnnamed => t::TABLES_PROBLEM_LOT_UNNAMED,
        RowProblem::InvalidDay => t::GOODS_LOT_DAY,
        RowProblem::Future => t::GOODS_LOT_FUTURE,
    }
}

/// Why a file is not taken.
pub const fn refusal_word(refusal: TableRefusal) -> Text {
    match refusal {
        TableRefusal::Missing => t::TABLES_REFUSAL_MISSING,
        TableRefusal::TooManyBytes => t::TABLES_REFUSAL_TOO_MANY_BYTES,
        TableRefusal::OldExcel => t::TABLES_REFUSAL_OLD_EXCEL,
        TableRefusal::NotATable => t::TABLES_REFUSAL_NOT_A_TABLE,
        TableRefusal::Damaged => t::TABLES_REFUSAL_DAMAGED,
        TableRefusal::TooManyRows => t::TABLES_REFUSAL_TOO_MANY_ROWS,
        TableRefusal::TooManyColumns => t::TABLES_REFUSAL_TOO_MANY_COLUMNS,
        TableRefusal::RowTooLong => t::TABLES_REFUSAL_ROW_TOO_LONG,
        TableRefusal::NoColumns => t::TABLES_REFUSAL_NO_COLUMNS,
        TableRefusal::NotXliff => t::TABLES_REFUSAL_NOT_XLIFF,
        TableRefusal::TooMuchText => t::TABLES_REFUSAL_TOO_MUCH_TEXT,
        TableRefusal::XmlEntities => t::TABLES_REFUSAL_XML_ENTITIES,
        TableRefusal::OtherLanguage => t::TABLES_REFUSAL_OTHER_LANGUAGE,
    }
}

/// Where an import stands.
pub const fn state_word(state: ImportState) -> Text {
    match state {
        ImportState::Checking => t::TABLES_STATE_CHECKING,
        ImportState::Ready => t::TABLES_STATE_READY,
        ImportState::Running => t::TABLES_STATE_RUNNING,
        ImportState::Done => t::TABLES_STATE_DONE,
        ImportState::Refused => t::TABLES_STATE_REFUSED,
        ImportState::Canceled => t::TABLES_STATE_CANCELED,
        ImportState::Failed => t::TABLES_STATE_FAILED,
    }
}

/// The same, where an import that changed nothing says so.
pub const fn outcome_word(state: ImportState, counts: Counts) -> Text {
    match state {
        ImportState::Done if counts.new + counts.changed == 0 => t::TABLES_STATE_NOTHING,
        state => state_word(state),
    }
}

/// Whose table it is.
pub const fn kind_word(kind: TableKind) -> Text {
    match kind {
        TableKind::Own => t::TABLES_KIND_OWN,
        TableKind::Shopify => t::TABLES_KIND_SHOPIFY,
        TableKind::WooCommerce => t::TABLES_KIND_WOOCOMMERCE,
    }
}

/// How its letters are written.
pub const fn encoding_word(encoding: TableEncoding) -> Text {
    match encoding {
        TableEncoding::Utf8 => t::TABLES_ENCODING_UTF_8,
        TableEncoding::Utf16Le => t::TABLES_ENCODING_UTF_16LE,
        TableEncoding::Utf16Be => t::TABLES_ENCODING_UTF_16BE,
        TableEncoding::Gbk => t::TABLES_ENCODING_GBK,
        TableEncoding::Windows1252 => t::TABLES_ENCODING_WINDOWS_1252,
    }
}

/// What parts its cells.
pub const fn separator_word(separator: TableSeparator) -> Text {
    match separator {
        TableSeparator::Comma => t::TABLES_SEPARATOR_COMMA,
        TableSeparator::Semicolon => t::TABLES_SEPARATOR_SEMICOLON,
        TableSeparator::Tab => t::TABLES_SEPARATOR_TAB,
        TableSeparator::Bar => t::TABLES_SEPARATOR_BAR,
    }
}

pub(super) const fn sold_word(sold: SoldAs) -> Text {
    match sold {
        SoldAs::Pack => t::TABLES_SOLD_PACK,
        SoldAs::Weight => t::TABLES_SOLD_WEIGHT,
    }
}

/// What our own columns are called, in all languages.
pub(super) fn names(shop: &Shop) -> Names {
    let mut names = Names::default();
    for locale in Locale::BUILT_IN {
        for column in TableColumn::ALL {
            names.add(&shop.texts().plain(locale, column_word(column)), column);
        }
        // What an export says for people alone.
        for text in [
            t::TABLES_COLUMN_SHOWN,
            t::TABLES_COLUMN_RESERVED,
            t::TABLES_COLUMN_STATE,
            t::TABLES_COLUMN_LOTS,
            t::TABLES_COLUMN_LEFT,
            t::TABLES_COLUMN_ARRIVED,
        ] {
            names.add(&shop.texts().plain(locale, text), TableColumn::Ignore);
        }
    }
    names
}

/// Words of cells, in all languages.
#[derive(Clone, Debug)]
pub(super) struct Vocabulary {
    sold: HashMap<String, SoldAs>,
    categories: HashMap<String, CategoryId>,
    /// Those that the Centre has hidden.
    hidden: HashMap<String, CategoryId>,
}

fn folded(word: &str) -> String {
    word.trim().to_lowercase()
}

impl Vocabulary {
    /// As the shop has them now.
    pub fn of(shop: &Shop) -> Self {
        let mut sold: HashMap<String, SoldAs> = HashMap::new();
        for way in SoldAs::ALL {
            sold.insert(way.as_str().to_owned(), way);
            for locale in Locale::BUILT_IN {
                sold.insert(folded(&shop.texts().plain(locale, sold_word(way))), way);
            }
        }
        let directory = shop.directory();
        Self {
            sold,
            categories: names_of(&directory.categories),
            hidden: names_of(&directory.hidden_categories),
        }
    }

    /// How goods are sold; in packs when nothing is said.
    pub fn sold(&self, word: &str) -> Option<SoldAs> {
        let word = folded(word);
        if word.is_empty() {
            return Some(SoldAs::Pack);
        }
        self.sold.get(&word).copied()
    }

    /// A category by its name in any language, or by its address.
    pub fn category(&self, word: &str) -> Option<CategoryId> {
        self.categories.get(&folded(word)).copied()
    }

    /// The same of those that the Centre has hidden.
    pub fn hidden_category(&self, word: &str) -> Option<CategoryId> {
        self.hidden.get(&folded(word)).copied()
    }
}

/// Categories by their names in all languages and by their addresses.
fn names_of(shelves: &[(DirectoryEntry<CategoryId>, Picture)]) -> HashMap<String, CategoryId> {
    let mut categories = HashMap::new();
    for (category, _) in shelves {
        for locale in Locale::BUILT_IN {
            categories.insert(folded(&category.name(locale).text), category.id);
        }
    }
    // An address stands for one category, whatever another one is called.
    for (category, _) in shelves {
        categories.insert(category.slug.clone(), category.id);
    }
    categories
}

/// How many fen one of a table's money is worth: a number with at most four decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rate(i64);

const RATE_PARTS: i64 = 10_000;

impl Rate {
    /// One yuan for one.
    pub const YUAN: Self = Self(RATE_PARTS);

    /// Reads what was typed; nothing means yuan.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain = domain::plain_digits(typed);
        let plain = plain.trim();
        if plain.is_empty() {
            return Some(Self::YUAN);
        }
        let (whole, decimals) = plain.split_once(['.', ',', '٫']).unwrap_or((plain, ""));
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 4 || decimals.len() > 4 || !is_number(whole) || !is_number(decimals) {
            return None;
        }
        let parts: i64 = format!("{whole}{decimals:0<4}").parse().ok()?;
        (parts > 0).then_some(Self(parts))
    }

    /// A price of the table as one types it here. What is no price stays as it is, to be refused.
    pub fn price(self, typed: &str) -> String {
        if self == Self::YUAN {
            return typed.to_owned();
        }
        let plain = typed.trim().trim_start_matches(['$', '€', '£']);
        let converted = parse_price(domain::Currency::Cny, plain)
            .ok()
            .and_then(|price| price.times_ratio(self.0, RATE_PARTS).ok());
        converted.map_or_else(|| typed.to_owned(), |price| plain_price(price.minor))
    }

    /// Prices that fall with the amount, of the table, as one types them here.
    pub fn steps(self, typed: &str) -> String {
        if self == Self::YUAN {
            return typed.to_owned();
        }
        let step = |step: &str| match step.split_once('=') {
            Some((amount, price)) => format!("{amount}={}", self.price(price)),
            None => step.to_owned(),
        };
        typed.split(';').map(step).collect::<Vec<_>>().join(";")
    }
}

/// An amount in digits that every reader of prices takes.
pub(super) fn plain_price(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn other_money_is_counted_once_and_rounded_once() {
        let price = |rate: &str, typed| Rate::parse(rate).unwrap().price(typed);
        assert_eq!(price("", "31.80"), "31.80");
        assert_eq!(price("1", "31.8"), "31.8");
        assert_eq!(price("7.8", "10"), "78.00");
        assert_eq!(price("7,1234", "$1,234.50"), "8793.84");
        assert_eq!(price("٧٫٨", "abc"), "abc", "refused as it stands");
        for rate in ["0", "-1", "a", "1.23456", "99999", "."] {
            assert_eq!(Rate::parse(rate), None, "{rate}");
        }
    }
}
