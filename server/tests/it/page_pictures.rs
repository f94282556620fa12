//! Photos for the shop page over HTTP, in pieces and with the plain form; and cropping, of a product's pictures too.

use axum::http::Method;
use domain::{Locale, MAX_PIECE};
use l10n::t;

use crate::both::both;
use crate::buyer::{set, value_of};
use crate::client::{Ask, Client};
use crate::pages::rules;
use crate::pictures::{append, file, form, piece, standing};
use crate::test_app::TestApp;
use crate::world::Who;

const UPLOADS: &str = "/ug/studio/shop/uploads";
const COVER: &str = "/ug/studio/shop/parts/1";
const CROP_OF_COVER: &str = "/ug/studio/shop/parts/1/crop?at=picture";

/// Begins an upload for the cover; its address.
async fn begin(client: &mut Client, size: usize) -> String {
    let fields = [
        ("part", "1"),
        ("at", "picture"),
        ("size", &size.to_string()),
        ("file", "a.png/1/2"),
    ];
    let answer = client.post(UPLOADS, &fields).await.is(201);
    assert_eq!(answer.header("upload-length"), size.to_string());
    answer.location().to_owned()
}

/// Sends a photo for the cover, and lets it be made.
async fn send(app: &TestApp, client: &mut Client, file: &[u8]) {
    let upload = begin(client, file.len()).await;
    append(client, &upload, 0, file).await.is(204);
    assert!(service::studio::make_next(&app.shop).await.unwrap());
    assert_eq!(standing(client, &upload).await.1, "ready");
}

/// What the cover shows, as its form has it.
async fn cover(client: &mut Client) -> String {
    let fields = client.get(COVER).await.is(200).page().form("part-form");
    value_of(&fields, "picture").to_owned()
}

both!(a_photo_for_the_page_comes_in_pieces);
async fn a_photo_for_the_page_comes_in_pieces() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::This);
    let mut whole = file("red");
    whole.resize(MAX_PIECE + 20_000, 0);
    let upload = begin(&mut client, whole.len()).await;
    append(&mut client, &upload, 0, &whole[..MAX_PIECE]).await.is(204);
    // The line is lost and comes back, and then the page is closed and opened again.
    let stands = (MAX_PIECE.to_string(), "receiving".to_owned());
    assert_eq!(standing(&mut client, &upload).await, stands);
    append(&mut client, &upload, 0, &whole[..MAX_PIECE]).await.is(409);
    assert_eq!(begin(&mut client, whole.len()).await, upload);
    for locale in Locale::BUILT_IN {
        let path = format!("/{}/studio/shop/pictures?part=1", locale.code());
        let page = client.get(&path).await.is(200);
        rules::hold(&page, locale, &path);
        assert!(page.page().has("[data-testid=upload][data-state=receiving]"));
    }
    append(&mut client, &upload, MAX_PIECE, &whole[MAX_PIECE..])
        .await
        .is(204);
    assert!(service::studio::make_next(&app.shop).await.unwrap());
    assert_eq!(standing(&mut client, &upload).await.1, "ready");
    let packed = cover(&mut client).await;
    assert!(packed.starts_with(&media::sha_of(&whole)), "{packed}");
}

both!(a_photo_that_is_half_sent_goes_on_at_its_place);
async fn a_photo_that_is_half_sent_goes_on_at_its_place() {
    let app = TestApp::inhabited().await;
    let (mut client, mut colleague) = (app.client_of(Who::This), app.client_of(Who::Editor));
    let before = chosen_place(&mut colleague).await;
    for at in ["", "picture"] {
        let fields = [("part", "1"), ("at", at), ("size", "100000"), ("file", "a.png/1/2")];
        client.post(UPLOADS, &fields).await.is(201);
        assert_eq!(chosen_place(&mut client).await, at);
        assert_eq!(chosen_place(&mut colleague).await, before, "it is not theirs");
    }
    // Only who sends it is told to choose it again.
    let of_others = app.shop.texts().get(Locale::Ug, t::PICTURES_STATE_OTHERS);
    for (who, is_told) in [(Who::This, false), (Who::Editor, true)] {
        let page = app.client_of(who).get("/ug/studio/shop/pictures?part=1").await.is(200);
        assert_eq!(page.text().contains(&of_others), is_told, "{who:?}");
    }
}

