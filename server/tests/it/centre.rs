//! The Centre's pages: messages to people, and the settings of the shop.

use std::sync::Arc;

use db::BoxFuture;
use domain::{Currency, Locale, Money};
use l10n::{Texts, format, t};
use service::messages::channel::{Channel, Outgoing, Page, SendError};
use service::messages::{Budgets, Office};

use crate::both::both;
use crate::buyer::{self, set, value_of};
use crate::test_app::TestApp;
use crate::world::Who;

/// A provider that is down.
#[derive(Debug)]
struct Down;

impl Channel for Down {
    fn name(&self) -> &'static str {
        "down"
    }

    fn send<'a>(&'a self, _: &'a Outgoing) -> BoxFuture<'a, Result<(), SendError>> {
        Box::pin(async { Err(SendError::Never("<b>550</b> no such number".to_owned())) })
    }
}

fn page() -> Office {
    Office::new(Arc::new(Page), Budgets::default())
}

#[tokio::test]
async fn messages_are_read_in_sentences_and_a_code_only_on_purpose() {
    let app = TestApp::inhabited().await;
    let phone = app.accounts[0].phone.clone();
    app.client()
        .post("/ug/account/code", &[("phone", phone.as_str())])
        .await
        .is(303);
    let stored = app.text("SELECT payload FROM outbox WHERE key = 'code'").await;
    let code = stored
        .split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 6)
        .unwrap()
        .to_owned();
    page().work(&app.shop).await.unwrap();

    let mut centre = app.client_of(Who::Centre);
    for lang in ["ug", "zh", "es"] {
        let answer = centre.get(&format!("/{lang}/centre/outbox?state=sent")).await.is(200);
        assert_eq!(answer.header("cache-control"), "no-store");
        let text = answer.page().text();
        assert!(!text.contains(&code), "{lang}");
        for raw in ["one-time-code", "new-order", "order-placed", "centre-", "{"] {
            assert!(!text.contains(raw), "{lang}: {raw} in {text}");
        }
    }
    let id = app
        .number("SELECT id FROM messages WHERE kind = 'one-time-code'")
        .await
        .to_string();
    let show = [("command", "show"), ("id", id.as_str()), ("state", "sent")];
    for who in [Who::This, Who::Other] {
        app.client_of(who).post("/zh/centre/outbox", &show).await.is(404);
    }
    let shown = centre.post("/zh/centre/outbox", &show).await.is(200);
    assert!(shown.page().text_of("code").unwrap().contains(&code));
    assert_eq!(shown.header("cache-control"), "no-store");
    let audited = "SELECT count(*) FROM audit_events WHERE action = 'code.show' AND object LIKE 'message:%'";
    assert_eq!(app.number(audited).await, 1);
    let fields = [("phone", phone.as_str()), ("code", &code), ("way", "code")];
    app.client().post("/ug/account/sign-in", &fields).await.is(303);
    centre.post("/zh/centre/outbox", &show).await.is(404);
    assert_eq!(app.number(audited).await, 1);
}

#[tokio::test]
async fn what_failed_is_tried_again_or_given_up() {
    let app = TestApp::inhabited().await;
    let down = Office::new(Arc::new(Down), Budgets::default());
    down.work(&app.shop).await.unwrap();
    let mut centre = app.client_of(Who::Centre);
    let text = centre.get("/es/centre/outbox").await.is(200).page().text();
    assert!(text.contains("<b>550</b> no such number"), "{text}");
    let id = app
        .number("SELECT id FROM messages WHERE kind = 'placed'")
        .await
        .to_string();
    let command = |word: &'static str| {
        [("command", word), ("id", id.as_str()), ("state", "dead")].map(|(n, v)| (n, v.to_owned()))
    };
    for who in [Who::This, Who::Other] {
        app.client_of(who)
            .post("/es/centre/outbox", &command("give-up"))
            .await
            .is(404);
    }
    let done = centre.post("/es/centre/outbox", &command("again")).await.is(303);
    assert_eq!(done.location(), "/es/centre/outbox?state=dead&done=again");
    centre.get(done.location()).await.is(200);
    assert_eq!(
        app.number("SELECT count(*) FROM messages WHERE state = 'waiting'")
            .await,
        1
    );
    centre.post("/es/centre/outbox", &command("give-up")).await.is(303);
    assert_eq!(
        app.number("SELECT count(*) FROM messages WHERE state = 'given-up'")
            .await,
        1
    );
    centre.post("/es/centre/outbox", &command("nonsense")).await.is(404);
    let audited = "SELECT count(*) FROM audit_events WHERE action LIKE 'message.%'";
    assert_eq!(app.number(audited).await, 2);
}

