//! The first page of the studio: what is to be done now, each a link to just that, and the orders that have waited longest.

use axum::response::Response;
use components::{NewsOf, NewsTileView};
use domain::{Action, OrderStage, ProposalState};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::studio::StudioHome;

use super::announcements::NewAnnouncements;
use super::feedback::reviews_url;
use super::frame::{StudioFrame, may};
use super::menu::studio_meta;
use super::orders::OrderTable;
use super::orders_query::stage_url;
use super::products::Which;
use super::shop::texts::texts_url;
use super::stage::count_text;
use super::stock::short_url;
use super::support::SupportVisits;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{
    ShopPage, StudioAnnouncements, StudioCooperative, StudioFeedback, StudioOrders, StudioPacking, StudioQuestions,
    StudioReports,
};
use crate::ui::{Html, IntoHtml, ShownName};

/// What is to be done now, and the orders that have waited longest.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let home = service::studio::home(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(cx.page(studio_meta(cx.t(t::STUDIO_TITLE)), || view! { <StudioHomePage home/> }))
}

/// The overview.
#[component]
fn StudioHomePage(
    /// What it shows.
    home: StudioHome,
) -> Html {
    let cx = Cx::here();
    let reads_orders = may(&cx, Action::ReadOrders);
    let stages = [
        (OrderStage::New, t::STUDIO_STAT_WAITING),
        (OrderStage::ToPack, t::STUDIO_STAT_TO_PACK),
        (OrderStage::ToHandOver, t::STUDIO_STAT_TO_HAND_OVER),
    ];
    let orders_to_do = stages
        .into_iter()
        .filter(|_| reads_orders)
        .map(|(stage, text)| {
            let count = count_text(&cx, home.count(stage));
            let of = (stage == OrderStage::New).then_some(NewsOf::Orders);
            view! { <Tile url=stage_url(&cx, Some(stage)) count text word=stage.as_str() of/> }
        })
        .collect_view();
    let number = |count: usize| format::number(cx.locale(), i64::try_from(count).unwrap_or(i64::MAX));
    let (running_out, to_translate) = (number(home.running_out), number(home.to_translate));
    let short = (home.short > 0 && may(&cx, Action::EditProduct)).then(|| {
        let (url, count) = (short_url(&cx), number(home.short));
        view! { <Tile url count text=t::STUDIO_STAT_SHORT word="short"/> }
    });
    let page_texts = (home.page_to_translate > 0).then(|| {
        let (url, count) = (texts_url(&cx), number(home.page_to_translate));
        view! { <Tile url count text=t::STUDIO_STAT_PAGE_TEXTS word="page-texts"/> }
    });
    let sent_back = (home.sent_back > 0 && may(&cx, Action::EditProduct)).then(|| {
        let (url, count) = (Which::SentBack.url(&cx), number(home.sent_back));
        view! { <Tile url count text=t::CONFIRMATION_SENT_BACK_STAT word="sent-back"/> }
    });
    let questions = reads_orders.then(|| {
        let count = count_text(&cx, home.questions);
        let (url, of) = (cx.url(&StudioQuestions::new()), Some(NewsOf::Messages));
        view! { <Tile url count text=t::TALK_QUESTIONS_STAT word="questions" of/> }
    });
    // Also while there is none: one may come while the page is open.
    let reports = reads_orders.then(|| {
        let count = count_text(&cx, home.reports);
        let (url, of) = (cx.url(&StudioReports::new()), Some(NewsOf::Reports));
        view! { <Tile url count text=t::RETURNS_STUDIO_STAT word="reports" of/> }
    });
    let again = (home.again.number > 0).then(|| {
        let count = count_text(&cx, home.again);
        view! { <Tile url=cx.url(&StudioPacking::new()) count text=t::RETURNS_STUDIO_AGAIN_STAT word="again"/> }
    });
    let to_answer = may(&cx, Action::AnswerBuyers).then(|| {
        let asked = count_text(&cx, home.product_questions);
        let reviews = count_text(&cx, home.reviews);
        view! {
            <Tile
                url=cx.url(&StudioFeedback::new())
                count=asked
                text=t::FEEDBACK_STAT_QUESTIONS
                word="product-questions"
                of=Some(NewsOf::Asked)
            />
            <Tile
                url=reviews_url(&cx)
                count=reviews
                text=t::FEEDBACK_STAT_REVIEWS
                word="reviews"
                of=Some(NewsOf::Reviews)
            />
        }
    });
    let renamed = home.naming.map(|state| {
        let text = match state {
            ProposalState::Waiting => t::RENAMING_WAITS,
            ProposalState::SentBack => t::RENAMING_SENT_BACK,
        };
        view! { <p data-testid="renaming"><a class="c-link" href=cx.url(&StudioCooperative::new())>{cx.t(text)}</a></p> }
    });
    let waiting = reads_orders.then(|| {
        view! {
            <section class="c-stack">
                <div class="c-heading">
                    <h2>{cx.t(t::STUDIO_ORDERS_WAITING)}</h2>
                    <a class="c-link" href=cx.url(&StudioOrders::new())>{cx.t(t::STUDIO_ORDERS_ALL)}</a>
                </div>
                <OrderTable orders=home.orders.clone() empty=t::STUDIO_ORDERS_NONE_TO_DO/>
            </section>
        }
    });
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title"><ShownName shown=home.name/></h1>
                <a class="c-button" href=cx.url(&ShopPage::new(&home.slug))>{cx.t(t::STUDIO_SEE_SHOP)}</a>
            </div>
            <SupportVisits visits=home.visits/>
            <NewAnnouncements all=home.announcements/>
            {renamed}
            <section class="c-stack">
                <h2>{cx.t(t::STUDIO_TODAY_TITLE)}</h2>
                <ul class="c-stats">
                    {orders_to_do}
                    {again}
                    {reports}
                    {questions}
                    {to_answer}
                    {short}
                    {sent_back}
                    <Tile
                        url=Which::RunningOut.url(&cx)
                        count=running_out
                        text=t::STUDIO_STAT_RUNNING_OUT
                        word="running-out"
                    />
                    <Tile
                        url=Which::Texts.url(&cx)
                        count=to_translate
                        text=t::STUDIO_STAT_TRANSLATIONS
                        word="texts"
                    />
                    {page_texts}
                </ul>
            </section>
            {waiting}
            <p><a class="c-link" href=cx.url(&StudioAnnouncements::new())>{cx.t(t::ANNOUNCEMENTS_ALL)}</a></p>
        </StudioFrame>
    }
    .into_html()
}

/// How much of something is to be done, and the way there.
#[component]
fn Tile(
    /// Where that is done.
    url: String,
    /// How much, as it is shown.
    count: String,
    /// Of what.
    text: Text,
    /// Its name for tests.
    word: &'static str,
    /// What of it an open page is told.
    #[prop(default = None)]
    of: Option<NewsOf>,
) -> Html {
    let cx = Cx::here();
    let number = match of {
        Some(of) => islands::news_tile_island(NewsTileView { of, count }).into_html(),
        None => view! { <bdi>{count}</bdi> }.into_html(),
    };
    view! {
        <li>
            <a class="c-stat" href=url data-testid=format!("to-do-{word}")>
                <strong>{number}</strong>" "<span>{cx.t(text)}</span>
            </a>
        </li>
    }
    .into_html()
}
