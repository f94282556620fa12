//! what stands in addresses and headers.

use std::time::Duration;

use domain::Locale;

use crate::abuse::is_inert;
use crate::both::both;
use crate::buyer;
use crate::client::{Ask, PUBLIC};
use crate::test_app::TestApp;
use crate::world::Who;

const INJECTIONS: [&str; 12] = [
    "' OR '1'='1",
    "' UNION SELECT password_hash FROM users --",
    "1; DROP TABLE orders; --",
    "price_minor DESC; DELETE FROM stock",
    "(SELECT CASE WHEN (1=1) THEN price_minor ELSE id END)",
    "\" OR \"\"=\"",
    "%' AND 1=CAST((SELECT phone FROM users LIMIT 1) AS INT) --",
    "\\",
    "%",
    "_",
    "*",
    "NEAR(\"a\" \"b\") AND title: *",
];

both!(a_48_queries_are_values_never_sql);
async fn a_48_queries_are_values_never_sql() {
    let app = TestApp::inhabited().await;
    let mut client = app.client();
    let before = app.snapshot().await;
    for text in INJECTIONS {
        for name in [
            "q",
            "sort",
            "category",
            "page",
            "lang",
            "after",
            "min",
            "max",
            "price",
            "available",
            "township",
            "code",
        ] {
            let query = serde_urlencoded::to_string([(name, text)]).unwrap();
            for area in ["products", "search", "stations", "orders", "shops"] {
                let path = format!("/zh/{area}?{query}");
                let answer = client.get(&path).await.is(200);
                assert!(!answer.text().contains("argon2"), "{path}");
            }
        }
        let segment = serde_urlencoded::to_string([("", text)]).unwrap()[1..].replace('+', "%20");
        for path in [
            format!("/zh/products/{segment}"),
            format!("/zh/shops/{segment}"),
            format!("/{segment}/products"),
        ] {
            client.get(&path).await.is(404);
        }
        let studio = format!("/zh/studio/orders/{segment}");
        app.client_of(Who::This).get(&studio).await.is(404);
    }
    app.is_unchanged(&before, &app.snapshot().await, "queries");
    // A percent sign finds what has one in its name, not everything.
    let found = |query: &str| format!("/es/search?q={query}");
    let all = client.get(&found("almendra")).await.is(200).page();
    let none = client.get(&found("%25")).await.is(200).page();
    assert!(none.has(".c-empty") && !all.has(".c-empty"));
}

/// Where a form must not send anybody.
const ELSEWHERE: [&str; 16] = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example/",
    "http://shop.bazar.test.evil.example",
    "javascript:alert(1)",
    "data:text/html,evil",
    "/\t/evil.example",
    "/\n/evil.example",
    "/%09/evil.example\r\nSet-Cookie: evil=1",
    "evil.example",
    "@evil.example",
    ".evil.example",
    " //evil.example",
];

both!(a_54_forms_lead_to_own_pages_only);
async fn a_54_forms_lead_to_own_pages_only() {
    let app = TestApp::start().await;
    let account = app.accounts[0].clone();
    let offer = app.offer("BADAM-500").await.to_string();
    for evil in ELSEWHERE {
        let fields = [("offer", offer.as_str()), ("quantity", "1"), ("back", evil)];
        let answer = app.client().post("/ug/cart/lines", &fields).await.is(303);
        assert_eq!(answer.location(), format!("/ug/cart?added={offer}"), "{evil:?}");

        let fields = [("phone", "13900139000"), ("next", evil)];
        let answer = app.client().post("/ug/account/code", &fields).await;
        // Too often for one number is an answer too.
        if answer.status == 303 {
            assert_eq!(answer.location(), "/ug/account/sign-in?way=code", "{evil:?}");
        }
        let query = serde_urlencoded::to_string([("next", evil)]).unwrap();
        let page = app
            .client()
            .get(&format!("/ug/account/sign-in?{query}"))
            .await
            .is(200)
            .page();
        assert_eq!(page.value("next"), None, "{evil:?}");
    }
    // Signing in costs a hash each: the worst ones only.
    for evil in &ELSEWHERE[..6] {
        let fields = [
            ("phone", account.phone.as_str()),
            ("password", &account.password),
            ("next", evil),
        ];
        let answer = app.client().post("/ug/account/sign-in", &fields).await.is(303);
        assert_eq!(answer.location(), "/ug/studio", "{evil:?}");
    }
}

both!(a_54_own_pages_are_gone_back_to);
async fn a_54_own_pages_are_gone_back_to() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await.to_string();
    let fields = [
        ("offer", offer.as_str()),
        ("quantity", "1"),
        ("back", "/es/products?page=1#top"),
    ];
    let answer = app.client().post("/es/cart/lines", &fields).await.is(303);
    assert_eq!(answer.location(), format!("/es/products?page=1&added={offer}#added"));
    let account = &app.accounts[0];
    let next = "/zh/studio/orders?page=2";
    let fields = [
        ("phone", account.phone.as_str()),
        ("password", &account.password),
        ("next", next),
    ];
    let answer = app.client().post("/zh/account/sign-in", &fields).await.is(303);
    assert_eq!(answer.location(), next);
}

