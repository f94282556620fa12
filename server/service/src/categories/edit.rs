//! Naming, adding, ordering and hiding categories.

use db::Tx;
use db::entities::{category, product};
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType, OnConflict};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use domain::{
    Actor, AuditAction, CategoryId, CategoryShift, CategoryStatus, ErrorCode, FieldCode, GoodsClass, Locale,
    PublicName, Slug,
};

use super::goods::rebuild_all;
use crate::directory::CATEGORY_SOURCE;
use crate::error::{Error, FieldErrors, Result, text_code};
use crate::once::Answer;
use crate::rights::editor_of_district;
use crate::texts::{self, Writing};
use crate::{Shop, audit, proposals};

/// Longest name in an address, characters.
const LONGEST_SLUG: usize = 40;

/// What a category is called, in the order of [`Locale::BUILT_IN`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategoryForm {
    /// Its names; one may be missing.
    pub names: [String; 3],
    /// What its goods are, a word of [`GoodsClass`]; empty to leave that as it is.
    pub class: String,
}

/// A category to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewCategory {
    /// Its name in the URL; it stays for ever.
    pub slug: String,
    /// What it is called.
    pub form: CategoryForm,
    /// The category whose picture it takes, by its name in the URL.
    pub picture_of: String,
}

fn read(form: &CategoryForm, errors: &mut FieldErrors) -> (Vec<(Locale, String)>, Option<GoodsClass>) {
    if form.names.iter().all(|name| name.trim().is_empty()) {
        errors.push("name-ug", FieldCode::Required);
    }
    let mut names = Vec::new();
    for (lang, typed) in Locale::BUILT_IN.into_iter().zip(&form.names) {
        if typed.trim().is_empty() {
            continue;
        }
        let read = PublicName::parse(typed).map_err(text_code);
        if let Some(name) = errors.take(format!("name-{}", lang.code()), read) {
            names.push((lang, name.into_string()));
        }
    }
    let class = match form.class.as_str() {
        "" => Ok(None),
        typed => GoodsClass::parse(typed).map(Some).ok_or(FieldCode::InvalidChoice),
    };
    (names, errors.take("class", class).flatten())
}

/// Adds a category behind the others.
///
/// # Errors
/// [`Error::Fields`] named as in the form, `slug` as [`FieldCode::InvalidChoice`] when another category has it;
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn add(shop: &Shop, actor: Actor, new: &NewCategory) -> Result<CategoryId> {
    let user = editor_of_district(actor)?;
    let mut errors = FieldErrors::default();
    let (names, class) = read(&new.form, &mut errors);
    let slug = match new.slug.trim() {
        "" => Err(FieldCode::Required),
        typed if typed.len() > LONGEST_SLUG => Err(FieldCode::TooLong),
        typed => Slug::parse_new(typed).map_err(|_| FieldCode::InvalidCode),
    };
    let slug = errors.take("slug", slug);
    let directory = shop.directory();
    let like = match new.picture_of.trim() {
        "" => Err(FieldCode::Required),
        typed => directory.category_by_slug(typed).ok_or(FieldCode::InvalidChoice),
    };
    let like = errors.take("picture", like).map(|(category, _)| category.id);
    let (Some(slug), Some(like), true) = (slug, like, errors.is_empty()) else {
        return Err(Error::Fields(errors));
    };
    let by = Writing { user, now: shop.now() };
    let id = shop
        .once()
        .write(move |tx| {
            let (slug, names) = (slug.to_string(), names.clone());
            Box::pin(async move {
                let rows = lock_all(tx).await?;
                let row = category::ActiveModel {
                    slug: Set(slug.clone()),
                    position: Set(behind(&rows)),
                    picture_id: Set(rows.iter().find(|row| row.id == like).and_then(|row| row.picture_id)),
                    status: Set(CategoryStatus::Shown),
                    version: Set(1),
                    // Nothing is promised to be taken back that nobody spoke of.
                    goods_class: Set(class.unwrap_or(GoodsClass::Fresh)),
                    ..Default::default()
                };
                let unless_there = OnConflict::column(category::Column::Slug).do_nothing().to_owned();
                match category::Entity::insert(row)
                    .on_conflict(unless_there)
                    .exec_without_returning(tx)
                    .await
                {
                    Ok(1..) => {}
                    Ok(0) | Err(DbErr::RecordNotInserted) => {
                        return Err(Error::field("slug", FieldCode::InvalidChoice));
                    }
                    Err(error) => return Err(error.into()),
                }
                let made = category::Entity::find()
                    .filter(category::Column::Slug.eq(slug))
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                texts::replace(tx, by, made.id, CATEGORY_SOURCE, "name", &names).await?;
                note(tx, by, AuditAction::CategoryAdd, made.id, "").await?;
                Ok::<_, Error>(made.id)
            })
        })
        .await?;
    shop.catch_up().await?;
    Ok(id)
}

