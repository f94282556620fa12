//! One order of the cooperative: what to pack, where it goes, and the next step.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{
    CancelReason, ErrorCode, FieldCode, OrderId, OrderParty, OrderStatus, OrderStep, PaymentMethod, PaymentState,
};
use l10n::{format, t};
use leptos::prelude::*;
use service::orders::OrderLineView;
use service::studio::{LineLots, Moved, SettleForm, StepForm, StudioOrderPage as Order};

use super::after_sale::{AfterSale, AfterSaleSteps};
use super::frame::{Done, Draft, StudioFrame};
use super::lots::{LotChoices, LotList};
use super::menu::studio_meta;
use super::moved::{MovedNotice, after_step, just_moved};
use super::overtaken::Overtaken;
use super::print_form::{PrintFor, PrintForm};
use super::product::sent_offers;
use super::replace_outcome::ReplacedNotice;
use super::reports::ReportAnswers;
use super::scan::Scan;
use super::stage::StageBadge;
use super::weights::{WeightFields, sent_weights};
use super::wrong_step::{SAID, SentFrom, wrong_step};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::orders::{
    Conversation, OrderLines, PaymentBadge, Progress, Told, Unsent, is_problem, method_name, reason_text, step_label,
};
use crate::routes::{Segment, StudioMessages, StudioOrder, StudioReduce, StudioReplace};
use crate::ui::{
    Amount, Choice, ErrorSummary, Html, IntoHtml, Moment, PhoneLink, RefusedNotice, SelectField, TextField,
};

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
        Ok(()) => {
            let page = cx.url(&StudioOrder::new(&order.to_string()));
            Ok(cx.see(&after_step(&page, order, &typed.command, "")))
        }
        Err(error) => {
            let why = NotSaved::of(error)?;
            render(
                &cx,
                why.status(),
                order,
                NotTaken {
                    typed,
                    why: Some(why),
                    ..NotTaken::default()
                },
            )
            .await
        }
    }
}

/// A step that was not taken: what was typed with it, and why.
#[derive(Clone, Debug, Default)]
pub(super) struct NotTaken {
    pub typed: StepForm,
    pub why: Option<NotSaved>,
    /// A message that was not sent.
    pub unsent: Unsent,
    /// An answer to a report that was not taken.
    pub settle: SettleForm,
    /// The report of which it could not be noted that what is sent once more has left.
    pub left: String,
}

impl NotTaken {
    pub fn refused(&self) -> Option<ErrorCode> {
        let why = self.why.as_ref()?;
        // What is wrong with a message, or the answer to a report, stands beside it.
        let is_of_none = self.settle.report.is_empty() && self.left.is_empty();
        let is_settling = !is_of_none && !why.errors.is_empty();
        if self.unsent.error.is_some() || is_settling {
            return None;
        }
        Some(why.refused.unwrap_or(ErrorCode::Invalid))
    }

    pub fn error(&self, field: &str) -> Option<FieldCode> {
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
        lots: sent_offers(form, "lot-"),
        weights: sent_weights(form, ""),
    }
}

fn order_id(text: &str) -> Result<OrderId, ErrorCode> {
    Segment::parse(text).ok_or(ErrorCode::NotFound)
}

pub(super) async fn render(cx: &Cx, status: StatusCode, id: OrderId, not_taken: NotTaken) -> PageResult<Response> {
    let order = service::studio::order(cx.shop(), cx.actor(), cx.locale(), id).await?;
    // After a step that was not taken the page says why instead.
    let moved = if not_taken.why.is_none() {
        just_moved(cx).await?
    } else {
        None
    };
    let title = cx.t(t::studio_order_title(order.code.to_string()));
    Ok(cx.page_with(status, studio_meta(title), || {
        view! { <StudioOrderPage order moved not_taken/> }
    }))
}

