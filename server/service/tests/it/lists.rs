//! Product lists: every product once, whichever way one pages through.

use std::collections::HashSet;

use domain::{Locale, ProductId, Slug};
use service::catalog::{self, Cursor, ListQuery, Sort};
use testing::{TestShop, both};

/// Copies of one product until there are `count` more, with prices and popularity that repeat.
async fn add_products(shop: &TestShop, count: i64) {
    let like = shop.product("wild-honey").await;
    let offer = shop.offer("honey-333").await;
    let mut sql = String::new();
    for n in 0..count {
        let (popularity, price, created) = (n % 5, 1000 + n % 7, n % 3);
        sql += &format!(
            "INSERT INTO products (slug, cooperative_id, category_id, source_lang, status, popularity, created_at, updated_at, version)
             SELECT 'copy-{n}', cooperative_id, category_id, source_lang, status, {popularity}, {created}, 0, 1 FROM products WHERE id = {like};
             INSERT INTO offers (product_id, sku, position, unit, step, minimum, maximum, reference_amount, price_minor, currency, net_grams, gross_grams, status, version)
             SELECT (SELECT id FROM products WHERE slug = 'copy-{n}'), 'copy-{n}', 0, unit, step, minimum, maximum, reference_amount, {price}, currency, net_grams, gross_grams, status, 1 FROM offers WHERE id = {offer};
             INSERT INTO stock (offer_id, on_hand, reserved) SELECT id, 5, 0 FROM offers WHERE sku = 'copy-{n}';
             INSERT INTO product_cards
             SELECT lang, (SELECT id FROM products WHERE slug = 'copy-{n}'), 'copy-{n}', category_id, cooperative_id, cooperative_slug, name, name_lang,
                    cooperative_name, cooperative_name_lang, picture, (SELECT id FROM offers WHERE sku = 'copy-{n}'), offer_count, unit, step, minimum, maximum,
                    reference_amount, net_grams, gross_grams, {price}, currency, available, season_from, season_to, {popularity}, {created}, search,
                    {price}, {price}, {price}, 0, 0
             FROM product_cards WHERE product_id = {like};"
        );
    }
    shop.execute(sql).await;
    shop.catch_up().await.unwrap();
}

async fn listed(shop: &TestShop, query: ListQuery) -> catalog::List {
    catalog::list(shop, &query).await.unwrap()
}

both!(cursors_lead_through_every_product_once_in_each_order, async |shop| {
    add_products(shop, 90).await;
    for sort in Sort::ALL {
        let mut query = ListQuery {
            sort,
            ..ListQuery::new(Locale::Es)
        };
        let (mut seen, mut keys) = (Vec::new(), Vec::new());
        loop {
            let list = catalog::list(shop, &query).await.unwrap();
            assert_eq!((list.total, list.pages, list.page), (98, 5, query.page), "{sort:?}");
            keys.extend(list.cards.iter().map(|c| c.terms.price.minor));
            seen.extend(list.cards.iter().map(|c| c.id));
            let Some(next) = list.next else { break };
            // As it travels in the link.
            query.after = Cursor::parse(&next.to_param());
            assert_eq!(query.after, Some(next));
            query.page += 1;
        }
        assert_eq!(seen.len(), 98, "{sort:?}");
        assert_eq!(seen.iter().collect::<HashSet<_>>().len(), 98, "{sort:?}");
        match sort {
            Sort::Cheap => assert!(keys.is_sorted()),
            Sort::Dear => assert!(keys.iter().rev().is_sorted()),
            Sort::Popular | Sort::PerKilogram | Sort::New => {}
        }

        // Counting pages shows the same.
        let mut counted = Vec::new();
        for page in 1..=5 {
            let query = ListQuery {
                sort,
                page,
                ..ListQuery::new(Locale::Es)
            };
            let list = catalog::list(shop, &query).await.unwrap();
            let last = list.cards.last().unwrap().id;
            assert_eq!(list.next.map(|next| next.product), (page < 5).then_some(last), "{page}");
            counted.extend(list.cards.into_iter().map(|c| c.id));
        }
        assert_eq!(counted, seen, "{sort:?}");
    }
});

