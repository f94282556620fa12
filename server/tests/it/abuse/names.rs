//! A-46: names of files that are none.

use crate::client::Ask;
use crate::test_app::TestApp;
use crate::wire_text::raw;
use axum::http::Method;

/// What an attacker asks for instead of a picture or a built file.
fn names() -> Vec<String> {
    let mut names: Vec<String> = [
        "../data/secret",
        "../../data/bazar.db",
        "..%2f..%2fdata%2fbazar.db",
        "%2e%2e%2fdata%2fsecret",
        "%2e%2e/%2e%2e/data/bazar.db",
        "%252e%252e%252fdata",
        "..%5c..%5cdata%5cbazar.db",
        "....//....//data/bazar.db",
        "..;/data/bazar.db",
        "start-1.js%00.png",
        "%00",
        "%00start-1.js",
        "start-1.js%0d%0aX-Evil:1",
        ".hidden.js",
        "./start-1.js",
        "%2e/start-1.js",
        "sub//start-1.js",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "file:///etc/passwd",
        "C:%5cwindows.js",
        "manifest.json",
        "start-1.js/",
        "start-1.js.br",
        "",
        "%ff%fe.js",
        "%c0%ae%c0%ae/data.js",
        "ئالما.js",
    ]
    .map(str::to_owned)
    .to_vec();
    names.push("a".repeat(300) + ".js");
    names.push("a/".repeat(2_000) + "b.js");
    names.push(format!("{}-600.webp", "0".repeat(10_000)));
    names
}

#[tokio::test]
async fn a_46_only_plain_names_are_files() {
    let app = TestApp::start().await;
    let before = app.snapshot().await;
    for folder in ["assets", "media"] {
        for name in names() {
            let request = format!("GET /{folder}/{name} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            let answer = raw(app.addr, request.as_bytes()).await;
            let status = answer.get(9..12).unwrap_or_default();
            assert!(matches!(status, "404" | "400" | "414"), "{folder}/{name}: {answer}");
            for secret in ["root:", "SQLite format", "file start-1.js", "packed"] {
                assert!(!answer.contains(secret), "{folder}/{name}: {answer}");
            }
        }
    }
    app.is_unchanged(&before, &app.snapshot().await, "files");
}

#[tokio::test]
async fn files_are_what_their_type_says_and_nothing_more() {
    let app = TestApp::start().await;
    let mut client = app.client();
    let script = client.get("/assets/start-1.js").await.is(200);
    assert_eq!(script.header("content-type"), "text/javascript; charset=utf-8");
    assert!(script.header("cache-control").contains("immutable"));
    assert_eq!(script.header("vary"), "accept-encoding");
    let packed = client
        .send(Ask::get("/assets/start-1.js").header("accept-encoding", "gzip, br"))
        .await
        .is(200);
    assert_eq!(
        (packed.header("content-encoding"), packed.text().as_str()),
        ("br", "packed")
    );
    // A part, and what the browser has.
    let part = client
        .send(Ask::get("/assets/start-1.js").header("range", "bytes=3-6"))
        .await
        .is(206);
    assert_eq!(
        (part.text().as_str(), part.header("content-range")),
        ("file", "bytes 3-6/21")
    );
    let since = script.header("last-modified");
    let known = client
        .send(Ask::get("/assets/start-1.js").header("if-modified-since", since))
        .await
        .is(304);
    assert!(known.header("cache-control").contains("immutable") && known.body.is_empty());
    for hidden in ["/assets/start-1.js.br", "/assets/", "/assets/no.js"] {
        client.get(hidden).await.is(404);
    }
    let upwards = b"GET /assets/../manifest.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let answer = raw(app.addr, upwards).await;
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");

    let page = client.get("/es/products/badam-500").await.is(200).page();
    let pictures: Vec<&str> = page.select("img").iter().filter_map(|tag| tag.attr("src")).collect();
    assert!(!pictures.is_empty());
    for src in pictures {
        let picture = client.get(src).await.is(200);
        assert!(picture.header("content-type").starts_with("image/"), "{src}");
        assert_eq!(picture.header("x-content-type-options"), "nosniff");
        assert!(picture.header("content-security-policy").contains("sandbox"));
        let head = client.send(Ask::new(Method::HEAD, src)).await.is(200);
        assert!(head.body.is_empty());
    }
}
