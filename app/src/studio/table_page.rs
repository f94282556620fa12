//! The page of one import.

use domain::{ImportState, RowProblem, TableColumn};
use l10n::{format, t};
use leptos::prelude::*;
use service::catalog::CategoryLink;
use service::studio::tables::{Counts, ImportPage, Problem, outcome_word, refusal_word};

use super::frame::StudioFrame;
use super::table::{CANCEL, CONFIRM};
use super::table_columns::{Matching, wrong_fields};
use super::table_preview::{Preview, ProblemLine};
use crate::cx::Cx;
use crate::not_saved::NotSaved;
use crate::routes::{StudioTable, StudioTableProblems, StudioTables};
use crate::ui::{ErrorSummary, Hidden, Html, IntoHtml, Moment, RefusedNotice};

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
