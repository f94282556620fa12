//! One parcel of the packing list: what goes into it, where it goes, and the button of its next step.

use domain::OrderStep;
use l10n::t;
use leptos::prelude::*;
use service::studio::Parcel;

use super::lots::{LotChoices, LotList};
use super::order::{CarrierFields, NotTaken};
use super::orders::GoodsList;
use super::print_form::PrintTick;
use super::weights::WeightFields;
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::orders::{PaymentBadge, step_label};
use crate::routes::{StudioOrder, StudioPacking};
use crate::ui::{Hidden, Html, IntoHtml};

/// What the names of a parcel's fields end with: there are many parcels on the page.
pub(super) fn suffix(id: &str) -> String {
    format!("-{id}")
}

/// The parcel.
#[component]
pub(super) fn ParcelCard(
    /// The parcel.
    parcel: Parcel,
    /// A step with it that was not taken.
    not_taken: NotTaken,
) -> Html {
    let cx = Cx::here();
    let order = parcel.order;
    let id = order.id.to_string();
    let url = cx.url(&StudioOrder::new(&id));
    let note = (!parcel.note.is_empty()).then(|| {
        view! { <div><dt>{cx.t(t::ORDERS_NOTE)}</dt><dd dir="auto">{parcel.note}</dd></div> }
    });
    let lots = parcel.lots;
    let next = parcel.next.map(|step| {
        let choices = (step == OrderStep::Pack).then(|| {
            let lines = order.lines.clone();
            view! {
                <WeightFields lines not_taken=not_taken.clone() name_suffix=suffix(&id)/>
                <LotChoices lots=lots.clone() not_taken=not_taken.clone() name_suffix=suffix(&id)/>
            }
        });
        // The carrier is named when it is known; most parcels go with the same van every day.
        let carrier = (step == OrderStep::Dispatch).then(|| {
            let is_open = not_taken.why.is_some();
            view! {
                <details open=is_open>
                    <summary>{cx.t(t::STUDIO_PACKING_CARRIER)}</summary>
                    <CarrierFields not_taken name_suffix=suffix(&id)/>
                </details>
            }
        });
        view! {
            <form
                class="c-form c-screen"
                method="post"
                action=cx.url(&StudioPacking::new())
                data-testid=format!("next-{id}")
            >
                <FormKey/>
                <Hidden name="order" value=id.clone()/>
                <Hidden name="command" value=step.as_str()/>
                {choices}
                {carrier}
                <button class="c-button c-button--primary c-button--block">{cx.t(step_label(step))}</button>
            </form>
        }
    });
    view! {
        <li class="c-card" data-testid="parcel">
            <p class="c-row c-row--between">
                <a href=url><bdi dir="ltr" class="c-num" translate="no">{order.code.to_string()}</bdi></a>
                <PaymentBadge state=order.payment method=Some(order.payment_method)/>
            </p>
            <GoodsList lines=order.lines/>
            <LotList lots/>
            <dl class="c-facts">
                <div><dt>{cx.t(t::CHECKOUT_RECIPIENT)}</dt><dd><bdi>{order.buyer_name}</bdi></dd></div>
                <div><dt>{cx.t(t::STUDIO_ORDER_DESTINATION)}</dt><dd dir="auto">{order.destination}</dd></div>
                {note}
            </dl>
            <PrintTick id=order.id code=order.code.to_string()/>
            {next}
        </li>
    }
    .into_html()
}
