//! Who may act for what: the members of a cooperative for its owners, all of them for the Centre, and the Centre's people
//! at work in a cooperative's name.

mod centre;
mod guest;
mod join;
mod join_page;
mod link_forms;
mod list;
mod studio;
mod support;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{AccountJoin, CentreMembers, CentreSupport, Route, StudioMembers};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(AccountJoin::PATTERN, get(join::show).post(join::take))
        .route(StudioMembers::PATTERN, get(studio::show).post(studio::change))
        .route(CentreMembers::PATTERN, get(centre::show).post(centre::change))
        .route(CentreSupport::PATTERN, get(support::show).post(support::begin))
}
