//! How the counter looks.

use std::collections::HashMap;

use domain::{FieldCode, OrderStep, typed_price};
use l10n::{Text, t};
use leptos::prelude::*;
use service::desk::{DeskKey, DeskOrder, DeskPart};
use service::orders::DeliveryView;

use super::today::TodayCard;
use super::{START, Said, Shown};
use crate::centre::CentreFrame;
use crate::cx::Cx;
use crate::form_key::FormKey;
use crate::orders::{OrderLines, PaymentBadge, is_problem, method_name, step_label};
use crate::routes::Desk;
use crate::shifts::{ElsewhereNotice, MadeAt, StartForm};
use crate::ui::{Amount, Hidden, Html, IntoHtml, PhoneLink, RefusedNotice, ShownName, TextField, amount_error_text};

/// The form that finds an order, or the order.
#[component]
pub(super) fn DeskPage(
    /// What was typed to find it.
    key: DeskKey,
    /// The order, once it is found.
    shown: Shown,
    /// What else is to be said.
    said: Said,
) -> Html {
    let cx = Cx::here();
    let done = said.done.map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let (refused, errors) = (said.why.refused, said.why.errors.clone());
    let content = match shown {
        Shown::Order(order) => view! { <AtTheCounter key order=*order said/> }.into_html(),
        Shown::Find(today) => {
            let today = today.map(|today| view! { <TodayCard today/> });
            view! {
                {today}
                <FindForm key said/>
            }
            .into_html()
        }
    };
    view! {
        <CentreFrame title=t::DESK_TITLE>
            {done}
            <ElsewhereNotice errors/>
            <RefusedNotice code=refused/>
            {content}
        </CentreFrame>
    }
    .into_html()
}

/// Code and digits.
#[component]
fn FindForm(
    /// What was typed.
    key: DeskKey,
    /// What is wrong with it.
    said: Said,
) -> Html {
    let cx = Cx::here();
    let wrong_pair = said.why.errors.of("tail") == Some(FieldCode::InvalidCode);
    let wrong = wrong_pair.then(|| {
        view! {
            <div class="c-notice c-notice--error" id="notice" role="alert"><p>{cx.t(t::ORDERS_WRONG)}</p></div>
        }
    });
    view! {
        <p class="c-lead">{cx.t(t::DESK_TEXT)}</p>
        {wrong}
        <form class="c-form" method="post" action=cx.url(&Desk::new()) novalidate data-testid="desk-find">
            <TextField
                name="code"
                label=cx.t(t::ORDERS_CODE)
                hint=cx.t(t::ORDERS_CODE_HINT)
                value=key.code
                error=said.why.errors.of("code")
                is_ltr=true
                maxlength=300
            />
            <TextField
                name="tail"
                label=cx.t(t::ORDERS_TAIL)
                value=""
                error=said.why.errors.of("tail").filter(|_| !wrong_pair)
                inputmode="numeric"
                is_ltr=true
                is_short=true
                maxlength=40
            />
            <p><button class="c-button c-button--primary">{cx.t(t::DESK_FIND)}</button></p>
        </form>
    }
    .into_html()
}

/// The order: its money, then its parts.
#[component]
fn AtTheCounter(
    /// What it was found by.
    key: DeskKey,
    /// The order.
    order: DeskOrder,
    /// What is wrong with the form that was sent.
    said: Said,
) -> Html {
    let cx = Cx::here();
    let place = match &order.delivery {
        DeliveryView::Station(station) => {
            let code = station.code.clone();
            view! { <bdi>{code}</bdi>" · "<ShownName shown=station.name.clone()/> }.into_html()
        }
        DeliveryView::Address { city, street, .. } => {
            view! { <bdi>{city.clone()}</bdi>" · "<bdi>{street.clone()}</bdi> }.into_html()
        }
    };
    let phone = order.phone.clone().filter(|number| !number.is_empty()).map(|number| {
        view! { <div><dt>{cx.t(t::ORDERS_PHONE)}</dt><dd><PhoneLink number/></dd></div> }
    });
    let note = (!order.note.is_empty()).then(|| {
        view! { <div><dt>{cx.t(t::ORDERS_NOTE)}</dt><dd dir="auto">{order.note.clone()}</dd></div> }
    });
    let parts = order
        .parts
        .iter()
        .cloned()
        .map(|part| view! { <Part key=key.clone() part/> })
        .collect_view();
    view! {
        <div class="c-bar">
            <h2 class="c-heading">
                <bdi class="c-code" dir="ltr" translate="no" data-testid="order-code">{order.code.to_string()}</bdi>
            </h2>
            <a class="c-button" href=cx.url(&Desk::new())>{cx.t(t::DESK_ANOTHER)}</a>
        </div>
        <Cash key=key.clone() order=order.clone() said/>
        {parts}
        <dl class="c-facts c-card">
            <div><dt>{cx.t(t::ORDERS_RECIPIENT)}</dt><dd><bdi>{order.buyer_name.clone()}</bdi></dd></div>
            {phone}
            {note}
            <div><dt>{cx.t(t::STUDIO_ORDER_DESTINATION)}</dt><dd>{place}</dd></div>
            <div><dt>{cx.t(t::ORDERS_PAYMENT)}</dt><dd>{cx.t(method_name(order.method))}</dd></div>
        </dl>
    }
    .into_html()
}

