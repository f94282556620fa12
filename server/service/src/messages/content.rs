//! What a message says: typed data as it is stored, made into a sentence (`sentence.rs`) when it is sent.

use domain::{MessageKind, Money, StationId};
use serde::{Deserialize, Serialize};

/// See the [module](self). Amounts and dates are written when it is sent; names are as they were at the sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "says", rename_all = "kebab-case")]
pub(super) enum Content {
    PlacedTransfer {
        code: String,
        amount: Money,
        reference: String,
        until: i64,
    },
    PlacedCash {
        code: String,
        amount: Money,
        station: StationId,
        until: i64,
    },
    Accepted {
        code: String,
        cooperative: String,
    },
    Paid {
        code: String,
        amount: Money,
    },
    PaidUndone {
        code: String,
        amount: Money,
    },
    Canceled {
        code: String,
        cooperative: String,
        reason: String,
        refund: Option<Money>,
    },
    Reduced {
        code: String,
        cooperative: String,
        reason: String,
        total: Money,
        refund: Option<Money>,
    },
    Replaced {
        code: String,
        old: String,
        new: String,
        reason: String,
        refund: Option<Money>,
    },
    ReplaceUndone {
        code: String,
        cooperative: String,
        total: Money,
    },
    Declined {
        code: String,
    },
    Question {
        code: String,
    },
    Answer {
        code: String,
        cooperative: String,
    },
    MadeGood {
        code: String,
        cooperative: String,
        refund: Option<Money>,
    },
    Sent {
        code: String,
        cooperative: String,
        carrier: String,
        tracking: String,
    },
    Ready {
        code: String,
        station: StationId,
    },
    Reminder {
        code: String,
        station: StationId,
    },
    HowWasIt {
        code: String,
    },
    Expired {
        code: String,
    },
    RefundSent {
        code: String,
        amount: Money,
    },
    RefundUndone {
        code: String,
        amount: Money,
    },
    /// All of the transfer that an order waited for is there: it can be accepted now.
    OrderPaid {
        code: String,
    },
    NewOrder {
        code: String,
        goods: Money,
    },
    OrderLost {
        code: String,
        reason: String,
    },
    Suspended {
        cooperative: String,
        reason: String,
    },
    Admitted {
        cooperative: String,
        /// Empty in what the release before wrote.
        #[serde(default)]
        reason: String,
    },
    SentBack {
        product: String,
        reason: String,
    },
    ApplicationAdmitted {
        cooperative: String,
    },
    ApplicationRefused {
        cooperative: String,
        reason: String,
    },
    ProductAnswer {
        product: String,
        /// Empty in what the release before wrote.
        #[serde(default)]
        link: String,
    },
    BackInStock {
        product: String,
        link: String,
    },
    OneTimeCode {
        code: String,
        /// The order it is for; one without is to sign in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<String>,
    },
    PasskeyAdded {
        name: String,
    },
    Written {
        text: String,
    },
    /// Emptied: nobody may read it again.
    Gone,
}

/// What is stored once nobody may read a message again.
pub(super) const GONE: &str = r#"{"says":"gone"}"#;

impl Content {
    /// What the message is about.
    pub fn kind(&self) -> Option<MessageKind> {
        Some(match self {
            Self::PlacedTransfer { .. } | Self::PlacedCash { .. } => MessageKind::Placed,
            Self::Accepted { .. } => MessageKind::Accepted,
            Self::Paid { .. } | Self::PaidUndone { .. } => MessageKind::Paid,
            Self::Canceled { .. } => MessageKind::Canceled,
            Self::Reduced { .. } => MessageKind::Reduced,
            Self::Replaced { .. } | Self::ReplaceUndone { .. } => MessageKind::Replaced,
            Self::Declined { .. } => MessageKind::Declined,
            Self::Question { .. } => MessageKind::Question,
            Self::Answer { .. } | Self::MadeGood { .. } => MessageKind::Answer,
            Self::Sent { .. } => MessageKind::Sent,
            Self::Ready { .. } => MessageKind::Ready,
            Self::Reminder { .. } => MessageKind::Reminder,
            Self::HowWasIt { .. } => MessageKind::HowWasIt,
            Self::Expired { .. } => MessageKind::Expired,
            Self::RefundSent { .. } | Self::RefundUndone { .. } => MessageKind::RefundSent,
            Self::NewOrder { .. } | Self::OrderPaid { .. } => MessageKind::NewOrder,
            Self::OrderLost { .. } => MessageKind::OrderLost,
            Self::Suspended { .. } => MessageKind::Suspended,
            Self::Admitted { .. } => MessageKind::Admitted,
            Self::SentBack { .. } => MessageKind::SentBack,
            Self::ApplicationAdmitted { .. } => MessageKind::ApplicationAdmitted,
            Self::ApplicationRefused { .. } => MessageKind::ApplicationRefused,
            Self::ProductAnswer { .. } => MessageKind::ProductAnswer,
            Self::BackInStock { .. } => MessageKind::BackInStock,
            Self::OneTimeCode { .. } => MessageKind::OneTimeCode,
            Self::PasskeyAdded { .. } => MessageKind::PasskeyAdded,
            Self::Written { .. } => MessageKind::Written,
            Self::Gone => return None,
        })
    }
}

