//! Favourites: products that a reader keeps in mind, without an account.

mod keep;
mod page;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{Favourites, Route};

/// The page of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(Favourites::PATTERN, get(page::show).post(keep::change))
}
