//! What a list is asked for, as it stands in the URL: of the shop's goods, or of what a search found.

use domain::{CooperativeId, Locale, Slug};
use service::catalog::{self, CategoryLink, Choices, Cursor, ListQuery, Sort};
use service::collection::{self, NoStation};
use service::shops;

use super::limits::{PriceLimit, StationLimit, short_price};
use crate::cx::Cx;
use crate::routes::{Products, Search};

/// Pages beyond this are not asked for; no shop has as many.
const LAST_PAGE: u32 = 100_000;
/// Categories and cooperatives that can be asked for at once; a district has no more.
const MOST_CHOSEN: usize = 200;
/// Longest query looked for, characters; more is cut off.
const LONGEST_QUERY: usize = 200;

/// The query of a list. What makes no sense is left out, never an error: links get cut and mistyped. What somebody typed or chose
/// and is not there narrows nothing, is not counted, and is told of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// `q`, of a search: what was typed. The shop's list has none.
    pub sought: Option<String>,
    /// `category`, each once and in the order of the alphabet.
    pub categories: Vec<String>,
    /// `shop`: cooperatives by their names in addresses, likewise.
    pub shops: Vec<String>,
    /// `min`.
    pub min_price: PriceLimit,
    /// `max`.
    pub max_price: PriceLimit,
    /// `available`.
    pub available_only: bool,
    /// `station`.
    pub station: StationLimit,
    /// Whether a category was asked for that is not there.
    pub lacks_category: bool,
    /// The same of a cooperative.
    pub lacks_shop: bool,
    /// `sort`.
    pub sort: Sort,
    /// `page`, from 1.
    pub page: u32,
    /// `after`.
    pub after: Option<Cursor>,
}

impl Filters {
    /// All products from the first on.
    pub fn none() -> Self {
        Self {
            page: 1,
            ..Self::default()
        }
    }

    /// Reads a query string. A category that `categories` does not have is left out and noted, and so is a shop that is none.
    pub fn parse(query: &str, categories: &[CategoryLink], is_shop: impl Fn(&str) -> bool) -> Self {
        let mut filters = Self::none();
        let fields: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        for (name, value) in fields {
            match name.as_str() {
                "category" | "shop" if value.is_empty() => {}
                "category" if categories.iter().any(|c| c.slug == value) => choose(&mut filters.categories, value),
                "category" => filters.lacks_category = true,
                "shop" if !is_shop(&value) => filters.lacks_shop = true,
                "shop" if filters.shops.len() < MOST_CHOSEN => choose(&mut filters.shops, value),
                "min" => filters.min_price = PriceLimit::parse(&value),
                "max" => filters.max_price = PriceLimit::parse(&value),
                "available" => filters.available_only = value == "1",
                "station" => filters.station = StationLimit::parse(&value),
                "sort" => filters.sort = Sort::parse(&value),
                "page" => filters.page = value.parse().ok().filter(|p| (1..=LAST_PAGE).contains(p)).unwrap_or(1),
                "after" => filters.after = Cursor::parse(&value),
                _ => {}
            }
        }
        filters.in_order()
    }

    /// With the station that was asked for, where there is one of that number or name.
    #[must_use]
    pub fn resolved(mut self, cx: &Cx) -> Self {
        let typed = self.station.unread.as_deref();
        match typed.map(|typed| collection::station(cx.shop(), cx.locale(), typed)) {
            Some(Ok(station)) => {
                self.station = StationLimit {
                    code: Some(station.code),
                    name: station.name,
                    ..StationLimit::default()
                };
            }
            Some(Err(why)) => self.station.is_several = why == NoStation::Several,
            None => {}
        }
        self
    }

