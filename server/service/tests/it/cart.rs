//! The cart takes what can be bought and nothing else.

use domain::{ErrorCode, FieldCode, IdempotencyKey, Locale, OfferId, Quantity, Token};
use service::cart::{self, LineState};
use service::{Error, FieldErrors, Network};
use testing::{Snapshot, both};

/// Texts that are no quantity of anything.
const NO_QUANTITIES: [&str; 17] = [
    "",
    "0",
    "00",
    "-0",
    "-1",
    "-2147483648",
    "1000000000",
    "9223372036854775807",
    "9223372036854775808",
    "99999999999999999999999999999999",
    "1.5",
    "1e2",
    "+1",
    "0x1",
    "½",
    "1 kg",
    "1; DROP TABLE carts",
];

fn fields(error: Error) -> FieldErrors {
    match error {
        Error::Fields(errors) => errors,
        other => panic!("{other:?}"),
    }
}

both!(what_is_no_quantity_is_refused_and_changes_nothing, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "2")]).await;
    let (badam, honey) = (shop.offer("badam-500").await, shop.offer("honey-333").await);
    let before = Snapshot::of(shop).await;
    for typed in NO_QUANTITIES {
        let wrong = Some(FieldCode::InvalidQuantity);
        let added = cart::add(shop, Some(cart), honey, typed).await.unwrap_err();
        assert_eq!(fields(added).of("quantity"), wrong, "adding {typed:?}");
        let fresh = cart::add(shop, None, honey, typed).await.unwrap_err();
        assert_eq!(fields(fresh).of("quantity"), wrong, "a first {typed:?}");
        // Nothing left of a line is a change one may make.
        if !["0", "00"].contains(&typed) {
            let changed = cart::change(shop, cart, &[(badam, typed.to_owned())])
                .await
                .unwrap_err();
            assert_eq!(
                fields(changed).of(&format!("quantity-{badam}")),
                wrong,
                "changing to {typed:?}"
            );
        }
    }
    before.assert_unchanged(shop).await;
});

both!(minimum_maximum_and_step_are_the_cooperatives, async |shop| {
    let before = Snapshot::of(shop).await;
    for (sku, typed) in [
        ("walnut-1000", "1"),
        ("walnut-1000", "3"),
        ("walnut-1000", "32"),
        ("kernel-loose", "100"),
        ("kernel-loose", "250"),
    ] {
        let refused = cart::add(shop, None, shop.offer(sku).await, typed).await.unwrap_err();
        assert_eq!(
            fields(refused).of("quantity"),
            Some(FieldCode::InvalidQuantity),
            "{sku} {typed}"
        );
    }
    before.assert_unchanged(shop).await;
    shop.cart_with(&[("walnut-1000", "30"), ("kernel-loose", " 300 ")])
        .await;
});

both!(adding_twice_adds_up_to_the_maximum_and_not_beyond, async |shop| {
    let cart = shop.cart_with(&[("honey-333", "7"), ("honey-333", "5")]).await;
    let honey = shop.offer("honey-333").await;
    let refused = cart::add(shop, Some(cart), honey, "1").await.unwrap_err();
    assert_eq!(fields(refused).of("quantity"), Some(FieldCode::InvalidQuantity));
    let view = cart::view(shop, Locale::Zh, Some(cart)).await.unwrap();
    assert_eq!((view.count, view.goods.minor), (1, 12 * 3333));
});

both!(no_more_than_is_there_goes_into_a_cart, async |shop| {
    let last = shop.offer("last-one").await;
    let refused = cart::add(shop, None, last, "2").await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::SoldOut);
    let refused = cart::add(shop, None, shop.offer("comb-250").await, "1")
        .await
        .unwrap_err();
    assert_eq!(refused.code(), ErrorCode::SoldOut);
    let refused = cart::add(shop, None, OfferId(987_654), "1").await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NotFound);
    assert_eq!(shop.number("SELECT COUNT(*) FROM carts").await, 0);
});

