//! The cart's page, as it stands or with the reason why it could not be changed.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{ErrorCode, FieldCode, OfferId};
use islands::CartPageIsland;
use l10n::{format, t};
use leptos::either::Either;
use leptos::prelude::*;
use service::cart::{CartSeller, CartView};

use super::line::CartLineItem;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::own_path::OwnPath;
use crate::page::Meta;
use crate::routes::{Cart, Checkout, Products, ShopPage};
use crate::ui::{Amount, Icon, IconName, ShownText};

/// Why the cart was not changed.
#[derive(Clone, Debug)]
pub(crate) struct CartProblem {
    /// The reason.
    pub code: ErrorCode,
    /// What is wrong with the quantity, when that is the reason.
    pub field: Option<FieldCode>,
    /// Where the buyer wanted to go on, when something was being added.
    pub back: Option<OwnPath>,
    /// Whether something was being added.
    pub is_adding: bool,
}

impl CartProblem {
    /// The problem of a whole request.
    pub fn new(code: ErrorCode) -> Self {
        Self {
            code,
            field: None,
            back: None,
            is_adding: false,
        }
    }

    /// What the buyer can mend on the cart's page; anything else gets an error page of its own.
    pub fn of(error: &service::Error) -> Option<Self> {
        match error {
            service::Error::Fields(fields) => {
                let field = fields.iter().next().map(|(_, code)| code);
                Some(Self {
                    field,
                    ..Self::new(ErrorCode::Invalid)
                })
            }
            service::Error::Refused(code) => Some(Self::new(*code)),
            _ => None,
        }
    }

    /// The same, for something that was being added from the page `back`.
    pub fn adding(self, back: Option<OwnPath>) -> Self {
        Self {
            back,
            is_adding: true,
            ..self
        }
    }
}

/// The cart's page with the status of the problem; `typed` are the quantities as they were sent.
pub(crate) async fn refused_page(cx: &Cx, typed: Vec<(OfferId, String)>, problem: CartProblem) -> PageResult<Response> {
    let status = StatusCode::from_u16(problem.code.status()).unwrap_or(StatusCode::CONFLICT);
    let view = service::cart::view(cx.shop(), cx.locale(), cx.cart()).await?;
    Ok(render(cx, status, view, typed, Some(problem)))
}

/// Renders the page.
pub(super) fn render(
    cx: &Cx,
    status: StatusCode,
    view: CartView,
    typed: Vec<(OfferId, String)>,
    problem: Option<CartProblem>,
) -> Response {
    cx.page_with(status, Meta::private(cx.t(t::CART_TITLE)), || {
        view! { <CartPage cx=cx.clone() cart=view typed problem/> }
    })
}

/// The cart.
#[component]
fn CartPage(
    /// The request.
    cx: Cx,
    /// What is in it.
    cart: CartView,
    /// Quantities as typed, when they could not be saved.
    typed: Vec<(OfferId, String)>,
    /// Why it was not changed, when it was not.
    problem: Option<CartProblem>,
) -> impl IntoView {
    let content = if cart.is_empty() {
        Either::Left(view! { <EmptyCart cx=cx.clone()/> })
    } else {
        Either::Right(view! { <FullCart cx=cx.clone() cart typed/> })
    };
    view! {
        <div class="c-stack c-stack--wide">
            <h1 class="c-title">{cx.t(t::CART_TITLE)}</h1>
            <CartNotice cx problem/>
            {content}
        </div>
    }
    .into_any()
}

/// What just happened to the cart.
#[component]
fn CartNotice(
    /// The request.
    cx: Cx,
    /// Why it was not changed, when it was not.
    problem: Option<CartProblem>,
) -> impl IntoView {
    if let Some(problem) = problem {
        let title = if problem.is_adding {
            t::CART_NOT_ADDED
        } else {
            t::ERROR_TITLE
        };
        let reason = match problem.field {
            Some(field) => cx.t_id(&format!("field-error-{}", field.as_str())),
            None => cx.t_id(&format!("error-{}", problem.code.as_str())),
        };
        let back = problem.back.map(|back| {
            view! { <p><a class="c-link" href=back.as_str().to_owned()>{cx.t(t::CART_BACK)}</a></p> }
        });
        return view! {
            <div class="c-notice c-notice--error" id="notice" role="alert">
                <strong>{cx.t(title)}</strong>
                <p>{reason}</p>
                {back}
            </div>
        }
        .into_any();
    }
    let done = match cx.query() {
        "added=1" => Some(t::CART_ADDED),
        "saved=1" => Some(t::CART_SAVED),
        _ => None,
    };
    done.map(|text| view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> })
        .into_any()
}

