//! What is taken away as a table, by whom, and what stands over its columns.

use domain::{Action, Locale, TableColumn};
use l10n::{Text, t};

use super::text_columns;
use super::words::column_word;
use super::{account, figures};
use crate::Period;

/// What is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportTable {
    /// Products with texts, sizes, prices and stock.
    Products,
    /// Prices and stock alone.
    Stock,
    /// What came in: harvest and origin.
    Lots,
    /// Orders, a line for each size in them.
    Orders,
    /// What was sold by day.
    FiguresByDay,
    /// What was sold by month.
    FiguresByMonth,
    /// What it is owed, by day.
    AccountByDay,
    /// What it is owed, by month.
    AccountByMonth,
    /// What it is owed, order by order and payout by payout.
    AccountByOrder,
}

impl ExportTable {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Products,
        Self::Stock,
        Self::Lots,
        Self::Orders,
        Self::FiguresByDay,
        Self::FiguresByMonth,
        Self::AccountByDay,
        Self::AccountByMonth,
        Self::AccountByOrder,
    ];

    /// Its word in an address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Products => "products",
            Self::Stock => "stock",
            Self::Lots => "lots",
            Self::Orders => "orders",
            Self::FiguresByDay => "figures-days",
            Self::FiguresByMonth => "figures-months",
            Self::AccountByDay => "account-days",
            Self::AccountByMonth => "account-months",
            Self::AccountByOrder => "account-orders",
        }
    }

    /// What one has to be allowed to do.
    pub(super) const fn action(self) -> Action {
        match self {
            Self::Products | Self::Stock | Self::Lots => Action::EditProduct,
            Self::Orders => Action::ReadOrders,
            Self::FiguresByDay
            | Self::FiguresByMonth
            | Self::AccountByDay
            | Self::AccountByMonth
            | Self::AccountByOrder => Action::SeeMoney,
        }
    }

    /// The table of figures that are cut like this.
    pub const fn of_figures(period: Period) -> Self {
        match period {
            Period::Days => Self::FiguresByDay,
            Period::Months => Self::FiguresByMonth,
        }
    }

    /// The table of an account that is cut like this.
    pub const fn of_account(period: Period) -> Self {
        match period {
            Period::Days => Self::AccountByDay,
            Period::Months => Self::AccountByMonth,
        }
    }
}

/// What kind of file it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// CSV in UTF-8.
    Csv,
    /// A workbook.
    Xlsx,
}

impl ExportFormat {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Xlsx];

    /// How the file's name ends.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Where the harvest stands in a table of lots, from 0.
pub(super) const HARVESTED_AT: u16 = 4;

/// What stands over its columns.
pub(super) fn headings(table: ExportTable) -> Vec<Text> {
    let own = |columns: &[TableColumn]| -> Vec<Text> { columns.iter().map(|column| column_word(*column)).collect() };
    match table {
        ExportTable::Products => {
            let mut all = own(&[TableColumn::Product, TableColumn::Size, TableColumn::Sku]);
            all.extend(Locale::BUILT_IN.map(|locale| column_word(text_columns(locale).0)));
            all.extend(Locale::BUILT_IN.map(|locale| column_word(text_columns(locale).1)));
            all.extend(own(&[
                TableColumn::Category,
                TableColumn::Sold,
                TableColumn::Net,
                TableColumn::Price,
                TableColumn::Stock,
                TableColumn::Steps,
                TableColumn::BuyerLimit,
                TableColumn::SeasonFrom,
                TableColumn::SeasonTo,
                TableColumn::HarvestYear,
            ]));
            all.extend([t::TABLES_COLUMN_STATE, column_word(TableColumn::Seen)]);
            all
        }
        ExportTable::Stock => {
            let mut all = own(&[TableColumn::Size, TableColumn::Sku]);
            all.push(t::TABLES_COLUMN_SHOWN);
            all.extend(own(&[
                TableColumn::Price,
                TableColumn::Stock,
                TableColumn::Steps,
                TableColumn::BuyerLimit,
            ]));
            all.extend([t::TABLES_COLUMN_RESERVED, t::TABLES_COLUMN_STATE]);
            all.extend([
                t::TABLES_COLUMN_LOTS,
                t::TABLES_COLUMN_HARVESTED,
                t::TABLES_COLUMN_ORIGIN,
            ]);
            all.push(column_word(TableColumn::Seen));
            all
        }
        ExportTable::Lots => {
            let mut all = own(&[TableColumn::Size, TableColumn::Sku]);
            all.push(t::TABLES_COLUMN_SHOWN);
            all.extend(own(&[
                TableColumn::Lot,
                TableColumn::Harvested,
                TableColumn::Origin,
                TableColumn::CameIn,
            ]));
            all.extend([t::TABLES_COLUMN_LEFT, t::TABLES_COLUMN_ARRIVED]);
            all
        }
        ExportTable::Orders => vec![
            t::TABLES_ORDER_CODE,
            t::TABLES_ORDER_PLACED,
            t::TABLES_ORDER_STAGE,
            t::TABLES_ORDER_PAYMENT,
            t::TABLES_ORDER_BUYER,
            t::TABLES_ORDER_PHONE,
            t::TABLES_ORDER_DESTINATION,
            t::TABLES_ORDER_PRODUCT,
            t::TABLES_ORDER_SIZE,
            t::TABLES_ORDER_QUANTITY,
            t::TABLES_ORDER_PRICE,
            t::TABLES_ORDER_LINE,
            t::TABLES_ORDER_GOODS,
        ],
        ExportTable::FiguresByDay | ExportTable::FiguresByMonth => figures::HEADINGS.to_vec(),
        ExportTable::AccountByDay | ExportTable::AccountByMonth => account::headings(),
        ExportTable::AccountByOrder => account::order_headings(),
    }
}
