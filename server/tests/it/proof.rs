//! Showing that an order's phone is one's own, on the order's page.

use domain::Locale;

use crate::both::both;
use crate::buyer::{self, set};
use crate::client::Client;
use crate::pages::rules;
use crate::template::Template;
use crate::test_app::{Options, TestApp};

const PHONE: &str = "13900000001";

/// A shop in which nobody is exempt from limits.
async fn shop() -> TestApp {
    let options = Options {
        is_limited: true,
        ..Options::default()
    };
    TestApp::start_from(Template::plain(), options).await
}

/// Orders with a phone nobody knows; the address of the order's page in Uyghur.
async fn order(app: &TestApp, client: &mut Client) -> String {
    buyer::add(client, app.offer("BADAM-500").await, "1").await.is(303);
    let mut fields = buyer::checkout_form(client, "ug").await;
    set(&mut fields, "phone", PHONE);
    let placed = buyer::place(client, &fields).await.is(303);
    format!("/ug/orders/{}", buyer::code_of(&placed))
}

/// The code in the message that waits to be sent.
async fn code(app: &TestApp) -> String {
    let payload = app
        .text("SELECT payload FROM outbox WHERE payload LIKE '%one-time-code%' ORDER BY id DESC LIMIT 1")
        .await;
    let message: serde_json::Value = serde_json::from_str(&payload).unwrap();
    assert_eq!(message["phone"], "+8613900000001");
    message["code"].as_str().unwrap().to_owned()
}

both!(a_buyer_keeps_the_goods_longer_by_a_code);
async fn a_buyer_keeps_the_goods_longer_by_a_code() {
    let app = shop().await;
    let mut buyer = app.client();
    let path = order(&app, &mut buyer).await;
    let page = buyer.get(&path).await.is(200);
    rules::hold(&page, Locale::Ug, "a short hold");
    let asked = page.page().text_of("prove-phone").unwrap();
    assert!(asked.contains("139") && !asked.contains(PHONE), "{asked}");

    let sent = buyer.post(&format!("{path}/proof/code"), &[("", ""); 0]).await.is(303);
    let page = buyer.get(sent.location()).await.is(200);
    rules::hold(&page, Locale::Ug, "sent");
    assert!(
        page.page().has("#prove [data-testid=code-sent]"),
        "where the code is typed"
    );
    let code = code(&app).await;

    // Wrong: said at the field, in the page of the order, and the code is still good.
    let wrong = format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000);
    for typed in [wrong.as_str(), "", "12"] {
        let refused = buyer.post(&format!("{path}/proof"), &[("code", typed)]).await.is(422);
        rules::hold(&refused, Locale::Ug, "wrong");
        let page = refused.page();
        assert!(
            page.has("#field-code-error") && page.has("input[name=code][aria-invalid]"),
            "{typed}"
        );
        assert!(typed.is_empty() || !page.has(&format!("[value='{typed}']")));
        let other = path.replace("/ug/", "/zh/");
        assert!(page.has(&format!("a[href='{other}']")), "other languages");
        assert!(page.has("[data-testid=prove-phone]"));
        assert!(
            page.has("[data-testid=wrong-code] a[href='#field-code']"),
            "said at the top too"
        );
    }
    let arabic: String = code
        .chars()
        .map(|c| char::from_u32(0x06F0 + u32::from(c) - 0x30).unwrap())
        .collect();
    let typed = format!("{} {}", &arabic[..6], &arabic[6..]);
    let done = buyer
        .post(&format!("{path}/proof"), &[("code", typed.as_str())])
        .await
        .is(303);
    let page = buyer.get(done.location()).await.is(200);
    rules::hold(&page, Locale::Ug, "proved");
    assert!(page.page().text_of("phone-proved").is_some());
    assert!(page.page().text_of("prove-phone").is_none());
    assert_eq!(
        app.number("SELECT count(*) FROM order_groups WHERE holds_until IS NULL")
            .await,
        1
    );
    // Once more does nothing.
    let again = buyer
        .post(&format!("{path}/proof"), &[("code", typed.as_str())])
        .await
        .is(303);
    assert_eq!(again.location(), path);
    for lang in ["zh", "es"] {
        let page = buyer.get(&path.replace("/ug/", &format!("/{lang}/"))).await.is(200);
        assert!(page.page().text_of("prove-phone").is_none());
    }
}

both!(nobody_but_who_may_see_an_order_has_a_code_sent_or_tries_one);
async fn nobody_but_who_may_see_an_order_has_a_code_sent_or_tries_one() {
    let app = shop().await;
    let mut buyer = app.client();
    let path = order(&app, &mut buyer).await;
    let before = app.snapshot().await;
    let mut stranger = app.client();
    stranger
        .post(&format!("{path}/proof/code"), &[("", ""); 0])
        .await
        .is(404);
    stranger
        .post(&format!("{path}/proof"), &[("code", "123456")])
        .await
        .is(404);
    app.is_unchanged(&before, &app.snapshot().await, "a stranger's code");
}

both!(too_many_codes_for_an_order_say_how_long_to_wait);
async fn too_many_codes_for_an_order_say_how_long_to_wait() {
    let app = shop().await;
    let mut buyer = app.client();
    let path = order(&app, &mut buyer).await;
    for _ in 0..5 {
        buyer.post(&format!("{path}/proof/code"), &[("", ""); 0]).await.is(303);
    }
    let refused = buyer.post(&format!("{path}/proof/code"), &[("", ""); 0]).await.is(429);
    assert!(refused.header("retry-after").parse::<u32>().unwrap() > 3600);
    assert!(refused.page().text_of("wait").is_some());
    assert!(
        refused.page().text_of("prove-phone").is_some(),
        "the order is still there"
    );
    let told = "SELECT count(*) FROM outbox WHERE payload LIKE '%one-time-code%'";
    assert_eq!(app.number(told).await, 5);
}

both!(an_order_that_is_over_says_so);
async fn an_order_that_is_over_says_so() {
    let app = shop().await;
    let mut buyer = app.client();
    let path = order(&app, &mut buyer).await;
    buyer.post(&format!("{path}/cancel"), &[("", ""); 0]).await.is(303);
    assert!(buyer.get(&path).await.is(200).page().text_of("prove-phone").is_none());
    for form in ["proof", "proof/code"] {
        let refused = buyer
            .post(&format!("{path}/{form}"), &[("code", "123456")])
            .await
            .is(409);
        rules::hold(&refused, Locale::Ug, "refused");
        assert!(refused.text().contains("id=\"notice\""));
    }
}
