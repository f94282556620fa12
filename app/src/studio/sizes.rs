//! The sizes of a product: which ones buyers see, and one more of them. The fields of a new size are those of a new product
//! too.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{
    ErrorCode, FieldCode, MAX_NET_GRAMS, OfferId, OfferStatus, OfferTerms, ProductId, Quantity, SoldAs, SoldBy, Unit,
    Weight, typed_stock,
};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::studio::{SizeForm, Sizes, StockRow};

use super::confirmation::StandingBadge;
use super::frame::{Done, Draft, StudioFrame};
use super::goods_words::{StepsField, price_error, size_name, steps_error, stock_error, store_unit};
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

/// Adds a size, or shows, hides or limits the one that is named.
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
            let most = form.get(&most_field(size));
            limit = Some((size, most.to_owned()));
            let limited = service::studio::limit_size(shop, cx.actor(), product, size, most).await;
            (limited, "done=1")
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

/// The fields of a new size.
pub(super) fn sent_size(form: &Form) -> SizeForm {
    let field = |name: &str| form.get(name).to_owned();
    SizeForm {
        sold: field("sold"),
        net: field("net"),
        price: field("price"),
        steps: field("steps"),
        stock: field("stock"),
    }
}

async fn render(
    cx: &Cx,
    status: StatusCode,
    product: ProductId,
    (typed, limit): (SizeForm, Option<(OfferId, String)>),
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
    /// The most per purchase that was typed for a size, when it could not be saved.
    limit: Option<(OfferId, String)>,
    /// Why it was not done.
    not_saved: NotSaved,
) -> Html {
    let cx = Cx::here();
    let NotSaved { errors, refused } = not_saved;
    let is_refused = refused.is_some() || !errors.is_empty();
    let done = (!is_refused).then(|| {
        view! {
            <Done word="done=1" text=t::GOODS_DONE/>
            <Done word="added=1" text=t::GOODS_DONE/>
        }
    });
    let mut wrong = wrong_size_fields(&cx, &typed, &errors, |_| None);
    let limited = limit
        .as_ref()
        .and_then(|(size, _)| sizes.rows.iter().find(|row| row.offer == *size));
    if let (Some(row), Some(field)) = (limited, wrong.first_mut()) {
        field.label = most_label(&cx, &row.terms);
        let code = errors.of(&most_field(row.offer));
        field.text = code.map(|code| most_error(&cx, code, &row.terms)).unwrap_or_default();
    }
    let url = cx.url(&StudioSizes::new(&sizes.product.to_string()));
    let back = cx.url(&StudioProduct::new(&sizes.product.to_string()));
    let rows = sizes
        .rows
        .into_iter()
        .map(|row| {
            let most = limit
                .as_ref()
                .filter(|(size, _)| *size == row.offer)
                .map(|(_, most)| most.clone());
            let error = errors.of(&most_field(row.offer));
            view! { <SizeRow row most error action=url.clone()/> }
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
                <Draft form=format!("sizes-{}", sizes.product) saved="added=1" is_refused/>
                <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::GOODS_SIZE_ADD)}</button></p>
            </form>
        </StudioFrame>
    }
    .into_html()
}

/// The name of the field of the most per purchase.
fn most_field(size: OfferId) -> String {
    format!("most-{size}")
}

/// What that field is called.
fn most_label(cx: &Cx, terms: &OfferTerms) -> String {
    cx.t(t::goods_most(store_unit(cx, terms.sold_by.unit)))
}

/// What is wrong with the most per purchase of a size.
fn most_error(cx: &Cx, code: FieldCode, terms: &OfferTerms) -> String {
    let sold_by = terms.sold_by;
    let amount = |amount| quantity_text(cx, Quantity(amount), sold_by.unit);
    if let (FieldCode::InvalidChoice, Some(last)) = (code, terms.steps.iter().last()) {
        return cx.t(t::goods_most_below_steps(amount(last.from)));
    }
    let most = sold_by.up_to_any().most_of(i64::MAX);
    cx.t(t::goods_most_bounds(
        amount(sold_by.min.max(1)),
        amount(most),
        amount(sold_by.step.max(1)),
    ))
}

