//! What pages show of reviews.

use domain::{HeldFor, HideReason, Province, ReviewId, ReviewState, Stars, WrittenIn};

use crate::{Picture, Shown};

/// A text that somebody wrote into the shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// In which language it seems to be.
    pub lang: WrittenIn,
}

/// Who wrote a review, as all may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewAuthor {
    /// By the name they chose.
    Named(String),
    /// A buyer to whose province the parcel went.
    From(Province),
    /// A buyer.
    Buyer,
}

/// What the cooperative says to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewAnswer {
    /// The text.
    pub words: Words,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// Whether the review was changed later: the answer may be to something else.
    pub is_older: bool,
}

/// A review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// The review.
    pub id: ReviewId,
    /// How good the goods were.
    pub stars: Stars,
    /// What its writer says; they may give stars alone.
    pub words: Option<Words>,
    /// Who that is.
    pub author: ReviewAuthor,
    /// When it was written, milliseconds since 1970 UTC.
    pub at: i64,
    /// Its pictures.
    pub photos: Vec<Picture>,
    /// What the cooperative says to it.
    pub answer: Option<ReviewAnswer>,
}

/// A review in a work area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRow {
    /// The review.
    pub review: ReviewView,
    /// Who sees it.
    pub state: ReviewState,
    /// What in it the Centre has to look at.
    pub held_for: Option<HeldFor>,
    /// How many said that something is wrong with it, since the Centre looked at it last.
    pub reports: u32,
    /// Why the Centre took it away last, with its own words, which may be empty.
    pub hidden: Option<(HideReason, String)>,
    /// The product's name.
    pub product: Shown,
    /// The product's name in the URL.
    pub product_slug: String,
    /// The cooperative's name.
    pub cooperative: Shown,
    /// The cooperative's name in the URL.
    pub cooperative_slug: String,
}

/// A page of reviews in a work area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewList {
    /// The reviews.
    pub rows: Vec<ReviewRow>,
    /// What the next page comes after, if there is one.
    pub next: Option<ReviewId>,
}
