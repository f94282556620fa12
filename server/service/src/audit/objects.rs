//! What an event was done to, in words: a product's name, an order's code. The log itself keeps kinds and numbers only.

use std::collections::HashMap;

use db::entities::{audit_event, offer, order, order_group, product, user};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{Locale, OfferId, OrderGroupId, OrderId, ProductId, UserId};

use super::list::user_of;
use crate::error::Result;
use crate::texts::{self, TextSet};
use crate::{Shop, Shown};

/// What something was done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditObject {
    /// Nothing but whose it is.
    Nothing,
    /// A product or one of its sizes.
    Product(Shown),
    /// An order, by its code.
    Order(String),
    /// A person, by name.
    Person(String),
    /// In the log's own word, as `setting:bank`.
    Other(String),
}

/// The names of all that the events of one page name by number.
#[derive(Debug)]
pub(super) struct Names {
    people: HashMap<UserId, String>,
    products: HashMap<ProductId, Shown>,
    offers: HashMap<OfferId, ProductId>,
    orders: HashMap<OrderId, OrderGroupId>,
    codes: HashMap<OrderGroupId, String>,
}

impl Names {
    /// Reads them, each kind with one query however many events there are.
    ///
    /// # Errors
    /// When the database does not answer.
    #[crate::boxed]
    pub async fn read(shop: &Shop, locale: Locale, rows: &[audit_event::Model]) -> Result<Self> {
        let db = shop.db().read();
        let named = |kind: &str| {
            let ids = rows.iter().filter_map(|row| number(&row.object, kind));
            ids.collect::<Vec<i64>>()
        };
        let people = rows
            .iter()
            .flat_map(|row| [row.actor.as_str(), &row.object, first_word(&row.detail).0]);
        let people: Vec<(UserId, String)> = user::Entity::find()
            .select_only()
            .column(user::Column::Id)
            .column(user::Column::Name)
            .filter(user::Column::Id.is_in(people.filter_map(user_of)))
            .into_tuple()
            .all(db)
            .await?;
        let offers: Vec<(OfferId, ProductId)> = offer::Entity::find()
            .select_only()
            .column(offer::Column::Id)
            .column(offer::Column::ProductId)
            .filter(offer::Column::Id.is_in(named("offer")))
            .into_tuple()
            .all(db)
            .await?;
        let products = named("product").into_iter().map(ProductId);
        let products: Vec<ProductId> = products.chain(offers.iter().map(|(_, product)| *product)).collect();
        let orders: Vec<(OrderId, OrderGroupId)> = order::Entity::find()
            .select_only()
            .column(order::Column::Id)
            .column(order::Column::GroupId)
            .filter(order::Column::Id.is_in(named("order")))
            .into_tuple()
            .all(db)
            .await?;
        let groups = named("group").into_iter().map(OrderGroupId);
        let groups = groups.chain(orders.iter().map(|(_, group)| *group));
        let codes: Vec<(OrderGroupId, String)> = order_group::Entity::find()
            .select_only()
            .column(order_group::Column::Id)
            .column(order_group::Column::Code)
            .filter(order_group::Column::Id.is_in(groups))
            .into_tuple()
            .all(db)
            .await?;
        Ok(Self {
            people: people.into_iter().collect(),
            products: product_names(shop, locale, products).await?,
            offers: offers.into_iter().collect(),
            orders: orders.into_iter().collect(),
            codes: codes.into_iter().collect(),
        })
    }

    /// Who did it, where the log names a person.
    pub fn person(&self, word: &str) -> Option<&String> {
        user_of(word).and_then(|id| self.people.get(&id))
    }

    /// Whom a detail is about, if it begins with a person, and what else it says.
    pub fn detail(&self, detail: String) -> (Option<String>, String) {
        let (first, rest) = first_word(&detail);
        match self.person(first) {
            Some(name) => (Some(name.clone()), rest.to_owned()),
            None => (None, detail),
        }
    }

    /// What it was done to. What is no more there is called as in the log.
    pub fn object(&self, word: &str) -> AuditObject {
        let group = number(word, "group").map(OrderGroupId);
        let of_order = || number(word, "order").and_then(|id| self.orders.get(&OrderId(id)).copied());
        if let Some(code) = group.or_else(of_order).and_then(|id| self.codes.get(&id)) {
            return AuditObject::Order(code.clone());
        }
        let product = number(word, "product").map(ProductId);
        let of_offer = || number(word, "offer").and_then(|id| self.offers.get(&OfferId(id)).copied());
        if let Some(name) = product.or_else(of_offer).and_then(|id| self.products.get(&id)) {
            return AuditObject::Product(name.clone());
        }
        match self.person(word) {
            Some(name) => AuditObject::Person(name.clone()),
            None if word == "-" || number(word, "cooperative").is_some() => AuditObject::Nothing,
            None => AuditObject::Other(word.to_owned()),
        }
    }
}

fn first_word(detail: &str) -> (&str, &str) {
    detail.split_once(' ').unwrap_or((detail, ""))
}

/// The number in `kind:number`.
fn number(word: &str, kind: &str) -> Option<i64> {
    word.strip_prefix(kind)?.strip_prefix(':')?.parse().ok()
}

async fn product_names(shop: &Shop, locale: Locale, ids: Vec<ProductId>) -> Result<HashMap<ProductId, Shown>> {
    let db = shop.db().read();
    let texts: HashMap<ProductId, TextSet> = texts::read(db, &ids).await?;
    let rows: Vec<(ProductId, String, Locale)> = product::Entity::find()
        .select_only()
        .column(product::Column::Id)
        .column(product::Column::Slug)
        .column(product::Column::SourceLang)
        .filter(product::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    let named = rows.into_iter().map(|(id, slug, source)| {
        let name = texts.get(&id).map_or_else(
            || TextSet::default().name(locale, source, &slug),
            |texts| texts.name(locale, source, &slug),
        );
        (id, name)
    });
    Ok(named.collect())
}
