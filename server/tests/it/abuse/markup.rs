//! texts that want to be more than texts.

use std::sync::Arc;

use domain::Locale;
use service::messages::{Budgets, Office, channel};

use crate::both::both;
use crate::buyer::{self, set};
use crate::client::{Answer, Ask, Client};
use crate::district::{HOSTILE, THIS};
use crate::html::Page;
use crate::shop_page;
use crate::template::Template;
use crate::test_app::{Options, TestApp};
use crate::world;

/// Checks that nothing on the page runs but the shop's own script, and that nothing was hidden by a comment.
#[track_caller]
pub fn is_inert(page: &Page, what: &str) {
    for tag in page.select("*") {
        let tag = tag.value();
        for (name, value) in tag.attrs() {
            assert!(!name.starts_with("on"), "{what}: <{} {name}={value:?}>", tag.name());
            assert!(
                // Capitals stand in some names of SVG's alone: the parser has made all others small.
                name.chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ':')),
                "{what}: attribute {name:?} of <{}>",
                tag.name()
            );
            // Our own notices are gone to by the browser, and nothing else is.
            let is_notice = tag.attr("role") == Some("alert") && tag.attr("tabindex") == Some("-1");
            assert!(name != "srcdoc" && (name != "autofocus" || is_notice), "{what}: {name}");
            if matches!(name, "href" | "src" | "action" | "formaction") {
                let is_own =
                    // Nothing is the page itself, wherever it stands.
                    value.is_empty() || value.starts_with('/') || value.starts_with('#') || value.starts_with("https://shop.bazar.test/");
                assert!(is_own || value.starts_with("tel:"), "{what}: {name}={value:?}");
                assert!(!value.starts_with("//"), "{what}: {name}={value:?}");
            }
        }
    }
    assert!(!page.has("iframe, object, embed, base, [src=x]"), "{what}");
    // A block of data runs nothing.
    let scripts = page.count("script:not([type='application/ld+json'])");
    assert_eq!(scripts, 1, "{what}: scripts");
    assert!(page.has("script[src='/assets/start-1.js']"), "{what}");
}

#[test]
fn what_is_not_inert_is_seen() {
    let script = "<script src=/assets/start-1.js></script>";
    let text = "<p title='<script>'>&lt;script>alert(1)&lt;/script></p>";
    is_inert(&Page::parse(&format!("<html>{text}{script}")), "text");
    for nasty in [
        "<img src=\"/a\" onerror=alert(1)>",
        "<a href=javascript:alert(1)>",
        "<a href='//evil.example'>",
        "<script>alert(1)</script>",
        "<p title=\"\"><img src=x>\">",
        "<base href=/>",
        "<p title=\"a\" b\"=c>",
    ] {
        let html = format!("<html>{nasty}{script}");
        let seen = std::panic::catch_unwind(|| is_inert(&Page::parse(&html), "nasty"));
        assert!(seen.is_err(), "{nasty}");
    }
}

/// The page is inert, and the hostile text stands on it in full.
#[track_caller]
fn shows_it_as_text(answer: &Answer, what: &str) {
    let page = answer.page();
    is_inert(&page, what);
    let is_there = page.text().contains(HOSTILE)
        || page
            .select("*")
            .iter()
            .any(|tag| tag.value().attrs().any(|(_, value)| value.contains(HOSTILE)));
    assert!(is_there, "{what}: the text is not on the page");
}

async fn hostile() -> TestApp {
    TestApp::start_from(Template::hostile(), Options::default()).await
}

#[tokio::test]
async fn a_40_names_of_the_shop_are_text_on_every_page() {
    let app = hostile().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    buyer::add(&mut client, app.offer("HONEY-JAR").await, "1").await.is(303);
    for locale in Locale::BUILT_IN {
        for path in [
            "",
            "/products",
            "/products?category=badam",
            "/products/badam-500",
            "/products/walnuts",
            "/shops",
            "/shops/altun-badam",
            "/stations",
            "/stations?township=bagh",
            "/search?q=badam",
            "/cart",
            "/checkout",
        ] {
            let path = format!("/{}{path}", locale.code());
            shows_it_as_text(&client.get(&path).await.is(200), &path);
        }
        let asked = format!("/{}/search?q={}", locale.code(), url_encode(HOSTILE));
        shows_it_as_text(&client.get(&asked).await.is(200), &asked);
    }
}

