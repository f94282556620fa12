//! What a list is asked for, as it stands in the URL, and the form that changes it.

use domain::{CooperativeId, Locale, Slug};
use l10n::t;
use leptos::prelude::*;
use service::catalog::{self, CategoryLink, Cursor, ListQuery, Sort};
use service::shops;

use crate::cx::Cx;
use crate::routes::Products;
use crate::ui::{Html, Icon, IconName, IntoHtml, Shape, ShopPicture, ShownName};

/// Pages beyond this are not asked for; no shop has as many.
const LAST_PAGE: u32 = 100_000;
/// Dearest price that can be asked for, minor units.
const HIGHEST_PRICE: i64 = 100_000_000;

/// The query of the product list. What makes no sense is left out, never an error: links get cut and mistyped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// `category`.
    pub category: Option<String>,
    /// `shop`: a cooperative's name in addresses.
    pub shop: Option<String>,
    /// `min`, minor units.
    pub min_price: Option<i64>,
    /// `max`, minor units.
    pub max_price: Option<i64>,
    /// `available`.
    pub available_only: bool,
    /// `sort`.
    pub sort: Sort,
    /// `page`, from 1.
    pub page: u32,
    /// `after`.
    pub after: Option<Cursor>,
}

impl Filters {
    /// Reads a query string. A category that `categories` does not have is left out, and a shop that is none.
    pub fn parse(query: &str, categories: &[CategoryLink], is_shop: impl Fn(&str) -> bool) -> Self {
        let mut filters = Self {
            page: 1,
            ..Self::default()
        };
        let fields: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        for (name, value) in fields {
            match name.as_str() {
                "category" if categories.iter().any(|c| c.slug == value) => filters.category = Some(value),
                "shop" if is_shop(&value) => filters.shop = Some(value),
                "min" => filters.min_price = parse_price(&value),
                "max" => filters.max_price = parse_price(&value),
                "available" => filters.available_only = value == "1",
                "sort" => filters.sort = Sort::parse(&value),
                "page" => filters.page = value.parse().ok().filter(|p| (1..=LAST_PAGE).contains(p)).unwrap_or(1),
                "after" => filters.after = Cursor::parse(&value),
                _ => {}
            }
        }
        filters
    }

