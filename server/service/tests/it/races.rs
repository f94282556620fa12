//! Many at once: what must happen once happens once, on both databases.

use domain::shop_page::{BlockId, Change, Field, Place, fingerprint};
use domain::{ErrorCode, FieldCode, Locale, OrderCode};
use service::checkout::{self, Placed};
use service::identity::{Guesser, SignIn};
use service::studio::ProductForm;
use service::{Error, Shop, cart, identity, orders, studio};
use testing::{Bought, both};

/// Runs them all at once and collects what they answer.
async fn together<T, F>(futures: impl IntoIterator<Item = F>) -> Vec<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    let tasks: Vec<_> = futures.into_iter().map(tokio::spawn).collect();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.unwrap());
    }
    answers
}

both!(of_fifty_buyers_of_the_last_one_exactly_one_wins, async |shop| {
    let mut buyers = Vec::new();
    for _ in 0..50 {
        let cart = shop.cart_with(&[("last-one", "1")]).await;
        buyers.push((cart, shop.shown(cart, shop.to_station()).await));
    }
    let answers = together(buyers.into_iter().map(|(cart, form)| {
        let shop = Shop::clone(shop);
        async move { checkout::place(&shop, Locale::Zh, cart, &form).await.unwrap() }
    }))
    .await;
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|a| matches!(a, Placed::Order { .. }));
    assert_eq!((won.len(), lost.len()), (1, 49));
    for answer in lost {
        assert_eq!(Bought::rejection_of(answer).refused, Some(ErrorCode::SoldOut));
    }
    assert_eq!(shop.stock("last-one").await, (1, 1));
    assert_eq!(shop.number("SELECT COUNT(*) FROM order_groups").await, 1);
});

both!(one_form_sent_twenty_times_is_one_order, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1"), ("honey-333", "2")]).await;
    let form = shop.shown(cart, shop.to_station()).await;
    let codes: Vec<OrderCode> = together((0..20).map(|_| {
        let (shop, form) = (Shop::clone(shop), form.clone());
        async move { Bought::code_of(checkout::place(&shop, Locale::Zh, cart, &form).await.unwrap()) }
    }))
    .await;
    assert!(codes.iter().all(|code| *code == codes[0]), "{codes:?}");
    assert_eq!(shop.number("SELECT COUNT(*) FROM order_groups").await, 1);
    assert_eq!(shop.stock("badam-500").await, (100, 1));
});

both!(two_tabs_with_a_key_each_order_one_cart_once, async |shop| {
    let cart = shop.cart_with(&[("badam-500", "1")]).await;
    let mut forms = Vec::new();
    for _ in 0..10 {
        forms.push(shop.shown(cart, shop.to_station()).await);
    }
    let answers = together(forms.into_iter().map(|form| {
        let shop = Shop::clone(shop);
        async move { checkout::place(&shop, Locale::Zh, cart, &form).await.unwrap() }
    }))
    .await;
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|a| matches!(a, Placed::Order { .. }));
    assert_eq!(won.len(), 1);
    for answer in lost {
        assert_eq!(Bought::rejection_of(answer).refused, Some(ErrorCode::CartEmpty));
    }
});

both!(
    carts_filled_in_opposite_order_do_not_wait_for_one_another,
    async |shop| {
        let mut buyers = Vec::new();
        for number in 0..16 {
            let mut goods = [
                ("badam-500", "1"),
                ("honey-333", "1"),
                ("oil-500", "1"),
                ("gift-box", "1"),
            ];
            if number % 2 == 1 {
                goods.reverse();
            }
            // Ten gift boxes are there: the last six find none.
            let cart = shop.cart_with(&goods).await;
            buyers.push((cart, shop.shown(cart, shop.to_address("65")).await));
        }
        let answers = together(buyers.into_iter().map(|(cart, form)| {
            let shop = Shop::clone(shop);
            async move { checkout::place(&shop, Locale::Zh, cart, &form).await.unwrap() }
        }))
        .await;
        let won = answers.iter().filter(|a| matches!(a, Placed::Order { .. })).count();
        assert_eq!(won, 10);
        assert_eq!(
            (shop.stock("gift-box").await, shop.stock("badam-500").await),
            ((10, 10), (100, 10))
        );
    }
);

both!(an_order_cancelled_ten_times_gives_its_goods_back_once, async |shop| {
    let bought = shop.buy(&[("badam-500", "4")], shop.to_station()).await;
    shop.buy(&[("badam-500", "5")], shop.to_station()).await;
    let access = shop.access(&bought).await;
    let answers = together((0..10).map(|_| {
        let (shop, access) = (Shop::clone(shop), access.clone());
        async move { orders::cancel(&shop, &access).await }
    }))
    .await;
    assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), 1, "{answers:?}");
    assert_eq!(shop.stock("badam-500").await, (100, 5));
});

