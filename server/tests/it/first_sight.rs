//! What a page shows before anything is scrolled or run: prices of the chosen size, the way back after removing, pictures in
//! the sizes phones ask for.

use std::fs;
use std::time::Duration;

use domain::{Locale, OfferId};
use l10n::t;
use service::catalog;

use crate::both::both;
use crate::buyer::{self, set};
use crate::pictures::{file, form};
use crate::test_app::TestApp;
use crate::world::Who;

both!(the_price_in_the_head_is_that_of_the_size_chosen_at_first);
async fn the_price_in_the_head_is_that_of_the_size_chosen_at_first() {
    let app = TestApp::start().await;
    for locale in Locale::BUILT_IN {
        let lang = locale.code();
        let page = app
            .client()
            .get(&format!("/{lang}/products/badam-500"))
            .await
            .is(200)
            .page();
        let sizes = page.select("input[name=offer][type=radio]");
        let prices = page.select(".c-detail__price");
        assert_eq!(
            sizes.len(),
            prices.len(),
            "{lang}: a price for each size, in their order"
        );
        for (size, price) in sizes.iter().zip(&prices) {
            let is_chosen = size.attr("checked").is_some();
            assert_eq!(price.attr("data-chosen").is_some(), is_chosen, "{lang}");
        }
        let shown = page.first(".c-detail__price[data-chosen]").unwrap();
        let list = app.client().get(&format!("/{lang}/products")).await.is(200).page();
        let card = list
            .select("article")
            .into_iter()
            .find(|card| card.html().contains("/products/badam-500\""));
        let card = card.unwrap().text().collect::<String>();
        let price: String = shown.text().collect();
        let price = price.split_whitespace().next().unwrap();
        assert!(card.contains(price), "{lang}: {card} shows {price}");
    }
}

both!(an_amount_nobody_touched_is_the_least_of_a_size_in_another_unit);
async fn an_amount_nobody_touched_is_the_least_of_a_size_in_another_unit() {
    let app = TestApp::start().await;
    let loose = app.offer("BADAM-LOOSE").await.to_string();
    let least = format!("least-{loose}");
    for (typed, taken) in [("1", "200"), ("300", "300")] {
        let fields = [
            ("offer", loose.as_str()),
            ("quantity", typed),
            ("shown", "1"),
            (least.as_str(), "200"),
            ("back", "/es/products/badam-loose"),
        ];
        app.client().post("/es/cart/lines", &fields).await.is(303);
        let lines = app.texts_of("SELECT '' || quantity FROM cart_lines").await;
        assert!(lines.iter().any(|line| line == taken), "{typed} typed: {lines:?}");
    }
}

both!(an_amount_nobody_touched_is_the_least_of_a_size_that_is_sold_from_more_on);
async fn an_amount_nobody_touched_is_the_least_of_a_size_that_is_sold_from_more_on() {
    let app = TestApp::start().await;
    let large = app.offer("BADAM-1000").await;
    app.execute(&format!("UPDATE offers SET minimum = 5 WHERE id = {large}"))
        .await;
    let page = app.client().get("/es/products/badam-500").await.is(200).page();
    let mut fields: Vec<(String, String)> = page
        .select("form.c-buy input[type=hidden]")
        .iter()
        .filter_map(|field| Some((field.attr("name")?.to_owned(), field.attr("value")?.to_owned())))
        .collect();
    fields.push(("offer".to_owned(), large.to_string()));
    fields.push(("quantity".to_owned(), page.value("quantity").unwrap()));
    app.client().post("/es/cart/lines", &fields).await.is(303);
    assert_eq!(app.texts_of("SELECT '' || quantity FROM cart_lines").await, ["5"]);
}

