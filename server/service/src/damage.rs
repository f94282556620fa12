//! What buyers report and no cooperative answers: the Centre sees it after a while.

use std::collections::HashMap;

use db::Readable;
use db::entities::{damage_report, order, order_group, order_line};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{
    Action, Actor, Locale, OrderCode, OrderGroupId, OrderId, OrderLineId, REPORT_ANSWER_MS, ReportKind, Subject,
};

use crate::error::Result;
use crate::orders::open_reports;
use crate::{Shop, Shown, rights};

/// Reports on the page.
const MOST: usize = 100;

/// A report that waits too long.
#[derive(Clone, Debug)]
pub struct LateReport {
    /// The order, as the cooperative's studio names it.
    pub order: OrderId,
    /// The buyer's code.
    pub code: OrderCode,
    /// Whose goods they are.
    pub cooperative: Shown,
    /// Its name in the URL; empty when it is gone.
    pub slug: String,
    /// Its phone number, as shown.
    pub phone: Option<String>,
    /// Whether whoever asks may answer in its name.
    pub may_act: bool,
    /// What was bought.
    pub goods: Shown,
    /// What is wrong with it.
    pub kind: ReportKind,
    /// Since when it waits, milliseconds since 1970 UTC.
    pub at: i64,
}

/// Reports that no cooperative has answered in time, the longest waiting first; and whether there are more.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for anybody but the Centre.
#[crate::boxed]
pub async fn late_reports(shop: &Shop, actor: Actor, locale: Locale) -> Result<(Vec<LateReport>, bool)> {
    rights::ask(actor, Action::ReadOrders, Subject::Centre)?;
    let db = shop.db().read();
    let mut rows = open_reports()
        .filter(damage_report::Column::At.lt(shop.now() - REPORT_ANSWER_MS))
        .order_by_asc(damage_report::Column::At)
        .order_by_asc(damage_report::Column::Id)
        .limit(MOST as u64 + 1)
        .readable(db)
        .await?;
    let has_more = rows.len() > MOST;
    rows.truncate(MOST);
    let lines: HashMap<OrderLineId, order_line::Model> = order_line::Entity::find()
        .filter(order_line::Column::Id.is_in(rows.iter().map(|row| row.line_id)))
        .readable(db)
        .await?
        .into_iter()
        .map(|line| (line.id, line))
        .collect();
    let orders: HashMap<OrderId, order::Model> = order::Entity::find()
        .filter(order::Column::Id.is_in(rows.iter().map(|row| row.order_id)))
        .readable(db)
        .await?
        .into_iter()
        .map(|order| (order.id, order))
        .collect();
    let codes: HashMap<OrderGroupId, OrderCode> = order_group::Entity::find()
        .filter(order_group::Column::Id.is_in(orders.values().map(|order| order.group_id)))
        .readable(db)
        .await?
        .into_iter()
        .filter_map(|group| Some((group.id, OrderCode::parse(&group.code).ok()?)))
        .collect();
    let directory = shop.directory();
    let late = rows.into_iter().filter_map(|row| {
        let line = lines.get(&row.line_id)?;
        let order = orders.get(&row.order_id)?;
        let cooperative = directory.cooperative(row.cooperative_id);
        let own = Subject::Cooperative(row.cooperative_id);
        Some(LateReport {
            order: row.order_id,
            code: *codes.get(&order.group_id)?,
            cooperative: cooperative.map(|found| found.entry.name(locale)).unwrap_or_default(),
            slug: cooperative.map(|found| found.entry.slug.clone()).unwrap_or_default(),
            phone: cooperative.and_then(|found| found.phone.clone()),
            may_act: cooperative.is_some() && domain::rights::may(actor, Action::ActFor, own).is_ok(),
            goods: Shown {
                text: line.name.clone(),
                lang: line.name_lang,
                outdated: false,
            },
            kind: row.kind,
            at: row.at,
        })
    });
    Ok((late.collect(), has_more))
}
