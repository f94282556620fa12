//! The page as buyers will see it, each part with what can be done with it.

use axum::http::StatusCode;
use axum::response::Response;
use components::texts::PLACES;
use components::{
    MissingLine, MissingLines, ShopPlace, UnsentPart, UnsentView, block_anchor, field_id, hint_text, place_name,
};
use domain::shop_page::{Block, BlockId};
use domain::{Action, ErrorCode, ShopEditId};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::shops::CooperativePage;
use service::studio::{ShopStep, ShopWorkbench};

use super::super::frame::{Done, StudioFrame, may};
use super::super::menu::studio_meta;
use super::super::suggestions::{Lacking, SuggestTexts};
use super::lines::part_name;
use super::order::{MOVED, PartOrder};
use super::part::draft_key;
use super::standing::Standing;
use super::texts::TextsToGoOver;
use super::tools::{AddPart, BELOW, PartTools, Themes};
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::form_key::{FormKey, shop_for};
use crate::query::value_of;
use crate::routes::{ShopPage, StudioCooperative, StudioShop, StudioShopHistory, StudioShopPart, StudioShopShare};
use crate::shops::front::{missing, other_goods, place_of, provide_front_words, shown_part, theme_class};
use crate::ui::{Hidden, Html, IntoHtml, RefusedNotice};

/// The page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    render(&cx, StatusCode::OK, None).await
}

