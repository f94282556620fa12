//! `/shops/{slug}/share`: the address of a cooperative's page, to pass on.

use axum::response::Response;
use domain::{ErrorCode, Slug};
use leptos::prelude::*;
use service::shops;

use super::page::preview;
use crate::cx::Cx;
use crate::error::PageResult;
use crate::routes::{Named, ShopPage};
use crate::sharing::{SharePage, share_meta};

/// Link and code.
pub async fn show(cx: Cx, Named(slug): Named<Slug>) -> PageResult<Response> {
    let Some(card) = shops::named(cx.shop(), cx.locale(), slug.as_str()) else {
        return Err(ErrorCode::NotFound.into());
    };
    let url = cx.url(&ShopPage::new(&card.slug));
    let meta = share_meta(&cx, &card.name, &url, preview(&cx, &card));
    Ok(cx.page(meta, || view! { <SharePage name=card.name url/> }))
}
