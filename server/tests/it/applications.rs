//! A cooperative that wants to sell here, over HTTP: written, proved, with papers, and decided.

use domain::Locale;

use crate::account::last_code;
use crate::both::both;
use crate::buyer::set;
use crate::html::Page;
use crate::pages::rules;
use crate::pictures::file_form;
use crate::test_app::TestApp;
use crate::world::Who;

const PHONE: &str = "137 1111 2222";

both!(an_application_is_sent_with_a_code_and_decided);
async fn an_application_is_sent_with_a_code_and_decided() {
    let app = TestApp::inhabited().await;
    let mut guest = app.client();
    assert!(
        app.client()
            .get("/zh")
            .await
            .is(200)
            .page()
            .has("footer a[href='/zh/apply']")
    );
    let page = guest.get("/zh/apply").await.is(200).page();
    let mut fields = page.form("apply");
    set(&mut fields, "name", "布拉克蜂蜜合作社");
    set(&mut fields, "goods", "蜂蜜");
    set(&mut fields, "person", "阿依古丽");
    set(&mut fields, "phone", "12");
    let page = guest.post("/zh/apply", &fields).await.is(422).page();
    assert_eq!(page.value("name").as_deref(), Some("布拉克蜂蜜合作社"));
    let township = app.text("SELECT slug FROM townships ORDER BY id LIMIT 1").await;
    let mut fields = page.form("apply");
    set(&mut fields, "township", &township);
    set(&mut fields, "phone", PHONE);
    // Two taps bring one code.
    guest.post("/zh/apply", &fields).await.is(200);
    let page = guest.post("/zh/apply", &fields).await.is(200);
    rules::hold(&page, Locale::Zh, "/zh/apply");
    let page = page.page();
    assert_eq!(app.number("SELECT count(*) FROM outbox WHERE key = 'code'").await, 1);
    let mine = "SELECT count(*) FROM applications WHERE phone = '+8613711112222'";
    assert_eq!(app.number(mine).await, 0);
    let mut sent = page.form("apply");
    set(&mut sent, "command", "send");
    set(&mut sent, "code", "12");
    guest.post("/zh/apply", &sent).await.is(422);
    set(&mut sent, "code", &last_code(&app).await);
    let done = guest.post("/zh/apply", &sent).await.is(303);
    let second = guest.post("/zh/apply", &sent).await.is(303);
    assert_eq!((done.location(), app.number(mine).await), (second.location(), 1));

    // "Back", and something else typed: nothing of it is lost, and the page says what to do.
    let mut other = sent.clone();
    set(&mut other, "goods", "核桃");
    let page = guest.post("/zh/apply", &other).await.is(422);
    rules::hold(&page, Locale::Zh, "/zh/apply");
    let page = page.page();
    assert!(page.has("[data-testid='was-taken']") && !page.has("[name='code']"));
    assert_eq!(page.value("goods").as_deref(), Some("核桃"));
    assert_ne!(
        page.value("key"),
        sent.iter().find(|(name, _)| name == "key").map(|(_, key)| key.clone())
    );
    assert_eq!(app.number(mine).await, 1);

    let path = done.location().split('?').next().unwrap().to_owned();
    let standing = guest.get(done.location()).await.is(200);
    assert!(!standing.text().contains("1371111"), "an address may be passed on");
    rules::hold(&standing, Locale::Zh, &path);
    let fields = standing.page().form("add-document");
    let pdf = b"%PDF-1.4\n%%EOF\n";
    let wrong = file_form(&path, "document", &fields, "a.txt", "text/plain", b"hello");
    guest.send(wrong).await.is(422);
    for _ in 0..2 {
        let form = file_form(&path, "document", &fields, "a.pdf", "application/pdf", pdf);
        assert_eq!(guest.send(form).await.is(303).location(), format!("{path}?added=1"));
    }
    let documents = "SELECT count(*) FROM application_documents";
    assert_eq!(app.number(documents).await, 1);
    // The same form with another file, one taken away, and a sixth from a form of before.
    let other = file_form(
        &path,
        "document",
        &fields,
        "b.pdf",
        "application/pdf",
        b"%PDF-1.4 b\n%%EOF\n",
    );
    let page = guest.send(other).await.is(422).page();
    assert!(page.has("[data-testid='not-done']") && page.has("[data-testid='add-document']"));
    let remove = page.form("remove-document");
    for _ in 0..2 {
        let done = guest.post(&path, &remove).await.is(303);
        assert_eq!(done.location(), format!("{path}?removed=1"));
    }
    // In a window from before it is there still; that it is gone is said, and not that it was removed now.
    let fresh = guest.get(&path).await.is(200).page().form("add-document");
    let mut gone = remove.clone();
    set(
        &mut gone,
        "key",
        &fresh.iter().find(|(name, _)| name == "key").unwrap().1,
    );
    let page = guest.post(&path, &gone).await.is(409).page();
    assert!(page.has("[data-testid='not-done']") && page.has("[data-testid='add-document']"));
    assert_eq!(app.number(documents).await, 0);
    let stale = page.form("add-document");
    for _ in 0..5 {
        let fields = guest.get(&path).await.is(200).page().form("add-document");
        let form = file_form(&path, "document", &fields, "a.pdf", "application/pdf", pdf);
        guest.send(form).await.is(303);
    }
    let sixth = || file_form(&path, "document", &stale, "a.pdf", "application/pdf", pdf);
    let full = guest.send(sixth()).await.is(409);
    rules::hold(&full, Locale::Zh, &path);
    let full = full.page();
    assert!(full.has("[data-testid='not-done']") && full.has("[data-testid='documents-full']"));
    assert!(!full.has("[data-testid='add-document']"));

    // Only the Centre opens it, and only as a file that is saved.
    let id = path.rsplit('/').next().unwrap().split('-').next().unwrap().to_owned();
    let of_centre = format!("/zh/centre/applications/{id}");
    let mut centre = app.client_of(Who::Centre);
    let page = centre.get(&of_centre).await.is(200).page();
    let link = page
        .first("[data-testid='document'] a")
        .unwrap()
        .attr("href")
        .unwrap()
        .to_owned();
    let file = centre.get(&link).await.is(200);
    assert_eq!(&file.body[..], pdf);
    assert!(file.header("content-disposition").starts_with("attachment; "));
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(file.header("content-security-policy").contains("sandbox"));
    for who in [Who::This, Who::CentreSupport, Who::CentreFinance, Who::Acting] {
        app.client_of(who).get(&link).await.is(404);
    }
    app.client().get(&link).await.is(303);

    let mut late = page.form("refuse");
    set(&mut late, "command", "refuse");
    set(&mut late, "reason", "没有执照。");
    let mut admit = page.form("admit");
    set(&mut admit, "command", "admit");
    set(&mut admit, "slug", "bulaq-honey");
    centre.post(&of_centre, &admit).await.is(303);
    app.client().get("/zh/shops/bulaq-honey").await.is(200);
    // Refused in another window: what was typed is still there, and what was decided.
    let late = centre.post(&of_centre, &late).await.is(409);
    rules::hold(&late, Locale::Zh, &of_centre);
    let late = late.page();
    assert!(late.has("[data-testid='conflict']") && !late.has("[data-testid='refuse']"));
    assert!(late.has("[data-testid='typed']") && late.text().contains("没有执照。"));
    let page = centre.get("/zh/centre/cooperatives/bulaq-honey").await.is(200).page();
    let mut off = page.form("confirmation");
    set(&mut off, "confirmation", "off");
    centre.post("/zh/centre/cooperatives/bulaq-honey", &off).await.is(303);
    let standing = guest.get(&path).await.is(200).page();
    assert!(standing.has("[data-state='admitted']") && !standing.has("[data-testid='add-document']"));
    assert!(!standing.has("[data-testid='remove-document']"));
    for answer in [
        guest.send(sixth()).await,
        guest.post(&path, &full.form("remove-document")).await,
    ] {
        let answer = answer.is(409).page();
        assert!(answer.has("[data-testid='not-done']") && answer.has("[data-state='admitted']"));
    }
}

