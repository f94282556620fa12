//! Prices, amounts, dates and telephone numbers in a page. Each stands in a `<bdi>`: after Uyghur letters a bare
//! `¥12.50` or `0998-5550101` turns round.

use domain::{Harvested, HarvestedIn, Money, OfferTerms, Quantity, Unit, WebLink};
use l10n::{format, t};
use leptos::prelude::*;

use crate::cx::Cx;
use crate::html::{Html, IntoHtml};

/// An amount of money in a text, a table or a total.
#[component]
pub fn Amount(
    /// The amount.
    money: Money,
) -> Html {
    let cx = Cx::here();
    view! { <components::Amount money locale=cx.locale()/> }.into_html()
}

/// The price of an offer as a shop sign says it: per piece, or per 500 g or kilogram for what is weighed.
#[component]
pub fn Price(
    /// The offer's terms.
    terms: OfferTerms,
    /// For the head of a product's page.
    #[prop(optional)]
    large: bool,
) -> Html {
    let cx = Cx::here();
    view! { <components::Price terms locale=cx.locale() large/> }.into_html()
}

/// From which amounts on an offer costs less; nothing where every amount costs the same.
#[component]
pub fn StepPrices(
    /// The offer's terms.
    terms: OfferTerms,
) -> Html {
    let cx = Cx::here();
    if terms.steps.is_empty() {
        return Html::new("");
    }
    let rows = terms
        .steps
        .iter()
        .map(|step| {
            let from = quantity_text(&cx, Quantity(step.from), terms.sold_by.unit);
            let price = components::price_text(cx.locale(), &terms, terms.at_step(step));
            view! { <li><bdi>{cx.tv(t::product_step_from(from, price))}</bdi></li> }
        })
        .collect_view();
    view! { <ul class="c-small c-muted" data-testid="price-steps">{rows}</ul> }.into_html()
}

/// Under a price: what one piece weighs, and the price of a kilogram, to compare by.
#[component]
pub fn PerKilogram(
    /// The offer's terms.
    terms: OfferTerms,
    /// The weight of a piece stands elsewhere.
    #[prop(optional)]
    without_weight: bool,
) -> Html {
    let cx = Cx::here();
    view! { <components::PerKilogram terms locale=cx.locale() without_weight/> }.into_html()
}

/// The size of an offer in words: what one piece weighs, or nothing for what is weighed out.
pub fn size_text(cx: &Cx, terms: &OfferTerms) -> String {
    components::size_text(cx.locale(), terms)
}

/// An amount of goods: `3 件`, `500 g`.
pub fn quantity_text(cx: &Cx, quantity: Quantity, unit: Unit) -> String {
    components::quantity_text(cx.locale(), quantity, unit)
}

/// An amount of goods in a view.
#[component]
pub fn QuantityText(
    /// How much.
    quantity: Quantity,
    /// In which unit.
    unit: Unit,
) -> Html {
    let cx = Cx::here();
    view! { <components::QuantityText quantity unit locale=cx.locale()/> }.into_html()
}

/// When something was harvested: a day, a month or a year.
pub fn harvest_text(cx: &Cx, harvested: &Harvested) -> String {
    let (locale, at) = (cx.locale(), harvested.start_ms());
    let year: String = harvested.as_str().chars().take(4).collect();
    match harvested.precision() {
        HarvestedIn::Year => year,
        HarvestedIn::Month => cx.t(t::product_harvest_month(
            format::month_name(locale, format::month(at)),
            year,
        )),
        HarvestedIn::Day => format::date(locale, at),
    }
}

/// A day and time.
#[component]
pub fn Moment(
    /// Milliseconds since 1970 UTC.
    at: i64,
) -> Html {
    let cx = Cx::here();
    view! { <components::Moment at locale=cx.locale()/> }.into_html()
}

/// A telephone number that can be called.
#[component]
pub fn PhoneLink(
    /// The number as it is shown.
    number: String,
) -> Html {
    let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    view! { <a class="c-phone" href=format!("tel:{dialled}")><bdi dir="ltr">{number}</bdi></a> }.into_html()
}

/// A place outside of the shop, shown by the name of its host. It learns nothing of where the reader came from, and the
/// shop does not vouch for it.
#[component]
pub fn OutsideLink(
    /// The place.
    link: WebLink,
) -> Html {
    let host = link.host().to_owned();
    view! {
        <a class="c-link" href=link.into_string() rel="external nofollow ugc noreferrer"><bdi dir="ltr">{host}</bdi></a>
    }
    .into_html()
}
