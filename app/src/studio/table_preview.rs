//! The rows of a table that is to be taken over: each as it would become, and what is not right with it.

use components::texts::PLACES;
use components::{kind_name, place_name};
use domain::shop_page::{BlockKind, Place};
use domain::{Locale, Quantity, TableColumn, Unit};
use l10n::{format, t};
use leptos::prelude::*;
use service::catalog::Season;
use service::studio::tables::{
    FactChange, PreviewLot, PreviewRow, Problem, TextChange, Was, column_word, problem_word,
};

use super::goods_words::size_name;
use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, QuantityText, StepPrices, harvest_text, quantity_text};

/// The first rows as they would become.
#[component]
pub(super) fn Preview(
    /// They.
    rows: Vec<PreviewRow>,
) -> Html {
    let cx = Cx::here();
    if rows.is_empty() {
        return Html::new("");
    }
    let rows = rows.into_iter().map(|row| view! { <Shown row/> }).collect_view();
    view! {
        <section class="c-stack">
            <h2>{cx.t(t::TABLES_PREVIEW)}</h2>
            <ul class="c-stack" data-testid="preview">{rows}</ul>
        </section>
    }
    .into_html()
}

/// One of them.
#[component]
fn Shown(
    /// The row.
    row: PreviewRow,
) -> Html {
    let cx = Cx::here();
    let (word, text, class) = match &row.was {
        Was::New => ("new", t::TABLES_COUNT_NEW, "c-badge c-badge--good"),
        Was::Changed { .. } => ("changed", t::TABLES_COUNT_CHANGED, "c-badge c-badge--warn"),
        Was::Same => ("same", t::TABLES_COUNT_SAME, "c-badge c-badge--quiet"),
        Was::Wrong(_) => ("wrong", t::TABLES_COUNT_WRONG, "c-badge c-badge--error"),
    };
    let (price_was, stock_was) = match &row.was {
        Was::Changed { price, stock, .. } => (*price, *stock),
        _ => (None, None),
    };
    let steps_were = match &row.was {
        Was::Changed { steps, .. } => *steps,
        _ => None,
    };
    let steps = row.terms.map(|terms| {
        let was = steps_were.map(|steps| {
            let was = steps.typed(terms.sold_by.unit, terms.price.currency);
            let was = if was.is_empty() { "–".to_owned() } else { was };
            view! { <p class="c-small c-muted">{cx.tv(t::tables_price_was(was))}</p> }
        });
        view! { <StepPrices terms/>{was} }
    });
    let terms = row.terms.map(|terms| {
        let price = |price| components::price_text(cx.locale(), &terms, price);
        let was = price_was.map(|was| view! { <span class="c-muted">{cx.tv(t::tables_price_was(price(was)))}</span> });
        view! { <bdi class="c-muted">{size_name(&cx, &terms)}</bdi><bdi class="c-num">{price(terms.price)}</bdi>{was} }
    });
    let amount = |amount: i64| quantity_text(&cx, Quantity(amount), row.unit);
    let stock = row.stock.map(|stock| {
        let text = match stock_was {
            Some(was) => cx.tv(t::tables_stock_was(amount(stock), amount(was))),
            None => cx.tv(t::tables_stock_of(amount(stock))),
        };
        view! { <span>{text}</span> }
    });
    let lot = row.lot.map(|lot| view! { <NewLot lot unit=row.unit/> });
    let unit = row.unit;
    let (wrong, facts, texts) = match row.was {
        Was::Wrong(problems) => (problems, Vec::new(), Vec::new()),
        Was::Changed { facts, texts, .. } => (Vec::new(), facts, texts),
        Was::New | Was::Same => (Vec::new(), Vec::new(), Vec::new()),
    };
    let facts = facts
        .into_iter()
        .map(|change| view! { <ChangedFact change unit/> })
        .collect_view();
    let texts = texts
        .into_iter()
        .map(|change| view! { <ChangedText change/> })
        .collect_view();
    let wrong = wrong
        .into_iter()
        .map(|problem| view! { <ProblemLine problem/> })
        .collect_view();
    let notes = row
        .notes
        .into_iter()
        .map(|problem| view! { <ProblemLine problem/> })
        .collect_view();
    let number = format::number(cx.locale(), i64::try_from(row.row).unwrap_or_default());
    let name = match row.part {
        Some(part) => view! { <span>{part_text(&cx, part)}</span> }.into_html(),
        None => view! { <span lang=row.lang.map(Locale::bcp47) dir="auto">{row.name}</span> }.into_html(),
    };
    view! {
        <li class="c-card" data-testid="preview-row" data-was=word>
            <p class="c-row">
                <span class="c-muted">{cx.tv(t::tables_row_number(number))}</span>
                <span class=class>{cx.t(text)}</span>
                {name}
                {terms}
                {stock}
            </p>
            {lot}
            {steps}
            {facts}
            {texts}
            {wrong}
            {notes}
        </li>
    }
    .into_html()
}

