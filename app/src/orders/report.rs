//! What is wrong with goods that came: the buyer says it here, and both sides read what became of it.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::Response;
use domain::{DamageReportId, ErrorCode, FieldCode, GoodsClass, OrderCode, OrderId, ReportKind, ReportOutcome};
use l10n::{format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::orders::{OrderLineView, OrderView, ReportForm, ReportView, kind_text};

use super::page::{NotDone, goods_name};
use super::report_photos::{PhotoRefused, ReportPhotoForms, ReportPhotos};
use super::{access, page};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::photo_refused::NotAdded;
use crate::routes::{Named, Order, OrderReports, Returns, Segment};
use crate::ui::{
    Choice, ErrorSummary, Hidden, Html, IntoHtml, LongTextField, Moment, SelectField, WrongField, error_of, error_text,
    length_error_text, quantity_text,
};

/// Longest text, characters: as of any message.
const LONGEST: u32 = 1000;

/// A report that was not taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Unreported {
    /// The order it is about.
    pub order: Option<OrderId>,
    /// What was typed.
    pub form: ReportForm,
    /// What is wrong with it.
    pub errors: FieldErrors,
}

/// The buyer says that something is wrong with goods of one of the orders.
pub async fn report(cx: Cx, Named(code): Named<OrderCode>, form: Form) -> PageResult<Response> {
    let access = access(&cx, &code).ok_or(ErrorCode::NotFound)?;
    let order: OrderId = Segment::parse(form.get("order")).ok_or(ErrorCode::NotFound)?;
    let typed = ReportForm {
        line: form.get(&format!("line-{order}")).to_owned(),
        kind: form.get(&format!("kind-{order}")).to_owned(),
        text: form.get("text").to_owned(),
    };
    let shop = shop_for(&cx, &form)?;
    let place = cx.url(&Order::new(&code.to_string()));
    let unreported = |errors| Unreported {
        order: Some(order),
        form: typed.clone(),
        errors,
    };
    let (status, not_done) = match service::orders::report(&shop, &access, order, cx.locale(), &typed).await {
        Ok(()) => return Ok(cx.see(&format!("{place}?reported={order}#reports-{order}"))),
        Err(service::Error::Fields(errors)) => {
            let not_done = NotDone {
                unreported: unreported(errors),
                ..NotDone::default()
            };
            (StatusCode::UNPROCESSABLE_ENTITY, not_done)
        }
        Err(service::Error::Refused(refusal)) => {
            let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::CONFLICT);
            let not_done = NotDone {
                unreported: unreported(FieldErrors::default()),
                ..NotDone::refused(refusal)
            };
            (status, not_done)
        }
        Err(error) => return Err(error.into()),
    };
    let place = cx.standing_at(&Order::new(&code.to_string()));
    page::render(&place, status, &access, not_done).await
}

/// What can be reported of an order until when, the form for it, and what was reported.
#[component]
pub(super) fn Reports(
    /// The order's code.
    code: OrderCode,
    /// One cooperative's part of it.
    order: OrderView,
    /// Whether its buyer is still known.
    may_report: bool,
    /// A report that was not taken.
    unreported: Unreported,
    /// A photo of a report that is not there, and why.
    photo: Option<(DamageReportId, NotAdded)>,
) -> Html {
    let cx = Cx::here();
    let id = order.id;
    let promise = Promise::of(&order, cx.shop().now());
    if promise.is_empty() && order.returns.reports.is_empty() && unreported.order != Some(id) {
        return Html::new("");
    }
    let sent = (cx.query() == format!("reported={id}")).then(|| {
        view! {
            <p class="c-notice c-notice--good" id="notice" role="status" data-testid="reported">{cx.t(t::RETURNS_SENT)}</p>
        }
    });
    let forms: HashMap<DamageReportId, Html> = order
        .returns
        .open()
        .filter(|_| may_report)
        .map(|report| {
            let (id, report) = (report.id, report.clone());
            let why = photo.filter(|(of, _)| *of == id).map(|(_, why)| why);
            (id, view! { <ReportPhotoForms code report why/> }.into_html())
        })
        .collect();
    // What was answered meanwhile has no forms any more.
    let refused = photo
        .filter(|(of, _)| order.returns.reports.iter().any(|report| report.id == *of) && !forms.contains_key(of))
        .map(|(_, why)| view! { <PhotoRefused why/> });
    let reports = (!order.returns.reports.is_empty()).then(|| {
        view! {
            <h3 class="c-card__title">{cx.t(t::RETURNS_REPORTS)}</h3>
            <ReportList reports=order.returns.reports.clone() lines=order.lines.clone() below=forms/>
        }
    });
    let lines = promise
        .lines(&cx)
        .into_iter()
        .map(|line| view! { <p data-testid="report-until">{line}</p> })
        .collect_view();
    let rules = cx.url(&Returns::new());
    let form = may_report.then(|| view! { <ReportFields code order unreported/> });
    view! {
        <section class="c-card c-stack" id=format!("reports-{id}") data-testid="reports">
            {sent}
            {refused}
            {reports}
            {lines}
            <p><a class="c-link" href=rules>{cx.t(t::RETURNS_TITLE)}</a></p>
            {form}
        </section>
    }
    .into_html()
}

