//! The checkout: one page from the cart to the order. Nothing typed is lost, whatever goes wrong.

mod fields;
mod page;
mod place;
mod show;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{Checkout, Route};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(Checkout::PATTERN, get(show::show).post(place::place))
}
