//! Pictures over HTTP: the plain form, pieces, and those who mean no good (A-45, A-46).

use axum::http::Method;
use domain::{Locale, MAX_PIECE};

use crate::both::both;
use crate::client::{Answer, Ask, Client, PUBLIC};
use crate::pages::rules;
use crate::test_app::TestApp;
use crate::world::Who;

const BOUNDARY: &str = "----a-boundary";

/// A picture file, another one for each colour.
pub fn file(colour: &str) -> Vec<u8> {
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3" fill="{colour}"/></svg>"#
    );
    media::rasterise(svg.as_bytes(), 400).unwrap()
}

/// The form that brings a picture, as a browser sends it.
pub fn form(path: &str, fields: &[(String, String)], file: &[u8]) -> Ask {
    form_with(path, fields, "photo.jpg", "image/jpeg", file)
}

fn form_with(path: &str, fields: &[(String, String)], name: &str, kind: &str, file: &[u8]) -> Ask {
    file_form(path, "picture", fields, name, kind, file)
}

/// A form with a file in the field `of`, as a browser sends it.
pub fn file_form(path: &str, of: &str, fields: &[(String, String)], name: &str, kind: &str, file: &[u8]) -> Ask {
    let mut body = Vec::new();
    for (field, value) in fields.iter().filter(|(field, _)| field != of) {
        body.extend(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").into_bytes(),
        );
    }
    body.extend(
        format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{of}\"; filename=\"{name}\"\r\n\
             Content-Type: {kind}\r\n\r\n"
        )
        .into_bytes(),
    );
    body.extend(file);
    body.extend(format!("\r\n--{BOUNDARY}--\r\n").into_bytes());
    Ask::new(Method::POST, path)
        .header("origin", PUBLIC)
        .header("content-type", &format!("multipart/form-data; boundary={BOUNDARY}"))
        .body(body)
}

async fn path(app: &TestApp) -> String {
    format!("/ug/studio/products/{}/pictures", app.product("badam-500").await)
}

async fn count(app: &TestApp) -> i64 {
    let product = app.product("badam-500").await;
    app.number(&format!(
        "SELECT count(*) FROM product_media WHERE product_id = {product}"
    ))
    .await
}

both!(a_picture_is_added_without_a_script);
async fn a_picture_is_added_without_a_script() {
    let app = TestApp::inhabited().await;
    let path = path(&app).await;
    let mut client = app.client_of(Who::This);
    let page = client.get(&path).await.is(200).page();
    let input = page.first("input[type=file]").unwrap();
    assert_eq!(input.attr("accept"), Some("image/*"));
    let fields = page.form("picture-form");
    let answer = client.send(form(&path, &fields, &file("red"))).await.is(303);
    assert_eq!(answer.location(), format!("{path}?added=1"));
    let page = client.get(answer.location()).await.is(200);
    rules::hold(&page, Locale::Ug, &path);
    assert_eq!(page.page().count("[data-testid=product-picture]"), 3);
    // Everybody sees it.
    let product = app.client().get("/ug/products/badam-500").await.is(200).page();
    assert_eq!(product.count(".c-gallery img"), 3);
    let src = product.select(".c-gallery img")[2].attr("src").unwrap().to_owned();
    let picture = app.client().get(&src).await.is(200);
    assert_eq!(picture.header("content-type"), "image/jpeg");
    assert!(picture.body.starts_with(b"\xff\xd8\xff"));
}

both!(a_picture_sent_twice_is_added_once);
async fn a_picture_sent_twice_is_added_once() {
    let app = TestApp::inhabited().await;
    let path = path(&app).await;
    let mut client = app.client_of(Who::This);
    let fields = client.get(&path).await.is(200).page().form("picture-form");
    assert_eq!(fields.iter().find(|(name, _)| name == "key").unwrap().1.len(), 32);
    let first = client.send(form(&path, &fields, &file("red"))).await.is(303);
    let after = app.snapshot().await;
    let second = client.send(form(&path, &fields, &file("red"))).await.is(303);
    assert_eq!(first.location(), second.location());
    app.is_unchanged(&after, &app.snapshot().await, "the same again");
    client.send(form(&path, &fields, &file("green"))).await.is(422);
    app.is_unchanged(&after, &app.snapshot().await, "another one with the same key");
}