/// Until when what can be reported of an order.
#[derive(Clone, Copy, Debug, Default)]
struct Promise {
    /// Hours after it comes, while it has not come.
    hours: Option<u16>,
    /// That something is wrong, milliseconds since 1970 UTC.
    until: Option<i64>,
    /// A change of mind about packaged goods, milliseconds since 1970 UTC.
    return_until: Option<i64>,
}

impl Promise {
    fn of(order: &OrderView, now: i64) -> Self {
        let Some(rules) = order.returns.rules.filter(|_| order.status.stands()) else {
            return Self::default();
        };
        let Some(at) = order.returns.handed_over_at else {
            return Self {
                hours: Some(rules.report_hours),
                ..Self::default()
            };
        };
        // What waits for an answer is not asked for a second time.
        let may = |is_asked: fn(ReportKind) -> bool| {
            let mut kinds = order.lines.iter().flat_map(|line| order.returns.kinds(line, now));
            kinds.any(is_asked)
        };
        let return_until = rules.return_until(GoodsClass::Packaged, at);
        Self {
            hours: None,
            until: may(|kind| kind != ReportKind::Unwanted).then(|| rules.report_until(at)),
            return_until: return_until.filter(|_| may(|kind| kind == ReportKind::Unwanted)),
        }
    }

    const fn is_empty(self) -> bool {
        self.hours.is_none() && self.until.is_none() && self.return_until.is_none()
    }

    fn lines(self, cx: &Cx) -> Vec<Html> {
        let time = |at| format::date_time(cx.locale(), at);
        let hours = self.hours.map(|hours| {
            let hours = format::number(cx.locale(), i64::from(hours));
            cx.tv(t::returns_order_before(hours))
        });
        let until = self.until.map(|at| cx.tv(t::returns_order_until(time(at))));
        let back = self
            .return_until
            .map(|at| cx.tv(t::returns_order_return_until(time(at))));
        [hours, until, back].into_iter().flatten().collect()
    }
}

/// The form: which goods, what is wrong, and some words. Nothing while nothing can be reported.
#[component]
fn ReportFields(
    /// The order's code.
    code: OrderCode,
    /// One cooperative's part of it.
    order: OrderView,
    /// A report that was not taken.
    unreported: Unreported,
) -> Html {
    let cx = Cx::here();
    let (id, now) = (order.id, cx.shop().now());
    let is_unreported = unreported.order == Some(id);
    let of_line = |line: &OrderLineView| order.returns.kinds(line, now);
    let lines: Vec<&OrderLineView> = order.lines.iter().filter(|line| !of_line(line).is_empty()).collect();
    // What was typed stays, even if nothing can be reported any more.
    if lines.is_empty() && !is_unreported {
        return Html::new("");
    }
    let unreported = if is_unreported {
        unreported
    } else {
        Unreported::default()
    };
    let kinds: Vec<Choice> = ReportKind::ALL
        .into_iter()
        .filter(|kind| is_unreported || lines.iter().any(|line| of_line(line).contains(kind)))
        .map(|kind| Choice::new(kind.as_str(), cx.t(kind_text(kind))))
        .collect();
    let line = match lines.as_slice() {
        [only] if unreported.form.line.is_empty() => only.id.to_string(),
        _ => unreported.form.line.clone(),
    };
    let choices: Vec<Choice> = lines
        .iter()
        .map(|line| Choice::new(line.id.to_string(), goods_name(&cx, line)).lang(line.name.lang))
        .collect();
    let errors = unreported.errors;
    let (kind_error, kind_error_text) = error_of(&errors, "kind", |code| match code {
        FieldCode::InvalidChoice => cx.t(t::RETURNS_FORM_TOO_LATE),
        code => error_text(&cx, code),
    });
    let wrong: Vec<WrongField> = errors
        .iter()
        .map(|(field, code)| {
            let (name, label, text) = match field {
                "line" => (format!("line-{id}"), t::RETURNS_FORM_LINE, error_text(&cx, code)),
                "kind" => (format!("kind-{id}"), t::RETURNS_FORM_KIND, kind_error_text.clone()),
                _ => (
                    format!("report-{id}"),
                    t::RETURNS_FORM_TEXT,
                    length_error_text(&cx, code, LONGEST, &unreported.form.text),
                ),
            };
            WrongField {
                name,
                label: cx.t(label),
                text,
            }
        })
        .collect();
    view! {
        <details open=is_unreported data-testid="report">
            <summary>{cx.t(t::RETURNS_ORDER_TITLE)}</summary>
            <ErrorSummary fields=wrong/>
            <form
                class="c-form"
                method="post"
                action=cx.url(&OrderReports::new(&code.to_string()))
                novalidate
                data-testid="report-form"
            >
                <FormKey/>
                <Hidden name="order" value=id.to_string()/>
                <SelectField
                    name=format!("line-{id}")
                    label=cx.t(t::RETURNS_FORM_LINE)
                    value=line
                    placeholder=cx.t(t::RETURNS_FORM_CHOOSE)
                    groups=vec![(String::new(), choices)]
                    error=errors.of("line")
                />
                <SelectField
                    name=format!("kind-{id}")
                    label=cx.t(t::RETURNS_FORM_KIND)
                    value=unreported.form.kind
                    placeholder=cx.t(t::RETURNS_FORM_CHOOSE)
                    groups=vec![(String::new(), kinds)]
                    error=kind_error
                    error_text=kind_error_text
                />
                <LongTextField
                    name="text"
                    id=format!("report-{id}")
                    label=cx.t(t::RETURNS_FORM_TEXT)
                    hint=cx.t(t::RETURNS_FORM_HINT)
                    value=unreported.form.text
                    error=errors.of("text")
                    maxlength=LONGEST
                    rows=3
                />
                <p><button class="c-button c-button--primary">{cx.t(t::RETURNS_FORM_SEND)}</button></p>
            </form>
        </details>
    }
    .into_html()
}

