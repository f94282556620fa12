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
    // A job does this all the time.
    app.shop.probe().await.unwrap_err();
    app.client().get("/readyz").await.is(503);
    app.client().get("/healthz").await.is(200);
}

/// Who asks is read from the database. When it does not answer, that is not "nobody": no empty cart takes the place of a
/// full one, nobody is sent to sign in, and a form that was sent can be sent again.
#[tokio::test]
async fn a_database_that_does_not_answer_is_never_nobody() {
    let app = TestApp::inhabited().await;
    let mut shopper = app.client();
    let offer = app.number("SELECT id FROM offers WHERE sku = 'BADAM-500'").await;
    let fields = [("offer", offer.to_string()), ("quantity", "1".to_owned())];
    shopper.post("/es/cart/lines", &fields).await.is(303);
    let cart = shopper.cookies.clone();
    app.shop.db().clone().close().await;

    let typed = [("name", "Ana Fulana"), ("note", "junto al puente")];
    let answer = shopper.post("/es/checkout", &typed).await.is(503);
    assert!(!answer.header("retry-after").is_empty());
    let page = answer.page();
    assert!(page.text().contains("no puede guardar nada"), "{}", page.text());
    let kept = page.form("try-again");
    assert!(
        kept.contains(&("note".to_owned(), "junto al puente".to_owned())),
        "{kept:?}"
    );
    for path in ["/es/cart", "/es/products", "/es/checkout"] {
        shopper.get(path).await.is(503);
    }
    shopper.post("/es/cart/lines", &fields).await.is(503);
    assert_eq!(shopper.cookies, cart, "the cart's cookie stays");
    app.client_of(crate::world::Who::This).get("/zh/studio").await.is(503);
}
