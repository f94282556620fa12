//! What is wrong with goods that came, by forms alone: the buyer's page, the cooperative's, the Centre's.

use domain::{DamageReportId, Locale, OrderCode};
use l10n::{Texts, t};
use service::{Network, orders};

use crate::both::both;
use crate::buyer::{self, set, value_of};
use crate::html::Page;
use crate::pictures::{self, file};
use crate::test_app::TestApp;
use crate::world::Who;

const HOUR: i64 = 3_600_000;

fn said(page: &Page, id: &str) -> String {
    page.text_of(id).unwrap_or_else(|| panic!("no {id}"))
}

/// The order of the inhabited shop was paid and handed over just now; answers its code.
pub async fn hand_over(app: &TestApp) -> String {
    hand_over_at(app, app.shop.now()).await
}

async fn hand_over_at(app: &TestApp, at: i64) -> String {
    app.execute("UPDATE orders SET status = 'completed', fulfilment = 'delivered'")
        .await;
    app.execute("UPDATE stock SET on_hand = on_hand - reserved, reserved = 0")
        .await;
    app.execute(&format!(
        "INSERT INTO order_events (order_id, at, kind, actor) SELECT id, {at}, 'delivered', 'user:1' FROM orders"
    ))
    .await;
    app.execute(
        "INSERT INTO money_entries (kind, amount_minor, currency, method, reference, group_id, actor, state, at)
         SELECT 'received', total_minor, currency, payment_method, '', id, 'user:1', 'booked', placed_at FROM order_groups",
    )
    .await;
    app.execute("UPDATE payments SET status = 'collected'").await;
    app.text("SELECT code FROM order_groups").await
}

/// The buyer says that the goods came damaged.
pub async fn report(app: &TestApp) {
    let code = app.text("SELECT code FROM order_groups").await;
    let order = app.number("SELECT id FROM orders").await;
    let mut shopper = app.client_of(Who::Shopper);
    let page = format!("/ug/orders/{code}");
    let mut fields = shopper.get(&page).await.is(200).page().form("report-form");
    set(&mut fields, &format!("kind-{order}"), "damaged");
    set(&mut fields, "text", "قاپ يىرتىلىپ كەتتى");
    shopper.post(&format!("{page}/reports"), &fields).await.is(303);
}