/// What has to be paid, and taking it.
#[component]
fn Cash(
    /// What the order was found by.
    key: DeskKey,
    /// The order.
    order: DeskOrder,
    /// What is wrong with the form that was sent.
    said: Said,
) -> Html {
    let cx = Cx::here();
    let (is_open, has_back) = (order.money.open.minor > 0, order.to_give_back.minor > 0);
    let said_back = said.back.clone();
    let said_errors = said.why.errors.clone();
    // Cash is somebody's: first their shift, then back to this.
    let start = (order.needs_shift && (is_open || has_back)).then(|| {
        let amount = said.amount.clone().map(|value| view! { <Hidden name="amount" value/> });
        let back = said.back.clone().map(|value| view! { <Hidden name="back" value/> });
        let (action, count, errors) = (cx.url(&Desk::new()), said.count.clone(), said.why.errors.clone());
        let key = key.clone();
        view! {
            <div class="c-notice c-notice--warn" role="status" data-testid="shift-needed">
                <p>{cx.t(t::SHIFT_NEEDED)}</p>
            </div>
            <StartForm action command=START typed=count errors left=order.left_last>
                <Key key/>
                {amount}
                {back}
            </StartForm>
        }
    });
    let give_back = (has_back && !order.needs_shift).then(|| {
        let error = said_errors.of("back");
        let text = |code| match code {
            FieldCode::TooMuch => cx.t(t::DESK_BACK_TOO_MUCH),
            code => amount_error_text(&cx, code),
        };
        view! {
            <dl class="c-summary">
                <div><dt>{cx.t(t::DESK_TO_GIVE_BACK)}</dt><dd data-testid="to-give-back"><Amount money=order.to_give_back/></dd></div>
            </dl>
            <form class="c-form" method="post" action=cx.url(&Desk::new()) novalidate data-testid="desk-give-back">
                <Key key=key.clone()/>
                <FormKey/>
                <TextField
                    name="back"
                    label=cx.t(t::DESK_BACK)
                    value=said_back.unwrap_or_else(|| typed_price(order.to_give_back))
                    error
                    error_text=error.map(text).unwrap_or_default()
                    inputmode="decimal"
                    is_ltr=true
                    is_short=true
                    maxlength=20
                />
                <button class="c-button" name="command" value="give-back">{cx.t(t::DESK_GIVE_BACK)}</button>
            </form>
        }
    });
    let form = (is_open && !order.needs_shift).then(|| {
        let proposed = if order.to_take.minor > 0 { order.to_take } else { order.money.open };
        let typed = typed_price(proposed);
        let error = said.why.errors.of("amount");
        view! {
            <form class="c-form" method="post" action=cx.url(&Desk::new()) novalidate data-testid="desk-cash">
                <Key key=key.clone()/>
                <Hidden name="key" value=order.form_key.clone()/>
                <TextField
                    name="amount"
                    label=cx.t(t::DESK_CASH)
                    value=said.amount.unwrap_or(typed)
                    error
                    error_text=error.map(|code| amount_error_text(&cx, code)).unwrap_or_default()
                    inputmode="decimal"
                    is_ltr=true
                    is_short=true
                    maxlength=20
                />
                <button class="c-button c-button--primary" name="command" value="cash">{cx.t(t::DESK_TAKE_CASH)}</button>
            </form>
        }
    });
    let now = if order.to_take.minor > 0 {
        view! {
            <dl class="c-summary">
                <div class="c-summary__total">
                    <dt>{cx.t(t::DESK_TO_TAKE)}</dt>
                    <dd data-testid="to-take"><Amount money=order.to_take/></dd>
                </div>
            </dl>
        }
        .into_html()
    } else {
        view! { <p class="c-muted" data-testid="nothing-to-take">{cx.t(t::DESK_NOTHING_TO_TAKE)}</p> }.into_html()
    };
    view! {
        <section class="c-card c-stack">
            <p><PaymentBadge state=order.money.state/></p>
            {now}
            {form}
            {give_back}
        </section>
        {start}
    }
    .into_html()
}

