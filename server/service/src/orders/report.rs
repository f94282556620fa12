//! What is wrong with goods that came: a buyer says it of a line of an order, the cooperative makes it good.

use std::collections::{HashMap, HashSet};

use db::entities::{damage_report, order, order_event, order_group, order_line, order_reduction};
use db::sea_orm::sea_query::Expr;
use db::sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
};
use db::{Readable, Tx};
use domain::{
    Currency, DamageReportId, ErrorCode, FieldCode, GoodsClass, Locale, Money, OrderId, OrderLineId, OrderNote,
    OrderReductionId, OrderStatus, Quantity, Refusal, ReportKind, ReportLine, ReportOutcome, ReturnRules,
};
use l10n::{Text, t};

use super::access::{OrderAccess, find_row};
use super::conversation::{read_text, write_as_buyer};
use super::report_photos::photos_of;
use super::steps::{Group, How};
use super::view::{ReportView, SentAgain};
use crate::Shop;
use crate::error::{Error, FieldErrors, Result};

/// A report as its form sends it.
#[derive(Clone, Debug, Default)]
pub struct ReportForm {
    /// `line`: the line's number.
    pub line: String,
    /// `kind`: a word of [`ReportKind`].
    pub kind: String,
    /// `text`: what is wrong, in the buyer's words.
    pub text: String,
}

/// What is wrong, in words.
pub const fn kind_text(kind: ReportKind) -> Text {
    match kind {
        ReportKind::Damaged => t::RETURNS_KIND_DAMAGED,
        ReportKind::Spoiled => t::RETURNS_KIND_SPOILED,
        ReportKind::Missing => t::RETURNS_KIND_MISSING,
        ReportKind::Wrong => t::RETURNS_KIND_WRONG,
        ReportKind::Other => t::RETURNS_KIND_OTHER,
        ReportKind::Unwanted => t::RETURNS_KIND_UNWANTED,
    }
}

/// The rules of returns that a group was sold under; none where it was sold before there were any.
pub(crate) fn rules_of(group: &order_group::Model) -> Option<ReturnRules> {
    Some(ReturnRules {
        report_hours: u16::try_from(group.report_hours?).ok()?,
        return_days: u16::try_from(group.return_days?).ok()?,
        way_back: group.way_back?,
    })
}

/// The reports of some orders, and the reductions that came of them.
#[derive(Debug, Default)]
pub(crate) struct Reports {
    pub of: HashMap<OrderId, Vec<ReportView>>,
    pub reductions: HashSet<OrderReductionId>,
}

/// The reports of these orders, the oldest first.
pub(crate) async fn reports_of(db: &impl ConnectionTrait, orders: &[OrderId], currency: Currency) -> Result<Reports> {
    let mut reports = Reports::default();
    let rows = damage_report::Entity::find()
        .filter(damage_report::Column::OrderId.is_in(orders.iter().copied()))
        .order_by_asc(damage_report::Column::Id)
        .readable(db)
        .await?;
    reports.reductions = rows.iter().filter_map(|row| row.reduction_id).collect();
    let mut amounts: HashMap<OrderReductionId, i64> = HashMap::new();
    if !reports.reductions.is_empty() {
        let these = reports.reductions.iter().copied();
        for row in order_reduction::Entity::find()
            .filter(order_reduction::Column::Id.is_in(these))
            .readable(db)
            .await?
        {
            amounts.insert(row.id, row.amount_minor);
        }
    }
    let ids: Vec<DamageReportId> = rows.iter().map(|row| row.id).collect();
    let mut photos = photos_of(db, &ids).await?;
    for row in rows {
        let refund = row.reduction_id.and_then(|id| amounts.get(&id));
        reports.of.entry(row.order_id).or_default().push(ReportView {
            id: row.id,
            line: row.line_id,
            kind: row.kind,
            at: row.at,
            outcome: row.outcome.zip(row.settled_at),
            refund: refund.map(|minor| Money::new(*minor, currency)),
            again: row.again.map(|amount| SentAgain {
                quantity: Quantity(amount),
                left_at: row.again_left_at,
            }),
            photos: photos.remove(&row.id).unwrap_or_default(),
        });
    }
    Ok(reports)
}

