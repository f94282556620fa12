//! What becomes of rows after a time: each table has a rule, and the job keeps it.

use db::sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use domain::Locale;
use service::{cart, identity, orders, retention};
use testing::{TestShop, both};

const DAY: i64 = 86_400_000;

async fn sweep(shop: &TestShop) -> retention::Swept {
    retention::sweep(shop).await.unwrap()
}

/// Days pass as in a shop that runs: the last round was ten minutes ago.
async fn days(shop: &TestShop, days: i64) {
    sweep(shop).await;
    shop.clock.advance(days * DAY);
    let last = shop.now() - 600_000;
    shop.execute(format!(
        "UPDATE settings SET value = '{last}' WHERE name = 'retention-at'"
    ))
    .await;
    sweep(shop).await;
}

both!(every_table_has_a_rule, async |shop| {
    let db = shop.db().read();
    let sql = match shop.db().backend() {
        DatabaseBackend::Postgres => {
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()"
        }
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    };
    let rows = db
        .query_all_raw(Statement::from_string(shop.db().backend(), sql))
        .await
        .unwrap();
    let tables: Vec<String> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    assert!(tables.len() > 20, "{tables:?}");
    let without: Vec<_> = tables.iter().filter(|t| retention::rule_of(t).is_none()).collect();
    assert!(
        without.is_empty(),
        "say in service::retention how long rows stay in {without:?}"
    );
    let gone: Vec<_> = retention::RULES
        .iter()
        .filter(|(t, _)| !tables.iter().any(|name| name == t))
        .collect();
    assert!(gone.is_empty(), "no such tables: {gone:?}");
});

both!(carts_nobody_comes_back_to_go, async |shop| {
    let filled = shop.cart_with(&[("badam-500", "2")]).await;
    let emptied = shop.cart_with(&[("honey-333", "1")]).await;
    let offer = shop.offer("honey-333").await;
    cart::change(shop, emptied, &[(offer, "0".to_owned())]).await.unwrap();
    let ordered = shop.buy(&[("badam-500", "1")], shop.to_station()).await;
    assert_eq!(sweep(shop).await.total(), 0, "nothing is old");

    days(shop, 3).await;
    assert_eq!(
        shop.number(&format!("SELECT count(*) FROM carts WHERE id = {}", emptied.id()))
            .await,
        0
    );
    let lines = format!("SELECT count(*) FROM cart_lines WHERE cart_id = {}", ordered.cart.id());
    assert_eq!(shop.number(&lines).await, 0, "what was in it stands in the order");
    assert_eq!(cart::view(shop, Locale::Zh, Some(filled)).await.unwrap().count, 1);
    // The form that made it is still known.
    let again = service::checkout::place(shop, Locale::Zh, ordered.cart, &ordered.form)
        .await
        .unwrap();
    assert_eq!(testing::Bought::code_of(again), ordered.code);

    days(shop, 60).await;
    assert_eq!(
        shop.number(&format!("SELECT count(*) FROM carts WHERE id = {}", filled.id()))
            .await,
        0
    );
    let hash = format!(
        "SELECT count(*) FROM carts WHERE id = {} AND token_hash LIKE 'ordered-%'",
        ordered.cart.id()
    );
    assert_eq!(shop.number(&hash).await, 1);
    assert_eq!(shop.number("SELECT count(*) FROM idempotency_keys").await, 0);
});

both!(a_cart_somebody_uses_stays, async |shop| {
    let used = shop.cart_with(&[("badam-500", "2")]).await;
    days(shop, 40).await;
    let honey = shop.offer("honey-333").await;
    cart::add(shop, Some(used), honey, "1").await.unwrap();
    days(shop, 40).await;
    assert_eq!(cart::view(shop, Locale::Zh, Some(used)).await.unwrap().count, 2);
});

