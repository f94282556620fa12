//! What crosses between server and browser: plain data that pages show and islands are hydrated with.
//!
//! No rule lives here. Use cases in `service` make these, `components` render them; both sides of the wire are of one
//! build, so they carry no versions (`app/docs/decisions/view-data.md`).

mod cart;
mod checkout;
mod errors;
mod offer;
mod picture;
mod progress;
mod shown;

pub use cart::{CartLine, CartSeller, CartView, LineState};
pub use checkout::{Change, CheckoutForm, StationChoice, TownshipChoice};
pub use errors::FieldErrors;
pub use offer::OfferView;
pub use picture::Picture;
pub use progress::ProgressView;
pub use shown::Shown;
