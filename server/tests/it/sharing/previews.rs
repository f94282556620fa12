//! The pictures beside links.

use std::fs;

use domain::Locale;

use crate::both::both;
use crate::client::{Answer, Ask, PUBLIC};
use crate::test_app::TestApp;

/// Width and height of a JPEG file, from the frame's header.
fn sides(file: &[u8]) -> (u16, u16) {
    assert!(file.starts_with(&[0xFF, 0xD8]), "a JPEG");
    let mut at = 2;
    loop {
        let (kind, length) = (file[at + 1], u16::from_be_bytes([file[at + 2], file[at + 3]]));
        if (0xC0..=0xC2).contains(&kind) {
            let number = |place: usize| u16::from_be_bytes([file[place], file[place + 1]]);
            return (number(at + 7), number(at + 5));
        }
        at += 2 + usize::from(length);
    }
}

/// The address of the picture that a page names.
async fn picture_of(app: &TestApp, path: &str) -> String {
    let page = app.client().get(path).await.is(200).page();
    let image = page.first("meta[property='og:image']").unwrap();
    let url = image.attr("content").unwrap();
    url.strip_prefix(PUBLIC).unwrap().to_owned()
}

fn is_a_card(answer: &Answer) {
    assert_eq!(answer.header("content-type"), "image/jpeg");
    assert_eq!(sides(&answer.body), (1_200, 630));
    // What messengers take.
    assert!(answer.body.len() < 300_000, "{}", answer.body.len());
    assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
}

/// How many pictures lie where pictures are kept.
fn kept(app: &TestApp) -> usize {
    let files = fs::read_dir(app.media_dir()).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("preview-")).count()
}

both!(a_link_has_a_picture_of_its_own_in_each_language);
async fn a_link_has_a_picture_of_its_own_in_each_language() {
    let app = TestApp::start().await;
    let mut files = std::collections::BTreeSet::new();
    for locale in Locale::BUILT_IN {
        for place in ["", "/products/badam-500", "/shops/altun-badam"] {
            let path = picture_of(&app, &format!("/{}{place}", locale.code())).await;
            let answer = app.client().get(&path).await.is(200);
            is_a_card(&answer);
            files.insert(answer.body.to_vec());
            // Made once: the second one is the same file, and a browser that has it is told so.
            let tag = answer.header("etag").to_owned();
            assert_eq!(app.client().get(&path).await.is(200).body, answer.body, "{path}");
            for known in [tag.clone(), format!("\"other\", W/{tag}")] {
                let again = Ask::get(&path).header("if-none-match", &known);
                let same = app.client().send(again).await.is(304);
                assert_eq!(same.header("cross-origin-resource-policy"), "cross-origin", "{known}");
            }
        }
    }
    assert_eq!(files.len(), 9, "each is another one");
    assert_eq!(kept(&app), 9);
}

both!(a_picture_follows_the_price_under_another_address);
async fn a_picture_follows_the_price_under_another_address() {
    let app = TestApp::start().await;
    let page = "/zh/products/badam-500";
    let before = picture_of(&app, page).await;
    let first = app.client().get(&before).await.is(200);
    let of_product = "product_id = (SELECT id FROM products WHERE slug = 'badam-500')";
    for table in ["offers", "product_cards"] {
        app.execute(&format!("UPDATE {table} SET price_minor = 98700 WHERE {of_product}"))
            .await;
    }
    app.shop.catch_up().await.unwrap();
    let after = picture_of(&app, page).await;
    assert_ne!(after, before, "who keeps pictures by their addresses asks again");
    let second = app.client().get(&after).await.is(200);
    assert_ne!(second.header("etag"), first.header("etag"));
    assert_ne!(second.body, first.body);
    // Whatever stands in the query, it is the one picture there is.
    let old = app.client().get(&before).await.is(200);
    assert_eq!(old.body, second.body);
    assert_eq!(kept(&app), 2);
}

both!(what_no_buyer_sees_has_no_picture);
async fn what_no_buyer_sees_has_no_picture() {
    let app = TestApp::start().await;
    app.execute("UPDATE products SET status = 'draft' WHERE slug = 'walnuts'")
        .await;
    app.shop.catch_up().await.unwrap();
    for path in [
        "/previews/zh/products/walnuts.jpg",
        "/previews/zh/products/nothing.jpg",
        "/previews/zh/products/Badam-500.jpg",
        "/previews/zh/shops/nothing.jpg",
        "/previews/zh/pages/other.jpg",
        "/previews/zh/orders/1.jpg",
        "/previews/en/products/badam-500.jpg",
        "/previews/zh-Hans/products/badam-500.jpg",
        "/previews/zh/products/badam-500.png",
        "/previews/zh/products/badam-500",
        "/previews/zh/products/..%2F..%2Fsecret.jpg",
        "/previews/zh/products",
    ] {
        app.client().get(path).await.is(404);
    }
    assert_eq!(kept(&app), 0);
}

#[tokio::test]
async fn without_fonts_the_photograph_takes_its_place() {
    let app = TestApp::start().await;
    fs::remove_file(app.site().join("assets/print-1.ttc")).unwrap();
    let path = picture_of(&app, "/ug/products/badam-500").await;
    let answer = app.client().get(&path).await.is(307);
    assert!(answer.header("etag").is_empty(), "not kept as if it were the picture");
    let photograph = answer.location();
    assert!(
        photograph.starts_with("/media/") && photograph.ends_with("-1200.jpg"),
        "{photograph}"
    );
    let photograph = app.client().get(photograph).await.is(200);
    assert_eq!(photograph.header("content-type"), "image/jpeg");
    assert_eq!(kept(&app), 0);
}
