//! `/products/{slug}`: one product, and buying it.

use axum::http::StatusCode;
use axum::response::Response;
use components::amount_field_name;
use domain::view::OfferView;
use domain::{BUYER_LIMIT_DAYS, ErrorCode, GoodsClass, OfferTerms, Slug, Unit};
use l10n::{format, t};
use leptos::prelude::*;
use service::catalog::{self, BuyerLimit, ProductCard, ProductPage as Product, Season, SoldLot};
use service::questions::OnProduct;
use service::reviews::ProductReviews;
use service::shops::CooperativeCard;
use service::{Shown, collection};

use super::filters::Filters;
use super::found::product_meta;
use super::gallery::Gallery;
use super::offers::{BuyForm, NotAdded};
use crate::cx::Cx;
use crate::error::PageResult;
use crate::notices::ClosedRun;
use crate::own_path::OwnPath;
use crate::page::Meta;
use crate::public::{Shows, shows};
use crate::questions::QuestionsOnProduct;
use crate::reviews::{ReviewsLine, ReviewsSection};
use crate::routes::{Named, Product as ProductRoute, ProductBack, ProductShare, Products, Returns, ShopPage};
use crate::sharing::ShareLink;
use crate::ui::{
    Heart, Html, Icon, IconName, IntoHtml, PerKilogram, Price, ProductGrid, Shape, ShopPicture, ShownName, ShownProse,
    ShownText, field_id, harvest_text, month, quantity_text, size_text,
};

/// Days from the order on until a parcel within Xinjiang, and one elsewhere in the country, arrives, when somebody is there on
/// all of them.
const DAYS_NEAR: (i64, i64) = (2, 4);
const DAYS_FAR: (i64, i64) = (4, 8);
/// Days until goods lie ready at a station of the district.
const DAYS_STATION: (i64, i64) = (1, 3);

/// Shows the product.
pub async fn show(cx: Cx, Named(slug): Named<Slug>) -> PageResult<Response> {
    let Some(product) = catalog::find_product(cx.shop(), cx.locale(), slug.as_str()).await? else {
        return not_sold(&cx, slug.as_str()).await;
    };
    let reviews = service::reviews::of_product(cx.shop(), cx.locale(), product.id).await?;
    let meta = product_meta(&cx, &product, &reviews);
    let shown = Shows::Product(product.id);
    let questions = service::questions::on_product(cx.shop(), cx.locale(), product.id).await?;
    let page = cx.page(meta, || view! { <ProductPage product reviews questions/> });
    Ok(shows(page, shown))
}

/// What is not in the shop: not now, while the Centre has suspended who sells it, or not at all.
async fn not_sold(cx: &Cx, slug: &str) -> PageResult<Response> {
    let Some(seller) = catalog::suspended_seller(cx.shop(), cx.locale(), slug).await? else {
        return Err(ErrorCode::NotFound.into());
    };
    let meta = Meta::private(seller.name.text.clone());
    Ok(cx.page_with(StatusCode::NOT_FOUND, meta, || view! { <NotNow seller/> }))
}

/// The place of a product that comes back when its cooperative sells again.
#[component]
fn NotNow(
    /// Who sells it.
    seller: CooperativeCard,
) -> Html {
    let cx = Cx::here();
    let shop = cx.url(&ShopPage::new(&seller.slug));
    view! {
        <h1 class="c-title"><a class="c-link" href=shop><ShownName shown=seller.name/></a></h1>
        <div class="c-notice c-notice--warn" role="note" data-testid="suspended">
            <p>{cx.tv(t::SHOPS_SUSPENDED)}</p>
        </div>
    }
    .into_html()
}

