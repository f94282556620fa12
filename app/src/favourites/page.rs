//! The list: what each product costs now, what is sold out, and what the shop does not show any more.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{Money, ProductId};
use l10n::{format, t};
use leptos::prelude::*;
use service::Shown;
use service::catalog::ProductCard;
use service::favourites::{Favourite, FavouriteState, MOST, list, may_keep};

use crate::cookies;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::orders::Forget;
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::{Favourites, ProductBack, Products};
use crate::ui::{Html, IntoHtml, ProductTile, RecentlySeen, ShownName};

/// Shows the list.
pub async fn show(cx: Cx) -> PageResult<Response> {
    render(&cx, StatusCode::OK, false).await
}

/// The page, as it stands or with the word that nothing more fits.
pub(super) async fn render(cx: &Cx, status: StatusCode, is_full: bool) -> PageResult<Response> {
    let favourites = match cookies::read(cx.headers(), cookies::FAVOURITES) {
        Some(cookie) => list(cx.shop(), cx.locale(), cookie).await?,
        None => Vec::new(),
    };
    let taken_off = match value_of(cx.query(), "off").parse().map(ProductId) {
        Ok(product) if favourites.iter().all(|one| one.product != product) => Some(TakenOff {
            product,
            may_return: may_keep(cx.shop(), cx.locale(), product).await?,
        }),
        _ => None,
    };
    let meta = Meta::private(cx.t(t::FAVOURITES_TITLE));
    Ok(cx.page_with(
        status,
        meta,
        || view! { <FavouritesPage favourites taken_off is_full/> },
    ))
}

/// A product that was taken off.
#[derive(Clone, Copy, Debug)]
struct TakenOff {
    /// The product.
    product: ProductId,
    /// Whether it can be put back: what the shop does not show cannot.
    may_return: bool,
}

/// The list.
#[component]
fn FavouritesPage(
    /// What is on it.
    favourites: Vec<Favourite>,
    /// What was taken off it, when something was.
    taken_off: Option<TakenOff>,
    /// Whether something was not put on it, since nothing more fits.
    is_full: bool,
) -> Html {
    let cx = Cx::here();
    let is_empty = favourites.is_empty();
    let mut there = Vec::new();
    let mut gone = Vec::new();
    for Favourite { product, state } in favourites {
        match state {
            FavouriteState::There { card, was } => {
                let card = *card;
                there.push(view! { <There card was/> });
            }
            FavouriteState::Gone(name) => gone.push(view! { <Gone product name/> }),
        }
    }
    let full = is_full.then(|| {
        view! {
            <div class="c-notice c-notice--error" id="notice" role="alert" tabindex="-1" autofocus=true>
                <p>{cx.t(t::favourites_full(format::number(cx.locale(), i64::try_from(MOST).unwrap_or(i64::MAX))))}</p>
            </div>
        }
    });
    let lead = if is_empty {
        t::FAVOURITES_EMPTY
    } else {
        t::FAVOURITES_LEAD
    };
    let products = is_empty.then(|| {
        view! { <p><a class="c-button c-button--primary" href=cx.url(&Products::new())>{cx.tv(t::CART_EMPTY_LINK)}</a></p> }
    });
    let there = (!there.is_empty()).then(|| {
        view! {
            <h2 class="c-hidden">{cx.tv(t::NAV_PRODUCTS)}</h2>
            <ul class="c-grid">{there}</ul>
        }
    });
    let gone = (!gone.is_empty()).then(|| {
        view! {
            <section class="c-section">
                <h2>{cx.tv(t::FAVOURITES_GONE)}</h2>
                <p class="c-muted">{cx.tv(t::FAVOURITES_GONE_TEXT)}</p>
                <ul class="c-list">{gone}</ul>
            </section>
        }
    });
    let forget = (!is_empty).then(|| view! { <section class="c-section"><Forget/></section> });
    view! {
        <h1 class="c-title">{cx.tv(t::FAVOURITES_TITLE)}</h1>
        {full}
        <TakenOffNotice taken_off/>
        <p class="c-lead">{cx.tv(lead)}</p>
        {products}
        {there}
        {gone}
        {forget}
        <RecentlySeen/>
    }
    .into_html()
}

/// A product that is in the shop: as in any list, with what it cost when it was put here, where that was more.
#[component]
fn There(
    /// The product.
    card: ProductCard,
    /// What it cost.
    was: Option<Money>,
) -> Html {
    let cx = Cx::here();
    let product = card.id;
    let name = card.name.text.clone();
    let was = was.map(|was| {
        let was = format::money(cx.locale(), was);
        view! { <p data-testid="was"><span class="c-badge c-badge--good">{cx.tv(t::favourites_was(was))}</span></p> }
    });
    let wait = (!card.available).then(|| {
        let url = cx.url(&ProductBack::new(&card.slug));
        view! { <p><a class="c-link" href=url rel="nofollow">{cx.tv(t::RESTOCK_LINK)}</a></p> }
    });
    view! {
        <li data-testid="favourite">
            <ProductTile card without_heart=true/>
            {was}
            {wait}
            <TakeOff product name/>
        </li>
    }
    .into_html()
}

/// A product that the shop does not show.
#[component]
fn Gone(
    /// The product.
    product: ProductId,
    /// What it is called.
    name: Shown,
) -> Html {
    let text = name.text.clone();
    view! {
        <li class="c-list__item" data-testid="favourite-gone">
            <span class="c-list__main"><ShownName shown=name/></span>
            <span class="c-list__side"><TakeOff product name=text/></span>
        </li>
    }
    .into_html()
}

/// The button that takes a product off the list.
#[component]
fn TakeOff(
    /// The product.
    product: ProductId,
    /// What it is called.
    name: String,
) -> Html {
    let cx = Cx::here();
    let label = cx.t(t::favourites_take_off_named(name));
    view! {
        <form method="post" action=cx.url(&Favourites::new())>
            <input type="hidden" name="product" value=product.get()/>
            <button class="c-button c-button--quiet" name="keep" value="0" aria-label=label>
                {cx.tv(t::FAVOURITES_OFF)}
            </button>
        </form>
    }
    .into_html()
}

/// That a product was taken off, and the way back where there is one.
#[component]
fn TakenOffNotice(
    /// The product, when one was.
    taken_off: Option<TakenOff>,
) -> Html {
    let cx = Cx::here();
    taken_off
        .map(|TakenOff { product, may_return }| {
            let undo = may_return.then(|| {
                view! {
                    <form method="post" action=cx.url(&Favourites::new())>
                        <input type="hidden" name="product" value=product.get()/>
                        <button class="c-button c-button--quiet" name="keep" value="1">{cx.t(t::CART_UNDO)}</button>
                    </form>
                }
            });
            view! {
                <div class="c-notice c-notice--good" id="notice" role="status" data-testid="taken-off">
                    <p>{cx.t(t::FAVOURITES_TAKEN_OFF)}</p>
                    {undo}
                </div>
            }
        })
        .into_html()
}
