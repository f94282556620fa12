//! What catalogue pages show.

use domain::{
    CategoryId, CooperativeId, GoodsClass, Harvested, Locale, Money, OfferId, OfferTerms, ProductId, Quantity, Slug,
    Unit,
};

use crate::cooperatives::CooperativeCard;
use crate::rating::Rating;
use crate::{Picture, Shown};

/// A product in a list.
#[derive(Clone, Debug)]
pub struct ProductCard {
    /// The product.
    pub id: ProductId,
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// The cooperative's name.
    pub cooperative: Shown,
    /// The cooperative's name in the URL.
    pub cooperative_slug: String,
    /// The first picture.
    pub picture: Picture,
    /// The offer that the add button puts into the cart: the cheapest one that is there.
    pub offer: OfferId,
    /// How many sizes there are.
    pub offer_count: i64,
    /// The terms of that offer.
    pub terms: OfferTerms,
    /// Price per kilogram, where goods have a weight.
    pub price_per_kg: Option<Money>,
    /// Whether any size can be bought now.
    pub available: bool,
    /// First and last month of the season, for seasonal goods.
    pub season: Option<Season>,
    /// How its buyers judge it, once one said so.
    pub rating: Option<Rating>,
}

/// Months, 1–12, first and last included; may run over the new year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Season {
    /// First month.
    pub from: u8,
    /// Last month.
    pub to: u8,
}

impl Season {
    /// Whether `month` (1–12) lies in the season.
    pub fn contains(self, month: u8) -> bool {
        if self.from <= self.to {
            (self.from..=self.to).contains(&month)
        } else {
            month >= self.from || month <= self.to
        }
    }
}

/// A product that has a page, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoldProduct {
    /// The product.
    pub id: ProductId,
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
}

/// Harvest and origin of what is sold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoldLot {
    /// The sizes it is of; none where it is of all of them.
    pub sizes: Vec<OfferTerms>,
    /// When it was harvested.
    pub harvested: Option<Harvested>,
    /// Where.
    pub origin: Option<Shown>,
}

/// How much of some sizes one buyer may have, in however many orders of the last [`domain::BUYER_LIMIT_DAYS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuyerLimit {
    /// The sizes it holds for; none where it holds for all of them.
    pub sizes: Vec<OfferTerms>,
    /// How much of each.
    pub most: Quantity,
    /// Unit of that.
    pub unit: Unit,
}

/// A product's page.
#[derive(Clone, Debug)]
pub struct ProductPage {
    /// The product.
    pub id: ProductId,
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// Its description, if any language has one.
    pub description: Option<Shown>,
    /// Whether a machine translated name or description, and nobody has confirmed it yet.
    pub by_machine: bool,
    /// Pictures, first one first; never empty.
    pub pictures: Vec<Picture>,
    /// What each of them shows, where the cooperative said so in the reader's language.
    pub picture_texts: Vec<Option<String>>,
    /// Its category.
    pub category: CategoryLink,
    /// What its goods are: whether they can be sent back.
    pub goods_class: GoodsClass,
    /// Who grows or makes it.
    pub cooperative: CooperativeCard,
    /// Sizes, in the cooperative's order; never empty.
    pub offers: Vec<OfferView>,
    /// When it is in season, for seasonal goods.
    pub season: Option<Season>,
    /// Year of the harvest.
    pub harvest_year: Option<i64>,
    /// How much of it one buyer may have, where that is bounded; each bound once.
    pub limits: Vec<BuyerLimit>,
    /// Of what is sold now, when it was harvested and where; each once.
    pub lots: Vec<SoldLot>,
    /// Other products of the same cooperative.
    pub more_from_cooperative: Vec<ProductCard>,
    /// Other products of the same category.
    pub more_in_category: Vec<ProductCard>,
}

pub use domain::view::OfferView;

/// A category as a link.
#[derive(Clone, Debug)]
pub struct CategoryLink {
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// Its emblem.
    pub picture: Picture,
}

/// How a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// What most people buy first.
    #[default]
    Popular,
    /// Cheapest first.
    Cheap,
    /// By the price of a kilogram; what has none comes last.
    PerKilogram,
    /// Dearest first.
    Dear,
    /// Newest first.
    New,
}

