//! The heart over a product's picture: puts it on the reader's list of favourites, or takes it off.

use domain::ProductId;
use l10n::t;
use leptos::prelude::*;

use crate::cx::Cx;
use crate::html::{Html, IntoHtml};
use crate::routes::Favourites;

/// The form's id: where a reader without scripts comes back to.
pub const HEART: &str = "favourite";

/// A heart, hollow or filled; a script sends it without leaving the page. It says what it will do, not "the other way round":
/// pressed in a window that is behind, it does what was meant.
#[component]
pub fn Heart(
    /// The product.
    product: ProductId,
    /// Whether it is on the list.
    is_kept: bool,
    /// The product's page.
    page: String,
) -> Html {
    let cx = Cx::here();
    let (keep, label) = if is_kept {
        ("0", t::FAVOURITES_TAKE_OFF)
    } else {
        ("1", t::FAVOURITES_KEEP)
    };
    let class = if is_kept { "c-round is-on" } else { "c-round" };
    view! {
        <form
            class="c-heart"
            id=HEART
            method="post"
            action=cx.url(&Favourites::new())
            data-alone=cx.assets().url("alone.js")
            data-testid="heart"
        >
            <input type="hidden" name="product" value=product.get()/>
            <input type="hidden" name="page" value=page/>
            <button class=class name="keep" value=keep aria-label=cx.t(label)>
                <svg class="c-icon" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M12 20.5C6.4 16.6 3.4 13.2 3.4 9.3a4.6 4.6 0 0 1 8.6-2.2 4.6 4.6 0 0 1 8.6 2.2c0 3.9-3 7.3-8.6 11.2z"></path>
                </svg>
            </button>
        </form>
    }
    .into_html()
}
