//! Who is told of what happened, in whose language and with which data, by the table in `kind.rs`.

use db::Tx;
use db::entities::{cooperative, member_role, order, order_group, outbox, payment, user};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use domain::{
    Action, CooperativeId, CooperativeRole, Locale, MessageKind, Money, OrderGroupId, OrderId, OrderStatus,
    PaymentMethod, Phone, Role, StationId, rights,
};
use serde::Deserialize;

use super::content::Content;
use super::kind::{Receiver, receiver};
use super::{Notice, TOPIC};
use crate::error::{Error, Result};

/// How long a one-time code is good for: as long as its row says (`identity`), and no message about it longer.
const CODE_LIFE: i64 = 5 * 60_000;

/// A message before it has a row.
#[derive(Debug)]
pub(super) struct Letter {
    pub phone: Phone,
    pub locale: Locale,
    pub content: Content,
    pub expires_at: Option<i64>,
}

/// What an earlier program on the same database wrote: the number and the whole sentence.
#[derive(Deserialize)]
struct Earlier {
    to: String,
    text: String,
}

/// The messages that an event calls for.
pub(super) async fn letters_of(tx: &Tx, event: &outbox::Model) -> Result<Vec<Letter>> {
    if event.topic != TOPIC {
        return earlier(event);
    }
    let notice: Notice = serde_json::from_str(&event.payload).map_err(Error::internal)?;
    let happened = Happened::read(tx, &notice).await?;
    let mut letters = Vec::new();
    for kind in notice.kinds() {
        match receiver(*kind) {
            Receiver::Person => letters.extend(happened.to_person(&notice, event.created_at)),
            Receiver::Buyer => letters.push(happened.to_buyer(&notice)?),
            Receiver::Cooperative => happened.to_cooperatives(tx, &notice, &mut letters).await?,
        }
    }
    Ok(letters)
}

fn earlier(event: &outbox::Model) -> Result<Vec<Letter>> {
    let Earlier { to, text } = serde_json::from_str(&event.payload).map_err(Error::internal)?;
    let Ok(phone) = Phone::parse(&to) else {
        return Ok(Vec::new());
    };
    let is_code = event.topic == MessageKind::OneTimeCode.as_str();
    Ok(vec![Letter {
        phone,
        locale: Locale::default(),
        content: if is_code {
            Content::OneTimeCode {
                code: text,
                order: None,
            }
        } else {
            Content::Written { text }
        },
        expires_at: is_code.then_some(event.created_at + CODE_LIFE),
    }])
}

/// The rows an event is about.
#[derive(Debug, Default)]
struct Happened {
    group: Option<order_group::Model>,
    orders: Vec<order::Model>,
    reference: String,
}

impl Happened {
    async fn read(tx: &Tx, notice: &Notice) -> Result<Self> {
        match notice {
            Notice::OneTimeCode { .. }
            | Notice::PasskeyAdded { .. }
            | Notice::ApplicationAdmitted { .. }
            | Notice::ApplicationRefused { .. }
            | Notice::ProductQuestionAnswered { .. }
            | Notice::BackInStock { .. }
            | Notice::CooperativeSuspended { .. }
            | Notice::CooperativeAdmitted { .. }
            | Notice::ProductSentBack { .. } => Ok(Self::default()),
            Notice::OrderPlaced { group }
            | Notice::PaymentReceived { group, .. }
            | Notice::TransferCame { group }
            | Notice::PaymentUndone { group, .. }
            | Notice::OrderExpired { group }
            | Notice::HowWasIt { group }
            | Notice::RefundSent { group, .. }
            | Notice::RefundUndone { group, .. } => Self::of_group(tx, *group).await,
            Notice::OrderAccepted { order }
            | Notice::OrderCanceled { order, .. }
            | Notice::OrderReduced { order, .. }
            | Notice::OrderReplaced { order, .. }
            | Notice::ReplacementUndone { order, .. }
            | Notice::ReplacementDeclined { order }
            | Notice::QuestionAsked { order }
            | Notice::QuestionAnswered { order }
            | Notice::MadeGood { order, .. }
            | Notice::OrderSent { order, .. }
            | Notice::OrderReady { order }
            | Notice::PickupReminder { order } => Self::of_order(tx, *order).await,
        }
    }

    async fn of_group(tx: &Tx, id: OrderGroupId) -> Result<Self> {
        let orders = order::Entity::find()
            .filter(order::Column::GroupId.eq(id))
            .order_by_asc(order::Column::Id)
            .all(tx)
            .await?;
        let bill = payment::Entity::find()
            .filter(payment::Column::GroupId.eq(id))
            .one(tx)
            .await?;
        Ok(Self {
            group: order_group::Entity::find_by_id(id).one(tx).await?,
            orders,
            reference: bill.map(|bill| bill.reference).unwrap_or_default(),
        })
    }

