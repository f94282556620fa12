//! forms sent from other sites, to every address that takes one.

use axum::http::Method;

use super::table::{Gets, Row, table};
use crate::both::both;
use crate::client::{Ask, is_private};
use crate::test_app::TestApp;
use crate::world::Who;

const ORIGINS: [&str; 5] = [
    "https://evil.example",
    "null",
    "https://shop.bazar.test.evil.example",
    "http://shop.bazar.test",
    "https://shop.bazar.test:8443",
];

/// The ways another site, or something that hides where it comes from, may send a form.
fn foreign(ask: &Ask) -> Vec<(String, Ask)> {
    let blind = ask.clone().without("origin").without("sec-fetch-site");
    let mut all = vec![("nothing said".to_owned(), blind.clone())];
    for origin in ORIGINS {
        all.push((format!("Origin: {origin}"), blind.clone().header("origin", origin)));
        let both = ask
            .clone()
            .header("sec-fetch-site", "cross-site")
            .header("origin", origin);
        all.push((format!("cross-site from {origin}"), both));
    }
    for site in ["cross-site", "same-site"] {
        all.push((site.to_owned(), blind.clone().header("sec-fetch-site", site)));
    }
    all
}

/// Rows somebody signed in or shopping may use, with who that is.
fn rows() -> impl Iterator<Item = (Row, Who)> {
    table()
        .into_iter()
        .filter(|row| row.method == Method::POST)
        .filter_map(|row| {
            let may = |gets: Gets| !matches!(gets, Gets::Refused(404) | Gets::SignIn);
            let who = [Who::Shopper, Who::This, Who::Centre]
                .into_iter()
                .find(|who| may(row.gets_of(*who)));
            who.map(|who| (row, who))
        })
}

both!(no_form_is_taken_from_elsewhere);
async fn no_form_is_taken_from_elsewhere() {
    let app = TestApp::inhabited().await;
    let mut tried = 0;
    for (row, who) in rows() {
        tried += 1;
        let mut client = app.client_of(who);
        let ask = row.ask(&app, who, &mut client).await;
        let before = app.snapshot().await;
        for (how, ask) in foreign(&ask) {
            let what = format!("{} by {who:?}: {how}", row.pattern);
            let answer = client.clone().send(ask).await;
            assert_eq!(answer.status, 403, "{what}");
            assert!(answer.cookies().is_empty(), "{what}");
            // A script of ours asks from nowhere else: nobody reads what another one is told.
            if !row.pattern.starts_with("/api/") {
                assert_eq!(answer.page().count("h1"), 1, "{what}: a page says so");
            }
        }
        app.is_unchanged(&before, &app.snapshot().await, row.pattern);
    }
    assert!(tried >= 14, "{tried} addresses");
}

both!(the_shops_own_forms_are_taken);
async fn the_shops_own_forms_are_taken() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await.to_string();
    let ask = Ask::post("/ug/cart/lines", &[("offer", offer.as_str()), ("quantity", "1")]);
    let own = [
        ask.clone(),
        // Browsers before 2023 send no Sec-Fetch-Site.
        ask.clone().without("sec-fetch-site"),
        // A program without cookies has nobody's rights to lose.
        ask.clone().without("sec-fetch-site").without("origin"),
    ];
    for ask in own {
        app.client().send(ask).await.is(303);
    }
}

both!(a_page_of_another_site_sends_nothing_though_it_hides_its_origin);
async fn a_page_of_another_site_sends_nothing_though_it_hides_its_origin() {
    let app = TestApp::start().await;
    let offer = app.offer("BADAM-500").await.to_string();
    let ask = Ask::post("/ug/cart/lines", &[("offer", offer.as_str()), ("quantity", "1")])
        .without("sec-fetch-site")
        .without("origin");
    let own = format!("http://{}/ug", app.addr);
    for (page, status) in [("https://evil.example/ug", 403), (own.as_str(), 303)] {
        app.client().send(ask.clone().header("referer", page)).await.is(status);
    }
}

//
both!(the_session_cookie_cannot_be_read_or_sent_along);
async fn the_session_cookie_cannot_be_read_or_sent_along() {
    let app = TestApp::start().await;
    let account = app.accounts[0].clone();
    let fields = [("phone", account.phone.as_str()), ("password", &account.password)];
    let answer = app.client().post("/ug/account/sign-in", &fields).await.is(303);
    let cookies = answer.cookies();
    is_private(cookies.iter().find(|cookie| cookie.name() == "__Host-sid").unwrap());
}
