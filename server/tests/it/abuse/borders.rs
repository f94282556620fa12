//! What cannot be a name, a number or a text is turned away at the border, whatever the database would say to it.

use axum::http::Method;

use crate::both::both;
use crate::buyer;
use crate::client::Ask;
use crate::rights::table;
use crate::test_app::TestApp;
use crate::world::Who;

both!(addresses_that_name_nothing_are_not_there);
async fn addresses_that_name_nothing_are_not_there() {
    let app = TestApp::inhabited().await;
    let before = app.snapshot().await;
    for path in [
        "/zh/products/%00",
        "/zh/products/badam-500%00",
        "/zh/products/%0a",
        "/zh/products/%C2%85",
        "/zh/products/%ff",
        "/zh/shops/%00",
        "/zh/shops/altun-badam%00",
        "/zh/orders/%00",
        "/zh/orders/%00/cancel",
        "/%00/products",
        "/zh%00",
        "/%00",
        "/media/%00.webp",
        "/assets/%00.js",
        "/sitemap/%00.xml",
        "/sitemap/products-9223372036854775807.xml",
        "/sitemap/shops-99999999999999999999.xml",
    ] {
        app.client().get(path).await.is(404);
    }
    let too_long = "a".repeat(3_000);
    app.client().get(&format!("/zh/products/{too_long}")).await.is(404);
    let mut member = app.client_of(Who::This);
    for id in [
        "%00",
        "1%00",
        "0",
        "-1",
        "+1",
        "01",
        "1e3",
        "9223372036854775807",
        "9223372036854775808",
        "%D9%A1",
    ] {
        for area in ["orders", "products"] {
            member.get(&format!("/zh/studio/{area}/{id}")).await.is(404);
        }
    }
    app.is_unchanged(&before, &app.snapshot().await, "addresses");
}

both!(queries_that_make_no_sense_break_no_page);
async fn queries_that_make_no_sense_break_no_page() {
    let app = TestApp::inhabited().await;
    let before = app.snapshot().await;
    for value in [
        "%00",
        "a%00b",
        "%0d%0a",
        "%ff",
        "-1",
        "0",
        "9223372036854775808",
        "99999999999999999999999999",
    ] {
        for name in [
            "q", "page", "after", "min", "max", "category", "township", "sort", "next", "code",
        ] {
            for area in ["products", "search", "stations", "shops", "orders"] {
                let path = format!("/zh/{area}?{name}={value}");
                app.client().get(&path).await.is(200);
            }
            let path = format!("/zh/studio/orders?{name}={value}");
            app.client_of(Who::This).get(&path).await.is(200);
        }
    }
    app.is_unchanged(&before, &app.snapshot().await, "queries");
}

both!(no_field_brings_a_nul_into_the_database);
async fn no_field_brings_a_nul_into_the_database() {
    let app = TestApp::inhabited().await;
    // Read before anything is sent: each form that is taken changes what the next one would be.
    let mut forms = Vec::new();
    for row in table().into_iter().filter(|row| row.method == Method::POST) {
        for who in [Who::Shopper, Who::This, Who::Centre] {
            let mut client = app.client_of(who);
            let fields = row.fields(&app, who, &mut client).await;
            forms.push((client, row.path(&app).await, fields));
        }
    }
    for (client, path, fields) in forms {
        for at in 0..fields.len() {
            let mut fields = fields.clone();
            fields[at].1.push('\0');
            let ask = Ask::post(&path, &fields).header("accept", "*/*");
            let answer = client.clone().send(ask).await;
            let field = &fields[at].0;
            assert!(answer.status.as_u16() < 500, "{path} {field}: {}", answer.status);
        }
    }
    let honey = app.offer("HONEY-JAR").await;
    for call in [
        buyer::calls_add(honey, "1\0", [8; 16]),
        buyer::calls_change(honey, "1\0"),
    ] {
        app.client_of(Who::Shopper).send(call).await.is(422);
    }
    // What is somebody's own text is named where it was typed.
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let mut fields = buyer::checkout_form(&mut client, "zh").await;
    buyer::set(&mut fields, "name", "A\0B");
    let page = client.post("/zh/checkout", &fields).await.is(422).page();
    assert!(page.has("input[name=name][aria-invalid]"));
}

both!(cookies_that_make_no_sense_are_nobodys);
async fn cookies_that_make_no_sense_are_nobodys() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    for value in [
        "%00",
        "a%00b",
        "",
        "0",
        "\u{7f}",
        &"f".repeat(64),
        &"F".repeat(64),
        &"a".repeat(3_000),
    ] {
        for name in ["__Host-cart", "__Host-sid", "__Host-orders", "lang"] {
            let mut client = app.client();
            client.cookies.insert(name.to_owned(), value.to_owned());
            let Ok(page) = client.clone().try_send(Ask::get("/zh/cart")).await else {
                continue;
            };
            // A header with a control character in it is no header.
            assert!(
                matches!(page.status.as_u16(), 200 | 400),
                "{name} {value:?} {}",
                page.status
            );
            if page.status == 200 {
                buyer::add(&mut client, offer, "1").await.is(303);
            }
        }
    }
}
