//! A clerk's shift: begun with counted cash, ended with counted cash.

use axum::http::StatusCode;
use axum::response::Response;
use domain::FieldCode;
use l10n::{Text, t};
use leptos::prelude::*;
use service::Error;
use service::shifts::{self, CountForm, OpenShift, OwnShifts};

use crate::account::sign_in_first;
use crate::centre::CentreFrame;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::{Desk, DeskShift};
use crate::shifts::{
    ClosedFacts, CountFields, DrawerLines, ElsewhereNotice, MadeAt, PastShifts, ReasonField, StartForm, elsewhere,
    is_made_elsewhere, left_text, read_count,
};
use crate::ui::{Hidden, Html, IntoHtml, Moment, RefusedNotice, TextField, amount_error_text, error_of, error_text};

/// What the field `command` says.
const OPEN: &str = "open";
const HAND_OVER: &str = "hand-over";
const CLOSE: &str = "close";

/// A form that was not carried out, with what was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    count: CountForm,
    amount: String,
    note: String,
    why: NotSaved,
}

/// The shift that runs or the form that begins one, and those before.
pub(super) async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, Typed::default()).await
}

/// Begins a shift, hands cash over, or ends it.
pub(super) async fn work(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = &shop_for(&cx, &form)?;
    let actor = cx.actor();
    let count = read_count(&form);
    let (amount, note) = (form.get("amount"), form.get("note"));
    let here = cx.url(&DeskShift::new());
    let (done, next) = match form.get("command") {
        _ if is_made_elsewhere(&cx, &form) => (Err(elsewhere()), String::new()),
        OPEN => (
            shifts::open(shop, actor, &count).await,
            format!("{}?started=1", cx.url(&Desk::new())),
        ),
        HAND_OVER => (
            shifts::hand_over(shop, actor, amount, note).await,
            format!("{here}?done={HAND_OVER}"),
        ),
        CLOSE => (shifts::close(shop, actor, &count).await, format!("{here}?done={CLOSE}")),
        _ => return Err(Error::NotFound.into()),
    };
    match done {
        Ok(()) => Ok(cx.see(&next)),
        Err(error) => {
            let why = NotSaved::of(error)?;
            let status = why.status();
            let typed = Typed {
                count,
                amount: amount.to_owned(),
                note: note.to_owned(),
                why,
            };
            render(&cx, status, typed).await
        }
    }
}

async fn render(cx: &Cx, status: StatusCode, typed: Typed) -> PageResult<Response> {
    let own = shifts::own(cx.shop(), cx.actor()).await?;
    Ok(cx.page_with(status, Meta::private(cx.t(t::SHIFT_TITLE)), || {
        view! { <ShiftPage own typed/> }
    }))
}

/// What the address says was done.
fn done_text(word: &str) -> Option<Text> {
    match word {
        HAND_OVER => Some(t::SHIFT_HANDED_OVER_DONE),
        CLOSE => Some(t::SHIFT_CLOSED),
        _ => None,
    }
}

/// The page.
#[component]
fn ShiftPage(
    /// The clerk's shifts.
    own: OwnShifts,
    /// A form that was not carried out.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let done = done_text(&value_of(cx.query(), "done")).filter(|_| !typed.why.is_any());
    let done = done.map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    // Another tab took cash while this one counted.
    let changed = typed.why.errors.of("seen").map(|_| {
        view! {
            <div class="c-notice c-notice--error" id="notice" role="alert" data-testid="shift-changed">
                <p>{cx.t(t::SHIFT_CHANGED)}</p>
            </div>
        }
    });
    let (refused, errors) = (typed.why.refused, typed.why.errors.clone());
    let now = match own.open {
        Some(shift) => view! { <Running shift typed/> }.into_html(),
        None => {
            let (count, errors) = (typed.count, typed.why.errors);
            let action = cx.url(&DeskShift::new());
            view! {
                <StartForm action command=OPEN typed=count errors left=own.left>
                    <MadeAt/>
                </StartForm>
            }
            .into_html()
        }
    };
    let cards = own
        .past
        .into_iter()
        .map(|shift| {
            view! { <li class="c-card c-stack" data-testid="closed-shift"><ClosedFacts shift/></li> }.into_html()
        })
        .collect::<Vec<Html>>();
    view! {
        <CentreFrame title=t::SHIFT_TITLE>
            {done}
            {changed}
            <ElsewhereNotice errors/>
            <RefusedNotice code=refused/>
            <p><a class="c-button" href=cx.url(&Desk::new())>{cx.t(t::DESK_TITLE)}</a></p>
            {now}
            <PastShifts cards/>
        </CentreFrame>
    }
    .into_html()
}

