//! How many messages a day go out, as the operator says; they are counted in [`messages`](crate::messages).

use domain::{FieldCode, Phone};

/// Messages a day at the most, of each sort: what people are told of an order, codes, and what cooperatives are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budgets {
    /// To one number. What changes what a buyer gets or has to do is counted apart, and so is money that came in. Codes are
    /// counted when they are asked for: so many in browsers that their owner signed in with, and so many in all others.
    pub receiver: i64,
    /// Caused from one network, where that is known; of codes those that are asked for in all other browsers.
    pub network: i64,
    /// To each country of [`home`](Self::home).
    pub home_country: i64,
    /// To any other country.
    pub other_country: i64,
    /// In all.
    pub all: i64,
    /// Country codes that have the large budget.
    pub home: Vec<String>,
    /// Beginnings of numbers that get nothing at all, such as numbers whose callers pay extra.
    pub never: Vec<String>,
}

impl Budgets {
    /// A number, as typed, that something is sent to: [`FieldCode::InvalidChoice`] for one that gets nothing at all.
    pub(crate) fn reached(&self, typed: &str) -> Result<Phone, FieldCode> {
        let phone = Phone::parse(typed).map_err(FieldCode::from)?;
        if self.reach(&phone) {
            Ok(phone)
        } else {
            Err(FieldCode::InvalidChoice)
        }
    }

    /// Whether anything at all is sent to this number.
    pub(crate) fn reach(&self, phone: &Phone) -> bool {
        let digits = phone.as_e164().trim_start_matches('+');
        !self.never.iter().any(|start| digits.starts_with(start.as_str()))
    }
}

impl Default for Budgets {
    fn default() -> Self {
        Self {
            receiver: 12,
            network: 40,
            home_country: 5_000,
            other_country: 50,
            all: 10_000,
            home: vec!["86".to_owned()],
            never: vec!["1900".to_owned(), "1976".to_owned()],
        }
    }
}
