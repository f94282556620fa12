//! What pages about cooperatives show.

use domain::{CooperativeId, WebLink};

use crate::catalog::ProductCard;
use crate::{Picture, Shown};

/// A cooperative in a list or beside a product.
#[derive(Clone, Debug)]
pub struct CooperativeCard {
    /// The cooperative.
    pub id: CooperativeId,
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// One line about it.
    pub tagline: Option<Shown>,
    /// Where it is.
    pub township: Shown,
    /// Its cover picture, 16:9.
    pub picture: Picture,
    /// How many products it has in the shop.
    pub product_count: u64,
}

/// A page of the list of cooperatives.
#[derive(Clone, Debug)]
pub struct ShopList {
    /// The cooperatives of this page.
    pub cards: Vec<CooperativeCard>,
    /// How many fit in all.
    pub total: usize,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are, at least one.
    pub pages: usize,
    /// The townships one can choose, by their name in the URL.
    pub townships: Vec<(String, Shown)>,
    /// The one chosen.
    pub chosen: Option<String>,
}

/// A cooperative's shop page.
#[derive(Clone, Debug)]
pub struct CooperativePage {
    /// The card.
    pub card: CooperativeCard,
    /// Its story.
    pub story: Option<Shown>,
    /// Year it was founded.
    pub founded: Option<i64>,
    /// Families in it.
    pub members: Option<i64>,
    /// Its phone number, as shown.
    pub phone: Option<String>,
    /// Its own place on the web.
    pub link: Option<WebLink>,
    /// All its products.
    pub products: Vec<ProductCard>,
}
