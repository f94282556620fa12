//! What the operator set, as it is stored and read with the [directory](crate::Directory). Changing and showing it is in
//! [`settings`](crate::settings).

mod day;
mod value;

use std::collections::HashMap;

use db::entities::setting;
use db::sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use domain::{Fees, ReturnRules};
use serde::de::DeserializeOwned;

use crate::error::Result;

pub use day::Day;
pub(crate) use value::shown;
pub use value::{BankAccount, CentreCard, ClosedDays, FreightRow, Section, ShopNotice, TextByLanguage, Value};

/// All of it.
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
    /// What is taken back and made good.
    pub returns: ReturnRules,
    /// What the Centre keeps of a sale.
    pub fees: Fees,
}

impl Settings {
    /// Reads all of it. A value that cannot be read counts as not set, and is named in the log.
    pub(crate) async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        let names = [
            Section::Bank,
            Section::Centre,
            Section::Notices,
            Section::Closed,
            Section::Returns,
            Section::Fees,
        ]
        .map(Section::name);
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
            returns: stored(&values, Section::Returns),
            fees: stored(&values, Section::Fees),
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
