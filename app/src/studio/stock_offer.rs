//! One size: what came in and what went, and a form for more of it.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, Locale, OfferId, Quantity, StockReason, Unit};
use l10n::t;
use leptos::prelude::*;
use service::lots::Lot;
use service::studio::{MoveForm, Movement, StockOfferPage, StockRow};

use super::frame::{Done, Draft, StudioFrame};
use super::goods_words::{PeopleWaiting, Short, most_stock, reason_word, row_name, stock_error, store_unit};
use super::lots::{LotFields, LotTable, lot_choice, lot_error, lot_label, sent_lot};
use super::menu::studio_meta;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::routes::{Named, StudioStock, StudioStockOffer};
use crate::ui::{
    Choice, ErrorSummary, FieldError, Html, IntoHtml, Moment, QuantityText, RefusedNotice, SelectField, Table,
    TextField, WrongField, error_text, quantity_text,
};

/// The field of the lot of which something went.
const FROM_LOT: &str = "from-lot";

/// The page.
pub async fn show(cx: Cx, Named(offer): Named<OfferId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, offer, MoveForm::default(), NotSaved::default()).await
}

/// Notes what came in, went or was counted.
pub async fn save(cx: Cx, Named(offer): Named<OfferId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let field = |name: &str| form.get(name).to_owned();
    let sent = MoveForm {
        reason: field("reason"),
        amount: field("amount"),
        note: field("note"),
        lot: sent_lot(&form),
        from_lot: field(FROM_LOT),
    };
    match service::studio::move_stock(&shop_for(&cx, &form)?, cx.actor(), offer, &sent).await {
        Ok(()) => Ok(cx.see(&format!(
            "{}?saved=1",
            cx.url(&StudioStockOffer::new(&offer.to_string()))
        ))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render(&cx, not_saved.status(), offer, sent, not_saved).await
        }
    }
}

async fn render(
    cx: &Cx,
    status: StatusCode,
    offer: OfferId,
    typed: MoveForm,
    not_saved: NotSaved,
) -> PageResult<Response> {
    let page = service::studio::stock_offer(cx.shop(), cx.actor(), cx.locale(), offer).await?;
    let title = cx.t(t::goods_in_and_out_of(row_name(cx, &page.row)));
    Ok(cx.page_with(status, studio_meta(title.clone()), || {
        view! { <StockOffer page title typed not_saved/> }
    }))
}

/// What is there, the form, the history.
#[component]
fn StockOffer(
    /// The size.
    page: StockOfferPage,
    /// Title of the page.
    title: String,
    /// What was typed, when it could not be saved.
    typed: MoveForm,
    /// Why it was not saved.
    not_saved: NotSaved,
) -> Html {
    let cx = Cx::here();
    let row = page.row;
    let unit = row.terms.sold_by.unit;
    let is_saved = not_saved.errors.is_empty() && not_saved.refused.is_none();
    let done = is_saved.then(|| view! { <Done word="saved=1" text=t::GOODS_SAVED/> });
    let there = cx.t(t::goods_there(store_unit(&cx, unit)));
    let wrong = wrong_fields(&cx, &typed, &not_saved, &row, &page.lots, page.source);
    let reserved = quantity_text(&cx, Quantity(row.reserved), unit);
    view! {
        <StudioFrame>
            <h1 class="c-title">{title}</h1>
            {done}
            <RefusedNotice code=not_saved.refused/>
            <ErrorSummary fields=wrong/>
            <PeopleWaiting people=row.people_waiting/>
            <Short on_hand=row.on_hand reserved=row.reserved unit orders=row.short/>
            <ul class="c-stats">
                <li class="c-stat">
                    <strong data-testid="on-hand"><QuantityText quantity=Quantity(row.on_hand) unit/></strong>" "
                    <span>{there}</span>
                </li>
            </ul>
            <p class="c-muted">{cx.tv(t::goods_reserved(reserved))}</p>
            <MoveFields offer=row.offer on_hand=row.on_hand unit source=page.source lots=page.lots.clone() typed not_saved/>
            <LotTable lots=page.lots unit reads_orders=page.reads_orders asks_centre=page.asks_centre/>
            <h2>{cx.t(t::GOODS_HISTORY)}</h2>
            <History history=page.history unit/>
            <p><a class="c-button" href=cx.url(&StudioStock::new())>{cx.t(t::GOODS_TITLE)}</a></p>
        </StudioFrame>
    }
    .into_html()
}

