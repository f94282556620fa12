//! Prices that fall with the amount, where one chooses and where one pays.

use domain::view::{CheckoutForm, FieldErrors};
use domain::{Locale, OfferId, OfferTerms, PriceSteps, Quantity, Unit};
use l10n::format;

use super::cart::cart_html;
use super::checkout::checkout_of;
use super::purchase::{offer, purchase_html, purchase_of};
use super::{a_cart, cny, terms};

/// Packs at 26.80, from 10 on at 24.00, from 50 on at 21.50.
fn stepped() -> OfferTerms {
    OfferTerms {
        steps: PriceSteps::read("10=2400;50=2150;"),
        ..terms(Unit::Piece)
    }
}

#[test]
fn a_cart_and_a_checkout_say_what_an_amount_costs_apiece_and_which_step_is_near() {
    for locale in Locale::BUILT_IN {
        let mut cart = a_cart(locale);
        cart.sellers[0].lines.truncate(1);
        cart.sellers[0].lines[0].terms = stepped();
        for (amount, said_prices) in [
            (2, [true, false, false]),
            (8, [true, true, false]),
            (10, [false, true, false]),
            (30, [false, true, true]),
        ] {
            cart.set_quantity(OfferId(1), Quantity(amount));
            let in_cart = cart_html(locale, cart.clone(), Vec::new(), None);
            let at_checkout = checkout_of(cart.clone(), CheckoutForm::default(), FieldErrors::default(), locale);
            for html in [in_cart, at_checkout] {
                let at = html.find("data-testid=\"line-step\"").map(|at| &html[at..]);
                let said = at.and_then(|html| html.split("</p>").next()).unwrap_or_default();
                let prices = [2680, 2400, 2150].map(|minor| said.contains(&format::money(locale, cny(minor))));
                assert_eq!(prices, said_prices, "{locale} {amount}: {said}");
            }
        }
        // What always costs the same says nothing of it.
        cart.sellers[0].lines[0].terms = terms(Unit::Piece);
        let in_cart = cart_html(locale, cart.clone(), Vec::new(), None);
        let at_checkout = checkout_of(cart, CheckoutForm::default(), FieldErrors::default(), locale);
        assert!(!in_cart.contains("line-step") && !at_checkout.contains("line-step"));
    }
}

#[test]
fn a_price_that_falls_with_the_amount_is_said_where_one_chooses() {
    for locale in Locale::BUILT_IN {
        let (falls, stays) = (offer(1, stepped(), 99), offer(2, terms(Unit::Piece), 99));
        for sizes in [vec![falls.clone()], vec![falls.clone(), stays.clone()]] {
            let html = purchase_html(purchase_of(locale, sizes, "9"));
            assert_eq!(html.matches("data-testid=\"price-step\"").count(), 2, "{html}");
            for minor in [2400, 2150] {
                assert!(html.contains(&format::money(locale, cny(minor))), "{html}");
            }
        }
    }
}

#[test]
fn a_step_that_what_is_there_does_not_reach_is_not_offered() {
    for (available, shown) in [(99, 2), (50, 2), (49, 1), (9, 0), (0, 0)] {
        let html = purchase_html(purchase_of(Locale::Es, vec![offer(1, stepped(), available)], "1"));
        assert_eq!(
            html.matches("data-testid=\"price-step\"").count(),
            shown,
            "{available}: {html}"
        );
    }
}
