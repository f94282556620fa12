//! The shifts of one station: correcting a count that was wrong, and closing a shift whose clerk does not.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, ShiftId, StationId, typed_price};
use l10n::t;
use leptos::prelude::*;
use service::FieldErrors;
use service::shifts::{self, ClosedShift, CorrectForm, CountForm, OpenShift, StationShifts};

use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::{value_of, with_query};
use crate::routes::{CentreStationCash, CentreStationShifts, Named};
use crate::shifts::{ClosedFacts, DrawerLines, PastShifts, left_text, read_count, reason_text, sum_too_much};
use crate::ui::{
    FieldError, Hidden, Html, IntoHtml, Moment, RefusedNotice, ShownName, amount_error_text, error_of, error_text,
    field_id,
};

/// What the field `command` says to close a shift, and the address afterwards.
const CLOSE: &str = "close";

/// What was typed about a shift.
#[derive(Clone, Debug)]
enum Typed {
    Correct(CorrectForm),
    Close(Box<CountForm>),
}

/// A form that was not carried out, with what was typed.
#[derive(Clone, Debug)]
struct NotDone {
    shift: ShiftId,
    typed: Typed,
    why: NotSaved,
}

/// The station's shifts.
pub async fn show(cx: Cx, Named(id): Named<StationId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, id, StatusCode::OK, None).await
}

/// After which shift the page of those that are over begins, as the address says.
fn after(cx: &Cx) -> Option<ShiftId> {
    value_of(cx.query(), "after").parse().ok().map(ShiftId)
}

/// A page of the station's shifts: that after this one, or the first.
fn place_of(cx: &Cx, station: StationId, after: Option<ShiftId>) -> String {
    let place = cx.url(&CentreStationShifts::new(&station.to_string()));
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    with_query(place, &[("after", after.as_str())])
}

/// Corrects a count, or closes a shift.
pub async fn work(cx: Cx, Named(id): Named<StationId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shift = ShiftId(form.get("shift").parse().unwrap_or_default());
    let shop = &shop_for(&cx, &form)?;
    let actor = cx.actor();
    let typed = if form.get("command") == CLOSE {
        Typed::Close(Box::new(read_count(&form)))
    } else {
        Typed::Correct(CorrectForm {
            counted: form.get("counted").to_owned(),
            reason: form.get("reason").to_owned(),
            seen: form.get("seen").to_owned(),
        })
    };
    let (done, word) = match &typed {
        Typed::Correct(form) => (shifts::correct(shop, actor, id, shift, form).await, "1"),
        Typed::Close(form) => (shifts::close_for(shop, actor, id, shift, form).await, CLOSE),
    };
    match done {
        Ok(()) => {
            let place = place_of(&cx, id, after(&cx));
            Ok(cx.see(&with_query(place, &[("done", word)])))
        }
        Err(error) => {
            let why = NotSaved::of(error)?;
            let status = why.status();
            render(&cx, id, status, Some(NotDone { shift, typed, why })).await
        }
    }
}

async fn render(cx: &Cx, id: StationId, status: StatusCode, not_done: Option<NotDone>) -> PageResult<Response> {
    let station = shifts::of_station(cx.shop(), cx.actor(), cx.locale(), id, after(cx)).await?;
    let title = station.station.name.text.clone();
    Ok(cx.page_with(status, Meta::private(title), || {
        view! { <StationPage station not_done/> }
    }))
}

