//! Paying cooperatives, and what they read of it; their name and telephone; holidays in what is promised: in pages, without
//! JavaScript.

use crate::both::both;
use crate::buyer::set;
use crate::district::OTHER;
use crate::test_app::TestApp;
use crate::world::Who;

const PAYOUTS: &str = "/es/centre/money/payouts";
const OF_THIS: &str = "/es/centre/money/payouts?of=altun-badam";

both!(a_payout_goes_from_hand_to_hand_in_pages);
async fn a_payout_goes_from_hand_to_hand_in_pages() {
    let app = TestApp::inhabited().await;
    app.execute("UPDATE orders SET status = 'completed', fulfilment = 'delivered'")
        .await;
    let (mut finance, mut admin) = (app.client_of(Who::CentreFinance), app.client_of(Who::Centre));
    let mut owner = app.client_of(Who::This);

    let page = finance.get(OF_THIS).await.is(200).page();
    assert!(
        page.has("[data-testid=account-chart] svg rect"),
        "a picture of what was sold"
    );
    assert!(page.has("td[data-label]"), "and the same as a table");
    let mut draft = page.form("payout-draft");
    set(&mut draft, "command", "draft");
    let mut too_much = draft.clone();
    set(&mut too_much, "amount", "9999999");
    let wrong = finance.post(OF_THIS, &too_much).await.is(422).page();
    assert_eq!(wrong.value("amount").as_deref(), Some("9999999"), "typed text is kept");
    finance.post(OF_THIS, &draft).await.is(303);
    finance.post(OF_THIS, &draft).await.is(303);
    assert_eq!(
        app.number("SELECT count(*) FROM payouts").await,
        1,
        "sent twice, written down once"
    );
    let own = finance.get(PAYOUTS).await.is(200).page();
    assert!(
        !own.has("form[data-testid=payout-approve]"),
        "nobody approves their own"
    );

    let mut approve = admin.get(PAYOUTS).await.is(200).page().form("payout-approve");
    set(&mut approve, "command", "approve");
    // As a page would send it that whoever wrote it down made up.
    let refused = finance.post(PAYOUTS, &approve).await.is(409).page();
    assert!(refused.has("#notice"));
    // The page of another cooperative does not show it.
    let of_other = format!("{PAYOUTS}?of={OTHER}");
    admin.get(&of_other).await.is(200);
    admin.post(&of_other, &approve).await.is(404);
    assert_eq!(
        app.number("SELECT count(*) FROM payouts WHERE state = 'draft'").await,
        1
    );
    admin.post(PAYOUTS, &approve).await.is(303);
    let mut pay = finance.get(PAYOUTS).await.is(200).page().form("payout-pay");
    set(&mut pay, "command", "pay");
    finance.post(PAYOUTS, &pay).await.is(422);
    set(&mut pay, "reference", "b-4711");
    finance.post(PAYOUTS, &pay).await.is(303);

    let account = owner.get("/es/studio/account").await.is(200).page();
    assert!(account.text_of("payout").unwrap().contains("b-4711"));
    let payable = account.text_of("account-payable").unwrap();
    assert!(
        payable.contains('0') && !payable.contains(|sign: char| matches!(sign, '1'..='9')),
        "nothing is left: {payable}"
    );
    assert!(account.has("[data-testid=account-chart][role=img][aria-label]"));
    assert!(account.has("a[href='/es/studio/export/account-days.csv']"));
    owner.get("/es/studio/export/account-months.xlsx").await.is(200);
    let mut undo = finance.get(PAYOUTS).await.is(200).page().form("payout-undo");
    set(&mut undo, "command", "undo");
    finance.post(PAYOUTS, &undo).await.is(303);
    let sum = "SELECT CAST(SUM(amount_minor) AS BIGINT) FROM payouts";
    assert_eq!(app.number(sum).await, 0);
    // In all languages, and for who has nothing to do with it.
    for lang in ["ug", "zh"] {
        finance.get(&format!("/{lang}/centre/money/payouts")).await.is(200);
        owner.get(&format!("/{lang}/studio/account?by=month")).await.is(200);
    }
    app.client_of(Who::Packer).get("/es/studio/account").await.is(404);
}

