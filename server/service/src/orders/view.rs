//! What order pages show.

use std::collections::HashMap;

use domain::{
    CancelReason, DamageReportId, FulfilmentStatus, GoodsClass, Locale, Money, OrderCode, OrderGroupStatus, OrderId,
    OrderLineId, OrderNote, OrderState, OrderStatus, PaymentMethod, PaymentReference, PaymentStatus, Province,
    Quantity, ReductionReason, ReportKind, ReportLine, ReportOutcome, ReportPhotoId, ReturnRules, Unit,
};

use super::conversation::OrderMessage;
use crate::money::MoneyView;
use crate::stations::StationView;
use crate::{Picture, Shown};

/// An order group as its buyer sees it.
#[derive(Clone, Debug)]
pub struct OrderGroupView {
    /// Its code.
    pub code: OrderCode,
    /// The language it was bought in.
    pub locale: Locale,
    /// Where it stands as a whole.
    pub status: OrderGroupStatus,
    /// Milliseconds since 1970 UTC.
    pub placed_at: i64,
    /// Until when it must be paid, milliseconds since 1970 UTC.
    pub expires_at: i64,
    /// Until when its goods are nobody else's, where that is sooner and nobody accepted or paid it yet.
    pub holds_until: Option<i64>,
    /// Whether showing that the phone is theirs keeps the buyer's goods longer.
    pub can_prove: bool,
    /// Who receives it.
    pub buyer_name: String,
    /// The phone number, masked.
    pub phone_masked: String,
    /// Where it goes.
    pub delivery: DeliveryView,
    /// Note to the sellers.
    pub note: String,
    /// How it is paid.
    pub payment_method: PaymentMethod,
    /// How far the payment is.
    pub payment_status: PaymentStatus,
    /// The code the buyer writes on a bank transfer or says at the station.
    pub payment_reference: PaymentReference,
    /// One order per cooperative.
    pub orders: Vec<OrderView>,
    /// Goods.
    pub goods: Money,
    /// Freight.
    pub freight: Money,
    /// Goods and freight.
    pub total: Money,
    /// What is left of the total without the orders that were cancelled or expired.
    pub due: Money,
    /// What came in, is still to be paid, and goes back.
    pub money: MoneyView,
    /// What the buyer and the cooperatives wrote, by order, the oldest first.
    pub messages: HashMap<OrderId, Vec<OrderMessage>>,
    /// Whether the buyer may cancel it now.
    pub can_cancel: bool,
}

/// Where an order goes.
#[derive(Clone, Debug)]
pub enum DeliveryView {
    /// To an address.
    Address {
        /// Province.
        province: Province,
        /// City.
        city: String,
        /// District or county.
        district: String,
        /// Street, house, flat.
        street: String,
    },
    /// To a station, where the buyer collects it.
    Station(Box<StationView>),
}

/// One cooperative's part.
#[derive(Clone, Debug)]
pub struct OrderView {
    /// The order.
    pub id: OrderId,
    /// The cooperative's name, frozen at sale.
    pub cooperative: Shown,
    /// Its name in the URL.
    pub cooperative_slug: String,
    /// Where it stands.
    pub status: OrderStatus,
    /// How far the goods are.
    pub fulfilment: FulfilmentStatus,
    /// Its lines.
    pub lines: Vec<OrderLineView>,
    /// Goods.
    pub goods: Money,
    /// Its share of the freight.
    pub freight: Money,
    /// Goods and freight.
    pub total: Money,
    /// What happened and when (milliseconds since 1970 UTC), the oldest first.
    pub history: Vec<(OrderNote, i64)>,
    /// Who carries the parcel, and its number; may be empty.
    pub carrier: String,
    /// The number by which the carrier knows the parcel; may be empty.
    pub tracking: String,
    /// Why the cooperative or the Centre called it off.
    pub canceled: Option<CancelView>,
    /// Each time less was sent than ordered, the oldest first.
    pub reductions: Vec<ReductionView>,
    /// Whether its buyer may still say no to what is sent in place of something else.
    pub may_decline: bool,
    /// What can be reported of it, and what was.
    pub returns: ReturnsView,
}

