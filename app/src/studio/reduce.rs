//! Sending less than was ordered, in two steps: the amounts, then what they change and why. The first is a form that only
//! looks: until why was typed its page can be gone back to and opened again.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, OrderId, OrderLineId, Quantity, Unit, Weight, most_weighed, typed_stock};
use l10n::{format, t};
use leptos::prelude::*;
use service::studio::{ReduceForm, ReduceLine, ReducePage};

use super::change::{After, ConfirmForm, LookForm, NotDone, Said, only_looks, refused, wrong_reason};
use super::frame::StudioFrame;
use super::goods_words::store_unit;
use super::menu::studio_meta;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::not_saved::NotSaved;
use crate::routes::{Named, StudioOrder, StudioReduce};
use crate::ui::{ErrorSummary, Html, IntoHtml, ShownName, TextField, WrongField, error_text, quantity_text};

/// The amounts, and what they change once some were typed.
pub async fn show(cx: Cx, Named(id): Named<OrderId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let query: Vec<(String, String)> = serde_urlencoded::from_str(cx.query()).unwrap_or_default();
    let typed = read(&Form::of(query));
    render(&cx, StatusCode::OK, id, typed, NotSaved::default()).await
}

/// Sends less.
pub async fn confirm(cx: Cx, Named(id): Named<OrderId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let typed = read(&form);
    if only_looks(&form) {
        return render(&cx, StatusCode::OK, id, typed, NotSaved::default()).await;
    }
    match service::studio::reduce(&shop_for(&cx, &form)?, cx.actor(), id, &typed).await {
        Ok(()) => Ok(cx.see(&format!("{}?reduced=1", cx.url(&StudioOrder::new(&id.to_string()))))),
        Err(error) => {
            let why = NotSaved::of(error)?;
            render(&cx, why.status(), id, typed, why).await
        }
    }
}

fn read(form: &Form) -> ReduceForm {
    ReduceForm {
        sent: form
            .with_prefix("sent-")
            .filter_map(|(line, typed)| Some((OrderLineId(line.parse().ok()?), typed.to_owned())))
            .collect(),
        reason: form.get("reason").to_owned(),
        note: form.get("note").to_owned(),
        seen: form.get("seen").parse().unwrap_or(-1),
    }
}

async fn render(cx: &Cx, status: StatusCode, id: OrderId, typed: ReduceForm, why: NotSaved) -> PageResult<Response> {
    let page = match service::studio::reduce_page(cx.shop(), cx.actor(), cx.locale(), id, &typed).await {
        // Nothing can be changed any more: the order's page says how it stands.
        Err(error @ service::Error::Refused(_)) => return refused(cx, id, error).await,
        page => page?,
    };
    let title = cx.t(t::changes_title(page.code.to_string()));
    Ok(cx.page_with(status, studio_meta(title.clone()), || {
        view! { <ReduceOrder id title page typed why/> }
    }))
}

/// The page.
#[component]
fn ReduceOrder(
    /// The order.
    id: OrderId,
    /// Title of the page.
    title: String,
    /// The order with the amounts typed.
    page: ReducePage,
    /// What was typed.
    typed: ReduceForm,
    /// Why it was not done.
    why: NotSaved,
) -> Html {
    let cx = Cx::here();
    let action = cx.url(&StudioReduce::new(&id.to_string()));
    let is_empty = page.errors.of("lines").is_some();
    let wrong = [wrong_fields(&cx, &page), wrong_reason(&cx, &why)].concat();
    let fields = page
        .lines
        .iter()
        .map(|line| view! { <LineField line=line.clone() error=page.errors.of(&field_of(line.id))/> })
        .collect_view()
        .into_html();
    // Why it was not done stands above it under that name.
    let notice = why.refused.is_none().then_some("notice");
    let empty = is_empty.then(|| {
        view! {
            <div class="c-notice c-notice--error" id=notice role="alert" data-testid="nothing-left">
                <p>{cx.t(t::CHANGES_EMPTY)}</p>
            </div>
        }
    });
    let is_asked = !typed.sent.is_empty() && page.errors.is_empty();
    let is_shown = is_asked && page.is_changed;
    let said = Said {
        reason: typed.reason.clone(),
        note: typed.note.clone(),
    };
    let outcome = match (is_asked, page.is_changed) {
        (true, true) => view! { <Outcome action=action.clone() page=page.clone() typed why=why.clone()/> }.into_html(),
        (true, false) => {
            view! { <p class="c-notice" id=notice role="status" data-testid="unchanged">{cx.t(t::CHANGES_NOTHING)}</p> }
                .into_html()
        }
        _ => Html::new(""),
    };
    view! {
        <StudioFrame>
            <h1 class="c-title">{title}</h1>
            <NotDone why=why.clone()/>
            <ErrorSummary fields=wrong/>
            {empty}
            {outcome}
            <LookForm action id lead=t::CHANGES_LEAD said why is_shown name="reduce-amounts">{fields}</LookForm>
        </StudioFrame>
    }
    .into_html()
}

