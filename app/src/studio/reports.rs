//! What buyers say is wrong with goods that came, and the cooperative's answers.

use std::collections::HashMap;

use axum::response::Response;
use domain::{DamageReportId, FieldCode, OrderId, ReportOutcome, typed_stock};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::orders::{OrderLineView, OrderView, ReportView};
use service::studio::{ReportedOrder, SettleForm, StepForm};

use super::frame::Draft;
use super::goods_words::store_unit;
use super::menu::studio_meta;
use super::order::{self, CarrierFields, NotTaken};
use super::parcel::suffix;
use super::questions::WaitingOrders;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::orders::{ReportList, goods_name, kind_text};
use crate::routes::{Named, StudioOrder, StudioSettle};
use crate::ui::{
    ErrorSummary, Hidden, Html, IntoHtml, LongTextField, QuantityText, TextField, WrongField, amount_error_text,
    error_of, error_text, length_error_text, quantity_text,
};

/// Longest text, characters: as of any message.
const LONGEST: u32 = 1000;
/// The word of the button that says that what is sent once more has left.
const LEFT: &str = "left-again";

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
    if form.get("command") == LEFT {
        return left_again(cx, id, &form).await;
    }
    let typed = sent(&form);
    match service::studio::settle(&shop_for(&cx, &form)?, cx.actor(), id, cx.locale(), &typed).await {
        Ok(()) => {
            let page = cx.url(&StudioOrder::new(&id.to_string()));
            Ok(cx.see(&format!("{page}?settled={}#notice", typed.report)))
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

/// What is sent once more has left.
async fn left_again(cx: Cx, id: OrderId, form: &Form) -> PageResult<Response> {
    // A number only: it stands in an address afterwards, and in the names of fields.
    let report = form.get("report").parse::<i64>().unwrap_or_default().to_string();
    let field = |name: &str| form.get(&format!("{name}{}", suffix(&report))).to_owned();
    let typed = StepForm {
        command: LEFT.to_owned(),
        carrier: field("carrier"),
        tracking: field("tracking"),
        ..StepForm::default()
    };
    match service::studio::left_again(&shop_for(&cx, form)?, cx.actor(), id, &report, &typed).await {
        Ok(()) => {
            let page = cx.url(&StudioOrder::new(&id.to_string()));
            Ok(cx.see(&format!("{page}?left={report}#reports-{id}")))
        }
        Err(error) => {
            let why = NotSaved::of(error)?;
            let status = why.status();
            let not_taken = NotTaken {
                typed,
                left: report,
                why: Some(why),
                ..NotTaken::default()
            };
            let place = cx.standing_at(&StudioOrder::new(&id.to_string()));
            order::render(&place, status, id, not_taken).await
        }
    }
}

/// What is to be packed once more because of one report, and the button that says it has left.
#[component]
pub(super) fn SendAgain(
    /// The order.
    order: OrderId,
    /// The report.
    report: ReportView,
    /// The lines of the order.
    lines: Vec<OrderLineView>,
    /// Whether the reader may say so.
    may_send: bool,
    /// A step that was not taken.
    not_taken: NotTaken,
) -> Html {
    let cx = Cx::here();
    let id = report.id.to_string();
    let line = lines.into_iter().find(|line| line.id == report.line);
    let goods = line.zip(report.to_pack()).map(|(line, quantity)| {
        let (lang, name) = (line.name.lang.bcp47(), goods_name(&cx, &line));
        view! {
            <p class="c-row c-row--between">
                <strong><bdi lang=lang>{name}</bdi></strong>
                <QuantityText quantity unit=line.unit/>
            </p>
        }
    });
    let button = may_send.then(|| {
        let not_taken = if not_taken.left == id {
            not_taken
        } else {
            NotTaken::default()
        };
        let is_open = not_taken.why.is_some();
        view! {
            <form
                class="c-form c-screen"
                method="post"
                action=cx.url(&StudioSettle::new(&order.to_string()))
                data-testid=format!("send-again-{id}")
            >
                <FormKey/>
                <Hidden name="report" value=id.clone()/>
                <details open=is_open>
                    <summary>{cx.t(t::STUDIO_PACKING_CARRIER)}</summary>
                    <CarrierFields not_taken name_suffix=suffix(&id)/>
                </details>
                <button class="c-button c-button--primary c-button--block" name="command" value=LEFT>
                    {cx.t(t::RETURNS_AGAIN_LEFT)}
                </button>
            </form>
        }
    });
    view! { <div class="c-stack" data-testid="to-send-again">{goods}{button}</div> }.into_html()
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
        again: form.get(&format!("again-{report}")).to_owned(),
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
    let cards: Vec<Html> = orders
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
            .into_html()
        })
        .collect();
    view! { <WaitingOrders title=t::RETURNS_STUDIO_TITLE none=t::RETURNS_STUDIO_NONE cards has_more/> }.into_html()
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
        view! {
            <p class="c-notice c-notice--good" id="notice" role="status" data-testid="settled">
                {cx.t(t::RETURNS_SETTLE_DONE)}
            </p>
        }
    });
    let again = cx.query().starts_with("left=").then(|| {
        view! {
            <p class="c-notice c-notice--good" id="notice" role="status" data-testid="left-again">
                {cx.t(t::RETURNS_AGAIN_DONE)}
            </p>
        }
    });
    let answers: HashMap<DamageReportId, Html> = order
        .returns
        .open()
        .filter(|_| may_answer)
        .filter_map(|report| {
            let line = order.lines.iter().find(|line| line.id == report.line)?;
            let (order, report, line) = (order.id, report.clone(), line.clone());
            let id = report.id;
            let answers = view! { <Answers order report line not_taken=not_taken.clone()/> }.into_html();
            Some((id, answers))
        })
        .collect();
    view! {
        <section class="c-card c-stack" id=format!("reports-{}", order.id) data-testid="reports">
            <h2 class="c-card__title">{cx.t(t::RETURNS_ORDER_TITLE)}</h2>
            {done}
            {again}
            <ReportList reports=order.returns.reports.clone() lines=order.lines.clone() below=answers/>
        </section>
    }
    .into_html()
}

