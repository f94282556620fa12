//! What can be done with a part and with the page: buttons large enough for a thumb.

use components::{kind_hint, kind_name};
use domain::shop_page::{Block, BlockId, BlockKind, Theme};
use l10n::{Text, t};
use leptos::prelude::*;

use super::page::StepForm;
use crate::cx::Cx;
use crate::routes::{StudioShop, StudioShopPart};
use crate::shops::front::theme_class;
use crate::ui::{Hidden, Html, IntoHtml};

/// The way into a part, and where it stands.
#[component]
pub(super) fn PartTools(
    /// The part.
    block: Block,
    /// What it is called beside the others.
    name: String,
    /// Its place among them.
    at: usize,
    /// Nothing stands below it.
    is_last: bool,
) -> Html {
    let cx = Cx::here();
    let aloud = |does: Text| cx.t(t::shopfront_do(cx.t(does), name.clone()));
    let edit = view! {
        <a
            class="c-button c-button--primary"
            href=cx.url(&StudioShopPart::new(&block.id.to_string()))
            aria-label=aloud(t::SHOPFRONT_EDIT)
            data-testid="edit-part"
        >
            {cx.t(t::SHOPFRONT_EDIT)}
        </a>
    };
    let steps = (!block.kind.is_fixed()).then(|| {
        let hide = if block.hidden {
            ("show", t::SHOPFRONT_SHOW, true)
        } else {
            ("hide", t::SHOPFRONT_HIDE, true)
        };
        let buttons = [
            ("up", t::SHOPFRONT_UP, at > 1),
            ("down", t::SHOPFRONT_DOWN, !is_last),
            hide,
            ("remove", t::SHOPFRONT_REMOVE, true),
        ]
        .into_iter()
        .filter(|(.., is_possible)| *is_possible)
        .map(|(word, text, _)| {
            view! { <button class="c-button" name="command" value=word aria-label=aloud(text)>{cx.t(text)}</button> }
        })
        .collect_view();
        view! {
            <StepForm part=Some(block.id) testid=format!("part-{}", block.id)>
                <Hidden name="from" value=at.to_string()/>
                {buttons}
            </StepForm>
        }
    });
    let below = view! {
        <a
            class="c-button c-button--quiet"
            href=format!("{}?{BELOW}={}#{ADD}", cx.url(&StudioShop::new()), block.id)
            aria-label=aloud(t::SHOPFRONT_ADD_BELOW)
            data-testid="add-below"
        >
            {cx.t(t::SHOPFRONT_ADD_BELOW)}
        </a>
    };
    view! { <div class="c-row">{edit}{steps}{below}</div> }.into_html()
}

/// The word of the address that names the part below which another one is to stand.
pub(super) const BELOW: &str = "below";
/// The place where one chooses what to add.
const ADD: &str = "add";

/// What may be added: below a part, else at the end of the page.
#[component]
pub(super) fn AddPart(
    /// There are as many parts as there may be.
    is_full: bool,
    /// The part below which it comes.
    below: Option<BlockId>,
) -> Html {
    let cx = Cx::here();
    if is_full {
        return view! { <p class="c-notice" id=ADD>{cx.t_id("error-blocks-full")}</p> }.into_html();
    }
    let choices = BlockKind::ALL
        .into_iter()
        .filter(|kind| !kind.is_fixed())
        .map(|kind| {
            view! {
                <li class="c-line">
                    <span class="c-line__body"><strong>{cx.t(kind_name(kind))}</strong><br/><small class="c-muted">{cx.t(kind_hint(kind))}</small></span>
                    <button
                        class="c-button"
                        name="kind"
                        value=kind.as_str()
                        aria-label=cx.t(t::shopfront_do(cx.t(t::SHOPFRONT_ADD), cx.t(kind_name(kind))))
                    >
                        {cx.t(t::SHOPFRONT_ADD)}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="c-card" id=ADD open=below.is_some() data-testid="add-part">
            <summary class="c-card__title">{cx.t(t::SHOPFRONT_ADD_TITLE)}</summary>
            <StepForm part=below testid="add".to_owned()>
                <input type="hidden" name="command" value="add"/>
                <ul class="c-list">{choices}</ul>
            </StepForm>
        </details>
    }
    .into_html()
}

/// The colours, each shown by a button of its own.
#[component]
pub(super) fn Themes(
    /// The one the page has.
    theme: Theme,
) -> Html {
    let cx = Cx::here();
    let choices = Theme::ALL
        .into_iter()
        .map(|choice| {
            let is_chosen = choice == theme;
            let class = if is_chosen {
                "c-button c-button--primary"
            } else {
                "c-button"
            };
            view! {
                <span class=theme_class(choice)>
                    <button
                        class=class
                        name="theme"
                        value=choice.as_str()
                        aria-pressed=is_chosen.then_some("true")
                    >
                        {cx.t(theme_name(choice))}
                    </button>
                </span>
            }
        })
        .collect_view();
    view! {
        <section class="c-card">
            <h2 class="c-card__title">{cx.t(t::SHOPFRONT_THEME_TITLE)}</h2>
            <StepForm part=None testid="theme".to_owned()>
                <input type="hidden" name="command" value="theme"/>
                {choices}
            </StepForm>
        </section>
    }
    .into_html()
}

const fn theme_name(theme: Theme) -> Text {
    match theme {
        Theme::Turquoise => t::SHOPFRONT_THEME_TURQUOISE,
        Theme::Apricot => t::SHOPFRONT_THEME_APRICOT,
        Theme::Pomegranate => t::SHOPFRONT_THEME_POMEGRANATE,
        Theme::Leaf => t::SHOPFRONT_THEME_LEAF,
        Theme::Plum => t::SHOPFRONT_THEME_PLUM,
    }
}
