//! What was published and what was done, with who and when; an older state beside the draft, and back.

use axum::http::StatusCode;
use axum::response::Response;
use components::{ReadableValue, ValueShown, kind_name, place_name};
use domain::ErrorCode;
use domain::shop_page::{Difference, Field, Format};
use l10n::t;
use leptos::prelude::*;
use service::studio::{ChoiceNames, Edit, RevisionPage, ShopHistory, Signed};

use super::super::frame::StudioFrame;
use super::super::menu::studio_meta;
use super::lines;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::form::Form;
use crate::query::value_of;
use crate::routes::{StudioShop, StudioShopHistory};
use crate::ui::{Hidden, Html, IntoHtml, Moment};
use components::texts::PLACES;

/// The history; with a number in the query, one state of it.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let asked = value_of(cx.query(), "number");
    if asked.is_empty() {
        let history = service::studio::history(cx.shop(), cx.actor()).await?;
        let meta = studio_meta(cx.t(t::SHOPFRONT_HISTORY));
        return Ok(cx.page(meta, || view! { <HistoryPage history/> }));
    }
    let number = asked.parse().map_err(|_| ErrorCode::NotFound)?;
    show_revision(&cx, StatusCode::OK, number).await
}

/// One published state.
async fn show_revision(cx: &Cx, status: StatusCode, number: i64) -> PageResult<Response> {
    let revision = service::studio::revision(cx.shop(), cx.actor(), number).await?;
    let names = if revision.differences.iter().flatten().any(names_something) {
        service::studio::choice_names(cx.shop(), cx.actor(), cx.locale()).await?
    } else {
        ChoiceNames::default()
    };
    let meta = studio_meta(cx.t(t::SHOPFRONT_HISTORY));
    Ok(cx.page_with(status, meta, || view! { <RevisionView revision names/> }))
}

/// Whether a difference is one of goods or shelves.
fn names_something(difference: &Difference) -> bool {
    let Difference::Value { place, .. } = difference else {
        return false;
    };
    matches!(place.field, Field::Product | Field::Shelf)
}

/// Brings a published state back into the draft.
pub async fn restore(cx: Cx, form: Form) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let number = form.get("number").parse().map_err(|_| ErrorCode::NotFound)?;
    match service::studio::restore(cx.shop(), cx.actor(), number).await {
        // Its page says why.
        Err(service::Error::Refused(ErrorCode::InvalidTransition)) => {
            show_revision(&cx, StatusCode::CONFLICT, number).await
        }
        done => {
            done?;
            Ok(cx.see(&format!("{}?restored=1", cx.url(&StudioShop::new()))))
        }
    }
}

/// Who did something, and when.
pub(super) fn signed(cx: &Cx, signed: &Signed) -> Html {
    let by = name_of(cx, signed);
    // What the shop was set up with is nobody's.
    let by = (!by.is_empty()).then(|| view! { " · "<bdi>{by}</bdi> });
    view! { <Moment at=signed.at/>{by} }.into_html()
}

/// Who did something; empty when that is not known.
pub(super) fn name_of(cx: &Cx, signed: &Signed) -> String {
    if signed.by_centre {
        cx.t(t::SHOPFRONT_HISTORY_CENTRE)
    } else {
        signed.by.clone()
    }
}

/// Both lists.
#[component]
fn HistoryPage(
    /// What there is.
    history: ShopHistory,
) -> Html {
    let cx = Cx::here();
    let revisions = history
        .revisions
        .iter()
        .map(|revision| {
            let url = format!("{}?number={}", cx.url(&StudioShopHistory::new()), revision.number);
            view! {
                <li class="c-line" data-testid="revision">
                    <span class="c-line__body">{signed(&cx, revision)}</span>
                    <a class="c-button" href=url>{cx.t(t::SHOPFRONT_HISTORY_COMPARE)}</a>
                </li>
            }
        })
        .collect_view();
    let revisions = if history.revisions.is_empty() {
        view! { <p class="c-muted">{cx.t(t::SHOPFRONT_HISTORY_NONE)}</p> }.into_html()
    } else {
        view! { <ol class="c-list">{revisions}</ol> }.into_html()
    };
    let edits = history
        .edits
        .iter()
        .map(|edit| {
            let says = lines::step(&cx, &history.draft, history.source, edit);
            view! { <EditLine edit=edit.clone() says/> }
        })
        .collect_view();
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.t(t::SHOPFRONT_HISTORY)}</h1>
                <a class="c-button" href=cx.url(&StudioShop::new())>{cx.t(t::SHOPFRONT_BLOCK_BACK)}</a>
            </div>
            <section class="c-stack"><h2>{cx.t(t::SHOPFRONT_HISTORY_PUBLISHED)}</h2>{revisions}</section>
            <section class="c-stack"><h2>{cx.t(t::SHOPFRONT_HISTORY_EDITS)}</h2><ol class="c-list">{edits}</ol></section>
        </StudioFrame>
    }
    .into_html()
}

