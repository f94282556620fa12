//! The checkout's page.

use axum::http::StatusCode;
use axum::response::Response;
use components::CheckoutPlaces;
use domain::view::{StationChoice, TownshipChoice};
use domain::{BUYER_LIMIT_DAYS, ErrorCode, FreightRegion, Money};
use l10n::{Message, format, t};
use leptos::prelude::*;
use service::checkout::{Change, CheckoutView};
use service::stations::StationView;

use super::fields::wrong_fields;
use crate::cx::Cx;
use crate::notices::ShopNotices;
use crate::page::Meta;
use crate::routes::{Cart, Checkout, Stations};
use crate::ui::{ErrorSummary, Html, IntoHtml, RefusedNotice, quantity_text};

/// Renders the page; `township` is the one whose stations are shown, empty for all.
pub(super) fn render(cx: &Cx, status: StatusCode, view: CheckoutView, township: String) -> Response {
    cx.page_with(status, Meta::private(cx.t(t::CHECKOUT_TITLE)), || {
        view! { <CheckoutPage view township/> }
    })
}

/// The checkout: who, where, how paid, what it comes to.
#[component]
fn CheckoutPage(
    /// What is bought, and the form as typed.
    view: CheckoutView,
    /// The township whose stations are shown, empty for all.
    township: String,
) -> Html {
    let cx = Cx::here();
    let fields = wrong_fields(&cx, &view.errors);
    let refused = refusal_to_show(&view);
    let (changes, is_orderable) = (view.changes.clone(), view.cart.is_orderable());
    let fewer = view.has_other_stations.then(|| {
        let text = if view.stations.is_empty() {
            t::CHECKOUT_STATIONS_NONE
        } else {
            t::CHECKOUT_STATIONS_FEWER
        };
        view! { <p class="c-notice" role="note" data-testid="fewer-stations">{cx.t(text)}</p> }
    });
    cx.mark_texts(components::texts::CHECKOUT);
    let island = islands::checkout_island(cx.texts(), cx.locale(), form(&cx, view, township));
    // What is typed is kept on the phone until the order's page says that the shop has it.
    let script = cx.assets().url("draft.js");
    view! {
        <div class="c-stack c-stack--wide" data-draft="checkout" data-draft-script=script>
            <Steps/>
            <h1 class="c-title">{cx.t(t::CHECKOUT_TITLE)}</h1>
            <ShopNotices/>
            <Changes changes is_orderable/>
            <RefusedNotice code=refused/>
            <ErrorSummary fields/>
            {fewer}
            {island}
        </div>
    }
    .into_html()
}

/// What the form starts from.
fn form(cx: &Cx, view: CheckoutView, township: String) -> components::CheckoutView {
    let station = |station: StationView| StationChoice {
        code: station.code,
        name: station.name,
    };
    let townships = view.stations.into_iter().map(|place| TownshipChoice {
        slug: place.slug,
        name: place.name,
        stations: place.stations.into_iter().map(station).collect(),
    });
    // One fee for each region: its provinces pay the same.
    let mut freight: Vec<(FreightRegion, Money)> = Vec::new();
    for (province, fee) in view.freight_by_province {
        if freight.iter().all(|(region, _)| *region != province.region()) {
            freight.push((province.region(), fee));
        }
    }
    components::CheckoutView {
        cart: view.cart,
        form: view.form,
        errors: view.errors,
        // Its button agrees to them; to a limit nobody can.
        has_changes: view
            .changes
            .iter()
            .any(|change| !matches!(change, Change::Limit { .. })),
        methods: view.methods,
        freight,
        townships: townships.collect(),
        township,
        places: CheckoutPlaces {
            checkout: cx.url(&Checkout::new()),
            cart: cx.url(&Cart::new()),
            stations: cx.url(&Stations::new()),
            script: cx.assets().url("sheet.js"),
        },
    }
}

/// Why the order cannot be placed, unless the changes say it already.
fn refusal_to_show(view: &CheckoutView) -> Option<ErrorCode> {
    if !view.changes.is_empty() {
        return None;
    }
    view.refused
        .or_else(|| (!view.cart.is_orderable()).then_some(ErrorCode::SoldOut))
}

/// Where one is between the cart and the order.
#[component]
fn Steps() -> Html {
    let cx = Cx::here();
    view! {
        <ol class="c-steps" aria-label=cx.t(t::CHECKOUT_STEPS)>
            <li><a href=cx.url(&Cart::new())>{cx.t(t::CHECKOUT_STEP_CART)}</a></li>
            <li aria-current="step">{cx.t(t::CHECKOUT_STEP_DETAILS)}</li>
            <li>{cx.t(t::CHECKOUT_STEP_DONE)}</li>
        </ol>
    }
    .into_html()
}

/// What is not as the buyer last saw it; sending the form again agrees to it, unless something cannot be bought any more.
#[component]
fn Changes(
    /// What changed.
    changes: Vec<Change>,
    /// Every line can be bought as it stands.
    is_orderable: bool,
) -> Html {
    let cx = Cx::here();
    if changes.is_empty() {
        return Html::new("");
    }
    // Sending it again agrees to a price, and to no more than one buyer may have.
    let is_limited = changes.iter().any(|change| matches!(change, Change::Limit { .. }));
    let (title, next) = match (is_limited, is_orderable) {
        (true, _) => (t::CHECKOUT_LIMIT_TITLE, t::CHECKOUT_LIMIT_NEXT),
        (false, true) => (t::CHECKOUT_CHANGED, t::CHECKOUT_CHANGED_AGREE),
        (false, false) => (t::CHECKOUT_CHANGED, t::CART_NOT_ORDERABLE),
    };
    let cart = is_limited.then(|| {
        view! { <p><a class="c-link" href=cx.url(&Cart::new())>{cx.t(t::CHECKOUT_LIMIT_CART)}</a></p> }
    });
    let items = changes
        .into_iter()
        .map(|change| view! { <li>{cx.tv(change_text(&cx, change))}</li> })
        .collect_view();
    view! {
        <div class="c-notice c-notice--warn" id="notice" role="alert" tabindex="-1" autofocus=true data-testid="changes">
            <strong>{cx.t(title)}</strong>
            <ul>{items}</ul>
            <p>{cx.t(next)}</p>
            {cart}
        </div>
    }
    .into_html()
}

fn change_text(cx: &Cx, change: Change) -> Message<'static> {
    let money = |amount| format::money(cx.locale(), amount);
    match change {
        Change::Price { name, before, now } => t::checkout_change_price(name, money(before), money(now)),
        Change::Freight { before, now } => t::checkout_change_freight(money(before), money(now)),
        Change::Stock { name } => t::checkout_change_stock(name),
        Change::Limit { name, most, unit } => t::checkout_change_limit(
            name,
            quantity_text(cx, most, unit),
            format::number(cx.locale(), BUYER_LIMIT_DAYS),
        ),
        Change::Cart => t::CHECKOUT_CHANGE_CART.into(),
    }
}
