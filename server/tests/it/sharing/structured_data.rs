//! What pages say to machines, checked against schema.org's vocabulary.

use std::collections::BTreeSet;

use domain::Locale;
use serde_json::{Map, Value};

use super::vocabulary::{AVAILABILITY, RETURNS, is_a, is_class, range};
use crate::both::both;
use crate::client::PUBLIC;
use crate::test_app::TestApp;

/// The data in a page, as a machine reads it.
async fn data_of(app: &TestApp, path: &str) -> Value {
    let page = app.client().get(path).await.is(200).page();
    let blocks = page.select("head > script[type='application/ld+json']");
    assert_eq!(blocks.len(), 1, "{path}");
    serde_json::from_str(&blocks[0].inner_html()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The parts of a page's data that are of this class.
fn of_class<'v>(data: &'v Value, class: &str) -> Vec<&'v Value> {
    let graph = data["@graph"].as_array().unwrap();
    graph.iter().filter(|node| node["@type"] == class).collect()
}

/// Checks a thing and all that is in it; `ids` are those of all things on the page.
fn check(thing: &Map<String, Value>, ids: &BTreeSet<String>, what: &str) {
    let Some(class) = thing.get("@type") else {
        let id = thing["@id"].as_str().unwrap();
        assert_eq!(thing.len(), 1, "{what}: something without a class");
        assert!(ids.contains(id), "{what}: {id} is nowhere");
        return;
    };
    let class = class.as_str().unwrap();
    assert!(is_class(class), "{what}: no class {class}");
    for (property, value) in thing.iter().filter(|(name, _)| !name.starts_with('@')) {
        let what = format!("{what} › {class}.{property}");
        // An action's inputs are named after its properties (https://schema.org/docs/actions.html).
        if is_a(class, "Action") && property.ends_with("-input") {
            assert!(value.is_string(), "{what}");
            continue;
        }
        let range = range(class, property).unwrap_or_else(|| panic!("{what}: no such property"));
        let values = match value {
            Value::Array(values) => values.iter().collect(),
            one => vec![one],
        };
        assert!(!values.is_empty(), "{what}: empty");
        for value in values {
            check_value(value, range, ids, &what);
        }
    }
}

fn check_value(value: &Value, range: &[&str], ids: &BTreeSet<String>, what: &str) {
    let may_be = |kind: &str| range.contains(&kind);
    match value {
        Value::Object(thing) => {
            if let Some(class) = thing.get("@type").and_then(Value::as_str) {
                assert!(range.iter().any(|above| is_a(class, above)), "{what}: a {class}");
            }
            check(thing, ids, what);
        }
        Value::Number(number) => {
            assert!(
                may_be("Number") || (may_be("Integer") && number.is_i64()),
                "{what}: {value}"
            );
        }
        Value::String(text) => {
            assert!(!text.trim().is_empty(), "{what}: empty");
            let is_year = text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit());
            let is_date = is_year || (text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]));
            let fits = may_be("Text")
                || (may_be("URL") && text.starts_with(PUBLIC))
                || (may_be("ItemAvailability") && AVAILABILITY.contains(&text.as_str()))
                || RETURNS.iter().any(|(kind, value)| may_be(kind) && *value == text)
                || (may_be("Date") && is_date);
            assert!(fits, "{what}: {text}");
            assert!(!text.contains(['\u{2068}', '\u{2069}']), "{what}: {text:?}");
        }
        other => panic!("{what}: {other}"),
    }
}

fn ids_in(value: &Value, ids: &mut BTreeSet<String>) {
    match value {
        Value::Object(thing) => {
            if let (Some(id), true) = (thing.get("@id").and_then(Value::as_str), thing.contains_key("@type")) {
                ids.insert(id.to_owned());
            }
            thing.values().for_each(|value| ids_in(value, ids));
        }
        Value::Array(values) => values.iter().for_each(|value| ids_in(value, ids)),
        _ => {}
    }
}

both!(everything_said_is_in_the_vocabulary);
async fn everything_said_is_in_the_vocabulary() {
    let app = TestApp::start().await;
    crate::reviews::fill(&app).await;
    for locale in Locale::BUILT_IN {
        for place in [
            "",
            "/products/badam-500",
            "/products/badam-loose",
            "/products/walnuts",
            "/shops/altun-badam",
        ] {
            let path = format!("/{}{place}", locale.code());
            let data = data_of(&app, &path).await;
            assert_eq!(data["@context"], "https://schema.org");
            let mut ids = BTreeSet::new();
            ids_in(&data, &mut ids);
            let graph = data["@graph"].as_array().unwrap();
            assert!(!graph.is_empty());
            for node in graph {
                check(node.as_object().unwrap(), &ids, &path);
            }
        }
    }
}

