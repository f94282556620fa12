//! A cooperative's figures as a table: what their page shows, a line for each number, under the names the page has. Nobody
//! is named in it.

use domain::{Locale, Money, Views};
use l10n::{Text, t};
use tables::Cell;

use super::super::figures_view::{Figures, Readership};
use super::words::plain_price;
use crate::orders::{kind_text, reason_text};
use crate::{Period, Shop};

/// What stands over the columns.
pub(super) const HEADINGS: [Text; 6] = [
    t::FIGURES_COLUMN_PART,
    t::FIGURES_COLUMN_WHAT,
    t::FIGURES_ORDERS,
    t::FIGURES_COLUMN_PEOPLE,
    t::FIGURES_COLUMN_YUAN,
    t::FIGURES_COLUMN_VIEWS,
];

/// What a line says of its thing; what is not said stays empty.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    orders: Option<i64>,
    people: Option<i64>,
    money: Option<Money>,
}

impl Said {
    const fn orders(orders: i64) -> Self {
        Self {
            orders: Some(orders),
            people: None,
            money: None,
        }
    }

    const fn people(people: i64) -> Self {
        Self {
            orders: None,
            people: Some(people),
            money: None,
        }
    }

    const fn money(money: Money) -> Self {
        Self {
            orders: None,
            people: None,
            money: Some(money),
        }
    }

    const fn sold(orders: i64, money: Money) -> Self {
        Self {
            orders: Some(orders),
            people: None,
            money: Some(money),
        }
    }
}

/// Its lines, without the headings.
pub(super) fn rows(shop: &Shop, locale: Locale, figures: &Figures) -> Vec<Vec<Cell>> {
    let word = |text: Text| shop.texts().plain(locale, text);
    let line = |part: Text, what: String, said: Said| {
        let count = |count: Option<i64>| count.map_or_else(|| Cell::text(""), Cell::number);
        let money = said.money.map(|money| Cell::Number(plain_price(money.minor)));
        vec![
            Cell::Text(word(part)),
            Cell::Text(what),
            count(said.orders),
            count(said.people),
            money.unwrap_or_else(|| Cell::text("")),
            Cell::text(""),
        ]
    };
    let period = match figures.period {
        Period::Days => t::FIGURES_DAYS,
        Period::Months => t::FIGURES_MONTHS,
    };
    let all = Said::sold(figures.orders, figures.sold);
    let mut rows = vec![line(t::FIGURES_TITLE, word(period), all)];
    for bar in &figures.bars {
        rows.push(line(
            period,
            figures.period.written(bar.at),
            Said::sold(bar.orders, bar.sold),
        ));
    }
    for product in &figures.products {
        let name = product.name.text.clone();
        rows.push(line(t::FIGURES_PRODUCTS, name, Said::money(product.sold)));
    }
    for place in &figures.places {
        rows.push(line(t::FIGURES_PLACES, place.plain(), Said::orders(place.orders)));
    }
    for (what, people) in [
        (t::FIGURES_BUYERS_ALL, figures.buyers),
        (t::FIGURES_BUYERS_AGAIN, figures.returning),
    ] {
        rows.push(line(t::FIGURES_BUYERS, word(what), Said::people(people)));
    }
    rows.extend(views(shop, locale, &figures.readership));
    let owed = |what, money| line(t::FIGURES_OWED, word(what), Said::money(money));
    rows.push(owed(t::FIGURES_ORDERED, figures.ordered()));
    for (reason, money) in &figures.taken_off {
        rows.push(line(
            t::FIGURES_TAKEN_OFF,
            word(reason_text(*reason)),
            Said::money(*money),
        ));
    }
    for (kind, money) in &figures.given_back {
        rows.push(line(t::FIGURES_GIVEN_BACK, word(kind_text(*kind)), Said::money(*money)));
    }
    rows.push(owed(t::FIGURES_DELIVERED, figures.delivered));
    if figures.unpaid.minor != 0 {
        rows.push(owed(t::PAYOUT_UNPAID, figures.unpaid));
    }
    rows.extend([
        owed(t::FIGURES_UNDER_WAY, figures.under_way),
        owed(t::FIGURES_WAITING, figures.waiting),
    ]);
    rows
}

/// What people looked at; few are not told apart.
fn views(shop: &Shop, locale: Locale, readership: &Readership) -> Vec<Vec<Cell>> {
    let word = |text: Text| shop.texts().plain(locale, text);
    let line = |part: Text, what: String, views: Views| {
        let views = views
            .number()
            .map_or_else(|| Cell::Text(word(t::FIGURES_VIEWS_FEW)), Cell::number);
        let mut row = vec![Cell::Text(word(part)), Cell::Text(what)];
        row.extend([""; 3].map(Cell::text));
        row.push(views);
        row
    };
    let mut rows = Vec::new();
    if let Some(views) = readership.page {
        rows.push(line(t::FIGURES_VIEWS, word(t::STUDIO_SHOP_TITLE), views));
    }
    for (part, list) in [
        (t::FIGURES_VIEWS_PRODUCTS, &readership.products),
        (t::FIGURES_VIEWS_PICTURES, &readership.pictures),
    ] {
        rows.extend(list.iter().map(|seen| line(part, seen.name.text.clone(), seen.views)));
    }
    rows
}