#[tokio::test]
async fn what_is_no_picture_is_refused_in_words() {
    let app = TestApp::inhabited().await;
    let path = path(&app).await;
    let mut client = app.client_of(Who::This);
    let png = file("red");
    let bomb = huge_png(30_000, 30_000);
    let before = app.snapshot().await;
    for (what, name, kind, bytes) in [
        (
            "svg",
            "a.svg",
            "image/svg+xml",
            &b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"[..],
        ),
        (
            "a page with a picture's name",
            "a.jpg",
            "image/jpeg",
            b"<html><script>alert(1)</script></html>",
        ),
        (
            "heic",
            "IMG_1.HEIC",
            "image/heic",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        ),
        ("gif", "a.gif", "image/gif", b"GIF89a\x01\0\x01\0\x80\0\0"),
        ("cut", "a.png", "image/png", &png[..200]),
        ("30,000 x 30,000", "a.png", "image/png", &bomb),
        ("nothing", "", "application/octet-stream", b""),
    ] {
        let fields = client.get(&path).await.is(200).page().form("picture-form");
        let answer = client.send(form_with(&path, &fields, name, kind, bytes)).await.is(422);
        rules::hold(&answer, Locale::Ug, what);
        let page = answer.page();
        assert!(page.has("input[type=file][aria-invalid]"), "{what}");
        assert!(page.has(".c-field__error") && page.has("#errors"), "{what}");
    }
    app.is_unchanged(&before, &app.snapshot().await, "refused");
    assert_eq!(strays(&app), 0, "no piece is left");
}

/// A PNG whose head promises so many pixels.
fn huge_png(width: u32, height: u32) -> Vec<u8> {
    let mut png = file("red");
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    // The check sum of the head, bit by bit (PNG specification, annex D).
    let sum = !png[12..29].iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
    });
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    png
}

/// Files where pictures are kept that are none, nor what one is cropped from.
fn strays(app: &TestApp) -> usize {
    let folder = std::fs::read_dir(app.media_dir()).unwrap();
    folder
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| !media::is_file_name(name) && !name.starts_with("original-"))
        .count()
        // The table that waits for a yes is there from the beginning.
        .saturating_sub(1)
}

#[tokio::test]
async fn a_body_may_be_large_on_this_page_only() {
    let app = TestApp::inhabited().await;
    let path = path(&app).await;
    let mut client = app.client_of(Who::This);
    let fields = client.get(&path).await.is(200).page().form("picture-form");
    // Longer than other forms may be, and a picture: bytes behind its end do not count.
    let mut large = file("red");
    large.resize(3 * 1024 * 1024, 0);
    client.send(form(&path, &fields, &large)).await.is(303);
    // Longer than a picture may be.
    let fields = client.get(&path).await.is(200).page().form("picture-form");
    large.resize(26 * 1024 * 1024, 0);
    let answer = client.send(form(&path, &fields, &large)).await.is(422);
    assert!(answer.page().has(".c-field__error"));
    assert_eq!(strays(&app), 0);
    // Longer than the page takes: it is not read to its end.
    let over = form(&path, &fields, &vec![0; 41 * 1024 * 1024]);
    if let Ok(answer) = client.try_send(over).await {
        answer.is(413);
    }
    // The neighbours take no more than before.
    let product = app.product("badam-500").await;
    for neighbour in [
        format!("/ug/studio/products/{product}"),
        format!("{path}/{}", app.second_picture().await),
        "/ug/studio/uploads".to_owned(),
    ] {
        let fields = [("a", "x".repeat(520 * 1024))];
        client.post(&neighbour, &fields).await.is(413);
    }
    assert_eq!(count(&app).await, 3);
}

