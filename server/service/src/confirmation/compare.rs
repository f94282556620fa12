//! What of a product waits, before and after.

use db::entities::product;
use db::sea_orm::{ConnectionTrait, EntityTrait};
use domain::{
    Action, Actor, CategoryId, Harvested, Locale, Money, OfferStatus, OfferTerms, PriceSteps, ProductId, ProposalState,
    Subject,
};
use sha2::{Digest, Sha256};

use crate::catalog::{offers_of, picture_rows_of};
use crate::directory::Cooperative;
use crate::error::{Error, Result};
use crate::pictures::{of_row, text_field};
use crate::proposals::{self, Proposal};
use crate::studio::picture_rows_for_maker;
use crate::{Picture, Shop, Shown, lots, rights, texts};

/// Which text of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOf {
    /// Its name.
    Name,
    /// Its description.
    Description,
    /// The words for one of its pictures, counted from 1.
    Picture(usize),
}

/// A text that is to be another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// Which.
    pub what: TextOf,
    /// In which language.
    pub lang: Locale,
    /// What buyers read now; empty when there is nothing.
    pub before: String,
    /// What they will read; empty when it goes, the same when only the note that it may be out of date goes.
    pub after: String,
    /// A machine wrote what they will read.
    pub by_machine: bool,
}

/// A size that is to be shown, or to have other prices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferChange {
    /// Its terms, with the prices it will have.
    pub terms: OfferTerms,
    /// What it costs now; nothing when buyers do not see it yet.
    pub before: Option<Money>,
    /// From which amounts on it costs less now.
    pub steps_before: PriceSteps,
}

/// Pictures that are to be others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureChange {
    /// What buyers see now.
    pub before: Vec<Picture>,
    /// What they will see.
    pub after: Vec<Picture>,
}

/// Of which harvest goods are and from where, which buyers are to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotChange {
    /// The size it is of.
    pub terms: OfferTerms,
    /// Its number among the lots of the product.
    pub number: i64,
    /// When it was harvested, where somebody said so.
    pub harvested: Option<Harvested>,
    /// Where it is from, where somebody said so.
    pub origin: Option<Shown>,
}

/// A category into which a product is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CategoryChange {
    /// In which it is now; nothing when buyers do not see it yet.
    pub before: Option<CategoryId>,
    /// In which it will be.
    pub after: CategoryId,
}

/// What of a product waits for the Centre.
#[derive(Clone, Debug)]
pub struct WaitingProduct {
    /// The product.
    pub product: ProductId,
    /// Its name, as its cooperative saved it.
    pub name: Shown,
    /// Whose it is.
    pub cooperative: Shown,
    /// Its cooperative's name in the URL.
    pub cooperative_slug: String,
    /// Whether it sells; of one that is suspended buyers see nothing, whatever is confirmed.
    pub sells: bool,
    /// Since when it waits, milliseconds since 1970 UTC.
    pub since: i64,
    /// What is another.
    pub changes: Changes,
    /// The names of the category in which it is now and of the one in which it will be, where that is another one.
    pub categories: Option<(Option<Shown>, Shown)>,
    /// Says what was shown: what is confirmed is that, and nothing that was saved since.
    pub seen: String,
}

/// What is another of a product; of one that buyers do not see yet, all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Whether buyers do not see it at all yet.
    pub publishes: bool,
    /// Its texts.
    pub texts: Vec<TextChange>,
    /// Its sizes.
    pub offers: Vec<OfferChange>,
    /// Its pictures.
    pub pictures: Option<PictureChange>,
    /// Lots of which buyers are to read.
    pub lots: Vec<LotChange>,
    /// Its category.
    pub category: Option<CategoryChange>,
}

