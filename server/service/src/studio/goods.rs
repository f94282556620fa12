//! What is in an order, in the words of whoever packs it or hands it over: by today's name of the product in the reader's language where
//! there is one, else as it was sold.

use std::collections::HashMap;

use db::Readable;
use db::entities::{offer, order_line};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use domain::{Locale, OfferId, OrderId, ProductId, TranslationState};

use crate::error::Result;
use crate::texts::{Shown, read};

/// Lines of orders, with the products they are of.
#[derive(Debug, Default)]
pub(crate) struct Goods {
    lines: HashMap<OrderId, Vec<order_line::Model>>,
    products: HashMap<OfferId, ProductId>,
    names: HashMap<ProductId, Shown>,
}

impl Goods {
    /// The lines of these orders.
    pub(crate) async fn of(db: &impl ConnectionTrait, orders: &[OrderId], locale: Locale) -> Result<Self> {
        let mut goods = Self::default();
        for some in orders.chunks(500) {
            let rows = order_line::Entity::find()
                .filter(order_line::Column::OrderId.is_in(some.iter().copied()))
                .order_by_asc(order_line::Column::Id)
                .readable(db)
                .await?;
            for row in rows {
                goods.lines.entry(row.order_id).or_default().push(row);
            }
        }
        let mut offers: Vec<OfferId> = goods.lines.values().flatten().map(|line| line.offer_id).collect();
        offers.sort_unstable();
        offers.dedup();
        for some in offers.chunks(500) {
            let rows: Vec<(OfferId, ProductId)> = offer::Entity::find()
                .select_only()
                .column(offer::Column::Id)
                .column(offer::Column::ProductId)
                .filter(offer::Column::Id.is_in(some.iter().copied()))
                .into_tuple()
                .all(db)
                .await?;
            goods.products.extend(rows);
        }
        let mut products: Vec<ProductId> = goods.products.values().copied().collect();
        products.sort_unstable();
        products.dedup();
        for (product, texts) in read(db, &products).await? {
            if let Some(name) = texts.exact("name", locale) {
                let shown = Shown {
                    text: name.text.clone(),
                    lang: locale,
                    outdated: name.state == TranslationState::Outdated,
                };
                goods.names.insert(product, shown);
            }
        }
        Ok(goods)
    }

    /// The lines of an order, as they were sold.
    pub fn lines(&self, order: OrderId) -> &[order_line::Model] {
        self.lines.get(&order).map_or(&[], Vec::as_slice)
    }

    /// The product of a line.
    pub fn product(&self, line: &order_line::Model) -> Option<ProductId> {
        self.products.get(&line.offer_id).copied()
    }

    /// What a line's goods are called for this reader.
    pub fn name(&self, line: &order_line::Model) -> Shown {
        let today = self.product(line).and_then(|product| self.names.get(&product));
        today.cloned().unwrap_or_else(|| Shown {
            text: line.name.clone(),
            lang: line.name_lang,
            outdated: false,
        })
    }
}