both!(a_price_no_number_holds_is_refused_and_does_not_wrap, async |shop| {
    let (badam, honey) = (shop.offer("badam-500").await, shop.offer("honey-333").await);
    let cart = shop.cart_with(&[("badam-500", "1"), ("honey-333", "1")]).await;
    let form = shop.shown(cart, shop.to_station()).await;
    // 2^62 fen each: one line holds, two of it do not, nor do two lines together.
    for table in ["offers", "product_cards"] {
        let id = if table == "offers" { "id" } else { "offer_id" };
        shop.execute(format!(
            "UPDATE {table} SET price_minor = 4611686018427387904 WHERE {id} IN ({badam}, {honey})"
        ))
        .await;
    }
    let before = Snapshot::of(shop).await;
    let refused = cart::add(shop, Some(cart), badam, "1").await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::AmountTooLarge);
    let refused = cart::change(shop, cart, &[(badam, "2".to_owned())]).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::AmountTooLarge);
    let shown = cart::view(shop, Locale::Zh, Some(cart)).await.unwrap_err();
    assert_eq!(shown.code(), ErrorCode::AmountTooLarge);
    let answer = service::checkout::place(shop, Locale::Zh, cart, &form).await.unwrap();
    assert_eq!(
        testing::Bought::rejection_of(answer).refused,
        Some(ErrorCode::AmountTooLarge)
    );
    before.assert_unchanged(shop).await;
    // The way out: take one out.
    cart::change(shop, cart, &[(honey, "0".to_owned())]).await.unwrap();
    assert_eq!(cart::view(shop, Locale::Zh, Some(cart)).await.unwrap().count, 1);
});

both!(quantities_change_all_or_none, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "2"), ("honey-333", "3")]).await;
    let (badam, honey) = (shop.offer("badam-500").await, shop.offer("honey-333").await);
    let before = Snapshot::of(shop).await;
    cart::change(shop, cart, &[(badam, "5".to_owned()), (honey, "1.5".to_owned())])
        .await
        .unwrap_err();
    before.assert_unchanged(shop).await;
    cart::change(shop, cart, &[(badam, "5".to_owned()), (honey, "0".to_owned())])
        .await
        .unwrap();
    let view = cart::view(shop, Locale::Es, Some(cart)).await.unwrap();
    assert_eq!(
        (view.count, view.goods.minor, view.weight.grams()),
        (1, 5 * 2980, 5 * 537)
    );
    // A line that is not there is nobody's.
    let gone = cart::change(shop, cart, &[(honey, "1".to_owned())]).await.unwrap_err();
    assert_eq!(gone.code(), ErrorCode::NotFound);
});

both!(a_cart_opens_to_its_own_token_only, async |shop| {
    let offer = shop.offer("badam-500").await;
    let mine = cart::add(shop, None, offer, "1").await.unwrap().token.unwrap();
    let theirs = cart::add(shop, None, offer, "2").await.unwrap().token.unwrap();
    let (my_cart, count) = cart::open(shop, &mine.to_hex()).await.unwrap().unwrap();
    let (their_cart, _) = cart::open(shop, &theirs.to_hex()).await.unwrap().unwrap();
    assert!(my_cart != their_cart && count == 1);
    let stranger = Token::from_bytes([9; 32]).to_hex();
    let upper = mine.to_hex().to_uppercase();
    for cookie in [
        stranger.as_str(),
        upper.as_str(),
        &mine.to_hex()[1..],
        "",
        "1",
        "' OR 1=1 --",
    ] {
        assert_eq!(cart::open(shop, cookie).await.unwrap(), None, "{cookie}");
    }
    // What is kept opens nothing.
    assert_eq!(
        shop.number(&format!(
            "SELECT COUNT(*) FROM carts WHERE token_hash = '{}'",
            mine.to_hex()
        ))
        .await,
        0
    );
});

