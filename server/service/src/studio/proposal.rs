//! What of a product waits for the Centre, as its cooperative sees it, and how it becomes what buyers see.

use db::Tx;
use db::entities::{media, product};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use domain::{ErrorCode, Locale, OfferStatus, PriceSteps, ProductId, ProductStatus, ProposalState, TextOwner};

use super::attach::set_order;
use super::pictures::forget_texts;
use super::product::{require_shown, set_category, set_prices, set_steps};
use super::sizes::set_status;
use super::texts::{self, Field};
use crate::catalog::{picture_rows_of, rebuild_cards};
use crate::error::{Error, Result};
use crate::proposals::{Proposal, Proposed};
use crate::{Shop, lots, texts as read};

/// What the log says of a save that waits.
pub(super) const WAITS: &str = "waits";

/// How far the Centre is with a product, or with changes of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether it waits, or was sent back.
    pub state: ProposalState,
    /// Whether buyers do not see the product at all yet.
    pub publishes: bool,
    /// Since when, milliseconds since 1970 UTC.
    pub since: i64,
    /// Why it was sent back.
    pub reason: String,
}

impl Standing {
    pub(super) fn of(proposal: Proposal) -> Self {
        Self {
            state: proposal.state,
            publishes: proposal.publishes,
            since: proposal.since,
            reason: proposal.reason,
        }
    }

    /// Whether the Centre is to look at it.
    pub fn is_waiting(&self) -> bool {
        self.state == ProposalState::Waiting
    }
}

/// Whether a change of this product shows only once the Centre has confirmed it.
pub(super) fn is_shown_later(shop: &Shop, product: &product::Model, waits: Option<&Proposal>) -> bool {
    let directory = shop.directory();
    let cooperative = directory.cooperative(product.cooperative_id);
    product.status == ProductStatus::Published
        && (waits.is_some() || cooperative.is_some_and(|found| found.needs_confirmation))
}

/// The rows of a product's pictures as its cooperative saved them, in order.
pub(crate) async fn picture_rows_for_maker(
    db: &impl ConnectionTrait,
    product: ProductId,
    waits: Option<&Proposal>,
) -> Result<Vec<media::Model>> {
    let Some(order) = waits.and_then(|waits| waits.proposed.pictures.as_ref()) else {
        return picture_rows_of(db, product).await;
    };
    let rows = media::Entity::find()
        .filter(media::Column::Id.is_in(order.iter().copied()))
        .all(db)
        .await?;
    let find = |id| rows.iter().find(|row| row.id == id).cloned();
    Ok(order.iter().filter_map(|id| find(*id)).collect())
}

/// Writes what waited of a product, which is locked, as if it were saved now.
pub(crate) async fn apply(tx: &Tx, product: &product::Model, proposed: &Proposed, now: i64) -> Result<()> {
    let live = read::read_of(tx, TextOwner::Product, product.id.get()).await?;
    let mut fields: Vec<&str> = proposed.texts.iter().map(|text| text.field.as_str()).collect();
    let right = |right: &'_ str| -> Option<(String, Locale)> {
        let (field, lang) = right.rsplit_once('-')?;
        Some((field.to_owned(), Locale::from_code(lang)?))
    };
    let rights: Vec<(String, Locale)> = proposed.right.iter().filter_map(|name| right(name)).collect();
    fields.extend(rights.iter().map(|(field, _)| field.as_str()));
    fields.sort_unstable();
    fields.dedup();
    for name in fields {
        let mut new: Vec<(Locale, String)> = proposed
            .texts
            .iter()
            .filter(|text| text.field == name)
            .map(|text| (text.lang, text.text.clone()))
            .collect();
        // A translation that is right as it stands is named to be taken as such.
        for (_, lang) in rights.iter().filter(|(field, _)| field == name) {
            if let Some(text) = live.exact(name, *lang)
                && new.iter().all(|(other, _)| other != lang)
            {
                new.push((*lang, text.text.clone()));
            }
        }
        let field = Field {
            owner: TextOwner::Product,
            id: product.id.get(),
            name,
            source: product.source_lang,
        };
        texts::save(tx, now, None, field, &new, &proposed.right).await?;
        for (_, lang) in proposed.machine_texts().filter(|(of, _)| *of == name) {
            texts::mark_machine(tx, field, lang).await?;
        }
    }
    set_prices(tx, product.id, &proposed.prices).await?;
    let steps: Vec<_> = proposed
        .steps
        .iter()
        .map(|(offer, steps)| (*offer, PriceSteps::read(steps)))
        .collect();
    set_steps(tx, product.id, &steps).await?;
    for offer in &proposed.shown {
        set_status(tx, *offer, OfferStatus::Active).await?;
    }
    if let Some(pictures) = &proposed.pictures {
        let before = picture_rows_of(tx, product.id).await?;
        set_order(tx, product.id, pictures).await?;
        for row in before.iter().filter(|row| !pictures.contains(&row.id)) {
            forget_texts(tx, product.id, row.id).await?;
        }
    }
    if let Some(category) = proposed.category {
        // It may have been hidden while this was sent back.
        match require_shown(tx, category).await {
            Err(Error::Fields(_)) => return Err(Error::Refused(ErrorCode::InvalidTransition)),
            shown => shown?,
        }
        set_category(tx, product.id, category).await?;
    }
    lots::show_origins(tx, product.id).await?;
    rebuild_cards(tx, product.id).await
}
