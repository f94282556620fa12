//! Languages that an operator adds: each a folder of texts with a `language.toml`, and no line of the program.

use std::path::PathBuf;

use domain::OrderCode;

use crate::both::both;
use crate::buyer::{self, set};
use crate::client::Client;
use crate::crash::program::{Data, text};
use crate::html::Page;
use crate::pages::rules;
use crate::pages::samples::PAGES;
use crate::world::Who;

/// Code, tag and direction, and what the link home is called.
const ADDED: [(&str, &str, &str, &str); 3] = [
    ("ar", "ar", "rtl", "الرئيسية"),
    ("kk", "kk-Arab", "rtl", "باستى بەت"),
    ("ru", "ru", "ltr", "Главная"),
];

fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("testing/languages")
}

both!(the_whole_shop_is_there_in_a_language_that_was_added);
async fn the_whole_shop_is_there_in_a_language_that_was_added() {
    let data = Data::fresh().await;
    let program = data.start_with_texts(&fixtures());
    let mut client = Client::new(program.addr);
    let public = PAGES
        .iter()
        .filter(|(who, page)| *who == Who::Anonymous && !page.contains('{'));
    for (_, page) in public {
        for (code, tag, dir, home) in ADDED {
            let path = format!("/{code}{page}");
            let answer = client.get(&path).await.is(200);
            rules::hold_in(&answer, (tag, dir), &path);
            assert!(answer.text().contains(home), "{path}");
        }
    }
    assert!(program.stop());
}

both!(goods_are_shown_in_an_added_language_with_its_numbers);
async fn goods_are_shown_in_an_added_language_with_its_numbers() {
    let data = Data::fresh().await;
    let program = data.start_with_texts(&fixtures());
    let mut client = Client::new(program.addr);
    // The same goods as in the language that its readers understand best.
    for (own, nearest) in [("ar", "ug"), ("kk", "ug"), ("ru", "zh")] {
        let own = client.get(&format!("/{own}/products")).await.is(200).page();
        let nearest = client.get(&format!("/{nearest}/products")).await.is(200).page();
        let names = |page: &Page| -> Vec<String> {
            let cards = page.select("article h3, article h2");
            cards.iter().map(|name| name.text().collect()).collect()
        };
        assert_eq!(names(&own), names(&nearest));
        assert!(!names(&own).is_empty());
    }
    // Numbers as the language writes them.
    let arabic = client.get("/ar/products/badam-500").await.is(200).page().text();
    assert!(arabic.contains('٫') && arabic.contains('¥'), "{arabic}");
    let russian = client.get("/ru/products/badam-500").await.is(200).page().text();
    assert!(russian.contains("0\u{a0}¥"), "{russian}");
    program.kill();
}

both!(one_buys_in_an_added_language_and_the_others_lead_there);
async fn one_buys_in_an_added_language_and_the_others_lead_there() {
    let data = Data::fresh().await;
    let program = data.start_with_texts(&fixtures());
    let mut client = Client::new(program.addr);
    let code = order(&mut client, data.offer).await;
    let page = client.get(&format!("/ar/orders/{code}")).await.is(200).page();
    assert_eq!(page.first("html").unwrap().attr("dir"), Some("rtl"));
    assert!(page.text().contains('٫'));
    // The order remembers its language.
    let db = data.open().await;
    assert_eq!(text(&db, "SELECT locale FROM order_groups").await, "ar");
    db.close().await;

    let home = client.get("/ug").await.is(200).page();
    for (code, tag, dir, _) in ADDED {
        let link = home.first(&format!(".c-languages a[href='/{code}']")).unwrap();
        assert_eq!((link.attr("hreflang"), link.attr("dir")), (Some(tag), Some(dir)));
        assert!(home.has(&format!("link[rel=alternate][hreflang='{tag}']")), "{tag}");
    }
    let sitemap = client.get("/sitemap/pages.xml").await.is(200).text();
    assert!(sitemap.contains("/kk/products<") && sitemap.contains("hreflang=\"kk-Arab\""));
    program.kill();
}

/// From the shelf to the order, in Arabic.
async fn order(client: &mut Client, offer: i64) -> OrderCode {
    let fields = [("offer", offer.to_string()), ("quantity", "٢".to_owned())];
    client.post("/ar/cart/lines", &fields).await.is(303);
    let cart = client.get("/ar/cart").await.is(200).page();
    assert!(cart.text().contains("السلة"));
    let fields = buyer::checkout_form(client, "ar").await;
    let answer = client.post("/ar/checkout", &fields).await.is(303);
    let place = answer.location().strip_prefix("/ar/orders/").unwrap();
    OrderCode::parse(place.split('?').next().unwrap()).unwrap()
}

both!(a_mistake_is_told_in_an_added_language);
async fn a_mistake_is_told_in_an_added_language() {
    let data = Data::fresh().await;
    let program = data.start_with_texts(&fixtures());
    let mut client = Client::new(program.addr);
    let fields = [("offer", data.offer.to_string()), ("quantity", "1".to_owned())];
    client.post("/ru/cart/lines", &fields).await.is(303);
    let mut fields = buyer::checkout_form(&mut client, "ru").await;
    set(&mut fields, "phone", "12");
    let page = client.post("/ru/checkout", &fields).await.is(422).page();
    assert_eq!(page.first("html").unwrap().attr("lang"), Some("ru"));
    assert_eq!(page.value("phone").as_deref(), Some("12"), "nothing typed is lost");
    let said = page.first(".c-field__error").unwrap().text().collect::<String>();
    assert!(!said.trim().is_empty());
    program.kill();
}

#[tokio::test]
async fn visitors_are_led_to_their_language_and_other_spellings_to_the_page() {
    let data = Data::on_sqlite().await;
    let program = data.start_with_texts(&fixtures());
    let mut client = Client::new(program.addr);
    for (accept, place) in [
        ("kk-KZ,kk;q=0.9", "/kk"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "/ru"),
        ("ar-SA", "/ar"),
        ("fr,en", "/zh"),
    ] {
        let ask = crate::client::Ask::get("/").header("accept-language", accept);
        let answer = client.send(ask).await;
        assert_eq!(answer.location(), place, "{accept}");
        client.cookies.clear();
    }
    for (other, place) in [("/kk-Arab/products", "/kk/products"), ("/RU/Products/", "/ru/products")] {
        assert_eq!(client.get(other).await.location(), place);
    }
    program.kill();
}

#[tokio::test]
async fn without_the_folder_the_language_is_not_there() {
    let data = Data::on_sqlite().await;
    let program = data.start();
    let mut client = Client::new(program.addr);
    client.get("/ru").await.is(404);
    program.kill();
}
