//! How many products and sizes more a cooperative may have, while the rows of a table are looked through: each row takes its
//! place, as it will when they are taken over.

use std::collections::{HashMap, HashSet};

use db::sea_orm::ConnectionTrait;
use domain::{CooperativeId, ProductId, RowProblem, TableColumn};
use tables::Item;

use super::super::new_product;
use super::super::sizes::MAX_SIZES;
use super::known::Known;
use super::plan::{NewRow, Planned, Wrong};
use crate::error::Result;

/// The product of a new size: one that is there, or one that an earlier row made.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Whose {
    There(ProductId),
    Made(String),
}

/// Room for what is new. Its size has an end: so many products as a cooperative may have.
#[derive(Debug)]
pub(super) struct Room {
    products: u64,
    sizes: HashMap<Whose, usize>,
    /// The lots of the rows above.
    lots: HashSet<u64>,
}

impl Room {
    /// What is there now.
    pub(super) async fn of(db: &impl ConnectionTrait, cooperative: CooperativeId) -> Result<Self> {
        Ok(Self {
            products: new_product::room(db, cooperative).await?,
            sizes: HashMap::new(),
            lots: HashSet::new(),
        })
    }

    /// What a row does when those above it are taken over.
    pub fn take(&mut self, known: &Known, item: &Item, planned: Planned) -> Planned {
        match planned {
            Planned::New(new) => match self.place(known, item, &new) {
                Ok(()) => Planned::New(new),
                Err(problem) => Planned::Wrong(vec![Wrong::new(item.row, TableColumn::Name, problem, "")]),
            },
            Planned::Lot(lot) if !self.lots.insert(lot.fingerprint()) => Planned::Wrong(vec![Wrong::lot_twice(item)]),
            planned => planned,
        }
    }

    fn place(&mut self, known: &Known, item: &Item, new: &NewRow) -> Result<(), RowProblem> {
        let (whose, there) = match new.product {
            Some(id) => (Whose::There(id), known.sizes.get(&id).map_or(0, Vec::len)),
            None if item.group.is_empty() => return self.product(),
            None => (Whose::Made(item.group.clone()), 0),
        };
        if let Some(sizes) = self.sizes.get_mut(&whose) {
            if *sizes >= MAX_SIZES {
                return Err(RowProblem::SizesFull);
            }
            *sizes += 1;
            return Ok(());
        }
        if matches!(whose, Whose::Made(_)) {
            self.product()?;
        }
        self.sizes.insert(whose, there + 1);
        Ok(())
    }

    fn product(&mut self) -> Result<(), RowProblem> {
        self.products = self.products.checked_sub(1).ok_or(RowProblem::ProductsFull)?;
        Ok(())
    }
}
