//! A picture that a form brings, as a whole: without a script, or where one does not run.

use db::entities::upload;
use db::sea_orm::{ActiveValue::Set, EntityTrait};
use domain::{Action, Actor, AuditAction, CooperativeId, PictureRefusal, ProductId, UploadState};

use super::attach::{Made, attach, keep_again};
use super::audit;
use super::product::find_mine;
use super::uploads::check_daily;
use super::{is_support, signature};
use crate::Shop;
use crate::error::{Error, Result};
use crate::pictures::{Incoming, Kept};
use crate::rights::own_cooperative;

/// Whose picture it becomes.
#[derive(Debug)]
pub struct PictureOf {
    /// None for a picture of the shop page.
    product: Option<ProductId>,
    pub(super) cooperative: CooperativeId,
}

/// A picture of this cooperative that is about to come.
///
/// # Errors
/// [`Error::Busy`] when too many forms bring files now.
pub(super) fn receive(
    shop: &Shop,
    cooperative: CooperativeId,
    product: Option<ProductId>,
) -> Result<Incoming<PictureOf>> {
    let place = shop.workshop().receive(cooperative)?;
    Incoming::new(shop.pictures(), place, PictureOf { product, cooperative })
}

/// Opens the way for a picture that a form brings. Who may not add one is told before anything is read.
///
/// # Errors
/// [`Error::NotFound`] when the product is not this cooperative's; [`ErrorCode::UploadsFull`](domain::ErrorCode::UploadsFull) when it sent as many today
/// as it may; [`Error::Busy`] when too many forms bring files now.
#[crate::boxed]
pub async fn receive_picture(shop: &Shop, actor: Actor, product: ProductId) -> Result<Incoming<PictureOf>> {
    let row = find_mine(shop.db().read(), actor, product).await?;
    check_daily(shop.db().read(), row.cooperative_id, shop.now()).await?;
    receive(shop, row.cooperative_id, Some(product))
}

/// Makes the sizes of a picture that came with a form and puts it behind the others; or says why it cannot be taken.
///
/// # Errors
/// [`ErrorCode::PicturesFull`](domain::ErrorCode::PicturesFull) when the product has as many as it may; [`Error::Busy`] when too many pictures are being
/// made.
#[crate::boxed]
pub async fn add_picture(
    shop: &Shop,
    actor: Actor,
    mut incoming: Incoming<PictureOf>,
) -> Result<Result<(), PictureRefusal>> {
    own_cooperative(actor, Action::EditProduct)?;
    let answer = add(shop, actor, &mut incoming).await;
    incoming.file.remove().await;
    answer
}

async fn add(shop: &Shop, actor: Actor, incoming: &mut Incoming<PictureOf>) -> Result<Result<(), PictureRefusal>> {
    if let Some(refusal) = incoming.refusal() {
        return Ok(Err(refusal));
    }
    if let Some(before) = shop.once().answered::<Result<(), PictureRefusal>>().await? {
        return Ok(before);
    }
    incoming.file.finish().await?;
    let (picture, original) = match shop.workshop().make_keeping(incoming.file.read()).await? {
        Ok(made) => made,
        Err(refusal) => return Ok(Err(refusal)),
    };
    shop.pictures().keep(&picture).await?;
    shop.pictures().keep_original(&original).await?;
    let kept = Kept::whole(&original);
    let (now, by, user) = (shop.now(), signature(actor), actor.user().ok_or(Error::NotFound)?);
    let by_centre = is_support(actor);
    let product = incoming.of.product.ok_or(Error::NotFound)?;
    let (cooperative, made) = (incoming.of.cooperative, Made::keeping(&picture, kept));
    let (place, size) = (
        incoming.file.place().to_owned(),
        i64::try_from(incoming.size()).unwrap_or(i64::MAX),
    );
    let hash = incoming.fingerprint();
    let added = shop
        .once()
        .write(move |tx| {
            let (made, by, place, hash) = (made.clone(), by.clone(), place.clone(), hash.clone());
            Box::pin(async move {
                if !attach(tx, product, cooperative, &made, now).await? {
                    return Ok(Err(PictureRefusal::Known));
                }
                // It counts among those of the day.
                let row = upload::ActiveModel {
                    place: Set(place),
                    cooperative_id: Set(cooperative),
                    user_id: Set(user),
                    by_centre: Set(by_centre),
                    product_id: Set(product),
                    file_hash: Set(hash),
                    size: Set(size),
                    received: Set(size),
                    pieces: Set(0),
                    state: Set(UploadState::Ready),
                    reason: Set(None),
                    attempts: Set(1),
                    created_at: Set(now),
                    updated_at: Set(now),
                    file_name: Set(String::new()),
                    dismissed_at: Set(None),
                    ..Default::default()
                };
                upload::Entity::insert(row).exec_without_returning(tx).await?;
                audit(tx, now, &by, AuditAction::PictureAdd, &format!("product:{product}")).await?;
                Ok::<_, Error>(Ok(()))
            })
        })
        .await?;
    keep_again(shop, &picture).await?;
    Ok(added)
}
