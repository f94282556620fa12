//! The shop's own texts, for those who translate: what there is to do, one text with all that helps, and what goes into the files.
//!
//! Plain forms first; [`editor`] puts a preview and what is wrong beside the field, and follows what is typed where there are scripts.

mod among;
mod beside;
mod difference;
mod draft;
mod editor;
mod frame;
mod glossary;
mod guide;
mod list;
mod markdown;
mod mode;
mod parts;
mod picture;
mod problems;
mod take;
mod text;
mod text_page;
mod typed;
mod versions;
mod words;

use axum::Router;
use axum::routing::get;

use crate::cx::AppState;
use crate::routes::{Route, Translate, TranslateGlossary, TranslateProblems, TranslateTake, TranslateText};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Translate::PATTERN, get(list::show))
        .route(TranslateText::PATTERN, get(text::show).post(text::send))
        .route(TranslateGlossary::PATTERN, get(glossary::show).post(glossary::send))
        .route(TranslateProblems::PATTERN, get(problems::show))
        .route(TranslateTake::PATTERN, get(take::show))
        .merge(guide::routes())
        .merge(mode::routes())
        .merge(picture::routes())
}
