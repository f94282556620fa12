//! The sizes of a product: which ones buyers see, and one more of them. The fields of a new size are those of a new product
//! too.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{
    ErrorCode, FieldCode, MAX_NET_GRAMS, OfferId, OfferStatus, ProductId, Quantity, SoldAs, SoldBy, Weight, parse_stock,
};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::studio::{AmountsForm, SizeForm, Sizes, StockRow};

use super::amounts::{
    AmountPart, buyer_bounds, buyer_days, portion_bounds, sent_amounts, typed_portions, wrong_amounts,
};
use super::confirmation::StandingBadge;
use super::frame::{Done, Draft, StudioFrame};
use super::goods_words::{StepsField, price_error, size_name, steps_error, stock_error};
use super::menu::studio_meta;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::routes::{Named, StudioProduct, StudioSizes};
use crate::ui::{
    ErrorSummary, FieldError, Hidden, Html, IntoHtml, Price, RefusedNotice, ShownName, StepPrices, TextField,
    WrongField, error_of, error_text, quantity_text,
};

/// The sizes.
pub async fn show(cx: Cx, Named(product): Named<ProductId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, product, Default::default(), NotSaved::default()).await
}

/// Adds a size, or shows or hides the one that is named, or sets in which amounts it is sold.
pub async fn change(cx: Cx, Named(product): Named<ProductId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = &shop_for(&cx, &form)?;
    let sent = sent_size(&form);
    let size = || form.get("size").parse().map(OfferId).map_err(|_| ErrorCode::NotFound);
    let mut limit = None;
    let (done, word) = match form.get("command") {
        "show" => {
            let shown = service::studio::show_size(shop, cx.actor(), product, size()?, OfferStatus::Active).await;
            (shown, "done=1")
        }
        "hide" => {
            let hidden = service::studio::show_size(shop, cx.actor(), product, size()?, OfferStatus::Inactive).await;
            (hidden, "done=1")
        }
        "limit" => {
            let size = size()?;
            let amounts = sent_amounts(&form, size);
            let limited = service::studio::limit_size(shop, cx.actor(), product, size, &amounts).await;
            let is_lowered = limited.is_ok() && is_most_lowered(&cx, product, size, &amounts).await?;
            limit = Some((size, amounts));
            (limited, if is_lowered { "lowered=1" } else { "done=1" })
        }
        _ => {
            let added = service::studio::add_size(shop, cx.actor(), product, &sent).await;
            (added, "added=1")
        }
    };
    match done {
        Ok(()) => Ok(cx.see(&format!("{}?{word}", cx.url(&StudioSizes::new(&product.to_string()))))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render(&cx, not_saved.status(), product, (sent, limit), not_saved).await
        }
    }
}

/// Whether the most that was sent is another by now: it went down with the other amounts.
async fn is_most_lowered(cx: &Cx, product: ProductId, size: OfferId, amounts: &AmountsForm) -> PageResult<bool> {
    let sizes = service::studio::sizes(cx.shop(), cx.actor(), cx.locale(), product).await?;
    let saved = sizes.rows.iter().find(|row| row.offer == size);
    Ok(saved.is_some_and(|row| {
        let sold_by = row.terms.sold_by;
        parse_stock(&amounts.most, sold_by.unit) != Ok(sold_by.max)
    }))
}

/// The fields of a new size.
pub(super) fn sent_size(form: &Form) -> SizeForm {
    let field = |name: &str| form.get(name).to_owned();
    SizeForm {
        sold: field("sold"),
        net: field("net"),
        price: field("price"),
        steps: field("steps"),
        stock: field("stock"),
        least: field("least"),
        by: field("by"),
        buyer: field("buyer"),
    }
}

