//! What people look at is counted by thing and day, by all programs together, and shown to those who sell.

use domain::{Actor, CooperativeRole, Locale, Viewed};
use l10n::Texts;
use service::studio::{self, LookedAt, Readership};
use service::{Clock, Period, Shop, ShopOptions, retention, views};
use testing::{TestShop, both};

const DAY: i64 = 86_400_000;
const VIEWS: &str = "SELECT CAST(COALESCE(SUM(views), 0) AS BIGINT) FROM page_views";

fn look(shop: &Shop, kind: Viewed, name: &str, times: usize) {
    for _ in 0..times {
        views::note(shop, kind, name);
    }
}

async fn seen_by(shop: &TestShop, actor: Actor) -> Readership {
    studio::figures(shop, actor, Locale::Zh, Period::Months)
        .await
        .unwrap()
        .readership
}

fn numbers(list: &[LookedAt]) -> Vec<(Option<i64>, u8)> {
    list.iter().map(|seen| (seen.views.number(), seen.share)).collect()
}

both!(looks_of_all_programs_add_up, async |shop| {
    let finance = shop.cooperative_member("almonds", CooperativeRole::Finance).await;
    assert!(seen_by(shop, finance).await.is_empty());
    let other = Shop::open(ShopOptions {
        db: shop.place.open().await,
        texts: Texts::built_in(),
        clock: Clock::system(),
        pictures: shop.pictures().clone(),
        secret: [7; 32],
    })
    .await
    .unwrap();
    shop.clock.advance(other.now() - shop.now());
    look(shop, Viewed::Product, "badam-kernel", 20);
    look(shop, Viewed::Product, "wild-honey", 50);
    look(shop, Viewed::Product, "nothing-of-that-name", 9);
    look(shop, Viewed::Shop, "almonds", 4);
    assert_eq!(views::write(shop).await.unwrap(), 3);
    look(&other, Viewed::Product, "badam-kernel", 20);
    look(&other, Viewed::Shop, "almonds", 2);
    assert_eq!(views::write(&other).await.unwrap(), 2);
    assert_eq!(views::write(&other).await.unwrap(), 0, "once is enough");
    assert_eq!(shop.number("SELECT COUNT(*) FROM page_views").await, 3);
    // For the report of texts: all together, and of what nobody looked at none.
    let totals = [Viewed::Product, Viewed::Shop, Viewed::Picture].map(|kind| views::total(shop, kind));
    let [products, shops, pictures] = totals;
    assert_eq!(
        (products.await.unwrap(), shops.await.unwrap(), pictures.await.unwrap()),
        (90, 6, 0)
    );

    let seen = seen_by(shop, finance).await;
    assert_eq!(seen.page.unwrap().number(), Some(6));
    assert_eq!(numbers(&seen.products), [(Some(40), 100)], "and nothing of others");
    assert_eq!(seen.products[0].product, Some(shop.product("badam-kernel").await));
    let bees = shop.cooperative_member("bees", CooperativeRole::Finance).await;
    assert_eq!(numbers(&seen_by(shop, bees).await.products), [(Some(50), 100)]);
    other.db().clone().close().await;
});

both!(views_are_shown_for_thirty_days_and_go_after_ninety, async |shop| {
    let finance = shop.cooperative_member("almonds", CooperativeRole::Finance).await;
    look(shop, Viewed::Product, "badam-kernel", 6);
    views::write(shop).await.unwrap();
    retention::sweep(shop).await.unwrap();
    for day in 1..=91 {
        shop.clock.advance(DAY);
        let last = shop.now() - 600_000;
        shop.execute(format!(
            "UPDATE settings SET value = '{last}' WHERE name = 'retention-at'"
        ))
        .await;
        if day == 29 {
            look(shop, Viewed::Product, "badam-kernel", 3);
            views::write(shop).await.unwrap();
            assert_eq!(numbers(&seen_by(shop, finance).await.products), [(Some(9), 100)]);
        }
        if day == 30 {
            let seen = seen_by(shop, finance).await;
            assert_eq!(numbers(&seen.products), [(None, 100)], "few are not told apart");
            assert_eq!(views::total(shop, Viewed::Product).await.unwrap(), 3, "of thirty days");
        }
        retention::sweep(shop).await.unwrap();
        assert_eq!(
            shop.number(VIEWS).await,
            i64::from(day < 91) * 6 + i64::from(day >= 29) * 3,
            "day {day}"
        );
    }
});

both!(pictures_count_where_one_reads_on, async |shop| {
    let finance = shop.cooperative_member("almonds", CooperativeRole::Finance).await;
    let badam = shop.product("badam-kernel").await.get();
    let almonds = shop.cooperative("almonds").await.get();
    let (further, on_page) = ("f".repeat(32), "e".repeat(32));
    for sha in [&further, &on_page] {
        shop.execute(format!(
            "INSERT INTO media (sha, width, height, created_at) VALUES ('{sha}', 400, 300, 0)"
        ))
        .await;
    }
    shop.execute(format!(
        "INSERT INTO product_media (product_id, position, media_id) SELECT {badam}, 99, id FROM media WHERE sha = '{further}'"
    ))
    .await;
    shop.execute(format!(
        "INSERT INTO shop_pictures (cooperative_id, media_id, created_at) SELECT {almonds}, id, 0 FROM media WHERE sha = '{on_page}'"
    ))
    .await;
    let first = service::catalog::find_product(shop, Locale::Zh, "badam-kernel")
        .await
        .unwrap()
        .unwrap();
    look(shop, Viewed::Picture, &further, 8);
    look(shop, Viewed::Picture, &on_page, 5);
    look(shop, Viewed::Picture, &first.pictures[0].key, 100);
    look(shop, Viewed::Picture, &"d".repeat(32), 100);
    assert_eq!(
        views::write(shop).await.unwrap(),
        2,
        "what lists show and what is not known says nothing"
    );
    let seen = seen_by(shop, finance).await;
    assert_eq!(numbers(&seen.pictures), [(Some(8), 100), (Some(5), 62)]);
    assert_eq!(seen.pictures[0].name, first.name, "it is in this gallery");
    assert!(seen.pictures[1].product.is_none());
});

both!(what_most_people_read_comes_first_in_the_list_of_texts, async |shop| {
    let owner = shop.member_of("almonds").await;
    let all = studio::products(shop, owner, Locale::Zh).await.unwrap();
    let last = all.last().unwrap().clone();
    assert!(all.len() > 1);
    look(shop, Viewed::Product, &last.slug, 1);
    views::write(shop).await.unwrap();
    let sorted = studio::most_read_first(shop, all.clone()).await.unwrap();
    let ids = |list: &[studio::StudioProduct]| list.iter().map(|product| product.id).collect::<Vec<_>>();
    let mut expected = ids(&all);
    expected.rotate_right(1);
    assert_eq!(ids(&sorted), expected);
});