/// The page.
#[component]
fn StationPage(
    /// The station and its shifts.
    station: StationShifts,
    /// A form that was not carried out.
    not_done: Option<NotDone>,
) -> Html {
    let cx = Cx::here();
    let done = match value_of(cx.query(), "done").as_str() {
        "1" => Some(t::SHIFT_CORRECT_DONE),
        CLOSE => Some(t::SHIFT_CLOSED_FOR),
        _ => None,
    };
    let done = done.filter(|_| not_done.is_none()).map(|text| {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div>
        }
    });
    let refused = not_done.as_ref().and_then(|form| form.why.refused);
    let stale = not_done.as_ref().filter(|form| form.why.errors.of("seen").is_some());
    let changed = stale.map(|form| {
        let text = match form.typed {
            Typed::Correct(_) => t::SHIFT_CORRECT_CHANGED,
            Typed::Close(_) => t::SHIFT_CHANGED,
        };
        view! {
            <div class="c-notice c-notice--error" id="notice" role="alert"><p>{cx.t(text)}</p></div>
        }
    });
    let shown = station.station;
    // A form is answered by the page on which it stands.
    let action = place_of(&cx, shown.id, after(&cx));
    let next = station.next.map(|last| {
        let url = place_of(&cx, shown.id, Some(last));
        view! { <p class="c-actions"><a class="c-button" rel="next" href=url>{cx.t(t::BUTTON_NEXT_PAGE)}</a></p> }
    });
    let open = station
        .open
        .into_iter()
        .map(|shift| {
            let typed = not_done.clone().filter(|form| form.shift == shift.id);
            view! { <Running shift action=action.clone() typed/> }
        })
        .collect_view();
    let cards = station
        .past
        .into_iter()
        .map(|shift| {
            let typed = not_done.clone().filter(|form| form.shift == shift.id);
            view! { <Closed shift action=action.clone() typed/> }.into_html()
        })
        .collect::<Vec<Html>>();
    view! {
        <CentreFrame title=t::SHIFT_STATIONS>
            {done}
            {changed}
            <RefusedNotice code=refused/>
            <p><a class="c-link" href=cx.url(&CentreStationCash::new())>{cx.t(t::SHIFT_STATIONS)}</a></p>
            <h2 class="c-heading"><bdi>{shown.code}</bdi>" · "<ShownName shown=shown.name/></h2>
            {open}
            <PastShifts cards/>
            {next}
        </CentreFrame>
    }
    .into_html()
}

/// A shift that runs, and the form that closes it for its clerk.
#[component]
fn Running(
    /// The shift.
    shift: OpenShift,
    /// Where the form is sent.
    action: String,
    /// What was typed, where it was not carried out.
    typed: Option<NotDone>,
) -> Html {
    let cx = Cx::here();
    let id = shift.id;
    let (form, errors, is_open) = match typed {
        Some(NotDone {
            typed: Typed::Close(form),
            why,
            ..
        }) => (*form, why.errors, true),
        _ => (CountForm::default(), FieldErrors::default(), false),
    };
    let (sum_error, sum_text) = error_of(&errors, "sum", |code| counted_text(&cx, code));
    let (left_error, left_text) = error_of(&errors, "left", |code| left_text(&cx, code));
    let (reason_error, reason_text) = error_of(&errors, "reason", |code| match code {
        FieldCode::Required => cx.t(t::SHIFT_CLOSE_FOR_WHY),
        code => error_text(&cx, code),
    });
    view! {
        <section class="c-card c-stack" data-testid="running">
            <p class="c-row">
                <span class="c-badge c-badge--good">{cx.t(t::SHIFT_OPEN_NOW)}</span>
                <bdi>{shift.clerk}</bdi>
                <span><span class="c-muted">{cx.t(t::SHIFT_SINCE)}</span>" "<Moment at=shift.since/></span>
            </p>
            <DrawerLines drawer=shift.drawer expected=shift.expected/>
            <details open=is_open>
                <summary>{cx.t(t::SHIFT_CLOSE)}</summary>
                <form class="c-form" method="post" action=action novalidate data-testid=format!("close-{id}")>
                    <p class="c-muted">{cx.t(t::SHIFT_CLOSE_FOR_TEXT)}</p>
                    <FormKey/>
                    <Hidden name="command" value=CLOSE.to_owned()/>
                    <Hidden name="shift" value=id.to_string()/>
                    <Hidden name="seen" value=shift.seen/>
                    <NumberedField
                        shift=id
                        name="sum"
                        label=cx.t(t::SHIFT_SUM)
                        value=form.sum
                        error=sum_error
                        error_text=sum_text
                        is_money=true
                    />
                    <NumberedField
                        shift=id
                        name="left"
                        label=cx.t(t::SHIFT_STAYS)
                        value=form.left
                        error=left_error
                        error_text=left_text
                        is_money=true
                    />
                    <NumberedField
                        shift=id
                        name="reason"
                        label=cx.t(t::SHIFT_CLOSE_FOR_REASON)
                        value=form.reason
                        error=reason_error
                        error_text=reason_text
                        is_money=false
                    />
                    <p><button class="c-button c-button--block">{cx.t(t::SHIFT_CLOSE)}</button></p>
                </form>
            </details>
        </section>
    }
    .into_html()
}

