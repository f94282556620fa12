//! What a page about an import tells before somebody says yes: what is taken over differently, and where there is no room.

use domain::{ImportState, Listing, Locale, RowProblem, TableColumn, TableKind};
use service::studio::tables::{ImportPage, Problem, Was};
use testing::both;

use super::goods::listing;
use super::tables::{bring, counts, page, problems, take_over, words, work};

/// As Shopify exports it; the product that was put away has a second size, which is oversold.
const SHOPIFY: &str = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Status,Variant Grams\n\
    old-nuts,Old nuts,Size,500 g,OLD-1,4,31.80,archived,500\n\
    old-nuts,,,1 kg,OLD-2,-3,58.00,,1000\n\
    new-nuts,New nuts,Size,500 g,NEW-1,7,21.80,active,500\n";

/// The table, all of whose new products are of a category.
async fn brought(shop: &testing::TestShop, member: domain::Actor, table: &str) -> ImportPage {
    let id = bring(shop, member, table.as_bytes()).await;
    super::tables::with_category(shop, member, id, "badam").await
}

fn told(notes: &[Problem]) -> Vec<(i64, TableColumn, RowProblem, &str)> {
    notes
        .iter()
        .map(|note| (note.row, note.column, note.problem, note.typed.as_str()))
        .collect()
}

both!(what_another_shop_put_away_or_oversold_is_told_by_row, async |shop| {
    let member = shop.member_of("almonds").await;
    let shown = brought(shop, member, SHOPIFY).await;
    assert_eq!((shown.kind, shown.state), (TableKind::Shopify, ImportState::Ready));
    assert_eq!(counts(&shown), (3, 0, 0, 0), "none of it is a mistake");
    assert_eq!(problems(&shown), []);
    let expected = [
        (2, TableColumn::Status, RowProblem::Archived, ""),
        (3, TableColumn::Status, RowProblem::Archived, ""),
        (3, TableColumn::Stock, RowProblem::BelowZero, "-3"),
    ];
    assert_eq!(told(&shown.notes), expected);
    let of_rows: Vec<_> = shown.rows.iter().flat_map(|row| told(&row.notes)).collect();
    assert_eq!(of_rows, expected, "and beside the row itself");
    assert_eq!(shown.rows[1].stock, Some(0));

    let done = take_over(shop, member, shown.id).await;
    assert_eq!(counts(&done), (3, 0, 0, 0));
    assert_eq!(told(&done.notes), expected);
    let (old, new) = (shop.product("old-nuts").await, shop.product("new-nuts").await);
    assert_eq!(listing(shop, member, old).await, Listing::Archived);
    assert_eq!(listing(shop, member, new).await, Listing::Draft);
    let stock = "SELECT CAST(s.on_hand AS TEXT) FROM stock s JOIN offers o ON o.id = s.offer_id \
                 JOIN products p ON p.id = o.product_id WHERE p.slug = 'old-nuts' ORDER BY s.on_hand";
    assert_eq!(words(shop, stock).await, ["0", "4"]);

    // Brought out again meanwhile, it stays so; and the notes are no mistakes of the table's that is taken away.
    shop.execute("UPDATE products SET archived_at = NULL WHERE slug = 'old-nuts'")
        .await;
    let again = brought(shop, member, &SHOPIFY.replace("31.80", "33")).await;
    assert_eq!(counts(&again), (0, 1, 2, 0));
    take_over(shop, member, again.id).await;
    assert_eq!(listing(shop, member, old).await, Listing::Draft);
});

both!(
    a_table_of_more_products_than_there_is_room_for_says_so_before,
    async |shop| {
        let member = shop.member_of("almonds").await;
        let own = shop.cooperative("almonds").await;
        let there = format!("SELECT COUNT(*) FROM products WHERE cooperative_id = {own}");
        // All but two of the products it may have.
        let missing = 1_998 - shop.number(&there).await;
        shop.execute(format!(
        "INSERT INTO products (slug, cooperative_id, category_id, source_lang, status, popularity, created_at, updated_at, version) \
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {missing}) \
         SELECT 'full-' || i, {own}, (SELECT min(id) FROM categories), 'es', 'draft', 0, 0, 0, 1 FROM n"
    ))
    .await;
        let table = "sku,name,net,price,stock,category\n\
                 A-1,Uno,500,10,1,badam\nA-2,Uno,1000,18,1,badam\nB-1,Dos,500,10,1,badam\n\
                 C-1,Tres,500,10,1,badam\nA-3,Uno,250,6,1,badam\nD-1,Cuatro,500,10,1,badam\n";
        let id = bring(shop, member, table.as_bytes()).await;
        work(shop).await;
        let shown = page(shop, member, id).await;
        let full = [
            (5, TableColumn::Name, RowProblem::ProductsFull),
            (7, TableColumn::Name, RowProblem::ProductsFull),
        ];
        assert_eq!(counts(&shown), (4, 0, 0, 2));
        assert_eq!(problems(&shown), full);
        let is_wrong: Vec<bool> = shown.rows.iter().map(|row| matches!(row.was, Was::Wrong(_))).collect();
        assert_eq!(
            is_wrong,
            [false, false, false, true, false, true],
            "the rows that are shown say the same"
        );
        let done = take_over(shop, member, id).await;
        assert_eq!(
            (counts(&done), problems(&done)),
            (counts(&shown), full.to_vec()),
            "and so it comes"
        );
        assert_eq!(shop.number(&there).await, 2_000);
    }
);

both!(so_many_sizes_as_a_product_may_have_are_counted_before, async |shop| {
    let member = shop.member_of("almonds").await;
    let mut table = "sku,name,net,price,stock,category\n".to_owned();
    for size in 1..=21 {
        table.push_str(&format!("S-{size},Uno,{},10,1,badam\n", size * 10));
    }
    let id = bring(shop, member, table.as_bytes()).await;
    work(shop).await;
    let shown = page(shop, member, id).await;
    assert_eq!(counts(&shown), (20, 0, 0, 1));
    assert_eq!(problems(&shown), [(22, TableColumn::Name, RowProblem::SizesFull)]);
    let done = take_over(shop, member, id).await;
    assert_eq!((counts(&done), problems(&done)), (counts(&shown), problems(&shown)));
});

both!(a_new_name_stands_beside_the_old_one, async |shop| {
    let member = shop.member_of("almonds").await;
    let offer = shop.offer("badam-500").await;
    let id = bring(shop, member, b"sku,name-es\nbadam-500,Otro nombre\n").await;
    work(shop).await;
    let shown = page(shop, member, id).await;
    let product = format!("SELECT product_id FROM offers WHERE id = {offer}");
    let product = shop.number(&product).await;
    let old = format!(
        "SELECT value FROM translations WHERE entity = 'product' AND entity_id = {product} AND field = 'name' AND lang = 'es'"
    );
    let old = words(shop, &old).await.remove(0);
    let Was::Changed { texts, .. } = &shown.rows[0].was else {
        panic!("{:?}", shown.rows[0]);
    };
    let change = &texts[0];
    assert_eq!((change.column, change.lang), (TableColumn::NameEs, Locale::Es));
    assert_eq!(
        (change.before.as_str(), change.after.as_str()),
        (old.as_str(), "Otro nombre")
    );
    assert_ne!(old, "Otro nombre");
});
