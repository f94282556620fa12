//! The categories in the order in which buyers see them, and those that are hidden.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{CategoryId, CategoryShift};
use l10n::{format, t};
use leptos::prelude::*;
use service::categories::{self, CategoryList, CategoryRow};

use super::district::Outcome;
use super::frame::CentreFrame;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::not_saved::NotSaved;
use crate::page::Meta;
use crate::query::value_of;
use crate::routes::{CentreCategories, CentreCategory, CentreNewCategory};
use crate::ui::{Hidden, Html, IntoHtml, ShownName};

/// All of them.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, NotSaved::default()).await
}

/// Takes one a place up or down.
pub async fn change(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let way = CategoryShift::parse(form.get("way")).ok_or(service::Error::NotFound)?;
    let id = form.get("category").parse().map_err(|_| service::Error::NotFound)?;
    // Pages of the release before do not say.
    let past = form.get("past").parse().ok().map(CategoryId);
    match categories::shift(&shop_for(&cx, &form)?, cx.actor(), CategoryId(id), way, past).await {
        Ok(()) => Ok(cx.see(&format!("{}?done=moved", cx.url(&CentreCategories::new())))),
        Err(error) => {
            let not_saved = NotSaved::of(error)?;
            render(&cx, not_saved.status(), not_saved).await
        }
    }
}

async fn render(cx: &Cx, status: StatusCode, not_saved: NotSaved) -> PageResult<Response> {
    let list = categories::list(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(
        cx.page_with(status, Meta::private(cx.t(t::DISTRICT_CATEGORIES_TITLE)), || {
            view! { <CategoriesPage list not_saved/> }
        }),
    )
}

/// The lists.
#[component]
fn CategoriesPage(
    /// All categories.
    list: CategoryList,
    /// Why a move was not made.
    not_saved: NotSaved,
) -> Html {
    let cx = Cx::here();
    let done = (value_of(cx.query(), "done") == "moved").then_some(t::DISTRICT_CATEGORY_MOVED);
    let ids: Vec<CategoryId> = list.shown.iter().map(|row| row.id).collect();
    let neighbour = |at: Option<usize>| at.and_then(|at| ids.get(at)).copied();
    let shown = list
        .shown
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            let (before, after) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)));
            view! { <Line row before after/> }
        })
        .collect_view();
    let hidden = (!list.hidden.is_empty()).then(|| {
        let rows = list
            .hidden
            .into_iter()
            .map(|row| view! { <Line row before=None after=None/> })
            .collect_view();
        view! {
            <section class="c-stack">
                <h2 class="c-card__title">{cx.t(t::DISTRICT_CATEGORIES_HIDDEN)}</h2>
                <ul class="c-list">{rows}</ul>
            </section>
        }
    });
    view! {
        <CentreFrame title=t::DISTRICT_CATEGORIES_TITLE>
            <Outcome done refused=not_saved.refused/>
            <p class="c-lead">{cx.t(t::DISTRICT_CATEGORIES_LEAD)}</p>
            <p class="c-actions">
                <a class="c-button" href=cx.url(&CentreNewCategory::new())>{cx.t(t::DISTRICT_CATEGORY_NEW)}</a>
            </p>
            <ul class="c-list">{shown}</ul>
            {hidden}
        </CentreFrame>
    }
    .into_html()
}

/// One category.
#[component]
fn Line(
    /// The category.
    row: CategoryRow,
    /// The one that stands before it, if it can go up.
    before: Option<CategoryId>,
    /// The one that stands after it, if it can go down.
    after: Option<CategoryId>,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&CentreCategory::new(&row.id.to_string()));
    let count = i64::try_from(row.goods).unwrap_or(i64::MAX);
    let goods = cx.t(t::district_category_goods(format::number(cx.locale(), count)));
    let (id, name) = (row.id, row.name.text.clone());
    let shift = |way: CategoryShift, past: CategoryId| {
        let (text, label) = match way {
            CategoryShift::Up => (t::DISTRICT_CATEGORY_UP, t::district_category_up_label(name.as_str())),
            CategoryShift::Down => (
                t::DISTRICT_CATEGORY_DOWN,
                t::district_category_down_label(name.as_str()),
            ),
        };
        view! {
            <form method="post" action=cx.url(&CentreCategories::new()) data-testid=format!("category-{way}-{id}")>
                <FormKey/>
                <Hidden name="category" value=id.to_string()/>
                <Hidden name="way" value=way.as_str()/>
                <Hidden name="past" value=past.to_string()/>
                <button class="c-button c-button--quiet" aria-label=cx.t(label)>{cx.t(text)}</button>
            </form>
        }
    };
    let up = before.map(|past| shift(CategoryShift::Up, past));
    let down = after.map(|past| shift(CategoryShift::Down, past));
    view! {
        <li class="c-line" data-testid="category" data-shown=row.is_shown.to_string()>
            <span class="c-line__body">
                <a class="c-link" href=url><ShownName shown=row.name/></a>" "
                <span class="c-muted">{goods}</span>
            </span>
            <div class="c-line__side"><div class="c-row">{up}{down}</div></div>
        </li>
    }
    .into_html()
}
