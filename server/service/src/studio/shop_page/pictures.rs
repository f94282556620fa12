//! The pictures a shop page may show: those of the cooperative's goods, its own, and those sent for the page.

use std::collections::HashSet;

use db::Tx;
use db::entities::{cooperative, media, product, product_media, shop_picture};
use db::sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query, SelectStatement};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use domain::shop_page::{BlockId, Change, Field, Format, PageStep, Place, ShopDocument, fingerprint};
use domain::{Action, Actor, AuditAction, CooperativeId, ErrorCode, MediaId, PictureRefusal, UserId};

use super::super::attach::{Made, keep_again, own_media_row};
use super::super::picture_form::{self, PictureOf};
use super::super::uploads::{MAX_A_DAY, PageTarget, check_daily};
use super::super::{is_support, signed};
use super::storage::{self, By};
use crate::error::{Error, Result};
use crate::identity::{Bucket, take};
use crate::pictures::{Incoming, Kept, of_row};
use crate::rights::own_cooperative;
use crate::{Picture, Shop};

/// Pictures that may be chosen.
const CHOICE: u32 = 60;
/// Pictures a shop page showed or may show.
const MAX_KEPT: u64 = 300;
const DAY: i64 = 86_400_000;

fn is_of(id: CooperativeId) -> Condition {
    let of_goods = Query::select()
        .column((product_media::Entity, product_media::Column::MediaId))
        .from(product_media::Entity)
        .inner_join(
            product::Entity,
            Expr::col((product::Entity, product::Column::Id))
                .equals((product_media::Entity, product_media::Column::ProductId)),
        )
        .and_where(product::Column::CooperativeId.eq(id))
        .to_owned();
    let of_page = Query::select()
        .column(shop_picture::Column::MediaId)
        .from(shop_picture::Entity)
        .and_where(shop_picture::Column::CooperativeId.eq(id))
        .to_owned();
    let own = Query::select()
        .column(cooperative::Column::PictureId)
        .from(cooperative::Entity)
        .and_where(cooperative::Column::Id.eq(id))
        .and_where(cooperative::Column::PictureId.is_not_null())
        .to_owned();
    Condition::any()
        .add(media::Column::Id.in_subquery(of_goods))
        .add(media::Column::Id.in_subquery(of_page))
        .add(media::Column::Id.in_subquery(own))
}

/// The numbers of all pictures that a cooperative shows or may show.
pub(in super::super) fn pictures_of(id: CooperativeId) -> SelectStatement {
    Query::select()
        .column((media::Entity, media::Column::Id))
        .from(media::Entity)
        .cond_where(is_of(id))
        .to_owned()
}

/// The pictures a cooperative may choose: first those that were sent for the page or shown on it, then those of its goods; of
/// each the newest first.
pub(super) async fn of_cooperative(db: &impl ConnectionTrait, id: CooperativeId) -> Result<Vec<Picture>> {
    let held: Vec<MediaId> = shop_picture::Entity::find()
        .select_only()
        .column(shop_picture::Column::MediaId)
        .filter(shop_picture::Column::CooperativeId.eq(id))
        .order_by_desc(shop_picture::Column::CreatedAt)
        .order_by_desc(shop_picture::Column::MediaId)
        .limit(u64::from(CHOICE))
        .into_tuple()
        .all(db)
        .await?;
    let mut rows = media::Entity::find()
        .filter(media::Column::Id.is_in(held.iter().copied()))
        .all(db)
        .await?;
    rows.sort_by_key(|row| held.iter().position(|media| *media == row.id));
    let others = media::Entity::find()
        .filter(is_of(id))
        .filter(media::Column::Id.is_not_in(held))
        .order_by_desc(media::Column::CreatedAt)
        .order_by_desc(media::Column::Id)
        .limit(u64::from(CHOICE))
        .all(db)
        .await?;
    rows.extend(others);
    Ok(rows.iter().take(CHOICE as usize).map(of_row).collect())
}

/// Those of these pictures that the cooperative may show.
pub(super) async fn own_of(tx: &Tx, id: CooperativeId, packed: &[String]) -> Result<HashSet<String>> {
    Ok(rows_of(tx, id, packed)
        .await?
        .iter()
        .map(|row| of_row(row).pack())
        .collect())
}

async fn rows_of(tx: &Tx, id: CooperativeId, packed: &[String]) -> Result<Vec<media::Model>> {
    if packed.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = media::Entity::find()
        .filter(is_of(id))
        .filter(media::Column::Sha.is_in(packed.iter().map(|packed| Picture::unpack(packed).key)))
        .all(tx)
        .await?;
    rows.retain(|row| packed.contains(&of_row(row).pack()));
    Ok(rows)
}