both!(who_ordered_is_forgotten_when_all_is_over, async |shop| {
    let ended = shop.buy(&[("badam-500", "1")], shop.to_address("65")).await;
    let access = shop.access(&ended).await;
    orders::cancel(shop, &access).await.unwrap();
    let standing = shop.buy(&[("honey-333", "1")], shop.to_station()).await;
    shop.execute("UPDATE orders SET status = 'accepted' WHERE status = 'placed'")
        .await;
    days(shop, 731).await;
    let named = |code: &domain::OrderCode| {
        format!("SELECT count(*) FROM order_groups WHERE code = '{code}' AND buyer_name <> '' AND phone <> '' ")
    };
    assert_eq!(shop.number(&named(&ended.code)).await, 0);
    assert_eq!(
        shop.number(&named(&standing.code)).await,
        1,
        "somebody still waits for it"
    );
    let left = "SELECT count(*) FROM order_groups WHERE street LIKE '人民%' OR city LIKE '喀什%'";
    assert_eq!(shop.number(left).await, 0);
    // Nor is the order found by who that was.
    let code = ended.code.to_string().replace('-', "");
    let found = format!(
        "SELECT count(*) FROM orders o JOIN order_groups g ON g.id = o.group_id
         WHERE g.code = '{}' AND g.name_key = '' AND o.found_by = '{code}\n\n'",
        ended.code
    );
    assert_eq!(shop.number(&found).await, 1);
    // The order itself is still there for the books, and shows.
    let view = orders::view(shop, Locale::Zh, &access).await.unwrap();
    assert_eq!(view.phone_masked, "");
});

both!(tries_codes_and_sessions_go, async |shop| {
    identity::send_code(shop, "13800138000", &identity::Guesser::default())
        .await
        .ok();
    shop.execute("INSERT INTO rate_limits (bucket, tokens_milli, updated_at) VALUES ('x', 1, 1)")
        .await;
    assert!(shop.number("SELECT count(*) FROM one_time_codes").await > 0);
    days(shop, 9).await;
    for table in ["one_time_codes", "rate_limits", "sessions"] {
        assert_eq!(
            shop.number(&format!("SELECT count(*) FROM {table}")).await,
            0,
            "{table}"
        );
    }
});

both!(a_clock_that_jumps_removes_nothing_at_once, async |shop| {
    let filled = shop.cart_with(&[("badam-500", "2")]).await;
    sweep(shop).await;
    shop.clock.advance(400 * DAY);
    assert_eq!(sweep(shop).await.total(), 0);
    // It was put right before the next round.
    shop.clock.advance(-400 * DAY);
    sweep(shop).await;
    assert_eq!(sweep(shop).await.total(), 0);
    assert_eq!(cart::view(shop, Locale::Zh, Some(filled)).await.unwrap().count, 1);
});

both!(a_round_is_many_small_writes, async |shop| {
    sweep(shop).await;
    for start in [0, 500] {
        let rows: Vec<String> = (start..start + 500)
            .map(|i| format!("('h{i}', 'open', 1, 1)"))
            .collect();
        shop.execute(format!(
            "INSERT INTO carts (token_hash, status, created_at, updated_at) VALUES {}",
            rows.join(", ")
        ))
        .await;
    }
    let before = shop.db().stats();
    assert_eq!(sweep(shop).await.carts, 1_000);
    let writes = shop.db().stats().committed - before.committed;
    assert!((5..30).contains(&writes), "{writes} writes");
});

both!(notes_for_the_indexes_go_but_for_the_last_of_each_writer, async |shop| {
    sweep(shop).await;
    shop.execute(
        "INSERT INTO search_changes (writer, product_id, token) VALUES (7, 1, 1), (7, 1, 2);
         INSERT INTO search_changes (writer, product_id, token)
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50001) SELECT 9, 1, 1 FROM n",
    )
    .await;
    sweep(shop).await;
    let count = async |which: &str| {
        shop.number(&format!("SELECT COUNT(*) FROM search_changes WHERE {which}"))
            .await
    };
    assert_eq!(count("writer = 7").await, 1);
    assert_eq!(count("writer = 7 AND token = 2").await, 1, "an index may stand there");
    assert_eq!(count("writer = 9").await, 50_001);
});
