//! Reviews over HTTP, without JavaScript: written by who holds the order, with a picture, read by all, reported.

use serde_json::Value;

use crate::both::both;
use crate::buyer::{Fields, set, value_of};
use crate::client::{Ask, Client};
use crate::pictures::{self, file};
use crate::returns;
use crate::test_app::TestApp;
use crate::world::Who;

const TEXT: &str = "بەك تاتلىق ئىكەن\nيەنە ئالىمەن";

/// A published review with an answer, which was reported, and one that is held, of a product of "this" cooperative.
pub async fn fill(app: &TestApp) {
    for (state, held, reports) in [("published", "NULL", 2), ("held", "'link'", 0)] {
        app.execute(&format!(
            "INSERT INTO reviews (product_id, cooperative_id, stars, text, lang, name, province, state, held_for, reports, \
             created_at, changed_at, published_at, answer, answer_lang, answered_at) \
             SELECT id, cooperative_id, 4, 'Muy ricas\nde verdad', 'es', '', '44', '{state}', {held}, {reports}, 1, 1, 1, \
             '谢谢', 'zh', 2 FROM products WHERE slug = 'badam-500'"
        ))
        .await;
    }
}

/// The order of the inhabited shop was handed over; the page where its buyer says how it was, and the product's name.
async fn handed_over(app: &TestApp, lang: &str) -> (String, String) {
    let code = returns::hand_over(app).await;
    let line = app.number("SELECT id FROM order_lines").await;
    let slug = app.text("SELECT product_slug FROM order_lines").await;
    (format!("/{lang}/orders/{code}/reviews/{line}"), slug)
}

/// The form as it is filled in.
async fn filled(client: &mut Client, page: &str, stars: &str, text: &str) -> Fields {
    let mut fields = client.get(page).await.is(200).page().form("review-form");
    set(&mut fields, "stars", stars);
    set(&mut fields, "text", text);
    fields
}

both!(a_buyer_says_how_it_was_and_all_read_it);
async fn a_buyer_says_how_it_was_and_all_read_it() {
    let app = TestApp::inhabited().await;
    let (page, slug) = handed_over(&app, "ug").await;
    let product = format!("/ug/products/{slug}");
    assert!(
        !app.client()
            .get(&product)
            .await
            .is(200)
            .page()
            .has("[data-testid=reviews]")
    );
    let mut shopper = app.client_of(Who::Shopper);
    let order = page.split("/reviews/").next().unwrap();
    let shown = shopper.get(order).await.is(200).page();
    assert!(shown.has(&format!("[data-testid=line-review] a[href='{page}']")));

    // What is not said is said at its field, and what was typed stays.
    let mut fields = filled(&mut shopper, &page, "", TEXT).await;
    fields.retain(|(name, _)| name != "stars");
    let refused = shopper.post(&page, &fields).await.is(422).page();
    assert!(refused.has("#errors a[href='#field-stars']"));
    assert!(refused.has("#field-stars-error"));
    assert_eq!(value_of(&refused.form("review-form"), "text"), TEXT);

    let mut fields = filled(&mut shopper, &page, "4", TEXT).await;
    set(&mut fields, "name", &"x".repeat(61));
    let refused = shopper.post(&page, &fields).await.is(422).page();
    let above: String = refused.select("#errors")[0].text().collect();
    assert!(above.contains("61"), "above as well it says by how much: {above}");

    let fields = filled(&mut shopper, &page, "4", TEXT).await;
    app.client().post(&page, &fields).await.is(404);
    assert_eq!(app.client().get(&page).await.is(303).location(), order);
    let sent = shopper.post(&page, &fields).await.is(303);
    assert_eq!(sent.location(), format!("{page}?sent=1#notice"));
    let own = shopper.get(&format!("{page}?sent=1")).await.is(200).page();
    assert!(own.has("#notice[data-testid=review-sent]"));
    assert!(own.has("[data-testid=own-review][data-state=published]"));
    let shown = shopper.get(order).await.is(200).page();
    assert!(shown.has("[data-testid=line-review] [data-testid=stars]"));

    // A photo comes by itself, and goes again.
    let photos = format!("{page}/photos");
    let photo = own.form("photo-form");
    app.client()
        .send(pictures::form(&photos, &photo, &file("red")))
        .await
        .is(404);
    let added = shopper
        .send(pictures::form(&photos, &photo, &file("red")))
        .await
        .is(303);
    assert_eq!(added.location(), format!("{page}?added=1#notice"));
    let again = shopper
        .send(pictures::form(&photos, &photo, &file("red")))
        .await
        .is(303);
    assert_eq!(again.location(), added.location(), "the same form is the same photo");
    let refused = shopper
        .send(pictures::form(&photos, &own.form("photo-form"), b"<svg/>"))
        .await;
    assert_eq!(refused.status, 422, "another file under the same key");
    let refused = refused.page();
    assert!(refused.has("#errors[role=alert][autofocus] a[href='#field-picture']"));
    assert!(
        refused.has("label.c-button[for=field-picture]"),
        "no browser's own words"
    );
    let with_photo = shopper.get(&page).await.is(200).page();
    assert_eq!(with_photo.count("[data-testid=own-photo]"), 1);

    for lang in ["ug", "zh", "es"] {
        let list = app.client().get(&format!("/{lang}/products")).await.is(200).page();
        let rated = list.select("[data-testid=card-rating] [role=img]");
        let said: Vec<&str> = rated.iter().filter_map(|part| part.attr("aria-label")).collect();
        assert_eq!(said.len(), 2, "{lang}: stars and count, of one product: {said:?}");
        assert!(said[0].contains('4') && said[1].contains('1'), "{lang}: {said:?}");
        let path = format!("/{lang}/products/{slug}");
        let shown = app.client().get(&path).await.is(200).page();
        assert!(shown.has("a[href='#reviews'] [data-testid=average]"), "{lang}");
        let words = "[data-testid=reviews] [data-testid=written] p[lang=ug][dir=rtl]";
        assert_eq!(shown.count(words), 2, "{lang}: each line in its language");
        let label = "[data-testid=reviews] .c-shown__lang";
        assert_eq!(
            shown.has(label),
            lang != "ug",
            "{lang}: and said where it is another one"
        );
        assert_eq!(
            shown.count("[data-testid=reviews] [data-testid=review-photos] img[alt]"),
            1,
            "{lang}"
        );
        let all = app.client().get(&format!("{path}/reviews")).await.is(200).page();
        assert_eq!(all.count("[data-testid=review]"), 1, "{lang}");
        assert!(!all.text().contains(crate::buyer::NAME), "{lang}");
        let none = app
            .client()
            .get(&format!("{path}/reviews?stars=5"))
            .await
            .is(200)
            .page();
        assert!(none.has("[data-testid=no-reviews]"), "{lang}");
        assert!(none.has("meta[name=robots][content*=noindex]"), "{lang}");
    }

    let remove = with_photo.form("remove-photo");
    shopper.post(&photos, &remove).await.is(303);
    let gone = shopper.get(&page).await.is(200).page().form("remove-form");
    shopper.post(&page, &gone).await.is(303);
    let shown = app.client().get(&product).await.is(200).page();
    assert!(!shown.has("[data-testid=reviews]"), "nobody reads it any more");
    let list = app.client().get("/ug/products").await.is(200).page();
    assert!(!list.has("[data-testid=card-rating]"));
}

