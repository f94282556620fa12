//! What is kept of a product's page between two readers is never older than what it shows.

use std::fs;

use crate::both::both;
use crate::buyer;
use crate::test_app::{Options, TestApp, temp_dir};

async fn page(app: &TestApp, path: &str) -> String {
    app.client().get(path).await.is(200).text()
}

both!(the_products_below_a_product_follow_every_change);
async fn the_products_below_a_product_follow_every_change() {
    let app = TestApp::inhabited().await;
    let slugs = app
        .texts_of("SELECT slug FROM products WHERE status = 'published' ORDER BY id")
        .await;
    let [here, other] = [&slugs[0], &slugs[1]];
    let path = format!("/es/products/{here}");
    let link = format!("/es/products/{other}");
    // Twice: the second one is kept.
    for _ in 0..2 {
        assert!(page(&app, &path).await.contains(&link), "{other} stands below {here}");
    }
    app.execute(&format!(
        "UPDATE product_cards SET name = 'Recién cambiado' WHERE slug = '{other}'"
    ))
    .await;
    assert!(page(&app, &path).await.contains("Recién cambiado"));
}

both!(an_add_button_leads_back_to_the_very_page_it_stands_on);
async fn an_add_button_leads_back_to_the_very_page_it_stands_on() {
    let app = TestApp::inhabited().await;
    let slug = &app
        .texts_of("SELECT slug FROM products WHERE status = 'published' ORDER BY id")
        .await[0];
    let path = format!("/es/products/{slug}");
    let backs = |text: String, back: &str| text.matches(&format!("name=\"back\" value=\"{back}\"")).count();
    let plain = backs(page(&app, &path).await, &path);
    assert!(plain > 0);
    let with_query = format!("{path}?from=live");
    assert_eq!(backs(page(&app, &with_query).await, &with_query), plain);
    // Another way to write the same address.
    let odd = path.replacen('-', "%2D", 1);
    assert_eq!(backs(page(&app, &odd).await, &odd), plain);
    assert_eq!(backs(page(&app, &path).await, &path), plain, "nobody else's is kept");
}

both!(a_translators_change_shows_below_a_product_too);
async fn a_translators_change_shows_below_a_product_too() {
    let locales = temp_dir();
    let options = Options {
        locales: Some(locales.path().to_owned()),
        ..Options::default()
    };
    let app = TestApp::start_from(crate::template::Template::plain(), options).await;
    let slug = &app
        .texts_of("SELECT slug FROM products WHERE status = 'published' ORDER BY id")
        .await[0];
    let path = format!("/es/products/{slug}");
    assert!(!page(&app, &path).await.contains("Del mismo campo"));
    let folder = locales.path().join("es");
    fs::create_dir_all(&folder).unwrap();
    fs::write(
        folder.join("catalog.ftl"),
        "product-more-cooperative = Del mismo campo\n",
    )
    .unwrap();
    app.shop.texts().reload_if_changed();
    assert!(page(&app, &path).await.contains("Del mismo campo"));
}

both!(nobody_gets_another_ones_nonce_or_cart);
async fn nobody_gets_another_ones_nonce_or_cart() {
    let app = TestApp::start().await;
    let path = "/zh/products/badam-500";
    let mut nonces = Vec::new();
    for _ in 0..3 {
        let answer = app.client().get(path).await.is(200);
        let policy = answer.header("content-security-policy").to_owned();
        let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next());
        let nonce = nonce.unwrap().to_owned();
        let page = answer.page();
        let named: Vec<_> = page.tags("*").filter_map(|tag| tag.get("nonce")).collect();
        assert!(
            named.len() >= 2 && named.iter().all(|name| *name == nonce),
            "{named:?} {nonce}"
        );
        assert!(!answer.text().contains('\u{1}'), "no mark is left");
        assert_eq!(page.text_of("cart-count").unwrap().trim(), "");
        assert!(!nonces.contains(&nonce), "a nonce is used once");
        nonces.push(nonce);
    }
    let mut buyer = app.client();
    buyer::add(&mut buyer, app.offer("BADAM-500").await, "2").await.is(303);
    let count = async |client: &mut crate::client::Client| {
        let page = client.get(path).await.is(200).page();
        page.text_of("cart-count").unwrap().trim().to_owned()
    };
    assert_eq!(count(&mut buyer).await, "1");
    assert_eq!(count(&mut app.client()).await, "", "not the buyer's");
    assert_eq!(count(&mut buyer).await, "1");
    // Walking through the shop brings no style; the next whole page has it.
    let walk = crate::client::Ask::get(path).header("x-walk", "1");
    assert!(!app.client().send(walk).await.is(200).text().contains("<style"));
    assert!(app.client().get(path).await.is(200).text().contains("<style"));
}
