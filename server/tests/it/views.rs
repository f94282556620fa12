//! Which answers are counted as a look, over HTTP.

use axum::http::Method;
use domain::Locale;

use crate::both::both;
use crate::client::Ask;
use crate::pages::rules;
use crate::test_app::TestApp;
use crate::world::Who;

const PHONE: &str = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36";
const PRODUCT: &str = "/ug/products/badam-500";

both!(people_who_open_a_page_are_counted_and_nobody_else);
async fn people_who_open_a_page_are_counted_and_nobody_else() {
    let app = TestApp::inhabited().await;
    let get = |path: &str| Ask::get(path).header("user-agent", PHONE);
    let before = app.snapshot().await;
    let first = app.client().send(get(PRODUCT)).await.is(200);
    let tag = first.header("etag").to_owned();
    assert!(
        first
            .headers
            .get_all("set-cookie")
            .iter()
            .all(|cookie| !cookie.to_str().unwrap().contains("view"))
    );
    // From memory, and what the browser has already.
    app.client().send(get(PRODUCT)).await.is(200);
    app.client()
        .send(get(PRODUCT).header("if-none-match", &tag))
        .await
        .is(304);
    app.client()
        .send(get("/zh/products/badam-500?from=poster"))
        .await
        .is(200);
    app.client().send(get("/es/shops/altun-badam")).await.is(200);
    // A robot, a page loaded ahead, one who asks for the head, and what is not there.
    app.client()
        .send(Ask::get(PRODUCT).header("user-agent", "Baiduspider/2.0"))
        .await
        .is(200);
    app.client()
        .send(get(PRODUCT).header("sec-purpose", "prefetch"))
        .await
        .is(200);
    let head = Ask::new(Method::HEAD, PRODUCT).header("user-agent", PHONE);
    app.client().send(head).await.is(200);
    app.client().send(get("/ug/products/no-such-thing")).await.is(404);
    app.client_of(Who::This).send(get("/ug/studio/products")).await.is(200);
    app.is_unchanged(&before, &app.snapshot().await, "looking writes nothing");
    assert_eq!(service::views::write(&app.shop).await.unwrap(), 2);
    let product = "SELECT views FROM page_views WHERE kind = 'product'";
    assert_eq!(app.number(product).await, 4);
    assert_eq!(app.number("SELECT views FROM page_views WHERE kind = 'shop'").await, 1);

    app.client().send(get(PRODUCT)).await.is(200);
    service::views::write(&app.shop).await.unwrap();
    let answer = app.client_of(Who::Finance).get("/ug/studio/figures").await.is(200);
    rules::hold(&answer, Locale::Ug, "/ug/studio/figures");
    let page = answer.page();
    assert!(page.text_of("products-viewed").unwrap().contains('5'));
    assert!(
        page.text_of("page-views").unwrap().contains("5 تىن ئاز"),
        "one is not told"
    );
    app.execute("DELETE FROM translations WHERE entity = 'product' AND lang = 'es' AND field = 'description'")
        .await;
    let queue = app
        .client_of(Who::This)
        .get("/es/studio/products?show=texts")
        .await
        .is(200);
    assert!(queue.text().contains("Primero lo que más se ha visto"));
}
