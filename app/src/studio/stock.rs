//! All prices and stock of the cooperative: one form, a row a size.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, OfferId, ProposalState, Quantity, typed_stock};
use l10n::t;
use leptos::prelude::*;
use service::FieldErrors;
use service::studio::{StockForm, StockPage, StockQuery, StockRow, TypedRow};

use super::confirmation::StandingBadge;
use super::frame::{Draft, DraftEnd, StudioFrame};
use super::goods_words::{
    ListingBadge, PeopleWaiting, Short, price_error, row_name, size_name, stock_error, store_unit,
};
use super::menu::studio_meta;
use super::product::{plain_price, sent_offers};
use super::products::{FindGoods, MAX_WORDS};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::query::{page_of, value_of, with_query};
use crate::routes::{StudioNewProduct, StudioProduct, StudioStock, StudioStockOffer};
use crate::ui::{
    ErrorSummary, Hidden, Html, IntoHtml, Paging, RefusedNotice, ShownName, StepPrices, TextField, WrongField,
    quantity_text,
};

/// The page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, StockForm::default(), None).await
}

/// Saves what was changed; the shop shows it at once.
pub async fn save(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let sent = StockForm {
        seen: form.get("seen").to_owned(),
        prices: sent_offers(&form, "price-"),
        stocks: sent_offers(&form, "stock-"),
    };
    match service::studio::save_stock(&shop_for(&cx, &form)?, cx.actor(), &sent).await {
        Ok(()) => Ok(cx.see(&address(&cx, &asked(&cx), true))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render(&cx, not_saved.status(), sent, Some(not_saved)).await
        }
    }
}

/// The value of `show` for the sizes of which orders hold more than there is.
const SHORT: &str = "short";
/// Rows that are seen at once, without a search.
const FEW: usize = 20;

/// Which sizes the address asks for.
fn asked(cx: &Cx) -> StockQuery {
    StockQuery {
        page: page_of(cx.query()),
        words: value_of(cx.query(), "q").trim().chars().take(MAX_WORDS).collect(),
        only_short: value_of(cx.query(), "show") == SHORT,
    }
}

/// The address of such a page, and whether something was just saved there.
fn address(cx: &Cx, query: &StockQuery, is_saved: bool) -> String {
    let page = if query.page > 1 {
        query.page.to_string()
    } else {
        String::new()
    };
    let pairs = [
        ("saved", if is_saved { "1" } else { "" }),
        ("show", if query.only_short { SHORT } else { "" }),
        ("q", query.words.as_str()),
        ("page", page.as_str()),
    ];
    with_query(cx.url(&StudioStock::new()), &pairs)
}

/// The address of the sizes of which orders hold more than there is.
pub(super) fn short_url(cx: &Cx) -> String {
    let query = StockQuery {
        only_short: true,
        ..StockQuery::default()
    };
    address(cx, &query, false)
}

async fn render(cx: &Cx, status: StatusCode, sent: StockForm, not_saved: Option<NotSaved>) -> PageResult<Response> {
    let query = asked(cx);
    let page = service::studio::stock_page(cx.shop(), cx.actor(), cx.locale(), &query).await?;
    // The last one there is, where a later one was asked for.
    let query = StockQuery {
        page: page.page,
        ..query
    };
    Ok(cx.page_with(status, studio_meta(cx.t(t::GOODS_TITLE)), || {
        view! { <StudioStockPage page query sent not_saved/> }
    }))
}