#[test]
fn what_is_not_in_the_vocabulary_is_seen() {
    let wrong = [
        r#"{"@type": "Prodcut", "name": "a"}"#,
        r#"{"@type": "Product", "price": "1"}"#,
        r#"{"@type": "Product", "offers": {"@type": "Organization", "name": "a"}}"#,
        r#"{"@type": "Product", "brand": {"@id": "https://nowhere"}}"#,
        r#"{"@type": "Offer", "availability": "yes"}"#,
        r#"{"@type": "Product", "image": "relative.jpg"}"#,
        r#"{"@type": "Product", "image": []}"#,
        r#"{"@type": "ListItem", "position": 1.5}"#,
    ];
    for json in wrong {
        let value: Value = serde_json::from_str(json).unwrap();
        let checked = std::panic::catch_unwind(|| check(value.as_object().unwrap(), &BTreeSet::new(), "test"));
        assert!(checked.is_err(), "{json}");
    }
    let right = r#"{"@type": "AggregateOffer", "lowPrice": "1.00", "offers": [{"@type": "Offer", "price": "1.00"}]}"#;
    let value: Value = serde_json::from_str(right).unwrap();
    check(value.as_object().unwrap(), &BTreeSet::new(), "test");
}

both!(a_product_says_its_sizes_and_the_way_to_it);
async fn a_product_says_its_sizes_and_the_way_to_it() {
    let app = TestApp::start().await;
    for slug in ["badam-500", "badam-loose", "walnuts"] {
        let data = data_of(&app, &format!("/es/products/{slug}")).await;
        let product = of_class(&data, "Product")[0];
        let of_product = format!(
            "FROM offers WHERE status = 'active' AND product_id = (SELECT id FROM products WHERE slug = '{slug}')"
        );
        let count = app.number(&format!("SELECT count(*) {of_product}")).await;
        let lowest = app.number(&format!("SELECT min(price_minor) {of_product}")).await;
        let lowest = format!("{}.{:02}", lowest / 100, lowest % 100);
        let offers = &product["offers"];
        if count == 1 {
            assert_eq!(offers["@type"], "Offer", "{slug}");
            assert_eq!(offers["price"], lowest, "{slug}");
        } else {
            assert_eq!(offers["@type"], "AggregateOffer", "{slug}");
            assert_eq!(offers["offerCount"], count, "{slug}");
            assert_eq!(offers["lowPrice"], lowest, "{slug}");
        }
        let way = of_class(&data, "BreadcrumbList")[0]["itemListElement"]
            .as_array()
            .unwrap();
        let places: Vec<i64> = way.iter().map(|step| step["position"].as_i64().unwrap()).collect();
        assert_eq!(places, [1, 2, 3], "{slug}");
        for step in way {
            let path = step["item"].as_str().unwrap().strip_prefix(PUBLIC).unwrap();
            app.client().get(path).await.is(200);
        }
    }
    // A price that is for some of it says for how much.
    let loose = data_of(&app, "/es/products/badam-loose").await;
    let text = loose.to_string();
    assert!(
        text.contains("UnitPriceSpecification") && text.contains("\"GRM\""),
        "{text}"
    );
}

#[tokio::test]
async fn the_search_of_the_first_page_is_where_it_says() {
    let app = TestApp::start().await;
    let data = data_of(&app, "/zh").await;
    let site = of_class(&data, "WebSite")[0];
    let template = site["potentialAction"]["target"]["urlTemplate"].as_str().unwrap();
    let path = template.strip_prefix(PUBLIC).unwrap();
    assert!(path.contains("{search_term_string}"), "{path}");
    app.client()
        .get(&path.replace("{search_term_string}", "badam"))
        .await
        .is(200);
}

#[tokio::test]
async fn a_sold_out_size_says_so() {
    let app = TestApp::start().await;
    app.execute("UPDATE stock SET on_hand = reserved WHERE offer_id = (SELECT id FROM offers WHERE sku = 'BADAM-500')")
        .await;
    app.shop.catch_up().await.unwrap();
    let data = data_of(&app, "/zh/products/badam-500").await.to_string();
    assert!(data.contains("https://schema.org/OutOfStock"), "{data}");
}

/// The policy of a product's page.
async fn policy_of(app: &TestApp, slug: &str) -> Value {
    let data = data_of(app, &format!("/es/products/{slug}")).await;
    of_class(&data, "Product")[0]["offers"]["hasMerchantReturnPolicy"].clone()
}

both!(a_product_says_what_is_taken_back);
async fn a_product_says_what_is_taken_back() {
    let app = TestApp::start().await;
    let packaged = policy_of(&app, "badam-500").await;
    assert_eq!(packaged["merchantReturnDays"], 7);
    assert_eq!(
        packaged["returnFees"],
        "https://schema.org/ReturnFeesCustomerResponsibility"
    );
    let link = packaged["merchantReturnLink"].as_str().unwrap();
    app.client().get(link.strip_prefix(PUBLIC).unwrap()).await.is(200);
    let fresh = policy_of(&app, "honey-jar").await;
    assert_eq!(
        fresh["returnPolicyCategory"],
        "https://schema.org/MerchantReturnNotPermitted"
    );
    assert!(fresh.get("merchantReturnDays").is_none());
    assert_eq!(fresh["itemDefectReturnFees"], "https://schema.org/FreeReturn");
    // The figures are those of today's settings.
    app.execute(
        "INSERT INTO settings (name, value) VALUES ('shop-returns', \
         '{\"report_hours\":72,\"return_days\":14,\"way_back\":\"cooperative\"}')",
    )
    .await;
    app.shop.catch_up().await.unwrap();
    let now = policy_of(&app, "badam-500").await;
    assert_eq!(now["merchantReturnDays"], 14);
    assert_eq!(now["returnFees"], "https://schema.org/FreeReturn");
}
