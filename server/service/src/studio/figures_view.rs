//! What the page of a cooperative's sales shows.

use domain::{Money, ProductId, ReductionReason, ReportKind, Views};

use crate::{Period, Picture, Shown};

/// What a cooperative sold.
#[derive(Clone, Debug)]
pub struct Figures {
    /// How it is cut.
    pub period: Period,
    /// One for each day or month, the oldest first.
    pub bars: Vec<Bar>,
    /// Orders of all of it.
    pub orders: i64,
    /// Goods of all of it.
    pub sold: Money,
    /// Goods the buyers have and paid, of all time.
    pub delivered: Money,
    /// Goods the buyers have and whose payment is not here: it was undone after they were handed over.
    pub unpaid: Money,
    /// Goods that are promised and not with their buyers yet.
    pub under_way: Money,
    /// Goods of orders that are not accepted yet, paid or not.
    pub waiting: Money,
    /// What these four are less than what was ordered, by why less was sent; nothing where all was.
    pub taken_off: Vec<(ReductionReason, Money)>,
    /// What went back after the goods had come, by what was said to be wrong; the four are less by this, too.
    pub given_back: Vec<(ReportKind, Money)>,
    /// What was sold most, the most first.
    pub products: Vec<ProductSold>,
    /// Where most orders go, the most first.
    pub places: Vec<PlaceSold>,
    /// How many people bought.
    pub buyers: i64,
    /// How many of them more than once.
    pub returning: i64,
    /// What people look at, within thirty days whatever the period.
    pub readership: Readership,
}

impl Figures {
    /// Goods of all orders that stand, as they were ordered.
    pub fn ordered(&self) -> Money {
        let off: i64 = self.taken_off.iter().map(|(_, money)| money.minor).sum();
        let back: i64 = self.given_back.iter().map(|(_, money)| money.minor).sum();
        let left = self.delivered.minor + self.unpaid.minor + self.under_way.minor + self.waiting.minor;
        Money::new(left + off + back, self.delivered.currency)
    }
}

/// A day or a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its first moment, milliseconds since 1970 UTC.
    pub at: i64,
    /// Orders placed in it.
    pub orders: i64,
    /// Their goods.
    pub sold: Money,
}

/// What people looked at within thirty days.
#[derive(Clone, Debug, Default)]
pub struct Readership {
    /// How often the shop page was opened; nothing when nobody did.
    pub page: Option<Views>,
    /// Products by how often their pages were opened, the most first.
    pub products: Vec<LookedAt>,
    /// Pictures that one comes to by reading on, the most first.
    pub pictures: Vec<LookedAt>,
}

impl Readership {
    /// Whether nobody looked at anything.
    pub const fn is_empty(&self) -> bool {
        self.page.is_none() && self.products.is_empty() && self.pictures.is_empty()
    }
}

/// Something that people looked at.
#[derive(Clone, Debug)]
pub struct LookedAt {
    /// What it is called: of a picture what stands beside it.
    pub name: Shown,
    /// It, or its first picture.
    pub picture: Picture,
    /// The product it is, or whose gallery shows it.
    pub product: Option<ProductId>,
    /// How often.
    pub views: Views,
    /// How often, in hundredths of the first line.
    pub share: u8,
}

/// A product and what was sold of it.
#[derive(Clone, Debug)]
pub struct ProductSold {
    /// The product.
    pub id: ProductId,
    /// What it is called.
    pub name: Shown,
    /// For how much.
    pub sold: Money,
}

/// A place and how many orders go there.
#[derive(Clone, Debug)]
pub struct PlaceSold {
    /// The code of a station; empty for a province.
    pub code: String,
    /// What the province or the station is called.
    pub name: Shown,
    /// How many.
    pub orders: i64,
}

impl PlaceSold {
    /// Code and name in one line, for a cell of a table.
    pub fn plain(&self) -> String {
        match self.code.as_str() {
            "" => self.name.text.clone(),
            code => format!("{code} · {}", self.name.text),
        }
    }
}
