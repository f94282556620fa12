//! The database says when what public pages show has changed, and nothing else does.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use db::sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use domain::{Locale, ProductId};
use l10n::Texts;
use service::{Clock, PublicVersions, Shop, ShopOptions, search, shops};
use testing::{TestShop, both};

/// Tables of which public pages show something, and a column that may be written anew.
const SHOWN: [(&str, &str); 14] = [
    ("categories", "position"),
    ("cooperatives", "founded"),
    ("freight_templates", "first_grams"),
    ("offers", "position"),
    ("product_cards", "popularity"),
    ("product_media", "position"),
    ("products", "harvest_year"),
    ("search_words", "version"),
    ("shop_revisions", "at"),
    ("station_hours", "weekday"),
    ("stations", "phone"),
    ("text_files", "source"),
    ("townships", "position"),
    ("translations", "value"),
];
/// Tables of which they show something only sometimes; a test below says when, of reviews one in `reviews_decided.rs`, of texts
/// one in `wording_files.rs`, and of which pictures not everybody may see those in `reviews_trusted.rs`. (How many
/// pictures one has stands in its own row.)
const SHOWN_IN_PART: [&str; 10] = [
    "glossary_changes",
    "lots",
    "media",
    "product_questions",
    "review_photos",
    "reviews",
    "settings",
    "shop_pictures",
    "stock",
    "text_versions",
];
/// Tables of which they show nothing.
const NOT_SHOWN: [&str; 71] = [
    "announcement_reads",
    "announcements",
    "answer_links",
    "application_documents",
    "applications",
    "audit_events",
    "audit_head",
    "audit_links",
    "cart_lines",
    "carts",
    "cooperative_changes",
    "cooperative_steps",
    "damage_reports",
    "favourites",
    "goods_keys",
    "idempotency_keys",
    "import_problems",
    "imports",
    "invitations",
    "lot_uses",
    "member_roles",
    "memberships",
    "message_budgets",
    "messages",
    "missed_searches",
    "money_entries",
    "one_time_codes",
    "order_events",
    "order_groups",
    "order_lines",
    "order_messages",
    "order_origins",
    "order_reductions",
    "orders",
    "outbox",
    "page_uploads",
    "page_views",
    "passkey_challenges",
    "passkeys",
    "payments",
    "payouts",
    "picture_crops",
    "picture_originals",
    "print_jobs",
    "product_proposals",
    "product_question_reports",
    "public_versions",
    "rate_limits",
    "report_photos",
    "reservations",
    "restock_refusals",
    "restock_wishes",
    "review_reports",
    "seaql_migrations",
    "search_changes",
    "sessions",
    "setting_changes",
    "shift_moves",
    "shifts",
    "shop_drafts",
    "shop_edits",
    "shop_translation_wishes",
    "sqlite_sequence",
    "stock_movements",
    "text_answers",
    "text_comments",
    "text_problems",
    "text_seen",
    "translation_wishes",
    "uploads",
    "users",
];

async fn versions(shop: &TestShop) -> PublicVersions {
    shop.db().public_versions().await.unwrap()
}

async fn changes(shop: &TestShop, sql: &str) -> bool {
    let before = versions(shop).await;
    shop.execute(sql).await;
    versions(shop).await != before
}

both!(every_table_is_followed_or_known_not_to_be_shown, async |shop| {
    let sql = match shop.db().backend() {
        DatabaseBackend::Postgres => {
            "SELECT CAST(table_name AS TEXT) FROM information_schema.tables WHERE table_schema = 'public'"
        }
        _ => "SELECT name FROM sqlite_master WHERE type = 'table'",
    };
    let statement = Statement::from_string(shop.db().backend(), sql);
    let rows = shop.db().read().query_all_raw(statement).await.unwrap();
    let mut tables: BTreeSet<String> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    shop.execute(
        "INSERT INTO shop_revisions (cooperative_id, number, document, by_centre, at) \
         SELECT id, 1, '', 1 = 0, 0 FROM cooperatives",
    )
    .await;
    shop.execute("INSERT INTO search_words (words, version) VALUES ('badam', 1)")
        .await;
    shop.execute(
        "INSERT INTO text_files (lang, unit, source, built_in_hash, node, at) VALUES ('es', 'a-b', 'c', 0, 'n', 0)",
    )
    .await;
    for (table, column) in SHOWN {
        assert!(
            changes(shop, &format!("UPDATE {table} SET {column} = {column}")).await,
            "nobody is told when {table} changes: its triggers (as in m0050) are missing"
        );
        tables.remove(table);
    }
    for table in NOT_SHOWN.iter().chain(&SHOWN_IN_PART) {
        tables.remove(*table);
    }
    assert!(
        tables.is_empty(),
        "{tables:?}: do public pages show them? Then they need triggers as in m0050; else name them here"
    );
});

