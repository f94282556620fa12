//! Choosing a size and an amount.

use components::{PurchaseForm, PurchaseView, SizeView, Steps, texts};
use domain::view::OfferView;
use domain::{Locale, OfferId, OfferTerms, SoldBy, Unit};
use l10n::Texts;
use leptos::prelude::*;

use super::{Nothing, html, terms};

pub(super) fn offer(id: i64, terms: OfferTerms, available: i64) -> OfferView {
    OfferView {
        id: OfferId(id),
        terms,
        available,
    }
}

/// A form of these sizes, of which the first is chosen.
pub(super) fn purchase_of(locale: Locale, sizes: Vec<OfferView>, typed: &str) -> PurchaseView {
    let words = Texts::built_in().words(locale, texts::PURCHASE);
    PurchaseView {
        chosen: sizes[0].id,
        sizes: sizes.into_iter().map(|offer| SizeView::new(&words, offer)).collect(),
        steps: Steps::new(&words),
        label: "how many".to_owned(),
        locale,
        typed: typed.to_owned(),
        problem: None,
        least: Vec::new(),
        is_added: false,
        action: "/es/cart/lines".to_owned(),
        back: "/es/products/x".to_owned(),
        cart: "/es/cart".to_owned(),
    }
}

pub(super) fn purchase_html(view: PurchaseView) -> String {
    let with = texts::PURCHASE;
    html(view.locale, with, || view! { <PurchaseForm view actions=Nothing/> })
}

#[test]
fn a_purchase_form_offers_what_is_there_and_keeps_what_was_refused() {
    for locale in Locale::BUILT_IN {
        for unit in [Unit::Piece, Unit::Gram] {
            let sizes = [(1, 90_000), (2, 900), (3, 0)].map(|(id, available)| offer(id, terms(unit), available));
            let html = purchase_html(PurchaseView {
                chosen: OfferId(2),
                problem: Some("why".to_owned()),
                is_added: true,
                ..purchase_of(locale, sizes.to_vec(), "1,5")
            });
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
fn packets_and_what_is_weighed_are_choices_of_one_form() {
    for locale in Locale::BUILT_IN {
        let sizes = vec![offer(1, terms(Unit::Piece), 9), offer(2, terms(Unit::Gram), 90_000)];
        let html = purchase_html(PurchaseView {
            least: vec![(OfferId(2), 500)],
            ..purchase_of(locale, sizes, "1")
        });
        assert_eq!(html.matches("<form").count(), 1);
        assert_eq!(html.matches("type=\"radio\"").count(), 2, "{html}");
        assert!(html.contains("name=\"shown\" value=\"1\""), "{html}");
        assert!(html.contains("name=\"least-2\" value=\"500\""), "{html}");
        let words = Texts::built_in().words(locale, texts::PURCHASE);
        let weighed = words.get(l10n::t::PRODUCT_SIZE_WEIGHED);
        assert!(html.contains(&weighed), "{html}");
        let plain = purchase_html(purchase_of(locale, vec![offer(1, terms(Unit::Piece), 9)], "1"));
        assert!(!plain.contains("name=\"shown\""));
    }
}

#[test]
fn a_limit_of_the_cooperative_is_not_called_what_is_left() {
    let limited = OfferTerms {
        sold_by: SoldBy {
            max: 5,
            ..terms(Unit::Piece).sold_by
        },
        ..terms(Unit::Piece)
    };
    for (terms, available, is_few) in [
        (terms(Unit::Piece), 9, true),
        (terms(Unit::Piece), 10, false),
        (limited, 4, true),
        (limited, 5, false),
    ] {
        let html = purchase_html(purchase_of(Locale::Zh, vec![offer(1, terms, available)], "1"));
        assert_eq!(html.contains("c-stock--few"), is_few, "{available}: {html}");
    }
}