#[tokio::test]
async fn a_55_no_header_changes_the_address_of_the_shop() {
    let app = TestApp::inhabited().await;
    let evil = "evil.example";
    let headers = [
        "host",
        "x-forwarded-host",
        "x-host",
        "forwarded",
        "x-original-url",
        "x-rewrite-url",
        "x-forwarded-proto",
        "x-forwarded-prefix",
    ];
    let code = app.text("SELECT code FROM order_groups").await;
    for locale in Locale::BUILT_IN {
        let lang = locale.code();
        for path in [
            format!("/{lang}"),
            format!("/{lang}/products/badam-500"),
            format!("/{lang}/orders/{code}"),
            format!("/{lang}/account/sign-in"),
            format!("/{lang}/studio"),
            format!("/{lang}/nothing-here"),
            "/".to_owned(),
            "/sitemap.xml".to_owned(),
            "/sitemap/pages.xml".to_owned(),
            "/robots.txt".to_owned(),
            "/manifest.webmanifest".to_owned(),
        ] {
            for header in headers {
                let value = if header == "forwarded" {
                    format!("host={evil};proto=http")
                } else {
                    evil.to_owned()
                };
                let answer = app.client().send(Ask::get(&path).header(header, &value)).await;
                assert!(answer.status.as_u16() < 500, "{path} {header}");
                assert!(!answer.text().contains(evil), "{path} {header}");
                assert!(!format!("{:?}", answer.headers).contains(evil), "{path} {header}");
            }
        }
    }
    let sitemap = app.client().get("/sitemap/products-0.xml").await.is(200).text();
    assert!(sitemap.contains(&format!("<loc>{PUBLIC}/ug/products/badam-500</loc>")));
    let offer = app.offer("BADAM-500").await.to_string();
    let fields = [("offer", offer.clone()), ("quantity", "1".to_owned())];
    let ask = Ask::post("/ug/cart/lines", &fields).header("x-forwarded-host", evil);
    assert_eq!(
        app.client().send(ask).await.is(303).location(),
        format!("/ug/cart?added={offer}")
    );
}

/// Longer than any of it may take, on the slowest machine that runs tests.
const HANGS: Duration = Duration::from_secs(20);

both!(a_58_too_much_is_refused_at_once);
async fn a_58_too_much_is_refused_at_once() {
    let app = TestApp::start().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let before = app.snapshot().await;
    let work = async {
        let text = "q=".to_owned() + &"ا".repeat(1_000_000);
        for path in [
            "/ug/search",
            "/ug/cart/lines",
            "/ug/checkout",
            "/ug/orders",
            "/ug/account/sign-in",
            "/api/add_to_cart",
        ] {
            let ask = Ask::post::<&str, &str>(path, &[]).body(text.clone().into_bytes());
            let answer = client.clone().try_send(ask).await;
            // Cut off while still sending is a refusal too.
            if let Ok(answer) = answer {
                assert!(
                    matches!(answer.status.as_u16(), 404 | 413 | 422),
                    "{path} {}",
                    answer.status
                );
            }
        }
        let many: Vec<String> = (0..10_000).map(|n| format!("f{n}={n}")).collect();
        let ask = Ask::post::<&str, &str>("/ug/cart", &[]).body(many.join("&").into_bytes());
        client.send(ask).await.is(413);
        for (query, status) in [
            // Nothing was sent that could be shortened: there is no such page.
            (many[..5_000].join("&"), 404),
            ("q=".to_owned() + &"a".repeat(60_000), 404),
            ("q=".to_owned() + &"a".repeat(4_000), 200),
            ("q=".to_owned() + &"%D8%A7".repeat(600), 200),
            ("page=9223372036854775808".to_owned(), 200),
            ("page=-1&min=-5&max=99999999999999999999999".to_owned(), 200),
            ("after=1.1.1&page=99999999".to_owned(), 200),
            ("min=1e309&max=NaN&sort=%00&category=%F0%9F%92%A3".to_owned(), 200),
            ("q=".to_owned() + &"(".repeat(1_000), 200),
            ("q=".to_owned() + &"a%20".repeat(900), 200),
            ("&&&===&&%zz&%".to_owned(), 200),
        ] {
            for area in ["products", "search", "stations", "studio/orders"] {
                let answer = client.get(&format!("/ug/{area}?{query}")).await;
                let expected = if status == 200 && area == "studio/orders" {
                    303
                } else {
                    status
                };
                assert_eq!(answer.status, expected, "{area} {}", &query[..query.len().min(60)]);
                if expected != 303 {
                    is_inert(&answer.page(), area);
                }
            }
        }
    };
    tokio::time::timeout(HANGS, work).await.unwrap();
    app.is_unchanged(&before, &app.snapshot().await, "too much");
}

#[tokio::test]
async fn a_58_a_megabyte_in_the_address_is_refused() {
    let app = TestApp::start().await;
    let mut request = b"GET /ug/search?q=".to_vec();
    request.extend(std::iter::repeat_n(b'a', 1_000_000));
    request.extend_from_slice(b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let answer = crate::wire_text::raw(app.addr, &request).await;
    let status = answer.get(9..12).unwrap_or_default();
    assert!(matches!(status, "" | "413" | "414" | "431"), "{answer}");
    app.client().get("/ug").await.is(200);
}
