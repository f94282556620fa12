//! Favourites without scripts and without an account: kept, listed, bought, forgotten; and pages of everybody's stay so.

use crate::both::both;
use crate::client::{Client, is_private};
use crate::test_app::TestApp;
use crate::world::Who;

const COOKIE: &str = "__Host-favourites";

/// Presses the heart on a product's page.
async fn press(client: &mut Client, lang: &str, slug: &str) -> crate::client::Answer {
    let path = format!("/{lang}/products/{slug}");
    let page = client.get(&path).await.is(200).page();
    let mut fields = page.form("heart");
    let button = page.first("[data-testid=heart] button").unwrap();
    fields.push(("keep".to_owned(), button.attr("value").unwrap().to_owned()));
    client.post(&format!("/{lang}/favourites"), &fields).await
}

async fn is_filled(client: &mut Client, path: &str) -> bool {
    let page = client.get(path).await.is(200).page();
    assert!(page.has(".c-heart"), "{path}");
    page.has(".c-heart .is-on")
}

both!(a_heart_is_kept_without_an_account_and_is_nobody_elses);
async fn a_heart_is_kept_without_an_account_and_is_nobody_elses() {
    let app = TestApp::start().await;
    for lang in ["ug", "es"] {
        let path = format!("/{lang}/products/badam-500");
        let mut client = app.client();
        assert!(!is_filled(&mut client, &path).await);
        let kept = press(&mut client, lang, "badam-500").await.is(303);
        assert_eq!(kept.location(), format!("{path}#favourite"));
        let cookies = kept.cookies();
        is_private(cookies.iter().find(|cookie| cookie.name() == COOKIE).unwrap());
        // Each is asked for twice: from what is kept for everybody, too.
        for _ in 0..2 {
            assert!(is_filled(&mut client, &path).await, "{lang}");
            assert!(!is_filled(&mut app.client(), &path).await, "{lang}: not everybody's");
            let other = format!("/{lang}/products/badam-loose");
            assert!(!is_filled(&mut client, &other).await, "{lang}: another product");
        }
        let list = client.get(&format!("/{lang}/favourites")).await.is(200);
        assert_eq!(list.header("cache-control"), "no-store");
        let list = list.page();
        assert_eq!(list.count("[data-testid=favourite]"), 1);
        assert!(
            list.has(&format!("form[action='/{lang}/cart/lines'] [name=offer]")),
            "into the cart"
        );

        // The same button takes it off again; what is off already stays so.
        let off = press(&mut client, lang, "badam-500").await.is(303);
        assert_eq!(off.location(), format!("{path}#favourite"));
        assert!(!is_filled(&mut client, &path).await);
        let list = client.get(&format!("/{lang}/favourites")).await.is(200).page();
        assert_eq!(list.count("[data-testid=favourite]"), 0);
    }
}

both!(who_is_signed_in_sees_their_hearts_too);
async fn who_is_signed_in_sees_their_hearts_too() {
    let app = TestApp::inhabited().await;
    let mut member = app.client_of(Who::This);
    press(&mut member, "zh", "badam-500").await.is(303);
    assert!(is_filled(&mut member, "/zh/products/badam-500").await);
    assert!(is_filled(&mut member, "/zh/products/badam-500?from=live").await);
}

both!(taking_off_in_the_list_can_be_taken_back);
async fn taking_off_in_the_list_can_be_taken_back() {
    let app = TestApp::start().await;
    let mut client = app.client();
    press(&mut client, "es", "badam-500").await.is(303);
    let product = app.product("badam-500").await.to_string();
    let off = [("product", product.as_str()), ("keep", "0")];
    let taken = client.post("/es/favourites", &off).await.is(303);
    assert_eq!(taken.location(), format!("/es/favourites?off={product}"));
    let list = client.get(taken.location()).await.is(200).page();
    assert!(list.text_of("taken-off").is_some());
    let back = [("product", product.as_str()), ("keep", "1")];
    let kept = client.post("/es/favourites", &back).await.is(303);
    let list = client.get(kept.location()).await.is(200).page();
    assert_eq!(list.count("[data-testid=favourite]"), 1);
    // A link that still says so is not believed.
    let list = client
        .get(&format!("/es/favourites?off={product}"))
        .await
        .is(200)
        .page();
    assert_eq!(list.text_of("taken-off"), None);
}