/// One size: the most per purchase, and the button that hides or shows it.
#[component]
fn SizeRow(
    /// The size.
    row: StockRow,
    /// The most per purchase as it was typed, when it could not be saved.
    most: Option<String>,
    /// What is wrong with it.
    error: Option<FieldCode>,
    /// Where the form goes.
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
    let sold_by = row.terms.sold_by;
    let most = most.unwrap_or_else(|| typed_stock(sold_by.max, sold_by.unit));
    let save = cx.t(t::goods_step_named(cx.t(t::GOODS_MOST_SAVE), size.as_str()));
    view! {
        <li class="c-row c-row--between" data-testid="size">
            <div>
                <span class="c-row"><bdi>{size}</bdi><Price terms=row.terms/>{hidden}{waits}</span>
                <StepPrices terms=row.terms/>
                <form class="c-row" method="post" action=action.clone() novalidate data-testid=format!("size-limit-{}", row.offer)>
                    <FormKey/>
                    <Hidden name="size" value=row.offer.to_string()/>
                    <TextField
                        name=most_field(row.offer)
                        label=most_label(&cx, &row.terms)
                        value=most
                        error
                        error_text=error.map(|code| most_error(&cx, code, &row.terms)).unwrap_or_default()
                        inputmode="decimal"
                        is_ltr=true
                        is_short=true
                        maxlength=20
                    />
                    <button class="c-button" name="command" value="limit" aria-label=save>{cx.t(t::GOODS_MOST_SAVE)}</button>
                </form>
            </div>
            <form method="post" action=action data-testid=format!("size-{command}-{}", row.offer)>
                <FormKey/>
                <Hidden name="size" value=row.offer.to_string()/>
                <button class="c-button" name="command" value=command aria-label=named>{cx.t(text)}</button>
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
    let unit = unit_of(&typed);
    let of = |name: &str| error_of(&errors, name, |code| size_error(&cx, name, code, unit));
    let (wrong_net, net_text) = of("net");
    let (wrong_price, price_text) = of("price");
    let (wrong_stock, stock_text) = of("stock");
    view! {
        <fieldset class="c-fieldset" id="field-sold">
            <legend>{cx.t(t::GOODS_SOLD)}</legend>
            <div class="c-choices">{choices}</div>
            <FieldError name="sold" error=errors.of("sold")/>
        </fieldset>
        <TextField
            name="net"
            label=cx.t(t::GOODS_NET)
            hint=cx.t(t::GOODS_NET_HINT)
            value=typed.net
            error=wrong_net
            error_text=net_text
            inputmode="decimal"
            is_ltr=true
            is_short=true
            may_be_empty=true
            maxlength=20
        />
        <TextField
            name="price"
            label=cx.t(t::GOODS_PRICE)
            hint=cx.t(t::GOODS_NEW_PRICE_HINT)
            value=typed.price
            error=wrong_price
            error_text=price_text
            inputmode="decimal"
            is_ltr=true
            is_short=true
            maxlength=20
        />
        <StepsField name="steps".to_owned() value=typed.steps sold_by=new_sold_by(chosen) error=errors.of("steps")/>
        <TextField
            name="stock"
            label=cx.t(t::GOODS_NEW_STOCK)
            hint=cx.t(t::GOODS_NEW_STOCK_HINT)
            value=typed.stock
            error=wrong_stock
            error_text=stock_text
            inputmode="decimal"
            is_ltr=true
            is_short=true
            maxlength=20
        />
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
    let unit = unit_of(typed);
    let sold_by = new_sold_by(SoldAs::parse(&typed.sold));
    errors
        .iter()
        .map(|(name, code)| WrongField {
            name: name.to_owned(),
            label: label_of(name).unwrap_or_else(|| {
                cx.t(match name {
                    "sold" => t::GOODS_SOLD,
                    "net" => t::GOODS_NET,
                    "price" => t::GOODS_PRICE,
                    "steps" => t::GOODS_STEPS,
                    _ => t::GOODS_NEW_STOCK,
                })
            }),
            text: if name == "steps" {
                steps_error(cx, code, sold_by, None)
            } else {
                size_error(cx, name, code, unit)
            },
        })
        .collect()
}

/// How a new size is sold; in packs while nothing is chosen.
fn new_sold_by(chosen: Option<SoldAs>) -> SoldBy {
    chosen.unwrap_or(SoldAs::Pack).sold_by()
}

/// The unit in which what was chosen is counted.
fn unit_of(typed: &SizeForm) -> Unit {
    match SoldAs::parse(&typed.sold) {
        Some(SoldAs::Weight) => Unit::Gram,
        _ => Unit::Piece,
    }
}

/// What is wrong with a field of a new size.
fn size_error(cx: &Cx, name: &str, code: FieldCode, unit: Unit) -> String {
    match (name, code) {
        ("net", FieldCode::InvalidQuantity) => {
            cx.t(t::goods_net_bounds(format::weight(cx.locale(), Weight(MAX_NET_GRAMS))))
        }
        ("price", code) => price_error(cx, code, None),
        ("stock", code) => stock_error(cx, code, unit, None),
        (_, code) => error_text(cx, code),
    }
}
