//! Pages for machines.

use domain::Locale;

use crate::client::PUBLIC;
use crate::test_app::TestApp;

#[tokio::test]
async fn the_sitemap_has_every_public_page_and_each_opens() {
    let app = TestApp::start().await;
    let answer = app.client().get("/sitemap.xml").await.is(200);
    assert!(answer.header("content-type").starts_with("application/xml"));
    let text = answer.text();
    let places: Vec<&str> = text
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next())
        .collect();
    // Five pages, four products, two cooperatives, in three languages.
    assert_eq!(places.len(), 33);
    for place in places {
        let path = place.strip_prefix(PUBLIC).unwrap();
        app.client().get(path).await.is(200);
    }
}

#[tokio::test]
async fn robots_keep_out_of_what_is_somebodys_own() {
    let app = TestApp::start().await;
    let text = app.client().get("/robots.txt").await.is(200).text();
    for locale in Locale::ALL {
        for area in ["cart", "checkout", "orders", "account", "studio", "centre"] {
            assert!(
                text.contains(&format!("Disallow: /{}/{area}\n", locale.code())),
                "{area}"
            );
        }
    }
    assert!(text.contains(&format!("Sitemap: {PUBLIC}/sitemap.xml")));
}

#[tokio::test]
async fn the_manifest_names_an_icon_that_is_there() {
    let app = TestApp::start().await;
    let answer = app.client().get("/manifest.webmanifest").await.is(200);
    assert_eq!(answer.header("content-type"), "application/manifest+json");
    let manifest: serde_json::Value = serde_json::from_str(&answer.text()).unwrap();
    let icon = manifest["icons"][0]["src"].as_str().unwrap();
    app.client().get(icon).await.is(200);
}

#[tokio::test]
async fn health_and_readiness_are_two_things() {
    let app = TestApp::start().await;
    app.client().get("/healthz").await.is(200);
    app.client().get("/readyz").await.is(200);
    // Told to stop: alive, but nothing new should be sent here.
    app.begin_stopping();
    app.client().get("/healthz").await.is(200);
    app.client().get("/readyz").await.is(503);
}

#[tokio::test]
async fn a_shop_whose_database_takes_no_write_is_not_ready() {
    let app = TestApp::start().await;
    app.execute("DROP TABLE settings").await;
    app.client().get("/readyz").await.is(503);
    app.client().get("/healthz").await.is(200);
}
