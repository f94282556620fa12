//! Every page with something on it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use app::area::is_work_area;
use domain::Locale;

use super::rules;
use crate::both::both;
use crate::buyer;
use crate::product_questions;
use crate::reviews;
use crate::template::Template;
use crate::test_app::{Options, TestApp};
use crate::world::Who;

/// Pages by who looks at them; `{code}`, `{order}` and `{product}` are of the inhabited shop.
pub const PAGES: &[(Who, &str)] = &[
    (Who::Anonymous, ""),
    (Who::Shopper, ""),
    (Who::Anonymous, "/products"),
    (
        Who::Anonymous,
        "/products?category=badam&sort=price&available=1&min=10&max=100",
    ),
    (Who::Anonymous, "/products?min=99999"),
    (Who::Anonymous, "/products/badam-500"),
    (Who::Anonymous, "/products/badam-loose"),
    (Who::Anonymous, "/products/badam-500/share"),
    (Who::Anonymous, "/products/badam-500/questions"),
    (Who::Anonymous, "/products/badam-500/questions?asked=held"),
    (Who::Anonymous, "/products/badam-500/reviews"),
    (Who::Anonymous, "/products/badam-500/reviews?reported=1"),
    (Who::Anonymous, "/products/badam-500/reviews?stars=5"),
    (Who::Anonymous, "/products/badam-500/back"),
    (Who::Anonymous, "/products/badam-500/back?asked=1"),
    (Who::Anonymous, "/favourites"),
    (Who::Anonymous, "/favourites?off=1"),
    (Who::Anonymous, "/shops/altun-badam/share"),
    (Who::Anonymous, "/products/walnuts"),
    (Who::Anonymous, "/products/badam-500?added=1"),
    (Who::Anonymous, "/shops"),
    (Who::Anonymous, "/shops/altun-badam"),
    (Who::Anonymous, "/search"),
    (Who::Anonymous, "/search?q=almendra"),
    (Who::Anonymous, "/search?q=%D8%A8%D8%A7%D8%AF%D8%A7%D9%85"),
    (Who::Anonymous, "/search?q=nothing-like-this"),
    (Who::Anonymous, "/stations"),
    (Who::Anonymous, "/stations?township=bagh"),
    (Who::Anonymous, "/stations?q=B002"),
    (Who::Anonymous, "/stations?q=nothing-like-this"),
    (Who::Anonymous, "/about"),
    (Who::Anonymous, "/returns"),
    (Who::Anonymous, "/cart"),
    (Who::Shopper, "/cart"),
    (Who::Shopper, "/cart?added=1"),
    (Who::Shopper, "/cart?saved=1"),
    (Who::Shopper, "/checkout"),
    (Who::Shopper, "/cart?again={code}"),
    (Who::Anonymous, "/offline"),
    (Who::Anonymous, "/offline/waiting"),
    (Who::Anonymous, "/orders"),
    (Who::Anonymous, "/orders?forgotten=1"),
    (Who::Shopper, "/orders"),
    (Who::Anonymous, "/orders?code=0123"),
    (Who::Anonymous, "/orders/{code}"),
    (Who::Shopper, "/orders/{code}"),
    (Who::Shopper, "/orders/{code}/reviews/{line}"),
    (Who::Shopper, "/orders/{code}?placed=1"),
    (Who::Shopper, "/orders/{code}?canceled=1"),
    (Who::Shopper, "/orders/{code}?written={order}"),
    (Who::Anonymous, "/account/sign-in"),
    (Who::Anonymous, "/account/sign-in?way=code"),
    (Who::This, "/studio"),
    (Who::Other, "/studio"),
    (Who::This, "/studio/orders"),
    (Who::Other, "/studio/orders"),
    (Who::This, "/studio/orders/{order}"),
    (Who::This, "/studio/orders/{order}?moved=accept&order={order}"),
    (Who::This, "/studio/orders/{order}?reduced=1"),
    (Who::This, "/studio/orders/{order}/reduce"),
    (Who::This, "/studio/orders/{order}/reduce?sent-1=1"),
    (Who::This, "/studio/orders/{order}/reduce?sent-1=0"),
    (Who::This, "/studio/orders/{order}/reduce?sent-1=x"),
    (Who::This, "/studio/orders/{order}?replaced=1"),
    (Who::This, "/studio/orders/{order}/replace"),
    (
        Who::This,
        "/studio/orders/{order}/replace?line=1&missing=1&offer=2&amount=1",
    ),
    (
        Who::This,
        "/studio/orders/{order}/replace?line=1&missing=x&offer=2&amount=9999999",
    ),
    (Who::This, "/studio/questions"),
    (Who::This, "/studio/feedback"),
    (Who::Packer, "/studio/feedback?show=answered"),
    (Who::Editor, "/studio/feedback?show=all-reviews"),
    (Who::This, "/studio/reports"),
    (Who::This, "/studio/announcements"),
    (Who::This, "/studio/figures"),
    (Who::Other, "/studio/figures?by=month"),
    (Who::This, "/studio/account"),
    (Who::Finance, "/studio/account?by=month"),
    (Who::This, "/studio/cooperative"),
    (Who::This, "/studio/cooperative?asked=1"),
    (Who::Centre, "/centre/money/payouts"),
    (Who::CentreFinance, "/centre/money/payouts?of=altun-badam&by=month"),
    (Who::This, "/studio/orders?stage=to-pack&from=2026-11-01&q=8000"),
    (Who::This, "/studio/packing"),
    (Who::Packer, "/studio/packing?moved=accept&order={order}"),
    (Who::This, "/studio/products"),
    (Who::Packer, "/studio/products?show=running-out"),
    (Who::This, "/studio/shop"),
    (Who::This, "/studio/shop?published=1"),
    (Who::This, "/studio/shop/parts/{part}"),
    (Who::This, "/studio/shop/parts/2?saved=1"),
    (Who::Editor, "/studio/shop/parts/3?added=1"),
    (Who::This, "/studio/shop/pictures"),
    (Who::This, "/studio/shop/pictures?part=2"),
    (Who::This, "/studio/shop/history"),
    (Who::This, "/studio/shop/share"),
    (Who::This, "/studio/products/{product}"),
    (Who::This, "/studio/products/{product}?created=1"),
    (Who::This, "/studio/products/{product}?copied=1"),
    (Who::This, "/studio/products/{product}/sizes"),
    (Who::This, "/studio/products/{product}/sizes?done=1"),
    (Who::This, "/studio/products/{product}/sizes?added=1"),
    (Who::This, "/studio/products/new"),
    (Who::This, "/studio/stock"),
    (Who::This, "/studio/stock?saved=1"),
    (Who::This, "/studio/stock/{offer}"),
    (Who::This, "/studio/stock/{offer}?saved=1"),
    (Who::Editor, "/studio/stock"),
    (Who::Editor, "/studio/stock/{offer}"),
    (Who::Packer, "/studio/lots/{lot}"),
    (Who::This, "/studio/products/{product}/pictures"),
    (Who::This, "/studio/products/{product}/pictures?added=1"),
    (Who::This, "/studio/products/{product}/pictures/{picture}"),
    (Who::This, "/studio/products/{product}/pictures/{picture}/crop"),
    (Who::This, "/studio/tables"),
    (Who::Packer, "/studio/tables"),
    (Who::This, "/studio/tables/{import}"),
    (Who::Centre, "/centre/outbox"),
    (Who::This, "/account"),
    (Who::Centre, "/account?changed=1"),
    (Who::Acting, "/account?ended=1"),
    (Who::Clerk, "/account"),
    (Who::Translator, "/account"),
    (Who::Translator, "/translate/glossary"),
    (Who::Reviewer, "/translate/glossary?word=cart"),
    (Who::Translator, "/translate/problems"),
    (Who::Reviewer, "/translate/take"),
    (Who::This, "/account/passkeys"),
    (Who::Centre, "/account/passkeys?done=added"),
    (Who::This, "/account/passkeys?done=renamed"),
    (Who::This, "/account/passkeys?done=removed"),
    (Who::This, "/account/confirm?next=%2Fug%2Fstudio"),
    (Who::Packer, "/studio"),
    (Who::Acting, "/studio"),
    (Who::This, "/studio/members"),
    (Who::This, "/studio/members?saved=1"),
    (Who::Centre, "/centre/members"),
    (Who::Centre, "/centre/members?of=cooperative.altun-badam"),
    (Who::Centre, "/centre/members?of=centre&saved=1"),
    (Who::Centre, "/centre/members?kind=station&which=%20b001"),
    (Who::Centre, "/centre/members?kind=language.ug&which="),
    (Who::Centre, "/centre/members?kind=cooperative&which=nothing"),
    (Who::CentreSupport, "/centre/support"),
    (Who::CentreSupport, "/centre/support?name=nothing-like-this"),
    (Who::Centre, "/centre/outbox?state=dead&done=again"),
    (Who::Centre, "/centre/settings"),
    (Who::Centre, "/centre/settings?done=saved"),
    (Who::Centre, "/centre/money"),
    (Who::Centre, "/centre/money?done=1"),
    (Who::Centre, "/centre/money?q=12.50"),
    (Who::Centre, "/centre/money?q=xxxx"),
    (Who::Centre, "/centre/money?q={code}"),
    (Who::Centre, "/centre/money/statement"),
    (Who::Centre, "/centre/cooperatives"),
    (Who::Centre, "/centre/cooperatives?name=altun"),
    (
        Who::Centre,
        "/centre/cooperatives?only=suspended&name=nothing-like-this",
    ),
    (Who::Centre, "/centre/cooperatives/altun-badam"),
    (Who::Anonymous, "/apply"),
    (Who::Centre, "/centre/applications"),
    (Who::Centre, "/centre/applications?state=refused"),
    (Who::Centre, "/centre/applications/{application}"),
    (Who::Centre, "/centre/confirmations"),
    (Who::Centre, "/centre/confirmations?done=send-back"),
    (Who::Centre, "/centre/confirmations/{waiting}"),
    (Who::Centre, "/centre/announcements"),
    (Who::Centre, "/centre/moderation"),
    (Who::Centre, "/centre/moderation?show=hidden-questions"),
    (Who::Centre, "/centre/moderation?show=hidden-reviews"),
    (Who::CentreSupport, "/centre/moderation?done=kept"),
    (Who::Centre, "/centre/stations"),
    (Who::Centre, "/centre/stations?q=b001&only=open&township=bagh"),
    (Who::Centre, "/centre/stations?only=closed"),
    (Who::Centre, "/centre/stations/new"),
    (Who::Centre, "/centre/stations/{station}"),
    (Who::Centre, "/centre/stations/{station}?done=close"),
    (Who::Centre, "/centre/categories"),
    (Who::Centre, "/centre/categories?done=moved"),
    (Who::Centre, "/centre/categories/new"),
    (Who::Centre, "/centre/categories/{category}"),
    (Who::Centre, "/centre/categories/{category}?done=saved"),
    (Who::Centre, "/centre/search-words"),
    (Who::Centre, "/centre/search-words?q=nothing&page=2&done=removed"),
    (Who::Centre, "/centre/audit"),
    (
        Who::Centre,
        "/centre/audit?who=operator&area=goods&cooperative=altun&day=2026-11-23",
    ),
    (Who::Centre, "/centre/audit?who=nobody"),
    (Who::Centre, "/centre/searches"),
    (Who::Centre, "/centre/damage"),
    (Who::Centre, "/desk"),
    (Who::Clerk, "/desk"),
    (Who::Clerk, "/desk?started=1"),
    (Who::Manager, "/desk/shift"),
    (Who::Clerk, "/desk/shift?done=close"),
    (Who::Centre, "/centre/money/stations"),
    (Who::CentreFinance, "/centre/money/stations?q=b001&only=late&days=3"),
    (Who::CentreFinance, "/centre/money/stations/{station}?done=1"),
];

