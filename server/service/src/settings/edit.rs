//! Changing the settings: by the Centre, each time with a line in the history, and taken back by another one.

use std::collections::HashMap;

use db::entities::{freight_template, setting, setting_change, user};
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use db::{Readable, Tx};
use domain::{Action, Actor, AuditAction, Currency, ErrorCode, FreightRegion, SettingChangeId, Subject, UserId};

use super::{FreightRow, Section, Value, form, put};
use crate::error::{Error, Result};
use crate::once::Answer;
use crate::{Shop, audit, rights};

/// Changes on one page of the history.
pub const CHANGES_ON_A_PAGE: u64 = 20;

/// The settings as they are edited.
#[derive(Clone, Debug)]
pub struct Editor {
    /// Each section with its value and the number of its newest change, which its form carries back.
    pub sections: Vec<(Section, Value, SettingChangeId)>,
    /// A page of the history, newest first.
    pub changes: Vec<Change>,
    /// The page of the history, from 1.
    pub page: u32,
    /// How many there are.
    pub pages: u32,
}

/// A line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number.
    pub id: SettingChangeId,
    /// Milliseconds since 1970 UTC.
    pub at: i64,
    /// Who: a name, or a telephone where there is no name.
    pub who: String,
    /// What was changed.
    pub section: Section,
    /// What stood there.
    pub before: Value,
    /// What stands there since.
    pub after: Value,
    /// It took another change back.
    pub is_undo: bool,
    /// Whether it can be taken back: it is the newest of its section.
    pub can_undo: bool,
}

fn of_centre(actor: Actor) -> Result<String> {
    rights::ask(actor, Action::EditSettings, Subject::Centre)?;
    let user = actor.user().ok_or(Error::NotFound)?;
    Ok(format!("user:{user}"))
}

/// The settings and a page of their history.
///
/// # Errors
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn editor(shop: &Shop, actor: Actor, page: u32) -> Result<Editor> {
    of_centre(actor)?;
    let db = shop.db().read();
    let mut sections = Vec::new();
    for section in Section::ALL {
        let json = current(db, section).await?;
        let value = Value::parse(section, &json).or_else(|_| Value::parse(section, ""));
        sections.push((section, value.map_err(Error::internal)?, newest(db, section).await?));
    }
    let count = setting_change::Entity::find().count(db).await?;
    let pages = u32::try_from(count.div_ceil(CHANGES_ON_A_PAGE))
        .unwrap_or(u32::MAX)
        .max(1);
    let page = page.clamp(1, pages);
    let rows = setting_change::Entity::find()
        .order_by_desc(setting_change::Column::Id)
        .offset(u64::from(page - 1) * CHANGES_ON_A_PAGE)
        .limit(CHANGES_ON_A_PAGE)
        .all(db)
        .await?;
    let names = names(db, &rows).await?;
    let changes = rows
        .into_iter()
        .filter_map(|row| {
            let section = Section::parse(&row.section)?;
            Some(Change {
                who: names.get(&row.actor).cloned().unwrap_or(row.actor),
                before: Value::parse(section, &row.before).ok()?,
                after: Value::parse(section, &row.after).ok()?,
                can_undo: sections.iter().any(|(s, _, newest)| *s == section && *newest == row.id),
                is_undo: row.undoes.is_some(),
                id: row.id,
                at: row.at,
                section,
            })
        })
        .collect();
    Ok(Editor {
        sections,
        changes,
        page,
        pages,
    })
}

async fn names(db: &impl ConnectionTrait, rows: &[setting_change::Model]) -> Result<HashMap<String, String>> {
    let ids: Vec<UserId> = rows
        .iter()
        .filter_map(|row| row.actor.strip_prefix("user:")?.parse().ok().map(UserId))
        .collect();
    let people = user::Entity::find().filter(user::Column::Id.is_in(ids)).all(db).await?;
    Ok(people
        .into_iter()
        .map(|person| (format!("user:{}", person.id), person.name))
        .collect())
}

