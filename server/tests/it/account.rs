//! Signing in and out; what is secret stays so.

use crate::both::both;
use crate::buyer;
use crate::client::is_removal;
use crate::test_app::TestApp;

/// The one-time code that was sent last.
pub async fn last_code(app: &TestApp) -> String {
    let sent = app
        .text("SELECT payload FROM outbox WHERE key = 'code' ORDER BY id DESC LIMIT 1")
        .await;
    let code = sent
        .split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 6);
    code.unwrap().to_owned()
}

both!(secrets_are_never_put_back_into_a_page);
async fn secrets_are_never_put_back_into_a_page() {
    let app = TestApp::start().await;
    let fields = [
        ("phone", "13900139000"),
        ("password", "correct horse"),
        ("code", "135790"),
    ];
    for way in ["password", "code"] {
        let mut fields = fields.to_vec();
        fields.push(("way", way));
        let text = app.client().post("/ug/account/sign-in", &fields).await.is(422).text();
        assert!(text.contains("13900139000"));
        assert!(!text.contains("correct horse") && !text.contains("135790"), "{way}");
    }
    let text = app
        .client()
        .post("/ug/orders", &[("code", "0123-4567-89AB"), ("tail", "2468")])
        .await
        .is(422)
        .text();
    assert!(text.contains("0123-4567-89AB") && !text.contains("2468"));
}

both!(signing_out_ends_the_session_everywhere);
async fn signing_out_ends_the_session_everywhere() {
    let app = TestApp::start().await;
    let mut member = crate::world::sign_in(&app, crate::district::THIS).await;
    let stolen = member.clone();
    let answer = member.post("/ug/account/sign-out", &[("", ""); 0]).await.is(303);
    assert!(is_removal(&answer.cookies()[0]));
    assert!(!member.cookies.contains_key("__Host-sid"));
    stolen.clone().get("/ug/studio").await.is(303);
    // The old cookie, or one an attacker put there, is not the session one gets.
    let fixed = "f".repeat(64);
    let mut fixated = app.client();
    fixated.cookies.insert("__Host-sid".to_owned(), fixed.clone());
    let account = &app.accounts[0];
    let fields = [("phone", account.phone.as_str()), ("password", &account.password)];
    fixated.post("/ug/account/sign-in", &fields).await.is(303);
    assert_ne!(fixated.cookies["__Host-sid"], fixed);
}

both!(what_was_written_before_the_session_ended_is_sent_after_signing_in);
async fn what_was_written_before_the_session_ended_is_sent_after_signing_in() {
    let app = TestApp::start().await;
    let member = crate::world::sign_in(&app, crate::district::THIS).await;
    let account = app
        .accounts
        .iter()
        .find(|account| account.role == crate::district::THIS)
        .unwrap();
    let part = format!("/ug/studio/products/{}", app.product("badam-500").await);
    let mut written = member.clone().get(&part).await.is(200).page().form("product-editor");
    let name = written.iter_mut().find(|(name, _)| name == "name-ug").unwrap();
    "يېڭى بادام «&»\"".clone_into(&mut name.1);

    // By the password, mistyped once; and by a code.
    for way in ["password", "code"] {
        let mut shared = app.client();
        let before = app.snapshot().await;
        let mut page = shared.post(&part, &written).await.is(200).page();
        app.is_unchanged(&before, &app.snapshot().await, "asking");
        let mut fields = page.form("sign-in");
        buyer::set(&mut fields, "phone", &account.phone);
        if way == "code" {
            page = shared.post("/ug/account/code", &fields).await.is(200).page();
            fields = page.form("sign-in");
            buyer::set(&mut fields, "code", &last_code(&app).await);
        } else {
            buyer::set(&mut fields, "password", "wrong");
            page = shared.post("/ug/account/sign-in", &fields).await.is(422).page();
            fields = page.form("sign-in");
            buyer::set(&mut fields, "phone", &account.phone);
            buyer::set(&mut fields, "password", &account.password);
        }
        let kept = shared
            .post("/ug/account/sign-in", &fields)
            .await
            .is(200)
            .page()
            .form("send-it");
        assert_eq!(kept, written, "{way}");
        if way == "code" {
            shared.post(&part, &kept).await.is(303);
        }
    }
    let saved = "SELECT value FROM translations WHERE field = 'name' AND lang = 'ug' AND value LIKE '%«&»%'";
    assert_eq!(app.text(saved).await, "يېڭى بادام «&»\"");
}

