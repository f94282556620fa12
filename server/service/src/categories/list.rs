//! All categories, and one to be edited.

use std::collections::HashMap;

use db::entities::{category, product};
use db::sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use domain::{Actor, CategoryId, CategoryStatus, Locale};

use super::edit::CategoryForm;
use crate::directory::{Directory, DirectoryEntry};
use crate::error::{Error, Result};
use crate::rights::editor_of_district;
use crate::{Shop, Shown, texts};

/// A category in the Centre's list.
#[derive(Clone, Debug)]
pub struct CategoryRow {
    /// The category.
    pub id: CategoryId,
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
    /// Whether buyers see it.
    pub is_shown: bool,
    /// How many products are in it, drafts too.
    pub goods: u64,
}

/// All of them.
#[derive(Clone, Debug)]
pub struct CategoryList {
    /// In the order in which they are shown.
    pub shown: Vec<CategoryRow>,
    /// Those that buyers do not see.
    pub hidden: Vec<CategoryRow>,
}

/// A category that can be chosen.
#[derive(Clone, Debug)]
pub struct CategoryChoice {
    /// Its name in the URL.
    pub slug: String,
    /// Its name.
    pub name: Shown,
}

/// A category to be edited.
#[derive(Clone, Debug)]
pub struct CategoryFile {
    /// The category.
    pub row: CategoryRow,
    /// The version that its form carries back.
    pub version: i64,
    /// What is saved.
    pub form: CategoryForm,
    /// The others that are shown: where its goods can go.
    pub others: Vec<CategoryChoice>,
}

fn row(entry: &DirectoryEntry<CategoryId>, locale: Locale, is_shown: bool, goods: u64) -> CategoryRow {
    CategoryRow {
        id: entry.id,
        slug: entry.slug.clone(),
        name: entry.name(locale),
        is_shown,
        goods,
    }
}

/// All categories.
///
/// # Errors
/// [`Error::NotFound`] for who may not; [`Error::Busy`] when counting takes too long.
#[crate::boxed]
pub async fn list(shop: &Shop, actor: Actor, locale: Locale) -> Result<CategoryList> {
    editor_of_district(actor)?;
    let counts: HashMap<CategoryId, i64> = shop
        .db()
        .read_slowly(async move |db| {
            product::Entity::find()
                .select_only()
                .column(product::Column::CategoryId)
                .column_as(product::Column::Id.count(), "count")
                .group_by(product::Column::CategoryId)
                .into_tuple::<(CategoryId, i64)>()
                .all(db)
                .await
        })
        .await?
        .into_iter()
        .collect();
    let directory = shop.directory();
    let row = |entry: &DirectoryEntry<CategoryId>, is_shown| {
        let goods = counts.get(&entry.id).map_or(0, |count| count.unsigned_abs());
        row(entry, locale, is_shown, goods)
    };
    Ok(CategoryList {
        shown: directory.categories.iter().map(|(entry, _)| row(entry, true)).collect(),
        hidden: directory
            .hidden_categories
            .iter()
            .map(|(entry, _)| row(entry, false))
            .collect(),
    })
}

/// The categories whose picture a new one can take, and where goods can go.
///
/// # Errors
/// [`Error::NotFound`] for who may not.
pub fn choices(shop: &Shop, actor: Actor, locale: Locale) -> Result<Vec<CategoryChoice>> {
    editor_of_district(actor)?;
    Ok(shown_but(&shop.directory(), locale, None))
}

fn shown_but(directory: &Directory, locale: Locale, but: Option<CategoryId>) -> Vec<CategoryChoice> {
    let shown = directory.categories.iter().map(|(entry, _)| entry);
    shown
        .filter(|entry| but != Some(entry.id))
        .map(|entry| CategoryChoice {
            slug: entry.slug.clone(),
            name: entry.name(locale),
        })
        .collect()
}

/// A category with what is saved of it.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is none; [`Error::Busy`] when counting takes too long.
#[crate::boxed]
pub async fn file(shop: &Shop, actor: Actor, locale: Locale, id: CategoryId) -> Result<CategoryFile> {
    editor_of_district(actor)?;
    let directory = shop.directory();
    let (entry, _) = directory.category(id).ok_or(Error::NotFound)?;
    let db = shop.db().read();
    let saved = category::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    let names = texts::read(db, &[id]).await?.remove(&id).unwrap_or_default();
    let in_it = product::Entity::find().filter(product::Column::CategoryId.eq(id));
    let goods = shop.db().read_slowly(async move |db| in_it.count(db).await).await?;
    Ok(CategoryFile {
        row: row(entry, locale, saved.status == CategoryStatus::Shown, goods),
        version: saved.version,
        form: CategoryForm {
            names: Locale::BUILT_IN.map(|lang| {
                let name = names.exact("name", lang);
                name.map(|name| name.text.clone()).unwrap_or_default()
            }),
            class: saved.goods_class.to_string(),
        },
        others: shown_but(&directory, locale, Some(id)),
    })
}
