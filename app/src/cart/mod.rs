//! The cart: seeing it, changing it, putting something in. Every change is a plain form and works without script.

mod add;
mod change;
mod page;
mod show;

use axum::Router;
use axum::routing::{get, post};

use crate::cx::AppState;
use crate::routes::{Cart, CartLines, Route};

pub(crate) use components::unit_word;
pub(crate) use page::{CartProblem, refused_page};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Cart::PATTERN, get(show::show).post(change::change))
        .route(CartLines::PATTERN, post(add::add))
}