/// One of each, for tests.
#[cfg(test)]
pub(super) mod samples {
    use domain::{Currency, Money, StationId};

    use super::Content;

    pub const CODE: &str = "7K3M-9QXT-V2WP";

    /// Every message, with all its sentences.
    pub fn all() -> Vec<Content> {
        let (code, amount) = (CODE.to_owned(), Money::new(1_234_567, Currency::Cny));
        let cooperative = "ئالتۇن بادام ھەمكارلىق كوپىراتىپى".to_owned();
        let station = StationId(1);
        let until = 1_795_406_400_000;
        vec![
            Content::PlacedTransfer {
                code: code.clone(),
                amount,
                reference: "K7M3QX".to_owned(),
                until,
            },
            Content::PlacedCash {
                code: code.clone(),
                amount,
                station,
                until,
            },
            Content::Accepted {
                code: code.clone(),
                cooperative: cooperative.clone(),
            },
            Content::Paid {
                code: code.clone(),
                amount,
            },
            Content::PaidUndone {
                code: code.clone(),
                amount,
            },
            Content::Canceled {
                code: code.clone(),
                cooperative: cooperative.clone(),
                reason: "{ $code } مۆل ھوسۇل بولمىدى".to_owned(),
                refund: Some(amount),
            },
            Content::Reduced {
                code: code.clone(),
                cooperative: cooperative.clone(),
                reason: "{ $code } مۆل ھوسۇل بولمىدى".to_owned(),
                total: amount,
                refund: Some(amount),
            },
            Content::Replaced {
                code: code.clone(),
                old: "ئالتۇن بادام 500 g × 2".to_owned(),
                new: "ئالتۇن بادام 1 kg × 1".to_owned(),
                reason: "{ $code } مۆل ھوسۇل بولمىدى".to_owned(),
                refund: Some(amount),
            },
            Content::ReplaceUndone {
                code: code.clone(),
                cooperative: cooperative.clone(),
                total: amount,
            },
            Content::Declined { code: code.clone() },
            Content::Question { code: code.clone() },
            Content::Answer {
                code: code.clone(),
                cooperative: cooperative.clone(),
            },
            Content::MadeGood {
                code: code.clone(),
                cooperative: cooperative.clone(),
                refund: Some(amount),
            },
            Content::MadeGood {
                code: code.clone(),
                cooperative: cooperative.clone(),
                refund: None,
            },
            Content::Sent {
                code: code.clone(),
                cooperative,
                carrier: "EMS".to_owned(),
                tracking: "EA123456789CN".to_owned(),
            },
            Content::Ready {
                code: code.clone(),
                station,
            },
            Content::Reminder {
                code: code.clone(),
                station,
            },
            Content::HowWasIt { code: code.clone() },
            Content::Expired { code: code.clone() },
            Content::RefundSent {
                code: code.clone(),
                amount,
            },
            Content::RefundUndone {
                code: code.clone(),
                amount,
            },
            Content::NewOrder {
                code: code.clone(),
                goods: amount,
            },
            Content::OrderPaid { code: code.clone() },
            Content::OrderLost {
                code: code.clone(),
                reason: "x".to_owned(),
            },
            Content::Suspended {
                cooperative: code.clone(),
                reason: "مۆل ھوسۇل\n".repeat(100),
            },
            Content::Admitted {
                cooperative: code.clone(),
                reason: "مۆل ھوسۇل\n".repeat(100),
            },
            Content::ApplicationAdmitted {
                cooperative: code.clone(),
            },
            Content::ApplicationRefused {
                cooperative: code.clone(),
                reason: "مۆل ھوسۇل\n".repeat(100),
            },
            Content::SentBack {
                product: code.clone(),
                reason: "مۆل ھوسۇل\n".repeat(100),
            },
            Content::ProductAnswer {
                product: code.clone(),
                link: "https://shop.example/ug/back/0123456789abcdef".to_owned(),
            },
            Content::BackInStock {
                product: code.clone(),
                link: "https://shop.example/ug/back/0123456789abcdef".to_owned(),
            },
            Content::OneTimeCode {
                code: code.clone(),
                order: None,
            },
            Content::OneTimeCode {
                code: "123456".to_owned(),
                order: Some(code.clone()),
            },
            Content::PasskeyAdded { name: code.clone() },
            Content::Written { text: code },
        ]
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::samples::all;
    use super::*;

    #[test]
    fn every_kind_has_a_message_and_is_read_back() {
        for kind in MessageKind::ALL {
            assert!(all().iter().any(|content| content.kind() == Some(kind)), "{kind:?}");
            assert_eq!(MessageKind::parse(kind.as_str()), Some(kind));
        }
        for content in all() {
            let json = serde_json::to_string(&content).unwrap();
            assert_eq!(serde_json::from_str::<Content>(&json).unwrap(), content);
        }
        assert_eq!(serde_json::from_str::<Content>(GONE).unwrap(), Content::Gone);
        // As the release before wrote it.
        let earlier = r#"{"says":"admitted","cooperative":"Bal"}"#;
        assert!(serde_json::from_str::<Content>(earlier).is_ok());
    }
}
