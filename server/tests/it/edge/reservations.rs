//! One anonymous client takes little off sale, and is told why.

use crate::buyer::{self, set};
use crate::client::{Answer, Client};
use crate::pages::rules;
use crate::template::Template;
use crate::test_app::{Options, TestApp};

async fn shop() -> TestApp {
    let options = Options {
        is_limited: true,
        ..Options::default()
    };
    TestApp::start_from(Template::plain(), options).await
}

async fn order(client: &mut Client, offer: i64, quantity: &str, phone: &str) -> Answer {
    buyer::add(client, offer, quantity).await.is(303);
    let mut fields = buyer::checkout_form(client, "ug").await;
    set(&mut fields, "phone", phone);
    buyer::place(client, &fields).await
}

#[tokio::test]
async fn g_06_one_client_takes_a_twentieth_of_the_offers_at_the_most() {
    let app = shop().await;
    app.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) \
         INSERT INTO offers (product_id, sku, position, unit, step, minimum, maximum, reference_amount, price_minor, \
         currency, net_grams, gross_grams, status, version) \
         SELECT product_id, 'MANY-' || i, 9, unit, step, minimum, maximum, reference_amount, price_minor, currency, \
         net_grams, gross_grams, status, version FROM offers, n WHERE sku = 'BADAM-500'",
    )
    .await;
    app.execute("INSERT INTO stock (offer_id, on_hand, reserved) SELECT id, 2, 0 FROM offers WHERE sku LIKE 'MANY-%'")
        .await;
    let offers = app.number("SELECT count(*) FROM offers WHERE status = 'active'").await;
    let off_sale = "SELECT count(*) FROM stock s JOIN offers o ON o.id = s.offer_id \
                    WHERE o.status = 'active' AND s.reserved > 0 AND s.on_hand - s.reserved < o.minimum";
    let mut refused = 0;
    for i in 0..30 {
        // Another phone each time, and a browser without a past.
        let mut client = app.client();
        let first = app.offer(&format!("MANY-{}", 2 * i + 1)).await;
        let second = app.offer(&format!("MANY-{}", 2 * i + 2)).await;
        buyer::add(&mut client, first, "2").await.is(303);
        let answer = order(&mut client, second, "2", &format!("139000000{i:02}")).await;
        if answer.status != 303 {
            refused += 1;
            assert_eq!(answer.status, 409);
            rules::hold(&answer, domain::Locale::Ug, "refused");
            assert!(
                answer.text().contains(&format!("139000000{i:02}")),
                "what was typed is there"
            );
        }
    }
    assert!(refused > 0);
    let taken = app.number(off_sale).await;
    assert!(taken > 0 && taken * 20 <= offers, "{taken} of {offers}");
}

#[tokio::test]
async fn a_refused_order_can_be_mended_and_sent_again() {
    let app = shop().await;
    let badam = app.offer("BADAM-500").await;
    app.execute(&format!("UPDATE stock SET on_hand = 40 WHERE offer_id = {badam}"))
        .await;
    let mut client = app.client();
    let refused = order(&mut client, badam, "11", "13900000001").await.is(409);
    assert!(refused.text().contains(buyer::NAME));
    let less = [(format!("quantity-{badam}"), "10".to_owned())];
    client.post("/ug/cart", &less).await.is(303);
    let mut fields = buyer::checkout_form(&mut client, "ug").await;
    set(&mut fields, "phone", "13900000001");
    buyer::place(&mut client, &fields).await.is(303);
}
