//! quantities and amounts that are none.

use crate::both::both;
use crate::buyer;
use crate::test_app::TestApp;

/// Nothing of this is a quantity of a thing sold by the piece, one to ninety-nine.
const NO_QUANTITY: [&str; 17] = [
    "0",
    "-1",
    "-2147483648",
    "1000000000",
    "9223372036854775807",
    "9223372036854775808",
    "1.5",
    "1,5",
    "1 000 000 000",
    "1 kg",
    "1e3",
    "0x10",
    "+1",
    "1 1",
    "",
    "NaN",
    "1; DROP TABLE offers",
];

both!(a_02_what_is_no_quantity_is_refused_and_the_cart_stays);
async fn a_02_what_is_no_quantity_is_refused_and_the_cart_stays() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    let mut client = app.client();
    buyer::add(&mut client, offer, "2").await.is(303);
    let before = app.snapshot().await;
    for typed in NO_QUANTITY {
        buyer::add(&mut client, offer, typed).await.is(422);
        client.send(buyer::calls_add(offer, typed, [2; 16])).await.is(422);
        // Nothing left of a line is a change one may make.
        if typed != "0" {
            client.send(buyer::calls_change(offer, typed)).await.is(422);
        }
        if typed != "0" {
            let field = format!("quantity-{offer}");
            let page = client.post("/zh/cart", &[(field.as_str(), typed)]).await.is(422).page();
            assert_eq!(page.value(&field).as_deref(), Some(typed), "what was typed is kept");
        }
        app.is_unchanged(&before, &app.snapshot().await, typed);
    }
}

both!(a_02_steps_and_limits_of_what_is_weighed_are_kept);
async fn a_02_steps_and_limits_of_what_is_weighed_are_kept() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-LOOSE").await;
    let before = app.snapshot().await;
    for typed in ["100", "250", "199", "5001", "5100"] {
        buyer::add(&mut app.client(), offer, typed).await.is(422);
    }
    app.is_unchanged(&before, &app.snapshot().await, "steps");
    let mut client = app.client();
    buyer::add(&mut client, offer, "5000").await.is(303);
    // Together it would be more than may be bought at once.
    buyer::add(&mut client, offer, "200").await.is(422);
    assert_eq!(app.number("SELECT quantity FROM cart_lines").await, 5000);
}

both!(a_02_offers_that_are_not_sold_are_not_there);
async fn a_02_offers_that_are_not_sold_are_not_there() {
    let app = TestApp::start().await;
    let before = app.snapshot().await;
    for offer in ["0", "-1", "999999", "9223372036854775808", "1 OR 1=1", ""] {
        let fields = [("offer", offer), ("quantity", "1")];
        app.client().post("/ug/cart/lines", &fields).await.is(404);
    }
    app.is_unchanged(&before, &app.snapshot().await, "offers");
}

both!(a_03_amounts_no_number_can_hold_are_refused);
async fn a_03_amounts_no_number_can_hold_are_refused() {
    let app = TestApp::start().await;
    let (badam, honey) = (app.offer("BADAM-500").await, app.offer("HONEY-JAR").await);
    app.execute(&format!("UPDATE offers SET price_minor = {}", i64::MAX / 2))
        .await;
    let before = app.snapshot().await;
    // One line alone.
    buyer::add(&mut app.client(), badam, "3").await.is(422);
    app.is_unchanged(&before, &app.snapshot().await, "one line");

    // Two lines together: neither panics, wraps, nor can be ordered.
    let mut client = app.client();
    buyer::add(&mut client, badam, "2").await.is(303);
    buyer::add(&mut client, honey, "1").await.is(303);
    let before = app.snapshot().await;
    client.get("/ug/cart").await.is(422);
    client.get("/ug/checkout").await.is(422);
    let key = "0".repeat(32);
    let fields = [
        ("key", key.as_str()),
        ("name", "A"),
        ("phone", "13800138000"),
        ("delivery", "station"),
        ("station", "B001"),
        ("payment", "cash_at_station"),
    ];
    client.post("/ug/checkout", &fields).await.is(422);
    app.is_unchanged(&before, &app.snapshot().await, "two lines");
}

both!(a_cart_holds_sixty_lines_at_the_most);
async fn a_cart_holds_sixty_lines_at_the_most() {
    let app = TestApp::start().await;
    app.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 70) \
         INSERT INTO offers (product_id, sku, position, unit, step, minimum, maximum, reference_amount, price_minor, \
         currency, net_grams, gross_grams, status, version) \
         SELECT product_id, 'MANY-' || i, 9, unit, step, minimum, maximum, reference_amount, price_minor, currency, \
         net_grams, gross_grams, status, version FROM offers, n WHERE sku = 'BADAM-500'",
    )
    .await;
    app.execute("INSERT INTO stock (offer_id, on_hand, reserved) SELECT id, 9, 0 FROM offers WHERE sku LIKE 'MANY-%'")
        .await;
    let mut client = app.client();
    for i in 1..=60 {
        let offer = app.offer(&format!("MANY-{i}")).await;
        buyer::add(&mut client, offer, "1").await.is(303);
    }
    let before = app.snapshot().await;
    buyer::add(&mut client, app.offer("MANY-61").await, "1").await.is(413);
    app.is_unchanged(&before, &app.snapshot().await, "61 lines");
}
