//! The stations as the Centre sees them: all of them, and one to be edited.

use db::entities::{order, order_group, station};
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait};
use domain::{Actor, Locale, OrderStatus, StationId, StationStatus};
use l10n::search_key;

use super::edit::StationForm;
use super::{StationView, hours, matches, view};
use crate::directory::Station;
use crate::error::{Error, Result};
use crate::rights::editor_of_district;
use crate::{Shop, Shown, texts};

/// Stations on one page.
const PAGE: usize = 40;

/// What is asked for; nothing is everything.
#[derive(Clone, Debug, Default)]
pub struct StationQuery {
    /// A part of a code, a name, an address or a township's name.
    pub text: String,
    /// Only those of the township of this name in the URL.
    pub township: String,
    /// Only those that are open, or closed.
    pub status: Option<StationStatus>,
    /// Only those after this code: the way to the next page.
    pub after: String,
}

/// A station in the Centre's list.
#[derive(Clone, Debug)]
pub struct StationRow {
    /// The station.
    pub station: StationView,
    /// Whether orders can be sent there.
    pub is_open: bool,
}

/// A page of that list.
#[derive(Clone, Debug)]
pub struct StationList {
    /// By code.
    pub rows: Vec<StationRow>,
    /// How many fit on all pages.
    pub total: usize,
    /// The code after which the next page comes, if there is one.
    pub next: Option<String>,
}

/// A station to be edited.
#[derive(Clone, Debug)]
pub struct StationFile {
    /// The station.
    pub id: StationId,
    /// The number on its sign.
    pub code: String,
    /// Its name.
    pub name: Shown,
    /// Whether orders can be sent there.
    pub is_open: bool,
    /// The version that its form carries back.
    pub version: i64,
    /// What is saved.
    pub form: StationForm,
    /// Orders that are not over yet and go there.
    pub orders: Option<u64>,
}

/// Whether the actor edits stations.
///
/// # Errors
/// [`Error::NotFound`] when not.
pub fn may_edit(actor: Actor) -> Result<()> {
    editor_of_district(actor).map(|_| ())
}

/// The townships to choose from: name in the URL, name.
pub fn townships(shop: &Shop, locale: Locale) -> Vec<(String, Shown)> {
    let directory = shop.directory();
    let townships = directory.townships.iter();
    townships.map(|t| (t.slug.clone(), t.name(locale))).collect()
}

/// A page of all stations.
///
/// # Errors
/// [`Error::NotFound`] for who may not.
pub fn list_all(shop: &Shop, actor: Actor, locale: Locale, query: &StationQuery) -> Result<StationList> {
    may_edit(actor)?;
    let directory = shop.directory();
    let wanted = search_key(&query.text);
    let township = directory.townships.iter().find(|t| t.slug == query.township);
    // Some hundred, in memory.
    let mut found: Vec<&Station> = directory
        .all_stations()
        .filter(|s| query.status.is_none_or(|status| status.takes_orders() == s.is_open))
        .filter(|s| township.is_none_or(|township| township.id == s.township))
        .filter(|s| wanted.is_empty() || matches(&directory, s, &wanted))
        .collect();
    found.sort_unstable_by(|one, other| one.code.cmp(&other.code));
    let total = found.len();
    found.retain(|s| s.code > query.after);
    let has_more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().map(|last| last.code.clone()).filter(|_| has_more);
    let rows = found.into_iter().map(|s| StationRow {
        station: view(&directory, s, locale),
        is_open: s.is_open,
    });
    Ok(StationList {
        rows: rows.collect(),
        total,
        next,
    })
}

/// A station with what is saved of it.
///
/// # Errors
/// [`Error::NotFound`] for who may not, and when there is none.
#[crate::boxed]
pub async fn file(shop: &Shop, actor: Actor, locale: Locale, id: StationId) -> Result<StationFile> {
    may_edit(actor)?;
    let db = shop.db().read();
    let row = station::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    let directory = shop.directory();
    let name = directory.station(id).map(|station| station.entry.name(locale));
    let township = directory.township(row.township_id).map(|t| t.slug.clone());
    Ok(StationFile {
        name: name.unwrap_or_else(|| Shown {
            text: row.code.clone(),
            lang: locale,
            outdated: false,
        }),
        form: saved(db, &row, township).await?,
        orders: orders_under_way(shop, id).await?,
        code: row.code,
        is_open: row.status.takes_orders(),
        version: row.version,
        id,
    })
}

/// What is saved, as its form has it.
async fn saved(db: &impl ConnectionTrait, row: &station::Model, township: Option<String>) -> Result<StationForm> {
    let texts = texts::read(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let text = |field: &str| {
        Locale::BUILT_IN.map(|lang| {
            let text = texts.exact(field, lang);
            text.map(|text| text.text.clone()).unwrap_or_default()
        })
    };
    let mut days: [Vec<hours::Span>; 7] = Default::default();
    for (day, span) in super::edit::hours_of(db, row.id).await? {
        if let Some(spans) = days.get_mut(usize::from(day) - 1) {
            spans.push(span);
        }
    }
    Ok(StationForm {
        township: township.unwrap_or_default(),
        phone: row.phone.clone().unwrap_or_default(),
        names: text("name"),
        addresses: text("address"),
        hours: days.map(|spans| hours::written(&spans)),
    })
}

/// Nothing when counting them takes too long now: what was typed is not lost for a number.
async fn orders_under_way(shop: &Shop, id: StationId) -> Result<Option<u64>> {
    let sent_there = order_group::Entity::find()
        .select_only()
        .column(order_group::Column::Id)
        .filter(order_group::Column::StationId.eq(id))
        .into_query();
    let orders = order::Entity::find()
        .filter(order::Column::Status.is_in([OrderStatus::Placed, OrderStatus::Accepted]))
        .filter(order::Column::GroupId.in_subquery(sent_there));
    let counted = shop.db().read_slowly(async move |db| orders.count(db).await).await;
    match counted.map_err(Error::from) {
        Ok(count) => Ok(Some(count)),
        Err(Error::Busy) => Ok(None),
        Err(error) => Err(error),
    }
}
