//! What an event was done to, in words: a product's name, an order's code, and what kind of thing it is where it has none.
//! The log itself keeps kinds and numbers only.

use std::collections::{HashMap, HashSet};

use db::entities::{application, audit_event, offer, order, order_group, product, user};
use db::sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use domain::{ApplicationId, Locale, OfferId, OrderGroupId, OrderId, ProductId, UserId};

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
    /// Something else that has a number, with its name where there is one.
    Thing(AuditThing, i64, Option<Shown>),
    /// A part of the settings, by its word.
    Setting(String),
    /// In the log's own word, where a later program wrote it.
    Other(String),
}

/// A kind of thing that the log names by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AuditThing {
    /// What the Centre told the cooperatives.
    Announcement,
    /// What somebody wrote who wants to sell here.
    Application,
    /// A category.
    Category,
    /// A step in editing a shop page.
    Edit,
    /// A table that came in.
    Import,
    /// A message to somebody.
    Message,
    /// A part of a shop page.
    Part,
    /// Money that the Centre pays a cooperative.
    Payout,
    /// A picture.
    Picture,
    /// A question about a product.
    Question,
    /// What a buyer says about goods.
    Review,
    /// A line of words that mean the same.
    SearchWords,
    /// A clerk's shift at a station.
    Shift,
    /// A station.
    Station,
}

impl AuditThing {
    const ALL: [Self; 14] = [
        Self::Announcement,
        Self::Application,
        Self::Category,
        Self::Edit,
        Self::Import,
        Self::Message,
        Self::Part,
        Self::Payout,
        Self::Picture,
        Self::Question,
        Self::Review,
        Self::SearchWords,
        Self::Shift,
        Self::Station,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Announcement => "announcement",
            Self::Application => "application",
            Self::Category => "category",
            Self::Edit => "edit",
            Self::Import => "import",
            Self::Message => "message",
            Self::Part => "part",
            Self::Payout => "payout",
            Self::Picture => "picture",
            Self::Question => "question",
            Self::Review => "review",
            Self::SearchWords => "search-words",
            Self::Shift => "shift",
            Self::Station => "station",
        }
    }

    /// What stands in the log as `station:209`, and its number.
    pub fn read(word: &str) -> Option<(Self, i64)> {
        Self::ALL
            .into_iter()
            .find_map(|thing| Some((thing, number(word, thing.word())?)))
    }
}

/// The names of all that the events of one page name by number.
#[derive(Debug)]
pub(super) struct Names {
    people: HashMap<UserId, String>,
    products: HashMap<ProductId, Shown>,
    offers: HashMap<OfferId, ProductId>,
    orders: HashMap<OrderId, OrderGroupId>,
    codes: HashMap<OrderGroupId, String>,
    things: HashMap<(AuditThing, i64), Shown>,
}

/// The names of the people whom these words of the log, `user:7`, mean.
pub(super) async fn people(shop: &Shop, words: &[&str]) -> Result<HashMap<UserId, String>> {
    let people: Vec<(UserId, String)> = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .column(user::Column::Name)
        .filter(user::Column::Id.is_in(words.iter().copied().filter_map(user_of)))
        .into_tuple()
        .all(shop.db().read())
        .await?;
    Ok(people.into_iter().collect())
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
        let words: Vec<&str> = rows
            .iter()
            .flat_map(|row| [row.actor.as_str(), &row.object, first_word(&row.detail).0])
            .collect();
        let people = people(shop, &words).await?;
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
            people,
            products: product_names(shop, locale, products).await?,
            offers: offers.into_iter().collect(),
            orders: orders.into_iter().collect(),
            codes: codes.into_iter().collect(),
            things: thing_names(shop, locale, rows).await?,
        })
    }

    /// All people among them.
    pub const fn people(&self) -> &HashMap<UserId, String> {
        &self.people
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
        if let Some((thing, number)) = AuditThing::read(word) {
            return AuditObject::Thing(thing, number, self.things.get(&(thing, number)).cloned());
        }
        if let Some(section) = word.strip_prefix("setting:") {
            return AuditObject::Setting(section.to_owned());
        }
        if let Some(unit) = word.strip_prefix("text:") {
            return AuditObject::Other(unit.to_owned());
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
pub(super) fn number(word: &str, kind: &str) -> Option<i64> {
    word.strip_prefix(kind)?.strip_prefix(':')?.parse().ok()
}

/// What applications, categories and stations are called that these events are about.
async fn thing_names(
    shop: &Shop,
    locale: Locale,
    rows: &[audit_event::Model],
) -> Result<HashMap<(AuditThing, i64), Shown>> {
    let wanted: HashSet<(AuditThing, i64)> = rows.iter().filter_map(|row| AuditThing::read(&row.object)).collect();
    let applications = wanted.iter().filter(|(thing, _)| *thing == AuditThing::Application);
    let applications: Vec<(ApplicationId, String, Locale)> = application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .column(application::Column::Name)
        .column(application::Column::Lang)
        .filter(application::Column::Id.is_in(applications.map(|(_, id)| ApplicationId(*id))))
        .into_tuple()
        .all(shop.db().read())
        .await?;
    let mut names = HashMap::new();
    for (id, text, lang) in applications {
        let name = Shown {
            text,
            lang,
            outdated: false,
        };
        names.insert((AuditThing::Application, id.get()), name);
    }
    let directory = shop.directory();
    for (category, _) in directory.categories.iter().chain(&directory.hidden_categories) {
        let key = (AuditThing::Category, category.id.get());
        if wanted.contains(&key) {
            names.insert(key, category.name(locale));
        }
    }
    for station in directory.all_stations() {
        let key = (AuditThing::Station, station.entry.id.get());
        if wanted.contains(&key) {
            names.insert(key, station.entry.name(locale));
        }
    }
    Ok(names)
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
