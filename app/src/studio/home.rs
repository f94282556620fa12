//! The first page of the studio.

use axum::response::Response;
use domain::{Action, Locale};
use l10n::{format, t};
use leptos::prelude::*;
use service::studio::{StudioHome, StudioProduct};

use super::frame::{StudioFrame, may};
use super::orders::OrderTable;
use super::support::SupportVisits;
use crate::account::sign_in_first;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::page::Meta;
use crate::routes::{ShopPage, StudioOrders, StudioProduct as StudioProductPage};
use crate::ui::{Html, IntoHtml, Shape, ShopPicture, ShownName, language_name};

/// What waits to be done, the newest orders, the products.
pub async fn show(cx: Cx) -> PageResult<Response> {
    if let Some(sign_in) = sign_in_first(&cx) {
        return Ok(sign_in);
    }
    let home = service::studio::home(cx.shop(), cx.actor(), cx.locale()).await?;
    Ok(cx.page(
        Meta::private(cx.t(t::STUDIO_TITLE)),
        || view! { <StudioHomePage home/> },
    ))
}

/// The overview.
#[component]
fn StudioHomePage(
    /// What it shows.
    home: StudioHome,
) -> Html {
    let cx = Cx::here();
    let number = |value: i64| format::number(cx.locale(), value);
    let waiting = number(i64::try_from(home.waiting).unwrap_or(i64::MAX));
    let products = number(i64::try_from(home.products.len()).unwrap_or(i64::MAX));
    let incomplete = home
        .products
        .iter()
        .filter(|p| !p.missing.is_empty() || !p.outdated.is_empty())
        .count();
    let incomplete = number(i64::try_from(incomplete).unwrap_or(i64::MAX));
    let is_editable = may(&cx, Action::EditProduct);
    let rows = home
        .products
        .into_iter()
        .map(|product| view! { <ProductRow product is_editable/> })
        .collect_view();
    let orders = may(&cx, Action::ReadOrders).then(|| {
        view! {
            <section class="c-stack">
                <div class="c-heading">
                    <h2>{cx.t(t::STUDIO_ORDERS_NEWEST)}</h2>
                    <a class="c-link" href=cx.url(&StudioOrders::new())>{cx.t(t::STUDIO_ORDERS_ALL)}</a>
                </div>
                <OrderTable orders=home.orders/>
            </section>
        }
    });
    view! {
        <StudioFrame>
            <div class="c-bar">
                <h1 class="c-title"><ShownName shown=home.name/></h1>
                <a class="c-button" href=cx.url(&ShopPage::new(&home.slug))>{cx.t(t::STUDIO_SEE_SHOP)}</a>
            </div>
            <SupportVisits visits=home.visits/>
            <ul class="c-stats">
                <li class="c-stat"><strong><bdi>{waiting}</bdi></strong>" "<span>{cx.t(t::STUDIO_STAT_WAITING)}</span></li>
                <li class="c-stat"><strong><bdi>{products}</bdi></strong>" "<span>{cx.t(t::STUDIO_STAT_PRODUCTS)}</span></li>
                <li class="c-stat"><strong><bdi>{incomplete}</bdi></strong>" "<span>{cx.t(t::STUDIO_STAT_TRANSLATIONS)}</span></li>
            </ul>
            {orders}
            <section class="c-stack">
                <h2>{cx.t(t::STUDIO_PRODUCTS_TITLE)}</h2>
                <ul class="c-list">{rows}</ul>
            </section>
        </StudioFrame>
    }
    .into_html()
}

/// A product: what it costs, whether it can be bought, which texts need work.
#[component]
fn ProductRow(
    /// The product.
    product: StudioProduct,
    /// Whether this member may edit it.
    is_editable: bool,
) -> Html {
    let cx = Cx::here();
    let url = cx.url(&StudioProductPage::new(&product.id.to_string()));
    let edit = cx.t(t::studio_product_edit(product.name.text.as_str()));
    let name = if is_editable {
        view! { <a href=url aria-label=edit><ShownName shown=product.name/></a> }.into_html()
    } else {
        view! { <ShownName shown=product.name/> }.into_html()
    };
    let price = format::money(cx.locale(), product.price);
    let (stock, stock_class) = if product.available {
        (t::STUDIO_PRODUCT_AVAILABLE, "c-badge c-badge--good")
    } else {
        (t::STUDIO_PRODUCT_SOLD_OUT, "c-badge c-badge--error")
    };
    let missing = (!product.missing.is_empty()).then(|| {
        let text = cx.tv(t::studio_product_missing(languages(&cx, &product.missing)));
        view! { <span class="c-badge c-badge--error">{text}</span> }
    });
    let outdated = (!product.outdated.is_empty()).then(|| {
        let text = cx.tv(t::studio_product_outdated(languages(&cx, &product.outdated)));
        view! { <span class="c-badge c-badge--warn">{text}</span> }
    });
    view! {
        <li class="c-line" data-testid="studio-product" data-slug=product.slug>
            <span class="c-line__picture"><ShopPicture picture=product.picture shape=Shape::Thumb/></span>
            <span class="c-line__body">
                {name}
                <span class="c-row">
                    <span class=stock_class>{cx.t(stock)}</span>
                    {missing}
                    {outdated}
                </span>
            </span>
            <span class="c-line__side"><span>{cx.tv(t::studio_product_from(price))}</span></span>
        </li>
    }
    .into_html()
}

/// Names of languages, as a list.
fn languages(cx: &Cx, locales: &[Locale]) -> String {
    let names: Vec<String> = locales.iter().map(|locale| language_name(cx, *locale)).collect();
    format::list_and(cx.locale(), &names)
}
