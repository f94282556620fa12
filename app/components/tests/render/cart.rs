//! The cart: its lines, what is wrong with them, and the way on.

use components::{CartPanel, CartPlaces, Trouble, TroubleKind, texts};
use domain::view::{CartLine, CartView};
use domain::{Locale, OfferId, Quantity, Unit};
use leptos::prelude::*;

use super::{Nothing, a_cart, html, line};

pub(super) fn cart_html(locale: Locale, cart: CartView, troubles: Vec<Trouble>, removed: Option<CartLine>) -> String {
    let places = CartPlaces {
        cart: "/es/cart".to_owned(),
        products: "/es/products".to_owned(),
        shops: "/es/shops".to_owned(),
    };
    html(locale, texts::CART, || {
        let (cart, troubles, removed) = (RwSignal::new(cart), RwSignal::new(troubles), RwSignal::new(removed));
        view! { <CartPanel cart troubles removed places actions=Nothing/> }
    })
}

/// Whether the way to the checkout is open.
fn offers_checkout(html: &str) -> bool {
    let (_, after) = html.split_once("data-testid=\"checkout\"").unwrap_or_default();
    let (button, _) = after.split_once('>').unwrap_or_default();
    !after.is_empty() && !button.contains("hidden")
}

#[test]
fn a_cart_shows_each_line_with_what_is_wrong_with_it() {
    for locale in Locale::BUILT_IN {
        let html = cart_html(locale, a_cart(locale), Vec::new(), None);
        for state in ["ready", "short", "gone"] {
            assert!(
                html.contains(&format!("data-state=\"{state}\"")),
                "{locale} {state}: {html}"
            );
        }
        assert!(
            html.contains("&lt;b>") || html.contains("&lt;b&gt;"),
            "names are text: {html}"
        );
        assert!(!offers_checkout(&html), "it cannot be ordered as it stands");
        assert!(html.contains("value=\"700\"") && html.contains("name=\"quantity-2\""));
    }
}

#[test]
fn every_trouble_is_said_beside_its_field_and_only_what_is_wrong_blocks() {
    for locale in Locale::BUILT_IN {
        for (kind, is_said, is_marked, blocks) in [
            (TroubleKind::Rules, true, true, true),
            (TroubleKind::Refused("no".to_owned()), true, true, true),
            (TroubleKind::Offline, true, true, false),
            (TroubleKind::Busy, true, true, false),
            (TroubleKind::Later("later".to_owned()), true, true, false),
            (TroubleKind::Kept("kept".to_owned()), true, false, false),
            (TroubleKind::Unsaved, false, false, false),
        ] {
            let mut cart = a_cart(locale);
            for gone in [2, 3] {
                cart.set_quantity(OfferId(gone), Quantity(0));
            }
            let trouble = Trouble {
                offer: OfferId(1),
                typed: "2,5".to_owned(),
                kind: kind.clone(),
            };
            let html = cart_html(locale, cart, vec![trouble], None);
            assert!(html.contains("value=\"2,5\""), "{kind:?}: what was typed stays");
            assert_eq!(html.contains("aria-invalid=\"true\""), is_marked, "{kind:?}");
            assert_eq!(html.contains("id=\"field-quantity-1-error\""), is_said, "{kind:?}");
            assert_eq!(offers_checkout(&html), !blocks, "{kind:?}");
        }
    }
}

#[test]
fn an_emptied_cart_offers_the_way_back() {
    for locale in Locale::BUILT_IN {
        let mut empty = a_cart(locale);
        empty.sellers.clear();
        let html = cart_html(locale, empty, Vec::new(), Some(line(1, Unit::Piece, 2, 9)));
        assert!(
            html.contains("data-testid=\"cart-removed\"") && html.contains("c-empty"),
            "{html}"
        );
    }
}