/// Saves what a category is called, and what its goods are. `seen` is the version that the form was shown with; saving what stands there changes
/// nothing. What is found by the name is found by the new one from then on.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`ErrorCode::InvalidTransition`] when somebody saved in between;
/// [`Error::NotFound`] for anybody but the Centre, and when there is no such category.
#[crate::boxed]
pub async fn save(shop: &Shop, actor: Actor, id: CategoryId, seen: i64, form: &CategoryForm) -> Result<()> {
    let user = editor_of_district(actor)?;
    let mut errors = FieldErrors::default();
    let (names, class) = read(form, &mut errors);
    if !errors.is_empty() {
        return Err(Error::Fields(errors));
    }
    let by = Writing { user, now: shop.now() };
    shop.once()
        .write(move |tx| {
            let names = names.clone();
            Box::pin(async move {
                let row = lock(tx, id).await?;
                if row.version != seen {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                let saved = texts::read(tx, &[id]).await?.remove(&id).unwrap_or_default();
                let class = class.unwrap_or(row.goods_class);
                let is_named = texts::in_languages(&saved, "name") == names;
                if is_named && class == row.goods_class {
                    return Ok(());
                }
                category::Entity::update_many()
                    .col_expr(category::Column::Version, Expr::col(category::Column::Version).add(1))
                    .col_expr(category::Column::GoodsClass, Expr::value(class))
                    .filter(category::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                if !is_named {
                    texts::replace(tx, by, id, CATEGORY_SOURCE, "name", &names).await?;
                    rebuild_all(tx, id).await?;
                }
                note(tx, by, AuditAction::CategorySave, id, "").await
            })
        })
        .await?;
    shop.catch_up().await
}

/// Takes a category one place up or down among those that are shown. At the end it stays where it is. `past` is the neighbour
/// that the form was shown with, where it says so: a category that stands on the other side of it already stays too.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when it was hidden a moment ago, or is no neighbour of `past` any more; [`Error::NotFound`]
/// for anybody but the Centre, and when there is no such category.
#[crate::boxed]
pub async fn shift(
    shop: &Shop,
    actor: Actor,
    id: CategoryId,
    way: CategoryShift,
    past: Option<CategoryId>,
) -> Result<()> {
    let user = editor_of_district(actor)?;
    let by = Writing { user, now: shop.now() };
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let mut rows = lock_all(tx).await?;
                if !rows.iter().any(|row| row.id == id) {
                    return Err(Error::NotFound);
                }
                rows.retain(|row| row.status == CategoryStatus::Shown);
                rows.sort_by_key(|row| (row.position, row.id));
                let at = rows.iter().position(|row| row.id == id);
                let at = at.ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
                let with = match way {
                    CategoryShift::Up => at.checked_sub(1),
                    CategoryShift::Down => Some(at + 1),
                };
                if let Some(past) = past {
                    let seen = rows.iter().position(|row| row.id == past);
                    let seen = seen.ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
                    let is_past = match way {
                        CategoryShift::Up => at < seen,
                        CategoryShift::Down => at > seen,
                    };
                    if is_past {
                        // Somebody did it, perhaps this form in another window.
                        return Ok(());
                    }
                    if with != Some(seen) {
                        return Err(Error::Refused(ErrorCode::InvalidTransition));
                    }
                }
                let Some(with) = with.filter(|with| *with < rows.len()) else {
                    return Ok(());
                };
                let mut places: Vec<i64> = rows.iter().map(|row| row.position).collect();
                // Two of the same place, as no form makes them, would change nothing.
                places.dedup();
                if places.len() < rows.len() {
                    places = (0..).take(rows.len()).collect();
                }
                rows.swap(at, with);
                for (row, place) in rows.iter().zip(places).filter(|(row, place)| row.position != *place) {
                    set_position(tx, row.id, place).await?;
                }
                note(tx, by, AuditAction::CategoryReorder, id, way.as_str()).await
            })
        })
        .await?;
    shop.catch_up().await
}