both!(a_buyer_reports_damage_and_gets_money_back);
async fn a_buyer_reports_damage_and_gets_money_back() {
    let app = TestApp::inhabited().await;
    let code = hand_over(&app).await;
    let order = app.number("SELECT id FROM orders").await;
    let of_buyer = format!("/ug/orders/{code}");
    let mut shopper = app.client_of(Who::Shopper);
    let page = shopper.get(&of_buyer).await.is(200).page();
    assert_eq!(page.count("[data-testid=report-until]"), 2, "damage, and closed packs");
    assert!(page.has("[data-testid=reports] a[href='/ug/returns']"));
    let mut fields = page.form("report-form");
    assert_ne!(
        value_of(&fields, &format!("line-{order}")),
        "",
        "the only line is chosen"
    );

    // What is not said is said at its field, and what was typed stays.
    set(&mut fields, "text", "قاپ يىرتىلىپ كەتتى");
    let path = format!("{of_buyer}/reports");
    let page = shopper.post(&path, &fields).await.is(422).page();
    assert!(page.has(&format!("#field-kind-{order}[aria-invalid=true]")));
    assert!(page.has("details[data-testid=report][open]"));
    let mut fields = page.form("report-form");
    assert_eq!(value_of(&fields, "text"), "قاپ يىرتىلىپ كەتتى");
    set(&mut fields, &format!("kind-{order}"), "damaged");
    app.client_of(Who::Anonymous).post(&path, &fields).await.is(404);
    let done = shopper.post(&path, &fields).await.is(303);
    let page = shopper.get(done.location()).await.is(200).page();
    assert!(page.has("#notice[data-testid=reported]"));
    assert!(page.has("[data-testid=report-line][data-outcome=open]"));
    assert!(!page.has("[data-testid=report-form]"), "it waits for an answer");
    assert!(
        !page.has("[data-testid=report-until]"),
        "nothing is asked for that cannot be said"
    );

    let mut packer = app.client_of(Who::Packer);
    let home = packer.get("/zh/studio").await.is(200).page();
    assert!(said(&home, "to-do-reports").contains('1'));
    let list = packer.get("/zh/studio/reports").await.is(200).page();
    assert!(said(&list, "reported-order").contains(&code));
    let orders = packer.get("/zh/studio/orders").await.is(200).page();
    assert!(orders.has("[data-testid=is-reported]"));
    let studio = format!("/zh/studio/orders/{order}");
    let mut late = app
        .client_of(Who::This)
        .get(&studio)
        .await
        .is(200)
        .page()
        .form("settle-form-declined");
    let mut fields = packer.get(&studio).await.is(200).page().form("settle-form-refunded");
    let amount = format!("amount-{}", value_of(&fields, "report"));
    set(&mut fields, "command", "refunded");
    set(&mut fields, &amount, "9999");
    let page = packer.post(&format!("{studio}/reports"), &fields).await.is(422).page();
    assert!(page.has(&format!("#field-{amount}[aria-invalid=true][value='9999']")));
    let mut fields = page.form("settle-form-refunded");
    set(&mut fields, "command", "refunded");
    set(&mut fields, &amount, "１２.５");
    let done = packer.post(&format!("{studio}/reports"), &fields).await.is(303);
    let page = packer.get(done.location()).await.is(200).page();
    assert!(page.has("[data-testid=settled]"));
    assert!(said(&page, "report-line").contains("12.50"));
    assert!(!page.has("[data-testid=settle-form-refunded]"));
    // Who answers after that, on a page that was open before, reads what was answered and keeps what was typed.
    set(&mut late, "command", "declined");
    let words = format!("text-declined-{}", value_of(&late, "report"));
    set(&mut late, &words, "外箱完好");
    let page = app.client_of(Who::This).post(&format!("{studio}/reports"), &late).await;
    let page = page.is(409).page();
    let overtaken = said(&page, "overtaken");
    assert!(
        overtaken.contains("12.50") && overtaken.contains("外箱完好"),
        "{overtaken}"
    );

    let page = shopper.get(&of_buyer).await.is(200).page();
    assert!(said(&page, "report-line").contains("12.50"));
    assert!(said(&page, "money-back").contains("12.50"));
    let waiting = app
        .number("SELECT sum(amount_minor) FROM money_entries WHERE kind = 'to_give_back'")
        .await;
    assert_eq!(waiting, 1250);
}