    async fn of_order(tx: &Tx, id: OrderId) -> Result<Self> {
        let order = order::Entity::find_by_id(id).one(tx).await?.ok_or(Error::NotFound)?;
        Ok(Self {
            group: order_group::Entity::find_by_id(order.group_id).one(tx).await?,
            orders: vec![order],
            reference: String::new(),
        })
    }

    fn to_person(&self, notice: &Notice, created_at: i64) -> Option<Letter> {
        let (phone, locale, content, expires_at) = match notice {
            Notice::OneTimeCode {
                phone,
                locale,
                code,
                order,
            } => {
                let (code, order) = (code.clone(), order.clone());
                let content = Content::OneTimeCode { code, order };
                (phone, locale, content, Some(created_at + CODE_LIFE))
            }
            Notice::ApplicationAdmitted { phone, locale, name } => {
                let content = Content::ApplicationAdmitted {
                    cooperative: name.clone(),
                };
                (phone, locale, content, None)
            }
            Notice::ApplicationRefused {
                phone,
                locale,
                name,
                reason,
            } => {
                let content = Content::ApplicationRefused {
                    cooperative: name.clone(),
                    reason: reason.clone(),
                };
                (phone, locale, content, None)
            }
            Notice::ProductQuestionAnswered {
                phone,
                locale,
                product,
                link,
            } => {
                let (product, link) = (product.clone(), link.clone());
                (phone, locale, Content::ProductAnswer { product, link }, None)
            }
            Notice::BackInStock {
                phone,
                locale,
                product,
                link,
                wish: _,
            } => {
                let (product, link) = (product.clone(), link.clone());
                (phone, locale, Content::BackInStock { product, link }, None)
            }
            Notice::PasskeyAdded { phone, locale, name } => {
                (phone, locale, Content::PasskeyAdded { name: name.clone() }, None)
            }
            _ => return None,
        };
        Some(Letter {
            phone: phone.clone(),
            locale: *locale,
            content,
            expires_at,
        })
    }

    fn to_buyer(&self, notice: &Notice) -> Result<Letter> {
        let group = self.group.as_ref().ok_or(Error::NotFound)?;
        let code = group.code.clone();
        let cooperative = || {
            self.orders
                .first()
                .map(|o| o.cooperative_name.clone())
                .unwrap_or_default()
        };
        let station = || group.station_id.unwrap_or(StationId(0));
        let content = match notice {
            Notice::OrderPlaced { .. } => {
                let amount = money(group, group.total_minor);
                let until = group.expires_at;
                match (group.payment_method, group.station_id) {
                    (PaymentMethod::CashAtStation, Some(station)) => Content::PlacedCash {
                        code,
                        amount,
                        station,
                        until,
                    },
                    _ => Content::PlacedTransfer {
                        code,
                        amount,
                        reference: self.reference.clone(),
                        until,
                    },
                }
            }
            Notice::OrderAccepted { .. } => Content::Accepted {
                code,
                cooperative: cooperative(),
            },
            Notice::PaymentReceived { amount, .. } => Content::Paid { code, amount: *amount },
            Notice::PaymentUndone { amount, .. } => Content::PaidUndone { code, amount: *amount },
            Notice::OrderCanceled { reason, refund, .. } => Content::Canceled {
                code,
                cooperative: cooperative(),
                reason: reason.clone(),
                refund: *refund,
            },
            Notice::OrderReduced {
                reason, total, refund, ..
            } => Content::Reduced {
                code,
                cooperative: cooperative(),
                reason: reason.clone(),
                total: *total,
                refund: *refund,
            },
            Notice::OrderReplaced {
                old,
                new,
                reason,
                refund,
                ..
            } => Content::Replaced {
                code,
                old: old.clone(),
                new: new.clone(),
                reason: reason.clone(),
                refund: *refund,
            },
            Notice::ReplacementUndone { total, .. } => Content::ReplaceUndone {
                code,
                cooperative: cooperative(),
                total: *total,
            },
            Notice::QuestionAnswered { .. } => Content::Answer {
                code,
                cooperative: cooperative(),
            },
            Notice::MadeGood { refund, .. } => Content::MadeGood {
                code,
                cooperative: cooperative(),
                refund: *refund,
            },
            Notice::OrderSent { carrier, tracking, .. } => Content::Sent {
                code,
                cooperative: cooperative(),
                carrier: carrier.clone(),
                tracking: tracking.clone(),
            },
            Notice::OrderReady { .. } => Content::Ready {
                code,
                station: station(),
            },
            Notice::PickupReminder { .. } => Content::Reminder {
                code,
                station: station(),
            },
            Notice::HowWasIt { .. } => Content::HowWasIt { code },
            Notice::OrderExpired { .. } => Content::Expired { code },
            Notice::RefundSent { amount, .. } => Content::RefundSent { code, amount: *amount },
            Notice::RefundUndone { amount, .. } => Content::RefundUndone { code, amount: *amount },
            Notice::TransferCame { .. }
            | Notice::QuestionAsked { .. }
            | Notice::ReplacementDeclined { .. }
            | Notice::CooperativeSuspended { .. }
            | Notice::CooperativeAdmitted { .. }
            | Notice::ProductSentBack { .. }
            | Notice::ApplicationAdmitted { .. }
            | Notice::ApplicationRefused { .. }
            | Notice::ProductQuestionAnswered { .. }
            | Notice::BackInStock { .. }
            | Notice::OneTimeCode { .. }
            | Notice::PasskeyAdded { .. } => return Err(Error::NotFound),
        };
        Ok(Letter {
            phone: Phone::parse(&group.phone).map_err(Error::internal)?,
            locale: group.locale,
            content,
            expires_at: None,
        })
    }

