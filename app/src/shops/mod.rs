//! Cooperatives: all of them, and one's shop page.

pub(crate) mod front;
mod list;
mod page;
mod share;

use axum::Router;
use axum::routing::get;
use l10n::t;
use leptos::prelude::*;
use service::shops::CooperativeCard;

use crate::cx::{AppState, Cx};
use crate::routes::{Route, ShopPage, ShopShare, Shops};
use crate::ui::{Html, Icon, IconName, IntoHtml, Shape, ShopPicture, ShownName};

/// The pages of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(Shops::PATTERN, get(list::show))
        .route(ShopPage::PATTERN, get(page::show))
        .route(ShopShare::PATTERN, get(share::show))
}

/// A cooperative in a grid or a strip.
#[component]
pub fn CooperativeTile(
    /// The cooperative.
    card: CooperativeCard,
) -> Html {
    let cx = Cx::here();
    let count = i64::try_from(card.product_count).unwrap_or(i64::MAX);
    let tagline = card.tagline.map(|shown| view! { <p><ShownName shown/></p> });
    view! {
        <a class="c-coop" href=cx.url(&ShopPage::new(&card.slug))>
            <ShopPicture picture=card.picture shape=Shape::Cover/>
            <div class="c-coop__text">
                <h3><ShownName shown=card.name/></h3>
                {tagline}
                <p class="c-muted">
                    <Icon name=IconName::Pin/>" "<ShownName shown=card.township/>" · "{cx.tv(t::shops_card_products(count))}
                </p>
            </div>
        </a>
    }
    .into_html()
}
