//! What pages about cooperatives show.

use domain::Locale;
use domain::shop_page::{BlockId, GoodsOf, Picked, ShopDocument};

use crate::Shown;
use crate::catalog::ProductCard;
use crate::cooperatives::CooperativeCard;

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
    /// The parts of its page.
    pub document: ShopDocument,
    /// The language they are written in first.
    pub source: Locale,
    /// Whether it sells; the Centre may have suspended it.
    pub sells: bool,
    /// Year it was founded.
    pub founded: Option<i64>,
    /// Families in it.
    pub members: Option<i64>,
    /// Its phone number, as shown.
    pub phone: Option<String>,
    /// The products of each part that shows some.
    pub goods: Vec<PartGoods>,
    /// All its products, as far as a page shows them.
    pub products: Vec<ProductCard>,
    /// There are more of them, which are in the list of products.
    pub has_more: bool,
}

impl CooperativePage {
    /// The products of a part that shows some.
    pub fn goods_of(&self, part: BlockId) -> Option<&PartGoods> {
        self.goods.iter().find(|goods| goods.part == part)
    }
}

/// The products of a part.
#[derive(Clone, Debug)]
pub struct PartGoods {
    /// The part.
    pub part: BlockId,
    /// Which it shows.
    pub wish: GoodsOf,
    /// What there is of them.
    pub picked: Picked<ProductCard>,
}
