//! Products: the list and one product's page.

mod filters;
mod list;
mod offers;
mod product;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{Product, Products, Route};

pub use filters::CategoryStrip;
pub(crate) use filters::is_front;
pub(crate) use offers::NotAdded;
pub(crate) use product::refused_page;

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Products::PATTERN, get(list::show))
        .route(Product::PATTERN, get(product::show))
}