/// A shift that runs: its cash, the way to the Centre, and its end.
#[component]
fn Running(
    /// The shift.
    shift: OpenShift,
    /// A form that was not carried out.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let action = cx.url(&DeskShift::new());
    let seen = shift.seen.clone();
    let hand_over = view! { <HandOverForm action=action.clone() typed=typed.clone()/> };
    view! {
        <section class="c-card c-stack" data-testid="running">
            <h2 class="c-card__title">{cx.t(t::SHIFT_RUNNING)}</h2>
            <p><span class="c-muted">{cx.t(t::SHIFT_SINCE)}</span>" "<Moment at=shift.since/></p>
            <DrawerLines drawer=shift.drawer expected=shift.expected/>
            {hand_over}
        </section>
        <CloseForm action typed seen/>
    }
    .into_html()
}

/// Cash that goes to the Centre before the end.
#[component]
fn HandOverForm(
    /// Where it is sent.
    action: String,
    /// A form that was not carried out.
    typed: Typed,
) -> Html {
    let cx = Cx::here();
    let errors = &typed.why.errors;
    let (error, text) = error_of(errors, "amount", |code| match code {
        FieldCode::TooMuch => cx.t(t::SHIFT_HAND_OVER_TOO_MUCH),
        code => amount_error_text(&cx, code),
    });
    let (note_error, note_text) = error_of(errors, "note", |code| error_text(&cx, code));
    let is_open = error.is_some() || note_error.is_some();
    view! {
        <details open=is_open>
            <summary>{cx.t(t::SHIFT_HAND_OVER)}</summary>
            <form class="c-form" method="post" action=action novalidate data-testid="shift-hand-over">
                <p class="c-muted">{cx.t(t::SHIFT_HAND_OVER_TEXT)}</p>
                <FormKey/>
                <MadeAt/>
                <TextField
                    name="amount"
                    label=cx.t(t::CENTRE_MONEY_AMOUNT)
                    value=typed.amount
                    error
                    error_text=text
                    inputmode="decimal"
                    is_ltr=true
                    is_short=true
                    maxlength=20
                />
                <TextField
                    name="note"
                    label=cx.t(t::SHIFT_HAND_OVER_NOTE)
                    value=typed.note
                    error=note_error
                    error_text=note_text
                    may_be_empty=true
                    maxlength=300
                />
                <p>
                    <button class="c-button c-button--block" name="command" value=HAND_OVER>
                        {cx.t(t::SHIFT_HAND_OVER)}
                    </button>
                </p>
            </form>
        </details>
    }
    .into_html()
}

/// The count at the end.
#[component]
fn CloseForm(
    /// Where it is sent.
    action: String,
    /// A form that was not carried out.
    typed: Typed,
    /// The shift and the sum that this page shows.
    seen: String,
) -> Html {
    let cx = Cx::here();
    let errors = typed.why.errors;
    let (left_error, left_text) = error_of(&errors, "left", |code| left_text(&cx, code));
    let count = typed.count;
    view! {
        <form class="c-card c-form" method="post" action=action novalidate data-testid="shift-close">
            <h2 class="c-card__title">{cx.t(t::SHIFT_CLOSE)}</h2>
            <p class="c-muted">{cx.t(t::SHIFT_CLOSE_TEXT)}</p>
            <FormKey/>
            <MadeAt/>
            <Hidden name="seen" value=seen/>
            <CountFields typed=count.clone() errors=errors.clone()/>
            <TextField
                name="left"
                label=cx.t(t::SHIFT_STAYS)
                hint=cx.t(t::SHIFT_STAYS_HINT)
                value=count.left
                error=left_error
                error_text=left_text
                inputmode="decimal"
                is_ltr=true
                is_short=true
                maxlength=20
            />
            <ReasonField value=count.reason errors/>
            <p>
                <button class="c-button c-button--primary c-button--block" name="command" value=CLOSE>
                    {cx.t(t::SHIFT_CLOSE)}
                </button>
            </p>
        </form>
    }
    .into_html()
}