both!(a_way_out_of_the_shop_waits_and_its_writer_is_told);
async fn a_way_out_of_the_shop_waits_and_its_writer_is_told() {
    let app = TestApp::inhabited().await;
    let (page, slug) = handed_over(&app, "zh").await;
    let mut shopper = app.client_of(Who::Shopper);
    let fields = filled(&mut shopper, &page, "5", "更便宜：www.badam.example").await;
    shopper.post(&page, &fields).await.is(303);
    let own = shopper.get(&page).await.is(200).page();
    assert!(own.has("[data-testid=review-held]"));
    let order = page.split("/reviews/").next().unwrap();
    let shown = shopper.get(order).await.is(200).page();
    assert!(shown.text_of("line-review").is_some());
    let public = app.client().get(&format!("/zh/products/{slug}/reviews")).await.is(200);
    assert!(public.page().has("[data-testid=no-reviews]"));
    assert!(!public.text().contains("badam.example"));
    // Markup is what it looks like.
    let mut fields = own.form("review-form");
    set(&mut fields, "text", "<b>很好</b><script>alert(1)</script>");
    shopper.post(&page, &fields).await.is(303);
    let public = app.client().get(&format!("/zh/products/{slug}")).await.is(200);
    assert!(public.text().contains("&lt;b&gt;很好&lt;/b&gt;"));
    assert!(!public.text().contains("<script>alert(1)"));
}

