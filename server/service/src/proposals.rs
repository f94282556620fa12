//! What a cooperative saved of a product and the Centre has not confirmed: kept beside what buyers see, so that whatever
//! they look at needs to know nothing of it. The work area shows it as saved.
//!
//! A product that is not in the shop is written as ever, and waits only to be published. Stock, a pause and "sold out" never
//! wait.

use std::collections::HashMap;

use db::entities::{cooperative, product, product_proposal};
use db::sea_orm::sea_query::{Expr, OnConflict};
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use db::{Readable, Tx};
use domain::{
    CategoryId, Locale, LotId, MediaId, OfferId, OfferStatus, PriceSteps, ProductId, ProductStatus, ProposalState,
    TextOwner, TranslationState,
};
use serde::{Deserialize, Serialize};

use crate::catalog::{OfferRow, picture_rows_of};
use crate::error::{Error, Result};
use crate::texts::{TextSet, read_of};

/// A text of a product in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ProposedText {
    pub field: String,
    pub lang: Locale,
    /// Empty where it is to go.
    pub text: String,
}

/// What is to be another than buyers see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Proposed {
    pub texts: Vec<ProposedText>,
    /// Translations that are outdated or a machine's, and right all the same: `name-es`.
    pub right: Vec<String>,
    /// Those of the texts that a machine wrote, and nobody has said to be right: `name-es`.
    pub by_machine: Vec<String>,
    pub prices: Vec<(OfferId, i64)>,
    /// Prices that fall with the amount, as they are stored; empty where they are to go.
    pub steps: Vec<(OfferId, String)>,
    /// Sizes that buyers do not see yet.
    pub shown: Vec<OfferId>,
    /// All pictures in their order, where they are others or in another one.
    pub pictures: Option<Vec<MediaId>>,
    /// Lots of which buyers do not read yet where they are from.
    pub origins: Vec<LotId>,
    /// The category it is to be in, where that is another one.
    pub category: Option<CategoryId>,
}

impl Proposed {
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Whether buyers see this size otherwise than its cooperative saved it.
    pub fn has_size(&self, offer: OfferId) -> bool {
        self.shown.contains(&offer)
            || self.prices.iter().any(|(id, _)| *id == offer)
            || self.steps.iter().any(|(id, _)| *id == offer)
    }

    /// A text that is to be another.
    fn text(&self, field: &str, lang: Locale) -> Option<&String> {
        let mut texts = self.texts.iter();
        texts
            .find(|new| new.field == field && new.lang == lang)
            .map(|new| &new.text)
    }

    /// These texts as the cooperative saved them.
    pub fn overlay_texts(&self, texts: &mut TextSet, source: Locale) {
        for new in &self.texts {
            texts.overlay(&new.field, new.lang, source, &new.text);
        }
        for right in &self.right {
            let Some((field, lang)) = right.rsplit_once('-') else {
                continue;
            };
            if let Some(text) = Locale::from_code(lang).and_then(|lang| texts.exact(field, lang).cloned()) {
                texts.overlay(field, text.lang, source, &text.text);
            }
        }
        for (field, lang) in self.machine_texts() {
            texts.mark_machine(field, lang);
        }
    }

    /// The texts that a machine wrote.
    pub fn machine_texts(&self) -> impl Iterator<Item = (&str, Locale)> {
        self.by_machine.iter().filter_map(|name| {
            let (field, lang) = name.rsplit_once('-')?;
            Some((field, Locale::from_code(lang)?))
        })
    }

    /// These sizes as the cooperative saved them.
    pub fn overlay_offers(&self, offers: &mut [OfferRow]) {
        for offer in offers {
            if let Some((_, minor)) = self.prices.iter().find(|(id, _)| *id == offer.id) {
                offer.price_minor = *minor;
            }
            if let Some((_, steps)) = self.steps.iter().find(|(id, _)| *id == offer.id) {
                offer.price_steps = Some(steps.clone());
            }
            if self.shown.contains(&offer.id) {
                offer.status = OfferStatus::Active;
            }
        }
    }
}

/// What waits of a product.
#[derive(Clone, Debug)]
pub(crate) struct Proposal {
    pub state: ProposalState,
    /// Buyers do not see the product at all yet.
    pub publishes: bool,
    pub proposed: Proposed,
    /// Since when it waits, or when it was sent back; milliseconds since 1970 UTC.
    pub since: i64,
    /// Why it was sent back.
    pub reason: String,
}

impl Proposal {
    fn of(row: product_proposal::Model) -> Result<Self> {
        Ok(Self {
            state: row.state,
            publishes: row.publishes,
            proposed: serde_json::from_str(&row.change).map_err(Error::internal)?,
            since: row.since,
            reason: row.reason,
        })
    }
}

/// What waits of a product, also when it was sent back.
pub(crate) async fn of(db: &impl ConnectionTrait, product: ProductId) -> Result<Option<Proposal>> {
    let row = product_proposal::Entity::find_by_id(product).one(db).await?;
    row.map(Proposal::of).transpose()
}

