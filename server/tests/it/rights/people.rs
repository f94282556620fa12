//! Every row of the table with everybody.

use axum::http::Method;
use testing::Snapshot;

use super::again::Again;
use super::table::{Gets, Row, table};
use crate::both::both;
use crate::test_app::TestApp;
use crate::world::Who;

#[test]
fn every_address_has_a_row() {
    let rows = table();
    let count = |method: &Method, pattern: &str| {
        rows.iter()
            .filter(|row| row.method == *method && row.pattern == pattern)
            .count()
    };
    for pattern in app::routes::PATTERNS {
        for method in [Method::GET, Method::POST] {
            assert_eq!(
                count(&method, pattern),
                1,
                "rows for {method} {pattern} in rights/table"
            );
        }
    }
    let mut functions = 0;
    for (pattern, method) in server_fn::axum::server_fn_paths() {
        functions += 1;
        assert_eq!(
            count(&method, pattern),
            1,
            "rows for {method} {pattern} in rights/table"
        );
        assert_eq!(
            method,
            Method::POST,
            "{pattern}: a function must not be a link (leptos#4809)"
        );
    }
    assert!(functions >= 2, "the server functions are linked in");
    let known = |row: &&Row| app::routes::PATTERNS.contains(&row.pattern) || row.pattern.starts_with("/api/");
    assert_eq!(
        rows.iter().filter(known).count(),
        rows.len(),
        "rows of addresses that are gone"
    );
}

both!(everybody_gets_what_the_table_says);
async fn everybody_gets_what_the_table_says() {
    // A shop is used until something in it was changed.
    let mut shop = Again::new().await;
    for row in table() {
        for who in Who::ALL {
            let gets = row.gets_of(who);
            let now = try_row(&shop, &row, who, gets).await;
            if matches!(gets, Gets::Done | Gets::Called | Gets::Created) {
                shop.renew(&now).await;
            } else {
                // Each is somebody else: the tries of those before are not theirs.
                shop.app.execute("DELETE FROM rate_limits").await;
            }
        }
    }
}

async fn try_row(Again { app, before }: &Again, row: &Row, who: Who, gets: Gets) -> Snapshot {
    let what = format!("{} {} by {who:?}", row.method, row.pattern);
    let mut client = app.client_of(who);
    let ask = row.ask(app, who, &mut client).await;
    let answer = client.send(ask).await;
    let after = app.snapshot().await;
    let status = answer.status.as_u16();
    let place = answer.location();
    match gets {
        Gets::Page | Gets::Called => assert_eq!(status, 200, "{what}"),
        Gets::Created => assert_eq!(status, 201, "{what}"),
        Gets::Done | Gets::Elsewhere => {
            assert_eq!(status, 303, "{what}: {}", answer.text());
            assert!(
                place.starts_with("/ug") && !place.contains("sign-in?next"),
                "{what}: {place}"
            );
        }
        // What somebody wrote is kept in the page that asks who they are.
        Gets::SignIn if status == 200 => {
            let page = answer.page();
            assert!(page.has("[data-testid='sign-in'] [name='sent']"), "{what}");
        }
        Gets::SignIn => {
            assert_eq!(status, 303, "{what}");
            assert!(
                place.starts_with("/ug/account/sign-in?next=%2Fug%2F"),
                "{what}: {place}"
            );
        }
        Gets::Refused(expected) => assert_eq!(status, expected, "{what}"),
    }
    if matches!(gets, Gets::Done | Gets::Called | Gets::Created) {
        assert!(!after.changed_since(before).is_empty(), "{what}: did nothing");
    } else {
        app.is_unchanged(before, &after, &what);
    }
    after
}

both!(an_order_is_shown_to_its_buyer_only);
async fn an_order_is_shown_to_its_buyer_only() {
    let app = TestApp::inhabited().await;
    let code = app.text("SELECT code FROM order_groups").await;
    for who in Who::ALL {
        let text = app
            .client_of(who)
            .get(&format!("/es/orders/{code}"))
            .await
            .is(200)
            .text();
        let shows = text.contains(crate::buyer::NAME);
        assert_eq!(shows, who == Who::Shopper, "{who:?}");
    }
}

