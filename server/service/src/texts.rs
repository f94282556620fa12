//! Merchant texts in several languages: which one is shown, and what that makes outdated.

use std::collections::HashMap;

use db::entities::translation;
use db::sea_orm::sea_query::ExprTrait;
use db::sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use domain::{Locale, Translated, TranslationState, pick};

use crate::Result;

pub use domain::view::Shown;

/// What a translated text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entity {
    /// A category of goods.
    Category,
    /// A cooperative and its shop page.
    Cooperative,
    /// A product.
    Product,
    /// A village station.
    Station,
    /// A township.
    Township,
}

impl Entity {
    /// The name stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Cooperative => "cooperative",
            Self::Product => "product",
            Self::Station => "station",
            Self::Township => "township",
        }
    }
}

/// The texts of one thing: field → its rows in all languages.
#[derive(Clone, Debug, Default)]
pub struct TextSet {
    fields: HashMap<String, Vec<Translated>>,
}

impl TextSet {
    /// Adds a row of the translations table.
    pub fn add(&mut self, row: translation::Model) {
        let (Some(lang), Some(state)) = (Locale::from_code(&row.lang), TranslationState::parse(&row.state)) else {
            return;
        };
        self.fields.entry(row.field).or_default().push(Translated {
            text: row.value,
            lang,
            state,
        });
    }

    /// The text of `field` for a reader of `locale`; `None` only when no language has it.
    pub fn show(&self, field: &str, locale: Locale, source: Locale) -> Option<Shown> {
        let chosen = pick(locale, source, self.fields.get(field)?)?;
        Some(Shown {
            text: chosen.text.clone(),
            lang: chosen.lang,
            outdated: chosen.state == TranslationState::Outdated,
        })
    }

    /// The text of a name: the identifier `otherwise` stands in when every language is missing, so no name is blank.
    pub fn name(&self, locale: Locale, source: Locale, otherwise: &str) -> Shown {
        self.show("name", locale, source).unwrap_or_else(|| Shown {
            text: otherwise.to_owned(),
            lang: source,
            outdated: false,
        })
    }

    /// The row of `field` in exactly `locale`.
    pub fn exact(&self, field: &str, locale: Locale) -> Option<&Translated> {
        self.fields.get(field)?.iter().find(|t| t.lang == locale)
    }

    /// All rows of `field`.
    pub fn all(&self, field: &str) -> &[Translated] {
        self.fields.get(field).map_or(&[], Vec::as_slice)
    }
}

/// Reads the texts of the things `ids` of one kind.
pub(crate) async fn read(db: &impl ConnectionTrait, entity: Entity, ids: &[i64]) -> Result<HashMap<i64, TextSet>> {
    let mut sets: HashMap<i64, TextSet> = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        let rows = translation::Entity::find()
            .filter(translation::Column::Entity.eq(entity.as_str()))
            .filter(translation::Column::EntityId.is_in(chunk.iter().copied()))
            .all(db)
            .await?;
        for row in rows {
            sets.entry(row.entity_id).or_default().add(row);
        }
    }
    Ok(sets)
}

/// Reads the names of some things, whatever kind each is of.
pub(crate) async fn read_names(
    db: &impl ConnectionTrait,
    things: &[(Entity, i64)],
) -> Result<HashMap<(Entity, i64), TextSet>> {
    let of_thing = |(entity, id): &(Entity, i64)| {
        translation::Column::Entity
            .eq(entity.as_str())
            .and(translation::Column::EntityId.eq(*id))
    };
    let any = things.iter().map(of_thing).fold(Condition::any(), Condition::add);
    let rows = translation::Entity::find()
        .filter(translation::Column::Field.eq("name"))
        .filter(any)
        .all(db)
        .await?;
    let mut sets: HashMap<(Entity, i64), TextSet> = HashMap::with_capacity(things.len());
    for row in rows {
        let thing = things.iter().find(|(entity, id)| entity.as_str() == row.entity && *id == row.entity_id);
        if let Some(thing) = thing {
            sets.entry(*thing).or_default().add(row);
        }
    }
    Ok(sets)
}

/// Reads all texts of one kind.
pub(crate) async fn read_all(db: &impl ConnectionTrait, entity: Entity) -> Result<HashMap<i64, TextSet>> {
    let mut sets: HashMap<i64, TextSet> = HashMap::new();
    let rows = translation::Entity::find()
        .filter(translation::Column::Entity.eq(entity.as_str()))
        .all(db)
        .await?;
    for row in rows {
        sets.entry(row.entity_id).or_default().add(row);
    }
    Ok(sets)
}
