//! The other products below a product, kept as finished markup: half of a product page, and the same for every reader.
//!
//! It is made of what is kept of the page, of the shop's texts and of the month; when one of them is another, it is
//! rendered again.

use std::sync::Arc;

use domain::Locale;
use l10n::t;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use quick_cache::sync::Cache;
use service::catalog::{ProductCard, ProductPage as Product};

use crate::cx::Cx;
use crate::routes::Product as ProductRoute;
use crate::ui::{ProductGrid, month};

/// Products whose markup is kept; about 12 kB each.
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

/// Other products of the cooperative, and of the category.
#[component]
pub fn MoreProducts(
    /// The product they stand below.
    product: Arc<Product>,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    // The add buttons lead back here, query and all: with one, this page is nobody else's.
    if cx.here_in(cx.locale()) != cx.url(&ProductRoute::new(&product.slug)) {
        return InertElement::new(render(&product, &cx));
    }
    let kept = &cx.kept_markup().0;
    let key = (cx.locale(), product.slug.clone());
    let made_of = MadeOf {
        month: month(&cx),
        texts: cx.shop().texts().generation(),
        product,
    };
    let markup = match kept.get(&key).filter(|kept| kept.made_of == made_of) {
        Some(found) => found.markup,
        None => {
            let markup: Arc<str> = render(&made_of.product, &cx).into();
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

fn render(product: &Product, cx: &Cx) -> String {
    view! {
        <More title=t::PRODUCT_MORE_COOPERATIVE cards=product.more_from_cooperative.clone() cx=cx.clone()/>
        <More title=t::PRODUCT_MORE_CATEGORY cards=product.more_in_category.clone() cx=cx.clone()/>
    }
    .to_html()
}

/// Other products.
#[component]
fn More(
    /// What they have in common.
    title: l10n::Text,
    /// The products.
    cards: Vec<ProductCard>,
    /// The request.
    cx: Cx,
) -> impl IntoView {
    (!cards.is_empty()).then(|| {
        view! {
            <section class="c-section">
                <h2>{cx.tv(title)}</h2>
                <ProductGrid cards cx/>
            </section>
        }
    })
}