both!(pages_that_are_read_from_the_end_join_those_before, async |shop| {
    // 2,105: the last page is not full.
    add_products(shop, 2_097).await;
    for sort in [Sort::Popular, Sort::Cheap] {
        let page = async |page, after| {
            let all = ListQuery::new(Locale::Es);
            listed(
                shop,
                ListQuery {
                    sort,
                    page,
                    after,
                    ..all
                },
            )
            .await
        };
        let mut by_link = page(40, None).await;
        assert_eq!((by_link.total, by_link.pages), (2_105, 88));
        for number in 41..=88 {
            by_link = page(number, by_link.next).await;
            let by_number = page(number, None).await;
            let ids = |list: &catalog::List| list.cards.iter().map(|card| card.id).collect::<Vec<_>>();
            assert_eq!(ids(&by_number), ids(&by_link), "{sort:?} {number}");
            assert_eq!(by_number.next, by_link.next, "{sort:?} {number}");
        }
        assert_eq!((by_link.cards.len(), by_link.next), (17, None));
    }
});

both!(a_price_filter_finds_the_same_in_each_order, async |shop| {
    add_products(shop, 40).await;
    for (min, max) in [
        (Some(1003), Some(1005)),
        (Some(1006), None),
        (None, Some(1000)),
        (Some(2), Some(1)),
    ] {
        let is_right = |price: i64| min.is_none_or(|min| price >= min) && max.is_none_or(|max| price <= max);
        let found = async |sort| {
            let all = ListQuery::new(Locale::Ug);
            listed(
                shop,
                ListQuery {
                    sort,
                    min_price: min,
                    max_price: max,
                    ..all
                },
            )
            .await
        };
        let right = listed(shop, ListQuery::new(Locale::Ug)).await.cards;
        assert!(
            right.iter().any(|c| is_right(c.terms.price.minor)) || min.zip(max).is_some_and(|(min, max)| min > max)
        );
        let by_price: HashSet<_> = found(Sort::Cheap).await.cards.into_iter().map(|c| c.id).collect();
        let (least, most) = (min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX));
        let sql = format!(
            "SELECT COUNT(*) FROM product_cards WHERE lang = 'ug' AND price_minor >= {least} AND price_minor <= {most}"
        );
        assert_eq!(
            by_price.len(),
            usize::try_from(shop.number(&sql).await).unwrap(),
            "{min:?} {max:?}"
        );
        for sort in Sort::ALL {
            let list = found(sort).await;
            assert!(list.cards.iter().all(|c| is_right(c.terms.price.minor)), "{sort:?}");
            assert_eq!(list.total, by_price.len() as u64, "{sort:?}");
            let ids: HashSet<_> = list.cards.into_iter().map(|c| c.id).collect();
            assert_eq!(ids, by_price, "{sort:?} {min:?} {max:?}");
        }
    }
});

both!(a_page_that_is_not_there_is_the_nearest_one, async |shop| {
    add_products(shop, 30).await;
    for (asked, got) in [(0, 1), (1, 1), (2, 2), (3, 2), (u32::MAX, 2)] {
        let list = catalog::list(
            shop,
            &ListQuery {
                page: asked,
                ..ListQuery::new(Locale::Zh)
            },
        )
        .await
        .unwrap();
        assert_eq!(list.page, got, "{asked}");
        assert!(!list.cards.is_empty());
    }
    for text in [
        "",
        ".",
        "1",
        "1.",
        "a.b",
        "9223372036854775808.1",
        "1.1; DROP TABLE carts",
        "1.1.1",
    ] {
        assert_eq!(Cursor::parse(text), None, "{text}");
    }
    let beyond = Cursor {
        key: i64::MIN,
        product: ProductId(i64::MIN),
    };
    let list = catalog::list(
        shop,
        &ListQuery {
            page: 2,
            after: Some(beyond),
            ..ListQuery::new(Locale::Zh)
        },
    )
    .await;
    assert!(list.unwrap().next.is_none());
});