/// What its buyer can say to be wrong with an order that came, and what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnsView {
    /// The rules of its sale; none where it was sold before there were any.
    pub rules: Option<ReturnRules>,
    /// When it was handed over, milliseconds since 1970 UTC.
    pub handed_over_at: Option<i64>,
    /// The order, as the rules see it.
    pub state: OrderState,
    /// What was reported, the oldest first.
    pub reports: Vec<ReportView>,
}

impl ReturnsView {
    /// What can be reported of a line now.
    pub fn kinds(&self, line: &OrderLineView, now: i64) -> Vec<ReportKind> {
        let Some(rules) = self.rules else { return Vec::new() };
        let is_open = |report: &ReportView| report.line == line.id && report.outcome.is_none();
        if line.total.minor == 0 || self.reports.iter().any(is_open) {
            return Vec::new();
        }
        let of = ReportLine {
            rules,
            class: line.goods_class,
            handed_over_ms: self.handed_over_at,
        };
        ReportKind::ALL
            .into_iter()
            .filter(|kind| self.state.may_report(*kind, of, now).is_ok())
            .collect()
    }

    /// What nobody has answered yet.
    pub fn open(&self) -> impl Iterator<Item = &ReportView> {
        self.reports.iter().filter(|report| report.outcome.is_none())
    }

    /// What is to be sent once more, and has not left.
    pub fn to_send_again(&self) -> impl Iterator<Item = &ReportView> {
        let stands = self.state.status.stands();
        self.reports
            .iter()
            .filter(move |report| stands && report.to_pack().is_some())
    }

    /// What the cooperative gave back because of reports, in all.
    pub fn given_back(&self) -> i64 {
        let stands = self.state.status.stands();
        let refunds = self.reports.iter().filter_map(|report| report.refund);
        refunds.filter(|_| stands).map(|refund| refund.minor).sum()
    }
}

/// That something is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// Its number.
    pub id: DamageReportId,
    /// The line.
    pub line: OrderLineId,
    /// What is wrong.
    pub kind: ReportKind,
    /// When that was said, milliseconds since 1970 UTC.
    pub at: i64,
    /// How the cooperative answered, and when.
    pub outcome: Option<(ReportOutcome, i64)>,
    /// What goes back because of it; nothing where all of the order's money does, since it ended on its way.
    pub refund: Option<Money>,
    /// What is sent once more because of it.
    pub again: Option<SentAgain>,
    /// Its photos, in the order in which they came.
    pub photos: Vec<ReportPhotoId>,
}

/// What of a line is sent once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentAgain {
    /// How much.
    pub quantity: Quantity,
    /// When it left the cooperative, milliseconds since 1970 UTC; nothing while it is to be packed.
    pub left_at: Option<i64>,
}

impl ReportView {
    /// How much of its line is to be packed once more.
    pub fn to_pack(&self) -> Option<Quantity> {
        let again = self.again.filter(|again| again.left_at.is_none())?;
        Some(again.quantity)
    }
}

/// Why less is sent than was ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReductionView {
    /// The reason.
    pub reason: ReductionReason,
    /// In the words of whoever packs; may be empty.
    pub note: String,
    /// By how much the order became cheaper.
    pub amount: Money,
    /// Whether something else is sent in its place.
    pub is_replaced: bool,
    /// When, milliseconds since 1970 UTC.
    pub at: i64,
}

/// Why an order was called off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CancelView {
    /// The reason.
    pub reason: CancelReason,
    /// In the words of whoever did it; may be empty.
    pub note: String,
}

/// A line, frozen at sale.
#[derive(Clone, Debug)]
pub struct OrderLineView {
    /// The line.
    pub id: OrderLineId,
    /// The line in whose place it is sent.
    pub replaces: Option<OrderLineId>,
    /// The product's name, in the buyer's language at sale.
    pub name: Shown,
    /// The product's name in the URL.
    pub product_slug: String,
    /// Picture.
    pub picture: Picture,
    /// Unit of the quantity.
    pub unit: Unit,
    /// How much is sent.
    pub quantity: Quantity,
    /// How much of what was ordered is not sent.
    pub missing: Quantity,
    /// Net weight of one piece, grams (for goods sold by piece).
    pub net_grams: i64,
    /// Price per reference amount.
    pub price: Money,
    /// Price of what is sent.
    pub total: Money,
    /// What it was at its sale, for returns.
    pub goods_class: GoodsClass,
}