#[tokio::test]
async fn a_form_that_is_none_is_refused() {
    let app = TestApp::inhabited().await;
    let path = path(&app).await;
    let mut client = app.client_of(Who::This);
    let before = app.snapshot().await;
    let png = file("red");
    let cut = form(&path, &[], &png);
    client.post(&path, &[("picture", "x")]).await.is(422);
    client
        .send(cut.clone().header("content-type", "multipart/form-data"))
        .await
        .is(422);
    client
        .send(cut.clone().body(b"nothing of the kind".to_vec()))
        .await
        .is(422);
    let twice: Vec<(String, String)> = (0..20).map(|n| (format!("f{n}"), "x".to_owned())).collect();
    client.send(form(&path, &twice, &png)).await.is(422);
    let long = [("key".to_owned(), "x".repeat(10_000))];
    client.send(form(&path, &long, &png)).await.is(413);
    app.is_unchanged(&before, &app.snapshot().await, "no form");
    assert_eq!(strays(&app), 0);
}

#[tokio::test]
async fn media_addresses_name_pictures_only() {
    // A-46, and the pieces that lie beside the pictures.
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::This);
    let upload = begin(&app, &mut client, "a.jpg", 100_000).await;
    append(&mut client, &upload, 0, &jpeg_beginning(50_000)).await.is(204);
    assert_eq!(strays(&app), 1);
    let piece = std::fs::read_dir(app.media_dir())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .find(|name| !media::is_file_name(name))
        .unwrap();
    for name in [
        piece.as_str(),
        "..%2fbazar.db",
        "%2e%2e%2fbazar.db",
        "..%5cbazar.db",
        &"a".repeat(3_000),
        "0123456789abcdef0123456789abcdef-640.webp%00",
    ] {
        client.get(&format!("/media/{name}")).await.is(404);
    }
}

fn jpeg_beginning(length: usize) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0".to_vec();
    bytes.resize(length, 0);
    bytes
}

/// Begins an upload; its address.
async fn begin(app: &TestApp, client: &mut Client, name: &str, size: usize) -> String {
    let product = app.product("badam-500").await.to_string();
    let fields = [
        ("product", product.as_str()),
        ("size", &size.to_string()),
        ("file", name),
    ];
    let answer = client.post("/ug/studio/uploads", &fields).await.is(201);
    assert_eq!(answer.header("upload-length"), size.to_string());
    answer.location().to_owned()
}

pub fn piece(path: &str, offset: usize, bytes: &[u8]) -> Ask {
    Ask::new(Method::PATCH, path)
        .header("origin", PUBLIC)
        .header("accept", "application/json")
        .header("content-type", "application/offset+octet-stream")
        .header("upload-offset", &offset.to_string())
        .body(bytes.to_vec())
}

pub async fn append(client: &mut Client, path: &str, offset: usize, bytes: &[u8]) -> Answer {
    client.send(piece(path, offset, bytes)).await
}

pub async fn standing(client: &mut Client, path: &str) -> (String, String) {
    let answer = client.send(Ask::new(Method::HEAD, path)).await.is(200);
    assert_eq!(answer.header("cache-control"), "no-store");
    (
        answer.header("upload-offset").to_owned(),
        answer.header("upload-state").to_owned(),
    )
}

both!(a_picture_comes_in_pieces);
async fn a_picture_comes_in_pieces() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::This);
    let mut whole = file("red");
    whole.resize(MAX_PIECE + 20_000, 0);
    let upload = begin(&app, &mut client, "a.png 1", whole.len()).await;
    let first = append(&mut client, &upload, 0, &whole[..MAX_PIECE]).await.is(204);
    assert_eq!(first.header("upload-offset"), MAX_PIECE.to_string());
    // The line is lost and comes back: where does it stand?
    let stands = (MAX_PIECE.to_string(), "receiving".to_owned());
    assert_eq!(standing(&mut client, &upload).await, stands);
    append(&mut client, &upload, 0, &whole[..MAX_PIECE]).await.is(409);
    assert_eq!(begin(&app, &mut client, "a.png 1", whole.len()).await, upload);
    let page = client.get(&path(&app).await).await.is(200);
    rules::hold(&page, Locale::Ug, "with an upload");
    assert!(page.page().has("[data-testid=upload][data-state=receiving]"));

    append(&mut client, &upload, MAX_PIECE, &whole[MAX_PIECE..])
        .await
        .is(204);
    assert_eq!(standing(&mut client, &upload).await.1, "waiting");
    assert!(service::studio::make_next(&app.shop).await.unwrap());
    assert_eq!(standing(&mut client, &upload).await.1, "ready");
    assert_eq!(count(&app).await, 3);
    append(&mut client, &upload, whole.len(), b"more").await.is(409);
}