    async fn to_cooperatives(&self, tx: &Tx, notice: &Notice, letters: &mut Vec<Letter>) -> Result<()> {
        match notice {
            Notice::CooperativeSuspended {
                cooperative,
                name,
                reason,
            } => {
                let content = Content::Suspended {
                    cooperative: name.clone(),
                    reason: reason.clone(),
                };
                return to_members(tx, *cooperative, Action::OpenWork, &content, letters).await;
            }
            Notice::CooperativeAdmitted {
                cooperative,
                name,
                reason,
            } => {
                let content = Content::Admitted {
                    cooperative: name.clone(),
                    reason: reason.clone(),
                };
                return to_members(tx, *cooperative, Action::OpenWork, &content, letters).await;
            }
            Notice::ProductSentBack {
                cooperative,
                product,
                reason,
            } => {
                let content = Content::SentBack {
                    product: product.clone(),
                    reason: reason.clone(),
                };
                return to_members(tx, *cooperative, Action::EditProduct, &content, letters).await;
            }
            _ => {}
        }
        let group = self.group.as_ref().ok_or(Error::NotFound)?;
        for order in &self.orders {
            let content = match notice {
                Notice::OrderPlaced { .. } => Content::NewOrder {
                    code: group.code.clone(),
                    goods: money(group, order.goods_minor),
                },
                // Of one that was called off meanwhile it was told that.
                Notice::TransferCame { .. } if order.status == OrderStatus::Placed => Content::OrderPaid {
                    code: group.code.clone(),
                },
                Notice::OrderCanceled { reason, .. } => Content::OrderLost {
                    code: group.code.clone(),
                    reason: reason.clone(),
                },
                Notice::ReplacementDeclined { .. } => Content::Declined {
                    code: group.code.clone(),
                },
                Notice::QuestionAsked { .. } => Content::Question {
                    code: group.code.clone(),
                },
                _ => continue,
            };
            to_members(tx, order.cooperative_id, Action::ReadOrders, &content, letters).await?;
        }
        Ok(())
    }
}

/// A letter to each member of a cooperative who may do that, in the language it writes its own texts in.
async fn to_members(
    tx: &Tx,
    id: CooperativeId,
    action: Action,
    content: &Content,
    letters: &mut Vec<Letter>,
) -> Result<()> {
    let Some(row) = cooperative::Entity::find_by_id(id).one(tx).await? else {
        return Ok(());
    };
    for phone in members(tx, id, action).await? {
        letters.push(Letter {
            phone,
            locale: row.source_lang,
            content: content.clone(),
            expires_at: None,
        });
    }
    Ok(())
}

/// The telephones of who may do that for a cooperative, each once.
async fn members(tx: &Tx, cooperative: CooperativeId, action: Action) -> Result<Vec<Phone>> {
    let roles = CooperativeRole::ALL
        .into_iter()
        .filter(|role| rights::cooperative_member(*role, action))
        .filter_map(|role| Role::parse(role.as_str()));
    let of_cooperative = member_role::Entity::find()
        .select_only()
        .column(member_role::Column::UserId)
        .filter(member_role::Column::CooperativeId.eq(cooperative))
        .filter(member_role::Column::Role.is_in(roles))
        .into_query();
    let numbers: Vec<String> = user::Entity::find()
        .select_only()
        .column(user::Column::Phone)
        .filter(user::Column::Id.in_subquery(of_cooperative))
        .order_by_asc(user::Column::Id)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(numbers.iter().filter_map(|number| Phone::parse(number).ok()).collect())
}

fn money(group: &order_group::Model, minor: i64) -> Money {
    Money::new(minor, group.currency)
}