async fn path_of(app: &TestApp, locale: Locale, page: &str) -> String {
    let page = page
        .replace("{part}", "1")
        .replace(
            "{application}",
            &app.number("SELECT id FROM applications").await.to_string(),
        )
        .replace(
            "{waiting}",
            &app.number("SELECT product_id FROM product_proposals").await.to_string(),
        )
        .replace("{code}", &app.text("SELECT code FROM order_groups").await)
        .replace("{order}", &app.number("SELECT id FROM orders").await.to_string())
        .replace("{line}", &app.number("SELECT id FROM order_lines").await.to_string())
        .replace("{product}", &app.product("badam-500").await.to_string())
        .replace("{import}", &app.number("SELECT id FROM imports").await.to_string())
        .replace("{offer}", &app.offer("BADAM-500").await.to_string())
        .replace("{lot}", &app.number("SELECT id FROM lots").await.to_string())
        .replace(
            "{station}",
            &app.number("SELECT id FROM stations WHERE code = 'B001'")
                .await
                .to_string(),
        )
        .replace(
            "{category}",
            &app.number("SELECT id FROM categories WHERE slug = 'badam'")
                .await
                .to_string(),
        )
        .replace("{picture}", &app.second_picture().await.to_string());
    format!("/{}{page}", locale.code())
}