both!(what_one_person_wrote_is_not_offered_to_another);
async fn what_one_person_wrote_is_not_offered_to_another() {
    let app = TestApp::start().await;
    let mut member = crate::world::sign_in(&app, crate::district::THIS).await;
    let part = format!("/ug/studio/products/{}", app.product("badam-500").await);
    let written = member.clone().get(&part).await.is(200).page().form("product-editor");
    app.execute("UPDATE sessions SET idle_until = 0").await;
    let page = member.post(&part, &written).await.is(200).page();
    for (role, offered) in [(crate::district::OTHER, false), (crate::district::THIS, true)] {
        let account = app.accounts.iter().find(|account| account.role == role).unwrap();
        let mut fields = page.form("sign-in");
        buyer::set(&mut fields, "phone", &account.phone);
        buyer::set(&mut fields, "password", &account.password);
        let answer = member.clone().post("/ug/account/sign-in", &fields).await;
        if offered {
            assert_eq!(answer.is(200).page().form("send-it"), written);
        } else {
            answer.is(303);
        }
    }
}

both!(passwords_do_not_wait_in_the_page_that_asks_who_one_is);
async fn passwords_do_not_wait_in_the_page_that_asks_who_one_is() {
    let app = TestApp::start().await;
    let mut member = crate::world::sign_in(&app, crate::district::THIS).await;
    app.execute("UPDATE sessions SET idle_until = 0").await;
    let fields = [("old", "what-it-was-1"), ("new", "what-it-becomes-2")];
    let answer = member.post("/ug/account/password", &fields).await;
    assert!(matches!(answer.status.as_u16(), 200 | 303), "{}", answer.status);
    let text = answer.text();
    assert!(!text.contains("what-it-was-1") && !text.contains("what-it-becomes-2"));
}

both!(after_too_many_passwords_a_code_still_signs_in);
async fn after_too_many_passwords_a_code_still_signs_in() {
    let app = TestApp::start().await;
    let phone = app.accounts[0].phone.clone();
    let wrong = [("phone", phone.as_str()), ("password", "wrong")];
    for _ in 0..10 {
        app.client().post("/es/account/sign-in", &wrong).await.is(422);
    }
    let refused = app.client().post("/es/account/sign-in", &wrong).await.is(429);
    let text = refused.page().text_of("wait").unwrap();
    assert!(
        text.contains("enviemos un código"),
        "it says what else there is: {text}"
    );
    let mut client = app.client();
    let sent = [("phone", phone.as_str())];
    client.post("/es/account/code", &sent).await.is(303);
    let code = last_code(&app).await;
    // A wrong one is named as such, and the right one lets them in.
    let fields = [("phone", phone.as_str()), ("code", "x"), ("way", "code")];
    client.post("/es/account/sign-in", &fields).await.is(422);
    let fields = [("phone", phone.as_str()), ("code", &code), ("way", "code")];
    client.post("/es/account/sign-in", &fields).await.is(303);
    client.get("/ug/studio").await.is(200);
}

both!(a_one_time_code_signs_in_once);
async fn a_one_time_code_signs_in_once() {
    let app = TestApp::start().await;
    let phone = app.accounts[0].phone.clone();
    let mut client = app.client();
    let sent = client
        .post("/ug/account/code", &[("phone", phone.as_str())])
        .await
        .is(303);
    client.get(sent.location()).await.is(200);
    let code = last_code(&app).await;
    let fields = [("phone", phone.as_str()), ("code", &code), ("way", "code")];
    client.post("/ug/account/sign-in", &fields).await.is(303);
    client.get("/ug/studio").await.is(200);
    app.client().post("/ug/account/sign-in", &fields).await.is(422);
    // For a number nobody has, the answer is the same and nothing is sent.
    let unknown = app
        .client()
        .post("/ug/account/code", &[("phone", "13900139000")])
        .await
        .is(303);
    assert_eq!(unknown.location(), sent.location());
    assert_eq!(app.number("SELECT count(*) FROM outbox WHERE key = 'code'").await, 1);
}
