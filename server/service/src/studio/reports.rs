//! What buyers say is wrong with goods that came, and what the cooperative answers.

use db::Tx;
use db::entities::{damage_report, order_line};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, CooperativeId, Currency, DamageReportId, ErrorCode, FieldCode, Locale, Money, OrderId, OrderParty,
    ReportOutcome, StockReason, parse_price,
};

use super::change::stock_changed;
use super::ledger::{self, By};
use super::list;
use super::orders::find_mine;
use super::stock::stock_amount;
use super::view::{StageCount, StudioOrder};
use super::{is_support, signature};
use crate::Shop;
use crate::error::{Error, Result};
use crate::messages::{Notice, tell};
use crate::orders::{Group, How, ReportView, Written, open_reports, read_text, reports_of, set_answered, write};
use crate::rights::own_cooperative;

/// Orders with a report on the page, and how far they are counted.
const MOST: usize = 99;

/// An order with reports that nobody has answered.
#[derive(Clone, Debug)]
pub struct ReportedOrder {
    /// The order.
    pub order: StudioOrder,
    /// The reports, the oldest first.
    pub reports: Vec<ReportView>,
}

/// An answer to a report as its form sends it.
#[derive(Clone, Debug, Default)]
pub struct SettleForm {
    /// `report`: the report's number.
    pub report: String,
    /// `command`: a word of [`ReportOutcome`].
    pub command: String,
    /// `amount`: what goes back, where money does.
    pub amount: String,
    /// `again`: how much is sent once more, where goods are; all of the line when it is empty.
    pub again: String,
    /// `text`: what the buyer reads; may be empty, but not where the answer is no.
    pub text: String,
}

/// The orders with reports that nobody has answered, the longest waiting first, up to [`MOST`]; and whether there are more.
///
/// # Errors
/// [`Error::NotFound`] for anybody who is not of a cooperative.
#[crate::boxed]
pub async fn reports(shop: &Shop, actor: Actor, locale: Locale) -> Result<(Vec<ReportedOrder>, bool)> {
    let own = own_cooperative(actor, Action::ReadOrders)?;
    let db = shop.db().read();
    let mut ids = waiting(db, own.id()).await?;
    let has_more = ids.len() > MOST;
    ids.truncate(MOST);
    let orders = list::rows(shop, locale, &ids).await?;
    let mut reports = reports_of(db, &ids, Currency::Cny).await?.of;
    let reported = orders
        .into_iter()
        .map(|order| {
            let mut of_order = reports.remove(&order.id).unwrap_or_default();
            of_order.retain(|report| report.outcome.is_none());
            ReportedOrder {
                order,
                reports: of_order,
            }
        })
        .collect();
    Ok((reported, has_more))
}

/// How many orders have reports that nobody has answered.
pub(super) async fn count(db: &impl ConnectionTrait, cooperative: CooperativeId) -> Result<StageCount> {
    let waiting = waiting(db, cooperative).await?;
    Ok(StageCount::up_to(waiting.len() as u64, MOST as u64))
}

/// These orders, one more than are shown.
async fn waiting(db: &impl ConnectionTrait, cooperative: CooperativeId) -> Result<Vec<OrderId>> {
    Ok(open_reports()
        .select_only()
        .column(damage_report::Column::OrderId)
        .filter(damage_report::Column::CooperativeId.eq(cooperative))
        .group_by(damage_report::Column::OrderId)
        .order_by_asc(damage_report::Column::Id.min())
        .limit(MOST as u64 + 1)
        .into_tuple()
        .all(db)
        .await?)
}