both!(what_was_taken_out_is_put_back_without_a_script);
async fn what_was_taken_out_is_put_back_without_a_script() {
    let app = TestApp::start().await;
    let badam = app.offer("BADAM-500").await;
    let mut client = app.client();
    buyer::add(&mut client, badam, "3").await.is(303);
    let mut fields = client.get("/ug/cart").await.is(200).page().form("cart");
    set(&mut fields, "remove", &badam.to_string());
    let answer = client.post("/ug/cart", &fields).await.is(303);
    let page = client.get(answer.location()).await.is(200).page();
    assert!(page.text_of("cart-line").is_none());
    let name = catalog::name_of(&app.shop, Locale::Ug, OfferId(badam)).await.unwrap();
    let says = app
        .shop
        .texts()
        .get(Locale::Ug, t::cart_removed(name.unwrap().text.as_str()));
    let notice: String = page.first("#notice").unwrap().text().collect();
    assert!(notice.contains(&says), "{notice}");
    let again = page.form("put-back");
    // Pressed twice, it is put back once, and the same page offers it no more.
    for _ in 0..2 {
        client.post("/ug/cart/lines", &again).await.is(303);
    }
    let lines = app.texts_of("SELECT offer_id || 'x' || quantity FROM cart_lines").await;
    assert_eq!(lines, [format!("{badam}x3")]);
    let page = client.get(answer.location()).await.is(200).page();
    assert!(page.text_of("put-back").is_none());
    for odd in ["removed=x", "removed=1x-2", "removed=1x", "removed="] {
        let page = client.get(&format!("/ug/cart?saved=1&{odd}")).await.is(200).page();
        assert!(page.text_of("put-back").is_none(), "{odd}");
    }
}

both!(the_return_key_sends_the_order_and_not_a_look_at_stations);
async fn the_return_key_sends_the_order_and_not_a_look_at_stations() {
    let app = TestApp::start().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let page = client.get("/zh/checkout").await.is(200).page();
    let buttons = page.select("[data-testid=checkout] button:not([type=button])");
    assert_eq!(buttons[0].attr("name"), None, "a browser presses the first one");
    let says = app.shop.texts().get(Locale::Zh, t::CHECKOUT_PLACE);
    assert_eq!(buttons[0].text().collect::<String>(), says);
    for name in ["stations", "freight"] {
        let button = page.first(&format!("button[name=refresh][value={name}]")).unwrap();
        let (_, place) = button.attr("formaction").unwrap().split_once('#').unwrap();
        assert!(page.has(&format!("[id='{place}']")), "{name}: the answer shows {place}");
    }
}

both!(sizes_a_picture_has_not_got_are_made_when_they_are_asked_for);
async fn sizes_a_picture_has_not_got_are_made_when_they_are_asked_for() {
    let app = TestApp::inhabited().await;
    let path = format!("/ug/studio/products/{}/pictures", app.product("badam-500").await);
    let mut client = app.client_of(Who::This);
    let fields = client.get(&path).await.is(200).page().form("picture-form");
    client.send(form(&path, &fields, &file("red"))).await.is(303);
    let sha = media::sha_of(&file("red"));
    let media = app.media_dir();
    // As the release before kept it.
    for width in [160, 240, 360, 480, 800] {
        fs::remove_file(media.join(format!("{sha}-{width}.webp"))).unwrap();
    }
    let url = format!("/media/{sha}-360.webp");
    let first = app.client().get(&url).await.is(200);
    assert_eq!(first.header("content-type"), "image/webp");
    assert_eq!(
        first.header("cache-control"),
        "public, max-age=60",
        "a wider one, for now"
    );
    let made = media.join(format!("{sha}-360.webp"));
    let waited = tokio::time::timeout(Duration::from_secs(30), async {
        while !made.is_file() {
            tokio::task::yield_now().await;
        }
    });
    waited.await.unwrap();
    let exact = app.client().get(&url).await.is(200);
    assert!(exact.header("cache-control").contains("immutable"));
    assert!(exact.body.len() < first.body.len() || exact.body == first.body);
    app.client()
        .get(&format!("/media/{}-360.webp", "0".repeat(32)))
        .await
        .is(404);
    app.client().get(&format!("/media/{sha}-360.jpg")).await.is(404);
}
