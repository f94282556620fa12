//! A cooperative's account as a table, with every deduction in a column of its own: a line for each day or month, between what
//! was owed before and what is owed after; or one for each order of a day, and each payout.

use db::entities::payout;
use domain::{Locale, day_start};
use l10n::{Text, t};
use tables::Cell;

use super::words::plain_price;
use crate::payouts::{ACCOUNT_COLUMNS, Account, AccountOrder, AccountSums};
use crate::{Period, Shop};

/// What stands over the columns of days or months.
pub(super) fn headings() -> Vec<Text> {
    let mut all = vec![t::FIGURES_WHEN];
    all.extend(amount_headings());
    all.push(t::PAYOUT_ALL);
    all
}

/// What stands over the columns of orders and payouts.
pub(super) fn order_headings() -> Vec<Text> {
    let mut all = vec![t::FIGURES_WHEN, t::TABLES_ORDER_CODE];
    all.extend(amount_headings());
    all.extend([t::PAYOUT_REFERENCE, t::PAYOUT_UNDO_REASON]);
    all
}

fn amount_headings() -> impl Iterator<Item = Text> {
    ACCOUNT_COLUMNS.into_iter().map(|(heading, _)| heading)
}

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

/// What an order brought on the day with this [number](domain::day_number).
pub(super) fn order_row(day: i64, order: &AccountOrder) -> Vec<Cell> {
    let mut cells = vec![written(day), Cell::Text(order.code.to_string())];
    cells.extend(amounts(&order.sums));
    cells.extend([""; 2].map(Cell::text));
    cells
}

/// A payout, or the one that undoes it: both are there, also where they are of the same day.
pub(super) fn payout_row(shop: &Shop, locale: Locale, day: i64, payout: &payout::Model) -> Vec<Cell> {
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
    let mut cells = vec![written(day), Cell::Text(shop.texts().plain(locale, text))];
    cells.extend(amounts(&sums));
    cells.extend([
        Cell::text(payout.reference.as_str()),
        Cell::text(payout.reason.as_str()),
    ]);
    cells
}

fn amounts(sums: &AccountSums) -> impl Iterator<Item = Cell> {
    ACCOUNT_COLUMNS.into_iter().map(|(_, of)| yuan(of(sums)))
}

fn row(when: String, sums: Option<&AccountSums>, owed: i64) -> Vec<Cell> {
    let mut cells = vec![Cell::Text(when)];
    match sums {
        Some(sums) => cells.extend(amounts(sums)),
        None => cells.extend(ACCOUNT_COLUMNS.map(|_| Cell::text(""))),
    }
    cells.push(yuan(owed));
    cells
}

fn written(day: i64) -> Cell {
    Cell::Text(Period::Days.written(day_start(day)))
}

/// Fen as yuan, with a sign where it is taken off or missing.
pub(crate) fn yuan(minor: i64) -> Cell {
    let sign = if minor < 0 { "-" } else { "" };
    Cell::Number(format!("{sign}{}", plain_price(minor.saturating_abs())))
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
