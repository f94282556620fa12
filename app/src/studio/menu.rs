//! The studio's own menu, under the thumb in place of the shop's: what one does every day.

use components::NewsCountView;
use domain::Action;
use l10n::{Text, t};
use leptos::prelude::*;

use super::frame::may;
use crate::cx::Cx;
use crate::page::Meta;
use crate::routes::{Studio, StudioOrders, StudioPacking, StudioProducts, StudioShop};
use crate::ui::{Html, Icon, IconName, IntoHtml};

/// What a page of the studio says about itself.
pub(crate) fn studio_meta(title: String) -> Meta {
    Meta::private(title).menu(studio_menu)
}

fn studio_menu() -> Html {
    view! { <StudioMenu/> }.into_html()
}

/// The ways of the studio: only those one's role goes; the use cases decide again.
#[component]
fn StudioMenu() -> Html {
    let cx = Cx::here();
    let link = |url: String, icon: IconName, text: Text, is_here: bool| {
        // How many are new: an open page is told.
        let badge = (text == t::STUDIO_NAV_ORDERS).then(|| islands::news_count_island(NewsCountView {}).into_html());
        view! {
            <a href=url aria-current=is_here.then_some("page")><Icon name=icon/><span>{cx.tv(text)}</span>{badge}</a>
        }
    };
    let is_below = |place: &str| cx.path().starts_with(place);
    let reads_orders = may(&cx, Action::ReadOrders);
    let orders = reads_orders.then(|| {
        link(
            cx.url(&StudioOrders::new()),
            IconName::Menu,
            t::STUDIO_NAV_ORDERS,
            is_below("/studio/orders"),
        )
    });
    let packing = reads_orders.then(|| {
        link(
            cx.url(&StudioPacking::new()),
            IconName::Truck,
            t::STUDIO_NAV_PACKING,
            is_below("/studio/packing"),
        )
    });
    let shop = may(&cx, Action::EditShop).then(|| {
        link(
            cx.url(&StudioShop::new()),
            IconName::Shop,
            t::STUDIO_NAV_SHOP,
            is_below("/studio/shop"),
        )
    });
    view! {
        <nav class="c-menu c-menu--work" aria-label=cx.t(t::STUDIO_NAV_MENU) data-testid="studio-menu">
            {link(cx.url(&Studio::new()), IconName::Home, t::STUDIO_NAV_TODAY, cx.path() == "/studio")}
            {orders}
            {packing}
            {link(
                cx.url(&StudioProducts::new()),
                IconName::Leaf,
                t::STUDIO_NAV_PRODUCTS,
                is_below("/studio/products") || is_below("/studio/stock"),
            )}
            {shop}
        </nav>
    }
    .into_html()
}