both!(a_cart_shows_todays_price_and_what_is_left, async |shop| {
    let cart = shop
        .cart_with(&[("badam-500", "2"), ("last-one", "1"), ("honey-333", "4")])
        .await;
    shop.buy(&[("last-one", "1")], shop.to_station()).await;
    let honey = shop.offer("honey-333").await;
    shop.execute(format!("UPDATE stock SET on_hand = 3 WHERE offer_id = {honey}"))
        .await;
    let view = cart::view(shop, Locale::Ug, Some(cart)).await.unwrap();
    let states: Vec<_> = view
        .sellers
        .iter()
        .flat_map(|s| &s.lines)
        .map(|l| (l.product_slug.as_str(), l.state, l.available))
        .collect();
    assert_eq!(
        states,
        [
            ("thin-shell-badam", LineState::Ready, 40),
            ("last-sack", LineState::Gone, 0),
            ("wild-honey", LineState::Short, 3)
        ]
    );
    assert!(!view.is_orderable());
    assert_eq!(
        (view.goods.minor, view.weight.grams()),
        (2 * 2980, 2 * 537),
        "only what can be bought counts"
    );
});

both!(
    an_ordered_cart_is_closed_and_the_next_thing_begins_a_new_one,
    async |shop| {
        let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        assert!(
            cart::view(shop, Locale::Zh, Some(bought.cart))
                .await
                .unwrap()
                .is_empty()
        );
        let offer = shop.offer("badam-500").await;
        let refused = cart::change(shop, bought.cart, &[(offer, "9".to_owned())])
            .await
            .unwrap_err();
        assert_eq!(refused.code(), ErrorCode::NotFound);
        let added = cart::add(shop, Some(bought.cart), offer, "1").await.unwrap();
        assert!(added.token.is_some() && added.count == 1);
    }
);

both!(the_same_addition_again_is_not_a_second_time, async |shop| {
    let offer = shop.offer("badam-500").await;
    let key = IdempotencyKey::from_bytes([7; 16]);
    let first = cart::add_once(shop, None, offer, "2", key).await.unwrap();
    let token = first.token.unwrap();
    // The answer was lost, and its cookie with it: the same again finds the same cart.
    let again = cart::add_once(shop, None, offer, "2", key).await.unwrap();
    assert_eq!(
        (again.cart, again.count, again.token.clone()),
        (first.cart, 1, Some(token))
    );
    // The cookie arrived, the answer did not.
    let again = cart::add_once(shop, Some(first.cart), offer, "2", key).await.unwrap();
    assert_eq!((again.cart, again.token), (first.cart, None));
    let view = cart::view(shop, Locale::Es, Some(first.cart)).await.unwrap();
    assert_eq!(view.line(offer).unwrap().quantity, Quantity(2));
    // Pressed once more is another key, and another two.
    let other = IdempotencyKey::from_bytes([8; 16]);
    cart::add_once(shop, Some(first.cart), offer, "2", other).await.unwrap();
    let view = cart::view(shop, Locale::Es, Some(first.cart)).await.unwrap();
    assert_eq!(view.line(offer).unwrap().quantity, Quantity(4));
    // A key names one addition only.
    let mixed = cart::add_once(shop, Some(first.cart), offer, "3", key)
        .await
        .unwrap_err();
    assert_eq!(mixed.code(), ErrorCode::IdempotencyMismatch);
});

both!(somebody_elses_key_opens_no_cart, async |shop| {
    let (badam, honey) = (shop.offer("badam-500").await, shop.offer("honey-333").await);
    let key = IdempotencyKey::from_bytes([7; 16]);
    // A cart whose token was not made of the key.
    let theirs = shop.cart_with(&[("honey-333", "1")]).await;
    cart::add_once(shop, Some(theirs), badam, "2", key).await.unwrap();
    let refused = cart::add_once(shop, None, badam, "2", key).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::IdempotencyMismatch);
    // Who has a cart hears of that one, and nothing is added to it.
    let mine = shop.cart_with(&[("oil-500", "1")]).await;
    let answer = cart::add_once(shop, Some(mine), badam, "2", key).await.unwrap();
    assert_eq!((answer.cart, answer.count, answer.token), (mine, 1, None));
    let view = cart::view(shop, Locale::Zh, Some(theirs)).await.unwrap();
    assert!(view.line(honey).is_some() && view.line(badam).unwrap().quantity == Quantity(2));
});

