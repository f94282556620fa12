//! What the operator sets: the account that buyers transfer to, the Centre's name and telephones, notices, closed days,
//! freight, and what the Centre keeps of a sale. It is data, changed by the Centre on a page, with a history; never a
//! translation or a file that an upgrade replaces.
//!
//! It is read with the [directory](crate::Directory), so that a page asks no database for it.

mod edit;
mod form;

use db::Tx;
use db::entities::setting;
use db::sea_orm::sea_query::OnConflict;
use db::sea_orm::{ActiveValue::Set, EntityTrait};
use domain::{Fees, ReturnRules, day_number, days_with_closed};
use serde::Serialize;

use crate::error::{Error, Result};
use crate::operator::shown;
use crate::{Shop, Shown};

pub use crate::operator::{BankAccount, CentreCard, ClosedDays, Day, FreightRow, Section, Settings, ShopNotice, Value};
pub use edit::{CHANGES_ON_A_PAGE, Change, Editor, editor, save, undo};
pub use form::{CLOSED, DEAREST, NOTICES};

/// The account that buyers transfer to.
pub fn bank(shop: &Shop) -> Option<BankAccount> {
    shop.directory().settings.bank.clone()
}

/// The Centre's name in `locale`, and its telephones.
pub fn centre(shop: &Shop, locale: domain::Locale) -> (Option<Shown>, Vec<String>) {
    let directory = shop.directory();
    let centre = &directory.settings.centre;
    (shown(&centre.name, locale), centre.phones.clone())
}

/// Notices for today, in `locale` if they are written in it.
pub fn notices_today(shop: &Shop, locale: domain::Locale) -> Vec<Shown> {
    let today = Day::of(shop.now());
    shop.directory()
        .settings
        .notices
        .iter()
        .filter(|notice| notice.from <= today && today <= notice.until)
        .filter_map(|notice| shown(&notice.text, locale))
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
        .map(|days| (days.from.clone(), days.until.clone(), shown(&days.reason, locale)))
        .collect();
    days.sort_by(|one, other| one.0.cmp(&other.0));
    days
}

/// In how many days from now on something is done that takes `promised` days on which somebody is there.
pub fn days_promised(shop: &Shop, promised: i64) -> i64 {
    let directory = shop.directory();
    let closed: Vec<(i64, i64)> = directory
        .settings
        .closed
        .iter()
        .map(|days| (day_number(days.from.noon()), day_number(days.until.noon())))
        .collect();
    days_with_closed(promised, day_number(shop.now()), |day| {
        closed.iter().any(|(from, until)| (*from..=*until).contains(&day))
    })
}

/// Closed days within the next `days` days, the nearest first: what makes a promise of today longer.
pub fn closed_within(shop: &Shop, locale: domain::Locale, days: i64) -> Vec<(Day, Day, Option<Shown>)> {
    let today = day_number(shop.now());
    let mut all = closed_days(shop, locale);
    all.retain(|(from, until, _)| day_number(from.noon()) <= today + days && day_number(until.noon()) > today);
    all
}

/// What is taken back and made good, as it is promised today.
pub fn returns(shop: &Shop) -> ReturnRules {
    shop.directory().settings.returns
}

/// What the Centre keeps of what is sold today.
pub fn fees(shop: &Shop) -> Fees {
    shop.directory().settings.fees
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
