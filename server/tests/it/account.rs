//! Signing in and out; what is secret stays so.

use crate::both::both;
use crate::client::is_removal;
use crate::test_app::TestApp;

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
    let code = app.text("SELECT payload FROM outbox WHERE key = 'code'").await;
    let code: String = code
        .split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 6)
        .unwrap()
        .to_owned();
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