impl Sort {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 5] = [Self::Popular, Self::Cheap, Self::PerKilogram, Self::Dear, Self::New];

    /// The word in the URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Popular => "popular",
            Self::Cheap => "cheap",
            Self::PerKilogram => "per-kg",
            Self::Dear => "dear",
            Self::New => "new",
        }
    }

    /// Reads the word in the URL; an unknown word is the default.
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|s| s.as_str() == word).unwrap_or_default()
    }
}

/// What a product list is asked for.
#[derive(Clone, Debug)]
pub struct ListQuery {
    /// The reader's language.
    pub locale: Locale,
    /// Only these categories; all when there is none.
    pub categories: Vec<Slug>,
    /// Only these cooperatives; all when there is none.
    pub cooperatives: Vec<CooperativeId>,
    /// Lowest price of any size, minor units.
    pub min_price: Option<i64>,
    /// Highest price of any size, minor units; the same size has both.
    pub max_price: Option<i64>,
    /// Only what can be bought now.
    pub available_only: bool,
    /// Order of the list.
    pub sort: Sort,
    /// Page, from 1.
    pub page: u32,
    /// Where the page begins: the last item of the page before, as [`List::next`] gives it. Without it a page deep in
    /// is found by counting from the front.
    pub after: Option<Cursor>,
}

impl ListQuery {
    /// The first page of everything.
    pub fn new(locale: Locale) -> Self {
        Self {
            locale,
            categories: Vec::new(),
            cooperatives: Vec::new(),
            min_price: None,
            max_price: None,
            available_only: false,
            sort: Sort::default(),
            page: 1,
            after: None,
        }
    }

    /// What its counts are remembered by: everything it is narrowed by, not its order nor its page. `categories` are those
    /// of its categories that there are.
    pub(super) fn count_key(&self, categories: &[CategoryId]) -> String {
        format!(
            "{:?}/{categories:?}/{:?}/{:?}/{:?}/{}",
            self.locale, self.cooperatives, self.min_price, self.max_price, self.available_only
        )
    }
}

/// What a list can be narrowed to, each with what it would then hold.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Categories, in the order of the shelves.
    pub categories: Vec<Choice>,
    /// Cooperatives.
    pub cooperatives: Vec<Choice>,
}

/// A category or a cooperative as a filter.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// How many products there are of it, as everything else that was asked for stands; nothing while too many count.
    pub count: Option<u64>,
    /// Whether it was asked for.
    pub is_chosen: bool,
}

/// A place in a sorted list: the sort key and the product after which a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Value of the sorted column.
    pub key: i64,
    /// Product with that value.
    pub product: ProductId,
}

impl Cursor {
    /// As it stands in a URL: `key.product`.
    pub fn to_param(self) -> String {
        format!("{}.{}", self.key, self.product)
    }

    /// Reads [`to_param`](Self::to_param); anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, product) = text.split_once('.')?;
        Some(Self {
            key: key.parse().ok()?,
            product: ProductId(product.parse().ok()?),
        })
    }
}

/// Products on one page of a list.
#[derive(Clone, Debug)]
pub struct List {
    /// The products, 24 at the most.
    pub cards: Vec<ProductCard>,
    /// How many there are on all pages.
    pub total: u64,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

impl List {
    /// A page with nothing on it.
    #[must_use]
    pub const fn empty() -> Self {
        Self {
            cards: Vec::new(),
            total: 0,
            page: 1,
            pages: 1,
            next: None,
        }
    }
}

/// The home page.
#[derive(Clone, Debug)]
pub struct Home {
    /// What is in season or most bought.
    pub in_season: Vec<ProductCard>,
    /// Most bought.
    pub popular: Vec<ProductCard>,
    /// Categories with their emblems.
    pub categories: Vec<CategoryLink>,
    /// Cooperatives.
    pub cooperatives: Vec<CooperativeCard>,
    /// How many stations there are.
    pub station_count: usize,
    /// How many cooperatives there are.
    pub cooperative_count: usize,
    /// The picture at the top.
    pub hero: Picture,
}
