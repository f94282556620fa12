//! From a cart and a form to an order: what it costs, what is asked again, what is refused.

use domain::{ErrorCode, FieldCode, Locale, Money, OrderGroupStatus, PaymentMethod};
use service::cart::CartHandle;
use service::checkout::{self, Change, CheckoutForm, Rejected};
use service::orders::{self, DeliveryView};
use testing::{Bought, NOW, Snapshot, TestShop, both};

const DAY: i64 = 86_400_000;

async fn place(shop: &TestShop, cart: CartHandle, form: &CheckoutForm) -> checkout::Placed {
    checkout::place(shop, Locale::Zh, cart, form).await.unwrap()
}

async fn refused(shop: &TestShop, cart: CartHandle, form: &CheckoutForm) -> Rejected {
    let before = Snapshot::of(shop).await;
    let rejected = Bought::rejection_of(place(shop, cart, form).await);
    before.assert_unchanged(shop).await;
    rejected
}

fn cny(minor: i64) -> Money {
    Money::new(minor, domain::Currency::Cny)
}

both!(goods_collected_at_a_station_cost_no_freight, async |shop| {
    let bought = shop
        .buy(&[("badam-500", "3"), ("kernel-loose", "700")], shop.to_station())
        .await;
    let access = shop.access(&bought).await;
    let view = orders::view(shop, Locale::Zh, &access).await.unwrap();
    // 3 × 29.80 and 700 g at 45.50 a pound of 500 g.
    assert_eq!(
        (view.goods, view.freight, view.total),
        (cny(8940 + 6370), cny(0), cny(15310))
    );
    assert_eq!(
        (view.status, view.payment_method),
        (OrderGroupStatus::Placed, PaymentMethod::CashAtStation)
    );
    assert_eq!((view.placed_at, view.expires_at), (NOW, NOW + 7 * DAY));
    assert_eq!(view.phone_masked, "138****8000");
    assert!(matches!(view.delivery, DeliveryView::Station(station) if station.code == "B001"));
    assert!(view.can_cancel);
    assert_eq!(shop.stock("badam-500").await, (100, 3));
    assert_eq!(shop.stock("kernel-loose").await, (60_000, 700));
});

both!(
    freight_is_shared_over_three_cooperatives_to_the_last_fen,
    async |shop| {
        let goods = [("badam-500", "1"), ("honey-333", "1"), ("walnut-1000", "2")];
        let bought = shop.buy(&goods, shop.to_address("11")).await;
        let access = shop.access(&bought).await;
        let view = orders::view(shop, Locale::Zh, &access).await.unwrap();
        // 537 + 478 + 2074 g: the first kilogram and five further half kilograms begun.
        assert_eq!(view.freight, cny(1403 + 5 * 307));
        let shares: Vec<i64> = view.orders.iter().map(|o| o.freight.minor).collect();
        assert_eq!(
            shares,
            [511, 455, 1972],
            "510.75, 454.63 and 1972.62 rounded to a sum of 2938"
        );
        assert_eq!(view.goods, cny(2980 + 3333 + 2 * 2399));
        assert_eq!(view.total, cny(2980 + 3333 + 2 * 2399 + 2938));
        assert_eq!(view.expires_at, NOW + DAY);
        assert!(matches!(&view.delivery, DeliveryView::Address { city, .. } if city == "喀什"));
    }
);

both!(
    the_page_and_the_order_name_the_same_sum_for_every_province,
    async |shop| {
        for (province, weight) in [("65", "200"), ("62", "1000"), ("44", "1600"), ("54", "20000")] {
            let cart = shop.cart_with(&[("kernel-loose", weight)]).await;
            let page = checkout::open(shop, Locale::Es, cart, shop.to_address(province))
                .await
                .unwrap();
            let code = Bought::code_of(place(shop, cart, &page.form).await);
            let bought = Bought {
                code,
                cart,
                form: page.form,
            };
            let access = shop.access(&bought).await;
            let view = orders::view(shop, Locale::Es, &access).await.unwrap();
            assert_eq!(
                (Some(view.freight), view.total),
                (page.freight, page.total),
                "{province}"
            );
        }
    }
);

both!(names_are_frozen_in_the_buyers_language, async |shop| {
    let goods = [("badam-500", "1"), ("gift-box", "1"), ("honey-333", "1")];
    let bought = shop.buy_in(Locale::Ug, &goods, shop.to_station()).await;
    shop.execute("UPDATE translations SET value = 'renamed' WHERE field = 'name'")
        .await;
    shop.execute("UPDATE product_cards SET name = 'renamed', cooperative_name = 'renamed'")
        .await;
    let access = shop.access(&bought).await;
    let view = orders::view(shop, Locale::Es, &access).await.unwrap();
    let names: Vec<_> = view
        .orders
        .iter()
        .filter(|o| o.cooperative_slug != "bees")
        .flat_map(|o| &o.lines)
        .map(|l| (l.name.text.as_str(), l.name.lang))
        .collect();
    // The box has no Uyghur name: what the buyer saw is kept, and that it was Spanish.
    assert_eq!(
        names,
        [("نېپىز پوستلۇق بادام", Locale::Ug), ("Caja de regalo", Locale::Es)]
    );
    let seller = |slug: &str| {
        let order = view.orders.iter().find(|o| o.cooperative_slug == slug).unwrap();
        (order.cooperative.text.as_str(), order.cooperative.lang)
    };
    assert_eq!(seller("almonds"), ("ئالتۇن بادام كوپىراتىپى", Locale::Ug));
    assert_eq!(seller("bees"), ("泉头蜂蜜合作社", Locale::Zh));
    assert_eq!(view.locale, Locale::Ug);
});

