//! How amounts in store, steps and reasons are called and typed.

use domain::{
    Currency, FieldCode, Listing, ListingStep, MAX_PRICE, MAX_STEPS, MAX_STEPS_TEXT, MAX_STOCK, Money, OfferTerms,
    Pause, PriceSteps, Quantity, SoldBy, StockReason, Unit, typed_amount, typed_price,
};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::studio::{ShortOrder, StockRow};

use crate::cx::Cx;
use crate::routes::StudioOrder;
use crate::ui::{Html, IntoHtml, TextField, error_text, quantity_text, size_text};

/// What a bare number of a field of stock counts.
pub(super) fn store_unit(cx: &Cx, unit: Unit) -> String {
    cx.t(match unit {
        Unit::Piece => crate::cart::unit_word(unit),
        Unit::Gram => t::GOODS_UNIT_KILOGRAM,
        Unit::Millilitre => t::GOODS_UNIT_LITRE,
    })
}

/// The most that can be in store.
pub(super) fn most_stock(cx: &Cx, unit: Unit) -> String {
    quantity_text(cx, Quantity(MAX_STOCK), unit)
}

/// What is wrong with a price; `now` is the one that is saved.
pub(super) fn price_error(cx: &Cx, code: FieldCode, now: Option<Money>) -> String {
    let money = |minor| format::money(cx.locale(), Money::new(minor, Currency::Cny));
    match (code, now) {
        (FieldCode::InvalidPrice, _) => cx.t(t::goods_price_bounds(money(1), money(MAX_PRICE))),
        (FieldCode::Changed, Some(now)) => cx.t(t::goods_changed(format::money(cx.locale(), now))),
        // Only beside the prices of its steps is a price chosen wrongly, or too much.
        (FieldCode::InvalidChoice, _) => cx.t(t::GOODS_PRICE_BELOW_STEPS),
        (FieldCode::TooMuch, _) => cx.t(t::GOODS_PRICE_ABOVE_STEPS),
        _ => error_text(cx, code),
    }
}

/// What is wrong with prices that fall with the amount; `sold_by` says which amounts there are, `price` what the size costs
/// where that is known.
pub(super) fn steps_error(cx: &Cx, code: FieldCode, sold_by: SoldBy, price: Option<Money>) -> String {
    let amount = |amount| quantity_text(cx, Quantity(amount), sold_by.unit);
    match code {
        FieldCode::InvalidText => cx.t(t::goods_steps_unreadable(steps_sample(sold_by, price))),
        FieldCode::TooLong => cx.t(t::goods_steps_too_many(format::number(cx.locale(), MAX_STEPS as i64))),
        FieldCode::TooMuch => cx.t(t::goods_steps_above_most(amount(sold_by.most_of(i64::MAX)))),
        FieldCode::InvalidQuantity => cx.t(t::goods_steps_amounts(
            amount(sold_by.min.max(1)),
            amount(sold_by.max),
            amount(sold_by.step.max(1)),
        )),
        FieldCode::InvalidPrice => cx.t(t::GOODS_STEPS_PRICES),
        FieldCode::InvalidChoice => cx.t(t::GOODS_STEPS_TOO_CHEAP),
        _ => error_text(cx, code),
    }
}

/// Prices that fall with the amount, as one types them for what is sold like this; of a price that is not known yet, 30 yuan
/// stand for it. A dash, which is no steps, where only one amount is sold. Its spaces do not break.
fn steps_sample(sold_by: SoldBy, price: Option<Money>) -> String {
    let price = price.unwrap_or(Money::new(3_000, Currency::Cny));
    let step = |step: domain::PriceStep| {
        let amount = typed_amount(step.from, sold_by.unit);
        format!("{amount}={}", typed_price(Money::new(step.minor, price.currency)))
    };
    let steps: Vec<String> = PriceSteps::example(sold_by, price).iter().map(step).collect();
    if steps.is_empty() {
        return "–".to_owned();
    }
    steps.join("; ").replace(' ', "\u{a0}")
}

/// The field of prices that fall with the amount.
#[component]
pub(super) fn StepsField(
    /// Its name.
    name: String,
    /// What was typed, or is saved.
    value: String,
    /// How the size is sold.
    sold_by: SoldBy,
    /// What it costs, where that is known.
    #[prop(default = None)]
    price: Option<Money>,
    /// What is wrong with it.
    error: Option<FieldCode>,
) -> Html {
    let cx = Cx::here();
    // Units may be typed in any script, so that it runs as what is typed runs.
    view! {
        <TextField
            name
            label=cx.t(t::GOODS_STEPS)
            hint=cx.t(t::goods_steps_hint(steps_sample(sold_by, price)))
            value
            error
            error_text=error.map(|code| steps_error(&cx, code, sold_by, price)).unwrap_or_default()
            may_be_empty=true
            maxlength=MAX_STEPS_TEXT as u32
        />
    }
    .into_html()
}