both!(what_the_shop_does_not_show_leaves_the_list_for_good);
async fn what_the_shop_does_not_show_leaves_the_list_for_good() {
    let app = TestApp::start().await;
    let mut client = app.client();
    press(&mut client, "zh", "badam-500").await.is(303);
    let product = app.product("badam-500").await.to_string();
    app.execute(&format!("DELETE FROM product_cards WHERE product_id = {product}"))
        .await;
    let list = client.get("/zh/favourites").await.is(200).page();
    assert_eq!(list.count("[data-testid=favourite-gone]"), 1);
    let off = [("product", product.as_str()), ("keep", "0")];
    let taken = client.post("/zh/favourites", &off).await.is(303);
    let list = client.get(taken.location()).await.is(200).page();
    assert!(list.text_of("taken-off").is_some());
    assert!(
        !list.has("[data-testid=taken-off] form"),
        "no way back that leads to \"not found\""
    );
}

both!(a_form_leads_to_pages_of_the_shop_only);
async fn a_form_leads_to_pages_of_the_shop_only() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let product = app.product("badam-500").await.to_string();
    for page in ["https://evil.example", "//evil.example", "/\\evil.example", ""] {
        let fields = [("product", product.as_str()), ("keep", "1"), ("page", page)];
        let answer = client.post("/zh/favourites", &fields).await.is(303);
        assert_eq!(answer.location(), "/zh/favourites", "{page}");
    }
    for product in ["", "x", "0", "999999", "9223372036854775808"] {
        let fields = [("product", product), ("keep", "1")];
        client.post("/zh/favourites", &fields).await.is(404);
    }
}

both!(a_full_list_says_so);
async fn a_full_list_says_so() {
    let app = TestApp::start().await;
    let mut client = app.client();
    press(&mut client, "ug", "badam-500").await.is(303);
    app.execute(
        "INSERT INTO products (slug, cooperative_id, category_id, source_lang, status, popularity, created_at, updated_at, \
         version) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 199) \
         SELECT 'copy-' || i, cooperative_id, category_id, source_lang, 'draft', 0, 0, 0, 1 FROM products, n \
         WHERE slug = 'badam-500'",
    )
    .await;
    app.execute(
        "INSERT INTO favourites (owner, product_id, offer_id, price_minor, currency, reference_amount, net_grams, added_at, \
         kept_until) SELECT f.owner, p.id, f.offer_id, 1, 'CNY', 1, 1, 0, f.kept_until FROM favourites f, products p \
         WHERE p.slug LIKE 'copy-%'",
    )
    .await;
    let full = press(&mut client, "ug", "badam-loose").await.is(409).page();
    assert!(full.has("[role=alert]"));
    assert_eq!(
        full.count("[data-testid=favourite-gone]"),
        199,
        "goods the shop does not show keep their line"
    );
    assert!(!is_filled(&mut client, "/ug/products/badam-loose").await);
}

both!(forgetting_on_this_phone_takes_the_favourites_along);
async fn forgetting_on_this_phone_takes_the_favourites_along() {
    let app = TestApp::start().await;
    let mut client = app.client();
    press(&mut client, "zh", "badam-500").await.is(303);
    for page in ["/zh/favourites", "/zh/orders"] {
        assert!(
            client.get(page).await.is(200).page().has("[data-testid=forget]"),
            "{page}"
        );
    }
    let page = client.get("/zh/favourites").await.is(200).page();
    let forgotten = client.post("/zh/orders/forget", &page.form("forget")).await.is(303);
    let page = client.get(forgotten.location()).await.is(200).page();
    assert!(page.has("[data-forget=seen]"), "what was seen goes, too");
    assert!(!client.cookies.contains_key(COOKIE));
    assert_eq!(app.number("SELECT count(*) FROM favourites").await, 0);
    assert!(!is_filled(&mut client, "/zh/products/badam-500").await);
}
