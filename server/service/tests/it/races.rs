//! Many at once: what must happen once happens once, on both databases.

use domain::{ErrorCode, FieldCode, Locale, OrderCode};
use service::checkout::{self, Placed};
use service::{Error, Shop, identity, orders, studio};
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
                studio::move_on(&seller, member, order, "accept").await?;
                studio::move_on(&seller, member, order, "pack").await?;
                studio::move_on(&seller, member, order, "dispatch").await
            }),
        );
        testing::check_books(shop).await;
    }
});

both!(guesses_made_at_once_count_one_by_one, async |shop| {
    let bought = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    let answers = together((0..30).map(|guess| {
        let (shop, code) = (Shop::clone(shop), bought.code);
        async move { orders::unlock(&shop, &code, &format!("{guess:04}")).await }
    }))
    .await;
    let wrong = |answer: &&Result<_, Error>| matches!(answer, Err(Error::Fields(fields)) if fields.of("tail") == Some(FieldCode::InvalidCode));
    assert_eq!(answers.iter().filter(wrong).count(), 6);
    let rest = answers
        .iter()
        .filter(|a| matches!(a, Err(Error::Refused(ErrorCode::TooManyAttempts))));
    assert_eq!(rest.count(), 24);
});

both!(a_one_time_code_sent_ten_times_at_once_signs_in_once, async |shop| {
    shop.member_with_password("almonds", "+8613911112222", "unused").await;
    identity::send_code(shop, "13911112222").await.unwrap();
    let centre = shop.of_centre().await;
    let code = service::outbox::messages(shop, centre).await.unwrap()[0].text.clone();
    let answers = together((0..10).map(|_| {
        let (shop, code) = (Shop::clone(shop), code.clone());
        async move { identity::sign_in(&shop, "13911112222", "", &code).await.is_ok() }
    }))
    .await;
    assert_eq!(answers.iter().filter(|signed_in| **signed_in).count(), 1);
    assert_eq!(shop.number("SELECT COUNT(*) FROM sessions").await, 1);
});
