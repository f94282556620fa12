//! The cart's page, as it stands or with the reason why it could not be changed.

use axum::http::{StatusCode, header};
use axum::response::Response;
use components::{CartPlaces, Trouble, TroubleKind};
use domain::{ErrorCode, FieldCode, OfferId, OrderCode, SoldBy, parse_amount};
use islands::CartProps;
use l10n::t;
use leptos::prelude::*;
use service::Shown;
use service::cart::{CartLine, CartView};

use super::change::TakenOut;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form_key::FormKey;
use crate::orders::{AgainNotice, remember};
use crate::own_path::OwnPath;
use crate::page::Meta;
use crate::routes::{Cart, CartLines, Checkout, Order, Products, Shops};
use crate::ui::{Html, IntoHtml, RecentlySeen};

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
    let before = Before {
        ordered: ordered(cx, &view).await?,
        again: None,
        taken_out: None,
    };
    Ok(render(cx, status, view, before, typed, Some(problem)))
}

/// The order that the cart became, while there is no other cart.
pub(super) async fn ordered(cx: &Cx, view: &CartView) -> PageResult<Option<OrderCode>> {
    let Some(cart) = cx.cart().filter(|_| view.is_empty()) else {
        return Ok(None);
    };
    Ok(service::checkout::ordered(cx.shop(), cart).await?)
}

/// What happened to the cart before this page.
#[derive(Clone, Debug)]
pub(super) struct Before {
    /// The order it became.
    pub ordered: Option<OrderCode>,
    /// What could not be put into it of an order that is to be had again; nothing when none is.
    pub again: Option<Vec<Shown>>,
    /// What was just taken out of it.
    pub taken_out: Option<TakenOut>,
}

/// Renders the page.
pub(super) fn render(
    cx: &Cx,
    status: StatusCode,
    view: CartView,
    before: Before,
    typed: Vec<(OfferId, String)>,
    problem: Option<CartProblem>,
) -> Response {
    let Before {
        ordered,
        again,
        taken_out,
    } = before;
    let mut response = cx.page_with(status, Meta::private(cx.t(t::CART_TITLE)), || {
        view! { <CartPage cart=view ordered again taken_out typed problem/> }
    });
    // This browser placed it, and may see it from now on.
    if let Some(cookie) = ordered.and_then(|code| remember(cx, &code)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The cart.
#[component]
fn CartPage(
    /// What is in it.
    cart: CartView,
    /// The order it became.
    ordered: Option<OrderCode>,
    /// What could not be put into it of an order that is to be had again.
    again: Option<Vec<Shown>>,
    /// What was just taken out of it.
    taken_out: Option<TakenOut>,
    /// Quantities as typed, when they could not be saved.
    typed: Vec<(OfferId, String)>,
    /// Why it was not changed, when it was not.
    problem: Option<CartProblem>,
) -> Html {
    let cx = Cx::here();
    let props = CartProps {
        troubles: troubles(&cart, typed),
        cart,
        places: CartPlaces {
            cart: cx.url(&Cart::new()),
            products: cx.url(&Products::new()),
            shops: cx.url(&Shops::new()),
        },
        checkout: cx.url(&Checkout::new()),
    };
    let seen = props.cart.is_empty().then(|| view! { <RecentlySeen/> });
    cx.mark_texts(components::texts::CART);
    let island = islands::cart_island(cx.texts(), cx.locale(), props);
    view! {
        <div class="c-cart-page">
            <h1 class="c-title">{cx.t(t::CART_TITLE)}</h1>
            <CartNotice problem taken_out/>
            <AgainNotice missing=again/>
            <Ordered code=ordered/>
            {island}
            {seen}
        </div>
    }
    .into_html()
}

/// What was typed and is not the cart's, and whether it could be.
fn troubles(cart: &CartView, typed: Vec<(OfferId, String)>) -> Vec<Trouble> {
    typed
        .into_iter()
        .filter_map(|(offer, typed)| {
            let CartLine {
                terms,
                available,
                quantity,
                ..
            } = cart.line(offer)?;
            let amount = parse_amount(&typed, terms.sold_by.unit);
            if amount == Ok(quantity.amount()) {
                return None;
            }
            let is_there = SoldBy {
                max: terms.sold_by.most_of((*available).max(terms.sold_by.min)),
                ..terms.sold_by
            };
            let is_fine = amount == Ok(0) || is_there.parse(&typed).is_ok();
            let kind = if is_fine {
                TroubleKind::Unsaved
            } else {
                TroubleKind::Rules
            };
            Some(Trouble { offer, typed, kind })
        })
        .collect()
}

/// That the cart became an order.
#[component]
fn Ordered(
    /// The order's code, when the cart became one.
    code: Option<OrderCode>,
) -> Html {
    let cx = Cx::here();
    code.map(|code| {
        let code = code.to_string();
        view! {
            <div class="c-notice" role="status" data-testid="ordered">
                <strong>{cx.t(t::CART_ORDERED)}</strong>
                <p><a class="c-link" href=cx.url(&Order::new(&code))>{cx.tv(t::orders_title(code.as_str()))}</a></p>
            </div>
        }
    })
    .into_html()
}

/// What just happened to the cart.
#[component]
fn CartNotice(
    /// Why it was not changed, when it was not.
    problem: Option<CartProblem>,
    /// What was just taken out of it.
    taken_out: Option<TakenOut>,
) -> Html {
    let cx = Cx::here();
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
            <div class="c-notice c-notice--error" id="notice" role="alert" tabindex="-1" autofocus=true>
                <strong>{cx.t(title)}</strong>
                <p>{reason}</p>
                {back}
            </div>
        }
        .into_html();
    }
    let done = match cx.query().split_once('=') {
        Some(("added", _)) => Some(cx.t(t::CART_ADDED)),
        Some(("saved", _)) => Some(match &taken_out {
            Some(line) => cx.t(t::cart_removed(line.name.text.as_str())),
            None => cx.t(t::CART_SAVED),
        }),
        _ => None,
    };
    done.map(|text| {
        view! {
            <div class="c-notice c-notice--good" id="notice" role="status">
                <p>{text}</p>
                <PutBack taken_out/>
            </div>
        }
    })
    .into_html()
}

/// Puts back what was just taken out; with scripts the page does so by itself.
#[component]
fn PutBack(
    /// What was taken out.
    taken_out: Option<TakenOut>,
) -> Html {
    let cx = Cx::here();
    taken_out
        .map(|TakenOut { offer, amount, .. }| {
            view! {
                <form method="post" action=cx.url(&CartLines::new()) data-testid="put-back">
                    <FormKey/>
                    <input type="hidden" name="offer" value=offer.get()/>
                    <input type="hidden" name="quantity" value=amount/>
                    <input type="hidden" name="back" value=cx.url(&Cart::new())/>
                    <button class="c-button c-button--quiet">{cx.t(t::CART_UNDO)}</button>
                </form>
            }
        })
        .into_html()
}
