//! What the page shows on which something else is sent in place of goods that are missing.

use domain::{Money, OfferId, OfferTerms, OrderCode, OrderLineId, Quantity, Unit};

use crate::{FieldErrors, Shown};

/// Sending something else, as its form sends it.
#[derive(Clone, Debug, Default)]
pub struct ReplaceForm {
    /// `line`: of which line something is missing.
    pub line: Option<OrderLineId>,
    /// `missing`: how much, as it was typed.
    pub missing: String,
    /// `offer`: what is sent in its place.
    pub offer: Option<OfferId>,
    /// `amount`: how much of that, as it was typed.
    pub amount: String,
    /// `reason`: a word of [`domain::ReductionReason`].
    pub reason: String,
    /// `note`: the same in one's own words; may be empty.
    pub note: String,
    /// `seen`: the last change of what is sent, when the page was made.
    pub seen: i64,
    /// `pays`: what the page said that the buyer pays for what is sent in its place, minor units.
    pub pays: i64,
    /// Whether the form was sent, if only to look.
    pub is_asked: bool,
}

/// An order with something else in it, before that is done.
#[derive(Clone, Debug)]
pub struct ReplacePage {
    /// The buyer's code.
    pub code: OrderCode,
    /// Its lines of which something is sent.
    pub lines: Vec<ReplaceLine>,
    /// The line that is chosen, or the only one.
    pub line: Option<ReplaceLine>,
    /// What can be sent in its place.
    pub offers: Vec<ReplaceOffer>,
    /// The one that is chosen.
    pub offer: Option<ReplaceOffer>,
    /// What is wrong with what was typed.
    pub errors: FieldErrors,
    /// What it comes to, when nothing is wrong.
    pub outcome: Option<ReplaceOutcome>,
    /// The last change of what is sent: the form brings it back.
    pub seen: i64,
}

/// A line of an order in whose place something else may be sent.
#[derive(Clone, Debug)]
pub struct ReplaceLine {
    /// The line.
    pub id: OrderLineId,
    /// What it is called, for the reader.
    pub name: Shown,
    /// Unit of the amounts.
    pub unit: Unit,
    /// Net weight of one piece, grams.
    pub net_grams: i64,
    /// What is sent of it now.
    pub now: Quantity,
}

/// A size that can be sent in place of another.
#[derive(Clone, Debug)]
pub struct ReplaceOffer {
    /// The size.
    pub id: OfferId,
    /// What its product is called, for the reader.
    pub name: Shown,
    /// Its terms, with today's price.
    pub terms: OfferTerms,
    /// How much of it nobody has bought.
    pub free: Quantity,
}

/// What a replacement comes to.
#[derive(Clone, Copy, Debug)]
pub struct ReplaceOutcome {
    /// How much is missing.
    pub missing: Quantity,
    /// What is left of the line.
    pub left: Quantity,
    /// How much is sent of the other.
    pub amount: Quantity,
    /// What was agreed for the missing part.
    pub agreed: Money,
    /// What the other costs in the shop today.
    pub worth: Money,
    /// What the buyer pays for it.
    pub pays: Money,
    /// What goes back to the buyer.
    pub refund: Money,
    /// By how much the order becomes cheaper.
    pub amount_less: Money,
    /// The order's freight, which stays as it is.
    pub freight: Money,
    /// What the order then costs.
    pub total: Money,
}
