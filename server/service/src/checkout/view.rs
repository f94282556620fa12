//! What the checkout shows and takes.

use domain::{ErrorCode, Money, OrderCode, PaymentMethod, Province};

use crate::cart::CartView;
use crate::error::FieldErrors;
use crate::stations::TownshipStations;

pub use domain::view::{Change, CheckoutForm};

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
    /// Stations to collect from, by township: those to which all is brought that is in the cart.
    pub stations: Vec<TownshipStations>,
    /// Whether there are others, to which some of it is not brought.
    pub has_other_stations: bool,
    /// What can be chosen: cash only with a station.
    pub methods: Vec<PaymentMethod>,
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