both!(photos_come_with_a_report_and_go_to_those_it_concerns);
async fn photos_come_with_a_report_and_go_to_those_it_concerns() {
    let app = TestApp::inhabited().await;
    let code = hand_over(&app).await;
    report(&app).await;
    let report = app.number("SELECT id FROM damage_reports").await;
    let order = app.number("SELECT id FROM orders").await;
    let of_buyer = format!("/ug/orders/{code}");
    let photos = format!("{of_buyer}/photos");
    let path = format!("{photos}?report={report}");
    let mut shopper = app.client_of(Who::Shopper);
    let fields = shopper.get(&of_buyer).await.is(200).page().form("report-photo-form");
    let photo = || pictures::form(&path, &fields, &file("red"));
    app.client().send(photo()).await.is(404);
    for _ in 0..2 {
        let done = shopper.send(photo()).await.is(303);
        assert_eq!(done.location(), format!("{of_buyer}?photo={report}#notice"));
    }
    assert_eq!(
        app.number("SELECT count(*) FROM report_photos").await,
        1,
        "the same form"
    );
    let page = shopper.get(&format!("{of_buyer}?photo={report}")).await.is(200).page();
    assert!(page.has("#notice[data-testid=photo-done]"));
    let small = page.first("[data-testid=report-photos] img[alt]").unwrap();
    let small = small.attr("src").unwrap().to_owned();
    let refused = shopper
        .send(pictures::form(&path, &page.form("report-photo-form"), b"<svg/>"))
        .await
        .is(422)
        .page();
    assert!(refused.has(&format!("#errors a[href='#field-picture-{report}']")));
    assert!(refused.has(&format!("input#field-picture-{report}[aria-invalid=true]")));

    let large = small.split('?').next().unwrap();
    for (who, status) in [
        (Who::Shopper, 200),
        (Who::Packer, 200),
        (Who::Centre, 200),
        (Who::Other, 404),
        (Who::Anonymous, 404),
    ] {
        for path in [small.as_str(), large] {
            let answer = app.client_of(who).get(path).await.is(status);
            if status == 200 {
                assert_eq!(answer.header("content-type"), "image/jpeg");
                assert_eq!(answer.header("cache-control"), "no-store");
            }
        }
    }
    let studio = format!("/zh/studio/orders/{order}");
    let page_of_packer = app.client_of(Who::Packer).get(&studio).await.is(200).page();
    assert_eq!(page_of_packer.count("[data-testid=report-photos] img"), 1);
    assert!(!page_of_packer.has("[data-testid=remove-report-photo]"));

    let remove = page.form("remove-report-photo");
    app.client().post(&photos, &remove).await.is(404);
    shopper.post(&photos, &remove).await.is(303);
    shopper.get(&small).await.is(404);

    // As many of this order as may be are on their way: who comes then is told so beside the field, with a way to try again.
    let (opened, network) = (OrderCode::parse(&code).unwrap(), Network::unknown());
    let access = orders::unlock(&app.shop, &network, &opened, buyer::TAIL).await.unwrap();
    let id = DamageReportId(report);
    let receive = || orders::receive_report_photo(&app.shop, &network, &access, id);
    let held = (receive().await.unwrap(), receive().await.unwrap());
    let fields = shopper.get(&of_buyer).await.is(200).page().form("report-photo-form");
    let busy = shopper
        .send(pictures::form(&path, &fields, &file("blue")))
        .await
        .is(503);
    let said = Texts::built_in().get(Locale::Ug, t::REVIEWS_PHOTO_BUSY);
    let page = busy.page();
    assert!(page.text().contains(&said), "{}", page.text());
    assert!(page.has(&format!("#errors a[href='#field-picture-{report}']")));
    drop(held);
    let again = page.form("report-photo-form");
    shopper.send(pictures::form(&path, &again, &file("blue"))).await.is(303);
}

both!(after_two_days_only_a_closed_pack_comes_back);
async fn after_two_days_only_a_closed_pack_comes_back() {
    let app = TestApp::inhabited().await;
    let code = hand_over_at(&app, app.shop.now() - 49 * HOUR).await;
    let order = app.number("SELECT id FROM orders").await;
    let path = format!("/es/orders/{code}");
    let mut shopper = app.client_of(Who::Shopper);
    let page = shopper.get(&path).await.is(200).page();
    assert_eq!(page.count("[data-testid=report-until]"), 1);
    assert_eq!(page.count(&format!("#field-kind-{order} option:not([value=''])")), 1);
    let mut fields = page.form("report-form");
    set(&mut fields, &format!("kind-{order}"), "spoiled");
    set(&mut fields, "text", "huele mal");
    let late = shopper.post(&format!("{path}/reports"), &fields).await.is(422).page();
    assert!(late.has(&format!("#field-kind-{order}[aria-invalid=true]")));
    assert_eq!(value_of(&late.form("report-form"), "text"), "huele mal");
    assert_eq!(app.number("SELECT count(*) FROM damage_reports").await, 0);
}

