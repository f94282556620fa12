//! Choosing one of a few: how it is delivered, how it is paid.

use domain::{DeliveryMethod, PaymentMethod};
use l10n::{Text, t};
use leptos::html::Input;
use leptos::prelude::*;

use super::Deciding;
use super::fields::WhatIsWrong;
use crate::field::{error_id, field_class, field_id};
use crate::inert::inert;
use crate::live::{effect, live, on};
use crate::words::words;

/// One of few, as a card to press.
#[component]
pub(super) fn RadioCard(
    /// Name of the field.
    name: &'static str,
    /// Its `id`.
    id: String,
    /// What is sent.
    value: &'static str,
    /// What is chosen now.
    chosen: RwSignal<String>,
    /// What it is.
    title: Text,
    /// What it means for the buyer.
    text: Text,
    /// Whether it cannot be chosen now.
    #[prop(into)]
    is_closed: Signal<bool>,
    /// What was decided so far.
    deciding: Deciding,
    /// Called when it is chosen.
    choose: Callback<()>,
) -> impl IntoView {
    let words = words();
    let input = NodeRef::<Input>::new();
    // Chosen before the script listened, or put back by the browser: that is taken over first.
    effect(move |is_taken_over| {
        let Some(input) = input.get() else { return false };
        let is_chosen = chosen.with(|chosen| chosen == value);
        if is_taken_over == Some(true) {
            if input.checked() != is_chosen {
                input.set_checked(is_chosen);
            }
        } else if input.checked() && !is_chosen {
            choose.run(());
        }
        true
    });
    let is_first_chosen = chosen.with_untracked(|chosen| chosen == value);
    view! {
        <label class="c-choice" hidden=is_closed>
            <input
                node_ref=input
                type="radio"
                id=id
                name=name
                value=value
                checked=is_first_chosen
                aria-describedby=live(move || deciding.error(name).map(|_| error_id(name)))
                on:change=on(move |_| choose.run(()))
            />
            {inert(|| view! {
                <span class="c-choice__text"><strong>{words.get(title)}</strong><small>{words.get(text)}</small></span>
            })}
        </label>
    }
}

/// A station, or an address.
#[component]
pub(super) fn DeliveryChoice(
    /// What was decided so far.
    deciding: Deciding,
) -> impl IntoView {
    // Most buyers of the district collect at a station.
    let cards = [DeliveryMethod::Station, DeliveryMethod::Address]
        .into_iter()
        .enumerate()
        .map(|(place, method)| {
            let (title, text) = match method {
                DeliveryMethod::Station => (t::CHECKOUT_DELIVERY_STATION, t::CHECKOUT_DELIVERY_STATION_TEXT),
                DeliveryMethod::Address => (t::CHECKOUT_DELIVERY_ADDRESS, t::CHECKOUT_DELIVERY_ADDRESS_TEXT),
            };
            view! {
                <RadioCard
                    name="delivery"
                    id=card_id("delivery", method.as_str(), place)
                    value=method.as_str()
                    chosen=deciding.delivery
                    title
                    text
                    is_closed=false
                    deciding
                    choose=Callback::new(move |()| deciding.take_delivery(method.as_str().to_owned()))
                />
            }
        })
        .collect_view();
    view! {
        <div class=live(move || field_class(deciding.error("delivery").is_some(), false))>
            <div class="c-choices">{cards}</div>
            <WhatIsWrong name="delivery" deciding/>
        </div>
    }
}

/// In cash, or by transfer. What the delivery rules out is not shown.
#[component]
pub(super) fn PaymentChoice(
    /// What was decided so far.
    deciding: Deciding,
) -> impl IntoView {
    let cards = deciding
        .methods
        .get_value()
        .into_iter()
        .enumerate()
        .map(|(place, payment)| {
            let (title, text) = match payment {
                PaymentMethod::CashAtStation => (t::CHECKOUT_PAYMENT_CASH, t::CHECKOUT_PAYMENT_CASH_TEXT),
                PaymentMethod::BankTransfer => (t::CHECKOUT_PAYMENT_TRANSFER, t::CHECKOUT_PAYMENT_TRANSFER_TEXT),
            };
            let is_closed =
                Signal::derive(move || deciding.method().is_some_and(|method| !payment.is_offered_for(method)));
            view! {
                <RadioCard
                    name="payment"
                    id=card_id("payment", payment.as_str(), place)
                    value=payment.as_str()
                    chosen=deciding.payment
                    title
                    text
                    is_closed
                    deciding
                    choose=Callback::new(move |()| {
                        deciding.payment.set(payment.as_str().to_owned());
                        deciding.mend("payment");
                    })
                />
            }
        })
        .collect_view();
    view! {
        <div class=live(move || field_class(deciding.error("payment").is_some(), false))>
            <div class="c-choices">{cards}</div>
            <WhatIsWrong name="payment" deciding/>
        </div>
    }
}

/// The summary of errors leads to the first card.
pub(super) fn card_id(name: &str, value: &str, place: usize) -> String {
    let id = field_id(name);
    if place == 0 { id } else { [&id, "-", value].concat() }
}