/// One order.
#[component]
fn StudioOrderPage(
    /// The order.
    order: Order,
    /// The step that was just taken.
    moved: Option<Moved>,
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
    let reduce = order.may_reduce.then(|| {
        let id = part.id.to_string();
        let (less, other) = (cx.url(&StudioReduce::new(&id)), cx.url(&StudioReplace::new(&id)));
        view! {
            <p class="c-actions">
                <a class="c-button" href=less data-testid="reduce">{cx.t(t::CHANGES_OPEN)}</a>
                <a class="c-button" href=other data-testid="replace">{cx.t(t::REPLACE_OPEN)}</a>
            </p>
        }
    });
    let draft = view! {
        <Draft
            form=format!("message-{}", part.id)
            saved=format!("written={}", part.id)
            is_refused=not_taken.unsent.order.is_some()
        />
    }
    .into_html();
    let talk = view! {
        <Conversation
            messages=order.messages
            reader=OrderParty::Cooperative
            order=part.id
            action=cx.url(&StudioMessages::new(&part.id.to_string()))
            may_write=order.may_write
            may_hide=order.may_hide
            unsent=not_taken.unsent.clone()
            draft
        />
    };
    let reports = view! {
        <ReportAnswers order=part.clone() may_answer=order.may_write not_taken=not_taken.clone()/>
    };
    let short = order.is_short.then(|| {
        view! {
            <div class="c-notice c-notice--warn" data-testid="order-short"><p>{cx.t(t::STUDIO_ORDER_SHORT)}</p></div>
        }
    });
    let from = SentFrom {
        code: &order.code.to_string(),
        lines: &part.lines,
        lots: &order.lots,
        suffix: "",
    };
    let wrong = wrong_step(&cx, &not_taken, from);
    let refused = not_taken.refused().filter(|_| wrong.is_empty());
    let is_fresh = moved.is_some();
    let status = part.status;
    let is_station = order.is_to_station;
    view! {
        <StudioFrame>
            <Done word="reduced=1" text=t::CHANGES_DONE/>
            <Done word="replace-undone=1" text=t::REPLACE_UNDONE/>
            <ReplacedNotice id=part.id until=order.undo_replacement/>
            <MovedNotice moved action=cx.url(&StudioOrder::new(&part.id.to_string()))/>
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            <Overtaken order=part.clone() not_taken=not_taken.clone()/>
            <div class="c-bar">
                <h1 class="c-title">{cx.tv(t::studio_order_title(order.code.to_string()))}</h1>
                <p class="c-row">
                    <StageBadge stage=order.stage status fulfilment=part.fulfilment/>
                    <PaymentBadge state=order.money.state method=Some(order.payment_method)/>
                </p>
            </div>
            <Told order=part.clone()/>
            <div class="c-split">
                <div class="c-stack">
                    <NextStep
                        id=part.id
                        status
                        steps=order.steps
                        undo_until=order.undo_until
                        lots=order.lots.clone()
                        lines=part.lines.clone()
                        method=order.payment_method
                        payment=order.money.state
                        is_fresh
                        after=AfterSale::of(&part, order.may_write)
                        not_taken
                    />
                    {short}
                    {reports}
                    <PrintForm orders=PrintFor::One(part.id)/>
                    <section class="c-card">
                        <OrderLines order=part.clone()/>
                        <LotList lots=order.lots/>
                        <dl class="c-summary">
                            <div class="c-summary__total">
                                <dt>{cx.t(t::STUDIO_ORDER_AMOUNT)}</dt><dd><Amount money=part.goods/></dd>
                            </div>
                        </dl>
                        {reduce}
                    </section>
                    {talk}
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
    /// Until when the last one can be taken back, milliseconds since 1970 UTC.
    undo_until: Option<i64>,
    /// The lots it can be packed from.
    lots: Vec<LineLots>,
    /// What is in it.
    lines: Vec<OrderLineView>,
    /// How it is paid.
    method: PaymentMethod,
    /// How far it is paid.
    payment: PaymentState,
    /// Whether a step was just taken.
    is_fresh: bool,
    /// What is to be done after it came.
    after: AfterSale,
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
            if steps.contains(&OrderStep::NotCollected)
                && matches!(payment, PaymentState::Unpaid | PaymentState::PartPaid) =>
        {
            Some(t::STUDIO_ORDER_AWAITS_CASH)
        }
        _ => None,
    };
    let is_done = steps.is_empty() && after.is_empty();
    let none = awaits.or_else(|| is_done.then_some(t::STUDIO_ORDER_NONE));
    let none = none.map(|text| view! { <p class="c-muted" data-testid="awaits">{cx.t(text)}</p> });
    let after = view! { <AfterSaleSteps id after not_taken=not_taken.clone()/> };
    let form = |step: OrderStep, class: &'static str, fields: Html| {
        view! {
            <form class="c-form" method="post" action=action.clone() data-testid=format!("step-{step}")>
                <NoEnter/>
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
        .filter(|step| !step.is_undo() && !is_problem(*step) && *step != OrderStep::Cancel)
        .map(|step| {
            let fields = match step {
                OrderStep::Dispatch => {
                    let is_refused = not_taken.typed.command == step.as_str();
                    view! {
                        <CarrierFields not_taken=not_taken.clone()/>
                        <Draft form=format!("dispatch-{id}") is_refused/>
                    }
                    .into_html()
                }
                OrderStep::Pack => view! {
                    <WeightFields lines=lines.clone() not_taken=not_taken.clone()/>
                    <LotChoices lots=lots.clone() not_taken=not_taken.clone()/>
                }
                .into_html(),
                _ => Html::new(""),
            };
            // Just after a step another one stands in its place: a second tap of the same thumb is not meant for it.
            let class = if is_fresh {
                "c-button c-button--primary c-button--block c-button--settles"
            } else {
                "c-button c-button--primary c-button--block"
            };
            form(step, class, fields)
        })
        .collect_view();
    let undo = steps
        .iter()
        .copied()
        // The notice above has it, too.
        .filter(|step| step.is_undo() && !is_fresh)
        .map(|step| {
            let until = undo_until.map(|until| {
                let until = cx.tv(t::studio_undo_until(format::time(cx.locale(), until)));
                view! { <p class="c-muted">{until}</p> }
            });
            view! { <div class="c-stack">{form(step, "c-button c-button--quiet", Html::new(""))}{until}</div> }
        })
        .collect_view();
    let problems: Vec<OrderStep> = steps.iter().copied().filter(|step| is_problem(*step)).collect();
    let problems = (!problems.is_empty()).then(|| {
        let buttons = problems
            .into_iter()
            .map(|step| {
                let sure = view! { <p>{cx.t(t::STUDIO_ORDER_PROBLEM_SURE)}</p> }.into_html();
                view! {
                    <details>
                        <summary>{cx.t(step_label(step))}</summary>
                        {form(step, "c-button c-button--danger", sure)}
                    </details>
                }
            })
            .collect_view();
        view! { <details><summary>{cx.t(t::STUDIO_ORDER_PROBLEM)}</summary><div class="c-stack">{buttons}</div></details> }
    });
    let is_canceling = not_taken.typed.command == OrderStep::Cancel.as_str();
    let cancel = steps.contains(&OrderStep::Cancel).then(|| {
        view! {
            <details open=is_canceling>
                <summary>{cx.t(t::STUDIO_ORDER_CANCEL)}</summary>
                <form class="c-form" method="post" action=action.clone() novalidate data-testid="step-cancel">
                    <FormKey/>
                    <p>{cx.t(t::STUDIO_ORDER_CANCEL_TEXT)}</p>
                    <ReasonFields not_taken/>
                    <Draft form=format!("cancel-{id}") is_refused=is_canceling/>
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
            {after}
            {main}
            {undo}
            {problems}
            {cancel}
        </section>
    }
    .into_html()
}

/// Keeps Enter in a field from taking a step that cannot be seen any more when the field is typed in: the first button of a
/// form is the one Enter presses, and this one cannot be.
#[component]
fn NoEnter() -> Html {
    view! { <button type="submit" disabled hidden aria-hidden="true"></button> }.into_html()
}

/// Who carries the parcel; both may stay empty.
#[component]
pub(super) fn CarrierFields(
    /// What was typed, when the step was not taken.
    not_taken: NotTaken,
    /// What the names of the fields end with, where a page has them more than once.
    #[prop(optional, into)]
    name_suffix: String,
) -> Html {
    let cx = Cx::here();
    view! {
        <TextField
            name=format!("carrier{name_suffix}")
            label=cx.t(t::STUDIO_ORDER_CARRIER)
            value=not_taken.typed.carrier.clone()
            error=not_taken.error("carrier")
            may_be_empty=true
            maxlength=SAID
        />
        <TextField
            name=format!("tracking{name_suffix}")
            label=cx.t(t::STUDIO_ORDER_TRACKING)
            value=not_taken.typed.tracking.clone()
            error=not_taken.error("tracking")
            is_ltr=true
            may_be_empty=true
            maxlength=SAID
        />
        <Scan field=format!("tracking{name_suffix}")/>
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
        .map(|reason| Choice::new(reason.as_str(), cx.t(reason_text(reason))))
        .collect();
    view! {
        <SelectField
            name="reason"
            label=cx.t(t::STUDIO_ORDER_REASON)
            hint=cx.t(t::STUDIO_ORDER_REASON_HINT)
            value=not_taken.typed.reason.clone()
            error=not_taken.error("reason")
            placeholder=cx.t(t::CHANGES_REASON_CHOOSE)
            groups=vec![(String::new(), choices)]
        />
        <TextField
            name="note"
            label=cx.t(t::STUDIO_ORDER_REASON_NOTE)
            value=not_taken.typed.note.clone()
            error=not_taken.error("note")
            may_be_empty=true
            maxlength=SAID
        />
    }
    .into_html()
}
