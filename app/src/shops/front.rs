//! A cooperative's page, part by part: for buyers, and in the studio as it is being written.

use std::collections::HashSet;

use components::{ShopBlock, ShopHead, ShopPlace, provide_words};
use domain::ProductId;
use domain::shop_page::{Around, Block, Content, GoodsOf, Hint, Place, Ripe};
use l10n::{Text, format, t};
use leptos::prelude::*;
use service::catalog::ProductCard;
use service::shops::CooperativePage;

use crate::cx::Cx;
use crate::query::with_query;
use crate::routes::Products;
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
        ripe: page.products.iter().take(GoodsOf::OF_ALL).filter_map(ripe).collect(),
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

/// The words of all parts and `others`, for the components below.
pub(crate) fn provide_front_words(cx: &Cx, others: &[Text]) {
    let texts = [components::texts::SHOP, others].concat();
    cx.mark_texts(&texts);
    provide_words(cx.texts().words(cx.locale(), &texts));
}

/// A part as a reader sees it today; nothing when it has nothing to show. `goods` are those of a part that shows some.
pub(crate) fn shown_part(cx: &Cx, page: &CooperativePage, place: &ShopPlace, block: &Block) -> Option<Html> {
    let shown = block.show(cx.locale(), page.source, &format::machine_date(cx.now()))?;
    let goods = match &shown.content {
        Content::Products => {
            let goods = page.goods_of(block.id).filter(|goods| !goods.picked.goods.is_empty())?;
            let rest = goods.picked.has_more.then(|| rest(cx, page, &goods.wish));
            view! { <ProductGrid cards=goods.picked.goods.clone()/>{rest} }.into_html()
        }
        Content::Season(rows) if rows.is_empty() && place.ripe.is_empty() => return None,
        _ => Html::new(""),
    };
    let by_machine = block.reads_machine(cx.locale(), page.source).then(
        || view! { <p class="c-shown__lang" data-testid="by-machine">{cx.tv(t::LANGUAGE_TRANSLATION_MACHINE)}</p> },
    );
    let place = place.clone();
    Some(view! { <ShopBlock block=shown place goods/>{by_machine} }.into_html())
}

/// The goods that no part shows, where none shows them all.
pub(crate) fn other_goods(cx: &Cx, page: &CooperativePage) -> Option<Html> {
    if page.document.shows_all_goods() {
        return None;
    }
    let shown: HashSet<ProductId> = page
        .document
        .blocks()
        .iter()
        .filter(|block| !block.hidden)
        .filter_map(|block| page.goods_of(block.id))
        .flat_map(|goods| goods.picked.goods.iter().map(|card| card.id))
        .collect();
    let others = page.products.iter().filter(|card| !shown.contains(&card.id));
    let cards: Vec<ProductCard> = others.cloned().collect();
    (!cards.is_empty() || page.has_more).then(|| {
        let title = if shown.is_empty() {
            t::SHOPS_PRODUCTS_TITLE
        } else {
            t::SHOPS_PRODUCTS_OTHERS
        };
        let rest = page.has_more.then(|| rest(cx, page, &GoodsOf::All));
        view! {
            <section class="c-section">
                <h2>{cx.tv(title)}</h2>
                <ProductGrid cards/>
                {rest}
            </section>
        }
        .into_html()
    })
}

/// The way to all goods of which a part shows the first.
fn rest(cx: &Cx, page: &CooperativePage, wish: &GoodsOf) -> Html {
    let (category, text) = match wish {
        GoodsOf::Shelf(shelf) => (shelf.as_str(), t::SHOPS_PRODUCTS_ALL_KIND),
        _ => ("", t::SHOPS_PRODUCTS_ALL),
    };
    let url = with_query(
        cx.url(&Products::new()),
        &[("category", category), ("shop", &page.card.slug)],
    );
    view! { <p class="c-actions"><a class="c-button" href=url data-testid="all-goods">{cx.tv(text)}</a></p> }
        .into_html()
}

/// What buyers see of a part by half or not at all, and where it would be written.
pub(crate) fn missing(cx: &Cx, page: &CooperativePage, place: &ShopPlace, block: &Block) -> Vec<(Place, Hint)> {
    let goods = page.goods_of(block.id);
    let shown: Vec<ProductId> = goods
        .map(|goods| goods.picked.goods.iter().map(|card| card.id).collect())
        .unwrap_or_default();
    let around = Around {
        goods: goods.map(|goods| (&goods.wish, shown.as_slice())),
        seasons: place.ripe.len(),
    };
    block.missing(page.source, &format::machine_date(cx.now()), around)
}
