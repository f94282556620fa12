//! Sending something else in place of goods that are missing, in two steps as [`super::reduce`]: what is to be sent, then what
//! that comes to and why.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, OfferId, OrderId, OrderLineId, Unit};
use l10n::t;
use leptos::prelude::*;
use service::studio::{ReplaceForm, ReplaceLine, ReplaceOffer, ReplacePage};

use super::change::{LookForm, NotDone, Said, only_looks, refused, wrong_reason};
use super::frame::StudioFrame;
use super::goods_words::{price_name, size_name, store_unit};
use super::menu::studio_meta;
use super::replace_outcome::ReplaceOutcomeForm;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::not_saved::NotSaved;
use crate::routes::{Named, StudioOrder, StudioReplace};
use crate::ui::{
    Choice, ErrorSummary, Hidden, Html, IntoHtml, SelectField, ShownName, TextField, WrongField, error_text,
    quantity_text,
};

/// The fields, and what they come to once they were filled.
pub async fn show(cx: Cx, Named(id): Named<OrderId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let query: Vec<(String, String)> = serde_urlencoded::from_str(cx.query()).unwrap_or_default();
    let is_asked = query.iter().any(|(name, _)| name == "missing");
    let typed = ReplaceForm {
        is_asked,
        ..read(&Form::of(query))
    };
    render(&cx, StatusCode::OK, id, typed, NotSaved::default()).await
}

/// Sends something else.
pub async fn confirm(cx: Cx, Named(id): Named<OrderId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let typed = read(&form);
    if only_looks(&form) {
        return render(&cx, StatusCode::OK, id, typed, NotSaved::default()).await;
    }
    match service::studio::replace(&shop_for(&cx, &form)?, cx.actor(), id, &typed).await {
        Ok(()) => Ok(cx.see(&format!("{}?replaced=1", cx.url(&StudioOrder::new(&id.to_string()))))),
        Err(error) => {
            let why = NotSaved::of(error)?;
            render(&cx, why.status(), id, typed, why).await
        }
    }
}

/// Takes it back.
pub async fn undo(cx: Cx, Named(id): Named<OrderId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    match service::studio::undo_replacement(&shop_for(&cx, &form)?, cx.actor(), id).await {
        Ok(()) => Ok(cx.see(&format!(
            "{}?replace-undone=1",
            cx.url(&StudioOrder::new(&id.to_string()))
        ))),
        Err(error) => refused(&cx, id, error).await,
    }
}

fn read(form: &Form) -> ReplaceForm {
    let number = |name: &str| form.get(name).parse::<i64>().ok();
    ReplaceForm {
        line: number("line").map(OrderLineId),
        missing: form.get("missing").to_owned(),
        offer: number("offer").map(OfferId),
        amount: form.get("amount").to_owned(),
        reason: form.get("reason").to_owned(),
        note: form.get("note").to_owned(),
        seen: number("seen").unwrap_or(-1),
        pays: number("pays").unwrap_or(-1),
        is_asked: true,
    }
}

async fn render(cx: &Cx, status: StatusCode, id: OrderId, typed: ReplaceForm, why: NotSaved) -> PageResult<Response> {
    let page = match service::studio::replace_page(cx.shop(), cx.actor(), cx.locale(), id, &typed).await {
        Err(error @ service::Error::Refused(_)) => return refused(cx, id, error).await,
        page => page?,
    };
    let title = cx.t(t::replace_title(page.code.to_string()));
    Ok(cx.page_with(status, studio_meta(title.clone()), || {
        view! { <ReplaceOrder id title page typed why/> }
    }))
}

/// The page.
#[component]
fn ReplaceOrder(
    /// The order.
    id: OrderId,
    /// Title of the page.
    title: String,
    /// The order with what was typed.
    page: ReplacePage,
    /// What was typed.
    typed: ReplaceForm,
    /// Why it was not done.
    why: NotSaved,
) -> Html {
    let cx = Cx::here();
    let action = cx.url(&StudioReplace::new(&id.to_string()));
    let wrong = [wrong_fields(&cx, &page), wrong_reason(&cx, &why)].concat();
    let is_shown = page.outcome.is_some();
    let said = Said {
        reason: typed.reason.clone(),
        note: typed.note.clone(),
    };
    let outcome = page.outcome.map(|outcome| {
        view! { <ReplaceOutcomeForm action=action.clone() page=page.clone() outcome typed=typed.clone() why=why.clone()/> }
    });
    let fields = match &page.line {
        Some(line) if page.offers.is_empty() => {
            let line = line.clone();
            view! {
                <p><LineName line/></p>
                <p class="c-notice" data-testid="no-offers">{cx.t(t::REPLACE_NONE)}</p>
            }
            .into_html()
        }
        Some(line) => view! { <Fields line=line.clone() page=page.clone() typed/> }.into_html(),
        None => view! { <LineChoice page=page.clone() typed/> }.into_html(),
    };
    view! {
        <StudioFrame>
            <h1 class="c-title">{title}</h1>
            <NotDone why=why.clone()/>
            <ErrorSummary fields=wrong/>
            {outcome}
            <LookForm action id lead=t::REPLACE_LEAD said why is_shown name="replace-fields">{fields}</LookForm>
        </StudioFrame>
    }
    .into_html()
}

/// What a line is called, with its size.
#[component]
pub(super) fn LineName(
    /// The line.
    line: ReplaceLine,
) -> Html {
    let cx = Cx::here();
    let size = super::reduce::size_text(&cx, line.unit, line.net_grams);
    view! { <strong><ShownName shown=line.name/></strong>" "{size} }.into_html()
}