/// Classes that only the style of the work areas knows.
fn classes_of_work() -> BTreeSet<String> {
    let in_class = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let classes = |css: &str| -> BTreeSet<String> {
        let names = css.split('.').skip(1).filter(|name| name.starts_with("c-"));
        names.map(|name| name.chars().take_while(in_class).collect()).collect()
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style");
    let (mut of_work, mut of_all) = (BTreeSet::new(), BTreeSet::new());
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "css") {
            continue;
        }
        let found = classes(&fs::read_to_string(&path).unwrap());
        if path.ends_with("studio.css") {
            of_work = found;
        } else {
            of_all.extend(found);
        }
    }
    &of_work - &of_all
}

#[tokio::test]
async fn every_page_in_every_language() {
    let app = TestApp::inhabited().await;
    product_questions::fill(&app).await;
    reviews::fill(&app).await;
    let (before, of_work) = (app.snapshot().await, classes_of_work());
    assert!(of_work.contains("c-table"), "{of_work:?}");
    for locale in Locale::BUILT_IN {
        for (who, page) in PAGES {
            let path = path_of(&app, locale, page).await;
            let mut client = app.client_of(*who);
            let answer = client.get(&path).await.is(200);
            rules::hold(&answer, locale, &path);
            // No shopper loads the style of the work areas.
            let is_work = is_work_area(page.split(['/', '?']).nth(1).unwrap_or_default());
            let shown = answer.page();
            assert_eq!(shown.count("style"), 1 + usize::from(is_work), "{path}");
            for class in of_work.iter().filter(|_| !is_work) {
                assert!(!shown.has(&format!(".{class}")), "{path}: {class} has no style here");
            }
            let cache = answer.header("cache-control");
            // Of a cart, public pages hold the number alone.
            let is_public = matches!(who, Who::Anonymous | Who::Shopper)
                && ![
                    "/apply",
                    "/cart",
                    "/checkout",
                    "/orders",
                    "/account",
                    "/search",
                    "/offline",
                    "/favourites",
                    "/back/",
                ]
                .iter()
                .any(|p| page.starts_with(p))
                && !page.split('?').next().is_some_and(|path| path.ends_with("/back"));
            let expected = if is_public { "private, no-cache" } else { "no-store" };
            assert_eq!(cache, expected, "{path} by {who:?}");
            rules::languages_lead_here(&answer, locale, &path);
        }
    }
    app.is_unchanged(&before, &app.snapshot().await, "looking");
}

