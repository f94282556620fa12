//! Questions about products, on the product's page and on one of their own: anybody asks, all read the answers. The
//! cooperative's side is in `studio/feedback.rs`, the Centre's in `centre/moderation.rs`.

mod ask;
mod card;
mod form;
mod page;
mod section;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{ProductQuestions, Route};

pub(crate) use card::QuestionLines;
pub(crate) use section::QuestionsOnProduct;

/// The page of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(ProductQuestions::PATTERN, get(page::show).post(ask::take))
}
