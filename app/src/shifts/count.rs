//! Counting cash: one sum, or notes and coins, all of it without a script.

use domain::{CASH_PIECES, Currency, FieldCode, MAX_CASH, Money};
use l10n::{format, t};
use leptos::prelude::*;
use service::FieldErrors;
use service::shifts::CountForm;

use crate::cx::Cx;
use crate::form::Form;
use crate::form_key::FormKey;
use crate::ui::{Contents, Html, IntoHtml, TextField, amount_error_text, error_of, error_text};

/// Name of the field for so many pieces of this value, fen.
fn piece_name(value: i64) -> String {
    format!("piece-{value}")
}

/// What a form says of counted cash.
pub(crate) fn read_count(form: &Form) -> CountForm {
    let field = |name: &str| form.get(name).to_owned();
    CountForm {
        pieces: CASH_PIECES.map(|value| field(&piece_name(value))),
        sum: field("sum"),
        reason: field("reason"),
        left: field("left"),
        seen: field("seen"),
    }
}

/// That no drawer holds so much, and how much it can.
pub(crate) fn sum_too_much(cx: &Cx) -> String {
    let most = Money::new(MAX_CASH, Currency::Cny);
    cx.t(t::shift_sum_too_much(format::money(cx.locale(), most)))
}

/// The fields in which counted cash is typed.
#[component]
pub(crate) fn CountFields(
    /// What was typed.
    typed: CountForm,
    /// What is wrong with it.
    errors: FieldErrors,
) -> Html {
    let cx = Cx::here();
    let (error, text) = error_of(&errors, "sum", |code| match code {
        FieldCode::InvalidPrice => cx.t(t::FORM_AMOUNT),
        FieldCode::InvalidChoice => cx.t(t::SHIFT_SUM_DIFFERS),
        FieldCode::TooMuch => sum_too_much(&cx),
        code => error_text(&cx, code),
    });
    let is_by_pieces = typed.pieces.iter().any(|number| !number.trim().is_empty());
    let pieces = CASH_PIECES
        .into_iter()
        .zip(typed.pieces)
        .map(|(value, number)| {
            let name = piece_name(value);
            let (error, text) = error_of(&errors, &name, |_| cx.t(t::SHIFT_PIECE_WRONG));
            let label = cx.t(t::shift_piece(format::money(
                cx.locale(),
                Money::new(value, Currency::Cny),
            )));
            view! {
                <TextField
                    name
                    label
                    value=number
                    error
                    error_text=text
                    inputmode="numeric"
                    is_ltr=true
                    is_short=true
                    may_be_empty=true
                    maxlength=8
                />
            }
        })
        .collect_view();
    view! {
        <TextField
            name="sum"
            label=cx.t(t::SHIFT_SUM)
            hint=cx.t(t::SHIFT_SUM_HINT)
            value=typed.sum
            error
            error_text=text
            inputmode="decimal"
            is_ltr=true
            is_short=true
            maxlength=20
        />
        <details open=is_by_pieces>
            <summary>{cx.t(t::SHIFT_BY_NOTES)}</summary>
            <div class="c-form">{pieces}</div>
        </details>
    }
    .into_html()
}

/// What is said of a reason that is missing or cannot be taken.
pub(crate) fn reason_text(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::Required => cx.t(t::SHIFT_REASON_NEEDED),
        code => error_text(cx, code),
    }
}

/// What is said of what stays in the drawer.
pub(crate) fn left_text(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::TooMuch => cx.t(t::SHIFT_STAYS_TOO_MUCH),
        code => amount_error_text(cx, code),
    }
}

/// The field for the reason of a difference.
#[component]
pub(crate) fn ReasonField(
    /// What was typed.
    value: String,
    /// What is wrong with the form.
    errors: FieldErrors,
) -> Html {
    let cx = Cx::here();
    let (error, text) = error_of(&errors, "reason", |code| reason_text(&cx, code));
    view! {
        <TextField
            name="reason"
            label=cx.t(t::SHIFT_REASON)
            value
            error
            error_text=text
            may_be_empty=true
            maxlength=300
        />
    }
    .into_html()
}

/// The form that begins a shift.
#[component]
pub(crate) fn StartForm(
    /// Where it is sent.
    action: String,
    /// What its button is called in the form.
    command: &'static str,
    /// What was typed.
    typed: CountForm,
    /// What is wrong with it.
    errors: FieldErrors,
    /// What this clerk left in the drawer before, where that is known.
    left: Option<Money>,
    /// What the form carries along.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let left = left.map(|left| {
        let text = cx.t(t::shift_left_last(format::money(cx.locale(), left)));
        view! { <p data-testid="left-last">{text}</p> }
    });
    view! {
        <form class="c-card c-form" method="post" action=action novalidate data-testid="shift-open">
            <h2 class="c-card__title">{cx.t(t::SHIFT_START)}</h2>
            <p class="c-muted">{cx.t(t::SHIFT_START_TEXT)}</p>
            {left}
            <FormKey/>
            {children.into_inner()}
            <CountFields typed=typed.clone() errors=errors.clone()/>
            <ReasonField value=typed.reason errors/>
            <p>
                <button class="c-button c-button--primary c-button--block" name="command" value=command>
                    {cx.t(t::SHIFT_START)}
                </button>
            </p>
        </form>
    }
    .into_html()
}
