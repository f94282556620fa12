//! The table: each thing that happens, who is told of it, and by which message.

use domain::MessageKind;
use l10n::{Text, t};

use super::Notice;

/// Whom a message is for; with that, in which language it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Receiver {
    /// Who ordered, in the language of the order.
    Buyer,
    /// Members of each cooperative concerned, in the language the cooperative writes its own texts in.
    Cooperative,
    /// Who asked for a code or about a product, added a passkey, waited for goods or wrote an application, in the language of
    /// the page.
    Person,
}

/// Whom a message of this kind is for.
pub(crate) const fn receiver(kind: MessageKind) -> Receiver {
    match kind {
        MessageKind::NewOrder
        | MessageKind::OrderLost
        | MessageKind::Declined
        | MessageKind::Question
        | MessageKind::Suspended
        | MessageKind::Admitted
        | MessageKind::SentBack => Receiver::Cooperative,
        MessageKind::ApplicationAdmitted
        | MessageKind::ApplicationRefused
        | MessageKind::ProductAnswer
        | MessageKind::BackInStock
        | MessageKind::OneTimeCode
        | MessageKind::PasskeyAdded => Receiver::Person,
        MessageKind::Placed
        | MessageKind::Accepted
        | MessageKind::Paid
        | MessageKind::Canceled
        | MessageKind::Reduced
        | MessageKind::Replaced
        | MessageKind::Answer
        | MessageKind::Sent
        | MessageKind::Ready
        | MessageKind::Reminder
        | MessageKind::HowWasIt
        | MessageKind::Expired
        | MessageKind::RefundSent
        | MessageKind::Written => Receiver::Buyer,
    }
}

/// What the Centre calls messages of this kind.
pub const fn label(kind: MessageKind) -> Text {
    match kind {
        MessageKind::Placed => t::CENTRE_KIND_PLACED,
        MessageKind::Accepted => t::CENTRE_KIND_ACCEPTED,
        MessageKind::Paid => t::CENTRE_KIND_PAID,
        MessageKind::Canceled => t::CENTRE_KIND_CANCELED,
        MessageKind::Reduced => t::CENTRE_KIND_REDUCED,
        MessageKind::Replaced => t::CENTRE_KIND_REPLACED,
        MessageKind::Declined => t::CENTRE_KIND_DECLINED,
        MessageKind::Question => t::CENTRE_KIND_QUESTION,
        MessageKind::Answer => t::CENTRE_KIND_ANSWER,
        MessageKind::Sent => t::CENTRE_KIND_SENT,
        MessageKind::Ready => t::CENTRE_KIND_READY,
        MessageKind::Reminder => t::CENTRE_KIND_REMINDER,
        MessageKind::HowWasIt => t::CENTRE_KIND_HOW_WAS_IT,
        MessageKind::Expired => t::CENTRE_KIND_EXPIRED,
        MessageKind::RefundSent => t::CENTRE_KIND_REFUND,
        MessageKind::NewOrder => t::CENTRE_KIND_NEW_ORDER,
        MessageKind::OrderLost => t::CENTRE_KIND_ORDER_LOST,
        MessageKind::Suspended => t::CENTRE_KIND_SUSPENDED,
        MessageKind::Admitted => t::CENTRE_KIND_ADMITTED,
        MessageKind::SentBack => t::CENTRE_KIND_SENT_BACK,
        MessageKind::ApplicationAdmitted => t::CENTRE_KIND_APPLICATION_ADMITTED,
        MessageKind::ApplicationRefused => t::CENTRE_KIND_APPLICATION_REFUSED,
        MessageKind::ProductAnswer => t::CENTRE_KIND_PRODUCT_ANSWER,
        MessageKind::BackInStock => t::CENTRE_KIND_BACK_IN_STOCK,
        MessageKind::OneTimeCode => t::CENTRE_KIND_CODE,
        MessageKind::PasskeyAdded => t::CENTRE_KIND_PASSKEY,
        MessageKind::Written => t::CENTRE_KIND_WRITTEN,
    }
}

