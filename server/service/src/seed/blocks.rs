//! Parts of a cooperative's shop page in a district's files.
//!
//! ```toml
//! [[block]]
//! kind = "questions"
//! [[block.item]]
//! question = { ug = "…", zh = "…", es = "…" }
//! answer = { ug = "…", zh = "…", es = "…" }
//! ```

use std::collections::{BTreeMap, HashMap};

use domain::shop_page::{BlockKind, Field, Place, ShopDocument};
use domain::{Locale, ProductId};
use serde::Deserialize;

use super::files::{Texts, by_locale};
use crate::Picture;

/// One part; fields have the names of [`Field`].
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Block {
    kind: BlockKind,
    #[serde(default, rename = "item")]
    items: Vec<BTreeMap<String, Value>>,
    #[serde(flatten)]
    fields: BTreeMap<String, Value>,
}

/// What a field holds: the name of a picture or product, a day, or a text in each language.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Value {
    Plain(String),
    Texts(Texts),
}

/// What names in the files stand for.
pub(super) struct Names<'n> {
    pub pictures: &'n HashMap<String, Picture>,
    pub products: &'n HashMap<String, ProductId>,
}

impl Block {
    /// The pictures it names.
    pub fn pictures(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.fields).chain(&self.items).filter_map(|fields| {
            match fields.get(Field::Picture.as_str()) {
                Some(Value::Plain(name)) => Some(name.as_str()),
                _ => None,
            }
        })
    }

    /// Adds it to a page; says what cannot be.
    pub fn add_to(&self, page: &mut ShopDocument, source: Locale, names: &Names<'_>) -> Result<(), String> {
        let mut values = self.values(&self.fields, 0, names)?;
        for (slot, item) in (self.first_slot()..).zip(&self.items) {
            values.extend(self.values(item, slot, names)?);
        }
        let id = page
            .push(self.kind, &values, source)
            .ok_or_else(|| format!("no room for `{}`", self.kind))?;
        let block = page.block(id);
        match values
            .iter()
            .find(|(place, _)| block.is_none_or(|block| block.get(*place).is_empty()))
        {
            Some((place, value)) => Err(format!("`{place} = {value}` cannot be in `{}`", self.kind)),
            None => Ok(()),
        }
    }

    /// Items of opening hours are days without; the week stands in `opens.1` and so on.
    const fn first_slot(&self) -> u8 {
        if matches!(self.kind, BlockKind::Hours) { 8 } else { 1 }
    }

    fn values(
        &self,
        fields: &BTreeMap<String, Value>,
        slot: u8,
        names: &Names<'_>,
    ) -> Result<Vec<(Place, String)>, String> {
        let mut values = Vec::new();
        for (name, value) in fields {
            let place = Place::parse(name).map_err(|_| format!("`{name}` is no field"))?;
            let place = if slot > 0 { place.item(slot) } else { place };
            match value {
                Value::Texts(texts) => {
                    values.extend(by_locale(texts).map(|(lang, text)| (place.lang(lang), text.to_owned())));
                }
                Value::Plain(plain) => values.push((place, named(place.field, plain, names)?)),
            }
        }
        Ok(values)
    }
}

fn named(field: Field, name: &str, names: &Names<'_>) -> Result<String, String> {
    let unknown = || format!("`{name}` is named but nowhere described");
    match field {
        Field::Picture => names.pictures.get(name).map(Picture::pack).ok_or_else(unknown),
        Field::Product => names.products.get(name).map(ToString::to_string).ok_or_else(unknown),
        _ => Ok(name.to_owned()),
    }
}
