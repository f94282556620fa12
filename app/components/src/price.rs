//! Prices and amounts. Each stands in a `<bdi>`: after Uyghur letters a bare `¥12.50` turns round.

use domain::{Locale, Money, OfferTerms, PriceStep, Quantity, SoldBy, Unit, Weight};
use l10n::{Message, Words, format, t};
use leptos::either::Either;
use leptos::prelude::*;

use crate::words::{Say, words};

/// An amount of money in a text, a table or a total.
#[component]
pub fn Amount(
    /// The amount.
    money: Money,
    /// The reader's language.
    locale: Locale,
) -> impl IntoView {
    view! { <bdi class="c-num">{format::money(locale, money)}</bdi> }
}

/// The price of an offer as a shop sign says it: per piece, or per 500 g or kilogram for what is weighed.
#[component]
pub fn Price(
    /// The offer's terms.
    terms: OfferTerms,
    /// The reader's language.
    locale: Locale,
    /// For the head of a product's page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let parts = format::money_parts(locale, terms.price);
    let symbol = view! { <small>{parts.symbol}</small> };
    let mut number = parts.sign.to_owned();
    number.push_str(&parts.number);
    let amount = if parts.symbol_first {
        Either::Left(view! { {symbol}{number} })
    } else {
        Either::Right(view! { {number}"\u{a0}"{symbol} })
    };
    // Price and amount stand apart: run together, `7.80/500` would read as one number in Uyghur.
    let per = per_what(locale, &terms).map(|per| view! { <small class="c-price__unit">"/"<bdi>{per}</bdi></small> });
    let class = if large { "c-price c-price--large" } else { "c-price" };
    view! { <span class=class><bdi>{amount}</bdi>{per}</span> }
}

/// What the price is for, when it is not for one piece: `公斤`, `500 g`.
fn per_what(locale: Locale, terms: &OfferTerms) -> Option<String> {
    let grams = match terms.priced_by.unit {
        Unit::Gram => terms.priced_by.reference_amount,
        Unit::Piece | Unit::Millilitre => return None,
    };
    let whole = format::price_per_grams(locale, terms.price, grams);
    whole.split_once('/').map(|(_, per)| per.to_owned())
}

/// What an offer costs at this price: `¥24.00`, with what it is for where that is not one piece: `¥24.00/公斤`.
pub fn price_text(locale: Locale, terms: &OfferTerms, price: Money) -> String {
    match terms.priced_by.unit {
        Unit::Gram => format::price_per_grams(locale, price, terms.priced_by.reference_amount),
        Unit::Piece | Unit::Millilitre => format::money(locale, price),
    }
}

/// From which amounts on an offer costs less, a line each, as far as so much can be bought now. It stands in cards one chooses
/// too, where no table may.
#[component]
pub fn StepPrices(
    /// The offer's terms.
    terms: OfferTerms,
    /// The most that can be bought now, in the offer's unit.
    most: i64,
) -> impl IntoView {
    let locale = words().locale();
    let line = |step: PriceStep| {
        let from = quantity_text(locale, Quantity(step.from), terms.sold_by.unit);
        let price = price_text(locale, &terms, terms.at_step(step));
        view! {
            <small class="c-price__step" data-testid="price-step">
                <bdi><Say text=t::product_step_from(from, price)/></bdi>
            </small>
        }
    };
    let can_be_reached = |step: &PriceStep| step.from <= most;
    terms.steps.iter().filter(can_be_reached).map(line).collect_view()
}

/// Of a price that falls with the amount, what `quantity` costs apiece, and what a little more of it would cost, up to `most`.
pub fn step_text(words: &Words, terms: &OfferTerms, quantity: Quantity, most: i64) -> String {
    let price = |price| price_text(words.locale(), terms, price);
    let mut text = words.get(t::cart_step_price(price(terms.unit_price(quantity))));
    if let Some(next) = terms.near_step(quantity, most) {
        let more = Quantity(next.from - quantity.amount());
        let more = quantity_text(words.locale(), more, terms.sold_by.unit);
        text.push_str(" · ");
        text.push_str(&words.get(t::cart_step_next(more, price(terms.at_step(next)))));
    }
    text
}

/// Under a price: what one piece weighs, and the price of a kilogram, to compare by.
#[component]
pub fn PerKilogram(
    /// The offer's terms.
    terms: OfferTerms,
    /// The reader's language.
    locale: Locale,
    /// The weight of a piece stands elsewhere.
    #[prop(optional)]
    without_weight: bool,
) -> impl IntoView {
    let piece = (!without_weight && terms.sold_by.unit == Unit::Piece && terms.net_grams > 0)
        .then(|| view! { <bdi>{format::weight(locale, Weight(terms.net_grams))}</bdi> });
    let is_said_already = terms.priced_by.unit == Unit::Gram && terms.priced_by.reference_amount == 1000;
    let kilogram = terms
        .price_per_kg()
        .filter(|_| !is_said_already)
        .map(|price| view! { <bdi>{format::price_per_kg(locale, price)}</bdi> });
    view! { <span class="c-price__per">{piece}" "{kilogram}</span> }
}

/// An amount of goods in a view.
#[component]
pub fn QuantityText(
    /// How much.
    quantity: Quantity,
    /// In which unit.
    unit: Unit,
    /// The reader's language.
    locale: Locale,
) -> impl IntoView {
    view! { <bdi class="c-num">{quantity_text(locale, quantity, unit)}</bdi> }
}

/// An amount of goods: `3 件`, `500 g`.
pub fn quantity_text(locale: Locale, quantity: Quantity, unit: Unit) -> String {
    format::quantity(locale, quantity, unit)
}

/// The size of an offer in words: what one piece weighs, or nothing for what is weighed out.
pub fn size_text(locale: Locale, terms: &OfferTerms) -> String {
    match terms.sold_by.unit {
        Unit::Piece if terms.net_grams > 0 => format::weight(locale, Weight(terms.net_grams)),
        unit => quantity_text(locale, Quantity(terms.sold_by.min.max(1)), unit),
    }
}

/// What to say of an amount that could be ordered by itself, up to `most`, and not with what the cart holds of it already;
/// nothing when it is not for what the cart holds.
pub fn quantity_with_cart(
    locale: Locale,
    sold_by: SoldBy,
    most: i64,
    typed: &str,
    held: Quantity,
) -> Option<Message<'static>> {
    let alone = SoldBy { max: most, ..sold_by };
    if held.amount() == 0 || alone.parse(typed).is_err() {
        return None;
    }
    let amount = |quantity| quantity_text(locale, quantity, sold_by.unit);
    Some(t::product_quantity_with_cart(amount(held), amount(Quantity(most))))
}

/// What to say of a quantity that cannot be ordered: which ones can, up to `most`.
pub fn wrong_quantity_text(words: &Words, sold_by: SoldBy, most: i64) -> String {
    let amount = |amount| quantity_text(words.locale(), Quantity(amount), sold_by.unit);
    let (min, max) = (amount(sold_by.min.max(1)), amount(most));
    if max == min {
        words.get(t::product_quantity_only(max))
    } else if sold_by.step > 1 {
        words.get(t::product_quantity_steps(min, max, amount(sold_by.step)))
    } else {
        words.get(t::product_quantity_range(min, max))
    }
}
