//! The orders of this phone, and forgetting them.

use domain::Actor;
use l10n::{format, t};
use leptos::prelude::*;
use service::orders::OwnOrder;

use super::page::group_status;
use crate::cx::Cx;
use crate::routes::{Order, OrdersForget};
use crate::ui::{Amount, Html, IntoHtml};

/// The list.
#[component]
pub(super) fn OwnOrders(
    /// The newest first.
    orders: Vec<OwnOrder>,
) -> Html {
    let cx = Cx::here();
    let items = orders
        .into_iter()
        .map(|order| {
            let code = order.code.to_string();
            let url = cx.url(&Order::new(&code));
            let date = format::date_time(cx.locale(), order.placed_at);
            let (status, class) = group_status(order.status);
            view! {
                <li class="c-line" data-testid="own-order">
                    <div class="c-line__body">
                        <p><a class="c-link" href=url><bdi class="c-code" dir="ltr" translate="no">{code}</bdi></a></p>
                        <p class="c-muted c-small">{date}</p>
                        <p><span class=class>{cx.t(status)}</span></p>
                    </div>
                    <span class="c-line__side"><Amount money=order.total/></span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="c-list" data-seen=cx.assets().url("forgotten.js")>{items}</ul> }.into_html()
}

/// Whether others use this phone, too: somebody of a station is signed in on it.
pub(super) fn is_shared(cx: &Cx) -> bool {
    matches!(cx.actor(), Actor::Station { .. })
}

/// The button that forgets.
#[component]
pub(crate) fn Forget() -> Html {
    let cx = Cx::here();
    let why = is_shared(&cx).then(|| view! { <p><strong>{cx.t(t::OFFLINE_FORGET_STATION)}</strong></p> });
    let class = if is_shared(&cx) {
        "c-notice c-notice--warn"
    } else {
        "c-card c-stack"
    };
    // A new document: what scripts remember of pages is forgotten with it.
    view! {
        <form class=class method="post" action=cx.url(&OrdersForget::new()) data-testid="forget" data-plain="">
            {why}
            <p><button class="c-button">{cx.t(t::OFFLINE_FORGET)}</button></p>
            <p class="c-small c-muted">{cx.t(t::OFFLINE_FORGET_TEXT)}</p>
        </form>
    }
    .into_html()
}

/// The same on the page of an order, where the phone is not only its buyer's.
#[component]
pub(super) fn ForgetOnSharedPhone() -> Html {
    let cx = Cx::here();
    is_shared(&cx).then(|| view! { <Forget/> }).into_html()
}
