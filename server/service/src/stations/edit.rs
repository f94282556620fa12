//! Changing stations: by the Centre. Nothing goes away: a station is closed, takes no new orders, and hands out what is on
//! its way.

use db::Tx;
use db::entities::{station, station_hours};
use db::sea_orm::sea_query::{Expr, ExprTrait, LockType, OnConflict};
use db::sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use domain::{
    Actor, AuditAction, ErrorCode, FieldCode, Locale, PublicName, StationId, StationStatus, StationStep, TownshipId,
    plain_digits,
};

use super::hours::{self, Span};
use crate::directory::{Directory, STATION_SOURCE};
use crate::error::{Error, FieldErrors, Result, text_code};
use crate::once::Answer;
use crate::rights::editor_of_district;
use crate::texts::{self, Writing};
use crate::{Shop, audit, shown_phone};

/// Longest code, characters.
const LONGEST_CODE: usize = 8;

/// A station as its form has it; texts in the order of [`Locale::BUILT_IN`], hours from Monday on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StationForm {
    /// The township's name in the URL.
    pub township: String,
    /// Its telephone, as it is shown.
    pub phone: String,
    /// Its name.
    pub names: [String; 3],
    /// How to find it.
    pub addresses: [String; 3],
    /// When it is open, such as `09:30–13:00, 15:00–19:30`; empty on a day on which it is closed.
    pub hours: [String; 7],
}

/// A station to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewStation {
    /// The number on its sign, such as `B209`; it stays for ever.
    pub code: String,
    /// The rest.
    pub form: StationForm,
}

/// What a form says, read.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    township: TownshipId,
    phone: Option<String>,
    names: Vec<(Locale, String)>,
    addresses: Vec<(Locale, String)>,
    /// ISO weekday, and from when until when; in order.
    hours: Vec<(u8, Span)>,
}

impl Details {
    fn read(directory: &Directory, form: &StationForm, errors: &mut FieldErrors) -> Option<Self> {
        let names = texts_of("name", &form.names, errors);
        if form.names.iter().all(|name| name.trim().is_empty()) {
            errors.push("name-ug", FieldCode::Required);
        }
        let township = match form.township.trim() {
            "" => Err(FieldCode::Required),
            slug => directory
                .townships
                .iter()
                .find(|t| t.slug == slug)
                .ok_or(FieldCode::InvalidChoice),
        };
        let township = errors.take("township", township);
        let addresses = texts_of("address", &form.addresses, errors);
        let phone = match form.phone.trim() {
            "" => Some(None),
            typed => errors.take("phone", shown_phone::parse(typed)).map(Some),
        };
        let mut all = Vec::new();
        for (day, typed) in (1..).zip(&form.hours) {
            let read = hours::parse(typed).ok_or(FieldCode::InvalidChoice);
            let spans = errors.take(format!("hours-{day}"), read).unwrap_or_default();
            all.extend(spans.into_iter().map(|span| (day, span)));
        }
        Some(Self {
            township: township?.id,
            phone: phone?,
            names,
            addresses,
            hours: all,
        })
    }

    /// What stands in the database.
    async fn saved(tx: &Tx, row: &station::Model) -> Result<Self> {
        let texts = texts::read(tx, &[row.id]).await?.remove(&row.id).unwrap_or_default();
        Ok(Self {
            township: row.township_id,
            phone: row.phone.clone(),
            names: texts::in_languages(&texts, "name"),
            addresses: texts::in_languages(&texts, "address"),
            hours: hours_of(tx, row.id).await?,
        })
    }

