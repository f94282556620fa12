//! What stands at the end of a page in translator mode: how to reach a text, all texts of the page and what there is to do about
//! them, and the way out.

use domain::UnitWork;
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::query::with_query;
use crate::routes::{TranslateMode, TranslateText};
use crate::ui::{Hidden, Html, IntoHtml};
use crate::unit_work::{work_badge, work_name};

/// The bar, in translator mode. The page's texts are links in it, so nobody needs a script, a mouse or eyes to reach one; `texts.js`
/// finds them on the page.
#[component]
pub(crate) fn TextsBar() -> Html {
    let cx = Cx::here();
    // What the bar itself says is not the page's.
    let Some(texts) = cx.marks().map(crate::marks::Marks::texts) else {
        return Html::new("");
    };
    let here = cx.here_in(cx.locale());
    let place_of = |unit: &str| with_query(cx.url(&TranslateText::new(unit)), &[("back", here.as_str())]);
    let links = texts
        .into_iter()
        .map(|marked| {
            let href = place_of(&marked.unit);
            // A text that shows only what fills it in has its name at least.
            let said = if marked.text.trim().is_empty() {
                marked.unit.clone()
            } else {
                marked.text
            };
            let work = marked.work.map(UnitWork::as_str);
            let badge = marked
                .work
                .map(|work| view! { <span class=work_badge(work)>{cx.t(work_name(work))}</span> });
            view! {
                <li>
                    <a href=href data-unit=marked.unit data-work=work dir="auto">{said}</a>
                    {badge}
                </li>
            }
        })
        .collect_view();
    // For texts that only a script has shown.
    let any = place_of("unit");
    view! {
        <aside class="c-texts" aria-label=cx.t(t::TEXTS_MODE) data-testid="texts-bar" data-texts=any>
            <details>
                <summary>{cx.t(t::TEXTS_MODE)}</summary>
                <p>{cx.t(t::TEXTS_MODE_HOW)}</p>
                <ul>{links}</ul>
            </details>
            <form method="post" action=cx.url(&TranslateMode::new()) data-testid="texts-leave">
                <Hidden name="back" value=here.clone()/>
                <button class="c-button" name="mode" value="off">{cx.t(t::TEXTS_MODE_LEAVE)}</button>
            </form>
        </aside>
    }
    .into_html()
}
