//! The cart's page, as it stands or with the reason why it could not be changed.

use axum::http::StatusCode;
use axum::response::Response;
use components::{CartPlaces, Trouble, TroubleKind};
use domain::{ErrorCode, FieldCode, OfferId, SoldBy, parse_amount};
use islands::CartProps;
use l10n::t;
use leptos::prelude::*;
use service::cart::{CartLine, CartView};

use crate::cx::Cx;
use crate::error::PageResult;
use crate::own_path::OwnPath;
use crate::page::Meta;
use crate::routes::{Cart, Checkout, Products, Shops};
use crate::ui::{Html, IntoHtml};

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
        view! { <CartPage cart=view typed problem/> }
    })
}

/// The cart.
#[component]
fn CartPage(
    /// What is in it.
    cart: CartView,
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
    let island = islands::cart_island(cx.shop().texts(), cx.locale(), props);
    view! {
        <div class="c-stack c-stack--wide">
            <h1 class="c-title">{cx.t(t::CART_TITLE)}</h1>
            <CartNotice problem/>
            {island}
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

/// What just happened to the cart.
#[component]
fn CartNotice(
    /// Why it was not changed, when it was not.
    problem: Option<CartProblem>,
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
            <div class="c-notice c-notice--error" id="notice" role="alert">
                <strong>{cx.t(title)}</strong>
                <p>{reason}</p>
                {back}
            </div>
        }
        .into_html();
    }
    let done = match cx.query().split_once('=') {
        Some(("added", _)) => Some(t::CART_ADDED),
        Some(("saved", _)) => Some(t::CART_SAVED),
        _ => None,
    };
    done.map(|text| view! { <div class="c-notice c-notice--good" id="notice" role="status"><p>{cx.t(text)}</p></div> })
        .into_html()
}
