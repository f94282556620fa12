//! A shop on a fresh database, with the district of the tests.

use std::ops::Deref;
use std::path::Path;

use db::WriteError;
use db::entities::{cooperative, offer, order, order_group, product, stock};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Statement};
use domain::{CooperativeId, OfferId, OrderCode, OrderId, ProductId};
use l10n::Texts;
use service::seed::{self, District};
use service::{Clock, PictureStore, Shop, ShopOptions};

use crate::{Database, Place, seeded};

/// When the tests' clock starts: Monday, 23 November 2026, 12:00 in Beijing.
pub const NOW: i64 = 1_795_406_400_000;

/// A shop of its own. Reads as a [`Shop`].
#[derive(Debug)]
pub struct TestShop {
    shop: Shop,
    /// The shop's clock, to move it.
    pub clock: Clock,
    /// Where its data lies; dropped last.
    pub place: Place,
}

impl Deref for TestShop {
    type Target = Shop;

    fn deref(&self) -> &Shop {
        &self.shop
    }
}

impl TestShop {
    /// A shop with the small district; `None` when its database is not there (see [`Place::fresh`]).
    ///
    /// # Panics
    /// When it cannot be set up.
    pub async fn open(database: Database) -> Option<Self> {
        Some(Self::open_at(seeded::copy(database).await?).await)
    }

    /// A shop with nothing in it.
    ///
    /// # Panics
    /// When it cannot be set up.
    pub async fn open_empty(database: Database) -> Option<Self> {
        Some(Self::open_at(Place::fresh(database).await?).await)
    }

    /// A shop with what is in `place`.
    ///
    /// # Panics
    /// When it cannot be set up.
    pub(crate) async fn open_at(place: Place) -> Self {
        let clock = Clock::fixed(NOW);
        let options = ShopOptions {
            db: place.open().await,
            texts: Texts::built_in(),
            clock: clock.clone(),
            pictures: PictureStore::in_folder(&place.folder().join("media")).expect("a media folder"),
            secret: [7; 32],
        };
        let shop = Shop::open(options).await.expect("the shop opens");
        Self { shop, clock, place }
    }

    /// Loads the district in `folder`. Its pictures are not drawn: where one is asked for, an empty file lies.
    ///
    /// # Panics
    /// When the district cannot be loaded.
    pub async fn load(&self, folder: &Path) -> seed::Loaded {
        self.pretend_pictures(&folder.join("pictures"));
        let district = District::read(folder).expect("the district reads");
        seed::load(self, district, |_, _| {}).await.expect("the district loads")
    }

    /// Drawing takes longer than most tests; the shop draws only what is not there.
    fn pretend_pictures(&self, folder: &Path) {
        let kept = self.place.folder().join("media");
        std::fs::create_dir_all(&kept).expect("a media folder");
        for file in std::fs::read_dir(folder).expect("pictures") {
            let path = file.expect("a picture").path();
            if path.extension().is_none_or(|ext| ext != "svg") {
                continue;
            }
            let sha = media::sha_of(&std::fs::read(path).expect("a picture"));
            for format in media::Format::ALL {
                for width in format.widths() {
                    std::fs::write(kept.join(format!("{sha}-{width}.{}", format.ext())), []).expect("a file");
                }
            }
        }
    }

    /// The offer with this stock keeping unit.
    ///
    /// # Panics
    /// When there is none.
    pub async fn offer(&self, sku: &str) -> OfferId {
        let row = offer::Entity::find()
            .filter(offer::Column::Sku.eq(sku))
            .one(self.db().read())
            .await;
        row.unwrap().unwrap_or_else(|| panic!("no offer {sku}")).id
    }

    /// The product with this name in the URL.
    ///
    /// # Panics
    /// When there is none.
    pub async fn product(&self, slug: &str) -> ProductId {
        let row = product::Entity::find()
            .filter(product::Column::Slug.eq(slug))
            .one(self.db().read())
            .await;
        row.unwrap().unwrap_or_else(|| panic!("no product {slug}")).id
    }

    /// The cooperative with this name in the URL.
    ///
    /// # Panics
    /// When there is none.
    pub async fn cooperative(&self, slug: &str) -> CooperativeId {
        let row = cooperative::Entity::find()
            .filter(cooperative::Column::Slug.eq(slug))
            .one(self.db().read())
            .await;
        row.unwrap().unwrap_or_else(|| panic!("no cooperative {slug}")).id
    }

    /// The orders of a group, by cooperative as they were first put into the cart.
    ///
    /// # Panics
    /// When there is no such group.
    pub async fn orders_of(&self, code: &OrderCode) -> Vec<OrderId> {
        let db = self.db().read();
        let group = order_group::Entity::find()
            .filter(order_group::Column::Code.eq(code.to_string()))
            .one(db)
            .await;
        let group = group.unwrap().unwrap_or_else(|| panic!("no order {code}")).id;
        let rows = order::Entity::find()
            .filter(order::Column::GroupId.eq(group))
            .order_by_asc(order::Column::Id)
            .all(db);
        rows.await.unwrap().into_iter().map(|row| row.id).collect()
    }

    /// What is on hand and what of it is reserved.
    ///
    /// # Panics
    /// When there is no such offer.
    pub async fn stock(&self, sku: &str) -> (i64, i64) {
        let id = self.offer(sku).await;
        let row = stock::Entity::find_by_id(id)
            .one(self.db().read())
            .await
            .unwrap()
            .unwrap();
        (row.on_hand, row.reserved)
    }

    /// Runs SQL behind the shop's back, through its one writer.
    ///
    /// # Panics
    /// When the database does not take it.
    pub async fn execute(&self, sql: impl Into<String>) {
        let sql: String = sql.into();
        self.db()
            .write(move |tx| {
                let sql = sql.clone();
                Box::pin(async move {
                    tx.execute_unprepared(&sql).await.map_err(WriteError::Database)?;
                    Ok::<_, WriteError>(())
                })
            })
            .await
            .unwrap();
    }

    /// The number that `sql` answers in its first column.
    ///
    /// # Panics
    /// When the database does not answer with one.
    pub async fn number(&self, sql: &str) -> i64 {
        let statement = Statement::from_string(self.db().backend(), sql);
        let row = self.db().read().query_one_raw(statement).await.unwrap().expect("a row");
        row.try_get_by_index(0).expect("a number")
    }
}
