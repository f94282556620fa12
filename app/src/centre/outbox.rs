//! Messages to people: what waits, what failed, what was held back, and what the Centre decides about it.

use axum::response::Response;
use domain::{MessageId, MessageKind, MessageState};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::messages::{self, Listed, MessagePage};

use super::frame::CentreFrame;
use super::page_of;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::CentreOutbox;
use crate::ui::{Hidden, Html, IntoHtml, Moment, Paging, Table};

/// Messages in one state; without a choice what failed, or else the newest that were sent.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, None).await
}

/// Shows a code, tries a message again or gives it up.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    // No number is no message.
    let id = MessageId(form.get("id").parse().unwrap_or(0));
    let shop = &shop_for(&cx, &form)?;
    let done = match form.get("command") {
        // Showing changes nothing; each time is noted on purpose.
        "show" => {
            let code = messages::reveal_code(cx.shop(), cx.actor(), id).await?;
            // Not a redirect: a code stands in no address.
            return render(&cx, Some(code)).await;
        }
        "again" => {
            messages::try_again(shop, cx.actor(), id).await?;
            "again"
        }
        "give-up" => {
            messages::give_up(shop, cx.actor(), id).await?;
            "given-up"
        }
        _ => return Err(service::Error::NotFound.into()),
    };
    let state = MessageState::parse(form.get("state")).unwrap_or(MessageState::Dead);
    let url = cx.url(&CentreOutbox::new());
    Ok(cx.see(&format!("{url}?state={}&done={done}", state.as_str())))
}

async fn render(cx: &Cx, code: Option<String>) -> PageResult<Response> {
    let state = MessageState::parse(&value_of(cx.query(), "state"));
    let first = state.unwrap_or(MessageState::Dead);
    let mut page = messages::list(cx.shop(), cx.actor(), first, page_of(cx.query())).await?;
    if state.is_none() && page.messages.is_empty() {
        page = messages::list(cx.shop(), cx.actor(), MessageState::Sent, 1).await?;
    }
    Ok(cx.page(Meta::private(cx.t(t::CENTRE_OUTBOX_TITLE)), || {
        view! { <OutboxPage page code/> }
    }))
}

/// A page of messages.
#[component]
fn OutboxPage(
    /// The messages.
    page: MessagePage,
    /// A code that was asked for.
    code: Option<String>,
) -> Html {
    let cx = Cx::here();
    let done = match value_of(cx.query(), "done").as_str() {
        "again" => Some(t::CENTRE_OUTBOX_AGAIN_DONE),
        "given-up" => Some(t::CENTRE_OUTBOX_GIVE_UP_DONE),
        _ => None,
    };
    let done = done.filter(|_| code.is_none()).map(|text| {
        view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> }
    });
    let code = code.map(|code| {
        view! {
            <div class="c-notice c-notice--warn" id="notice" role="status" data-testid="code">
                <p>{cx.tv(t::centre_outbox_code_shown(code))}</p>
            </div>
        }
    });
    let by_hand = page
        .messages
        .iter()
        .any(|message| message.by_hand)
        .then(|| view! { <div class="c-notice"><p>{cx.t(t::CENTRE_OUTBOX_BY_HAND)}</p></div> });
    let state = page.state;
    let (number, pages) = (page.page, page.pages);
    let place = cx.url(&CentreOutbox::new());
    let at = |number: u32| format!("{place}?state={}&page={number}", state.as_str());
    let previous = (number > 1).then(|| at(number - 1));
    let next = (number < pages).then(|| at(number + 1));
    let list = if page.messages.is_empty() {
        view! { <p class="c-empty">{cx.t(t::CENTRE_OUTBOX_EMPTY)}</p> }.into_html()
    } else {
        view! { <MessageTable messages=page.messages/> }.into_html()
    };
    view! {
        <CentreFrame title=t::CENTRE_OUTBOX_TITLE>
            {done}
            {code}
            <p class="c-lead">{cx.t(t::CENTRE_OUTBOX_LEAD)}</p>
            <States state counts=page.counts/>
            {by_hand}
            {list}
            <Paging page=number pages previous next/>
        </CentreFrame>
    }
    .into_html()
}

const fn state_name(state: MessageState) -> Text {
    match state {
        MessageState::Waiting => t::CENTRE_STATE_WAITING,
        MessageState::Dead => t::CENTRE_STATE_DEAD,
        MessageState::Suppressed => t::CENTRE_STATE_SUPPRESSED,
        MessageState::GivenUp => t::CENTRE_STATE_GIVEN_UP,
        MessageState::Lapsed => t::CENTRE_STATE_LAPSED,
        MessageState::Sent => t::CENTRE_STATE_SENT,
    }
}