/// Reports that nobody has answered.
pub(crate) fn open_reports() -> db::sea_orm::Select<damage_report::Entity> {
    damage_report::Entity::find().filter(damage_report::Column::SettledAt.is_null())
}

/// Those of these orders that have a report nobody has answered.
pub(crate) async fn reported(db: &impl ConnectionTrait, orders: &[OrderId]) -> Result<HashSet<OrderId>> {
    if orders.is_empty() {
        return Ok(HashSet::new());
    }
    let rows = open_reports()
        .filter(damage_report::Column::OrderId.is_in(orders.iter().copied()))
        .readable(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.order_id).collect())
}

/// What is to be sent once more, and has not left; of what ended on its way nothing is.
pub(crate) fn to_send_again() -> db::sea_orm::Select<damage_report::Entity> {
    let to_orders = damage_report::Entity::belongs_to(order::Entity)
        .from(damage_report::Column::OrderId)
        .to(order::Column::Id);
    damage_report::Entity::find()
        .join(JoinType::InnerJoin, to_orders.into())
        .filter(damage_report::Column::Again.is_not_null())
        .filter(damage_report::Column::AgainLeftAt.is_null())
        .filter(order::Column::Status.is_not_in([OrderStatus::Canceled, OrderStatus::Expired]))
}

/// Those of these orders of which something is to be sent once more.
pub(crate) async fn sent_again(db: &impl ConnectionTrait, orders: &[OrderId]) -> Result<HashSet<OrderId>> {
    if orders.is_empty() {
        return Ok(HashSet::new());
    }
    let rows = to_send_again()
        .filter(damage_report::Column::OrderId.is_in(orders.iter().copied()))
        .readable(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.order_id).collect())
}

/// The buyer says that something is wrong with a line of an order of the group. The words are a message to the cooperative.
///
/// # Errors
/// [`Error::Fields`] named as in the form, `kind` as [`FieldCode::InvalidChoice`] when that cannot be reported any more or
/// of such goods; [`Error::Refused`] with the reason, [`ErrorCode::DoneAlready`] when a report of the line waits;
/// [`Error::NotFound`] when the order is not of this group.
#[crate::boxed]
pub async fn report(shop: &Shop, access: &OrderAccess, order: OrderId, lang: Locale, form: &ReportForm) -> Result<()> {
    let mut errors = FieldErrors::default();
    let line = form.line.parse().map(OrderLineId).map_err(|_| FieldCode::Required);
    let line = errors.take("line", line);
    let kind = errors.take("kind", ReportKind::parse(&form.kind).ok_or(FieldCode::Required));
    let text = match read_text(&form.text) {
        Ok(text) => Some(text),
        Err(Error::Fields(wrong)) => {
            let code = wrong.of("text").unwrap_or(FieldCode::Required);
            errors.take("text", Err(code))
        }
        Err(error) => return Err(error),
    };
    let (Some(line), Some(kind), Some(text)) = (line, kind, text) else {
        return Err(Error::Fields(errors));
    };
    let id = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?.id;
    let now = shop.now();
    shop.once()
        .write(move |tx| {
            let text = text.clone();
            Box::pin(async move {
                let group = Group::lock(tx, id).await?;
                let row = group.order(order)?.clone();
                let line = line_of(tx, order, line)
                    .await?
                    .filter(|line| line.total_minor > line.missing_minor)
                    .ok_or_else(|| Error::field("line", FieldCode::InvalidChoice))?;
                let cannot = || Error::field("kind", FieldCode::InvalidChoice);
                let of = ReportLine {
                    rules: rules_of(&group.row).ok_or_else(cannot)?,
                    class: line.goods_class.unwrap_or(GoodsClass::Fresh),
                    handed_over_ms: handed_over_at(tx, order).await?,
                };
                match group.state(&row).may_report(kind, of, now) {
                    Ok(()) => {}
                    Err(Refusal::ReportTooLate | Refusal::NotReturnable) => return Err(cannot()),
                    Err(refusal) => return Err(Error::Refused(refusal.into())),
                }
                let waits = open_reports()
                    .filter(damage_report::Column::LineId.eq(line.id))
                    .one(tx)
                    .await?;
                if waits.is_some() {
                    return Err(Error::Refused(ErrorCode::DoneAlready));
                }
                write_as_buyer(tx, &row, text, lang, now).await?;
                damage_report::Entity::insert(damage_report::ActiveModel {
                    order_id: Set(order),
                    cooperative_id: Set(row.cooperative_id),
                    line_id: Set(line.id),
                    kind: Set(kind),
                    at: Set(now),
                    ..Default::default()
                })
                .exec_without_returning(tx)
                .await?;
                Ok(())
            })
        })
        .await
}