/// The page the form stood on, with the quantity that cannot be ordered as it was typed and what is wrong with it; nothing
/// when it stood on another page or something else is wrong.
pub(crate) async fn refused_page(
    cx: &Cx,
    back: Option<&OwnPath>,
    typed: NotAdded,
    error: &service::Error,
) -> PageResult<Option<Response>> {
    let status = match error {
        service::Error::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
        service::Error::Refused(ErrorCode::SoldOut) => StatusCode::CONFLICT,
        _ => return Ok(None),
    };
    let Some(slug) = back.and_then(|back| back.child_of(&cx.url(&Products::new()))) else {
        return Ok(None);
    };
    let Some(product) = catalog::find_product(cx.shop(), cx.locale(), slug).await? else {
        return Ok(None);
    };
    if !product.offers.iter().any(|offer| offer.id == typed.offer) {
        return Ok(None);
    }
    let cart = service::cart::view(cx.shop(), cx.locale(), cx.cart()).await?;
    let typed = NotAdded {
        held: cart.line(typed.offer).map_or(typed.held, |line| line.quantity),
        ..typed
    };
    let reviews = service::reviews::of_product(cx.shop(), cx.locale(), product.id).await?;
    let questions = service::questions::on_product(cx.shop(), cx.locale(), product.id).await?;
    let cx = cx.standing_at(&ProductRoute::new(slug));
    let meta = Meta::private(product.name.text.clone());
    Ok(Some(cx.page_with(status, meta, || {
        view! { <ProductPage product reviews questions not_added=Some(typed)/> }
    })))
}

/// One product.
#[component]
fn ProductPage(
    /// The product.
    product: Product,
    /// What buyers say about it.
    reviews: ProductReviews,
    /// What was asked about it and answered.
    questions: OnProduct,
    /// What was just not put into the cart.
    #[prop(default = None)]
    not_added: Option<NotAdded>,
) -> Html {
    let cx = Cx::here();
    let (slug, seller) = (product.slug.clone(), product.cooperative.name.clone());
    let category = Filters::none()
        .in_category(Some(product.category.slug.clone()))
        .url(&cx);
    let share = cx.url(&ProductShare::new(&product.slug));
    let here = cx.url(&ProductRoute::new(&product.slug));
    let seen = cx.assets().url("seen.js");
    let seen_picture = product.pictures.first().map(|picture| picture.url(160, "webp"));
    let is_sold_out = product.offers.iter().any(|offer| !offer.is_there());
    let tell_me = is_sold_out.then(|| {
        let url = cx.url(&ProductBack::new(&product.slug));
        view! { <p><a class="c-link" href=url rel="nofollow" data-testid="tell-me">{cx.tv(t::RESTOCK_LINK)}</a></p> }
    });
    let chosen = not_added
        .as_ref()
        .map(|typed| typed.offer)
        .or_else(|| OfferView::first_choice(&product.offers).map(|offer| offer.id));
    // One for each size, in their order: the style shows that of the chosen one.
    let prices = product
        .offers
        .iter()
        .map(|offer| {
            let terms = offer.terms;
            view! {
                <p class="c-detail__price" data-chosen=(Some(offer.id) == chosen).then_some("")>
                    <Price terms large=true/>
                    <PerKilogram terms/>
                </p>
            }
        })
        .collect_view();
    let collected = collection::places(cx.shop(), cx.locale(), product.cooperative.id);
    let is_weighed = product
        .offers
        .iter()
        .any(|offer| offer.terms.sold_by.unit != Unit::Piece);
    let description = product.description.map(|shown| view! { <ShownProse shown/> });
    let by_machine = product.by_machine.then(
        || view! { <p class="c-shown__lang" data-testid="by-machine">{cx.tv(t::LANGUAGE_TRANSLATION_MACHINE)}</p> },
    );
    let notice = not_added.as_ref().map(|typed| {
        let about = typed.problem(&product.offers, &cx).map(|problem| {
            let href = format!("#{}", field_id(&amount_field_name(typed.offer)));
            view! { <p><a class="c-link" href=href>{problem}</a></p> }
        });
        view! {
            <div class="c-notice c-notice--error" id="notice" role="alert" tabindex="-1" autofocus=true>
                <strong>{cx.tv(t::CART_NOT_ADDED)}</strong>
                {about}
            </div>
        }
    });
    view! {
        {notice}
        <article class="c-detail" data-seen=seen data-slug=product.slug.clone() data-picture=seen_picture>
            <Gallery pictures=product.pictures texts=product.picture_texts name=product.name.text.clone()>
                <Heart product=product.id page=here/>
            </Gallery>
            <div class="c-detail__text">
                <h1 class="c-title"><ShownText shown=product.name/></h1>
                <div>{prices}</div>
                <p class="c-crumb"><a href=category><ShownName shown=product.category.name/></a><ReviewsLine summary=reviews.summary.clone()/></p>
                <Facts season=product.season harvest=product.harvest_year limits=product.limits lots=product.lots/>
                <BuyForm offers=product.offers not_added/>
                <div class="c-detail__more">
                    {tell_me}
                    <Delivery class=product.goods_class is_weighed collected/>
                    {by_machine}
                    {description}
                    <Seller cooperative=product.cooperative/>
                    <ShareLink url=share/>
                </div>
            </div>
        </article>
        <ReviewsSection slug=slug.clone() reviews/>
        <QuestionsOnProduct slug cooperative=seller questions/>
        <More title=t::PRODUCT_MORE_COOPERATIVE cards=product.more_from_cooperative/>
        <More title=t::PRODUCT_MORE_CATEGORY cards=product.more_in_category/>
    }
    .into_html()
}