/// Does something with the page.
pub async fn take(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let command = form.get("command");
    let done = match command {
        "publish" => {
            let seen = form.get("version").parse().map_err(|_| ErrorCode::Invalid)?;
            service::studio::publish(cx.shop(), cx.actor(), seen)
                .await
                .map(|()| None)
        }
        "undo" => {
            let edit = form.get("edit").parse().map_err(|_| ErrorCode::Invalid)?;
            service::studio::undo_edit(cx.shop(), cx.actor(), ShopEditId(edit))
                .await
                .map(|()| None)
        }
        _ => {
            let (part, from) = (form.get("part"), form.get("from"));
            let step =
                ShopStep::read(command, part, from, form.get("kind"), form.get("theme")).ok_or(ErrorCode::Invalid)?;
            // The others say what is to be, and one page may ask for several of them, one after the other.
            let shop = match command {
                "add" | "remove" => shop_for(&cx, &form)?,
                _ => cx.shop().clone(),
            };
            service::studio::take_step(&shop, cx.actor(), step).await
        }
    };
    match done {
        Ok(part) => Ok(cx.see(&next(&cx, command, part))),
        Err(service::Error::Refused(code)) => {
            let overtaken = match command {
                "undo" => t::SHOPFRONT_NOT_UNDONE,
                "publish" => t::SHOPFRONT_OVERTAKEN,
                _ => t::SHOPFRONT_MOVED,
            };
            let notice = Some(Refusal { code, overtaken });
            let status = StatusCode::from_u16(code.status()).unwrap_or(StatusCode::CONFLICT);
            render(&cx, status, notice).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Where one goes on: into a new part, else to the part it was about.
fn next(cx: &Cx, command: &str, part: Option<BlockId>) -> String {
    let page = cx.url(&StudioShop::new());
    match (command, part) {
        ("add", Some(id)) => format!("{}?added=1", cx.url(&StudioShopPart::new(&id.to_string()))),
        ("publish", _) => format!("{page}?published=1"),
        ("undo", _) => format!("{page}?undone=1"),
        ("remove", _) => format!("{page}?removed=1"),
        (_, Some(id)) => format!("{page}?done=1#{}", block_anchor(id)),
        (_, None) => format!("{page}?done=1"),
    }
}

/// Why something was not done.
#[derive(Clone, Copy, Debug)]
struct Refusal {
    code: ErrorCode,
    /// The words for it, where somebody else was faster.
    overtaken: Text,
}

async fn render(cx: &Cx, status: StatusCode, refusal: Option<Refusal>) -> PageResult<Response> {
    let bench = service::studio::workbench(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(cx.page_with(status, studio_meta(cx.t(t::STUDIO_SHOP_TITLE)), || {
        view! { <WorkbenchPage bench refusal/> }
    }))
}

/// The whole page.
#[component]
fn WorkbenchPage(
    /// The page as it is being worked on.
    bench: ShopWorkbench,
    /// Why something was not done.
    refusal: Option<Refusal>,
) -> Html {
    let cx = Cx::here();
    provide_front_words(&cx, &[t::SHOPFRONT_MISSING]);
    let page = &bench.page;
    let place = place_of(&cx, page);
    let blocks = page.document.blocks();
    let is_full = blocks.len() >= domain::shop_page::MAX_BLOCKS;
    let below = value_of(cx.query(), BELOW).parse().ok().map(BlockId);
    let below = below.filter(|id| page.document.block(*id).is_some());
    let mut all_missing = Vec::new();
    let parts = blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            let shown = shown_part(&cx, page, &place, block);
            let name = part_name(&cx, &page.document, page.source, block);
            let missing = missing_lines(&cx, page, &place, block);
            if !block.hidden {
                let named = |line: &MissingLine| MissingLine {
                    label: [&name, ": ", &line.label].concat(),
                    ..line.clone()
                };
                all_missing.extend(missing.iter().map(named));
            }
            let add = (below == Some(block.id)).then(|| view! { <AddPart is_full below/> });
            view! { <Part block=block.clone() name shown missing at is_last={at + 1 == blocks.len()}/>{add} }
        })
        .collect_view();
    let add = below.is_none().then(|| view! { <AddPart is_full below/> });
    let goods = other_goods(&cx, page).map(|goods| {
        view! { <p class="c-muted">{cx.t(t::SHOPFRONT_GOODS_LAST)}</p>{goods} }
    });
    let theme = page.document.theme;
    let rebuilt = bench.is_rebuilt.then(|| {
        view! { <div class="c-notice c-notice--warn" role="alert" data-testid="rebuilt"><p>{cx.t(t::SHOPFRONT_REBUILT)}</p></div> }
    });
    let standing = view! { <Standing bench=bench.clone() missing=all_missing/> };
    let texts = view! { <TextsToGoOver bench=bench.clone()/> };
    let naming = may(&cx, Action::EditCooperative).then(|| {
        let url = cx.url(&StudioCooperative::new());
        view! { <a class="c-button c-button--quiet" href=url>{cx.t(t::RENAMING_TITLE)}</a> }
    });
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::STUDIO_SHOP_TITLE)}</h1>
                <div class="c-row">
                    <a class="c-button c-button--quiet" href=cx.url(&StudioShopHistory::new())>{cx.t(t::SHOPFRONT_HISTORY)}</a>
                    <a class="c-button c-button--quiet" href=cx.url(&StudioShopShare::new())>{cx.t(t::SHOPFRONT_SHARE)}</a>
                    {naming}
                    <a class="c-button c-button--quiet" href=cx.url(&ShopPage::new(&page.card.slug))>{cx.t(t::STUDIO_SEE_SHOP)}</a>
                </div>
            </div>
            <Notices refusal/>
            {unsent(&cx, page)}
            {rebuilt}
            <p>{cx.t(t::SHOPFRONT_LEAD)}</p>
            {standing}
            {texts}
            <SuggestTexts of=Lacking::Page suggestions=bench.suggestions/>
            <PartOrder page=page.clone()/>
            <div class=theme_class(theme) data-testid="workbench">{parts}{goods}</div>
            {add}
            <Themes theme/>
        </StudioFrame>
    }
    .into_html()
}

/// What buyers see of a part by half or not at all, each with the way to its field.
fn missing_lines(cx: &Cx, page: &CooperativePage, place: &ShopPlace, block: &Block) -> Vec<MissingLine> {
    let words = cx.shop().texts().words(cx.locale(), PLACES);
    let part = cx.url(&StudioShopPart::new(&block.id.to_string()));
    missing(cx, page, place, block)
        .into_iter()
        .map(|(of, hint)| MissingLine {
            href: format!("{part}#{}", field_id(&of.to_string())),
            label: place_name(&words, block.kind, of),
            text: cx.t(hint_text(hint)),
        })
        .collect()
}

