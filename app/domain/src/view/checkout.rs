//! The checkout's form, and what is not as the buyer last saw it.

use super::Shown;
use crate::{Money, Quantity, Unit};
use serde::{Deserialize, Serialize};

/// The checkout form as it was typed: every field a text, so that nothing is lost when something is wrong.
/// The field names are the `name`s of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckoutForm {
    /// `name`: who receives the goods.
    pub name: String,
    /// `phone`.
    pub phone: String,
    /// `delivery`: `address` or `station`.
    pub delivery: String,
    /// `province`: code such as `65`.
    pub province: String,
    /// `city`.
    pub city: String,
    /// `district`.
    pub district: String,
    /// `street`.
    pub street: String,
    /// `station`: code such as `B017`.
    pub station: String,
    /// `payment`: `cash_at_station` or `bank_transfer`.
    pub payment: String,
    /// `note` to the seller.
    pub note: String,
    /// `key`: the idempotency key made when the form was rendered.
    pub key: String,
    /// `quote`: fingerprint of the prices, quantities and freight the buyer saw.
    pub quote: String,
}

/// Something that is not as the buyer last saw it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// The price of a product.
    Price {
        /// Its name, as shown.
        name: String,
        /// What the line cost.
        before: Money,
        /// What it costs now.
        now: Money,
    },
    /// The freight.
    Freight {
        /// What it was.
        before: Money,
        /// What it is now.
        now: Money,
    },
    /// Less is there than asked for; the cart must be changed.
    Stock {
        /// The product's name, as shown.
        name: String,
    },
    /// More than one buyer may have, with what this phone number ordered before; the cart must be changed.
    Limit {
        /// The product's name, as shown.
        name: String,
        /// How much one buyer may have within [`BUYER_LIMIT_DAYS`](crate::BUYER_LIMIT_DAYS).
        most: Quantity,
        /// Unit of that.
        unit: Unit,
    },
    /// The cart was changed in another window.
    Cart,
}

/// A township and the stations one can collect at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TownshipChoice {
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// Its stations, by code.
    pub stations: Vec<StationChoice>,
}

/// A station one can collect at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StationChoice {
    /// Its number on the sign, such as `B017`.
    pub code: String,
    /// Its name.
    pub name: Shown,
}