both!(a_40_what_a_buyer_types_is_text_for_everybody);
async fn a_40_what_a_buyer_types_is_text_for_everybody() {
    let app = hostile().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let mut fields = buyer::checkout_form(&mut client, "ug").await;
    buyer::to_address(&mut fields);
    for name in ["city", "district", "street", "note"] {
        set(&mut fields, name, &HOSTILE[..115]);
    }
    // A name is no markup; what else can leave a text is taken.
    let mut tagged = fields.clone();
    set(&mut tagged, "name", &HOSTILE[..60]);
    let refused = buyer::place(&mut client, &tagged).await.is(422).page();
    is_inert(&refused, "a tag for a name");
    assert_eq!(refused.value("name").as_deref(), Some(&HOSTILE[..60]), "it is kept");
    assert!(refused.has("[name=name][aria-invalid=true]"));
    set(&mut fields, "name", "\"> ' onfocus=alert(2) autofocus x='");
    // Refused: the form comes back with everything in it.
    let mut wrong = fields.clone();
    for name in [
        "phone", "name", "province", "delivery", "payment", "station", "township", "quote",
    ] {
        set(&mut wrong, name, HOSTILE);
    }
    shows_it_as_text(&buyer::place(&mut client, &wrong).await.is(422), "checkout");

    let code = buyer::code_of(&buyer::place(&mut client, &fields).await.is(303)).to_string();
    let order = app.number("SELECT id FROM orders").await;
    for locale in Locale::BUILT_IN {
        let answer = client.get(&format!("/{}/orders/{code}", locale.code())).await.is(200);
        shows_it_as_text(&answer, "order");
        assert!(answer.page().text().contains(&HOSTILE[..60]));
        let mut member = world::sign_in(&app, THIS).await;
        for path in ["studio", "studio/orders", &format!("studio/orders/{order}")] {
            let answer = member.get(&format!("/{}/{path}", locale.code())).await.is(200);
            shows_it_as_text(&answer, path);
        }
        let mut centre = world::sign_in(&app, "centre").await;
        let office = Office::new(Arc::new(channel::Page), Budgets::default());
        office.work(&app.shop).await.unwrap();
        for path in ["centre/outbox?state=sent", "centre/settings"] {
            let answer = centre.get(&format!("/{}/{path}", locale.code())).await.is(200);
            is_inert(&answer.page(), path);
        }
    }
}

both!(a_40_what_a_visitor_types_is_text_when_it_comes_back);
async fn a_40_what_a_visitor_types_is_text_when_it_comes_back() {
    let app = TestApp::start().await;
    let mut client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let field = format!("quantity-{}", app.offer("BADAM-500").await);
    shows_it_as_text(
        &client.post("/ug/cart", &[(field.as_str(), HOSTILE)]).await.is(422),
        "cart",
    );
    let pair = [("code", HOSTILE), ("tail", HOSTILE)];
    shows_it_as_text(&client.post("/ug/orders", &pair).await.is(422), "orders");
    let pair = [
        ("phone", HOSTILE),
        ("password", HOSTILE),
        ("next", HOSTILE),
        ("way", HOSTILE),
    ];
    let answer = client.post("/ug/account/sign-in", &pair).await.is(422);
    shows_it_as_text(&answer, "sign-in");
    assert_eq!(
        answer.text().matches("onerror").count(),
        1,
        "the password does not come back"
    );
    let q = url_encode(HOSTILE);
    for path in [
        "orders?code=",
        "stations?q=",
        "search?q=",
        "products?sort=",
        "products?category=",
        "account/sign-in?next=",
    ] {
        is_inert(&client.get(&format!("/es/{path}{q}")).await.is(200).page(), path);
    }
    for path in [
        format!("/es/{q}"),
        format!("/es/products/{q}"),
        format!("/{q}"),
        format!("/es/orders/{q}"),
    ] {
        is_inert(&client.get(&path).await.is(404).page(), &path);
    }
}

#[tokio::test]
async fn a_41_a_text_field_cannot_be_left() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let product = format!("/ug/studio/products/{}", app.product("badam-500").await);
    let nasty = format!("\n</textarea><script>alert(1)</script>\n{HOSTILE}");
    for (path, form, field, shown) in [(product.as_str(), "product-editor", "description", "/products/badam-500")] {
        let mut fields = member.get(path).await.is(200).page().form(form);
        for locale in Locale::BUILT_IN {
            set(&mut fields, &format!("{field}-{}", locale.code()), &nasty);
        }
        // Refused for another reason first: what was typed is shown again.
        let mut conflict = fields.clone();
        set(&mut conflict, "version", "0");
        shows_it_as_text(&member.post(path, &conflict).await.is(409), path);
        member.post(path, &fields).await.is(303);
        let editor = member.get(path).await.is(200);
        shows_it_as_text(&editor, path);
        let kept = editor.page().form(form);
        assert!(buyer::value_of(&kept, &format!("{field}-ug")).contains("</textarea><script>alert(1)</script>\n"));
        for locale in Locale::BUILT_IN {
            let shown = format!("/{}{shown}", locale.code());
            shows_it_as_text(&app.client().get(&shown).await.is(200), &shown);
        }
    }
}

