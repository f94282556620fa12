//! What the cooperative sold: a chart that is a picture for who sees it and a table for everybody, and short lists.

use axum::response::Response;
use domain::Money;
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::Period;
use service::missed_searches::MissedSearch;
use service::orders::{kind_text, reason_text};
use service::studio::tables::ExportTable;
use service::studio::{Bar, Figures};

use super::export::ExportFiles;
use super::frame::StudioFrame;
use super::menu::studio_meta;
use super::readership::ReadershipLists;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::missed_searches::MissedSearches;
use crate::period::{PeriodTabs, period_name, period_of};
use crate::routes::{StudioAccount, StudioFigures, StudioProduct};
use crate::ui::{Amount, BarChart, Html, IntoHtml, ShownName, Table};

/// The figures.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let figures = service::studio::figures(cx.shop(), cx.actor(), cx.locale(), period_of(cx.query())).await?;
    let missed = service::missed_searches::for_cooperative(cx.shop(), cx.actor())?;
    Ok(cx.page(studio_meta(cx.t(t::FIGURES_TITLE)), || {
        view! { <FiguresPage figures missed/> }
    }))
}

/// The page.
#[component]
fn FiguresPage(
    /// What it shows.
    figures: Figures,
    /// What people searched for and did not find, if that is known already.
    missed: Option<Vec<MissedSearch>>,
) -> Html {
    let cx = Cx::here();
    let (sold, orders) = (figures.sold, format::number(cx.locale(), figures.orders));
    let period = figures.period;
    let bars: Vec<i64> = figures.bars.iter().map(|bar| bar.sold.minor).collect();
    let ends = [figures.bars.first(), figures.bars.last()]
        .map(|bar| bar.map(|bar| period_name(&cx, bar.at, period)).unwrap_or_default());
    // Of nothing there is no chart, and no table.
    let table = (figures.orders > 0).then(|| {
        view! {
            <details>
                <summary>{cx.t(t::FIGURES_AS_TABLE)}</summary>
                <BarTable bars=figures.bars.clone() period/>
            </details>
        }
    });
    let details = (figures.orders > 0).then(|| view! { <Details figures=figures.clone()/> });
    let readership = figures.readership.clone();
    let missed = missed.map(|list| {
        view! {
            <section class="c-card c-stack">
                <h2 class="c-card__title">{cx.t(t::SEARCH_MISSED_TITLE)}</h2>
                <MissedSearches list/>
            </section>
        }
    });
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::FIGURES_TITLE)}</h1>
            <PeriodTabs period place=cx.url(&StudioFigures::new())/>
            <section class="c-card c-stack">
                <ul class="c-stats">
                    <li class="c-stat">
                        <strong data-testid="sold"><Amount money=sold/></strong>" "<span>{cx.t(t::FIGURES_SOLD)}</span>
                    </li>
                    <li class="c-stat">
                        <strong><bdi data-testid="orders">{orders}</bdi></strong>" "
                        <span>{cx.t(t::FIGURES_ORDERS)}</span>
                    </li>
                </ul>
                <BarChart bars ends label=t::FIGURES_CHART nothing=t::FIGURES_NONE testid="chart"/>
                {table}
            </section>
            <Owed figures/>
            {details}
            <ReadershipLists readership/>
            {missed}
            <section class="c-card c-stack">
                <h2 class="c-card__title">{cx.t(t::TABLES_EXPORT_TITLE)}</h2>
                <p class="c-muted">{cx.t(t::FIGURES_EXPORT_NOTE)}</p>
                <ExportFiles table=ExportTable::of_figures(period) word=cx.t(t::FIGURES_TITLE)/>
            </section>
        </StudioFrame>
    }
    .into_html()
}

