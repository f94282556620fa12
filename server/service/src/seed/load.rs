//! Writing a district into the database, in one transaction: it is all there or not at all.

use std::collections::HashMap;

use db::Tx;
use db::entities::{
    category, cooperative, freight_template, media as media_rows, offer, product, product_media, search_words, setting,
    shop_picture, shop_revision, station, station_hours, stock, township, translation,
};
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, EntityTrait, PaginatorTrait};
use domain::{
    CategoryId, CooperativeId, CooperativeStatus, Currency, Locale, MediaId, OfferStatus, ProductId, ProductStatus,
    StationStatus, TownshipId, TranslationState, source_hash,
};

use super::blocks::{Block, Names};
use super::files::{Cooperative, District, Product, Station, Texts, by_locale};
use super::pictures::draw;
use crate::catalog::rebuild_cards;
use crate::directory::HERO;
use crate::error::{Error, Result};
use crate::settings::{self, Section};
use crate::texts::HasTexts;
use crate::{Picture, Shop, shop_documents, texts};

/// What was loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Cooperatives.
    pub cooperatives: usize,
    /// Products.
    pub products: usize,
    /// Stations.
    pub stations: usize,
}

/// Whether the shop has no cooperative yet.
///
/// # Errors
/// When the database does not answer.
#[crate::boxed]
pub async fn is_empty(shop: &Shop) -> Result<bool> {
    Ok(cooperative::Entity::find().count(shop.db().read()).await? == 0)
}

/// Loads a district. `progress` is told how many pictures are drawn.
///
/// # Errors
/// When a picture or a reference is missing, or the database does not answer; then nothing was written.
#[crate::boxed]
pub async fn load(
    shop: &Shop,
    district: District,
    progress: impl Fn(usize, usize) + Send + Sync + 'static,
) -> Result<Loaded> {
    let store = shop.pictures().clone();
    let for_pictures = district.clone();
    let drawn =
        tokio::task::spawn_blocking(move || draw(&for_pictures.folder, &for_pictures.pictures(), &store, &progress));
    let pictures = drawn.await.map_err(Error::internal)??;
    let loaded = Loaded {
        cooperatives: district.cooperatives.len(),
        products: district.cooperatives.iter().map(|c| c.products.len()).sum(),
        stations: district.stations.len(),
    };
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            let (district, pictures) = (district.clone(), pictures.clone());
            Box::pin(async move {
                Loader {
                    tx,
                    now,
                    pictures,
                    media: HashMap::new(),
                }
                .run(&district)
                .await
            })
        })
        .await?;
    shop.catch_up().await?;
    Ok(loaded)
}

struct Loader<'t> {
    tx: &'t Tx,
    now: i64,
    pictures: HashMap<String, Picture>,
    /// Picture name → row of the media table.
    media: HashMap<String, MediaId>,
}

