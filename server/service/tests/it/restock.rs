//! Being told that a size is there again: once, in turn, and never against the will of the number's owner.

use std::sync::Arc;

use db::sea_orm::{ConnectionTrait, Statement};
use domain::{Actor, FieldCode, Locale, MessageState};
use service::restock::{self, Asked, Links, WishForm};
use service::{Error, Network, retention, studio};
use testing::{TestShop, both};

use crate::goods::{fields_of, page, set, untouched};
use crate::messages::{DAY, Does, Provider, listed};

const SLUG: &str = "thin-shell-badam";

async fn ask(shop: &TestShop, locale: Locale, sku: &str, phone: &str) -> service::Result<Asked> {
    let form = WishForm {
        offer: shop.offer(sku).await.to_string(),
        phone: phone.to_owned(),
    };
    restock::ask(shop, &Network::unknown(), locale, shop.product(SLUG).await, &form).await
}

/// The cooperative says on its page of stock how much there is.
pub(crate) async fn there(shop: &TestShop, member: Actor, sku: &str, stock: &str) {
    let mut form = untouched(&page(shop, member).await);
    set(&mut form.stocks, shop.offer(sku).await, stock);
    studio::save_stock(shop, member, &form).await.unwrap();
}

pub(crate) fn links() -> Links {
    Arc::new(|locale: Locale, link: &str| format!("https://shop.example/{}/back/{link}", locale.code()))
}

async fn tell(shop: &TestShop) -> usize {
    restock::tell_due(shop, &links()).await.unwrap()
}

/// One is there again for which so many wait, who asked one after the other; says who said so.
async fn one_for(shop: &TestShop, waiting: usize) -> Actor {
    let member = shop.member_of("almonds").await;
    there(shop, member, "badam-500", "0").await;
    for number in 0..waiting {
        shop.clock.advance(1000);
        ask(shop, Locale::Zh, "badam-500", &format!("1380013800{number}"))
            .await
            .unwrap();
    }
    there(shop, member, "badam-500", "1").await;
    member
}