/// The rows and the button.
#[component]
fn StudioStockPage(
    /// What is saved.
    page: StockPage,
    /// What was asked for.
    query: StockQuery,
    /// What was typed, when it could not be saved.
    sent: StockForm,
    /// Why it was not saved.
    not_saved: Option<NotSaved>,
) -> Html {
    let cx = Cx::here();
    let NotSaved { errors, refused } = not_saved.unwrap_or_default();
    // What was sent back waits for nobody: saving stock beside it sends nothing to the Centre.
    let saved = if page.rows.iter().any(|row| row.waits == Some(ProposalState::Waiting)) {
        t::CONFIRMATION_SAVED
    } else {
        t::GOODS_SAVED
    };
    let done = (errors.is_empty() && refused.is_none() && cx.query().starts_with("saved=1"))
        .then(|| view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(saved)}</p></div> });
    // What is shown now goes along: saving what somebody else changed meanwhile is then a decision, not an accident.
    let seen = page.seen();
    let (at, pages) = (page.page, page.pages);
    let here = address(&cx, &query, false);
    let beside = |number: u32| {
        let query = StockQuery {
            page: number,
            ..query.clone()
        };
        address(&cx, &query, false)
    };
    let previous = (at > 1).then(|| beside(at - 1));
    let next = (at < pages).then(|| beside(at + 1));
    let is_narrowed = query.only_short || !query.words.is_empty();
    let find = (is_narrowed || pages > 1 || page.rows.len() > FEW).then(|| {
        let url = cx.url(&StudioStock::new());
        let all = is_narrowed.then(|| url.clone());
        let show = if query.only_short { SHORT } else { "" };
        view! { <FindGoods url show words=query.words.clone() all testid="find-stock"/> }
    });
    // What is typed on one page is none of another's.
    let draft = match (query.only_short, query.words.as_str()) {
        (false, "") => format!("stock-page-{at}"),
        (is_short, words) => format!("stock-page-{at}-{is_short}-{words}"),
    };
    let mut typed: HashMap<OfferId, TypedRow> = sent.typed(&page.rows);
    let wrong = wrong_fields(&cx, &page.rows, &errors);
    let is_refused = refused.is_some() || !errors.is_empty();
    let short = short_sizes(&cx, &page.rows);
    let is_empty = page.rows.is_empty();
    let rows = page
        .rows
        .into_iter()
        .map(|row| {
            let typed = typed.remove(&row.offer).unwrap_or_default();
            view! { <Row row typed errors=errors.clone()/> }
        })
        .collect_view();
    let form = if is_empty {
        let text = if is_narrowed {
            t::STUDIO_PRODUCTS_NONE
        } else {
            t::GOODS_EMPTY
        };
        // What was saved and is not among these any more has no form here that could forget it.
        let ended = done.is_some().then(|| view! { <DraftEnd form=draft/> });
        view! { {ended}<p class="c-empty">{cx.t(text)}</p> }.into_html()
    } else {
        view! {
            <form class="c-form" method="post" action=here novalidate data-testid="stock-form">
                <FormKey/>
                <Hidden name="seen" value=seen/>
                {rows}
                <div class="c-save">
                    <Draft form=draft is_refused/>
                    <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::BUTTON_SAVE)}</button></p>
                </div>
            </form>
        }
        .into_html()
    };
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::GOODS_TITLE)}</h1>
                <a class="c-button" href=cx.url(&StudioNewProduct::new())>{cx.t(t::GOODS_NEW)}</a>
            </div>
            {done}
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            {find}
            {short}
            <p class="c-muted">{cx.t(t::GOODS_LEAD)}</p>
            {form}
            <Paging page=at pages previous next/>
        </StudioFrame>
    }
    .into_html()
}

/// Where a row stands on the page.
fn anchor(row: &StockRow) -> String {
    format!("size-{}", row.offer)
}