both!(a_cooperative_reads_the_buyers_phone_and_note_until_the_goods_are_handed_over);
async fn a_cooperative_reads_the_buyers_phone_and_note_until_the_goods_are_handed_over() {
    let app = TestApp::inhabited().await;
    app.execute("UPDATE order_groups SET note = 'leave it with the neighbour'")
        .await;
    let order = app.number("SELECT id FROM orders").await;
    let path = format!("/zh/studio/orders/{order}");
    let page = app.client_of(Who::This).get(&path).await.is(200).page();
    assert!(page.text().contains(crate::buyer::NAME));
    let phone: String = page
        .text_of("buyer-phone")
        .unwrap()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    assert!(phone.ends_with(crate::buyer::PHONE), "{phone}");
    assert_eq!(page.text_of("buyer-note").unwrap(), "leave it with the neighbour");
    for over in [
        "status = 'completed', fulfilment = 'delivered'",
        "status = 'canceled', fulfilment = 'unfulfilled'",
        "status = 'expired', fulfilment = 'unfulfilled'",
    ] {
        app.execute(&format!("UPDATE orders SET {over}")).await;
        let page = app.client_of(Who::This).get(&path).await.is(200);
        assert_eq!(page.page().text_of("buyer-phone"), None, "{over}");
        let text = page.text();
        for secret in ["13800138000", "138 0013 8000", "neighbour"] {
            assert!(!text.contains(secret), "{secret} {over}");
        }
    }
    // Lists name nobody.
    let list = app.client_of(Who::This).get("/zh/studio/orders").await.is(200).text();
    assert!(!list.contains("8000"), "{list}");
}

both!(another_cooperatives_offer_in_ones_own_form_changes_nothing);
async fn another_cooperatives_offer_in_ones_own_form_changes_nothing() {
    let app = TestApp::inhabited().await;
    let (mine, theirs) = (app.product("badam-500").await, app.offer("HONEY-JAR").await);
    let mut client = app.client_of(Who::This);
    let path = format!("/ug/studio/products/{mine}");
    let mut fields = client.get(&path).await.is(200).page().form("product-editor");
    for (name, value) in [("price", "0.01"), ("stock", "0")] {
        let before = app.snapshot().await;
        fields.push((format!("{name}-{theirs}"), value.to_owned()));
        client.post(&path, &fields).await.is(404);
        app.is_unchanged(&before, &app.snapshot().await, name);
        fields.pop();
    }
    let mut fields = client.get("/ug/studio/stock").await.is(200).page().form("stock-form");
    for (name, value) in [("price", "0.01"), ("stock", "0")] {
        let before = app.snapshot().await;
        fields.push((format!("{name}-{theirs}"), value.to_owned()));
        client.post("/ug/studio/stock", &fields).await.is(404);
        app.is_unchanged(&before, &app.snapshot().await, name);
        fields.pop();
    }
}

both!(fields_that_are_not_in_the_form_are_not_looked_at);
async fn fields_that_are_not_in_the_form_are_not_looked_at() {
    // whose product it is, who one is, what is sold.
    let app = TestApp::inhabited().await;
    let product = app.product("badam-500").await;
    let mut client = app.client_of(Who::This);
    let path = format!("/ug/studio/products/{product}");
    let mut fields = client.get(&path).await.is(200).page().form("product-editor");
    let protected = "SELECT cooperative_id || slug || status || popularity || source_lang FROM products ORDER BY id";
    let before = app.texts_of(protected).await;
    for (name, value) in [
        ("role", "centre"),
        ("cooperative_id", "2"),
        ("seller_id", "2"),
        ("status", "draft"),
        ("popularity", "100"),
        ("slug", "stolen"),
        ("id", "2"),
    ] {
        fields.push((name.to_owned(), value.to_owned()));
    }
    client.post(&path, &fields).await.is(303);
    assert_eq!(app.texts_of(protected).await, before);
    assert_eq!(
        app.number("SELECT count(*) FROM member_roles WHERE subject = 'centre'")
            .await,
        3
    );
}
