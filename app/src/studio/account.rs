//! What the cooperative is owed, day by day, and what it was paid.

use axum::response::Response;
use l10n::t;
use leptos::prelude::*;
use service::payouts::{self, Account};
use service::studio::tables::ExportTable;

use super::export::ExportFiles;
use super::frame::StudioFrame;
use super::menu::studio_meta;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::payouts::{AccountSections, period_of};
use crate::routes::{StudioAccount, StudioFigures};
use crate::ui::{Html, IntoHtml};

/// The account.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let account = payouts::account(cx.shop(), cx.actor(), cx.locale(), period_of(cx.query())).await?;
    Ok(cx.page(studio_meta(cx.t(t::PAYOUT_TITLE)), || {
        view! { <AccountPage account/> }
    }))
}

/// The page.
#[component]
fn AccountPage(
    /// What it shows.
    account: Account,
) -> Html {
    let cx = Cx::here();
    let table = ExportTable::of_account(account.period);
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::PAYOUT_TITLE)}</h1>
            <p><a class="c-link" href=cx.url(&StudioFigures::new())>{cx.t(t::FIGURES_TITLE)}</a></p>
            <AccountSections account place=cx.url(&StudioAccount::new())/>
            <section class="c-card c-stack">
                <h2 class="c-card__title">{cx.t(t::TABLES_EXPORT_TITLE)}</h2>
                <p class="c-muted">{cx.t(t::PAYOUT_EXPORT_NOTE)}</p>
                <ExportFiles table word=cx.t(t::PAYOUT_TITLE)/>
            </section>
        </StudioFrame>
    }
    .into_html()
}