/// The pictures that a step puts into the page stay for it from now on.
pub(super) async fn hold_all(tx: &Tx, id: CooperativeId, step: &PageStep, now: i64) -> Result<()> {
    let PageStep::Set { sets, .. } = step else {
        return Ok(());
    };
    let packed: Vec<String> = sets
        .iter()
        .filter(|(place, _, new)| place.field == Field::Picture && !new.is_empty())
        .map(|(_, _, new)| new.clone())
        .collect();
    for row in rows_of(tx, id, &packed).await? {
        hold(tx, id, row.id, now).await?;
    }
    Ok(())
}

async fn hold(tx: &Tx, id: CooperativeId, media: MediaId, now: i64) -> Result<()> {
    let row = shop_picture::ActiveModel {
        cooperative_id: Set(id),
        media_id: Set(media),
        created_at: Set(now),
    };
    // Chosen or sent again, it is as one of today.
    let same = OnConflict::columns([shop_picture::Column::CooperativeId, shop_picture::Column::MediaId])
        .update_column(shop_picture::Column::CreatedAt)
        .to_owned();
    match shop_picture::Entity::insert(row)
        .on_conflict(same)
        .exec_without_returning(tx)
        .await
    {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Opens the way for a picture of the shop page. Who may not add one is told before anything is read.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit a shop page; [`ErrorCode::UploadsFull`] when the cooperative sent as many
/// for its page today as it may, the same ones again among them; [`ErrorCode::ShopPicturesFull`] when its pages show as many
/// as are stored; [`Error::Busy`] when too many forms bring files now.
#[crate::boxed]
pub async fn receive_shop_picture(shop: &Shop, actor: Actor) -> Result<Incoming<PictureOf>> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    check_room(shop, own).await?;
    picture_form::receive(shop, own, None)
}

/// Whether the cooperative may send one more picture for its page; it counts as sent then.
pub(in super::super) async fn check_room(shop: &Shop, own: CooperativeId) -> Result<()> {
    let db = shop.db().read();
    // A cooperative that is not there has no page.
    storage::read(db, own).await?;
    check_daily(db, own, shop.now()).await?;
    let sent = Bucket {
        name: format!("shop-pictures {own}"),
        size: MAX_A_DAY.cast_signed(),
        period_ms: DAY,
    };
    take(shop, &[sent]).await.map_err(|error| match error {
        Error::TooMany { .. } => Error::Refused(ErrorCode::UploadsFull),
        other => other,
    })?;
    if count(db, own).await? >= MAX_KEPT {
        drop_unnamed(shop, own).await?;
        if count(db, own).await? >= MAX_KEPT {
            return Err(Error::Refused(ErrorCode::ShopPicturesFull));
        }
    }
    Ok(())
}

/// The draft of a cooperative's page.
pub(in super::super) async fn document_of(db: &impl ConnectionTrait, own: CooperativeId) -> Result<ShopDocument> {
    Ok(storage::read(db, own).await?.document)
}

/// The place that a form names: of a part, by its number, what is written as [`Place`]. A part that is gone is none, and at a
/// place that has no picture nothing is put: the picture is to be chosen from then.
pub(in super::super) async fn target_of(
    db: &impl ConnectionTrait,
    own: CooperativeId,
    part: &str,
    at: &str,
) -> Result<PageTarget> {
    let document = document_of(db, own).await?;
    let Some(block) = part.parse().ok().and_then(|id| document.block(BlockId(id))) else {
        return Ok(PageTarget::default());
    };
    let place = Place::parse(at)
        .ok()
        .filter(|place| block.format(*place) == Some(Format::Picture));
    Ok(PageTarget {
        part: Some(block.id),
        place,
        seen: place.map_or(0, |place| fingerprint(block.get(place))),
    })
}

/// Lets the page show a picture whose files are kept, and puts it where it was sent for, unless somebody changed that place
/// meanwhile. `packed` is what stands there then.
pub(in super::super) async fn put_picture(
    tx: &Tx,
    own: CooperativeId,
    target: &PageTarget,
    (made, packed): (&Made, &str),
    (user, by_centre): (UserId, bool),
    now: i64,
) -> Result<()> {
    // The page first, as everybody does who writes it.
    let draft = match target.place {
        Some(_) => Some(storage::lock(tx, own).await?),
        None => None,
    };
    let media = own_media_row(tx, own, made, now).await?;
    hold(tx, own, media, now).await?;
    let (who, object) = (signed(user, by_centre), format!("cooperative:{own}"));
    crate::audit::note(tx, now, &who, AuditAction::ShopPicture, &object, "").await?;
    let (Some(mut draft), Some(part), Some(place)) = (draft, target.part, target.place) else {
        return Ok(());
    };
    let change = Change {
        place,
        seen: target.seen,
        new: packed.to_owned(),
        confirms: false,
        source: None,
    };
    let source = draft.source;
    let outcome = draft.document.apply(part, source, &[change]);
    let Some(step) = outcome.and_then(|outcome| outcome.step) else {
        return Ok(());
    };
    if draft.is_too_long()? {
        return Ok(());
    }
    let by = By {
        user: Some(user),
        by_centre,
        at: now,
    };
    if storage::note(tx, own, &draft, &step, by).await? {
        crate::audit::note(tx, now, &who, AuditAction::ShopEdit, &object, &format!("part:{part}")).await?;
    }
    Ok(())
}

async fn count(db: &impl ConnectionTrait, id: CooperativeId) -> Result<u64> {
    Ok(shop_picture::Entity::find()
        .filter(shop_picture::Column::CooperativeId.eq(id))
        .count(db)
        .await?)
}

/// Drops the pictures of more than a day ago that neither the draft names, nor a published page, nor an edit. One that is on a
/// page all the same shows only as long as something else has it.
async fn drop_unnamed(shop: &Shop, id: CooperativeId) -> Result<()> {
    let before = shop.now() - DAY;
    // Published pages are many and long, and only added to: they are read before anybody waits.
    let mut published = HashSet::new();
    let last = storage::each_published(shop.db().read(), id, 0, |text| published.extend(keys(text))).await?;
    shop.db()
        .write(move |tx| {
            let mut named = published.clone();
            Box::pin(async move {
                storage::lock(tx, id).await?;
                storage::each_draft_text(tx, id, |text| named.extend(keys(text))).await?;
                storage::each_published(tx, id, last, |text| named.extend(keys(text))).await?;
                let held = Query::select()
                    .column(shop_picture::Column::MediaId)
                    .from(shop_picture::Entity)
                    .and_where(shop_picture::Column::CooperativeId.eq(id))
                    .and_where(shop_picture::Column::CreatedAt.lt(before))
                    .to_owned();
                let mut unnamed = media::Entity::find()
                    .filter(media::Column::Id.in_subquery(held))
                    .all(tx)
                    .await?;
                unnamed.retain(|row| !named.contains(&row.sha));
                shop_picture::Entity::delete_many()
                    .filter(shop_picture::Column::CooperativeId.eq(id))
                    .filter(shop_picture::Column::MediaId.is_in(unnamed.iter().map(|row| row.id)))
                    .exec(tx)
                    .await?;
                Ok::<_, Error>(())
            })
        })
        .await
}

/// The pictures that a stored text names: 32 hexadecimal digits each.
fn keys(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !matches!(c, '0'..='9' | 'a'..='f'))
        .filter(|run| run.len() == 32)
        .map(str::to_owned)
}

