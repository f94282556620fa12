//! Tables of lots: which ones they are, and what a row says of one.

use domain::TableColumn;

/// What a row says of a lot, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LotCells {
    /// Its number; empty for a lot that comes in.
    pub number: String,
    /// When it was harvested.
    pub harvested: String,
    /// Where it is from.
    pub origin: String,
    /// How much of it came in.
    pub came_in: String,
}

/// Whether the rows of a table with these columns are lots.
pub fn are_lots(columns: &[TableColumn]) -> bool {
    columns.iter().any(|column| says_of_lots(*column))
}

const fn says_of_lots(column: TableColumn) -> bool {
    matches!(
        column,
        TableColumn::Lot | TableColumn::Harvested | TableColumn::Origin | TableColumn::CameIn
    )
}

/// Whether a column can say whose lot it is.
const fn names_goods(column: TableColumn) -> bool {
    matches!(
        column,
        TableColumn::Product
            | TableColumn::Size
            | TableColumn::Sku
            | TableColumn::Group
            | TableColumn::Variant
            | TableColumn::Name
            | TableColumn::NameUg
            | TableColumn::NameZh
            | TableColumn::NameEs
            | TableColumn::Net
    )
}

/// A table says nothing of prices and stock beside its lots: what came in adds to the stock.
pub(crate) fn with_lots_alone(columns: &mut [TableColumn]) {
    if !are_lots(columns) {
        return;
    }
    for column in columns.iter_mut() {
        if !says_of_lots(*column) && !names_goods(*column) {
            *column = TableColumn::Ignore;
        }
    }
}

/// Which of the recognised columns are of lots. Exports of stock name harvest and origin as well, and tables of products may: with
/// prices they are of goods. In a table that people typed, an amount beside a harvest is what came in.
pub(crate) fn settle(columns: &mut [TableColumn]) {
    if !are_lots(columns) {
        return;
    }
    let has = |column: TableColumn| columns.contains(&column);
    let (came_in, stock, harvested) = (
        has(TableColumn::CameIn),
        has(TableColumn::Stock),
        has(TableColumn::Harvested),
    );
    let is_of_goods =
        has(TableColumn::Price) || has(TableColumn::Steps) || has(TableColumn::Seen) || (came_in && stock);
    let is_named = harvested || has(TableColumn::Origin);
    let is_of_lots = !is_of_goods && ((came_in && is_named) || (stock && harvested));
    for column in columns.iter_mut() {
        *column = match *column {
            TableColumn::Stock if is_of_lots => TableColumn::CameIn,
            of_lots if !is_of_lots && says_of_lots(of_lots) => TableColumn::Ignore,
            other => other,
        };
    }
}

#[cfg(test)]
mod tests {
    use domain::TableColumn::{CameIn, Category, Harvested, Ignore, Lot, Name, Origin, Price, Seen, Size, Sku, Stock};

    use super::*;

    fn settled<const N: usize>(mut columns: [TableColumn; N]) -> [TableColumn; N] {
        settle(&mut columns);
        with_lots_alone(&mut columns);
        columns
    }

    #[test]
    fn a_table_is_of_lots_or_of_goods() {
        assert_eq!(
            settled([Size, Sku, Lot, Harvested, Origin, CameIn, Category]),
            [Size, Sku, Lot, Harvested, Origin, CameIn, Ignore]
        );
        assert_eq!(
            settled([Name, Price, CameIn, Stock, Origin]),
            [Name, Price, Ignore, Stock, Ignore],
            "goods with what came in of them"
        );
        assert_eq!(
            settled([Size, Price, Stock, Harvested, Origin, Seen]),
            [Size, Price, Stock, Ignore, Ignore, Seen],
            "an export of stock"
        );
        assert_eq!(
            settled([Name, Price, Stock, Origin]),
            [Name, Price, Stock, Ignore],
            "products with their origin"
        );
        assert_eq!(
            settled([Sku, Stock, Origin]),
            [Sku, Stock, Ignore],
            "counted, not come in"
        );
        assert_eq!(
            settled([Sku, Harvested, Stock]),
            [Sku, Harvested, CameIn],
            "as people type it"
        );
    }
}
