//! A product in a grid.

use components::AddButton;
use domain::{OfferId, Unit};
use l10n::t;
use leptos::prelude::*;
use service::catalog::ProductCard;

use crate::cx::Cx;
use crate::routes::{Cart, CartLines, Product};
use crate::ui::{Heart, Html, IntoHtml, PerKilogram, Price, Shape, ShopPicture, ShownName, SmallRating};

/// Products two abreast on a phone, more where there is room.
#[component]
pub fn ProductGrid(
    /// The products.
    cards: Vec<ProductCard>,
    /// How many of the first are seen at once: their pictures are fetched without waiting for a scroll.
    #[prop(default = 0)]
    at_once: usize,
) -> Html {
    let cards = cards
        .into_iter()
        .enumerate()
        .map(|(place, card)| view! { <li><ProductTile card first={place < at_once}/></li> })
        .collect_view();
    view! { <ul class="c-grid">{cards}</ul> }.into_html()
}

/// One product: picture, name, price, price of a kilogram, what buyers think of it, cooperative, a heart, and a round button
/// that adds it.
#[component]
pub fn ProductTile(
    /// The product.
    card: ProductCard,
    /// Its picture is fetched at once.
    #[prop(optional)]
    first: bool,
    /// Something else takes it off the list of favourites.
    #[prop(optional)]
    without_heart: bool,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&Product::new(&card.slug));
    // Nobody collects favourites where they work, such as on the shop page that they put together.
    let heart = (!without_heart && !cx.is_work_area()).then(|| {
        let page = cx.here_in(cx.locale());
        view! { <Heart product=card.id named=card.name.text.clone() page/> }
    });
    let season = card
        .season
        .filter(|season| card.available && season.contains(month(&cx)))
        .map(|_| view! { <span class="c-badge c-badge--season">{cx.tv(t::PRODUCT_SEASON_NOW)}</span> });
    let sold_out =
        (!card.available).then(|| view! { <span class="c-badge c-badge--error">{cx.tv(t::PRODUCT_STOCK_NONE)}</span> });
    let add = card.available.then(|| {
        let label = cx.t(t::product_add_named(card.name.text.as_str()));
        // Goods by the piece are added one by one, weighed ones by the least that is sold.
        let quantity = if card.terms.sold_by.unit == Unit::Piece {
            card.terms.sold_by.min.max(1)
        } else {
            card.terms.sold_by.min
        };
        view! {
            <AddButton
                action=cx.url(&CartLines::new())
                back=cx.here_in(cx.locale())
                offer=card.offer
                quantity
                label
            />
        }
    });
    let added = view! { <Added offer=card.offer/> };
    let rating = card.rating.map(|rating| view! { <SmallRating rating/> });
    view! {
        <article class="c-product">
            <a class="c-product__link" href=url>
                <span class="c-product__picture">
                    <ShopPicture picture=card.picture shape=Shape::Card first/>
                    {season}
                    {sold_out}
                </span>
                <h3 class="c-product__name"><ShownName shown=card.name/></h3>
            </a>
            <p class="c-product__price">
                <Price terms=card.terms/>
                <PerKilogram terms=card.terms/>
            </p>
            {rating}
            <p class="c-product__shop"><ShownName shown=card.cooperative/></p>
            {added}
            {heart}
            {add}
        </article>
    }
    .into_html()
}

/// Says at the card whose form one came back from that it was put into the cart; with scripts one never left.
#[component]
fn Added(
    /// The card's offer.
    offer: OfferId,
) -> Html {
    let cx = Cx::here();
    cx.take_added(offer)
        .then(|| {
            view! {
                <p class="c-notice c-notice--good" id="added" role="status">
                    <strong>{cx.t(t::CART_ADDED)}</strong>" "
                    <a class="c-link" href=cx.url(&Cart::new())>{cx.t(t::SHELL_CART_SEE)}</a>
                </p>
            }
        })
        .into_html()
}

/// The month in the shop's zone, 1–12.
pub fn month(cx: &Cx) -> u8 {
    let day = l10n::format::machine_date(cx.now());
    day.get(5..7).and_then(|month| month.parse().ok()).unwrap_or(1)
}
