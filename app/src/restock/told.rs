//! What the link in a message opens: the goods that are there again or were asked about, and the end of such messages. A messenger that looks at the
//! link before its reader does ends nothing: that takes a button.

use axum::http::StatusCode;
use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::restock::{self, Told};

use super::WishLink;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::page::Meta;
use crate::routes::{BackInStock, Named, ProductQuestions};
use crate::ui::{Html, IntoHtml, ProductGrid, ShownText};

/// The page.
pub async fn show(cx: Cx, Named(link): Named<WishLink>) -> PageResult<Response> {
    let told = restock::open(cx.shop(), cx.locale(), link.as_str()).await?;
    let title = match told.answered {
        Some(_) => t::QUESTIONS_TITLE,
        None => t::RESTOCK_TOLD_TITLE,
    };
    let meta = Meta::private(cx.t(title));
    Ok(cx.page_with(StatusCode::OK, meta, || view! { <ToldPage told link/> }))
}

/// Ends such messages to this number, or takes that back.
pub async fn change(cx: Cx, Named(link): Named<WishLink>, form: Form) -> PageResult<Response> {
    if form.get("command") == "allow" {
        restock::allow(cx.shop(), link.as_str()).await?;
    } else {
        restock::stop(cx.shop(), link.as_str()).await?;
    }
    Ok(cx.see(&cx.url(&BackInStock::new(link.as_str()))))
}

/// The goods, and the button.
#[component]
fn ToldPage(
    /// What somebody was told of.
    told: Told,
    /// The link.
    link: WishLink,
) -> Html {
    let cx = Cx::here();
    let Told {
        name,
        card,
        is_refused,
        answered,
    } = told;
    let cards: Vec<_> = card.into_iter().collect();
    let is_shown = !cards.is_empty();
    let goods = if cards.is_empty() {
        view! { <p>{cx.t(t::RESTOCK_TOLD_GONE)}</p> }.into_html()
    } else {
        view! {
            <h2 class="c-hidden">{cx.tv(t::NAV_PRODUCTS)}</h2>
            <ProductGrid cards/>
        }
        .into_html()
    };
    // A product that the shop does not show has no page of questions.
    let answers = answered.filter(|_| is_shown).map(|slug| {
        let url = cx.url(&ProductQuestions::new(&slug));
        view! { <p><a class="c-link" href=url data-testid="to-answers">{cx.t(t::QUESTIONS_TITLE)}</a></p> }
    });
    let refused = is_refused.then(|| {
        view! {
            <div class="c-notice" id="notice" role="status" data-testid="refused"><p>{cx.t(t::RESTOCK_STOPPED)}</p></div>
        }
    });
    let (command, label) = if is_refused {
        ("allow", t::RESTOCK_ALLOW)
    } else {
        ("stop", t::RESTOCK_STOP)
    };
    view! {
        <h1 class="c-title"><ShownText shown=name/></h1>
        {refused}
        {answers}
        {goods}
        <form
            class="c-section"
            method="post"
            action=cx.url(&BackInStock::new(link.as_str()))
            data-testid="stop-messages"
        >
            <p class="c-muted">{cx.t(t::RESTOCK_STOP_TEXT)}</p>
            <p><button class="c-button" name="command" value=command>{cx.t(label)}</button></p>
        </form>
    }
    .into_html()
}