/// Something done with the draft, and the button that takes it back.
#[component]
fn EditLine(
    /// It.
    edit: Edit,
    /// In a sentence.
    says: String,
) -> Html {
    let cx = Cx::here();
    let end = if edit.is_undone {
        view! { <span class="c-badge c-badge--quiet">{cx.t(t::SHOPFRONT_HISTORY_UNDONE)}</span> }.into_html()
    } else {
        let aloud = cx.t(t::shopfront_do(cx.t(t::SHOPFRONT_HISTORY_UNDO), says.clone()));
        view! {
            <form method="post" action=cx.url(&StudioShop::new()) data-testid="edit-undo">
                <Hidden name="edit" value=edit.id.to_string()/>
                <button class="c-button c-button--quiet" name="command" value="undo" aria-label=aloud>
                    {cx.t(t::SHOPFRONT_HISTORY_UNDO)}
                </button>
            </form>
        }
        .into_html()
    };
    view! {
        <li class="c-line" data-testid="edit">
            <span class="c-line__body"><strong>{says}</strong><br/><span class="c-muted">{signed(&cx, &edit.signed)}</span></span>
            {end}
        </li>
    }
    .into_html()
}

/// A state, what the draft has otherwise, and the way back to it.
#[component]
fn RevisionView(
    /// It.
    revision: RevisionPage,
    /// What goods and shelves are called.
    names: ChoiceNames,
) -> Html {
    let cx = Cx::here();
    let time = l10n::format::date_time(cx.locale(), revision.signed.at);
    let body = match revision.differences.as_deref() {
        None => {
            view! { <p class="c-notice c-notice--warn" role="alert" data-testid="unreadable">{cx.t(t::SHOPFRONT_REVISION_UNREADABLE)}</p> }
                .into_html()
        }
        Some([]) => view! { <p class="c-notice c-notice--good">{cx.t(t::SHOPFRONT_SAME)}</p> }.into_html(),
        Some(differences) => {
            let lines = differences
                .iter()
                .map(|difference| view! { <li>{difference_line(&cx, &names, difference)}</li> })
                .collect_view();
            view! {
                <ul class="c-list" data-testid="differences">{lines}</ul>
                <form class="c-card" method="post" action=cx.url(&StudioShopHistory::new()) data-testid="restore">
                    <p>{cx.t(t::SHOPFRONT_RESTORE_HINT)}</p>
                    <Hidden name="number" value=revision.signed.number.to_string()/>
                    <p class="c-actions"><button class="c-button c-button--primary">{cx.t(t::SHOPFRONT_RESTORE)}</button></p>
                </form>
            }
            .into_html()
        }
    };
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title">{cx.tv(t::shopfront_revision_title(time))}</h1>
                <a class="c-button" href=cx.url(&StudioShopHistory::new())>{cx.t(t::SHOPFRONT_HISTORY)}</a>
            </div>
            <p class="c-muted">{signed(&cx, &revision.signed)}</p>
            {body}
        </StudioFrame>
    }
    .into_html()
}

/// One difference, from then to now.
fn difference_line(cx: &Cx, names: &ChoiceNames, difference: &Difference) -> Html {
    let text = |text: String| view! { <strong>{text}</strong> }.into_html();
    match difference {
        Difference::Theme(..) => text(cx.t(t::SHOPFRONT_STEP_THEME)),
        Difference::Order => text(cx.t(t::SHOPFRONT_STEP_MOVE)),
        Difference::Added(_, kind) => text(cx.t(t::shopfront_step_add(cx.t(kind_name(*kind))))),
        Difference::Removed(_, kind) => text(cx.t(t::shopfront_step_remove(cx.t(kind_name(*kind))))),
        Difference::Hidden(_, kind, true) => text(cx.t(t::shopfront_step_hide(cx.t(kind_name(*kind))))),
        Difference::Hidden(_, kind, false) => text(cx.t(t::shopfront_step_show(cx.t(kind_name(*kind))))),
        Difference::Outdated(_, kind, place, _) | Difference::ByMachine(_, kind, place, _) => {
            let words = cx.shop().texts().words(cx.locale(), PLACES);
            let state = match difference {
                Difference::Outdated(.., true) => t::STUDIO_STATE_OUTDATED,
                Difference::ByMachine(.., true) => t::STUDIO_STATE_MACHINE,
                _ => t::STUDIO_STATE_HUMAN,
            };
            let label = place_name(&words, *kind, *place);
            view! { <strong>{cx.t(kind_name(*kind))}" · "{label}</strong>": "{cx.t(state)} }.into_html()
        }
        Difference::Value {
            kind, place, old, new, ..
        } => {
            let words = cx.shop().texts().words(cx.locale(), PLACES);
            let label = place_name(&words, *kind, *place);
            let format = kind
                .spec(place.field, place.slot)
                .map_or(Format::Plain, |spec| spec.format);
            let value = |value: &str| {
                let name = |value: &str| names.of(format, value).map(|shown| shown.text.clone());
                let value = ReadableValue::new(format, value, cx.locale(), name);
                view! { <ValueShown value nothing=cx.t(t::SHOPFRONT_NOTHING) lang=place.lang/> }
            };
            view! {
                <strong>{cx.t(kind_name(*kind))}" · "{label}</strong>
                <dl class="c-facts">
                    <div><dt>{cx.t(t::SHOPFRONT_THEN)}</dt><dd>{value(old)}</dd></div>
                    <div><dt>{cx.t(t::SHOPFRONT_NOW)}</dt><dd>{value(new)}</dd></div>
                </dl>
            }
            .into_html()
        }
    }
}