/// Nothing in it.
#[component]
fn EmptyCart(
    /// The request.
    cx: Cx,
) -> impl IntoView {
    view! {
        <div class="c-empty">
            <Icon name=IconName::Cart/>
            <h2>{cx.t(t::CART_EMPTY_TITLE)}</h2>
            <p>{cx.t(t::CART_EMPTY_TEXT)}</p>
            <a class="c-button c-button--primary" href=cx.url(&Products::new())>{cx.t(t::CART_EMPTY_LINK)}</a>
        </div>
    }
    .into_any()
}

/// The lines by cooperative, and the totals.
#[component]
fn FullCart(
    /// The request.
    cx: Cx,
    /// What is in it.
    cart: CartView,
    /// Quantities as typed, when they could not be saved.
    typed: Vec<(OfferId, String)>,
) -> impl IntoView {
    let totals = view! { <CartTotals cx=cx.clone() cart=cart.clone()/> };
    let sellers = cart
        .sellers
        .into_iter()
        .map(|seller| view! { <SellerLines cx=cx.clone() seller typed=typed.clone()/> })
        .collect_view();
    view! {
        <CartPageIsland>
        <div class="c-split">
            <form class="c-form" method="post" action=cx.url(&Cart::new()) novalidate data-testid="cart">
                // The return key sends a form by its first button: that must not be one that removes something.
                <button class="c-hidden" tabindex="-1" aria-hidden="true">{cx.t(t::CART_UPDATE)}</button>
                {sellers}
                <p class="c-actions">
                    <button class="c-button" data-testid="cart-update">{cx.t(t::CART_UPDATE)}</button>
                    <a class="c-button c-button--quiet" href=cx.url(&Products::new())>{cx.t(t::CART_CONTINUE)}</a>
                </p>
            </form>
            {totals}
        </div>
        </CartPageIsland>
    }
    .into_any()
}

/// What one cooperative sends.
#[component]
fn SellerLines(
    /// The request.
    cx: Cx,
    /// The cooperative and its lines.
    seller: CartSeller,
    /// Quantities as typed, when they could not be saved.
    typed: Vec<(OfferId, String)>,
) -> impl IntoView {
    // A product taken out of the shop has no cooperative to name any more.
    let name = (!seller.slug.is_empty()).then(|| {
        let url = cx.url(&ShopPage::new(&seller.slug));
        view! { <h2 class="c-card__title"><a href=url><ShownText shown=seller.name cx=cx.clone()/></a></h2> }
    });
    let lines = seller
        .lines
        .into_iter()
        .map(|line| {
            let typed = typed
                .iter()
                .find(|(offer, _)| *offer == line.offer)
                .map(|(_, quantity)| quantity.clone());
            view! { <CartLineItem cx=cx.clone() line typed/> }
        })
        .collect_view();
    view! {
        <section class="c-card" data-testid="cart-seller">
            {name}
            <ul class="c-list">{lines}</ul>
            <dl class="c-summary">
                <div>
                    <dt>{cx.t(t::CART_SELLER_GOODS)}</dt>
                    <dd data-testid="seller-goods"><Amount money=seller.goods cx=cx.clone()/></dd>
                </div>
            </dl>
        </section>
    }
    .into_any()
}

/// What it comes to, and the way to the checkout.
#[component]
fn CartTotals(
    /// The request.
    cx: Cx,
    /// What is in the cart.
    cart: CartView,
) -> impl IntoView {
    let way_on = if cart.is_orderable() {
        view! {
            <a class="c-button c-button--primary c-button--block" href=cx.url(&Checkout::new()) data-testid="checkout">
                {cx.t(t::BUTTON_CHECKOUT)}
            </a>
        }
        .into_any()
    } else {
        view! { <p class="c-notice c-notice--warn">{cx.t(t::CART_NOT_ORDERABLE)}</p> }.into_any()
    };
    view! {
        <aside class="c-card" aria-labelledby="cart-summary">
            <h2 class="c-card__title" id="cart-summary">{cx.t(t::CART_SUMMARY)}</h2>
            <dl class="c-summary">
                <div>
                    <dt>{cx.t(t::CART_WEIGHT)}</dt>
                    <dd data-testid="cart-weight"><bdi class="c-num">{format::weight(cx.locale(), cart.weight)}</bdi></dd>
                </div>
                <div class="c-summary__total">
                    <dt>{cx.t(t::CART_GOODS)}</dt>
                    <dd data-testid="cart-goods"><Amount money=cart.goods cx=cx.clone()/></dd>
                </div>
            </dl>
            <p class="c-muted c-small">{cx.t(t::CART_FREIGHT_LATER)}</p>
            {way_on}
        </aside>
    }
    .into_any()
}
