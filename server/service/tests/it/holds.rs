//! What an order of somebody nobody knows may hold, and for how long.

use domain::hold::{Standing, UNPROVED_OPEN_OF_PHONE, most_taken};
use domain::{ErrorCode, FieldCode, Locale, OrderGroupStatus};
use service::cart::CartHandle;
use service::checkout::{self, CheckoutForm, Placed, Placer};
use service::identity::{self, Guesser};
use service::orders::Proof;
use service::{Error, Network, orders, studio};
use testing::{Bought, Snapshot, TestShop, both};

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

/// The order of a phone nobody knows, which holds the last of something.
async fn held_shortly(shop: &TestShop) -> Bought {
    let form = with_phone(shop.to_station(), "13900000001");
    buy(shop, &[("last-one", "1")], form, &stranger("192.0.2.1")).await
}

fn from(address: &str) -> Guesser<'static> {
    Guesser {
        network: Network::of(address.parse().unwrap()),
        ..Guesser::default()
    }
}

/// The code that an order's phone is sent.
async fn code_of(shop: &TestShop, bought: &Bought) -> String {
    let access = shop.access(bought).await;
    let sent = orders::send_proof_code(shop, &access, &Guesser::default())
        .await
        .unwrap();
    assert_eq!(sent, Proof::Done);
    shop.code_sent().await
}

async fn prove(shop: &TestShop, bought: &Bought, typed: &str, guesser: &Guesser<'_>) -> service::Result<Proof> {
    let access = shop.access(bought).await;
    orders::prove(shop, &access, typed, guesser).await
}

#[track_caller]
fn wrong_code(answer: service::Result<Proof>) -> Option<FieldCode> {
    match answer {
        Err(Error::Fields(fields)) => fields.of("code"),
        other => panic!("{other:?}"),
    }
}

