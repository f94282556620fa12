//! Which goods a part shows. The shop page, the studio and the live preview all ask here, so that they show the same.

use super::{Block, BlockId, BlockKind, Field, Place, ShopDocument};
use crate::ProductId;

/// The goods that a part shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoodsOf {
    /// These, in this order.
    Chosen(Vec<ProductId>),
    /// Those of a category, by its name in addresses.
    Shelf(String),
    /// All.
    All,
    /// All, and they stand in a part above: none.
    Repeated,
}

/// The goods that are shown, of those that there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked<G> {
    /// They.
    pub goods: Vec<G>,
    /// There are more, which are in the list of products.
    pub has_more: bool,
}

impl GoodsOf {
    /// Most goods of a shelf that a part shows.
    pub const OF_A_SHELF: usize = 24;
    /// Most goods that a part shows as all of them.
    pub const OF_ALL: usize = 100;

    /// What is shown of `goods`: those that buyers can find, in the order of lists.
    pub fn pick<'g, G: Clone>(
        &self,
        goods: &'g [G],
        id: impl Fn(&G) -> ProductId,
        shelf: impl Fn(&'g G) -> Option<&'g str>,
    ) -> Picked<G> {
        match self {
            Self::Chosen(ids) => {
                let card = |wanted: &ProductId| goods.iter().find(|product| id(product) == *wanted);
                Picked {
                    goods: ids.iter().filter_map(card).cloned().collect(),
                    has_more: false,
                }
            }
            Self::Shelf(name) => first(
                goods.iter().filter(|product| shelf(product) == Some(name)),
                Self::OF_A_SHELF,
            ),
            Self::All => first(goods.iter(), Self::OF_ALL),
            Self::Repeated => first(std::iter::empty(), 0),
        }
    }
}

fn first<'g, G: Clone + 'g>(mut goods: impl Iterator<Item = &'g G>, most: usize) -> Picked<G> {
    let shown = goods.by_ref().take(most).cloned().collect();
    Picked {
        goods: shown,
        has_more: goods.next().is_some(),
    }
}

impl Block {
    /// Whether a part with goods shows all of them.
    pub fn is_whole_range(&self) -> bool {
        self.get(Place::of(Field::Shelf)).is_empty() && !self.values().any(|(place, _)| place.field == Field::Product)
    }

    /// Which goods the part shows; `is_repeated`, when one [above](ShopDocument::is_repeated) shows all of them.
    pub fn goods_of(&self, is_repeated: bool) -> GoodsOf {
        let chosen: Vec<ProductId> = self
            .values()
            .filter(|(place, _)| place.field == Field::Product)
            .filter_map(|(_, id)| id.parse().ok().map(ProductId))
            .collect();
        let shelf = self.get(Place::of(Field::Shelf));
        if !chosen.is_empty() {
            GoodsOf::Chosen(chosen)
        } else if !shelf.is_empty() {
            GoodsOf::Shelf(shelf.to_owned())
        } else if is_repeated && !self.hidden {
            // Hidden, it shows its cooperative what it would show.
            GoodsOf::Repeated
        } else {
            GoodsOf::All
        }
    }
}

impl ShopDocument {
    /// Whether buyers see all goods in a part above this one.
    pub fn is_repeated(&self, id: BlockId) -> bool {
        self.blocks().iter().take_while(|block| block.id != id).any(shows_all)
    }

    /// Whether all goods are shown by one of its parts; if not, those that none shows come at its end: what is for sale is found.
    pub fn shows_all_goods(&self) -> bool {
        self.blocks().iter().any(shows_all)
    }
}

fn shows_all(block: &Block) -> bool {
    block.kind == BlockKind::Products && !block.hidden && block.is_whole_range()
}