/// What is wrong with an amount in store; `now` is the one that is saved.
pub(super) fn stock_error(cx: &Cx, code: FieldCode, unit: Unit, now: Option<i64>) -> String {
    match (code, now) {
        (FieldCode::InvalidQuantity, _) if unit == Unit::Piece => {
            cx.t(t::goods_stock_bounds_pieces(most_stock(cx, unit)))
        }
        (FieldCode::InvalidQuantity, _) => cx.t(t::goods_stock_bounds(most_stock(cx, unit))),
        (FieldCode::Changed, Some(now)) => cx.t(t::goods_changed(quantity_text(cx, Quantity(now), unit))),
        _ => error_text(cx, code),
    }
}

/// Product and size in one line, for labels.
pub(super) fn row_name(cx: &Cx, row: &StockRow) -> String {
    format!("{} · {}", row.name.text, size_name(cx, &row.terms))
}

/// What a size is called, by the word its buyers read.
pub(super) fn size_name(cx: &Cx, terms: &OfferTerms) -> String {
    match terms.sold_by.unit {
        Unit::Piece => size_text(cx, terms),
        Unit::Gram | Unit::Millilitre => cx.t(t::PRODUCT_SIZE_WEIGHED),
    }
}

/// What a size costs, and what that is for where it is not for one piece.
pub(super) fn price_name(cx: &Cx, terms: &OfferTerms) -> String {
    let price = format::money(cx.locale(), terms.price);
    match terms.sold_by.unit {
        Unit::Piece => price,
        Unit::Gram | Unit::Millilitre => {
            let amount = quantity_text(cx, Quantity(terms.priced_by.reference_amount), terms.priced_by.unit);
            cx.t(t::replace_price_per(price, amount))
        }
    }
}

/// Why the stock changed.
pub(crate) const fn reason_word(reason: StockReason) -> Text {
    match reason {
        StockReason::Harvest => t::GOODS_REASON_HARVEST,
        StockReason::SoldElsewhere => t::GOODS_REASON_SOLD_ELSEWHERE,
        StockReason::Spoiled => t::GOODS_REASON_SPOILED,
        StockReason::Counted => t::GOODS_REASON_COUNTED,
        StockReason::SentAgain => t::GOODS_REASON_SENT_AGAIN,
    }
}

/// The button of a step.
pub(super) const fn step_word(step: ListingStep) -> Text {
    match step {
        ListingStep::Publish => t::GOODS_STEP_PUBLISH,
        ListingStep::SoldOutToday => t::GOODS_STEP_SOLD_OUT_TODAY,
        ListingStep::Pause => t::GOODS_STEP_PAUSE,
        ListingStep::Resume => t::GOODS_STEP_RESUME,
        ListingStep::Archive => t::GOODS_STEP_ARCHIVE,
        ListingStep::Restore => t::GOODS_STEP_RESTORE,
    }
}

/// How a product stands with its buyers.
#[component]
pub(super) fn ListingBadge(
    /// How it stands.
    listing: Listing,
) -> Html {
    let cx = Cx::here();
    let (text, class) = match listing {
        Listing::Draft => (cx.tv(t::GOODS_LISTING_DRAFT), "c-badge c-badge--warn"),
        Listing::OnSale => (cx.tv(t::GOODS_LISTING_ON_SALE), "c-badge c-badge--good"),
        Listing::Paused(Pause::Until(at)) => {
            let time = format::date_time(cx.locale(), at);
            (cx.tv(t::goods_listing_sold_out(time)), "c-badge c-badge--error")
        }
        Listing::Paused(Pause::UntilUndone) => (cx.tv(t::GOODS_LISTING_PAUSED), "c-badge c-badge--error"),
        Listing::Archived => (cx.tv(t::GOODS_LISTING_ARCHIVED), "c-badge c-badge--quiet"),
    };
    view! { <span class=class data-testid="listing">{text}</span> }.into_html()
}

/// How many people wait for a size that is sold out. Nothing when nobody does.
#[component]
pub(super) fn PeopleWaiting(
    /// How many.
    people: i64,
) -> Html {
    let cx = Cx::here();
    (people > 0)
        .then(|| view! { <p class="c-notice" data-testid="people-waiting">{cx.t(t::goods_people_waiting(people))}</p> })
        .into_html()
}

/// Says whose orders a size is not enough for. Nothing when it is enough.
#[component]
pub(super) fn Short(
    /// What is on hand.
    on_hand: i64,
    /// What is reserved.
    reserved: i64,
    /// Unit of both.
    unit: Unit,
    /// The orders, where the reader may see them.
    orders: Vec<ShortOrder>,
) -> Html {
    let cx = Cx::here();
    if reserved <= on_hand {
        return Html::new("");
    }
    let orders = orders
        .into_iter()
        .map(|order| {
            let url = cx.url(&StudioOrder::new(&order.id.to_string()));
            let missing = quantity_text(&cx, Quantity(order.missing), unit);
            view! {
                <li>
                    <a href=url><bdi dir="ltr" class="c-num" translate="no">{order.code.to_string()}</bdi></a>" "
                    <bdi>{order.buyer_name}</bdi>" — "
                    {cx.tv(t::goods_short_order(missing))}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="c-notice c-notice--warn" data-testid="short">
            <strong>{cx.t(t::GOODS_SHORT_TITLE)}</strong>
            <p>{cx.t(t::GOODS_SHORT_TEXT)}</p>
            <ul>{orders}</ul>
        </div>
    }
    .into_html()
}