    /// Writes texts and hours; what is in the row itself is not among them.
    async fn write_rest(&self, tx: &Tx, by: Writing, id: StationId) -> Result<()> {
        texts::replace(tx, by, id, STATION_SOURCE, "name", &self.names).await?;
        texts::replace(tx, by, id, STATION_SOURCE, "address", &self.addresses).await?;
        station_hours::Entity::delete_many()
            .filter(station_hours::Column::StationId.eq(id))
            .exec(tx)
            .await?;
        let rows: Vec<_> = self
            .hours
            .iter()
            .map(|(day, (opens, closes))| station_hours::ActiveModel {
                station_id: Set(id),
                weekday: Set(i64::from(*day)),
                opens_minute: Set(i64::from(*opens)),
                closes_minute: Set(i64::from(*closes)),
                ..Default::default()
            })
            .collect();
        if !rows.is_empty() {
            station_hours::Entity::insert_many(rows)
                .exec_without_returning(tx)
                .await?;
        }
        Ok(())
    }
}

/// The texts of a field that are not empty.
fn texts_of(field: &str, typed: &[String; 3], errors: &mut FieldErrors) -> Vec<(Locale, String)> {
    let mut texts = Vec::new();
    for (lang, text) in Locale::BUILT_IN.into_iter().zip(typed) {
        if text.trim().is_empty() {
            continue;
        }
        let read = PublicName::parse(text).map_err(text_code);
        if let Some(text) = errors.take(format!("{field}-{}", lang.code()), read) {
            texts.push((lang, text.into_string()));
        }
    }
    texts
}

/// When a station is open, in order.
pub(super) async fn hours_of(db: &impl ConnectionTrait, id: StationId) -> Result<Vec<(u8, Span)>> {
    let rows = station_hours::Entity::find()
        .filter(station_hours::Column::StationId.eq(id))
        .order_by_asc(station_hours::Column::Weekday)
        .order_by_asc(station_hours::Column::OpensMinute)
        .all(db)
        .await?;
    let hours = rows.into_iter().filter_map(|row| {
        let day = u8::try_from(row.weekday).ok().filter(|day| (1..=7).contains(day))?;
        let span = (
            u16::try_from(row.opens_minute).ok()?,
            u16::try_from(row.closes_minute).ok()?,
        );
        Some((day, span))
    });
    Ok(hours.collect())
}

/// A code as it stands on signs, `B017`.
fn code_of(typed: &str) -> Result<String, FieldCode> {
    let code = plain_digits(typed.trim()).to_ascii_uppercase();
    let is_code = code.bytes().all(|byte| byte.is_ascii_alphanumeric()) && code.len() <= LONGEST_CODE;
    match code.as_str() {
        "" => Err(FieldCode::Required),
        _ if is_code => Ok(code),
        _ => Err(FieldCode::InvalidCode),
    }
}

/// Makes a station; orders can be sent there at once.
///
/// # Errors
/// [`Error::Fields`] named as in the form, `code` as [`FieldCode::InvalidChoice`] when another station has it;
/// [`Error::NotFound`] for anybody but the Centre.
#[crate::boxed]
pub async fn add(shop: &Shop, actor: Actor, new: &NewStation) -> Result<StationId> {
    let user = editor_of_district(actor)?;
    let mut errors = FieldErrors::default();
    let code = errors.take("code", code_of(&new.code));
    let details = Details::read(&shop.directory(), &new.form, &mut errors);
    let (Some(code), Some(details), true) = (code, details, errors.is_empty()) else {
        return Err(Error::Fields(errors));
    };
    let by = Writing { user, now: shop.now() };
    let id = shop
        .once()
        .write(move |tx| {
            let (code, details) = (code.clone(), details.clone());
            Box::pin(async move {
                let row = station::ActiveModel {
                    // Nothing but its code tells it from all others.
                    slug: Set(format!("station-{}", code.to_ascii_lowercase())),
                    code: Set(code.clone()),
                    township_id: Set(details.township),
                    phone: Set(details.phone.clone()),
                    status: Set(StationStatus::Open),
                    version: Set(1),
                    ..Default::default()
                };
                let unless_there = OnConflict::column(station::Column::Code).do_nothing().to_owned();
                match station::Entity::insert(row)
                    .on_conflict(unless_there)
                    .exec_without_returning(tx)
                    .await
                {
                    Ok(1..) => {}
                    Ok(0) | Err(DbErr::RecordNotInserted) => {
                        return Err(Error::field("code", FieldCode::InvalidChoice));
                    }
                    Err(error) => return Err(error.into()),
                }
                let made = station::Entity::find()
                    .filter(station::Column::Code.eq(code))
                    .one(tx)
                    .await?
                    .ok_or(Error::NotFound)?;
                details.write_rest(tx, by, made.id).await?;
                note(tx, by, AuditAction::StationAdd, made.id).await?;
                Ok::<_, Error>(made.id)
            })
        })
        .await?;
    shop.catch_up().await?;
    Ok(id)
}

