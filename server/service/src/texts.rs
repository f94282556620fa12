//! Merchant texts in several languages: which one is shown, and what that makes outdated.

use std::collections::HashMap;
use std::hash::Hash;

use db::entities::translation;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Select};
use db::{Readable, Tx};
use domain::{
    CategoryId, CooperativeId, Locale, ProductId, StationId, TextOwner, TownshipId, Translated, TranslationState,
    UserId, pick, source_hash,
};

use crate::Result;

pub use domain::view::Shown;

/// The id of something that has texts: one table holds those of all kinds.
pub(crate) trait HasTexts: Copy + Eq + Hash {
    /// What it is the id of.
    const OWNER: TextOwner;

    /// The id with this number.
    fn of_number(number: i64) -> Self;

    /// Its number.
    fn number(self) -> i64;
}

macro_rules! have_texts {
    ($($id:ident: $owner:ident;)+) => {$(
        impl HasTexts for $id {
            const OWNER: TextOwner = TextOwner::$owner;

            fn of_number(number: i64) -> Self {
                Self(number)
            }

            fn number(self) -> i64 {
                self.get()
            }
        }
    )+};
}

have_texts! {
    CategoryId: Category;
    CooperativeId: Cooperative;
    ProductId: Product;
    StationId: Station;
    TownshipId: Township;
}

/// The texts of one thing: field → its rows in all languages.
#[derive(Clone, Debug, Default)]
pub struct TextSet {
    fields: HashMap<String, Vec<Translated>>,
}

impl TextSet {
    /// Adds a row of the translations table.
    pub fn add(&mut self, row: translation::Model) {
        self.fields.entry(row.field).or_default().push(Translated {
            text: row.value,
            lang: row.lang,
            state: row.state,
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

    /// The same with `text` as the text of `field` in `lang`, as its cooperative wrote it; an empty one takes it away.
    pub(crate) fn overlay(&mut self, field: &str, lang: Locale, source: Locale, text: &str) {
        let rows = self.fields.entry(field.to_owned()).or_default();
        rows.retain(|row| row.lang != lang);
        if !text.is_empty() {
            rows.push(Translated {
                text: text.to_owned(),
                lang,
                state: if lang == source {
                    TranslationState::Source
                } else {
                    TranslationState::Human
                },
            });
        }
    }

    /// The same, with the translation of `field` in `lang` as a machine's.
    pub(crate) fn mark_machine(&mut self, field: &str, lang: Locale) {
        let rows = self.fields.get_mut(field).into_iter().flatten();
        for row in rows.filter(|row| row.lang == lang && row.state == TranslationState::Human) {
            row.state = TranslationState::Machine;
        }
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

/// Reads the texts of these things.
pub(crate) async fn read<Id: HasTexts>(db: &impl ConnectionTrait, ids: &[Id]) -> Result<HashMap<Id, TextSet>> {
    let mut sets = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(500) {
        let rows = of_owner(Id::OWNER).filter(translation::Column::EntityId.is_in(chunk.iter().map(|id| id.number())));
        add_all(&mut sets, rows.readable(db).await?);
    }
    Ok(sets)
}

/// Reads the texts of one thing, of a kind known only now.
pub(crate) async fn read_of(db: &impl ConnectionTrait, owner: TextOwner, id: i64) -> Result<TextSet> {
    let mut set = TextSet::default();
    let rows = of_owner(owner).filter(translation::Column::EntityId.eq(id));
    for row in rows.readable(db).await? {
        set.add(row);
    }
    Ok(set)
}

/// Reads all texts of one kind.
pub(crate) async fn read_all<Id: HasTexts>(db: &impl ConnectionTrait) -> Result<HashMap<Id, TextSet>> {
    let mut sets = HashMap::new();
    add_all(&mut sets, of_owner(Id::OWNER).readable(db).await?);
    Ok(sets)
}

fn of_owner(owner: TextOwner) -> Select<translation::Entity> {
    translation::Entity::find().filter(translation::Column::Entity.eq(owner))
}

fn add_all<Id: HasTexts>(sets: &mut HashMap<Id, TextSet>, rows: Vec<translation::Model>) {
    for row in rows {
        sets.entry(Id::of_number(row.entity_id)).or_default().add(row);
    }
}

/// Who writes a text, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Writing {
    /// The person.
    pub user: UserId,
    /// Milliseconds since 1970 UTC.
    pub now: i64,
}

/// Writes `field` of one thing in all its languages at once, by one who sees them all: none is outdated, and what is not
/// there any more is gone. Texts are not empty.
pub(crate) async fn replace<Id: HasTexts>(
    tx: &Tx,
    by: Writing,
    id: Id,
    source: Locale,
    field: &str,
    texts: &[(Locale, String)],
) -> Result<()> {
    translation::Entity::delete_many()
        .filter(translation::Column::Entity.eq(Id::OWNER))
        .filter(translation::Column::EntityId.eq(id.number()))
        .filter(translation::Column::Field.eq(field))
        .exec(tx)
        .await?;
    let source_text = texts.iter().find(|(lang, _)| *lang == source);
    let hash = format!("{:016x}", source_hash(source_text.map_or("", |(_, text)| text)));
    let rows: Vec<_> = texts
        .iter()
        .map(|(lang, text)| translation::ActiveModel {
            entity: Set(Id::OWNER),
            entity_id: Set(id.number()),
            field: Set(field.to_owned()),
            lang: Set(*lang),
            value: Set(text.clone()),
            state: Set(if *lang == source {
                TranslationState::Source
            } else {
                TranslationState::Human
            }),
            source_lang: Set(source),
            source_hash: Set(hash.clone()),
            updated_at: Set(by.now),
            updated_by: Set(Some(by.user)),
        })
        .collect();
    if !rows.is_empty() {
        translation::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// The texts of `field`, in the order of the languages.
pub(crate) fn in_languages(texts: &TextSet, field: &str) -> Vec<(Locale, String)> {
    Locale::BUILT_IN
        .into_iter()
        .filter_map(|lang| Some((lang, texts.exact(field, lang)?.text.clone())))
        .collect()
}
