//! A shop with very many products: the demo's own, copied under new names by SQL.

use anyhow::bail;
use db::sea_orm::sqlx::sqlite::SqliteConnection;
use db::sea_orm::sqlx::{self, AssertSqlSafe};

/// Products a transaction.
const BATCH: i64 = 20_000;
/// Ids of the copies begin here, for products and for offers.
const FIRST: i64 = 1_000_000;

/// Adds copies until the shop has `products` published ones.
///
/// # Errors
/// When SQLite refuses a row, or the shop has more than that already.
pub async fn up_to(database: &mut SqliteConnection, products: usize) -> anyhow::Result<()> {
    let sql = "SELECT count(*) FROM products WHERE status = 'published'";
    let own: i64 = sqlx::query_scalar(sql).fetch_one(&mut *database).await?;
    let missing = i64::try_from(products)? - own;
    if missing < 0 {
        bail!("the demo district has {own} products, more than {products}");
    }
    eprintln!("> lists: a shop with {products} products");
    // A folder nobody will miss: no waiting for the disk, and references are right by construction.
    for sql in [
        "PRAGMA synchronous = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA cache_size = -200000",
    ] {
        sqlx::query(sql).execute(&mut *database).await?;
    }
    sqlx::query(MODELS).execute(&mut *database).await?;
    let mut from = 0;
    while from < missing {
        let to = missing.min(from + BATCH);
        sqlx::query("BEGIN").execute(&mut *database).await?;
        for copy in COPIES {
            let sql = format!(
                "WITH RECURSIVE n (i) AS (VALUES ({from}) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {to}) {copy}"
            );
            let sql = sql
                .replace("{first}", &FIRST.to_string())
                .replace("{own}", &own.to_string());
            // Numbers counted here and our own statements: nothing comes from outside.
            sqlx::query(AssertSqlSafe(sql)).execute(&mut *database).await?;
        }
        sqlx::query("COMMIT").execute(&mut *database).await?;
        from = to;
    }
    for sql in [
        "DROP TABLE models",
        "PRAGMA synchronous = FULL",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    ] {
        sqlx::query(sql).execute(&mut *database).await?;
    }
    Ok(())
}

/// The products to copy, numbered from 0, each with its first offer.
const MODELS: &str = "CREATE TEMP TABLE models AS
    SELECT row_number() OVER (ORDER BY p.id) - 1 AS k, p.id AS product, c.offer_id AS offer
    FROM products p JOIN product_cards c ON c.product_id = p.id AND c.lang = 'zh' WHERE p.status = 'published'";

/// What a copy consists of; `n.i` counts the copies. `CROSS JOIN` keeps SQLite from going through all products for
/// each copy.
const COPIES: [&str; 6] = [
    "INSERT INTO products (id, slug, cooperative_id, category_id, source_lang, status, harvest_year, season_from,
        season_to, popularity, created_at, updated_at, version)
     SELECT {first} + i, slug || '-' || i, cooperative_id, category_id, source_lang, status, harvest_year, season_from,
        season_to, i * 7919 % 100 + 1, created_at - i * 60000, updated_at, version
     FROM n CROSS JOIN models ON k = i % {own} CROSS JOIN products ON id = product",
    "INSERT INTO offers (id, product_id, sku, position, unit, step, minimum, maximum, reference_amount, price_minor,
        currency, net_grams, gross_grams, status, version)
     SELECT {first} + i, {first} + i, sku || '-' || i, position, unit, step, minimum, maximum, reference_amount,
        price_minor + i % 997, currency, net_grams, gross_grams, status, version
     FROM n CROSS JOIN models ON k = i % {own} CROSS JOIN offers ON id = offer",
    "INSERT INTO stock (offer_id, on_hand, reserved)
     SELECT {first} + i, on_hand, 0 FROM n CROSS JOIN models ON k = i % {own} CROSS JOIN stock ON offer_id = offer",
    "INSERT INTO product_media (product_id, position, media_id)
     SELECT {first} + i, position, media_id
     FROM n CROSS JOIN models ON k = i % {own} CROSS JOIN product_media ON product_id = product AND position =
        (SELECT min(position) FROM product_media WHERE product_id = product)",
    "INSERT INTO translations (entity, entity_id, field, lang, value, state, source_lang, source_hash, updated_at)
     SELECT entity, {first} + i, field, lang, value, state, source_lang, source_hash, updated_at
     FROM n CROSS JOIN models ON k = i % {own}
        CROSS JOIN translations ON entity = 'product' AND entity_id = product AND field = 'name'",
    "INSERT INTO product_cards (lang, product_id, slug, category_id, cooperative_id, cooperative_slug, name, name_lang,
        cooperative_name, cooperative_name_lang, picture, offer_id, offer_count, unit, step, minimum, maximum,
        reference_amount, net_grams, gross_grams, price_minor, currency, available, season_from, season_to, popularity,
        created_at, search)
     SELECT lang, {first} + i, slug || '-' || i, category_id, cooperative_id, cooperative_slug, name, name_lang,
        cooperative_name, cooperative_name_lang, picture, {first} + i, 1, unit, step, minimum, maximum,
        reference_amount, net_grams, gross_grams, price_minor + i % 997, currency, available, season_from, season_to,
        i * 7919 % 100 + 1, created_at - i * 60000, search
     FROM n CROSS JOIN models ON k = i % {own} CROSS JOIN product_cards ON product_id = product",
];