/// Answers a report: money goes back, the goods are sent once more, or no and why. The buyer is told.
///
/// # Errors
/// [`Error::Fields`] on `amount`, `again` or `text`; [`ErrorCode::DoneAlready`] when it was answered; [`ErrorCode::StockShort`] when
/// there is not enough to send it once more; [`Error::Refused`] with another reason; [`Error::NotFound`] when it is
/// another's.
#[crate::boxed]
pub async fn settle(shop: &Shop, actor: Actor, order: OrderId, lang: Locale, form: &SettleForm) -> Result<()> {
    let own = own_cooperative(actor, Action::MoveOrder)?;
    let id = form.report.parse().map(DamageReportId).map_err(|_| Error::NotFound)?;
    let outcome = ReportOutcome::parse(&form.command).ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
    let amount = match outcome {
        ReportOutcome::Refunded => Some(read_amount(&form.amount)?),
        ReportOutcome::Replaced | ReportOutcome::Declined => None,
    };
    let may_be_silent = outcome != ReportOutcome::Declined && form.text.trim().is_empty();
    let text = if may_be_silent {
        None
    } else {
        Some(read_text(&form.text)?)
    };
    let author = if is_support(actor) {
        OrderParty::Centre
    } else {
        OrderParty::Cooperative
    };
    let (user, by) = (actor.user(), By::new(shop, actor));
    let how = How::plain(OrderParty::Cooperative, signature(actor), shop.now());
    let typed = form.again.clone();
    shop.once()
        .write(move |tx| {
            let (text, how, typed) = (text.clone(), how.clone(), typed.clone());
            Box::pin(async move {
                let row = find_mine(tx, own, order).await?;
                let mut group = Group::lock(tx, row.group_id).await?;
                let report = find(tx, order, id).await?;
                let (reduction, again) = match (outcome, amount) {
                    (ReportOutcome::Refunded, Some(amount)) => {
                        (Some(group.make_good(tx, &report, amount, &how).await?), None)
                    }
                    (ReportOutcome::Replaced, _) => {
                        let line = group.line_to_make_good(tx, &report, how.now).await?;
                        let again = read_again(&typed, &line)?;
                        send_again(tx, &line, again, &group.row.code, by, how.now).await?;
                        (None, Some(again))
                    }
                    _ => (None, None),
                };
                damage_report::Entity::update_many()
                    .col_expr(damage_report::Column::Outcome, Expr::value(outcome))
                    .col_expr(damage_report::Column::SettledAt, Expr::value(how.now))
                    .col_expr(damage_report::Column::Actor, Expr::value(how.by.clone()))
                    .col_expr(damage_report::Column::ReductionId, Expr::value(reduction))
                    .col_expr(damage_report::Column::Again, Expr::value(again))
                    .filter(damage_report::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                match text {
                    Some(text) => {
                        let written = Written {
                            order,
                            author,
                            user,
                            text,
                            lang,
                            now: how.now,
                        };
                        write(tx, &row, written).await?;
                    }
                    None => set_answered(tx, order, how.now).await?,
                }
                let notice = match outcome {
                    ReportOutcome::Declined => Notice::QuestionAnswered { order },
                    ReportOutcome::Refunded | ReportOutcome::Replaced => Notice::MadeGood { order, refund: amount },
                };
                tell(tx, how.now, notice).await
            })
        })
        .await
}

/// What goes back, as it was typed.
fn read_amount(typed: &str) -> Result<Money> {
    let amount = parse_price(Currency::Cny, typed).map_err(|error| Error::field("amount", FieldCode::from(error)))?;
    if amount.minor == 0 {
        return Err(Error::field("amount", FieldCode::InvalidPrice));
    }
    Ok(amount)
}

/// A report of this order that nobody has answered.
async fn find(tx: &Tx, order: OrderId, id: DamageReportId) -> Result<damage_report::Model> {
    let report = damage_report::Entity::find_by_id(id)
        .filter(damage_report::Column::OrderId.eq(order))
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    if report.settled_at.is_some() {
        return Err(Error::Refused(ErrorCode::DoneAlready));
    }
    Ok(report)
}

/// How much of a line is sent once more: as much as it was sent, where nothing is typed.
fn read_again(typed: &str, line: &order_line::Model) -> Result<i64> {
    let sent = line.quantity - line.missing;
    let wrong = |code| Err(Error::field("again", code));
    if typed.trim().is_empty() {
        return Ok(sent);
    }
    match stock_amount(typed, line.unit) {
        Ok(amount) if amount > sent => wrong(FieldCode::TooMuch),
        Ok(0) => wrong(FieldCode::InvalidQuantity),
        Ok(amount) => Ok(amount),
        Err(code) => wrong(code),
    }
}

/// What is sent once more is not for sale any more.
async fn send_again(tx: &Tx, line: &order_line::Model, amount: i64, code: &str, by: By, now: i64) -> Result<()> {
    let rows = ledger::lock(tx, &[line.offer_id]).await?;
    let row = rows.first().ok_or(Error::Refused(ErrorCode::StockShort))?;
    if row.on_hand - row.reserved < amount {
        return Err(Error::Refused(ErrorCode::StockShort));
    }
    ledger::book(tx, row, row.on_hand - amount, StockReason::SentAgain, code, by).await?;
    stock_changed(tx, &[line.offer_id], now).await
}