#[tokio::test]
async fn a_hundred_messages_push_none_off_the_page() {
    let app = TestApp::inhabited().await;
    page().work(&app.shop).await.unwrap();
    app.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 130)
         INSERT INTO messages (public_id, kind, subject, phone, lang, content, state, reason, attempts, next_at, created_at)
         SELECT 'p' || i, 'written', 'x', '+8613800138000', 'zh', '{\"says\":\"written\",\"text\":\"number ' || i || '!\"}',
             'dead', '', 1, 0, i FROM n",
    )
    .await;
    let mut centre = app.client_of(Who::Centre);
    let mut seen = 0;
    for number in 1..=4 {
        let text = centre
            .get(&format!("/zh/centre/outbox?state=dead&page={number}"))
            .await
            .is(200)
            .page()
            .text();
        seen += (1..=130).filter(|i| text.contains(&format!("number {i}!"))).count();
    }
    assert_eq!(seen, 130);
}

#[tokio::test]
async fn an_account_is_changed_where_the_centre_works_and_seen_where_buyers_pay() {
    let app = TestApp::inhabited().await;
    let mut shopper = app.client_of(Who::Shopper);
    let mut fields = buyer::checkout_form(&mut shopper, "zh").await;
    buyer::to_address(&mut fields);
    let code = buyer::code_of(&buyer::place(&mut shopper, &fields).await.is(303));
    let order = format!("/zh/orders/{code}");
    assert!(shopper.get(&order).await.page().text().contains("6222 0000 1111 2222"));

    let mut centre = app.client_of(Who::Centre);
    let shown = centre.get("/ug/centre/settings").await.is(200).page();
    let mut form = shown.form("settings-bank");
    assert_eq!(value_of(&form, "number"), "6222 0000 1111 2222");
    set(&mut form, "number", "12");
    let wrong = centre.post("/ug/centre/settings", &form).await.is(422);
    assert_eq!(
        wrong.page().value("number").as_deref(),
        Some("12"),
        "typed text is kept"
    );
    set(&mut form, "number", "9999 8888 7777");
    let saved = centre.post("/ug/centre/settings", &form).await.is(303);
    centre.get(saved.location()).await.is(200);
    let text = shopper.get(&order).await.page().text();
    assert!(text.contains("9999 8888 7777") && !text.contains("6222 0000 1111 2222"));

    // The same form once more, as from a second window.
    set(&mut form, "number", "1111 1111 1111");
    let conflict = centre.post("/ug/centre/settings", &form).await.is(409);
    assert_eq!(conflict.page().value("number").as_deref(), Some("1111 1111 1111"));
    let undo = conflict.page().form("undo");
    centre.post("/ug/centre/settings", &undo).await.is(303);
    assert!(shopper.get(&order).await.page().text().contains("6222 0000 1111 2222"));

    // Without an account.
    let mut form = centre.get("/ug/centre/settings").await.page().form("settings-bank");
    for name in ["holder", "bank", "number"] {
        set(&mut form, name, "");
    }
    centre.post("/ug/centre/settings", &form).await.is(303);
    let text = centre.get("/es/centre/settings").await.page();
    assert!(text.text_of("no-bank").is_some());
    buyer::add(&mut shopper, app.offer("HONEY-JAR").await, "1")
        .await
        .is(303);
    let page = shopper.get("/zh/checkout").await.is(200).page();
    assert!(page.text_of("no-transfer").is_some());
    assert!(!page.has("input[value=bank_transfer]"));
    assert!(!shopper.get(&order).await.page().text().contains("6222 0000 1111 2222"));
}

#[tokio::test]
async fn a_notice_and_closed_days_are_where_visitors_look() {
    let app = TestApp::start().await;
    let mut visitor = app.client();
    for (lang, notice, closed) in [
        ("ug", "يېڭى ھوسۇل كەلدى.", "بايرام"),
        ("zh", "新货到了。", "节日"),
        ("es", "Ha llegado la cosecha.", "Fiesta"),
    ] {
        let home = visitor.get(&format!("/{lang}")).await.is(200).page();
        assert!(home.text_of("shop-notices").unwrap().contains(notice));
        for path in ["about", "stations"] {
            let page = visitor.get(&format!("/{lang}/{path}")).await.is(200).page();
            assert!(page.text_of("closed-days").unwrap().contains(closed), "{lang}/{path}");
        }
        let about = visitor.get(&format!("/{lang}/about")).await.page().text();
        assert!(about.contains("0998-5550000"));
    }
}

both!(the_log_is_read_and_narrowed);
async fn the_log_is_read_and_narrowed() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(Who::Centre);
    let suspend = [("step", "suspend"), ("reason", "?")];
    centre
        .post("/es/centre/cooperatives/altun-badam", &suspend)
        .await
        .is(303);
    for lang in ["ug", "zh", "es"] {
        let page = centre.get(&format!("/{lang}/centre/audit")).await.is(200).page();
        assert!(page.has("[data-testid=audit-event]"));
        let words = Texts::built_in().get(Locale::from_code(lang).unwrap(), t::LOG_COOPERATIVE_SUSPEND);
        assert!(page.text().contains(&words), "{lang}");
    }
    let shown = async |query: &str| {
        let mut centre = app.client_of(Who::Centre);
        let page = centre.get(&format!("/es/centre/audit?{query}")).await.is(200).page();
        page.count("[data-testid=audit-event]")
    };
    assert_eq!(shown("area=cooperatives").await, 1);
    assert_eq!(shown("area=cooperatives&who=operator").await, 0);
    assert_eq!(shown("area=cooperatives&cooperative=altun-badam").await, 1);
    assert_eq!(shown("area=cooperatives&cooperative=nothing").await, 0);
    // What is no word of ours narrows nothing; what is no day is said.
    assert!(shown("area=%27%20OR%201&before=x").await > 0);
    centre.get("/es/centre/audit?day=yesterday").await.is(422);
    for (who, status) in [(Who::CentreFinance, 404), (Who::This, 404), (Who::Anonymous, 303)] {
        app.client_of(who).get("/es/centre/audit").await.is(status);
    }
}

