//! What the index holds.

use domain::{CategoryId, CooperativeId, Locale, OfferId, ProductId, StationId, TownshipId, Unit};

/// A text in each language; empty where it is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    pub ug: String,
    pub zh: String,
    pub es: String,
}

impl Texts {
    /// The texts that `of` gives for each language.
    pub fn of(mut of: impl FnMut(Locale) -> String) -> Self {
        Self {
            ug: of(Locale::Ug),
            zh: of(Locale::Zh),
            es: of(Locale::Es),
        }
    }

    /// The text in this language.
    #[must_use]
    pub fn get(&self, locale: Locale) -> &str {
        match locale {
            Locale::Ug => &self.ug,
            Locale::Zh => &self.zh,
            Locale::Es => &self.es,
            Locale::Added(_) => "",
        }
    }
}

/// What can be found. Putting a document replaces the one with its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    Product(ProductId),
    Category(CategoryId),
    Cooperative(CooperativeId),
    Station(StationId),
}

impl Key {
    /// Its kind and number.
    pub(crate) const fn parts(self) -> (u8, i64) {
        match self {
            Self::Product(id) => (0, id.get()),
            Self::Category(id) => (1, id.get()),
            Self::Cooperative(id) => (2, id.get()),
            Self::Station(id) => (3, id.get()),
        }
    }

    pub(crate) const fn of_parts(kind: i64, id: i64) -> Self {
        match kind {
            0 => Self::Product(ProductId(id)),
            1 => Self::Category(CategoryId(id)),
            2 => Self::Cooperative(CooperativeId(id)),
            _ => Self::Station(StationId(id)),
        }
    }
}

/// A document: what [`Writer::put`](crate::Writer::put) takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Document {
    Product(Box<Product>),
    Place(Box<Place>),
}

/// A product that is in the shop; one that is paused or suspended is deleted from the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    pub id: ProductId,
    pub names: Texts,
    pub descriptions: Texts,
    /// Names of its categories.
    pub category_names: Vec<Texts>,
    /// The name of its cooperative.
    pub cooperative_name: Texts,
    /// More words that it is found by like by its name, as those of its slug (`thin shell badam`).
    pub keywords: String,
    /// Its categories: the one it stands in, and those above if there are any.
    pub categories: Vec<CategoryId>,
    pub cooperative: CooperativeId,
    /// Where its cooperative is, or where it can be collected.
    pub townships: Vec<TownshipId>,
    /// What can be bought now; in the order of the product's page.
    pub sizes: Vec<Size>,
    /// 1 to 100; more are taken for 100.
    pub popularity: u32,
}

/// A size of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    pub offer: OfferId,
    /// What `least` and `most` count: grams for what has a net weight, millilitres, or pieces where neither is known.
    pub unit: Unit,
    /// The net content of one piece; of what is weighed out the least one can buy.
    pub least: i64,
    /// The same as `least`, but of what is weighed out the most one can buy.
    pub most: i64,
    /// The price that is shown for it.
    pub price_fen: i64,
    /// The price of a kilogram, where it has a weight.
    pub per_kilo_fen: Option<i64>,
    /// Whether it can be bought at this moment.
    pub is_available: bool,
}

/// A category, a cooperative or a station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// No product.
    pub key: Key,
    pub names: Texts,
    /// More that it is found by: a station's code, the names of its township, its address, a slug.
    pub more: String,
    /// 1 to 100, for the order among those that fit alike.
    pub popularity: u32,
}