    /// The cooperatives that are asked for, when these are the [named](Self::shops) ones: of them, or of all where none is named,
    /// those that bring their goods to the station.
    pub fn sellers(&self, cx: &Cx, named: Vec<CooperativeId>) -> Vec<CooperativeId> {
        let Some(bringing) = self.bringing(cx) else {
            return named;
        };
        let asked = bringing.into_iter().map(|(id, _)| id);
        let found: Vec<CooperativeId> = asked.filter(|id| named.is_empty() || named.contains(id)).collect();
        if found.is_empty() {
            // To ask for none would be to ask for all; this is nobody's number.
            return vec![CooperativeId(0)];
        }
        found
    }

    /// Has only those chosen that were, and leaves out who does not bring goods to the station.
    pub fn mark(&self, cx: &Cx, choices: &mut Choices) {
        let Some(bringing) = self.bringing(cx) else {
            return;
        };
        let all = &mut choices.cooperatives;
        all.retain(|choice| self.shops.contains(&choice.slug) || bringing.iter().any(|(_, slug)| *slug == choice.slug));
        for choice in all {
            choice.is_chosen = self.shops.contains(&choice.slug);
        }
    }

    /// Who brings goods to the station; nothing where that is no bound.
    fn bringing(&self, cx: &Cx) -> Option<Vec<(CooperativeId, String)>> {
        collection::sellers(cx.shop(), self.station.code.as_deref()?)
    }

    /// With the lower price first: "from 30 to 10" is what costs between the two, and the fields show it so.
    fn in_order(mut self) -> Self {
        if let (Some(least), Some(most)) = (self.min_price.minor, self.max_price.minor)
            && least > most
        {
            std::mem::swap(&mut self.min_price, &mut self.max_price);
        }
        self
    }

    /// Reads the query string of a search, which has words too and no cursors; a search by date makes no sense.
    pub fn parse_search(query: &str, categories: &[CategoryLink], is_shop: impl Fn(&str) -> bool) -> Self {
        let words: String = crate::query::value_of(query, "q")
            .trim()
            .chars()
            .filter(|c| !c.is_control())
            .take(LONGEST_QUERY)
            .collect();
        let filters = Self::parse(query, categories, is_shop);
        Self {
            sought: Some(words),
            after: None,
            sort: if filters.sort == Sort::New {
                Sort::default()
            } else {
                filters.sort
            },
            ..filters
        }
    }

    /// What the shop is asked; `cooperatives` are those [named](Self::shops).
    pub fn query(&self, locale: Locale, cooperatives: Vec<CooperativeId>) -> ListQuery {
        ListQuery {
            cooperatives,
            categories: self
                .categories
                .iter()
                .filter_map(|slug| Slug::parse(slug).ok())
                .collect(),
            min_price: self.min_price.minor,
            max_price: self.max_price.minor,
            available_only: self.available_only,
            sort: self.sort,
            page: self.page,
            after: self.after,
            ..ListQuery::new(locale)
        }
    }

    /// The URL of the list with these filters; defaults are left out, so that a page has one address.
    pub fn url(&self, cx: &Cx) -> String {
        let mut fields: Vec<(&str, String)> = Vec::new();
        if let Some(words) = self.sought.as_ref().filter(|words| !words.is_empty()) {
            fields.push(("q", words.clone()));
        }
        fields.extend(self.categories.iter().map(|category| ("category", category.clone())));
        fields.extend(self.shops.iter().map(|shop| ("shop", shop.clone())));
        if let Some(price) = self.min_price.minor {
            fields.push(("min", short_price(price)));
        }
        if let Some(price) = self.max_price.minor {
            fields.push(("max", short_price(price)));
        }
        if self.available_only {
            fields.push(("available", "1".to_owned()));
        }
        if let Some(code) = &self.station.code {
            fields.push(("station", code.clone()));
        }
        if self.sort != Sort::default() {
            fields.push(("sort", self.sort.as_str().to_owned()));
        }
        if self.page > 1 {
            fields.push(("page", self.page.to_string()));
        }
        if let Some(after) = self.after {
            fields.push(("after", after.to_param()));
        }
        let url = self.place(cx);
        match serde_urlencoded::to_string(&fields) {
            Ok(query) if !query.is_empty() => format!("{url}?{query}"),
            _ => url,
        }
    }

