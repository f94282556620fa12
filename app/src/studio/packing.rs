//! The day's packing list: what to fetch, then the parcels, each with its next step; one stays on the list after it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{Action, ErrorCode, OfferId, OrderId, OrderStage, OrderStep};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::studio::{AgainParcel, Moved, Need, Packing, PackingSection, StepForm};

use super::frame::{StudioFrame, may};
use super::menu::studio_meta;
use super::moved::{MovedNotice, after_step, just_moved};
use super::order::{NotTaken, read_step};
use super::orders::SizeText;
use super::orders_query::stage_url;
use super::parcel::{ParcelCard, suffix};
use super::print_form::{PrintFor, PrintForm, PrintTick};
use super::reports::SendAgain;
use super::weights::sent_weights;
use super::wrong_step::{SAID, SentFrom, wrong_step};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::query::value_of;
use crate::routes::{Segment, StudioOrder, StudioPacking};
use crate::ui::{
    ErrorSummary, Hidden, Html, IntoHtml, QuantityText, RefusedNotice, ShownName, TextField, WrongField,
    length_error_text,
};

/// Stands for all parcels of a section where one is named.
const ALL: OrderId = OrderId(0);

/// The list.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, None).await
}

/// Takes the step that a parcel's button names.
pub async fn move_on(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let all: Vec<OrderId> = form
        .with_prefix("all-")
        .filter_map(|(id, _)| Segment::parse(id))
        .collect();
    if !all.is_empty() {
        return move_all(&cx, &form, &all).await;
    }
    let order: OrderId = Segment::parse(form.get("order")).ok_or(ErrorCode::NotFound)?;
    let end = suffix(&order.to_string());
    let typed = StepForm {
        carrier: form.get(&format!("carrier{end}")).to_owned(),
        tracking: form.get(&format!("tracking{end}")).to_owned(),
        lots: sent_lots(&form, &end),
        weights: sent_weights(&form, &end),
        ..read_step(&form)
    };
    match service::studio::move_on(&shop_for(&cx, &form)?, cx.actor(), order, typed.clone()).await {
        Ok(()) => {
            let page = cx.url(&StudioPacking::new());
            // To the parcels: the next one is the first there.
            Ok(cx.see(&after_step(&page, order, &typed.command, "#parcels")))
        }
        Err(error) => {
            let why = NotSaved::of(error)?;
            let not_taken = NotTaken {
                typed,
                why: Some(why.clone()),
                ..NotTaken::default()
            };
            render(&cx, why.status(), Some((order, not_taken))).await
        }
    }
}

/// Takes one step with all parcels of a section.
async fn move_all(cx: &Cx, form: &Form, orders: &[OrderId]) -> PageResult<Response> {
    let typed = StepForm {
        command: form.get("command").to_owned(),
        carrier: form.get("carrier-all").to_owned(),
        ..StepForm::default()
    };
    match service::studio::move_all(&shop_for(cx, form)?, cx.actor(), orders, &typed).await {
        Ok(()) => {
            // Only a word of ours goes into an address.
            let step = OrderStep::parse(&typed.command).map_or("", OrderStep::as_str);
            Ok(cx.see(&format!("{}?all={step}#parcels", cx.url(&StudioPacking::new()))))
        }
        Err(error) => {
            let why = NotSaved::of(error)?;
            let not_taken = NotTaken {
                typed,
                why: Some(why.clone()),
                ..NotTaken::default()
            };
            render(cx, why.status(), Some((ALL, not_taken))).await
        }
    }
}

/// What was just done with all parcels of a section, when the address says so.
fn all_moved(cx: &Cx) -> Html {
    let text = match OrderStep::parse(&value_of(cx.query(), "all")) {
        Some(OrderStep::Accept) => t::STUDIO_ALL_ACCEPTED,
        Some(OrderStep::Dispatch) => t::STUDIO_ALL_DISPATCHED,
        _ => return Html::new(""),
    };
    view! {
        <div class="c-notice c-notice--good" id="notice" role="status" data-testid="all-moved">
            <p>{cx.t(text)}</p>
            <p class="c-muted">{cx.t(t::STUDIO_ALL_UNDO)}</p>
        </div>
    }
    .into_html()
}