both!(a_64_nobody_is_paid_by_an_old_sign_in);
async fn a_64_nobody_is_paid_by_an_old_sign_in() {
    let app = TestApp::inhabited().await;
    app.execute("UPDATE orders SET status = 'completed', fulfilment = 'delivered'")
        .await;
    app.execute("UPDATE sessions SET fresh_at = 0").await;
    let mut finance = app.client_of(Who::CentreFinance);
    let mut draft = finance.get(OF_THIS).await.is(200).page().form("payout-draft");
    set(&mut draft, "command", "draft");
    let asked = finance.post(OF_THIS, &draft).await.is(200).page();
    assert!(
        asked.has("input[name=confirm-password]"),
        "who it is is asked once more"
    );
    assert_eq!(app.number("SELECT count(*) FROM payouts").await, 0);
}

both!(a_cooperative_is_called_otherwise_once_the_centre_says_so);
async fn a_cooperative_is_called_otherwise_once_the_centre_says_so() {
    let app = TestApp::inhabited().await;
    let (mut owner, mut centre) = (app.client_of(Who::This), app.client_of(Who::Centre));
    let mut form = owner.get("/es/studio/cooperative").await.is(200).page().form("naming");
    for name in ["name-ug", "name-zh", "name-es"] {
        set(&mut form, name, "");
    }
    let wrong = owner.post("/es/studio/cooperative", &form).await.is(422).page();
    assert!(wrong.has("[aria-invalid=true]"));
    for (name, typed) in [
        ("name-ug", "يېڭى بادام"),
        ("name-zh", "新巴旦"),
        ("name-es", "Almendra Nueva"),
    ] {
        set(&mut form, name, typed);
    }
    owner.post("/es/studio/cooperative", &form).await.is(303);
    let asked = owner.get("/es/studio/cooperative").await.is(200).page();
    assert!(
        asked.text_of("naming-change").unwrap().contains("Almendra Nueva")
            || asked.count("[data-testid=naming-change]") > 1
    );
    let shop = app.client().get("/es/shops/altun-badam").await.is(200).page().text();
    assert!(!shop.contains("Almendra Nueva"), "buyers read what they read before");

    let list = centre.get("/es/centre/confirmations").await.is(200).page();
    assert!(list.has("[data-testid=waiting-name]"));
    let file = "/es/centre/cooperatives/altun-badam";
    let mut confirm = centre.get(file).await.is(200).page().form("naming-confirm");
    set(&mut confirm, "naming", "confirm");
    centre.post(file, &confirm).await.is(303);
    let shop = app.client().get("/es/shops/altun-badam").await.is(200).page().text();
    assert!(shop.contains("Almendra Nueva"));
    let goods = app.client().get("/es/products").await.is(200).page().text();
    assert!(goods.contains("Almendra Nueva"), "lists say it, too");
}

both!(a_holiday_stands_where_days_are_promised);
async fn a_holiday_stands_where_days_are_promised() {
    let app = TestApp::inhabited().await;
    let path = "/es/products/badam-500";
    let before = app.client().get(path).await.is(200).page();
    assert!(before.text().contains("1\u{2060}–\u{2060}3"));
    assert_eq!(before.text_of("closed-soon"), None);
    let mut centre = app.client_of(Who::Centre);
    let mut form = centre
        .get("/es/centre/settings")
        .await
        .is(200)
        .page()
        .form("settings-closed");
    let today = domain::Day::of(service::Clock::system().now());
    let day = |days: i64| domain::Day::of(today.start_ms() + days * 86_400_000).iso();
    set(&mut form, "closed-from-1", &day(1));
    set(&mut form, "closed-until-1", &day(4));
    set(&mut form, "closed-es-1", "Fiesta de la cosecha");
    centre.post("/es/centre/settings", &form).await.is(303);
    let after = app.client().get(path).await.is(200).page();
    assert!(after.text().contains("5\u{2060}–\u{2060}7"), "four days later");
    assert!(after.text_of("closed-soon").unwrap().contains("Fiesta de la cosecha"));
}
