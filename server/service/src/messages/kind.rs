//! The table: each thing that happens, who is told of it, and by which message.

use l10n::{Text, t};

use super::Notice;

/// Whom a message is for; with that, in which language it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Receiver {
    /// Who ordered, in the language of the order.
    Buyer,
    /// The members of each cooperative concerned, in the language the cooperative writes its own texts in.
    Cooperative,
    /// Who asked for a code, in the language of the page.
    Person,
}

macro_rules! kinds {
    ($($(#[$note:meta])* $name:ident = $word:literal, $receiver:ident, $label:path;)+) => {
        /// What a message is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$note])* $name,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$name),+];

            /// The word that is stored.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }

            /// Whom such a message is for.
            pub(crate) const fn receiver(self) -> Receiver {
                match self {
                    $(Self::$name => Receiver::$receiver,)+
                }
            }

            /// What the Centre calls it.
            pub const fn label(self) -> Text {
                match self {
                    $(Self::$name => $label,)+
                }
            }
        }
    };
}

kinds! {
    /// What was ordered, and how it is paid.
    Placed = "placed", Buyer, t::CENTRE_KIND_PLACED;
    /// A cooperative will deliver.
    Accepted = "accepted", Buyer, t::CENTRE_KIND_ACCEPTED;
    /// Money came in.
    Paid = "paid", Buyer, t::CENTRE_KIND_PAID;
    /// A part or all of an order is canceled.
    Canceled = "canceled", Buyer, t::CENTRE_KIND_CANCELED;
    /// On its way.
    Sent = "sent", Buyer, t::CENTRE_KIND_SENT;
    /// At the station.
    Ready = "ready", Buyer, t::CENTRE_KIND_READY;
    /// Still at the station.
    Reminder = "reminder", Buyer, t::CENTRE_KIND_REMINDER;
    /// Not paid in time.
    Expired = "expired", Buyer, t::CENTRE_KIND_EXPIRED;
    /// Money was sent back.
    RefundSent = "refund-sent", Buyer, t::CENTRE_KIND_REFUND;
    /// A cooperative has a new order.
    NewOrder = "new-order", Cooperative, t::CENTRE_KIND_NEW_ORDER;
    /// An order of a cooperative was canceled by somebody else.
    OrderLost = "order-lost", Cooperative, t::CENTRE_KIND_ORDER_LOST;
    /// To sign in, or to show that an order's phone is one's own.
    OneTimeCode = "one-time-code", Person, t::CENTRE_KIND_CODE;
    /// Written as a whole sentence by an earlier version of the program.
    Written = "written", Buyer, t::CENTRE_KIND_WRITTEN;
}

impl Kind {
    /// The kind with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

impl Notice {
    /// The messages this calls for.
    pub(super) const fn kinds(&self) -> &'static [Kind] {
        match self {
            Self::OrderPlaced { .. } => &[Kind::Placed, Kind::NewOrder],
            Self::OrderAccepted { .. } => &[Kind::Accepted],
            Self::PaymentReceived { .. } => &[Kind::Paid],
            Self::OrderCanceled {
                by_cooperative: true, ..
            } => &[Kind::Canceled],
            Self::OrderCanceled {
                by_cooperative: false, ..
            } => &[Kind::Canceled, Kind::OrderLost],
            Self::OrderSent { .. } => &[Kind::Sent],
            Self::OrderReady { .. } => &[Kind::Ready],
            Self::PickupReminder { .. } => &[Kind::Reminder],
            Self::OrderExpired { .. } => &[Kind::Expired],
            Self::RefundSent { .. } => &[Kind::RefundSent],
            Self::OneTimeCode { .. } => &[Kind::OneTimeCode],
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use domain::{Currency, Locale, Money, OrderGroupId, OrderId, Phone};
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
            canceled(true),
            canceled(false),
            Notice::OrderSent {
                order,
                carrier: String::new(),
                tracking: String::new(),
            },
            Notice::OrderReady { order },
            Notice::PickupReminder { order },
            Notice::OrderExpired { group },
            Notice::RefundSent { group, amount },
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
        ]
    }

    #[test]
    fn whatever_happens_somebody_is_told() {
        for notice in all() {
            assert!(!notice.kinds().is_empty(), "{notice:?}");
            let json = serde_json::to_string(&notice).unwrap();
            assert_eq!(serde_json::from_str::<Notice>(&json).unwrap(), notice);
        }
        let told: Vec<Kind> = all().iter().flat_map(|notice| notice.kinds().to_vec()).collect();
        for kind in Kind::ALL {
            assert!(
                told.contains(&kind) || kind == Kind::Written,
                "nothing leads to {kind:?}"
            );
        }
    }

    #[test]
    fn the_centre_has_a_name_for_each_in_every_language() {
        let texts = Texts::built_in();
        for kind in Kind::ALL {
            for locale in Locale::ALL {
                let name = texts.get(locale, kind.label());
                assert!(!name.is_empty() && !name.starts_with("centre-"), "{name}");
            }
        }
    }
}