both!(
    a_changed_price_is_shown_and_agreed_to_before_anything_is_sold,
    async |shop| {
        let cart = shop.cart_with(&[("badam-500", "2"), ("honey-333", "1")]).await;
        let form = shop.shown(cart, shop.to_station()).await;
        let badam = shop.offer("badam-500").await;
        shop.execute(format!("UPDATE offers SET price_minor = 3180 WHERE id = {badam}"))
            .await;
        shop.execute(format!(
            "UPDATE product_cards SET price_minor = 3180 WHERE offer_id = {badam}"
        ))
        .await;

        let rejected = refused(shop, cart, &form).await;
        assert_eq!(rejected.refused, Some(ErrorCode::PriceChanged));
        let change = Change::Price {
            name: "纸皮巴旦木".to_owned(),
            before: cny(5960),
            now: cny(6360),
        };
        assert_eq!(rejected.changes, [change]);

        let again = checkout::reopen(shop, Locale::Zh, cart, form.clone(), rejected)
            .await
            .unwrap();
        assert_eq!(again.form.key, form.key, "the same order, sent again");
        assert_eq!(again.total, cny(6360 + 3333));
        let code = Bought::code_of(place(shop, cart, &again.form).await);
        let access = shop.access(&Bought { code, cart, form }).await;
        assert_eq!(
            orders::view(shop, Locale::Zh, &access).await.unwrap().total,
            cny(6360 + 3333)
        );
    }
);

both!(a_changed_freight_is_shown_and_agreed_to, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let form = shop.shown(cart, shop.to_address("65")).await;
    shop.execute("UPDATE freight_templates SET first_minor = first_minor + 100 WHERE region = 'xinjiang'")
        .await;
    shop.catch_up().await.unwrap();
    let rejected = refused(shop, cart, &form).await;
    assert_eq!(rejected.refused, Some(ErrorCode::FreightChanged));
    assert_eq!(
        rejected.changes,
        [Change::Freight {
            before: cny(601),
            now: cny(701)
        }]
    );
    let again = checkout::reopen(shop, Locale::Zh, cart, form, rejected).await.unwrap();
    Bought::code_of(place(shop, cart, &again.form).await);
});

both!(freight_to_elsewhere_may_change_unasked, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let form = shop.shown(cart, shop.to_station()).await;
    shop.execute("UPDATE freight_templates SET first_minor = 1").await;
    shop.catch_up().await.unwrap();
    Bought::code_of(place(shop, cart, &form).await);
});

both!(what_was_sold_meanwhile_is_named, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1"), ("last-one", "1")]).await;
    let form = shop.shown(cart, shop.to_station()).await;
    shop.buy(&[("last-one", "1")], shop.to_station()).await;
    let rejected = refused(shop, cart, &form).await;
    assert_eq!(rejected.refused, Some(ErrorCode::SoldOut));
    assert_eq!(
        rejected.changes,
        [Change::Stock {
            name: "最后一袋".to_owned()
        }]
    );
});

both!(a_cart_changed_in_another_window_is_shown_again, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let form = shop.shown(cart, shop.to_station()).await;
    service::cart::add(shop, Some(cart), shop.offer("honey-333").await, "1")
        .await
        .unwrap();
    let rejected = refused(shop, cart, &form).await;
    assert_eq!(
        (rejected.refused, rejected.changes),
        (Some(ErrorCode::PriceChanged), vec![Change::Cart])
    );
});

both!(a_quote_made_up_by_the_sender_buys_nothing_cheaper, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let honest = shop.shown(cart, shop.to_address("65")).await;
    for quote in [
        honest.quote.replace("=2980", "=1"),
        honest.quote.replace("=2980", "=-2980"),
        honest.quote.replace("xinjiang=601", "xinjiang=0"),
        String::new(),
        ";".to_owned(),
        "nonsense".to_owned(),
        "1x1=1,".repeat(2_000),
    ] {
        let rejected = refused(
            shop,
            cart,
            &CheckoutForm {
                quote: quote.clone(),
                ..honest.clone()
            },
        )
        .await;
        assert!(!rejected.changes.is_empty(), "{quote}");
    }
});

