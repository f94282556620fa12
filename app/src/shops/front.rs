//! A cooperative's page, part by part: for buyers, and in the studio as it is being written.

use components::{ShopBlock, ShopHead, ShopPlace, provide_words};
use domain::shop_page::{Block, Content, Ripe};
use l10n::{format, t};
use leptos::prelude::*;
use service::catalog::ProductCard;
use service::shops::CooperativePage;

use crate::cx::Cx;
use crate::ui::{Html, IntoHtml, ProductGrid, month};

pub(crate) use components::theme_class;

/// What all parts of a page know.
pub(crate) fn place_of(cx: &Cx, page: &CooperativePage) -> ShopPlace {
    ShopPlace {
        locale: cx.locale(),
        month: month(cx),
        head: ShopHead {
            name: page.card.name.clone(),
            township: page.card.township.clone(),
            picture: page.card.picture.clone(),
            founded: page.founded,
            members: page.members,
            phone: page.phone.clone(),
        },
        ripe: page.products.iter().filter_map(ripe).collect(),
        is_preview: cx.is_work_area(),
    }
}

fn ripe(card: &ProductCard) -> Option<Ripe> {
    let season = card.season?;
    Some(Ripe {
        name: card.name.clone(),
        from: season.from,
        to: season.to,
    })
}

/// The words of all parts, for the components below.
pub(crate) fn provide_front_words(cx: &Cx) {
    provide_words(cx.shop().texts().words(cx.locale(), components::texts::SHOP));
}

/// A part as a reader sees it today; nothing when it has nothing to show. `goods` are those of a part that shows some.
pub(crate) fn shown_part(cx: &Cx, page: &CooperativePage, place: &ShopPlace, block: &Block) -> Option<Html> {
    let shown = block.show(cx.locale(), page.source, &format::machine_date(cx.now()))?;
    let goods = match &shown.content {
        Content::Products { .. } => {
            let cards = page
                .goods
                .iter()
                .find(|(id, _)| *id == block.id)
                .map(|(_, cards)| cards);
            let cards = cards.filter(|cards| !cards.is_empty())?.clone();
            view! { <ProductGrid cards/> }.into_html()
        }
        Content::Season(rows) if rows.is_empty() && place.ripe.is_empty() => return None,
        _ => Html::new(""),
    };
    let place = place.clone();
    Some(view! { <ShopBlock block=shown place goods/> }.into_html())
}

/// All goods, where no part shows them all.
pub(crate) fn all_goods(cx: &Cx, page: &CooperativePage) -> Option<Html> {
    let is_missing = !page.document.shows_all_goods() && !page.products.is_empty();
    is_missing.then(|| {
        view! {
            <section class="c-section">
                <h2>{cx.tv(t::SHOPS_PRODUCTS_TITLE)}</h2>
                <ProductGrid cards=page.products.clone()/>
            </section>
        }
        .into_html()
    })
}
