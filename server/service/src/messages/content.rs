//! What a message says: typed data, made into a sentence of the receiver's language when it is sent.

use domain::{Locale, MessageKind, Money, StationId};
use l10n::{Message, Texts, format, t};
use serde::{Deserialize, Serialize};

use crate::Directory;
use crate::stations::HoursView;

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
    Expired {
        code: String,
    },
    RefundSent {
        code: String,
        amount: Money,
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

/// Most characters of a long reason: it goes to a phone.
const REASON: usize = 70;

/// What is stored once nobody may read a message again.
pub(super) const GONE: &str = r#"{"says":"gone"}"#;

impl Content {
    /// What the message is about.
    pub fn kind(&self) -> Option<MessageKind> {
        Some(match self {
            Self::PlacedTransfer { .. } | Self::PlacedCash { .. } => MessageKind::Placed,
            Self::Accepted { .. } => MessageKind::Accepted,
            Self::Paid { .. } => MessageKind::Paid,
            Self::Canceled { .. } => MessageKind::Canceled,
            Self::Reduced { .. } => MessageKind::Reduced,
            Self::Replaced { .. } | Self::ReplaceUndone { .. } => MessageKind::Replaced,
            Self::Declined { .. } => MessageKind::Declined,
            Self::Question { .. } => MessageKind::Question,
            Self::Answer { .. } => MessageKind::Answer,
            Self::Sent { .. } => MessageKind::Sent,
            Self::Ready { .. } => MessageKind::Ready,
            Self::Reminder { .. } => MessageKind::Reminder,
            Self::Expired { .. } => MessageKind::Expired,
            Self::RefundSent { .. } => MessageKind::RefundSent,
            Self::NewOrder { .. } => MessageKind::NewOrder,
            Self::OrderLost { .. } => MessageKind::OrderLost,
            Self::Suspended { .. } => MessageKind::Suspended,
            Self::Admitted { .. } => MessageKind::Admitted,
            Self::SentBack { .. } => MessageKind::SentBack,
            Self::ApplicationAdmitted { .. } => MessageKind::ApplicationAdmitted,
            Self::ApplicationRefused { .. } => MessageKind::ApplicationRefused,
            Self::OneTimeCode { .. } => MessageKind::OneTimeCode,
            Self::PasskeyAdded { .. } => MessageKind::PasskeyAdded,
            Self::Written { .. } => MessageKind::Written,
            Self::Gone => return None,
        })
    }

    /// The sentence; nothing once the content is [gone](Self::Gone).
    pub fn text(&self, texts: &Texts, directory: &Directory, locale: Locale) -> Option<String> {
        let say = |message: Message<'_>| texts.plain(locale, message);
        let money = |amount: &Money| format::money(locale, *amount);
        let station = |id: StationId| place(directory, id, locale);
        Some(match self {
            Self::PlacedTransfer {
                code,
                amount,
                reference,
                until,
            } => say(t::message_placed_transfer(
                code,
                money(amount),
                format::date_time(locale, *until),
                reference,
            )),
            Self::PlacedCash {
                code,
                amount,
                station: id,
                until,
            } => say(t::message_placed_cash(
                code,
                money(amount),
                station(*id).name,
                format::date(locale, *until),
            )),
            Self::Accepted { code, cooperative } => say(t::message_accepted(code, cooperative)),
            Self::Paid { code, amount } => say(t::message_paid(code, money(amount))),
            Self::Canceled {
                code,
                cooperative,
                reason,
                refund,
            } => {
                let back = refund.as_ref().map(|amount| say(t::message_comes_back(money(amount))));
                let why = (!reason.is_empty()).then(|| say(t::message_reason(reason)));
                sentences(say(t::message_canceled(code, cooperative)), [why, back])
            }
            Self::Reduced {
                code,
                cooperative,
                reason,
                total,
                refund,
            } => {
                let back = refund.as_ref().map(|amount| say(t::message_comes_back(money(amount))));
                let why = (!reason.is_empty()).then(|| say(t::message_reason(reason)));
                sentences(say(t::message_reduced(code, cooperative, money(total))), [why, back])
            }
            Self::Replaced {
                code,
                old,
                new,
                reason,
                refund,
            } => {
                let back = refund.as_ref().map(|amount| say(t::message_comes_back(money(amount))));
                let why = (!reason.is_empty()).then(|| say(t::message_reason(reason)));
                sentences(say(t::message_replaced(code, new, old)), [why, back])
            }
            Self::ReplaceUndone {
                code,
                cooperative,
                total,
            } => say(t::message_replace_undone(code, cooperative, money(total))),
            Self::Declined { code } => say(t::message_declined(code)),
            Self::Question { code } => say(t::message_question(code)),
            Self::Answer { code, cooperative } => say(t::message_answer(code, cooperative)),
            Self::Sent {
                code,
                cooperative,
                carrier,
                tracking,
            } => {
                let follow = (!carrier.is_empty() || !tracking.is_empty())
                    .then(|| say(t::message_tracking([carrier.as_str(), tracking].join(" ").trim())));
                sentences(say(t::message_sent(code, cooperative)), [follow, None])
            }
            Self::Ready { code, station: id } => {
                let place = station(*id);
                let hours = (!place.hours.is_empty()).then(|| say(t::message_hours(place.hours)));
                sentences(say(t::message_ready(code, place.name)), [hours, None])
            }
            Self::Reminder { code, station: id } => {
                let place = station(*id);
                let hours = (!place.hours.is_empty()).then(|| say(t::message_hours(place.hours)));
                sentences(say(t::message_reminder(code, place.name)), [hours, None])
            }
            Self::Expired { code } => say(t::message_expired(code)),
            Self::RefundSent { code, amount } => say(t::message_refund_sent(code, money(amount))),
            Self::NewOrder { code, goods } => say(t::message_new_order(code, money(goods))),
            Self::OrderLost { code, reason } => {
                let why = (!reason.is_empty()).then(|| say(t::message_reason(reason)));
                sentences(say(t::message_order_lost(code)), [why, None])
            }
            Self::Suspended { cooperative, reason } => {
                let why = (!reason.is_empty()).then(|| say(t::message_reason(beginning(reason))));
                sentences(say(t::message_suspended(cooperative)), [why, None])
            }
            Self::Admitted { cooperative, reason } => {
                let why = (!reason.is_empty()).then(|| say(t::message_reason(beginning(reason))));
                sentences(say(t::message_admitted(cooperative)), [why, None])
            }
            Self::SentBack { product, reason } => {
                let why = say(t::message_reason(beginning(reason)));
                sentences(say(t::message_sent_back(beginning(product))), [Some(why), None])
            }
            Self::ApplicationAdmitted { cooperative } => say(t::message_application_admitted(beginning(cooperative))),
            Self::ApplicationRefused { cooperative, reason } => {
                let why = say(t::message_reason(beginning(reason)));
                sentences(
                    say(t::message_application_refused(beginning(cooperative))),
                    [Some(why), None],
                )
            }
            Self::OneTimeCode { code, order: None } => say(t::message_code(code)),
            Self::OneTimeCode {
                code,
                order: Some(order),
            } => say(t::message_order_code(order, code)),
            Self::PasskeyAdded { name } if name.is_empty() => say(t::MESSAGE_PASSKEY_ADDED_UNNAMED.into()),
            Self::PasskeyAdded { name } => say(t::message_passkey_added(name)),
            Self::Written { text } => text.clone(),
            Self::Gone => return None,
        })
    }
}

fn sentences(first: String, more: [Option<String>; 2]) -> String {
    more.into_iter().flatten().fold(first, |text, next| {
        // Chinese sentences follow one another without a space.
        let space = if text.ends_with('。') { "" } else { " " };
        format!("{text}{space}{next}")
    })
}

/// A text in one line, its end left out where it is long.
fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= REASON {
        return line;
    }
    let kept: String = line.chars().take(REASON).collect();
    format!("{}…", kept.trim_end())
}

