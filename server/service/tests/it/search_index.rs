//! The index of the shop: what it finds, and how it follows the database.

use std::fs;
use std::path::Path;

use domain::{Locale, Slug};
use l10n::Texts;
use service::catalog::{ListQuery, Sort};
use service::search::{self, Engine, Followed, Found};
use service::{Clock, PictureStore, Shop, ShopOptions};
use testing::{NOW, TestShop, both};

/// Products of the district.
const ALL: usize = 8;

/// Another program on the same database.
async fn other_program(shop: &TestShop, engine: Engine) -> Shop {
    let options = ShopOptions {
        db: shop.place.open().await,
        texts: Texts::built_in(),
        clock: Clock::fixed(NOW),
        pictures: PictureStore::in_folder(&shop.place.folder().join("media")).unwrap(),
        secret: [7; 32],
    };
    let other = Shop::open(options).await.unwrap();
    other.search_with(engine);
    other
}

/// What the job does that follows the database, when it is its turn.
async fn followed(shop: &Shop) -> Followed {
    shop.look().await.unwrap();
    search::follow(shop).await.unwrap()
}

async fn indexed(shop: &Shop) {
    shop.search_with(Engine::in_memory());
    assert_eq!(followed(shop).await.built, Some(ALL));
    assert!(shop.search_engine().is_some_and(Engine::is_ready));
}

async fn look_for(shop: &Shop, words: &str) -> Found {
    search::look_for(shop, &ListQuery::new(Locale::Zh), words)
        .await
        .unwrap()
}

async fn slugs(shop: &Shop, words: &str) -> Vec<String> {
    let found = look_for(shop, words).await;
    found.list.cards.into_iter().map(|card| card.slug).collect()
}

/// Names the wild honey anew, as another program would.
async fn rename_honey(shop: &TestShop, name: &str) {
    let honey = shop.product("wild-honey").await;
    shop.execute(format!(
        "UPDATE translations SET value = '{name}' WHERE entity = 'product' AND entity_id = {honey} AND field = 'name' AND lang = 'zh'"
    ))
    .await;
}

both!(what_changes_is_found_and_what_is_gone_is_not, async |shop| {
    indexed(shop).await;
    assert_eq!(
        slugs(shop, "野花蜜").await.first().map(String::as_str),
        Some("wild-honey")
    );
    assert_eq!(followed(shop).await, Followed::default(), "nothing changed");

    rename_honey(shop, "椴树原浆").await;
    let done = followed(shop).await;
    assert_eq!((done.changed, done.built), (1, None), "only what changed");
    assert_eq!(slugs(shop, "椴树原浆").await, ["wild-honey"]);

    let honey = shop.product("wild-honey").await;
    shop.execute(format!("DELETE FROM product_cards WHERE product_id = {honey}"))
        .await;
    let has_honey = async || slugs(shop, "椴树原浆").await.iter().any(|slug| slug == "wild-honey");
    assert!(!has_honey().await, "at once, though the index still has it");
    let documents = || shop.search_engine().unwrap().counts().documents;
    let before = documents();
    assert_eq!(followed(shop).await.changed, 1);
    assert_eq!(documents(), before - 1);
    assert!(!has_honey().await);
});

both!(a_suspended_cooperative_is_not_found, async |shop| {
    indexed(shop).await;
    let bees = shop.cooperative("bees").await;
    shop.execute(format!(
        "UPDATE cooperatives SET status = 'suspended' WHERE id = {bees}; DELETE FROM product_cards WHERE cooperative_id = {bees}"
    ))
    .await;
    assert_eq!(followed(shop).await.changed, 2);
    assert!(slugs(shop, "野花蜜").await.iter().all(|slug| !slug.ends_with("honey")));
});

both!(each_program_follows_what_any_of_them_writes, async |shop| {
    let other = other_program(shop, Engine::in_memory()).await;
    assert_eq!(followed(&other).await.built, Some(ALL));
    rename_honey(shop, "椴树原浆").await;
    assert_eq!(followed(&other).await.changed, 1);
    assert_eq!(slugs(&other, "椴树原浆").await, ["wild-honey"]);
    // Sold out and there again: the index knows what can be bought.
    let size = shop.offer("honey-333").await;
    shop.execute(format!(
        "CREATE TABLE before AS SELECT on_hand FROM stock WHERE offer_id = {size}"
    ))
    .await;
    for amount in ["0", "(SELECT on_hand FROM before)"] {
        shop.execute(format!("UPDATE stock SET on_hand = {amount} WHERE offer_id = {size}"))
            .await;
        assert_eq!(followed(&other).await.changed, 1);
    }
    shop.execute("DROP TABLE before").await;
    other.db().clone().close().await;
});