/// What happened, and how much of it.
#[component]
fn MoveFields(
    /// The size.
    offer: OfferId,
    /// What is there.
    on_hand: i64,
    /// Its unit.
    unit: Unit,
    /// The language of its texts.
    source: Locale,
    /// Its lots.
    lots: Vec<Lot>,
    /// What was typed.
    typed: MoveForm,
    /// Why it was not saved.
    not_saved: NotSaved,
) -> Html {
    let cx = Cx::here();
    let errors = not_saved.errors;
    let is_refused = not_saved.refused.is_some() || !errors.is_empty();
    let chosen = StockReason::parse(&typed.reason);
    let reasons = StockReason::ALL
        .into_iter()
        .filter(|reason| reason.is_given())
        .map(|reason| {
            view! {
                <label class="c-choice">
                    <input type="radio" name="reason" value=reason.as_str() checked=chosen == Some(reason)/>
                    <span class="c-choice__text"><strong>{cx.t(reason_word(reason))}</strong></span>
                </label>
            }
        })
        .collect_view();
    let wrong = errors.of("amount");
    let text = wrong
        .map(|code| amount_error(&cx, code, chosen, unit, on_hand))
        .unwrap_or_default();
    view! {
        <form
            class="c-card c-form"
            method="post"
            action=cx.url(&StudioStockOffer::new(&offer.to_string()))
            novalidate
            data-testid="stock-move"
        >
            <FormKey/>
            <fieldset class="c-fieldset" id="field-reason">
                <legend>{cx.t(t::GOODS_MOVE_TITLE)}</legend>
                <div class="c-choices">{reasons}</div>
                <FieldError name="reason" error=errors.of("reason")/>
            </fieldset>
            <TextField
                name="amount"
                label=cx.t(t::goods_amount(store_unit(&cx, unit)))
                value=typed.amount
                error=wrong
                error_text=text
                inputmode="decimal"
                is_ltr=true
                is_short=true
                maxlength=20
            />
            <LotFields typed=typed.lot errors=errors.clone() lang=source/>
            <FromLot lots unit value=typed.from_lot error=errors.of(FROM_LOT)/>
            <TextField
                name="note"
                label=cx.t(t::GOODS_NOTE)
                value=typed.note
                error=errors.of("note")
                may_be_empty=true
                maxlength=300
            />
            <Draft form=format!("stock-{offer}") is_refused/>
            <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::GOODS_MOVE)}</button></p>
        </form>
    }
    .into_html()
}

/// Of which lot it spoiled, or was sold. Nothing where there is no lot to choose.
#[component]
fn FromLot(
    /// The lots of the size.
    lots: Vec<Lot>,
    /// Unit of their amounts.
    unit: Unit,
    /// What was chosen.
    value: String,
    /// What is wrong with it.
    error: Option<FieldCode>,
) -> Html {
    let cx = Cx::here();
    let choices: Vec<Choice> = lots
        .iter()
        .filter(|lot| lot.remaining > 0)
        .map(|lot| lot_choice(&cx, lot, unit))
        .collect();
    if choices.is_empty() && error.is_none() {
        return Html::new("");
    }
    let error_text = error
        .map(|code| from_lot_error(&cx, code, &lots, &value, unit))
        .unwrap_or_default();
    view! {
        <SelectField
            name=FROM_LOT
            label=cx.t(t::GOODS_FROM_LOT)
            value
            error
            error_text
            placeholder=cx.t(t::GOODS_FROM_LOT_ANY)
            groups=vec![(String::new(), choices)]
            hint=cx.t(t::GOODS_FROM_LOT_HINT)
            may_be_empty=true
        />
    }
    .into_html()
}

/// What is wrong with the lot that was chosen.
fn from_lot_error(cx: &Cx, code: FieldCode, lots: &[Lot], chosen: &str, unit: Unit) -> String {
    let left = lots
        .iter()
        .find(|lot| lot.id.to_string() == chosen)
        .map_or(0, |lot| lot.remaining);
    match code {
        FieldCode::InvalidChoice => cx.t(t::GOODS_FROM_LOT_WRONG),
        FieldCode::TooMuch => cx.t(t::goods_from_lot_too_much(quantity_text(cx, Quantity(left), unit))),
        code => error_text(cx, code),
    }
}

