//! Pages of the Centre.

mod frame;
mod money;
mod money_page;
mod outbox;
mod settings;
mod statement;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{CentreMoney, CentreOutbox, CentreSettings, CentreStatement, Route};

pub(crate) use frame::CentreFrame;

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(CentreOutbox::PATTERN, get(outbox::show).post(outbox::change))
        .route(CentreSettings::PATTERN, get(settings::show).post(settings::save))
        .route(CentreMoney::PATTERN, get(money::show).post(money::book))
        .route(CentreStatement::PATTERN, get(statement::show).post(statement::book))
}

/// The page asked for, from 1; anything that is not one is the first.
fn page_of(query: &str) -> u32 {
    value_of(query, "page").parse().unwrap_or(1).clamp(1, 1_000_000)
}

/// A value of the query, empty when it is not there.
fn value_of(query: &str, name: &str) -> String {
    serde_urlencoded::from_str::<Vec<(String, String)>>(query)
        .unwrap_or_default()
        .into_iter()
        .find_map(|(key, value)| (key == name).then_some(value))
        .unwrap_or_default()
}