async fn render(
    cx: &Cx,
    status: StatusCode,
    product: ProductId,
    (typed, limit): (SizeForm, Option<(OfferId, AmountsForm)>),
    not_saved: NotSaved,
) -> PageResult<Response> {
    let sizes = service::studio::sizes(cx.shop(), cx.actor(), cx.locale(), product).await?;
    let title = cx.t(t::goods_sizes_of(sizes.name.text.as_str()));
    Ok(cx.page_with(status, studio_meta(title), || {
        view! { <StudioSizesPage sizes typed limit not_saved/> }
    }))
}

/// The list and the form for one more.
#[component]
fn StudioSizesPage(
    /// The sizes.
    sizes: Sizes,
    /// What was typed, when it could not be saved.
    typed: SizeForm,
    /// The amounts that were typed for a size, when they could not be saved.
    limit: Option<(OfferId, AmountsForm)>,
    /// Why it was not done.
    not_saved: NotSaved,
) -> Html {
    let cx = Cx::here();
    let NotSaved { errors, refused } = not_saved;
    let is_refused = refused.is_some() || !errors.is_empty();
    // The form for a new size has nothing to do with the amounts of another.
    let is_new_refused = is_refused && limit.is_none();
    let done = (!is_refused).then(|| {
        view! {
            <Done word="done=1" text=t::GOODS_DONE/>
            <Done word="added=1" text=t::GOODS_DONE/>
            <Done word="lowered=1" text=t::GOODS_MOST_LOWERED/>
        }
    });
    let limited = limit
        .as_ref()
        .and_then(|(size, amounts)| Some((sizes.rows.iter().find(|row| row.offer == *size)?, amounts)));
    let wrong = match limited {
        Some((row, amounts)) => wrong_amounts(&cx, row, amounts, &errors),
        None => wrong_size_fields(&cx, &typed, &errors, |_| None),
    };
    let url = cx.url(&StudioSizes::new(&sizes.product.to_string()));
    let back = cx.url(&StudioProduct::new(&sizes.product.to_string()));
    let rows = sizes
        .rows
        .into_iter()
        .map(|row| {
            let amounts = limit
                .as_ref()
                .filter(|(size, _)| *size == row.offer)
                .map(|(_, amounts)| amounts.clone());
            view! { <SizeRow row amounts errors=errors.clone() action=url.clone()/> }
        })
        .collect_view();
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::GOODS_SIZES)}": "<a href=back><ShownName shown=sizes.name/></a></h1>
            {done}
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            <ul class="c-list">{rows}</ul>
            <form class="c-card c-form" method="post" action=url novalidate data-testid="size-new">
                <h2 class="c-card__title">{cx.t(t::GOODS_SIZE_NEW)}</h2>
                <FormKey/>
                <SizeFields typed errors/>
                <Draft form=format!("sizes-{}", sizes.product) saved="added=1" is_refused=is_new_refused/>
                <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::GOODS_SIZE_ADD)}</button></p>
            </form>
        </StudioFrame>
    }
    .into_html()
}

