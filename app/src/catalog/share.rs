//! `/products/{slug}/share`: the address of a product's page, to pass on.

use axum::response::Response;
use domain::{ErrorCode, Slug};
use leptos::prelude::*;
use service::catalog;

use super::found::product_preview;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{Named, Product};
use crate::sharing::{SharePage, share_meta};

/// Link and code.
pub async fn show(cx: Cx, Named(slug): Named<Slug>) -> PageResult<Response> {
    let Some(product) = catalog::find_product(cx.shop(), cx.locale(), slug.as_str()).await? else {
        return Err(ErrorCode::NotFound.into());
    };
    let url = cx.url(&Product::new(&product.slug));
    let meta = share_meta(&cx, &product.name, &url, product_preview(&cx, &product));
    Ok(cx.page(meta, || view! { <SharePage name=product.name url/> }))
}