/// The form that takes one step with all parcels of a section; opened first, so that no thumb sends it by mistake.
#[component]
fn AllForm(
    /// The step.
    step: OrderStep,
    /// The orders.
    orders: Vec<OrderId>,
    /// That step, when it was not taken.
    not_taken: Option<NotTaken>,
) -> Html {
    let cx = Cx::here();
    let count = format::number(cx.locale(), i64::try_from(orders.len()).unwrap_or(i64::MAX));
    let label = if step == OrderStep::Accept {
        cx.t(t::studio_all_accept(count))
    } else {
        cx.t(t::studio_all_dispatch(count))
    };
    let is_open = not_taken.is_some();
    let not_taken = not_taken.unwrap_or_default();
    let carrier = (step == OrderStep::Dispatch).then(|| {
        view! {
            <TextField
                name="carrier-all"
                label=cx.t(t::STUDIO_ORDER_CARRIER)
                value=not_taken.typed.carrier.clone()
                error=not_taken.error("carrier")
                may_be_empty=true
                maxlength=SAID
            />
        }
    });
    let ids = orders
        .into_iter()
        .map(|id| view! { <Hidden name=format!("all-{id}") value="1"/> })
        .collect_view();
    view! {
        <details class="c-screen" open=is_open>
            <summary>{label.clone()}</summary>
            <form class="c-form" method="post" action=cx.url(&StudioPacking::new()) data-testid=format!("all-{step}")>
                <FormKey/>
                <Hidden name="command" value=step.as_str()/>
                {ids}
                {carrier}
                <button class="c-button c-button--primary">{label}</button>
            </form>
        </details>
    }
    .into_html()
}

/// The lots that were chosen for a parcel, whose fields end with `end`.
fn sent_lots(form: &Form, end: &str) -> Vec<(OfferId, String)> {
    form.with_prefix("lot-")
        .filter_map(|(rest, typed)| Some((OfferId(rest.strip_suffix(end)?.parse().ok()?), typed.to_owned())))
        .collect()
}

async fn render(cx: &Cx, status: StatusCode, not_taken: Option<(OrderId, NotTaken)>) -> PageResult<Response> {
    let packing = service::studio::packing(cx.shop(), cx.actor(), cx.locale()).await?;
    let moved = if not_taken.is_none() {
        just_moved(cx).await?
    } else {
        None
    };
    Ok(cx.page_with(status, studio_meta(cx.t(t::STUDIO_PACKING_TITLE)), || {
        view! { <PackingPage packing moved not_taken/> }
    }))
}

/// The list.
#[component]
fn PackingPage(
    /// What it shows.
    packing: Packing,
    /// The step that was just taken.
    moved: Option<Moved>,
    /// A step that was not taken, and with which parcel, or with [`ALL`].
    not_taken: Option<(OrderId, NotTaken)>,
) -> Html {
    let cx = Cx::here();
    let wrong = not_taken
        .as_ref()
        .map(|(id, not_taken)| wrong_fields(&cx, &packing, *id, not_taken))
        .unwrap_or_default();
    let refused = not_taken.as_ref().and_then(|(_, not_taken)| not_taken.refused());
    let refused = refused.filter(|_| wrong.is_empty());
    let all_moved = if not_taken.is_none() {
        all_moved(&cx)
    } else {
        Html::new("")
    };
    let is_empty = packing.again.is_empty() && packing.sections.iter().all(|section| section.parcels.is_empty());
    let nothing = is_empty.then(|| view! { <p class="c-empty">{cx.t(t::STUDIO_PACKING_NOTHING)}</p> });
    let print = (!is_empty).then(|| view! { <PrintForm orders=PrintFor::TickedOrWaiting/> });
    let again = (!packing.again.is_empty()).then(|| view! { <AgainSection parcels=packing.again/> });
    let sections = packing
        .sections
        .into_iter()
        .filter(|section| !section.parcels.is_empty())
        .map(|section| view! { <Section section not_taken=not_taken.clone()/> })
        .collect_view();
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::STUDIO_PACKING_TITLE)}</h1>
                <p class="c-muted">{format::date(cx.locale(), cx.now())}</p>
            </div>
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            <Needs needs=packing.needs is_cut=packing.is_cut/>
            {print}
            <div class="c-stack" id="parcels">
                <MovedNotice moved action=cx.url(&StudioPacking::new())/>
                {all_moved}
                {again}
                {sections}
            </div>
            {nothing}
            <p class="c-muted c-screen">{cx.t(t::STUDIO_PACKING_PRINT)}</p>
        </StudioFrame>
    }
    .into_html()
}

/// What is wrong in the form that was sent: of a parcel, or of [`ALL`].
fn wrong_fields(cx: &Cx, packing: &Packing, id: OrderId, not_taken: &NotTaken) -> Vec<WrongField> {
    if id == ALL {
        let carrier = not_taken.error("carrier").map(|code| WrongField {
            name: "carrier-all".to_owned(),
            label: cx.t(t::STUDIO_ORDER_CARRIER),
            text: length_error_text(cx, code, SAID, &not_taken.typed.carrier),
        });
        return carrier.into_iter().collect();
    }
    let mut parcels = packing.sections.iter().flat_map(|section| &section.parcels);
    let Some(parcel) = parcels.find(|parcel| parcel.order.id == id) else {
        return Vec::new();
    };
    let from = SentFrom {
        code: &parcel.order.code.to_string(),
        lines: &parcel.order.lines,
        lots: &parcel.lots,
        suffix: &suffix(&id.to_string()),
    };
    wrong_step(cx, not_taken, from)
}

