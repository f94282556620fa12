//! The heart over a product's picture: puts it on the reader's list of favourites, or takes it off.

use domain::ProductId;
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::html::{Html, IntoHtml};
use crate::routes::Favourites;

/// How the form's id begins, before a dash and the product's number: where a reader without scripts comes back to.
pub const HEART: &str = "favourite";

/// A heart, hollow or filled; a script sends it without leaving the page. It says what it will do, not "the other way round":
/// pressed in a window that is behind, it does what was meant.
#[component]
pub fn Heart(
    /// The product.
    product: ProductId,
    /// What it is called, where the page has more than this one.
    #[prop(optional)]
    named: Option<String>,
    /// Where a reader without scripts comes back to.
    page: String,
) -> Html {
    let cx = Cx::here();
    let is_kept = cx.favourites().contains(&product);
    let (keep, label) = match (is_kept, &named) {
        (true, None) => ("0", cx.t(t::FAVOURITES_TAKE_OFF)),
        (true, Some(name)) => ("0", cx.t(t::favourites_take_off_named(name.as_str()))),
        (false, None) => ("1", cx.t(t::FAVOURITES_KEEP)),
        (false, Some(name)) => ("1", cx.t(t::favourites_keep_named(name.as_str()))),
    };
    let class = if is_kept { "c-round is-on" } else { "c-round" };
    // A page may show a product twice, and an id stands on it once.
    let id = match cx.add_heart(product) {
        1 => format!("{HEART}-{product}"),
        place => format!("{HEART}-{product}-{place}"),
    };
    let testid = if named.is_some() { "card-heart" } else { "heart" };
    view! {
        <form
            class="c-heart"
            id=id
            method="post"
            action=cx.url(&Favourites::new())
            data-alone=cx.assets().url("alone.js")
            data-testid=testid
        >
            <input type="hidden" name="product" value=product.get()/>
            <input type="hidden" name="page" value=page/>
            <button class=class name="keep" value=keep aria-label=label>
                <svg class="c-icon" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M12 20.5C6.4 16.6 3.4 13.2 3.4 9.3a4.6 4.6 0 0 1 8.6-2.2 4.6 4.6 0 0 1 8.6 2.2c0 3.9-3 7.3-8.6 11.2z"></path>
                </svg>
            </button>
        </form>
    }
    .into_html()
}