/// Hides a category that nothing is in, or shows it again behind the others.
///
/// # Errors
/// [`ErrorCode::CategoryInUse`] when products are in it, drafts too, or wait for the Centre to come into it; [`ErrorCode::InvalidTransition`] when it is so already;
/// [`Error::NotFound`] for anybody but the Centre, and when there is no such category.
#[crate::boxed]
pub async fn set_status(shop: &Shop, actor: Actor, id: CategoryId, status: CategoryStatus) -> Result<()> {
    let user = editor_of_district(actor)?;
    let by = Writing { user, now: shop.now() };
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let rows = lock_all(tx).await?;
                let row = rows.iter().find(|row| row.id == id).ok_or(Error::NotFound)?;
                if row.status == status {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                let in_it = product::Entity::find().filter(product::Column::CategoryId.eq(id));
                if status == CategoryStatus::Hidden
                    && (in_it.count(tx).await? > 0 || proposals::waits_to_move_into(tx, id).await?)
                {
                    return Err(Error::Refused(ErrorCode::CategoryInUse));
                }
                category::Entity::update_many()
                    .col_expr(category::Column::Status, Expr::value(status))
                    .col_expr(category::Column::Position, Expr::value(behind(&rows)))
                    .filter(category::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                let action = match status {
                    CategoryStatus::Shown => AuditAction::CategoryShow,
                    CategoryStatus::Hidden => AuditAction::CategoryHide,
                };
                note(tx, by, action, id, "").await
            })
        })
        .await?;
    shop.catch_up().await
}

/// All rows. On PostgreSQL whoever else changes one, or puts a product into one, waits until this transaction is over.
async fn lock_all(tx: &Tx) -> Result<Vec<category::Model>> {
    Ok(category::Entity::find()
        .order_by_asc(category::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?)
}

/// The row; whoever else changes it waits until this transaction is over.
pub(super) async fn lock(tx: &Tx, id: CategoryId) -> Result<category::Model> {
    category::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

fn behind(rows: &[category::Model]) -> i64 {
    rows.iter().map(|row| row.position + 1).max().unwrap_or_default()
}

async fn set_position(tx: &Tx, id: CategoryId, position: i64) -> Result<()> {
    category::Entity::update_many()
        .col_expr(category::Column::Position, Expr::value(position))
        .filter(category::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

pub(super) async fn note(tx: &Tx, by: Writing, action: AuditAction, id: CategoryId, detail: &str) -> Result<()> {
    let (who, what) = (format!("user:{}", by.user), format!("category:{id}"));
    audit::note(tx, by.now, &who, action, &what, detail).await
}

impl Answer for CategoryId {
    fn noted(&self) -> String {
        self.to_string()
    }

    fn read(noted: &str) -> Option<Self> {
        noted.parse().ok().map(Self)
    }
}
