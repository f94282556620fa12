//! `/translate/problems`: what the programs of the shop cannot use in their files.

use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::wording::{self, ProblemView};

use super::frame::TranslateFrame;
use super::words::UnitName;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::ui::{Html, IntoHtml, Moment};

/// The list.
pub(super) async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let problems = wording::problems(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(cx.page(Meta::private(cx.t(t::TRANSLATE_PROBLEMS_TITLE)), || {
        view! { <ProblemsPage problems/> }
    }))
}

/// What is wrong, and where.
#[component]
fn ProblemsPage(
    /// What is wrong.
    problems: Vec<ProblemView>,
) -> Html {
    let cx = Cx::here();
    let list = if problems.is_empty() {
        view! { <p class="c-empty">{cx.t(t::TRANSLATE_PROBLEMS_NONE)}</p> }.into_html()
    } else {
        let rows = problems
            .into_iter()
            .map(|problem| {
                let place = format!("{}:{}", problem.path, problem.line);
                let node = (!problem.node.is_empty()).then(|| view! { " · "<bdi>{problem.node}</bdi> });
                let unit = problem
                    .unit
                    .map(|unit| view! { <p><UnitName name=unit.to_string()/></p> });
                view! {
                    <li class="c-list__item">
                        <div class="c-list__main">
                            <p><strong>{problem.sentence}</strong></p>
                            {unit}
                            <p class="c-small c-muted">
                                <UnitName name=place/>{node}" · "<Moment at=problem.at/>
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
            <p class="c-lead">{cx.t(t::TRANSLATE_PROBLEMS_LEAD)}</p>
            {list}
        </TranslateFrame>
    }
    .into_html()
}