both!(buyer_and_cooperative_do_not_both_have_the_last_word, async |shop| {
    let member = shop.member_of("almonds").await;
    for _ in 0..8 {
        let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
        let access = shop.access(&bought).await;
        let order = shop.orders_of(&bought.code).await[0];
        let (buyer, seller) = (Shop::clone(shop), Shop::clone(shop));
        let (_, _) = tokio::join!(
            tokio::spawn(async move { orders::cancel(&buyer, &access).await }),
            tokio::spawn(async move {
                studio::move_on(&seller, member, order, "accept".into()).await?;
                studio::move_on(&seller, member, order, "pack".into()).await?;
                studio::move_on(&seller, member, order, "dispatch".into()).await
            }),
        );
        testing::check_books(shop).await;
    }
});

both!(guesses_made_at_once_count_one_by_one, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let answers = together((0..30).map(|guess| {
        let (shop, code) = (Shop::clone(shop), bought.code);
        async move { orders::unlock(&shop, &service::Network::unknown(), &code, &format!("{guess:04}")).await }
    }))
    .await;
    let wrong = |answer: &&Result<_, Error>| matches!(answer, Err(Error::Fields(fields)) if fields.of("tail") == Some(FieldCode::InvalidCode));
    assert_eq!(answers.iter().filter(wrong).count(), 6);
    let rest = answers.iter().filter(|a| matches!(a, Err(Error::TooMany { .. })));
    assert_eq!(rest.count(), 24);
});

both!(a_one_time_code_sent_ten_times_at_once_signs_in_once, async |shop| {
    shop.member_with_password("almonds", "+8613911112222", "unused").await;
    identity::send_code(shop, "13911112222", &Guesser::default())
        .await
        .unwrap();
    let code = shop.code_sent().await;
    let answers = together((0..10).map(|_| {
        let (shop, code) = (Shop::clone(shop), code.clone());
        async move {
            let ask = SignIn {
                phone: "13911112222",
                code: &code,
                ..SignIn::default()
            };
            identity::sign_in(&shop, &ask).await.is_ok()
        }
    }))
    .await;
    assert_eq!(answers.iter().filter(|signed_in| **signed_in).count(), 1);
    assert_eq!(shop.number("SELECT COUNT(*) FROM sessions").await, 1);
});

both!(twenty_five_taps_at_once_are_twenty_five_in_the_cart, async |shop| {
    let offer = shop.offer("badam-500").await;
    let cart = shop.cart_with(&[("honey-333", "1")]).await;
    let answers = together((0..25).map(|_| {
        let shop = Shop::clone(shop);
        async move { cart::add(&shop, Some(cart), offer, "1").await }
    }))
    .await;
    assert!(
        answers
            .iter()
            .all(|a| a.as_ref().is_ok_and(|a| a.token.is_none() && a.count == 2))
    );
    let view = cart::view(shop, Locale::Zh, Some(cart)).await.unwrap();
    let line = view
        .sellers
        .iter()
        .flat_map(|s| &s.lines)
        .find(|line| line.offer == offer);
    assert_eq!(line.unwrap().quantity.amount(), 25);
});

both!(a_cart_never_holds_one_line_too_many, async |shop| {
    shop.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 70)
         INSERT INTO offers (product_id, sku, position, unit, step, minimum, maximum, reference_amount, price_minor,
             currency, net_grams, gross_grams, status, version)
         SELECT product_id, 'many-' || i, 99, unit, step, minimum, maximum, reference_amount, price_minor + 1, currency,
             net_grams, gross_grams, status, version
         FROM n CROSS JOIN offers WHERE sku = 'badam-500'",
    )
    .await;
    shop.execute("INSERT INTO stock (offer_id, on_hand, reserved) SELECT id, 9, 0 FROM offers WHERE sku LIKE 'many-%'")
        .await;
    let mut offers = Vec::new();
    for number in 1..=70 {
        offers.push(shop.offer(&format!("many-{number}")).await);
    }
    let cart = shop.cart_with(&[("honey-333", "1")]).await;
    let answers = together(offers.into_iter().map(|offer| {
        let shop = Shop::clone(shop);
        async move { cart::add(&shop, Some(cart), offer, "1").await }
    }))
    .await;
    assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), 59);
    let lines = format!("SELECT COUNT(*) FROM cart_lines WHERE cart_id = {}", cart.id());
    assert_eq!(shop.number(&lines).await, 60);
});