#[tokio::test]
async fn a_refused_upload_says_why_on_the_page() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::This);
    let upload = begin(&app, &mut client, "a.heic", 20).await;
    append(&mut client, &upload, 0, b"\0\0\0\x18ftypheic\0\0\0\0mif1")
        .await
        .is(204);
    assert_eq!(standing(&mut client, &upload).await.1, "refused");
    for locale in Locale::BUILT_IN {
        let product = app.product("badam-500").await;
        let path = format!("/{}/studio/products/{product}/pictures", locale.code());
        let page = client.get(&path).await.is(200);
        rules::hold(&page, locale, &path);
        let said = page.page().text_of("upload").unwrap();
        assert!(said.contains("HEIC") && said.contains("a.heic"), "{locale:?}: {said}");
    }
    // Whoever has read it puts it out of sight, without a script.
    let path = path(&app).await;
    client.post(&upload, &[("", ""); 0]).await.is(303);
    assert!(!client.get(&path).await.is(200).page().has("[data-testid=upload]"));
}

both!(pieces_are_taken_from_their_sender_alone);
async fn pieces_are_taken_from_their_sender_alone() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::This);
    let upload = begin(&app, &mut client, "a.jpg", 100_000).await;
    let bytes = jpeg_beginning(20_000);
    let before = app.snapshot().await;
    for who in Who::ALL.into_iter().filter(|who| *who != Who::This) {
        let mut other = app.client_of(who);
        append(&mut other, &upload, 0, &bytes).await.is(404);
        other.send(Ask::new(Method::HEAD, &upload)).await.is(404);
    }
    // Another site makes the browser send it.
    for foreign in [
        piece(&upload, 0, &bytes)
            .without("sec-fetch-site")
            .header("origin", "https://evil.example"),
        piece(&upload, 0, &bytes)
            .header("sec-fetch-site", "cross-site")
            .header("origin", "https://evil.example"),
        piece(&upload, 0, &bytes).without("origin").without("sec-fetch-site"),
    ] {
        client.clone().send(foreign).await.is(403);
    }
    append(&mut client, &upload, 0, &jpeg_beginning(MAX_PIECE + 1))
        .await
        .is(413);
    append(&mut client, &upload, 0, &bytes[..10]).await.is(413);
    append(&mut client, &upload, 7, &bytes).await.is(409);
    client
        .send(piece(&upload, 0, &bytes).header("content-type", "image/jpeg"))
        .await
        .is(415);
    for offset in ["", "-1", "x", "99999999999999999999999"] {
        client
            .send(piece(&upload, 0, &bytes).header("upload-offset", offset))
            .await
            .is(422);
    }
    app.is_unchanged(&before, &app.snapshot().await, "not theirs");
    append(&mut client, &upload, 0, &bytes).await.is(204);
}

#[tokio::test]
async fn the_last_picture_of_what_is_on_sale_stays() {
    let app = TestApp::inhabited().await;
    let path = path(&app).await;
    let mut client = app.client_of(Who::This);
    let second = app.second_picture().await;
    let fields = [("command", "remove")];
    client.post(&format!("{path}/{second}"), &fields).await.is(303);
    let last = app.second_picture().await;
    let answer = client.post(&format!("{path}/{last}"), &fields).await.is(409);
    rules::hold(&answer, Locale::Ug, "the last one");
    assert_eq!(count(&app).await, 1);
    client.post(&format!("{path}/{second}"), &fields).await.is(404);
}

fn notice(page: &crate::html::Page) -> String {
    page.first("#notice").unwrap().text().collect()
}