both!(a_42_errors_repeat_nothing);
async fn a_42_errors_repeat_nothing() {
    let app = TestApp::start().await;
    for locale in [HOSTILE, "</script><script>alert(1)</script>"] {
        for function in ["add_to_cart", "change_cart"] {
            let fields = [("locale", locale), ("offer", HOSTILE), ("quantity", HOSTILE)];
            for accept in ["*/*", "text/html"] {
                let ask = Ask::post(&format!("/api/{function}"), &fields).header("accept", accept);
                let answer = app.client().send(ask).await;
                assert_ne!(answer.status, 200);
                assert!(
                    !answer.text().contains("<script>alert") && !answer.location().contains("script>"),
                    "{answer:?}"
                );
                assert_eq!(answer.header("x-content-type-options"), "nosniff");
            }
        }
    }
    // Something of ours that breaks: the page says so in its language, and what broke stands in the log only.
    app.execute("DROP TABLE product_cards").await;
    let answer = app
        .client()
        .get("/ug/products?sort=%3C%2Fscript%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")
        .await
        .is(500);
    is_inert(&answer.page(), "500");
    for secret in ["product_cards", "no such table", "sqlx", "SELECT"] {
        assert!(!answer.text().contains(secret), "{secret}");
    }
}

both!(a_43_only_an_https_address_becomes_a_link);
async fn a_43_only_an_https_address_becomes_a_link() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let part = shop_page::added(&mut member, "contact").await;
    let before = app.snapshot().await;
    for nasty in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)//a.example",
        "data:text/html,<script>alert(1)</script>",
        "https://a.example/\"onmouseover=alert(1)",
        "https://shop@evil.example",
        "http://a.example",
        "//evil.example",
        "\u{1}javascript:alert(1)",
        "java\nscript:alert(1)",
    ] {
        for field in ["link", "map"] {
            let mut fields = member.get(&part).await.is(200).page().form("part-form");
            set(&mut fields, field, nasty);
            let answer = member.post(&part, &fields).await.is(422).page();
            is_inert(&answer, nasty);
            assert_eq!(
                buyer::value_of(&answer.form("part-form"), field),
                nasty,
                "what was typed is kept"
            );
            app.is_unchanged(&before, &app.snapshot().await, nasty);
        }
    }
    let mut fields = member.get(&part).await.is(200).page().form("part-form");
    set(&mut fields, "link", "Badam.Example/ug");
    member.post(&part, &fields).await.is(303);
    shop_page::publish(&mut member).await;
    let shop = async || app.client().get("/ug/shops/altun-badam").await.is(200).page();
    let page = shop().await;
    let link = page.first("a[href='https://badam.example/ug']").unwrap();
    for word in ["nofollow", "noreferrer"] {
        assert!(link.attr("rel").unwrap().split(' ').any(|rel| rel == word), "{word}");
    }
    assert_eq!(
        app.number(
            "SELECT count(*) FROM cooperatives WHERE slug = 'altun-badam' AND link = 'https://badam.example/ug'"
        )
        .await,
        1
    );
    // A document that came from elsewhere makes no link either.
    app.execute("UPDATE shop_revisions SET document = replace(document, 'https://badam', 'javascript:badam')")
        .await;
    app.shop.catch_up().await.unwrap();
    is_inert(&shop().await, "a document");
}

both!(a_43_a_text_of_the_shop_page_makes_no_link);
async fn a_43_a_text_of_the_shop_page_makes_no_link() {
    let app = TestApp::start().await;
    let mut member = world::sign_in(&app, THIS).await;
    let part = shop_page::added(&mut member, "story").await;
    let mut fields = member.get(&part).await.is(200).page().form("part-form");
    let nasty =
        "javascript:alert(1) data:text/html, [x](javascript:alert(1)) 1 < 2 \"onmouseover=alert(1) &lt;script&gt;";
    set(&mut fields, "text-ug", nasty);
    set(
        &mut fields,
        "title-ug",
        "</textarea><script>alert(1)</script>javascript:alert(1)",
    );
    for name in ["phone", "website", "url", "picture.1", "seen-picture"] {
        set(&mut fields, name, "javascript:alert(1)");
    }
    let answer = member.post(&part, &fields).await.is(200).page();
    assert!(
        answer.has("[data-testid='cleaned']"),
        "tags were taken out, and it is said"
    );
    is_inert(&answer, "editor");
    shop_page::publish(&mut member).await;
    let page = app.client().get("/ug/shops/altun-badam").await.is(200).page();
    is_inert(&page, "shop");
    assert!(page.text().contains(nasty));
}

both!(text_that_turns_other_text_round_is_taken_out_or_refused);
async fn text_that_turns_other_text_round_is_taken_out_or_refused() {
    let app = TestApp::start().await;
    let mut client: Client = app.client();
    buyer::add(&mut client, app.offer("BADAM-500").await, "1").await.is(303);
    let mut fields = buyer::checkout_form(&mut client, "ug").await;
    set(&mut fields, "name", "Ana\u{202e}nimda\u{2066}");
    set(&mut fields, "note", "a\u{0}b");
    let before = app.snapshot().await;
    buyer::place(&mut client, &fields).await.is(422);
    app.is_unchanged(&before, &app.snapshot().await, "control characters");
    set(&mut fields, "note", "");
    buyer::place(&mut client, &fields).await.is(303);
    assert_eq!(app.text("SELECT buyer_name FROM order_groups").await, "Ananimda");
}

fn url_encode(text: &str) -> String {
    let pair = serde_urlencoded::to_string([("", text)]).unwrap();
    pair[1..].replace('+', "%20")
}