/// Where goods are collected.
struct Place {
    name: String,
    hours: String,
}

/// A station that has closed since hands out what is there. One that is gone is named in general.
fn place(directory: &Directory, id: StationId, locale: Locale) -> Place {
    match directory.station(id) {
        Some(station) => Place {
            name: format!("{} {}", station.entry.name(locale).text, station.code),
            hours: hours(locale, &station.hours),
        },
        None => Place {
            name: String::from("–"),
            hours: String::new(),
        },
    }
}

/// `周一–周五 09:00–18:00`, groups of days one after the other.
fn hours(locale: Locale, groups: &[HoursView]) -> String {
    let all: Vec<String> = groups
        .iter()
        .map(|group| {
            let days = match group.days.as_slice() {
                [] => String::new(),
                [day] => format::weekday_short(locale, *day).to_owned(),
                [first, .., last] if usize::from(last - first) + 1 == group.days.len() => {
                    format!(
                        "{}–{}",
                        format::weekday_short(locale, *first),
                        format::weekday_short(locale, *last)
                    )
                }
                days => days
                    .iter()
                    .map(|day| format::weekday_short(locale, *day))
                    .collect::<Vec<_>>()
                    .join(" "),
            };
            format!(
                "{days} {}",
                format::time_range(locale, group.opens_minute, group.closes_minute)
            )
        })
        .collect();
    all.join(" · ")
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use domain::Currency;

    use super::*;

    const CODE: &str = "7K3M-9QXT-V2WP";

    /// Every message, with all its sentences.
    fn all() -> Vec<Content> {
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
            Content::Expired { code: code.clone() },
            Content::RefundSent {
                code: code.clone(),
                amount,
            },
            Content::NewOrder {
                code: code.clone(),
                goods: amount,
            },
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

    #[test]
    fn every_message_is_a_sentence_in_every_language() {
        let (texts, directory) = (Texts::built_in(), Directory::default());
        for content in all() {
            let said = Locale::ALL.map(|locale| content.text(&texts, &directory, locale).unwrap());
            for text in &said {
                assert!(text.contains(CODE), "{text}");
                assert!(!text.contains("message-") && !text.contains('\u{2068}'), "{text}");
                assert!(text.chars().count() <= 201, "more than three text messages: {text}");
            }
            let is_translated = said[0] != said[1] && said[1] != said[2];
            assert!(
                is_translated || content.kind() == Some(MessageKind::Written),
                "{said:?}"
            );
        }
    }

    #[test]
    fn what_somebody_wrote_is_told_and_not_filled_in() {
        let (texts, directory) = (Texts::built_in(), Directory::default());
        let canceled = all()
            .into_iter()
            .find(|c| c.kind() == Some(MessageKind::Canceled))
            .unwrap();
        let text = canceled.text(&texts, &directory, Locale::Es).unwrap();
        assert!(text.contains("{ $code } مۆل ھوسۇل بولمىدى"), "{text}");
        assert!(text.contains("12.345,67"), "{text}");
    }

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