/// Season and harvest: of what is sold now, where its cooperative said so.
#[component]
fn Facts(
    /// When it is in season.
    season: Option<Season>,
    /// Year of the harvest.
    harvest: Option<i64>,
    /// How much of it one buyer may have.
    limits: Vec<BuyerLimit>,
    /// Harvest and origin of what is sold now.
    lots: Vec<SoldLot>,
) -> Html {
    let cx = Cx::here();
    let season = season.map(|season| {
        let name = |month| format::month_name(cx.locale(), month);
        let now = season
            .contains(month(&cx))
            .then(|| view! { <span class="c-badge c-badge--season">{cx.tv(t::PRODUCT_SEASON_NOW)}</span>" " });
        view! { <li>{now}{cx.tv(t::product_season_months(name(season.from), name(season.to)))}</li> }
    });
    // A year is a number, but is not grouped by thousands.
    let harvest = harvest
        .filter(|_| lots.iter().all(|lot| lot.harvested.is_none()))
        .map(|year| view! { <li><Icon name=IconName::Leaf/>" "{cx.tv(t::product_harvest(year.to_string()))}</li> });
    let is_said = season.is_some() || harvest.is_some() || !limits.is_empty() || !lots.is_empty();
    let limits = limits
        .into_iter()
        .map(|limit| {
            let most = quantity_text(&cx, limit.most, limit.unit);
            let says = t::product_buyer_limit(most, format::number(cx.locale(), BUYER_LIMIT_DAYS));
            view! { <li data-testid="buyer-limit"><Sizes of=limit.sizes/>{cx.tv(says)}</li> }
        })
        .collect_view();
    let lots = lots
        .into_iter()
        .map(|lot| {
            let harvested = lot
                .harvested
                .map(|harvested| cx.tv(t::product_harvested(harvest_text(&cx, &harvested))));
            let origin = lot.origin.map(|shown| {
                view! { " "<span class="c-muted">{cx.tv(t::PRODUCT_ORIGIN)}</span>" "<ShownText shown/> }
            });
            view! { <li data-testid="sold-lot"><Icon name=IconName::Leaf/>" "<Sizes of=lot.sizes/>{harvested}{origin}</li> }
        })
        .collect_view();
    is_said
        .then(|| view! { <ul class="c-detail__facts">{season}{harvest}{limits}{lots}</ul> })
        .into_html()
}

/// The sizes of which something is said, before it; nothing where it is said of all of them.
#[component]
fn Sizes(
    /// The sizes.
    of: Vec<OfferTerms>,
) -> Html {
    let cx = Cx::here();
    (!of.is_empty())
        .then(|| {
            let names = of
                .iter()
                .enumerate()
                .map(|(place, terms)| view! { {(place > 0).then_some(" · ")}<bdi>{size_name(&cx, terms)}</bdi> })
                .collect_view();
            view! { <span data-testid="fact-sizes">{names}":"</span>" " }
        })
        .into_html()
}

/// A size as its button calls it.
fn size_name(cx: &Cx, terms: &OfferTerms) -> String {
    match terms.sold_by.unit {
        Unit::Piece => size_text(cx, terms),
        Unit::Gram | Unit::Millilitre => cx.t(t::PRODUCT_SIZE_WEIGHED),
    }
}

/// A promise of so many days as it holds today: days on which nobody is there make it longer. A range is one piece of text, on
/// one line by its word joiners: its ends must not change places in Uyghur.
fn days_text(cx: &Cx, (near, far): (i64, i64)) -> String {
    let days = |promised| {
        let days = service::settings::days_promised(cx.shop(), promised);
        format::number(cx.locale(), days)
    };
    format!("{}\u{2060}–\u{2060}{}", days(near), days(far))
}

