//! What the pages about goods show and take: stock, its history, new products and sizes.

use std::collections::HashMap;

use domain::{
    Listing, Locale, OfferId, OfferTerms, OrderCode, OrderId, ProductId, ProposalState, Quantity, StockReason, Unit,
    parse_price, parse_stock,
};

use crate::Shown;
use crate::lots::Lot;

/// Rows of one page of stock.
pub const STOCK_PAGE: u64 = 200;

/// All prices and stock of a cooperative, a page of them.
#[derive(Clone, Debug)]
pub struct StockPage {
    /// One a size, those of a product together.
    pub rows: Vec<StockRow>,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
}

impl StockPage {
    /// What the rows show, for the form to carry along: what was changed since is known by it.
    pub fn seen(&self) -> String {
        let rows: Vec<String> = self
            .rows
            .iter()
            .map(|row| format!("{}:{}:{}", row.offer, row.terms.price.minor, row.on_hand))
            .collect();
        rows.join(" ")
    }
}

/// Which sizes a page of all prices and stock is asked for.
#[derive(Clone, Debug, Default)]
pub struct StockQuery {
    /// Which page of them, from 1.
    pub page: u32,
    /// What a product's name in any language, or an own code of it, is to have in it; empty for all.
    pub words: String,
    /// Only those of which orders hold more than there is.
    pub only_short: bool,
}

/// A size with its price and stock.
#[derive(Clone, Debug)]
pub struct StockRow {
    /// The size.
    pub offer: OfferId,
    /// Its product.
    pub product: ProductId,
    /// The product's name.
    pub name: Shown,
    /// Terms, with the price; the amounts are those for whoever buys.
    pub terms: OfferTerms,
    /// The most that one buyer may have within 30 days, where that is bounded.
    pub buyer_limit: Option<i64>,
    /// On hand.
    pub on_hand: i64,
    /// Reserved for orders.
    pub reserved: i64,
    /// Whether buyers do not see this size.
    pub is_hidden: bool,
    /// How the product stands.
    pub listing: Listing,
    /// How far the Centre is with its price, or with showing it at all, where buyers see it otherwise.
    pub waits: Option<ProposalState>,
    /// The orders there is not enough for; nothing for who may not read orders.
    pub short: Vec<ShortOrder>,
    /// How many people wait to be told that it can be bought again.
    pub people_waiting: i64,
}

/// An order that holds more than is there for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortOrder {
    /// The order.
    pub id: OrderId,
    /// The buyer's code.
    pub code: OrderCode,
    /// Who receives it.
    pub buyer_name: String,
    /// How much of the size is missing.
    pub missing: i64,
}

/// The form of all prices and stock, as it was sent.
#[derive(Clone, Debug, Default)]
pub struct StockForm {
    /// `seen`: what the page showed.
    pub seen: String,
    /// `price-<offer>`, as typed.
    pub prices: Vec<(OfferId, String)>,
    /// `stock-<offer>`, as typed.
    pub stocks: Vec<(OfferId, String)>,
}

impl StockForm {
    /// Price and stock that each row showed. A row that cannot be read was not shown.
    pub(super) fn read_seen(&self) -> HashMap<OfferId, (i64, i64)> {
        self.seen
            .split(' ')
            .filter_map(|row| {
                let mut parts = row.split(':').map(|part| part.parse::<i64>().ok());
                let (offer, price, on_hand) = (parts.next()??, parts.next()??, parts.next()??);
                Some((OfferId(offer), (price, on_hand)))
            })
            .collect()
    }

    /// What was typed in these rows, where it is not what the form was opened with.
    pub fn typed(&self, rows: &[StockRow]) -> HashMap<OfferId, TypedRow> {
        let seen = self.read_seen();
        rows.iter()
            .map(|row| {
                let (price, on_hand) = seen.get(&row.offer).copied().unzip();
                let read_price = |typed: &str| parse_price(row.terms.price.currency, typed).ok().map(|p| p.minor);
                let read_stock = |typed: &str| parse_stock(typed, row.terms.sold_by.unit).ok();
                let typed = TypedRow {
                    price: typed_for(&self.prices, row.offer).filter(|typed| is_new(read_price(typed), price)),
                    stock: typed_for(&self.stocks, row.offer).filter(|typed| is_new(read_stock(typed), on_hand)),
                };
                (row.offer, typed)
            })
            .collect()
    }
}

/// What cannot be read is something new as well.
fn is_new(read: Option<i64>, seen: Option<i64>) -> bool {
    read.is_none() || read != seen
}

/// What was typed in a row of stock, where it is something new.
#[derive(Clone, Debug, Default)]
pub struct TypedRow {
    /// The price.
    pub price: Option<String>,
    /// The stock.
    pub stock: Option<String>,
}

fn typed_for(typed: &[(OfferId, String)], offer: OfferId) -> Option<String> {
    typed.iter().find(|(id, _)| *id == offer).map(|(_, text)| text.clone())
}

