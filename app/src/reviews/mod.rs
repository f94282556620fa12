//! What buyers say about goods: a part of the product's page, all of it on a page of its own, and the page where who holds
//! the order writes it.

mod card;
mod own;
mod own_parts;
mod page;
mod photos;
mod section;
mod words;
mod write;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::routing::{get, post};
use domain::{ErrorCode, OrderCode, OrderLineId};

use crate::cx::AppState;
use crate::routes::{OrderReview, OrderReviewPhotos, ProductReviews, Route, Segment};

pub(crate) use card::ReviewCard;
pub(crate) use section::{ReviewsLine, ReviewsSection};
pub(crate) use words::{WrittenWords, held_for, hide_reason};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(ProductReviews::PATTERN, get(page::show).post(page::report))
        .route(OrderReview::PATTERN, get(own::show).post(write::take))
}

/// The address whose form brings a file. The files in `server/docs/proxy` name it, too.
pub fn file_routes() -> Router<AppState> {
    Router::new()
        .route(OrderReviewPhotos::PATTERN, post(photos::change))
        .layer(DefaultBodyLimit::disable())
}

/// A line of an order, as an address names it: language, code, line.
type Named = Path<(String, String, String)>;

/// What the address names.
///
/// # Errors
/// [`ErrorCode::NotFound`] when that can be no line of an order.
fn named(Path((_, code, line)): Named) -> Result<(OrderCode, OrderLineId), ErrorCode> {
    let code = <OrderCode as Segment>::parse(&code).ok_or(ErrorCode::NotFound)?;
    let line = <OrderLineId as Segment>::parse(&line).ok_or(ErrorCode::NotFound)?;
    Ok((code, line))
}