impl Changes {
    /// Reads them. In a transaction that holds the product nobody makes others of them.
    pub(super) async fn of(db: &impl ConnectionTrait, row: &product::Model, waits: &Proposal) -> Result<Self> {
        let live = texts::read(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
        let mut saved = live.clone();
        waits.proposed.overlay_texts(&mut saved, row.source_lang);
        let before = picture_rows_of(db, row.id).await?;
        let after = picture_rows_for_maker(db, row.id, Some(waits)).await?;
        let mut fields = vec![
            (TextOf::Name, "name".to_owned()),
            (TextOf::Description, "description".to_owned()),
        ];
        fields.extend(
            (1..)
                .zip(&after)
                .map(|(place, row)| (TextOf::Picture(place), text_field(row.id))),
        );
        let mut changed = Vec::new();
        for (what, field) in fields {
            for lang in Locale::BUILT_IN {
                let (old, new) = (live.exact(&field, lang), saved.exact(&field, lang));
                let is_other = if waits.publishes { new.is_some() } else { old != new };
                if is_other {
                    let text = |text: Option<&domain::Translated>| text.map(|t| t.text.clone()).unwrap_or_default();
                    changed.push(TextChange {
                        what,
                        lang,
                        before: if waits.publishes { String::new() } else { text(old) },
                        after: text(new),
                        by_machine: new.is_some_and(|new| new.state == domain::TranslationState::Machine),
                    });
                }
            }
        }
        let now = offers_of(db, row.id).await?;
        let mut then = now.clone();
        waits.proposed.overlay_offers(&mut then);
        let offers = now.iter().zip(&then).filter_map(|(old, new)| {
            let was_shown = !waits.publishes && old.status == OfferStatus::Active;
            let is_other = if waits.publishes {
                new.status == OfferStatus::Active
            } else {
                old.price_minor != new.price_minor || old.steps() != new.steps() || old.status != new.status
            };
            is_other.then(|| OfferChange {
                terms: new.terms(),
                before: was_shown.then(|| old.terms().price),
                steps_before: if was_shown { old.steps() } else { PriceSteps::NONE },
            })
        });
        let lots = lots::of_product(db, row.id).await?.into_iter();
        let lots = lots
            .filter(|lot| waits.publishes || lot.origin_waits)
            .filter_map(|lot| {
                let size = then.iter().find(|size| size.id == lot.offer)?;
                Some(LotChange {
                    terms: size.terms(),
                    number: lot.number,
                    harvested: lot.harvested,
                    origin: lot.origin,
                })
            });
        let pictures = |rows: &[db::entities::media::Model]| rows.iter().map(of_row).collect();
        let are_other = waits.publishes || waits.proposed.pictures.is_some();
        Ok(Self {
            publishes: waits.publishes,
            texts: changed,
            offers: offers.collect(),
            lots: lots.collect(),
            category: match waits.proposed.category {
                Some(after) => Some(CategoryChange {
                    before: Some(row.category_id),
                    after,
                }),
                None if waits.publishes => Some(CategoryChange {
                    before: None,
                    after: row.category_id,
                }),
                None => None,
            },
            pictures: are_other.then(|| PictureChange {
                before: if waits.publishes { Vec::new() } else { pictures(&before) },
                after: pictures(&after),
            }),
        })
    }

    /// What was shown, in a form.
    pub(super) fn fingerprint(&self) -> String {
        hex::encode(Sha256::digest(format!("{self:?}")))
    }
}

/// What waits of this product.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when nothing waits.
#[crate::boxed]
pub async fn waiting_product(shop: &Shop, actor: Actor, locale: Locale, id: ProductId) -> Result<WaitingProduct> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let db = shop.db().read();
    let waits = proposals::of(db, id).await?.ok_or(Error::NotFound)?;
    if waits.state != ProposalState::Waiting {
        return Err(Error::NotFound);
    }
    let row = product::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    let mut set = texts::read(db, &[id]).await?.remove(&id).unwrap_or_default();
    waits.proposed.overlay_texts(&mut set, row.source_lang);
    let changes = Changes::of(db, &row, &waits).await?;
    let directory = shop.directory();
    let cooperative = directory.cooperative(row.cooperative_id).ok_or(Error::NotFound)?;
    let called = |id: CategoryId| directory.category(id).map(|(category, _)| category.name(locale));
    let categories = changes
        .category
        .and_then(|change| Some((change.before.and_then(called), called(change.after)?)));
    Ok(WaitingProduct {
        product: id,
        name: set.name(locale, row.source_lang, &row.slug),
        cooperative: cooperative.entry.name(locale),
        cooperative_slug: cooperative.entry.slug.clone(),
        sells: cooperative.sells(),
        since: waits.since,
        seen: changes.fingerprint(),
        changes,
        categories,
    })
}

/// How a product stands of which nothing waits any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Why it was sent back, when it was: else it was confirmed or taken back.
    pub sent_back: Option<String>,
    /// Whether its cooperative sells, so that buyers see what was confirmed.
    pub sells: bool,
}

/// How this product stands, of which nothing waits.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is no such product.
#[crate::boxed]
pub async fn decided(shop: &Shop, actor: Actor, id: ProductId) -> Result<Decided> {
    rights::ask(actor, Action::AdmitCooperatives, Subject::Centre)?;
    let db = shop.db().read();
    let row = product::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    let waits = proposals::of(db, id).await?;
    let directory = shop.directory();
    Ok(Decided {
        sent_back: waits
            .filter(|waits| waits.state == ProposalState::SentBack)
            .map(|waits| waits.reason),
        sells: directory
            .cooperative(row.cooperative_id)
            .is_some_and(Cooperative::sells),
    })
}
