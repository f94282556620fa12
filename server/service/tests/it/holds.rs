//! What an order of somebody nobody knows may hold, and for how long.

use domain::hold::{Standing, UNPROVED_OPEN_OF_PHONE, most_taken};
use domain::{ErrorCode, Locale, OrderGroupStatus};
use service::cart::CartHandle;
use service::checkout::{self, CheckoutForm, Placed, Placer};
use service::{Network, orders};
use testing::{Bought, TestShop, both};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

fn stranger(address: &str) -> Placer {
    Placer {
        network: Network::of(address.parse().unwrap()),
        is_member: false,
    }
}

fn with_phone(form: CheckoutForm, phone: &str) -> CheckoutForm {
    CheckoutForm {
        phone: phone.to_owned(),
        ..form
    }
}

/// A filled cart and the form that orders it.
async fn ready(shop: &TestShop, goods: &[(&str, &str)], form: CheckoutForm) -> (CartHandle, CheckoutForm) {
    let cart = shop.cart_with(goods).await;
    let form = shop.shown(cart, form).await;
    (cart, form)
}

async fn try_buy(shop: &TestShop, goods: &[(&str, &str)], form: CheckoutForm, placer: &Placer) -> Placed {
    let (cart, form) = ready(shop, goods, form).await;
    checkout::place_for(shop, Locale::Zh, cart, &form, placer)
        .await
        .unwrap()
}

async fn buy(shop: &TestShop, goods: &[(&str, &str)], form: CheckoutForm, placer: &Placer) -> Bought {
    let (cart, form) = ready(shop, goods, form).await;
    let answer = checkout::place_for(shop, Locale::Zh, cart, &form, placer)
        .await
        .unwrap();
    Bought {
        code: Bought::code_of(answer),
        cart,
        form,
    }
}

#[track_caller]
fn refusal(answer: Placed) -> Option<ErrorCode> {
    Bought::rejection_of(answer).refused
}

async fn status(shop: &TestShop, bought: &Bought) -> OrderGroupStatus {
    let access = shop.access(bought).await;
    orders::view(shop, Locale::Zh, &access).await.unwrap().status
}

both!(a_strangers_goods_are_for_others_after_half_an_hour, async |shop| {
    let placer = stranger("192.0.2.1");
    let form = with_phone(shop.to_station(), "13900000001");
    let held = buy(shop, &[("last-one", "1")], form, &placer).await;
    shop.clock.advance(30 * MINUTE - 1);
    assert_eq!(orders::expire_due(shop).await.unwrap(), 0);
    assert_eq!(shop.stock("last-one").await, (1, 1));
    shop.clock.advance(1);
    // Nothing of it is on sale: time alone gives it back.
    assert_eq!(orders::expire_due(shop).await.unwrap(), 1);
    assert_eq!(shop.stock("last-one").await, (1, 0));
    assert_eq!(status(shop, &held).await, OrderGroupStatus::Expired);
});

both!(
    a_strangers_order_stands_while_nobody_else_needs_its_goods,
    async |shop| {
        let placer = stranger("192.0.2.1");
        let form = with_phone(shop.to_station(), "13900000001");
        let held = buy(shop, &[("badam-500", "2")], form, &placer).await;
        shop.clock.advance(6 * DAY);
        assert_eq!(orders::expire_due(shop).await.unwrap(), 0);
        assert_eq!(status(shop, &held).await, OrderGroupStatus::Placed);
        // Somebody wants all there is.
        shop.execute("UPDATE stock SET on_hand = 20 WHERE on_hand = 100").await;
        shop.buy(&[("badam-500", "19")], shop.to_station()).await;
        assert_eq!(status(shop, &held).await, OrderGroupStatus::Expired);
        let again = buy(
            shop,
            &[("honey-333", "1")],
            with_phone(shop.to_station(), "13900000002"),
            &placer,
        )
        .await;
        shop.clock.advance(7 * DAY);
        assert_eq!(
            orders::expire_due(shop).await.unwrap(),
            2,
            "both are past their seven days"
        );
        assert_eq!(status(shop, &again).await, OrderGroupStatus::Expired);
    }
);

