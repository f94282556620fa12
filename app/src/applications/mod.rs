//! Writing that a cooperative wants to sell here, and how that stands.

mod page;
mod send;
mod standing;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{Application, Apply, Route};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(Apply::PATTERN, get(send::show).post(send::take))
}

/// The page with a form that brings a file. The files in `server/docs/proxy` name it, too.
pub fn file_routes() -> Router<AppState> {
    Router::new()
        .route(Application::PATTERN, get(standing::show).post(standing::change))
        .layer(DefaultBodyLimit::disable())
}
