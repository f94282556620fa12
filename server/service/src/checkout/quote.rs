//! What the buyer saw. The form carries it back, so that a price, freight or stock that changed in between is shown and
//! agreed to before anything is sold. It is a memory, not a promise: the order is always priced by the shop.

use std::collections::HashMap;
use std::fmt;

use domain::{FreightRegion, FreightTemplate, Money, OfferId};

use super::view::Change;
use crate::cart::{CartView, LineState};
use crate::error::Result;

/// Longest quote taken: a full cart with the widest numbers is below it.
const MAX_LENGTH: usize = 4_000;

/// Prices and freight as shown on one checkout page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// Offer, amount and price of each line, minor units.
    lines: Vec<(OfferId, i64, i64)>,
    /// Freight to each region, minor units.
    freight: Vec<(FreightRegion, i64)>,
}

impl Quote {
    /// The quote of a cart as it stands now, with these prices of freight.
    pub fn of(templates: &HashMap<FreightRegion, FreightTemplate>, cart: &CartView) -> Result<Self> {
        let mut freight = Vec::new();
        for region in FreightRegion::ALL {
            // Where nothing is sent, nothing is promised.
            if let Some(template) = templates.get(&region) {
                freight.push((region, template.price(cart.weight)?.minor));
            }
        }
        let lines = cart
            .sellers
            .iter()
            .flat_map(|s| &s.lines)
            .map(|l| (l.offer, l.quantity.amount(), l.total.minor))
            .collect();
        Ok(Self { lines, freight })
    }

    /// Reads what [`Display`](fmt::Display) wrote: `12x2=5980,15x500=1200;xinjiang=600,…`.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > MAX_LENGTH {
            return None;
        }
        let (lines, freight) = text.split_once(';')?;
        let lines = lines
            .split(',')
            .map(|line| {
                let (offer, rest) = line.split_once('x')?;
                let (amount, total) = rest.split_once('=')?;
                Some((OfferId(offer.parse().ok()?), amount.parse().ok()?, total.parse().ok()?))
            })
            .collect::<Option<_>>()?;
        let freight = freight
            .split(',')
            .filter(|entry| !entry.is_empty())
            .map(|entry| {
                let (region, price) = entry.split_once('=')?;
                Some((FreightRegion::parse(region)?, price.parse().ok()?))
            })
            .collect::<Option<_>>()?;
        Some(Self { lines, freight })
    }

    /// What is different `now` from what the buyer saw. `region` is where the goods go, when they are sent.
    pub fn changes(&self, now: &Self, cart: &CartView, region: Option<FreightRegion>) -> Vec<Change> {
        let mut changes = Vec::new();
        let amounts = |quote: &Self| quote.lines.iter().map(|(o, a, _)| (*o, *a)).collect::<Vec<_>>();
        if amounts(self) != amounts(now) {
            changes.push(Change::Cart);
        }
        for line in cart.sellers.iter().flat_map(|s| &s.lines) {
            if line.state != LineState::Ready {
                changes.push(Change::Stock {
                    name: line.name.text.clone(),
                });
            }
            let before = self
                .lines
                .iter()
                .find(|(o, a, _)| *o == line.offer && *a == line.quantity.amount());
            if let Some((_, _, before)) = before
                && *before != line.total.minor
            {
                let before = Money::new(*before, line.total.currency);
                changes.push(Change::Price {
                    name: line.name.text.clone(),
                    before,
                    now: line.total,
                });
            }
        }
        let price_to = |quote: &Self| {
            let region = region?;
            quote
                .freight
                .iter()
                .find(|(r, _)| *r == region)
                .map(|(_, price)| *price)
        };
        if let (Some(before), Some(after)) = (price_to(self), price_to(now))
            && before != after
            && !changes.contains(&Change::Cart)
        {
            let money = |minor| Money::new(minor, cart.goods.currency);
            changes.push(Change::Freight {
                before: money(before),
                now: money(after),
            });
        }
        changes
    }
}

impl fmt::Display for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, (offer, amount, total)) in self.lines.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            write!(f, "{comma}{offer}x{amount}={total}")?;
        }
        f.write_str(";")?;
        for (i, (region, price)) in self.freight.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            write!(f, "{comma}{}={price}", region.as_str())?;
        }
        Ok(())
    }
}
