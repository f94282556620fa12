//! `/shops/{slug}`: one cooperative, its story and its goods.

use axum::response::Response;
use domain::{ErrorCode, Slug};
use l10n::t;
use leptos::prelude::*;
use service::shops::{self, CooperativePage};

use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::public::{Shows, shows};
use crate::routes::Named;
use crate::ui::{
    Html, IntoHtml, OutsideLink, PhoneLink, ProductGrid, Shape, ShopPicture, ShownName, ShownProse, ShownText,
};

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
    let card = cooperative.card;
    let tagline = card
        .tagline
        .map(|shown| view! { <p class="c-lead"><ShownText shown/></p> });
    let fact = |name: l10n::Text, value: Html| view! { <div><dt>{cx.tv(name)}</dt><dd>{value}</dd></div> };
    let facts = view! {
        <dl class="c-facts">
            {fact(t::SHOPS_FACT_TOWNSHIP, view! { <ShownName shown=card.township/> }.into_html())}
            {cooperative.founded.map(|year| fact(t::SHOPS_FACT_FOUNDED, view! { <bdi>{year}</bdi> }.into_html()))}
            {cooperative
                .members
                .map(|families| fact(t::SHOPS_FACT_FAMILIES, view! { <bdi>{families}</bdi> }.into_html()))}
            {cooperative.phone.map(|number| fact(t::SHOPS_FACT_PHONE, view! { <PhoneLink number/> }.into_html()))}
            {cooperative.link.map(|link| fact(t::SHOPS_FACT_LINK, view! { <OutsideLink link/> }.into_html()))}
        </dl>
    };
    let story = cooperative.story.map(|shown| {
        view! {
            <section class="c-section">
                <h2>{cx.tv(t::SHOPS_STORY_TITLE)}</h2>
                <ShownProse shown/>
            </section>
        }
    });
    let products = (!cooperative.products.is_empty()).then(|| {
        view! {
            <section class="c-section">
                <h2>{cx.tv(t::SHOPS_PRODUCTS_TITLE)}</h2>
                <ProductGrid cards=cooperative.products/>
            </section>
        }
    });
    view! {
        <header class="c-cover">
            <ShopPicture picture=card.picture shape=Shape::Main first=true/>
            <div class="c-cover__text">
                <h1 class="c-title"><ShownText shown=card.name/></h1>
                {tagline}
                {facts}
            </div>
        </header>
        {story}
        {products}
    }
    .into_html()
}
