//! A day or month of an account, order by order: what each was sold for, every deduction, and what is owed of it.

use domain::OrderId;
use l10n::t;
use leptos::prelude::*;
use service::Span;
use service::payouts::{AccountDay, AccountSums};

use super::account::{cells, columns_of};
use super::lines::{PayoutList, yuan};
use crate::cx::Cx;
use crate::period::period_name;
use crate::query::{value_of, with_query};
use crate::routes::StudioOrder;
use crate::ui::{Amount, Html, IntoHtml, Table};

/// The day or month in the address, as [`Period::written`](service::Period::written).
const ON: &str = "on";
/// The order in the address behind which the page begins.
const AFTER: &str = "after";

/// The day or month that the query of an address asks for, and behind which of its orders.
pub(crate) fn day_of(query: &str) -> Option<(Span, Option<OrderId>)> {
    let span = Span::parse(&value_of(query, ON))?;
    Some((span, value_of(query, AFTER).parse().ok().map(OrderId)))
}

/// Where a day or month of the account at `place` is.
pub(super) fn day_url(place: &str, written: &str, after: Option<OrderId>) -> String {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    with_query(place.to_owned(), &[(ON, written), (AFTER, &after)])
}

/// All of it, but for the title of the page.
#[component]
pub(crate) fn AccountDaySections(
    /// The day or month.
    day: AccountDay,
    /// Where the account is.
    place: String,
    /// Whether each order leads to its page in the studio, for who sees that.
    has_order_links: bool,
) -> Html {
    let cx = Cx::here();
    let AccountDay {
        span,
        sums,
        orders,
        next,
        payouts,
        ..
    } = day;
    let written = span.period.written(span.from);
    let next = next.map(|after| {
        let url = day_url(&place, &written, Some(after));
        view! { <a class="c-button" rel="next" href=url>{cx.t(t::BUTTON_NEXT_PAGE)}</a> }
    });
    let all: Vec<AccountSums> = orders.iter().map(|order| order.sums).collect();
    let columns = columns_of(&all);
    let mut heads = vec![t::TABLES_ORDER_CODE];
    heads.extend(columns.iter().map(|(head, _)| *head));
    let rows = orders
        .into_iter()
        .map(|order| {
            let code = view! { <bdi class="c-num" dir="ltr" translate="no">{order.code.to_string()}</bdi> };
            let code = if has_order_links {
                let url = cx.url(&StudioOrder::new(&order.id.to_string()));
                view! { <a class="c-link" href=url>{code}</a> }.into_html()
            } else {
                code.into_html()
            };
            view! {
                <tr data-testid="account-order">
                    <td data-label=cx.t(t::TABLES_ORDER_CODE)>{code}</td>
                    {cells(&cx, &columns, &order.sums)}
                </tr>
            }
        })
        .collect_view();
    let table = if all.is_empty() {
        view! { <p class="c-muted">{cx.t(t::PAYOUT_NONE)}</p> }.into_html()
    } else {
        view! { <Table heads>{rows}</Table> }.into_html()
    };
    view! {
        <p><a class="c-link" href=place>{cx.t(t::PAYOUT_WHOLE)}</a></p>
        <section class="c-card c-stack">
            <h2 class="c-card__title">{period_name(&cx, span.from, span.period)}</h2>
            <dl class="c-summary">
                <div>
                    <dt>{cx.t(t::PAYOUT_CHANGE)}</dt>
                    <dd data-testid="account-change"><Amount money=yuan(sums.owed())/></dd>
                </div>
            </dl>
            {table}
            <p class="c-actions">{next}</p>
        </section>
        <PayoutList payouts/>
    }
    .into_html()
}