/// The lists, with how many stand in each.
#[component]
fn States(
    /// The list shown.
    state: MessageState,
    /// How many there are in each.
    counts: Vec<(MessageState, u64)>,
) -> Html {
    let cx = Cx::here();
    let links = counts
        .into_iter()
        .map(|(other, count)| {
            let url = format!("{}?state={}", cx.url(&CentreOutbox::new()), other.as_str());
            let count = format::number(cx.locale(), i64::try_from(count).unwrap_or(i64::MAX));
            view! {
                <a href=url aria-current=(other == state).then_some("page")>
                    {cx.t(state_name(other))}" "<bdi class="c-num">{count}</bdi>
                </a>
            }
        })
        .collect_view();
    view! { <nav class="c-tabs" aria-label=cx.t(t::CENTRE_OUTBOX_STATES)>{links}</nav> }.into_html()
}

/// A row a message.
#[component]
fn MessageTable(
    /// The messages.
    messages: Vec<Listed>,
) -> Html {
    let heads = vec![
        t::CENTRE_OUTBOX_WHEN,
        t::CENTRE_OUTBOX_TOPIC,
        t::CENTRE_OUTBOX_TO,
        t::CENTRE_OUTBOX_MESSAGE,
    ];
    let rows = messages
        .into_iter()
        .map(|message| view! { <MessageRow message/> })
        .collect_view();
    view! {
        <Table heads>{rows}</Table>
    }
    .into_html()
}

/// One message.
#[component]
fn MessageRow(
    /// The message.
    message: Listed,
) -> Html {
    let cx = Cx::here();
    let label = |text: Text| cx.t(text);
    let is_code = message.kind == MessageKind::OneTimeCode;
    let text = match message.text {
        Some(text) => {
            view! { <p dir="auto" lang=message.lang.bcp47() data-testid="outbox-text">{text}</p> }.into_html()
        }
        None if is_code => view! { <p class="c-muted">{cx.t(t::CENTRE_OUTBOX_CODE_HIDDEN)}</p> }.into_html(),
        None => view! { <p class="c-muted">{cx.t(t::CENTRE_OUTBOX_GONE)}</p> }.into_html(),
    };
    let why = why(&cx, message.state, &message.reason, message.attempts, message.next_at);
    let button = |command: &'static str, text: Text| {
        view! {
            <form method="post" action=cx.url(&CentreOutbox::new()) data-testid=format!("message-{command}")>
                <FormKey/>
                <Hidden name="id" value=message.id.to_string()/>
                <Hidden name="state" value=message.state.as_str()/>
                <button class="c-button" name="command" value=command>{cx.t(text)}</button>
            </form>
        }
    };
    let show = message.can_reveal.then(|| button("show", t::CENTRE_OUTBOX_CODE_SHOW));
    let again = message.can_try_again.then(|| button("again", t::CENTRE_OUTBOX_AGAIN));
    let give_up = message.can_give_up.then(|| button("give-up", t::CENTRE_OUTBOX_GIVE_UP));
    view! {
        <tr data-testid="outbox-message" data-kind=message.kind.as_str()>
            <td data-label=label(t::CENTRE_OUTBOX_WHEN)><Moment at=message.at/></td>
            <td data-label=label(t::CENTRE_OUTBOX_TOPIC)>{cx.t(messages::label(message.kind))}</td>
            <td data-label=label(t::CENTRE_OUTBOX_TO)><bdi dir="ltr">{message.to}</bdi></td>
            <td class="c-table__text" data-label=label(t::CENTRE_OUTBOX_MESSAGE)>
                {text}
                {why}
                <div class="c-actions">{show}{again}{give_up}</div>
            </td>
        </tr>
    }
    .into_html()
}

/// Why a message was not sent, and when it is tried next.
fn why(cx: &Cx, state: MessageState, reason: &str, attempts: i64, next_at: Option<i64>) -> Option<Html> {
    if state == MessageState::Suppressed {
        let text = match reason {
            "number" => t::CENTRE_OVER_NUMBER,
            "receiver" => t::CENTRE_OVER_RECEIVER,
            "network" => t::CENTRE_OVER_NETWORK,
            "country" => t::CENTRE_OVER_COUNTRY,
            _ => t::CENTRE_OVER_ALL,
        };
        return Some(view! { <p class="c-muted">{cx.t(text)}</p> }.into_html());
    }
    if attempts == 0 || state == MessageState::Sent {
        return None;
    }
    let next = next_at.map(|at| cx.t(t::centre_outbox_next(format::date_time(cx.locale(), at))));
    let answer = (!reason.is_empty()).then(|| cx.tv(t::centre_outbox_answer(reason)));
    Some(view! { <p class="c-muted">{cx.t(t::centre_outbox_attempts(attempts))}" "{next}" "{answer}</p> }.into_html())
}
