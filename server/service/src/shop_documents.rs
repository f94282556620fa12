//! Shop pages as they are stored: the published one, and the one of a cooperative that has published none, made of its
//! tagline, story and link.

use db::entities::shop_revision;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use domain::shop_page::{BlockId, BlockKind, Field, Place, ShopDocument};
use domain::{CooperativeId, Locale, TranslationState};

use crate::error::{Error, Result};
use crate::texts::TextSet;

/// A document as it is stored.
pub(crate) fn write(document: &ShopDocument) -> Result<String> {
    serde_json::to_string(document).map_err(Error::internal)
}

/// A stored document, with only what this program knows.
pub(crate) fn read(stored: &str) -> Result<ShopDocument> {
    let document: ShopDocument = serde_json::from_str(stored).map_err(Error::internal)?;
    document.checked().map_err(Error::internal)
}

/// The row that buyers see.
pub(crate) async fn newest(db: &impl ConnectionTrait, id: CooperativeId) -> Result<Option<shop_revision::Model>> {
    Ok(shop_revision::Entity::find()
        .filter(shop_revision::Column::CooperativeId.eq(id))
        .order_by_desc(shop_revision::Column::Number)
        .one(db)
        .await?)
}

/// What buyers see when this is the newest row. A document that cannot be read (a later program's, or a damaged one) is logged,
/// and the page is made of the texts.
pub(crate) fn shown(newest: Option<&shop_revision::Model>, own: impl FnOnce() -> ShopDocument) -> ShopDocument {
    let Some(row) = newest else {
        return own();
    };
    read(&row.document).unwrap_or_else(|error| {
        error.report();
        own()
    })
}

/// The page of a cooperative that never edited it.
pub(crate) fn first(texts: &TextSet, source: Locale, link: Option<&str>) -> ShopDocument {
    let of = |field: &str, place: Field| -> Vec<(Place, String)> {
        texts
            .all(field)
            .iter()
            .map(|text| (Place::of(place).lang(text.lang), text.text.clone()))
            .collect()
    };
    let standing = |field: &str, place: Field, state: TranslationState| -> Vec<Place> {
        texts
            .all(field)
            .iter()
            .filter(|text| text.state == state)
            .map(|text| Place::of(place).lang(text.lang))
            .collect()
    };
    let mark = |document: &mut ShopDocument, id: BlockId, field: &str, place: Field| {
        document.mark_outdated(id, &standing(field, place, TranslationState::Outdated));
        document.mark_by_machine(id, &standing(field, place, TranslationState::Machine));
    };
    let mut document = ShopDocument::default();
    document.cover(&of("tagline", Field::Tagline), source);
    if let Some(cover) = document.blocks().first().map(|cover| cover.id) {
        mark(&mut document, cover, "tagline", Field::Tagline);
    }
    let story = of("story", Field::Text);
    if story.iter().any(|(_, text)| !text.trim().is_empty())
        && let Some(id) = document.push(BlockKind::Story, &story, source)
    {
        mark(&mut document, id, "story", Field::Text);
    }
    let mut document = document.goods_last();
    if let Some(link) = link {
        document.push(BlockKind::Contact, &[(Place::of(Field::Link), link.to_owned())], source);
    }
    document
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_before_is_read() -> Result<()> {
        // Without what outdated translations were made from.
        let stored = r#"{"theme":"turquoise","next":3,"blocks":[{"id":1,"kind":"cover","hidden":false,
            "values":{"tagline-ug":"a","tagline-zh":"b"},"outdated":["tagline-zh"]}]}"#;
        let page = read(stored)?;
        let place = Place::of(Field::Tagline).lang(Locale::Zh);
        assert!(page.blocks()[0].is_outdated(place));
        assert!(read(&write(&page)?)?.is_same(&page));
        Ok(())
    }
}
