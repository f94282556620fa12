//! The log of a whole purchase holds nothing personal.

use std::io::Write;
use std::sync::{Arc, Mutex};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::buyer::{self, set};
use crate::client::Ask;
use crate::test_app::TestApp;

/// Keeps what is logged.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Kept {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}

const CANARIES: [&str; 9] = [
    "Kanarija",
    "13877776666",
    "138 7777 6666",
    "7777",
    "Canary Street",
    "canary note",
    "canary query",
    "canary-password",
    "13855554444",
];

/// On this thread, where the whole shop of the test runs; more than the program logs by itself.
#[tokio::test]
async fn the_log_of_a_purchase_holds_nothing_personal() {
    let kept = Kept::default();
    let log = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_env_filter(EnvFilter::new("debug"))
        .with_writer(kept.clone())
        .finish();
    let app = TestApp::start().await;
    let guard = tracing::subscriber::set_default(log);
    let mut secrets: Vec<String> = CANARIES.map(str::to_owned).to_vec();
    let mut client = app.client();
    client.get("/ug/search?q=canary+query").await.is(200);
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let mut fields = buyer::checkout_form(&mut client, "ug").await;
    buyer::to_address(&mut fields);
    for (name, value) in [
        ("name", "Kanarija\u{1b}[31m\r\n{\"level\":\"ERROR\"}"),
        ("phone", "13877776666"),
        ("street", "Canary Street 7"),
        ("note", "canary note"),
    ] {
        set(&mut fields, name, value);
    }
    buyer::place(&mut client, &fields).await.is(422);
    set(&mut fields, "name", "Kanarija");
    let code = buyer::code_of(&buyer::place(&mut client, &fields).await.is(303)).to_string();
    client.get(&format!("/ug/orders/{code}")).await.is(200);
    app.client()
        .post(&format!("/ug/orders/{code}"), &[("tail", "1234")])
        .await
        .is(422);
    app.client()
        .post(&format!("/ug/orders/{code}"), &[("tail", "6666")])
        .await
        .is(303);
    client
        .post(&format!("/ug/orders/{code}/cancel"), &[("", ""); 0])
        .await
        .is(303);
    let wrong = [("phone", "13855554444"), ("password", "canary-password")];
    app.client().post("/ug/account/sign-in", &wrong).await.is(422);
    let account = app.accounts[0].clone();
    let right = [("phone", account.phone.as_str()), ("password", &account.password)];
    let mut member = app.client();
    member.post("/ug/account/sign-in", &right).await.is(303);
    member.get("/ug/studio").await.is(200);
    // Something breaks, with a name in the address and a canary in the form.
    app.execute("DROP TABLE money_entries").await;
    let mut other = app.client();
    buyer::add(&mut other, app.offer("HONEY-JAR").await, "1").await.is(303);
    let mut again = buyer::checkout_form(&mut other, "ug").await;
    set(&mut again, "name", "Kanarija");
    set(&mut again, "phone", "13877776666");
    buyer::place(&mut other, &again).await.is(500);
    let ask = Ask::get("/ug/orders/canary note\"").header("user-agent", "Kanarija");
    drop(client.try_send(ask).await);
    drop(guard);

    secrets.extend([code.clone(), code.replace('-', ""), account.password, account.phone]);
    secrets.extend(client.cookies.values().cloned());
    secrets.extend(member.cookies.values().cloned());
    let log = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("/{lang}/checkout"), "requests are logged: {log}");
    assert!(log.contains("request.failed"), "what broke is logged");
    for event in ["security.signed_in", "security.sign_in_failed"] {
        assert!(log.contains(event), "{event} is logged");
    }
    for line in log.lines() {
        let event: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(event.is_object(), "one event a line");
    }
    for secret in &secrets {
        let line = log.lines().find(|line| line.contains(secret.as_str()));
        assert!(line.is_none(), "`{secret}` is in the log: {line:?}");
    }
}
