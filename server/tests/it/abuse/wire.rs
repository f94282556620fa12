//! requests two servers could read differently.

use crate::test_app::TestApp;
use crate::wire_text::exchange;

const FORM: &str = "Host: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";

/// Statuses of all answers on the connection.
fn statuses(answer: &str) -> Vec<&str> {
    answer
        .match_indices("HTTP/1.")
        .map(|(at, _)| &answer[at + 9..at + 12])
        .collect()
}

#[tokio::test]
async fn a_56_requests_with_two_readings_are_refused() {
    let app = TestApp::start().await;
    let hidden = "GET /ug/about HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let before = app.snapshot().await;
    for (what, request) in [
        (
            "two lengths",
            format!(
                "POST /ug/cart/lines HTTP/1.1\r\n{FORM}Content-Length: 0\r\nContent-Length: {}\r\n\r\n{hidden}",
                hidden.len()
            ),
        ),
        (
            "lengths in a list",
            format!(
                "POST /ug/cart/lines HTTP/1.1\r\n{FORM}Content-Length: 0, {}\r\n\r\n{hidden}",
                hidden.len()
            ),
        ),
        (
            "signed length",
            format!("POST /ug/cart/lines HTTP/1.1\r\n{FORM}Content-Length: +0\r\n\r\n{hidden}"),
        ),
        (
            "negative length",
            format!("POST /ug/cart/lines HTTP/1.1\r\n{FORM}Content-Length: -1\r\n\r\n{hidden}"),
        ),
        (
            "hexadecimal length",
            format!("POST /ug/cart/lines HTTP/1.1\r\n{FORM}Content-Length: 0x0\r\n\r\n{hidden}"),
        ),
        (
            "chunked is not last",
            format!(
                "POST /ug/cart/lines HTTP/1.1\r\n{FORM}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n{hidden}"
            ),
        ),
        (
            "unknown encoding",
            format!("POST /ug/cart/lines HTTP/1.1\r\n{FORM}Transfer-Encoding: xchunked\r\n\r\n{hidden}"),
        ),
        (
            "space before the colon",
            format!("POST /ug/cart/lines HTTP/1.1\r\n{FORM}Content-Length : 0\r\n\r\n{hidden}"),
        ),
        (
            "space in the name",
            format!("POST /ug/cart/lines HTTP/1.1\r\n{FORM}Transfer Encoding: chunked\r\n\r\n{hidden}"),
        ),
        (
            "folded header",
            format!("POST /ug/cart/lines HTTP/1.1\r\n{FORM}Content-Length: 0\r\n folded\r\n\r\n{hidden}"),
        ),
        (
            "NUL in a header",
            format!("GET /ug HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b\r\n\r\n{hidden}"),
        ),
        (
            "carriage return in a header",
            format!("GET /ug HTTP/1.1\r\nHost: localhost\r\nX-A: a\rb\r\n\r\n{hidden}"),
        ),
        ("no version", format!("GET /ug\r\nHost: localhost\r\n\r\n{hidden}")),
        ("no method", format!(" /ug HTTP/1.1\r\nHost: localhost\r\n\r\n{hidden}")),
    ] {
        let (answer, closed) = exchange(app.addr, request.as_bytes()).await;
        assert_eq!(statuses(&answer), ["400"], "{what}: {answer}");
        assert!(closed, "{what}: the connection is closed");
    }
    app.is_unchanged(&before, &app.snapshot().await, "two readings");
}

#[tokio::test]
async fn a_56_length_and_chunks_together_hide_nothing() {
    let app = TestApp::start().await;
    let before = app.snapshot().await;
    let hidden = "GET /ug/about HTTP/1.1\r\nHost: localhost\r\n\r\n";
    // Read by its length, the hidden request is the body; read in chunks, it is a request of its own.
    for encoding in ["Transfer-Encoding: chunked", "transfer-encoding:\tchunked"] {
        let length = hidden.len() + 5;
        let request = format!(
            "POST /ug/cart/lines HTTP/1.1\r\n{FORM}Content-Length: {length}\r\n{encoding}\r\n\r\n0\r\n\r\n{hidden}"
        );
        let (answer, closed) = exchange(app.addr, request.as_bytes()).await;
        assert_eq!(statuses(&answer).len(), 1, "{encoding}: {answer}");
        assert!(closed, "{encoding}: the connection is closed");
    }
    app.is_unchanged(&before, &app.snapshot().await, "length and chunks");
}

#[tokio::test]
async fn a_56_bare_line_feeds_hide_nothing() {
    let app = TestApp::start().await;
    let before = app.snapshot().await;
    for request in [
        "POST /ug/cart/lines HTTP/1.1\nHost: localhost\nContent-Length: 0\n\nGET /ug/about HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /ug HTTP/1.1\r\nHost: localhost\r\nX-A: b\nContent-Length: 40\r\n\r\n",
    ] {
        let (answer, _) = exchange(app.addr, request.as_bytes()).await;
        // The parser takes a lone line feed for the end of a line. That is safe as long as nothing is in front that
        // reads it otherwise, and no request changes anything without saying where it comes from.
        assert!(
            statuses(&answer)
                .iter()
                .all(|status| matches!(*status, "200" | "400" | "422")),
            "{answer}"
        );
    }
    app.is_unchanged(&before, &app.snapshot().await, "line feeds");
}

#[tokio::test]
async fn a_58_a_body_without_a_length_is_counted_too() {
    let app = TestApp::start().await;
    let before = app.snapshot().await;
    let head = format!("POST /ug/cart/lines HTTP/1.1\r\n{FORM}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
    let mut request = head.into_bytes();
    let chunk = format!("1000\r\n{}\r\n", "a".repeat(0x1000));
    for _ in 0..100 {
        request.extend_from_slice(chunk.as_bytes());
    }
    request.extend_from_slice(b"0\r\n\r\n");
    let (answer, _) = exchange(app.addr, &request).await;
    assert_eq!(statuses(&answer), ["413"], "{answer}");
    app.is_unchanged(&before, &app.snapshot().await, "chunks");
}

#[tokio::test]
async fn a_body_that_never_comes_keeps_nobody_waiting() {
    let app = TestApp::start().await;
    let request = format!("POST /ug/cart/lines HTTP/1.1\r\n{FORM}Content-Length: 100\r\n\r\noffer=1");
    let (answer, _) = exchange(app.addr, request.as_bytes()).await;
    assert!(statuses(&answer).is_empty(), "{answer}");
    app.client().get("/ug").await.is(200);
}