both!(filters_narrow_a_list, async |shop| {
    let all = ListQuery::new(Locale::Zh);
    let slugs = async |query: &ListQuery| -> Vec<String> {
        catalog::list(shop, query)
            .await
            .unwrap()
            .cards
            .into_iter()
            .map(|c| c.slug)
            .collect()
    };
    assert_eq!(slugs(&all).await.len(), 8);
    let honey = ListQuery {
        categories: Slug::parse("honey").into_iter().collect(),
        ..all.clone()
    };
    assert_eq!(
        slugs(&honey).await,
        ["wild-honey", "comb-honey"],
        "the more popular first"
    );
    assert_eq!(
        slugs(&ListQuery {
            available_only: true,
            ..honey
        })
        .await,
        ["wild-honey"]
    );
    let unknown = ListQuery {
        categories: Slug::parse("no-such-shelf").into_iter().collect(),
        ..all.clone()
    };
    assert!(slugs(&unknown).await.is_empty());
    let of_bees = ListQuery {
        cooperatives: vec![shop.cooperative("bees").await],
        ..all.clone()
    };
    assert_eq!(slugs(&of_bees).await.len(), 2);
    let priced = ListQuery {
        min_price: Some(2980),
        max_price: Some(4100),
        sort: Sort::Cheap,
        ..all.clone()
    };
    assert_eq!(slugs(&priced).await, ["thin-shell-badam", "wild-honey", "comb-honey"]);
    let none = ListQuery {
        min_price: Some(i64::MAX),
        max_price: Some(i64::MIN),
        ..all
    };
    assert!(slugs(&none).await.is_empty());
});

both!(when_the_cheapest_size_is_gone_the_card_offers_the_next, async |shop| {
    let small = shop.offer("badam-500").await;
    shop.execute(format!("UPDATE stock SET on_hand = 2 WHERE offer_id = {small}"))
        .await;
    let bought = shop.buy(&[("badam-500", "2")], shop.to_station()).await;
    let card = async || {
        let list = catalog::list(shop, &ListQuery::new(Locale::Ug)).await.unwrap();
        list.cards.into_iter().find(|c| c.slug == "thin-shell-badam").unwrap()
    };
    let gone = card().await;
    assert!(gone.available);
    assert_eq!(
        (gone.offer, gone.terms.price.minor),
        (shop.offer("badam-1000").await, 5580)
    );
    service::cart::add(shop, None, gone.offer, "1").await.unwrap();
    let access = shop.access(&bought).await;
    service::orders::cancel(shop, &access).await.unwrap();
    assert_eq!(card().await.offer, small);
});

async fn slugs_of(shop: &TestShop, query: &ListQuery) -> Vec<String> {
    let list = catalog::list(shop, query).await.unwrap();
    list.cards.into_iter().map(|card| card.slug).collect()
}

both!(any_size_may_cost_what_is_asked_and_is_the_one_shown, async |shop| {
    let priced = |min, max| ListQuery {
        min_price: Some(min),
        max_price: Some(max),
        ..ListQuery::new(Locale::Zh)
    };
    let list = listed(shop, priced(5_000, 6_000)).await;
    let badam = list.cards.iter().find(|card| card.slug == "thin-shell-badam").unwrap();
    assert_eq!(
        (badam.offer, badam.terms.price.minor),
        (shop.offer("badam-1000").await, 5_580)
    );
    assert_eq!(list.total, list.cards.len() as u64);
    assert!(
        list.cards
            .iter()
            .all(|card| (5_000..=6_000).contains(&card.terms.price.minor))
    );
    let cheap = listed(shop, priced(2_000, 3_000)).await;
    assert_eq!(cheap.cards.first().map(|card| card.terms.price.minor), Some(2_980));

    // Between its cheapest and its dearest size, the sizes themselves are looked at.
    shop.execute("CREATE TABLE before AS SELECT * FROM product_cards WHERE slug = 'thin-shell-badam'")
        .await;
    shop.execute(
        "UPDATE product_cards SET lowest_minor = 100, price_minor = 100, highest_minor = 99999, offer_count = 3
         WHERE slug = 'thin-shell-badam'",
    )
    .await;
    shop.catch_up().await.unwrap();
    let has_badam = async |min, max| {
        let found = slugs_of(shop, &priced(min, max)).await;
        found.iter().any(|slug| slug == "thin-shell-badam")
    };
    assert!(has_badam(5_500, 5_600).await && !has_badam(5_600, 99_998).await);
    // The release before writes rows without them.
    shop.execute("UPDATE product_cards SET lowest_minor = 0, highest_minor = 0 WHERE slug = 'thin-shell-badam'")
        .await;
    shop.catch_up().await.unwrap();
    assert!(has_badam(50, 150).await && !has_badam(0, 50).await);
    shop.execute("DELETE FROM product_cards WHERE slug = 'thin-shell-badam'")
        .await;
    shop.execute("INSERT INTO product_cards SELECT * FROM before").await;
    shop.execute("DROP TABLE before").await;
});

