//! What was published and what was done, with who and when; an older state beside the draft, and back.

use db::Readable;
use db::entities::shop_revision;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, AuditAction, CooperativeId, ErrorCode, UserId};

use super::super::signature;
use super::storage::{self, By};
use super::view::{RevisionPage, ShopHistory, Signed};
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::{Shop, shop_documents};

/// Lines of each list.
const LINES: u64 = 60;

/// A published state without its document.
#[derive(Clone, Debug, FromQueryResult)]
struct RevisionLine {
    number: i64,
    user_id: Option<UserId>,
    by_centre: bool,
    at: i64,
}

/// The history of the actor's shop page.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit a shop page.
#[crate::boxed]
pub async fn history(shop: &Shop, actor: Actor) -> Result<ShopHistory> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    let db = shop.db().read();
    let revisions = shop_revision::Entity::find()
        .select_only()
        .columns([
            shop_revision::Column::Number,
            shop_revision::Column::UserId,
            shop_revision::Column::ByCentre,
            shop_revision::Column::At,
        ])
        .filter(shop_revision::Column::CooperativeId.eq(own))
        .order_by_desc(shop_revision::Column::Number)
        .limit(LINES)
        .readable_as::<RevisionLine, _>(db)
        .await?;
    let edits = storage::lines(db, own, LINES).await?;
    let people = revisions
        .iter()
        .filter_map(|row| row.user_id)
        .chain(edits.iter().filter_map(|(row, _)| row.user_id));
    let names = storage::names(db, people).await?;
    let name = |user: Option<UserId>| user.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
    let draft = storage::read(db, own).await?;
    Ok(ShopHistory {
        revisions: revisions
            .iter()
            .map(|row| Signed {
                number: row.number,
                at: row.at,
                by: name(row.user_id),
                by_centre: row.by_centre,
            })
            .collect(),
        edits: edits
            .iter()
            .map(|(row, step)| row.edit(*step, name(row.user_id)))
            .collect(),
        source: draft.source,
        draft: draft.document,
    })
}

/// A published state of the actor's shop page, compared with the draft.
///
/// # Errors
/// [`Error::NotFound`] when there is none of this number.
#[crate::boxed]
pub async fn revision(shop: &Shop, actor: Actor, number: i64) -> Result<RevisionPage> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    let db = shop.db().read();
    let row = find(db, own, number).await?;
    let names = storage::names(db, row.user_id.into_iter()).await?;
    let differences = match shop_documents::read(&row.document) {
        Ok(document) => Some(document.compare(&storage::read(db, own).await?.document)),
        Err(error) => {
            error.report();
            None
        }
    };
    Ok(RevisionPage {
        signed: Signed {
            number,
            at: row.at,
            by: row.user_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
            by_centre: row.by_centre,
        },
        differences,
    })
}

/// Makes the draft what it was when it was published under this number. Buyers see it once it is published again; and it can
/// be taken back like everything that is done with the draft.
///
/// # Errors
/// [`ErrorCode::PageFull`] when it is longer than any may be; [`ErrorCode::InvalidTransition`] when it cannot be read;
/// [`Error::NotFound`] when there is none of this number.
#[crate::boxed]
pub async fn restore(shop: &Shop, actor: Actor, number: i64) -> Result<()> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    let (by, signed) = (By::new(shop, actor), signature(actor));
    shop.db()
        .write(move |tx| {
            let signed = signed.clone();
            Box::pin(async move {
                let mut draft = storage::lock(tx, own).await?;
                let row = find(tx, own, number).await?;
                let page = shop_documents::read(&row.document).map_err(|error| {
                    error.report();
                    Error::Refused(ErrorCode::InvalidTransition)
                })?;
                let Some(step) = draft.document.replace(page) else {
                    return Ok(());
                };
                if draft.is_too_long()? {
                    return Err(Error::Refused(ErrorCode::PageFull));
                }
                storage::note(tx, own, &draft, &step, by).await?;
                let object = format!("cooperative:{own}");
                crate::audit::note(
                    tx,
                    by.at,
                    &signed,
                    AuditAction::ShopRestore,
                    &object,
                    &number.to_string(),
                )
                .await
            })
        })
        .await
}

async fn find(db: &impl ConnectionTrait, own: CooperativeId, number: i64) -> Result<shop_revision::Model> {
    shop_revision::Entity::find()
        .filter(shop_revision::Column::CooperativeId.eq(own))
        .filter(shop_revision::Column::Number.eq(number))
        .one(db)
        .await?
        .ok_or(Error::NotFound)
}