#[tokio::test]
async fn every_area_is_sampled() {
    let app = TestApp::inhabited().await;
    for row in crate::rights::table() {
        // A file to print is no page of HTML, nor is what an open page hears or puts under its search: see `printing`, `news`, `searches`.
        let is_file = ["/studio/poster", "/studio/news", "/search/suggestions"]
            .iter()
            .any(|end| row.pattern.ends_with(end));
        let shown = row.method == "GET" && !is_file && row.gets.contains(&crate::rights::Gets::Page);
        let sample = row.pattern.replace("/{lang}", "");
        let slug = sample.split("{slug}").next().unwrap_or_default().to_owned();
        let kinds = [
            "product",
            "import",
            "order",
            "offer",
            "lot",
            "part",
            "station",
            "category",
            "application",
            "waiting",
        ];
        let is_there = PAGES.iter().any(|(_, page)| {
            let page = page.split('?').next().unwrap_or_default();
            page == sample
                || kinds
                    .iter()
                    .any(|kind| page == sample.replace("{id}", &format!("{{{kind}}}")))
                || (sample.contains("{slug}") && page.starts_with(&slug) && page.len() > slug.len())
        });
        // Files that are taken away: see `tables` and `shifts`.
        let is_file =
            row.pattern.contains("/export/") || row.pattern.ends_with("/problems") || row.pattern.ends_with(".csv");
        assert!(!shown || is_there || is_file, "no sample of {}", row.pattern);
    }
    drop(app);
}

