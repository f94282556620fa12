//! What search engines are told of, in a shop of 120,000 products.

use std::sync::Arc;

use service::{catalog, shops};
use testing::both;

/// Products in the shop.
const MANY: i64 = 120_000;
/// Products read at once, as the server does.
const STEP: u64 = 1_000;

both!(
    no_file_is_larger_than_allowed_and_each_step_reads_its_own_part,
    async |shop| {
        let like = shop.product("wild-honey").await;
        shop.execute(format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY})
         INSERT INTO products (slug, cooperative_id, category_id, source_lang, status, popularity, created_at, updated_at, version)
         SELECT 'many-' || i, cooperative_id, category_id, source_lang, 'published', 0, 0, i, 1
         FROM n CROSS JOIN products WHERE id = {like}"
    ))
    .await;
        shop.catch_up().await.unwrap();
        let pieces = catalog::sitemap_pieces(shop).await.unwrap();
        let seeded = shop
            .number("SELECT count(*) FROM products WHERE status = 'published'")
            .await
            - MANY;
        assert_eq!(pieces.iter().map(|piece| piece.products).sum::<i64>(), MANY + seeded);
        // Three languages each.
        assert!(pieces.iter().all(|piece| piece.products * 3 < 50_000));
        assert!(pieces.len() >= 10);
        // Who asks for the next file has nothing counted again.
        let again = catalog::sitemap_pieces(shop).await.unwrap();
        assert!(Arc::ptr_eq(&pieces, &again));

        // A file in the middle costs a statement for each step, and reads nothing of the others.
        let piece = pieces[pieces.len() / 2];
        let (mut after, mut steps, mut seen, mut last_change) = (None, 0, 0, 0);
        loop {
            let products = catalog::sitemap_products(shop, piece, after, STEP).await.unwrap();
            steps += 1;
            let Some(last) = products.last() else { break };
            assert!(products.is_sorted_by_key(|product| product.id));
            assert!(after.is_none_or(|after| products[0].id > after), "each once");
            (after, seen) = (Some(last.id), seen + products.len() as i64);
            last_change = last_change.max(products.iter().map(|product| product.updated_at).max().unwrap_or(0));
        }
        assert_eq!(seen, piece.products);
        assert_eq!(
            last_change, piece.updated_at,
            "the index says when the file last changed"
        );
        let needed = u64::try_from(piece.products).unwrap().div_ceil(STEP) + 1;
        assert_eq!(steps, needed);
    }
);

both!(a_shop_says_when_its_page_was_last_published, async |shop| {
    let all = shops::sitemap(shop, 0, 1_000).await.unwrap();
    assert_eq!(all.len(), shops::count(shop));
    let id = shop.cooperative("almonds").await;
    shop.execute(format!(
        "INSERT INTO shop_revisions (cooperative_id, number, document, by_centre, at) VALUES ({id}, 901, '{{}}', FALSE, 1000), ({id}, 902, '{{}}', FALSE, 2000)"
    ))
    .await;
    let all = shops::sitemap(shop, 0, 1_000).await.unwrap();
    let found = all.iter().find(|(slug, _)| slug == "almonds").unwrap();
    assert_eq!(found.1, Some(2_000));
    // In parts, each once.
    let mut parts = Vec::new();
    for skip in 0..all.len() {
        parts.extend(shops::sitemap(shop, skip, 1).await.unwrap());
    }
    assert_eq!(parts, all);
    assert!(shops::sitemap(shop, all.len(), 1).await.unwrap().is_empty());
});
