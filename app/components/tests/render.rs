//! Components rendered to a string, with the words an island of them takes along and no others: a text that is missing
//! would panic here.
#![cfg(feature = "ssr")]

use components::{
    CartActions, CartPanel, CartPlaces, CheckoutFields, CheckoutPlaces, CheckoutView, PurchaseActions, PurchaseForm,
    PurchaseView, SizeView, Steps, Trouble, TroubleKind, provide_words, texts,
};
use domain::view::{
    CartLine, CartSeller, CartView, CheckoutForm, FieldErrors, LineState, OfferView, Picture, Shown, StationChoice,
    TownshipChoice,
};
use domain::{
    Currency, FieldCode, FreightRegion, Locale, Money, OfferId, OfferTerms, PaymentMethod, PriceSteps, PricedBy,
    Quantity, SoldBy, Unit, Weight,
};
use l10n::{Text, Texts, format};
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

fn cart(locale: Locale) -> CartView {
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

fn cart_html(locale: Locale, cart: CartView, troubles: Vec<Trouble>, removed: Option<CartLine>) -> String {
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
    for locale in Locale::ALL {
        let html = cart_html(locale, cart(locale), Vec::new(), None);
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
    for locale in Locale::ALL {
        for (kind, is_marked, blocks) in [
            (TroubleKind::Rules, true, true),
            (TroubleKind::Refused("no".to_owned()), true, true),
            (TroubleKind::Offline, true, false),
            (TroubleKind::Busy, true, false),
            (TroubleKind::Later("later".to_owned()), true, false),
            (TroubleKind::Unsaved, false, false),
        ] {
            let mut cart = cart(locale);
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
            assert_eq!(html.contains("id=\"field-quantity-1-error\""), is_marked, "{kind:?}");
            assert_eq!(offers_checkout(&html), !blocks, "{kind:?}");
        }
    }
}

#[test]
fn an_emptied_cart_offers_the_way_back() {
    for locale in Locale::ALL {
        let mut empty = cart(locale);
        empty.sellers.clear();
        let html = cart_html(locale, empty, Vec::new(), Some(line(1, Unit::Piece, 2, 9)));
        assert!(
            html.contains("data-testid=\"cart-removed\"") && html.contains("c-empty"),
            "{html}"
        );
    }
}

#[test]
fn a_purchase_form_offers_what_is_there_and_keeps_what_was_refused() {
    let offer = |id: i64, unit: Unit, available: i64| OfferView {
        id: OfferId(id),
        terms: terms(unit),
        available,
    };
    for locale in Locale::ALL {
        for unit in [Unit::Piece, Unit::Gram] {
            let words = Texts::built_in().words(locale, texts::PURCHASE);
            let sizes = [offer(1, unit, 90_000), offer(2, unit, 900), offer(3, unit, 0)];
            let view = PurchaseView {
                sizes: sizes.map(|offer| SizeView::new(&words, offer)).to_vec(),
                steps: Steps::new(&words),
                label: "how many".to_owned(),
                locale,
                chosen: OfferId(2),
                typed: "1,5".to_owned(),
                problem: Some("why".to_owned()),
                is_main: true,
                is_added: true,
                action: "/es/cart/lines".to_owned(),
                back: "/es/products/x".to_owned(),
                cart: "/es/cart".to_owned(),
            };
            let html = html(
                locale,
                texts::PURCHASE,
                || view! { <PurchaseForm view actions=Nothing/> },
            );
            assert!(
                html.contains("value=\"1,5\"") && html.contains("aria-invalid=\"true\""),
                "{html}"
            );
            assert_eq!(html.matches(" checked").count(), 1, "{html}");
            assert!(html.contains("id=\"added\""));
        }
    }
}

#[test]
fn a_price_that_falls_with_the_amount_is_said_where_one_chooses_and_where_one_pays() {
    for locale in Locale::ALL {
        let mut stepped = cart(locale);
        stepped.sellers[0].lines.truncate(1);
        stepped.sellers[0].lines[0].terms.steps = PriceSteps::read("10=2400;50=2150;");
        let money = |minor| format::money(locale, cny(minor));
        for (amount, said_of_first, said_of_second) in
            [(2, false, false), (8, true, false), (10, true, false), (30, true, true)]
        {
            stepped.set_quantity(OfferId(1), Quantity(amount));
            let in_cart = cart_html(locale, stepped.clone(), Vec::new(), None);
            let at_checkout = checkout_of(stepped.clone(), CheckoutForm::default(), FieldErrors::default(), locale);
            for html in [in_cart, at_checkout] {
                let at = html.find("data-testid=\"line-step\"").map(|at| &html[at..]);
                let said = at.and_then(|html| html.split("</p>").next()).unwrap_or_default();
                for (minor, is_said) in [(2400, said_of_first), (2150, said_of_second)] {
                    assert_eq!(
                        said.contains(&money(minor)),
                        is_said,
                        "{locale} {amount} {minor}: {said}"
                    );
                }
            }
        }
        let offer = OfferView {
            id: OfferId(1),
            terms: stepped.sellers[0].lines[0].terms,
            available: 99,
        };
        let other = OfferView {
            id: OfferId(2),
            terms: terms(Unit::Piece),
            ..offer.clone()
        };
        let words = Texts::built_in().words(locale, texts::PURCHASE);
        for (sizes, typed, total) in [
            (vec![offer.clone()], "9", 9 * 2680),
            (vec![offer, other], "10", 10 * 2400),
        ] {
            let view = PurchaseView {
                sizes: sizes.into_iter().map(|offer| SizeView::new(&words, offer)).collect(),
                steps: Steps::new(&words),
                label: "how many".to_owned(),
                locale,
                chosen: OfferId(1),
                typed: typed.to_owned(),
                problem: None,
                is_main: true,
                is_added: false,
                action: "/es/cart/lines".to_owned(),
                back: "/es/products/x".to_owned(),
                cart: "/es/cart".to_owned(),
            };
            let first = &view.sizes[0].offer.terms;
            let quantity = first.sold_by.parse(typed).unwrap_or(Quantity(0));
            assert_eq!(first.line_total(quantity), Ok(cny(total)), "{locale}");
            let html = html(
                locale,
                texts::PURCHASE,
                || view! { <PurchaseForm view actions=Nothing/> },
            );
            assert_eq!(html.matches("data-testid=\"price-step\"").count(), 2, "{html}");
            assert!(html.contains(&money(2400)) && html.contains(&money(2150)), "{html}");
        }
    }
}

#[test]
fn a_step_that_what_is_there_does_not_reach_is_not_offered() {
    let mut stepped = terms(Unit::Piece);
    stepped.steps = PriceSteps::read("10=2400;50=2150;");
    let locale = Locale::Es;
    let words = Texts::built_in().words(locale, texts::PURCHASE);
    for (available, shown) in [(99, 2), (50, 2), (49, 1), (9, 0), (0, 0)] {
        let offer = OfferView {
            id: OfferId(1),
            terms: stepped,
            available,
        };
        let view = PurchaseView {
            sizes: vec![SizeView::new(&words, offer)],
            steps: Steps::new(&words),
            label: "how many".to_owned(),
            locale,
            chosen: OfferId(1),
            typed: "1".to_owned(),
            problem: None,
            is_main: true,
            is_added: false,
            action: "/es/cart/lines".to_owned(),
            back: "/es/products/x".to_owned(),
            cart: "/es/cart".to_owned(),
        };
        let html = html(
            locale,
            texts::PURCHASE,
            || view! { <PurchaseForm view actions=Nothing/> },
        );
        assert_eq!(
            html.matches("data-testid=\"price-step\"").count(),
            shown,
            "{available}: {html}"
        );
    }
}

#[test]
fn a_checkout_with_something_that_is_gone_leads_to_the_cart() {
    for locale in Locale::ALL {
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

        let mut ready = cart(locale);
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
    checkout_of(cart(locale), form, errors, locale)
}

fn checkout_of(cart: CartView, form: CheckoutForm, errors: FieldErrors, locale: Locale) -> String {
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
    for locale in Locale::ALL {
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
    for locale in Locale::ALL {
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

#[test]
fn progress_says_what_happened_and_what_comes() {
    use components::OrderProgress;
    use domain::OrderNote::{Accepted, Dispatched, Lost, PackUndone, Packed, Placed, Restocked};
    use domain::view::ProgressView;

    for locale in Locale::ALL {
        let progress = ProgressView::new(
            [
                (Placed, 0),
                (Accepted, 1),
                (Packed, 2),
                (PackUndone, 3),
                (Packed, 4),
                (Dispatched, 5),
            ],
            false,
            true,
        );
        let page = html(locale, texts::PROGRESS, || view! { <OrderProgress progress locale/> });
        assert_eq!(page.matches("is-done").count(), 4, "{page}");
        assert_eq!(page.matches("<li><span>").count(), 2, "ready, handed over: {page}");
        assert_eq!(page.matches("aria-current=\"step\"").count(), 1, "{page}");
        // Every note has its text in what an island would take along.
        let all = ProgressView {
            happened: domain::OrderNote::ALL.map(|note| (note, 0)).to_vec(),
            coming: vec![Lost, Restocked],
        };
        html(
            locale,
            texts::PROGRESS,
            || view! { <OrderProgress progress=all locale/> },
        );
    }
}
