//! What stands round every page of translators.

use l10n::{Text, t};
use leptos::prelude::*;

use crate::cx::Cx;
use crate::routes::{Account, SignOut, Translate, TranslateGlossary, TranslateProblems, TranslateTake};
use crate::ui::{Contents, Html, IntoHtml};

/// Title, menu, and the page itself.
#[component]
pub(super) fn TranslateFrame(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// The page.
    children: Contents,
) -> Html {
    let cx = Cx::here();
    let link = |url: String, text: Text, place: &str| {
        let is_here = cx.path() == place;
        view! { <a href=url aria-current=is_here.then_some("page")>{cx.t(text)}</a> }
    };
    view! {
        <div class="c-stack c-dense">
            <div class="c-bar">
                <h1 class="c-title">{title}</h1>
                <a class="c-button c-button--quiet" href=cx.url(&Account::new())>{cx.t(t::ACCOUNT_TITLE)}</a>
                <form method="post" action=cx.url(&SignOut::new())>
                    <button class="c-button c-button--quiet" data-testid="sign-out">{cx.t(t::ACCOUNT_SIGN_OUT)}</button>
                </form>
            </div>
            <nav class="c-tabs c-tabs--all c-ways" aria-label=cx.t(t::TRANSLATE_NAV)>
                {link(cx.url(&Translate::new()), t::TRANSLATE_NAV_TEXTS, "/translate")}
                {link(cx.url(&TranslateGlossary::new()), t::TRANSLATE_NAV_GLOSSARY, "/translate/glossary")}
                {link(cx.url(&TranslateTake::new()), t::TRANSLATE_NAV_TAKE, "/translate/take")}
                {link(cx.url(&TranslateProblems::new()), t::TRANSLATE_NAV_PROBLEMS, "/translate/problems")}
            </nav>
            {children.into_inner()}
        </div>
    }
    .into_html()
}
