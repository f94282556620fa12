//! What buyers say is wrong with goods that came, and the cooperative's answers.

use axum::response::Response;
use domain::{OrderId, ReportOutcome};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::orders::{OrderView, ReportView};
use service::studio::{ReportedOrder, SettleForm};

use super::frame::{Draft, StudioFrame};
use super::menu::studio_meta;
use super::order::{self, NotTaken};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::orders::ReportList;
use crate::routes::{Named, StudioOrder, StudioSettle};
use crate::ui::{
    ErrorSummary, Hidden, Html, IntoHtml, LongTextField, TextField, WrongField, amount_error_text, error_of,
    length_error_text,
};

/// Longest text, characters: as of any message.
const LONGEST: u32 = 1000;

/// The orders of which something is said to be wrong.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (orders, has_more) = service::studio::reports(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(cx.page(studio_meta(cx.t(t::RETURNS_STUDIO_TITLE)), || {
        view! { <ReportedOrders orders has_more/> }
    }))
}

/// Answers a report.
pub async fn settle(cx: Cx, Named(id): Named<OrderId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let typed = sent(&form);
    match service::studio::settle(&shop_for(&cx, &form)?, cx.actor(), id, cx.locale(), &typed).await {
        Ok(()) => {
            let page = cx.url(&StudioOrder::new(&id.to_string()));
            Ok(cx.see(&format!("{page}?settled={}", typed.report)))
        }
        Err(error) => {
            let why = NotSaved::of(error)?;
            let status = why.status();
            let not_taken = NotTaken {
                settle: typed,
                why: Some(why),
                ..NotTaken::default()
            };
            let place = cx.standing_at(&StudioOrder::new(&id.to_string()));
            order::render(&place, status, id, not_taken).await
        }
    }
}

/// The answer as it was sent.
fn sent(form: &Form) -> SettleForm {
    let (report, command) = (form.get("report"), form.get("command"));
    // A number only: it stands in an address afterwards.
    let report = report
        .parse::<i64>()
        .map(|number| number.to_string())
        .unwrap_or_default();
    SettleForm {
        amount: form.get(&format!("amount-{report}")).to_owned(),
        text: form.get(&format!("text-{command}-{report}")).to_owned(),
        command: command.to_owned(),
        report,
    }
}

/// The page.
#[component]
fn ReportedOrders(
    /// The orders.
    orders: Vec<ReportedOrder>,
    /// Whether more wait than are shown.
    has_more: bool,
) -> Html {
    let cx = Cx::here();
    let empty = orders
        .is_empty()
        .then(|| view! { <p class="c-empty">{cx.t(t::RETURNS_STUDIO_NONE)}</p> });
    let more = has_more.then(|| {
        let count = format::number(cx.locale(), i64::try_from(orders.len()).unwrap_or(i64::MAX));
        view! { <p class="c-muted">{cx.tv(t::talk_questions_more(count))}</p> }
    });
    let cards = orders
        .into_iter()
        .map(|ReportedOrder { order, reports }| {
            let url = format!(
                "{}#reports-{}",
                cx.url(&StudioOrder::new(&order.id.to_string())),
                order.id
            );
            view! {
                <article class="c-card c-stack" data-testid="reported-order">
                    <p>
                        <strong><bdi>{order.buyer_name}</bdi></strong>" "
                        <bdi dir="ltr" class="c-num" translate="no">{order.code.to_string()}</bdi>
                    </p>
                    <ReportList reports lines=order.lines/>
                    <p><a class="c-button c-button--primary" href=url>{cx.t(t::TALK_ANSWER)}</a></p>
                </article>
            }
        })
        .collect_view();
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::RETURNS_STUDIO_TITLE)}</h1>
            {empty}
            {cards}
            {more}
        </StudioFrame>
    }
    .into_html()
}

/// What is said to be wrong with an order, and the answers that can be given.
#[component]
pub(super) fn ReportAnswers(
    /// The order.
    order: OrderView,
    /// Whether the reader may answer.
    may_answer: bool,
    /// An answer that was not taken.
    not_taken: NotTaken,
) -> Html {
    let cx = Cx::here();
    if order.returns.reports.is_empty() {
        return Html::new("");
    }
    let done = cx.query().starts_with("settled=").then(|| {
        view! { <p class="c-notice c-notice--good" role="status" data-testid="settled">{cx.t(t::RETURNS_SETTLE_DONE)}</p> }
    });
    let answers = order
        .returns
        .open()
        .filter(|_| may_answer)
        .map(|report| {
            let cost = order
                .lines
                .iter()
                .find(|line| line.id == report.line)
                .map(|line| line.total);
            let most = cost.map(|cost| format::money(cx.locale(), cost)).unwrap_or_default();
            view! { <Answers order=order.id report=report.clone() most not_taken=not_taken.clone()/> }
        })
        .collect_view();
    view! {
        <section class="c-card c-stack" id=format!("reports-{}", order.id) data-testid="reports">
            <h2 class="c-card__title">{cx.t(t::RETURNS_ORDER_TITLE)}</h2>
            {done}
            <ReportList reports=order.returns.reports.clone() lines=order.lines.clone()/>
            {answers}
        </section>
    }
    .into_html()
}