/// Where the form for the cover puts a photo, unless one chooses otherwise.
async fn chosen_place(client: &mut Client) -> String {
    let page = client.get("/ug/studio/shop/pictures?part=1").await.is(200).page();
    value_of(&page.form("shop-picture"), "at").to_owned()
}

both!(a_photo_for_the_page_is_its_senders_alone);
async fn a_photo_for_the_page_is_its_senders_alone() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::This);
    let upload = begin(&mut client, 100_000).await;
    let mut bytes = b"\xff\xd8\xff\xe0".to_vec();
    bytes.resize(MAX_PIECE + 1, 0);
    let before = app.snapshot().await;
    for who in Who::ALL.into_iter().filter(|who| *who != Who::This) {
        let mut other = app.client_of(who);
        append(&mut other, &upload, 0, &bytes[..20_000]).await.is(404);
        other.send(Ask::new(Method::HEAD, &upload)).await.is(404);
    }
    append(&mut client, &upload, 0, &bytes).await.is(413);
    append(&mut client, &upload, 0, &bytes[..10]).await.is(413);
    append(&mut client, &upload, 7, &bytes[..20_000]).await.is(409);
    client
        .send(piece(&upload, 0, &bytes[..20_000]).header("content-type", "image/jpeg"))
        .await
        .is(415);
    app.is_unchanged(&before, &app.snapshot().await, "not theirs");
    append(&mut client, &upload, 0, &bytes[..20_000]).await.is(204);
    for size in ["0", "26214401", "x"] {
        let fields = [("size", size), ("file", "a.png")];
        client.post(UPLOADS, &fields).await.is(422);
    }
}

#[tokio::test]
async fn without_a_script_the_form_puts_the_photo_at_its_place() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::This);
    let page = client.get("/ug/studio/shop/pictures?part=1").await.is(200).page();
    let fields = page.form("shop-picture");
    let path = "/ug/studio/shop/pictures";
    let mut nowhere = fields.clone();
    set(&mut nowhere, "at", "");
    let answer = client.send(form(path, &nowhere, &file("red"))).await.is(303);
    assert_eq!(answer.location(), format!("{COVER}?picture=1"));
    let page = client.get(answer.location()).await.is(200).page();
    assert!(page.has("[data-testid=photo-to-choose]") && !page.has("[data-testid=photo-placed]"));
    let mut at = fields.clone();
    set(&mut at, "at", "picture");
    let answer = client.send(form(path, &at, &file("green"))).await.is(303);
    let page = client.get(answer.location()).await.is(200).page();
    assert!(page.has("[data-testid=photo-placed]"));
    assert!(cover(&mut client).await.starts_with(&media::sha_of(&file("green"))));
    // A file that is none is told at its field, and the place that was chosen stays.
    let answer = client.send(form(path, &at, b"GIF89a\x01\0")).await.is(422);
    rules::hold(&answer, Locale::Ug, "no picture");
    assert_eq!(value_of(&answer.page().form("shop-picture"), "at"), "picture");
}