/// Saves a station. `seen` is the version that the form was shown with; saving what stands there changes nothing.
///
/// # Errors
/// [`Error::Fields`] named as in the form; [`ErrorCode::InvalidTransition`] when somebody saved in between;
/// [`Error::NotFound`] for anybody but the Centre, and when there is no such station.
#[crate::boxed]
pub async fn save(shop: &Shop, actor: Actor, id: StationId, seen: i64, form: &StationForm) -> Result<()> {
    let user = editor_of_district(actor)?;
    let mut errors = FieldErrors::default();
    let details = Details::read(&shop.directory(), form, &mut errors);
    let (Some(details), true) = (details, errors.is_empty()) else {
        return Err(Error::Fields(errors));
    };
    let by = Writing { user, now: shop.now() };
    shop.once()
        .write(move |tx| {
            let details = details.clone();
            Box::pin(async move {
                let row = lock(tx, id).await?;
                if row.version != seen {
                    return Err(Error::Refused(ErrorCode::InvalidTransition));
                }
                if Details::saved(tx, &row).await? == details {
                    return Ok(());
                }
                station::Entity::update_many()
                    .col_expr(station::Column::TownshipId, Expr::value(details.township))
                    .col_expr(station::Column::Phone, Expr::value(details.phone.clone()))
                    .col_expr(station::Column::Version, Expr::col(station::Column::Version).add(1))
                    .filter(station::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                details.write_rest(tx, by, id).await?;
                note(tx, by, AuditAction::StationSave, id).await
            })
        })
        .await?;
    shop.catch_up().await
}

/// Closes a station, or opens it again.
///
/// # Errors
/// [`ErrorCode::InvalidTransition`] when the step does not follow; [`Error::NotFound`] for anybody but the Centre, and when
/// there is no such station.
#[crate::boxed]
pub async fn take(shop: &Shop, actor: Actor, id: StationId, step: StationStep) -> Result<()> {
    let user = editor_of_district(actor)?;
    let by = Writing { user, now: shop.now() };
    shop.once()
        .write(move |tx| {
            Box::pin(async move {
                let row = lock(tx, id).await?;
                let next = row
                    .status
                    .after(step)
                    .ok_or(Error::Refused(ErrorCode::InvalidTransition))?;
                station::Entity::update_many()
                    .col_expr(station::Column::Status, Expr::value(next))
                    .filter(station::Column::Id.eq(id))
                    .exec(tx)
                    .await?;
                note(
                    tx,
                    by,
                    match step {
                        StationStep::Close => AuditAction::StationClose,
                        StationStep::Open => AuditAction::StationOpen,
                    },
                    id,
                )
                .await
            })
        })
        .await?;
    shop.catch_up().await
}

/// The row; whoever else changes it waits until this transaction is over.
async fn lock(tx: &Tx, id: StationId) -> Result<station::Model> {
    station::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

async fn note(tx: &Tx, by: Writing, action: AuditAction, id: StationId) -> Result<()> {
    let (who, what) = (format!("user:{}", by.user), format!("station:{id}"));
    audit::note(tx, by.now, &who, action, &what, "").await
}

impl Answer for StationId {
    fn noted(&self) -> String {
        self.to_string()
    }

    fn read(noted: &str) -> Option<Self> {
        noted.parse().ok().map(Self)
    }
}
