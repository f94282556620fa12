//! The Centre at work in a cooperative's studio: beginning it. What both sides see of it is part of the studio.

use axum::response::Response;
use domain::OrderId;
use l10n::t;
use leptos::prelude::*;
use service::Shown;
use service::members::SupportOrder;

use crate::account::{session_cookie, sign_in_first};
use crate::centre::CentreFrame;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::page::Meta;
use crate::routes::{CentreSupport, Segment, Studio, StudioOrder};
use crate::ui::{Hidden, Html, IntoHtml, ShownName, TextField};

/// The cooperatives one may work for.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let query: Vec<(String, String)> = serde_urlencoded::from_str(cx.query()).unwrap_or_default();
    let asked = query
        .into_iter()
        .find_map(|(name, value)| (name == "name").then_some(value))
        .unwrap_or_default();
    let choices = service::members::choices(cx.shop(), cx.actor(), cx.locale(), &asked)?;
    let parts = service::members::parts_of_order(cx.shop(), cx.actor(), cx.locale(), &asked).await?;
    Ok(cx.page(Meta::private(cx.t(t::SUPPORT_TITLE)), || {
        view! { <SupportPage asked choices parts/> }
    }))
}

/// Begins to work for the cooperative of the form, in its studio: at an order of it, where the form names one.
pub async fn begin(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    service::members::begin_support(
        &shop_for(&cx, &form)?,
        session_cookie(&cx),
        cx.actor(),
        form.get("cooperative"),
    )
    .await?;
    let order: Option<OrderId> = Segment::parse(form.get("order"));
    let place = match order {
        Some(order) => cx.url(&StudioOrder::new(&order.to_string())),
        None => cx.url(&Studio::new()),
    };
    Ok(cx.see(&place))
}

/// Finds a cooperative and opens its studio.
#[component]
fn SupportPage(
    /// What the name has in it.
    asked: String,
    /// The cooperatives, by word and name.
    choices: Vec<(String, Shown)>,
    /// The parts of an order, where its code was typed.
    parts: Vec<SupportOrder>,
) -> Html {
    let cx = Cx::here();
    let none =
        (choices.is_empty() && parts.is_empty()).then(|| view! { <p class="c-empty">{cx.t(t::SUPPORT_NONE)}</p> });
    let parts = parts.into_iter().map(|part| view! { <PartRow part/> }).collect_view();
    let rows = choices
        .into_iter()
        .map(|(slug, name)| {
            let begin = cx.t(t::support_begin_named(name.text.as_str()));
            view! {
                <li class="c-line" data-testid="support-choice">
                    <span class="c-line__body"><ShownName shown=name/></span>
                    <span class="c-line__side">
                        <button class="c-button" name="cooperative" value=slug aria-label=begin>{cx.t(t::SUPPORT_BEGIN)}</button>
                    </span>
                </li>
            }
        })
        .collect_view();
    let url = cx.url(&CentreSupport::new());
    view! {
        <CentreFrame title=t::SUPPORT_TITLE>
            <p class="c-lead">{cx.t(t::SUPPORT_TEXT)}</p>
            <form class="c-form" method="get" action=url.clone()>
                <TextField name="name" label=cx.t(t::SUPPORT_FIND) value=asked may_be_empty=true maxlength=80/>
                <p><button class="c-button">{cx.t(t::MEMBERS_SHOW)}</button></p>
            </form>
            {none}
            {parts}
            <form method="post" action=url data-testid="support"><FormKey/><ul class="c-list">{rows}</ul></form>
        </CentreFrame>
    }
    .into_html()
}

/// A cooperative's part of an order, and the way to it.
#[component]
fn PartRow(
    /// The part.
    part: SupportOrder,
) -> Html {
    let cx = Cx::here();
    let open = cx.t(t::support_open_order_named(
        part.code.to_string(),
        part.name.text.as_str(),
    ));
    view! {
        <form
            class="c-line"
            method="post"
            action=cx.url(&CentreSupport::new())
            data-testid=format!("support-order-{}", part.id)
        >
            <FormKey/>
            <Hidden name="cooperative" value=part.slug/>
            <Hidden name="order" value=part.id.to_string()/>
            <span class="c-line__body">
                <bdi dir="ltr" class="c-num" translate="no">{part.code.to_string()}</bdi>" · "<ShownName shown=part.name/>
            </span>
            <span class="c-line__side">
                <button class="c-button" aria-label=open>{cx.t(t::SUPPORT_OPEN_ORDER)}</button>
            </span>
        </form>
    }
    .into_html()
}
