//! What pages about payouts show and take.

use domain::{
    Currency, Money, OrderCode, OrderId, PayoutId, PayoutMethod, PayoutState, PayoutStep, ReductionReason, ReportKind,
};

use l10n::{Text, t};

use crate::{Period, Shown, Span};

/// What happened to a cooperative's account in some time, all in fen. Whatever is taken off is positive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccountSums {
    /// What buyers ordered, with freight.
    pub ordered: i64,
    /// Called off, never paid, sent back or lost.
    pub called_off: i64,
    /// Less was sent than ordered.
    pub less: i64,
    /// Went back to buyers who had the goods.
    pub given_back: i64,
    /// Goes to the carrier.
    pub freight: i64,
    /// The Centre keeps it of what the goods cost.
    pub commission: i64,
    /// The Centre keeps it for each parcel.
    pub parcels: i64,
    /// The Centre paid it out.
    pub paid_out: i64,
    /// Payouts that were undone: the money is with the Centre.
    pub paid_back: i64,
}

impl AccountSums {
    /// By how much what the Centre owes has changed.
    pub const fn owed(&self) -> i64 {
        self.sold() - self.paid_out + self.paid_back
    }

    /// The same but for payouts.
    pub const fn sold(&self) -> i64 {
        self.ordered - self.called_off - self.less - self.given_back - self.freight - self.commission - self.parcels
    }

    /// Whether nothing happened.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// With what happened at another time.
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            ordered: self.ordered + other.ordered,
            called_off: self.called_off + other.called_off,
            less: self.less + other.less,
            given_back: self.given_back + other.given_back,
            freight: self.freight + other.freight,
            commission: self.commission + other.commission,
            parcels: self.parcels + other.parcels,
            paid_out: self.paid_out + other.paid_out,
            paid_back: self.paid_back + other.paid_back,
        }
    }
}

/// A column of an account: its heading, and what stands below it, fen; negative where it is taken off.
pub type AccountColumn = (Text, fn(&AccountSums) -> i64);

/// All columns, from what was ordered to what is owed of it.
pub const ACCOUNT_COLUMNS: [AccountColumn; 10] = [
    (t::PAYOUT_ORDERED, |sums| sums.ordered),
    (t::PAYOUT_CALLED_OFF, |sums| -sums.called_off),
    (t::PAYOUT_LESS, |sums| -sums.less),
    (t::PAYOUT_BACK, |sums| -sums.given_back),
    (t::PAYOUT_FREIGHT, |sums| -sums.freight),
    (t::PAYOUT_COMMISSION, |sums| -sums.commission),
    (t::PAYOUT_PARCELS, |sums| -sums.parcels),
    (t::PAYOUT_PAID_OUT, |sums| -sums.paid_out),
    (t::PAYOUT_PAID_BACK, |sums| sums.paid_back),
    (t::PAYOUT_CHANGE, AccountSums::owed),
];

/// A day or a month of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountLine {
    /// Its first moment, milliseconds since 1970 UTC.
    pub at: i64,
    /// What happened.
    pub sums: AccountSums,
}

/// What a cooperative is owed, by how far its orders are; what the Centre keeps is off already. Fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Owed {
    /// Of goods that buyers have and paid, as far as what came in for them is still here.
    pub delivered: i64,
    /// Of goods that buyers have and whose payment is not here: it was undone after they were handed over.
    pub unpaid: i64,
    /// Of goods that are promised and not with their buyers yet.
    pub under_way: i64,
    /// Of orders that are not accepted yet.
    pub waiting: i64,
    /// Paid out so far.
    pub paid: i64,
    /// Written down to be paid, and not paid yet.
    pub planned: i64,
}

impl Owed {
    /// All that the Centre owes or will owe.
    pub const fn all(&self) -> i64 {
        self.delivered + self.unpaid + self.under_way + self.waiting - self.paid
    }

    /// What can be paid out now beside what is planned; less than nothing where money went back to buyers after it was paid out.
    pub const fn payable(&self) -> i64 {
        self.delivered - self.paid - self.planned
    }

    /// Whether more is written down to be paid than can be: money went back to buyers, or their payment was undone, since then.
    pub const fn is_less_than_planned(&self) -> bool {
        self.planned > 0 && self.payable() < 0
    }
}