/// The three answers to a report, each a form of its own.
#[component]
fn Answers(
    /// The order.
    order: OrderId,
    /// The report.
    report: ReportView,
    /// What its goods cost.
    most: String,
    /// An answer that was not taken.
    not_taken: NotTaken,
) -> Html {
    ReportOutcome::ALL
        .into_iter()
        .map(|outcome| {
            let is_here =
                not_taken.settle.report == report.id.to_string() && not_taken.settle.command == outcome.as_str();
            let errors = not_taken.why.as_ref().filter(|_| is_here).map(|why| why.errors.clone());
            let typed = if is_here {
                not_taken.settle.clone()
            } else {
                SettleForm::default()
            };
            view! {
                <AnswerForm
                    order
                    report=report.clone()
                    outcome
                    most=most.clone()
                    is_open=is_here
                    typed
                    errors=errors.unwrap_or_default()
                />
            }
        })
        .collect_view()
        .into_html()
}

const fn outcome_texts(outcome: ReportOutcome) -> (Text, Text) {
    match outcome {
        ReportOutcome::Refunded => (t::RETURNS_SETTLE_REFUND, t::RETURNS_SETTLE_REFUND_TEXT),
        ReportOutcome::Replaced => (t::RETURNS_SETTLE_REPLACE, t::RETURNS_SETTLE_REPLACE_TEXT),
        ReportOutcome::Declined => (t::RETURNS_SETTLE_DECLINE, t::RETURNS_SETTLE_DECLINE_TEXT),
    }
}

/// One of them.
#[component]
fn AnswerForm(
    /// The order.
    order: OrderId,
    /// The report.
    report: ReportView,
    /// The answer.
    outcome: ReportOutcome,
    /// What its goods cost.
    most: String,
    /// Whether it was not taken.
    is_open: bool,
    /// What was typed.
    typed: SettleForm,
    /// What is wrong with it.
    errors: FieldErrors,
) -> Html {
    let cx = Cx::here();
    let (id, word) = (report.id, outcome.as_str());
    let (title, text) = outcome_texts(outcome);
    let amount = (outcome == ReportOutcome::Refunded).then(|| {
        let (error, error_text) = error_of(&errors, "amount", |code| amount_error_text(&cx, code));
        view! {
            <TextField
                name=format!("amount-{id}")
                label=cx.t(t::RETURNS_SETTLE_AMOUNT)
                hint=cx.t(t::returns_settle_most(most.clone()))
                value=typed.amount.clone()
                error
                error_text
                inputmode="decimal"
                is_ltr=true
                is_short=true
                maxlength=20
            />
        }
    });
    let class = match outcome {
        ReportOutcome::Refunded | ReportOutcome::Replaced => "c-button c-button--primary",
        ReportOutcome::Declined => "c-button c-button--danger",
    };
    let wrong: Vec<WrongField> = errors
        .iter()
        .map(|(field, code)| match field {
            "amount" => WrongField {
                name: format!("amount-{id}"),
                label: cx.t(t::RETURNS_SETTLE_AMOUNT),
                text: amount_error_text(&cx, code),
            },
            _ => WrongField {
                name: format!("text-{word}-{id}"),
                label: cx.t(t::RETURNS_SETTLE_TEXT),
                text: length_error_text(&cx, code, LONGEST, &typed.text),
            },
        })
        .collect();
    view! {
        <details open=is_open data-testid=format!("settle-{word}")>
            <summary>{cx.t(title)}</summary>
            <ErrorSummary fields=wrong/>
            <form
                class="c-form"
                method="post"
                action=cx.url(&StudioSettle::new(&order.to_string()))
                novalidate
                data-testid=format!("settle-form-{word}")
            >
                <FormKey/>
                <Hidden name="report" value=id.to_string()/>
                <p>{cx.t(text)}</p>
                {amount}
                <LongTextField
                    name=format!("text-{word}-{id}")
                    label=cx.t(t::RETURNS_SETTLE_TEXT)
                    value=typed.text
                    error=errors.of("text")
                    may_be_empty=outcome != ReportOutcome::Declined
                    maxlength=LONGEST
                    rows=3
                />
                <Draft form=format!("settle-{word}-{id}") saved=format!("settled={id}") is_refused=is_open/>
                <p><button class=class name="command" value=word>{cx.t(title)}</button></p>
            </form>
        </details>
    }
    .into_html()
}
