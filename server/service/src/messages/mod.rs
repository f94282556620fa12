//! Who is told of what, and in which words: every message of the shop is posted here and nowhere else.
//!
//! A use case says in its transaction what happened ([`Notice`]); who is told, in whose language and by which text
//! follows from that here.

use db::Tx;
use domain::{Locale, Money, OrderGroupId, OrderId, Phone};

use crate::Result;

/// Something that people are told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// To the buyer: what was ordered, how it is paid. To each cooperative of the group: a new order.
    OrderPlaced { group: OrderGroupId },
    /// To the buyer: the cooperative will deliver.
    OrderAccepted { order: OrderId },
    /// To the buyer: so much came in (a part, or all).
    PaymentReceived { group: OrderGroupId, amount: Money },
    /// To the buyer, and to the cooperative when it was not the one who canceled: why, and what comes back.
    OrderCanceled {
        order: OrderId,
        by_cooperative: bool,
        reason: String,
        refund: Option<Money>,
    },
    /// To the buyer: on its way.
    OrderSent {
        order: OrderId,
        carrier: String,
        tracking: String,
    },
    /// To the buyer: on the shelf of the station.
    OrderReady { order: OrderId },
    /// To the buyer: still on the shelf.
    PickupReminder { order: OrderId },
    /// To the buyer: nobody paid in time.
    OrderExpired { group: OrderGroupId },
    /// To the buyer: money was sent back.
    RefundSent { group: OrderGroupId, amount: Money },
    /// To whoever signs in.
    OneTimeCode { phone: Phone, locale: Locale, code: String },
}

/// Posts the messages a notice calls for, in the transaction of its cause.
pub(crate) async fn tell(_tx: &Tx, _now: i64, _notice: Notice) -> Result<()> {
    Ok(())
}
