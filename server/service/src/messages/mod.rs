//! Who is told of what, and in which words: every message of the shop is posted here and nowhere else.
//!
//! A use case says in its transaction what happened ([`Notice`], through [`tell`]): one row, nothing is looked up. The
//! worker ([`Office`]) then works out who is told and in whose language (`letters.rs`, by the table in `kind.rs`), writes what
//! the budgets allow (`post.rs`), part payments together and what takes something back after it (`merge.rs`), and sends each
//! message through a channel (`send.rs`). The sentence is made at that moment (`sentence.rs`), from typed data (`content.rs`).
//!
//! A message is sent at least once: when the program dies between sending and noting it, the message goes out again
//! after its lease, with the same id, so that a provider that knows ids can drop the second one.

mod ask_how;
mod budget;
pub mod channel;
mod content;
mod kind;
mod letters;
mod list;
mod merge;
mod post;
mod remind;
mod retention;
mod send;
mod sentence;

use db::Tx;
use db::entities::outbox;
use db::sea_orm::{ActiveValue::Set, EntityTrait};
use domain::{CooperativeId, Locale, Money, OrderGroupId, OrderId, Phone, RestockWishId};
use serde::{Deserialize, Serialize};

use crate::secret::keyed;
use crate::{Error, Network, Result, Shop};

pub use crate::message_budgets::Budgets;
pub use ask_how::ask_how;
pub use kind::label;
pub use list::{Listed, MessagePage, give_up, list, reveal_code, try_again};
pub(crate) use post::forget_codes;
pub use remind::remind;
pub(crate) use retention::prune;
pub use send::{Office, Worked};

/// Topic of events of this kind in the outbox.
pub(crate) const TOPIC: &str = "notice";

/// Something that people are told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub(crate) enum Notice {
    /// To the buyer: what was ordered, how it is paid. To each cooperative of the group: a new order.
    OrderPlaced { group: OrderGroupId },
    /// To the buyer: the cooperative will deliver.
    OrderAccepted { order: OrderId },
    /// To the buyer: so much came in (a part, or all).
    PaymentReceived { group: OrderGroupId, amount: Money },
    /// To each cooperative of the group: the transfer it waited for is there, and its order can be accepted.
    TransferCame { group: OrderGroupId },
    /// To the buyer: that so much came in was a mistake.
    PaymentUndone { group: OrderGroupId, amount: Money },
    /// To the buyer, and to the cooperative when it was not the one who canceled: why, and what comes back.
    OrderCanceled {
        order: OrderId,
        by_cooperative: bool,
        reason: String,
        refund: Option<Money>,
    },
    /// To the buyer: less is sent than was ordered; why, what the order costs now, and what comes back.
    OrderReduced {
        order: OrderId,
        reason: String,
        total: Money,
        refund: Option<Money>,
    },
    /// To the buyer: something else is sent in place of what is missing; what, why, and what comes back.
    OrderReplaced {
        order: OrderId,
        old: String,
        new: String,
        reason: String,
        refund: Option<Money>,
    },
    /// To the buyer: what was ordered is sent after all, and what the order costs.
    ReplacementUndone { order: OrderId, total: Money },
    /// To the cooperative: the buyer does not want what would be sent in place of what was ordered.
    ReplacementDeclined { order: OrderId },
    /// To the cooperative: the buyer wrote about the order.
    QuestionAsked { order: OrderId },
    /// To the buyer: the cooperative wrote about the order.
    QuestionAnswered { order: OrderId },
    /// To the buyer: what they reported is made good, by this money or, without any, by the same goods once more.
    MadeGood { order: OrderId, refund: Option<Money> },
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
    /// To the buyer, some days after the goods were handed over: how were they?
    HowWasIt { group: OrderGroupId },
    /// To the buyer: nobody paid in time.
    OrderExpired { group: OrderGroupId },
    /// To the buyer: money was sent back.
    RefundSent { group: OrderGroupId, amount: Money },
    /// To the buyer: that so much was sent back was a mistake.
    RefundUndone { group: OrderGroupId, amount: Money },
    /// To all members of the cooperative: it is suspended, and why in the Centre's own words.
    CooperativeSuspended {
        cooperative: CooperativeId,
        /// Its name in the language it writes its texts in.
        name: String,
        reason: String,
    },
    /// To all members of the cooperative: it sells again, and why in the Centre's own words.
    CooperativeAdmitted {
        cooperative: CooperativeId,
        name: String,
        /// Empty in what the release before wrote.
        #[serde(default)]
        reason: String,
    },
    /// To all members of the cooperative who edit products: one was not confirmed, and why in the Centre's own words.
    ProductSentBack {
        cooperative: CooperativeId,
        /// The product's name in the language it is written in.
        product: String,
        reason: String,
    },
    /// To whoever wrote an application: their cooperative sells here now.
    ApplicationAdmitted { phone: Phone, locale: Locale, name: String },
    /// To whoever wrote an application: it was refused, and why in the Centre's own words.
    ApplicationRefused {
        phone: Phone,
        locale: Locale,
        name: String,
        reason: String,
    },
    /// To whoever asked about a product and left a number: it is answered.
    ProductQuestionAnswered {
        phone: Phone,
        locale: Locale,
        /// The product's name in that language.
        product: String,
        /// The address with the product, and the way to end such messages; empty in what the release before wrote.
        #[serde(default)]
        link: String,
    },
    /// To whoever waited for a size that was sold out: it can be bought again.
    BackInStock {
        phone: Phone,
        locale: Locale,
        /// The product's name in that language.
        product: String,
        /// The address with the goods, and the way to end such messages.
        link: String,
        /// The wish, which waits again should the message not go out; nothing in what the release before wrote.
        #[serde(default)]
        wish: Option<RestockWishId>,
    },
    /// To whoever signs in, or shows that an order's phone is theirs.
    OneTimeCode {
        phone: Phone,
        locale: Locale,
        code: String,
        /// The order it is for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<String>,
    },
    /// To whoever got a passkey.
    PasskeyAdded {
        phone: Phone,
        locale: Locale,
        /// What they call it; may be empty.
        name: String,
    },
}

