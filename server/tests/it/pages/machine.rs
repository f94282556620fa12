//! Pages for machines.

use std::time::Duration;

use domain::Locale;

use crate::both::both;
use crate::client::{Ask, PUBLIC};
use crate::html::Page;
use crate::test_app::TestApp;

both!(the_sitemap_has_every_public_page_and_each_opens);
async fn the_sitemap_has_every_public_page_and_each_opens() {
    let app = TestApp::start().await;
    let index = app.client().get("/sitemap.xml").await.is(200);
    assert!(index.header("content-type").starts_with("application/xml"));
    let mut places = Vec::new();
    for file in locations(&index.text()) {
        let answer = app.client().get(file.strip_prefix(PUBLIC).unwrap()).await.is(200);
        assert!(answer.header("content-type").starts_with("application/xml"));
        assert!(answer.text().ends_with("</urlset>\n"), "the whole file");
        places.extend(locations(&answer.text()));
    }
    // Five pages, four products, two cooperatives, in three languages.
    assert_eq!(places.len(), 33);
    for place in places {
        let path = place.strip_prefix(PUBLIC).unwrap();
        app.client().get(path).await.is(200);
    }
    // What did not change is not sent again; what did is.
    let path = "/sitemap/products-0.xml";
    let tag = app.client().get(path).await.is(200).header("etag").to_owned();
    let again = || Ask::get(path).header("if-none-match", &tag);
    app.client().send(again()).await.is(304);
    app.execute("UPDATE products SET status = 'draft' WHERE slug = 'badam-500'")
        .await;
    let changed = tokio::time::timeout(Duration::from_secs(10), async {
        loop {
            let answer = app.client().send(again()).await;
            if answer.status == 200 {
                return answer;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    let answer = changed.await.unwrap();
    assert!(!answer.text().contains("/products/badam-500<"));
}

fn locations(xml: &str) -> Vec<String> {
    // The tree of HTML holds these elements as well.
    let page = Page::parse(xml);
    page.select("loc").iter().map(|loc| loc.text().collect()).collect()
}

both!(many_cooperatives_are_shown_a_page_at_a_time_and_by_township);
async fn many_cooperatives_are_shown_a_page_at_a_time_and_by_township() {
    let app = TestApp::start().await;
    app.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
         INSERT INTO cooperatives (slug, township_id, source_lang, picture_id, status, version)
         SELECT 'many-' || i, township_id, source_lang, picture_id, status, version
         FROM n CROSS JOIN cooperatives WHERE slug = 'altun-badam'",
    )
    .await;
    app.shop.catch_up().await.unwrap();
    let mut seen = std::collections::BTreeSet::new();
    let mut path = Some("/zh/shops".to_owned());
    let mut pages = 0;
    while let Some(here) = path.take() {
        let page = app.client().get(&here).await.is(200).page();
        let links = page.select("a[href^='/zh/shops/']");
        seen.extend(links.iter().filter_map(|link| link.attr("href")).map(str::to_owned));
        pages += 1;
        path = page
            .first("a[rel=next]")
            .and_then(|a| a.attr("href"))
            .map(str::to_owned);
        assert!(pages < 10);
    }
    assert_eq!((seen.len(), pages), (102, 3));
    let of_lake = app.client().get("/zh/shops?township=kol").await.is(200).text();
    assert!(of_lake.contains("/zh/shops/yeshil-bagh") && !of_lake.contains("/zh/shops/many-1"));
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

both!(health_and_readiness_are_two_things);
async fn health_and_readiness_are_two_things() {
    let app = TestApp::start().await;
    app.client().get("/healthz").await.is(200);
    app.client().get("/readyz").await.is(200);
    // Told to stop: alive, but nothing new should be sent here.
    app.begin_stopping();
    app.client().get("/healthz").await.is(200);
    app.client().get("/readyz").await.is(503);
}

both!(a_shop_whose_database_takes_no_write_is_not_ready);
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
