//! Saving a part, field by field: a form and a script use the same.

use std::collections::HashSet;

use db::Tx;
use db::entities::product;
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::shop_page::{Block, BlockId, BlockKind, Change, Field, Format, PageStep, Place};
use domain::{Action, Actor, AuditAction, CooperativeId, ErrorCode, FieldCode, LinkIn, Locale, ProductId};
use l10n::{LONGEST_TAG, tidy};

use super::super::signature;
use super::pictures;
use super::storage::{self, By};
use super::view::{BlockSaved, Cleaned};
use crate::Shop;
use crate::error::{Error, Result};
use crate::rights::own_cooperative;

/// Most changes of one save: the largest part has fewer places.
const MAX_CHANGES: usize = 200;

/// Saves changes to a part of the draft, each for itself. What somebody else changed, too, is not touched and comes back as a
/// conflict; what is there already is not saved again. A page that becomes longer than [any may be](storage::LONGEST) is not
/// saved, and each of the changes is told that the page is full.
///
/// # Errors
/// [`Error::NotFound`] when the page of the actor's cooperative has no such part (any more).
#[crate::boxed]
pub async fn save_block(shop: &Shop, actor: Actor, id: BlockId, changes: &[Change]) -> Result<BlockSaved> {
    let own = own_cooperative(actor, Action::EditShop)?.id();
    if changes.len() > MAX_CHANGES {
        return Err(Error::Refused(ErrorCode::TooLarge));
    }
    let (by, signed) = (By::new(shop, actor), signature(actor));
    // What was typed is cleaned and read before anybody waits for the transaction; it is read once more where it is applied.
    let draft = storage::read(shop.db().read(), own).await?;
    let kind = draft.document.block(id).ok_or(Error::NotFound)?.kind;
    let read = Read::of(kind, draft.source, changes);
    shop.db()
        .write(move |tx| {
            let (read, signed) = (read.clone(), signed.clone());
            Box::pin(async move {
                let mut draft = storage::lock(tx, own).await?;
                let source = draft.source;
                let block = draft.document.block(id).ok_or(Error::NotFound)?.clone();
                let (changes, foreign) = keep_own(tx, own, &block, &read.changes).await?;
                let mut outcome = draft.document.apply(id, source, &changes).ok_or(Error::NotFound)?;
                outcome.wrong.extend(foreign.into_iter().chain(read.wrong));
                if let Some(step) = outcome.step.take() {
                    if draft.is_too_long()? {
                        // Nothing of it is saved, and all that was typed stays in the form.
                        outcome
                            .wrong
                            .extend(changed_by(&step, &changes).map(|place| (place, FieldCode::PageFull)));
                        return Ok(BlockSaved {
                            block,
                            conflicts: outcome.conflicts,
                            wrong: outcome.wrong,
                            cleaned: read.cleaned,
                        });
                    }
                    pictures::hold_all(tx, own, &step, by.at).await?;
                    if storage::note(tx, own, &draft, &step, by).await? {
                        let object = format!("cooperative:{own}");
                        crate::audit::note(
                            tx,
                            by.at,
                            &signed,
                            AuditAction::ShopEdit,
                            &object,
                            &format!("part:{id}"),
                        )
                        .await?;
                    }
                }
                Ok(BlockSaved {
                    block: draft.document.block(id).cloned().ok_or(Error::NotFound)?,
                    conflicts: outcome.conflicts,
                    wrong: outcome.wrong,
                    cleaned: read.cleaned,
                })
            })
        })
        .await
}

/// Which of the changes a step makes: what it writes, and what it says to be right.
fn changed_by(step: &PageStep, changes: &[Change]) -> impl Iterator<Item = Place> {
    changes
        .iter()
        .map(|change| change.place)
        .filter(move |place| match step {
            PageStep::Set {
                sets,
                marks,
                by_machine,
                ..
            } => {
                let is_confirmed = [marks, by_machine]
                    .iter()
                    .any(|(before, after)| before.contains(place) && !after.contains(place));
                is_confirmed || sets.iter().any(|(of, _, _)| of == place)
            }
            _ => false,
        })
}

