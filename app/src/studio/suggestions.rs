//! Having a machine write what is missing: one button, where the operator connected one.

use axum::response::Response;
use domain::{ProductId, SuggestionProblem};
use l10n::t;
use leptos::prelude::*;
use service::studio::Suggestions;

use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{Named, StudioProduct, StudioSuggestions};
use crate::ui::{Html, IntoHtml};

/// Asks for the missing texts.
pub async fn ask(cx: Cx, Named(id): Named<ProductId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    service::studio::ask_suggestions(cx.shop(), cx.actor(), id).await?;
    Ok(cx.see(&cx.url(&StudioProduct::new(&id.to_string()))))
}

/// The button, and what became of it.
#[component]
pub(super) fn SuggestTexts(
    /// The product.
    id: ProductId,
    /// How it stands.
    suggestions: Suggestions,
) -> Html {
    let cx = Cx::here();
    let problem = match suggestions {
        Suggestions::Off => return Html::new(""),
        Suggestions::Waiting => {
            let again = cx.url(&StudioProduct::new(&id.to_string()));
            return view! {
                <div class="c-notice" role="status" data-testid="suggesting">
                    <p>{cx.t(t::STUDIO_SUGGEST_WAITING)}</p>
                    <p><a class="c-link" href=again>{cx.t(t::STUDIO_SUGGEST_LOOK)}</a></p>
                </div>
            }
            .into_html();
        }
        Suggestions::Possible => None,
        Suggestions::Failed(problem) => Some(match problem {
            SuggestionProblem::Unreachable => t::STUDIO_SUGGEST_UNREACHABLE,
            SuggestionProblem::Refused => t::STUDIO_SUGGEST_REFUSED,
            SuggestionProblem::Unusable => t::STUDIO_SUGGEST_UNUSABLE,
        }),
    };
    let problem = problem.map(|text| {
        view! { <div class="c-notice c-notice--error" role="alert" data-testid="not-suggested"><p>{cx.t(text)}</p></div> }
    });
    view! {
        {problem}
        <form class="c-card c-stack" method="post" action=cx.url(&StudioSuggestions::new(&id.to_string())) data-testid="suggest">
            <p class="c-muted">{cx.t(t::STUDIO_SUGGEST_HINT)}</p>
            <p class="c-actions"><button class="c-button">{cx.t(t::STUDIO_SUGGEST_BUTTON)}</button></p>
        </form>
    }
    .into_html()
}
