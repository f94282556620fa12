//! The checkout's page.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, FieldCode, PaymentMethod};
use islands::CheckoutIsland;
use l10n::{Message, format, t};
use leptos::prelude::*;
use service::checkout::{Change, CheckoutView};

use super::delivery::DeliveryFields;
use super::fields::{label, wrong_fields};
use super::summary::OrderSummary;
use crate::cx::Cx;
use crate::notices::ShopNotices;
use crate::page::Meta;
use crate::routes::{Cart, Checkout};
use crate::ui::{Card, ErrorSummary, Hidden, LongTextField, RadioCards, RefusedNotice, TextField, error_text};

/// Renders the page; `township` is the one whose stations are shown, empty for all.
pub(super) fn render(cx: &Cx, status: StatusCode, view: CheckoutView, township: String) -> Response {
    cx.page_with(status, Meta::private(cx.t(t::CHECKOUT_TITLE)), || {
        view! { <CheckoutPage cx=cx.clone() view township/> }
    })
}

/// The checkout: who, where, how paid, what it comes to.
#[component]
fn CheckoutPage(
    /// The request.
    cx: Cx,
    /// What is bought, and the form as typed.
    view: CheckoutView,
    /// The township whose stations are shown, empty for all.
    township: String,
) -> impl IntoView {
    let fields = wrong_fields(&cx, &view.errors);
    let refused = refusal_to_show(&view);
    let errors = view.errors.clone();
    let form = view.form.clone();
    let changes = view.changes.clone();
    let methods = view.methods.clone();
    // What the browser may have to say about a field while one types.
    let [required, too_long, invalid_phone, invalid_text] = [
        FieldCode::Required,
        FieldCode::TooLong,
        FieldCode::InvalidPhone,
        FieldCode::InvalidText,
    ]
    .map(|code| error_text(&cx, code));
    let goods = view.cart.goods;
    let no_transfer = (!methods.contains(&PaymentMethod::BankTransfer))
        .then(|| view! { <p class="c-notice" data-testid="no-transfer">{cx.t(t::CHECKOUT_NO_TRANSFER)}</p> });
    view! {
        <div class="c-stack c-stack--wide">
            <Steps cx=cx.clone()/>
            <h1 class="c-title">{cx.t(t::CHECKOUT_TITLE)}</h1>
            <ShopNotices cx=cx.clone()/>
            <Changes cx=cx.clone() changes/>
            <RefusedNotice cx=cx.clone() code=refused/>
            <ErrorSummary cx=cx.clone() fields/>
            <CheckoutIsland>
            <form
                    class="c-form"
                    method="post"
                    action=cx.url(&Checkout::new())
                    novalidate
                    data-testid="checkout"
                    data-goods=goods.minor.to_string()
                    data-currency=goods.currency.code()
                    data-say-required=required
                    data-say-too-long=too_long
                    data-say-invalid-phone=invalid_phone
                    data-say-invalid-text=invalid_text
                >
                <Hidden name="key" value=form.key.clone()/>
                <Hidden name="quote" value=form.quote.clone()/>
                <div class="c-split">
                    <div class="c-stack c-stack--wide">
                        <fieldset class="c-fieldset">
                            <legend>{cx.t(t::CHECKOUT_RECIPIENT)}</legend>
                            <TextField
                                cx=cx.clone()
                                name="name"
                                label=cx.t(label("name"))
                                value=form.name.clone()
                                error=errors.of("name")
                                autocomplete="name"
                                maxlength=60
                            />
                            <TextField
                                cx=cx.clone()
                                name="phone"
                                label=cx.t(label("phone"))
                                hint=cx.t(t::CHECKOUT_PHONE_HINT)
                                value=form.phone.clone()
                                error=errors.of("phone")
                                kind="tel"
                                inputmode="tel"
                                autocomplete="tel"
                                is_ltr=true
                                maxlength=30
                            />
                        </fieldset>
                        <DeliveryFields
                            cx=cx.clone()
                            form=form.clone()
                            errors=errors.clone()
                            stations=view.stations.clone()
                            township
                        />
                        <fieldset class="c-fieldset">
                            <legend>{cx.t(t::CHECKOUT_PAYMENT)}</legend>
                            {no_transfer}
                            <RadioCards
                                cx=cx.clone()
                                name="payment"
                                value=form.payment.clone()
                                cards=methods.into_iter().map(|method| payment_card(&cx, method)).collect()
                                error=errors.of("payment")
                            />
                        </fieldset>
                        <LongTextField
                            cx=cx.clone()
                            name="note"
                            label=cx.t(label("note"))
                            value=form.note.clone()
                            error=errors.of("note")
                            may_be_empty=true
                            maxlength=300
                            rows=3
                        />
                    </div>
                    <OrderSummary cx=cx.clone() view/>
                </div>
            </form>
            </CheckoutIsland>
        </div>
    }
    .into_any()
}

/// Why the order cannot be placed, unless the changes say it already.
fn refusal_to_show(view: &CheckoutView) -> Option<ErrorCode> {
    if !view.changes.is_empty() {
        return None;
    }
    view.refused
        .or_else(|| (!view.cart.is_orderable()).then_some(ErrorCode::SoldOut))
}

fn payment_card(cx: &Cx, method: PaymentMethod) -> Card {
    let (title, text) = match method {
        PaymentMethod::CashAtStation => (t::CHECKOUT_PAYMENT_CASH, t::CHECKOUT_PAYMENT_CASH_TEXT),
        PaymentMethod::BankTransfer => (t::CHECKOUT_PAYMENT_TRANSFER, t::CHECKOUT_PAYMENT_TRANSFER_TEXT),
    };
    Card {
        value: method.as_str(),
        title: cx.t(title),
        text: cx.t(text),
    }
}

/// Where one is between the cart and the order.
#[component]
fn Steps(
    /// The request.
    cx: Cx,
) -> impl IntoView {
    view! {
        <ol class="c-steps" aria-label=cx.t(t::CHECKOUT_STEPS)>
            <li><a href=cx.url(&Cart::new())>{cx.t(t::CHECKOUT_STEP_CART)}</a></li>
            <li aria-current="step">{cx.t(t::CHECKOUT_STEP_DETAILS)}</li>
            <li>{cx.t(t::CHECKOUT_STEP_DONE)}</li>
        </ol>
    }
}

/// What is not as the buyer last saw it; sending the form again agrees to it.
#[component]
fn Changes(
    /// The request.
    cx: Cx,
    /// What changed.
    changes: Vec<Change>,
) -> impl IntoView {
    if changes.is_empty() {
        return ().into_any();
    }
    let items = changes
        .into_iter()
        .map(|change| view! { <li>{cx.tv(change_text(&cx, change))}</li> })
        .collect_view();
    view! {
        <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="changes">
            <strong>{cx.t(t::CHECKOUT_CHANGED)}</strong>
            <ul>{items}</ul>
            <p>{cx.t(t::CHECKOUT_CHANGED_AGREE)}</p>
        </div>
    }
    .into_any()
}

fn change_text(cx: &Cx, change: Change) -> Message<'static> {
    let money = |amount| format::money(cx.locale(), amount);
    match change {
        Change::Price { name, before, now } => t::checkout_change_price(name, money(before), money(now)),
        Change::Freight { before, now } => t::checkout_change_freight(money(before), money(now)),
        Change::Stock { name } => t::checkout_change_stock(name),
        Change::Cart => t::CHECKOUT_CHANGE_CART.into(),
    }
}