/// The code, the digits and the counter go along with every form.
#[component]
fn Key(
    /// What was typed.
    key: DeskKey,
) -> Html {
    view! { <MadeAt/><Hidden name="code" value=key.code/><Hidden name="tail" value=key.tail/> }.into_html()
}

/// One cooperative's part: what it is, and what can be done with it.
#[component]
fn Part(
    /// What the order was found by.
    key: DeskKey,
    /// The part.
    part: DeskPart,
) -> Html {
    let cx = Cx::here();
    let id = part.order.id.to_string();
    let form = |step: OrderStep, label: Text, class: &'static str, fields: Html| {
        view! {
            <form class="c-form" method="post" action=cx.url(&Desk::new()) data-testid=format!("desk-{step}-{id}")>
                <Key key=key.clone()/>
                <FormKey/>
                <Hidden name="order" value=id.clone()/>
                {fields}
                <button class=class name="command" value=step.as_str()>{cx.t(label)}</button>
            </form>
        }
    };
    let button = |step: OrderStep, class: &'static str| {
        let label = match step {
            OrderStep::HandOver => t::DESK_HAND_OVER,
            OrderStep::Shelve => t::DESK_ARRIVED,
            other => step_label(other),
        };
        form(step, label, class, Html::new(""))
    };
    // What the counter does every day; the rest is folded away.
    let is_daily = |step: &OrderStep| matches!(step, OrderStep::HandOver | OrderStep::Shelve);
    let (daily, rest): (Vec<_>, Vec<_>) = part.steps.into_iter().partition(is_daily);
    let daily = daily
        .into_iter()
        .map(|step| button(step, "c-button c-button--primary c-button--block"))
        .collect_view();
    let pay_first = part
        .waits_for_money
        .then(|| view! { <p class="c-muted" data-testid="pay-first">{cx.t(t::DESK_PAY_FIRST)}</p> });
    let has_rest = !rest.is_empty();
    let rest = rest
        .into_iter()
        .map(|step| match step {
            OrderStep::Cancel => {
                let fields = view! { <p>{cx.t(t::STUDIO_ORDER_CANCEL_TEXT)}</p> };
                form(
                    step,
                    t::STUDIO_ORDER_CANCEL,
                    "c-button c-button--danger",
                    fields.into_html(),
                )
            }
            step if is_problem(step) || step.is_undo() => button(step, "c-button c-button--quiet"),
            step => button(step, "c-button c-button--block"),
        })
        .collect_view();
    let rest = has_rest.then(|| {
        view! { <details><summary>{cx.t(t::STUDIO_ORDER_PROBLEM)}</summary><div class="c-stack">{rest}</div></details> }
    });
    // By this name the buyer asks for it.
    let below = part
        .sold_as
        .into_iter()
        .map(|(line, name)| {
            let said = view! {
                <p class="c-muted c-small" data-testid="sold-as">{cx.t(t::DESK_SOLD_AS)}" "<ShownName shown=name/></p>
            };
            (line, said.into_html())
        })
        .collect::<HashMap<_, _>>();
    view! {
        <section class="c-card c-stack" data-testid="desk-part">
            <h2 class="c-card__title"><ShownName shown=part.order.cooperative.clone()/></h2>
            <OrderLines order=part.order.clone() below/>
            <dl class="c-summary">
                <div class="c-summary__total">
                    <dt>{cx.t(t::CHECKOUT_TOTAL)}</dt><dd><Amount money=part.order.total/></dd>
                </div>
            </dl>
            {daily}
            {pay_first}
            {rest}
        </section>
    }
    .into_html()
}