both!(the_centre_sees_what_waits_too_long);
async fn the_centre_sees_what_waits_too_long() {
    let app = TestApp::inhabited().await;
    let code = hand_over(&app).await;
    report(&app).await;
    let mut centre = app.client_of(Who::CentreSupport);
    let page = centre.get("/zh/centre/damage").await.is(200).page();
    assert!(!page.has("[data-testid=late-report]"));
    app.execute(&format!(
        "UPDATE damage_reports SET at = {}",
        app.shop.now() - 49 * HOUR
    ))
    .await;
    let page = centre.get("/zh/centre/damage").await.is(200).page();
    assert!(said(&page, "late-report").contains(&code));
    assert!(page.has("a[href='/zh/centre/damage'] [data-testid=to-do]"));
    // Who may not answer in its name calls it; for who may, its studio opens at the order.
    let order = app.number("SELECT id FROM orders").await;
    let form = format!("answer-report-{order}");
    let finance = app.client_of(Who::CentreFinance).get("/zh/centre/damage").await;
    let finance = finance.is(200).page();
    assert!(finance.has("[data-testid=late-report] a[href^='tel:']"));
    assert!(!finance.has(&format!("[data-testid='{form}']")));
    let open = centre.post("/zh/centre/support", &page.form(&form)).await.is(303);
    assert_eq!(open.location(), format!("/zh/studio/orders/{order}"));
    let page = centre.get(open.location()).await.is(200).page();
    assert!(page.has("[data-testid=support-banner]"));
}

both!(what_the_centre_sets_stands_on_every_product);
async fn what_the_centre_sets_stands_on_every_product() {
    let app = TestApp::inhabited().await;
    let mut centre = app.client_of(Who::Centre);
    let page = "/es/centre/settings";
    let mut fields = centre.get(page).await.is(200).page().form("settings-returns");
    assert_eq!(value_of(&fields, "report-hours"), "48");
    set(&mut fields, "report-hours", "3");
    let wrong = centre.post(page, &fields).await.is(422).page();
    assert!(wrong.has("#field-report-hours[aria-invalid=true]"));
    set(&mut fields, "report-hours", "72");
    set(&mut fields, "return-days", "15");
    set(&mut fields, "way-back", "cooperative");
    centre.post(page, &fields).await.is(303);
    let mut anybody = app.client();
    let packaged = anybody.get("/es/products/badam-500").await.is(200).page();
    let line = said(&packaged, "returns");
    assert!(line.contains("72") && line.contains("15"), "{line}");
    let fresh = anybody.get("/es/products/honey-jar").await.is(200).page();
    assert!(!said(&fresh, "returns").contains("15"));
    let rules = anybody.get("/es/returns").await.is(200).page();
    assert!(said(&rules, "report-hours").contains("72"));
    assert!(said(&rules, "change-of-mind").contains("15"));
    // What was sold before keeps its promise.
    let code = hand_over(&app).await;
    let frozen = app.number("SELECT report_hours FROM order_groups").await;
    assert_eq!(frozen, 48, "{code}");
}

both!(goods_have_the_name_they_were_sold_under_in_the_pages_order);
async fn goods_have_the_name_they_were_sold_under_in_the_pages_order() {
    let app = TestApp::inhabited().await;
    let code = hand_over(&app).await;
    app.execute("UPDATE order_lines SET name = '盐焗巴旦木仁', name_lang = 'zh', unit = 'piece', net_grams = 100")
        .await;
    report(&app).await;
    let apart = "\u{2067}\u{2068}盐焗巴旦木仁\u{2069} \u{2068}";
    for (language, is_apart) in [("ug", true), ("zh", false), ("es", false)] {
        let mut shopper = app.client_of(Who::Shopper);
        let page = shopper.get(&format!("/{language}/orders/{code}")).await.is(200).page();
        let line = said(&page, "report-line");
        assert!(line.contains("盐焗巴旦木仁"), "{language}: {line}");
        assert_eq!(line.contains(apart), is_apart, "{language}: {line}");
    }
}