    /// Where the form goes.
    pub fn place(&self, cx: &Cx) -> String {
        match self.sought {
            Some(_) => cx.url(&Search::new()),
            None => cx.url(&Products::new()),
        }
    }

    /// These filters from the first page on.
    pub fn first_page(&self) -> Self {
        Self {
            page: 1,
            after: None,
            ..self.clone()
        }
    }

    /// The page before this one; it is found by counting, as a cursor only leads onwards.
    pub fn previous_page(&self) -> Option<Self> {
        (self.page > 1).then(|| Self {
            page: self.page - 1,
            after: None,
            ..self.clone()
        })
    }

    /// The page after this one, which begins behind `cursor`.
    pub fn next_page(&self, cursor: Option<Cursor>) -> Self {
        Self {
            page: self.page + 1,
            after: cursor,
            ..self.clone()
        }
    }

    /// With this category alone, or with all of them.
    pub fn in_category(&self, category: Option<String>) -> Self {
        Self {
            categories: category.into_iter().collect(),
            ..self.first_page()
        }
    }

    /// With nothing but what is looked for, and its order.
    pub fn cleared(&self) -> Self {
        Self {
            sought: self.sought.clone(),
            sort: self.sort,
            ..Self::none()
        }
    }

    /// How many filters there are, each of which can be taken away.
    pub fn count(&self) -> usize {
        let prices = [&self.min_price, &self.max_price];
        self.categories.len()
            + self.shops.len()
            + prices.into_iter().filter(|price| price.minor.is_some()).count()
            + usize::from(self.available_only)
            + usize::from(self.station.code.is_some())
    }

    /// Whether something was asked for in the address that is not there.
    pub fn lacks_any(&self) -> bool {
        self.lacks_category || self.lacks_shop
    }

    /// Whether something was typed that is no price, or no station.
    pub fn has_error(&self) -> bool {
        self.min_price.unread.is_some() || self.max_price.unread.is_some() || self.station.unread.is_some()
    }
}

/// Puts a name where it belongs in the order, once.
fn choose(chosen: &mut Vec<String>, name: String) {
    if let Err(place) = chosen.binary_search(&name) {
        chosen.insert(place, name);
    }
}

/// Whether a list with this query is one of the few that begin a shelf; `None` when the shop's own links would write the
/// query in another way.
pub(crate) fn is_front(cx: &Cx) -> Option<bool> {
    let is_shop = |slug: &str| shops::named(cx.shop(), cx.locale(), slug).is_some();
    let filters = Filters::parse(cx.query(), &catalog::categories(cx.shop(), cx.locale()), is_shop).resolved(cx);
    let is_own = filters.url(cx) == cx.here_in(cx.locale());
    let is_shelf = filters.count() == filters.categories.len() + usize::from(filters.available_only);
    let is_first = filters.page == 1 && filters.after.is_none();
    is_own.then_some(is_first && is_shelf && filters.categories.len() <= 1)
}

#[cfg(test)]
mod tests {
    use domain::FieldCode;

    use super::super::limits::{LONGEST_PRICE, LONGEST_STATION};
    use super::*;

    #[test]
    fn nonsense_in_the_url_is_left_out() {
        for query in [
            "page=9223372036854775808",
            "page=0",
            "page=-1",
            "min=",
            "max=+",
            "category=",
            "shop=",
            "sort=%00",
            "after=1",
            "%ff%fe=%",
            "&&&===",
        ] {
            assert_eq!(Filters::parse(query, &[], |_| false), Filters::none(), "{query}");
        }
    }

    #[test]
    fn what_is_not_there_is_told_and_not_counted() {
        let parse = |query| Filters::parse(query, &[], |slug| slug == "a");
        let shelf = parse("category=nowhere");
        assert!(
            shelf.lacks_category && !shelf.lacks_shop && shelf.count() == 0,
            "{shelf:?}"
        );
        let shop = parse("shop=nowhere&shop=a");
        assert!(shop.lacks_shop && shop.count() == 1, "{shop:?}");
        // It is said once: the links of the page lead to a list without it.
        assert_eq!(shelf.cleared(), Filters::none());
        assert_eq!(shop.cleared(), Filters::none());
    }

