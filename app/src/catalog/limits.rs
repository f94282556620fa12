//! Bounds of a list that are typed: prices, and the station where the goods are collected. What cannot be read narrows nothing, and
//! its field shows it again.

use domain::{Currency, FieldCode, Money, PriceError, parse_price_limit, typed_price};
use service::Shown;

/// Longest text of a price that is shown again, characters.
pub(super) const LONGEST_PRICE: usize = 40;
/// Longest name of a station that is looked for, characters.
pub(super) const LONGEST_STATION: u32 = 60;

/// A price as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceLimit {
    /// Minor units; nothing when none is asked for, or what was typed is no price.
    pub minor: Option<i64>,
    /// What was typed and is no price: its field shows it again, and says so.
    pub unread: Option<String>,
}

impl PriceLimit {
    pub(super) fn parse(typed: &str) -> Self {
        match parse_price_limit(Currency::Cny, typed) {
            Ok(price) => Self {
                minor: Some(price.minor),
                unread: None,
            },
            Err(PriceError::Required) => Self::default(),
            Err(PriceError::Invalid | PriceError::TooLarge) => Self {
                minor: None,
                unread: Some(typed.chars().take(LONGEST_PRICE).collect()),
            },
        }
    }

    /// As it stands in its field.
    pub fn typed(&self) -> String {
        match (self.minor, &self.unread) {
            (Some(minor), _) => short_price(minor),
            (None, Some(typed)) => typed.clone(),
            (None, None) => String::new(),
        }
    }

    /// What is wrong with it.
    pub fn error(&self) -> Option<FieldCode> {
        self.unread.is_some().then_some(FieldCode::InvalidPrice)
    }
}

/// A station at which the goods are to be collected, as it was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StationLimit {
    /// The number on its sign; nothing when none is asked for, or what was typed is no station.
    pub code: Option<String>,
    /// Its name.
    pub name: Shown,
    /// What was typed and is no station: its field shows it again, and says so.
    pub unread: Option<String>,
    /// Whether several stations are called so.
    pub is_several: bool,
}

impl StationLimit {
    /// What was typed; which station that is says [`Filters::resolved`](super::Filters::resolved).
    pub(super) fn parse(typed: &str) -> Self {
        let typed: String = typed
            .trim()
            .chars()
            .filter(|c| !c.is_control())
            .take(LONGEST_STATION as usize)
            .collect();
        Self {
            unread: (!typed.is_empty()).then_some(typed),
            ..Self::default()
        }
    }

    /// As it stands in its field.
    pub fn typed(&self) -> String {
        self.code.clone().or_else(|| self.unread.clone()).unwrap_or_default()
    }

    /// What is wrong with it.
    pub fn error(&self) -> Option<FieldCode> {
        self.unread.is_some().then_some(FieldCode::InvalidChoice)
    }
}

/// A price as it stands in a field and in the URL: `12` or `12.50`.
pub(super) fn short_price(minor: i64) -> String {
    let typed = typed_price(Money::new(minor, Currency::Cny));
    typed.strip_suffix(".00").map_or(typed.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use domain::MAX_LIMIT;

    use super::*;

    #[test]
    fn a_price_survives_the_url() {
        for minor in [5, 50, 1200, 1250, 150_000, 123_400, MAX_LIMIT] {
            let limit = PriceLimit::parse(&short_price(minor));
            assert_eq!(limit.minor, Some(minor));
            assert_eq!(PriceLimit::parse(&limit.typed()), limit);
        }
        assert_eq!(short_price(1200), "12");
    }
}
