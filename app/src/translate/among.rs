//! The part of the list from which somebody came to a text; the next one is of it, too.

use domain::UnitWork;
use service::wording::UnitFilter;

use crate::query::value_of;

/// See the [module](self). All of it stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Among {
    /// What there is to do about its texts; nothing for any.
    pub work: Option<UnitWork>,
    /// The file they are in; empty for any.
    pub file: String,
    /// Letters that they have; empty for any.
    pub search: String,
}

impl Among {
    /// As an address has it in its query.
    pub fn of(query: &str) -> Self {
        Self {
            work: UnitWork::parse(&value_of(query, "work")),
            file: value_of(query, "file"),
            search: value_of(query, "q"),
        }
    }

    /// The same for the query of another address.
    pub fn values(&self) -> [(&'static str, &str); 3] {
        [
            ("work", self.work.map(UnitWork::as_str).unwrap_or_default()),
            ("file", self.file.as_str()),
            ("q", self.search.as_str()),
        ]
    }

    /// The same for fields that are not seen.
    pub fn hidden(&self) -> Vec<(&'static str, String)> {
        let values = self.values();
        values
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect()
    }

    /// Its first page.
    pub fn filter(&self) -> UnitFilter<'_> {
        UnitFilter {
            work: self.work,
            file: &self.file,
            search: &self.search,
            page: 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::with_query;

    #[test]
    fn what_an_address_says_is_read_from_it_again() {
        let among = Among {
            work: Some(UnitWork::Missing),
            file: "cart.ftl".to_owned(),
            search: "بادام & ?".to_owned(),
        };
        let address = with_query("/ug/translate".to_owned(), &among.values());
        let query = address.split_once('?').map_or("", |(_, query)| query);
        assert_eq!(Among::of(query), among);
        assert_eq!(Among::of(""), Among::default());
        assert_eq!(with_query("/ug".to_owned(), &Among::default().values()), "/ug");
    }
}