both!(
    other_words_for_searches_are_known_and_leave_all_pages_as_they_are,
    async |shop| {
        let of_pages = |mut versions: PublicVersions| {
            versions.search = 0;
            versions
        };
        let found = async || search::find(shop, Locale::Es, "zumaque", 1).await.unwrap().total;
        assert_eq!(found().await, 0);
        let before = versions(shop).await;
        shop.execute("INSERT INTO search_words (words, version) VALUES ('zumaque, badam', 1)")
            .await;
        shop.catch_up().await.unwrap();
        assert!(found().await > 0, "a search knows them at once");
        for sql in [
            "UPDATE search_words SET words = 'zumaque', version = 2",
            "DELETE FROM search_words",
        ] {
            let seen = versions(shop).await.search;
            shop.execute(sql).await;
            shop.catch_up().await.unwrap();
            assert_ne!(versions(shop).await.search, seen, "{sql}");
            assert_eq!(found().await, 0, "{sql}");
        }
        let after = versions(shop).await;
        assert_ne!(after.search, before.search);
        assert_eq!(of_pages(after), of_pages(before), "no public page is made anew");
    }
);

both!(what_nobody_sees_changes_no_version, async |shop| {
    for sql in [
        "UPDATE products SET updated_at = updated_at + 1, version = version + 1",
        "DELETE FROM settings WHERE name = 'a-probe'",
        "INSERT INTO settings (name, value) VALUES ('a-probe', '1')",
        "UPDATE settings SET value = '2' WHERE name = 'a-probe'",
    ] {
        assert!(!changes(shop, sql).await, "{sql}");
    }
    // Far more is there than one order may take: one sold is nothing to see.
    shop.execute(
        "UPDATE stock SET on_hand = reserved + (SELECT maximum FROM offers WHERE id = offer_id) + 100 \
         WHERE on_hand > reserved",
    )
    .await;
    assert!(!changes(shop, "UPDATE stock SET on_hand = on_hand - 1 WHERE on_hand > reserved").await);
    shop.execute("UPDATE stock SET on_hand = on_hand - 99 WHERE on_hand > reserved")
        .await;
    assert!(changes(shop, "UPDATE stock SET on_hand = on_hand - 2 WHERE on_hand > reserved").await);
    assert!(changes(shop, "UPDATE settings SET value = value WHERE name = 'home-hero'").await);
});

both!(a_lot_is_seen_while_something_of_it_is_left, async |shop| {
    let lot = "INSERT INTO lots (offer_id, number, harvested, origin, origin_lang, amount, remaining, at) \
               SELECT id, 1, '2026', '', 'ug', 5, 5, 0 FROM offers WHERE sku = 'badam-500'";
    assert!(changes(shop, lot).await);
    assert!(
        !changes(shop, "UPDATE lots SET remaining = 1").await,
        "how much is left says no page"
    );
    assert!(changes(shop, "UPDATE lots SET remaining = 0").await);
    assert!(!changes(shop, "UPDATE lots SET amount = 6").await);
    assert!(changes(shop, "UPDATE lots SET remaining = 2").await);
    assert!(changes(shop, "UPDATE lots SET harvested = '2025'").await);
    assert!(changes(shop, "UPDATE lots SET origin_waits = (1 = 1)").await);
    assert!(!changes(shop, "UPDATE lots SET counted_away = 1").await);
    assert!(changes(shop, "DELETE FROM lots").await);
});

both!(a_refused_write_changes_no_version, async |shop| {
    let before = versions(shop).await;
    let refused: Result<(), db::WriteError> = shop
        .db()
        .write(|tx| {
            Box::pin(async move {
                tx.execute_unprepared("UPDATE offers SET price_minor = 1").await?;
                Err(db::WriteError::Stopped)
            })
        })
        .await;
    assert!(refused.is_err());
    assert_eq!(versions(shop).await, before);
});

both!(a_sale_leaves_the_pages_of_other_products, async |shop| {
    let (one, other) = (shop.product("wild-honey").await, shop.product("badam-kernel").await);
    let of = |versions: &PublicVersions, product: ProductId| versions.product(product.get());
    let before = versions(shop).await;
    shop.execute(format!(
        "UPDATE offers SET position = position WHERE product_id = {}",
        one.get()
    ))
    .await;
    let after = versions(shop).await;
    assert_ne!(of(&after, one), of(&before, one));
    assert_eq!(of(&after, other), of(&before, other));
    assert_eq!((after.directory, after.cards), (before.directory, before.cards));
});

both!(another_program_sees_a_new_name_within_a_second, async |shop| {
    let other = Shop::open(ShopOptions {
        db: shop.place.open().await,
        texts: Texts::built_in(),
        clock: Clock::system(),
        pictures: shop.pictures().clone(),
        secret: [7; 32],
    })
    .await
    .unwrap();
    let has_name = |shop: &Shop| {
        let mut cards = shops::first(shop, Locale::Es, 99).into_iter();
        cards.any(|card| card.name.text == "Otra voz")
    };
    assert!(!has_name(&other));
    shop.execute("UPDATE translations SET value = 'Otra voz' WHERE entity = 'cooperative' AND field = 'name'")
        .await;
    assert!(
        !shop.is_current(),
        "a write of one's own is looked after before anything is shown"
    );
    shop.catch_up().await.unwrap();
    assert!(has_name(shop), "at once where it was made");
    let started = Instant::now();
    while !has_name(&other) {
        assert!(
            started.elapsed() < Duration::from_secs(1),
            "the other program does not see it"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
        other.catch_up().await.unwrap();
    }
    other.db().clone().close().await;
});
