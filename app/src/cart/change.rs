//! Changing quantities, and taking lines out.

use axum::response::Response;
use domain::{OfferId, parse_amount};
use service::Shown;
use service::cart::{CartView, LineState};

use super::page::{CartProblem, refused_page};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::query::value_of;
use crate::routes::{Cart, Checkout};

/// Sets the quantities of the form (`quantity-<offer>`), or takes out the one line whose button was pressed
/// (`remove`). What was typed into other lines is kept either way. The button `checkout` saves and goes on.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    let Some(cart) = cx.cart() else {
        return Ok(cx.see(&cx.url(&Cart::new())));
    };
    let view = service::cart::view(cx.shop(), cx.locale(), Some(cart)).await?;
    let typed = typed(&form);
    let pressed = removed(&form, &view);
    if let Some(removed) = pressed {
        service::cart::change(cx.shop(), cart, &[(removed, "0".to_owned())]).await?;
    }
    let changes = changes(&view, &typed, pressed);
    if !changes.is_empty()
        && let Err(error) = service::cart::change(cx.shop(), cart, &changes).await
    {
        let problem = CartProblem::of(&error).ok_or(error)?;
        return refused_page(&cx, typed, problem).await;
    }
    if !form.get("checkout").is_empty() {
        return Ok(cx.see(&cx.url(&Checkout::new())));
    }
    // What is sold out cannot be put back.
    let again = pressed
        .and_then(|offer| view.line(offer))
        .filter(|line| line.state == LineState::Ready)
        .map(|line| format!("&removed={}x{}", line.offer, line.quantity.amount()));
    Ok(cx.see(&format!(
        "{}?saved=1{}",
        cx.url(&Cart::new()),
        again.unwrap_or_default()
    )))
}

/// What the last change took out.
#[derive(Clone, Debug)]
pub(super) struct TakenOut {
    /// The size.
    pub offer: OfferId,
    /// How much of it.
    pub amount: i64,
    /// The product.
    pub name: Shown,
}

/// What the last change took out, as its answer's address says; nothing when it is in the cart again, or not sold any more.
pub(super) async fn taken_out(cx: &Cx, view: &CartView) -> PageResult<Option<TakenOut>> {
    let Some((offer, amount)) = said(cx).filter(|(offer, _)| view.line(*offer).is_none()) else {
        return Ok(None);
    };
    let name = service::catalog::name_of(cx.shop(), cx.locale(), offer).await?;
    Ok(name.map(|name| TakenOut { offer, amount, name }))
}

/// The size and the amount in the page's address.
fn said(cx: &Cx) -> Option<(OfferId, i64)> {
    let said = value_of(cx.query(), "removed");
    let (offer, amount) = said.split_once('x')?;
    Some((
        OfferId(offer.parse().ok()?),
        amount.parse::<i64>().ok().filter(|amount| *amount > 0)?,
    ))
}

/// The quantities as typed.
fn typed(form: &Form) -> Vec<(OfferId, String)> {
    form.with_prefix("quantity-")
        .filter_map(|(offer, quantity)| Some((OfferId(offer.parse().ok()?), quantity.to_owned())))
        .collect()
}

/// The line whose button was pressed, if it is still there.
fn removed(form: &Form, view: &CartView) -> Option<OfferId> {
    let offer = form.get("remove").parse().map(OfferId).ok()?;
    view.line(offer).map(|line| line.offer)
}

/// Only what differs from the cart: a line that has sold out since must not keep the others from being changed, and
/// one taken out in another window stays out.
fn changes(view: &CartView, typed: &[(OfferId, String)], removed: Option<OfferId>) -> Vec<(OfferId, String)> {
    typed
        .iter()
        .filter(|(offer, _)| Some(*offer) != removed)
        .filter(|(offer, quantity)| {
            view.line(*offer)
                .is_some_and(|line| parse_amount(quantity, line.terms.sold_by.unit) != Ok(line.quantity.amount()))
        })
        .cloned()
        .collect()
}
