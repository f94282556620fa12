//! What buyers write about their orders.

use axum::response::Response;
use domain::{ErrorCode, OrderId, OrderMessageId};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::studio::Question;

use super::frame::StudioFrame;
use super::menu::studio_meta;
use super::order::{self, NotTaken};
use super::orders::GoodsList;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::shop_for;
use crate::not_saved::NotSaved;
use crate::orders::{MessageLines, Unsent};
use crate::routes::{Named, Segment, StudioOrder};
use crate::ui::{Html, IntoHtml, Moment};

/// The orders whose buyers wait for an answer.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let (questions, has_more) = service::studio::questions(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(cx.page(studio_meta(cx.t(t::TALK_QUESTIONS_TITLE)), || {
        view! { <Questions questions has_more/> }
    }))
}

/// Writes to the buyer of an order, says that nothing is to be answered, or takes a message out of sight.
pub async fn answer(cx: Cx, Named(id): Named<OrderId>, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let shop = shop_for(&cx, &form)?;
    let (actor, typed) = (cx.actor(), form.get("text"));
    let page = cx.url(&StudioOrder::new(&id.to_string()));
    let done = match form.get("command") {
        "done" => {
            service::studio::need_no_answer(&shop, actor, id).await?;
            return Ok(cx.see(&page));
        }
        "hide" => {
            let message: OrderMessageId = Segment::parse(form.get("message")).ok_or(ErrorCode::NotFound)?;
            service::studio::hide_message(&shop, actor, id, message).await?;
            return Ok(cx.see(&page));
        }
        _ => service::studio::answer(&shop, actor, id, cx.locale(), typed).await,
    };
    match done {
        Ok(()) => Ok(cx.see(&format!("{page}?written={id}#messages-{id}"))),
        Err(error) => {
            let why = NotSaved::of(error)?;
            let unsent = Unsent {
                order: Some(id),
                text: typed.to_owned(),
                error: why.errors.of("text"),
                refused: why.refused,
            };
            let not_taken = NotTaken {
                unsent,
                why: Some(why.clone()),
                ..NotTaken::default()
            };
            let place = cx.standing_at(&StudioOrder::new(&id.to_string()));
            order::render(&place, why.status(), id, not_taken).await
        }
    }
}

/// The page.
#[component]
fn Questions(
    /// The orders.
    questions: Vec<Question>,
    /// Whether more wait than are shown.
    has_more: bool,
) -> Html {
    let cards: Vec<Html> = questions
        .into_iter()
        .map(|question| view! { <QuestionCard question/> }.into_html())
        .collect();
    view! { <WaitingOrders title=t::TALK_QUESTIONS_TITLE none=t::TALK_QUESTIONS_NONE cards has_more/> }.into_html()
}

/// Orders whose buyers wait for an answer, those first that have waited longest.
#[component]
pub(super) fn WaitingOrders(
    /// The page's title.
    title: Text,
    /// What it says while nobody waits.
    none: Text,
    /// Each order.
    cards: Vec<Html>,
    /// Whether more wait than are shown.
    has_more: bool,
) -> Html {
    let cx = Cx::here();
    let empty = cards.is_empty().then(|| view! { <p class="c-empty">{cx.t(none)}</p> });
    let more = has_more.then(|| {
        let count = format::number(cx.locale(), i64::try_from(cards.len()).unwrap_or(i64::MAX));
        view! { <p class="c-muted">{cx.tv(t::talk_questions_more(count))}</p> }
    });
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(title)}</h1>
            {empty}
            {cards}
            {more}
        </StudioFrame>
    }
    .into_html()
}

/// An order and what its buyer wrote.
#[component]
fn QuestionCard(
    /// The order.
    question: Question,
) -> Html {
    let cx = Cx::here();
    let order = question.order;
    let url = format!(
        "{}#messages-{}",
        cx.url(&StudioOrder::new(&order.id.to_string())),
        order.id
    );
    let asked = question
        .asked
        .into_iter()
        .map(|message| {
            view! {
                <p class="c-small c-muted"><Moment at=message.at/></p>
                <div class="c-talk__text" data-testid="question"><MessageLines message/></div>
            }
        })
        .collect_view();
    let reported = order.is_reported.then(|| {
        view! { " "<span class="c-badge c-badge--warn">{cx.t(t::RETURNS_STUDIO_BADGE)}</span> }
    });
    view! {
        <article class="c-card c-stack">
            <p>
                <strong><bdi>{order.buyer_name}</bdi></strong>" "
                <bdi dir="ltr" class="c-num" translate="no">{order.code.to_string()}</bdi>
                {reported}
            </p>
            <GoodsList lines=order.lines/>
            {asked}
            <p><a class="c-button c-button--primary" href=url>{cx.t(t::TALK_ANSWER)}</a></p>
        </article>
    }
    .into_html()
}