both!(a_change_waits_is_shown_with_both_sides_and_sent_back);
async fn a_change_waits_is_shown_with_both_sides_and_sent_back() {
    let app = TestApp::inhabited().await;
    let (mut owner, mut centre) = (app.client_of(Who::This), app.client_of(Who::Centre));
    let of_centre = "/zh/centre/cooperatives/altun-badam";
    let mut on = centre.get(of_centre).await.is(200).page().form("confirmation");
    set(&mut on, "confirmation", "on");
    centre.post(of_centre, &on).await.is(303);
    let product = app.product("badam-500").await;
    let (editor, waiting) = (
        format!("/zh/studio/products/{product}"),
        format!("/zh/centre/confirmations/{product}"),
    );
    let mut fields = owner.get(&editor).await.is(200).page().form("product-editor");
    set(&mut fields, "name-zh", "没有确认过的名字");
    let price = format!("price-{}", app.offer("BADAM-500").await);
    set(&mut fields, &price, "26.80");
    let saved = owner.post(&editor, &fields).await.is(303);
    let page = owner.get(saved.location()).await.is(200);
    rules::hold(&page, Locale::Zh, &editor);
    assert!(page.text().contains("没有确认过的名字") && page.page().has("[data-testid='waits-for-centre']"));
    for public in [
        "/zh/products/badam-500",
        "/zh/products",
        "/zh/shops/altun-badam",
        "/zh/search?q=%E6%B2%A1%E6%9C%89%E7%A1%AE%E8%AE%A4",
    ] {
        let shown = app.client().get(public).await.is(200);
        // What was searched for stands in the field.
        let is_shown = shown.text().contains("没有确认过的名字");
        assert!(!is_shown, "{public}");
    }
    // Turning it off lets nothing through that waits; that is said where it is turned off.
    assert!(
        !centre
            .get(of_centre)
            .await
            .is(200)
            .page()
            .has("[data-testid='still-waits']")
    );
    for (word, says) in [("off", true), ("on", false)] {
        let mut form = centre.get(of_centre).await.is(200).page().form("confirmation");
        set(&mut form, "confirmation", word);
        centre.post(of_centre, &form).await.is(303);
        let page = centre.get(of_centre).await.is(200).page();
        assert_eq!(page.has("[data-testid='still-waits']"), says, "{word}");
    }
    let page = centre.get(&waiting).await.is(200).page();
    assert_eq!(page.count("[data-testid='text-change']"), 1);
    // The size, and what it cost before and costs then, are read one after the other and not as one word.
    assert_eq!(page.count("[data-testid='offer-change']"), 1);
    assert_eq!(page.count("[data-testid='offer-change'] .c-line__body > p"), 3);
    let waits = "nav a[href='/zh/centre/confirmations'] [data-testid='to-do'] > [aria-hidden]";
    let counted = |page: &Page| page.first(waits).map(|number| number.text().collect::<String>());
    assert_eq!(counted(&page).as_deref(), Some("2"), "the menu counts it");
    let mut late = page.form("confirm");
    set(&mut late, "command", "confirm");
    let mut back = page.form("send-back");
    set(&mut back, "command", "send-back");
    let mut other = back.clone();
    centre.post(&waiting, &back).await.is(422);
    set(&mut back, "reason", "写上产地。");
    let fresh = centre.get(&waiting).await.is(200).page().form("send-back");
    set(
        &mut back,
        "key",
        &fresh.iter().find(|(name, _)| name == "key").unwrap().1,
    );
    centre.post(&waiting, &back).await.is(303);
    let menu = centre.get("/zh/centre/confirmations").await.is(200).page();
    assert_eq!(counted(&menu).as_deref(), Some("1"), "it waits no more");
    // Its address is still in somebody's history.
    let look = centre.get(&waiting).await.is(200);
    rules::hold(&look, Locale::Zh, &waiting);
    assert!(look.page().has("[data-testid='gone']") && look.text().contains("写上产地。"));
    let page = owner.get(&editor).await.is(200);
    assert!(page.page().has("[data-testid='sent-back']") && page.text().contains("写上产地。"));
    // Confirmed by somebody who still has the page from before.
    let late = app.client_of(Who::Centre).post(&waiting, &late).await.is(409);
    assert!(!late.page().has("[data-testid='confirm']"));
    // Sent back by somebody else meanwhile, or the same form with another reason: both reasons are there.
    set(&mut other, "reason", "价格不对。");
    set(&mut back, "reason", "名字不对。");
    for (form, typed, status) in [(&other, "价格不对。", 409), (&back, "名字不对。", 422)] {
        let gone = centre.post(&waiting, form).await.is(status);
        rules::hold(&gone, Locale::Zh, &waiting);
        let gone = gone.page();
        assert!(gone.has("[data-testid='gone']") && gone.text().contains("写上产地。"));
        assert!(gone.has("[data-testid='typed']") && gone.text().contains(typed));
    }

    let mut take_back = page.page().form("take-back");
    set(&mut take_back, "command", "take-back");
    owner.post(&format!("{editor}/steps"), &take_back).await.is(303);
    let page = owner.get(&editor).await.is(200);
    assert!(!page.text().contains("没有确认过的名字"));
}
