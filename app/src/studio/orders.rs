//! The cooperative's orders: tabs by what is to be done, a search, and what narrows the list; newest first.

use axum::http::StatusCode;
use axum::response::Response;
use domain::{FieldCode, OrderStage, Unit, Weight};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::orders::OrderLineView;
use service::studio::{OrderList, SEARCHED, StudioOrder};

use super::frame::StudioFrame;
use super::menu::studio_meta;
use super::orders_query::{ADDRESS, OrdersForm};
use super::print_form::{PrintFor, PrintForm, PrintTick};
use super::stage::{StageBadge, count_text, stage_name};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::orders::{PaymentBadge, goods_name};
use crate::routes::{StudioOrder as StudioOrderRoute, StudioOrders, StudioTables};
use crate::ui::{
    Amount, Choice, Hidden, Html, IntoHtml, Moment, QuantityText, SelectField, ShownName, Table, TextField,
};

/// A page of orders.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let station = |code: &str| service::stations::by_code(cx.shop(), code);
    let form = OrdersForm::read(cx.query()).without_unknown_place(|code| station(code).is_some());
    let query = form.query(station);
    let list = service::studio::orders(cx.shop(), cx.actor(), cx.locale(), &query).await?;
    let status = if form.has_wrong_day() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok(cx.page_with(status, studio_meta(cx.t(t::STUDIO_ORDERS_TITLE)), || {
        view! { <StudioOrdersPage list form/> }
    }))
}

/// The list and the way to older ones.
#[component]
fn StudioOrdersPage(
    /// Orders of this page.
    list: OrderList,
    /// What was asked for.
    form: OrdersForm,
) -> Html {
    let cx = Cx::here();
    let is_search = !form.search.is_empty();
    let back = form.after.is_some().then(|| {
        let url = form.after(None).url(&cx);
        view! { <a class="c-button" href=url>{cx.t(t::STUDIO_ORDERS_NEWEST_PAGE)}</a> }
    });
    let next = list.next.map(|id| {
        let url = form.after(Some(id)).url(&cx);
        view! { <a class="c-button" rel="next" href=url>{cx.t(t::BUTTON_NEXT_PAGE)}</a> }
    });
    let cut = (is_search && list.is_cut).then(|| {
        let count = format::number(cx.locale(), i64::try_from(SEARCHED).unwrap_or(i64::MAX));
        view! { <p class="c-muted" data-testid="search-cut">{cx.tv(t::studio_orders_cut(count))}</p> }
    });
    // Nothing bought yet is another thing than nothing in this tab.
    let is_all = form.stage.is_none() && !form.is_narrowed() && !is_search;
    let empty = if is_all {
        t::STUDIO_ORDERS_EMPTY
    } else {
        t::STUDIO_ORDERS_NONE_FOUND
    };
    let print = (!list.orders.is_empty()).then(|| view! { <PrintForm orders=PrintFor::Ticked/> });
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::STUDIO_ORDERS_TITLE)}</h1>
                <a class="c-button c-button--quiet" href=cx.url(&StudioTables::new())>{cx.t(t::TABLES_EXPORT_TITLE)}</a>
            </div>
            <Tabs list=list.clone() form=form.clone()/>
            <Find form/>
            {print}
            <OrderTable orders=list.orders empty may_tick=true/>
            {cut}
            <p class="c-actions">{back}{next}</p>
        </StudioFrame>
    }
    .into_html()
}

