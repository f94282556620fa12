//! What pages about money show and take.

use domain::{EntryKind, EntryState, Money, MoneyEntryId, OrderCode, PaymentMethod, PaymentReference, PaymentState};

use crate::audit::Who;

/// The money of one order group, as its buyer, cooperative or the Centre sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoneyView {
    /// How far it is paid.
    pub state: PaymentState,
    /// What is due of the orders that stand.
    pub due: Money,
    /// What came in.
    pub received: Money,
    /// What is still to be paid.
    pub open: Money,
    /// What goes back to the buyer: all that is here beyond what is due, whether that is decided already or not.
    pub to_give_back: Money,
    /// What was sent back.
    pub given_back: Money,
    /// What is due and was waived.
    pub written_off: Money,
}

/// A group on the Centre's money page.
#[derive(Clone, Debug)]
pub struct GroupMoney {
    /// Its code.
    pub code: OrderCode,
    /// What a transfer for it names.
    pub reference: PaymentReference,
    /// How it is paid.
    pub method: PaymentMethod,
    /// Who ordered.
    pub buyer_name: String,
    /// When, milliseconds since 1970 UTC.
    pub placed_at: i64,
    /// Its money.
    pub money: MoneyView,
}

/// An entry, newest first in lists.
#[derive(Clone, Debug)]
pub struct EntryView {
    /// Its number.
    pub id: MoneyEntryId,
    /// What it is about.
    pub kind: EntryKind,
    /// How it was made.
    pub state: EntryState,
    /// The amount; negative when it undoes another.
    pub amount: Money,
    /// How the money came.
    pub method: Option<PaymentMethod>,
    /// What the bank or the clerk wrote.
    pub reference: String,
    /// The group it belongs to.
    pub code: Option<OrderCode>,
    /// Who booked it.
    pub who: Who,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
    /// Whether it can still be undone.
    pub can_undo: bool,
}

/// A page of what was booked.
#[derive(Clone, Debug)]
pub struct EntryPage {
    /// The entries, newest first.
    pub entries: Vec<EntryView>,
    /// Whether there are older ones.
    pub has_more: bool,
}

/// The Centre's money page.
#[derive(Clone, Debug)]
pub struct MoneyOverview {
    /// Groups whose transfer has not come in whole.
    pub awaited: Vec<GroupMoney>,
    /// Groups to which something has to be sent back.
    pub refunds: Vec<GroupMoney>,
    /// Groups for which more came in than is due, where nothing waits to be sent back yet.
    pub overpaid: Vec<GroupMoney>,
    /// Money that belongs to nobody known.
    pub unassigned: Vec<EntryView>,
}

/// What an amount in a form of the money page may come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountBounds {
    /// Somebody is asked about what came in beyond this.
    pub usual: Money,
    /// Nothing beyond this is booked at all.
    pub most: Money,
    /// So much can be sent back.
    pub refund: Money,
}

/// A form of the money page as it was sent.
#[derive(Clone, Debug, Default)]
pub struct MoneyForm {
    /// `order`: an order code, or the reference of its payment.
    pub order: String,
    /// `amount`, as typed.
    pub amount: String,
    /// `reference`: what the bank wrote.
    pub reference: String,
    /// `key`: the form's number.
    pub key: String,
    /// `sure`: the amount that somebody was asked about since it is unusually much, and meant.
    pub sure: String,
}

/// What money that came in was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// Its orders stand.
    Paid,
    /// Nothing waited for it any more: it goes back.
    RefundDue,
}