/// What is said of cash that was counted.
fn counted_text(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::TooMuch => sum_too_much(cx),
        code => amount_error_text(cx, code),
    }
}

/// A field of a form of which the page has several: its id has the number of the shift.
#[component]
fn NumberedField(
    /// The shift.
    shift: ShiftId,
    /// Name of the field.
    name: &'static str,
    /// What it is called on the page.
    label: String,
    /// What was typed.
    value: String,
    /// What is wrong, if anything.
    error: Option<FieldCode>,
    /// What to say of it.
    error_text: String,
    /// Whether an amount is typed here, and no words.
    is_money: bool,
) -> Html {
    let place = format!("{name}-{shift}");
    let (class, dir, inputmode, maxlength) = if is_money {
        ("c-field c-field--short", "ltr", "decimal", "20")
    } else {
        ("c-field", "auto", "text", "300")
    };
    view! {
        <div class=class>
            <label class="c-field__label" for=field_id(&place)>{label}</label>
            <input
                class="c-field__input"
                id=field_id(&place)
                name=name
                value=value
                dir=dir
                autocomplete="off"
                inputmode=inputmode
                maxlength=maxlength
                required
                aria-invalid=error.map(|_| "true")
            />
            <FieldError name=place error text=error_text/>
        </div>
    }
    .into_html()
}

/// A shift that is over, and the form that corrects its count.
#[component]
fn Closed(
    /// The shift.
    shift: ClosedShift,
    /// Where the form is sent.
    action: String,
    /// What was typed, where it was not carried out.
    typed: Option<NotDone>,
) -> Html {
    let cx = Cx::here();
    let id = shift.id;
    let seen = shift.counted.minor.to_string();
    let (form, errors, is_open) = match typed {
        Some(NotDone {
            typed: Typed::Correct(form),
            why,
            ..
        }) => (form, why.errors, true),
        _ => (CorrectForm::default(), FieldErrors::default(), false),
    };
    let counted = if is_open {
        form.counted
    } else {
        typed_price(shift.counted)
    };
    let (counted_error, counted_text) = error_of(&errors, "counted", |code| counted_text(&cx, code));
    let (reason_error, reason_text) = error_of(&errors, "reason", |code| reason_text(&cx, code));
    view! {
        <li class="c-card c-stack" data-testid="closed-shift">
            <ClosedFacts shift/>
            <details open=is_open>
                <summary>{cx.t(t::SHIFT_CORRECT)}</summary>
                <form class="c-form" method="post" action=action novalidate data-testid=format!("correct-{id}")>
                    <p class="c-muted">{cx.t(t::SHIFT_CORRECT_TEXT)}</p>
                    <FormKey/>
                    <Hidden name="shift" value=id.to_string()/>
                    <Hidden name="seen" value=seen/>
                    <NumberedField
                        shift=id
                        name="counted"
                        label=cx.t(t::SHIFT_CORRECT_COUNTED)
                        value=counted
                        error=counted_error
                        error_text=counted_text
                        is_money=true
                    />
                    <NumberedField
                        shift=id
                        name="reason"
                        label=cx.t(t::SHIFT_REASON)
                        value=form.reason
                        error=reason_error
                        error_text=reason_text
                        is_money=false
                    />
                    <p><button class="c-button c-button--block">{cx.t(t::SHIFT_CORRECT)}</button></p>
                </form>
            </details>
        </li>
    }
    .into_html()
}