/// The search, and what narrows the list.
#[component]
fn Find(
    /// What was asked for.
    form: OrdersForm,
) -> Html {
    let cx = Cx::here();
    let is_narrowed = form.is_narrowed();
    let clear = (is_narrowed || !form.search.is_empty()).then(|| {
        let url = OrdersForm::default().url(&cx);
        view! { <a class="c-button c-button--quiet" href=url>{cx.t(t::STUDIO_ORDERS_CLEAR)}</a> }
    });
    let stage = form
        .stage
        .map(|stage| view! { <Hidden name="stage" value=stage.to_string()/> });
    let stations = service::stations::list_with_closed(cx.shop(), cx.locale())
        .into_iter()
        .map(|township| {
            let choices = township.stations.into_iter().map(|station| {
                let label = format!("{} · {}", station.code, station.name.text);
                Choice::new(station.code, label).lang(station.name.lang)
            });
            (township.name.text, choices.collect())
        });
    let address = vec![Choice::new(ADDRESS, cx.t(t::STUDIO_ORDERS_PLACE_ADDRESS))];
    let groups = std::iter::once((String::new(), address)).chain(stations).collect();
    let day = |name: &'static str, label: Text, typed: String| {
        let error = OrdersForm::wrong_day(&typed);
        view! {
            <TextField
                name
                label=cx.t(label)
                value=typed
                error
                error_text=cx.t(t::STUDIO_ORDERS_DAY_WRONG)
                kind="date"
                is_ltr=true
                is_short=true
                may_be_empty=true
                maxlength=20
            />
        }
    };
    let lacks_place = form.lacks_place;
    let is_open = is_narrowed || lacks_place || !form.search.is_empty();
    let no_place = lacks_place.then_some(FieldCode::Unknown);
    view! {
        <details class="c-filters c-screen" open=is_open>
        <summary>{cx.t(t::STUDIO_ORDERS_FIND)}</summary>
        <form class="c-form" action=cx.url(&StudioOrders::new()) novalidate data-testid="find-orders">
            {stage}
            <TextField
                name="q"
                label=cx.t(t::STUDIO_ORDERS_SEARCH)
                hint=cx.t(t::STUDIO_ORDERS_SEARCH_HINT)
                value=form.search
                may_be_empty=true
                maxlength=200
            />
            <details class="c-filters" open=is_narrowed || lacks_place>
                <summary>{cx.t(t::STUDIO_ORDERS_FILTER)}</summary>
                <SelectField
                    name="place"
                    label=cx.t(t::STUDIO_ORDERS_PLACE)
                    value=form.place
                    error=no_place
                    error_text=no_place.map(|_| cx.t(t::STUDIO_ORDERS_NO_PLACE)).unwrap_or_default()
                    placeholder=cx.t(t::STUDIO_ORDERS_PLACE_ANY)
                    groups
                    may_be_empty=true
                />
                <div class="c-fields">
                    {day("from", t::STUDIO_ORDERS_FROM, form.from)}
                    {day("until", t::STUDIO_ORDERS_UNTIL, form.until)}
                </div>
            </details>
            <p class="c-actions">
                <button class="c-button c-button--primary">{cx.t(t::STUDIO_ORDERS_SHOW)}</button>
                {clear}
            </p>
        </form>
        </details>
    }
    .into_html()
}

/// The tabs, each with how many orders it has.
#[component]
fn Tabs(
    /// The list, with its counts.
    list: OrderList,
    /// What was asked for.
    form: OrdersForm,
) -> Html {
    let cx = Cx::here();
    let is_here = |stage: Option<OrderStage>| form.search.is_empty() && form.stage == stage;
    let all = form.in_stage(None).url(&cx);
    let tabs = OrderStage::ALL
        .into_iter()
        .map(|stage| {
            let url = form.in_stage(Some(stage)).url(&cx);
            let count = count_text(&cx, list.count(stage));
            view! {
                <a
                    href=url
                    aria-current=is_here(Some(stage)).then_some("page")
                    data-testid=format!("stage-{stage}")
                >
                    {cx.t(stage_name(stage))}" "<bdi class="c-num">{count}</bdi>
                </a>
            }
        })
        .collect_view();
    view! {
        <nav class="c-tabs c-screen" aria-label=cx.t(t::STUDIO_ORDER_STATUS)>
            <a href=all aria-current=is_here(None).then_some("page")>{cx.t(t::STUDIO_STAGE_ALL)}</a>
            {tabs}
        </nav>
    }
    .into_html()
}