/// What was reported, and what became of it.
#[component]
pub(crate) fn ReportList(
    /// The reports.
    reports: Vec<ReportView>,
    /// The lines of the order.
    lines: Vec<OrderLineView>,
    /// What stands below each.
    #[prop(optional)]
    below: HashMap<DamageReportId, Html>,
) -> Html {
    let cx = Cx::here();
    let mut below = below;
    let rows = reports
        .into_iter()
        .map(|report| {
            let line = lines.iter().find(|line| line.id == report.line);
            let goods = line.map(|line| {
                let lang = line.name.lang.bcp47();
                view! { <bdi lang=lang>{goods_name(&cx, line)}</bdi>" · " }
            });
            let (class, became) = match report.outcome {
                None => ("c-badge c-badge--warn", cx.t(t::RETURNS_OPEN)),
                Some((ReportOutcome::Refunded, _)) => {
                    // Of an order that ended on its way all that it cost.
                    let amount = report.refund.or(line.map(|line| line.total));
                    let amount = amount.map(|amount| format::money(cx.locale(), amount));
                    (
                        "c-badge c-badge--good",
                        cx.t(t::returns_refunded(amount.unwrap_or_default())),
                    )
                }
                Some((ReportOutcome::Replaced, _)) => ("c-badge c-badge--good", sent_again(&cx, &report, line)),
                Some((ReportOutcome::Declined, _)) => ("c-badge c-badge--quiet", cx.t(t::RETURNS_DECLINED)),
            };
            let word = report.outcome.map_or("open", |(outcome, _)| outcome.as_str());
            let left_at = report.again.and_then(|again| again.left_at);
            let at = left_at.unwrap_or(report.outcome.map_or(report.at, |(_, at)| at));
            let below = below.remove(&report.id);
            let photos = view! { <ReportPhotos photos=report.photos.clone()/> };
            view! {
                <li class="c-stack" data-testid="report-line" data-outcome=word>
                    <p>{goods}{cx.t(kind_text(report.kind))}</p>
                    <p class="c-row">
                        <span class=class>{became}</span>
                        <span class="c-small c-muted"><Moment at/></span>
                    </p>
                    {photos}
                    {below}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="c-stack">{rows}</ul> }.into_html()
}

/// That goods are sent once more, and how much of them.
fn sent_again(cx: &Cx, report: &ReportView, line: Option<&OrderLineView>) -> String {
    let is_on_its_way = report.again.is_some_and(|again| again.left_at.is_some());
    let said = cx.t(if is_on_its_way {
        t::RETURNS_REPLACED_LEFT
    } else {
        t::RETURNS_REPLACED
    });
    match (report.again, line) {
        (Some(again), Some(line)) => [said, quantity_text(cx, again.quantity, line.unit)].join(" · "),
        _ => said,
    }
}