both!(an_empty_shop_has_pages_too);
async fn an_empty_shop_has_pages_too() {
    let empty = Template::empty();
    let app = TestApp::start_from(&empty, Options::default()).await;
    for locale in Locale::BUILT_IN {
        for page in [
            "",
            "/products",
            "/shops",
            "/stations",
            "/search?q=a",
            "/about",
            "/cart",
            "/orders",
        ] {
            let path = format!("/{}{page}", locale.code());
            let answer = app.client().get(&path).await.is(200);
            rules::hold(&answer, locale, &path);
        }
    }
}

both!(orders_in_every_state_have_pages);
async fn orders_in_every_state_have_pages() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await;
    let mut client = app.client();
    buyer::add(&mut client, offer, "1").await.is(303);
    let mut fields = buyer::checkout_form(&mut client, "ug").await;
    buyer::to_address(&mut fields);
    let code = buyer::code_of(&buyer::place(&mut client, &fields).await.is(303)).to_string();
    let order = app.number("SELECT id FROM orders").await;
    app.execute(&format!(
        "INSERT INTO lots (offer_id, number, harvested, origin, origin_lang, amount, remaining, at)
         VALUES ({offer}, 1, '2026-10-05', 'Bulaq', 'es', 5, 4, 0), ({offer}, 2, '', '布拉克', 'zh', 5, 5, 0);
         INSERT INTO lot_uses (lot_id, order_id, amount) SELECT id, {order}, 1 FROM lots WHERE number = 1"
    ))
    .await;
    let mut member = crate::world::sign_in(&app, crate::district::THIS).await;
    for status in ["placed", "accepted", "completed", "canceled", "expired"] {
        for fulfilment in [
            "unfulfilled",
            "packed",
            "dispatched",
            "ready_for_pickup",
            "delivered",
            "returning",
            "returned",
            "lost",
        ] {
            app.execute(&format!(
                "UPDATE orders SET status = '{status}', fulfilment = '{fulfilment}'"
            ))
            .await;
            for payment in [
                "created",
                "collected",
                "banked",
                "captured",
                "failed",
                "expired",
                "voided",
            ] {
                app.execute(&format!("UPDATE payments SET status = '{payment}'")).await;
                let answer = client.get(&format!("/ug/orders/{code}")).await.is(200);
                rules::hold(&answer, Locale::Ug, &format!("{status} {fulfilment} {payment}"));
            }
            for locale in Locale::BUILT_IN {
                for (client, path) in [
                    (&mut client, format!("/{}/orders/{code}", locale.code())),
                    (&mut member, format!("/{}/studio/orders/{order}", locale.code())),
                ] {
                    let answer = client.get(&path).await.is(200);
                    rules::hold(&answer, locale, &format!("{path} {status} {fulfilment}"));
                }
            }
        }
    }
}