    #[test]
    fn a_price_that_is_none_is_shown_again_and_not_looked_for() {
        for typed in ["abc", "-5", "1.2345", "99999999999999999999", "1e3"] {
            let filters = Filters::parse(&format!("max={typed}"), &[], |_| false);
            assert_eq!(filters.max_price.typed(), typed);
            assert_eq!(filters.max_price.error(), Some(FieldCode::InvalidPrice));
            assert!(filters.has_error() && filters.count() == 0, "{typed}");
        }
        let long = Filters::parse(&format!("min={}", "x".repeat(5_000)), &[], |_| false);
        assert_eq!(long.min_price.typed().chars().count(), LONGEST_PRICE);
    }

    #[test]
    fn prices_that_were_typed_the_wrong_way_round_are_turned() {
        let parse = |query| Filters::parse(query, &[], |_| false);
        let turned = parse("min=30&max=10");
        assert_eq!(turned, parse("min=10&max=30"));
        assert_eq!(
            (turned.min_price.typed(), turned.max_price.typed()),
            ("10".to_owned(), "30".to_owned())
        );
        assert_eq!(parse("min=30&max=x").min_price.typed(), "30");
    }

    #[test]
    fn several_shops_stand_in_one_order_however_they_were_asked_for() {
        let parse = |query| Filters::parse(query, &[], |slug| slug != "nowhere");
        let filters = parse("shop=b&shop=a&shop=nowhere&shop=b");
        assert_eq!(filters.shops, ["a", "b"]);
        assert!(filters.lacks_shop);
        assert_eq!(parse("shop=b&shop=a&shop=b"), parse("shop=a&shop=b"));
        assert_eq!(parse("shop=a").count(), 1);
        let all = Filters::none();
        assert_eq!(parse("shop=a&available=1&min=5&max=x").cleared(), all);
    }

    #[test]
    fn a_station_is_looked_for_as_it_was_typed_and_told_when_there_is_none() {
        let parse = |query: &str| Filters::parse(query, &[], |_| false);
        let filters = parse("station=+b003+");
        assert_eq!(filters.station.typed(), "b003");
        // Nobody has looked yet which one it is: it narrows nothing.
        assert!(filters.has_error() && filters.count() == 0 && filters.station.error().is_some());
        assert_eq!(parse("station="), Filters::none());
        assert_eq!(parse("station=%0a+"), Filters::none());
        let long = parse(&format!("station={}", "ن".repeat(5_000)));
        assert_eq!(long.station.typed().chars().count(), LONGEST_STATION as usize);
        let known = Filters {
            station: StationLimit {
                code: Some("B003".to_owned()),
                ..StationLimit::default()
            },
            ..Filters::none()
        };
        assert!(known.count() == 1 && !known.has_error());
        assert_eq!(known.cleared(), Filters::none());
        assert_eq!(known.in_category(Some("honey".to_owned())).station, known.station);
    }

    #[test]
    fn a_search_has_words_and_no_cursor() {
        let parse = |query: &str| Filters::parse_search(query, &[], |_| false);
        let found = parse("q=+badam+&page=2&sort=new&after=1.2");
        assert_eq!(found.sought.as_deref(), Some("badam"));
        assert_eq!((found.page, found.sort, found.after), (2, Sort::Popular, None));
        assert_eq!(parse("page=9223372036854775808&q=%00%0a").sought.as_deref(), Some(""));
        assert_eq!(parse("%ff%fe").page, 1);
        let long = parse(&format!("q={}", "ن".repeat(5_000)));
        assert_eq!(long.sought.map(|words| words.chars().count()), Some(LONGEST_QUERY));
    }
}
