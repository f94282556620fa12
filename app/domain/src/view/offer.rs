//! A size of a product.

use crate::{OfferId, OfferTerms};
use serde::{Deserialize, Serialize};

/// A size of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    /// The offer.
    pub id: OfferId,
    /// Unit, steps, price.
    pub terms: OfferTerms,
    /// What can still be bought, in the offer's unit.
    pub available: i64,
}

impl OfferView {
    /// Whether the least that is sold can be bought.
    pub fn is_there(&self) -> bool {
        self.available >= self.terms.sold_by.min.max(1)
    }

    /// The most that can be bought now.
    pub fn most(&self) -> i64 {
        self.terms.sold_by.most_of(self.available)
    }

    /// The size chosen at first: the first one that is there, else the first.
    pub fn first_choice(offers: &[Self]) -> Option<&Self> {
        offers.iter().find(|offer| offer.is_there()).or_else(|| offers.first())
    }
}
