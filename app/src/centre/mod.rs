//! Pages of the Centre.

mod announcements;
mod audit;
mod audit_words;
mod cooperative;
mod cooperatives;
mod frame;
mod money;
mod money_page;
mod outbox;
mod searches;
mod settings;
mod statement;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::query::value_of;
use crate::routes::{
    CentreAnnouncements, CentreAudit, CentreCooperative, CentreCooperatives, CentreMoney, CentreOutbox, CentreSearches,
    CentreSettings, CentreStatement, Route,
};

pub(crate) use frame::CentreFrame;

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(CentreOutbox::PATTERN, get(outbox::show).post(outbox::change))
        .route(CentreSettings::PATTERN, get(settings::show).post(settings::save))
        .route(CentreAudit::PATTERN, get(audit::show))
        .route(CentreSearches::PATTERN, get(searches::show))
        .route(CentreCooperatives::PATTERN, get(cooperatives::show))
        .route(
            CentreCooperative::PATTERN,
            get(cooperative::show).post(cooperative::change),
        )
        .route(
            CentreAnnouncements::PATTERN,
            get(announcements::show).post(announcements::change),
        )
        .route(CentreMoney::PATTERN, get(money::show).post(money::book))
        .route(CentreStatement::PATTERN, get(statement::show).post(statement::book))
}

/// The page asked for, from 1; anything that is not one is the first.
fn page_of(query: &str) -> u32 {
    value_of(query, "page").parse().unwrap_or(1).clamp(1, 1_000_000)
}