/// One size: in which amounts it is sold, and the button that hides or shows it.
#[component]
fn SizeRow(
    /// The size.
    row: StockRow,
    /// The amounts as they were typed, when they could not be saved.
    amounts: Option<AmountsForm>,
    /// Fields that are not right.
    errors: FieldErrors,
    /// Where the forms go.
    action: String,
) -> Html {
    let cx = Cx::here();
    let size = size_name(&cx, &row.terms);
    let (command, text): (_, Text) = if row.is_hidden {
        ("show", t::GOODS_SIZE_SHOW)
    } else {
        ("hide", t::GOODS_SIZE_HIDE)
    };
    let named = cx.t(t::goods_step_named(cx.t(text), size.as_str()));
    let hidden = row
        .is_hidden
        .then(|| view! { <span class="c-badge c-badge--quiet">{cx.t(t::GOODS_HIDDEN)}</span> });
    let waits = row.waits.map(|state| view! { " "<StandingBadge state/> });
    let typed = amounts.unwrap_or_default();
    let was_typed = AmountPart::ALL.into_iter().any(|part| !part.typed(&typed).is_empty());
    let fields = AmountPart::ALL
        .into_iter()
        .map(|part| {
            let name = part.field(row.offer);
            let error = errors.of(&name);
            let value = if was_typed || error.is_some() {
                part.typed(&typed).to_owned()
            } else {
                part.saved(&row)
            };
            view! {
                <TextField
                    name
                    label=part.label(&cx, row.terms.sold_by.unit)
                    hint=part.hint(&cx)
                    value
                    error
                    error_text=error.map(|code| part.error(&cx, code, &row.terms, &typed)).unwrap_or_default()
                    inputmode="decimal"
                    is_ltr=true
                    is_short=true
                    may_be_empty=part.may_be_empty()
                    maxlength=20
                />
            }
        })
        .collect_view();
    let (free, sold_by) = (row.on_hand - row.reserved, row.terms.sold_by);
    let too_few = (!row.is_hidden && free > 0 && free < sold_by.min).then(|| {
        let left = quantity_text(&cx, Quantity(free), sold_by.unit);
        view! {
            <p class="c-notice c-notice--warn" data-testid="size-too-few">{cx.tv(t::goods_least_above_stock(left))}</p>
        }
    });
    let save = cx.t(t::goods_step_named(cx.t(t::GOODS_MOST_SAVE), size.as_str()));
    // A form of its own, so that hiding saves nothing; its button stands beside the other one.
    let visibility = format!("visibility-{}", row.offer);
    view! {
        <li data-testid="size">
            <span class="c-row"><bdi>{size}</bdi><Price terms=row.terms/>{hidden}{waits}</span>
            <StepPrices terms=row.terms/>
            <form method="post" action=action.clone() novalidate data-testid=format!("size-limit-{}", row.offer)>
                <FormKey/>
                <Hidden name="size" value=row.offer.to_string()/>
                <div class="c-row">{fields}</div>
                {too_few}
                <p class="c-actions">
                    <button class="c-button" name="command" value="limit" aria-label=save>{cx.t(t::GOODS_MOST_SAVE)}</button>
                    <button class="c-button" form=visibility.clone() name="command" value=command aria-label=named>
                        {cx.t(text)}
                    </button>
                </p>
            </form>
            <form method="post" action=action id=visibility data-testid=format!("size-{command}-{}", row.offer)>
                <FormKey/>
                <Hidden name="size" value=row.offer.to_string()/>
            </form>
        </li>
    }
    .into_html()
}

/// How it is sold, what a pack holds, price and stock.
#[component]
pub(super) fn SizeFields(
    /// What was typed.
    typed: SizeForm,
    /// Fields that are not right.
    errors: FieldErrors,
) -> Html {
    let cx = Cx::here();
    let chosen = SoldAs::parse(&typed.sold);
    let choices = SoldAs::ALL
        .into_iter()
        .map(|sold| {
            let (title, text) = sold_words(sold);
            view! {
                <label class="c-choice">
                    <input type="radio" name="sold" value=sold.as_str() checked=chosen == Some(sold)/>
                    <span class="c-choice__text"><strong>{cx.t(title)}</strong><small>{cx.t(text)}</small></span>
                </label>
            }
        })
        .collect_view();
    let sold_by = new_sold_by(&typed);
    let field = |name: &'static str, label: String, hint: Text, value: String| {
        let (error, error_text) = error_of(&errors, name, |code| size_error(&cx, name, code, sold_by));
        let may_be_empty = !matches!(name, "price" | "stock");
        view! {
            <TextField
                name
                label
                hint=cx.t(hint)
                value
                error
                error_text
                inputmode="decimal"
                is_ltr=true
                is_short=true
                may_be_empty
                maxlength=20
            />
        }
    };
    let are_amounts_open = [&typed.least, &typed.by, &typed.buyer]
        .into_iter()
        .any(|typed| !typed.is_empty());
    view! {
        <fieldset class="c-fieldset" id="field-sold">
            <legend>{cx.t(t::GOODS_SOLD)}</legend>
            <div class="c-choices">{choices}</div>
            <FieldError name="sold" error=errors.of("sold")/>
        </fieldset>
        {field("net", cx.t(t::GOODS_NET), t::GOODS_NET_HINT, typed.net)}
        {field("price", cx.t(t::GOODS_PRICE), t::GOODS_NEW_PRICE_HINT, typed.price)}
        <StepsField name="steps".to_owned() value=typed.steps sold_by error=errors.of("steps")/>
        {field("stock", cx.t(t::GOODS_NEW_STOCK), t::GOODS_NEW_STOCK_HINT, typed.stock)}
        <details open=are_amounts_open data-testid="size-amounts">
            <summary>{cx.t(t::GOODS_AMOUNTS)}</summary>
            {field("least", cx.t(t::GOODS_NEW_LEAST), t::GOODS_NEW_LEAST_HINT, typed.least)}
            {field("by", cx.t(t::GOODS_NEW_BY), t::GOODS_NEW_BY_HINT, typed.by)}
            {field("buyer", cx.t(t::goods_new_buyer(buyer_days(&cx))), t::GOODS_NEW_BUYER_HINT, typed.buyer)}
        </details>
    }
    .into_html()
}

