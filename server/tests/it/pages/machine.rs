//! Pages for machines.

use std::collections::BTreeSet;
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
    // Six pages, four products, two cooperatives, and the list of each category, in three languages.
    let shelves = service::catalog::shelves(&app.shop, Locale::Zh).await.unwrap();
    assert_eq!(places.len(), 3 * (6 + 4 + 2 + shelves.len()));
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

both!(each_address_says_its_languages_and_when_it_changed);
async fn each_address_says_its_languages_and_when_it_changed() {
    let app = TestApp::start().await;
    // 2026-05-04, noon in Beijing.
    app.execute("UPDATE products SET updated_at = 1777867200000 WHERE slug = 'badam-500'")
        .await;
    app.shop.catch_up().await.unwrap();
    let xml = app.client().get("/sitemap/products-0.xml").await.is(200).text();
    let of_product: Vec<&str> = xml
        .lines()
        .filter(|line| line.contains("/products/badam-500<"))
        .collect();
    assert_eq!(of_product.len(), 3, "one in each language");
    let page = app.client().get("/es/products/badam-500").await.is(200).page();
    for line in of_product {
        assert!(line.contains("<lastmod>2026-05-04</lastmod>"), "{line}");
        // The same as the page itself says.
        for link in page.select("link[rel=alternate][hreflang]") {
            let (language, url) = (link.attr("hreflang").unwrap(), link.attr("href").unwrap());
            let said = format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{url}\"/>");
            assert!(line.contains(&said), "{said} in {line}");
        }
    }
    let pages = app.client().get("/sitemap/pages.xml").await.is(200).text();
    assert!(pages.contains(&format!("hreflang=\"x-default\" href=\"{PUBLIC}/\"/>")));
    assert!(pages.contains(&format!("<loc>{PUBLIC}/ug/products?category=badam</loc>")));
    let index = app.client().get("/sitemap.xml").await.is(200).text();
    assert!(index.contains("products-0.xml</loc><lastmod>"), "{index}");
}

both!(nobody_is_told_of_what_a_suspended_cooperative_sells);
async fn nobody_is_told_of_what_a_suspended_cooperative_sells() {
    let app = TestApp::start().await;
    let read = async || app.client().get("/sitemap/products-0.xml").await.is(200);
    let before = read().await;
    assert!(before.text().contains("/products/badam-500<"));
    app.execute("UPDATE cooperatives SET status = 'suspended' WHERE slug = 'altun-badam'")
        .await;
    app.shop.catch_up().await.unwrap();
    let after = read().await;
    assert!(!after.text().contains("/products/badam-500<"));
    assert_ne!(before.header("etag"), after.header("etag"));
    let shops = app.client().get("/sitemap/shops-0.xml").await.is(200).text();
    assert!(!shops.contains("/shops/altun-badam<"));
    app.client().get("/sitemap/shops-1.xml").await.is(404);
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
    for locale in Locale::BUILT_IN {
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
    for path in ["/manifest.webmanifest", "/manifest/ug", "/manifest/zh", "/manifest/es"] {
        let answer = app.client().get(path).await.is(200);
        assert_eq!(answer.header("content-type"), "application/manifest+json");
        let manifest: serde_json::Value = serde_json::from_str(&answer.text()).unwrap();
        assert_eq!(manifest["id"], "/", "one app in all languages");
        for icon in manifest["icons"].as_array().unwrap() {
            let answer = app.client().get(icon["src"].as_str().unwrap()).await.is(200);
            assert_eq!(answer.header("content-type"), "image/png");
            // Width and height stand in the header chunk of a PNG file.
            let side = u32::from_be_bytes(answer.body[16..20].try_into().unwrap());
            assert_eq!(icon["sizes"], format!("{side}x{side}"));
        }
        for shortcut in manifest["shortcuts"].as_array().unwrap() {
            app.client().get(shortcut["url"].as_str().unwrap()).await.is(200);
        }
    }
    for (path, lang, dir) in [("/manifest/ug", "ug", "rtl"), ("/manifest/es", "es", "ltr")] {
        let text = app.client().get(path).await.is(200).text();
        let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(manifest["lang"], lang);
        assert_eq!(manifest["dir"], dir);
        let page = app.client().get(&format!("/{lang}")).await.is(200).page();
        assert!(page.has(&format!("link[rel=manifest][href='{path}']")), "{lang}");
        let touch = page.first("link[rel=apple-touch-icon]").unwrap();
        app.client().get(touch.attr("href").unwrap()).await.is(200);
    }
    app.client().get("/manifest/en").await.is(404);
    app.client().get("/icons/4096.png").await.is(404);
}

/// The words that the service worker puts into pages, as it names them.
fn words_of_script() -> BTreeSet<&'static str> {
    include_str!("../../../../frontend/service-worker/shop.js")
        .split("*/")
        .find(|comment| comment.contains("@typedef {object} Words"))
        .unwrap()
        .lines()
        .filter_map(|line| {
            line.strip_prefix(" * @property {")?
                .split_once("} ")?
                .1
                .split(' ')
                .next()
        })
        .collect()
}

#[tokio::test]
async fn the_service_worker_comes_with_the_words_of_all_languages() {
    let app = TestApp::start().await;
    let answer = app.client().get("/service-worker.js").await.is(200);
    assert!(answer.header("content-type").starts_with("text/javascript"));
    // It may watch over the whole shop, ask nobody else, and is looked for anew each time.
    assert_eq!(
        answer.header("content-security-policy"),
        "default-src 'none'; connect-src 'self'"
    );
    assert_eq!(answer.header("cache-control"), "no-cache");
    let text = answer.text();
    let (words, script) = text.split_once(";\n").unwrap();
    assert!(script.contains("service-worker-1.js"));
    let shop: serde_json::Value = serde_json::from_str(words.strip_prefix("self.SHOP=").unwrap()).unwrap();
    assert_eq!(
        shop["languages"],
        serde_json::json!(["ug", "zh", "es"]),
        "as calls number them"
    );
    for locale in Locale::BUILT_IN {
        let words = shop["words"][locale.code()].as_object().unwrap();
        assert!(words.values().all(|word| word != ""), "{locale:?}");
        let named: BTreeSet<&str> = words.keys().map(String::as_str).collect();
        assert_eq!(named, words_of_script(), "{locale:?}");
        let ages = words["ages"].as_array().unwrap();
        assert!(ages[2][1].as_str().unwrap().contains('2'), "{locale:?}: two minutes");
    }
    let tag = answer.header("etag").to_owned();
    let again = Ask::get("/service-worker.js").header("if-none-match", &tag);
    app.client().send(again).await.is(304);
    let page = app.client().get("/ug").await.is(200);
    assert!(page.header("content-security-policy").contains("worker-src 'self'"));
    assert!(page.page().has("script[data-worker='/service-worker.js']"));
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