/// How much is sent of a line.
#[component]
fn LineField(
    /// The line.
    line: ReduceLine,
    /// What is wrong with what was typed.
    error: Option<FieldCode>,
) -> Html {
    let cx = Cx::here();
    let now = quantity_text(&cx, line.now, line.unit);
    let text = error.map(|code| amount_error(&cx, code, &line)).unwrap_or_default();
    let size = size_of(&cx, &line);
    let value = line
        .typed
        .clone()
        .unwrap_or_else(|| typed_stock(line.now.amount(), line.unit));
    // The price follows the scales down, and never above what was ordered.
    let weighed = (line.unit != Unit::Piece)
        .then(|| view! { <p class="c-muted" data-testid="weighed">{cx.t(t::CHANGES_WEIGHED)}</p> });
    view! {
        <div class="c-stack">
            <p><strong><ShownName shown=line.name/></strong>" "{size}</p>
            <TextField
                name=field_of(line.id)
                label=cx.t(t::changes_sent(store_unit(&cx, line.unit)))
                hint=cx.t(t::replace_now(now))
                value
                error
                error_text=text
                inputmode="decimal"
                is_ltr=true
                is_short=true
                maxlength=20
            />
            {weighed}
        </div>
    }
    .into_html()
}

/// What changes, why, and the button that does it.
#[component]
fn Outcome(
    /// Where the form goes.
    action: String,
    /// The order with the amounts typed.
    page: ReducePage,
    /// What was typed.
    typed: ReduceForm,
    /// Why it was not done.
    why: NotSaved,
) -> Html {
    let cx = Cx::here();
    let changed = page
        .lines
        .iter()
        .filter_map(|line| Some((line, line.wanted.filter(|wanted| *wanted != line.now)?)))
        .map(|(line, wanted)| {
            let text = |amount: Quantity| quantity_text(&cx, amount, line.unit);
            let change = cx.tv(t::changes_line(text(line.now), text(wanted)));
            view! {
                <div><dt><ShownName shown=line.name.clone()/>" "{size_of(&cx, line)}</dt><dd data-testid="changed-line">{change}</dd></div>
            }
        })
        .collect_view()
        .into_html();
    let carried: Vec<(String, String)> = typed
        .sent
        .into_iter()
        .map(|(line, typed)| (field_of(line), typed))
        .collect();
    let after = After {
        cheaper: page.amount,
        refund: page.refund,
        freight: page.freight,
        total: page.total,
    };
    let said = Said {
        reason: typed.reason,
        note: typed.note,
    };
    view! {
        <ConfirmForm
            action
            carried
            seen=page.seen
            after
            said
            why
            confirm=t::CHANGES_CONFIRM
            name="reduce-confirm"
        >
            {changed}
        </ConfirmForm>
    }
    .into_html()
}

fn size_of(cx: &Cx, line: &ReduceLine) -> Option<Html> {
    size_text(cx, line.unit, line.net_grams)
}

/// How much one piece weighs, where that tells two sizes apart.
pub(super) fn size_text(cx: &Cx, unit: Unit, net_grams: i64) -> Option<Html> {
    size_word(cx, unit, net_grams).map(|size| view! { <bdi>{size}</bdi> }.into_html())
}

/// The same as bare text.
pub(super) fn size_word(cx: &Cx, unit: Unit, net_grams: i64) -> Option<String> {
    (unit == Unit::Piece && net_grams > 0).then(|| format::weight(cx.locale(), Weight(net_grams)))
}

fn field_of(line: OrderLineId) -> String {
    format!("sent-{line}")
}

fn amount_error(cx: &Cx, code: FieldCode, line: &ReduceLine) -> String {
    let most = match (code, line.unit) {
        (FieldCode::TooMuch, Unit::Gram | Unit::Millilitre) => Quantity(most_weighed(line.now.amount())),
        _ => line.now,
    };
    let most = quantity_text(cx, most, line.unit);
    match code {
        FieldCode::TooMuch => cx.t(t::changes_too_much(most)),
        FieldCode::InvalidQuantity if line.unit == Unit::Piece => cx.t(t::changes_bounds_pieces(most)),
        FieldCode::InvalidQuantity => cx.t(t::changes_bounds(most)),
        code => error_text(cx, code),
    }
}

/// The wrong amounts for the summary at the top.
fn wrong_fields(cx: &Cx, page: &ReducePage) -> Vec<WrongField> {
    page.lines
        .iter()
        .filter_map(|line| {
            let code = page.errors.of(&field_of(line.id))?;
            Some(WrongField {
                name: field_of(line.id),
                label: line.name.text.clone(),
                text: amount_error(cx, code, line),
            })
        })
        .collect()
}
