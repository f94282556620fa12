//! Favourites without scripts and without an account: kept, listed, bought, forgotten; and pages of everybody's stay so.

use std::collections::HashSet;

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
    assert!(page.has("[data-testid=heart]"), "{path}");
    page.has("[data-testid=heart] .is-on")
}

/// How many cards of a page have a filled heart.
async fn filled_cards(client: &mut Client, path: &str) -> usize {
    let page = client.get(path).await.is(200).page();
    assert!(page.has("[data-testid=card-heart]"), "{path}");
    page.count("[data-testid=card-heart] .is-on")
}

both!(a_heart_is_kept_without_an_account_and_is_nobody_elses);
async fn a_heart_is_kept_without_an_account_and_is_nobody_elses() {
    let app = TestApp::start().await;
    for lang in ["ug", "es"] {
        let path = format!("/{lang}/products/badam-500");
        let mut client = app.client();
        assert!(!is_filled(&mut client, &path).await);
        let kept = press(&mut client, lang, "badam-500").await.is(303);
        let heart = format!("{path}#favourite-{}", app.product("badam-500").await);
        assert_eq!(kept.location(), heart);
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
        assert_eq!(off.location(), heart);
        assert!(!is_filled(&mut client, &path).await);
        let list = client.get(&format!("/{lang}/favourites")).await.is(200).page();
        assert_eq!(list.count("[data-testid=favourite]"), 0);
    }
}

both!(cards_have_hearts_and_lists_of_everybody_stay_so);
async fn cards_have_hearts_and_lists_of_everybody_stay_so() {
    let app = TestApp::start().await;
    let product = app.product("badam-500").await.to_string();
    let (mut client, mut other) = (app.client(), app.client());
    let list = "/es/products";
    // In memory for all, before somebody keeps anything.
    assert_eq!(filled_cards(&mut other, list).await, 0);
    let page = client.get(list).await.is(200).page();
    let id = format!("favourite-{product}");
    let button = page.first(&format!("#{id} button")).unwrap();
    let label = button.attr("aria-label").unwrap();
    assert!(label.starts_with("Añadir a favoritos: ") && label.len() > "Añadir a favoritos: ".len());
    let fields = [("product", product.as_str()), ("page", list), ("keep", "1")];
    let kept = client.post("/es/favourites", &fields).await.is(303);
    assert_eq!(kept.location(), format!("{list}#{id}"));
    for path in [list, "/es/shops/altun-badam", "/es/products?shop=altun-badam"] {
        // Each is asked for twice: from what is kept for everybody, too.
        for _ in 0..2 {
            assert_eq!(filled_cards(&mut client, path).await, 1, "{path}");
            assert_eq!(filled_cards(&mut other, path).await, 0, "{path}: not everybody's");
        }
    }
    let page = client.get(list).await.is(200).page();
    let button = page.first(&format!("#{id} button")).unwrap();
    assert_eq!(button.attr("value"), Some("0"));
    assert!(button.attr("aria-label").unwrap().starts_with("Quitar de favoritos: "));
    // Who keeps something else reads the page that all read.
    let loose = app.product("badam-loose").await.to_string();
    let fields = [("product", loose.as_str()), ("keep", "1")];
    other.post("/es/favourites", &fields).await.is(303);
    let marked = other.get(list).await.is(200).page();
    assert!(marked.has(&format!("#favourite-{loose} .is-on")));
    assert!(!marked.has(&format!("#{id} .is-on")), "one's own alone");
    let shops = (
        client.get("/es/shops").await.is(200).header("etag").to_owned(),
        app.client().get("/es/shops").await.is(200).header("etag").to_owned(),
    );
    assert_eq!(shops.0, shops.1, "a page without hearts is one for all");
    // On the list itself the button under a card takes it off.
    let own = client.get("/es/favourites").await.is(200).page();
    assert!(own.has("[data-testid=favourite]") && !own.has("[data-testid=card-heart]"));
    // A product that stands on several shelves has as many hearts, each with an id of its own.
    let home = client.get("/es").await.is(200).page();
    let hearts = home.select("[data-testid=card-heart]");
    let ids: Vec<_> = hearts.iter().map(|form| form.attr("id").unwrap().to_owned()).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
}

both!(who_is_signed_in_sees_their_hearts_too);
async fn who_is_signed_in_sees_their_hearts_too() {
    let app = TestApp::inhabited().await;
    let mut member = app.client_of(Who::This);
    press(&mut member, "zh", "badam-500").await.is(303);
    assert!(is_filled(&mut member, "/zh/products/badam-500").await);
    assert!(is_filled(&mut member, "/zh/products/badam-500?from=live").await);
    assert_eq!(filled_cards(&mut member, "/zh/products").await, 1);
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
