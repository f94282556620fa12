//! The checkout: what is ordered, where it goes, what it comes to.

use components::{CheckoutFields, CheckoutPlaces, CheckoutView, texts};
use domain::view::{CartView, CheckoutForm, FieldErrors, StationChoice, TownshipChoice};
use domain::{FieldCode, FreightRegion, Locale, PaymentMethod};
use l10n::Texts;
use leptos::prelude::*;

use super::{a_cart, cny, html, shown};

#[test]
fn a_checkout_with_something_that_is_gone_leads_to_the_cart() {
    for locale in Locale::BUILT_IN {
        let page = checkout(CheckoutForm::default(), FieldErrors::default(), locale);
        let words = Texts::built_in().words(locale, texts::CHECKOUT);
        assert!(page.contains("data-testid=\"to-cart\""), "{page}");
        assert!(!page.contains("data-testid=\"place-order\""), "{page}");
        assert_eq!(
            page.matches("data-testid=\"line-problem\"").count(),
            2,
            "one is short, one gone"
        );
        assert!(page.contains(&words.get(l10n::t::CART_LINE_GONE)), "{page}");
        // Only what is counted has a price: the first line, once there and once as the sum of the goods.
        let lines: Vec<&str> = page.split("data-testid=\"checkout-line\"").skip(1).collect();
        let sides: Vec<&str> = lines
            .iter()
            .filter_map(|line| line.split_once("c-line__side")?.1.split("</li>").next())
            .collect();
        assert_eq!(sides.iter().filter(|side| side.contains("c-num")).count(), 1, "{page}");

        let mut ready = a_cart(locale);
        ready.sellers[0].lines.truncate(1);
        let page = checkout_of(ready, CheckoutForm::default(), FieldErrors::default(), locale);
        assert!(page.contains("data-testid=\"place-order\""), "{page}");
        assert!(
            !page.contains("data-testid=\"to-cart\"") && !page.contains("line-problem"),
            "{page}"
        );
    }
}

fn checkout(form: CheckoutForm, errors: FieldErrors, locale: Locale) -> String {
    checkout_of(a_cart(locale), form, errors, locale)
}

pub(super) fn checkout_of(cart: CartView, form: CheckoutForm, errors: FieldErrors, locale: Locale) -> String {
    let view = CheckoutView {
        cart,
        form,
        errors,
        has_changes: false,
        methods: PaymentMethod::ALL.to_vec(),
        freight: FreightRegion::ALL
            .into_iter()
            .map(|region| (region, cny(1000)))
            .collect(),
        townships: vec![
            TownshipChoice {
                slug: "a".to_owned(),
                name: shown("A", Locale::Es),
                stations: vec![StationChoice {
                    code: "B001".to_owned(),
                    name: shown("uno", Locale::Es),
                }],
            },
            TownshipChoice {
                slug: "b".to_owned(),
                name: shown("B", Locale::Es),
                stations: vec![StationChoice {
                    code: "B002".to_owned(),
                    name: shown("dos", Locale::Es),
                }],
            },
        ],
        township: "a".to_owned(),
        places: CheckoutPlaces {
            checkout: "/es/checkout".to_owned(),
            cart: "/es/cart".to_owned(),
            stations: "/es/stations".to_owned(),
            script: None,
        },
    };
    let words = [texts::CHECKOUT, &texts::PROVINCES].concat();
    html(locale, &words, || view! { <CheckoutFields view/> })
}

fn typed(delivery: &str, province: &str) -> CheckoutForm {
    CheckoutForm {
        delivery: delivery.to_owned(),
        province: province.to_owned(),
        payment: "bank_transfer".to_owned(),
        note: "</textarea><script>alert(1)</script>".to_owned(),
        ..CheckoutForm::default()
    }
}

#[test]
fn freight_is_unknown_until_a_place_is_chosen() {
    for locale in Locale::BUILT_IN {
        let open = Texts::built_in().get(locale, l10n::t::CHECKOUT_FREIGHT_OPEN);
        let freight = |delivery: &str, province: &str| {
            let html = checkout(typed(delivery, province), FieldErrors::default(), locale);
            let at = html.find("checkout-freight\"").unwrap_or_default();
            html[at..].split("</dd>").next().unwrap_or_default().to_owned()
        };
        assert!(freight("address", "").contains(&open));
        assert!(freight("address", "65").contains("10"));
        assert!(freight("station", "65").contains('0') && !freight("station", "").contains(&open));
    }
}

#[test]
fn a_township_narrows_the_list_but_keeps_what_was_chosen() {
    let list = |station: &str| {
        let form = CheckoutForm {
            station: station.to_owned(),
            ..typed("station", "")
        };
        let html = checkout(form, FieldErrors::default(), Locale::Es);
        ["B001", "B002"].map(|code| html.contains(&format!("value=\"{code}\"")))
    };
    assert_eq!(list(""), [true, false]);
    assert_eq!(list("B002"), [true, true]);
}

#[test]
fn every_wrong_field_says_what_is_wrong_and_nothing_typed_ends_the_note() {
    for locale in Locale::BUILT_IN {
        let mut errors = FieldErrors::default();
        for name in [
            "name", "phone", "delivery", "station", "province", "city", "payment", "note",
        ] {
            errors.push(name, FieldCode::Required);
        }
        let html = checkout(typed("address", ""), errors, locale);
        for name in [
            "name", "phone", "delivery", "station", "province", "city", "payment", "note",
        ] {
            assert!(html.contains(&format!("id=\"field-{name}-error\"")), "{name}");
        }
        assert!(!html.contains("<script"), "{html}");
    }
}
