//! `/shops/{slug}`: one cooperative's page and its goods.

use axum::response::Response;
use domain::{ErrorCode, Slug};
use l10n::t;
use leptos::prelude::*;
use service::shops::{self, CooperativeCard, CooperativePage};

use super::front::{other_goods, place_of, provide_front_words, shown_part, theme_class};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::meta::{Meta, SharedPicture};
use crate::public::{Shows, shows};
use crate::routes::{Named, ShopPage, ShopShare, Shops};
use crate::sharing::{Crumb, ShareLink, data_of_shop, preview_of, summary};
use crate::ui::{Html, IntoHtml};

/// Shows the cooperative.
pub async fn show(cx: Cx, Named(slug): Named<Slug>) -> PageResult<Response> {
    let Some(cooperative) = shops::find(cx.shop(), cx.locale(), slug.as_str()).await? else {
        return Err(ErrorCode::NotFound.into());
    };
    let card = &cooperative.card;
    let way = vec![
        Crumb {
            name: cx.t(t::NAV_COOPERATIVES),
            url: cx.url(&Shops::new()),
        },
        Crumb {
            name: card.name.text.clone(),
            url: cx.url(&ShopPage::new(&card.slug)),
        },
    ];
    let mut meta = Meta {
        picture: Some(preview(&cx, card)),
        data: data_of_shop(&cx, &cooperative, way),
        ..Meta::new(card.name.text.clone())
    };
    if let Some(tagline) = &card.tagline {
        meta = meta.description(summary(&tagline.text));
    }
    let page = cx.page(meta, || view! { <CooperativeShopPage cooperative/> });
    Ok(shows(page, Shows::Lists))
}

/// The picture beside a link to the page.
pub(super) fn preview(cx: &Cx, card: &CooperativeCard) -> SharedPicture {
    let tagline = card.tagline.as_ref().unwrap_or(&card.township);
    let name = &card.name.text;
    SharedPicture {
        square: (!card.picture.key.is_empty()).then(|| card.picture.url(640, "jpg")),
        ..preview_of(cx, "shops", &card.slug, name, &[name, &tagline.text, &card.picture.key])
    }
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
    let share = cx.url(&ShopShare::new(&cooperative.card.slug));
    view! {
        <div class=theme_class(cooperative.document.theme)>{suspended}{parts}{goods}</div>
        <ShareLink url=share/>
    }
    .into_html()
}
