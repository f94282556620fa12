//! What buyer and cooperative write to one another about an order: the same part on both sides.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, FieldCode, OrderCode, OrderId, OrderParty};
use l10n::t;
use leptos::prelude::*;
use service::orders::OrderMessage;

use super::page::NotDone;
use super::{access, page};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::routes::{Named, Order, Segment};
use crate::ui::{Hidden, Html, IntoHtml, LongTextField, Moment};

/// A message that was not sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unsent {
    /// The order it is about.
    pub order: Option<OrderId>,
    /// What was typed.
    pub text: String,
    /// What is wrong with it.
    pub error: Option<FieldCode>,
    /// Why none can be sent now.
    pub refused: Option<ErrorCode>,
}

/// The buyer writes to the cooperative of one of the orders.
pub async fn ask(cx: Cx, Named(code): Named<OrderCode>, form: Form) -> PageResult<Response> {
    let access = access(&cx, &code).ok_or(ErrorCode::NotFound)?;
    let order: OrderId = Segment::parse(form.get("order")).ok_or(ErrorCode::NotFound)?;
    let typed = form.get("text");
    let shop = shop_for(&cx, &form)?;
    let unsent = |error, refused| Unsent {
        order: Some(order),
        text: typed.to_owned(),
        error,
        refused,
    };
    let (status, not_done) = match service::orders::ask(&shop, &access, order, cx.locale(), typed).await {
        Ok(()) => {
            let page = cx.url(&Order::new(&code.to_string()));
            return Ok(cx.see(&format!("{page}?written={order}#messages-{order}")));
        }
        Err(service::Error::Fields(errors)) => {
            let not_done = NotDone {
                unsent: unsent(errors.of("text"), None),
                ..NotDone::default()
            };
            (StatusCode::UNPROCESSABLE_ENTITY, not_done)
        }
        Err(service::Error::Refused(refusal)) => {
            let status = StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::CONFLICT);
            let not_done = NotDone {
                unsent: unsent(None, Some(refusal)),
                ..NotDone::refused(refusal)
            };
            (status, not_done)
        }
        Err(error) => return Err(error.into()),
    };
    page::render(
        &cx.standing_at(&Order::new(&code.to_string())),
        status,
        &access,
        not_done,
    )
    .await
}

/// The messages, and where one writes the next.
#[component]
pub(crate) fn Conversation(
    /// What was written, the oldest first.
    messages: Vec<OrderMessage>,
    /// Who reads it.
    reader: OrderParty,
    /// The order.
    order: OrderId,
    /// Where the forms go.
    action: String,
    /// Whether the reader may write.
    may_write: bool,
    /// Whether the reader may take a message out of sight.
    #[prop(optional)]
    may_hide: bool,
    /// A message that was not sent.
    unsent: Unsent,
    /// What else stands in the form in which one writes.
    #[prop(default = Html::new(""))]
    draft: Html,
) -> Html {
    let cx = Cx::here();
    if messages.is_empty() && !may_write {
        return Html::new("");
    }
    let is_open = messages.iter().any(|message| message.is_open) && may_write && reader != OrderParty::Buyer;
    let done = is_open.then(|| {
        view! {
            <form method="post" action=action.clone()>
                <FormKey/>
                <button class="c-button c-button--quiet" name="command" value="done">{cx.t(t::TALK_DONE)}</button>
            </form>
        }
    });
    let lines = messages
        .iter()
        .map(|message| view! { <Line message=message.clone() reader order action=action.clone() may_hide/> })
        .collect_view();
    let list = (!messages.is_empty()).then(|| view! { <ol class="c-talk">{lines}</ol> });
    let hint = match reader {
        OrderParty::Buyer => t::TALK_HINT_BUYER,
        _ => t::TALK_HINT_COOPERATIVE,
    };
    let is_unsent = unsent.order == Some(order);
    let unsent = if is_unsent { unsent } else { Unsent::default() };
    // The page says it at its top, which is far from here.
    let refused = unsent.refused.map(|code| {
        let text = cx.t_id(&format!("error-{}", code.as_str()));
        view! { <p class="c-notice c-notice--error" data-testid="message-refused">{text}</p> }
    });
    let sent = (cx.query() == format!("written={order}")).then(|| {
        view! {
            <p class="c-notice c-notice--good" id="notice" role="status" data-testid="message-sent">{cx.t(t::TALK_SENT)}</p>
        }
    });
    let form = may_write.then(|| {
        view! {
            <form class="c-form" method="post" action=action.clone() novalidate data-testid="write-message">
                <FormKey/>
                <Hidden name="order" value=order.to_string()/>
                <LongTextField
                    name="text"
                    id=format!("text-{order}")
                    label=cx.t(t::TALK_WRITE)
                    hint=cx.t(hint)
                    value=unsent.text
                    error=unsent.error
                    maxlength=1000
                    rows=3
                />
                {draft}
                <p><button class="c-button" name="command" value="write">{cx.t(t::TALK_SEND)}</button></p>
            </form>
        }
    });
    let is_folded = messages.is_empty() && !is_unsent;
    let form = match form {
        Some(form) if is_folded => view! {
            <details><summary>{cx.t(t::TALK_WRITE)}</summary>{form}</details>
        }
        .into_html(),
        form => form.into_html(),
    };
    view! {
        <section class="c-card c-stack" id=format!("messages-{order}") data-testid="messages">
            <h3 class="c-card__title">{cx.t(t::TALK_TITLE)}</h3>
            {sent}
            {list}
            {done}
            {refused}
            {form}
        </section>
    }
    .into_html()
}

/// What a message says, each of its lines a paragraph.
#[component]
pub(crate) fn MessageLines(
    /// The message.
    message: OrderMessage,
) -> Html {
    let lang = message.lang.bcp47();
    message
        .text
        .unwrap_or_default()
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| view! { <p dir="auto" lang=lang>{line.to_owned()}</p> })
        .collect_view()
        .into_html()
}

/// One message.
#[component]
fn Line(
    /// The message.
    message: OrderMessage,
    /// Who reads it.
    reader: OrderParty,
    /// The order.
    order: OrderId,
    /// Where the form goes.
    action: String,
    /// Whether the reader may take it out of sight.
    may_hide: bool,
) -> Html {
    let cx = Cx::here();
    let is_own = message.author == reader;
    let who = cx.t(match message.author {
        author if author == reader => t::TALK_YOU,
        OrderParty::Buyer => t::TALK_BUYER,
        OrderParty::Centre => t::TALK_CENTRE,
        _ => t::TALK_COOPERATIVE,
    });
    let hide = (may_hide && message.text.is_some()).then(|| {
        view! {
            <form method="post" action=action data-testid="hide-message">
                <FormKey/>
                <Hidden name="order" value=order.to_string()/>
                <Hidden name="message" value=message.id.to_string()/>
                <button class="c-button c-button--quiet" name="command" value="hide">{cx.t(t::TALK_HIDE)}</button>
            </form>
        }
    });
    let at = message.at;
    let text = if message.text.is_some() {
        view! { <div class="c-talk__text" data-testid="message"><MessageLines message/></div> }.into_html()
    } else {
        view! { <p class="c-muted">{cx.t(t::TALK_HIDDEN)}</p> }.into_html()
    };
    let class = if is_own {
        "c-talk__line c-talk__line--own"
    } else {
        "c-talk__line"
    };
    view! {
        <li class=class>
            <p class="c-small c-muted">{who}" · "<Moment at/></p>
            {text}
            {hide}
        </li>
    }
    .into_html()
}
