//! `/returns`: what is taken back and made good, and how.

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use domain::{REPORT_ANSWER_MS, WayBack};
use l10n::{format, t};
use leptos::prelude::*;
use service::settings;

use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::notices::CentreContact;
use crate::page::Meta;
use crate::public::{Shows, shows};
use crate::routes::{Orders, Returns, Route};
use crate::ui::{Html, Icon, IconName, IntoHtml};

/// The page of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(Returns::PATTERN, get(show))
}

/// Shows the page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let meta = Meta::new(cx.t(t::RETURNS_TITLE)).description(cx.t(t::RETURNS_LEAD));
    let page = cx.page(meta, || view! { <ReturnsPage/> });
    Ok(shows(page, Shows::Lists))
}

/// How many hours a cooperative has to answer, as it is written.
pub(crate) fn answer_hours(cx: &Cx) -> String {
    format::number(cx.locale(), REPORT_ANSWER_MS / 3_600_000)
}

/// All rules in plain words.
#[component]
fn ReturnsPage() -> Html {
    let cx = Cx::here();
    let rules = settings::returns(cx.shop());
    let hours = format::number(cx.locale(), i64::from(rules.report_hours));
    let days = format::number(cx.locale(), i64::from(rules.return_days));
    let way = match rules.way_back {
        WayBack::Buyer => t::RETURNS_WAY_BUYER,
        WayBack::Cooperative => t::RETURNS_WAY_COOPERATIVE,
    };
    let packaged = if rules.return_days == 0 {
        view! { <p>{cx.tv(t::RETURNS_PACKAGED_NEVER)}</p> }.into_html()
    } else {
        view! {
            <p>{cx.tv(t::returns_packaged_text(days))}</p>
            <p>{cx.tv(way)}</p>
            <p>{cx.tv(t::RETURNS_WHICH)}</p>
        }
        .into_html()
    };
    view! {
        <div class="c-page c-stack c-stack--wide">
            <div>
                <h1 class="c-title">{cx.tv(t::RETURNS_TITLE)}</h1>
                <p class="c-lead">{cx.tv(t::RETURNS_LEAD)}</p>
            </div>
            <section class="c-card">
                <h2 class="c-card__title"><Icon name=IconName::Check/>{cx.tv(t::RETURNS_DAMAGE_TITLE)}</h2>
                <p data-testid="report-hours">{cx.tv(t::returns_damage_when(hours))}</p>
                <p>{cx.tv(t::RETURNS_DAMAGE_HOW)}</p>
                <p>{cx.tv(t::RETURNS_DAMAGE_PHOTO)}</p>
                <p>{cx.tv(t::RETURNS_DAMAGE_WHAT)}</p>
                <a class="c-link" href=cx.url(&Orders::new())>{cx.tv(t::ABOUT_PAY_LINK)}<Icon name=IconName::Arrow/></a>
            </section>
            <section class="c-card">
                <h2 class="c-card__title"><Icon name=IconName::Leaf/>{cx.tv(t::RETURNS_FRESH_TITLE)}</h2>
                <p>{cx.tv(t::RETURNS_FRESH_TEXT)}</p>
            </section>
            <section class="c-card" data-testid="change-of-mind">
                <h2 class="c-card__title"><Icon name=IconName::Truck/>{cx.tv(t::RETURNS_PACKAGED_TITLE)}</h2>
                {packaged}
            </section>
            <section class="c-card">
                <h2 class="c-card__title"><Icon name=IconName::Cart/>{cx.tv(t::RETURNS_MONEY_TITLE)}</h2>
                <p>{cx.tv(t::RETURNS_MONEY_TEXT)}</p>
                <p>{cx.tv(t::RETURNS_MONEY_CASH)}</p>
            </section>
            <section class="c-card">
                <h2 class="c-card__title"><Icon name=IconName::Phone/>{cx.tv(t::RETURNS_CENTRE_TITLE)}</h2>
                <p>{cx.tv(t::returns_centre_text(answer_hours(&cx)))}</p>
                <CentreContact/>
            </section>
        </div>
    }
    .into_html()
}