impl Notice {
    /// What it is about, as the outbox's key.
    fn subject(&self) -> String {
        match self {
            Self::OrderPlaced { group }
            | Self::PaymentReceived { group, .. }
            | Self::TransferCame { group }
            | Self::PaymentUndone { group, .. }
            | Self::OrderExpired { group }
            | Self::RefundSent { group, .. }
            | Self::RefundUndone { group, .. } => format!("group:{group}"),
            Self::OrderAccepted { order }
            | Self::OrderCanceled { order, .. }
            | Self::OrderReduced { order, .. }
            | Self::OrderReplaced { order, .. }
            | Self::ReplacementUndone { order, .. }
            | Self::ReplacementDeclined { order }
            | Self::QuestionAsked { order }
            | Self::QuestionAnswered { order }
            | Self::MadeGood { order, .. }
            | Self::OrderSent { order, .. }
            | Self::OrderReady { order } => format!("order:{order}"),
            Self::PickupReminder { order } => remind::subject(*order),
            Self::HowWasIt { group } => ask_how::subject(*group),
            Self::CooperativeSuspended { cooperative, .. }
            | Self::CooperativeAdmitted { cooperative, .. }
            | Self::ProductSentBack { cooperative, .. } => format!("cooperative:{cooperative}"),
            Self::ApplicationAdmitted { .. } | Self::ApplicationRefused { .. } => "application".to_owned(),
            Self::ProductQuestionAnswered { .. } => "product-question".to_owned(),
            Self::BackInStock { .. } => "restock".to_owned(),
            Self::OneTimeCode { .. } => "code".to_owned(),
            Self::PasskeyAdded { .. } => "passkey".to_owned(),
        }
    }
}

/// What a number is called where its messages are counted.
pub(crate) fn name_of_number(shop: &Shop, number: &str) -> String {
    keyed(shop, &["messages", number])
}

/// What a network is called where its messages are counted; nothing where it is not known.
fn name_of(network: &Network) -> Option<String> {
    (*network != Network::unknown()).then(|| network.to_string())
}

/// Says what happened, in the transaction of its cause; the messages it calls for are posted by the worker.
pub(crate) async fn tell(tx: &Tx, now: i64, notice: Notice) -> Result<()> {
    tell_from(tx, now, &Network::unknown(), notice).await
}

/// [`tell`], where it is known from which network this was caused: it has a budget of its own.
pub(crate) async fn tell_from(tx: &Tx, now: i64, network: &Network, notice: Notice) -> Result<()> {
    outbox::Entity::insert(outbox::ActiveModel {
        topic: Set(TOPIC.to_owned()),
        key: Set(notice.subject()),
        payload: Set(serde_json::to_string(&notice).map_err(Error::internal)?),
        attempts: Set(0),
        next_at: Set(now),
        created_at: Set(now),
        network: Set(name_of(network)),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}
