//! How far an order is.

use components::{OrderProgress, provide_words};
use domain::view::ProgressView;
use leptos::prelude::*;
use service::orders::OrderView;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml};

/// What happened to an order and what is to come.
#[component]
pub(crate) fn Progress(
    /// The order.
    order: OrderView,
    /// Whether it is collected at a station.
    is_station: bool,
) -> Html {
    let cx = Cx::here();
    cx.mark_texts(components::texts::PROGRESS);
    provide_words(cx.texts().words(cx.locale(), components::texts::PROGRESS));
    let progress = ProgressView::new(order.history, order.status.is_terminal(), is_station);
    view! { <OrderProgress progress locale=cx.locale()/> }.into_html()
}