/// Makes the sizes of a picture that came with a form, and puts it at the place of a part that the form names: `part` and `at`
/// as [`target_of`] reads them. It can be chosen for every part then. Or says why it cannot be taken. The same file again is
/// the same picture.
///
/// # Errors
/// [`Error::Busy`] when too many pictures are being made.
#[crate::boxed]
pub async fn add_shop_picture(
    shop: &Shop,
    actor: Actor,
    mut incoming: Incoming<PictureOf>,
    part: &str,
    at: &str,
) -> Result<Result<Picture, PictureRefusal>> {
    let answer = add(shop, actor, &mut incoming, part, at).await;
    incoming.file.remove().await;
    answer
}

async fn add(
    shop: &Shop,
    actor: Actor,
    incoming: &mut Incoming<PictureOf>,
    part: &str,
    at: &str,
) -> Result<Result<Picture, PictureRefusal>> {
    if let Some(refusal) = incoming.refusal() {
        return Ok(Err(refusal));
    }
    let own = incoming.of.cooperative;
    let user = actor.user().ok_or(Error::NotFound)?;
    let target = target_of(shop.db().read(), own, part, at).await?;
    incoming.file.finish().await?;
    let (made, original) = match shop.workshop().make_keeping(incoming.file.read()).await? {
        Ok(made) => made,
        Err(refusal) => return Ok(Err(refusal)),
    };
    shop.pictures().keep(&made).await?;
    shop.pictures().keep_original(&original).await?;
    let row = Made::keeping(&made, Kept::whole(&original));
    let (now, by) = (shop.now(), (user, is_support(actor)));
    let picture = Picture {
        key: made.sha.clone(),
        width: made.width,
        height: made.height,
    };
    let packed = picture.pack();
    shop.db()
        .write(move |tx| {
            let (target, row, packed) = (target.clone(), row.clone(), packed.clone());
            Box::pin(async move { put_picture(tx, own, &target, (&row, packed.as_str()), by, now).await })
        })
        .await?;
    keep_again(shop, &made).await?;
    Ok(Ok(picture))
}
