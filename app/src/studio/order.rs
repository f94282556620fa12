//! One order of the cooperative: what to pack, where it goes, and the next step.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{CancelReason, ErrorCode, FieldCode, OrderId, OrderStatus, OrderStep, PaymentMethod, PaymentState};
use l10n::t;
use leptos::prelude::*;
use service::studio::{StepForm, StudioOrderPage as Order};

use super::frame::{Done, NotSaved, StudioFrame};
use super::orders::StatusBadge;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::orders::{OrderLines, PaymentBadge, Progress, is_problem, is_undo, method_name, reason_text, step_label};
use crate::page::Meta;
use crate::routes::{Segment, StudioOrder};
use crate::ui::{Amount, Choice, Html, IntoHtml, Moment, PhoneLink, RefusedNotice, SelectField, TextField};

/// The order.
pub async fn show(cx: Cx, Path((_, id)): Path<(String, String)>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, order_id(&id)?, NotTaken::default()).await
}

/// Takes the step the form's `command` names.
pub async fn move_on(cx: Cx, Path((_, id)): Path<(String, String)>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let order = order_id(&id)?;
    let typed = read_step(&form);
    match service::studio::move_on(&shop_for(&cx, &form)?, cx.actor(), order, typed.clone()).await {
        Ok(()) => Ok(cx.see(&format!("{}?moved=1", cx.url(&StudioOrder::new(&order.to_string()))))),
        Err(error) => {
            let why = NotSaved::of(error)?;
            render(&cx, why.status(), order, NotTaken { typed, why: Some(why) }).await
        }
    }
}

/// A step that was not taken: what was typed with it, and why.
#[derive(Clone, Debug, Default)]
struct NotTaken {
    typed: StepForm,
    why: Option<NotSaved>,
}

impl NotTaken {
    fn refused(&self) -> Option<ErrorCode> {
        let why = self.why.as_ref()?;
        Some(why.refused.unwrap_or(ErrorCode::Invalid))
    }

    fn error(&self, field: &str) -> Option<FieldCode> {
        self.why.as_ref()?.errors.of(field)
    }
}

/// The step as it was sent.
pub(crate) fn read_step(form: &Form) -> StepForm {
    let field = |name: &str| form.get(name).to_owned();
    StepForm {
        command: field("command"),
        reason: field("reason"),
        note: field("note"),
        carrier: field("carrier"),
        tracking: field("tracking"),
    }
}

fn order_id(text: &str) -> Result<OrderId, ErrorCode> {
    Segment::parse(text).ok_or(ErrorCode::NotFound)
}

async fn render(cx: &Cx, status: StatusCode, id: OrderId, not_taken: NotTaken) -> PageResult<Response> {
    let order = service::studio::order(cx.shop(), cx.actor(), cx.locale(), id).await?;
    let title = cx.t(t::studio_order_title(order.code.to_string()));
    Ok(cx.page_with(status, Meta::private(title), || {
        view! { <StudioOrderPage order not_taken/> }
    }))
}

/// One order.
#[component]
fn StudioOrderPage(
    /// The order.
    order: Order,
    /// A step that was not taken.
    not_taken: NotTaken,
) -> Html {
    let cx = Cx::here();
    let part = order.order;
    let phone = order.phone.map(|number| {
        view! { <div><dt>{cx.t(t::ORDERS_PHONE)}</dt><dd data-testid="buyer-phone"><PhoneLink number/></dd></div> }
    });
    let note = (!order.note.is_empty()).then(|| {
        view! { <div><dt>{cx.t(t::ORDERS_NOTE)}</dt><dd dir="auto" data-testid="buyer-note">{order.note}</dd></div> }
    });
    let status = part.status;
    let is_station = order.is_to_station;
    view! {
        <StudioFrame>
            <Done word="moved=1" text=t::STUDIO_ORDER_MOVED/>
            <RefusedNotice code=not_taken.refused()/>
            <div class="c-bar">
                <h1 class="c-title">{cx.tv(t::studio_order_title(order.code.to_string()))}</h1>
                <p class="c-row">
                    <StatusBadge status/>
                    <PaymentBadge state=order.money.state/>
                </p>
            </div>
            <div class="c-split">
                <div class="c-stack">
                    <NextStep
                        id=part.id
                        status
                        steps=order.steps
                        method=order.payment_method
                        payment=order.money.state
                        not_taken
                    />
                    <section class="c-card">
                        <OrderLines order=part.clone()/>
                        <dl class="c-summary">
                            <div class="c-summary__total">
                                <dt>{cx.t(t::STUDIO_ORDER_AMOUNT)}</dt><dd><Amount money=part.goods/></dd>
                            </div>
                        </dl>
                    </section>
                    <dl class="c-facts c-card">
                        <div><dt>{cx.t(t::CHECKOUT_RECIPIENT)}</dt><dd><bdi>{order.buyer_name}</bdi></dd></div>
                        {phone}
                        <div><dt>{cx.t(t::STUDIO_ORDER_DESTINATION)}</dt><dd dir="auto">{order.destination}</dd></div>
                        {note}
                        <div><dt>{cx.t(t::ORDERS_PAYMENT)}</dt><dd>{cx.t(method_name(order.payment_method))}</dd></div>
                        <div><dt>{cx.t(t::STUDIO_ORDER_PLACED)}</dt><dd><Moment at=order.placed_at/></dd></div>
                    </dl>
                </div>
                <aside class="c-stack">
                    <Progress order=part is_station/>
                </aside>
            </div>
        </StudioFrame>
    }
    .into_html()
}