/// A line of an order.
async fn line_of(tx: &Tx, order: OrderId, line: OrderLineId) -> Result<Option<order_line::Model>> {
    Ok(order_line::Entity::find_by_id(line)
        .filter(order_line::Column::OrderId.eq(order))
        .one(tx)
        .await?)
}

/// What was reported of an order that ends on its way is answered by that: all of its money goes back.
pub(super) async fn answer_by_end(tx: &Tx, order: OrderId, how: &How) -> Result<()> {
    damage_report::Entity::update_many()
        .col_expr(damage_report::Column::Outcome, Expr::value(ReportOutcome::Refunded))
        .col_expr(damage_report::Column::SettledAt, Expr::value(how.now))
        .col_expr(damage_report::Column::Actor, Expr::value(how.by.clone()))
        .filter(damage_report::Column::OrderId.eq(order))
        .filter(damage_report::Column::SettledAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// When an order was handed over.
async fn handed_over_at(tx: &Tx, order: OrderId) -> Result<Option<i64>> {
    let last = order_event::Entity::find()
        .filter(order_event::Column::OrderId.eq(order))
        .filter(order_event::Column::Kind.eq(OrderNote::Delivered))
        .order_by_desc(order_event::Column::Id)
        .one(tx)
        .await?;
    Ok(last.map(|event| event.at))
}

impl Group {
    /// The line of a report, whose order can be made good now.
    ///
    /// # Errors
    /// [`Error::Refused`] with the reason.
    #[crate::boxed]
    pub async fn line_to_make_good(
        &self,
        tx: &Tx,
        report: &damage_report::Model,
        now: i64,
    ) -> Result<order_line::Model> {
        let row = self.order(report.order_id)?;
        self.state(row)
            .may_make_good(now)
            .map_err(|refusal| Error::Refused(refusal.into()))?;
        line_of(tx, report.order_id, report.line_id)
            .await?
            .ok_or(Error::NotFound)
    }

    /// Gives back `amount` of what a line cost: the line and its order cost less from now on. Answers the row that says why.
    ///
    /// # Errors
    /// [`Error::Fields`] on `amount` when it is more than the line costs; [`Error::Refused`] with the reason.
    #[crate::boxed]
    pub async fn make_good(
        &mut self,
        tx: &Tx,
        report: &damage_report::Model,
        amount: Money,
        how: &How,
    ) -> Result<OrderReductionId> {
        let line = self.line_to_make_good(tx, report, how.now).await?;
        if amount.minor <= 0 {
            return Err(Error::field("amount", FieldCode::InvalidPrice));
        }
        if amount.minor > line.total_minor - line.missing_minor {
            return Err(Error::field("amount", FieldCode::TooMuch));
        }
        order_line::Entity::update_many()
            .col_expr(
                order_line::Column::MissingMinor,
                Expr::value(line.missing_minor + amount.minor),
            )
            .filter(order_line::Column::Id.eq(line.id))
            .exec(tx)
            .await?;
        let row = self.order(report.order_id)?.clone();
        self.make_cheaper(tx, &row, amount, how).await?;
        let reduction = order_reduction::ActiveModel {
            order_id: Set(report.order_id),
            reason: Set(report.kind.reason()),
            note: Set(String::new()),
            amount_minor: Set(amount.minor),
            actor: Set(how.by.clone()),
            at: Set(how.now),
            ..Default::default()
        }
        .insert(tx)
        .await?;
        self.refresh_payment(tx, how.now).await?;
        Ok(reduction.id)
    }
}
