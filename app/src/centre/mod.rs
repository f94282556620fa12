//! Pages of the Centre.

mod announcements;
mod application;
mod applications;
mod audit;
mod audit_words;
mod categories;
mod category;
mod confirmation;
mod confirmations;
mod cooperative;
mod cooperatives;
mod damage;
mod district;
mod draft;
mod frame;
mod hidden;
mod moderation;
mod money;
mod money_page;
mod outbox;
mod payouts;
mod search_words;
mod searches;
mod settings;
mod statement;
mod station;
mod station_cash;
mod station_shifts;
mod stations;
mod typed;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::query::value_of;
use crate::routes::{
    CentreAnnouncements, CentreApplication, CentreApplications, CentreAudit, CentreCategories, CentreCategory,
    CentreConfirmation, CentreConfirmations, CentreCooperative, CentreCooperatives, CentreDamage, CentreDocument,
    CentreModeration, CentreMoney, CentreNewCategory, CentreNewStation, CentreOutbox, CentrePayouts, CentreSearchWords,
    CentreSearches, CentreSettings, CentreStatement, CentreStation, CentreStationCash, CentreStationShifts,
    CentreStationTable, CentreStations, Route,
};

pub(crate) use frame::CentreFrame;

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(CentreOutbox::PATTERN, get(outbox::show).post(outbox::change))
        .route(CentreSettings::PATTERN, get(settings::show).post(settings::save))
        .route(CentreAudit::PATTERN, get(audit::show))
        .route(CentreDamage::PATTERN, get(damage::show))
        .route(CentreSearches::PATTERN, get(searches::show))
        .route(CentreCooperatives::PATTERN, get(cooperatives::show))
        .route(
            CentreCooperative::PATTERN,
            get(cooperative::show).post(cooperative::change),
        )
        .route(CentreApplications::PATTERN, get(applications::show))
        .route(
            CentreApplication::PATTERN,
            get(application::show).post(application::change),
        )
        .route(CentreDocument::PATTERN, get(application::document))
        .route(CentreConfirmations::PATTERN, get(confirmations::show))
        .route(
            CentreConfirmation::PATTERN,
            get(confirmation::show).post(confirmation::change),
        )
        .route(
            CentreAnnouncements::PATTERN,
            get(announcements::show).post(announcements::change),
        )
        .route(CentreStations::PATTERN, get(stations::show))
        .route(CentreNewStation::PATTERN, get(station::show_new).post(station::add))
        .route(CentreStation::PATTERN, get(station::show).post(station::change))
        .route(
            CentreCategories::PATTERN,
            get(categories::show).post(categories::change),
        )
        .route(CentreNewCategory::PATTERN, get(category::show_new).post(category::add))
        .route(CentreCategory::PATTERN, get(category::show).post(category::change))
        .route(
            CentreSearchWords::PATTERN,
            get(search_words::show).post(search_words::change),
        )
        .route(
            CentreModeration::PATTERN,
            get(moderation::show).post(moderation::change),
        )
        .route(CentreMoney::PATTERN, get(money::show).post(money::book))
        .route(CentreStatement::PATTERN, get(statement::show).post(statement::book))
        .route(CentrePayouts::PATTERN, get(payouts::show).post(payouts::change))
        .route(CentreStationCash::PATTERN, get(station_cash::show))
        .route(CentreStationTable::PATTERN, get(station_cash::table))
        .route(
            CentreStationShifts::PATTERN,
            get(station_shifts::show).post(station_shifts::work),
        )
}

/// The page asked for, from 1; anything that is not one is the first.
fn page_of(query: &str) -> u32 {
    value_of(query, "page").parse().unwrap_or(1).clamp(1, 1_000_000)
}
