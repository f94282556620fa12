//! A message in the receiver's language: the sentence that its typed data is made into when it is sent.

use domain::{Locale, Money, StationId};
use l10n::{Message, Texts, format, t};

use super::content::Content;
use crate::Directory;
use crate::stations::HoursView;

/// Most characters of a long reason: it goes to a phone.
const REASON: usize = 70;

impl Content {
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
            Self::PaidUndone { code, amount } => say(t::message_paid_undone(code, money(amount))),
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
            Self::MadeGood {
                code,
                cooperative,
                refund: Some(amount),
            } => say(t::message_money_back(code, cooperative, money(amount))),
            Self::MadeGood {
                code,
                cooperative,
                refund: None,
            } => say(t::message_sent_again(code, cooperative)),
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
            Self::HowWasIt { code } => say(t::message_how_was_it(code)),
            Self::Expired { code } => say(t::message_expired(code)),
            Self::RefundSent { code, amount } => say(t::message_refund_sent(code, money(amount))),
            Self::RefundUndone { code, amount } => say(t::message_refund_undone(code, money(amount))),
            Self::NewOrder { code, goods } => say(t::message_new_order(code, money(goods))),
            Self::OrderPaid { code } => say(t::message_order_paid(code)),
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
            Self::ProductAnswer { product, link } => {
                let more = (!link.is_empty()).then(|| say(t::message_answer_link(link)));
                sentences(say(t::message_product_answer(beginning(product))), [more, None])
            }
            Self::BackInStock { product, link } => say(t::message_back_in_stock(beginning(product), link)),
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

    use domain::MessageKind;

    use super::super::content::samples::{CODE, all};
    use super::*;

    #[test]
    fn every_message_is_a_sentence_in_every_language() {
        let (texts, directory) = (Texts::built_in(), Directory::default());
        for content in all() {
            let said = Locale::BUILT_IN.map(|locale| content.text(&texts, &directory, locale).unwrap());
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
}
