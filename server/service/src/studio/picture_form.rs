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
use crate::once::Answer;
use crate::pictures::{IncomingFile, ReceivingPlace};
use crate::rights::own_cooperative;

/// A picture that comes in with a form.
#[derive(Debug)]
pub struct Incoming {
    /// None for a picture of the shop page.
    product: Option<ProductId>,
    pub(super) cooperative: CooperativeId,
    pub(super) file: IncomingFile,
    refused: Option<PictureRefusal>,
    is_chosen: bool,
    _place: ReceivingPlace,
}

impl Incoming {
    /// A picture that is about to come.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many forms bring files now.
    pub(super) fn new(shop: &Shop, cooperative: CooperativeId, product: Option<ProductId>) -> Result<Self> {
        Ok(Self {
            product,
            cooperative,
            file: IncomingFile::new(shop.pictures())?,
            refused: None,
            is_chosen: false,
            _place: shop.workshop().receive(cooperative)?,
        })
    }

    /// Takes the next bytes of the file. Once it is clear that it cannot be a picture of the shop, they are let go.
    ///
    /// # Errors
    /// When the place of the pictures does not take them.
    #[crate::boxed]
    pub async fn push(&mut self, bytes: &[u8]) -> Result<()> {
        if self.refused.is_some() {
            return Ok(());
        }
        if let Err(refusal) = self.file.push(bytes).await? {
            self.refused = Some(refusal);
            self.file.remove().await;
        }
        Ok(())
    }

    /// Notes that a file was chosen, whatever it holds.
    pub const fn choose(&mut self) {
        self.is_chosen = true;
    }

    /// Why no picture can be made of what came.
    pub(super) const fn refusal(&self) -> Option<PictureRefusal> {
        match (self.refused, self.file.size(), self.is_chosen) {
            (Some(refusal), _, _) => Some(refusal),
            (None, 0, true) => Some(PictureRefusal::Empty),
            (None, 0, false) => Some(PictureRefusal::Missing),
            (None, _, _) => None,
        }
    }

    /// How many bytes came so far.
    pub const fn size(&self) -> u64 {
        self.file.size()
    }

    /// What stands for the file in the fields of its form.
    pub fn fingerprint(&self) -> String {
        self.file.hash()
    }
}

/// Opens the way for a picture that a form brings. Who may not add one is told before anything is read.
///
/// # Errors
/// [`Error::NotFound`] when the product is not this cooperative's; [`ErrorCode::UploadsFull`](domain::ErrorCode::UploadsFull) when it sent as many today
/// as it may; [`Error::Busy`] when too many forms bring files now.
#[crate::boxed]
pub async fn receive_picture(shop: &Shop, actor: Actor, product: ProductId) -> Result<Incoming> {
    let row = find_mine(shop.db().read(), actor, product).await?;
    check_daily(shop.db().read(), row.cooperative_id, shop.now()).await?;
    Incoming::new(shop, row.cooperative_id, Some(product))
}

/// Makes the sizes of a picture that came with a form and puts it behind the others; or says why it cannot be taken.
///
/// # Errors
/// [`ErrorCode::PicturesFull`](domain::ErrorCode::PicturesFull) when the product has as many as it may; [`Error::Busy`] when too many pictures are being
/// made.
#[crate::boxed]
pub async fn add_picture(shop: &Shop, actor: Actor, mut incoming: Incoming) -> Result<Result<(), PictureRefusal>> {
    own_cooperative(actor, Action::EditProduct)?;
    let answer = add(shop, actor, &mut incoming).await;
    incoming.file.remove().await;
    answer
}

async fn add(shop: &Shop, actor: Actor, incoming: &mut Incoming) -> Result<Result<(), PictureRefusal>> {
    if let Some(refusal) = incoming.refusal() {
        return Ok(Err(refusal));
    }
    if let Some(before) = shop.once().answered::<Added>().await? {
        return Ok(before.answer());
    }
    incoming.file.finish().await?;
    let picture = match shop.workshop().make(incoming.file.read()).await? {
        Ok(picture) => picture,
        Err(refusal) => return Ok(Err(refusal)),
    };
    shop.pictures().keep(&picture).await?;
    let (now, by, user) = (shop.now(), signature(actor), actor.user().ok_or(Error::NotFound)?);
    let by_centre = is_support(actor);
    let product = incoming.product.ok_or(Error::NotFound)?;
    let (cooperative, made) = (incoming.cooperative, Made::of(&picture));
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
                    return Ok(Added::Known);
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
                Ok::<_, Error>(Added::New)
            })
        })
        .await?;
    keep_again(shop, &picture).await?;
    Ok(added.answer())
}

/// Whether the picture was new there, as it is noted for the same form sent again.
#[derive(Clone, Copy, Debug)]
enum Added {
    New,
    Known,
}

impl Answer for Added {
    fn noted(&self) -> String {
        match self {
            Self::New => String::new(),
            Self::Known => "known".to_owned(),
        }
    }

    fn read(noted: &str) -> Option<Self> {
        match noted {
            "" => Some(Self::New),
            "known" => Some(Self::Known),
            _ => None,
        }
    }
}

impl Added {
    const fn answer(self) -> Result<(), PictureRefusal> {
        match self {
            Self::New => Ok(()),
            Self::Known => Err(PictureRefusal::Known),
        }
    }
}
