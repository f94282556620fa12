//! What the operator sets: the account that buyers transfer to, the Centre's name and telephones, notices, closed days
//! and freight. It is data, changed by the Centre on a page, with a history; never a translation or a file that an
//! upgrade replaces.
//!
//! It is read with the [directory](crate::Directory), so that a page asks no database for it.

mod day;
mod edit;
mod form;
mod value;

use std::collections::HashMap;

use db::Tx;
use db::entities::setting;
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::{Shop, Shown};

pub use day::Day;
pub use edit::{CHANGES_ON_A_PAGE, Change, Editor, editor, save, undo};
pub use form::NOTICES;
pub use value::{BankAccount, CentreCard, ClosedDays, FreightRow, Section, ShopNotice, Value};

/// See the [module](self).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Where buyers transfer to; without it the checkout offers no bank transfer.
    pub bank: Option<BankAccount>,
    /// The Centre's name and telephones.
    pub centre: CentreCard,
    /// Notices on the shop's pages, those of other days too.
    pub notices: Vec<ShopNotice>,
    /// Days on which stations and Centre are closed, those of other days too.
    pub closed: Vec<ClosedDays>,
}

impl Settings {
    /// Reads all of it. A value that cannot be read counts as not set, and is named in the log.
    pub(crate) async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        let names = [Section::Bank, Section::Centre, Section::Notices, Section::Closed].map(Section::name);
        let rows = setting::Entity::find()
            .filter(setting::Column::Name.is_in(names))
            .all(db)
            .await?;
        let values: HashMap<String, String> = rows.into_iter().map(|row| (row.name, row.value)).collect();
        Ok(Self {
            bank: stored(&values, Section::Bank),
            centre: stored(&values, Section::Centre),
            notices: stored(&values, Section::Notices),
            closed: stored(&values, Section::Closed),
        })
    }
}

fn stored<T: DeserializeOwned + Default>(values: &HashMap<String, String>, section: Section) -> T {
    let Some(json) = values.get(section.name()) else {
        return T::default();
    };
    serde_json::from_str(json).unwrap_or_else(|error| {
        tracing::error!(setting = section.name(), %error, "settings.not_read");
        T::default()
    })
}

/// The account that buyers transfer to.
pub fn bank(shop: &Shop) -> Option<BankAccount> {
    shop.directory().settings.bank.clone()
}

/// The Centre's name in `locale`, and its telephones.
pub fn centre(shop: &Shop, locale: domain::Locale) -> (Option<Shown>, Vec<String>) {
    let directory = shop.directory();
    let centre = &directory.settings.centre;
    (value::shown(&centre.name, locale), centre.phones.clone())
}

/// Notices for today, in `locale` if they are written in it.
pub fn notices_today(shop: &Shop, locale: domain::Locale) -> Vec<Shown> {
    let today = Day::of(shop.now());
    shop.directory()
        .settings
        .notices
        .iter()
        .filter(|notice| notice.from <= today && today <= notice.until)
        .filter_map(|notice| value::shown(&notice.text, locale))
        .collect()
}

/// Closed days from today on, the nearest first.
pub fn closed_days(shop: &Shop, locale: domain::Locale) -> Vec<(Day, Day, Option<Shown>)> {
    let today = Day::of(shop.now());
    let mut days: Vec<_> = shop
        .directory()
        .settings
        .closed
        .iter()
        .filter(|days| days.until >= today)
        .map(|days| {
            (
                days.from.clone(),
                days.until.clone(),
                value::shown(&days.reason, locale),
            )
        })
        .collect();
    days.sort_by(|one, other| one.0.cmp(&other.0));
    days
}

/// Writes a section as it is seeded; nothing when it is empty.
pub(crate) async fn write(tx: &Tx, section: Section, value: &impl Serialize) -> Result<()> {
    let json = serde_json::to_string(value).map_err(Error::internal)?;
    put(tx, section.name(), json).await
}

async fn put(tx: &Tx, name: &str, value: String) -> Result<()> {
    setting::Entity::insert(setting::ActiveModel {
        name: Set(name.to_owned()),
        value: Set(value),
    })
    .on_conflict(
        OnConflict::column(setting::Column::Name)
            .update_column(setting::Column::Value)
            .to_owned(),
    )
    .exec_without_returning(tx)
    .await?;
    Ok(())
}
