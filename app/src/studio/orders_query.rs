//! Which orders an address asks for: the tab, the search and what narrows them, as they stand in the form and in links.

use domain::{Day, FieldCode, OrderId, OrderStage, StationId};
use service::studio::{MAX_SEARCH, OrderPlace, OrderQuery};

use crate::cx::Cx;
use crate::query::{value_of, with_query};
use crate::routes::{Segment, StudioOrders};

/// The word for "to an address" where a station's code could stand.
pub(super) const ADDRESS: &str = "address";

/// The fields as they were sent.
#[derive(Clone, Debug, Default)]
pub(super) struct OrdersForm {
    pub stage: Option<OrderStage>,
    pub search: String,
    /// [`ADDRESS`], or a station's code.
    pub place: String,
    pub from: String,
    pub until: String,
    pub after: Option<OrderId>,
    /// Whether a place was asked for that is no station.
    pub lacks_place: bool,
}

impl OrdersForm {
    /// Reads an address; what names nothing is left out, but for days, which somebody may have typed.
    pub fn read(query: &str) -> Self {
        let field = |name: &str| {
            value_of(query, name)
                .trim()
                .chars()
                .take(MAX_SEARCH)
                .collect::<String>()
        };
        Self {
            stage: OrderStage::parse(&field("stage")),
            search: field("q"),
            place: field("place"),
            from: field("from"),
            until: field("until"),
            after: Segment::parse(&field("after")),
            lacks_place: false,
        }
    }

    /// Leaves a place out that is no station, and notes it: all orders are not called those of one place.
    pub fn without_unknown_place(mut self, is_known: impl FnOnce(&str) -> bool) -> Self {
        if self.place != ADDRESS && !self.place.is_empty() && !is_known(&self.place) {
            self.place.clear();
            self.lacks_place = true;
        }
        self
    }

    /// What is wrong with a day that was typed.
    pub fn wrong_day(typed: &str) -> Option<FieldCode> {
        (!typed.is_empty() && Day::parse(typed).is_none()).then_some(FieldCode::InvalidText)
    }

    pub fn has_wrong_day(&self) -> bool {
        [&self.from, &self.until]
            .into_iter()
            .any(|day| Self::wrong_day(day).is_some())
    }

    /// Whether something else than the tab narrows the list.
    pub fn is_narrowed(&self) -> bool {
        [&self.place, &self.from, &self.until]
            .into_iter()
            .any(|field| !field.is_empty())
    }

    /// What the use case is asked for. `station`: the station with a code.
    pub fn query(&self, station: impl FnOnce(&str) -> Option<StationId>) -> OrderQuery {
        OrderQuery {
            stage: self.stage,
            place: match self.place.as_str() {
                "" => None,
                ADDRESS => Some(OrderPlace::Address),
                code => station(code).map(OrderPlace::Station),
            },
            from: Day::parse(&self.from).map(Day::start_ms),
            until: Day::parse(&self.until).map(Day::end_ms),
            search: self.search.clone(),
            after: self.after,
        }
    }

    /// The same list in another tab; a search is over then.
    pub fn in_stage(&self, stage: Option<OrderStage>) -> Self {
        Self {
            stage,
            search: String::new(),
            after: None,
            ..self.clone()
        }
    }

    /// The same list from there on.
    pub fn after(&self, after: Option<OrderId>) -> Self {
        Self { after, ..self.clone() }
    }

    /// Its address.
    pub fn url(&self, cx: &Cx) -> String {
        let pairs = self.pairs();
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        with_query(cx.url(&StudioOrders::new()), &pairs)
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("stage", self.stage.map(|stage| stage.to_string()).unwrap_or_default()),
            ("q", self.search.clone()),
            ("place", self.place.clone()),
            ("from", self.from.clone()),
            ("until", self.until.clone()),
            ("after", self.after.map(|id| id.to_string()).unwrap_or_default()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// The address of a tab; none: of all orders.
pub(super) fn stage_url(cx: &Cx, stage: Option<OrderStage>) -> String {
    OrdersForm::default().in_stage(stage).url(cx)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absurd_address_asks_for_the_newest_orders() {
        for query in [
            "",
            "stage=",
            "stage=NEW",
            "stage=new'--",
            "after=-1",
            "after=0",
            "after=9223372036854775808",
        ] {
            let form = OrdersForm::read(query);
            assert_eq!((form.stage, form.after), (None, None), "{query}");
        }
        let long = format!("q={}", "x".repeat(10_000));
        assert_eq!(OrdersForm::read(&long).search.len(), MAX_SEARCH);
    }

    #[test]
    fn a_place_that_is_no_station_is_told_and_narrows_nothing() {
        let read = |query| OrdersForm::read(query).without_unknown_place(|code| code == "B001");
        let unknown = read("place=B999");
        assert!(unknown.lacks_place && !unknown.is_narrowed() && unknown.query(|_| None).place.is_none());
        for known in ["place=B001", "place=address", "place=", ""] {
            assert!(!read(known).lacks_place, "{known}");
        }
    }

    #[test]
    fn days_are_whole_and_a_day_that_is_none_is_said() {
        let form = OrdersForm::read("from=2026-11-23&until=2026-11-23&place=address");
        let query = form.query(|_| None);
        assert_eq!(
            query.until.zip(query.from).map(|(until, from)| until - from),
            Some(86_400_000)
        );
        assert_eq!(query.place, Some(OrderPlace::Address));
        let wrong = OrdersForm::read("from=soon");
        assert!(wrong.has_wrong_day() && wrong.is_narrowed());
        assert_eq!(wrong.query(|_| None).from, None);
    }
}