both!(a_phone_has_few_open_orders_until_one_is_paid, async |shop| {
    let placer = stranger("192.0.2.1");
    let form = || with_phone(shop.to_address("65"), "13900000001");
    let mut first = None;
    for _ in 0..UNPROVED_OPEN_OF_PHONE {
        let bought = buy(shop, &[("badam-500", "1")], form(), &placer).await;
        first.get_or_insert(bought);
    }
    let refused = |answer| refusal(answer);
    let one_more = try_buy(shop, &[("badam-500", "1")], form(), &placer).await;
    assert_eq!(refused(one_more), Some(ErrorCode::OpenOrders));
    // From elsewhere it is the same phone; another phone is another buyer.
    let elsewhere = try_buy(shop, &[("badam-500", "1")], form(), &stranger("192.0.2.2")).await;
    assert_eq!(refused(elsewhere), Some(ErrorCode::OpenOrders));
    let other = with_phone(shop.to_address("65"), "13900000002");
    buy(shop, &[("badam-500", "1")], other, &placer).await;

    let first = first.unwrap();
    let access = shop.access(&first).await;
    let reference = orders::view(shop, Locale::Zh, &access).await.unwrap().payment_reference;
    orders::mark_paid(shop, &reference).await.unwrap();
    // More than a stranger gets, and held for as long as its payment may take.
    let proved = buy(shop, &[("badam-500", "40")], form(), &placer).await;
    shop.clock.advance(DAY - 1);
    shop.buy(&[("badam-500", "40")], shop.to_station()).await;
    shop.buy(&[("badam-500", "17")], shop.to_station()).await;
    assert_eq!(status(shop, &proved).await, OrderGroupStatus::Placed);
});

both!(a_stranger_gets_a_share_and_always_the_last_few, async |shop| {
    let placer = stranger("192.0.2.1");
    let form = |phone: &str| with_phone(shop.to_station(), phone);
    // 100 packets are there.
    let much = try_buy(shop, &[("badam-500", "26")], form("13900000001"), &placer).await;
    assert_eq!(refusal(much), Some(ErrorCode::ShareTooLarge));
    assert_eq!(shop.stock("badam-500").await, (100, 0));
    buy(shop, &[("badam-500", "25")], form("13900000001"), &placer).await;
    buy(shop, &[("last-one", "1")], form("13900000002"), &placer).await;
    // Who is signed in is somebody.
    let member = Placer {
        is_member: true,
        ..placer
    };
    buy(shop, &[("badam-500", "40")], form("13900000003"), &member).await;
});

both!(one_network_takes_few_offers_off_sale, async |shop| {
    let (badam, honey) = (shop.offer("badam-500").await, shop.offer("honey-333").await);
    shop.execute(format!(
        "UPDATE stock SET on_hand = 1 WHERE offer_id IN ({badam}, {honey})"
    ))
    .await;
    let offers = shop.number("SELECT count(*) FROM offers WHERE status = 'active'").await;
    let most = most_taken(Standing::New, u64::try_from(offers).unwrap());
    assert_eq!(most, 1, "a small shop");
    let form = |phone: &str| with_phone(shop.to_station(), phone);
    let placer = stranger("192.0.2.1");
    buy(shop, &[("badam-500", "1")], form("13900000001"), &placer).await;
    let second = try_buy(shop, &[("honey-333", "1")], form("13900000002"), &placer).await;
    assert_eq!(refusal(second), Some(ErrorCode::OpenOrdersNearby));
    buy(shop, &[("honey-333", "1")], form("13900000002"), &stranger("192.0.2.2")).await;
});

/// On PostgreSQL two transactions count at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_open_is_counted_one_after_the_other() {
    for database in [testing::Database::Sqlite, testing::Database::Postgres] {
        testing::with_shop(database, async |shop: &TestShop| {
            let mut forms = Vec::new();
            for _ in 0..12 {
                let form = with_phone(shop.to_station(), "13900000001");
                forms.push(ready(shop, &[("badam-500", "1")], form).await);
            }
            let mut running = tokio::task::JoinSet::new();
            for (cart, form) in forms {
                let shop = service::Shop::clone(shop);
                running.spawn(async move {
                    checkout::place_for(&shop, Locale::Zh, cart, &form, &stranger("192.0.2.1"))
                        .await
                        .unwrap()
                });
            }
            let answers = running.join_all().await;
            let placed = answers.iter().filter(|a| matches!(a, Placed::Order { .. })).count();
            assert_eq!(placed as u64, UNPROVED_OPEN_OF_PHONE, "{database:?}");
        })
        .await;
    }
}
