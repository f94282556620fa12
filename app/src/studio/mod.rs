//! A cooperative's work area: its orders, its shop page, its products. Plain forms, one task a page. Who may see what
//! is decided by the use cases: to anybody else these pages are not there.

mod frame;
mod home;
mod order;
mod orders;
mod product;
mod product_page;
mod shop;
mod support;
mod texts;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{Route, Studio, StudioOrder, StudioOrders, StudioProduct, StudioShop};

pub(crate) use frame::StudioFrame;
pub(crate) use order::read_step;

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Studio::PATTERN, get(home::show))
        .route(StudioOrders::PATTERN, get(orders::show))
        .route(StudioOrder::PATTERN, get(order::show).post(order::move_on))
        .route(StudioShop::PATTERN, get(shop::show).post(shop::save))
        .route(StudioProduct::PATTERN, get(product::show).post(product::save))
}
