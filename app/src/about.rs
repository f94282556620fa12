//! `/about`: what the shop is, and how one orders, pays and collects.

use axum::Router;
use axum::response::Response;
use axum::routing::get;
use l10n::{Text, t};
use leptos::prelude::*;

use crate::cx::{AppState, Cx};
use crate::error::PageResult;
use crate::notices::{CentreContact, ClosedDays};
use crate::page::Meta;
use crate::public::{Shows, shows};
use crate::routes::{About, Orders, Products, Route, Stations};
use crate::ui::{Html, Icon, IconName, IntoHtml};

/// The page of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route(About::PATTERN, get(show))
}

/// Shows the page.
pub async fn show(cx: Cx) -> PageResult<Response> {
    let meta = Meta::new(cx.t(t::NAV_ABOUT)).description(cx.t(t::ABOUT_LEAD));
    let page = cx.page(meta, || view! { <AboutPage/> });
    Ok(shows(page, Shows::Lists))
}

/// About the shop, and help.
#[component]
fn AboutPage() -> Html {
    let cx = Cx::here();
    let section = |icon: IconName, title: Text, texts: &[Text], link: Option<(String, Text)>| {
        let paragraphs = texts.iter().map(|text| view! { <p>{cx.tv(*text)}</p> }).collect_view();
        let link =
            link.map(|(url, text)| view! { <a class="c-link" href=url>{cx.tv(text)}<Icon name=IconName::Arrow/></a> });
        view! {
            <section class="c-card">
                <h2 class="c-card__title"><Icon name=icon/>{cx.tv(title)}</h2>
                {paragraphs}
                {link}
            </section>
        }
        .into_html()
    };
    view! {
        <div class="c-page c-stack c-stack--wide">
            <div>
                <h1 class="c-title">{cx.tv(t::NAV_ABOUT)}</h1>
                <p class="c-lead">{cx.tv(t::ABOUT_LEAD)}</p>
            </div>
            {section(
                IconName::Cart,
                t::ABOUT_ORDER_TITLE,
                &[t::ABOUT_ORDER_CHOOSE, t::ABOUT_ORDER_SEND, t::ABOUT_ORDER_FOLLOW],
                Some((cx.url(&Products::new()), t::ABOUT_ORDER_LINK)),
            )}
            {section(
                IconName::Check,
                t::ABOUT_PAY_TITLE,
                &[t::ABOUT_PAY_CASH, t::ABOUT_PAY_TRANSFER, t::ABOUT_PAY_CANCEL],
                Some((cx.url(&Orders::new()), t::ABOUT_PAY_LINK)),
            )}
            {section(IconName::Truck, t::ABOUT_FREIGHT_TITLE, &[t::ABOUT_FREIGHT_WEIGHT, t::ABOUT_FREIGHT_SHARED], None)}
            {section(
                IconName::Station,
                t::NAV_STATIONS,
                &[t::ABOUT_STATIONS_TEXT],
                Some((cx.url(&Stations::new()), t::ABOUT_STATIONS_LINK)),
            )}
            <section class="c-card">
                <h2 class="c-card__title"><Icon name=IconName::Phone/>{cx.tv(t::ABOUT_CONTACT_TITLE)}</h2>
                <p>{cx.tv(t::ABOUT_CONTACT_TEXT)}</p>
                <CentreContact/>
                <ClosedDays/>
            </section>
            <p class="c-muted">{cx.tv(t::ABOUT_DEMO)}</p>
        </div>
    }
    .into_html()
}
