//! Prices, amounts, dates and telephone numbers in a page. Each stands in a `<bdi>`: after Uyghur letters a bare
//! `¥12.50` or `0998-5550101` turns round.

use domain::{Money, OfferTerms, Quantity, SoldBy, Unit, WebLink, Weight};
use l10n::{format, t};
use leptos::either::Either;
use leptos::prelude::*;

use crate::cx::Cx;

/// An amount of money in a text, a table or a total.
#[component]
pub fn Amount(
    /// The amount.
    money: Money,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    view! { <bdi class="c-num">{format::money(cx.locale(), money)}</bdi> }
}

/// The price of an offer as a shop sign says it: per piece, or per 500 g or kilogram for what is weighed.
#[component]
pub fn Price(
    /// The offer's terms.
    terms: OfferTerms,
    /// The request.
    cx: Cx,
    /// For the head of a product's page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let locale = cx.locale();
    let parts = format::money_parts(locale, terms.price);
    let symbol = view! { <small>{parts.symbol}</small> };
    let number = format!("{}{}", parts.sign, parts.number);
    let amount = if parts.symbol_first {
        Either::Left(view! { {symbol}{number} })
    } else {
        Either::Right(view! { {number}"\u{a0}"{symbol} })
    };
    // Price and amount stand apart: run together, `7.80/500` would read as one number in Uyghur.
    let per = per_what(&cx, &terms).map(|per| view! { <small class="c-price__unit">"/"<bdi>{per}</bdi></small> });
    let class = if large { "c-price c-price--large" } else { "c-price" };
    view! { <span class=class><bdi>{amount}</bdi>{per}</span> }
}

/// What the price is for, when it is not for one piece: `公斤`, `500 g`.
fn per_what(cx: &Cx, terms: &OfferTerms) -> Option<String> {
    let grams = match terms.priced_by.unit {
        Unit::Gram => terms.priced_by.reference_amount,
        Unit::Piece | Unit::Millilitre => return None,
    };
    let whole = format::price_per_grams(cx.locale(), terms.price, grams);
    whole.split_once('/').map(|(_, per)| per.to_owned())
}

/// What to say of a quantity that cannot be ordered: which ones can, up to `most`.
pub fn wrong_quantity_text(cx: &Cx, sold_by: SoldBy, most: i64) -> String {
    let amount = |amount| quantity_text(cx, Quantity(amount), sold_by.unit);
    let (min, max) = (amount(sold_by.min.max(1)), amount(most));
    if max == min {
        cx.t(t::product_quantity_only(max))
    } else if sold_by.step > 1 {
        cx.t(t::product_quantity_steps(min, max, amount(sold_by.step)))
    } else {
        cx.t(t::product_quantity_range(min, max))
    }
}

/// Under a price: what one piece weighs, and the price of a kilogram, to compare by.
#[component]
pub fn PerKilogram(
    /// The offer's terms.
    terms: OfferTerms,
    /// The weight of a piece stands elsewhere.
    #[prop(optional)]
    without_weight: bool,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    let locale = cx.locale();
    let piece = (!without_weight && terms.sold_by.unit == Unit::Piece && terms.net_grams > 0)
        .then(|| view! { <bdi>{format::weight(locale, Weight(terms.net_grams))}</bdi> });
    let is_said_already = terms.priced_by.unit == Unit::Gram && terms.priced_by.reference_amount == 1000;
    let kilogram = terms
        .price_per_kg()
        .filter(|_| !is_said_already)
        .map(|price| view! { <bdi>{format::price_per_kg(locale, price)}</bdi> });
    view! { <span class="c-price__per">{piece}" "{kilogram}</span> }
}

/// The size of an offer in words: what one piece weighs, or nothing for what is weighed out.
pub fn size_text(cx: &Cx, terms: &OfferTerms) -> String {
    match terms.sold_by.unit {
        Unit::Piece if terms.net_grams > 0 => format::weight(cx.locale(), Weight(terms.net_grams)),
        unit => quantity_text(cx, Quantity(terms.sold_by.min.max(1)), unit),
    }
}

/// An amount of goods: `3 件`, `500 g`.
pub fn quantity_text(cx: &Cx, quantity: Quantity, unit: Unit) -> String {
    format::quantity(cx.locale(), quantity, unit)
}

/// An amount of goods in a view.
#[component]
pub fn QuantityText(
    /// How much.
    quantity: Quantity,
    /// In which unit.
    unit: Unit,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    view! { <bdi class="c-num">{quantity_text(&cx, quantity, unit)}</bdi> }
}

/// A day and time.
#[component]
pub fn Moment(
    /// Milliseconds since 1970 UTC.
    at: i64,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    view! { <time datetime=format::machine_date_time(at)><bdi>{format::date_time(cx.locale(), at)}</bdi></time> }
}

/// A telephone number that can be called.
#[component]
pub fn PhoneLink(
    /// The number as it is shown.
    number: String,
) -> impl IntoView {
    let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    view! { <a class="c-phone" href=format!("tel:{dialled}")><bdi dir="ltr">{number}</bdi></a> }
}

/// A place outside of the shop, shown by the name of its host. It learns nothing of where the reader came from, and the
/// shop does not vouch for it.
#[component]
pub fn OutsideLink(
    /// The place.
    link: WebLink,
) -> impl IntoView {
    let host = link.host().to_owned();
    view! {
        <a class="c-link" href=link.into_string() rel="external nofollow ugc noreferrer"><bdi dir="ltr">{host}</bdi></a>
    }
}
