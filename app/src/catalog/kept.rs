//! Product pages, kept as finished markup: inside the shop's frame they are the same for every reader of a language, and
//! with an empty cart the frame is the same too, all but its nonce.
//!
//! A page is made of what is [read of the product](service::catalog::find_product), of the shop's texts, of the built
//! files and of the month; when one of them is another, it is rendered again.

use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Locale;
use leptos::prelude::IntoView;
use quick_cache::sync::Cache;
use service::catalog::ProductPage as Product;

use crate::assets::Assets;
use crate::body::Document;
use crate::cx::Cx;
use crate::page::Meta;
use crate::routes::Product as ProductRoute;
use crate::ui::month;

/// Products whose pages are kept; about 30 kB each.
const KEPT: usize = 500;

/// See the [module](self).
#[derive(Debug)]
pub struct KeptMarkup(Cache<(Locale, String), Arc<Kept>>);

#[derive(Debug)]
struct Kept {
    made_of: MadeOf,
    /// All but the frame.
    markup: Bytes,
    /// With the frame of somebody whose cart is empty.
    document: OnceLock<Document>,
}

#[derive(Debug)]
struct MadeOf {
    product: Arc<Product>,
    assets: Arc<Assets>,
    month: u8,
    texts: u64,
}

impl PartialEq for MadeOf {
    fn eq(&self, other: &Self) -> bool {
        // Both are held, so no other one can stand at their address.
        Arc::ptr_eq(&self.product, &other.product)
            && Arc::ptr_eq(&self.assets, &other.assets)
            && self.month == other.month
            && self.texts == other.texts
    }
}

impl Default for KeptMarkup {
    fn default() -> Self {
        Self(Cache::new(KEPT))
    }
}

/// The page of `product`, as kept or with what `content` renders. `meta` and `content` must use nothing of the request
/// but its language and its address.
pub(super) fn page<V: IntoView>(
    cx: &Cx,
    product: &Arc<Product>,
    meta: impl FnOnce() -> Meta,
    content: impl FnOnce() -> V,
) -> Response {
    // Forms lead back here, query and all: at another address than its own, this page is nobody else's.
    if cx.here_in(cx.locale()) != cx.url(&ProductRoute::new(&product.slug)) {
        return cx.page(meta(), content);
    }
    let kept = keep(cx, product, || cx.markup(content));
    let is_everybodys = cx.cart_count() == 0 && !cx.is_walking();
    let made;
    let document = if is_everybodys {
        kept.document
            .get_or_init(|| cx.document_of(meta(), kept.markup.clone()))
    } else {
        made = cx.document_of(meta(), kept.markup.clone());
        &made
    };
    cx.answer(StatusCode::OK, false, document)
}

fn keep(cx: &Cx, product: &Arc<Product>, render: impl FnOnce() -> Bytes) -> Arc<Kept> {
    let kept = &cx.kept_markup().0;
    let key = (cx.locale(), product.slug.clone());
    let made_of = MadeOf {
        product: product.clone(),
        assets: cx.assets().clone(),
        month: month(cx),
        texts: cx.shop().texts().generation(),
    };
    if let Some(found) = kept.get(&key).filter(|kept| kept.made_of == made_of) {
        return found;
    }
    let new = Arc::new(Kept {
        made_of,
        markup: render(),
        document: OnceLock::new(),
    });
    kept.insert(key, new.clone());
    new
}
