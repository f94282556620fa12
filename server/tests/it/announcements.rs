//! Announcements of the Centre, from its form to the first page of a studio.

use crate::both::both;
use crate::buyer::set;
use crate::test_app::TestApp;
use crate::world::Who;

const PATH: &str = "/ug/centre/announcements";

both!(an_announcement_goes_round_and_is_put_away);
async fn an_announcement_goes_round_and_is_put_away() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(Who::Centre);
    let page = centre.get("/ug/centre/cooperatives").await.is(200).page();
    assert!(page.has(&format!("a[href='{PATH}']")), "it is in the menu");
    let mut fields = centre.get(PATH).await.is(200).page().form("announce");
    set(&mut fields, "text-es", "<b>Hola</b>\nSegunda línea");
    set(&mut fields, "until", "2020-01-01");
    let page = centre.post(PATH, &fields).await.is(422).page();
    let kept = page.form("announce");
    assert_eq!(crate::buyer::value_of(&kept, "text-es"), "<b>Hola</b>\nSegunda línea");
    assert_eq!(page.value("until").as_deref(), Some("2020-01-01"));
    assert!(page.has("#errors a"), "what is wrong is named above");
    set(&mut fields, "until", "2099-12-31");
    let done = centre.post(PATH, &fields).await.is(303);
    let page = centre.get(done.location()).await.is(200).page();
    assert_eq!(
        page.count("[data-testid='announcements-current'] [data-testid='announced']"),
        2
    );

    // Above the work of the day, in the language it was written in; the shop's own one stands below.
    let mut packer = app.client_of(Who::Packer);
    let page = packer.get("/ug/studio").await.is(200).page();
    let first = page.first("[data-testid='new-announcements'] [data-testid='announcement'] [lang='es']");
    assert!(first.is_some());
    let text = page.text_of("new-announcements").unwrap();
    assert!(text.contains("<b>Hola</b>") && text.contains("周六停电"), "{text}");
    let form = page.form("put-away");
    for (from, place) in [("home", "/ug/studio"), ("list", "/ug/studio/announcements")] {
        let mut form = form.clone();
        set(&mut form, "from", from);
        let done = packer.post("/ug/studio/announcements", &form).await.is(303);
        assert_eq!(done.location(), place, "twice is once");
    }
    let page = app.client_of(Who::This).get("/ug/studio").await.is(200).page();
    assert!(
        !page.text_of("new-announcements").unwrap().contains("Hola"),
        "for all of the cooperative"
    );
    let page = packer.get("/ug/studio/announcements").await.is(200).page();
    assert!(page.text_of("announcements").unwrap().contains("Hola"));
    let page = app.client_of(Who::Other).get("/ug/studio").await.is(200).page();
    assert!(
        page.text_of("new-announcements").unwrap().contains("Hola"),
        "for nobody else"
    );
    let page = app.client_of(Who::Acting).get("/ug/studio").await.is(200).page();
    assert!(page.has("[data-testid='new-announcements']") && !page.has("[data-testid='put-away']"));

    // Taken back, it is nowhere but at the Centre.
    let form = centre.get(PATH).await.is(200).page().form("take-back");
    centre.post(PATH, &form).await.is(303);
    let page = centre.get(PATH).await.is(200).page();
    assert_eq!(
        page.count("[data-testid='announcements-over'] [data-testid='announced']"),
        1
    );
    for path in ["/ug/studio", "/ug/studio/announcements"] {
        let text = app.client_of(Who::Other).get(path).await.is(200).text();
        assert!(!text.contains("Hola"), "{path}");
    }
}