both!(a_photo_of_the_page_is_cropped_without_a_script);
async fn a_photo_of_the_page_is_cropped_without_a_script() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::This);
    client
        .get(CROP_OF_COVER.replace("at=picture", "at=tagline-ug").as_str())
        .await
        .is(404);
    send(&app, &mut client, &file("red")).await;
    // What was typed in the part is saved on the way.
    let page = client.get(COVER).await.is(200).page();
    assert!(page.has("[data-testid=crop-picture]"));
    let mut fields = page.form("part-form");
    set(&mut fields, "then", "crop-picture");
    assert_eq!(client.post(COVER, &fields).await.is(303).location(), CROP_OF_COVER);
    let before = cover(&mut client).await;
    for locale in Locale::BUILT_IN {
        let path = CROP_OF_COVER.replace("/ug/", &format!("/{}/", locale.code()));
        rules::hold(&client.get(&path).await.is(200), locale, &path);
    }
    // Nothing would be cut off: said at its field, and what was chosen stays.
    let mut fields = client.get(CROP_OF_COVER).await.is(200).page().form("crop-form");
    assert_eq!(value_of(&fields, "shape"), "square", "nobody draws without a script");
    set(&mut fields, "shape", "free");
    set(&mut fields, "keep", "last");
    let path = "/ug/studio/shop/parts/1/crop";
    let answer = client.post(path, &fields).await.is(422);
    rules::hold(&answer, Locale::Ug, "nothing is cut off");
    assert!(answer.page().has("#errors") && answer.page().has("select[name=shape][aria-invalid]"));
    assert_eq!(value_of(&answer.page().form("crop-form"), "keep"), "last");

    set(&mut fields, "shape", "square");
    let done = client.post(path, &fields).await.is(303);
    let waits = done.location().to_owned();
    assert_eq!(waits, format!("{CROP_OF_COVER}&look=1"));
    let after = app.snapshot().await;
    client.post(path, &fields).await.is(303);
    app.is_unchanged(&after, &app.snapshot().await, "the same again");
    let is_open = async |client: &mut Client| {
        let page = client.get(&format!("{COVER}?cropped=1")).await.is(200);
        rules::hold(&page, Locale::Ug, "being cropped");
        page.page().has("[data-testid=crops-open]")
    };
    assert!(is_open(&mut client).await);
    // One waits where nothing can be typed; it looks again by itself, but not for ever.
    for locale in Locale::BUILT_IN {
        let path = waits.replace("/ug/", &format!("/{}/", locale.code()));
        rules::hold(&client.get(&path).await.is(200), locale, &path);
    }
    let page = client.get(&waits).await.is(200);
    assert_eq!(page.header("refresh"), format!("3; url={CROP_OF_COVER}&look=2"));
    assert!(page.page().has("[data-testid=crops-open]") && !page.page().has("[data-testid=crop-form]"));
    for look in ["20", "255", "256", "-1", "x"] {
        let last = client.get(&format!("{CROP_OF_COVER}&look={look}")).await.is(200);
        assert_eq!(last.header("refresh"), "", "{look}");
    }
    assert!(service::studio::make_next(&app.shop).await.unwrap());
    let there = client.get(&waits).await.is(303);
    assert_eq!(there.location(), format!("{COVER}?cropped=1"));
    assert!(!is_open(&mut client).await, "loaded again");
    let packed = cover(&mut client).await;
    assert!(packed != before && packed.ends_with(":300:300"), "{packed}");
    is_cropped_anew(&app, &mut client).await;
    // Others do not find it.
    for who in [Who::Other, Who::Packer, Who::Shopper] {
        let status = app.client_of(who).get(CROP_OF_COVER).await.status;
        assert!(status == 404 || status == 303, "{who:?}: {status}");
    }
}

/// The cover, cropped before, is shown as it was sent to its cooperative alone, and can be had whole again.
async fn is_cropped_anew(app: &TestApp, client: &mut Client) {
    for locale in Locale::BUILT_IN {
        let path = CROP_OF_COVER.replace("/ug/", &format!("/{}/", locale.code()));
        rules::hold(&client.get(&path).await.is(200), locale, &path);
    }
    let page = client.get(CROP_OF_COVER).await.is(200).page();
    let original = CROP_OF_COVER.replace("/crop?", "/original?");
    assert!(page.has("[data-testid=as-sent]") && page.has("[data-testid=crop-whole]"));
    assert!(page.has(&format!("[data-testid=crop-frame] img[src='{original}']")));
    let file = client.get(&original).await.is(200);
    assert!(file.body.starts_with(b"\xff\xd8"), "a JPEG");
    assert_eq!(file.header("content-type"), "image/jpeg");
    assert_eq!(file.header("cache-control"), "no-store");
    for who in [Who::Anonymous, Who::Shopper, Who::Other, Who::Packer, Who::Centre] {
        let status = app.client_of(who).get(&original).await.status;
        assert!(status == 404 || status == 303, "{who:?}: {status}");
    }
    // Nobody gets it by the address of pictures.
    let kept = std::fs::read_dir(app.media_dir()).unwrap();
    let kept: Vec<String> = kept
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("original-"))
        .collect();
    assert!(!kept.is_empty());
    for name in kept {
        client.get(&format!("/media/{name}")).await.is(404);
    }
    let mut fields = page.form("crop-form");
    set(&mut fields, "whole", "1");
    client.post("/ug/studio/shop/parts/1/crop", &fields).await.is(303);
    assert!(service::studio::make_next(&app.shop).await.unwrap());
    let packed = cover(client).await;
    assert!(packed.ends_with(":400:300"), "{packed}");
    let page = client.get(CROP_OF_COVER).await.is(200).page();
    assert!(!page.has("[data-testid=as-sent]") && !page.has("[data-testid=crop-whole]"));
    client.get(&original).await.is(200);
}

