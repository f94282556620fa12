//! The shop's pages, rendered on the server. What runs in the browser is in `islands`.
//!
//! An area is a folder (or a file while it is small); a page or a form is a file in it, named by what one does there.
//! `routes.rs` has every URL, `cx.rs` what a page knows of its request, `shell.rs` the document round it.

// Views are deeply nested types.
#![recursion_limit = "256"]

pub mod about;
pub mod account;
pub mod addresses;
pub mod applications;
pub mod area;
pub mod assets;
pub mod cart;
pub mod catalog;
pub mod centre;
pub mod checkout;
pub mod cookies;
pub mod cx;
pub mod desk;
mod draft;
pub mod error;
pub mod etag;
pub mod favourites;
mod file_form;
pub mod form;
mod form_key;
pub mod home;
pub mod html;
pub mod manifest;
mod marks;
pub mod members;
mod membership_words;
mod meta;
mod missed_searches;
mod not_saved;
mod notices;
pub mod offline;
pub mod orders;
mod own_path;
pub mod page;
mod payouts;
mod period;
mod photo_refused;
pub mod public;
mod query;
mod questions;
mod renaming;
pub mod renewed_session;
pub mod restock;
mod returns;
pub mod reviews;
pub mod routes;
mod saving;
mod saving_switch;
pub mod search;
mod sent_form;
mod sharing;
mod shell;
mod shifts;
pub mod shops;
pub mod stations;
pub mod studio;
mod texts_bar;
mod translate;
mod try_again;
pub mod ui;
mod unit_work;

use axum::Router;
use axum::extract::{Path, Request};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use domain::{ErrorCode, Locale};

use crate::cx::AppState;
use crate::error::AppError;

/// All pages and forms.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(home::routes())
        .merge(catalog::routes())
        .merge(questions::routes())
        .merge(shops::routes())
        .merge(stations::routes())
        .merge(search::routes())
        .merge(about::routes())
        .merge(returns::routes())
        .merge(applications::routes())
        .merge(cart::routes())
        .merge(favourites::routes())
        .merge(restock::routes())
        .merge(checkout::routes())
        .merge(offline::routes())
        .merge(orders::routes())
        .merge(reviews::routes())
        .merge(account::routes())
        .merge(studio::routes())
        .merge(centre::routes())
        .merge(members::routes())
        .merge(desk::routes())
        .merge(translate::routes())
        .route_layer(from_fn(known_language))
}

/// Pages exist in the languages of the shop only.
async fn known_language(Path(path): Path<Vec<(String, String)>>, request: Request, next: Next) -> Response {
    let known = path
        .iter()
        .any(|(name, code)| name == "lang" && Locale::from_code(code).is_some());
    if known {
        next.run(request).await
    } else {
        AppError::from(ErrorCode::NotFound).into_response()
    }
}