/// How long it takes, where one can collect, and what if something is not right.
#[component]
fn Delivery(
    /// What the goods are.
    class: GoodsClass,
    /// Whether some of them are weighed out.
    is_weighed: bool,
    /// The townships at whose stations they can be collected, where that is not everywhere.
    collected: Vec<Shown>,
) -> Html {
    let cx = Cx::here();
    let collected = (!collected.is_empty()).then(|| {
        let names = collected
            .into_iter()
            .enumerate()
            .map(|(place, shown)| view! { {(place > 0).then_some(" · ")}<ShownName shown/> })
            .collect_view();
        view! { " "<span data-testid="collected-in">{cx.tv(t::PRODUCT_COLLECTED_IN)}" "{names}</span> }
    });
    let weighed = is_weighed.then(|| {
        view! { <li data-testid="weighed"><Icon name=IconName::Check/><span>{cx.tv(t::PRODUCT_WEIGHED)}</span></li> }
    });
    let rules = service::settings::returns(cx.shop());
    let number = |number: u16| format::number(cx.locale(), i64::from(number));
    let back = match class {
        GoodsClass::Packaged if rules.return_days > 0 => cx.tv(t::returns_product_packaged(number(rules.return_days))),
        GoodsClass::Packaged | GoodsClass::Fresh => cx.tv(t::RETURNS_PRODUCT_NEVER),
    };
    let returns = cx.url(&Returns::new());
    let longest = service::settings::days_promised(cx.shop(), DAYS_FAR.1);
    let closed = service::settings::closed_within(cx.shop(), cx.locale(), longest);
    let closed = (!closed.is_empty()).then(|| {
        let runs = closed
            .into_iter()
            .map(|(from, until, reason)| view! { " "<ClosedRun from until reason/> })
            .collect_view();
        view! {
            <li data-testid="closed-soon"><Icon name=IconName::Check/><span>{cx.tv(t::PRODUCT_DELIVERY_CLOSED)}{runs}</span></li>
        }
    });
    view! {
        <section class="c-card">
            <h2 class="c-card__title">{cx.tv(t::PRODUCT_DELIVERY_TITLE)}</h2>
            <ul class="c-ticks">
                <li><Icon name=IconName::Station/><span>{cx.tv(t::product_delivery_station(days_text(&cx, DAYS_STATION)))}{collected}</span></li>
                <li>
                    <Icon name=IconName::Truck/>
                    <span>{cx.tv(t::product_delivery_home(days_text(&cx, DAYS_NEAR), days_text(&cx, DAYS_FAR)))}</span>
                </li>
                {closed}
                <li><Icon name=IconName::Check/><span>{cx.tv(t::PRODUCT_DELIVERY_FREIGHT)}</span></li>
                {weighed}
                <li data-testid="returns">
                    <Icon name=IconName::Check/>
                    <span>
                        {cx.tv(t::returns_product(number(rules.report_hours)))}" "{back}" "
                        <a href=returns>{cx.tv(t::RETURNS_TITLE)}</a>
                    </span>
                </li>
            </ul>
        </section>
    }
    .into_html()
}

/// Who grows or makes it.
#[component]
fn Seller(
    /// The cooperative.
    cooperative: CooperativeCard,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&ShopPage::new(&cooperative.slug));
    let tagline = cooperative.tagline.map(|shown| view! { <p><ShownText shown/></p> });
    view! {
        <section class="c-seller">
            <ShopPicture picture=cooperative.picture shape=Shape::Cover/>
            <div class="c-seller__text">
                <p class="c-muted">{cx.tv(t::PRODUCT_SELLER)}</p>
                <h2><ShownText shown=cooperative.name/></h2>
                {tagline}
                <p class="c-muted"><Icon name=IconName::Pin/>" "<ShownName shown=cooperative.township/></p>
                <a class="c-link" href=url>{cx.tv(t::PRODUCT_SELLER_STORY)}<Icon name=IconName::Arrow/></a>
            </div>
        </section>
    }
    .into_html()
}

/// Other products.
#[component]
fn More(
    /// What they have in common.
    title: l10n::Text,
    /// The products.
    cards: Vec<ProductCard>,
) -> Html {
    let cx = Cx::here();
    (!cards.is_empty())
        .then(|| {
            view! {
                <section class="c-section">
                    <h2>{cx.tv(title)}</h2>
                    <ProductGrid cards/>
                </section>
            }
        })
        .into_html()
}