/// Of which line something is missing.
#[component]
fn LineChoice(
    /// The order.
    page: ReplacePage,
    /// What was typed already: for a line of which nothing is left by now.
    typed: ReplaceForm,
) -> Html {
    let cx = Cx::here();
    let offer = typed.offer.map(|id| id.to_string()).unwrap_or_default();
    let carried = [("missing", typed.missing), ("offer", offer), ("amount", typed.amount)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect_view();
    let choices = page
        .lines
        .into_iter()
        .map(|line| {
            let size = super::reduce::size_word(&cx, line.unit, line.net_grams);
            let label = [line.name.text, size.unwrap_or_default()].join(" ");
            Choice::new(line.id.to_string(), label.trim_end()).lang(line.name.lang)
        })
        .collect();
    view! {
        <SelectField
            name="line"
            label=cx.t(t::REPLACE_LINE)
            value=""
            error=page.errors.of("line")
            placeholder=cx.t(t::REPLACE_LINE_CHOOSE)
            groups=vec![(String::new(), choices)]
        />
        {carried}
    }
    .into_html()
}

/// How much is missing, and what is sent instead.
#[component]
fn Fields(
    /// The line.
    line: ReplaceLine,
    /// The order.
    page: ReplacePage,
    /// What was typed.
    typed: ReplaceForm,
) -> Html {
    let cx = Cx::here();
    let choices = page.offers.iter().map(|offer| offer_choice(&cx, offer)).collect();
    let (missing, amount) = (page.errors.of("missing"), page.errors.of("amount"));
    view! {
        <p><LineName line=line.clone()/></p>
        <Hidden name="line" value=line.id.to_string()/>
        <TextField
            name="missing"
            label=cx.t(t::replace_missing(store_unit(&cx, line.unit)))
            hint=cx.t(t::replace_now(quantity_text(&cx, line.now, line.unit)))
            value=typed.missing
            error=missing
            error_text=missing.map(|code| missing_error(&cx, code, &line)).unwrap_or_default()
            inputmode="decimal"
            is_ltr=true
            is_short=true
            maxlength=20
        />
        <SelectField
            name="offer"
            label=cx.t(t::REPLACE_OFFER)
            hint=cx.t(t::REPLACE_OFFER_HINT)
            value=typed.offer.map(|id| id.to_string()).unwrap_or_default()
            error=page.errors.of("offer")
            placeholder=cx.t(t::REPLACE_OFFER_CHOOSE)
            groups=vec![(String::new(), choices)]
        />
        <TextField
            name="amount"
            label=cx.t(t::REPLACE_AMOUNT)
            hint=cx.t(t::REPLACE_AMOUNT_HINT)
            value=typed.amount
            error=amount
            error_text=amount.map(|code| amount_error(&cx, code, page.offer.as_ref())).unwrap_or_default()
            inputmode="decimal"
            is_ltr=true
            is_short=true
            maxlength=20
        />
    }
    .into_html()
}

/// `Almonds · 1 kg · ¥80.00 · in stock: 12`.
fn offer_choice(cx: &Cx, offer: &ReplaceOffer) -> Choice {
    let price = price_name(cx, &offer.terms);
    let free = quantity_text(cx, offer.free, offer.terms.sold_by.unit);
    let size = size_name(cx, &offer.terms);
    let label = cx.t(t::replace_offer_choice(offer.name.text.as_str(), size, price, free));
    Choice::new(offer.id.to_string(), label)
}

fn missing_error(cx: &Cx, code: FieldCode, line: &ReplaceLine) -> String {
    let most = quantity_text(cx, line.now, line.unit);
    match code {
        FieldCode::TooMuch => cx.t(t::replace_only(most)),
        FieldCode::InvalidQuantity if line.unit == Unit::Piece => cx.t(t::replace_bounds_pieces(most)),
        FieldCode::InvalidQuantity => cx.t(t::replace_bounds(most)),
        code => error_text(cx, code),
    }
}

fn amount_error(cx: &Cx, code: FieldCode, offer: Option<&ReplaceOffer>) -> String {
    let Some(offer) = offer else {
        return error_text(cx, code);
    };
    let unit = offer.terms.sold_by.unit;
    match code {
        FieldCode::TooMuch if offer.free.amount() <= 0 => cx.t(t::REPLACE_SOLD_OUT),
        FieldCode::TooMuch => cx.t(t::replace_free_only(quantity_text(cx, offer.free, unit))),
        FieldCode::InvalidQuantity => cx.t(t::REPLACE_AMOUNT_HINT),
        code => error_text(cx, code),
    }
}

/// The wrong fields for the summary at the top.
fn wrong_fields(cx: &Cx, page: &ReplacePage) -> Vec<WrongField> {
    let field = |name: &str, label: String, text: &dyn Fn(FieldCode) -> String| {
        page.errors.of(name).map(|code| WrongField {
            name: name.to_owned(),
            label,
            text: text(code),
        })
    };
    let general = |code| error_text(cx, code);
    let of_line = page.line.as_ref().and_then(|line| {
        let label = cx.t(t::replace_missing(store_unit(cx, line.unit)));
        field("missing", label, &|code| missing_error(cx, code, line))
    });
    [
        field("line", cx.t(t::REPLACE_LINE), &general),
        of_line,
        field("offer", cx.t(t::REPLACE_OFFER), &general),
        field("amount", cx.t(t::REPLACE_AMOUNT), &|code| {
            amount_error(cx, code, page.offer.as_ref())
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}