/// The parts of which this device holds text that is not in the page.
fn unsent(cx: &Cx, page: &CooperativePage) -> Html {
    let part = |block: &Block| UnsentPart {
        key: draft_key(cx, block.id),
        name: part_name(cx, &page.document, page.source, block),
        url: cx.url(&StudioShopPart::new(&block.id.to_string())),
    };
    let view = UnsentView {
        lead: cx.t(t::SHOPFRONT_UNSENT),
        parts: page.document.blocks().iter().map(part).collect(),
    };
    islands::unsent_island(view).into_html()
}

/// What was just done, or why it was not.
#[component]
fn Notices(
    /// Why something was not done.
    refusal: Option<Refusal>,
) -> Html {
    let cx = Cx::here();
    let Some(Refusal { code, overtaken }) = refusal else {
        return view! {
            <Done word="published=1" text=t::SHOPFRONT_PUBLISHED/>
            <Done word="picture=1" text=t::SHOPFRONT_PICTURE_TO_CHOOSE/>
            <Done word="undone=1" text=t::SHOPFRONT_UNDONE/>
            <Done word="removed=1" text=t::SHOPFRONT_REMOVED/>
            <Done word="restored=1" text=t::SHOPFRONT_RESTORED/>
            <Done word="done=1" text=t::SHOPFRONT_DONE/>
            <Done word=MOVED text=t::SHOPFRONT_DONE/>
        }
        .into_html();
    };
    if code != ErrorCode::InvalidTransition {
        return view! { <RefusedNotice code=Some(code)/> }.into_html();
    }
    view! {
        <div class="c-notice c-notice--warn" id="notice" role="alert" data-testid="overtaken"><p>{cx.t(overtaken)}</p></div>
    }
    .into_html()
}

/// A part as buyers see it, and what can be done with it.
#[component]
fn Part(
    /// The part.
    block: Block,
    /// What it is called beside the others.
    name: String,
    /// As buyers see it.
    shown: Option<Html>,
    /// What they see by half or not at all.
    missing: Vec<MissingLine>,
    /// Its place among them.
    at: usize,
    /// Nothing stands below it.
    is_last: bool,
) -> Html {
    let cx = Cx::here();
    let hidden = block
        .hidden
        .then(|| view! { <span class="c-badge c-badge--warn">{cx.t(t::SHOPFRONT_HIDDEN)}</span> });
    // An empty part has no place of its own in the page.
    let anchor = shown.is_none().then(|| block_anchor(block.id));
    let content = shown.unwrap_or_else(|| view! { <p class="c-muted">{cx.t(t::SHOPFRONT_EMPTY)}</p> }.into_html());
    view! {
        <div class="c-part" id=anchor data-testid="part" data-kind=block.kind.as_str() data-part=block.id.to_string()>
            <div class="c-part__bar">
                <strong>{name.clone()}</strong>{hidden}
                <PartTools block=block.clone() name at is_last/>
            </div>
            <MissingLines lines=missing/>
            {content}
        </div>
    }
    .into_html()
}

/// The number of a part's item as people read it.
pub(super) fn number(cx: &Cx, value: u8) -> String {
    format::number(cx.locale(), value.into())
}

/// The key of a step's form.
#[component]
pub(super) fn StepForm(
    /// The part it is about.
    part: Option<BlockId>,
    /// What tests look for.
    testid: String,
    /// The buttons.
    children: crate::ui::Contents,
) -> Html {
    let cx = Cx::here();
    let part = part.map(|part| view! { <Hidden name="part" value=part.to_string()/> });
    view! {
        <form class="c-row" method="post" action=cx.url(&StudioShop::new()) data-testid=testid>
            <FormKey/>
            {part}
            {children.into_inner()}
        </form>
    }
    .into_html()
}
