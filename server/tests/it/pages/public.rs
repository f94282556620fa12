//! Pages kept for everybody: never older than what they show, never with anything of one person's, packed as asked.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::time::Duration;

use axum::http::Method;
use server::config::Settings;

use crate::buyer;
use crate::client::{Answer, Ask, Client};
use crate::template::Template;
use crate::test_app::{Options, TestApp, temp_dir};
use crate::world::Who;

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
async fn a_cached_page_comes_with_the_headers_it_was_made_with() {
    let app = TestApp::start().await;
    for path in ["/ug", "/zh/products", "/es/products/badam-500", "/ug/stations"] {
        let headers = async || {
            let mut headers = app.client().get(path).await.is(200).headers;
            headers.remove("date");
            headers
        };
        let made = headers().await;
        assert!(made.contains_key("x-content-type-options") && made.contains_key("strict-transport-security"));
        assert_eq!(headers().await, made, "{path}");
    }
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
    let app = TestApp::start_from(Template::plain(), options).await;
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

#[tokio::test]
async fn nobody_gets_another_ones_cart_number() {
    let app = TestApp::start().await;
    let mut buyer = app.client();
    buyer::add(&mut buyer, app.offer("BADAM-500").await, "2").await.is(303);
    for path in [
        "/zh",
        "/zh/products",
        "/zh/products/badam-500",
        "/zh/shops",
        "/zh/stations",
        "/zh/about",
    ] {
        let count = async |client: &mut Client| {
            let page = client.get(path).await.is(200).page();
            page.text_of("cart-count").unwrap().trim().to_owned()
        };
        // Each is asked for twice, by either of them first.
        for _ in 0..2 {
            assert_eq!(count(&mut buyer).await, "1", "{path}");
            assert_eq!(count(&mut app.client()).await, "", "{path}: not the buyer's");
        }
        let answer = app.client().get(path).await.is(200);
        assert!(answer.cookies().iter().all(|cookie| cookie.name() == "lang"), "{path}");
        assert_eq!(answer.header("cache-control"), "private, no-cache", "{path}");
    }
    let kept = app.pages.len();
    // A page that does not exist shows the number too.
    let missing = buyer.get("/zh/products/no-such-thing").await.is(404).page();
    assert_eq!(missing.text_of("cart-count").unwrap().trim(), "1");
    assert_eq!(app.pages.len(), kept, "what is not there is not kept");
}

#[tokio::test]
async fn who_is_signed_in_gets_pages_of_their_own() {
    let app = TestApp::inhabited().await;
    let kept = app.pages.len();
    for who in [Who::This, Who::Centre] {
        let answer = app.client_of(who).get("/es/products").await.is(200);
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("etag"), "");
    }
    assert_eq!(app.pages.len(), kept);
}

#[tokio::test]
async fn navigating_brings_no_style() {
    let app = TestApp::start().await;
    let path = "/zh/products/badam-500";
    for _ in 0..2 {
        let inside = Ask::get(path).header("x-navigation", "1");
        assert!(!app.client().send(inside).await.is(200).page().has("style"));
        assert!(app.client().get(path).await.is(200).page().has("style"));
    }
}

/// The site as a developer's build leaves it: one bundle for the shop and the work areas.
fn with_one_bundle(settings: &mut Settings) {
    let file = settings.site_dir.join("manifest.json");
    let mut names: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    names.retain(|name, _| !matches!(name.as_str(), "work.js" | "work.wasm"));
    fs::write(&file, serde_json::to_string(&names).unwrap()).unwrap();
}

#[tokio::test]
async fn who_comes_to_work_without_a_new_document_has_its_style() {
    let options = Options {
        settings: Some(with_one_bundle),
        ..Options::default()
    };
    let app = TestApp::start_from(Template::plain(), options).await;
    // With one bundle the document of the shop stays.
    let shop = app.client().get("/zh/products").await.is(200).page();
    assert_eq!(shop.count("style"), 2);
    // With two it does not, and no shopper loads what only the work areas need.
    let app = TestApp::start().await;
    let shop = app.client().get("/zh/products").await.is(200).page();
    assert_eq!(shop.count("style"), 1);
}

/// The page as it was before it was packed.
fn unpacked(answer: &Answer) -> String {
    let mut html = String::new();
    let mut read = |mut from: Box<dyn Read + '_>| from.read_to_string(&mut html).unwrap();
    let body = answer.body.as_ref();
    match answer.header("content-encoding") {
        "br" => read(Box::new(brotli::Decompressor::new(body, 4096))),
        "gzip" => read(Box::new(flate2::read::GzDecoder::new(body))),
        "zstd" => read(Box::new(zstd::stream::read::Decoder::new(body).unwrap())),
        _ => read(Box::new(body)),
    };
    html
}