/// Changes as they can be taken: clean texts, each value in its canonical form.
#[derive(Clone, Debug, Default)]
struct Read {
    changes: Vec<Change>,
    wrong: Vec<(Place, FieldCode)>,
    cleaned: Vec<Cleaned>,
}

impl Read {
    fn of(kind: BlockKind, source: Locale, changes: &[Change]) -> Self {
        let (block, mut read) = (Block::new(BlockId(0), kind), Self::default());
        for change in changes {
            let place = change.place;
            let value = match block.format(place) {
                Some(format) => read.value(format, source, change),
                None => Err(FieldCode::InvalidChoice),
            };
            match value {
                Ok(new) => read.changes.push(Change { new, ..change.clone() }),
                Err(code) => read.wrong.push((place, code)),
            }
        }
        read
    }

    fn value(&mut self, format: Format, source: Locale, change: &Change) -> Result<String, FieldCode> {
        // A text may be a few tags and marks longer than what is left of it; the rest need not be looked at.
        let most = format.longest().unwrap_or_default().saturating_mul(4) + LONGEST_TAG;
        if change.new.chars().nth(most).is_some() {
            return Err(FieldCode::TooLong);
        }
        if format == Format::Link {
            return self.link(change);
        }
        if !format.is_translated() && format != Format::Plain {
            return format.parse(&change.new);
        }
        let tidied = tidy(&change.new, change.place.lang.unwrap_or(source));
        let value = format.parse(&tidied.text)?;
        if tidied.is_changed() {
            self.cleaned.push(Cleaned {
                place: change.place,
                had_markup: tidied.had_markup,
                words: tidied.words,
                link: None,
            });
        }
        Ok(value)
    }

    /// The address in what was typed, and what was done with it.
    fn link(&mut self, change: &Change) -> Result<String, FieldCode> {
        if change.new.trim().is_empty() {
            return Ok(String::new());
        }
        let found = LinkIn::find(&change.new)?;
        if found.had_words || found.was_insecure {
            self.cleaned.push(Cleaned {
                place: change.place,
                had_markup: false,
                words: Vec::new(),
                link: Some(found.clone()),
            });
        }
        Ok(found.link.into_string())
    }
}

/// The changes but those that name another's picture or product.
async fn keep_own(
    tx: &Tx,
    own: CooperativeId,
    block: &Block,
    changes: &[Change],
) -> Result<(Vec<Change>, Vec<(Place, FieldCode)>)> {
    let is_new = |change: &&Change| !change.new.is_empty() && block.get(change.place) != change.new;
    let chosen = |field: Field| {
        changes
            .iter()
            .filter(is_new)
            .filter(move |change| change.place.field == field)
    };
    let ids: Vec<ProductId> = chosen(Field::Product)
        .filter_map(|change| change.new.parse().ok().map(ProductId))
        .collect();
    let products: HashSet<ProductId> = if ids.is_empty() {
        HashSet::new()
    } else {
        product::Entity::find()
            .select_only()
            .column(product::Column::Id)
            .filter(product::Column::CooperativeId.eq(own))
            .filter(product::Column::Id.is_in(ids))
            .into_tuple::<ProductId>()
            .all(tx)
            .await?
            .into_iter()
            .collect()
    };
    let packed: Vec<String> = chosen(Field::Picture).map(|change| change.new.clone()).collect();
    let pictures = pictures::own_of(tx, own, &packed).await?;
    let mut foreign = Vec::new();
    let kept = changes
        .iter()
        .filter(|change| {
            let is_own = !is_new(change)
                || match change.place.field {
                    Field::Product => change.new.parse().is_ok_and(|id| products.contains(&ProductId(id))),
                    Field::Picture => pictures.contains(&change.new),
                    _ => true,
                };
            if !is_own {
                foreign.push((change.place, FieldCode::InvalidChoice));
            }
            is_own
        })
        .cloned()
        .collect();
    Ok((kept, foreign))
}
