//! A cooperative's account as a table, with every deduction in a column of its own: a line for each day or month, between what
//! was owed before and what is owed after; or one for each order of a day, and each payout.

use db::entities::payout;
use domain::Locale;
use l10n::{Text, t};
use tables::Cell;

use crate::payouts::{Account, AccountOrder, AccountSums};
use crate::{Shop, Span};

/// What stands over the columns of days or months.
pub(super) const HEADINGS: [Text; 12] = [
    t::FIGURES_WHEN,
    t::PAYOUT_ORDERED,
    t::PAYOUT_CALLED_OFF,
    t::PAYOUT_LESS,
    t::PAYOUT_BACK,
    t::PAYOUT_FREIGHT,
    t::PAYOUT_COMMISSION,
    t::PAYOUT_PARCELS,
    t::PAYOUT_PAID_OUT,
    t::PAYOUT_PAID_BACK,
    t::PAYOUT_CHANGE,
    t::PAYOUT_ALL,
];

/// What stands over the columns of orders and payouts.
pub(super) const ORDER_HEADINGS: [Text; 14] = [
    t::FIGURES_WHEN,
    t::TABLES_ORDER_CODE,
    t::PAYOUT_ORDERED,
    t::PAYOUT_CALLED_OFF,
    t::PAYOUT_LESS,
    t::PAYOUT_BACK,
    t::PAYOUT_FREIGHT,
    t::PAYOUT_COMMISSION,
    t::PAYOUT_PARCELS,
    t::PAYOUT_PAID_OUT,
    t::PAYOUT_PAID_BACK,
    t::PAYOUT_CHANGE,
    t::PAYOUT_REFERENCE,
    t::PAYOUT_UNDO_REASON,
];

/// Its lines, without the headings.
pub(super) fn rows(shop: &Shop, locale: Locale, account: &Account) -> Vec<Vec<Cell>> {
    let mut owed = account.before;
    let before = shop.texts().plain(locale, t::PAYOUT_BEFORE);
    let mut rows = vec![row(before, None, owed)];
    for line in &account.lines {
        owed += line.sums.owed();
        rows.push(row(account.period.written(line.at), Some(&line.sums), owed));
    }
    rows
}

/// What an order brought on a day.
pub(super) fn order_row(span: Span, order: &AccountOrder) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Text(span.period.written(span.from)),
        Cell::Text(order.code.to_string()),
    ];
    cells.extend(amounts(&order.sums));
    cells.extend([""; 2].map(Cell::text));
    cells
}

/// A payout, or the one that undoes it: both are there, also where they are of the same day.
pub(super) fn payout_row(shop: &Shop, locale: Locale, span: Span, payout: &payout::Model) -> Vec<Cell> {
    let (text, sums) = if payout.counter_of.is_some() {
        let sums = AccountSums {
            paid_back: -payout.amount_minor,
            ..AccountSums::default()
        };
        (t::PAYOUT_PAID_BACK, sums)
    } else {
        let sums = AccountSums {
            paid_out: payout.amount_minor,
            ..AccountSums::default()
        };
        (t::PAYOUT_PAID_OUT, sums)
    };
    let mut cells = vec![
        Cell::Text(span.period.written(span.from)),
        Cell::Text(shop.texts().plain(locale, text)),
    ];
    cells.extend(amounts(&sums));
    cells.extend([
        Cell::text(payout.reference.as_str()),
        Cell::text(payout.reason.as_str()),
    ]);
    cells
}

fn amounts(sums: &AccountSums) -> [Cell; 10] {
    [
        sums.ordered,
        -sums.called_off,
        -sums.less,
        -sums.given_back,
        -sums.freight,
        -sums.commission,
        -sums.parcels,
        -sums.paid_out,
        sums.paid_back,
        sums.owed(),
    ]
    .map(yuan)
}

fn row(when: String, sums: Option<&AccountSums>, owed: i64) -> Vec<Cell> {
    let mut cells = vec![Cell::Text(when)];
    match sums {
        Some(sums) => cells.extend(amounts(sums)),
        None => cells.extend([""; 10].map(Cell::text)),
    }
    cells.push(yuan(owed));
    cells
}

/// Fen as yuan, with a sign where it is taken off.
fn yuan(minor: i64) -> Cell {
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, rest) = (minor.unsigned_abs() / 100, minor.unsigned_abs() % 100);
    Cell::Number(format!("{sign}{whole}.{rest:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fen_are_written_with_one_sign() {
        for (minor, written) in [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-12_345, "-123.45")] {
            assert!(
                matches!(yuan(minor), Cell::Number(number) if number == written),
                "{minor}"
            );
        }
    }
}
