//! What the pages of products say to search engines and messengers.

use domain::WIDEST_PICTURE;
use domain::view::OfferView;
use l10n::{format, t};
use service::catalog::{CategoryLink, ProductPage};
use service::reviews::ProductReviews;
use service::shops::CooperativeCard;

use super::filters::Filters;
use crate::cx::Cx;
use crate::meta::{Meta, SharedPicture};
use crate::query::with_query;
use crate::routes::{Product, Products};
use crate::sharing::{Crumb, data_of_product, preview_of, price_of, summary};
use crate::ui::Shape;

/// What the head of a product's page says.
pub(super) fn product_meta(cx: &Cx, product: &ProductPage, reviews: &ProductReviews) -> Meta {
    let url = cx.url(&Product::new(&product.slug));
    let category = &product.category;
    let way = vec![
        Crumb {
            name: category.name.text.clone(),
            url: with_query(cx.url(&Products::new()), &[("category", &category.slug)]),
        },
        Crumb {
            name: product.name.text.clone(),
            url: url.clone(),
        },
    ];
    let (name, seller) = (product.name.text.as_str(), product.cooperative.name.text.as_str());
    let description = match &product.description {
        Some(shown) => summary(&shown.text),
        None => cx
            .shop()
            .texts()
            .plain(cx.locale(), t::sharing_product_text(name, seller)),
    };
    Meta {
        picture: Some(product_preview(cx, product)),
        price: price_of(&product.offers),
        data: data_of_product(cx, (product, reviews), &url, way),
        preload: product
            .pictures
            .first()
            .map(|picture| (picture.clone(), Shape::Product)),
        ..Meta::new(name).description(description).canonical(url)
    }
}

/// The picture beside a link to a product's page.
pub(super) fn product_preview(cx: &Cx, product: &ProductPage) -> SharedPicture {
    // As much of the size that is shown first as stands on the picture.
    let price = OfferView::first_choice(&product.offers).map_or_else(String::new, |offer| {
        let terms = &offer.terms;
        format!(
            "{} {} {} {}",
            format::money(cx.locale(), terms.price),
            terms.priced_by.reference_amount,
            terms.net_grams,
            product.offers.len() > 1
        )
    });
    let first = product.pictures.first();
    let key = first.map(|picture| picture.key.as_str()).unwrap_or_default();
    let (name, seller) = (&product.name.text, &product.cooperative.name.text);
    SharedPicture {
        square: first
            .filter(|picture| !picture.key.is_empty())
            .map(|picture| picture.url(640, "jpg")),
        ..preview_of(cx, "products", &product.slug, name, &[name, seller, &price, key])
    }
}

/// What the head of a list says. `category` and `cooperative` are those it is of, where it is one.
///
/// Search engines know a list by its category or its cooperative. In which order it stands makes no other list of it; what is
/// narrowed further, nobody looks for by a search engine.
pub(super) fn list_meta(
    cx: &Cx,
    filters: &Filters,
    category: Option<&CategoryLink>,
    cooperative: Option<&CooperativeCard>,
) -> Meta {
    let plain = |message: l10n::Message<'_>| cx.texts().plain(cx.locale(), message);
    let all = || plain(t::CATALOG_LIST_TITLE.into());
    let names = [
        category.map(|category| category.name.text.as_str()),
        cooperative.map(|cooperative| cooperative.name.text.as_str()),
    ];
    let title = match names {
        [None, None] => all(),
        [None, Some(shop)] => format!("{} · {shop}", all()),
        [Some(category), None] => category.to_owned(),
        [Some(category), Some(shop)] => format!("{category} · {shop}"),
    };
    let title = if filters.page > 1 {
        plain(t::sharing_page_title(title, i64::from(filters.page)))
    } else {
        title
    };
    let description = match names {
        [None, None] => plain(t::CATALOG_LIST_DESCRIPTION.into()),
        [Some(category), None] => plain(t::sharing_category_text(category)),
        [_, Some(shop)] => plain(t::sharing_goods_text(shop)),
    };
    let mut known: Vec<(&str, &str)> = Vec::new();
    if let Some(category) = category {
        known.push(("category", &category.slug));
    }
    if let Some(cooperative) = cooperative {
        known.push(("shop", &cooperative.slug));
    }
    let page = (filters.page > 1).then(|| filters.page.to_string());
    if let Some(page) = &page {
        known.push(("page", page));
    }
    let of = usize::from(category.is_some()) + usize::from(cooperative.is_some());
    let unlisted = of > 1 || filters.count() > of;
    Meta {
        unlisted,
        picture: category.and_then(category_picture),
        ..Meta::new(title)
            .description(description)
            .canonical(with_query(cx.url(&Products::new()), &known))
    }
}

/// A category's emblem; none while it has none.
fn category_picture(category: &CategoryLink) -> Option<SharedPicture> {
    let picture = &category.picture;
    let width = picture.width.min(WIDEST_PICTURE);
    let height = u64::from(picture.height) * u64::from(width) / u64::from(picture.width.max(1));
    (!picture.key.is_empty()).then(|| SharedPicture {
        path: picture.url(WIDEST_PICTURE, "jpg"),
        alt: category.name.text.clone(),
        sides: (width, u32::try_from(height).unwrap_or(width)),
        square: Some(picture.url(640, "jpg")),
    })
}