/// What waits of these products.
pub(crate) async fn of_all(db: &impl ConnectionTrait, products: &[ProductId]) -> Result<HashMap<ProductId, Proposal>> {
    let mut found = HashMap::new();
    for some in products.chunks(500) {
        let rows = product_proposal::Entity::find()
            .filter(product_proposal::Column::ProductId.is_in(some.iter().copied()))
            .readable(db)
            .await?;
        for row in rows {
            found.insert(row.product_id, Proposal::of(row)?);
        }
    }
    Ok(found)
}

/// Pictures that only something waiting shows.
pub(crate) async fn pictures_that_wait(db: &impl ConnectionTrait) -> Result<Vec<MediaId>> {
    let rows = product_proposal::Entity::find().readable(db).await?;
    let mut pictures = Vec::new();
    for row in rows {
        pictures.extend(Proposal::of(row)?.proposed.pictures.unwrap_or_default());
    }
    Ok(pictures)
}

/// Whether a change that waits for the Centre moves something into this category.
pub(crate) async fn waits_to_move_into(db: &impl ConnectionTrait, category: CategoryId) -> Result<bool> {
    let rows = product_proposal::Entity::find()
        .filter(product_proposal::Column::State.eq(ProposalState::Waiting))
        .readable(db)
        .await?;
    for row in rows {
        if Proposal::of(row)?.proposed.category == Some(category) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether what this cooperative does with its goods waits for the Centre.
pub(crate) async fn is_needed(tx: &Tx, product: &product::Model) -> Result<bool> {
    let row = cooperative::Entity::find_by_id(product.cooperative_id).one(tx).await?;
    Ok(row.is_some_and(|row| row.needs_confirmation))
}

/// Where changes of this product, which is locked, are to be written, when they wait. What waits already goes on to, also
/// when the Centre asks for nothing new of the cooperative.
pub(crate) async fn open(tx: &Tx, product: &product::Model) -> Result<Option<Change>> {
    if product.status != ProductStatus::Published {
        return Ok(None);
    }
    let before = of(tx, product.id).await?;
    if before.is_none() && !is_needed(tx, product).await? {
        return Ok(None);
    }
    Ok(Some(Change {
        product: product.id,
        new: before
            .as_ref()
            .map(|before| before.proposed.clone())
            .unwrap_or_default(),
        before,
        texts: read_of(tx, TextOwner::Product, product.id.get()).await?,
        pictures: picture_rows_of(tx, product.id)
            .await?
            .iter()
            .map(|row| row.id)
            .collect(),
    }))
}

/// What waits of a product that is published, while it is written.
#[derive(Debug)]
pub(crate) struct Change {
    product: ProductId,
    before: Option<Proposal>,
    new: Proposed,
    /// What buyers see.
    texts: TextSet,
    pictures: Vec<MediaId>,
}

impl Change {
    /// Takes the texts of a field. Those that are what buyers see wait for nothing.
    pub fn set_texts(&mut self, field: &str, texts: &[(Locale, String)], right: &[String]) {
        for (lang, text) in texts {
            let live = self.texts.exact(field, *lang);
            let is_same = live.map_or("", |live| live.text.as_str()) == text;
            let name = format!("{field}-{}", lang.code());
            let is_kept = self.new.text(field, *lang) == Some(text) && !right.contains(&name);
            if !is_kept {
                self.new.by_machine.retain(|of| *of != name);
            }
            self.new.texts.retain(|new| new.field != field || new.lang != *lang);
            if !is_same {
                self.new.texts.push(ProposedText {
                    field: field.to_owned(),
                    lang: *lang,
                    text: text.clone(),
                });
            }
            let is_in_doubt =
                live.is_some_and(|live| matches!(live.state, TranslationState::Outdated | TranslationState::Machine));
            if is_in_doubt && right.contains(&name) && !self.new.right.contains(&name) {
                self.new.right.push(name);
            }
        }
        self.new
            .texts
            .sort_by(|a, b| (&a.field, a.lang.code()).cmp(&(&b.field, b.lang.code())));
    }

    /// Whether it was sent back, and nobody has changed it since.
    pub fn is_sent_back(&self) -> bool {
        let before = self.before.as_ref();
        before.is_some_and(|before| before.state == ProposalState::SentBack)
    }

    /// Takes what a machine made of `from`, where nothing is and nothing waits, and the source as it was saved still says that;
    /// whether it was taken.
    pub fn suggest(&mut self, field: &str, lang: Locale, source: Locale, text: &str, from: &str) -> bool {
        let mut saved = self.texts.clone();
        self.new.overlay_texts(&mut saved, source);
        let is_current = saved.exact(field, source).is_some_and(|source| source.text == from);
        if !is_current || saved.exact(field, lang).is_some() || self.new.text(field, lang).is_some() {
            return false;
        }
        self.set_texts(field, &[(lang, text.to_owned())], &[]);
        self.new.by_machine.push(format!("{field}-{}", lang.code()));
        self.new.by_machine.sort_unstable();
        true
    }

    /// Takes a price; `live` is what buyers pay.
    pub fn set_price(&mut self, offer: OfferId, live: i64, minor: i64) {
        self.new.prices.retain(|(id, _)| *id != offer);
        if minor != live {
            self.new.prices.push((offer, minor));
            self.new.prices.sort_unstable();
        }
    }

    /// Takes prices that fall with the amount; `live` are those that buyers pay.
    pub fn set_steps(&mut self, offer: OfferId, live: PriceSteps, steps: PriceSteps) {
        self.new.steps.retain(|(id, _)| *id != offer);
        if steps != live {
            self.new.steps.push((offer, steps.to_string()));
            self.new.steps.sort_unstable();
        }
    }

    /// The category that waits.
    pub fn category(&self) -> Option<CategoryId> {
        self.new.category
    }

    /// Takes a category; `live` is the one in which buyers find it.
    pub fn set_category(&mut self, live: CategoryId, category: CategoryId) {
        self.new.category = (category != live).then_some(category);
    }

    /// Whether buyers are to see a size that they do not see.
    pub fn show(&mut self, offer: OfferId, is_shown: bool) {
        self.new.shown.retain(|id| *id != offer);
        if is_shown {
            self.new.shown.push(offer);
            self.new.shown.sort_unstable();
        }
    }

    /// The pictures as the cooperative saved them.
    pub fn pictures(&self) -> Vec<MediaId> {
        self.new.pictures.clone().unwrap_or_else(|| self.pictures.clone())
    }

    /// Buyers are to read where a lot is from.
    pub fn add_origin(&mut self, lot: LotId) {
        self.new.origins.push(lot);
    }

    pub fn set_pictures(&mut self, pictures: Vec<MediaId>) {
        self.new.pictures = (pictures != self.pictures).then_some(pictures);
    }

    /// A picture that is not to be there any more has no words either.
    pub fn forget_texts(&mut self, field: &str) {
        self.new.texts.retain(|text| text.field != field);
    }

    /// The words of a picture go to the one that takes its place.
    pub fn move_texts(&mut self, from: &str, to: &str) {
        for lang in Locale::BUILT_IN {
            let new = self.new.texts.iter().find(|new| new.field == from && new.lang == lang);
            let live = || self.texts.exact(from, lang).map(|live| live.text.clone());
            let words = new.map(|new| new.text.clone()).or_else(live).unwrap_or_default();
            self.set_texts(to, &[(lang, words)], &[]);
        }
        self.forget_texts(from);
        self.new
            .right
            .retain(|right| right.rsplit_once('-').is_none_or(|(field, _)| field != from));
    }

    /// Writes it. What was sent back waits again once it is another; what asks for nothing any more is gone.
    pub(crate) async fn save(self, tx: &Tx, now: i64) -> Result<()> {
        if self.before.as_ref().is_some_and(|before| before.proposed == self.new) {
            return Ok(());
        }
        if self.new.is_nothing() {
            return forget(tx, self.product).await;
        }
        let since = match &self.before {
            Some(before) if before.state == ProposalState::Waiting => before.since,
            _ => now,
        };
        write(tx, self.product, false, &self.new, since).await
    }
}

/// Lets a product that buyers do not see wait to be published; whether it did not wait already.
pub(crate) async fn ask_to_publish(tx: &Tx, product: ProductId, now: i64) -> Result<bool> {
    let before = of(tx, product).await?;
    if before.is_some_and(|before| before.state == ProposalState::Waiting && before.publishes) {
        return Ok(false);
    }
    write(tx, product, true, &Proposed::default(), now).await?;
    Ok(true)
}

async fn write(tx: &Tx, product: ProductId, publishes: bool, change: &Proposed, since: i64) -> Result<()> {
    use product_proposal::Column;
    let row = product_proposal::ActiveModel {
        product_id: Set(product),
        state: Set(ProposalState::Waiting),
        publishes: Set(publishes),
        change: Set(serde_json::to_string(change).map_err(Error::internal)?),
        since: Set(since),
        reason: Set(String::new()),
    };
    let same = OnConflict::column(Column::ProductId)
        .update_columns([
            Column::State,
            Column::Publishes,
            Column::Change,
            Column::Since,
            Column::Reason,
        ])
        .to_owned();
    product_proposal::Entity::insert(row)
        .on_conflict(same)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Nothing waits of this product any more.
pub(crate) async fn forget(tx: &Tx, product: ProductId) -> Result<()> {
    product_proposal::Entity::delete_by_id(product).exec(tx).await?;
    Ok(())
}

/// What waited is to be another: `reason` is what its cooperative reads.
pub(crate) async fn send_back(tx: &Tx, product: ProductId, reason: &str, now: i64) -> Result<()> {
    use product_proposal::Column;
    product_proposal::Entity::update_many()
        .col_expr(Column::State, Expr::value(ProposalState::SentBack))
        .col_expr(Column::Reason, Expr::value(reason))
        .col_expr(Column::Since, Expr::value(now))
        .filter(Column::ProductId.eq(product))
        .exec(tx)
        .await?;
    Ok(())
}