#[tokio::test]
async fn a_page_is_packed_as_the_browser_asks_and_is_the_same_each_way() {
    let app = TestApp::start().await;
    for path in ["/ug", "/ug/products/badam-500"] {
        let plain = app.client().get(path).await.is(200);
        assert_eq!(plain.header("content-encoding"), "");
        for (asked, sent) in [
            ("br", "br"),
            ("gzip", "gzip"),
            ("zstd", "zstd"),
            ("gzip;q=0, zstd;q=0, br;q=0", ""),
            ("identity", ""),
        ] {
            let ask = Ask::get(path).header("accept-encoding", asked);
            let answer = app.client().send(ask).await.is(200);
            assert_eq!(answer.header("content-encoding"), sent, "{asked}");
            assert!(unpacked(&answer) == plain.text(), "{asked}: another page");
            assert!(answer.header("vary").contains("accept-encoding"));
        }
        // Asked for again and again, it is soon packed as small as it gets.
        let ask = || Ask::get(path).header("accept-encoding", "gzip, deflate, br, zstd");
        let mut sizes = Vec::new();
        for _ in 0..200 {
            let answer = app.client().send(ask()).await.is(200);
            assert!(unpacked(&answer) == plain.text());
            sizes.push(answer.body.len());
            if sizes.len() > 3 && answer.header("content-encoding") == "br" && sizes[0] > *sizes.last().unwrap() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert!(sizes[0] > *sizes.last().unwrap(), "{sizes:?}");
    }
}

#[tokio::test]
async fn a_browser_that_has_the_page_is_told_so_until_the_page_changes() {
    let app = TestApp::start().await;
    let path = "/es/products/badam-500";
    let ask = |tag: &str| {
        Ask::get(path)
            .header("accept-encoding", "br")
            .header("if-none-match", tag)
    };
    let first = app.client().send(ask("\"another\"")).await.is(200);
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.ends_with('"') && tag.len() > 30, "{tag}");
    for asked in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}")] {
        let known = app.client().send(ask(&asked)).await.is(304);
        assert!(known.body.is_empty());
        assert_eq!(known.header("etag"), tag);
        assert_eq!(known.header("cache-control"), "private, no-cache");
    }
    // A page of somebody else's number is another page.
    let mut buyer = app.client();
    buyer::add(&mut buyer, app.offer("BADAM-500").await, "1").await.is(303);
    buyer.send(ask(&tag)).await.is(200);
    app.execute("UPDATE offers SET price_minor = price_minor + 100").await;
    let changed = app.client().send(ask(&tag)).await.is(200);
    assert_ne!(changed.header("etag"), tag);
    // Changed back, it is the old page again.
    app.execute("UPDATE offers SET price_minor = price_minor - 100").await;
    app.client().send(ask(&tag)).await.is(304);
}

#[tokio::test]
async fn head_says_what_get_would() {
    let app = TestApp::start().await;
    for path in ["/zh", "/zh/products?sort=cheap"] {
        for _ in 0..2 {
            let head = app.client().send(Ask::new(Method::HEAD, path)).await.is(200);
            assert!(head.body.is_empty());
            let get = app.client().get(path).await.is(200);
            for name in ["content-length", "content-type", "etag", "content-security-policy"] {
                assert_eq!(head.header(name), get.header(name), "{name}");
            }
        }
    }
}

#[tokio::test]
async fn what_can_be_asked_in_endless_ways_fills_nothing() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let before = app.pages.len();
    for number in 0..40 {
        for path in [
            format!("/zh?x={number}"),
            format!("/zh/products?utm_source=a{number}"),
            format!("/zh/products?category=no-such-{number}"),
            format!("/zh/products?max={number}.0"),
            format!("/zh/products?sort=popular&page={number}&page=1"),
            format!("/zh/products/badam-500?from={number}"),
            format!("/zh/stations?q={number}"),
            format!("/zh/stations?township=no-such-{number}"),
            format!("/zh/about?{number}"),
        ] {
            client.get(&path).await.is(200);
        }
        client.get(&format!("/zh/products/no-such-{number}")).await.is(404);
        client.get(&format!("/zh/search?q={number}")).await.is(200);
    }
    assert_eq!(app.pages.len(), before);
    // Odd ways to write an address that is kept.
    for path in ["/zh/products?", "/zh/products/badam%2D500", "/zh/about?added=1"] {
        client.get(path).await.is(200);
    }
    assert_eq!(app.pages.len(), before);
    client.get("/zh/products?category=yangaq&sort=cheap").await;
    client.get("/zh/products").await.is(200);
    assert!(app.pages.len() > before);
}

#[tokio::test]
async fn the_memory_for_pages_is_bounded() {
    let bound = 256 * 1024;
    let options = Options {
        page_bytes: Some(bound),
        ..Options::default()
    };
    let app = TestApp::start_from(Template::plain(), options).await;
    let mut client = app.client();
    for number in 1..300 {
        for path in ["/zh/products", "/es/products"] {
            client.get(&format!("{path}?max={number}")).await.is(200);
        }
        assert!(app.pages.bytes() <= bound, "{} bytes", app.pages.bytes());
    }
    assert!(app.pages.len() > 1, "some are kept");
    // Prices anybody can think of do not push out the front pages.
    client.get("/zh").await.is(200);
    let kept = app.pages.len();
    for number in 300..400 {
        client.get(&format!("/zh/products?max={number}")).await.is(200);
    }
    client.get("/zh").await.is(200);
    assert!(app.pages.len() >= kept, "the front page is still there");
}

#[tokio::test]
async fn many_who_want_a_page_at_once_get_the_same() {
    let app = TestApp::start().await;
    let asking: Vec<_> = (0..40)
        .map(|_| {
            let mut client = app.client();
            tokio::spawn(async move {
                let ask = Ask::get("/ug/products").header("accept-encoding", "gzip");
                client.send(ask).await.is(200).header("etag").to_owned()
            })
        })
        .collect();
    let mut tags = Vec::new();
    for asked in asking {
        tags.push(asked.await.unwrap());
    }
    tags.dedup();
    assert_eq!(tags.len(), 1, "{tags:?}");
    assert_eq!(app.pages.len(), 1);
}