const fn sold_words(sold: SoldAs) -> (Text, Text) {
    match sold {
        SoldAs::Pack => (t::GOODS_SOLD_PACK, t::GOODS_SOLD_PACK_TEXT),
        SoldAs::Weight => (t::GOODS_SOLD_WEIGHT, t::GOODS_SOLD_WEIGHT_TEXT),
    }
}

/// The wrong fields of a new size for the summary at the top; `label_of` names those that are not a size's.
pub(super) fn wrong_size_fields(
    cx: &Cx,
    typed: &SizeForm,
    errors: &FieldErrors,
    label_of: impl Fn(&str) -> Option<String>,
) -> Vec<WrongField> {
    let sold_by = new_sold_by(typed);
    errors
        .iter()
        .map(|(name, code)| WrongField {
            name: name.to_owned(),
            label: label_of(name).unwrap_or_else(|| match name {
                "sold" => cx.t(t::GOODS_SOLD),
                "net" => cx.t(t::GOODS_NET),
                "price" => cx.t(t::GOODS_PRICE),
                "steps" => cx.t(t::GOODS_STEPS),
                "least" => cx.t(t::GOODS_NEW_LEAST),
                "by" => cx.t(t::GOODS_NEW_BY),
                "buyer" => cx.t(t::goods_new_buyer(buyer_days(cx))),
                _ => cx.t(t::GOODS_NEW_STOCK),
            }),
            text: if name == "steps" {
                steps_error(cx, code, sold_by, None)
            } else {
                size_error(cx, name, code, sold_by)
            },
        })
        .collect()
}

/// How a new size is sold; in packs while nothing is chosen.
fn new_sold_by(typed: &SizeForm) -> SoldBy {
    let sold = SoldAs::parse(&typed.sold).unwrap_or(SoldAs::Pack);
    typed_portions(sold.sold_by(), &typed.least, &typed.by)
}

/// What is wrong with a field of a new size.
fn size_error(cx: &Cx, name: &str, code: FieldCode, sold_by: SoldBy) -> String {
    match (name, code) {
        ("net", FieldCode::InvalidQuantity) => {
            cx.t(t::goods_net_bounds(format::weight(cx.locale(), Weight(MAX_NET_GRAMS))))
        }
        ("price", code) => price_error(cx, code, None),
        ("stock", code) => stock_error(cx, code, sold_by.unit, None),
        ("least" | "by", FieldCode::InvalidQuantity) => portion_bounds(cx, sold_by),
        ("buyer", FieldCode::InvalidQuantity) => buyer_bounds(cx, sold_by),
        (_, code) => error_text(cx, code),
    }
}
