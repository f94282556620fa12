//! What people look at: lists with pictures, a bar and a number in each line. The bar says nothing that the number does not.

use domain::{Direction, Views};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::studio::{LookedAt, Readership};

use crate::cx::Cx;
use crate::routes::StudioProduct;
use crate::ui::{Html, IntoHtml, Shape, ShopPicture, ShownName};

/// Height of a bar, in hundredths of the width of the longest.
const HEIGHT: u8 = 3;

/// The shop page, products, and pictures.
#[component]
pub(super) fn ReadershipLists(
    /// What was looked at.
    readership: Readership,
) -> Html {
    let cx = Cx::here();
    if readership.is_empty() {
        return view! {
            <section class="c-card c-stack" data-testid="readership">
                <h2 class="c-card__title">{cx.t(t::FIGURES_VIEWS)}</h2>
                <p class="c-muted">{cx.t(t::FIGURES_VIEWS_NONE)}</p>
            </section>
        }
        .into_html();
    }
    let page = readership.page.map(|views| {
        view! {
            <dl class="c-summary">
                <div><dt>{cx.t(t::STUDIO_SHOP_TITLE)}</dt><dd data-testid="page-views">{times(&cx, views)}</dd></div>
            </dl>
        }
    });
    view! {
        <section class="c-card c-stack" data-testid="readership">
            <h2 class="c-card__title">{cx.t(t::FIGURES_VIEWS)}</h2>
            <p class="c-muted">{cx.t(t::FIGURES_VIEWS_NOTE)}</p>
            {page}
            <Lines title=t::FIGURES_VIEWS_PRODUCTS list=readership.products word="products-viewed"/>
            <Lines title=t::FIGURES_VIEWS_PICTURES list=readership.pictures word="pictures-viewed"/>
        </section>
    }
    .into_html()
}

/// One of the lists.
#[component]
fn Lines(
    /// Its heading.
    title: Text,
    /// What was looked at most comes first.
    list: Vec<LookedAt>,
    /// Its name for tests.
    word: &'static str,
) -> Html {
    let cx = Cx::here();
    if list.is_empty() {
        return Html::new("");
    }
    let lines = list.into_iter().map(|seen| view! { <Line seen/> }).collect_view();
    view! {
        <h3>{cx.t(title)}</h3>
        <ol class="c-list" data-testid=word>{lines}</ol>
    }
    .into_html()
}

/// A product or a picture, and how often it was looked at.
#[component]
fn Line(
    /// It.
    seen: LookedAt,
) -> Html {
    let cx = Cx::here();
    let name = match seen.product {
        Some(id) => {
            let url = cx.url(&StudioProduct::new(&id.to_string()));
            view! { <a href=url><ShownName shown=seen.name/></a> }.into_html()
        }
        None => view! { <ShownName shown=seen.name/> }.into_html(),
    };
    let share = seen.share;
    // It begins where reading does.
    let x = match cx.locale().dir() {
        Direction::Rtl => 100_u8.saturating_sub(share),
        Direction::Ltr => 0,
    };
    view! {
        <li class="c-line">
            <span class="c-line__picture"><ShopPicture picture=seen.picture shape=Shape::Thumb/></span>
            <span class="c-line__body">
                {name}
                <svg viewBox=format!("0 0 100 {HEIGHT}") width="100%" fill="currentColor" aria-hidden="true">
                    <rect x=x width=share height=HEIGHT rx="1"></rect>
                </svg>
            </span>
            <span class="c-line__side">{times(&cx, seen.views)}</span>
        </li>
    }
    .into_html()
}

/// So many times; of few only that.
fn times(cx: &Cx, views: Views) -> Html {
    match views.number() {
        Some(number) => view! { <bdi>{format::number(cx.locale(), number)}</bdi> }.into_html(),
        None => cx.tv(t::FIGURES_VIEWS_FEW),
    }
}