/// A cooperative's account.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// How it is cut.
    pub period: Period,
    /// One for each day or month, the oldest first.
    pub lines: Vec<AccountLine>,
    /// What was owed when the first of them began, fen.
    pub before: i64,
    /// All of them.
    pub sums: AccountSums,
    /// Why less was sent in this time, fen. A replacement that was taken back later leaves a difference to the sum.
    pub less: Vec<(ReductionReason, i64)>,
    /// What was wrong with what went back in this time, fen.
    pub given_back: Vec<(ReportKind, i64)>,
    /// How it stands now.
    pub owed: Owed,
    /// What was paid or is going to be, the newest first.
    pub payouts: Vec<PayoutView>,
}

/// What one order brought its cooperative in some time.
#[derive(Clone, Debug)]
pub struct AccountOrder {
    /// Its number.
    pub id: OrderId,
    /// The code that its buyer has.
    pub code: OrderCode,
    /// What happened, without payouts.
    pub sums: AccountSums,
}

/// A day or a month of an account, order by order.
#[derive(Clone, Debug)]
pub struct AccountDay {
    /// The cooperative's name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// Which day or month.
    pub span: Span,
    /// All of it, also what is on other pages.
    pub sums: AccountSums,
    /// Orders of which something became due, or not due any more, in the order in which they came.
    pub orders: Vec<AccountOrder>,
    /// What the next page comes after, if there is one.
    pub next: Option<OrderId>,
    /// What was paid in this time and what of that was undone, the newest first; on the first page.
    pub payouts: Vec<PayoutView>,
}

/// A payout.
#[derive(Clone, Debug)]
pub struct PayoutView {
    /// Its number.
    pub id: PayoutId,
    /// Whose it is: its name in the URL.
    pub slug: String,
    /// And its name.
    pub cooperative: Shown,
    /// How much; negative where it undoes another one.
    pub amount: Money,
    /// How far it is.
    pub state: PayoutState,
    /// How it was paid.
    pub method: Option<PayoutMethod>,
    /// The bank's number of it, or that of the receipt.
    pub reference: String,
    /// Why it undoes another one; empty for the others, and for those that were undone before one was asked for it.
    pub reason: String,
    /// Who wrote it down, and when; milliseconds since 1970 UTC.
    pub made: (String, i64),
    /// Who approved it, and when.
    pub approved: Option<(String, i64)>,
    /// Who paid it, and when.
    pub paid: Option<(String, i64)>,
    /// Whether it undoes another one.
    pub is_counter: bool,
    /// Whether another one undoes it.
    pub is_undone: bool,
    /// What whoever looks at it can do with it.
    pub steps: Vec<PayoutStep>,
    /// Whether it waits for its money while its cooperative is owed less by now than is written down.
    pub less_owed: bool,
}

/// A cooperative in the Centre's list of what is owed.
#[derive(Clone, Debug)]
pub struct OwedRow {
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// How it stands.
    pub owed: Owed,
}

/// The Centre's page of payouts.
#[derive(Clone, Debug)]
pub struct PayoutPage {
    /// Those that are to be approved or paid, the oldest first.
    pub open: Vec<PayoutView>,
    /// The others, the newest first.
    pub over: Vec<PayoutView>,
    /// Cooperatives, in the order in which they came.
    pub rows: Vec<OwedRow>,
    /// The page of all three lists, from 1.
    pub page: u32,
    /// Whether there is another one.
    pub has_more: bool,
}

/// What is looked for among all payouts; nothing is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PayoutQuery {
    /// A part of a cooperative's name, an amount of yuan, or a part of a number of a transfer or receipt.
    pub text: String,
    /// How far they are.
    pub state: Option<PayoutState>,
}

impl PayoutQuery {
    /// Whether nothing is looked for.
    pub fn is_everything(&self) -> bool {
        self.text.is_empty() && self.state.is_none()
    }
}

/// A page of what was found.
#[derive(Clone, Debug)]
pub struct FoundPayouts {
    /// The newest first.
    pub payouts: Vec<PayoutView>,
    /// Cooperatives of this name, on the first page.
    pub rows: Vec<OwedRow>,
    /// This page, from 1.
    pub page: u32,
    /// Whether there is another one.
    pub has_more: bool,
}

/// What is typed when a payout was paid, or is undone.
#[derive(Clone, Debug, Default)]
pub struct PayoutForm {
    /// `method`: a word of [`PayoutMethod`].
    pub method: String,
    /// `reference`: the bank's number of the transfer, or that of the receipt.
    pub reference: String,
    /// `reason`: why it is undone.
    pub reason: String,
}

pub(super) const fn yuan(minor: i64) -> Money {
    Money::new(minor, Currency::Cny)
}