both!(
    after_an_order_all_that_is_added_at_once_lies_in_one_new_cart,
    async |shop| {
        let ordered = shop.buy(&[("honey-333", "1")], shop.to_station()).await.cart;
        let offer = shop.offer("badam-500").await;
        let add = || {
            let shop = Shop::clone(shop);
            async move {
                cart::add(&shop, Some(ordered), offer, "1")
                    .await
                    .unwrap()
                    .token
                    .unwrap()
                    .to_hex()
            }
        };
        let tokens = together((0..10).map(|_| add())).await;
        assert!(tokens.iter().all(|token| *token == tokens[0]));
        let (next, _) = cart::open(shop, &tokens[0]).await.unwrap().unwrap();
        assert_eq!(
            cart::view(shop, Locale::Zh, Some(next)).await.unwrap().goods.minor,
            10 * 2980
        );
        // A browser that never learned the new token still does not write into a cart that is ordered.
        let form = shop.shown(next, shop.to_station()).await;
        Bought::code_of(checkout::place(shop, Locale::Zh, next, &form).await.unwrap());
        let third = add().await;
        assert_ne!(third, tokens[0]);
        assert_eq!(cart::open(shop, &third).await.unwrap().unwrap().1, 1);
    }
);

both!(
    when_the_last_of_both_sizes_are_sold_together_the_card_says_so,
    async |shop| {
        let product = shop.product("thin-shell-badam").await;
        for _ in 0..6 {
            shop.execute(format!(
            "UPDATE stock SET on_hand = reserved + 1 WHERE offer_id IN (SELECT id FROM offers WHERE product_id = {product})"
        ))
        .await;
            shop.execute(format!(
                "UPDATE product_cards SET available = {} WHERE product_id = {product}",
                if shop.db().backend() == db::sea_orm::DatabaseBackend::Postgres {
                    "true"
                } else {
                    "1"
                }
            ))
            .await;
            let mut buyers = Vec::new();
            for sku in ["badam-500", "badam-1000"] {
                let cart = shop.cart_with(&[(sku, "1")]).await;
                buyers.push((cart, shop.shown(cart, shop.to_station()).await));
            }
            let answers = together(buyers.into_iter().map(|(cart, form)| {
                let shop = Shop::clone(shop);
                async move { checkout::place(&shop, Locale::Zh, cart, &form).await.unwrap() }
            }))
            .await;
            assert!(answers.iter().all(|a| matches!(a, Placed::Order { .. })), "{answers:?}");
            testing::check_books(shop).await;
        }
    }
);

both!(cards_that_are_rebuilt_by_several_at_once_are_there_once, async |shop| {
    let member = shop.member_of("almonds").await;
    let product = shop.product("thin-shell-badam").await;
    let bench = studio::workbench(shop, member, Locale::Ug).await.unwrap();
    let cover = &bench.page.document.blocks()[0];
    let mut said = cover.get(Place::of(Field::Tagline).lang(Locale::Ug)).to_owned();
    for round in 0..8 {
        let editor = studio::product_editor(shop, member, Locale::Zh, product).await.unwrap();
        let of_product = ProductForm {
            version: editor.version.to_string(),
            names: vec![(editor.source, format!("بادام {round}"))],
            ..ProductForm::default()
        };
        let line = Change {
            place: Place::of(Field::Tagline).lang(editor.source),
            seen: fingerprint(&said),
            new: format!("باغدىن {round}"),
            confirms: false,
            source: None,
        };
        said.clone_from(&line.new);
        let (one, other) = (Shop::clone(shop), Shop::clone(shop));
        let (saved_product, saved_shop) = tokio::join!(
            tokio::spawn(async move { studio::save_product(&one, member, product, &of_product).await }),
            tokio::spawn(async move {
                studio::save_block(&other, member, BlockId(1), &[line]).await?;
                let bench = studio::workbench(&other, member, Locale::Zh).await?;
                studio::publish(&other, member, bench.version).await
            }),
        );
        saved_product.unwrap().unwrap();
        saved_shop.unwrap().unwrap();
        let cards = format!("SELECT COUNT(*) FROM product_cards WHERE product_id = {product}");
        assert_eq!(shop.number(&cards).await, 3);
    }
});

testing::both_empty!(programs_on_one_database_have_one_secret, async |place| {
    let db = place.open().await;
    let made = together((0..8_u8).map(|number| {
        let db = db.clone();
        async move { service::shared_secret(&db, Some([number; 32])).await.unwrap() }
    }))
    .await;
    assert!(
        made.iter().all(|secret| *secret == made[0]),
        "the first one's is everybody's"
    );
    assert_eq!(service::shared_secret(&db, None).await.unwrap(), made[0]);
    assert_eq!(service::shared_secret(&db, Some([99; 32])).await.unwrap(), made[0]);
});
