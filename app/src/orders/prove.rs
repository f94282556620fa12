//! Showing that the phone of an order is one's own, by a code sent there: the goods are held longer then.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, OrderCode};
use l10n::{format, t};
use leptos::prelude::*;
use service::orders::{OrderAccess, OrderGroupView, Proof};

use super::page::NotDone;
use super::{access, page};
use crate::account::guesser;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::routes::{Named, Order, OrderProof, OrderProofCode};
use crate::ui::{Html, IntoHtml, TextField, error_text, field_id};

/// Sends the code to the order's phone.
pub async fn send_code(cx: Cx, Named(code): Named<OrderCode>, form: Form) -> PageResult<Response> {
    let access = access(&cx, &code).ok_or(domain::ErrorCode::NotFound)?;
    let sent = service::orders::send_proof_code(&shop_for(&cx, &form)?, &access, &guesser(&cx)).await;
    answer(&cx, &access, sent, "code-sent=1#prove").await
}

/// Takes the code.
pub async fn prove(cx: Cx, Named(code): Named<OrderCode>, form: Form) -> PageResult<Response> {
    let access = access(&cx, &code).ok_or(domain::ErrorCode::NotFound)?;
    let proved = service::orders::prove(cx.shop(), &access, form.get("code"), &guesser(&cx)).await;
    answer(&cx, &access, proved, "proved=1").await
}

/// The order's page: at its own address when something was done, else with the reason on it.
async fn answer(
    cx: &Cx,
    access: &OrderAccess,
    answer: Result<Proof, service::Error>,
    done: &str,
) -> PageResult<Response> {
    let code = access.code().to_string();
    let url = cx.url(&Order::new(&code));
    let (status, not_done) = match answer {
        Ok(Proof::Done) => return Ok(cx.see(&format!("{url}?{done}"))),
        Ok(Proof::NotNeeded) => return Ok(cx.see(&url)),
        Err(service::Error::Fields(errors)) => {
            let not_done = NotDone {
                code: errors.of("code"),
                ..NotDone::default()
            };
            (StatusCode::UNPROCESSABLE_ENTITY, not_done)
        }
        Err(service::Error::TooMany { seconds }) => {
            let not_done = NotDone {
                wait: Some(seconds),
                ..NotDone::default()
            };
            (StatusCode::TOO_MANY_REQUESTS, not_done)
        }
        Err(service::Error::Refused(refusal)) => {
            let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::CONFLICT);
            (status, NotDone::refused(refusal))
        }
        Err(error) => return Err(error.into()),
    };
    page::render(&cx.standing_at(&Order::new(&code)), status, access, not_done).await
}

/// Asks for the code, and sends it.
#[component]
pub(super) fn ProvePhone(
    /// The order group.
    group: OrderGroupView,
    /// What is wrong with the code that was typed.
    error: Option<FieldCode>,
) -> Html {
    let cx = Cx::here();
    if !group.can_prove {
        return Html::new("");
    }
    let code = group.code.to_string();
    let until = format::date_time(cx.locale(), group.expires_at);
    let error_text = error.map(|code| why(&cx, code)).unwrap_or_default();
    // Where the code is typed: the top of the page is out of sight there.
    let sent = (cx.query() == "code-sent=1").then(|| view! { <SentNotice group=group.clone()/> });
    view! {
        <section class="c-card c-stack" id="prove" data-testid="prove-phone">
            <h2 class="c-card__title">{cx.t(t::ORDERS_PROVE_TITLE)}</h2>
            {sent}
            <p>{cx.tv(t::orders_prove_text(group.phone_masked, until))}</p>
            <form method="post" action=cx.url(&OrderProofCode::new(&code)) data-testid="prove-send">
                <FormKey/>
                <p><button class="c-button">{cx.t(t::ORDERS_PROVE_SEND)}</button></p>
            </form>
            <form class="c-form" method="post" action=cx.url(&OrderProof::new(&code)) novalidate data-testid="prove">
                <TextField
                    name="code"
                    label=cx.t(t::ORDERS_PROVE_CODE)
                    value=""
                    error
                    error_text
                    inputmode="numeric"
                    autocomplete="one-time-code"
                    is_ltr=true
                    is_short=true
                    maxlength=24
                />
                <p><button class="c-button c-button--primary">{cx.t(t::ORDERS_PROVE_CONFIRM)}</button></p>
            </form>
        </section>
    }
    .into_html()
}

/// What is wrong with the code, at the top of the page; a code is not put back, so nothing is said of what was typed.
#[component]
pub(super) fn WrongCode(
    /// What is wrong; nothing is shown without it.
    error: Option<FieldCode>,
) -> Html {
    let cx = Cx::here();
    error
        .map(|code| {
            view! {
                <div class="c-notice c-notice--error" id="errors" role="alert" tabindex="-1" data-testid="wrong-code">
                    <p><a href=format!("#{}", field_id("code"))>{cx.t(t::ORDERS_PROVE_CODE)}</a>" — "{why(&cx, code)}</p>
                </div>
            }
        })
        .into_html()
}

fn why(cx: &Cx, code: FieldCode) -> String {
    match code {
        FieldCode::InvalidCode => cx.t(t::ORDERS_PROVE_WRONG),
        other => error_text(cx, other),
    }
}

/// That a code is on its way.
#[component]
fn SentNotice(
    /// The order group.
    group: OrderGroupView,
) -> Html {
    let cx = Cx::here();
    group
        .can_prove
        .then(|| {
            view! {
                <div class="c-notice" id="notice" role="status" data-testid="code-sent">
                    <p>{cx.tv(t::orders_prove_sent(group.phone_masked))}</p>
                </div>
            }
        })
        .into_html()
}

/// That the phone is proved, and until when the goods are held for it.
#[component]
pub(super) fn ProvedNotice(
    /// The order group.
    group: OrderGroupView,
) -> Html {
    let cx = Cx::here();
    let is_held = group.holds_until.is_none() && group.status == domain::OrderGroupStatus::Placed;
    is_held
        .then(|| {
            let until = format::date_time(cx.locale(), group.expires_at);
            view! {
                <div class="c-notice c-notice--good" id="notice" role="status" data-testid="phone-proved">
                    <p>{cx.tv(t::orders_prove_done(until))}</p>
                </div>
            }
        })
        .into_html()
}