both!(a_products_picture_is_cropped_by_its_frame);
async fn a_products_picture_is_cropped_by_its_frame() {
    let app = TestApp::inhabited().await;
    let mut client = app.client_of(Who::This);
    let path = format!("/ug/studio/products/{}/pictures", app.product("badam-500").await);
    let fields = client.get(&path).await.is(200).page().form("picture-form");
    client.send(form(&path, &fields, &file("red"))).await.is(303);
    let picture = app.second_picture().await;
    let crop = format!("{path}/{picture}/crop");
    let mut fields = client.get(&crop).await.is(200).page().form("crop-form");
    for (name, value) in [("x", "0"), ("y", "0"), ("width", "400"), ("height", "1000")] {
        set(&mut fields, name, value);
    }
    // 160 of 400 pixels.
    let answer = client.post(&crop, &fields).await.is(422);
    rules::hold(&answer, Locale::Ug, "too small");
    set(&mut fields, "width", "600");
    let done = client.post(&crop, &fields).await.is(303);
    assert_eq!(done.location(), format!("{path}?cropped=1"));
    let page = client.get(done.location()).await.is(200);
    rules::hold(&page, Locale::Ug, "being cropped");
    assert!(page.page().has("[data-testid=crops-open]"));
    // It looks again by itself, but not for ever.
    let next = format!("3; url={path}?cropped=2");
    assert_eq!(page.header("refresh"), next);
    let next = format!("3; url={path}?cropped=3");
    let again = client.get(&format!("{path}?cropped=2")).await.is(200);
    assert_eq!(again.header("refresh"), next);
    let last = client.get(&format!("{path}?cropped=3")).await.is(200);
    assert_eq!(last.header("refresh"), "");
    assert!(service::studio::make_next(&app.shop).await.unwrap());
    let now = app.second_picture().await;
    assert_ne!(now, picture);
    let size = format!("SELECT width FROM media WHERE id = {now}");
    assert_eq!(app.number(&size).await, 240);
    // The page that said that it is being cropped, loaded again.
    let page = client.get(done.location()).await.is(200);
    assert_eq!(page.header("refresh"), "");
    let page = page.page();
    assert!(!page.has("[data-testid=crops-open]") && !page.has("#notice"));

    // Where changes wait for the Centre, buyers do not see it in a few seconds.
    app.execute("UPDATE cooperatives SET needs_confirmation = (1 = 1)")
        .await;
    app.shop.catch_up().await.unwrap();
    let crop = format!("{path}/{now}/crop");
    let mut fields = client.get(&crop).await.is(200).page().form("crop-form");
    for (name, value) in [("x", "0"), ("y", "0"), ("width", "900"), ("height", "1000")] {
        set(&mut fields, name, value);
    }
    let done = client.post(&crop, &fields).await.is(303);
    let page = client.get(done.location()).await.is(200);
    let waits = app.shop.texts().get(Locale::Ug, t::PICTURES_CROP_ASKED_WAITS);
    assert!(page.text().contains(&waits), "{}", page.text());
}
