//! Pages of the Centre.

mod outbox;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{CentreOutbox, Route};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(CentreOutbox::PATTERN, get(outbox::show))
}
