//! Narrowing a list: the shelves, its order, and the form of all else, without a script.

use domain::{Currency, Money};
use l10n::{Message, format, t};
use leptos::prelude::*;
use service::Shown;
use service::catalog::{CategoryLink, Choice, Choices, Sort};

use super::filters::Filters;
use super::limits::{LONGEST_STATION, PriceLimit, StationLimit};
use crate::cx::Cx;
use crate::ui::{FieldError, Html, Icon, IconName, IntoHtml, Shape, ShopPicture, ShownName, TextField};

/// The shelves: links with their emblems, in a strip one scrolls.
#[component]
pub fn CategoryStrip(
    /// The categories.
    categories: Vec<CategoryLink>,
    /// Filters that the links keep.
    #[prop(default = Filters::none())]
    filters: Filters,
    /// Whether a link to all products stands first.
    #[prop(optional)]
    with_all: bool,
) -> Html {
    let cx = Cx::here();
    let all = with_all.then(|| {
        let url = filters.in_category(None).url(&cx);
        let is_here = filters.categories.is_empty();
        view! {
            <li>
                <a href=url aria-current=is_here.then_some("true")>
                    <span class="c-shelves__all"><Icon name=IconName::Menu/></span>
                    {cx.tv(t::CATALOG_CATEGORY_ALL)}
                </a>
            </li>
        }
    });
    // The chosen ones come first: further back in the strip they would be out of sight.
    let (chosen, others): (Vec<_>, Vec<_>) = categories
        .into_iter()
        .partition(|category| filters.categories.contains(&category.slug));
    let links = chosen
        .into_iter()
        .chain(others)
        .map(|category| {
            let is_here = filters.categories.contains(&category.slug);
            let url = filters.in_category(Some(category.slug)).url(&cx);
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
    let is_search = filters.sought.is_some();
    let links = Sort::ALL
        .into_iter()
        .filter(|sort| !is_search || *sort != Sort::New)
        .map(|sort| {
            let text = match sort {
                Sort::Popular if is_search => t::SEARCH_SORT_BEST,
                Sort::Popular => t::CATALOG_SORT_POPULAR,
                Sort::Cheap => t::CATALOG_SORT_CHEAP,
                Sort::PerKilogram => t::CATALOG_SORT_PER_KG,
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

/// Everything else one can ask for, behind one line that says how much of it is chosen; under it, each of these with the way to
/// take it away.
#[component]
pub fn FilterForm(
    /// What is chosen now.
    filters: Filters,
    /// What can be chosen.
    choices: Choices,
) -> Html {
    let cx = Cx::here();
    let hidden = |name: &'static str, value: Option<String>| {
        value.map(|value| view! { <input type="hidden" name=name value=value/> })
    };
    let sort = (filters.sort != Sort::default()).then(|| filters.sort.as_str().to_owned());
    let count = filters.count();
    let lacks = [
        (filters.lacks_category, t::CATALOG_FILTER_NO_CATEGORY),
        (filters.lacks_shop, t::CATALOG_FILTER_NO_SHOP),
    ];
    let lacks = lacks
        .into_iter()
        .filter(|(is_lacking, _)| *is_lacking)
        .map(|(_, text)| view! { <p class="c-notice" role="status" data-testid="not-there">{cx.tv(text)}</p> })
        .collect_view();
    let clear = (count > 0 || filters.has_error() || filters.lacks_any()).then(|| {
        let url = filters.cleared().url(&cx);
        view! { <a class="c-button c-button--quiet" href=url>{cx.tv(t::CATALOG_FILTER_CLEAR)}</a> }
    });
    let summary = if count > 0 {
        cx.tv(t::catalog_filter_count(count))
    } else {
        cx.tv(t::CATALOG_FILTER_TITLE)
    };
    let no_station = match (filters.station.error(), filters.station.is_several) {
        (None, _) => String::new(),
        (Some(_), true) => cx.t(t::CATALOG_FILTER_STATION_SEVERAL),
        (Some(_), false) => cx.t(t::CATALOG_FILTER_STATION_NONE),
    };
    let chips = view! { <Chips filters=filters.clone() choices=choices.clone()/> };
    let (place, has_error) = (filters.place(&cx), filters.has_error());
    let Filters {
        sought,
        min_price,
        max_price,
        available_only,
        station,
        ..
    } = filters;
    view! {
        <details class="c-filters" open=has_error>
            <summary>{summary}</summary>
            <form action=place novalidate>
                {hidden("q", sought)}
                {hidden("sort", sort)}
                <PriceField name="min" label=cx.t(t::CATALOG_FILTER_MIN) limit=min_price/>
                <PriceField name="max" label=cx.t(t::CATALOG_FILTER_MAX) limit=max_price/>
                <label class="c-check">
                    <input type="checkbox" name="available" value="1" checked=available_only/>
                    <span>{cx.tv(t::CATALOG_FILTER_AVAILABLE)}</span>
                </label>
                <TextField
                    name="station"
                    label=cx.t(t::CATALOG_FILTER_STATION)
                    hint=cx.t(t::CATALOG_FILTER_STATION_HINT)
                    value=station.typed()
                    error=station.error()
                    error_text=no_station
                    may_be_empty=true
                    maxlength=LONGEST_STATION
                />
                <Boxes name="category" legend=cx.t(t::CATALOG_CATEGORY_LABEL) choices=choices.categories/>
                <Boxes name="shop" legend=cx.t(t::CATALOG_FILTER_SHOPS) choices=choices.cooperatives/>
                <div class="c-filters__buttons">
                    <button class="c-button c-button--primary">{cx.tv(t::CATALOG_FILTER_APPLY)}</button>
                    {clear}
                </div>
            </form>
        </details>
        {lacks}
        {chips}
    }
    .into_html()
}

/// A limit of the price: what was typed, and what is wrong with it.
#[component]
fn PriceField(
    /// Its name.
    name: &'static str,
    /// What it is called.
    label: String,
    /// What is asked for.
    limit: PriceLimit,
) -> Html {
    let error = limit.error();
    let described = components::described_by(name, false, error.is_some());
    view! {
        <div class=components::field_class(error.is_some(), true)>
            <label class="c-field__label" for=components::field_id(name)>{label}</label>
            <input
                class="c-field__input"
                id=components::field_id(name)
                name=name
                inputmode="decimal"
                dir="ltr"
                maxlength="40"
                value=limit.typed()
                aria-invalid=error.map(|_| "true")
                aria-describedby=described
            />
            <FieldError name error/>
        </div>
    }
    .into_html()
}

/// Boxes to tick, as many as one likes, each with what there is of it.
#[component]
fn Boxes(
    /// Name of all.
    name: &'static str,
    /// What they are.
    legend: String,
    /// Each of them.
    choices: Vec<Choice>,
) -> Html {
    let cx = Cx::here();
    if choices.is_empty() {
        return Html::new("");
    }
    let boxes = choices
        .into_iter()
        .map(|choice| {
            let count = choice.count.map(|count| {
                let count = format::number(cx.locale(), i64::try_from(count).unwrap_or(i64::MAX));
                view! { " "<small class="c-muted">{count}</small> }
            });
            view! {
                <label class="c-check">
                    <input type="checkbox" name=name value=choice.slug checked=choice.is_chosen/>
                    <span><ShownName shown=choice.name/>{count}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset>
            <legend class="c-field__label">{legend}</legend>
            <div class="c-filters__boxes">{boxes}</div>
        </fieldset>
    }
    .into_html()
}

/// What is chosen, each a link to the list without it.
#[component]
fn Chips(
    /// What is chosen now.
    filters: Filters,
    /// What can be chosen, which has the names.
    choices: Choices,
) -> Html {
    let cx = Cx::here();
    let mut chips = Vec::new();
    for slug in &filters.categories {
        let mut without = filters.first_page();
        without.categories.retain(|other| other != slug);
        chips.push(named_chip(&cx, &without, name_of(&choices.categories, slug)));
    }
    for slug in &filters.shops {
        let mut without = filters.first_page();
        without.shops.retain(|other| other != slug);
        chips.push(named_chip(&cx, &without, name_of(&choices.cooperatives, slug)));
    }
    let money = |minor: i64| format::money(cx.locale(), Money::new(minor, Currency::Cny));
    if let Some(minor) = filters.min_price.minor {
        let without = Filters {
            min_price: PriceLimit::default(),
            ..filters.first_page()
        };
        chips.push(chip(&cx, &without, t::catalog_filter_from(money(minor))));
    }
    if let Some(minor) = filters.max_price.minor {
        let without = Filters {
            max_price: PriceLimit::default(),
            ..filters.first_page()
        };
        chips.push(chip(&cx, &without, t::catalog_filter_to(money(minor))));
    }
    if filters.available_only {
        let without = Filters {
            available_only: false,
            ..filters.first_page()
        };
        chips.push(chip(&cx, &without, t::CATALOG_FILTER_AVAILABLE));
    }
    if let Some(code) = &filters.station.code {
        let without = Filters {
            station: StationLimit::default(),
            ..filters.first_page()
        };
        let name = format!("{code} · {}", filters.station.name.text);
        chips.push(chip(&cx, &without, t::catalog_filter_at(name)));
    }
    if chips.is_empty() {
        return Html::new("");
    }
    view! {
        <ul class="c-chips" aria-label=cx.t(t::CATALOG_FILTER_CHOSEN)>
            {chips.into_iter().map(|chip| view! { <li>{chip}</li> }).collect_view()}
        </ul>
    }
    .into_html()
}

/// The name of a choice; one that is gone keeps the name that its address has for it.
fn name_of(choices: &[Choice], slug: &str) -> Shown {
    let named = choices.iter().find(|choice| choice.slug == slug);
    named.map_or_else(
        || Shown {
            text: slug.to_owned(),
            ..Shown::default()
        },
        |choice| choice.name.clone(),
    )
}

fn named_chip(cx: &Cx, without: &Filters, name: Shown) -> Html {
    let label = cx.t(t::catalog_filter_remove(name.text.as_str()));
    view! {
        <a class="c-chip" href=without.url(cx) aria-label=label><ShownName shown=name/><span aria-hidden="true">"\u{A0}×"</span></a>
    }
    .into_html()
}

fn chip<'a>(cx: &Cx, without: &Filters, text: impl Into<Message<'a>>) -> Html {
    let text = cx.t(text);
    let label = cx.t(t::catalog_filter_remove(text.as_str()));
    view! {
        <a class="c-chip" href=without.url(cx) aria-label=label><bdi>{text}</bdi><span aria-hidden="true">"\u{A0}×"</span></a>
    }
    .into_html()
}