/// The buttons: the next step, what undoes the last one, what went wrong, and calling it off. Each is a form, so that
/// pressing Enter in a field takes the step the field belongs to.
#[component]
fn NextStep(
    /// The order.
    id: OrderId,
    /// Where it stands.
    status: OrderStatus,
    /// The steps that can be taken now.
    steps: Vec<OrderStep>,
    /// How it is paid.
    method: PaymentMethod,
    /// How far it is paid.
    payment: PaymentState,
    /// A step that was not taken.
    not_taken: NotTaken,
) -> Html {
    let cx = Cx::here();
    let action = cx.url(&StudioOrder::new(&id.to_string()));
    let awaits = match (status, method) {
        (OrderStatus::Placed, PaymentMethod::BankTransfer) if !steps.contains(&OrderStep::Accept) => {
            Some(t::STUDIO_ORDER_AWAITS_TRANSFER)
        }
        // On the shelf and not paid: the station takes the money.
        (OrderStatus::Accepted, PaymentMethod::CashAtStation)
            if steps.contains(&OrderStep::NotCollected) && payment != PaymentState::Paid =>
        {
            Some(t::STUDIO_ORDER_AWAITS_CASH)
        }
        _ => None,
    };
    let none = awaits.or_else(|| steps.is_empty().then_some(t::STUDIO_ORDER_NONE));
    let none = none.map(|text| view! { <p class="c-muted" data-testid="awaits">{cx.t(text)}</p> });
    let form = |step: OrderStep, class: &'static str, fields: Html| {
        view! {
            <form class="c-form" method="post" action=action.clone() data-testid=format!("step-{step}")>
                {fields}
                <FormKey/>
                <input type="hidden" name="command" value=step.as_str()/>
                <button class=class>{cx.t(step_label(step))}</button>
            </form>
        }
    };
    let main = steps
        .iter()
        .copied()
        .filter(|step| !is_undo(*step) && !is_problem(*step) && *step != OrderStep::Cancel)
        .map(|step| {
            let fields = if step == OrderStep::Dispatch {
                view! { <CarrierFields not_taken=not_taken.clone()/> }.into_html()
            } else {
                Html::new("")
            };
            form(step, "c-button c-button--primary c-button--block", fields)
        })
        .collect_view();
    let undo = steps
        .iter()
        .copied()
        .filter(|step| is_undo(*step))
        .map(|step| form(step, "c-button c-button--quiet", Html::new("")))
        .collect_view();
    let problems: Vec<OrderStep> = steps.iter().copied().filter(|step| is_problem(*step)).collect();
    let problems = (!problems.is_empty()).then(|| {
        let buttons = problems
            .into_iter()
            .map(|step| form(step, "c-button c-button--block", Html::new("")))
            .collect_view();
        view! { <details><summary>{cx.t(t::STUDIO_ORDER_PROBLEM)}</summary><div class="c-stack">{buttons}</div></details> }
    });
    let is_canceling = not_taken.typed.command == OrderStep::Cancel.as_str();
    let cancel = steps.contains(&OrderStep::Cancel).then(|| {
        view! {
            <details open=is_canceling>
                <summary>{cx.t(t::STUDIO_ORDER_CANCEL)}</summary>
                <form class="c-form" method="post" action=action.clone() data-testid="step-cancel">
                    <FormKey/>
                    <p>{cx.t(t::STUDIO_ORDER_CANCEL_TEXT)}</p>
                    <ReasonFields not_taken/>
                    <button class="c-button c-button--danger" name="command" value="cancel">
                        {cx.t(t::STUDIO_ORDER_CANCEL_CONFIRM)}
                    </button>
                </form>
            </details>
        }
    });
    view! {
        <section class="c-card c-stack" data-testid="next-step">
            <h2 class="c-card__title">{cx.t(t::STUDIO_ORDER_NEXT)}</h2>
            {none}
            {main}
            {undo}
            {problems}
            {cancel}
        </section>
    }
    .into_html()
}

/// Who carries the parcel; both may stay empty.
#[component]
fn CarrierFields(
    /// What was typed, when the step was not taken.
    not_taken: NotTaken,
) -> Html {
    let cx = Cx::here();
    view! {
        <TextField
            name="carrier"
            label=cx.t(t::STUDIO_ORDER_CARRIER)
            value=not_taken.typed.carrier.clone()
            error=not_taken.error("carrier")
            may_be_empty=true
            maxlength=200
        />
        <TextField
            name="tracking"
            label=cx.t(t::STUDIO_ORDER_TRACKING)
            value=not_taken.typed.tracking.clone()
            error=not_taken.error("tracking")
            is_ltr=true
            may_be_empty=true
            maxlength=200
        />
    }
    .into_html()
}

/// Why an order is called off.
#[component]
fn ReasonFields(
    /// What was typed, when the order was not called off.
    not_taken: NotTaken,
) -> Html {
    let cx = Cx::here();
    let choices = CancelReason::ALL
        .into_iter()
        .filter(|reason| *reason != CancelReason::Other)
        .map(|reason| Choice::new(reason.as_str(), cx.t(reason_text(reason))))
        .collect();
    view! {
        <SelectField
            name="reason"
            label=cx.t(t::STUDIO_ORDER_REASON)
            hint=cx.t(t::STUDIO_ORDER_REASON_HINT)
            value=not_taken.typed.reason.clone()
            placeholder=cx.t(reason_text(CancelReason::Other))
            groups=vec![(String::new(), choices)]
            may_be_empty=true
        />
        <TextField
            name="note"
            label=cx.t(t::STUDIO_ORDER_REASON_NOTE)
            value=not_taken.typed.note.clone()
            error=not_taken.error("note")
            may_be_empty=true
            maxlength=200
        />
    }
    .into_html()
}