both!(goods_are_sorted_by_what_a_kilogram_costs, async |shop| {
    let sorted = ListQuery {
        sort: Sort::PerKilogram,
        ..ListQuery::new(Locale::Zh)
    };
    let list = listed(shop, sorted).await;
    let prices: Vec<Option<i64>> = list
        .cards
        .iter()
        .map(|card| card.price_per_kg.map(|price| price.minor))
        .collect();
    let weighed: Vec<i64> = prices.iter().copied().flatten().collect();
    assert!(weighed.len() > 3 && weighed.is_sorted(), "{prices:?}");
    assert!(
        prices.iter().skip(weighed.len()).all(Option::is_none),
        "the rest comes last"
    );

    // Where a price is asked for, another size may be shown, which is cheaper or dearer by the kilogram.
    shop.execute("UPDATE offers SET price_minor = 5100 WHERE sku = 'badam-1000'")
        .await;
    shop.catch_up().await.unwrap();
    let asked = ListQuery {
        min_price: Some(5_000),
        sort: Sort::PerKilogram,
        ..ListQuery::new(Locale::Zh)
    };
    let list = listed(shop, asked).await;
    let weighed: Vec<i64> = list
        .cards
        .iter()
        .filter_map(|card| card.price_per_kg.map(|price| price.minor))
        .collect();
    assert_eq!(weighed.first(), Some(&5_100));
    assert!(weighed.is_sorted(), "{weighed:?}");
    shop.execute("UPDATE offers SET price_minor = 5580 WHERE sku = 'badam-1000'")
        .await;
});

both!(
    several_categories_and_cooperatives_are_asked_for_at_once,
    async |shop| {
        let of = |slugs: &[&str]| ListQuery {
            categories: slugs.iter().filter_map(|slug| Slug::parse(slug).ok()).collect(),
            ..ListQuery::new(Locale::Zh)
        };
        let badam = slugs_of(shop, &of(&["badam"])).await;
        let honey = slugs_of(shop, &of(&["honey"])).await;
        for sort in Sort::ALL {
            let both = ListQuery {
                sort,
                ..of(&["honey", "badam", "no-such-shelf"])
            };
            let found: HashSet<String> = slugs_of(shop, &both).await.into_iter().collect();
            assert_eq!(found, badam.iter().chain(&honey).cloned().collect(), "{sort:?}");
        }
        let bees = shop.cooperative("bees").await;
        let almonds = shop.cooperative("almonds").await;
        let of_two = ListQuery {
            cooperatives: vec![bees, almonds],
            ..ListQuery::new(Locale::Zh)
        };
        assert_eq!(listed(shop, of_two.clone()).await.total, 5);

        let choices = catalog::choices(shop, &of_two).await.unwrap();
        let counts = |choices: &[catalog::Choice]| -> Vec<(String, Option<u64>, bool)> {
            let all = choices.iter();
            all.map(|choice| (choice.slug.clone(), choice.count, choice.is_chosen))
                .collect()
        };
        let shelves = counts(&choices.categories);
        assert!(shelves.contains(&("badam".to_owned(), Some(3), false)), "{shelves:?}");
        assert!(shelves.contains(&("honey".to_owned(), Some(2), false)));
        assert!(
            !shelves.iter().any(|(slug, _, _)| slug == "walnuts"),
            "nothing of these is there"
        );
        let shops = counts(&choices.cooperatives);
        assert!(shops.contains(&("bees".to_owned(), Some(2), true)));
        assert!(
            shops
                .iter()
                .any(|(slug, count, is_chosen)| slug == "walnuts" && count.is_some() && !is_chosen)
        );
        let gone = listed(shop, of(&["no-such-shelf"])).await;
        assert_eq!(gone.total, 0);
    }
);
