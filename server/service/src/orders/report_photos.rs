//! Photos with a report that goods came damaged: each comes with a form of its own once the report is written, as with reviews, so
//! that the words are safe before a long file is sent. They are made anew, without what a phone writes into a file of where and
//! when, and nobody but the buyer, the cooperative and the Centre ever sees them.

use std::collections::HashMap;

use bytes::Bytes;
use db::Tx;
use db::entities::{damage_report, order, order_group, report_photo};
use db::sea_orm::sea_query::SelectStatement;
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use domain::{
    Action, Actor, DamageReportId, ErrorCode, MAX_REPORT_PHOTOS, OrderCode, OrderGroupId, PictureRefusal,
    ReportPhotoId, Subject, rights,
};

use super::access::{OrderAccess, access, find_row};
use crate::error::{Error, Result};
use crate::identity::{self, Bucket};
use crate::pictures::{Case, Incoming, PhotoSize, ReportPhotoFiles, new_place};
use crate::{Network, Shop};

/// Photos sent with one report in a day, taken away again or not.
const A_DAY: i64 = 10;
const DAY: i64 = 86_400_000;

/// What a photo is of.
#[derive(Debug)]
pub struct ReportPhotoOf {
    group: OrderGroupId,
    report: DamageReportId,
}

/// The photos of these reports, in the order in which they came.
pub(super) async fn photos_of(
    db: &impl ConnectionTrait,
    reports: &[DamageReportId],
) -> Result<HashMap<DamageReportId, Vec<ReportPhotoId>>> {
    let mut photos: HashMap<DamageReportId, Vec<ReportPhotoId>> = HashMap::new();
    if reports.is_empty() {
        return Ok(photos);
    }
    let rows: Vec<(DamageReportId, ReportPhotoId)> = report_photo::Entity::find()
        .select_only()
        .column(report_photo::Column::ReportId)
        .column(report_photo::Column::Id)
        .filter(report_photo::Column::ReportId.is_in(reports.iter().copied()))
        .order_by_asc(report_photo::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    for (report, photo) in rows {
        photos.entry(report).or_default().push(photo);
    }
    Ok(photos)
}

/// Opens the way for a photo of this report, which comes from this network.
///
/// # Errors
/// [`Error::NotFound`] when it is not of this order; [`ErrorCode::InvalidTransition`] once it is answered;
/// [`ErrorCode::OrderOver`] once it is forgotten whose order it was; [`Error::Busy`] when too many forms bring files now, of this
/// order, of the network, or of all.
#[crate::boxed]
pub async fn receive_report_photo(
    shop: &Shop,
    network: &Network,
    access: &OrderAccess,
    report: DamageReportId,
) -> Result<Incoming<ReportPhotoOf>> {
    let db = shop.db().read();
    let group = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?;
    let row = find(db, group.id, report).await?;
    check(&group, &row)?;
    let of = ReportPhotoOf {
        group: group.id,
        report,
    };
    let place = shop.workshop().receive_of_visitor(network, Case::Order(group.id))?;
    Incoming::new(shop.pictures(), place, of)
}

/// A report of one of the orders of this group.
async fn find(db: &impl ConnectionTrait, group: OrderGroupId, report: DamageReportId) -> Result<damage_report::Model> {
    let row = damage_report::Entity::find_by_id(report).one(db).await?;
    let row = row.ok_or(Error::NotFound)?;
    let order = order::Entity::find_by_id(row.order_id)
        .filter(order::Column::GroupId.eq(group))
        .one(db)
        .await?;
    order.map(|_| row).ok_or(Error::NotFound)
}

/// Whether its buyer may add a photo, or take one away: until the report is answered.
fn check(group: &order_group::Model, report: &damage_report::Model) -> Result<()> {
    if group.buyer_name.is_empty() {
        return Err(Error::Refused(ErrorCode::OrderOver));
    }
    if report.settled_at.is_some() {
        return Err(Error::Refused(ErrorCode::InvalidTransition));
    }
    Ok(())
}

/// Whether there is place for another one.
async fn check_place(db: &impl ConnectionTrait, report: DamageReportId) -> Result<()> {
    let there = report_photo::Entity::find()
        .filter(report_photo::Column::ReportId.eq(report))
        .count(db)
        .await?;
    if there < MAX_REPORT_PHOTOS as u64 {
        Ok(())
    } else {
        Err(Error::Refused(ErrorCode::PicturesFull))
    }
}

/// Keeps a photo that came with a form, behind the others; or says why it cannot be taken.
///
/// # Errors
/// As [`receive_report_photo`]; [`ErrorCode::PicturesFull`] when it has as many as it may; [`Error::Busy`] when too many pictures
/// are being made; [`Error::TooMany`] when more came to this report today than anybody has.
#[crate::boxed]
pub async fn add_report_photo(
    shop: &Shop,
    mut incoming: Incoming<ReportPhotoOf>,
) -> Result<Result<(), PictureRefusal>> {
    let answer = add(shop, &mut incoming).await;
    incoming.file.remove().await;
    answer
}

async fn add(shop: &Shop, incoming: &mut Incoming<ReportPhotoOf>) -> Result<Result<(), PictureRefusal>> {
    if let Some(refusal) = incoming.refusal() {
        return Ok(Err(refusal));
    }
    if let Some(before) = shop.once().answered::<Result<(), PictureRefusal>>().await? {
        return Ok(before);
    }
    incoming.file.finish().await?;
    let (group, report, now) = (incoming.of.group, incoming.of.report, shop.now());
    check_place(shop.db().read(), report).await?;
    let bucket = Bucket {
        name: format!("report-photo:{report}"),
        size: A_DAY,
        period_ms: DAY,
    };
    identity::take(shop, &[bucket]).await?;
    let picture = match shop.workshop().make(incoming.file.read()).await? {
        Ok(picture) => picture,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let sha = picture.sha.clone();
    let files = ReportPhotoFiles::of(picture).ok_or(Error::Busy)?;
    let place = new_place()?;
    shop.pictures().put_report_photo(&place, files).await?;
    let at = place.clone();
    let added = shop
        .once()
        .write(move |tx| {
            let (place, sha) = (at.clone(), sha.clone());
            Box::pin(async move { attach(tx, group, report, place, sha, now).await })
        })
        .await;
    // After any other error nobody knows whether its row is there: what belongs to none goes at night.
    if matches!(added, Ok(Err(_)) | Err(Error::Refused(_) | Error::NotFound)) {
        shop.pictures().drop_report_photo(&place).await;
    }
    added
}

async fn attach(
    tx: &Tx,
    group: OrderGroupId,
    report: DamageReportId,
    place: String,
    sha: String,
    now: i64,
) -> Result<Result<(), PictureRefusal>> {
    let group = lock(tx, group).await?;
    check(&group, &find(tx, group.id, report).await?)?;
    let same = report_photo::Entity::find()
        .filter(report_photo::Column::ReportId.eq(report))
        .filter(report_photo::Column::Sha.eq(sha.as_str()))
        .one(tx)
        .await?;
    if same.is_some() {
        return Ok(Err(PictureRefusal::Known));
    }
    check_place(tx, report).await?;
    report_photo::Entity::insert(report_photo::ActiveModel {
        report_id: Set(report),
        place: Set(place),
        sha: Set(sha),
        added_at: Set(now),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    Ok(Ok(()))
}

/// Locks the group of a report: who answers it, and who forgets its buyer, does so before or after.
async fn lock(tx: &Tx, group: OrderGroupId) -> Result<order_group::Model> {
    let row = order_group::Entity::find_by_id(group).lock_exclusive().one(tx).await?;
    row.ok_or(Error::NotFound)
}

/// Takes a photo away from a report of this order. One that is gone stays so.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] once the report is answered; [`Error::NotFound`] when it is not of this order.
#[crate::boxed]
pub async fn remove_report_photo(
    shop: &Shop,
    access: &OrderAccess,
    report: DamageReportId,
    photo: ReportPhotoId,
) -> Result<()> {
    let group = find_row(shop, access.code()).await?.ok_or(Error::NotFound)?.id;
    let db = shop.db().read();
    find(db, group, report).await?;
    let there = report_photo::Entity::find_by_id(photo)
        .filter(report_photo::Column::ReportId.eq(report))
        .one(db)
        .await?;
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let group = lock(tx, group).await?;
                check(&group, &find(tx, group.id, report).await?)?;
                report_photo::Entity::delete_many()
                    .filter(report_photo::Column::Id.eq(photo))
                    .filter(report_photo::Column::ReportId.eq(report))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await?;
    if let Some(there) = there {
        shop.pictures().drop_report_photo(&there.place).await;
    }
    Ok(())
}

/// A photo, for who may read the orders of its cooperative, for the Centre, and for a browser that opened its order, by its
/// order cookie.
///
/// # Errors
/// [`Error::NotFound`] for anybody else, and when there is none.
#[crate::boxed]
pub async fn report_photo(
    shop: &Shop,
    actor: Actor,
    orders_cookie: &str,
    photo: ReportPhotoId,
    size: PhotoSize,
) -> Result<Bytes> {
    let db = shop.db().read();
    let row = report_photo::Entity::find_by_id(photo).one(db).await?;
    let row = row.ok_or(Error::NotFound)?;
    let report = damage_report::Entity::find_by_id(row.report_id).one(db).await?;
    let report = report.ok_or(Error::NotFound)?;
    let works = [Subject::Cooperative(report.cooperative_id), Subject::Centre];
    let is_at_work = works
        .into_iter()
        .any(|subject| rights::may(actor, Action::ReadOrders, subject).is_ok());
    if !is_at_work && !is_opened(shop, orders_cookie, &report).await? {
        return Err(Error::NotFound);
    }
    let file = shop.pictures().read_report_photo(&row.place, size).await?;
    file.ok_or(Error::NotFound)
}

/// Whether this browser opened the order of a report.
async fn is_opened(shop: &Shop, cookie: &str, report: &damage_report::Model) -> Result<bool> {
    let of_order = order::Entity::find_by_id(report.order_id)
        .select_only()
        .column(order::Column::GroupId)
        .into_query();
    let code: Option<String> = order_group::Entity::find()
        .select_only()
        .column(order_group::Column::Code)
        .filter(order_group::Column::Id.in_subquery(of_order))
        .into_tuple()
        .one(shop.db().read())
        .await?;
    let code = code.and_then(|code| OrderCode::parse(&code).ok());
    Ok(code.is_some_and(|code| access(shop, cookie, &code).is_some()))
}

/// Photos of these orders, where it is forgotten who ordered: they may show somebody's home. Their files go at night, as those of
/// nothing.
pub(crate) async fn forget_report_photos(tx: &Tx, orders: SelectStatement) -> Result<()> {
    let reports = damage_report::Entity::find()
        .select_only()
        .column(damage_report::Column::Id)
        .filter(damage_report::Column::OrderId.in_subquery(orders))
        .into_query();
    report_photo::Entity::delete_many()
        .filter(report_photo::Column::ReportId.in_subquery(reports))
        .exec(tx)
        .await?;
    Ok(())
}