impl Notice {
    /// The messages this calls for.
    pub(super) const fn kinds(&self) -> &'static [MessageKind] {
        match self {
            Self::OrderPlaced { .. } => &[MessageKind::Placed, MessageKind::NewOrder],
            Self::OrderAccepted { .. } => &[MessageKind::Accepted],
            Self::PaymentReceived { .. } | Self::PaymentUndone { .. } => &[MessageKind::Paid],
            Self::TransferCame { .. } => &[MessageKind::NewOrder],
            Self::OrderCanceled {
                by_cooperative: true, ..
            } => &[MessageKind::Canceled],
            Self::OrderCanceled {
                by_cooperative: false, ..
            } => &[MessageKind::Canceled, MessageKind::OrderLost],
            Self::OrderReduced { .. } => &[MessageKind::Reduced],
            Self::OrderReplaced { .. } | Self::ReplacementUndone { .. } => &[MessageKind::Replaced],
            Self::ReplacementDeclined { .. } => &[MessageKind::Declined],
            Self::QuestionAsked { .. } => &[MessageKind::Question],
            Self::QuestionAnswered { .. } | Self::MadeGood { .. } => &[MessageKind::Answer],
            Self::OrderSent { .. } => &[MessageKind::Sent],
            Self::OrderReady { .. } => &[MessageKind::Ready],
            Self::PickupReminder { .. } => &[MessageKind::Reminder],
            Self::HowWasIt { .. } => &[MessageKind::HowWasIt],
            Self::OrderExpired { .. } => &[MessageKind::Expired],
            Self::RefundSent { .. } | Self::RefundUndone { .. } => &[MessageKind::RefundSent],
            Self::CooperativeSuspended { .. } => &[MessageKind::Suspended],
            Self::CooperativeAdmitted { .. } => &[MessageKind::Admitted],
            Self::ProductSentBack { .. } => &[MessageKind::SentBack],
            Self::ApplicationAdmitted { .. } => &[MessageKind::ApplicationAdmitted],
            Self::ApplicationRefused { .. } => &[MessageKind::ApplicationRefused],
            Self::ProductQuestionAnswered { .. } => &[MessageKind::ProductAnswer],
            Self::BackInStock { .. } => &[MessageKind::BackInStock],
            Self::OneTimeCode { .. } => &[MessageKind::OneTimeCode],
            Self::PasskeyAdded { .. } => &[MessageKind::PasskeyAdded],
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use domain::{CooperativeId, Currency, Locale, Money, OrderGroupId, OrderId, Phone};
    use l10n::Texts;

    use super::*;

    /// Everything that happens.
    fn all() -> Vec<Notice> {
        let (group, order) = (OrderGroupId(1), OrderId(2));
        let amount = Money::new(1, Currency::Cny);
        let canceled = |by_cooperative| Notice::OrderCanceled {
            order,
            by_cooperative,
            reason: String::new(),
            refund: Some(amount),
        };
        vec![
            Notice::OrderPlaced { group },
            Notice::OrderAccepted { order },
            Notice::PaymentReceived { group, amount },
            Notice::TransferCame { group },
            Notice::PaymentUndone { group, amount },
            canceled(true),
            canceled(false),
            Notice::OrderReduced {
                order,
                reason: String::new(),
                total: amount,
                refund: Some(amount),
            },
            Notice::OrderReplaced {
                order,
                old: String::new(),
                new: String::new(),
                reason: String::new(),
                refund: Some(amount),
            },
            Notice::ReplacementUndone { order, total: amount },
            Notice::ReplacementDeclined { order },
            Notice::QuestionAsked { order },
            Notice::QuestionAnswered { order },
            Notice::MadeGood {
                order,
                refund: Some(amount),
            },
            Notice::OrderSent {
                order,
                carrier: String::new(),
                tracking: String::new(),
            },
            Notice::OrderReady { order },
            Notice::PickupReminder { order },
            Notice::HowWasIt { group },
            Notice::OrderExpired { group },
            Notice::RefundSent { group, amount },
            Notice::RefundUndone { group, amount },
            Notice::CooperativeSuspended {
                cooperative: CooperativeId(3),
                name: String::new(),
                reason: String::new(),
            },
            Notice::CooperativeAdmitted {
                cooperative: CooperativeId(3),
                name: String::new(),
                reason: String::new(),
            },
            Notice::ApplicationAdmitted {
                phone: Phone::parse("13800138000").unwrap(),
                locale: Locale::Ug,
                name: String::new(),
            },
            Notice::ApplicationRefused {
                phone: Phone::parse("13800138000").unwrap(),
                locale: Locale::Ug,
                name: String::new(),
                reason: String::new(),
            },
            Notice::ProductQuestionAnswered {
                phone: Phone::parse("13800138000").unwrap(),
                locale: Locale::Ug,
                product: String::new(),
                link: String::new(),
            },
            Notice::ProductSentBack {
                cooperative: CooperativeId(3),
                product: String::new(),
                reason: String::new(),
            },
            Notice::BackInStock {
                phone: Phone::parse("13800138000").unwrap(),
                locale: Locale::Ug,
                product: String::new(),
                link: String::new(),
                wish: None,
            },
            Notice::OneTimeCode {
                phone: Phone::parse("13800138000").unwrap(),
                locale: Locale::Ug,
                code: "123456".to_owned(),
                order: None,
            },
            Notice::OneTimeCode {
                phone: Phone::parse("13800138000").unwrap(),
                locale: Locale::Ug,
                code: "123456".to_owned(),
                order: Some("7K3M-9QXT-V2WP".to_owned()),
            },
            Notice::PasskeyAdded {
                phone: Phone::parse("13800138000").unwrap(),
                locale: Locale::Ug,
                name: String::new(),
            },
        ]
    }

    #[test]
    fn whatever_happens_somebody_is_told() {
        for notice in all() {
            assert!(!notice.kinds().is_empty(), "{notice:?}");
            let json = serde_json::to_string(&notice).unwrap();
            assert_eq!(serde_json::from_str::<Notice>(&json).unwrap(), notice);
        }
        let told: Vec<MessageKind> = all().iter().flat_map(|notice| notice.kinds().to_vec()).collect();
        for kind in MessageKind::ALL {
            assert!(
                told.contains(&kind) || kind == MessageKind::Written,
                "nothing leads to {kind:?}"
            );
        }
    }

    #[test]
    fn the_centre_has_a_name_for_each_in_every_language() {
        let texts = Texts::built_in();
        for kind in MessageKind::ALL {
            for locale in Locale::BUILT_IN {
                let name = texts.get(locale, label(kind));
                assert!(!name.is_empty() && !name.starts_with("centre-"), "{name}");
            }
        }
    }
}
