//! What stands round every page of translators: their menu, and the page's title.

use l10n::{Text, t};
use leptos::prelude::*;

use crate::cx::Cx;
use crate::page::Meta;
use crate::routes::{Account, Translate, TranslateGlossary, TranslateProblems, TranslateTake};
use crate::ui::{Contents, Html, Icon, IconName, IntoHtml};

/// What a page of translators says about itself: it has their menu under the thumb, in place of the shop's.
pub(super) fn translate_meta(title: impl Into<String>) -> Meta {
    Meta::private(title).menu(translate_menu)
}

fn translate_menu() -> Html {
    view! { <TranslateMenu/> }.into_html()
}

/// The ways of the area, and to one's account, where one signs out.
#[component]
fn TranslateMenu() -> Html {
    let cx = Cx::here();
    let is_text = cx.path() == "/translate" || cx.path().starts_with("/translate/text/");
    let is_at = |place: &str| cx.path() == place;
    let link = |url: String, icon: IconName, text: Text, is_here: bool| {
        view! {
            <a href=url aria-current=is_here.then_some("page")><Icon name=icon/><span>{cx.t(text)}</span></a>
        }
    };
    let problems = cx.url(&TranslateProblems::new());
    view! {
        <nav class="c-menu c-menu--work c-menu--yields" aria-label=cx.t(t::TRANSLATE_NAV) data-testid="translate-menu">
            {link(cx.url(&Translate::new()), IconName::Menu, t::TRANSLATE_NAV_TEXTS, is_text)}
            {link(
                cx.url(&TranslateGlossary::new()),
                IconName::Globe,
                t::TRANSLATE_NAV_GLOSSARY,
                is_at("/translate/glossary"),
            )}
            {link(cx.url(&TranslateTake::new()), IconName::Check, t::TRANSLATE_NAV_TAKE, is_at("/translate/take"))}
            {link(problems, IconName::Search, t::TRANSLATE_NAV_PROBLEMS, is_at("/translate/problems"))}
            {link(cx.url(&Account::new()), IconName::User, t::ACCOUNT_TITLE, false)}
        </nav>
    }
    .into_html()
}

/// Title, and the page itself.
#[component]
pub(super) fn TranslateFrame(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// The page.
    children: Contents,
) -> Html {
    view! {
        <div class="c-stack c-dense">
            <h1 class="c-title">{title}</h1>
            {children.into_inner()}
        </div>
    }
    .into_html()
}
