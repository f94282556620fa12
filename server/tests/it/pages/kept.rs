//! What is kept of a product's page between two readers is never older than what it shows.

use std::fs;

use crate::test_app::{Options, TestApp, temp_dir};

async fn page(app: &TestApp, path: &str) -> String {
    app.client().get(path).await.is(200).text()
}

#[tokio::test]
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

#[tokio::test]
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

#[tokio::test]
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