both!(a_hidden_review_takes_its_picture_along);
async fn a_hidden_review_takes_its_picture_along() {
    let app = TestApp::inhabited().await;
    let (page, _) = handed_over(&app, "zh").await;
    let mut shopper = app.client_of(Who::Shopper);
    let fields = filled(&mut shopper, &page, "4", TEXT).await;
    shopper.post(&page, &fields).await.is(303);
    let photo = shopper.get(&page).await.is(200).page().form("photo-form");
    let photos = format!("{page}/photos");
    shopper
        .send(pictures::form(&photos, &photo, &file("red")))
        .await
        .is(303);
    // Pictures are asked for after their page, which sees what was written.
    shopper.get(&page).await.is(200);
    let url = format!("/media/{}-320.jpg", media::sha_of(&file("red")));
    let shown = app.client().get(&url).await.is(200);
    assert!(shown.header("cache-control").contains("immutable"));
    let tag = shown.header("etag").to_owned();

    app.execute("UPDATE reviews SET reports = 1").await;
    let id = app.number("SELECT id FROM reviews").await;
    let moderation = "/zh/centre/moderation";
    let mut centre = app.client_of(Who::Centre);
    let list = centre.get(moderation).await.is(200).page();
    let mut hide = list.form(&format!("hide-review-{id}"));
    set(&mut hide, "reason", "personal");
    centre.post(moderation, &hide).await.is(303);
    centre.get(moderation).await.is(200);

    app.client().get(&url).await.is(404);
    let known = Ask::get(&url).header("if-none-match", &tag);
    app.client().send(known).await.is(404);
    app.client_of(Who::This).get(&url).await.is(404);
    for mut who in [shopper, centre] {
        let own = who.get(&url).await.is(200);
        assert_eq!(own.header("cache-control"), "private, no-store");
    }
}

both!(whoever_reads_it_tells_the_centre_once);
async fn whoever_reads_it_tells_the_centre_once() {
    let app = TestApp::inhabited().await;
    fill(&app).await;
    app.execute("UPDATE reviews SET reports = 0").await;
    let path = "/es/products/badam-500/reviews";
    // A public page is the same for everybody: no key of a reader's stands in it.
    let page = app.client().get(path).await.is(200).page();
    let fields = page.form("report");
    assert_eq!(fields.len(), 1);
    for _ in 0..2 {
        let done = app.client().post(path, &fields).await.is(303);
        assert_eq!(done.location(), format!("{path}?reported=1#notice"));
    }
    assert_eq!(app.number("SELECT max(reports) FROM reviews").await, 1);
    let shown = app.client().get(&format!("{path}?reported=1")).await.is(200).page();
    assert!(shown.has("#notice[data-testid=reported]"));
    assert_eq!(
        shown.count("[data-testid=review]"),
        1,
        "it stays until the Centre looked at it"
    );
    let held = app
        .number("SELECT id FROM reviews WHERE state = 'held'")
        .await
        .to_string();
    for id in [held.as_str(), "999", "x", ""] {
        app.client().post(path, &[("review", id)]).await.is(404);
    }
}

both!(a_cooperative_is_told_what_its_answer_gives_away);
async fn a_cooperative_is_told_what_its_answer_gives_away() {
    let app = TestApp::inhabited().await;
    fill(&app).await;
    let id = app.number("SELECT id FROM reviews WHERE state = 'published'").await;
    let mut owner = app.client_of(Who::This);
    for (text, is_told) in [("请加微信 badam88", true), ("谢谢您", false)] {
        let list = owner.get("/zh/studio/feedback?show=all-reviews").await.is(200).page();
        let mut answer = list.form(&format!("answer-review-{id}"));
        set(&mut answer, "text", text);
        let done = owner.post("/zh/studio/feedback", &answer).await.is(303);
        let shown = owner.get(done.location()).await.is(200).page();
        assert!(shown.has("[data-testid=answered]"), "{text}");
        assert_eq!(shown.has("[data-testid=way-out]"), is_told, "{text}");
    }
}

both!(machines_are_told_of_what_is_there);
async fn machines_are_told_of_what_is_there() {
    let app = TestApp::inhabited().await;
    let data = async || {
        let page = app.client().get("/es/products/badam-500").await.is(200).page();
        let block = page.select("head > script[type='application/ld+json']")[0].inner_html();
        let data: Value = serde_json::from_str(&block).unwrap();
        let product = data["@graph"]
            .as_array()
            .unwrap()
            .iter()
            .find(|node| node["@type"] == "Product");
        product.unwrap().clone()
    };
    let before = data().await;
    assert!(before.get("aggregateRating").is_none() && before.get("review").is_none());
    fill(&app).await;
    let product = data().await;
    let rating = &product["aggregateRating"];
    assert_eq!(rating["ratingValue"], "4.0");
    assert_eq!(rating["reviewCount"], 1, "what is held is not counted");
    let review = &product["review"][0];
    assert_eq!(review["reviewRating"]["ratingValue"], 4);
    assert_eq!(review["inLanguage"], "es");
    assert_eq!(review["reviewBody"], "Muy ricas\nde verdad");
    assert_eq!(review["datePublished"], "1970-01-01");
    assert!(review["author"]["name"].as_str().is_some_and(|name| !name.is_empty()));
}
