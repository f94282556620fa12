//! The draft's texts on their way to translators and back. What comes in is written into the draft as if somebody had typed
//! it; buyers see it once the page is published.

use db::Tx;
use db::sea_orm::ConnectionTrait;
use domain::shop_page::{BlockId, Change, Place, ShopDocument, fingerprint};
use domain::{AuditAction, CooperativeId, Locale, UserId};

use super::super::signed;
use super::storage::{self, By};
use crate::error::{Error, Result};

/// The draft of a cooperative with the language it is written in first; nothing where it has none.
pub(in crate::studio) async fn draft_page(
    db: &impl ConnectionTrait,
    own: CooperativeId,
) -> Result<Option<(ShopDocument, Locale)>> {
    match storage::read(db, own).await {
        Ok(draft) => Ok(Some((draft.document, draft.source))),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Lets nobody else change the draft until the transaction is over; nothing where there is none.
pub(in crate::studio) async fn hold_page(tx: &Tx, own: CooperativeId) -> Result<()> {
    match storage::lock(tx, own).await {
        Ok(_) | Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Puts texts that somebody brought in a file into one part of the draft. Answers whether they are there: not when the page would
/// be longer than any may be, or when the part is gone. A text with `true` is up to date from now on, also where it stays the same.
pub(in crate::studio) async fn put_texts(
    tx: &Tx,
    own: CooperativeId,
    part: BlockId,
    texts: &[(Place, String, bool)],
    (user, by_centre, at): (UserId, bool, i64),
) -> Result<bool> {
    let mut draft = storage::lock(tx, own).await?;
    let source = draft.source;
    let Some(block) = draft.document.block(part) else {
        return Ok(false);
    };
    let changes: Vec<Change> = texts
        .iter()
        .map(|(place, text, confirms)| Change {
            place: *place,
            seen: fingerprint(block.get(*place)),
            new: text.clone(),
            confirms: *confirms,
            source: confirms.then(|| fingerprint(block.get(place.lang(source)))),
        })
        .collect();
    let outcome = draft.document.apply(part, source, &changes);
    let Some(step) = outcome.and_then(|outcome| outcome.step) else {
        return Ok(true);
    };
    if draft.is_too_long()? {
        return Ok(false);
    }
    let by = By {
        user: Some(user),
        by_centre,
        at,
    };
    if storage::note(tx, own, &draft, &step, by).await? {
        let object = format!("cooperative:{own}");
        let what = format!("part:{part}");
        crate::audit::note(tx, at, &signed(user, by_centre), AuditAction::ShopEdit, &object, &what).await?;
    }
    Ok(true)
}
