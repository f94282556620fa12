//! Having a machine write what is missing: one button, where the operator connected one.

use axum::response::Response;
use domain::{ProductId, SuggestionProblem};
use l10n::{Text, t};
use leptos::prelude::*;
use service::studio::Suggestions;

use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{Named, StudioProduct, StudioShop, StudioShopSuggestions, StudioSuggestions};
use crate::ui::{Html, IntoHtml};

/// Asks for the missing texts.
pub async fn ask(cx: Cx, Named(id): Named<ProductId>) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    service::studio::ask_suggestions(cx.shop(), cx.actor(), id).await?;
    Ok(cx.see(&cx.url(&StudioProduct::new(&id.to_string()))))
}

/// Asks for the texts that the draft of the shop page lacks.
pub async fn ask_for_page(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    service::studio::ask_page_suggestions(cx.shop(), cx.actor()).await?;
    Ok(cx.see(&cx.url(&StudioShop::new())))
}

/// What lacks texts.
#[derive(Clone, Copy, Debug)]
pub(super) enum Lacking {
    /// This product.
    Product(ProductId),
    /// The draft of the shop page.
    Page,
}

impl Lacking {
    /// Its own page, and where a machine is asked.
    fn urls(self, cx: &Cx) -> (String, String) {
        match self {
            Self::Product(id) => {
                let id = id.to_string();
                (cx.url(&StudioProduct::new(&id)), cx.url(&StudioSuggestions::new(&id)))
            }
            Self::Page => (cx.url(&StudioShop::new()), cx.url(&StudioShopSuggestions::new())),
        }
    }

    /// How long one waits.
    const fn waiting(self) -> Text {
        match self {
            Self::Product(_) => t::STUDIO_SUGGEST_WAITING,
            Self::Page => t::STUDIO_SUGGEST_WAITING_PAGE,
        }
    }
}

/// The button, and what became of it.
#[component]
pub(super) fn SuggestTexts(
    /// What lacks texts.
    of: Lacking,
    /// How it stands.
    suggestions: Suggestions,
) -> Html {
    let cx = Cx::here();
    let (here, ask) = of.urls(&cx);
    let problem = match suggestions {
        Suggestions::Off => return Html::new(""),
        Suggestions::Waiting => {
            return view! {
                <div class="c-notice" role="status" data-testid="suggesting">
                    <p>{cx.t(of.waiting())}</p>
                    <p><a class="c-link" href=here>{cx.t(t::STUDIO_SUGGEST_LOOK)}</a></p>
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
        <form class="c-card c-stack" method="post" action=ask data-testid="suggest">
            <p class="c-muted">{cx.t(t::STUDIO_SUGGEST_HINT)}</p>
            <p class="c-actions"><button class="c-button">{cx.t(t::STUDIO_SUGGEST_BUTTON)}</button></p>
        </form>
    }
    .into_html()
}