/// The wrong fields for the summary at the top.
fn wrong_fields(
    cx: &Cx,
    typed: &MoveForm,
    not_saved: &NotSaved,
    row: &StockRow,
    lots: &[Lot],
    source: Locale,
) -> Vec<WrongField> {
    let reason = StockReason::parse(&typed.reason);
    let (unit, on_hand) = (row.terms.sold_by.unit, row.on_hand);
    not_saved
        .errors
        .iter()
        .map(|(name, code)| {
            let (label, text) = match name {
                "amount" => (
                    cx.t(t::goods_amount(store_unit(cx, unit))),
                    amount_error(cx, code, reason, unit, on_hand),
                ),
                "note" => (cx.t(t::GOODS_NOTE), error_text(cx, code)),
                FROM_LOT => (
                    cx.t(t::GOODS_FROM_LOT),
                    from_lot_error(cx, code, lots, &typed.from_lot, unit),
                ),
                name => match lot_label(cx, name, source) {
                    Some(label) => (label, lot_error(cx, code)),
                    None => (cx.t(t::GOODS_MOVE_TITLE), error_text(cx, code)),
                },
            };
            WrongField {
                name: name.to_owned(),
                label,
                text,
            }
        })
        .collect()
}

fn amount_error(cx: &Cx, code: FieldCode, reason: Option<StockReason>, unit: Unit, on_hand: i64) -> String {
    match (code, reason) {
        (FieldCode::TooMuch, _) => cx.t(t::goods_not_there(quantity_text(cx, Quantity(on_hand), unit))),
        (
            FieldCode::InvalidQuantity,
            Some(StockReason::Harvest | StockReason::SoldElsewhere | StockReason::Spoiled),
        ) => match unit {
            Unit::Piece => cx.t(t::goods_amount_bounds_pieces(most_stock(cx, unit))),
            _ => cx.t(t::goods_amount_bounds(most_stock(cx, unit))),
        },
        _ => stock_error(cx, code, unit, None),
    }
}

/// What changed the stock, the newest first.
#[component]
fn History(
    /// The lines.
    history: Vec<Movement>,
    /// Unit of their amounts.
    unit: Unit,
) -> Html {
    let cx = Cx::here();
    if history.is_empty() {
        return view! { <p class="c-empty">{cx.t(t::GOODS_HISTORY_EMPTY)}</p> }.into_html();
    }
    let rows = history
        .into_iter()
        .map(|line| view! { <HistoryLine line unit/> })
        .collect_view();
    let heads = vec![
        t::GOODS_WHEN,
        t::GOODS_WHY,
        t::GOODS_CHANGE,
        t::GOODS_THEN,
        t::GOODS_WHO,
    ];
    view! { <Table heads>{rows}</Table> }.into_html()
}

/// One line of it.
#[component]
fn HistoryLine(
    /// The line.
    line: Movement,
    /// Unit of its amounts.
    unit: Unit,
) -> Html {
    let cx = Cx::here();
    let sign = if line.change < 0 { "−" } else { "+" };
    let change = quantity_text(&cx, Quantity(line.change.saturating_abs()), unit);
    let who = match (line.by.as_str(), line.by_centre) {
        ("", _) => cx.tv(t::GOODS_WHO_GONE),
        (name, true) => cx.tv(t::goods_who_centre(name)),
        (name, false) => view! { <bdi>{name.to_owned()}</bdi> }.into_html(),
    };
    let lot = line.lot.map(|number| view! { " · "{cx.tv(t::goods_lot(number))} });
    let note = (!line.note.is_empty()).then(|| view! { <br/><span class="c-muted" dir="auto">{line.note}</span> });
    view! {
        <tr data-testid="stock-line" data-reason=line.reason.as_str()>
            <td data-label=cx.t(t::GOODS_WHEN)><Moment at=line.at/></td>
            <td data-label=cx.t(t::GOODS_WHY)><span>{cx.t(reason_word(line.reason))}{lot}{note}</span></td>
            <td data-label=cx.t(t::GOODS_CHANGE)><bdi dir="ltr" class="c-num">{sign}<bdi>{change}</bdi></bdi></td>
            <td data-label=cx.t(t::GOODS_THEN)><QuantityText quantity=Quantity(line.on_hand) unit/></td>
            <td data-label=cx.t(t::GOODS_WHO)>{who}</td>
        </tr>
    }
    .into_html()
}