both!(a_form_that_skipped_the_page_is_out_of_step, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let shown = shop.shown(cart, shop.to_station()).await;
    for key in ["", "1", "zz", &shown.key.to_uppercase(), &shown.key[1..]] {
        if key == shown.key {
            continue;
        }
        let rejected = refused(
            shop,
            cart,
            &CheckoutForm {
                key: key.to_owned(),
                ..shown.clone()
            },
        )
        .await;
        assert_eq!(rejected.refused, Some(ErrorCode::InvalidTransition), "{key}");
    }
});

both!(an_empty_cart_is_not_ordered, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let form = shop.shown(cart, shop.to_station()).await;
    service::cart::change(shop, cart, &[(shop.offer("badam-500").await, "0".to_owned())])
        .await
        .unwrap();
    assert_eq!(refused(shop, cart, &form).await.refused, Some(ErrorCode::CartEmpty));
});

both!(a_place_that_is_not_there_is_refused, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let station = shop.shown(cart, shop.to_station()).await;
    let address = shop.shown(cart, shop.to_address("65")).await;
    for code in ["B999", "-1", "0", "B001' OR '1'='1", "b001 "] {
        let rejected = refused(
            shop,
            cart,
            &CheckoutForm {
                station: code.to_owned(),
                ..station.clone()
            },
        )
        .await;
        assert_eq!(rejected.errors.of("station"), Some(FieldCode::InvalidChoice), "{code}");
    }
    for province in ["00", "99", "xinjiang", "-65"] {
        let rejected = refused(
            shop,
            cart,
            &CheckoutForm {
                province: province.to_owned(),
                ..address.clone()
            },
        )
        .await;
        assert_eq!(
            rejected.errors.of("province"),
            Some(FieldCode::InvalidChoice),
            "{province}"
        );
    }
    let teleport = CheckoutForm {
        delivery: "teleport".to_owned(),
        ..station.clone()
    };
    assert_eq!(
        refused(shop, cart, &teleport).await.errors.of("delivery"),
        Some(FieldCode::InvalidChoice)
    );
    // A station's code does not make an address free of freight.
    let both = CheckoutForm {
        station: "B001".to_owned(),
        province: "54".to_owned(),
        ..address
    };
    let both = shop.shown(cart, both).await;
    let code = Bought::code_of(place(shop, cart, &both).await);
    let access = shop.access(&Bought { code, cart, form: both }).await;
    assert_eq!(
        orders::view(shop, Locale::Zh, &access).await.unwrap().freight,
        cny(2399)
    );
});

both!(every_wrong_field_is_named_and_cash_needs_a_station, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let shown = shop.shown(cart, shop.to_address("65")).await;
    let form = CheckoutForm {
        name: "  ".to_owned(),
        phone: "12345".to_owned(),
        city: "x".repeat(200),
        street: "\u{0}".to_owned(),
        payment: "cash_at_station".to_owned(),
        note: "n".repeat(5_000),
        ..shown
    };
    let errors = refused(shop, cart, &form).await.errors;
    let found: Vec<_> = errors.iter().collect();
    assert_eq!(
        found,
        [
            ("name", FieldCode::Required),
            ("phone", FieldCode::InvalidPhone),
            ("city", FieldCode::TooLong),
            ("street", FieldCode::InvalidText),
            ("note", FieldCode::TooLong),
        ]
    );
    // Cash is paid at a station only; with an address there is one other way, and that is taken.
    let cash = CheckoutForm {
        payment: "cash_at_station".to_owned(),
        ..shop.shown(cart, shop.to_address("65")).await
    };
    let code = Bought::code_of(place(shop, cart, &cash).await);
    let access = shop.access(&Bought { code, cart, form: cash }).await;
    let view = orders::view(shop, Locale::Zh, &access).await.unwrap();
    assert_eq!(view.payment_method, PaymentMethod::BankTransfer);
});

both!(the_same_form_again_is_the_same_order, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let before = Snapshot::of(shop).await;
    shop.clock.advance(3 * DAY);
    assert_eq!(
        Bought::code_of(place(shop, bought.cart, &bought.form).await),
        bought.code
    );
    before.assert_unchanged(shop).await;
});

both!(the_same_key_for_something_else_is_a_mistake, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let others = [
        CheckoutForm {
            name: "Somebody else".to_owned(),
            ..bought.form.clone()
        },
        CheckoutForm {
            phone: "13900139000".to_owned(),
            ..bought.form.clone()
        },
        CheckoutForm {
            station: "B002".to_owned(),
            ..bought.form.clone()
        },
        CheckoutForm {
            payment: "bank_transfer".to_owned(),
            ..bought.form.clone()
        },
        CheckoutForm {
            note: "!".to_owned(),
            ..bought.form.clone()
        },
    ];
    for other in others {
        let rejected = refused(shop, bought.cart, &other).await;
        assert_eq!(rejected.refused, Some(ErrorCode::IdempotencyMismatch), "{other:?}");
    }
    // Another cart under the same key, too.
    let cart = shop.cart_with(&[("honey-333", "1")]).await;
    assert_eq!(
        refused(shop, cart, &bought.form).await.refused,
        Some(ErrorCode::IdempotencyMismatch)
    );
});
