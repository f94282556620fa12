//! What pages show of questions about orders, and of sending less than was ordered.

use domain::{Money, OrderCode, OrderLineId, Quantity, Unit};

use super::view::StudioOrder;
use crate::orders::OrderMessage;
use crate::{FieldErrors, Shown};

/// An order whose buyer waits for an answer.
#[derive(Clone, Debug)]
pub struct Question {
    /// The order.
    pub order: StudioOrder,
    /// What was written and not answered, the oldest first.
    pub asked: Vec<OrderMessage>,
}

/// Sending less than was ordered, as its form sends it.
#[derive(Clone, Debug, Default)]
pub struct ReduceForm {
    /// `sent-<line>`: what is sent of each line, as it was typed; lines that are not there stay as they are.
    pub sent: Vec<(OrderLineId, String)>,
    /// `reason`: a word of [`domain::ReductionReason`].
    pub reason: String,
    /// `note`: the same in one's own words; may be empty.
    pub note: String,
    /// `seen`: the last change of what is sent, when the page was made.
    pub seen: i64,
}

impl ReduceForm {
    /// What was typed for a line.
    pub fn typed(&self, line: OrderLineId) -> Option<String> {
        let found = self.sent.iter().find(|(id, _)| *id == line);
        found.map(|(_, typed)| typed.clone())
    }
}

/// An order with less of it sent, before that is done.
#[derive(Clone, Debug)]
pub struct ReducePage {
    /// The buyer's code.
    pub code: OrderCode,
    /// Its lines of which something is sent.
    pub lines: Vec<ReduceLine>,
    /// What is wrong with what was typed; `lines` when nothing would be sent at all.
    pub errors: FieldErrors,
    /// Whether less of anything would be sent.
    pub is_changed: bool,
    /// What the order would cost.
    pub total: Money,
    /// By how much it would become cheaper.
    pub amount: Money,
    /// What would go back to the buyer.
    pub refund: Money,
    /// Its freight, which stays as it is.
    pub freight: Money,
    /// The last change of what is sent: the form sends it along.
    pub seen: i64,
}

/// A line of an order of which less may be sent.
#[derive(Clone, Debug)]
pub struct ReduceLine {
    /// The line.
    pub id: OrderLineId,
    /// What it is called, for the reader.
    pub name: Shown,
    /// Unit of the amounts.
    pub unit: Unit,
    /// Net weight of one piece, grams.
    pub net_grams: i64,
    /// What is sent now.
    pub now: Quantity,
    /// What would be sent; none when what was typed is not right.
    pub wanted: Option<Quantity>,
    /// What was typed.
    pub typed: Option<String>,
}
