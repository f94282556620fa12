//! Bad connections and phones that several people use: the pages that stand in for others without a network, the service
//! worker that shows them, and saving data. What waits to be sent is known to the phone alone
//! (`app/docs/decisions/offline.md`).

mod page;
mod saving;
mod worker;

use axum::Router;
use axum::routing::{get, post};

use crate::cx::AppState;
use crate::routes::{Offline, OfflineWaiting, Route, Saving};

pub use worker::{ENDS, script};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Offline::PATTERN, get(page::offline))
        .route(OfflineWaiting::PATTERN, get(page::waiting))
        .route(Saving::PATTERN, post(saving::choose))
}
