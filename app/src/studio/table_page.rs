//! The page of one import.

use components::texts::PLACES;
use components::{kind_name, place_name};
use domain::shop_page::{BlockKind, Place};
use domain::{ImportState, Locale, Quantity, RowProblem, TableColumn, Unit};
use l10n::{format, t};
use leptos::prelude::*;
use service::catalog::{CategoryLink, Season};
use service::studio::tables::{
    Counts, FactChange, ImportPage, PreviewLot, PreviewRow, Problem, TextChange, Was, column_word, outcome_word,
    problem_word, refusal_word,
};

use super::frame::StudioFrame;
use super::goods_words::size_name;
use super::table::{CANCEL, CONFIRM};
use super::table_columns::{Matching, wrong_fields};
use crate::cx::Cx;
use crate::not_saved::NotSaved;
use crate::routes::{StudioTable, StudioTableProblems, StudioTables};
use crate::ui::{
    ErrorSummary, Hidden, Html, IntoHtml, Moment, QuantityText, RefusedNotice, StepPrices, harvest_text, quantity_text,
};

/// What an import is, would do, does or did.
#[component]
pub(super) fn StudioTablePage(
    /// The import.
    import: ImportPage,
    /// The shelves of the shop.
    categories: Vec<CategoryLink>,
    /// Why a form was not carried out.
    why: NotSaved,
) -> Html {
    let cx = Cx::here();
    let NotSaved { errors, refused } = why;
    let url = cx.url(&StudioTable::new(&import.id.to_string()));
    let (state, counts) = (import.state, import.counts);
    let wrong = wrong_fields(&cx, &errors);
    let reason = import.reason.map(|reason| {
        view! { <div class="c-notice c-notice--warn" role="alert" data-testid="refusal"><p>{cx.t(refusal_word(reason))}</p></div> }
    });
    let pictures = (import.pictures > 0).then(|| {
        let count = format::number(cx.locale(), import.pictures);
        view! { <p class="c-muted">{cx.tv(t::tables_pictures(count))}</p> }
    });
    let done = (state == ImportState::Done && counts.new > 0).then(|| {
        let text = if import.is_of_lots {
            t::TABLES_DONE_LOTS
        } else {
            t::TABLES_DONE_DRAFTS
        };
        view! { <div class="c-notice c-notice--good" role="status"><p>{cx.t(text)}</p></div> }
    });
    // Other shops' tables name no category of ours: one choice mends all rows.
    let lacks_category = import.category.is_empty()
        && import
            .problems
            .iter()
            .any(|problem| problem.column == TableColumn::Category && problem.problem == RowProblem::Required);
    let category = (lacks_category && state.is_open() && !state.is_busy()).then(|| {
        let field = format!("#{}", components::field_id("category"));
        view! {
            <div class="c-notice c-notice--warn" role="status" data-testid="category-needed">
                <p>{cx.t(t::TABLES_CATEGORY_NEEDED)}</p>
                <p><a class="c-button" href=field>{cx.t(t::TABLES_CATEGORY)}</a></p>
            </div>
        }
    });
    let (version, counted_at) = (import.version, import.counted_at);
    // While a job reads it the page loads itself again: what somebody chooses would be lost.
    let is_still = state.is_open() && !state.is_busy();
    let preview = is_still.then(|| view! { <Preview rows=import.rows.clone()/> });
    let decision =
        (state == ImportState::Ready).then(|| view! { <Decision url=url.clone() counts counted_at version/> });
    let cancel = (state.is_open() && state != ImportState::Ready).then(|| view! { <Cancel url=url.clone()/> });
    let problems = view! { <Problems id=import.id.to_string() problems=import.problems.clone() wrong=counts.wrong/> };
    let notes = view! { <Notes notes=import.notes.clone()/> };
    let is_matched = !import.is_of_translators && (is_still || (state.is_open() && !errors.is_empty()));
    let matching = is_matched.then(|| view! { <Matching url=url.clone() import categories errors/> });
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::TABLES_TITLE)}</h1>
                <a class="c-button c-button--quiet" href=cx.url(&StudioTables::new())>{cx.t(t::TABLES_BACK)}</a>
            </div>
            <RefusedNotice code=refused/>
            <ErrorSummary fields=wrong/>
            <State url=url.clone() state counts/>
            {reason}
            {category}
            {done}
            {pictures}
            {decision}
            {cancel}
            {preview}
            {problems}
            {notes}
            {matching}
        </StudioFrame>
    }
    .into_html()
}

