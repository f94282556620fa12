//! Messages the shop would send, for the operator to read while no provider is connected.

use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::outbox::{self, OutboxMessage};

use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::routes::{Account, SignOut};
use crate::ui::Moment;

/// The newest messages; only the Centre finds this page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let messages = service::outbox::messages(cx.shop(), cx.actor()).await?;
    Ok(cx.page(Meta::private(cx.t(t::CENTRE_OUTBOX_TITLE)), || {
        view! { <OutboxPage cx=cx.clone() messages/> }
    }))
}

/// The messages, those about money at the top.
#[component]
fn OutboxPage(
    /// The request.
    cx: Cx,
    /// The messages.
    messages: Vec<OutboxMessage>,
) -> impl IntoView {
    let list = if messages.is_empty() {
        view! { <p class="c-empty">{cx.t(t::CENTRE_OUTBOX_EMPTY)}</p> }.into_any()
    } else {
        view! { <MessageTable cx=cx.clone() messages/> }.into_any()
    };
    view! {
        <div class="c-stack c-dense">
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::CENTRE_OUTBOX_TITLE)}</h1>
                <a class="c-button c-button--quiet" href=cx.url(&Account::new())>{cx.t(t::ACCOUNT_TITLE)}</a>
                <form method="post" action=cx.url(&SignOut::new())>
                    <button class="c-button c-button--quiet">{cx.t(t::ACCOUNT_SIGN_OUT)}</button>
                </form>
            </div>
            <p class="c-lead">{cx.t(t::CENTRE_OUTBOX_TEXT)}</p>
            {list}
        </div>
    }
    .into_any()
}

/// A row a message.
#[component]
fn MessageTable(
    /// The request.
    cx: Cx,
    /// The messages.
    messages: Vec<OutboxMessage>,
) -> impl IntoView {
    let when = cx.t(t::CENTRE_OUTBOX_WHEN);
    let topic = cx.t(t::CENTRE_OUTBOX_TOPIC);
    let to = cx.t(t::CENTRE_OUTBOX_TO);
    let text = cx.t(t::CENTRE_OUTBOX_MESSAGE);
    let rows = messages
        .into_iter()
        .map(|message| {
            view! {
                <tr data-testid="outbox-message" data-topic=message.topic.clone()>
                    <td data-label=when.clone()><Moment at=message.at cx=cx.clone()/></td>
                    <td data-label=topic.clone()>{kind(&cx, &message.topic)}</td>
                    <td data-label=to.clone()><bdi dir="ltr">{message.to}</bdi></td>
                    <td data-label=text.clone() dir="auto" data-testid="outbox-text">{message.text}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="c-table">
            <thead>
                <tr>
                    <th scope="col">{when}</th>
                    <th scope="col">{topic}</th>
                    <th scope="col">{to}</th>
                    <th scope="col">{text}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// What the Centre has to do about a message, where it must do something itself; else the word of its kind.
fn kind(cx: &Cx, topic: &str) -> AnyView {
    let text = match topic {
        outbox::REFUND_DUE => t::CENTRE_OUTBOX_REFUND_DUE,
        outbox::REFUND_LATE => t::CENTRE_OUTBOX_REFUND_LATE,
        outbox::PAYMENT_LOWERED => t::CENTRE_OUTBOX_PAYMENT_LOWERED,
        other => return view! { <bdi dir="ltr">{other.to_owned()}</bdi> }.into_any(),
    };
    view! { <strong>{cx.t(text)}</strong> }.into_any()
}