/// What the cooperative is owed, and what was taken off it.
#[component]
fn Owed(
    /// The figures.
    figures: Figures,
) -> Html {
    let cx = Cx::here();
    let line = |text: Text, money: Money, word: &str| {
        view! { <div><dt>{cx.t(text)}</dt><dd data-testid=format!("owed-{word}")><Amount money/></dd></div> }
    };
    let less = |title: Text, lines: Vec<(Text, Money)>, word: &'static str| {
        let lines = (!lines.is_empty()).then_some(lines)?;
        let lines = lines
            .into_iter()
            .map(|(text, money)| view! { <div><dt>{cx.t(text)}</dt><dd><Amount money/></dd></div> })
            .collect_view();
        Some(view! { <h3>{cx.t(title)}</h3><dl class="c-summary" data-testid=word>{lines}</dl> })
    };
    let off = figures
        .taken_off
        .iter()
        .map(|(why, money)| (reason_text(*why), *money))
        .collect();
    let back = figures
        .given_back
        .iter()
        .map(|(kind, money)| (kind_text(*kind), *money))
        .collect();
    let (off, back) = (
        less(t::FIGURES_TAKEN_OFF, off, "taken-off"),
        less(t::FIGURES_GIVEN_BACK, back, "given-back"),
    );
    let ordered = (off.is_some() || back.is_some()).then(|| {
        view! { <dl class="c-summary">{line(t::FIGURES_ORDERED, figures.ordered(), "ordered")}</dl> }
    });
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::FIGURES_OWED)}</h2>
            <dl class="c-summary">
                {line(t::FIGURES_DELIVERED, figures.delivered, "delivered")}
                {(figures.unpaid.minor != 0).then(|| line(t::PAYOUT_UNPAID, figures.unpaid, "unpaid"))}
                {line(t::FIGURES_UNDER_WAY, figures.under_way, "under-way")}
                {line(t::FIGURES_WAITING, figures.waiting, "waiting")}
            </dl>
            {ordered}
            {off}
            {back}
            <p class="c-muted">{cx.t(t::FIGURES_OWED_NOTE)}</p>
            <p><a class="c-button" href=cx.url(&StudioAccount::new())>{cx.t(t::PAYOUT_TITLE)}</a></p>
        </section>
    }
    .into_html()
}

/// What was sold, where to, and to how many.
#[component]
fn Details(
    /// The figures.
    figures: Figures,
) -> Html {
    let cx = Cx::here();
    let products = figures
        .products
        .into_iter()
        .map(|product| {
            let url = cx.url(&StudioProduct::new(&product.id.to_string()));
            view! { <div><dt><a href=url><ShownName shown=product.name/></a></dt><dd><Amount money=product.sold/></dd></div> }
        })
        .collect_view();
    let places = figures
        .places
        .into_iter()
        .map(|place| {
            let code =
                (!place.code.is_empty()).then(|| view! { <bdi dir="ltr" translate="no">{place.code}</bdi>" · " });
            let orders = cx.tv(t::figures_place_orders(place.orders));
            view! { <div><dt>{code}<ShownName shown=place.name/></dt><dd>{orders}</dd></div> }
        })
        .collect_view();
    let buyers = [
        (t::FIGURES_BUYERS_ALL, figures.buyers),
        (t::FIGURES_BUYERS_AGAIN, figures.returning),
    ]
    .map(|(text, people)| {
        view! { <div><dt>{cx.t(text)}</dt><dd><bdi>{format::number(cx.locale(), people)}</bdi></dd></div> }
    });
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::FIGURES_PRODUCTS)}</h2>
            <dl class="c-summary" data-testid="products-sold">{products}</dl>
        </section>
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::FIGURES_PLACES)}</h2>
            <dl class="c-summary" data-testid="places-sold">{places}</dl>
        </section>
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::FIGURES_BUYERS)}</h2>
            <dl class="c-summary" data-testid="buyers">{buyers.into_iter().collect_view()}</dl>
        </section>
    }
    .into_html()
}

/// The same as a table: those with orders.
#[component]
fn BarTable(
    /// Days or months.
    bars: Vec<Bar>,
    /// Which of both.
    period: Period,
) -> Html {
    let cx = Cx::here();
    let heads = vec![t::FIGURES_WHEN, t::FIGURES_ORDERS, t::FIGURES_SOLD];
    let rows = bars
        .iter()
        .rev()
        .filter(|bar| bar.orders > 0)
        .map(|bar| {
            view! {
                <tr>
                    <td data-label=cx.t(t::FIGURES_WHEN)>{period_name(&cx, bar.at, period)}</td>
                    <td data-label=cx.t(t::FIGURES_ORDERS)>{format::number(cx.locale(), bar.orders)}</td>
                    <td data-label=cx.t(t::FIGURES_SOLD)><Amount money=bar.sold/></td>
                </tr>
            }
        })
        .collect_view();
    view! { <Table heads>{rows}</Table> }.into_html()
}
