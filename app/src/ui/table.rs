//! Tables of the work areas.

use l10n::Text;
use leptos::prelude::*;

use super::{Contents, Html, IntoHtml};
use crate::cx::Cx;

/// A table, whose rows are cards on a phone: each cell then says by `data-label` what the head says here.
#[component]
pub fn Table(
    /// What stands over each column.
    heads: Vec<Text>,
    /// The rows.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let heads = heads
        .into_iter()
        .map(|head| view! { <th scope="col">{cx.t(head)}</th> })
        .collect_view();
    view! {
        <table class="c-table">
            <thead><tr>{heads}</tr></thead>
            <tbody>{children.into_inner()}</tbody>
        </table>
    }
    .into_html()
}
