//! The draft and one of its parts, to be worked on.

use std::collections::HashSet;

use db::Readable;
use db::entities::{product, shop_edit};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::shop_page::{Block, BlockId, Field, Format, ShopDocument, StepRefusal};
use domain::{Action, Actor, CategoryId, CooperativeId, Locale, ProductId, ProductStatus};

use super::super::crop::{CropsView, crops_of_part};
use super::super::products;
use super::storage::EditLine;
use super::view::{BlockEditor, Edit, ShopWorkbench, Signed};
use super::{changes, pictures, storage, suggest};
use crate::error::{Error, Result};
use crate::rights::own_cooperative;
use crate::shops::CooperativePage;
use crate::{Shop, shop_documents, shops};

/// The shop page of the actor's cooperative, as it is being worked on.
///
/// # Errors
/// [`Error::NotFound`] for anybody who does not edit a shop page.
#[crate::boxed]
pub async fn workbench(shop: &Shop, actor: Actor, locale: Locale) -> Result<ShopWorkbench> {
    let id = own_cooperative(actor, Action::EditShop)?.id();
    let db = shop.db().read();
    let draft = storage::read(db, id).await?;
    let newest = shop_documents::newest(db, id).await?;
    let directory = shop.directory();
    let cooperative = directory.cooperative(id).ok_or(Error::NotFound)?;
    let seen = shops::shown_to_buyers(cooperative, newest.as_ref());
    // A published page that cannot be read is not what buyers are to see, whatever they see instead.
    let is_lost = newest
        .as_ref()
        .is_some_and(|row| shop_documents::read(&row.document).is_err());
    let is_changed = is_lost || (draft.version > 0 && !seen.is_same(&draft.document));
    let (mut changes, mut is_repainted) = (Vec::new(), false);
    if is_changed {
        let since = newest.as_ref().map_or(0, |row| row.at);
        changes = changes::since(db, id, &seen, &draft.document, since).await?;
        is_repainted = seen.theme != draft.document.theme;
    }
    let published = match newest {
        None => None,
        Some(row) => {
            let names = storage::names(db, row.user_id.into_iter()).await?;
            Some(Signed {
                number: row.number,
                at: row.at,
                by: row.user_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
                by_centre: row.by_centre,
            })
        }
    };
    let (undo, overwritten) = undoable(db, id, actor, &draft.document).await?;
    let is_rebuilt = draft.is_rebuilt();
    let suggestions = suggest::suggestions_of(shop, id, &draft.document, draft.source).await?;
    Ok(ShopWorkbench {
        is_rebuilt,
        untranslated: draft.document.untranslated(draft.source),
        suggestions,
        page: shops::page_of(shop, locale, &directory, cooperative, draft.document).await?,
        version: draft.version,
        published,
        is_changed,
        changes,
        is_repainted,
        undo,
        overwritten,
    })
}

/// Edits of somebody that are looked through for one that can be taken back.
const LOOKED_AT: u64 = 20;

/// What the actor did last, has not taken back, and can: with it what they did since and others have written over.
async fn undoable(
    db: &impl ConnectionTrait,
    id: CooperativeId,
    actor: Actor,
    draft: &ShopDocument,
) -> Result<(Option<Edit>, Vec<Edit>)> {
    let rows = storage::edit_lines(id)
        .filter(shop_edit::Column::UserId.eq(actor.user()))
        .filter(shop_edit::Column::UndoneAt.is_null())
        .filter(shop_edit::Column::UndoOf.is_null())
        .limit(LOOKED_AT)
        .readable_as::<EditLine, _>(db)
        .await?;
    let mut overwritten = Vec::new();
    for row in rows {
        let Some(step) = storage::step(db, row.id).await? else {
            continue;
        };
        let edit = row.edit(step.summary(), String::new());
        match draft.clone().undo(&step) {
            // A page that is full says so when it is tried, and what makes room for it.
            Ok(_) | Err(StepRefusal::Full) => return Ok((Some(edit), overwritten)),
            Err(StepRefusal::Changed | StepRefusal::Gone | StepRefusal::Fixed) => overwritten.push(edit),
        }
    }
    Ok((None, overwritten))
}

/// One part, with what may be chosen for it.
///
/// # Errors
/// [`Error::NotFound`] when the page of the actor's cooperative has no such part.
#[crate::boxed]
pub async fn block_editor(shop: &Shop, actor: Actor, locale: Locale, block: BlockId) -> Result<BlockEditor> {
    let id = own_cooperative(actor, Action::EditShop)?.id();
    let db = shop.db().read();
    let draft = storage::read(db, id).await?;
    let directory = shop.directory();
    let cooperative = directory.cooperative(id).ok_or(Error::NotFound)?;
    let block = draft.document.block(block).cloned().ok_or(Error::NotFound)?;
    let has = |format: Format| block.kind.specs().iter().any(|spec| spec.format == format);
    let is_repeated = draft.document.is_repeated(block.id);
    let page = shops::page_for(shop, locale, &directory, cooperative, draft.document, block.kind).await?;
    let (mut pictures, mut crops) = (Vec::new(), CropsView::default());
    if has(Format::Picture) {
        pictures = pictures::of_cooperative(db, id).await?;
        crops = crops_of_part(shop, id, block.id).await?;
    }
    let mut goods = Choice::default();
    if has(Format::Product) {
        goods = choice(shop, id, locale, &block, &page).await?;
    }
    let shelves = directory.categories.iter().filter(|_| has(Format::Shelf));
    Ok(BlockEditor {
        source: draft.source,
        pictures,
        crops,
        products: goods.on_sale,
        away: goods.away,
        shelves: shelves
            .map(|(category, _)| (category.slug.clone(), category.name(locale)))
            .collect(),
        shelf_of: goods.shelf_of,
        is_repeated,
        page,
        block,
    })
}

/// Goods for a part that shows some.
#[derive(Default)]
struct Choice {
    on_sale: Vec<(ProductId, crate::Shown)>,
    /// Chosen before, and out of sight now.
    away: Vec<(ProductId, crate::Shown)>,
    shelf_of: Vec<(ProductId, String)>,
}

/// What buyers find is what may be chosen; while the Centre has suspended the cooperative, what they would find.
async fn choice(
    shop: &Shop,
    id: CooperativeId,
    locale: Locale,
    block: &Block,
    page: &CooperativePage,
) -> Result<Choice> {
    let on_sale: HashSet<ProductId> = page.products.iter().map(|card| card.id).collect();
    let is_chosen = |product: ProductId| {
        block
            .values()
            .any(|(place, value)| place.field == Field::Product && value == product.to_string())
    };
    let mut found = Choice::default();
    for product in products::of_cooperative(shop, id, locale).await? {
        let is_published = product.listing.status() == ProductStatus::Published;
        if is_published && (on_sale.contains(&product.id) || !page.sells) {
            found.on_sale.push((product.id, product.name));
        } else if is_chosen(product.id) {
            found.away.push((product.id, product.name));
        }
    }
    let directory = shop.directory();
    found.shelf_of = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .column(product::Column::CategoryId)
        .filter(product::Column::CooperativeId.eq(id))
        .into_tuple::<(ProductId, CategoryId)>()
        .all(shop.db().read())
        .await?
        .into_iter()
        .filter_map(|(product, category)| Some((product, directory.category(category)?.0.slug.clone())))
        .collect();
    Ok(found)
}