#[tokio::test]
async fn what_buyers_do_not_see_is_not_said_to_be_in_the_shop() {
    let app = TestApp::inhabited().await;
    let path = path(&app).await;
    let picture = format!("{path}/{}", app.second_picture().await);
    let mut client = app.client_of(Who::This);
    let pages = [
        format!("{path}?added=1"),
        format!("{path}?moved=1"),
        format!("{picture}?saved=1"),
        path.replace("/pictures", "?saved=1"),
    ];
    let in_shop = "دۇكاندا ھازىر كۆرۈنىدۇ";
    for page in &pages {
        let said = notice(&client.get(page).await.is(200).page());
        assert!(said.contains(in_shop), "{page}: {said}");
    }
    let product = app.product("badam-500").await;
    app.execute(&format!("UPDATE products SET status = 'draft' WHERE id = {product}"))
        .await;
    for page in &pages {
        let said = notice(&client.get(page).await.is(200).page());
        assert!(
            !said.contains(in_shop) && said.contains("ئېلان قىلىنغاندا"),
            "{page}: {said}"
        );
    }
}

#[tokio::test]
async fn a_moved_picture_is_where_one_comes_back_to() {
    let app = TestApp::inhabited().await;
    let path = path(&app).await;
    let second = app.second_picture().await;
    let mut client = app.client_of(Who::This);
    let answer = client
        .post(&format!("{path}/{second}"), &[("command", "up")])
        .await
        .is(303);
    assert_eq!(answer.location(), format!("{path}?moved=1#picture-{second}"));
    let page = client.get(&format!("{path}?moved=1")).await.is(200).page();
    assert!(page.has(&format!("li#picture-{second}")));
}

#[tokio::test]
async fn a_file_without_a_byte_is_called_empty_and_the_same_photo_is_there_already() {
    let app = TestApp::inhabited().await;
    let path = path(&app).await;
    let mut client = app.client_of(Who::This);
    let fields = client.get(&path).await.is(200).page().form("picture-form");
    let said = async |client: &mut Client, name: &str, bytes: &[u8]| {
        let ask = form_with(&path, &fields, name, "image/jpeg", bytes);
        let page = client.send(ask).await.is(422).page();
        page.first(".c-field__error").unwrap().text().collect::<String>()
    };
    let (none, empty) = (said(&mut client, "", b"").await, said(&mut client, "a.jpg", b"").await);
    assert!(
        none.contains("تاللانمىدى") && empty.contains("قۇرۇق"),
        "{none} / {empty}"
    );
    client.send(form(&path, &fields, &file("red"))).await.is(303);
    let other = client.get(&path).await.is(200).page().form("picture-form");
    let answer = client.send(form(&path, &other, &file("red"))).await.is(422);
    rules::hold(&answer, Locale::Ug, "the same photo");
    assert_eq!(count(&app).await, 3);
}

#[tokio::test]
async fn what_a_picture_shows_is_read_aloud_in_the_shop() {
    let app = TestApp::inhabited().await;
    let path = format!("{}/{}", path(&app).await, app.second_picture().await);
    let mut client = app.client_of(Who::This);
    let mut fields = client.get(&path).await.is(200).page().form("picture-words");
    crate::buyer::set(&mut fields, "alt-es", "Un \"cuenco\"><script>");
    client.post(&path, &fields).await.is(303);
    let page = app.client().get("/es/products/badam-500").await.is(200);
    rules::hold(&page, Locale::Es, "described");
    let page = page.page();
    assert_eq!(
        page.select(".c-gallery img")[1].attr("alt"),
        Some("Un \"cuenco\"><script>")
    );
    // A text that is too long comes back as it was typed.
    let mut fields = client.get(&path).await.is(200).page().form("picture-words");
    let long = "a".repeat(200);
    crate::buyer::set(&mut fields, "alt-zh", &long);
    let answer = client.post(&path, &fields).await.is(422);
    rules::hold(&answer, Locale::Ug, "too long");
    assert_eq!(answer.page().value("alt-zh"), Some(long));
}