async fn text(shop: &TestShop, sql: &str) -> String {
    let statement = Statement::from_string(shop.db().backend(), sql);
    let row = shop.db().read().query_one_raw(statement).await.unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

/// The link of the first wish.
async fn first_link(shop: &TestShop) -> String {
    text(shop, "SELECT link FROM restock_wishes ORDER BY id LIMIT 1").await
}

both!(who_waits_is_told_once_and_forgotten, async |shop| {
    let member = shop.member_of("almonds").await;
    assert_eq!(
        ask(shop, Locale::Zh, "badam-500", "13800138000").await.unwrap(),
        Asked::IsThere
    );
    there(shop, member, "badam-500", "0").await;
    // As people write numbers, and twice: one wish.
    for typed in ["13800138000", "１３８ ００１３ ８０００", "٠٠٨٦١٣٨٠٠١٣٨٠٠٠"] {
        let asked = ask(shop, Locale::Ug, "badam-500", typed).await;
        assert_eq!(asked.unwrap(), Asked::Waits, "{typed}");
    }
    assert_eq!(shop.number("SELECT count(*) FROM restock_wishes").await, 1);
    assert_eq!(tell(shop).await, 0, "it is sold out");
    let waiting = page(shop, member).await;
    let people: Vec<i64> = waiting.rows.iter().map(|row| row.people_waiting).collect();
    assert_eq!(
        people.iter().sum::<i64>(),
        1,
        "the cooperative sees that somebody waits"
    );

    there(shop, member, "badam-500", "7").await;
    assert_eq!(tell(shop).await, 1);
    assert_eq!(tell(shop).await, 0, "once");
    assert_eq!(
        shop.number("SELECT count(*) FROM restock_wishes WHERE phone IS NOT NULL")
            .await,
        0,
        "the number is not needed any more"
    );
    let provider = Provider::that(Does::Takes);
    provider.office().work(shop).await.unwrap();
    let got = provider.got();
    assert_eq!(got.len(), 1);
    assert_eq!(got[0].to.as_e164(), "+8613800138000");
    let address = format!("https://shop.example/ug/back/{}", first_link(shop).await);
    for part in ["نېپىز پوستلۇق بادام", &address] {
        assert!(got[0].text.contains(part), "{part} in {}", got[0].text);
    }
    // A day later its number stands nowhere.
    shop.clock.advance(DAY + 1);
    service::outbox::prune(shop, shop.now()).await.unwrap();
    assert_eq!(
        shop.number("SELECT count(*) FROM messages WHERE phone IS NOT NULL")
            .await,
        0
    );
});

both!(when_little_comes_the_first_are_told_first, async |shop| {
    let member = one_for(shop, 5).await;
    assert_eq!(tell(shop).await, 3, "three for the one that is there");
    let still = "SELECT phone FROM restock_wishes WHERE phone IS NOT NULL ORDER BY id LIMIT 1";
    assert_eq!(text(shop, still).await, "+8613800138003");
    shop.clock.advance(DAY - 1);
    assert_eq!(tell(shop).await, 0);
    // More came: more are told.
    there(shop, member, "badam-500", "2").await;
    assert_eq!(tell(shop).await, 2);
});

both!(the_next_ones_are_told_a_day_later_if_something_is_left, async |shop| {
    one_for(shop, 5).await;
    assert_eq!(tell(shop).await, 3);
    shop.clock.advance(DAY + 1);
    assert_eq!(tell(shop).await, 2);
});

both!(what_comes_after_it_was_sold_out_is_for_the_next_ones, async |shop| {
    let member = one_for(shop, 8).await;
    assert_eq!(tell(shop).await, 3);
    let still = "SELECT phone FROM restock_wishes WHERE phone IS NOT NULL ORDER BY id LIMIT 1";
    for (next, told) in [("+8613800138003", 3), ("+8613800138006", 2)] {
        // Somebody was quicker, and within the day one more is there.
        there(shop, member, "badam-500", "0").await;
        assert_eq!(tell(shop).await, 0, "it is sold out");
        assert_eq!(text(shop, still).await, next);
        there(shop, member, "badam-500", "1").await;
        assert_eq!(tell(shop).await, told);
        assert_eq!(tell(shop).await, 0);
    }
    let told = "SELECT count(*) FROM outbox WHERE key = 'restock'";
    assert_eq!(shop.number(told).await, 8, "nobody is told twice");
});

both!(nobody_is_told_of_what_cannot_be_bought, async |shop| {
    let member = shop.member_of("almonds").await;
    there(shop, member, "badam-500", "0").await;
    ask(shop, Locale::Zh, "badam-500", "13800138000").await.unwrap();
    there(shop, member, "badam-500", "5").await;
    for (off, on) in [
        (
            "UPDATE products SET paused_until = 9999999999999 WHERE slug = 'thin-shell-badam'",
            "UPDATE products SET paused_until = NULL WHERE slug = 'thin-shell-badam'",
        ),
        (
            "UPDATE products SET status = 'draft' WHERE slug = 'thin-shell-badam'",
            "UPDATE products SET status = 'published' WHERE slug = 'thin-shell-badam'",
        ),
        (
            "UPDATE offers SET status = 'inactive' WHERE sku = 'badam-500'",
            "UPDATE offers SET status = 'active' WHERE sku = 'badam-500'",
        ),
    ] {
        shop.execute(off).await;
        assert_eq!(tell(shop).await, 0, "{off}");
        shop.execute(on).await;
    }
    assert_eq!(tell(shop).await, 1);
});

both!(what_cannot_be_noted_is_said_beside_its_field, async |shop| {
    let member = shop.member_of("almonds").await;
    there(shop, member, "badam-500", "0").await;
    for (phone, code) in [
        (" ", FieldCode::Required),
        ("12", FieldCode::InvalidPhone),
        // No message ever goes there: that is what is wrong with it, not how it is written.
        ("+19005550001", FieldCode::InvalidChoice),
    ] {
        let refused = fields_of(ask(shop, Locale::Zh, "badam-500", phone).await);
        assert_eq!(refused, [("phone".to_owned(), code)], "{phone}");
    }
    for offer in ["", "x", "999999"] {
        let form = WishForm {
            offer: offer.to_owned(),
            phone: "13800138000".to_owned(),
        };
        let answer = restock::ask(shop, &Network::unknown(), Locale::Zh, shop.product(SLUG).await, &form).await;
        assert_eq!(fields_of(answer)[0].0, "offer", "{offer}");
    }
    // Another product's size.
    let honey = fields_of(ask(shop, Locale::Zh, "honey-333", "13800138000").await);
    assert_eq!(honey, [("offer".to_owned(), FieldCode::InvalidChoice)]);
    assert_eq!(shop.number("SELECT count(*) FROM restock_wishes").await, 0);
});

both!(one_number_is_not_asked_for_without_end, async |shop| {
    let member = shop.member_of("almonds").await;
    there(shop, member, "badam-500", "0").await;
    for _ in 0..10 {
        ask(shop, Locale::Zh, "badam-500", "13800138000").await.unwrap();
    }
    let more = ask(shop, Locale::Zh, "badam-500", "13800138000").await;
    assert!(matches!(more, Err(Error::TooMany { .. })), "{more:?}");
    ask(shop, Locale::Zh, "badam-500", "13800138001").await.unwrap();
    // It waits for five sizes at the most.
    shop.execute(
        "INSERT INTO restock_wishes (offer_id, phone_key, phone, lang, link, asked_at) \
         SELECT o.id, w.phone_key, w.phone, 'zh', 'link-' || o.id, w.asked_at FROM offers o, restock_wishes w \
         WHERE w.phone = '+8613800138001' AND o.sku NOT IN ('badam-500', 'badam-1000') ORDER BY o.id LIMIT 4",
    )
    .await;
    there(shop, member, "badam-1000", "0").await;
    let full = fields_of(ask(shop, Locale::Zh, "badam-1000", "13800138001").await);
    assert_eq!(full, [("phone".to_owned(), FieldCode::TooMuch)]);
    // What it waits for already it may ask for again.
    assert_eq!(
        ask(shop, Locale::Zh, "badam-500", "13800138001").await.unwrap(),
        Asked::Waits
    );
});

both!(forms_that_come_at_once_find_one_last_place, async |shop| {
    let member = shop.member_of("almonds").await;
    for sku in ["badam-500", "badam-1000"] {
        there(shop, member, sku, "0").await;
    }
    // Its key stands in a wish for something else; with four it has one place.
    ask(shop, Locale::Zh, "badam-500", "13800138001").await.unwrap();
    shop.execute(
        "INSERT INTO restock_wishes (offer_id, phone_key, phone, lang, link, asked_at) \
         SELECT o.id, w.phone_key, w.phone, 'zh', 'link-' || o.id, w.asked_at FROM offers o, restock_wishes w \
         WHERE o.sku NOT IN ('badam-500', 'badam-1000') ORDER BY o.id LIMIT 4",
    )
    .await;
    shop.execute("DELETE FROM restock_wishes WHERE offer_id IN (SELECT id FROM offers WHERE sku = 'badam-500')")
        .await;
    let (one, other) = tokio::join!(
        ask(shop, Locale::Zh, "badam-500", "13800138001"),
        ask(shop, Locale::Zh, "badam-1000", "13800138001"),
    );
    assert_eq!(one.is_ok(), other.is_err());
    assert_eq!(shop.number("SELECT count(*) FROM restock_wishes").await, 5);
});

both!(whoever_gets_a_message_can_end_them, async |shop| {
    let member = shop.member_of("almonds").await;
    for sku in ["badam-500", "badam-1000"] {
        there(shop, member, sku, "0").await;
        ask(shop, Locale::Zh, sku, "13800138000").await.unwrap();
    }
    there(shop, member, "badam-500", "5").await;
    assert_eq!(tell(shop).await, 1);
    let link = first_link(shop).await;
    let told = restock::open(shop, Locale::Es, &link).await.unwrap();
    assert_eq!(
        (told.name.text.as_str(), told.is_refused),
        ("Almendras de cáscara fina", false)
    );
    assert!(told.card.is_some_and(|card| card.available));

    restock::stop(shop, &link).await.unwrap();
    restock::stop(shop, &link).await.unwrap();
    assert!(restock::open(shop, Locale::Es, &link).await.unwrap().is_refused);
    there(shop, member, "badam-1000", "5").await;
    assert_eq!(tell(shop).await, 0, "what it waited for is forgotten");
    there(shop, member, "badam-1000", "0").await;
    // Whoever types it learns nothing of that, and it waits for nothing.
    let asked = ask(shop, Locale::Zh, "badam-1000", "13800138000").await;
    assert_eq!(asked.unwrap(), Asked::Waits);
    let waiting = "SELECT count(*) FROM restock_wishes WHERE phone IS NOT NULL";
    assert_eq!(shop.number(waiting).await, 0);
    // Another number is none of its business.
    ask(shop, Locale::Zh, "badam-1000", "13800138001").await.unwrap();

    restock::allow(shop, &link).await.unwrap();
    ask(shop, Locale::Zh, "badam-1000", "13800138000").await.unwrap();
    assert_eq!(shop.number(waiting).await, 2);
    for missing in [
        restock::stop(shop, "0000000000000000").await,
        restock::allow(shop, "").await,
        restock::open(shop, Locale::Zh, "%").await.map(|_| ()),
    ] {
        assert!(matches!(missing, Err(Error::NotFound)), "{missing:?}");
    }
});

both!(a_link_ends_what_is_asked_for_again_after_its_message, async |shop| {
    let member = shop.member_of("almonds").await;
    there(shop, member, "badam-500", "0").await;
    ask(shop, Locale::Zh, "badam-500", "13800138000").await.unwrap();
    there(shop, member, "badam-500", "5").await;
    assert_eq!(tell(shop).await, 1);
    let link = first_link(shop).await;
    // A stranger types the number once more, before its owner opens the message.
    there(shop, member, "badam-500", "0").await;
    assert_eq!(
        ask(shop, Locale::Zh, "badam-500", "13800138000").await.unwrap(),
        Asked::Waits
    );
    restock::stop(shop, &link).await.unwrap();
    assert!(restock::open(shop, Locale::Zh, &link).await.unwrap().is_refused);
    assert_eq!(
        shop.number("SELECT count(*) FROM restock_wishes WHERE phone IS NOT NULL")
            .await,
        0
    );
    there(shop, member, "badam-500", "5").await;
    shop.clock.advance(DAY + 1);
    assert_eq!(tell(shop).await, 0);
});

both!(a_harvest_many_wait_for_keeps_back_no_orders_message, async |shop| {
    let member = shop.member_of("almonds").await;
    there(shop, member, "badam-500", "0").await;
    for number in 0..4 {
        ask(shop, Locale::Zh, "badam-500", &format!("1380013800{number}"))
            .await
            .unwrap();
    }
    there(shop, member, "badam-500", "50").await;
    assert_eq!(tell(shop).await, 4);
    let budgets = service::messages::Budgets {
        all: 8,
        ..service::messages::Budgets::default()
    };
    let provider = Provider::that(Does::Takes);
    let office = service::messages::Office::new(Arc::new(provider.clone()), budgets);
    shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    office.work(shop).await.unwrap();
    let told = || {
        provider
            .got()
            .iter()
            .filter(|sent| sent.text.contains("/back/"))
            .count()
    };
    assert_eq!(told(), 2, "a quarter of the day's budget, and of its own");
    // Those for whom nothing was left do not lose their turn.
    let waiting = "SELECT count(*) FROM restock_wishes WHERE phone IS NOT NULL";
    assert_eq!(shop.number(waiting).await, 2);
    assert!(listed(shop, MessageState::Suppressed).await.is_empty());
    assert_eq!(tell(shop).await, 0, "nothing goes out before tomorrow");
    // One of the two says meanwhile that they want none.
    let last = text(shop, "SELECT link FROM restock_wishes ORDER BY id DESC LIMIT 1").await;
    restock::stop(shop, &last).await.unwrap();
    shop.clock.advance(DAY);
    assert_eq!(tell(shop).await, 1);
    office.work(shop).await.unwrap();
    assert_eq!(told(), 3);
    assert_eq!(shop.number(waiting).await, 0);
});

both!(wishes_go_after_their_time, async |shop| {
    let member = shop.member_of("almonds").await;
    there(shop, member, "badam-500", "0").await;
    ask(shop, Locale::Zh, "badam-500", "13800138000").await.unwrap();
    ask(shop, Locale::Zh, "badam-500", "13800138001").await.unwrap();
    there(shop, member, "badam-500", "5").await;
    assert_eq!(tell(shop).await, 2);
    restock::stop(shop, &first_link(shop).await).await.unwrap();
    let rows = async || {
        retention::sweep(shop).await.unwrap();
        (
            shop.number("SELECT count(*) FROM restock_wishes").await,
            shop.number("SELECT count(*) FROM restock_refusals").await,
        )
    };
    assert_eq!(rows().await, (2, 1));
    shop.execute(format!(
        "UPDATE restock_wishes SET asked_at = {}",
        shop.now() - 181 * DAY
    ))
    .await;
    assert_eq!(rows().await, (2, 1), "told of on the last day, it keeps its link");
    shop.execute(format!("UPDATE restock_wishes SET told_at = {}", shop.now() - 31 * DAY))
        .await;
    assert_eq!(rows().await, (0, 1), "the link works for a month");
    shop.execute(format!(
        "UPDATE restock_refusals SET refused_at = {}",
        shop.now() - 366 * DAY
    ))
    .await;
    there(shop, member, "badam-500", "0").await;
    ask(shop, Locale::Zh, "badam-500", "13800138001").await.unwrap();
    shop.execute(format!(
        "UPDATE restock_wishes SET asked_at = {}",
        shop.now() - 181 * DAY
    ))
    .await;
    assert_eq!(rows().await, (0, 0));
});