/// Says at the top of which sizes orders hold more than there is; nothing when there is enough of all.
fn short_sizes(cx: &Cx, rows: &[StockRow]) -> Html {
    let short: Vec<&StockRow> = rows.iter().filter(|row| row.reserved > row.on_hand).collect();
    if short.is_empty() {
        return Html::new("");
    }
    let links = short
        .into_iter()
        .map(|row| {
            let missing = quantity_text(cx, Quantity(row.reserved - row.on_hand), row.terms.sold_by.unit);
            view! {
                <li>
                    <a href=format!("#{}", anchor(row))><bdi>{row_name(cx, row)}</bdi></a>" — "
                    {cx.tv(t::goods_short_order(missing))}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="c-notice c-notice--warn" role="status" data-testid="short-sizes">
            <strong>{cx.t(t::GOODS_SHORT_TITLE)}</strong>
            <ul>{links}</ul>
        </div>
    }
    .into_html()
}

/// What a price of this size is called, with what it is for.
fn price_label(cx: &Cx, row: &StockRow) -> String {
    let priced = row.terms.priced_by;
    cx.t(t::goods_price_per(quantity_text(
        cx,
        Quantity(priced.reference_amount),
        priced.unit,
    )))
}

/// One size: its price, what is there, what is reserved.
#[component]
fn Row(
    /// The size as it is saved.
    row: StockRow,
    /// What was typed, where it is something else and could not be saved.
    typed: TypedRow,
    /// Fields that are not right.
    errors: FieldErrors,
) -> Html {
    let cx = Cx::here();
    let unit = row.terms.sold_by.unit;
    let (price_name, stock_name) = (format!("price-{}", row.offer), format!("stock-{}", row.offer));
    let (wrong_price, wrong_stock) = (errors.of(&price_name), errors.of(&stock_name));
    let product = cx.url(&StudioProduct::new(&row.product.to_string()));
    let history = cx.url(&StudioStockOffer::new(&row.offer.to_string()));
    let name = row_name(&cx, &row);
    let (place, price) = (anchor(&row), price_label(&cx, &row));
    let edit = cx.t(t::goods_edit(row.name.text.as_str()));
    let hidden = row
        .is_hidden
        .then(|| view! { <span class="c-badge c-badge--quiet">{cx.t(t::GOODS_HIDDEN)}</span> });
    let reserved = quantity_text(&cx, Quantity(row.reserved), unit);
    view! {
        <fieldset class="c-card c-fieldset" id=place data-testid="stock-row">
            <legend class="c-hidden">{name.clone()}</legend>
            <p class="c-row">
                <a href=product aria-label=edit><ShownName shown=row.name/></a>
                <bdi class="c-muted">{size_name(&cx, &row.terms)}</bdi>
                <ListingBadge listing=row.listing/>
                {row.waits.map(|state| view! { " "<StandingBadge state/> })}
                {hidden}
            </p>
            <div class="c-pair">
                <TextField
                    name=price_name
                    label=price
                    value=typed.price.unwrap_or_else(|| plain_price(row.terms.price))
                    error=wrong_price
                    error_text=wrong_price
                        .map(|code| price_error(&cx, code, Some(row.terms.price)))
                        .unwrap_or_default()
                    inputmode="decimal"
                    is_ltr=true
                    is_short=true
                    maxlength=20
                />
                <TextField
                    name=stock_name
                    label=cx.t(t::goods_there(store_unit(&cx, unit)))
                    value=typed.stock.unwrap_or_else(|| typed_stock(row.on_hand, unit))
                    error=wrong_stock
                    error_text=wrong_stock
                        .map(|code| stock_error(&cx, code, unit, Some(row.on_hand)))
                        .unwrap_or_default()
                    inputmode="decimal"
                    is_ltr=true
                    is_short=true
                    maxlength=20
                />
            </div>
            <StepPrices terms=row.terms/>
            <p class="c-row c-row--between">
                <span class="c-muted">{cx.tv(t::goods_reserved(reserved))}</span>
                <a class="c-button c-button--quiet" href=history aria-label=cx.t(t::goods_in_and_out_of(name))>
                    {cx.t(t::GOODS_IN_AND_OUT)}
                </a>
            </p>
            <PeopleWaiting people=row.people_waiting/>
            <Short on_hand=row.on_hand reserved=row.reserved unit orders=row.short/>
        </fieldset>
    }
    .into_html()
}

/// The wrong fields for the summary at the top.
fn wrong_fields(cx: &Cx, rows: &[StockRow], errors: &FieldErrors) -> Vec<WrongField> {
    errors
        .iter()
        .filter_map(|(name, code)| {
            let (field, offer) = name.rsplit_once('-')?;
            let row = rows.iter().find(|row| row.offer.to_string() == offer)?;
            let (label, text) = field_words(cx, row, field, code);
            Some(WrongField {
                name: name.to_owned(),
                label: format!("{}: {label}", row_name(cx, row)),
                text,
            })
        })
        .collect()
}

/// What a field is called, and what is wrong with it.
fn field_words(cx: &Cx, row: &StockRow, field: &str, code: FieldCode) -> (String, String) {
    let unit = row.terms.sold_by.unit;
    if field == "price" {
        (price_label(cx, row), price_error(cx, code, Some(row.terms.price)))
    } else {
        let label = cx.t(t::goods_there(store_unit(cx, unit)));
        (label, stock_error(cx, code, unit, Some(row.on_hand)))
    }
}