/// Where it stands, in a word and in numbers.
#[component]
fn State(
    /// The page.
    url: String,
    /// The word.
    state: ImportState,
    /// The numbers.
    counts: Counts,
) -> Html {
    let cx = Cx::here();
    let number = |value: i64| format::number(cx.locale(), value);
    let stats = (state != ImportState::Checking && state != ImportState::Refused).then(|| {
        let stats = [
            ("new", t::TABLES_COUNT_NEW, counts.new),
            ("changed", t::TABLES_COUNT_CHANGED, counts.changed),
            ("same", t::TABLES_COUNT_SAME, counts.same),
            ("wrong", t::TABLES_COUNT_WRONG, counts.wrong),
        ];
        let stats = stats
            .into_iter()
            .map(|(word, name, count)| {
                view! {
                    <div class="c-stat" data-testid=format!("count-{word}")>
                        <strong class="c-num">{number(count)}</strong><span>{cx.t(name)}</span>
                    </div>
                }
            })
            .collect_view();
        view! { <div class="c-stats">{stats}</div> }
    });
    let running = (state == ImportState::Running).then(|| {
        let text = cx.tv(t::tables_progress(number(counts.through()), number(counts.total)));
        let stop_url = url.clone();
        view! {
            <div class="c-upload">
                <progress max="100" value=counts.percent().to_string() aria-label=cx.t(t::TABLES_STATE_RUNNING)></progress>
                <p class="c-muted">{text}</p>
            </div>
            <form class="c-row" method="post" action=stop_url data-testid="stop-import">
                <Hidden name="command" value=CANCEL/>
                <button class="c-button c-button--quiet">{cx.t(t::TABLES_STOP)}</button>
                <span class="c-muted">{cx.t(t::TABLES_STOP_TEXT)}</span>
            </form>
        }
    });
    let busy = state.is_busy().then(|| {
        view! {
            <p class="c-row">
                <a class="c-button" href=url>{cx.t(t::TABLES_RELOAD)}</a>
                <span class="c-muted">{cx.t(t::TABLES_LEAVE)}</span>
            </p>
        }
    });
    view! {
        <section class="c-stack" aria-live="polite">
            <p><span class="c-badge" data-testid="import-state" data-state=state.as_str()>{cx.t(outcome_word(state, counts))}</span></p>
            {stats}
            {running}
            {busy}
        </section>
    }
    .into_html()
}

/// Yes or no.
#[component]
fn Decision(
    /// The page.
    url: String,
    /// What a yes would do.
    counts: Counts,
    /// When that was so, where it may have changed since.
    counted_at: Option<i64>,
    /// What the page shows.
    version: i64,
) -> Html {
    let cx = Cx::here();
    let counted = counted_at.map(|at| {
        view! {
            <p class="c-muted" data-testid="counted-at">{cx.t(t::TABLES_COUNTED)}": "<Moment at/>". "{cx.t(t::TABLES_COUNTED_TEXT)}</p>
        }
    });
    let rows = counts.new + counts.changed;
    let left_out = (counts.wrong > 0).then(|| view! { <p class="c-muted">{cx.t(t::TABLES_WRONG_LEFT_OUT)}</p> });
    let yes = if rows == 0 {
        view! { <p class="c-notice">{cx.t(t::TABLES_NOTHING)}</p> }.into_html()
    } else {
        let count = format::number(cx.locale(), rows);
        view! {
            <form method="post" action=url.clone() data-testid="confirm-import">
                <Hidden name="command" value=CONFIRM/>
                <Hidden name="version" value=version.to_string()/>
                <button class="c-button c-button--primary">{cx.tv(t::tables_confirm(count))}</button>
            </form>
        }
        .into_html()
    };
    view! {
        <section class="c-stack">
            {left_out}
            {counted}
            <div class="c-row">
                {yes}
                <Cancel url/>
            </div>
        </section>
    }
    .into_html()
}

/// No.
#[component]
fn Cancel(
    /// The page.
    url: String,
) -> Html {
    let cx = Cx::here();
    view! {
        <form method="post" action=url data-testid="cancel-import">
            <Hidden name="command" value=CANCEL/>
            <button class="c-button c-button--quiet">{cx.t(t::TABLES_CANCEL)}</button>
        </form>
    }
    .into_html()
}

/// The first rows as they would become.
#[component]
fn Preview(
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
            <ul class="c-list" data-testid="preview">{rows}</ul>
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
        FactChange::Season { .. } => t::GOODS_SEASON,
        _ => column_word(change.column()),
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
fn ProblemLine(
    /// What.
    problem: Problem,
) -> Html {
    let cx = Cx::here();
    let typed = (!problem.typed.is_empty()).then(|| view! { " "<bdi class="c-muted">{problem.typed}</bdi> });
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
            <strong>{place}</strong>{typed}" — "{cx.t(problem_word(problem.problem))}
        </p>
    }
    .into_html()
}

/// Rows that are not right.
#[component]
fn Problems(
    /// Number of the import.
    id: String,
    /// The first of them.
    problems: Vec<Problem>,
    /// How many rows they are.
    wrong: i64,
) -> Html {
    let cx = Cx::here();
    if problems.is_empty() || wrong == 0 {
        return Html::new("");
    }
    let rows = problems
        .into_iter()
        .map(|problem| view! { <li><ProblemLine problem/></li> })
        .collect_view();
    view! {
        <section class="c-stack" data-testid="problems">
            <h2>{cx.t(t::TABLES_PROBLEMS)}</h2>
            <ul class="c-list">{rows}</ul>
            <p><a class="c-button" href=cx.url(&StudioTableProblems::new(&id)) data-plain="">{cx.t(t::TABLES_PROBLEMS_FILE)}</a></p>
        </section>
    }
    .into_html()
}

/// Rows that are taken over otherwise than they stand in the table.
#[component]
fn Notes(
    /// The first of them.
    notes: Vec<Problem>,
) -> Html {
    let cx = Cx::here();
    if notes.is_empty() {
        return Html::new("");
    }
    let rows = notes
        .into_iter()
        .map(|problem| view! { <li><ProblemLine problem/></li> })
        .collect_view();
    view! {
        <section class="c-stack" data-testid="notes">
            <h2>{cx.t(t::TABLES_NOTES)}</h2>
            <ul class="c-list">{rows}</ul>
        </section>
    }
    .into_html()
}