/// Saves a section. `seen` is the newest change of it that the form was shown with; saving what stands there changes
/// nothing.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`ErrorCode::InvalidTransition`] when somebody saved in between;
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn save(
    shop: &Shop,
    actor: Actor,
    section: Section,
    seen: SettingChangeId,
    fields: &[(String, String)],
) -> Result<()> {
    let by = of_centre(actor)?;
    let value = form::read(section, fields)?;
    let json = value.json().map_err(Error::internal)?;
    let now = shop.now();
    shop.db()
        .write(move |tx| {
            let (by, json) = (by.clone(), json.clone());
            Box::pin(async move {
                lock(tx).await?;
                if newest(tx, section).await? != seen {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                replace(tx, now, &by, section, json, None).await
            })
        })
        .await?;
    shop.catch_up().await
}

/// Takes the newest change of its section back; that can be taken back in turn.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when it is not the newest any more; [`Error::NotFound`] when there is no such change, and for
/// anybody but the Centre.
#[crate::boxed]
pub async fn undo(shop: &Shop, actor: Actor, change: SettingChangeId) -> Result<Section> {
    let by = of_centre(actor)?;
    let now = shop.now();
    let section = shop
        .once()
        .write(move |tx| {
            let by = by.clone();
            Box::pin(async move {
                lock(tx).await?;
                let row = setting_change::Entity::find_by_id(change)
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                let section = Section::parse(&row.section).ok_or(Error::NotFound)?;
                if newest(tx, section).await? != row.id {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                let value = Value::parse(section, &row.before).map_err(Error::internal)?;
                let json = value.json().map_err(Error::internal)?;
                replace(tx, now, &by, section, json, Some(row.id)).await?;
                Ok::<_, Error>(section)
            })
        })
        .await?;
    shop.catch_up().await?;
    Ok(section)
}

impl Answer for Section {
    fn noted(&self) -> String {
        self.as_str().to_owned()
    }

    fn read(noted: &str) -> Option<Self> {
        Self::parse(noted)
    }
}

async fn replace(
    tx: &Tx,
    now: i64,
    by: &str,
    section: Section,
    json: String,
    undoes: Option<SettingChangeId>,
) -> Result<()> {
    let before = current(tx, section).await?;
    if before == json {
        return Ok(());
    }
    match section {
        Section::Freight => {
            let rows: Vec<FreightRow> = serde_json::from_str(&json).map_err(Error::internal)?;
            write_freight(tx, &rows).await?;
        }
        _ => put(tx, section.name(), json.clone()).await?,
    }
    setting_change::Entity::insert(setting_change::ActiveModel {
        at: Set(now),
        actor: Set(by.to_owned()),
        section: Set(section.as_str().to_owned()),
        before: Set(before),
        after: Set(json),
        undoes: Set(undoes),
        ..Default::default()
    })
    .exec_without_returning(tx)
    .await?;
    let action = if undoes.is_some() {
        AuditAction::SettingsUndo
    } else {
        AuditAction::SettingsSave
    };
    audit::note(tx, now, by, action, &format!("setting:{}", section.as_str()), "").await
}

/// What stands there, as it is stored; empty when nothing does.
async fn current(db: &impl ConnectionTrait, section: Section) -> Result<String> {
    if section == Section::Freight {
        let mut rows: Vec<FreightRow> = freight_template::Entity::find()
            .readable(db)
            .await?
            .into_iter()
            .map(|row| FreightRow {
                region: row.region,
                first_grams: row.first_grams,
                first_minor: row.first_minor,
                step_grams: row.step_grams,
                step_minor: row.step_minor,
            })
            .collect();
        rows.sort_by_key(|row| FreightRegion::ALL.iter().position(|region| *region == row.region));
        return Value::Freight(rows).json().map_err(Error::internal);
    }
    let row = setting::Entity::find_by_id(section.name().to_owned()).one(db).await?;
    Ok(row.map(|row| row.value).unwrap_or_default())
}

async fn newest(db: &impl ConnectionTrait, section: Section) -> Result<SettingChangeId> {
    let row = setting_change::Entity::find()
        .filter(setting_change::Column::Section.eq(section.as_str()))
        .order_by_desc(setting_change::Column::Id)
        .one(db)
        .await?;
    Ok(row.map_or(SettingChangeId(0), |row| row.id))
}

/// On PostgreSQL two who save at once come one after the other, and the second one is told. (SQLite has one writer.)
async fn lock(tx: &Tx) -> Result<()> {
    const NAME: &str = "settings-lock";
    let row = setting::ActiveModel {
        name: Set(NAME.to_owned()),
        value: Set(String::new()),
    };
    let unless_there = OnConflict::column(setting::Column::Name).do_nothing().to_owned();
    match setting::Entity::insert(row)
        .on_conflict(unless_there)
        .exec_without_returning(tx)
        .await
    {
        Ok(_) | Err(DbErr::RecordNotInserted) => {}
        Err(error) => return Err(error.into()),
    }
    setting::Entity::find_by_id(NAME.to_owned())
        .lock_exclusive()
        .one(tx)
        .await?;
    Ok(())
}

async fn write_freight(tx: &Tx, rows: &[FreightRow]) -> Result<()> {
    for row in rows {
        freight_template::Entity::insert(freight_template::ActiveModel {
            region: Set(row.region),
            first_grams: Set(row.first_grams),
            first_minor: Set(row.first_minor),
            step_grams: Set(row.step_grams),
            step_minor: Set(row.step_minor),
            currency: Set(Currency::Cny),
            ..Default::default()
        })
        .on_conflict(
            OnConflict::column(freight_template::Column::Region)
                .update_columns([
                    freight_template::Column::FirstGrams,
                    freight_template::Column::FirstMinor,
                    freight_template::Column::StepGrams,
                    freight_template::Column::StepMinor,
                    freight_template::Column::Currency,
                ])
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    }
    Ok(())
}