both!(a_refused_addition_leaves_its_key_free, async |shop| {
    let offer = shop.offer("badam-500").await;
    let key = IdempotencyKey::from_bytes([9; 16]);
    cart::add_once(shop, None, offer, "no", key).await.unwrap_err();
    cart::add_once(shop, None, offer, "2", key).await.unwrap();
});

both!(what_the_browser_counts_ahead_is_what_the_shop_says, async |shop| {
    let cart = shop
        .cart_with(&[("badam-500", "2"), ("honey-333", "1"), ("kernel-loose", "700")])
        .await;
    let offer = shop.offer("badam-500").await;
    for quantity in ["5", "0"] {
        let mut ahead = cart::view(shop, Locale::Zh, Some(cart)).await.unwrap();
        ahead.set_quantity(offer, Quantity(quantity.parse().unwrap()));
        cart::change(shop, cart, &[(offer, quantity.to_owned())]).await.unwrap();
        assert_eq!(
            ahead,
            cart::view(shop, Locale::Zh, Some(cart)).await.unwrap(),
            "{quantity}"
        );
    }
});

both!(amounts_are_read_as_people_write_them, async |shop| {
    let (badam, loose) = (shop.offer("badam-500").await, shop.offer("kernel-loose").await);
    let cart = shop.cart_with(&[("badam-500", "1"), ("kernel-loose", "700")]).await;
    for (offer, typed, right) in [
        (badam, "٣", 3),
        (badam, "２", 2),
        (badam, "4 件", 4),
        (loose, "1公斤", 1000),
        (loose, "0.5 kg", 500),
        (loose, "1,000", 1000),
        (loose, "۷۰۰ گرام", 700),
    ] {
        cart::change(shop, cart, &[(offer, typed.to_owned())]).await.unwrap();
        let view = cart::view(shop, Locale::Ug, Some(cart)).await.unwrap();
        assert_eq!(view.line(offer).unwrap().quantity, Quantity(right), "{typed}");
    }
});

both!(
    a_repeated_addition_after_an_order_finds_the_cart_that_follows_it,
    async |shop| {
        let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        let (badam, honey) = (shop.offer("badam-500").await, shop.offer("honey-333").await);
        let key = IdempotencyKey::from_bytes([3; 16]);
        let first = cart::add_once(shop, Some(bought.cart), badam, "1", key).await.unwrap();
        assert!(first.token.is_some() && first.cart != bought.cart);
        // Its cookie never arrived: neither the same again nor something else begins a third cart.
        let again = cart::add_once(shop, Some(bought.cart), badam, "1", key).await.unwrap();
        assert_eq!(
            (again.cart, again.count, again.token),
            (first.cart, 1, first.token.clone())
        );
        let other = IdempotencyKey::from_bytes([4; 16]);
        let other = cart::add_once(shop, Some(bought.cart), honey, "1", other)
            .await
            .unwrap();
        assert_eq!((other.cart, other.count, other.token), (first.cart, 2, first.token));
    }
);

both!(carts_do_not_begin_in_one_network_without_end, async |shop| {
    let network = Network::of("192.0.2.1".parse().unwrap());
    let filled = shop.cart_with(&[("badam-500", "1")]).await;
    cart::count_new(shop, &network, None).await.unwrap();
    // All but one of the day's have begun.
    shop.execute("UPDATE rate_limits SET tokens_milli = 1000 WHERE bucket = 'carts:network:192.0.2.1'")
        .await;
    cart::count_new(shop, &network, None).await.unwrap();
    let refused = cart::count_new(shop, &network, None).await;
    assert!(matches!(refused, Err(Error::TooMany { .. })), "{refused:?}");
    // Who has one goes on, and so do others.
    cart::count_new(shop, &network, Some(filled)).await.unwrap();
    for other in [
        Network::of("192.0.2.2".parse().unwrap()),
        network.exempt(),
        Network::unknown(),
    ] {
        cart::count_new(shop, &other, None).await.unwrap();
    }
});