/// What to fetch from the store.
#[component]
fn Needs(
    /// The sums.
    needs: Vec<Need>,
    /// Whether not all orders are summed.
    is_cut: bool,
) -> Html {
    let cx = Cx::here();
    if needs.is_empty() {
        return Html::new("");
    }
    let rows = needs
        .into_iter()
        .map(|need| {
            view! {
                <li class="c-list__item" data-testid="need">
                    <span class="c-list__main">
                        <ShownName shown=need.name/>" "
                        <small class="c-muted">{cx.tv(t::studio_packing_parcels(need.parcels))}</small>
                    </span>
                    <strong class="c-list__side">
                        <SizeText unit=need.unit net_grams=need.net_grams/>
                        <QuantityText quantity=need.quantity unit=need.unit/>
                    </strong>
                </li>
            }
        })
        .collect_view();
    let cut = is_cut.then(|| view! { <p class="c-muted">{cx.t(t::STUDIO_PACKING_NEEDS_CUT)}</p> });
    view! {
        <section class="c-card" data-testid="needs">
            <h2 class="c-card__title">{cx.t(t::STUDIO_PACKING_NEEDS)}</h2>
            <ul class="c-list">{rows}</ul>
            {cut}
        </section>
    }
    .into_html()
}

/// What is to be packed once more.
#[component]
fn AgainSection(
    /// The parcels.
    parcels: Vec<AgainParcel>,
) -> Html {
    let cx = Cx::here();
    let may_send = may(&cx, Action::MoveOrder);
    let parcels = parcels
        .into_iter()
        .map(|AgainParcel { order, reports }| {
            let url = cx.url(&StudioOrder::new(&order.id.to_string()));
            let goods = reports
                .into_iter()
                .map(|report| {
                    let lines = order.lines.clone();
                    view! { <SendAgain order=order.id report lines may_send not_taken=NotTaken::default()/> }
                })
                .collect_view();
            view! {
                <li class="c-card" data-testid="parcel-again">
                    <p><a href=url><bdi dir="ltr" class="c-num" translate="no">{order.code.to_string()}</bdi></a></p>
                    {goods}
                    <dl class="c-facts">
                        <div><dt>{cx.t(t::CHECKOUT_RECIPIENT)}</dt><dd><bdi>{order.buyer_name}</bdi></dd></div>
                        <div><dt>{cx.t(t::STUDIO_ORDER_DESTINATION)}</dt><dd dir="auto">{order.destination}</dd></div>
                    </dl>
                    <PrintTick id=order.id code=order.code.to_string()/>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="c-stack" data-testid="packing-again">
            <h2>{cx.t(t::RETURNS_STUDIO_AGAIN)}</h2>
            <ul class="c-parcels">{parcels}</ul>
        </section>
    }
    .into_html()
}

/// Parcels that wait for the same step.
#[component]
fn Section(
    /// The parcels.
    section: PackingSection,
    /// A step that was not taken, and with which parcel, or with [`ALL`].
    not_taken: Option<(OrderId, NotTaken)>,
) -> Html {
    let cx = Cx::here();
    let title: Text = match section.stage {
        OrderStage::New => t::STUDIO_PACKING_NEW,
        OrderStage::ToHandOver => t::STUDIO_PACKING_TO_HAND_OVER,
        _ => t::STUDIO_PACKING_TO_PACK,
    };
    let more = section.has_more.then(|| {
        let url = stage_url(&cx, Some(section.stage));
        view! { <p class="c-screen"><a class="c-button" href=url>{cx.t(t::STUDIO_PACKING_MORE)}</a></p> }
    });
    let step = match section.stage {
        OrderStage::New => Some(OrderStep::Accept),
        OrderStage::ToHandOver => Some(OrderStep::Dispatch),
        _ => None,
    };
    let all = step.and_then(|step| {
        let can = section.parcels.iter().filter(|parcel| parcel.next == Some(step));
        let orders: Vec<OrderId> = can.map(|parcel| parcel.order.id).collect();
        let of_all = not_taken
            .as_ref()
            .filter(|(id, not_taken)| *id == ALL && not_taken.typed.command == step.as_str());
        let not_taken = of_all.map(|(_, not_taken)| not_taken.clone());
        (orders.len() > 1).then(|| view! { <AllForm step orders not_taken/> })
    });
    let parcels = section
        .parcels
        .into_iter()
        .map(|parcel| {
            let of_this = not_taken.as_ref().filter(|(id, _)| *id == parcel.order.id);
            let not_taken = of_this.map(|(_, not_taken)| not_taken.clone()).unwrap_or_default();
            view! { <ParcelCard parcel not_taken/> }
        })
        .collect_view();
    view! {
        <section class="c-stack" data-testid=format!("packing-{}", section.stage)>
            <h2>{cx.t(title)}</h2>
            {all}
            <ul class="c-parcels">{parcels}</ul>
            {more}
        </section>
    }
    .into_html()
}
