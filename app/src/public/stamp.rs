//! What a page was made of.

use std::sync::Arc;

use domain::ProductId;
use service::PublicVersions;

use crate::assets::Assets;
use crate::cx::AppState;

/// The shop's day begins at midnight in Beijing; milliseconds.
const OFFSET: i64 = 8 * 3_600_000;
const DAY: i64 = 24 * 3_600_000;

/// What a public page shows of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Names, stations and what lists are made of.
    Lists,
    /// These, and all there is to know of one product.
    Product(ProductId),
}

impl Shows {
    fn versions(self, all: &PublicVersions) -> (i64, i64, i64) {
        let product = match self {
            Self::Lists => 0,
            Self::Product(id) => all.product(id.get()),
        };
        (all.directory, all.cards, product)
    }
}

/// The moment before a page is made; nothing that changes later can be in the page without the stamp being another.
#[derive(Clone, Debug)]
pub(super) struct Stamp {
    versions: Arc<PublicVersions>,
    rest: Rest,
}

/// The stamp of a page of which it is known what it shows.
#[derive(Clone, Debug)]
pub(super) struct Made {
    shows: Shows,
    versions: (i64, i64, i64),
    rest: Rest,
}

#[derive(Clone, Debug)]
struct Rest {
    assets: Arc<Assets>,
    texts: u64,
    day: i64,
}

impl Rest {
    fn is_still(&self, state: &AppState) -> bool {
        // The files are held, so no other ones can stand at their address.
        std::ptr::eq(Arc::as_ptr(&self.assets), Arc::as_ptr(&state.assets.load()))
            && self.texts == state.shop.texts().generation()
            && self.day == day(state)
    }
}

impl Stamp {
    pub fn now(state: &AppState) -> Self {
        Self {
            versions: state.shop.versions(),
            rest: Rest {
                assets: state.assets.load_full(),
                texts: state.shop.texts().generation(),
                day: day(state),
            },
        }
    }

    pub fn of(self, shows: Shows) -> Made {
        Made {
            shows,
            versions: shows.versions(&self.versions),
            rest: self.rest,
        }
    }
}

impl Made {
    pub fn is_still(&self, state: &AppState) -> bool {
        self.shows.versions(&state.shop.versions()) == self.versions && self.rest.is_still(state)
    }
}

/// Seasons are shown by month.
fn day(state: &AppState) -> i64 {
    state.shop.now().saturating_add(OFFSET).div_euclid(DAY)
}
