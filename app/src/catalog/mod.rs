//! Products: the list and one product's page.

mod filter_form;
mod filters;
mod found;
mod gallery;
mod limits;
mod list;
mod offers;
mod product;
mod share;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{Product, ProductShare, Products, Route};

pub use filter_form::{CategoryStrip, FilterForm, SortLinks};
pub use filters::Filters;
pub(crate) use filters::is_front;
pub(crate) use offers::{NotAdded, amount_of};
pub(crate) use product::refused_page;

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Products::PATTERN, get(list::show))
        .route(Product::PATTERN, get(product::show))
        .route(ProductShare::PATTERN, get(share::show))
}