both!(a_program_goes_on_where_the_last_one_stopped, async |shop| {
    let folder = tempfile::tempdir().unwrap();
    let start = async || other_program(shop, Engine::in_folder(folder.path().join("search"))).await;
    let first = start().await;
    assert_eq!(followed(&first).await.built, Some(ALL));
    first.db().clone().close().await;
    drop(first);

    rename_honey(shop, "椴树原浆").await;
    let second = start().await;
    let done = followed(&second).await;
    assert_eq!((done.changed, done.built), (1, None));
    assert_eq!(slugs(&second, "椴树原浆").await, ["wild-honey"]);
    second.db().clone().close().await;
    drop(second);

    damage(&folder.path().join("search"));
    let third = start().await;
    assert_eq!(followed(&third).await.built, Some(ALL), "damaged");
    assert_eq!(slugs(&third, "椴树原浆").await, ["wild-honey"]);

    search::ask_for_rebuild(&folder.path().join("search")).unwrap();
    assert_eq!(followed(&third).await.built, Some(ALL), "asked for");
    assert_eq!(followed(&third).await, Followed::default(), "once");

    // As after a backup was put in the place of the database.
    shop.execute("UPDATE search_changes SET token = token / 2 + 1").await;
    rename_honey(shop, "野花蜜").await;
    assert_eq!(followed(&third).await.built, Some(ALL), "lost its place");
    third.db().clone().close().await;
});

both!(an_index_that_is_cut_short_under_the_shop_is_built_anew, async |shop| {
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("search");
    let program = other_program(shop, Engine::in_folder(index.clone())).await;
    assert_eq!(followed(&program).await.built, Some(ALL));
    let is_ready = || program.search_engine().is_some_and(Engine::is_ready);
    for entry in fs::read_dir(&index).unwrap() {
        let path = entry.unwrap().path();
        let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
        if path.extension().is_some_and(|ending| ending != "json") && file.metadata().unwrap().len() > 10 {
            file.set_len(10).unwrap();
        }
    }
    assert_eq!(slugs(&program, "野花蜜").await, ["wild-honey"], "from the database");
    assert!(!is_ready());
    assert_eq!(followed(&program).await.built, Some(ALL));
    assert!(is_ready());
    assert_eq!(
        slugs(&program, "野花蜜").await.first().map(String::as_str),
        Some("wild-honey")
    );
    program.db().clone().close().await;
});

/// Overwrites the middle of each file that holds documents.
fn damage(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        let bytes = fs::read(&path).unwrap();
        if !is_json && bytes.len() > 200 {
            let middle = bytes.len() / 2;
            let mut damaged = bytes.clone();
            damaged[middle - 50..middle + 50].fill(0xA5);
            fs::write(&path, damaged).unwrap();
        }
    }
}

both!(until_the_index_is_built_the_database_answers, async |shop| {
    shop.search_with(Engine::in_memory());
    assert_eq!(slugs(shop, "野花蜜").await, ["wild-honey"]);
    assert_eq!(shop.search_engine().unwrap().counts().searches, 0);
    followed(shop).await;
    slugs(shop, "野花蜜").await;
    assert_eq!(shop.search_engine().unwrap().counts().searches, 1);
});

both!(the_size_that_has_the_amount_is_shown_first, async |shop| {
    indexed(shop).await;
    let found = look_for(shop, "纸皮巴旦木 1公斤").await;
    let card = found.list.cards.first().unwrap();
    assert_eq!(card.slug, "thin-shell-badam");
    assert_eq!(
        (card.offer, card.terms.price.minor),
        (shop.offer("badam-1000").await, 5580)
    );
    let plain = look_for(shop, "纸皮巴旦木").await;
    assert_eq!(plain.list.cards.first().map(|card| card.terms.price.minor), Some(2980));
});

both!(a_search_is_narrowed_and_sorted_like_the_list, async |shop| {
    indexed(shop).await;
    let found = look_for(shop, "巴旦木").await;
    let count = |found: &Found, slug: &str| {
        let choice = found.choices.categories.iter().find(|choice| choice.slug == slug);
        choice.and_then(|choice| choice.count)
    };
    assert_eq!(count(&found, "badam"), Some(3));
    let almonds = shop.cooperative("almonds").await;
    let narrow = |query: ListQuery| async move { search::look_for(shop, &query, "巴旦木").await.unwrap() };
    let of_almonds = narrow(ListQuery {
        cooperatives: vec![almonds],
        sort: Sort::Cheap,
        ..ListQuery::new(Locale::Zh)
    })
    .await;
    let prices: Vec<i64> = of_almonds
        .list
        .cards
        .iter()
        .map(|card| card.terms.price.minor)
        .collect();
    assert!(prices.len() >= 3 && prices.is_sorted(), "{prices:?}");
    let honey = narrow(ListQuery {
        categories: Slug::parse("honey").into_iter().collect(),
        ..ListQuery::new(Locale::Zh)
    })
    .await;
    assert_eq!(honey.list.total, 0);
    assert_eq!(count(&honey, "badam"), Some(3), "as if none was chosen");
    let dear = narrow(ListQuery {
        min_price: Some(5_000),
        max_price: Some(6_000),
        ..ListQuery::new(Locale::Zh)
    })
    .await;
    let shown: Vec<_> = dear
        .list
        .cards
        .iter()
        .map(|card| (card.slug.as_str(), card.terms.price.minor))
        .collect();
    assert_eq!(shown, [("thin-shell-badam", 5580)]);
});

both!(a_new_word_works_at_once, async |shop| {
    indexed(shop).await;
    assert!(slugs(shop, "zumaque").await.is_empty());
    shop.execute("INSERT INTO search_words (words, version) VALUES ('zumaque\nbadam', 1)")
        .await;
    shop.catch_up().await.unwrap();
    assert!(slugs(shop, "zumaque").await.contains(&"thin-shell-badam".to_owned()));
});