/// What a report is about: the goods and what is wrong with them.
fn report_name(cx: &Cx, report: &ReportView, line: &OrderLineView) -> String {
    [goods_name(cx, line), cx.t(kind_text(report.kind))].join(" · ")
}

/// The three answers to a report, each a form of its own.
#[component]
fn Answers(
    /// The order.
    order: OrderId,
    /// The report.
    report: ReportView,
    /// Its line.
    line: OrderLineView,
    /// An answer that was not taken.
    not_taken: NotTaken,
) -> Html {
    let cx = Cx::here();
    let name = report_name(&cx, &report, &line);
    let forms = ReportOutcome::ALL
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
                    line=line.clone()
                    outcome
                    is_open=is_here
                    typed
                    errors=errors.unwrap_or_default()
                />
            }
        })
        .collect_view();
    view! { <div class="c-stack" role="group" aria-label=name data-testid="report-answers">{forms}</div> }.into_html()
}

const fn outcome_texts(outcome: ReportOutcome) -> (Text, Text) {
    match outcome {
        ReportOutcome::Refunded => (t::RETURNS_SETTLE_REFUND, t::RETURNS_SETTLE_REFUND_TEXT),
        ReportOutcome::Replaced => (t::RETURNS_SETTLE_REPLACE, t::RETURNS_SETTLE_REPLACE_TEXT),
        ReportOutcome::Declined => (t::RETURNS_SETTLE_DECLINE, t::RETURNS_SETTLE_DECLINE_TEXT),
    }
}

fn again_label(cx: &Cx, line: &OrderLineView) -> String {
    cx.t(t::goods_amount(store_unit(cx, line.unit)))
}

/// What is wrong with how much goes back.
fn refund_error(cx: &Cx, line: &OrderLineView, code: FieldCode) -> String {
    match code {
        FieldCode::TooMuch => cx.t(t::returns_settle_most(format::money(cx.locale(), line.total))),
        code => amount_error_text(cx, code),
    }
}

/// What is wrong with how much is sent once more; nothing where nothing is.
fn again_error(cx: &Cx, line: &OrderLineView, errors: &FieldErrors) -> String {
    let most = quantity_text(cx, line.quantity, line.unit);
    match errors.of("again") {
        None => String::new(),
        Some(FieldCode::TooMuch) => cx.t(t::returns_settle_again_most(most)),
        Some(code) => error_text(cx, code),
    }
}

/// One of them.
#[component]
fn AnswerForm(
    /// The order.
    order: OrderId,
    /// The report.
    report: ReportView,
    /// Its line.
    line: OrderLineView,
    /// The answer.
    outcome: ReportOutcome,
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
        let (error, error_text) = error_of(&errors, "amount", |code| refund_error(&cx, &line, code));
        view! {
            <TextField
                name=format!("amount-{id}")
                label=cx.t(t::RETURNS_SETTLE_AMOUNT)
                hint=cx.t(t::returns_settle_most(format::money(cx.locale(), line.total)))
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
    let again = (outcome == ReportOutcome::Replaced).then(|| {
        let all = typed_stock(line.quantity.amount(), line.unit);
        let value = if is_open { typed.again.clone() } else { all };
        view! {
            <TextField
                name=format!("again-{id}")
                label=again_label(&cx, &line)
                hint=cx.t(t::returns_settle_again_most(quantity_text(&cx, line.quantity, line.unit)))
                value
                error=errors.of("again")
                error_text=again_error(&cx, &line, &errors)
                inputmode="decimal"
                is_ltr=true
                is_short=true
                may_be_empty=true
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
                text: refund_error(&cx, &line, code),
            },
            "again" => WrongField {
                name: format!("again-{id}"),
                label: again_label(&cx, &line),
                text: again_error(&cx, &line, &errors),
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
                <p><strong>{report_name(&cx, &report, &line)}</strong></p>
                <p>{cx.t(text)}</p>
                {amount}
                {again}
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
