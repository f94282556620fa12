//! How amounts in store, steps and reasons are called and typed.

use domain::{
    Currency, FieldCode, Listing, ListingStep, MAX_PRICE, MAX_STOCK, Money, OfferTerms, Pause, Quantity, StockReason,
    Unit,
};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::studio::{ShortOrder, StockRow};

use crate::cx::Cx;
use crate::routes::StudioOrder;
use crate::ui::{Html, IntoHtml, error_text, quantity_text, size_text};

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
        _ => error_text(cx, code),
    }
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
pub(super) const fn reason_word(reason: StockReason) -> Text {
    match reason {
        StockReason::Harvest => t::GOODS_REASON_HARVEST,
        StockReason::SoldElsewhere => t::GOODS_REASON_SOLD_ELSEWHERE,
        StockReason::Spoiled => t::GOODS_REASON_SPOILED,
        StockReason::Counted => t::GOODS_REASON_COUNTED,
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