/// A lot that comes in.
#[component]
fn NewLot(
    /// It.
    lot: PreviewLot,
    /// Unit of its amount.
    unit: Unit,
) -> Html {
    let cx = Cx::here();
    let harvested = lot.harvested.map(|harvested| {
        view! { <span>{cx.t(t::GOODS_HARVESTED)}": "<bdi>{harvest_text(&cx, &harvested)}</bdi></span> }
    });
    let origin = (!lot.origin.is_empty()).then(|| {
        let lang = lot.lang.bcp47();
        view! { <span>{cx.t(t::GOODS_ORIGIN)}": "<bdi lang=lang>{lot.origin}</bdi></span> }
    });
    view! {
        <p class="c-row" data-testid="new-lot">
            <span>{cx.t(t::GOODS_LOT_CAME)}": "<QuantityText quantity=Quantity(lot.amount) unit/></span>
            {harvested}
            {origin}
        </p>
    }
    .into_html()
}

/// What a place of a part of the shop page is called.
pub(super) fn part_text(cx: &Cx, (kind, place): (BlockKind, Place)) -> String {
    let words = cx.shop().texts().words(cx.locale(), PLACES);
    [&cx.t(kind_name(kind)), " · ", &place_name(&words, kind, place)].concat()
}

/// Category, season, harvest or what one buyer may have, as it is and as it would become.
#[component]
fn ChangedFact(
    /// It.
    change: FactChange,
    /// Unit of amounts.
    unit: Unit,
) -> Html {
    let cx = Cx::here();
    let what = cx.t(match change {
        FactChange::BuyerLimit { .. } => column_word(TableColumn::BuyerLimit),
        FactChange::HarvestYear { .. } => column_word(TableColumn::HarvestYear),
        FactChange::Season { .. } => t::GOODS_SEASON,
        FactChange::Category { .. } => column_word(TableColumn::Category),
    });
    let none = || cx.t(t::TABLES_TEXT_NONE);
    let amount = |amount: Option<Quantity>| amount.map_or_else(none, |amount| quantity_text(&cx, amount, unit));
    // A year is a number, but is not grouped by thousands.
    let year = |year: Option<i64>| year.map_or_else(none, |year| year.to_string());
    let months = |season: Option<Season>| {
        season.map_or_else(
            || cx.t(t::GOODS_SEASON_NONE),
            |season| {
                let [from, to] = [season.from, season.to].map(|month| format::month_name(cx.locale(), month));
                cx.t(t::product_season_months(from, to))
            },
        )
    };
    let (before, after) = match change {
        FactChange::BuyerLimit { before, after } => (amount(before), amount(after)),
        FactChange::HarvestYear { before, after } => (year(before), year(after)),
        FactChange::Season { before, after } => (months(before), months(after)),
        FactChange::Category { before, after } => (before.text, after.text),
    };
    view! {
        <div class="c-stack" data-testid="changed-fact">
            <p><strong>{what}</strong></p>
            <p><span class="c-small c-muted">{cx.t(t::TABLES_TEXT_NOW)}</span>" "<bdi>{before}</bdi></p>
            <p><span class="c-small c-muted">{cx.t(t::TABLES_TEXT_THEN)}</span>" "<bdi>{after}</bdi></p>
        </div>
    }
    .into_html()
}

/// A text as it is and as it would become.
#[component]
fn ChangedText(
    /// It.
    change: TextChange,
) -> Html {
    let cx = Cx::here();
    let lang = change.lang.bcp47();
    let what = match change.part {
        Some(part) => part_text(&cx, part),
        None => cx.t(column_word(change.column)),
    };
    let now = if change.before.is_empty() {
        view! { <span class="c-muted">{cx.t(t::TABLES_TEXT_NONE)}</span> }.into_html()
    } else {
        view! { <span lang=lang dir="auto">{change.before}</span> }.into_html()
    };
    let confirmed = change
        .is_confirmed
        .then(|| view! { <p data-testid="confirmed-text">{cx.t(t::TABLES_TEXT_CONFIRMED)}</p> });
    let foreign = change
        .is_foreign
        .then(|| view! { <p class="c-field__error" data-testid="foreign-text">{cx.t(t::TABLES_TEXT_FOREIGN)}</p> });
    view! {
        <div class="c-stack" data-testid="changed-text">
            <p><strong>{what}</strong></p>
            <p class="c-small c-muted">{cx.t(t::TABLES_TEXT_NOW)}</p>
            <p>{now}</p>
            <p class="c-small c-muted">{cx.t(t::TABLES_TEXT_THEN)}</p>
            <p lang=lang dir="auto">{change.after}</p>
            {confirmed}
            {foreign}
        </div>
    }
    .into_html()
}

/// Something that is not right, or to be known.
#[component]
pub(super) fn ProblemLine(
    /// What.
    problem: Problem,
) -> Html {
    let cx = Cx::here();
    let text = problem.text().to_owned();
    let typed = (!text.is_empty()).then(|| view! { " "<bdi class="c-muted">{text}</bdi> });
    let said = match problem.other_row() {
        Some(row) => cx.t(t::tables_problem_disagrees_with(format::number(cx.locale(), row))),
        None => cx.t(problem_word(problem.problem)),
    };
    let row = format::number(cx.locale(), problem.row);
    let what = match problem.part {
        Some(part) => part_text(&cx, part),
        None => cx.t(column_word(problem.column)),
    };
    let place = cx.tv(t::tables_problem_at(row, what));
    let class = if problem.problem.is_note() {
        "c-muted"
    } else {
        "c-field__error"
    };
    view! {
        <p class=class data-problem=problem.problem.as_str()>
            <strong>{place}</strong>{typed}" — "{said}
        </p>
    }
    .into_html()
}
