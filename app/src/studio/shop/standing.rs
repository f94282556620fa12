//! Where the page stands: whether buyers see it, what was changed since, what is missing, and what can be taken back.

use components::{MissingLine, MissingLines};
use domain::shop_page::PartChange;
use l10n::t;
use leptos::prelude::*;
use service::studio::{PageChange, ShopWorkbench};

use super::history::{name_of, signed};
use super::lines::{self, part_name};
use crate::cx::Cx;
use crate::routes::StudioShop;
use crate::ui::{Hidden, Html, IntoHtml};

/// Whether buyers see what stands here, and the buttons that show it to them or take the last step back.
#[component]
pub(super) fn Standing(
    /// The page as it is being worked on.
    bench: ShopWorkbench,
    /// What buyers see by half or not at all, in all parts that are shown to them.
    missing: Vec<MissingLine>,
) -> Html {
    let cx = Cx::here();
    let action = cx.url(&StudioShop::new());
    let text = if bench.is_changed {
        t::SHOPFRONT_CHANGED
    } else {
        t::SHOPFRONT_UNCHANGED
    };
    let class = if bench.is_changed || !missing.is_empty() {
        "c-notice c-notice--warn"
    } else {
        "c-notice c-notice--good"
    };
    let signed = bench.published.as_ref().map(|published| {
        view! { <p class="c-muted">{cx.t(t::SHOPFRONT_HISTORY_PUBLISHED)}": "{signed(&cx, published)}</p> }
    });
    // While the Centre has suspended the cooperative, nothing new is shown to buyers.
    let sells = bench.page.sells;
    let suspended = (!sells).then(|| view! { <p>{cx.t(t::SHOPFRONT_SUSPENDED)}</p> });
    let publish = (bench.is_changed && sells).then(|| {
        view! {
            <form method="post" action=action.clone() data-testid="publish">
                <Hidden name="version" value=bench.version.to_string()/>
                <button class="c-button c-button--primary" name="command" value="publish">{cx.t(t::SHOPFRONT_PUBLISH)}</button>
            </form>
        }
    });
    view! {
        <div class=class data-testid="standing">
            <p>{cx.t(text)}</p>
            {suspended}
            {signed}
            {changes(&cx, &bench)}
            <MissingLines lines=missing/>
            <div class="c-row">{publish}{undo(&cx, &bench, action)}</div>
            {overwritten(&cx, &bench)}
        </div>
    }
    .into_html()
}

/// What is not as buyers see it, part by part, and who did it.
fn changes(cx: &Cx, bench: &ShopWorkbench) -> Option<Html> {
    let repainted = bench
        .is_repainted
        .then(|| view! { <li>{cx.t(t::SHOPFRONT_STEP_THEME)}</li> });
    let lines = bench
        .changes
        .iter()
        .map(|change| change_line(cx, bench, change))
        .collect_view();
    let is_any = bench.is_repainted || !bench.changes.is_empty();
    is_any.then(|| {
        view! {
            <details open data-testid="changes">
                <summary>{cx.t(t::SHOPFRONT_CHANGES)}</summary>
                <ul>{lines}{repainted}</ul>
            </details>
        }
        .into_html()
    })
}

fn change_line(cx: &Cx, bench: &ShopWorkbench, change: &PageChange) -> Html {
    let page = &bench.page;
    let name = || part_name(cx, &page.document, page.source, &change.block);
    let says: Vec<String> = change
        .changes
        .iter()
        .map(|change| match change {
            PartChange::Added => cx.t(t::shopfront_step_add(name())),
            PartChange::Removed => cx.t(t::shopfront_step_remove(name())),
            PartChange::Written => cx.t(t::shopfront_step_write(name())),
            PartChange::Moved => cx.t(t::shopfront_step_moved(name())),
            PartChange::Hidden => cx.t(t::shopfront_step_hide(name())),
            PartChange::Shown => cx.t(t::shopfront_step_show(name())),
        })
        .collect();
    let by: Vec<String> = change.by.iter().map(|signed| name_of(cx, signed)).collect();
    let by = by
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let by = (!by.is_empty()).then(|| view! { <br/><small class="c-muted"><bdi>{by}</bdi></small> });
    view! { <li>{says.join(" · ")}{by}</li> }.into_html()
}

/// The button that takes back what the reader did last and can take back.
fn undo(cx: &Cx, bench: &ShopWorkbench, action: String) -> Option<Html> {
    let edit = bench.undo.as_ref()?;
    let says = lines::step(cx, &bench.page.document, bench.page.source, edit);
    let does = if bench.overwritten.is_empty() {
        t::SHOPFRONT_UNDO
    } else {
        t::SHOPFRONT_UNDO_EARLIER
    };
    Some(
        view! {
            <form method="post" action=action data-testid="undo">
                <Hidden name="edit" value=edit.id.to_string()/>
                <button class="c-button" name="command" value="undo">{cx.t(t::shopfront_do(cx.t(does), says))}</button>
            </form>
        }
        .into_html(),
    )
}

/// What the reader did last, where others have written over it.
fn overwritten(cx: &Cx, bench: &ShopWorkbench) -> Option<Html> {
    let last = bench.overwritten.first()?;
    let says = lines::step(cx, &bench.page.document, bench.page.source, last);
    let rest = bench.undo.is_none().then(|| cx.t(t::SHOPFRONT_UNDO_NOTHING));
    Some(
        view! {
            <p class="c-muted" data-testid="overwritten">{cx.t(t::shopfront_undo_overwritten(says))}" "{rest}</p>
        }
        .into_html(),
    )
}
