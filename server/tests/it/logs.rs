//! the log of a whole purchase holds nothing personal.

use std::io::Write;
use std::sync::{Arc, Mutex};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use crate::buyer::{self, set};
use crate::client::Ask;
use crate::invitations::{link_of, with_code};
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
    let ask = Ask::get("/ug/orders/canary%20note%22").header("user-agent", "Kanarija");
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

fn logging(kept: &Kept) -> impl tracing::Subscriber + Send + Sync + use<> {
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_env_filter(EnvFilter::new("info"))
        .with_writer(kept.clone())
        .finish()
}

fn lines(kept: &Kept) -> Vec<serde_json::Value> {
    let log = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
    log.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[tokio::test]
async fn each_request_is_a_line_and_each_refusal_names_its_code() {
    let kept = Kept::default();
    let app = TestApp::start().await;
    let guard = tracing::subscriber::set_default(logging(&kept));
    app.client().get("/ug/products/badam-500?canary=1").await.is(200);
    app.client().get("/ug/products/canary").await.is(404);
    app.client()
        .send(Ask::get("/ug").header("host", "canary.example"))
        .await
        .is(421);
    app.client().get("/healthz").await.is(200);
    // What breaks in a call from a page is logged like what breaks in a page.
    app.execute("DROP TABLE cart_lines").await;
    let call = buyer::calls_add(app.offer("BADAM-500").await, "1", [9; 16]);
    app.client().send(call).await.is(500);
    drop(guard);

    let lines = lines(&kept);
    let requests: Vec<_> = lines.iter().filter(|line| line["message"] == "request").collect();
    assert_eq!(
        requests.len(),
        4,
        "a line a request, and none for a probe: {requests:?}"
    );
    let found = |route: &str, status: u16, code: &str| {
        requests
            .iter()
            .any(|line| line["http.route"] == route && line["http.status"] == status && line["error.code"] == code)
    };
    assert!(found("/{lang}/products/{slug}", 200, ""), "{requests:?}");
    assert!(found("/{lang}/products/{slug}", 404, "not-found"), "{requests:?}");
    assert!(found("/{lang}", 421, "misdirected"), "{requests:?}");
    assert!(lines.iter().any(|line| line["message"] == "security.unknown_host"));
    let failed = lines.iter().find(|line| line["message"] == "request.failed").unwrap();
    let chain = failed["error.chain"].as_str().unwrap();
    assert!(chain.contains("cart_lines"), "{chain}");
    let log = format!("{lines:?}");
    assert!(!log.contains("canary"), "{log}");
}

#[tokio::test]
async fn who_comes_in_by_a_link_has_signed_in_and_who_is_a_member_has_not_joined() {
    let kept = Kept::default();
    let app = TestApp::inhabited().await;
    let path = link_of(&app).await;
    let mut guest = app.client();
    let first = with_code(&app, &mut guest, &path, "139 1111 2222").await;
    let guard = tracing::subscriber::set_default(logging(&kept));
    guest.post(&path, &first).await.is(303);
    // The same person, by another link.
    let path = link_of(&app).await;
    let mut again = app.client();
    let second = with_code(&app, &mut again, &path, "139 1111 2222").await;
    again.post(&path, &second).await.is(303);
    drop(guard);
    let lines = lines(&kept);
    let count = |event: &str| lines.iter().filter(|line| line["message"] == event).count();
    assert_eq!((count("security.signed_in"), count("security.joined")), (2, 1));
}

/// In a process of its own, as each of these tests: the hook is for all threads.
#[test]
fn a_panic_is_logged_with_its_words_and_its_place() {
    let kept = Kept::default();
    let before = std::panic::take_hook();
    server::telemetry::log_panics();
    tracing::subscriber::with_default(logging(&kept), || {
        drop(std::panic::catch_unwind(|| panic!("the scales are {}", "broken")));
    });
    std::panic::set_hook(before);
    let lines = lines(&kept);
    let line = lines.iter().find(|line| line["message"] == "panicked").unwrap();
    assert_eq!(line["panic.message"], "the scales are broken");
    assert!(line["panic.place"].as_str().unwrap().contains("logs.rs:"));
}