    /// What the shop is asked; `cooperative` is the one [named](Self::shop).
    pub fn query(&self, locale: Locale, cooperative: Option<CooperativeId>) -> ListQuery {
        ListQuery {
            cooperative,
            category: self.category.as_deref().and_then(|slug| Slug::parse(slug).ok()),
            min_price: self.min_price,
            max_price: self.max_price,
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
        if let Some(category) = &self.category {
            fields.push(("category", category.clone()));
        }
        if let Some(shop) = &self.shop {
            fields.push(("shop", shop.clone()));
        }
        if let Some(price) = self.min_price {
            fields.push(("min", typed_price(price)));
        }
        if let Some(price) = self.max_price {
            fields.push(("max", typed_price(price)));
        }
        if self.available_only {
            fields.push(("available", "1".to_owned()));
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
        let url = cx.url(&Products::new());
        match serde_urlencoded::to_string(&fields) {
            Ok(query) if !query.is_empty() => format!("{url}?{query}"),
            _ => url,
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
    pub fn next_page(&self, cursor: Cursor) -> Self {
        Self {
            page: self.page + 1,
            after: Some(cursor),
            ..self.clone()
        }
    }

    /// Whether anything but category and order is chosen.
    pub fn is_narrowed(&self) -> bool {
        self.min_price.is_some() || self.max_price.is_some() || self.available_only
    }
}

/// Whether a list with this query is one of the few that begin a shelf; `None` when the shop's own links would write the
/// query in another way.
pub(crate) fn is_front(cx: &Cx) -> Option<bool> {
    let is_shop = |slug: &str| shops::named(cx.shop(), cx.locale(), slug).is_some();
    let filters = Filters::parse(cx.query(), &catalog::categories(cx.shop(), cx.locale()), is_shop);
    let is_own = filters.url(cx) == cx.here_in(cx.locale());
    let is_first = filters.page == 1 && filters.after.is_none() && filters.shop.is_none();
    is_own.then_some(is_first && filters.min_price.is_none() && filters.max_price.is_none())
}

/// A price in yuan as somebody typed it (`12`, `12.5`, `12,50`, full-width digits too), in minor units.
fn parse_price(typed: &str) -> Option<i64> {
    let plain: String = typed
        .trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - 0xFF10 + 0x30).unwrap_or(c),
            ',' | '，' | '．' | '。' => '.',
            _ => c,
        })
        .collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if plain.is_empty() || !is_digits(whole) || !is_digits(part) || part.len() > 2 {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    whole
        .checked_mul(100)?
        .checked_add(part)
        .filter(|price| *price <= HIGHEST_PRICE)
}

/// A price as it stands in a field and in the URL: `12` or `12.50`.
fn typed_price(minor: i64) -> String {
    if minor % 100 == 0 {
        (minor / 100).to_string()
    } else {
        format!("{}.{:02}", minor / 100, minor % 100)
    }
}

/// The shelves: links with their emblems, in a strip one scrolls.
#[component]
pub fn CategoryStrip(
    /// The categories.
    categories: Vec<CategoryLink>,
    /// Filters that the links keep.
    #[prop(default = Filters { page: 1, ..Filters::default() })]
    filters: Filters,
    /// Whether a link to all products stands first.
    #[prop(optional)]
    with_all: bool,
) -> Html {
    let cx = Cx::here();
    let all = with_all.then(|| {
        let url = Filters {
            category: None,
            ..filters.first_page()
        }
        .url(&cx);
        let is_here = filters.category.is_none();
        view! {
            <li>
                <a href=url aria-current=is_here.then_some("true")>
                    <span class="c-shelves__all"><Icon name=IconName::Menu/></span>
                    {cx.tv(t::CATALOG_CATEGORY_ALL)}
                </a>
            </li>
        }
    });
    // The chosen one comes first: further back in the strip it would be out of sight.
    let (chosen, others): (Vec<_>, Vec<_>) = categories
        .into_iter()
        .partition(|category| Some(&category.slug) == filters.category.as_ref());
    let links = chosen
        .into_iter()
        .chain(others)
        .map(|category| {
            let is_here = filters.category.as_deref() == Some(category.slug.as_str());
            let url = Filters {
                category: Some(category.slug),
                ..filters.first_page()
            }
            .url(&cx);
            view! {
                <li>
                    <a href=url aria-current=is_here.then_some("true")>
                        <ShopPicture picture=category.picture shape=Shape::Thumb/>
                        <ShownName shown=category.name/>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="c-shelves" aria-label=cx.t(t::CATALOG_CATEGORY_LABEL)>
            <ul>{all}{links}</ul>
        </nav>
    }
    .into_html()
}

/// The order of the list, as links: one touch.
#[component]
pub fn SortLinks(
    /// Filters that the links keep.
    filters: Filters,
) -> Html {
    let cx = Cx::here();
    let links = Sort::ALL
        .into_iter()
        .map(|sort| {
            let text = match sort {
                Sort::Popular => t::CATALOG_SORT_POPULAR,
                Sort::Cheap => t::CATALOG_SORT_CHEAP,
                Sort::Dear => t::CATALOG_SORT_DEAR,
                Sort::New => t::CATALOG_SORT_NEW,
            };
            let url = Filters {
                sort,
                ..filters.first_page()
            }
            .url(&cx);
            view! { <a href=url aria-current=(sort == filters.sort).then_some("true")>{cx.tv(text)}</a> }
        })
        .collect_view();
    view! { <nav class="c-tabs" aria-label=cx.t(t::CATALOG_SORT_LABEL)>{links}</nav> }.into_html()
}

/// Price and availability, behind one line until they are wanted.
#[component]
pub fn FilterForm(
    /// What is chosen now.
    filters: Filters,
) -> Html {
    let cx = Cx::here();
    let hidden = |name: &'static str, value: Option<String>| {
        value.map(|value| view! { <input type="hidden" name=name value=value/> })
    };
    let price = |price: Option<i64>| price.map(typed_price).unwrap_or_default();
    let sort = (filters.sort != Sort::default()).then(|| filters.sort.as_str().to_owned());
    let clear = filters.is_narrowed().then(|| {
        let url = Filters {
            category: filters.category.clone(),
            shop: filters.shop.clone(),
            sort: filters.sort,
            page: 1,
            ..Filters::default()
        }
        .url(&cx);
        view! { <a class="c-button c-button--quiet" href=url>{cx.tv(t::CATALOG_FILTER_CLEAR)}</a> }
    });
    view! {
        <details class="c-filters" open=filters.is_narrowed()>
            <summary>{cx.tv(t::CATALOG_FILTER_TITLE)}</summary>
            <form action=cx.url(&Products::new())>
                {hidden("category", filters.category.clone())}
                {hidden("shop", filters.shop.clone())}
                {hidden("sort", sort)}
                <div class="c-field c-field--short">
                    <label class="c-field__label" for="filter-min">{cx.tv(t::CATALOG_FILTER_MIN)}</label>
                    <input class="c-field__input" id="filter-min" name="min" inputmode="decimal" dir="ltr" maxlength="9" value=price(filters.min_price)/>
                </div>
                <div class="c-field c-field--short">
                    <label class="c-field__label" for="filter-max">{cx.tv(t::CATALOG_FILTER_MAX)}</label>
                    <input class="c-field__input" id="filter-max" name="max" inputmode="decimal" dir="ltr" maxlength="9" value=price(filters.max_price)/>
                </div>
                <label class="c-check">
                    <input type="checkbox" name="available" value="1" checked=filters.available_only/>
                    <span>{cx.tv(t::CATALOG_FILTER_AVAILABLE)}</span>
                </label>
                <div class="c-filters__buttons">
                    <button class="c-button c-button--primary">{cx.tv(t::CATALOG_FILTER_APPLY)}</button>
                    {clear}
                </div>
            </form>
        </details>
    }
    .into_html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonsense_in_the_url_is_left_out() {
        let all = Filters {
            page: 1,
            ..Filters::default()
        };
        for query in [
            "page=9223372036854775808",
            "page=0",
            "page=-1",
            "min=abc",
            "max=-5",
            "min=1.234",
            "max=99999999999999999999",
            "category=nowhere",
            "shop=nowhere",
            "sort=%00",
            "after=1",
            "%ff%fe=%",
            "&&&===",
        ] {
            assert_eq!(Filters::parse(query, &[], |_| false), all, "{query}");
        }
    }

    #[test]
    fn prices_are_read_as_people_type_them() {
        for (typed, minor) in [
            ("12", 1200),
            ("12.5", 1250),
            ("12,50", 1250),
            (" 0.05 ", 5),
            (".5", 50),
            ("１２", 1200),
            ("12.", 1200),
        ] {
            assert_eq!(parse_price(typed), Some(minor), "{typed}");
        }
        for typed in ["", ".", "-1", "1e9", "1,000,00", "¥5"] {
            assert!(parse_price(typed).is_none_or(|p| p == 0), "{typed}");
        }
    }

    #[test]
    fn a_price_survives_the_url() {
        for minor in [5, 50, 1200, 1250, HIGHEST_PRICE] {
            assert_eq!(parse_price(&typed_price(minor)), Some(minor));
        }
    }
}
