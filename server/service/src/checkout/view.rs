//! What the checkout shows and takes.

use domain::{ErrorCode, Money, OrderCode, PaymentMethod, Province};

use crate::cart::CartView;
use crate::error::FieldErrors;
use crate::stations::TownshipStations;

/// The checkout form as it was typed: every field a text, so that nothing is lost when something is wrong.
/// The field names are the `name`s of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

/// The checkout page.
#[derive(Clone, Debug)]
pub struct CheckoutView {
    /// What is bought.
    pub cart: CartView,
    /// The form as typed (or fresh).
    pub form: CheckoutForm,
    /// Fields that are not right.
    pub errors: FieldErrors,
    /// Why the order was not placed, when it was not.
    pub refused: Option<ErrorCode>,
    /// What changed since the buyer last saw this page; the form must be sent again to agree.
    pub changes: Vec<Change>,
    /// Freight for the chosen delivery; `None` until a province or a station is chosen.
    pub freight: Option<Money>,
    /// Goods and freight; goods alone until the freight is known.
    pub total: Money,
    /// Freight for every province, for the form's script and the table without script.
    pub freight_by_province: Vec<(Province, Money)>,
    /// Stations to collect from, by township.
    pub stations: Vec<TownshipStations>,
    /// What can be chosen: cash only with a station.
    pub methods: Vec<PaymentMethod>,
}

/// Something that is not as the buyer last saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The cart was changed in another window.
    Cart,
}

/// The answer to a placed order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// The order stands.
    Order {
        /// Its code.
        code: OrderCode,
    },
    /// Not placed: show the page again.
    Again(Box<Rejected>),
}

/// Why an order was not placed; nothing was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rejected {
    /// Fields that are not right.
    pub errors: FieldErrors,
    /// A rule of the shop that says no.
    pub refused: Option<ErrorCode>,
    /// What changed since the buyer saw the page.
    pub changes: Vec<Change>,
}
