//! Components rendered to a string, with the words an island of them takes along and no others: a text that is missing
//! would panic here.
#![cfg(feature = "ssr")]

mod cart;
mod checkout;
mod prices;
mod progress;
mod purchase;

use components::{CartActions, PurchaseActions, provide_words};
use domain::view::{CartLine, CartSeller, CartView, LineState, Picture, Shown};
use domain::{Currency, Locale, Money, OfferId, OfferTerms, PriceSteps, PricedBy, Quantity, SoldBy, Unit, Weight};
use l10n::{Text, Texts};
use leptos::prelude::*;
use leptos::web_sys::HtmlFormElement;

#[derive(Clone, Copy)]
struct Nothing;

impl CartActions for Nothing {
    fn change(self, _: &CartLine, _: String) {}
    fn remove(self, _: &CartLine) {}
    fn undo(self) {}
    fn save(self) {}
    fn check_out(self) {}
}

impl PurchaseActions for Nothing {
    fn add(self, _: OfferId, _: String, _: HtmlFormElement, _: RwSignal<bool>, _: RwSignal<Option<String>>) {}
}

fn html<View: IntoView>(locale: Locale, with: &[Text], view: impl FnOnce() -> View) -> String {
    Owner::new().with(|| {
        provide_words(Texts::built_in().words(locale, with));
        view().to_html()
    })
}

const fn cny(minor: i64) -> Money {
    Money::new(minor, Currency::Cny)
}

fn shown(text: &str, lang: Locale) -> Shown {
    Shown {
        text: text.to_owned(),
        lang,
        outdated: false,
    }
}

fn terms(unit: Unit) -> OfferTerms {
    let (step, min, max, per) = if unit == Unit::Piece {
        (1, 1, 99, 1)
    } else {
        (100, 200, 5000, 500)
    };
    OfferTerms {
        sold_by: SoldBy { unit, step, min, max },
        priced_by: PricedBy {
            unit,
            reference_amount: per,
        },
        price: cny(2680),
        steps: PriceSteps::NONE,
        net_grams: if unit == Unit::Piece { 500 } else { 1 },
        gross_grams: 1,
    }
}

fn line(offer: i64, unit: Unit, quantity: i64, available: i64) -> CartLine {
    CartLine {
        offer: OfferId(offer),
        product_slug: "badam".to_owned(),
        name: shown("<b>بادام</b>", Locale::Ug),
        picture: Picture::unpack("abc:1200:1200"),
        terms: terms(unit),
        quantity: Quantity(quantity),
        total: cny(0),
        available,
        state: LineState::Ready,
    }
}

fn a_cart(locale: Locale) -> CartView {
    let mut cart = CartView {
        locale,
        sellers: vec![CartSeller {
            name: shown("Cooperativa", Locale::Es),
            slug: "co".to_owned(),
            lines: vec![
                line(1, Unit::Piece, 2, 99),
                line(2, Unit::Gram, 700, 300),
                line(3, Unit::Piece, 1, 0),
            ],
            goods: cny(0),
        }],
        goods: cny(0),
        weight: Weight(0),
        count: 0,
    };
    for (offer, quantity) in [(1, 2), (2, 700), (3, 1)] {
        cart.set_quantity(OfferId(offer), Quantity(quantity));
    }
    cart
}
