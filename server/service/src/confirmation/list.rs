//! What waits for the Centre, that first which has waited longest.

use std::collections::HashMap;

use db::Readable;
use db::entities::{product, product_proposal};
use db::sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Action, Actor, Locale, ProductId, ProposalState, Subject};

use crate::catalog::{Cursor, first_pictures};
use crate::error::Result;
use crate::{Picture, Shop, Shown, proposals, rights, texts};

/// Products on one page.
const PAGE: u64 = 30;

/// A product of which something waits.
#[derive(Clone, Debug)]
pub struct WaitingRow {
    /// The product.
    pub product: ProductId,
    /// Its name, as its cooperative saved it.
    pub name: Shown,
    /// Its picture, where it has one.
    pub picture: Option<Picture>,
    /// Whose it is.
    pub cooperative: Shown,
    /// Whether buyers do not see it at all yet.
    pub publishes: bool,
    /// Since when it waits, milliseconds since 1970 UTC.
    pub since: i64,
}

/// A page of them.
#[derive(Clone, Debug)]
pub struct WaitingList {
    /// Those that have waited longest first.
    pub rows: Vec<WaitingRow>,
    /// What the next page comes after, if there is one.
    pub next: Option<Cursor>,
}

/// A page of what waits, after `after`.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) for who may not.
#[crate::boxed]
pub async fn list(shop: &Shop, actor: Actor, locale: Locale, after: Option<Cursor>) -> Result<WaitingList> {
    use product_proposal::Column;
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let db = shop.db().read();
    let mut found = product_proposal::Entity::find().filter(Column::State.eq(ProposalState::Waiting));
    if let Some(after) = after {
        found = found.filter(
            Condition::any().add(Column::Since.gt(after.key)).add(
                Condition::all()
                    .add(Column::Since.eq(after.key))
                    .add(Column::ProductId.gt(after.product)),
            ),
        );
    }
    let mut waiting = found
        .order_by_asc(Column::Since)
        .order_by_asc(Column::ProductId)
        .limit(PAGE + 1)
        .readable(db)
        .await?;
    let has_more = waiting.len() as u64 > PAGE;
    waiting.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = waiting.last().filter(|_| has_more).map(|last| Cursor {
        key: last.since,
        product: last.product_id,
    });
    let ids: Vec<ProductId> = waiting.iter().map(|row| row.product_id).collect();
    let products: HashMap<ProductId, product::Model> = product::Entity::find()
        .filter(product::Column::Id.is_in(ids.iter().copied()))
        .readable(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let mut names = texts::read(db, &ids).await?;
    let mut saved = proposals::of_all(db, &ids).await?;
    let mut pictures = first_pictures(db, &ids).await?;
    let directory = shop.directory();
    let rows = waiting.into_iter().filter_map(|row| {
        let product = products.get(&row.product_id)?;
        let mut set = names.remove(&product.id).unwrap_or_default();
        if let Some(saved) = saved.remove(&product.id) {
            saved.proposed.overlay_texts(&mut set, product.source_lang);
        }
        Some(WaitingRow {
            product: product.id,
            name: set.name(locale, product.source_lang, &product.slug),
            picture: pictures.remove(&product.id),
            cooperative: directory.cooperative(product.cooperative_id)?.entry.name(locale),
            publishes: row.publishes,
            since: row.since,
        })
    });
    Ok(WaitingList {
        rows: rows.collect(),
        next,
    })
}
