//! What people search for and do not find, over HTTP.

use domain::Locale;

use crate::both::both;
use crate::client::Ask;
use crate::pages::rules;
use crate::test_app::TestApp;
use crate::world::Who;

/// `زەپەر`.
const SAFFRON: &str = "%D8%B2%DB%95%D9%BE%DB%95%D8%B1";

both!(what_five_did_not_find_stands_on_the_pages_of_those_who_sell);
async fn what_five_did_not_find_stands_on_the_pages_of_those_who_sell() {
    let app = TestApp::inhabited().await;
    let pages = [
        (Who::This, "/ug/studio/figures"),
        (Who::CentreSupport, "/ug/centre/searches"),
    ];
    let before = app.snapshot().await;
    for from in 0..5 {
        for (who, page) in pages {
            let page = app.client_of(who).get(page).await.is(200).page();
            assert!(!page.has("[data-testid='missed-searches']"), "{from} looked for it");
        }
        let ask = Ask::get(&format!("/ug/search?q={SAFFRON}"));
        let ask = ask.header("x-forwarded-for", &format!("198.51.100.{from}"));
        app.client().send(ask).await.is(200);
        app.is_unchanged(&before, &app.snapshot().await, "searching writes nothing");
        service::missed_searches::write(&app.shop).await.unwrap();
        service::missed_searches::renew_list(&app.shop).await.unwrap();
    }
    for (who, path) in pages {
        let answer = app.client_of(who).get(path).await.is(200);
        rules::hold(&answer, Locale::Ug, path);
        let page = answer.page();
        let found = page.text_of("missed-searches").unwrap();
        assert!(found.contains("زەپەر") && found.contains('5'), "{found}");
        let lang = page.first("[data-testid='missed-searches'] [lang]").unwrap();
        assert_eq!(lang.attr("lang"), Some("ug"));
    }
}