/// One size: what is there, and how it came to that.
#[derive(Clone, Debug)]
pub struct StockOfferPage {
    /// The size.
    pub row: StockRow,
    /// What changed it, the newest first.
    pub history: Vec<Movement>,
    /// Its lots, the newest first.
    pub lots: Vec<Lot>,
    /// Whether the reader may see who got something of a lot.
    pub reads_orders: bool,
    /// The language in which its cooperative writes first, and origins too.
    pub source: Locale,
    /// Whether something of its product waits for the Centre, or was sent back.
    pub asks_centre: bool,
}

/// A line of the stock's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// Why.
    pub reason: StockReason,
    /// By how much it changed.
    pub change: i64,
    /// What was there then.
    pub on_hand: i64,
    /// What was said with it.
    pub note: String,
    /// Who it was; empty when they are gone.
    pub by: String,
    /// Whether it was somebody of the Centre.
    pub by_centre: bool,
    /// The number of the lot that came in with it.
    pub lot: Option<i64>,
}

/// The lots of one size in an order.
#[derive(Clone, Debug)]
pub struct LineLots {
    /// The size.
    pub offer: OfferId,
    /// What it is called for the reader.
    pub name: Shown,
    /// Unit of its amounts.
    pub unit: Unit,
    /// Net weight of one piece, grams.
    pub net_grams: i64,
    /// Those it can be packed from, the oldest first; none once it is packed.
    pub there: Vec<Lot>,
    /// From which it is to be packed when nobody chooses, or was packed, and how much from each.
    pub from: Vec<(Lot, Quantity)>,
    /// How much of what is sent is of no lot.
    pub without: Quantity,
}

/// A lot, and who got something of it.
#[derive(Clone, Debug)]
pub struct LotPage {
    /// The size it is of.
    pub row: StockRow,
    /// The lot.
    pub lot: Lot,
    /// How much of it went into parcels and did not come back.
    pub packed: Quantity,
    /// How much of it is neither left nor was packed: it spoiled, was sold elsewhere, or was not there when somebody counted.
    pub gone: Quantity,
    /// The orders it was packed into, the newest first: a page of them.
    pub orders: Vec<LotOrder>,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// Whether something of its product waits for the Centre, or was sent back.
    pub asks_centre: bool,
}

/// An order into which something of a lot was packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotOrder {
    /// The order.
    pub id: OrderId,
    /// The buyer's code.
    pub code: OrderCode,
    /// Who received it; empty once that is nobody's business any more.
    pub buyer_name: String,
    /// How much of the lot.
    pub amount: Quantity,
    /// When it was placed, milliseconds since 1970 UTC.
    pub placed_at: i64,
}

/// A change of stock as its form sends it.
#[derive(Clone, Debug, Default)]
pub struct MoveForm {
    /// `reason`: a word of [`StockReason`].
    pub reason: String,
    /// `amount`, as typed.
    pub amount: String,
    /// `note`; may be empty.
    pub note: String,
    /// The lot that came in.
    pub lot: LotForm,
    /// `from-lot`: of which lot it spoiled or was sold; may be empty.
    pub from_lot: String,
}

/// Of which harvest goods are, and from where, as a form sends it. Both may be empty: then they are no lot.
#[derive(Clone, Debug, Default)]
pub struct LotForm {
    /// `harvested`: a day, a month or a year, as typed.
    pub harvested: String,
    /// `origin`: a village, an orchard.
    pub origin: String,
}

impl LotForm {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.harvested.trim().is_empty() && self.origin.trim().is_empty()
    }
}

/// A size as the form of a new one sends it.
#[derive(Clone, Debug, Default)]
pub struct SizeForm {
    /// `sold`: a word of [`domain::SoldAs`].
    pub sold: String,
    /// `net`: what a pack holds, as typed; not looked at for what is weighed out.
    pub net: String,
    /// `price`, as typed.
    pub price: String,
    /// `steps`: prices that fall with the amount, as typed; may be empty.
    pub steps: String,
    /// `stock`, as typed.
    pub stock: String,
    /// `least`: the smallest amount sold, as typed; may be empty.
    pub least: String,
    /// `by`: what amounts grow by, as typed; may be empty.
    pub by: String,
    /// `buyer`: the most that one buyer may have within 30 days, as typed; may be empty.
    pub buyer: String,
}

/// In which amounts a size is sold, as its form sends it, each as typed.
#[derive(Clone, Debug, Default)]
pub struct AmountsForm {
    /// `least-<size>`: the smallest amount.
    pub least: String,
    /// `by-<size>`: what amounts grow by.
    pub by: String,
    /// `most-<size>`: the most that one may buy at once.
    pub most: String,
    /// `buyer-<size>`: the most that one buyer may have within 30 days; empty for as much as one likes. A form without it keeps
    /// what is saved.
    pub buyer: Option<String>,
}

/// A new product as its form sends it.
#[derive(Clone, Debug, Default)]
pub struct NewProductForm {
    /// `name`, in the language of the page.
    pub name: String,
    /// `category`: its name in the URL.
    pub category: String,
    /// Its first size.
    pub size: SizeForm,
    /// The lot of what is in stock.
    pub lot: LotForm,
}

/// The sizes of a product.
#[derive(Clone, Debug)]
pub struct Sizes {
    /// The product.
    pub product: ProductId,
    /// Its name.
    pub name: Shown,
    /// Its sizes, also those that are hidden.
    pub rows: Vec<StockRow>,
}