impl Loader<'_> {
    async fn run(mut self, district: &District) -> Result<()> {
        self.write_media().await?;
        self.write_freight(district).await?;
        self.write_settings(district).await?;
        self.write_words(district).await?;
        let townships = self.write_townships(district).await?;
        let categories = self.write_categories(district).await?;
        for station in &district.stations {
            self.write_station(station, known(&townships, station.township.get_ref().as_str())?)
                .await?;
        }
        for cooperative in &district.cooperatives {
            let township = known(&townships, cooperative.township.get_ref().as_str())?;
            let id = self.write_cooperative(cooperative, township).await?;
            let mut products = HashMap::new();
            for product in &cooperative.products {
                let category = known(&categories, product.category.get_ref().as_str())?;
                let made = self.write_product(product, id, category).await?;
                products.insert(product.slug.get_ref().to_string(), made);
            }
            self.write_page(cooperative, id, &products).await?;
        }
        Ok(())
    }

    async fn write_media(&mut self) -> Result<()> {
        for (name, picture) in &self.pictures {
            let row = media_rows::ActiveModel {
                sha: Set(picture.key.clone()),
                width: Set(i64::from(picture.width)),
                height: Set(i64::from(picture.height)),
                created_at: Set(self.now),
                ..Default::default()
            };
            self.media.insert(name.clone(), row.insert(self.tx).await?.id);
        }
        if let Some(hero) = self.pictures.get(HERO) {
            let row = setting::ActiveModel {
                name: Set(HERO.to_owned()),
                value: Set(hero.pack()),
            };
            setting::Entity::insert(row).exec_without_returning(self.tx).await?;
        }
        Ok(())
    }

    async fn write_freight(&self, district: &District) -> Result<()> {
        let rows = district.freight.iter().map(|f| freight_template::ActiveModel {
            region: Set(f.region),
            first_grams: Set(f.first_grams),
            first_minor: Set(f.first_fen),
            step_grams: Set(f.step_grams),
            step_minor: Set(f.step_fen),
            currency: Set(Currency::Cny),
            ..Default::default()
        });
        freight_template::Entity::insert_many(rows)
            .exec_without_returning(self.tx)
            .await?;
        Ok(())
    }

    /// What a district does not name stays as it is: a second one is loaded into a shop that has an account already.
    async fn write_settings(&self, district: &District) -> Result<()> {
        let named = &district.settings;
        if let Some(bank) = &named.bank {
            settings::write(self.tx, Section::Bank, bank).await?;
        }
        if let Some(centre) = &named.centre {
            settings::write(self.tx, Section::Centre, centre).await?;
        }
        if !named.notices.is_empty() {
            settings::write(self.tx, Section::Notices, &named.notices).await?;
        }
        if !named.closed.is_empty() {
            settings::write(self.tx, Section::Closed, &named.closed).await?;
        }
        Ok(())
    }

    async fn write_words(&self, district: &District) -> Result<()> {
        let mut rows = Vec::new();
        for line in &district.words {
            rows.push(search_words::ActiveModel {
                words: Set(line.read().map_err(Error::Fields)?),
                version: Set(1),
                ..Default::default()
            });
        }
        if !rows.is_empty() {
            search_words::Entity::insert_many(rows)
                .exec_without_returning(self.tx)
                .await?;
        }
        Ok(())
    }

    async fn write_townships(&self, district: &District) -> Result<HashMap<String, TownshipId>> {
        let mut ids = HashMap::new();
        for (position, row) in (0_i64..).zip(&district.townships) {
            let made = township::ActiveModel {
                slug: Set(row.slug.get_ref().to_string()),
                position: Set(position),
                ..Default::default()
            };
            let id = made.insert(self.tx).await?.id;
            self.write_texts(id, Locale::Ug, "name", &row.name).await?;
            ids.insert(row.slug.get_ref().to_string(), id);
        }
        Ok(ids)
    }

    async fn write_categories(&self, district: &District) -> Result<HashMap<String, CategoryId>> {
        let mut ids = HashMap::new();
        for (position, row) in (0_i64..).zip(&district.categories) {
            let made = category::ActiveModel {
                slug: Set(row.slug.get_ref().to_string()),
                position: Set(position),
                picture_id: Set(Some(known(&self.media, row.picture.get_ref())?)),
                goods_class: Set(row.goods),
                ..Default::default()
            };
            let id = made.insert(self.tx).await?.id;
            self.write_texts(id, Locale::Zh, "name", &row.name).await?;
            ids.insert(row.slug.get_ref().to_string(), id);
        }
        Ok(ids)
    }

    async fn write_station(&self, row: &Station, township: TownshipId) -> Result<()> {
        let made = station::ActiveModel {
            code: Set(row.code.get_ref().clone()),
            slug: Set(row.slug.get_ref().to_string()),
            township_id: Set(township),
            phone: Set(row.phone.clone()),
            status: Set(StationStatus::Open),
            ..Default::default()
        };
        let id = made.insert(self.tx).await?.id;
        self.write_texts(id, Locale::Ug, "name", &row.name).await?;
        self.write_texts(id, Locale::Ug, "address", &row.address).await?;
        let mut hours = Vec::new();
        for range in &row.hours {
            let (opens, closes) = (range.open, range.close);
            for day in &range.days {
                hours.push(station_hours::ActiveModel {
                    station_id: Set(id),
                    weekday: Set(*day),
                    opens_minute: Set(opens),
                    closes_minute: Set(closes),
                    ..Default::default()
                });
            }
        }
        if !hours.is_empty() {
            station_hours::Entity::insert_many(hours)
                .exec_without_returning(self.tx)
                .await?;
        }
        Ok(())
    }

    async fn write_cooperative(&self, row: &Cooperative, township: TownshipId) -> Result<CooperativeId> {
        let source = row.source_lang;
        let made = cooperative::ActiveModel {
            slug: Set(row.slug.get_ref().to_string()),
            township_id: Set(township),
            source_lang: Set(source),
            phone: Set(row.phone.clone()),
            link: Set(row.link.clone()),
            founded: Set(row.founded),
            members: Set(row.members),
            picture_id: Set(Some(known(&self.media, row.picture.get_ref())?)),
            status: Set(CooperativeStatus::Approved),
            version: Set(1),
            ..Default::default()
        };
        let id = made.insert(self.tx).await?.id;
        for (field, texts) in [("name", &row.name), ("tagline", &row.tagline), ("story", &row.story)] {
            self.write_texts(id, source, field, texts).await?;
        }
        Ok(id)
    }

    async fn write_product(
        &self,
        row: &Product,
        cooperative: CooperativeId,
        category: CategoryId,
    ) -> Result<ProductId> {
        let source = row.source_lang;
        let made = product::ActiveModel {
            slug: Set(row.slug.get_ref().to_string()),
            cooperative_id: Set(cooperative),
            category_id: Set(category),
            source_lang: Set(source),
            status: Set(ProductStatus::Published),
            harvest_year: Set(row.harvest_year),
            season_from: Set(row.season.map(|s| s[0])),
            season_to: Set(row.season.map(|s| s[1])),
            popularity: Set(row.popularity),
            created_at: Set(self.now),
            updated_at: Set(self.now),
            version: Set(1),
            ..Default::default()
        };
        let id = made.insert(self.tx).await?.id;
        self.write_texts(id, source, "name", &row.name).await?;
        self.write_texts(id, source, "description", &row.description).await?;
        for (position, name) in (0_i64..).zip(&row.pictures) {
            let link = product_media::ActiveModel {
                product_id: Set(id),
                position: Set(position),
                media_id: Set(known(&self.media, name.get_ref())?),
            };
            product_media::Entity::insert(link)
                .exec_without_returning(self.tx)
                .await?;
        }
        for (position, size) in (0_i64..).zip(&row.offers) {
            let made = offer::ActiveModel {
                product_id: Set(id),
                sku: Set(size.sku.get_ref().clone()),
                position: Set(position),
                unit: Set(size.sold_by),
                step: Set(size.step),
                minimum: Set(size.min),
                maximum: Set(size.max),
                reference_amount: Set(size.per),
                price_minor: Set(size.price_fen),
                currency: Set(Currency::Cny),
                net_grams: Set(size.net_grams),
                gross_grams: Set(size.gross_grams),
                status: Set(OfferStatus::Active),
                version: Set(1),
                ..Default::default()
            };
            let offer_id = made.insert(self.tx).await?.id;
            let there = stock::ActiveModel {
                offer_id: Set(offer_id),
                on_hand: Set(size.stock),
                reserved: Set(0),
                short: Set(0),
            };
            stock::Entity::insert(there).exec_without_returning(self.tx).await?;
        }
        rebuild_cards(self.tx, id).await?;
        Ok(id)
    }

    /// A shop page with parts, published; without any, the page is made of the texts.
    async fn write_page(
        &self,
        row: &Cooperative,
        id: CooperativeId,
        products: &HashMap<String, ProductId>,
    ) -> Result<()> {
        if row.blocks.is_empty() {
            return Ok(());
        }
        let source = row.source_lang;
        let texts = texts::read(self.tx, &[id]).await?.remove(&id).unwrap_or_default();
        let mut page = shop_documents::first(&texts, source, row.link.as_deref());
        let names = Names {
            pictures: &self.pictures,
            products,
        };
        for block in &row.blocks {
            block
                .add_to(&mut page, source, &names)
                .map_err(|what| wrong(&format!("{}: {what}", row.slug.get_ref())))?;
        }
        for picture in row.blocks.iter().flat_map(Block::pictures) {
            let held = shop_picture::ActiveModel {
                cooperative_id: Set(id),
                media_id: Set(known(&self.media, picture)?),
                created_at: Set(self.now),
            };
            let same = OnConflict::columns([shop_picture::Column::CooperativeId, shop_picture::Column::MediaId])
                .do_nothing()
                .to_owned();
            match shop_picture::Entity::insert(held)
                .on_conflict(same)
                .exec_without_returning(self.tx)
                .await
            {
                Ok(_) | Err(DbErr::RecordNotInserted) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let revision = shop_revision::ActiveModel {
            cooperative_id: Set(id),
            number: Set(1),
            document: Set(shop_documents::write(&page)?),
            user_id: Set(None),
            by_centre: Set(false),
            at: Set(self.now),
            ..Default::default()
        };
        shop_revision::Entity::insert(revision)
            .exec_without_returning(self.tx)
            .await?;
        Ok(())
    }

    async fn write_texts<Id: HasTexts>(&self, id: Id, source: Locale, field: &str, texts: &Texts) -> Result<()> {
        let source_text = texts.get(source.code()).map_or("", |t| t.trim());
        let hash = format!("{:016x}", source_hash(source_text));
        let rows: Vec<_> = by_locale(texts)
            .filter(|(_, text)| !text.is_empty())
            .map(|(lang, text)| translation::ActiveModel {
                entity: Set(Id::OWNER),
                entity_id: Set(id.number()),
                field: Set(field.to_owned()),
                lang: Set(lang),
                value: Set(text.to_owned()),
                state: Set(if lang == source {
                    TranslationState::Source
                } else {
                    TranslationState::Human
                }),
                source_lang: Set(source),
                source_hash: Set(hash.clone()),
                updated_at: Set(self.now),
                updated_by: Set(None),
            })
            .collect();
        if !rows.is_empty() {
            translation::Entity::insert_many(rows)
                .exec_without_returning(self.tx)
                .await?;
        }
        Ok(())
    }
}

fn known<Id: Copy>(ids: &HashMap<String, Id>, name: &str) -> Result<Id> {
    ids.get(name)
        .copied()
        .ok_or_else(|| wrong(&format!("`{name}` is named but nowhere described")))
}

fn wrong(what: &str) -> Error {
    Error::internal(std::io::Error::other(what.to_owned()))
}
