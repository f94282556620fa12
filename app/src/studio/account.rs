//! What the cooperative is owed, day by day, and what it was paid.

use axum::response::Response;
use domain::Action;
use l10n::t;
use leptos::prelude::*;
use service::payouts::{self, Account, AccountDay};
use service::studio::tables::ExportTable;

use super::export::ExportFiles;
use super::frame::{StudioFrame, may};
use super::menu::studio_meta;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::payouts::{AccountDaySections, AccountSections, day_of};
use crate::period::period_of;
use crate::routes::{StudioAccount, StudioFigures};
use crate::ui::{Html, IntoHtml};

/// The account, or a day or month of it.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    if let Some((span, after)) = day_of(cx.query()) {
        let day = payouts::account_on(cx.shop(), cx.actor(), cx.locale(), span, after).await?;
        return Ok(cx.page(studio_meta(cx.t(t::PAYOUT_TITLE)), || {
            view! { <DayPage day/> }
        }));
    }
    let account = payouts::account(cx.shop(), cx.actor(), cx.locale(), period_of(cx.query())).await?;
    Ok(cx.page(studio_meta(cx.t(t::PAYOUT_TITLE)), || {
        view! { <AccountPage account/> }
    }))
}

/// One day or month, order by order.
#[component]
fn DayPage(
    /// What it shows.
    day: AccountDay,
) -> Html {
    let cx = Cx::here();
    let has_order_links = may(&cx, Action::ReadOrders);
    view! {
        <StudioFrame>
            <h1 class="c-title">{cx.t(t::PAYOUT_TITLE)}</h1>
            <AccountDaySections day place=cx.url(&StudioAccount::new()) has_order_links/>
            <OrderFiles/>
        </StudioFrame>
    }
    .into_html()
}

/// Each order and payout of the last twelve months, to be taken away.
#[component]
fn OrderFiles() -> Html {
    let cx = Cx::here();
    view! {
        <section class="c-card c-stack">
            <h2 class="c-card__title">{cx.t(t::PAYOUT_EXPORT_ORDERS)}</h2>
            <p class="c-muted">{cx.t(t::PAYOUT_EXPORT_ORDERS_NOTE)}</p>
            <ExportFiles table=ExportTable::AccountByOrder word=cx.t(t::PAYOUT_EXPORT_ORDERS)/>
        </section>
    }
    .into_html()
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
            <OrderFiles/>
        </StudioFrame>
    }
    .into_html()
}