/// Six digits that are not `code`.
fn not(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

both!(a_proved_phone_holds_as_long_as_anybodys, async |shop| {
    let bought = held_shortly(shop).await;
    let access = shop.access(&bought).await;
    assert!(orders::view(shop, Locale::Zh, &access).await.unwrap().can_prove);
    let code = code_of(shop, &bought).await;
    // As an Arabic keyboard and a phone that helps write it.
    let typed: String = code
        .chars()
        .map(|c| char::from_u32(0x0660 + u32::from(c) - 0x30).unwrap())
        .collect();
    let typed = format!(" {} {}", &typed[..6], &typed[6..]);
    let answer = prove(shop, &bought, &typed, &Guesser::default()).await.unwrap();
    assert_eq!(answer, Proof::Done);
    let view = orders::view(shop, Locale::Zh, &access).await.unwrap();
    assert!(!view.can_prove && view.holds_until.is_none());
    shop.clock.advance(6 * DAY);
    assert_eq!(orders::expire_due(shop).await.unwrap(), 0);
    let other = try_buy(
        shop,
        &[("badam-500", "1")],
        with_phone(shop.to_station(), "13900000002"),
        &stranger("192.0.2.2"),
    )
    .await;
    assert!(matches!(other, Placed::Order { .. }), "others buy something else");
    assert_eq!(shop.stock("last-one").await, (1, 1));
    shop.clock.advance(DAY);
    assert_eq!(orders::expire_due(shop).await.unwrap(), 1, "not for ever");
    let audited = "SELECT COUNT(*) FROM audit_events WHERE action = 'order.phone-proved'";
    assert_eq!(shop.number(audited).await, 1);
});

both!(a_wrong_code_is_named_and_changes_nothing, async |shop| {
    let bought = held_shortly(shop).await;
    let code = code_of(shop, &bought).await;
    let before = Snapshot::of(shop).await;
    let guesser = from("192.0.2.1");
    for (typed, expected) in [
        ("", FieldCode::Required),
        (" - ", FieldCode::Required),
        ("12345", FieldCode::InvalidCode),
        ("12345a", FieldCode::InvalidCode),
        (&not(&code), FieldCode::InvalidCode),
    ] {
        let answer = prove(shop, &bought, typed, &guesser).await;
        assert_eq!(wrong_code(answer), Some(expected), "{typed:?}");
    }
    before.assert_unchanged(shop).await;
    for _ in 0..4 {
        wrong_code(prove(shop, &bought, &not(&code), &guesser).await);
    }
    let sixth = prove(shop, &bought, &code, &guesser).await.unwrap_err();
    assert!(matches!(sixth, Error::TooMany { seconds: 121 }), "{sixth:?}");
    // Nor is another one sent there, which would not be looked at.
    let access = shop.access(&bought).await;
    let more = orders::send_proof_code(shop, &access, &guesser).await;
    assert!(matches!(more, Err(Error::TooMany { seconds: 121 })), "{more:?}");
    // The buyer's code is still theirs.
    prove(shop, &bought, &code, &from("192.0.2.2")).await.unwrap();
});

//
both!(a_code_for_an_order_is_good_for_that_order_only, async |shop| {
    // Somebody who signs in with this number too.
    let password = "ئالتۇن بادام";
    shop.member_with_password("bees", "+8613900000001", password).await;
    let first = held_shortly(shop).await;
    let form = with_phone(shop.to_station(), "13900000001");
    let second = buy(shop, &[("badam-500", "1")], form, &stranger("192.0.2.1")).await;
    let nobody = Guesser::default();
    let code = code_of(shop, &first).await;
    let refused = shop.sign_in("13900000001", "", &code).await.unwrap_err();
    assert_eq!(refused.code(), ErrorCode::SignInFailed);
    assert!(wrong_code(prove(shop, &second, &code, &nobody).await).is_some());
    identity::send_code(shop, "13900000001", &nobody).await.unwrap();
    let to_sign_in = shop.code_sent().await;
    assert!(wrong_code(prove(shop, &first, &to_sign_in, &nobody).await).is_some());
    assert_eq!(prove(shop, &first, &code, &nobody).await.unwrap(), Proof::Done);
    // Sent again, as browsers do: it is done already.
    assert_eq!(prove(shop, &first, &code, &nobody).await.unwrap(), Proof::NotNeeded);
    shop.clock.advance(MINUTE);
    let late = code_of(shop, &second).await;
    shop.clock.advance(5 * MINUTE);
    assert!(wrong_code(prove(shop, &second, &late, &nobody).await).is_some());
});

both!(what_is_held_for_good_or_over_asks_for_no_proof, async |shop| {
    let nobody = Guesser::default();
    let asked = async |bought: &Bought| {
        let access = shop.access(bought).await;
        let view = orders::view(shop, Locale::Zh, &access).await.unwrap();
        assert!(!view.can_prove, "{:?}", view.status);
        let sent = orders::send_proof_code(shop, &access, &nobody).await;
        let proved = orders::prove(shop, &access, "123456", &nobody).await;
        (sent.map_err(|e| e.code()), proved.map_err(|e| e.code()))
    };
    let form = |phone: &str| with_phone(shop.to_station(), phone);
    let not_needed = (Ok(Proof::NotNeeded), Ok(Proof::NotNeeded));
    let over = (Err(ErrorCode::OrderOver), Err(ErrorCode::OrderOver));

    let member = buy(shop, &[("oil-500", "1")], form("13900000001"), &Placer::known()).await;
    assert_eq!(asked(&member).await, not_needed);
    let placer = stranger("192.0.2.1");
    let accepted = buy(shop, &[("honey-333", "1")], form("13900000002"), &placer).await;
    let bees = shop.member_of("bees").await;
    let order = shop.orders_of(&accepted.code).await[0];
    studio::move_on(shop, bees, order, "accept".into()).await.unwrap();
    assert_eq!(asked(&accepted).await, not_needed);
    let transfer = with_phone(shop.to_address("65"), "13900000003");
    let paid = buy(shop, &[("badam-500", "1")], transfer, &placer).await;
    let access = shop.access(&paid).await;
    let reference = orders::view(shop, Locale::Zh, &access).await.unwrap().payment_reference;
    orders::mark_paid(shop, &reference).await.unwrap();
    assert_eq!(asked(&paid).await, not_needed);
    let canceled = buy(shop, &[("badam-500", "1")], form("13900000004"), &placer).await;
    orders::cancel(shop, &shop.access(&canceled).await).await.unwrap();
    assert_eq!(asked(&canceled).await, over);
    let expired = buy(shop, &[("last-one", "1")], form("13900000005"), &placer).await;
    shop.clock.advance(30 * MINUTE);
    assert_eq!(orders::expire_due(shop).await.unwrap(), 1);
    assert_eq!(asked(&expired).await, over);
    assert_eq!(shop.number("SELECT COUNT(*) FROM one_time_codes").await, 0);
});

both!(what_was_accepted_and_taken_back_is_held_as_long, async |shop| {
    let placer = stranger("192.0.2.1");
    let form = with_phone(shop.to_station(), "13900000001");
    let goods = [("badam-500", "1"), ("honey-333", "1")];
    let bought = buy(shop, &goods, form, &placer).await;
    let bees = shop.member_of("bees").await;
    let mine = shop.orders_of(&bought.code).await;
    let mut accepted = None;
    for order in mine {
        if studio::move_on(shop, bees, order, "accept".into()).await.is_ok() {
            accepted = Some(order);
        }
    }
    let code = code_of(shop, &bought).await;
    assert_eq!(
        prove(shop, &bought, &code, &Guesser::default()).await.unwrap(),
        Proof::Done
    );
    studio::move_on(shop, bees, accepted.unwrap(), "undo-accept".into())
        .await
        .unwrap();
    let shortly = "SELECT COUNT(*) FROM reservations r JOIN orders o ON o.id = r.order_id
                   JOIN order_groups g ON g.id = o.group_id WHERE r.expires_at <> g.expires_at OR r.status <> 'active'";
    assert_eq!(shop.number(shortly).await, 0);
});

both!(codes_for_orders_and_for_signing_in_are_counted_together, async |shop| {
    let bought = held_shortly(shop).await;
    let access = shop.access(&bought).await;
    let guesser = from("192.0.2.1");
    for _ in 0..3 {
        orders::send_proof_code(shop, &access, &guesser).await.unwrap();
    }
    for _ in 0..2 {
        identity::send_code(shop, "13900000001", &guesser).await.unwrap();
    }
    let refused = orders::send_proof_code(shop, &access, &guesser).await.unwrap_err();
    assert!(matches!(refused, Error::TooMany { seconds: 17_281 }), "{refused:?}");
    orders::send_proof_code(shop, &access, &from("192.0.2.2"))
        .await
        .unwrap();
});

/// Whoever wants the last one and whoever proves their phone: it is promised to one of them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proof_and_somebody_who_wants_the_goods_meet() {
    for database in [testing::Database::Sqlite, testing::Database::Postgres] {
        testing::with_shop(database, async |shop: &TestShop| {
            let bought = held_shortly(shop).await;
            shop.clock.advance(30 * MINUTE);
            let code = code_of(shop, &bought).await;
            let access = shop.access(&bought).await;
            // Its cart was filled while there was one: what it holds is decided by who comes first.
            let honey = with_phone(shop.to_station(), "13900000009");
            let (cart, form) = ready(shop, &[("honey-333", "1")], honey).await;
            let last = shop.offer("last-one").await;
            shop.execute(format!(
                "UPDATE cart_lines SET offer_id = {last} WHERE cart_id = {}",
                cart.id()
            ))
            .await;
            let guesser = Guesser::default();
            let (proved, placed) = tokio::join!(
                orders::prove(shop, &access, &code, &guesser),
                checkout::place(shop, Locale::Zh, cart, &form)
            );
            let stands = orders::view(shop, Locale::Zh, &access).await.unwrap().status == OrderGroupStatus::Placed;
            assert_eq!(stands, matches!(proved, Ok(Proof::Done)), "{proved:?}");
            let took = matches!(placed.unwrap(), Placed::Order { .. });
            assert!(!(stands && took), "{database:?}");
            assert!(shop.stock("last-one").await.1 <= 1);
        })
        .await;
    }
}

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
