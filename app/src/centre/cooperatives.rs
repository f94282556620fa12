//! The cooperatives, as the Centre sees them: found by name, and whether they sell.

use axum::response::Response;
use domain::CooperativeId;
use l10n::{format, t};
use leptos::prelude::*;
use service::admission::{self, CooperativeList, CooperativeQuery, CooperativeRow};

use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::query::{value_of, with_query};
use crate::routes::{CentreCooperative, CentreCooperatives};
use crate::ui::{Choice, Html, IntoHtml, SelectField, ShownName, TextField};

/// The value of `only` for those that are suspended.
const SUSPENDED: &str = "suspended";

/// A page of them.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let query = CooperativeQuery {
        name: value_of(cx.query(), "name").trim().chars().take(80).collect(),
        only_suspended: value_of(cx.query(), "only") == SUSPENDED,
        after: value_of(cx.query(), "after").parse().ok().map(CooperativeId),
    };
    let list = admission::list(cx.shop(), cx.actor(), cx.locale(), &query)?;
    Ok(cx.page(Meta::private(cx.t(t::CENTRE_COOPERATIVES_TITLE)), || {
        view! { <CooperativesPage list query/> }
    }))
}

/// The list, and what narrows it.
#[component]
fn CooperativesPage(
    /// The cooperatives of this page.
    list: CooperativeList,
    /// What was asked for.
    query: CooperativeQuery,
) -> Html {
    let cx = Cx::here();
    let place = cx.url(&CentreCooperatives::new());
    let only = if query.only_suspended { SUSPENDED } else { "" };
    let next = list.next.map(|id| {
        let id = id.to_string();
        let values = [("name", query.name.as_str()), ("only", only), ("after", &id)];
        let url = with_query(place.clone(), &values);
        view! { <a class="c-button" rel="next" href=url>{cx.t(t::BUTTON_NEXT_PAGE)}</a> }
    });
    let rows = if list.rows.is_empty() {
        view! { <p class="c-empty">{cx.t(t::SUPPORT_NONE)}</p> }.into_html()
    } else {
        let rows = list.rows.into_iter().map(|row| view! { <Line row/> }).collect_view();
        view! { <ul class="c-list">{rows}</ul> }.into_html()
    };
    let choices = vec![Choice::new(SUSPENDED, cx.t(t::CENTRE_COOPERATIVES_ONLY_SUSPENDED))];
    view! {
        <CentreFrame title=t::CENTRE_COOPERATIVES_TITLE>
            <form class="c-card c-form" action=place.clone() novalidate data-testid="find-cooperatives">
                <TextField name="name" label=cx.t(t::SUPPORT_SEARCH) value=query.name may_be_empty=true maxlength=80/>
                <SelectField
                    name="only"
                    label=cx.t(t::CENTRE_COOPERATIVES_WHICH)
                    value=only
                    placeholder=cx.t(t::CENTRE_COOPERATIVES_ALL)
                    groups=vec![(String::new(), choices)]
                    may_be_empty=true
                />
                <p><button class="c-button">{cx.t(t::MEMBERS_SHOW)}</button></p>
            </form>
            {rows}
            <p class="c-actions">{next}</p>
        </CentreFrame>
    }
    .into_html()
}

/// One cooperative.
#[component]
fn Line(
    /// The cooperative.
    row: CooperativeRow,
) -> Html {
    let cx = Cx::here();
    let count = i64::try_from(row.product_count).unwrap_or(i64::MAX);
    let goods = cx.t(t::centre_cooperatives_goods(format::number(cx.locale(), count)));
    let url = cx.url(&CentreCooperative::new(&row.slug));
    view! {
        <li class="c-line" data-testid="cooperative" data-sells=row.suspension.is_none().to_string()>
            <span class="c-line__body">
                <a class="c-link" href=url><ShownName shown=row.name/></a><br/>
                <span class="c-muted"><ShownName shown=row.township/>" · "{goods}</span>
            </span>
            <span class="c-line__side"><StateBadge is_suspended=row.suspension.is_some()/></span>
        </li>
    }
    .into_html()
}

/// Whether it sells.
#[component]
pub(super) fn StateBadge(
    /// Whether it is suspended.
    is_suspended: bool,
) -> Html {
    let cx = Cx::here();
    let (class, text) = if is_suspended {
        ("c-badge c-badge--warn", t::CENTRE_COOPERATIVES_SUSPENDED)
    } else {
        ("c-badge c-badge--good", t::CENTRE_COOPERATIVES_SELLS)
    };
    view! { <span class=class>{cx.t(text)}</span> }.into_html()
}