/// Orders as rows; on phones as cards.
#[component]
pub(super) fn OrderTable(
    /// The orders.
    orders: Vec<StudioOrder>,
    /// What is said when there are none.
    empty: Text,
    /// Whether they can be ticked for the form that prints them.
    #[prop(optional)]
    may_tick: bool,
) -> Html {
    let cx = Cx::here();
    if orders.is_empty() {
        return view! { <p class="c-empty">{cx.t(empty)}</p> }.into_html();
    }
    let heads = vec![
        t::STUDIO_ORDER_CODE,
        t::STUDIO_ORDER_BUYER,
        t::STUDIO_ORDER_PLACED,
        t::STUDIO_ORDER_CONTENTS,
        t::STUDIO_ORDER_DESTINATION,
        t::STUDIO_ORDER_AMOUNT,
        t::STUDIO_ORDER_STATUS,
        t::STUDIO_ORDER_PAYMENT,
    ];
    let rows = orders
        .into_iter()
        .map(|order| view! { <OrderRow order may_tick/> })
        .collect_view();
    view! {
        <Table heads>{rows}</Table>
    }
    .into_html()
}

/// One order.
#[component]
fn OrderRow(
    /// The order.
    order: StudioOrder,
    /// Whether it can be ticked for the form that prints it.
    may_tick: bool,
) -> Html {
    let cx = Cx::here();
    let reported = order.is_reported.then(|| {
        view! { " "<span class="c-badge c-badge--warn" data-testid="is-reported">{cx.t(t::RETURNS_STUDIO_BADGE)}</span> }
    });
    let again = order.is_sent_again.then(|| {
        view! { " "<span class="c-badge c-badge--warn" data-testid="is-sent-again">{cx.t(t::RETURNS_STUDIO_AGAIN)}</span> }
    });
    let tick = may_tick.then(|| view! { <PrintTick id=order.id code=order.code.to_string()/> });
    let url = cx.url(&StudioOrderRoute::new(&order.id.to_string()));
    view! {
        <tr data-testid="studio-order">
            <td data-label=cx.t(t::STUDIO_ORDER_CODE)>
                <a class="c-table__all" href=url><bdi dir="ltr" class="c-num" translate="no">{order.code.to_string()}</bdi></a>
                {tick}
            </td>
            <td data-label=cx.t(t::STUDIO_ORDER_BUYER)><bdi>{order.buyer_name}</bdi></td>
            <td data-label=cx.t(t::STUDIO_ORDER_PLACED)><Moment at=order.placed_at/></td>
            <td data-label=cx.t(t::STUDIO_ORDER_CONTENTS)><GoodsList lines=order.lines/></td>
            <td data-label=cx.t(t::STUDIO_ORDER_DESTINATION)><span dir="auto">{order.destination}</span></td>
            <td data-label=cx.t(t::STUDIO_ORDER_AMOUNT)><Amount money=order.goods/></td>
            <td data-label=cx.t(t::STUDIO_ORDER_STATUS)>
                <StageBadge stage=order.stage status=order.status fulfilment=order.fulfilment/>
                {reported}
                {again}
            </td>
            <td data-label=cx.t(t::STUDIO_ORDER_PAYMENT)><PaymentBadge state=order.payment method=Some(order.payment_method)/></td>
        </tr>
    }
    .into_html()
}

/// What is in an order: name, size and how much.
#[component]
pub(super) fn GoodsList(
    /// The lines.
    lines: Vec<OrderLineView>,
) -> Html {
    let cx = Cx::here();
    let all = lines.clone();
    let lines = lines
        .into_iter()
        .map(|line| {
            let instead = all.iter().find(|old| Some(old.id) == line.replaces).map(|old| {
                view! { " "<small class="c-muted">{cx.tv(t::replace_instead(goods_name(&cx, old)))}</small> }
            });
            view! {
                <li>
                    <ShownName shown=line.name/>" "
                    <SizeText unit=line.unit net_grams=line.net_grams/>
                    <QuantityText quantity=line.quantity unit=line.unit/>
                    {instead}
                </li>
            }
        })
        .collect_view();
    view! { <ul>{lines}</ul> }.into_html()
}

/// What one piece weighs, before how many there are: `500 g × `.
#[component]
pub(super) fn SizeText(
    /// Unit of the quantity.
    unit: Unit,
    /// Net weight of one piece, grams.
    net_grams: i64,
) -> Html {
    let cx = Cx::here();
    (unit == Unit::Piece && net_grams > 0)
        .then(|| view! { <bdi>{format::weight(cx.locale(), Weight(net_grams))}</bdi>" × " })
        .into_html()
}
