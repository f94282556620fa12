//! A cooperative's account as a table: a line for each day or month, with every deduction in a column of its own, between what
//! was owed before and what is owed after.

use domain::Locale;
use l10n::{Text, format, t};
use tables::Cell;

use crate::Shop;
use crate::payouts::{Account, AccountPeriod, AccountSums};

/// What stands over the columns.
pub(super) const HEADINGS: [Text; 11] = [
    t::FIGURES_WHEN,
    t::PAYOUT_ORDERED,
    t::PAYOUT_CALLED_OFF,
    t::PAYOUT_LESS,
    t::PAYOUT_BACK,
    t::PAYOUT_FREIGHT,
    t::PAYOUT_COMMISSION,
    t::PAYOUT_PARCELS,
    t::PAYOUT_PAID_OUT,
    t::PAYOUT_CHANGE,
    t::PAYOUT_ALL,
];

/// Its lines, without the headings.
pub(super) fn rows(shop: &Shop, locale: Locale, account: &Account) -> Vec<Vec<Cell>> {
    let mut owed = account.before;
    let before = shop.texts().plain(locale, t::PAYOUT_BEFORE);
    let mut rows = vec![row(before, None, owed)];
    for line in &account.lines {
        owed += line.sums.owed();
        let day = format::machine_date(line.at);
        let when = match account.period {
            AccountPeriod::Days => day,
            AccountPeriod::Months => day.chars().take(7).collect(),
        };
        rows.push(row(when, Some(&line.sums), owed));
    }
    rows
}

fn row(when: String, sums: Option<&AccountSums>, owed: i64) -> Vec<Cell> {
    let mut cells = vec![Cell::Text(when)];
    match sums {
        Some(sums) => cells.extend(
            [
                sums.ordered,
                -sums.called_off,
                -sums.less,
                -sums.given_back,
                -sums.freight,
                -sums.commission,
                -sums.parcels,
                -sums.paid_out,
                sums.owed(),
            ]
            .map(yuan),
        ),
        None => cells.extend([""; 9].map(Cell::text)),
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