#[tokio::test]
async fn the_log_is_read_in_its_readers_language() {
    let app = TestApp::inhabited().await;
    app.execute(
        "INSERT INTO audit_events (at, actor, action, object, detail) VALUES
             (1, 'operator', 'category.empty', 'category:1', '3 to category:2'),
             (2, 'operator', 'stock.save', '-', '7: price 2500>2650 stock 1>2'),
             (3, 'operator', 'money.received', '-', 'statement: 123456 CNY')",
    )
    .await;
    let mut centre = app.client_of(Who::Centre);
    for (locale, arrow) in [(Locale::Ug, "←"), (Locale::Zh, "→"), (Locale::Es, "→")] {
        let path = format!("/{locale}/centre/audit");
        let text = centre.get(&path).await.is(200).page().text();
        assert!(text.contains(&format!("3 {arrow} ")), "the way one reads: {text}");
        assert!(text.contains("25.00>26.50"), "yuan and not fen: {text}");
        let amount = format::money(locale, Money::new(123_456, Currency::Cny));
        assert!(text.contains(&amount) && !text.contains("statement:"), "{text}");
    }
}

both!(a_suspended_cooperative_is_told_and_its_page_says_so);
async fn a_suspended_cooperative_is_told_and_its_page_says_so() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(Who::Centre);
    let path = "/zh/centre/cooperatives/altun-badam";
    app.client().get("/es/products/badam-500").await.is(200);
    let refused = centre.post(path, &[("step", "suspend"), ("reason", " ")]).await.is(422);
    assert!(refused.page().has("[data-testid=step] [aria-invalid=true]"));
    centre
        .post(path, &[("step", "nonsense"), ("reason", "x")])
        .await
        .is(404);
    let why = "证件已过期 <b>x</b>";
    let done = centre.post(path, &[("step", "suspend"), ("reason", why)]).await.is(303);
    assert!(centre.get(done.location()).await.is(200).page().text().contains(why));

    for lang in ["ug", "zh", "es"] {
        let page = app
            .client()
            .get(&format!("/{lang}/shops/altun-badam"))
            .await
            .is(200)
            .page();
        assert!(
            page.text_of("suspended").is_some_and(|text| !text.contains("shops-")),
            "{lang}"
        );
        assert!(!page.text().contains(why), "buyers are not told why");
        let product = app.client().get(&format!("/{lang}/products/badam-500")).await.is(404);
        let product = product.page();
        assert!(
            product.text_of("suspended").is_some(),
            "{lang}: not now, and who sells it"
        );
        assert!(
            product.has(&format!("h1 a[href='/{lang}/shops/altun-badam']")),
            "{lang}"
        );
        let studio = app
            .client_of(Who::Packer)
            .get(&format!("/{lang}/studio/orders"))
            .await
            .is(200);
        assert!(studio.page().text_of("suspended").unwrap().contains(why), "{lang}");
    }
    let others = app.client_of(Who::Other).get("/zh/studio").await.is(200).page();
    assert_eq!(others.text_of("suspended"), None);
    let offer = app.offer("BADAM-500").await.to_string();
    let add = [("locale", "ug"), ("offer", offer.as_str()), ("quantity", "1")];
    app.client_of(Who::Shopper).post("/ug/cart/lines", &add).await.is(409);
    // The Centre can still work in its name.
    app.client_of(Who::Acting).get("/zh/studio").await.is(200);
    let again = centre.post(path, &[("step", "suspend"), ("reason", "x")]).await.is(409);
    assert!(again.page().text_of("conflict").is_some(), "says what is so now");
    assert_eq!(
        value_of(&again.page().form("step"), "reason"),
        "x",
        "typed text is kept"
    );
    // Who read another reason does not let it sell again.
    let mut admit = centre.get(path).await.is(200).page().form("step");
    set(&mut admit, "reason", "ok");
    let read = value_of(&admit, "seen").to_owned();
    set(&mut admit, "seen", "1000");
    centre.post(path, &admit).await.is(409);
    let mut admit = centre.get(path).await.is(200).page().form("step");
    assert_eq!(value_of(&admit, "seen"), read);
    set(&mut admit, "reason", "ok");
    centre.post(path, &admit).await.is(303);
    app.client().get("/es/products/badam-500").await.is(200);
    let page = app.client().get("/es/shops/altun-badam").await.is(200).page();
    assert_eq!(page.text_of("suspended"), None);
}
