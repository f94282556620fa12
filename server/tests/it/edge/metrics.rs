//! What Prometheus reads: true, and nothing of anybody's.

use crate::buyer;
use crate::client::Ask;
use crate::test_app::TestApp;

#[tokio::test]
async fn the_numbers_follow_what_happens_and_name_nobody() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let code = buyer::buy(&mut client, app.offer("BADAM-500").await, "1")
        .await
        .to_string();
    client.get(&format!("/ug/orders/{code}")).await.is(200);
    client.get("/ug/nothing-here").await.is(404);
    let answer = app.client().get("/metrics").await.is(200);
    assert!(
        answer
            .header("content-type")
            .starts_with("application/openmetrics-text")
    );
    let text = answer.text();
    for line in [
        "bazar_requests_total{route=\"/{lang}/orders/{code}\",status=\"2xx\"} 1",
        "bazar_refusals_total{kind=\"not-found\"} 1",
        "bazar_orders{kind=\"placed\"} 1",
        "bazar_orders{kind=\"completed\"} 0",
        "bazar_writes_waiting 0",
        "bazar_in_flight 1",
    ] {
        assert!(text.lines().any(|l| l == line), "`{line}` is not in\n{text}");
    }
    for name in [
        "bazar_request_seconds_bucket",
        "bazar_connections ",
        "bazar_outbox{kind=\"waiting\"} ",
        "bazar_commits_total",
        "bazar_write_seconds_total",
    ] {
        assert!(text.contains(name), "{name}");
    }
    assert!(text.ends_with("# EOF\n"));
    assert_eq!(text.matches("# EOF").count(), 1);
    for secret in [code.as_str(), buyer::TAIL, buyer::PHONE, "127.0.0.1", "nothing-here"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn others_find_no_numbers() {
    let app = TestApp::start().await;
    // As a proxy on the same machine passes it on.
    let ask = Ask::get("/metrics").header("x-forwarded-for", "198.51.100.1");
    assert!(app.client().send(ask).await.is(404).body.is_empty());
}
