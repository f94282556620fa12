//! The texts of the page that are missing or outdated in some language, part by part.

use components::place_name;
use components::texts::PLACES;
use domain::shop_page::{Block, Untranslated};
use l10n::{Words, t};
use leptos::prelude::*;
use service::studio::ShopWorkbench;

use super::lines::part_name;
use crate::cx::Cx;
use crate::routes::{StudioShop, StudioShopPart};
use crate::ui::{Html, IntoHtml};

/// Where the list stands in its page.
const HERE: &str = "texts";

/// The way to the list.
pub(in crate::studio) fn texts_url(cx: &Cx) -> String {
    format!("{}#{HERE}", cx.url(&StudioShop::new()))
}

/// The list, with a link to each part; nothing where all is there.
#[component]
pub(super) fn TextsToGoOver(
    /// The page as it is being worked on.
    bench: ShopWorkbench,
) -> Html {
    let cx = Cx::here();
    if bench.untranslated.is_empty() {
        return Html::new("");
    }
    let words = cx.shop().texts().words(cx.locale(), PLACES);
    let parts = bench
        .page
        .document
        .blocks()
        .iter()
        .filter_map(|block| line(&cx, &words, &bench, block))
        .collect_view();
    view! {
        <details class="c-card" id=HERE open data-testid="page-texts">
            <summary>{cx.t(t::SHOPFRONT_TEXTS)}</summary>
            <ul class="c-list">{parts}</ul>
        </details>
    }
    .into_html()
}

fn line(cx: &Cx, words: &Words, bench: &ShopWorkbench, block: &Block) -> Option<Html> {
    let names = |is_outdated: bool| {
        let wanted = |text: &&Untranslated| text.block == block.id && text.is_outdated == is_outdated;
        let texts = bench.untranslated.iter().filter(wanted);
        let names: Vec<String> = texts.map(|text| place_name(words, block.kind, text.place)).collect();
        (!names.is_empty()).then(|| names.join(" · "))
    };
    let (missing, outdated) = (names(false), names(true));
    if missing.is_none() && outdated.is_none() {
        return None;
    }
    let missing = missing.map(|names| view! { <p class="c-small">{cx.t(t::studio_product_missing(names))}</p> });
    let outdated = outdated.map(|names| view! { <p class="c-small">{cx.t(t::studio_product_outdated(names))}</p> });
    let url = cx.url(&StudioShopPart::new(&block.id.to_string()));
    let name = part_name(cx, &bench.page.document, bench.page.source, block);
    Some(view! { <li><a class="c-link" href=url>{name}</a>{missing}{outdated}</li> }.into_html())
}
