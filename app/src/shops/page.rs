//! `/shops/{slug}`: one cooperative's page and its goods.

use axum::response::Response;
use domain::{ErrorCode, Slug};
use l10n::t;
use leptos::prelude::*;
use service::shops::{self, CooperativePage};

use super::front::{other_goods, place_of, provide_front_words, shown_part, theme_class};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::public::{Shows, shows};
use crate::routes::Named;
use crate::ui::{Html, IntoHtml};

/// Shows the cooperative.
pub async fn show(cx: Cx, Named(slug): Named<Slug>) -> PageResult<Response> {
    let Some(cooperative) = shops::find(cx.shop(), cx.locale(), slug.as_str()).await? else {
        return Err(ErrorCode::NotFound.into());
    };
    let card = &cooperative.card;
    let mut meta = Meta::new(card.name.text.clone());
    if let Some(tagline) = &card.tagline {
        meta = meta.description(tagline.text.clone());
    }
    meta.picture = Some(card.picture.url(1200, "jpg"));
    let page = cx.page(meta, || view! { <CooperativeShopPage cooperative/> });
    Ok(shows(page, Shows::Lists))
}

/// One cooperative.
#[component]
fn CooperativeShopPage(
    /// The cooperative.
    cooperative: CooperativePage,
) -> Html {
    let cx = Cx::here();
    provide_front_words(&cx, &[]);
    let place = place_of(&cx, &cooperative);
    let parts = cooperative
        .document
        .blocks()
        .iter()
        .filter_map(|block| shown_part(&cx, &cooperative, &place, block))
        .collect_view();
    let goods = other_goods(&cx, &cooperative);
    let suspended = (!cooperative.sells).then(|| {
        view! {
            <div class="c-notice c-notice--warn" role="note" data-testid="suspended">
                <p>{cx.tv(t::SHOPS_SUSPENDED)}</p>
            </div>
        }
    });
    view! { <div class=theme_class(cooperative.document.theme)>{suspended}{parts}{goods}</div> }.into_html()
}
