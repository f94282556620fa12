//! `/translate/problems`: what the programs of the shop cannot use in their files.

use axum::response::Response;
use domain::Locale;
use l10n::{format, t};
use leptos::prelude::*;
use service::wording::{self, ProblemView};

use super::frame::{TranslateFrame, translate_meta};
use super::words::UnitName;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::query::{value_of, with_query};
use crate::routes::TranslateProblems;
use crate::ui::{Html, IntoHtml, Moment, language_name};

/// The language in the address whose mistakes are asked for; else the reader's.
const OF: &str = "of";

/// The list.
pub(super) async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let problems = wording::problems(cx.shop(), cx.actor(), cx.locale()).await?;
    let own = wording::language(cx.actor())?;
    let language = Locale::from_code(&value_of(cx.query(), OF)).unwrap_or(own);
    Ok(cx.page(translate_meta(cx.t(t::TRANSLATE_PROBLEMS_TITLE)), || {
        view! { <ProblemsPage problems own language/> }
    }))
}

/// Whether a translator of `language` is concerned: with their own texts, and with what is about all languages.
fn concerns(problem: &ProblemView, language: Locale) -> bool {
    problem.language.is_none_or(|of| of == language)
}

/// What is wrong, and where.
#[component]
fn ProblemsPage(
    /// What is wrong.
    problems: Vec<ProblemView>,
    /// The reader's language.
    own: Locale,
    /// The one that is asked for.
    language: Locale,
) -> Html {
    let cx = Cx::here();
    let others = Locale::all().iter().copied().filter(|of| *of != own);
    let tabs = std::iter::once(own)
        .chain(others)
        .map(|of| (of, problems.iter().filter(|problem| concerns(problem, of)).count()))
        // What is nowhere needs no way there.
        .filter(|(of, count)| *count > 0 || *of == own || *of == language)
        .map(|(of, count)| {
            let url = with_query(cx.url(&TranslateProblems::new()), &[(OF, of.code())]);
            let count = format::number(cx.locale(), i64::try_from(count).unwrap_or(i64::MAX));
            let is_here = of == language;
            view! {
                <a href=url aria-current=is_here.then_some("page")>
                    {language_name(&cx, of)}" "<bdi class="c-muted">{count}</bdi>
                </a>
            }
        })
        .collect_view();
    let problems: Vec<ProblemView> = problems
        .into_iter()
        .filter(|problem| concerns(problem, language))
        .collect();
    let list = if problems.is_empty() {
        view! { <p class="c-empty">{cx.t(t::TRANSLATE_PROBLEMS_NONE)}</p> }.into_html()
    } else {
        let rows = problems
            .into_iter()
            .map(|problem| {
                let place = format!("{}:{}", problem.path, problem.line);
                let unit = problem
                    .unit
                    .map(|unit| view! { <p><UnitName name=unit.to_string()/></p> });
                view! {
                    <li class="c-list__item">
                        <div class="c-list__main">
                            <p><strong>{problem.sentence}</strong></p>
                            {unit}
                            <p class="c-small c-muted">
                                <UnitName name=place/>" · "<Moment at=problem.at/>
                            </p>
                        </div>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="c-list" data-testid="problems">{rows}</ul> }.into_html()
    };
    view! {
        <TranslateFrame title=cx.t(t::TRANSLATE_PROBLEMS_TITLE)>
            <nav class="c-tabs c-tabs--all" aria-label=cx.t(t::NAV_LANGUAGE)>{tabs}</nav>
            <p class="c-lead">{cx.t(t::TRANSLATE_PROBLEMS_LEAD)}</p>
            {list}
        </TranslateFrame>
    }
    .into_html()
}
