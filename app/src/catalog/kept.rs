//! A product's page, all but the frame of the shop, kept as finished markup: it is the same for every reader of a
//! language.
//!
//! It is made of what is [read of the product](service::catalog::find_product), of the shop's texts and of the month;
//! when one of them is another, it is rendered again.

use std::sync::Arc;

use domain::Locale;
use leptos::tachys::html::InertElement;
use quick_cache::sync::Cache;
use service::catalog::ProductPage as Product;

use crate::cx::Cx;
use crate::routes::Product as ProductRoute;
use crate::ui::month;

/// Products whose markup is kept; about 25 kB each.
const KEPT: usize = 500;

/// See the [module](self).
#[derive(Debug)]
pub struct KeptMarkup(Cache<(Locale, String), Kept>);

#[derive(Clone, Debug)]
struct Kept {
    made_of: MadeOf,
    markup: Arc<str>,
}

#[derive(Clone, Debug)]
struct MadeOf {
    product: Arc<Product>,
    month: u8,
    texts: u64,
}

impl PartialEq for MadeOf {
    fn eq(&self, other: &Self) -> bool {
        // The product is held, so no other one can stand at its address.
        Arc::ptr_eq(&self.product, &other.product) && self.month == other.month && self.texts == other.texts
    }
}

impl Default for KeptMarkup {
    fn default() -> Self {
        Self(Cache::new(KEPT))
    }
}

/// The page of `product` inside the shop's frame, as kept or as `render` makes it. `render` must use nothing of the
/// request but its language and its address.
pub(super) fn keep(cx: &Cx, product: &Arc<Product>, render: impl FnOnce() -> String) -> InertElement {
    // Forms lead back here, query and all: at another address than its own, this page is nobody else's.
    if cx.here_in(cx.locale()) != cx.url(&ProductRoute::new(&product.slug)) {
        return InertElement::new(render());
    }
    let kept = &cx.kept_markup().0;
    let key = (cx.locale(), product.slug.clone());
    let made_of = MadeOf {
        product: product.clone(),
        month: month(cx),
        texts: cx.shop().texts().generation(),
    };
    let markup = match kept.get(&key).filter(|kept| kept.made_of == made_of) {
        Some(found) => found.markup,
        None => {
            let markup: Arc<str> = render().into();
            let new = Kept {
                made_of,
                markup: markup.clone(),
            };
            kept.insert(key, new);
            markup
        }
    };
    InertElement::new(markup.to_string())
}
